"""Things that a letter counts twice with two numbers: "17 parcels left without a scan", then "the 19 shipments that had
no scan"; "12 customers were refunded", then "21 customers were refunded".

A later count is doubted only where it speaks of things that the letter knows: a word says so ("the", "these", "all",
"each of the"), or the same is said of them again. Its number must be new, made by no two numbers told before, and told
of nothing that the first count does not tell as well: "the 12 late orders" of 31 orders are some of them, "the 12
orders without tracking" are those of "eleven orders had no tracking number". Where nothing but the name shows that the
same things are meant, only a slip of the pen is doubted.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Span
from amends.review.language.verbs import is_past
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.counted import Count, counted
from amends.review.reckoning.counts import NARROWING, is_slip, is_turned, number_of, one_digit
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft

_KNOWN = frozenset("the these those all your said".split())
_POINTS = frozenset("these those all".split())
_OTHERS = frozenset(
    "other others another further more additional next remaining rest second again later new per least most than about "
    "around nearly first last only some half minus plus left unsold still even reminder".split()
)
_CLAUSE = frozenset(
    "that who which whose with without for in from of on under where affected concerned we i you".split()
)
_PLAIN = frozenset(
    "that who which whose with without from have had has were was been being these those their there them they this "
    "into over such also already then when where what your ours amazon made came went each".split()
)
_STOPS = frozenset("and but or so because by were was are is had has".split())
_WHEN = frozenset("on in from until before after by since".split())
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_VERBS, _SUBJECT = frozenset("was were are is have has had".split()), 5
_RELATIVES = frozenset("that who which whose".split())
_WITHIN, _CONTEXT, _PREFIX, _SHORT, _CLAUSE_WORDS, _BACK = 4, 12, 4, 4, 7, 3
_LOWEST, _HIGHEST, _SLIP, _SMALL, _LARGE, _STEP = 0.45, 2.2, 1.2, 12, 100, 2


def counts(draft: Draft) -> Iterator[Again]:
    """Numbers of known things that were another number before."""
    known: dict[str, list[Count]] = {}
    told: set[float] = set()
    kinds: dict[str, set[float]] = {}
    recent: list[Count] = []
    last = ""
    for count in counted(draft):
        if count.value >= 2 and count.value not in told:
            before = _meant(draft, count, known, recent)
            item = count.statement.item
            if before is not None and before.statement.item is item:
                own = {one.value for one in recent if one.statement.item is item}
            else:
                # Small numbers are made by chance, but from their own kind.
                own = kinds.get(count.noun, set()) if count.noun and count.value <= _SMALL else told
            if before is not None and not _made(count.value, own):
                said = draft.text[count.figure.start : count.figure.end]
                message = f"{said} here as known, {before.value:g} above. Count once more and write one number."
                yield Again(Span(count.figure.start, count.figure.end, said), before.statement.text, message)
        told.add(count.value)
        # "Seven complaints about the smell and two about the lid": of the same kind.
        last = count.noun or (last if recent and recent[-1].statement is count.statement else "")
        kinds.setdefault(last, set()).add(count.value)
        recent = [*recent[1 - _BACK :], count]
        if count.noun and count.value:
            known.setdefault(count.noun, []).append(count)


def _meant(draft: Draft, count: Count, known: dict[str, list[Count]], recent: list[Count]) -> Count | None:
    """The count that was told before of these things, where it is another number."""
    words, at = count.statement.words, count.figure.word
    if not _OTHERS.isdisjoint(words[max(0, at - 2) : at + 5]):
        return None
    if at > 2 and words[at - 2 : at] == ("of", "the") and (number_of(words[at - 3]) or 0) > 1:
        # "45 of the 50 buyers" tells a whole of its own.
        return None
    if words[max(0, at - 2) : at] in _OF_THEM and count.end <= at + 1:
        # "Of these, 15 were stockings."
        return None
    if words[at + 1 : at + 3] in _OF_THEM:
        return _pointed(count, recent)
    if any(words[n + 1 : n + 3] in _OF_THEM and number_of(words[n]) for n in range(at + 1, len(words) - 2)):
        # "All three listings; two of them are not in the notice": a new whole, with its parts.
        return None
    if words[at] != "both" and (not at or words[at - 1] not in _KNOWN):
        return _slipped(draft, count, known.get(count.noun, []))
    tells, narrowed = _tells(count)
    if not count.noun and not narrowed:
        return _pointed(count, recent)
    if narrowed and not tells:
        return None
    found = known.get(count.noun, []) if count.noun else [one for counts in known.values() for one in counts[:_WITHIN]]
    found = [one for one in found if _near(count.value, one.value) and _apart(draft, one, count)]
    more = count.value - found[0].value if count.noun and len({one.value for one in found}) == 1 else 0
    # A part of the things cannot be more than all of them.
    beyond = (0 < more <= _STEP and not draft.identifiers_in(count.statement)) or (
        more > 0
        and words[count.end : count.end + 1] != ()
        and is_past(words[count.end])
        and is_slip(count.value, found[0].value)
    )
    if tells and not beyond:
        found = [one for one in found if tells <= _around(one) or is_turned(count.value, one.value)]
    if len({one.value for one in found}) != 1:
        # Of several counts, none is the one that is meant.
        return None
    first = found[0]
    if words[at] == "both" and first.value != 1 and not (tells and narrowed):
        return None
    if not first.kind <= tells and count.value > first.value * _SLIP:
        # "The size chart and two product pictures" are "the three pictures".
        return None
    return first if tells or is_slip(count.value, first.value) else None


def _pointed(count: Count, recent: list[Count]) -> Count | None:
    """What "these eight" and "all 5 of them" point back to in the same point, where they say no name."""
    words, at = count.statement.words, count.figure.word
    behind = words[at + 1 : at + 3]
    if behind not in _OF_THEM and (words[at - 1] not in _POINTS or behind[:1] == ("of",)):
        return None
    found = [one for one in recent if one.statement.item is count.statement.item and one.noun]
    if not found:
        return None
    first = found[-1]
    if behind in _OF_THEM:
        most = max(found, key=_value)
        return most if most.value < count.value < most.value * 2 else None
    nameless = behind[:1] == () or behind[0] in _VERBS or is_past(behind[0])
    close = is_slip(count.value, first.value) or (words[at - 1] != "all" and _near(count.value, first.value))
    return first if nameless and close else None


def _value(count: Count) -> float:
    return count.value


def _slipped(draft: Draft, count: Count, known: list[Count]) -> Count | None:
    """A count of the same things of which the same is said, in digits that are a slip of the pen apart."""
    if count.value < 10 or not count.noun:
        return None
    for first in known:
        turned = is_turned(count.value, first.value)
        slip = (
            turned
            or (first.kind and first.kind == count.kind and is_slip(count.value, first.value))
            or (one_digit(count.value, first.value) and count.value % 10 == first.value % 10)
        )
        said = (turned and count.value >= _LARGE) or _said_again(first, count)
        if slip and said and first.statement is not count.statement and _apart(draft, first, count):
            return first
    return None


def _said_again(first: Count, count: Count) -> bool:
    """Whether the same is done to both: "12 customers were refunded", "we refunded 21 customers"."""
    done = [
        {word[:_PREFIX] for word in _beside(one, _SUBJECT) if is_past(word) and word not in _VERBS}
        for one in (first, count)
    ]
    return bool(done[0] & done[1]) and first.kind == count.kind


def _near(one: float, two: float) -> bool:
    return _LOWEST < one / two < _HIGHEST or is_slip(one, two)


def _made(value: float, told: set[float]) -> bool:
    """Whether two numbers told before make this one, or differ by it."""
    return any(
        (value - other in told and value > other != value - other) or other - value in told - {value} for other in told
    )


def _apart(draft: Draft, first: Count, second: Count) -> bool:
    """Whether two counts stand in different clauses and not of different ASINs or days."""
    if first.statement is second.statement:
        gap = draft.text[first.figure.end : second.figure.start]
        return ";" in gap or (
            "," in gap and second.value > first.value >= _SMALL and is_slip(first.value, second.value)
        )
    things = [{identifier.value for identifier in draft.identifiers_in(one.statement)} for one in (first, second)]
    return not things[0] or not things[1] or not things[0].isdisjoint(things[1])


def _tells(count: Count) -> tuple[frozenset[str], bool]:
    """The heads of the words that tell which things are meant, and whether a clause narrows them down."""
    words, end = count.statement.words, count.end
    clause = words[end : end + 1]
    narrowed = clause != () and (clause[0] in NARROWING or clause[0] in _CLAUSE)
    if narrowed and clause[0] in _WHEN and words[end + 1 : end + 2] and words[end + 1][0].isdigit():
        # "All eleven listings on 8 November".
        narrowed = False
    if count.noun and not narrowed and clause and clause[0].endswith("ed") and clause[0] not in _STOPS:
        # "All six people signed it" tells what they did, "the six cups returned were counted" which ones.
        narrowed = not _VERBS.isdisjoint(words[end:]) or count.figure.word > _SUBJECT
        if narrowed:
            return count.kind | {clause[0][:_PREFIX]}, True
    if not count.noun and narrowed and clause[0] not in _RELATIVES:
        return frozenset(), False
    return count.kind | (_clause(words, end) if narrowed else frozenset()), narrowed


def _clause(words: tuple[str, ...], at: int) -> frozenset[str]:
    """The heads of a clause that tells which things are meant: "that had no scan", "of lot 7"."""
    heads = []
    for place in range(at, min(at + _CLAUSE_WORDS, len(words))):
        word = words[place]
        if word in _STOPS and place > at and words[place - 1] not in _RELATIVES:
            break
        if len(word) >= _SHORT and word not in _PLAIN:
            heads.append(word[:_PREFIX])
        elif word.isdigit():
            heads.append(word)
    return frozenset(heads)


def _beside(count: Count, many: int) -> tuple[str, ...]:
    return count.statement.words[max(0, count.figure.word - many) : count.figure.word + 1 + many]


def _around(count: Count) -> frozenset[str]:
    return frozenset(word[:_PREFIX] for word in _beside(count, _CONTEXT) if len(word) >= _SHORT or word.isdigit())
