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
from pathlib import Path

from amends.model import Letter
from amends.render.page import Page, cover
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    data = {"title": front.title, "reference": front.reference, "groups": groups}
    return typeset(Path(__file__).with_name("letter.typ"), data, page)


def sheet_to_pdf(sheet: Sheet, page: Page) -> Pdf:
    """The one-page sheet as a PDF; the type shrinks until one page holds it."""
    parts = [{"heading": part.heading, "lines": part.lines, "steps": part.steps} for part in sheet.parts]
    data = {"title": sheet.title, "lead": sheet.lead, "parts": parts}
    return typeset(Path(__file__).with_name("sheet.typ"), data, page)


def typeset(template: Path, data: Mapping[str, object], page: Page, accessible: bool = True) -> Pdf:
    """A template filled with data, which reaches it as JSON. Not `accessible`: drawings that a screen reader cannot
    tell, such as the frame around another document."""
    import typst

    day = {"year": page.day.year, "month": page.day.month, "day": page.day.day}
    whole = {**data, "paper": page.paper, "region": page.region, "language": page.language, "day": day}
    text = json.dumps(whole, ensure_ascii=False)
    compiler = typst.Compiler(template, ignore_system_fonts=True)
    try:
        made = _bytes(compiler, text, page.day)
    except typst.TypstError:
        compiler = typst.Compiler(template)
        missing, drawn = _undrawn(compiler, text, page.day)
        return Pdf(_bytes(compiler, text, page.day, accessible and drawn, accessible), missing)
    return Pdf(made if accessible else _bytes(compiler, text, page.day, accessible=False, tagged=False))


def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that no font of this machine can draw, each once."""
    import typst

    compiler = typst.Compiler(Path(__file__).with_name("letters.typ"))
    # Signs that join letters draw nothing of their own; apart from each other letters are told one by one.
    letters = [c for c in dict.fromkeys(text) if c.isprintable() and not c.isspace()]
    return _undrawn(compiler, " ".join(letters), date(1980, 1, 1))[0]


def _undrawn(compiler: typst.Compiler, text: str, day: date) -> tuple[tuple[str, ...], bool]:
    """The characters that not even the fonts of the machine can draw, and whether the text as it is can be set."""
    import typst

    missing: list[str] = []
    drawable = text
    while len(missing) < _MOST_MISSING:
        try:
            _bytes(compiler, drawable, day)
        except typst.TypstError as error:
            found = _UNDRAWN.search(error.message)
            glyph = _CODE.sub(lambda code: chr(int(code.group(1), 16)), found.group(1)) if found else ""
            if not glyph or glyph not in drawable:
                break
            missing.append(glyph)
            drawable = drawable.replace(glyph, "")
        else:
            return tuple(missing), not missing
    return tuple(missing), False


def _bytes(compiler: typst.Compiler, text: str, day: date, accessible: bool = True, tagged: bool = True) -> bytes:
    made = compiler.compile(
        format="pdf",
        sys_inputs={"data": text},
        pdf_standards=["ua-1"] if accessible else [],
        pdf_tags=tagged,
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    assert isinstance(made, bytes)
    return made
