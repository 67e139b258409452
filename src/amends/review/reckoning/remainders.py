"""What is left over of a count: "the other four" of fourteen when eleven were named, "the 178 who kept it" of 220
when 33 sent it back, "all seven documents" of five.

A remainder is doubted only where the letter holds the whole and the part, where the figure nearly is what they leave,
and where no pair leaves just that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from amends.model import Span
from amends.review.reckoning.counts import number_of, singular
from amends.review.reckoning.figures import Figure, figures
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_OTHER = frozenset("other others remaining rest".split())
_KEPT = frozenset("kept keep unsold unreturned remained remain left untouched unanswered".split())
_LEFT = frozenset("missing absent left leftover remaining unused unsold undelivered".split())
_NOT = frozenset(("not", "never"))
_WHO = frozenset(("who", "that", "which"))
_OF = frozenset(("of", "from", "out", "in", "among"))
_PAPERS = frozenset("document file attachment exhibit paper enclosure annex".split())
_MOST_FIGURES, _MOST_PAIRS = 8, 12
_NEAR, _CLOSE, _SLACK, _REACH = 0.1, 0.3, 2, 7


def remainders(draft: Draft) -> Iterator[Again]:
    """Numbers of what is left that do not fit the whole and the part."""
    pairs: list[tuple[float, float, str, Statement]] = []
    told: set[float] = set()
    gaps: set[float] = set()
    for item in draft.items:
        yield from _others(draft, item)
        for statement in item.statements:
            yield from _beyond_all(draft, statement, told, gaps)
            found = [f for f in figures(draft, statement) if not f.money and not f.percent][:_MOST_FIGURES]
            for figure in found:
                noun = _noun(statement.words, figure.word)
                if noun and figure.value not in told and _leaves(statement.words, figure.word):
                    yield from _unfit(draft, statement, figure, [p for p in pairs if p[2] == noun])
            for first, second in pairwise(found):
                gaps.add(abs(first.value - second.value))
                if first.value > second.value and _spent(statement.words, second.word):
                    noun = _noun(statement.words, first.word)
                    if noun and len(pairs) < _MOST_PAIRS:
                        pairs.append((first.value, second.value, noun, statement))
                between = statement.words[first.word + 1 : second.word]
                if first.value < second.value and 1 <= len(between) <= 3 and not _OF.isdisjoint(between):
                    noun = _noun(statement.words, second.word)
                    if noun and len(pairs) < _MOST_PAIRS:
                        pairs.append((second.value, first.value, noun, statement))
            told.update(f.value for f in found)


def _beyond_all(draft: Draft, statement: Statement, told: set[float], gaps: set[float]) -> Iterator[Again]:
    """ "All 29 buyers have their numbers, the remaining 9 …", where the letter tells of 29 in all and never of 38."""
    words = statement.words
    if "all" not in words or _OTHER.isdisjoint(words):
        return
    found = [f for f in figures(draft, statement) if not f.money and not f.percent][:_MOST_FIGURES]
    for whole, rest in pairwise(found):
        if words[max(0, whole.word - 1)] != "all" or words[rest.word - 1] not in _OTHER or rest.value >= whole.value:
            continue
        together = whole.value + rest.value
        if (whole.value in told or whole.value in gaps) and together not in told and together not in gaps:
            said = draft.text[rest.start : rest.end]
            message = f"All {whole.value:g} here, and {said} more that remain. Count once more."
            yield Again(Span(whole.start, rest.end, draft.text[whole.start : rest.end]), "", message)


def _others(draft: Draft, item: Item) -> Iterator[Again]:
    """ "The other four", with nothing behind it, of what the same point counts."""
    known: list[float] = []
    for statement in item.statements[:_MOST_FIGURES]:
        found = [f for f in figures(draft, statement) if not f.money and not f.percent][:_MOST_FIGURES]
        for figure in found:
            words, at = statement.words, figure.word
            bare = at >= 2 and words[at - 1] in _OTHER and words[at - 2] in ("the", "all") and not _noun(words, at)
            if bare and 2 <= len(known) <= _MOST_FIGURES and figure.value >= 2:
                left = {abs(one - two) for one, two in combinations(known, 2)}
                near = [value for value in left if 0 < abs(value - figure.value) <= _SLACK]
                if near and figure.value not in left and figure.value not in known:
                    yield _again(draft, figure, f"leave {near[0]:g}", item.statements[0])
            known.append(figure.value)


def _spent(words: tuple[str, ...], at: int) -> bool:
    """Whether the number of what is gone stands here, with nothing counted behind it: "3,000 cards, 2,140 used"."""
    behind = words[at + 1 : at + 3]
    return behind[:1] != () and (behind[0] in _GONE or (behind[0] in ("were", "was") and behind[-1] in _BOOKED))


_BOOKED = frozenset("booked counted found received scanned there".split())
_GONE = frozenset("used sold sent shipped given handed distributed delivered inserted gone consumed packed".split())


def _leaves(words: tuple[str, ...], at: int) -> bool:
    """Whether a number tells what is left: "the 178 buyers who kept it", "the 12 jars not sold"."""
    if at and words[at - 1] in _LEFT:
        return True
    behind = words[at + 2 : at + _REACH]
    if not _KEPT.isdisjoint(behind):
        return True
    return not _NOT.isdisjoint(behind[:4]) and not _WHO.isdisjoint(behind[:2])


def _unfit(
    draft: Draft, statement: Statement, figure: Figure, pairs: list[tuple[float, float, str, Statement]]
) -> Iterator[Again]:
    left = [(whole - part, where) for whole, part, _, where in pairs]
    if any(value == figure.value for value, _ in left):
        return
    for value, where in left:
        sure = figure.word > 0 and statement.words[figure.word - 1] in _LEFT
        if abs(value - figure.value) <= max(_SLACK, value * (_CLOSE if sure else _NEAR)) and where is not statement:
            yield _again(draft, figure, f"leave {value:g}", where)
            return


def _noun(words: tuple[str, ...], at: int) -> str:
    """The plural right behind a number, in the singular, or nothing."""
    word = words[at + 1] if at + 1 < len(words) else ""
    return singular(word) if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else ""


def _again(draft: Draft, figure: Figure, what: str, where: Statement) -> Again:
    said = draft.text[figure.start : figure.end]
    return Again(
        Span(figure.start, figure.end, said),
        where.text,
        f"{said} here, and the numbers before {what}. Count once more and write one number.",
    )


def papers(draft: Draft) -> Iterator[Again]:
    """ "All seven documents" in a letter that names five files, or lists another number of points."""
    names = {match.group().lower() for match in draft.files}
    if len(names) < 2:
        return
    lengths = {len([item for item in part.items if item.kind != "paragraph"]) for part in draft.parts}
    lengths |= {len(draft.files_in(part)) for part in draft.parts} | {len(names)}
    for statement in draft.statements:
        words = statement.words
        for at, word in enumerate(words):
            number = number_of(word) if words[max(0, at - 1) : at] in (("all",), ("these",)) else None
            if number is None or number < 2 or _noun(words, at) not in _PAPERS or words[at + 2 : at + 3] == ("of",):
                continue
            listed = {len(draft.files_in(item)) for item in draft.items}
            again = sum(number_of(other) == number for each in draft.statements for other in each.words)
            if number in lengths | listed or again > 1:
                continue
            start, end = statement.between(at, at + 2)
            message = f"{number} are counted, and the letter names {len(names)} files. Correct the count or the list."
            yield Again(Span(start, end, draft.text[start:end]), "", message)


def one_or_both(draft: Draft) -> Iterator[Again]:
    """ "Both warehouses" where the sentence before has one."""
    for item in draft.items:
        single: dict[str, Statement] = {}
        for statement in item.statements:
            words = statement.words
            for at, word in enumerate(words[:-1]):
                if word == "both" and singular(words[at + 1]) in single and words[at + 1].endswith("s"):
                    before = single[singular(words[at + 1])]
                    start, end = statement.between(at, at + 2)
                    message = f"“{draft.text[start:end]}” here, and one before. Which is right?"
                    yield Again(Span(start, end, draft.text[start:end]), before.text, message)
                elif (
                    word == "one"
                    and len(words[at + 1]) > 3
                    and (at == 0 or words[at - 1] in ("has", "have", "only", "a"))
                ):
                    single[words[at + 1]] = statement
