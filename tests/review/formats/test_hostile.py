"""Files that were made to do harm, or came to harm."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.formats.package import MAX_PART
from amends.review import formats
from tests.review.formats.word_file import document, p, package, point, table, word

TEXT = p("We removed it on 3 May 2026.")
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    + document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")[38:]
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    + document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")[38:]
)


def broken_inside(data: bytes) -> bytes:
    at = data.index(b"word/document.xml") + 40
    return data[:at] + b"\0\1\2\3" + data[at + 4 :]


HARMFUL = {
    "entities that multiply": word("", main=ENTITIES),
    "an entity from elsewhere": word("", main=EXTERNAL),
    "a part that unpacks to a thousand times its size": word(p("a" * (MAX_PART + 1))),
    "elements without end": word("<w:p/>" * 600_000),
    "elements inside each other": word("<w:sdt>" * 3_000 + "</w:sdt>" * 3_000),
    "thousands of parts": package({"[Content_Types].xml": "", **{f"word/{at}.xml": "" for at in range(30_000)}}),
    "damaged": broken_inside(word(TEXT * 50)),
    "cut off": word(TEXT * 50)[:-40],
    "no document": package({"[Content_Types].xml": "<Types/>", "word/other.xml": "x"}),
    "no text": word("<w:p/>"),
    "markup that does not end": word("", main=document(TEXT)[:-20]),
    "a method of packing that no program uses": package(
        {"[Content_Types].xml": "", "word/document.xml": document(TEXT)}, zipfile.ZIP_LZMA
    ),
    "a spreadsheet": package({"[Content_Types].xml": "", "xl/workbook.xml": "x"}),
    "an archive": package({"plan.docx": "x"}),
    "an empty archive": package({}),
}


@pytest.mark.parametrize("data", HARMFUL.values(), ids=HARMFUL.keys())
def test_it_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        formats.read(data, "plan.docx")
    assert str(refused.value).startswith("plan.docx ")
    assert any(verb in str(refused.value) for verb in ("save", "copy", "name", "open"))


def test_a_part_that_says_it_is_protected_is_refused() -> None:
    data = bytearray(word(TEXT))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags] |= 1
    with pytest.raises(Unreadable, match="password"):
        formats.read(bytes(data), "plan.docx")


def test_styles_that_are_based_on_each_other_are_followed_a_few_steps() -> None:
    circle = "".join(f'<w:style w:styleId="s{at}"><w:basedOn w:val="s{(at + 1) % 3}"/></w:style>' for at in range(3))
    assert formats.read(word(p("Text.", '<w:pStyle w:val="s0"/>'), styles=circle), "x").text == "Text.\n"


BODY = p("Root cause", bold=True) + TEXT + point("a", 1) + table(("Action", "Day"), ("Closed it.", "3 May 2026"))
PIECES = st.sampled_from(
    [
        *(f"<{end}w:{name}>" for name in "p tbl tr tc r txbxContent del pPr rPr".split() for end in ("", "/")),
        *("<w:t>a</w:t>", "<w:br/>", '<w:numId w:val="1"/>', '<w:ilvl w:val="99999"/>', '<w:outlineLvl w:val="77"/>'),
        *('<w:sym w:char="ZZZZ"/>', "&#0;", "&"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_markup_in_any_order_is_read_or_refused(body: str) -> None:
    try:
        read = formats.read(word(body), "x")
    except Unreadable:
        return
    assert all(0 <= start <= len(read.text) for start, _ in read.places)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=5)), max_size=6), st.integers(0, 400))
def test_a_damaged_word_file_is_read_or_refused(changes: list[tuple[int, bytes]], end: int) -> None:
    data = bytearray(word(BODY))
    for at, put in changes:
        data[at % len(data) : at % len(data) + len(put)] = put
    try:
        formats.read(bytes(data[: len(data) - end]), "x")
    except Unreadable as refused:
        assert str(refused).startswith("x ")
