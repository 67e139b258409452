"""What a letter says at its head that was complained of, one by one, and which of it is never taken up again.

"B0C… (steam iron) and B0C… (hair dryer)", "26 were printed mugs and 18 large parcels", "the first (complaint …)
concerns a word, the second (complaint …) a logo": each is known again by its number, by a word that the others do not
have, or by its place ("the first two", "the other"). Where some are taken up and one is not, it was forgotten.
"""

from __future__ import annotations

import re
from itertools import pairwise

from amends.model import Span
from amends.review.language.verbs import is_past
from amends.review.letter import parts
from amends.review.letter.blocks import Block
from amends.review.meaning.topics import fields, telling, topics
from amends.review.reckoning.figures import figures
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement


class Complaint(NamedTuple):
    """One of a row: its place, its numbers in small letters, the words that it alone has, its place in the row, and
    the mark before it ("(ii)") where it has one.
    """

    place: Span
    numbers: frozenset[str]
    words: frozenset[str]
    at: int
    mark: str = ""


_CUTS = re.compile(r"[,;:()]|(?<=\s)(?:and|und|y|et|sowie|plus|as well as)(?=\s)")
_KINDS = frozenset(("asin", "order", "shipment", "complaint"))
_FORMS = (
    ("shipment", re.compile(r"\b(FBA[0-9A-Z]{8,12})\b")),
    ("complaint", re.compile(r"(?i:complaint(?: id)?|case)\s+(\d{8,12})\b")),
    ("isbn", re.compile(r"\b(97[89]\d{10})\b")),
)
_MARK = re.compile(r"(\((?:[ivx]{1,4}|[a-h]|\d)\)) ?(?:the )?$")
_MARKED = re.compile(r"(\((?:[ivx]{1,4}|[a-h]|\d)\))")
_LAST, _BEFORE_IT = 4, 12
_SEVERAL, _MOST, _MOST_STATEMENTS, _MOST_HEAD, _HEAD = 2, 12, 10, 40, 2
_ORDINALS = {
    word: at
    for at, words in enumerate(("first 1st former erste", "second 2nd latter", "third 3rd", "fourth 4th", "fifth 5th"))
    for word in words.split()
}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ALL = frozenset("all both each every these those either".split())
_THINGS = frozenset(
    "asins listings offers products items articles pages orders shipments complaints claims cases listing "
    "product offer "
    "asin order complaint claim case of them goods two three four five six problems issues".split()
)
_GO_ON = _THINGS | frozenset(
    "was were is had has have came one ones group because concerns concern hold holds lay stood could ran the "
    "and comes "
    "arose shows stems goes".split()
)
_REST = frozenset("rest remaining remainder others".split())


def rows(draft: Draft) -> list[tuple[list[Complaint], int]]:
    """The rows of what was complained of in the opening, each with where the sentence of its last one ends."""
    if "complained" not in draft.memo:
        draft.memo["complained"] = list(_rows(draft))
    return cast("list[tuple[list[Complaint], int]]", draft.memo["complained"])


def forgotten(draft: Draft, row: Sequence[Complaint], told: Sequence[Statement]) -> list[Complaint]:
    """Those of a row that these sentences do not take up, where they take up another by its number or its words."""
    low = " ".join(draft.low[statement.start : statement.end] for statement in told)
    words = tuple(word for statement in told for word in statement.words)
    stems = telling(words)
    named = {
        one.at
        for one in row
        if (one.mark and one.mark in low)
        or any(n in low for n in one.numbers)
        or not one.words.isdisjoint(stems)
        or _counts(one, words)
        or any(n[-_LAST:] in words for n in one.numbers if n[-1].isalpha())
    }
    if not named or len(named) == len(row) or _together(words, len(row)):
        return []
    by_place = set(_by_place(words, len(row)))
    return [one for one in row if one.at not in named and one.at not in by_place]


