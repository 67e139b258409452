"""What a PDF asks to be drawn is weighed before it is opened, however damaged it is; sound ones are read."""

from __future__ import annotations

from base64 import a85decode, a85encode
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends.app.reading.worker import Worker
from amends.formats.pdfguard import MOST, is_too_much
from amends.formats.pdfobjects import unpacked
from amends.formats.pdftext import sheets
from tests.pdf_bombs import (
    FONT,
    FORM,
    SELF,
    TWICE,
    WORD,
    flate,
    keyless,
    letters,
    nested,
    page,
    pdf,
    run_lengths,
    stream,
)

NAMED = b"/Resources<</XObject<</X 7 0 R>>>>"
CALLS = b"/X Do " * 8


def words(data: bytes) -> str:
    found, _ = sheets(data, "plan.pdf", "copy its words")
    return " ".join(line.text for sheet in found for line in sheet.lines)


@pytest.mark.parametrize("byte", [byte for byte in range(256) if byte != ord("e")])
def test_a_form_without_the_name_uses_that_of_the_page(byte: int) -> None:
    assert is_too_much(keyless(byte))


def referred(damage: Callable[[bytes], bytes] = bytes) -> bytes:
    """Form 6 calls by its own resources form 7, by those of the page itself; both are objects of their own."""
    return damage(
        page(
            stream(b"/X Do"),
            stream(TWICE, FORM + b"/Resources 8 0 R"),
            stream(WORD, FORM + b"/Resources<</Font<</F1 5 0 R>>>>"),
            b"<</XObject 9 0 R>>",
            b"<</X 7 0 R>>",
        )
    )


def wrong_entry(data: bytes) -> bytes:
    """The entry of object 8 in the table of the file leads to nothing."""
    place = b"%010d" % data.index(b"8 0 obj")
    return data.replace(place, b"%010d" % (int(place) + 3))


REFERRED = {
    "a wrong entry in the table": wrong_entry,
    "a table that is too short": lambda data: data.replace(b"0 10\n", b"0 8\n"),
    "a size that is too small": lambda data: data.replace(b"/Size 10", b"/Size 8"),
    "a word grown together": lambda data: data.replace(b"endobj\n8 0 obj", b"endobjx8 0 obj"),
    "a half of an object before it": lambda data: data.replace(b"8 0 obj", b"(<<0endobj\n8 0 obj"),
    "another version of it": lambda data: data.replace(b"xref", b"8 0 obj\n<</A 1>>\nendobj\nxref", 1),
    "a broken dictionary": lambda data: data.replace(b"<</XObject 9", b"</XObject 9"),
}


@pytest.mark.parametrize("damage", REFERRED.values(), ids=REFERRED.keys())
def test_what_a_damaged_file_does_not_tell_for_certain_may_be_any_form(damage: Callable[[bytes], bytes]) -> None:
    assert words(referred()) == "word"
    assert is_too_much(referred(damage))


