"""Denial without a word of dispute: the thing is said not to be what the notice says it is.

"The tea is not expired", "we do not see that it is a duplicate", "if one may speak of a violation at all", "refunded
purely as a gesture": no word here says no to Amazon, and yet each takes back what a plan owns up to. It is read from a
negated "is" and a charge behind it, a virtue said of the goods, an opinion withheld, and words that keep the charge at
a distance.
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.verbs import is_participle
from amends.review.language.words import MASKED, is_number
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.senses import Senses, Spot
from amends.review.position.refusing import doubted
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BE = frozenset("is are was were be been 's am remains remain remained being".split())
_NOT = frozenset("not never no neither hardly scarcely nowise".split())
_BETWEEN = frozenset(
    "a an the any real really truly true at all in fact kind kinds sort of such what so even actually by means way our "
    "ever itself themselves simply legally strictly single one to be called".split()
)


_THOUGHT = frozenset("thought believed assumed claimed said maintained supposed told wrote held written".split())
_HEDGED = frozenset(
    "if whether until unless ensure ensures prevent prevents avoid must should will shall only other others more since "
    "further remaining rest new checks verifies confirms because before would could cannot who nobody".split()
)

_SINCE_MENDED = frozenset("now since again today from after once when until currently meanwhile corrected new".split())

_OPINIONS = frozenset(
    "see believe think consider find regard view feel understand share recognise recognize accept agree concede hold "
    "deem reckon".split()
)
_FAIL_TO = frozenset(("fail", "unable", "struggle"))


def contested(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """Words that say that it is not so, in the parts of a letter in which one explains."""
    if not _HEDGED.isdisjoint(words[:1]):
        return None
    return (
        _in_order(found, words)
        or next(_negated(found, words), None)
        or _virtuous(found, words)
        or _not_seen(found, words)
        or _never_one(found, words)
        or _wholly(found, words)
        or _no_such(found, words)
        or _not_by_us(found, words)
        or _flat(found, words)
    )


def taken_back(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """What an action or a measure takes back in passing: "although no stranger has ever been in our account"."""
    if not found.has("aside"):
        return None
    return _in_order(found, words) or next(_negated(found, words), None) or doubted(words) or _wholly(found, words)


_THEMSELVES = frozenset("themselves itself perfectly fully completely".split())
_ALL = frozenset("all every each both entire whole none always ever".split())
_PRESENT = frozenset("is are remains remain belong belongs works".split())
_PART = frozenset("other others only some part".split())
# "The result of my own planning".
_OWNED_UP = frozenset("result results consequence fault faults error errors mistake mistakes cause causes".split())


def _in_order(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """The contrary of the charge, said of all, or in general, or with a word that takes back: "in reality"."""
    spots = found.of("in-order")
    if not spots:
        return None
    aside = found.has("aside")
    for first, last in spots:
        before = words[:first]
        near = words[max(0, first - 9) : first]
        if not _DENIERS.isdisjoint(words[max(0, first - 5) : first]) or not _UNSETTLED.isdisjoint(before):
            continue
        if not OF_PAPERS.isdisjoint(near[-5:]) or not _OWNED_UP.isdisjoint(words[max(0, first - 2) : last]):
            continue
        if not _THOUGHT.isdisjoint(near) or not _PART.isdisjoint(near) or _in(found, "of-amazon", first - 4, first):
            continue
        if any(spot.first < last + 2 and spot.last > first - 3 for spot in found.of("diligence")):
            continue
        counted = any(is_number(w) and before not in _KNOWN for before, w in pairwise(("", *near[-4:])))
        every = not _ALL.isdisjoint(near) or not _THEMSELVES.isdisjoint(near)
        stands = not _PRESENT.isdisjoint(near[-3:]) and _SINCE_MENDED.isdisjoint(words)
        stood = not _BE.isdisjoint(near[-3:]) and "because" in near[-5:]
        if (aside or every or stood or (stands and not counted)) and MASKED not in words:
            return Spot(max(0, first - 2), last)
    return None


def _at(found: Senses, field: str, place: int) -> bool:
    """Whether a field begins at this word."""
    return place in [spot.first for spot in found.of(field)]


def _in(found: Senses, field: str, first: int, last: int) -> bool:
    """Whether a field begins among the words from `first` up to `last` (not included)."""
    return any(first <= spot.first < last for spot in found.of(field))


# A plan is valid and a licence fair to nobody's harm.
OF_PAPERS = frozenset(
    "plan plans measure measures contract licence license passport certificate policy insurance".split()
)
_KNOWN = frozenset("the these those all our both".split())
_DENIERS = _NOT | frozenset("without nobody none nor lacked missing as".split())
_UNSETTLED = frozenset(
    "if whether until unless ensure ensures prevent prevents should must will shall would so only before can "
    "could".split()
)


def _negated(found: Senses, words: tuple[str, ...]) -> Iterator[Spot]:
    """ "It is not expired", "there was no used item in it"."""
    for at, word in enumerate(words):
        if word not in _NOT or at == 0:
            continue
        can = words[at - 1] in ("can", "could") and words[at + 1 : at + 2] == ("be",)
        if not (can or words[at - 1] in _BE) or not _HEDGED.isdisjoint(words[max(0, at - 8) : at - can]):
            continue
        end = at + 1
        while end < len(words) and end <= at + 5 and words[end] in _BETWEEN:
            end += 1
        if end == len(words) or words[at + 1 : at + 2] in (("only",), ("just",), ("always",), ("yet",)):
            continue
        if not _at(found, "charge", end):
            of_goods = _in(found, "goods", at - 6, at) or (word == "no" and words[end + 1 : end + 2])
            if not (of_goods and _at(found, "charge-of-goods", end)):
                continue
        if any(at < spot.first <= end + 2 for spot in (*found.of("process"), *found.of("diligence"))):
            # "There was no duplicate check" names what was missing.
            continue
        if not _THOUGHT.isdisjoint(words[:at]) and misses_step(found, words, strict=True):
            continue
        yield Spot(at - 1, end + 1)


# "With these steps we are compliant" speaks of what the plan brings.
_BY_THIS = frozenset("with by through thanks".split())


def _virtuous(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "$88.00 is a fair price", "the second claim was justified"."""
    if (
        words[0] in _BY_THIS
        or MASKED in words
        or not found.has("virtue")
        or not _NOT.isdisjoint(words)
        or misses_step(found, words)
    ):
        return None
    for at, _ in found.of("virtue"):
        be = next((n for n in range(at - 1, max(-1, at - 5), -1) if words[n] in _BE), -1)
        if be < 1 or any(w not in _BETWEEN and not w.endswith("ly") and w != "and" for w in words[be + 1 : at]):
            continue
        if not _SINCE_MENDED.isdisjoint(words[max(0, be - 6) : at + 7]) or not _HEDGED.isdisjoint(words[:at]):
            continue
        if _in(found, "of-amazon", be - 6, be) and SELF.isdisjoint(words[max(0, be - 6) : be]):
            continue
        if not _THOUGHT.isdisjoint(words[:be]) or any(is_number(w) for w in words[at + 1 :]):
            continue
        return Spot(be, at + 1)
    return None


