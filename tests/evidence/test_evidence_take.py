"""Files become exhibits: by content and name, never trusting either further than it goes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import evidence
from amends.errors import Unknown, Unreadable
from amends.evidence import filename
from amends.model import Exhibit
from amends.playbook import Catalog, Document

DAY = date(2026, 3, 20)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def document(id: str, names: tuple[str, ...], formats: tuple[str, ...] = ("pdf", "jpg", "png")) -> Document:
    return Document(id, id.replace("-", " ").capitalize(), names, (), formats, "Ask for it.", (), (), ())


KINDS = {
    kind.id: kind
    for kind in (
        document("supplier-invoice", ("invoice", "inv", "rechnung")),
        document("distributor-invoice", ("invoice", "distributor-invoice")),
        document("order-list", ("orders", "order-list"), ("csv", "txt", "pdf")),
        document("listing-screenshot", ("screenshot", "listing"), ("png", "jpg")),
        document("utility-bill", ("utility", "electricity")),
    )
}
CATALOG = Catalog({}, {}, {}, {}, {}, KINDS, {})


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def take(name: str, head: bytes = PDF, *existing: Exhibit, kind: str | None = None, size: int = 100) -> Exhibit:
    digest = hashlib.sha256(name.encode() + head).hexdigest()
    return evidence.take(name, head, digest, size, kind=kind, received=DAY, existing=existing, catalog=CATALOG)


@pytest.mark.parametrize(
    ("head", "name", "type_"),
    [
        (PDF, "a.pdf", "pdf"),
        (b"\n\n" + PDF, "a.txt", "pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "scan.jpeg", "jpg"),
        (PNG, "a.jpg", "png"),
        (b"GIF89a\x01\x00", "a", "gif"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "IMG_1.HEIC", "heic"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a.webp", "webp"),
        (b"II*\x00\x08\x00\x00\x00", "fax.tif", "tiff"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.docx", "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a.xlsx", "xlsx"),
        (zipped("a.txt"), "a.docx", "zip"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: Hello\n\nText", "mail.eml", "eml"),
        (b"sku,asin,quantity\n1,B0TESTAB12,3\n", "stock.csv", "csv"),
        ("Straße".encode("cp1252"), "brief.txt", "txt"),
        ("Rechnung für März".encode("utf-16"), "brief.txt", "txt"),
        (b"<!DOCTYPE html><html>", "page.html", "html"),
        (b"<svg onload=alert(1)>", "logo.png", "html"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.msg", "msg"),
        (b"\x00\x01\x02\x03\x04", "data.pdf", "unknown"),
        (b"MZ\x90\x00\x03\x00", "invoice.pdf", "executable"),
        (b"MZ is a word", "notes.txt", "txt"),
        (b"#!/bin/sh\nrm", "notes.txt", "executable"),
        (b"\x7fELF\x02", "a.png", "executable"),
        (zipped("META-INF/MANIFEST.MF"), "a.zip", "executable"),
        (zipped("xl/vbaProject.bin"), "a.xlsx", "executable"),
        (PDF, "invoice.pdf.exe", "executable"),
        (b"", "a.pdf", "unknown"),
    ],
)
def test_the_type_comes_from_the_content(head: bytes, name: str, type_: str) -> None:
    assert evidence.sniff(head, name) == type_


def test_a_character_cut_in_two_by_the_end_of_the_head_is_still_text() -> None:
    text = ("Größe und Maß der Ware, " * 4).encode()
    assert {evidence.sniff(text[:at], "a.txt") for at in range(10, 60)} == {"txt"}


@pytest.mark.parametrize(
    ("name", "type_", "kind", "least"),
    [
        ("Screenshot 2026-03-15 at 10.22.png", "png", "listing-screenshot", 0.75),
        ("distributor-invoice-0311.pdf", "pdf", "distributor-invoice", 0.9),
        ("Rechnung_4411.pdf", "pdf", "supplier-invoice", 0.7),
        ("OrderList_March.csv", "csv", "order-list", 0.9),
        ("electricityBill.pdf", "pdf", "utility-bill", 0.7),
        ("IMG_2231.jpg", "jpg", "unknown", 0.0),
        ("scan.pdf", "pdf", "unknown", 0.0),
        ("invoice.pdf", "pdf", "unknown", 0.0),
        ("investment.pdf", "pdf", "unknown", 0.0),
        ("electricity for the listing.pdf", "pdf", "unknown", 0.0),
        ("", "pdf", "unknown", 0.0),
    ],
)
def test_the_kind_is_told_by_the_words_of_the_name_or_not_at_all(
    name: str, type_: str, kind: str, least: float
) -> None:
    guess = evidence.guess(name, type_, CATALOG)
    assert guess.kind == kind
    assert guess.confidence >= least


def test_what_the_case_wants_decides_between_kinds_that_share_a_word() -> None:
    assert evidence.guess("invoice.pdf", "pdf", CATALOG, likely=("supplier-invoice",)).kind == "supplier-invoice"


def test_a_type_that_the_kind_does_not_take_lowers_the_confidence() -> None:
    fits, doubtful = (evidence.guess("distributor-invoice.x", t, CATALOG) for t in ("pdf", "xlsx"))
    assert fits.confidence > doubtful.confidence


def test_a_file_becomes_an_exhibit() -> None:
    taken = take("Rechnung Müller & Söhne #12 ($).PDF")
    assert (taken.label, taken.kind, taken.name, taken.original, taken.size, taken.received) == (
        "A", "supplier-invoice", "rechnung-mueller-soehne-12.pdf", "Rechnung Müller & Söhne #12 ($).PDF", 100, DAY,
    )  # fmt: skip


def test_the_same_content_is_the_same_exhibit() -> None:
    first = take("a.pdf")
    again = evidence.take(
        "other name.pdf", PDF, first.sha256, 100, kind=None, received=DAY, existing=(first,), catalog=CATALOG
    )
    assert again is first


def test_labels_and_names_differ_from_those_there() -> None:
    first = take("a.pdf")
    second = take("A.PDF", PDF, first)
    third = take("a (2).pdf", PDF + b"x", first, second)
    assert [e.label for e in (first, second, third)] == ["A", "B", "C"]
    assert [e.name for e in (first, second, third)] == ["a.pdf", "a-2.pdf", "a-2-2.pdf"]


def test_a_label_that_was_given_up_is_used_again_and_never_twice() -> None:
    first = take("a.pdf")
    second = take("b.pdf", PDF, first)
    assert take("c.pdf", PDF, second).label == "A"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("..\\..\\windows\\CON.pdf", "file-con.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("发票.pdf", "document.pdf"),
        ("=cmd|' /C calc'!A0.pdf", "c-calc-a0.pdf"),
        ("-rf.pdf", "rf.pdf"),
        (".pdf", "pdf.pdf"),
        ("x" * 300 + ".pdf", "x" * 72 + ".pdf"),
        ("invoice\u202efdp.exe.pdf", "invoicefdp-exe.pdf"),
        ("report.final.v2.pdf", "report-final-v2.pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert take(name, kind="utility-bill" if "发" not in name else None).name == safe


@given(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=5))
def test_any_name_becomes_one_that_every_form_takes(name: str, taken: list[str]) -> None:
    made = filename.safe(name, "pdf", taken)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*\.pdf", made)
    assert len(made) <= filename.LONGEST
    assert made not in {other.lower() for other in taken}
    assert made.split(".")[0] not in filename._DEVICES
    assert not any(ord(c) < 32 for c in filename.original(name))


@given(st.integers(0, 5000))
def test_labels_count_like_columns(count: int) -> None:
    number = 0
    for letter in filename.label(count):
        number = number * 26 + ord(letter) - 64
    assert number == count + 1


def test_labels_go_on_after_z() -> None:
    assert [filename.label(at) for at in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_a_program_is_refused_whatever_it_is_called() -> None:
    with pytest.raises(Unreadable, match=r"invoice\.pdf is a program"):
        take("invoice.pdf", b"MZ\x90\x00\x03\x00\x00")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"a\.pdf is empty"):
        take("a.pdf", b"", size=0)


def test_a_kind_that_does_not_exist_names_the_nearest() -> None:
    with pytest.raises(Unknown, match="Did you mean “supplier-invoice”"):
        take("a.pdf", kind="suplier-invoice")


def test_what_the_seller_says_it_is_counts() -> None:
    assert take("screenshot.png", PNG, kind="utility-bill").kind == "utility-bill"