def unexplained(draft: Draft, told: Sequence[Statement]) -> Iterator[Span]:
    """What one sentence at the head names beside other things, and what is acted on later, but has no cause.

    The things are known by the words and fields that they alone have; the cause takes up at least one of them.
    """
    cause = acted = frozenset[str]()
    for statement in _head(draft):
        if "," not in statement.text and "and" not in statement.words:
            continue
        pieces = [Span(start, end, draft.text[start:end]) for start, end in _pieces(draft, statement)]
        own = [_matter(piece.quote) for piece in pieces]
        count = len([mine for mine in own if mine])
        if not _SEVERAL <= count <= _MOST:
            continue
        cause = cause or frozenset[str]().union(*topics(told))
        alone = [mine - frozenset[str]().union(*(own[:at] + own[at + 1 :])) for at, mine in enumerate(own)]
        left = [bool(mine) and mine.isdisjoint(cause) for mine in alone]
        if not 0 < sum(left) < len([mine for mine in alone if mine]):
            continue
        if _together(tuple([word for each in told for word in each.words]), count):
            continue
        acted = acted or frozenset[str]().union(*topics([s for s in draft.statements if s.part in _LATER]))
        short = [piece for piece in pieces if _named(piece.quote)]
        for at, piece in enumerate(pieces):
            if left[at] and (not alone[at].isdisjoint(acted) or (piece in short and len(short) >= _SEVERAL)):
                yield piece


_LATER = frozenset((parts.DONE, parts.MEASURES, parts.MIXED))


def _named(text: str) -> bool:
    """Whether a piece only names a thing: "the pedal bin"."""
    words = text.lower().split()
    return 1 < len(words) <= _SHORT and words[0] in _ARTICLES


_SHORT, _ARTICLES = 4, frozenset("the a an our".split())


def _matter(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower())
    return telling(words) | fields(words)


def _head(draft: Draft) -> list[Statement]:
    """The first sentences of a letter, up to its first part."""
    return [statement for statement in draft.statements[:_MOST_STATEMENTS] if statement.part == parts.OPENING]


def unanswered(draft: Draft, *kinds: str) -> Iterator[tuple[Span, str]]:
    """Numbers of these kinds that the opening gives in a row and the letter never takes up, while it does others."""
    known = {i.value.lower() for i in draft.identifiers if i.kind in kinds}
    for row, end in rows(draft):
        if all(one.numbers and (one.numbers <= known or _isbns(one, kinds)) for one in row):
            rest = [statement for statement in draft.statements if statement.start >= end]
            for one in forgotten(draft, row, rest):
                if _by_itself(draft, one, row):
                    continue
                value = max(one.numbers).upper()
                yield one.place, f"{value} is listed here, and the letter does not come back to it."


def _isbns(one: Complaint, kinds: Sequence[str]) -> bool:
    return "isbn" in kinds and all(number.isdigit() and len(number) == _ISBN for number in one.numbers)


_ISBN = 13


def _by_itself(draft: Draft, one: Complaint, row: Sequence[Complaint]) -> bool:
    """Whether a number has a paragraph of its own, in which more than one sentence is said of it."""
    statement = draft.statement_at(one.place.start)
    item = statement.item if statement is not None else None
    if item is None or len(item.statements) < _SEVERAL:
        return False
    return not any(item.start <= other.place.start < item.end for other in row if other is not one)


def _counts(one: Complaint, words: tuple[str, ...]) -> bool:
    """Whether words count what a complaint without a number of its own counts: "6 of the 9 orders"."""
    first = one.place.quote.split(" ", 1)[0].lower()
    if one.numbers or not (first.isdigit() or first in _NUMBERS):
        return False
    return any(
        word == first and not _MONTHS.intersection(words[max(0, at - 1) : at + 2]) for at, word in enumerate(words)
    )