BOMBS = {
    "packed and written in letters": page(stream(TWICE), letters(CALLS, FORM + SELF)),
    "packed, and broken at the end": page(stream(TWICE), flate(CALLS + bytes(range(256)) * 8, FORM + SELF, broken=9)),
    "with metadata of its own": page(stream(TWICE), stream(CALLS, FORM + SELF + b"/Metadata 9 0 R")),
    "without a line behind the word": page(
        stream(TWICE), stream(CALLS, FORM + SELF).replace(b"stream\n", b"stream \r", 1)
    ),
    "behind the end that it does not have": page(
        stream(TWICE), stream(b"(endstream) Tj " + CALLS, FORM + SELF)
    ),
    "the length told elsewhere": page(
        stream(TWICE),
        stream(b"(endstream) Tj " + CALLS, FORM + SELF).replace(b"/Length 63", b"/Length 7 0 R"),
        b"63",
    ),
    "the packing told elsewhere": page(
        stream(TWICE), flate(CALLS, FORM + SELF).replace(b"/FlateDecode", b" 7 0 R"), b"/FlateDecode"
    ),
    "a font of the same name first": page(
        stream(TWICE), stream(CALLS, FORM + b"/Resources<</Font<</X 5 0 R>>/XObject<</X 6 0 R>>>>")
    ),
    "blanks that are none": page(stream(TWICE), stream(b"/X\x80Do\xff" * 8, FORM + SELF)),
    "an escaped name": page(stream(TWICE), stream(b"/#58 Do " * 8, FORM + SELF)),
    "called by what is no name": page(stream(TWICE), stream(b"(X) Do " * 8, FORM + SELF)),
    "a kind told elsewhere": page(
        stream(TWICE), stream(CALLS, FORM.replace(b"/Form", b" 7 0 R") + SELF), b"/Form"
    ),
    "behind a broken object": page(
        stream(TWICE),
        stream(b"q", FORM.replace(b"400 400]", b"400 <<.9]")),
        stream(CALLS, FORM + SELF),
    ),
    "the same content over and over": page(
        stream(b"q Q " * 4_000), listed=b"/Contents[" + b"4 0 R " * 2_000 + b"]"
    ),
    "the same, listed elsewhere": page(
        stream(b"q Q " * 4_000), b"[" + b"4 0 R " * 2_000 + b"]", listed=b"/Contents 6 0 R"
    ),
    "marks that never end": page(stream(b"/A <</B 1>> BDC " * 30_000)),
}  # fmt: skip


@pytest.mark.parametrize("data", BOMBS.values(), ids=BOMBS.keys())
def test_what_asks_for_far_more_than_it_is_long_is_refused(data: bytes) -> None:
    assert is_too_much(data)


def sheet_of_sheets(depth: int, way: str) -> bytes:
    """Sheets that hold two smaller ones, all called Fm0 and Fm1, as programs that put pages on a page make them."""
    bodies: list[bytes] = []
    for at in range(depth):
        below = 6 + at + 1
        names = b"<</Fm0 %d 0 R/Fm1 %d 0 R>>" % (below, below)
        own = {
            "direct": b"/Resources<</XObject%s>>" % names,
            "referred": b"/Resources %d 0 R" % (100 + at),
            "half": b"/Resources<</XObject %d 0 R>>" % (100 + at),
        }[way]
        bodies.append(flate(b"q /Fm0 Do Q q /Fm1 Do Q", FORM + own))
    bodies.append(stream(WORD, FORM + b"/Resources<</Font<</F1 5 0 R>>>>"))
    while len(bodies) < 94:
        bodies.append(b"null")
    for at in range(depth):
        names = b"<</Fm0 %d 0 R/Fm1 %d 0 R>>" % (7 + at, 7 + at)
        bodies.append(names if way == "half" else b"<</XObject%s>>" % names)
    return page(stream(b"/Fm0 Do"), *bodies, resources=b"/Resources<</XObject<</Fm0 6 0 R>>>>")


@pytest.mark.parametrize("way", ["direct", "referred", "half"])
def test_forms_of_the_same_name_within_each_other_are_read(way: str) -> None:
    data = sheet_of_sheets(6, way)

    assert not is_too_much(data)
    assert words(data) == "word"


def test_a_form_without_resources_uses_those_of_the_page() -> None:
    data = page(
        stream(b"/X Do"),
        stream(b"/Y Do /Y Do", FORM),
        stream(WORD, FORM + b"/Resources<</Font<</F1 5 0 R>>>>"),
        resources=b"/Resources<</XObject<</X 6 0 R/Y 7 0 R>>>>",
    )
    assert not is_too_much(data)
    assert words(data) == "word"


def test_words_that_look_like_a_call_are_none() -> None:
    form = stream(
        b"BT /F1 12 Tf 30 300 Td (What we Do now, we Do well) Tj ET", FORM + b"/Resources<</Font<</F1 5 0 R>>>>"
    )
    assert words(page(stream(b"/X Do"), form)) == "What we Do now, we Do well"


