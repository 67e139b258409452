"""Other files that are ZIP archives: Pages, spreadsheets, presentations, and archives proper. Told, not read."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.formats.package import Package
from amends.review.formats import COPY_WORDS
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.formats import Written

RANK = 50

_KINDS = (
    ("Index/Document.iwa", "is a Pages document", "open it, export it as Word or plain text, and name that file"),
    ("index.xml", "is a Pages document", "open it, export it as Word or plain text, and name that file"),
    ("xl/workbook.xml", "is a spreadsheet", "copy the letter into a .txt or .docx file"),
    ("ppt/presentation.xml", "is a presentation", "copy the letter into a .txt or .docx file"),
)


def claims(data: bytes) -> bool:
    """The mark of a ZIP archive, or of an empty one."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(data: bytes, name: str) -> Written:
    """Always raises `Unreadable`: what it is, and what to name instead."""
    with Package(data, name, COPY_WORDS) as package:
        for part, what, remedy in _KINDS:
            if part in package.names:
                raise Unreadable(f"{name} {what}; {remedy}.")
    raise Unreadable(f"{name} is a ZIP archive, not a letter; unpack it and name the letter inside, or {COPY_WORDS}.")
