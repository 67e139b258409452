"""Days that stand in an order that cannot be: "after the complaint of 8 May, on 3 May", "counted on 5 May; the truck
brought them on 9 May", "the invoice that he wrote on 9 May was paid on 3 May".

What says that one event comes before the other: a word for it (after, because of, having, then), a past perfect, and
the course that things take (`deeds.py`), which holds for one thing only: one that is named again as known, that hangs
on the other event by a relative word or participle, or of which a row of verbs is told.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.language.deeds import AHEAD, BRINGS, NEEDS, PAPERS
from amends.review.language.verbs import is_participle, is_past
from amends.review.letter import parts
from amends.review.letter.own_day import letter_date
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.counts import singular
from amends.review.reckoning.told import (
    AFTER,
    COMMON,
    KNOWN,
    LAB,
    OTHERS,
    RELATIVE,
    Told,
    account,
    apart,
    behind,
    stems,
    told_in,
)
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_THEN = frozenset("then afterwards subsequently thereafter thereupon consequently".split())
_NOT_SO = frozenset(
    "before until till earlier already prior previous previously every expected announced planned due valid "
    "expires except later newer without advance ahead ago unless if whether pending awaiting not never".split()
)
_USING = (("using",), ("with",))
_SAYS = frozenset(
    "stated said says states confirmed confirms wrote writing informed told shows proves claims means".split()
)
_PARTIES = frozenset(("buyer", "customer", "client"))
_PRONOUNS = frozenset("it they them its their".split())
_LINKS = frozenset("and then but was were is are had have has been being also only both all finally so".split())
_FAR, _MOST, _NEAR, _FEW = 120, 40, 8, 3


def reversed_order(draft: Draft) -> Iterator[Again]:
    """Pairs of events that stand in an order which their words exclude."""
    for item in draft.items:
        if len(item.statements) > _MOST or len(draft.dates_in(item)) < 2:
            continue
        rows = [told_in(draft, statement) for statement in item.statements]
        for told in rows:
            yield from _judged(combinations(told, 2))
        for before, behind_it in pairwise(rows):
            yield from _judged((one, two) for one in before[:_FEW] for two in behind_it[:_FEW])


def across(draft: Draft) -> Iterator[Again]:
    """Pairs of points of which one refers to, uses or answers what the other brings about on a later day."""
    told = [each for each in account(draft)[:_MANY] if each.verb and each.lead[-1:] not in (*_BOUNDS, ("after",))]
    found: dict[str, list[Told]] = {}
    for each in told:
        for key in {*each.object, *stems((each.verb,)), *_codes(each)}:
            found.setdefault(key, []).append(each)
    for sooner in told:
        keys = (
            _marks(sooner)
            | _codes(sooner)
            | (sooner.known | behind(sooner.words, _STRONG, _FEW) if sooner.deed not in AHEAD else frozenset())
        )
        for later in [each for key in keys if key in found for each in found[key][:_FEW]]:
            near = 0 < (later.day - sooner.day).days <= _FAR and later.statement.item is not sooner.statement.item
            if near and _plain(sooner, later) and _elsewhere(sooner, later):
                yield _again(sooner, later)
                break


_STRONG = frozenset("that this said same new".split())
_MANY = 120


def _codes(told: Told) -> frozenset[str]:
    return frozenset([f"{noun} {code}" for noun, codes in told.codes.items() for code in codes])


def _elsewhere(sooner: Told, later: Told) -> bool:
    """Whether the sooner event, told in another point, cannot be before the later one."""
    if _codes(sooner) & _codes(later):
        return later.deed in NEEDS.get(sooner.deed, ()) or (
            later.deed in BRINGS and sooner.deed not in AHEAD and later.verb not in ("printed", "issued")
        )
    if _marks(sooner):
        return _refers(sooner, later)
    strong = behind(sooner.words, _STRONG, _FEW)
    several = len(later.object & sooner.known) > 1 and sooner.numbers == later.numbers and bool(sooner.object)
    return (several or not later.object.isdisjoint(strong)) and _brought(sooner, later)


def _again(sooner: Told, later: Told) -> Again:
    quote = sooner.found.span.quote
    message = f"{quote} is before {later.found.span.quote}, yet told as what came after it. Which is right?"
    return Again(sooner.found.span, later.statement.text, message)


def _judged(pairs: Iterable[tuple[Told, Told]]) -> Iterator[Again]:
    for one, two in pairs:
        if one.day == two.day or abs((one.day - two.day).days) > _FAR:
            continue
        sooner, later = (one, two) if one.day < two.day else (two, one)
        if _cannot(one, two, sooner, later):
            yield _again(sooner, later)
            return


def _cannot(one: Told, two: Told, sooner: Told, later: Told) -> bool:
    """Whether the words make the event of the sooner day the later one; `one` and `two` are in the order told."""
    together = one.statement is two.statement
    if _ranged(one, two) or sooner.lead[-1:] in _BOUNDS:
        return False
    if _refers(sooner, later) or (sooner is two and together and not _CAUSES.isdisjoint((*one.words, *two.words))):
        return True
    if together and _headed(sooner):
        return False
    if together and _headed(later) and not (later is two and later.words[0] == "and"):
        return True
    if sooner is two and not _THEN.isdisjoint(two.words) and _NOT_SO.isdisjoint(two.words) and (
        together or two.words[0] in _THEN):  # fmt: skip
        return True
    if _had(later) and not _had(sooner) and (together or _shared(one, two)):
        return True
    if (sooner.deed in ("expire", "return") and not together) or not _plain(sooner, later):
        return False
    if _brought(sooner, later):
        return True
    return later.deed in NEEDS.get(sooner.deed, ()) and _one_thing(one, two)


# "The results of 12 May prompted us to lock the lot on 8 May."
_CAUSES = frozenset("prompted triggered induced".split())


def _refers(sooner: Told, later: Told) -> bool:
    """Whether the sooner event is told as what followed the later one: "after the audit", "with the result in hand"."""
    marks = _marks(sooner)
    if not marks or not OTHERS.isdisjoint(later.words):
        return False
    of = {*stems((later.verb,)), *later.object, *(_things(later) if later.hangs else ())}
    return not marks.isdisjoint(of) or not {mark[:_HEAD] for mark in marks}.isdisjoint(
        {stem[:_HEAD] for stem in stems((later.verb,))}
    )


def _marks(told: Told) -> frozenset[str]:
    """The stems of what an event is told to have followed."""
    words = told.words
    held = "hand" in words or "basis" in words
    if AFTER.isdisjoint(words) and not held:
        return frozenset()
    return behind(words, _FOLLOWS | _WITH if held else _FOLLOWS, _FEW) - stems((told.verb,))


_FOLLOWS = AFTER - {"because", "having", "due", "owing"}
_WITH, _HEAD = frozenset(("with", "on")), 4


def _brought(sooner: Told, later: Told) -> bool:
    """Whether the later event brings about what the sooner one has already: "the new sheet was written on"."""
    if sooner.hangs or later.hangs or not later.verb or sooner.deed == later.deed:
        return False
    new = "new" in sooner.words
    if "new" in later.words and not new:
        return False
    verb = stems((later.verb,))
    of_it = not later.object.isdisjoint(sooner.stems) or _pronoun(later)
    if is_past(later.verb) and of_it and not verb.isdisjoint(_attributes(sooner.words)):
        # "The corrected manual went into each box on 5 May; it was corrected on 10 May."
        return True
    known = behind(sooner.words, _HAS, _FEW)
    if sooner.deed in _REACTS and not verb.isdisjoint(known - stems((sooner.verb,))):
        # "We thanked the brand for its withdrawal on 6 May; the brand withdrew on 10 May."
        return True
    if sooner.deed in _REACTS and later.deed == "plan" and not later.object.isdisjoint(known):
        return True
    if new and later.deed == "change":
        return not later.object.isdisjoint(known)
    if sooner.deed in AHEAD or later.deed not in BRINGS:
        return False
    if later.deed == "hire" and later.words[:1] in (("he",), ("she",)):
        return True
    if not later.object and _pronoun(later) and sooner.found.span.start < later.found.span.start:
        return not known.isdisjoint(sooner.object)
    return not (later.object - verb).isdisjoint(known) and not apart(sooner, later)


_REACTS = frozenset("answer ask find pay".split())
_HAS = KNOWN | {"new"}


def _attributes(words: tuple[str, ...]) -> frozenset[str]:
    """The stems of participles that tell which thing is meant: "the corrected manual"."""
    return stems([word for before, word in pairwise(words) if before in KNOWN and is_past(word)])


def _ranged(one: Told, two: Told) -> bool:
    """Whether two days are the ends of a stretch of time."""
    return bool(one.lead) and one.lead[-1] in ("from", "between", "since") and two.lead[-1:] in _ENDS


_BOUNDS = (("until",), ("till",), ("by",), ("before",), ("between",))
_ENDS = (("to",), ("by",), ("until",), ("till",), ("and",), ("through",))


def _headed(told: Told) -> bool:
    """Whether "after", "because of", "having read", "in response to" leads to a day."""
    words = told.words[: told.ahead]
    for at, word in enumerate(words[:_NEAR]):
        if (word in AFTER and word != told.verb) or (word in _ANSWERING and at and words[at - 1] == "in"):
            return _NOT_SO.isdisjoint(words)
    # "As agreed at the meeting on".
    return words[:1] == ("as",) and told.deed in ("plan", "order") and _NOT_SO.isdisjoint(words)


_ANSWERING = frozenset("response reply reaction answer consequence".split())


def _had(told: Told) -> bool:
    """Whether an event is told as past already: "had been opened on"."""
    words = told.words
    if "had" not in words or not _NOT_SO.isdisjoint(words):
        return False
    behind_it = words[words.index("had") + 1 :]
    return is_participle(told.verb) and told.verb in behind_it[:_FEW]


def _plain(one: Told, two: Told) -> bool:
    """Whether neither event is another one of its kind, planned, denied or still to come."""
    if not all(_NOT_SO.isdisjoint(each.words[: each.ahead + _NEAR]) for each in (one, two)) or "will" in two.words:
        return False
    if ("old" in one.words and "new" in two.words) or ("new" in one.words and "old" in two.words):
        return False
    others = OTHERS.intersection(two.words)
    return others <= {*one.words} and (not others or OTHERS.intersection(one.words) == others)


def _one_thing(one: Told, two: Told) -> bool:
    """Whether two events, the one told first, are of one thing."""
    if one.hangs or two.hangs:
        paper, other = (one, two) if one.hangs else (two, one)
        its = paper is two and not _PRONOUNS.isdisjoint(two.words)
        return not other.hangs and (its or singular(paper.verb) in map(singular, other.words))
    if apart(one, two) or "|" in two.statement.text:
        return False
    if one.statement is two.statement:
        head = two.words[:_FEW]
        if not RELATIVE.isdisjoint(head) and ("that" not in head or _SAYS.isdisjoint(two.head)):
            return True
        if one.deed == "answer" and not _PARTIES.isdisjoint(one.words) and not _PARTIES.isdisjoint(two.words):
            return True
        if _pronoun(two):
            return True
        if one.words[:1] in _USING or (not two.hangs and not two.fronted and (_no_subject(two) or _hangs_on_noun(two))):
            return True
    elif _no_subject(one) and _no_subject(two):
        return True
    return _shared(one, two)


def _hangs_on_noun(told: Told) -> bool:
    """Whether a participle behind a noun tells what happens: "the mistake made at the bench on"."""
    at = told.words.index(told.verb) if told.verb in told.words else 0
    before = told.words[max(0, at - _FEW) : at]
    return len(before) > 1 and before[-1].isalpha() and before[-1] not in _LINKS | _SUBJECTS and (
        not KNOWN.isdisjoint(before[:-1]))  # fmt: skip


_SUBJECTS = frozenset("we i he she they it you who which that not".split())


def _pronoun(told: Told) -> bool:
    """Whether an event is told of "it" or "them", which is not the contractor for IT."""
    words = told.words[:_NEAR]
    for at, word in enumerate(words):
        if word in _PRONOUNS and (
            word != "it" or (words[at - 1 : at] not in _MY and words[at + 1 : at + 2] not in _STAFF)
        ):
            return True
    return False


_MY = (("our",), ("an",), ("the",), ("my",))
_STAFF = tuple((word,) for word in "consultant contractor lead manager team person officer technician support".split())


def _no_subject(told: Told) -> bool:
    """Whether nothing but small words stands before the verb of a day: "and was closed on"."""
    for word in told.words[:_NEAR]:
        if word == told.verb:
            return True
        if word not in _LINKS and not word.endswith("ly"):
            return False
    return False


def _shared(one: Told, two: Told) -> bool:
    """Whether the event told later is of a thing that the first one names, and that is spoken of as known."""
    first, second = _things(one), _things(two)
    shared = first & second
    if not first and "same" in two.words:
        return True
    lab = {one.deed, two.deed} & {"result", "handle"} and not LAB.isdisjoint((*one.words, *two.words))
    if not shared and lab and not {"sample", "samples"}.isdisjoint((*one.words, *two.words)):
        return True
    if not shared and "result" in (one.deed, two.deed) and not LAB.isdisjoint((*one.words, *two.words)):
        return True
    if not shared:
        return _pronoun(two) and one.statement is not two.statement
    if two.numbers and not one.numbers and one.statement is not two.statement:
        return False
    return not shared.isdisjoint(two.known) or ("new" in one.words and "new" in two.words)


def _things(told: Told) -> frozenset[str]:
    """The stems of what an event happens to, its papers among them."""
    if told.hangs:
        return stems((told.verb,)) or frozenset((singular(told.verb),))
    return told.stems.union(PAPERS.intersection(map(singular, told.words))) - stems((told.verb,))


def answered_early(draft: Draft) -> Iterator[Again]:
    """Actions dated before the event of the opening or cause that they name as known."""
    events = _events(draft)
    if not events:
        return
    for part in draft.of(parts.DONE, parts.MIXED):
        for item in part.items:
            told = [each for statement in item.statements for each in told_in(draft, statement)]
            told = [each for each in told if each.lead[-1:] not in _ENDS]
            if not draft.has_parts and item.kind == "paragraph":
                # Without headings a paragraph of actions may tell the story as well.
                told = [each for each in told if each.deed in _CORRECTS]
            if not told or not _EARLY.isdisjoint(item.words) or _counts_over(item):
                continue
            last = max(told, key=lambda each: each.day)
            known = behind(item.words, KNOWN, _FEW) | behind(item.words, AFTER, 5)
            for statement, event in events:
                if (
                    last.day < event.day
                    and (event.day - last.day).days <= _FAR
                    and _names(draft, item, statement, known)
                ):
                    message = (
                        f"{last.found.span.quote} is before what it answers ({event.found.span.quote}). Check the date."
                    )
                    yield Again(told[0].found.span, statement.text, message)
                    break


_CORRECTS = frozenset("fix lock answer end train return pay handle".split())
_EARLY = frozenset("already earlier previously prior before beforehand had ahead".split())
_MOST_EVENTS = 40


def _events(draft: Draft) -> list[tuple[Statement, Told]]:
    """The dated sentences of the opening and the root cause, each with its first day; somebody's papers tell none."""
    found, own = [], letter_date(draft)
    for part in draft.of(parts.OPENING, parts.CAUSE):
        for statement in part.statements:
            told = [each for each in told_in(draft, statement) if each.found is not own and not _of_paper(each)]
            if _heads(statement):
                told = [each for each in told if each.hangs and "\n" not in statement.text]
            if told:
                found.append((statement, min(told, key=lambda each: each.day)))
    return found[:_MOST_EVENTS]


