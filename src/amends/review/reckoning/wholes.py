"""A whole and its parts in one breath: "310 jars (200 in Reno and 100 in Erie)", "39 offers, 13 in DE, 13 in FR and 12
in IT", "88 were asked. 61 have answered, 17 have not", "12 defective orders: 7 feedback, 4 claims".
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.reckoning.account import Account, Entry
from amends.review.reckoning.claims import PEOPLE, Claim, others_of, plural, value_of
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONSIST = frozenset(
    "comprised comprising comprises comprise consisting consists consist consisted composed namely made thereof "
    "whereof divided split splits settles".split()
)
_SOME = frozenset(
    "including only first then later further other another mostly again at-least some among amongst e.g example such "
    "mainly just rest others remaining remainder most more per".split()
)
_ALIKE = frozenset("from to in at on for with by because due via under through without after before during".split())
_JOINED = frozenset("and plus then but while whereas so leaving thus hence of them these which".split())
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_NOT = frozenset("not never nothing none".split())
_VERBS = frozenset("have has had did do were was are is".split())
_SO, _STILL = frozenset("so leaving thus hence".split()), frozenset("still yet remain remained".split())
_PAIRS = (
    "passed failed", "good bad", "right wrong", "correct wrong", "whole broken", "found lost", "opened unopened",
    "new used", "genuine fake", "answered unanswered", "sold unsold", "valid invalid", "clean dirty", "open closed",
    "broke held", "fit unfit", "accepted refused", "granted denied", "won lost", "conforming non-conforming",
    "broken fine", "approved rejected",
)  # fmt: skip
_CONTRARY = {one: other for pair in _PAIRS for one, other in (pair.split(), pair.split()[::-1])}
_GOOD = frozenset("good whole intact fine right correct genuine sellable clean real undamaged ok faultless".split())
_BAD = frozenset("bad damaged broken defective faulty wrong chipped fake unsellable dirty cracked".split())
_STOCK = frozenset("stock shelf left remain remained remaining hand balance keep kept hold".split())
_CAME, _GONE = frozenset("bought purchased purchase received delivered".split()), frozenset("sold sale sales".split())
_DEFECTS = frozenset("defect defects defective".split())
_KINDS = frozenset("feedback feedbacks ratings a-to-z claims claim chargeback chargebacks".split())
_FEW, _FAR, _ASIDE, _SHORT = 3, 16, 70, 30


def lists(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """A whole and then its parts: behind a colon or in a bracket, in like words, or bare: "39 offers, 13 in DE, …"."""
    for at, whole in enumerate(entries[:-2]):
        parts = entries[at + 1 :]
        if whole.unit:
            parts = others_of(parts, whole)
        if len(parts) > 2 and _opens(account, parts[0], parts[1]) and not _opens(account, whole, parts[0]):
            # "88 units from three shops, namely 40, 30 and 18": the first one groups the others.
            parts = parts[1:]
        if len(parts) < 2 or any(part.unit != whole.unit for part in parts):
            continue
        gap = account.gap(whole, parts[0])
        if gap.count("(") > gap.count(")") and len(gap) < _ASIDE:
            inside = account.draft.text.find(")", parts[0].end)
            held = [part for part in parts if part.start < inside]
            if len(held) > 1:
                parts = held
        parts = [part for part in parts if part is parts[0] or not _of_a_part(parts[0], part)]
        if len(parts) < 2:
            continue
        slack = _tie(account, whole, parts, gap, times)
        if slack:
            listed = gap.rstrip().endswith((":", "(")) and len(gap) <= _SHORT and not whole.unit
            yield Claim(whole, parts, (), slack, listed)


def _opens(account: Account, one: Entry, two: Entry) -> bool:
    """Whether a colon or "namely" stands between two figures."""
    gap = account.gap(one, two)
    return one.statement is two.statement and (":" in gap or not _CONSIST.isdisjoint(one.words[one.word : two.word]))


def _tie(account: Account, whole: Entry, parts: list[Entry], gap: str, times: bool) -> float:
    """How far parts may be off their whole to be a slip, by what ties them; nought where nothing does."""
    single = whole.statement is parts[-1].statement
    opened = gap.rstrip().endswith((":", "=", "(")) and len(gap) <= _ASIDE and gap.find(")") < 0
    opened = opened or (": " in gap and len(gap) <= _ASIDE and not gap.count(". "))
    named = single and not _CONSIST.isdisjoint(whole.words[whole.word : parts[0].word])
    if single and (opened or named or (whole.word <= _FEW and len(parts) > 2 and _heads(whole))):
        return max(_FEW, 0.2 * whole.value)
    if single and _heads(whole):
        return max(_FEW, 0.12 * whole.value)
    joined = single and all("," in g or " and " in g for g in (gap, *(account.gap(a, b) for a, b in pairwise(parts))))
    if joined and not whole.unit and not (len(parts) == 2 and any(plural(part.behind(1)) for part in parts)):
        close = max(2.0, 0.04 * whole.value)
        if abs(sum(part.value for part in parts) - whole.value) <= close:
            return close
    if not _SOME.isdisjoint(account.words) or times or whole.unit or not plural(whole.behind(3)):
        return 0.0
    heads = {_head(part) for part in parts}
    if single and len(heads) == 1 and heads <= _ALIKE and _sets_off(gap) and _go_on(account, parts):
        return 0.4 * whole.value
    if parts[0].behind(2) in _OF_THEM and parts[0].statement is not whole.statement:
        return max(_FEW, 0.2 * whole.value)
    bare = whole is account.entries[0] and not any(part.behind(1) == ("of",) or _named(part) for part in parts)
    if bare and all(part.behind(1) for part in parts[:-1]) and PEOPLE.isdisjoint(whole.behind(3)):
        return (0.33 if single else 0.1) * whole.value
    return 0.0


def _heads(whole: Entry) -> bool:
    """Whether a number is told as the whole of something: "of the 340 units, 300 …", "read all 90 titles, …"."""
    if whole.before(1) == ("all",):
        return True
    before = whole.words[max(0, whole.word - 3) : whole.word]
    return ("of" in before or "from" in before) and (
        (not {"of", "from"}.isdisjoint(before[:1]) and whole.word <= 3) or "out" in before
    )


def _of_a_part(first: Entry, part: Entry) -> bool:
    """Whether a number is a part of the part before it: "61 have answered, 40 of them kept it"."""
    return first.behind(2) not in _OF_THEM and (part.behind(2) in _OF_THEM or part.before(2) in _OF_THEM)


def _named(part: Entry) -> bool:
    """Whether a number has a plural noun of its own: "12 buyers", "12 vest buyers", not "12 went to buyers"."""
    first, second = (*part.behind(2), "", "")[:2]
    verb = first in _ALIKE or first in _VERBS or first == "went" or first.endswith("ed")
    return plural((first,)) or (not verb and plural((second,)))


def _head(part: Entry) -> str:
    """The word right behind a number, behind "of them" where that follows."""
    behind = part.behind(3)
    return behind[2] if behind[:1] == ("of",) and len(behind) > 2 else (behind or ("",))[0]


def _sets_off(gap: str) -> bool:
    """Whether a comma, a colon, a bracket or a dash begins the parts."""
    return any(mark in gap for mark in ",:;(–—") and gap.count(". ") == 0 and len(gap.split()) <= _FAR


def _go_on(account: Account, parts: list[Entry]) -> bool:
    gaps = [(account.gap(one, two), two) for one, two in pairwise(parts)]
    return all(
        ((two.before(1) and two.before(1)[0] in _JOINED) or gap.rstrip().endswith((",", ";")))
        and len(gap.split()) <= _FAR
        for gap, two in gaps
    )


def contraries(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """A part and its contrary: "88 were asked. 61 have answered, 17 have not"; bought, sold and in stock."""
    if not _SOME.isdisjoint(account.words):
        return
    counts = [entry for entry in entries if not entry.unit]
    if len(counts) == 3 and len({id(entry.statement) for entry in counts}) == 1:
        near = [{*entry.behind(5), *entry.before(1)} for entry in counts]
        roles = [next((kind for kind in (_CAME, _GONE, _STOCK) if words & kind), None) for words in near]
        whole = max(counts, key=value_of)
        parts = others_of(counts, whole)
        opposed = [_quality(part, before) for before in (False, True) for part in parts]
        if {id(role) for role in roles} == {id(_CAME), id(_GONE), id(_STOCK)}:
            yield Claim(
                counts[roles.index(_CAME)],
                [e for e, r in zip(counts, roles, strict=True) if r is not _CAME],
                (),
                0.4 * whole.value,
            )
        elif opposed[:2] in ([1, -1], [-1, 1]) or opposed[2:] in ([1, -1], [-1, 1]):
            yield Claim(whole, parts, (), 0.4 * whole.value)
    for whole, part, rest in zip(counts, counts[1:], counts[2:], strict=False):
        if (
            part.value < whole.value
            and plural(whole.behind(4))
            and _starts(account, rest)
            and _contrary(account, part, rest)
        ):
            yield Claim(whole, [part, rest], (), max(2, 0.4 * whole.value))
        elif (
            whole.value < part.value
            and whole.behind(1) == ("of",)
            and _starts(account, rest)
            and not plural(rest.behind(1))
        ):
            # "6 of the 20 cups broke, 15 did not"
            behind = rest.behind(4)
            if not _NOT.isdisjoint(behind) and not _VERBS.isdisjoint(behind):
                yield Claim(part, [whole, rest], (), max(2, 0.4 * part.value))


def _quality(part: Entry, before: bool) -> int:
    last = part.word + 7 if part.behind(1) == ("of",) else min(part.right, part.word + 7)
    near = part.before(2) if before else part.words[part.word + 1 : last]
    good, bad = not _GOOD.isdisjoint(near), not _BAD.isdisjoint(near)
    return good - bad


def _contrary(account: Account, part: Entry, rest: Entry) -> bool:
    behind, back = part.behind(6), rest.behind(6)
    if not _SO.isdisjoint(rest.before(2)):
        return (
            not _STILL.isdisjoint(back)
            or not _NOT.isdisjoint(back)
            or any(_CONTRARY.get(word) in back for word in behind)
        )
    if not _starts(account, part):
        return False
    denied = not _NOT.isdisjoint(back) and _NOT.isdisjoint(behind) and not _VERBS.isdisjoint(back)
    return denied or any(_CONTRARY.get(word) in back for word in behind if word in _CONTRARY)


def _starts(account: Account, entry: Entry) -> bool:
    """Whether a number begins a clause."""
    if entry.word == 0 or entry.words[entry.word - 1] in _JOINED:
        return True
    return account.mark(entry) in (",", ";", ":", "(", "-", "–")


def among(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """Parts before the whole that are more than it: "8 open and 14 sealed packs among the 20"."""
    whole, parts = entries[-1], entries[:-1]
    before = whole.before(3)
    among = not {"among", "amongst"}.isdisjoint(before) or before in (("out", "of", "the"), ("of", "all", "the"))
    if among and "and" in parts[-1].before() and sum(part.value for part in parts) > whole.value:
        yield Claim(whole, parts, (), 0.4 * whole.value)


def kinds(account: Account, entries: list[Entry], times: bool) -> Iterator[Claim]:
    """ "12 defective orders. 7 negative feedback, 4 claims, 2 chargebacks": the kinds of defects are all of them."""
    whole = next((entry for entry in entries if not _DEFECTS.isdisjoint(entry.behind(3))), None)
    if whole is not None:
        parts = [entry for entry in entries if entry.start > whole.start and not _KINDS.isdisjoint(entry.behind())]
        others = [entry for entry in entries if entry not in parts and entry.value < whole.value]
        if len(parts) > 1 and not others:
            yield Claim(whole, parts, (), 0.4 * whole.value)
