"""Lines that are titles by where they stand: alone, short, without a full stop, in a row of others like them.

The words of a title may say nothing about the parts of a plan ("Rule by rule", "3. Label photos"). What shows it is the
form that it shares with the other titles of the letter, and that something longer stands below it.
"""

from __future__ import annotations

from amends.review.language.words import Reading
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from amends.review.letter.lines import Line

_MOST_WORDS, _MOST_TITLES = 8, 60
_LEAST_BELOW = 40
_ENDS = ".!?,;:"
_LONGEST_NUMBER = 2
# "What we checked", "Where the goods came from".
_ASKS = frozenset("what how why where which who when".split())
# A sentence without its full stop, who is spoken to, and who signs.
_NO_TITLE = frozenset(
    "we i it they he she was were is are am has have had be been dear hello hi to team department amazon support "
    "sincerely regards respectfully faithfully yours thank thanks signed subject re ref".split()
)


def titles(lines: Sequence[Line], reading: Reading, known: Iterable[int]) -> frozenset[int]:
    """The numbers of the lines that are titles by their form; `known` are those that are by their words."""
    forms: dict[str, list[int]] = {}
    fellows: dict[str, int] = {}
    for at in known:
        form = _form(lines[at])
        fellows[form] = fellows.get(form, 0) + 1
    for at in range(1, len(lines) - 1):
        if lines[at].text and not lines[at - 1].text and _may_be(lines[at], reading) and _heads(lines, at):
            forms.setdefault(_form(lines[at]), []).append(at)
    return frozenset(
        at
        for form, found in forms.items()
        if len(found) + fellows.get(form, 0) > 1 and len(found) <= _MOST_TITLES
        for at in found
    )


def _form(line: Line) -> str:
    """What the titles of one letter have in common: their mark, or that they have none; and capitals."""
    return f"{line.mark} {line.text.isupper()}"


def _may_be(line: Line, reading: Reading) -> bool:
    body = line.text
    if line.quote or line.row or line.mark == "bullet" or body[-1] in _ENDS or not body[0].isupper():
        return False
    if "@" in body or "." in body:
        return False
    words = reading.words(line.start, line.end)
    if not 0 < len(words) <= _MOST_WORDS or words[0][0].isdigit() or any(map(_is_number, words)):
        return False
    return _NO_TITLE.isdisjoint(words) or (words[0] in _ASKS and words[-1] not in _NO_TITLE)


def _is_number(word: str) -> bool:
    """Whether a word is a figure, a day or an identifier, not the number of a document."""
    return len(word) > _LONGEST_NUMBER and any(map(str.isdigit, word))


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Whether what stands below a line is longer than a title, or a list of points."""
    below = next((line for line in lines[at + 1 : at + 3] if line.text), None)
    if below is None or below.quote:
        return False
    if below.mark and below.mark == lines[at].mark:
        # The points of one list, parted by blank lines, head nothing.
        return below.indent > lines[at].indent
    return bool(below.mark) or below.row or below.end - below.start >= _LEAST_BELOW
