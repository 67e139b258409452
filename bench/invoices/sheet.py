"""Drawing with reportlab, in points from the top left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.colors import Color, black
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from invoices.fonts import face

LETTER, A4 = (612.0, 792.0), (595.3, 841.9)
GREY, PALE, WHITE = Color(0.45, 0.45, 0.45), Color(0.9, 0.9, 0.9), Color(1, 1, 1)


class Column(NamedTuple):
    """A column of a table: its title, its width, and where its cells stand ("l", "r", "c")."""

    title: str
    width: float
    align: str = "l"


class Grid(NamedTuple):
    """How a table is ruled: "none", "rows", "columns", "all", "frame"; the ground of its header, and its spacing."""

    rules: str = "all"
    header: Color | None = PALE
    header_ink: Color = black
    pad: float = 4.0
    leading: float = 11.0
    titled: bool = True


def _runs(text: str, font: str) -> list[tuple[str, str]]:
    """A text in runs of one font: Chinese characters are in a font of their own, as in most programs."""
    if text.isascii():
        return [(text, font)]
    grouped = groupby(text, lambda mark: ord(mark) >= 0x2E80)
    return [("".join(marks), face("cjk")[0] if chinese else font) for chinese, marks in grouped]


def width_of(text: str, font: str, size: float) -> float:
    """How wide a text is in points."""
    return sum(float(stringWidth(run, name, size)) for run, name in _runs(text, font))


class Sheet:
    """The pages of one PDF."""

    def __init__(self, path: Path, size: tuple[float, float], family: str, font_size: float = 9.0) -> None:
        self.canvas = Canvas(str(path), pagesize=size, invariant=1)
        self.width, self.height = size
        self.regular, self.bold = face(family)
        self.size = font_size
        self.page = 1

    def text(
        self,
        x: float,
        y: float,
        text: str,
        align: str = "l",
        size: float = 0,
        bold: bool = False,
        ink: Color = black,
        font: str = "",
    ) -> float:
        """One line of text whose base line is at `y`; how wide it is."""
        name = font or (self.bold if bold else self.regular)
        size = size or self.size
        wide = width_of(text, name, size)
        self.canvas.setFillColor(ink)
        left = x - (wide if align == "r" else wide / 2 if align == "c" else 0)
        for run, font in _runs(text, name):
            self.canvas.setFont(font, size)
            self.canvas.drawString(left, self.height - y, run)
            left += float(stringWidth(run, font, size))
        return wide

    def lines(self, x: float, y: float, lines: Iterable[str], leading: float = 0, **how: object) -> float:
        """Lines under each other; where the next would stand."""
        for line in lines:
            self.text(x, y, line, **how)  # type: ignore[arg-type]
            y += leading or self.size * 1.25
        return y

    def pairs(
        self,
        x: float,
        y: float,
        pairs: Iterable[tuple[str, str]],
        gap: float,
        align: str = "l",
        leading: float = 0,
        **how: object,
    ) -> float:
        """Labels with values to the right of them; the labels end at `x + gap` when `align` is "r"."""
        for label, value in pairs:
            self.text(x + (gap - 6 if align == "r" else 0), y, label, align, **how)  # type: ignore[arg-type]
            self.text(x + gap, y, value)
            y += leading or self.size * 1.4
        return y

    def wrapped(self, text: str, width: float, size: float = 0, bold: bool = False) -> list[str]:
        """A text in lines that fit a width; a line break in it stays one."""
        made: list[str] = []
        name = self.bold if bold else self.regular
        for part in text.split("\n"):
            line = ""
            for word in part.split(" "):
                tried = f"{line} {word}" if line else word
                if line and width_of(tried, name, size or self.size) > width:
                    made.append(line)
                    line = word
                else:
                    line = tried
            made.append(line)
        return made

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.6, ink: Color = black) -> None:
        """A line."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColor(ink)
        self.canvas.line(x1, self.height - y1, x2, self.height - y2)

    def box(self, x: float, y: float, wide: float, high: float, fill: Color | None = None, stroke: bool = True) -> None:
        """A rectangle."""
        self.canvas.setLineWidth(0.6)
        self.canvas.setStrokeColor(black)
        if fill is not None:
            self.canvas.setFillColor(fill)
        self.canvas.rect(x, self.height - y - high, wide, high, stroke=int(stroke), fill=int(fill is not None))

    def turn(self) -> None:
        """The next page."""
        self.canvas.showPage()
        self.page += 1

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()

    def table(
        self,
        x: float,
        y: float,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        grid: Grid = Grid(),  # noqa: B008
        bottom: float = 1e9,
        again: Callable[[], float] | None = None,
        size: float = 0,
    ) -> float:
        """A table from `y` down; a page that is full calls `again`, which turns it and says where the table goes on."""
        size = size or self.size
        start = y
        if grid.titled:
            y = self._row(x, y, columns, [column.title for column in columns], grid, size, True)
        for row in rows:
            high = self._high(columns, row, grid, size)
            if y + high > bottom and again is not None:
                self._frame(x, start, y, columns, grid)
                start = y = again()
                if grid.titled:
                    y = self._row(x, y, columns, [column.title for column in columns], grid, size, True)
            y = self._row(x, y, columns, row, grid, size, False)
        self._frame(x, start, y, columns, grid)
        return y

    def _cells(
        self, columns: Sequence[Column], row: Sequence[str], grid: Grid, size: float, bold: bool
    ) -> list[list[str]]:
        return [
            self.wrapped(cell, column.width - 2 * grid.pad, size, bold)
            for column, cell in zip(columns, row, strict=True)
        ]

    def _high(
        self, columns: Sequence[Column], row: Sequence[str], grid: Grid, size: float, bold: bool = False
    ) -> float:
        return max(len(cell) for cell in self._cells(columns, row, grid, size, bold)) * grid.leading + grid.pad

    def _row(
        self, x: float, y: float, columns: Sequence[Column], row: Sequence[str], grid: Grid, size: float, head: bool
    ) -> float:
        high = self._high(columns, row, grid, size, head)
        if head and grid.header is not None:
            self.box(x, y, sum(column.width for column in columns), high, grid.header, stroke=False)
        left = x
        for column, cell in zip(columns, self._cells(columns, row, grid, size, head), strict=True):
            at = left + {"l": grid.pad, "r": column.width - grid.pad, "c": column.width / 2}[column.align]
            for number, line in enumerate(cell):
                self.text(
                    at,
                    y + size + 1 + number * grid.leading,
                    line,
                    column.align,
                    size,
                    head,
                    grid.header_ink if head else black,
                )
            left += column.width
        if grid.rules in ("rows", "all") or (head and grid.rules in ("frame", "columns")):
            self.rule(x, y + high, left, y + high, 0.4)
        return y + high

    def _frame(self, x: float, top: float, bottom: float, columns: Sequence[Column], grid: Grid) -> None:
        wide = sum(column.width for column in columns)
        if grid.rules in ("all", "frame", "columns"):
            self.box(x, top, wide, bottom - top)
        if grid.rules in ("all", "columns"):
            left = x
            for column in columns[:-1]:
                left += column.width
                self.rule(left, top, left, bottom, 0.4)
