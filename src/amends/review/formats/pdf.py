"""PDFs with a text layer, whichever program wrote them. A scan has none, and is told from them."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.formats import pdftext
from amends.review.formats import COPY_WORDS
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.formats import Written

RANK = 10
SHEETS = True


def claims(data: bytes) -> bool:
    """The mark of a PDF."""
    return pdftext.claims(data)


def read(data: bytes, name: str, sheets_of: pdftext.Sheets = pdftext.sheets) -> Written:
    """The lines of all pages joined into paragraphs again, without page headers, footers and numbers.

    `sheets_of` takes them out of the file.
    """
    from amends.review.formats._lines import written

    sheets, doubts = sheets_of(data, name, COPY_WORDS)
    if not any(sheet.lines for sheet in sheets):
        raise Unreadable(
            f"{name} holds only pictures (a scan or a photo), no text; name the file that it was made from, "
            "run text recognition (OCR) on it, or copy its words into a .txt file."
        )
    if empty := pdftext.without_text(sheets):
        doubts.append(empty)
    return written(sheets, doubts)
