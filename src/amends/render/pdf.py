"""PDF: tagged (PDF/UA-1), fonts embedded, text selectable, the same bytes for the same letter.

Text reaches the templates as JSON strings, so nothing in it can become markup. The fonts that come with the library
draw Latin, Greek, Cyrillic, Hebrew and Arabic letters. Where a text needs more (a supplier's name in Chinese), the
fonts of the machine are tried, and only then do the bytes depend on it. What no font can draw is set as an empty box
and reported in `Pdf.missing`, never left out silently.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from amends.model import Letter
from amends.render.page import Page, cover
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

    from amends.render.sheet import Sheet

_UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_MOST_MISSING = 60


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF. `missing` holds the characters that no font here could draw, in the order they were met."""

    data: bytes
    missing: tuple[str, ...] = ()


def to_pdf(letter: Letter, page: Page) -> Pdf:
    """The letter as a PDF of usually one or two pages, numbered "1 of 2"."""
    groups: list[dict[str, object]] = []
    kind = ""
    texts: list[str] = []
    front = cover(letter, page)
    for block in front.blocks:
        if block.kind == kind and kind in ("number", "bullet"):
            texts.append(block.text)
            continue
        kind, texts = block.kind, [block.text]
        groups.append({"kind": kind, "texts": texts, "start": block.number})
    return _compiled("letter.typ", {"title": front.title, "reference": front.reference, "groups": groups}, page)


def sheet_to_pdf(sheet: Sheet, page: Page) -> Pdf:
    """The one-page sheet as a PDF; the type shrinks until one page holds it."""
    parts = [{"heading": part.heading, "lines": part.lines, "steps": part.steps} for part in sheet.parts]
    return _compiled("sheet.typ", {"title": sheet.title, "lead": sheet.lead, "parts": parts}, page)


def _compiled(template: str, data: dict[str, object], page: Page) -> Pdf:
    from pathlib import Path

    import typst

    path = Path(__file__).with_name(template)
    data |= {"paper": page.paper, "region": page.region}
    data["day"] = {"year": page.day.year, "month": page.day.month, "day": page.day.day}
    text = json.dumps(data, ensure_ascii=False)
    try:
        return Pdf(_bytes(typst.Compiler(path, ignore_system_fonts=True), text, page.day))
    except typst.TypstError:
        return _with_fonts_of_the_machine(typst.Compiler(path), text, page.day)


def _with_fonts_of_the_machine(compiler: typst.Compiler, text: str, day: date) -> Pdf:
    import typst

    missing: list[str] = []
    drawable = text
    while len(missing) < _MOST_MISSING:
        try:
            data = _bytes(compiler, drawable, day)
        except typst.TypstError as error:
            found = _UNDRAWN.search(error.message)
            glyph = _CODE.sub(lambda code: chr(int(code.group(1), 16)), found.group(1)) if found else ""
            if not glyph or glyph not in drawable:
                break
            missing.append(glyph)
            drawable = drawable.replace(glyph, "")
        else:
            if not missing:
                return Pdf(data)
            break
    return Pdf(_bytes(compiler, text, day, accessible=False), tuple(missing))


def _bytes(compiler: typst.Compiler, text: str, day: date, accessible: bool = True) -> bytes:
    made = compiler.compile(
        format="pdf",
        sys_inputs={"data": text},
        pdf_standards=["ua-1"] if accessible else [],
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    assert isinstance(made, bytes)
    return made
