"""The lines of a notice that was printed to PDF, with a blank line where the page leaves a gap."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from amends.errors import Unreadable
from amends.formats import pdftext
from amends.notice.formats import COPY_WORDS
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def read(data: bytes, name: str, sheets_of: pdftext.Sheets) -> tuple[str, tuple[str, ...]]:
    """The text of the first pages, and doubts. Raises `Unreadable`: broken, encrypted, only pictures."""
    sheets, doubts = sheets_of(data, name, COPY_WORDS)
    text = "\n\n".join(_page(sheet.lines) for sheet in sheets if sheet.lines)
    if not text.strip():
        raise Unreadable(
            f"{name} holds only pictures (a scan or screenshot), no text; "
            f"save the message itself as text, or {COPY_WORDS}."
        )
    empty = pdftext.without_text(sheets)
    return text, (*doubts, empty) if empty else tuple(doubts)


def _page(lines: Sequence[pdftext.Line]) -> str:
    """The lines of a page from top to bottom; in the order of the file where lines stand side by side."""
    ordered = sorted(lines, key=lambda line: -line.top)
    side_by_side = any(below.top > (above.top + above.bottom) / 2 for above, below in pairwise(ordered))
    ordered = list(lines) if side_by_side else ordered
    usual = median([line.top - line.bottom for line in lines])
    parts: list[str] = []
    for at, line in enumerate(ordered):
        if at:
            gap = ordered[at - 1].bottom - line.top
            parts.append("\n\n" if gap > usual * 0.75 else "\n")
        parts.append(line.text.rstrip(pdftext.HYPHEN) + "-" if line.text.endswith(pdftext.HYPHEN) else line.text)
    return "".join(parts)
