"""Copies of documents in a frame: stamps under every page, labels beside it, thin boxes around what is cited.

A page is shown as large as it is. What is added stands on a strip beside and under it, so that nobody can take it for a
part of the document; only the outlines and their numbers stand on the page, where it is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from amends.model import Box
from amends.render.exhibits.compose import Placed, composed
from amends.render.exhibits.layout import SCALE, Drawn, Mark, laid
from amends.render.exhibits.original import MOST_PIXELS, Original, Size
from amends.render.letter import flat
from amends.render.page import Page
from amends.render.pdf import Pdf, typeset
from amends.text import one_line
from amends.typed import Any

HERE = Path(__file__).parent
STRIP = 156.0
"""The width of the strip for labels, in points."""

FOOT = 34.0
"""The height of the strip for stamps."""

SLIP = Size(612.0, 792.0)
"""The size of a slip that stands for a document without pages."""

DPI = 200
"""How sharp a copy is as a picture."""

_LEAST = 430.0
_LABEL = 34.0
_MOST_MARKS = 200
_WORDS = 110


@dataclass(frozen=True, slots=True)
class Label:
    """A cited place on a page: number, what it is, what stands there, and the box."""

    number: int
    title: str
    words: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of an original to be copied (`at`, from 0) with what is written around it.

    `stamp` stands under it at the right, `foot` are the lines at the left. `bookmark` is the title that begins here and
    `anchor` its name in the file, if one does. Without an original it is a slip with the lines of `slip` on it.
    """

    original: Original | None
    at: int
    stamp: str
    foot: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    bookmark: str = ""
    anchor: str = ""
    slip: tuple[str, ...] = ()

    @property
    def size(self) -> Size:
        """The size of the page, in points."""
        return self.original.size(self.at) if self.original is not None else SLIP


def copied(sheets: Sequence[Sheet], title: str, page: Page) -> Pdf:
    """The copies as one PDF. The same sheets give the same bytes. Raises `Unreadable` for a page that is broken."""
    data = {"title": flat(title), "copies": [laid_out(sheet) for sheet in sheets]}
    frame = typeset(HERE / "copy.typ", data, page, accessible=False)
    return Pdf(filled(frame.data, sheets, data, page), frame.missing)


def as_pictures(data: bytes) -> Iterator[bytes]:
    """The pages of a copy as PNG pictures, for notices that take no PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for at in range(len(document)):
            page = document[at]
            scale = min(DPI / 72, (MOST_PIXELS / (page.get_width() * page.get_height())) ** 0.5)
            out = BytesIO()
            page.render(scale=scale).to_pil().convert("RGB").save(out, "PNG")
            page.close()
            yield out.getvalue()


def filled(frame: bytes, sheets: Sequence[Sheet], data: Mapping[str, Any], page: Page, first: int = 0) -> bytes:
    """A frame with the originals put in, from its page `first` on, and the marks over them."""
    placed = []
    for number, (sheet, copy) in enumerate(zip(sheets, data["copies"], strict=True)):
        if sheet.original is not None:
            bottom = copy["height"] - sheet.size.height
            placed.append(Placed(first + number, number, sheet.original, sheet.at, 0.0, bottom))
    marked = any(copy["marks"] for copy in data["copies"])
    over = typeset(HERE / "over.typ", data, page, accessible=False).data if marked else None
    return composed(frame, placed, over)


def laid_out(sheet: Sheet) -> dict[str, Any]:
    """The frame of one copy, as data for the template."""
    wide, high = sheet.size
    ordered = sorted(sheet.labels, key=lambda label: (label.box.top + label.box.bottom, label.number))
    shown = ordered[: max(int(high / _LABEL), 1)]
    if len(shown) < len(ordered):
        more = f"{len(ordered) - len(shown)} more numbered places stand in the cover sheet."
        sheet = replace(sheet, foot=(*sheet.foot[:-1], more))
    drawn = _drawn(sheet.original, sheet) if sheet.labels and sheet.original is not None else ()
    return {
        "width": max(wide + (STRIP if sheet.labels else 0.0), _LEAST),
        "height": high + FOOT,
        "doc": [wide, high],
        "stamp": flat(sheet.stamp),
        "foot": [flat(line) for line in sheet.foot],
        "bookmark": one_line(sheet.bookmark, 120),
        "anchor": sheet.anchor,
        "slip": [one_line(line, 300) for line in sheet.slip],
        "labels": [
            {
                "number": str(label.number),
                "title": one_line(label.title, 60),
                "words": one_line(label.words, _WORDS),
                "at": (label.box.top + label.box.bottom) / 2,
            }
            for label in shown
        ],
        "marks": [
            {
                "outline": list(one.outline),
                "tag": list(one.tag) if one.tag else None,
                "numbers": ", ".join(map(str, one.numbers)),
            }
            for one in drawn
        ],
    }


def _drawn(original: Original, sheet: Sheet) -> tuple[Drawn, ...]:
    numbers: dict[Box, list[int]] = {}
    for label in sheet.labels:
        numbers.setdefault(label.box, []).append(label.number)
    marks = [Mark(tuple(sorted(held)), box) for box, held in numbers.items() if _on(box, sheet.size)][:_MOST_MARKS]
    return laid(marks, original.pixels(sheet.at, SCALE), *sheet.size)


def _on(box: Box, size: Size) -> bool:
    """Whether a box lies on its page and has an area."""
    return 0 <= box.left < box.right <= size.width + 1 and 0 <= box.top < box.bottom <= size.height + 1