def _of_paper(told: Told) -> bool:
    """Whether a day is that of somebody's paper: "confirms in a letter of 15 July"; a message is the event itself."""
    return told.hangs and "your" not in told.words and (told.deed in ("make", "result") or told.verb == "notice")


def _heads(statement: Statement) -> bool:
    """Whether a row of the head, sender and day, tells of nothing that happened."""
    return statement.part == parts.OPENING and not any(is_past(word) and word != "dated" for word in statement.words)


def _counts_over(item: Item) -> bool:
    """Whether a point tells of a stretch of time: "from 11 June 2025 to 10 June 2026 we sold 214 units"."""
    return item.words[0] in ("from", "between") and not {"to", "until", "and"}.isdisjoint(item.words[2:6])


def _names(draft: Draft, item: Item, statement: Statement, known: frozenset[str]) -> bool:
    """Whether an action names the event, or what it is of, as known."""
    ids = {i.value for i in draft.identifiers_in(statement) if i.kind != "asin"}
    if ids and not ids.isdisjoint(i.value for i in draft.identifiers_in(item)):
        return True
    told = stems(statement.words)
    if len(told & stems(item.words)) > 2:
        return True
    return not known.isdisjoint(told) or (
        not _STARTS.isdisjoint(statement.words) and _shared_role(statement.words, item.words)
    )


_STARTS = frozenset("joined hired started began engaged appointed employed post registered founded installed".split())


def _shared_role(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether both sentences name the same role in two words: "the compliance officer"."""
    pairs = {pair for pair in pairwise(one) if pair[1] in COMMON and pair[0] not in COMMON and len(pair[1]) > _FEW}
    return any(pair in pairs for pair in pairwise(two))
