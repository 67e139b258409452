"""The bundle: complete, the same bytes each time, safe names only, and tampering shows."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render_examples import CLEAN, DAY, INVOICE, NOTICE, PLAN, PLAYBOOK, exhibit

from amends.errors import NotReady
from amends.model import Case, Exhibit, Fact, Source
from amends.playbook import Catalog
from amends.render.bundle import bundle, write
from amends.render.filename import fault
from amends.render.index import as_csv
from amends.render.markdown import parse, to_markdown
from amends.render.packet import Packet, day
from amends.render.page import Page
from amends.render.text import to_text
from amends.render.verify import verify

FILES = {
    "kestrel_bay_KB-20418.pdf": b"%PDF-1.4 made up " * 300,
    "removal-order-2026-04-22.png": b"\x89PNG made up",
    "orders.csv": b"order,late\n" * 5000,
}
TITLES = {"supplier-invoice": "Supplier invoice", "listings-removed": "Listings closed and stock removed"}
PACKET = Packet(
    CLEAN,
    to_markdown(CLEAN),
    "plan",
    Page("Plan of Action", DAY, marketplace="UK"),
    "Inauthentic item complaints",
    NOTICE,
    TITLES,
)

Given = Sequence[tuple[Exhibit, Callable[[], BinaryIO]]]


def given_exhibits(files: dict[str, bytes] = FILES) -> Given:
    return [
        (exhibit(label, name, data, supports=("listings-removed",)), lambda data=data: io.BytesIO(data))
        for label, (name, data) in zip("ABCDEFG", files.items(), strict=False)
    ]


def made(packet: Packet = PACKET, exhibits: Given | None = None) -> io.BytesIO:
    out = io.BytesIO()
    write(out, packet, given_exhibits() if exhibits is None else exhibits)
    return out


def rewritten(
    source: io.BytesIO, change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None
) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = change(info.filename, old.read(info))
            if data is not None:
                new.writestr(info.filename, data)
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return out


def test_it_holds_the_plan_in_every_form_the_exhibits_and_the_way_to_submit() -> None:
    with zipfile.ZipFile(made()) as archive:
        assert archive.namelist() == [
            "START-HERE.pdf",
            "START-HERE.txt",
            "plan.txt",
            "plan.docx",
            "plan.pdf",
            "plan.md",
            "form-answers.txt",
            "exhibits-index.txt",
            "exhibits-index.csv",
            "exhibits/kestrel_bay_KB-20418.pdf",
            "exhibits/removal-order-2026-04-22.png",
            "exhibits/orders.csv",
            "manifest.json",
        ]
        assert archive.testzip() is None
        assert archive.read("plan.md").decode() == PACKET.markdown
        assert archive.read("plan.txt").decode() == to_text(parse(PACKET.markdown))
        assert {name: archive.read("exhibits/" + name) for name in FILES} == FILES


def test_the_sheet_tells_channel_deadline_and_order_of_the_files() -> None:
    with zipfile.ZipFile(made()) as archive:
        sheet = " ".join(archive.read("START-HERE.txt").decode().split())
    assert "Appeal button on the Account Health page" in sheet
    assert "8 May 2026: “within 17 days”. Otherwise: you may lose the right to sell" in sheet
    assert "Exhibit A: kestrel_bay_KB-20418.pdf (Supplier invoice) - Exhibit B: removal-order" in sheet
    assert "Do not submit a second time while this is under review" in sheet


def test_the_manifest_lists_every_other_file_with_size_and_hash() -> None:
    with zipfile.ZipFile(made()) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        expected = [
            {"name": name, "size": len(archive.read(name)), "sha256": hashlib.sha256(archive.read(name)).hexdigest()}
            for name in archive.namelist()
            if name != "manifest.json"
        ]
    assert manifest == {"format": "amends-bundle", "version": 1, "files": expected}


def test_the_same_case_gives_the_same_bytes() -> None:
    assert made().getvalue() == made().getvalue()


def test_a_case_is_packed_with_its_own_words_and_days() -> None:
    known = Catalog({"inauthentic": PLAYBOOK}, {}, {}, {}, {}, {"supplier-invoice": INVOICE}, {})
    case = Case("inauthentic", "plan", (NOTICE,), exhibits=tuple(one for one, _ in given_exhibits()))
    out = io.BytesIO()
    missing = bundle(
        out, letter=CLEAN, text=PACKET.markdown, plan=PLAN, case=case, catalog=known, exhibits=given_exhibits()
    )
    with zipfile.ZipFile(out) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(2026, 5, 4)}
        assert "Inauthentic item complaints · Amazon UK" in archive.read("START-HERE.txt").decode()
        assert "Supplier invoice" in archive.read("exhibits-index.txt").decode()
    assert (missing, verify(out)) == ((), ())


def test_files_are_dated_by_the_last_day_that_the_case_knows() -> None:
    said = Fact("seller.name", "name", "x", Source("statement", "Dana", on=date(2026, 5, 9)))
    assert day(Case(notices=(NOTICE,))) == date(2026, 4, 21)
    assert day(Case(notices=(NOTICE,), facts={"seller.name": said})) == date(2026, 5, 9)
    assert day(Case()) == date(1980, 1, 1)


def test_without_exhibits_there_is_no_index_and_nothing_to_upload() -> None:
    with zipfile.ZipFile(made(exhibits=[])) as archive:
        assert [name for name in archive.namelist() if "exhibit" in name] == []
        assert "Upload" not in archive.read("START-HERE.txt").decode()


def test_packed_formats_are_stored_and_tables_are_packed() -> None:
    with zipfile.ZipFile(made()) as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
    assert kinds["exhibits/kestrel_bay_KB-20418.pdf"] == zipfile.ZIP_STORED
    assert kinds["exhibits/orders.csv"] == zipfile.ZIP_DEFLATED


def test_an_untouched_bundle_verifies() -> None:
    assert verify(made()) == ()


@pytest.mark.parametrize(
    ("change", "extra", "path", "says"),
    [
        (lambda name, data: data + b"!" if name == "plan.txt" else data, {}, "plan.txt", "it was changed"),
        (
            lambda name, data: data.replace(b"made", b"MADE") if name.endswith("418.pdf") else data,
            {},
            "exhibits/kestrel_bay_KB-20418.pdf",
            "its SHA-256",
        ),
        (lambda name, data: None if name == "plan.pdf" else data, {}, "plan.pdf", "is missing"),
        (lambda name, data: data, {"exhibits/late.pdf": b"x"}, "exhibits/late.pdf", "added later"),
        (lambda name, data: data, {"../evil.sh": b"x"}, "../evil.sh", "the name holds /"),
        (lambda name, data: None if name == "manifest.json" else data, {}, "manifest.json", "is missing"),
        (lambda name, data: b"{}" if name == "manifest.json" else data, {}, "manifest.json", "cannot be read"),
        (lambda name, data: b"[" * 99999 if name == "manifest.json" else data, {}, "manifest.json", "cannot be read"),
    ],
)
def test_tampering_is_found(
    change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes], path: str, says: str
) -> None:
    problems = verify(rewritten(made(), change, extra), "sent.zip")
    assert [problem.file for problem in problems if problem.path == path and says in problem.message] == ["sent.zip"]


def test_a_damaged_file_is_found() -> None:
    data = bytearray(made().getvalue())
    place = data.index(b"%PDF-1.4 made up ")
    data[place + 40] ^= 1
    assert [(p.path, p.message) for p in verify(io.BytesIO(data))] == [
        ("exhibits/kestrel_bay_KB-20418.pdf", "is damaged")
    ]


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x05\x06" + b"\x00" * 18, made().getvalue()[:-200]])
def test_what_is_no_bundle_is_said_to_be_none(data: bytes) -> None:
    assert len(verify(io.BytesIO(data))) == 1


def test_an_exhibit_that_changed_since_it_was_taken_in_is_refused_and_so_is_every_other() -> None:
    changed = [(replace(one, sha256="0" * 64), opener) for one, opener in given_exhibits()]
    with pytest.raises(NotReady) as refused:
        made(exhibits=changed)
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "Exhibit A, kestrel_bay_KB-20418.pdf, is not the file that was taken in",
        "Exhibit B, removal-order-2026-04-22.png, is not the file that was taken in",
        "Exhibit C, orders.csv, is not the file that was taken in",
    ]


def test_unsafe_and_double_names_are_refused_all_at_once() -> None:
    files = {"../up.pdf": b"a", "Invoice.pdf": b"b", "invoice.PDF": b"c", "con.txt": b"d"}
    with pytest.raises(NotReady) as refused:
        made(exhibits=given_exhibits(files))
    assert str(refused.value).splitlines() == [
        "Exhibit A: the file name '../up.pdf' holds /. Give it another name.",
        "Exhibits B and C are both called 'invoice.PDF'. Rename one of them.",
        "Exhibit D: the file name 'con.txt' is the name of a device on Windows. Give it another name.",
    ]


@pytest.mark.parametrize(
    "name", ["", "a/b.pdf", "a\\b.pdf", "..", ".hidden", "-rf.pdf", "a.pdf ", "a\nb.pdf", "a\u202eb.pdf", "x" * 121]
)
def test_names_that_are_not_safe(name: str) -> None:
    assert fault(name) is not None


@pytest.mark.parametrize("name", ["a.pdf", "Rechnung_März (2).pdf", "发票-2026.jpg", "A1"])
def test_names_that_are_safe(name: str) -> None:
    assert fault(name) is None


def test_cells_that_would_be_formulas_are_neutralised() -> None:
    one = exhibit("A", "x.pdf", b"", kind="=cmd|'/c calc'!A1", supports=("+1,2", "@b", 'say "hi"'))
    (row,) = list(csv.DictReader(io.StringIO(as_csv([one], {}))))
    assert (row["kind"], row["supports"]) == ("'=cmd|'/c calc'!A1", '\'+1,2; @b; say "hi"')


def test_a_large_exhibit_is_read_in_pieces() -> None:
    class Source(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            Source.largest = max(Source.largest, size if size is not None and size >= 0 else 1 << 40)
            return super().read(size)

    data = bytes(5 << 20)
    made(exhibits=[(exhibit("A", "scan.tif", data), lambda: Source(data))])
    assert Source.largest <= 1 << 20


WHOLE = made().getvalue()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(1, 255)), min_size=1, max_size=3, unique_by=lambda x: x[0]
    )
)
def test_no_flipped_byte_breaks_the_check(flips: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, bits in flips:
        data[place] ^= bits
    assert all(problem.message for problem in verify(io.BytesIO(data)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 1200), st.integers(1, 255))
def test_no_flipped_byte_in_the_directory_breaks_the_check(back: int, bits: int) -> None:
    data = bytearray(WHOLE)
    data[-back] ^= bits
    assert all(problem.message for problem in verify(io.BytesIO(data)))
