"""The text of a Word file in the making: runs into paragraphs, paragraphs into cells, cells into tables."""

from __future__ import annotations

from amends.formats.xmlevents import Events
from amends.review.formats._paragraphs import Paragraph, in_reading_order, signs
from amends.review.formats._styles import BODY_LEVEL, Style, is_on
from amends.text import shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from amends.review.formats._numbering import Numbering
    from amends.review.formats._paragraphs import Cell
    from amends.review.formats._styles import Styles

# What is not in the text any more, what is there twice, and how things were set before a change.
_SKIPPED = frozenset(
    (
        "w:del", "w:moveFrom", "mc:Fallback", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:trPrChange",
        "w:tcPrChange", "w:sectPrChange", "w:numberingChange", "w:sectPr", "w:rubyPr", "w:rt",
    )
)  # fmt: skip
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}
_TEXT = frozenset(("w:t", "m:t"))
_NOTES = {"w:commentReference": "comment", "w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}


class _Open:
    """A paragraph that is being read."""

    __slots__ = ("below", "depth", "gone", "number", "outline", "runs", "style")

    def __init__(self) -> None:
        self.runs: list[tuple[str, bool]] = []
        self.below: list[Paragraph] = []
        self.style = Style()
        self.outline: int | None = None
        self.number: str | None = None
        self.depth: int | None = None
        self.gone = False


class _Table:
    """A table that is being read: its rows so far, and whether the row at hand was deleted."""

    __slots__ = ("gone", "number", "rows")

    def __init__(self, number: int) -> None:
        self.rows: list[list[Cell]] = []
        self.number, self.gone = number, False


class Story(Events):
    """Follows the main part of a Word file; `paragraphs` is what it holds, in reading order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.paragraphs: list[Paragraph] = []
        self.embedded = False
        self._styles, self._numbering = styles, numbering
        self._sinks: list[list[Paragraph]] = [self.paragraphs]
        self._open: list[_Open] = []
        self._tables: list[_Table] = []
        self._left_out: dict[str, int] = {}
        self._changed = False
        self._skip = 0
        self._properties: list[str] = []
        self._reading = self._bold = self._hidden = False
        self._counted = self._boxes = self._table_count = 0
        self._joined: list[tuple[str, bool]] = []

    def doubts(self) -> tuple[str, ...]:
        """What the user should know of the reading."""
        said = [f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in self._left_out.items()]
        doubts = [f"Not reviewed: {', '.join(said)}."] if said else []
        if self._changed:
            doubts.append("Tracked changes were read as if all were accepted.")
        if self.embedded:
            doubts.append("A part of another format is embedded and was not read.")
        return tuple(doubts)

    # ------------------------------------------------------------------ events

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
        elif name in _SKIPPED:
            self._changed |= name in ("w:del", "w:moveFrom")
            if self._properties and name in ("w:del", "w:moveFrom"):
                self._deleted()
            self._skip = 1
        elif name in ("w:pPr", "w:rPr", "w:trPr"):
            self._properties.append(name)
        elif self._properties:
            self._property(name, attributes)
        elif name in _TEXT:
            self._reading = True
        elif name in _BREAKS:
            self._say(_BREAKS[name])
        elif name in _NOTES:
            self._left_out[_NOTES[name]] = self._left_out.get(_NOTES[name], 0) + 1
        else:
            self._structure(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
        elif self._properties:
            if name == self._properties[-1]:
                self._properties.pop()
        elif name in _TEXT:
            self._reading = False
        elif name == "w:p" and self._open:
            self._close()
        elif name == "w:txbxContent":
            box = self._sinks.pop()
            (self._open[-1].below if self._open else self._sinks[-1]).extend(box)
        elif name == "w:tc" and self._tables:
            self._sinks.pop()
        elif name == "w:tr" and self._tables and self._tables[-1].gone:
            self._tables[-1].rows.pop()
        elif name == "w:body" and self._joined:
            self._open.append(_Open())
            self._close()
        elif name == "w:tbl" and self._tables:
            self._sinks[-1].extend(in_reading_order(self._tables.pop().rows))

    def text(self, text: str) -> None:
        """Characters; only those of runs are text."""
        if self._reading and not self._skip:
            self._say(" ".join(text.splitlines()) if "\n" in text or "\r" in text else text)

    # ------------------------------------------------------------------ pieces

    def _structure(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "w:p":
                self._open.append(_Open())
                self._bold = self._hidden = False
            case "w:r":
                self._bold = bool(self._open and self._open[-1].style.bold)
                self._hidden = False
            case "w:sym":
                code = attributes.get("w:char", "")
                self._say(chr(int(code, 16)) if len(code) == 4 and code.isalnum() and _is_hex(code) else "")
            case "w:txbxContent":
                self._boxes += 1
                self._sinks.append([])
            case "w:tbl":
                self._table_count += 1
                self._tables.append(_Table(self._table_count))
            case "w:tr" if self._tables:
                self._tables[-1].gone = False
                self._tables[-1].rows.append([])
            case "w:tc" if self._tables:
                if not self._tables[-1].rows:
                    self._tables[-1].rows.append([])
                cell: Cell = []
                self._tables[-1].rows[-1].append(cell)
                self._sinks.append(cell)
            case "w:ins" | "w:moveTo":
                self._changed = True
            case "w:altChunk":
                self.embedded = True

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        run = self._properties[-1] == "w:rPr" and len(self._properties) == 1
        now = self._open[-1] if self._open else None
        match name:
            case "w:b" if run:
                self._bold = is_on(attributes)
            case "w:rStyle" if run:
                bold = self._styles.of(value).bold
                self._bold = self._bold if bold is None else bold
            case "w:vanish" if run and is_on(attributes):
                self._hidden = True
                self._left_out["hidden text"] = 1
            case "w:pStyle" if now:
                now.style = self._styles.of(value)
            case "w:outlineLvl" if now and value.isdigit():
                now.outline = int(value[:2])
            case "w:numId" if now:
                now.number = value
            case "w:ilvl" if now and value.isdigit():
                now.depth = min(int(value[:2]), 8)

    def _deleted(self) -> None:
        """A mark of deletion among properties: a paragraph runs into the next one, a row is gone."""
        if self._properties[0] == "w:trPr" and self._tables:
            self._tables[-1].gone = True
        elif self._properties[0] == "w:pPr" and self._open:
            self._open[-1].gone = True

    def _say(self, text: str) -> None:
        if self._open and not self._hidden and text:
            self._open[-1].runs.append((text, self._bold))

    def _close(self) -> None:
        now = self._open.pop()
        runs = [*self._joined, *now.runs]
        self._joined = []
        if now.gone and not now.below:
            self._joined = runs
            return
        number = now.style.number if now.number is None else now.number
        depth = (now.style.depth or 0) if now.depth is None else now.depth
        label = self._numbering.label(number or "", depth)
        lines = tuple(_lines(runs))
        sink = self._sinks[-1]
        if lines:
            outline = now.style.outline if now.outline is None else now.outline
            level = 0 if outline is None or outline >= BODY_LEVEL else outline + 1
            sink.append(Paragraph(lines, self._place(), level, label, depth if label else 0, now.style.quoted))
        sink.extend(now.below)

    def _place(self) -> str:
        if self._tables:
            table = self._tables[-1]
            return f"table {table.number}, row {len(table.rows)}"
        if len(self._sinks) > 1:
            return f"text box {self._boxes}"
        self._counted += 1
        return f"paragraph {self._counted}"


def _is_hex(code: str) -> bool:
    return all(c in "0123456789abcdefABCDEF" for c in code)


def _lines(runs: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph that hold words, each with whether all of it is bold."""
    said: list[tuple[str, bool]] = []
    for text, bold in [*runs, ("\n", False)]:
        first, *others = text.split("\n")
        said.append((first, bold))
        for other in others:
            line = signs(shown("".join(piece for piece, _ in said))).strip()
            if line:
                yield line, all(heavy for piece, heavy in said if piece.strip())
            said = [(other, bold)]