def test_many_broken_streams_are_weighed_soon() -> None:
    """Each would take its time again and again if the file were gone through from each."""
    assert is_too_much(b"%PDF-1.4\n1 0 obj\n<</Length 9>>" + b"stream\n" * 200_000, MOST)
    assert not is_too_much(b"%PDF-1.4\n" + b"1 0 obj\n<<" * 50_000)


SOUND = [
    nested(3, 2),
    nested(2, 3),
    nested(3, 2, resources=b"/Resourced"),
    referred(),
    sheet_of_sheets(3, "direct"),
    sheet_of_sheets(3, "referred"),
    page(stream(CALLS), letters(CALLS, FORM + NAMED), flate(WORD, FORM + b"/Resources<</Font<</F1 5 0 R>>>>")),
    pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Resources 5 0 R/Contents[4 0 R 4 0 R]>>",
        flate(b"BT /T 12 Tf 9 9 Td (abab) Tj ET /X Do"),
        b"<</XObject<</X 7 0 R>>/Font<</T 6 0 R/F1 10 0 R>>>>",
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 98/Widths[9 9]"
        b"/Encoding<</Differences[97/a/b]>>/CharProcs<</a 8 0 R/b 9 0 R>>/Resources 5 0 R>>",
        stream(WORD, FORM + b"/Resources 5 0 R"),
        stream(b"9 0 d0 BT /T 1 Tf (bb) Tj ET"),
        stream(b"9 0 d0 /X Do /X Do"),
        FONT,
    ),
]
_PIECES = [
    *b"/X|/Y|6 0 R|7 0 R|8 0 R|<<|>>|[|]|endobj|obj|stream|endstream|/Resources|/XObject|/Form|Do |(|)".split(b"|"),
    *(b"\n", b" ", b"0", b"%", b""),
]


@pytest.fixture(scope="module")
def worker() -> Iterator[Callable[[bytes], str]]:
    """Reads a PDF in a process with 700 MB, whose death is told as trouble."""
    running = Worker("amends.app.reading.layer", 700, 30)

    def read(data: bytes) -> str:
        from base64 import b64encode

        asked = {"layer": b64encode(data).decode(), "name": "plan.pdf", "remedy": "copy it"}
        return next(iter(running.ask(asked, lambda page, of: None)))

    yield read
    running.end()


_changes = st.lists(
    st.tuples(
        st.integers(0, 20_000),
        st.integers(0, 40),
        st.one_of(
            st.sampled_from(_PIECES), st.binary(max_size=3), st.tuples(st.integers(0, 20_000), st.integers(1, 99))
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SOUND), _changes)
def test_a_damaged_pdf_takes_little_memory(
    worker: Callable[[bytes], str], data: bytes, changes: list[tuple[int, int, bytes | tuple[int, int]]]
) -> None:
    for at, length, put in changes:
        at %= len(data) + 1
        if isinstance(put, tuple):
            begin = put[0] % len(data) if data else 0
            put = data[begin : begin + put[1]]
        data = data[:at] + put + data[at + length :]

    assert worker(data) in ("done", "unreadable")


def test_an_old_packing_is_not_taken_for_much() -> None:
    form = run_lengths(WORD, FORM + b"/Resources<</Font<</F1 5 0 R>>>>")
    assert words(page(stream(b"/X Do"), form)) == "word"


@given(st.one_of(st.binary(max_size=40).map(a85encode), st.text("!#4Ztuz", max_size=23).map(str.encode)))
def test_what_is_written_in_letters_is_read_as_the_standard_library_reads_it(written: bytes) -> None:
    try:
        expected = a85decode(written)
    except ValueError:
        expected = b""

    assert expected == unpacked(memoryview(written), ("ASCII85Decode",), MOST, b"")