_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _rows(draft: Draft) -> Iterator[tuple[list[Complaint], int]]:
    loose = {part.id for part in draft.parts[:1] if part.heading is None}
    count = _MOST_STATEMENTS
    while count < min(_MOST_HEAD, len(draft.statements)) and draft.identifiers_in(draft.statements[count]):
        # The list that began above goes on.
        count += 1
    opening = [
        s
        for at, s in enumerate(draft.statements[:count])
        if s.part == parts.OPENING or (at < _HEAD and s.part in loose)
    ]
    first = opening[0].start if opening else 0
    subjects = [block for block in draft.headings[:_HEAD] if block.start < first]
    numbered: dict[str, list[tuple[Span, frozenset[str], int]]] = {}
    heads: list[Statement | Block] = [*subjects, *opening]
    for statement in heads:
        ids = _numbers(draft, statement)
        pieces = _pieces(draft, statement)
        wide = _with_names(draft, pieces)
        for kind in sorted({kind for kind, _, _ in ids}):
            own = [(at, value) for which, at, value in ids if which == kind]
            for start, stop in wide:
                here = frozenset(value for at, value in own if start <= at < stop)
                if here:
                    place = Span(start, stop, draft.text[start:stop])
                    numbered.setdefault(kind, []).append((place, here, statement.end))
        if isinstance(statement, Block):
            continue
        counted = _counted(draft, statement, pieces, opening) if not ids else []
        if counted or (counted := _announced(draft, statement, pieces, ids)):
            yield _row(counted, draft), statement.end
    for found in numbered.values():
        yield from _distinct(found, draft)


