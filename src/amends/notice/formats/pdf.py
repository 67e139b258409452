"""A message printed to PDF. Its text layer is read; a scan or screenshot has none."""

from __future__ import annotations

from amends.notice.formats import Message

RANK = 10


def claims(data: bytes, name: str) -> bool:
    """The mark of a PDF, which readers accept anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1)."""
    at = data.find(b"%PDF-", 0, 1029)
    return at >= 0 and (not data[:at].strip(b"\xef\xbb\xbf \t\r\n") or b" obj" in data[at : at + 4096])


def read(data: bytes, name: str) -> Message:
    """The lines of all pages, with an empty line where the page leaves a gap."""
    from amends.notice.formats import _pages
    from amends.notice.formats._heads import head_of

    text, doubts = _pages.read(data, name)
    head = head_of(text)
    return Message("pdf", text, head.subject, head.sender, head.received, doubts=(*doubts, *head.doubts))
