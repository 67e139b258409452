"""Word files: paragraphs and tables in reading order, laid out as pages. What is deleted is left out, what is inserted
stays, as a person sees it with all changes accepted."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.evidence.formats import MAX_PAGES, PRINT, Contents
from amends.evidence.formats._layout import Sheet
from amends.formats.package import Package
from amends.formats.xmlevents import Events, follow
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPES = ("docx",)
_DOCUMENT = "word/document.xml"
_SKIPPED = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:sectPr", "w:pPrChange", "w:rPrChange"))
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}
_WIDTH = 95
_PICTURES = ("word/media/",)


def read(data: bytes, name: str) -> Contents:
    """The text of a Word file. Raises `Unreadable` when it is broken, locked or far too large."""
    with Package(data, name, PRINT) as package:
        if _DOCUMENT not in package.names:
            raise Unreadable(f"{name} has the form of a Word file, but no text in it; open it and {PRINT}.")
        story = _Story()
        heads = sorted(part for part in package.names if part.startswith("word/header"))
        feet = sorted(part for part in package.names if part.startswith("word/footer"))
        for part in (*heads[:1], _DOCUMENT, *feet[:1]):
            follow(package.part(part), story, name, PRINT)
            story.flush()
        pictures = sum(part.startswith(_PICTURES) for part in package.names)
    doubts = []
    if story.changed:
        doubts.append("Tracked changes were read as if all were accepted.")
    if pictures:
        doubts.append(f"{pictures} picture{'s' if pictures > 1 else ''} in the Word file: words in them were not read.")
    if story.full:
        doubts.append(f"{name} is very long; only its beginning was read.")
    pages = tuple(sheet.page() for sheet in story.sheets)
    return Contents(pages, len(pages), doubts=tuple(doubts))


class _Story(Events):
    """Follows the parts of a Word file; `sheets` are its pages, as Word broke them when it saved the file."""

    def __init__(self) -> None:
        self.sheets = [Sheet(1)]
        self.changed = self.full = False
        self._skip = 0
        self._reading = self._properties = False
        self._said: list[str] = []
        self._tables: list[list[list[list[str]]]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
        elif name in _SKIPPED:
            self.changed |= name in ("w:del", "w:moveFrom")
            self._skip = 1
        elif name in ("w:t", "m:t"):
            self._reading = True
        elif name == "w:lastRenderedPageBreak" or (name == "w:br" and attributes.get("w:type") == "page"):
            self._turn()
        elif name in _BREAKS:
            # A tab among the properties of a paragraph is a place for one, not a tab.
            if not self._properties:
                self._said.append(_BREAKS[name])
        elif name == "w:pPr":
            self._properties = True
        elif name == "w:tbl":
            self._paragraph()
            self._tables.append([])
        elif name == "w:tr" and self._tables:
            self._tables[-1].append([])
        elif name == "w:tc" and self._tables and self._tables[-1]:
            self._tables[-1][-1].append([])

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif name in ("w:t", "m:t"):
            self._reading = False
        elif name == "w:pPr":
            self._properties = False
        elif name == "w:p":
            self._paragraph()
        elif name == "w:tbl" and self._tables:
            self._close()

    def text(self, text: str) -> None:
        """Characters; only those of runs are text."""
        if self._reading and not self._skip:
            self._said.append(" ".join(text.splitlines()) if "\n" in text else text)

    def flush(self) -> None:
        """End what is open at the end of a part."""
        self._paragraph()
        while self._tables:
            self._close()

    def _paragraph(self) -> None:
        said, self._said = "".join(self._said).strip("\n"), []
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].append(said)
            return
        sheet = self.sheets[-1]
        for line in said.split("\n"):
            for piece in _pieces(line):
                sheet.lines(piece)
        self.full |= sheet.full

    def _close(self) -> None:
        """A table is complete. One inside a cell becomes lines of that cell, its own cells divided by tabs."""
        table = self._tables.pop()
        rows = [["\n".join(cell).strip("\n") for cell in row] for row in table]
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].extend("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
            return
        self.sheets[-1].table(rows)
        self.full |= self.sheets[-1].full

    def _turn(self) -> None:
        if self._tables or self.sheets[-1].is_empty or len(self.sheets) >= MAX_PAGES:
            return
        self.sheets.append(Sheet(len(self.sheets) + 1))


def _pieces(line: str) -> list[str]:
    """A paragraph as lines that fit on a page; one with tabs is a line of a table and stays whole."""
    if len(line) <= _WIDTH or "\t" in line:
        return [line]
    made: list[str] = []
    now = ""
    for word in line.split():
        if now and len(now) + 1 + len(word) > _WIDTH:
            made.append(now)
            now = word
        else:
            now = f"{now} {word}" if now else word
    return [*made, now]