def _with_names(draft: Draft, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces, a number that stands alone together with the name before it: "the serum, B0…"."""
    wide: list[tuple[int, int]] = []
    for start, end in pieces:
        alone = " " not in draft.text[start:end] and any(map(str.isdigit, draft.text[start:end]))
        if alone and wide and not any(map(str.isdigit, draft.text[slice(*wide[-1])])):
            wide[-1] = (wide[-1][0], end)
        else:
            wide.append((start, end))
    return wide


def _announced(
    draft: Draft, statement: Statement, pieces: list[tuple[int, int]], ids: list[tuple[str, int, str]]
) -> list[tuple[Span, frozenset[str]]]:
    """Pieces that a number announces: "three violations: a claim on …, a price alert on …, and a duplicate page"."""
    lead = _LEAD.search(statement.text)
    if lead is None:
        return []
    before = statement.text[: lead.start()].lower().split()[-_ANNOUNCING:]
    said = next((_NUMBERS[word] for word in before if word in _NUMBERS), 0)
    listed = [(max(start, statement.start + lead.end()), end) for start, end in pieces]
    listed = [(start, end) for start, end in listed if start < end]
    if said != len(listed) or len(ids) >= said:
        return []
    found = []
    for start, end in listed:
        place = Span(start, end, draft.text[start:end])
        if not telling(_WORD.findall(place.quote.lower())):
            return []
        found.append((place, frozenset(value for _, at, value in ids if start <= at < end)))
    return found


_ANNOUNCING = 8
_LEAD = re.compile(r": | [-–—] ")


def _distinct(found: list[tuple[Span, frozenset[str], int]], draft: Draft) -> Iterator[tuple[list[Complaint], int]]:
    """A row of those with numbers, each number at its first place."""
    seen: set[str] = set()
    kept, end = [], 0
    for place, values, stop in found:
        fresh = values - seen
        seen |= values
        if fresh:
            kept.append((place, fresh))
            end = stop
    if _SEVERAL <= len(kept) <= _MOST:
        yield _row(kept, draft), end


def _row(found: Sequence[tuple[Span, frozenset[str]]], draft: Draft) -> list[Complaint]:
    texts = [place.quote.lower() for place, _ in found]
    last = max((texts[-1].find(value) + len(value) for value in found[-1][1]), default=0)
    if last and any(texts[0].endswith(value) for value in found[0][1]) and texts[-1][last : last + 2] != " (":
        # "B0… and B0… violate the policy": what stands behind the last is said of all.
        texts[-1] = texts[-1][:last]
    words = [telling(_WORD.findall(_clean(low, values))) for low, (_, values) in zip(texts, found, strict=True)]
    row = []
    for at, (place, values) in enumerate(found):
        others = frozenset[str]().union(*(words[:at] + words[at + 1 :]))
        mark = _MARK.search(draft.low[max(0, place.start - _BEFORE_IT) : place.start]) or _MARKED.match(texts[at])
        row.append(Complaint(place, values, words[at] - others, at, mark[1] if mark else ""))
    return row


_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


def _clean(low: str, values: frozenset[str]) -> str:
    for value in values:
        low = low.replace(value, " ")
    return low


def _numbers(draft: Draft, statement: Statement | Block) -> list[tuple[str, int, str]]:
    """The numbers of listings, orders, shipments and complaints in a sentence, by kind, with place and value."""
    found = [
        (i.kind, i.span.start, i.value.lower())
        for i in draft.identifiers_in(statement)
        if i.kind in _KINDS and not i.masked
    ]
    known = {value for _, _, value in found}
    for kind, form in _FORMS:
        matches = form.finditer(draft.text, statement.start, statement.end)
        found += [(kind, match.start(1), match[1].lower()) for match in matches if match[1].lower() not in known]
    return found


def _pieces(draft: Draft, statement: Statement | Block) -> list[tuple[int, int]]:
    """A sentence cut at commas, colons and "and", not within brackets."""
    cuts = [statement.start]
    depth = 0
    for match in _CUTS.finditer(draft.low, statement.start, statement.end):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif not depth:
            cuts.append(match.end())
    cuts.append(statement.end)
    found = []
    for start, end in pairwise(cuts):
        piece = _JOINT.sub("", draft.text[start:end].rstrip(" \n.,;:"))
        kept = piece.lstrip()
        if kept:
            found.append((start + len(piece) - len(kept), start + len(piece)))
    return found


_JOINT = re.compile(r"\s(?:and|und|y|et|sowie|plus|as well as)$")


def _counted(
    draft: Draft, statement: Statement, pieces: list[tuple[int, int]], opening: list[Statement]
) -> list[tuple[Span, frozenset[str]]]:
    """Pieces that each count something of their own: "six broken jars, three missing lids"; no total of them."""
    counts = [f for f in figures(draft, statement) if f.counts and f.value]
    found: list[tuple[Span, float]] = []
    for start, end in pieces:
        here = [f for f in counts if start <= f.start < end]
        place = Span(start, end, draft.text[start:end])
        if here and telling(_WORD.findall(place.quote.lower())):
            found.append((place, float(here[-1].value)))
    total = sum(value for _, value in found)
    kept = [(place, frozenset[str]()) for place, value in found if value * 2 != total or len(found) <= _SEVERAL]
    parted = sum(value for place, value in found if (place, frozenset[str]()) in kept)
    totals = [*counts, *(f for above in opening if above.start < statement.start for f in figures(draft, above))]
    whole = any(float(f.value) == parted for f in totals)
    return kept if len(kept) >= _SEVERAL and (whole or _listed(draft, kept[0][0].start)) else []


def _listed(draft: Draft, start: int) -> bool:
    """Whether a colon leads in what begins here."""
    return draft.text[max(0, start - 3) : start].rstrip().endswith(":")


def _together(words: tuple[str, ...], count: int) -> bool:
    """Whether words speak of the whole row: "both lamps", "all three were listed", "for the rest of them"."""
    for at, word in enumerate(words):
        if word in _REST or (word == "other" and words[at - 1 : at] == ("the",)):
            return True
        if word in _ALL and (word != "both" or count == _SEVERAL):
            behind = words[at + 1 : at + 3]
            if word == "both" or (not at and word == "all") or not _THINGS.isdisjoint(behind):
                said = next((_NUMBERS[one] for one in behind if one in _NUMBERS), count)
                if said == count:
                    return True
    return False


def _by_place(words: tuple[str, ...], count: int) -> Iterator[int]:
    """The places in the row that words name: "the first two", "the third", "the last"."""
    for at, word in enumerate(words):
        if word in _ORDINALS and words[at - 1 : at] not in _BEFORE and at:
            continue
        behind = words[at + 1] if at + 1 < len(words) else ""
        if not (behind in _GO_ON or not behind.isalpha() or is_past(behind)):
            continue
        if word in _ORDINALS:
            yield _ORDINALS[word]
            if word == "first" and behind in _NUMBERS:
                yield from range(_NUMBERS[behind])
        elif word == "last" and words[at - 1 : at] == ("the",):
            yield from range(count - _NUMBERS.get(behind, 1), count)


_BEFORE = (("the",), ("of",), ("and",), ("in",), ("to",))
