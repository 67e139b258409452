"""Made-up documents, written as text and drawn in several ways: as pages of words, with reportlab, with typst.

A document begins with `=== kind  remark`; `name=…` in the remark is its file name. A line that begins with `# ` is
large; ` | ` parts the columns of a row, three blanks make a wide gap. A line `> name = value` is not drawn: it is a
field that is to be read there.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import NamedTuple

from amends.evidence.formats import pdf
from amends.evidence.page import Page, Word
from amends.model.reading import Box

FOLDER = Path(__file__).parent / "kinds"
WIDTH, HEIGHT, MARGIN = 612.0, 792.0, 50.0


class Written(NamedTuple):
    """A made-up document: the kind that it is, what it is about, the name of its file, its lines, its fields."""

    kind: str
    remark: str
    name: str
    lines: tuple[str, ...]
    fields: tuple[tuple[str, str], ...] = ()


def documents(folder: Path = FOLDER) -> list[Written]:
    """Every document of the files in a folder."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        for part in file.read_text(encoding="utf-8").split("=== ")[1:]:
            head, *lines = part.rstrip("\n").split("\n")
            kind, _, remark = head.partition("  ") if "  " in head else head.partition(" ")
            words = remark.split()
            drawn_ = [line for line in lines if not line.startswith("> ")]
            told = [line[2:].partition(" = ") for line in lines if line.startswith("> ")]
            fields = tuple((field, value) for field, _, value in told)
            name = next((word[5:] for word in words if word.startswith("name=")), "scan0001.pdf")
            found.append(Written(kind.strip(), f"{file.stem}: {kind} {remark}", name, tuple(drawn_), fields))
    return found


def _sized(line: str) -> tuple[float, list[str]]:
    size, text = (20.0, line[2:]) if line.startswith("# ") else (10.0, line)
    return size, [cell.strip() for cell in text.split(" | ")]


def plain(lines: tuple[str, ...]) -> tuple[Page, ...]:
    """The lines as a page of words, as any format would give it."""
    words: list[Word] = []
    down = MARGIN
    for line in lines:
        size, cells = _sized(line)
        for at, cell in enumerate(cells):
            across = MARGIN + at * (WIDTH - 2 * MARGIN) / len(cells)
            for text in cell.replace("   ", " \t ").split(" "):
                if not text.strip():
                    across += 2 * size if text else 0
                    continue
                wide = sum(1.0 if ord(c) > 0x2E80 else 0.5 for c in text) * size
                words.append(Word(text, Box(across, down, across + wide, down + 1.2 * size), 1.0, size))
                across += wide + 0.3 * size
        down += 1.5 * size
    return (Page(1, WIDTH, max(HEIGHT, down + MARGIN), tuple(words)),)


def reportlab(lines: tuple[str, ...]) -> bytes:
    """The lines as a PDF of reportlab, each word where it stands in `plain`."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    text = "".join(lines)
    wide = any(ord(c) > 0x2E80 for c in text)
    font = "STSong-Light" if wide else "Times-Roman"
    if wide:
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, max(HEIGHT, 60 + 30 * len(lines))), invariant=1)
    down = canvas._pagesize[1] - MARGIN
    for line in lines:
        size, cells = _sized(line)
        canvas.setFont(font, size)
        for at, cell in enumerate(cells):
            canvas.drawString(
                MARGIN + at * (WIDTH - 2 * MARGIN) / len(cells), down - size, cell.replace("   ", 10 * " ")
            )
        down -= 1.5 * size
    canvas.save()
    return out.getvalue()


_TYPST = """
#let lines = json(bytes(sys.inputs.lines))
#set page(width: 612pt, height: auto, margin: 48pt)
#set text(size: 10pt)
#for line in lines {
  block(spacing: 8pt, grid(
    columns: (1fr,) * line.cells.len(),
    ..line.cells.map(cell => text(
      size: line.size * 1pt, weight: if line.size > 12 { "bold" } else { "regular" }, cell.split("   ").join(h(24pt))))
  ))
}
"""


def typst(lines: tuple[str, ...]) -> bytes:
    """The lines as a PDF of typst: long cells break, columns are even."""
    import typst as compiler

    sized = [dict(zip(("size", "cells"), _sized(line), strict=True)) for line in lines]
    made: bytes = compiler.compile(_TYPST.encode(), sys_inputs={"lines": json.dumps(sized)})
    return made


def drawn(document: Written, way: str) -> tuple[Page, ...]:
    """The pages of a document that was drawn in one of the ways: plain, reportlab, typst."""
    if way == "plain":
        return plain(document.lines)
    data = reportlab(document.lines) if way == "reportlab" else typst(document.lines)
    return pdf.read(data, document.name).pages
