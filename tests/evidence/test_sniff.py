"""The type of a file is told by what it holds, wherever in the file that stands."""

from __future__ import annotations

import io
import zipfile

import pytest

from amends.evidence.sniff import NAMES, extension, sniff


def packed(*names: str, stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, name.encode() * 20_000 if name.startswith("big") else b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (packed("[Content_Types].xml", "big.bin", "word/document.xml", stored=True), "a", "docx"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "a.zip", "xlsx"),
        (packed("papers/word/document.docx", "papers/[notes].txt"), "a.docx", "zip"),
        (packed("[Content_Types].xml", "big.bin", "word/vbaProject.bin", stored=True), "a.docx", "executable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(70_000) + "Workbook".encode("utf-16-le"), "a.doc", "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"), "mail", "msg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old.doc", "doc"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "a", "avif"),
        (b"\x00\x00\x00\x18ftypheim\x00\x00\x00\x00mif1heic", "a", "heic"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42", "a", "unknown"),
        (b"\n\n%PDF-1.4\n1 0 obj", "a.txt", "pdf"),
        (b"The mark of a PDF is %PDF-1.4, as everybody knows.", "a.txt", "txt"),
        (b"\x1f\x8b\x08\x00 %PDF-1.4", "a.gz", "gz"),
    ],
)
def test_the_content_decides(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name) == kind


def test_an_opendocument_text_is_no_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")

    assert sniff(out.getvalue(), "letter.zip") == "odt"


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.JPEG", "jpg"), ("a.tif", "tiff"), ("a.tsv", "csv"), ("a.htm", "html"), ("a", ""), (".pdf", ""), ("a.p d", "")],
)
def test_spellings_of_an_extension_are_one(name: str, ending: str) -> None:
    assert extension(name) == ending
    assert ending in NAMES or not ending
