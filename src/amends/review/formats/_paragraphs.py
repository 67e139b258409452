"""Paragraphs and tables of a word processor's file, and the text that they give."""

from __future__ import annotations

from amends.review.formats import Written, gathered
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_BOLD = 200
_LONGEST_CELL = 300
_LONGEST_TITLE = 9
# Symbol fonts draw their signs at private places; these are the ones that lists and arrows use.
_SIGNS = str.maketrans(
    {
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▸", "\uf076": "❖", "\uf0fc": "✓", "\uf0fe": "☑", "\uf0a8": "☐",
        "\uf0e0": "→", "\uf0de": "⇒", "\uf02d": "-", "\uf06f": "o", "\uf0d0": "–", "\uf0be": "—", "\ue00c": "▪",
        "\uf0a3": "☐", "\uf06e": "■", "\uf0f0": "⇨", "\uf052": "☑",
    }
)  # fmt: skip


def signs(text: str) -> str:
    """The text with the private characters of symbol fonts as the signs that they draw."""
    return text.translate(_SIGNS) if not text.isascii() else text


class Paragraph(NamedTuple):
    """One paragraph: `level` is that of a heading (0: none), `label` the list mark as shown, `depth` of the list.

    `lines` are its lines between soft breaks, each with whether all of it is bold. `quoted` marks another's words or
    what a draft lacks. `place` is where the user finds it.
    """

    lines: tuple[tuple[str, bool], ...]
    place: str
    level: int = 0
    label: str = ""
    depth: int = 0
    quoted: bool = False

    @property
    def text(self) -> str:
        """The words of all lines."""
        return " ".join(line for line, _ in self.lines)


Cell = list[Paragraph]


def written(paragraphs: Sequence[Paragraph], format: str, doubts: Sequence[str]) -> Written:
    """The draft that these paragraphs make, in the Markdown that review reads."""
    pieces: list[tuple[str, str]] = []
    for at, paragraph in enumerate(paragraphs):
        after = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        pieces.append((_shown(paragraph) + _between(paragraph, after), paragraph.place))
    return gathered(pieces, format, doubts)


def _shown(paragraph: Paragraph) -> str:
    if paragraph.level:
        return f"{'#' * min(paragraph.level, 6)} {' '.join((paragraph.label + ' ' + paragraph.text).split())}"
    indent = "   " * paragraph.depth
    head = f"{indent}{paragraph.label} " if paragraph.label else "> " if paragraph.quoted else ""
    follow = "\n" + (indent + "   " if paragraph.label else "> " if paragraph.quoted else "")
    return head + follow.join(_marked(line, bold) for line, bold in paragraph.lines)


def _marked(line: str, bold: bool) -> str:
    if not bold or len(line) > _LONGEST_BOLD or "**" in line or line[:1] in "-*•" or not line[:1].strip():
        return line
    return f"**{line}**"


def _between(paragraph: Paragraph, after: Paragraph | None) -> str:
    if after is None:
        return "\n"
    if paragraph.label and after.label and not (paragraph.level or after.level):
        return "\n"
    if paragraph.quoted and after.quoted:
        return "\n"
    broken = (
        _is_plain(paragraph) and _is_plain(after) and paragraph.text[-1:] not in ".!?:;" and after.text[:1].islower()
    )
    return "\n" if broken else "\n\n"


def _is_plain(paragraph: Paragraph) -> bool:
    return not (paragraph.level or paragraph.label or paragraph.quoted)


def in_reading_order(rows: Sequence[Sequence[Cell]]) -> Iterator[Paragraph]:
    """The paragraphs of a table as a person reads them.

    Columns headed by the parts of a plan are read one after the other, rows labelled by them one after the other. In
    any other table a row of short cells is one point, since its action, day and owner belong together.
    """
    rows = [row for row in rows if any(row)]
    if not rows:
        return
    width = max(map(len, rows))
    if width == 1:
        for row in rows:
            yield from _cells(row)
        return
    parts = [_part(cell) for cell in rows[0]]
    if len({part for part in parts if part}) >= 2 and len(rows) > 1:
        columns: list[list[Paragraph]] = [[] for _ in range(width)]
        for at, row in enumerate(rows):
            for column, cell in zip(columns, row, strict=False):
                column.extend(_headed(cell) if at == 0 and _part(cell) else cell)
        for column in columns:
            yield from column
        return
    heads = len(rows) > 1 and all(_heads_a_column(cell) for cell in rows[0])
    if heads:
        for cell in rows[0]:
            yield from _headed(cell) if _part(cell) else ()
    for row in rows[1:] if heads else rows:
        yield from _row(row)


def _cells(row: Sequence[Cell]) -> Iterator[Paragraph]:
    for cell in row:
        yield from _headed(cell) if _part(cell) else cell


def _row(row: Sequence[Cell]) -> Iterator[Paragraph]:
    filled = [cell for cell in row if cell]
    if any(len(cell) != 1 or cell[0].level or len(cell[0].text) > _LONGEST_CELL for cell in filled) or any(
        map(_part, filled)
    ):
        yield from _cells(row)
        return
    said = [cell[0].text.strip() for cell in filled]
    place = filled[0][0].place
    if len(said) == 2:
        yield Paragraph(((f"{said[0].rstrip(':.')}: {said[1]}", False),), place)
    else:
        joined = "; ".join(word.rstrip(".;") for word in said)
        yield Paragraph(((joined, False),), place, label="-" if len(said) > 2 else "")


def _headed(cell: Cell) -> Iterator[Paragraph]:
    """A cell whose first paragraph heads what follows it."""
    yield cell[0]._replace(level=cell[0].level or 2, label="")
    yield from cell[1:]


def _heads_a_column(cell: Cell) -> bool:
    text = cell[0].text if len(cell) == 1 else ""
    return 0 < len(text.split()) <= 4 and text[-1] not in ".!?" and not any(c.isdigit() for c in text)


def _part(cell: Cell) -> str | None:
    """Which of Amazon's three questions a cell names, when it names one and says nothing else."""
    from amends.review.language.words import tokens
    from amends.review.letter.parts import CAUSE, DONE, MEASURES, only_heading_words, part_of
    from amends.text import folded

    if len(cell) != 1 or not cell[0].lines:
        return None
    text = folded(cell[0].text)
    words, _ = tokens(text, 0, len(text))
    part = part_of(words) if 0 < len(words) <= _LONGEST_TITLE and only_heading_words(words) else None
    return part if part in (CAUSE, DONE, MEASURES) else None
