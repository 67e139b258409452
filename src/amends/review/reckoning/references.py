"""Where a letter speaks again of what it counted just before: "these 48 units", "all eight".

Only what stands in the same point or paragraph is held against each other, and only where a word says that the same
things are meant: two numbers that merely stand side by side are two facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from amends.model import Span
from amends.review.reckoning.counts import NARROWING, number_of, singular
from amends.review.reckoning.figures import Figure, figures
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_MANY = 4
_BACK, _MOST_STATEMENTS, _MOST_TOLD, _SMALL = 3, 60, 300, 12
_POINTS_BACK = frozenset("these those the all both same said such".split())
_BETWEEN = frozenset("the these those of said same other".split())
_OTHERS = frozenset(
    "second other another further more additional next third remaining rest left reminder again later others instead "
    "new usual per only least most than about around nearly".split()
)
_DOCUMENTS = frozenset(
    "invoice document file screenshot photo attachment letter exhibit certificate report receipt picture pdf".split()
)
_INCLUDING = re.compile(r"including|such as|e\.g\.|for example|among|each|per\b", re.I)
_LIST_ITEM = re.compile(r"^[\w#&.’'()/-]+(?: [\w#&.’'()/-]+){0,3}$")


class Again(NamedTuple):
    """Words that speak again of something with another number or day, and the words before that they contradict."""

    place: Span
    before: str
    message: str


def counts(draft: Draft) -> Iterator[Again]:
    """Numbers that differ from the number of the same things just before."""
    told: set[float] = set()
    for item in draft.items:
        if len(item.statements) > _MOST_STATEMENTS:
            continue
        for at, statement in enumerate(item.statements):
            yield from _pointing(draft, item.statements[max(0, at - _BACK + 1) : at], statement, told)
            yield from _listing(draft, statement)
        told.update(figure.value for statement in item.statements for figure in figures(draft, statement))


def _pointing(draft: Draft, before: list[Statement], statement: Statement, told: set[float]) -> Iterator[Again]:
    """Numbers that point back; `told` are those of earlier points, which a number may mean as well."""
    found = figures(draft, statement)
    words = statement.words
    if not found and "both" not in words:
        return
    earlier = [(s, f) for s in before for f in figures(draft, s)]
    for figure in found:
        known = [(s, f) for s, f in earlier if not f.money and not f.percent]
        earlier.append((statement, figure))
        known = [(s, f) for s, f in known if not _of_one(s.words, f.word) and s.words[f.word] != "both"]
        if figure.money or figure.percent or not known or words[figure.word] == "one":
            continue
        part = words[figure.word + 1 : figure.word + 3]
        of_them = part[:1] == ("of",) and part[1:] in (("them",), ("these",), ("those",), ("the",))
        # "Of these, 15 were stockings".
        if words[max(0, figure.word - 2) : figure.word] in (("of", "these"), ("of", "those")):
            continue
        if of_them and any(number_of(word) is not None for word in words[figure.word + 3 : figure.word + 4]):
            continue
        back = _points_back(words, figure.word)
        if not of_them and not back:
            continue
        noun = _noun(words, figure.word)
        if words[figure.word] == "both" and not noun and words[figure.word + 1 : figure.word + 2] != ("of",):
            # "I cancel and put it to zero; both are noted" counts what was done.
            continue
        alike = [(s, f) for s, f in known if noun and _noun(s.words, f.word) == noun]
        if not alike and (noun or len(known) > 2) and not of_them:
            continue
        source, anchor = (alike or known)[-1]
        values = {f.value for _, f in known}
        if of_them:
            if figure.value > max(values):
                yield _again(draft, statement, figure, source, anchor, "more than there are")
        elif (
            figure.value not in values | told
            and not _narrowed(words, figure.word)
            and not _made_of(figure.value, [f.value for _, f in known])
            and not (figure.value > _SMALL and len(told) <= _MOST_TOLD and any(figure.value - v in told for v in told))
            # "All 1,904 jars" behind 31 jars are a greater whole, not another count of them.
            and not ("all" in words[max(0, figure.word - 2) : figure.word] and figure.value > _MANY * max(values))
        ):
            near = words[max(0, figure.word - 3) : figure.word + 4]
            if _OTHERS.isdisjoint(near):
                yield _again(draft, statement, figure, source, anchor, "for the same")


def _points_back(words: tuple[str, ...], at: int) -> bool:
    """Whether a number is one that the reader should know: "these 48", "all the eight", "of the fourteen"."""
    place = at - 1
    while place >= 0 and at - place <= 3 and words[place] in _BETWEEN and words[place] not in ("the", "these", "those"):
        place -= 1
    if words[max(0, at - 3) : at] == ("each", "of", "the"):
        return True
    return (place >= 0 and (words[place] in _POINTS_BACK or words[at] == "both")) or words[at] == "both"


def _of_one(words: tuple[str, ...], at: int) -> bool:
    """Whether a number is how many belong to one order or one buyer: "one of two cartons" each."""
    return (at > 1 and words[at - 2 : at] == ("one", "of")) or words[at : at + 2] == ("one", "of")


def _narrowed(words: tuple[str, ...], at: int) -> bool:
    """Whether "the 29 units in our store" says itself which ones it means."""
    if at and words[at - 1] != "the":
        return False
    return any(word in NARROWING for word in words[at + 1 : at + 4])


def _noun(words: tuple[str, ...], at: int) -> str:
    for place in range(at + 1, min(at + 4, len(words))):
        word = words[place]
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word.isalpha():
            return singular(word)
        if word in ("of", "and", "on", "in", "were", "was") or number_of(word) is not None:
            return ""
    return ""


def _made_of(value: float, parts: list[float]) -> bool:
    """Whether a number is the sum or the difference of numbers that stand before it."""
    return any(
        value in (sum(chosen), abs(chosen[0] - sum(chosen[1:])))
        for size in (2, 3)
        for chosen in combinations(parts[-8:], size)
    )


def _again(draft: Draft, statement: Statement, figure: Figure, source: Statement, anchor: Figure, how: str) -> Again:
    said, first = draft.text[figure.start : figure.end], draft.text[anchor.start : anchor.end]
    message = f"{said} here, {first} just before, {how} things. Count once more and write one number."
    return Again(Span(figure.start, figure.end, said), source.text, message)


def _listing(draft: Draft, statement: Statement) -> Iterator[Again]:
    """A count and the list behind it: "four documents: a.pdf, b.pdf, c.pdf"."""
    files = draft.files_in(statement)
    words = statement.words
    tail_at = draft.text.rfind(": ", statement.start, statement.end)
    if len(files) < 2 and tail_at < 0:
        return
    for figure in figures(draft, statement):
        noun = _noun(words, figure.word)
        if figure.money or figure.percent or figure.value < 2 or not noun or _INCLUDING.search(statement.text):
            continue
        if noun in _DOCUMENTS and len(files) >= 2 and files[0].start() > figure.end:
            listed = len({match.group().lower() for match in files})
            if any(f"{noun}s" in match.group().lower() for match in files):
                # "Four invoices (invoices.pdf, …)": one file holds several.
                return
            if listed != figure.value and not _more(words):
                message = f"{int(figure.value)} are counted, {listed} are named. Correct the count or the list."
                yield Again(
                    Span(figure.start, files[-1].end(), draft.text[figure.start : files[-1].end()]), "", message
                )
            return
        if tail_at > figure.end and not figures_behind(draft, statement, tail_at):
            pieces = _pieces(draft.text[tail_at + 2 : statement.end])
            if len(pieces) >= 2 and len(pieces) != figure.value and abs(len(pieces) - figure.value) <= 3:
                message = f"{int(figure.value)} are counted, {len(pieces)} are listed. Correct the count or the list."
                yield Again(Span(figure.start, figure.end, draft.text[figure.start : figure.end]), "", message)
            return


def figures_behind(draft: Draft, statement: Statement, offset: int) -> bool:
    """Whether numbers stand behind a place of a statement, so that it is no bare list."""
    return any(figure.start > offset for figure in figures(draft, statement))


def _more(words: tuple[str, ...]) -> bool:
    return not {"each", "total", "together", "pages", "copies"}.isdisjoint(words)


def _pieces(tail: str) -> list[str]:
    """The members of a list of short things; none where it is a sentence."""
    body = tail.strip().rstrip(".;")
    body = re.sub(r"\s*\([^()]{0,60}\)", "", body)
    if len(body) > 300 or "; " in body:
        return []
    pieces = [piece.strip() for piece in re.split(r", and |, | and | & ", body) if piece.strip()]
    return pieces if all(_LIST_ITEM.match(piece) for piece in pieces) else []