_WITHHELD = frozenset("that this it these any a an how why where what".split())
_TOO_PLAIN = frozenset(("old", "wrong"))


def _not_seen(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "We do not see that it is a duplicate", "I fail to see a violation"."""
    for at, word in enumerate(words):
        if word not in _OPINIONS or at == 0:
            continue
        before = words[max(0, at - 4) : at]
        if SELF.isdisjoint(before) or (_NOT.isdisjoint(before) and _FAIL_TO.isdisjoint(before)):
            continue
        charged = _in(found, "charge", at + 1, at + 9) or any(
            at < spot.first < at + 9 and words[spot.first] not in _TOO_PLAIN for spot in found.of("charge-of-goods")
        )
        if charged and words[at + 1] in _WITHHELD:
            return Spot(at - 1, min(len(words), at + 6))
    return None


_NEVER = frozenset(("never", "jamais", "nie", "nunca", "no-one", "nobody", "none"))
_GAINED = frozenset("received receive got paid pay given gave asked offered promised bought sold rewarded".split())
_FOR = frozenset("review reviews stars rating ratings feedback opinion".split())


def _never_one(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "Never has a customer received something for a review"."""
    at = next((n for n, word in enumerate(words) if word in _NEVER), -1)
    if at < 0 or _FOR.isdisjoint(words[at:]) or misses_step(found, words):
        return None
    deed = next((n for n in range(at + 1, min(len(words), at + 9)) if words[n] in _GAINED), -1)
    return Spot(at, deed + 1) if deed >= 0 and not any(at < s.first < deed for s in found.of("diligence")) else None


_ANYBODY = frozenset("nobody none one anybody anyone".split())
_REACH = 9


def _wholly(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "We have not made use of the mark in any way", "not a single order was confirmed before it left"."""
    if not found.has("wholly") or not _SINCE_MENDED.isdisjoint(words) or misses_step(found, words):
        return None
    for first, last in found.of("wholly"):
        near = range(max(0, first - _REACH), last)
        at = next((n for n in near if words[n] in _NOT or words[n] in ("nothing", "nowhere")), -1)
        stretch = words[max(0, first - _REACH) : last + _REACH]
        if at < 0 or not _ANYBODY.isdisjoint(stretch) or _TO_COME.intersection(stretch):
            continue
        start, end = min(at, first), max(at + 1, last)
        if not any(
            _in(found, field, start - 1, end + _REACH) for field in ("diligence", "process", "knowing", "believing")
        ):
            return Spot(start, end)
    return None


_TO_COME = frozenset("will shall can must should may cannot".split())


def _no_such(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "No jar was beyond its date"."""
    if not found.has("charge") or misses_step(found, words):
        return None
    for at, word in enumerate(words):
        if word != "no" or not _in(found, "goods", at + 1, at + 4) or _TO_COME.intersection(words[at:]):
            continue
        be = next((n for n in range(at + 2, min(len(words), at + 7)) if words[n] in _BE), -1)
        if be > 0 and _in(found, "charge", be + 1, be + 4):
            return Spot(at, be + 2)
    return None


_US = frozenset("us me ourselves myself our".split())


def _not_by_us(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "They were not influenced by us"."""
    if "by" not in words or misses_step(found, words):
        return None
    for at, word in enumerate(words[:-3]):
        if word in _NOT and words[at + 2] == "by" and words[at + 3] in _US and is_participle(words[at + 1]):
            return Spot(at, at + 4)
    return None


_SHORTEST_TALE = 7
_PRONOUNS = frozenset("it they this that these those there he she".split())
_FINE = frozenset("new fine good right correct ok okay perfect".split())


def _flat(found: Senses, words: tuple[str, ...]) -> Spot | None:
    """ "The product was new": a few words that praise the goods and tell nothing."""
    if not 2 < len(words) <= _SHORTEST_TALE or words[-2] not in _BE or words[-3] in _PRONOUNS or not found.has("goods"):
        return None
    return Spot(0, len(words)) if words[-1] in _FINE or _at(found, "virtue", len(words) - 1) else None
