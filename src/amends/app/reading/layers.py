"""The text layers of PDFs from outside, for those who read notices and drafts: taken out in a process of its own."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.formats.pdftext import Sheet


def sheets(data: bytes, name: str, remedy: str) -> tuple[list[Sheet], list[str]]:
    """As `pdftext.sheets`. Raises `Unreadable` also for what the other process could not stand."""
    from amends.app.reading import apart

    return apart.sheets(data, name, remedy)
