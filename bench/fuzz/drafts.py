"""Fuzz what opens a draft and what reviews it, with coverage to lead the way.

    pip install atheris
    PYTHONPATH=src python bench/fuzz/drafts.py [CORPUS_FOLDER] -max_total_time=300

The first byte of an input says how the rest is taken: as a file of any kind, as the main part of a Word file, as the
instructions of a PDF page, or as text to review. Only `errors.Unreadable` may come out. The folder holds what was
found so far; it begins with a few files made here.
"""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["amends"]):
    from amends.errors import Unreadable
    from amends.review import formats, review
    from amends.review.formats import _hyphens, _lines, _numbering, _paragraphs, _story, docx, odt, pdf, rtf, txt

READ = (_hyphens, _lines, _numbering, _paragraphs, _story, docx, odt, pdf, rtf, txt)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONGEST = 20_000


def word(body: bytes) -> bytes:
    """A Word file whose main part is `body`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}">'.encode() + body + b"</w:document>")
    return out.getvalue()


def page(drawing: bytes) -> bytes:
    """A PDF of one page drawn by these instructions."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>" % (len(drawing), drawing)
    )


def one(data: bytes) -> None:
    """Try one input."""
    kind, body = data[:1], data[1:LONGEST]
    with contextlib.suppress(Unreadable):
        match kind:
            case b"w":
                written = formats.read(word(body), "draft")
            case b"p":
                written = formats.read(page(body), "draft")
            case b"t":
                written = formats.Written(body.decode("utf-8", "replace"), "txt", exact=True)
            case _:
                written = formats.read(data[:LONGEST], "draft")
        for finding in review(written.text[:4_000], "draft"):
            assert written.text[finding.span.start : finding.span.end] == finding.span.quote
            written.where(finding.span.start)


_CELL = b"<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>We removed it.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
SEEDS = (
    b"w<w:body><w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Cause</w:t></w:r></w:p>" + _CELL + b"</w:body>",
    b"pBT /F1 11 Tf 30 360 Td (Root cause) Tj 0 -14 Td (We removed 12 units on 3 May 2026.) Tj ET",
    b"t## Root Cause\n\nWe had no owner.\n\n1. On 3 May 2026 we removed it.\n\n> Please submit a plan.\n",
    b"{\\rtf1 Root cause:\\par We removed it.}",
)


def main() -> None:
    """Fuzz until told to stop."""
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    for folder in folders[:1]:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for at, seed in enumerate(SEEDS):
            (Path(folder) / f"seed-{at}").write_bytes(seed)
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
