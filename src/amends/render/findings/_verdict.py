"""The verdict for the terminal: the three questions, what answers what with its holes, and what to do next."""

from __future__ import annotations

from itertools import zip_longest

from amends.render.findings._written import counted, telling
from amends.render.terminal import width_of
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.model import Answer, Row, Step, Verdict
    from amends.render.terminal import Painter, Style

_COLUMNS = (("cause", "causes"), ("action", "actions"), ("measure", "measures"), ("exhibit", "exhibits"))
_HOLE = "missing"
_MOST_ROWS = 12
_MOST_VALUES = 3
_QUOTE = 120
_TALLEST = 3
_WIDEST_ISSUE = 20
_GAP = 2
_LABEL = 9


def parts(verdict: Verdict, painter: Painter) -> list[str]:
    """The parts of the verdict that have something to say, each a block of lines."""
    made = [painter.paint("What Amazon asks, and how the letter answers", "bold")] if verdict.answers else []
    made += [_answer(number, answer, painter) for number, answer in enumerate(verdict.answers, 1)]
    if verdict.matrix:
        made.append(_matrix(verdict.matrix, painter))
    if verdict.next:
        steps = [_step(number, step, painter) for number, step in enumerate(verdict.next, 1)]
        made.append("\n".join([painter.paint("Do next", "bold"), *steps]))
    return made


def _answer(number: int, answer: Answer, painter: Painter) -> str:
    made = [painter.wrap(answer.question, "bold", first=f"  {number}. ")]
    made += _labelled("there", "green", answer.there or ("nothing yet",), painter)
    made += _labelled("missing", "red", answer.missing, painter)
    return "\n".join(made)


def _labelled(label: str, colour: Style, sentences: Sequence[str], painter: Painter) -> Iterator[str]:
    """Sentences below each other, the first behind its label."""
    for at, sentence in enumerate(sentences):
        lead = painter.paint(f"{label:<{_LABEL}}", colour) if at == 0 else " " * _LABEL
        yield _led(f"     {lead}", 5 + _LABEL, sentence, painter)


def _led(lead: str, width: int, text: str, painter: Painter) -> str:
    """Text wrapped behind a lead of so many columns, which may be painted already."""
    wrapped = painter.wrap(one_line(text), first=" " * width, rest=" " * (width + _GAP))
    return lead + wrapped[width:]


def _step(number: int, step: Step, painter: Painter) -> str:
    made = [painter.wrap(step.what, "bold", first=f"  {number}. ")]
    if step.why:
        made.append(painter.wrap(step.why, first="     "))
    if step.ends:
        made.append(
            painter.wrap(f"ends {counted(step.ends, 'finding')}: {', '.join(step.rules)}", "dim", first="     ")
        )
    return "\n".join(made)


def _matrix(rows: Sequence[Row], painter: Painter) -> str:
    """A table where its cells stay short, a list of each issue otherwise."""
    some = telling(rows, _MOST_ROWS)
    made = [painter.paint("What answers what", "bold"), _table(some, painter) or _list(some, painter)]
    if len(rows) > len(some):
        made.append(f"  and {counted(len(rows) - len(some), 'more row')}; --format json has them all")
    return "\n".join(made)


def _title(row: Row) -> str:
    return one_line(" ".join(filter(None, (row.issue, row.asin))), _QUOTE)


def _cell(values: Sequence[str]) -> str:
    more = f" and {len(values) - _MOST_VALUES:,} more" if len(values) > _MOST_VALUES else ""
    return "; ".join(one_line(value, _QUOTE) for value in values[:_MOST_VALUES]) + more if values else _HOLE


def _table(rows: Sequence[Row], painter: Painter) -> str:
    """The rows as a table, or nothing when a cell would be more than some lines high."""
    cells = [[_title(row), *(_cell(getattr(row, field)) for _, field in _COLUMNS)] for row in rows]
    first = max(len("issue"), *(min(_WIDEST_ISSUE, width_of(row[0])) for row in cells))
    room = (painter.width - _GAP - first - _GAP * len(_COLUMNS)) // len(_COLUMNS)
    widths = [first, *([room] * len(_COLUMNS))]
    heads = ["issue", *(head for head, _ in _COLUMNS)]
    made: list[str] = []
    for row in (heads, *cells):
        folded = [_folded(cell, width) for cell, width in zip(row, widths, strict=True)]
        if any(width_of(line) > widths[at] for at, cell in enumerate(folded) for line in cell):
            return ""
        if any(len(cell) > _TALLEST for cell in folded):
            return ""
        made += _table_row(folded, widths, row is heads, painter)
    return "\n".join(made)


def _folded(text: str, width: int) -> list[str]:
    """The words in lines of that many columns; a longer word stands on a line of its own."""
    made = [""]
    for word in text.split():
        if made[-1] and width_of(made[-1]) + 1 + width_of(word) > width:
            made.append("")
        made[-1] += f" {word}" if made[-1] else word
    return made


def _table_row(row: Sequence[Sequence[str]], widths: Sequence[int], head: bool, painter: Painter) -> Iterator[str]:
    for at, pieces in enumerate(zip_longest(*row, fillvalue="")):
        line = " " * _GAP
        for column, (piece, width) in enumerate(zip(pieces, widths, strict=True)):
            hole = not head and column > 0 and at == 0 and piece == _HOLE
            painted = painter.paint(piece, "dim") if head else painter.paint(piece, "red") if hole else piece
            line += painted + " " * (width - width_of(piece) + _GAP)
        yield line.rstrip()


def _list(rows: Sequence[Row], painter: Painter) -> str:
    made = []
    for row in rows:
        made.append(painter.wrap(_title(row) or "this letter", "bold", first="  "))
        for head, field in _COLUMNS:
            label, values = painter.paint(f"{head:<{_LABEL}}", "dim"), getattr(row, field)
            hole = painter.paint(_HOLE, "red")
            made.append(_led(f"    {label}", 4 + _LABEL, _cell(values), painter) if values else f"    {label}{hole}")
    return "\n".join(made)
