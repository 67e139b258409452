"""A message printed to PDF. Its text layer is read; a scan or screenshot has none."""

from __future__ import annotations

from amends.formats import pdftext
from amends.notice.formats import Message

RANK = 10
SHEETS = True


def claims(data: bytes, name: str) -> bool:
    """The mark of a PDF."""
    return pdftext.claims(data)


def read(data: bytes, name: str, sheets: pdftext.Sheets = pdftext.sheets) -> Message:
    """The lines of all pages, with an empty line where the page leaves a gap; `sheets` takes them out of the file."""
    from amends.notice.formats import _pages
    from amends.notice.formats._heads import head_of

    text, doubts = _pages.read(data, name, sheets)
    head = head_of(text)
    return Message("pdf", text, head.subject, head.sender, head.received, doubts=(*doubts, *head.doubts))
