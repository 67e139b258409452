"""One event of the letter told with two days: "recalled on 6 November" and "the recall of 9 November".

Two days are of one event where the same is told of the same thing, and the later mention only takes up what is known:
the day hangs on a noun, stands in a relative clause or behind "had been" or "since", or in prose outside the actions
and measures. The day of a numbered paper and of what a file shows is held against the other one wherever both stand.
Further ones of a kind (second, weekly, another) and things told apart (lot K7 and lot K8) are other events.
"""

from __future__ import annotations

import re

from amends.review.language.deeds import PAPERS, TELL
from amends.review.letter import parts
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.counts import singular
from amends.review.reckoning.told import OTHERS, Told, account, apart, stems
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_FAR, _MOST, _NEAR, _FEW, _HEAD = 200, 400, 6, 8, 4
_BOUNDS = frozenset("until till by before between from to for".split())
_RELATIVE = frozenset("which that who whom whose when had having where as".split())
_THE = frozenset("the this that said same".split())
_SAYS = frozenset("names says states gives shows show as according per reads".split())
_FURTHER = frozenset("second other another further additional next again repeated third renewed twice".split())
_ISSUED = PAPERS | frozenset("issued issue dated written wrote printed".split())
# Of these families two words may tell two events.
_WIDE = frozenset("fix handle change list make plan ask find".split())
_BEHIND_A_NAME = ((), *((word,) for word in "of on in at by was is took began started for with".split()))
_PAPERS = frozenset((parts.DOCUMENTS, parts.CONCLUSION))
_POINTS = frozenset((parts.DONE, parts.MIXED, parts.MEASURES))


def on_two_days(draft: Draft) -> Iterator[Again]:
    """Later mentions of one event with another day."""
    told = account(draft)
    if len(told) < 2:
        return
    days: dict[int, set[date]] = {}
    for each in told:
        days.setdefault(each.statement.start, set()).add(each.day)
    before: dict[str, list[Told]] = {}
    for two in told[:_MOST]:
        if not _single(two):
            continue
        shown = two.statement.part in _PAPERS and bool(draft.files_in(two.statement))
        for one in _candidates(draft, two, before, shown=shown):
            together = one.statement is two.statement
            known = not together and (two.day in days[one.statement.start] or one.day in days[two.statement.start])
            if one.day == two.day or known or abs((one.day - two.day).days) > _FAR:
                continue
            if _named(one, two) if together else _same(draft, one, two, shown=shown):
                message = f"{two.found.span.quote} here, {one.found.span.quote} above for the same. Which is right?"
                yield Again(two.found.span, one.statement.text, message)
                break
        for key in _keys(draft, two):
            before.setdefault(key, []).append(two)


def _keys(draft: Draft, told: Told) -> set[str]:
    """By what a mention is found again: the family and the stem of its verb, and the files named with it."""
    return {
        told.deed or "?",
        *(stem[:_HEAD] for stem in stems((told.verb,))),
        *_files(draft, told),
        *(("since",) if _begins(told) else ()),
    }


def _candidates(draft: Draft, two: Told, before: dict[str, list[Told]], *, shown: bool) -> list[Told]:
    """Earlier mentions of which the same may be told, in order, a few of each kind."""
    keys = _keys(draft, two) | (_shown_keys(draft, two) if shown else set())
    found = {id(one): one for key in keys if key in before for one in before[key][:_FEW]}
    return sorted(found.values(), key=lambda one: one.found.span.start)


def _shown_keys(draft: Draft, two: Told) -> set[str]:
    names = stems(re.split(r"[\W\d_]+", " ".join(_files(draft, two))))
    return {stem[:_HEAD] for stem in two.stems | names}


def _single(told: Told) -> bool:
    """Whether a day may be that of one event: no bound of a time, and no further one of its kind."""
    if told.lead and told.lead[-1] in _BOUNDS:
        return False
    near = told.words[max(0, told.ahead - _NEAR) : told.ahead + _NEAR]
    return OTHERS.isdisjoint(near) or (_begins(told) and _FURTHER.isdisjoint(near))


def _begins(told: Told) -> bool:
    return "since" in told.lead or told.deed == "start"


def _named(one: Told, two: Told) -> bool:
    """Whether one sentence gives a second day under the name of the first: "on 8 May, the day of the refund"."""
    if two.hangs and two.deed and two.deed == one.deed and not one.hangs:
        return two.words[:1] == ("the",) and two.found.span.end < two.statement.at[-1][1] and "day" in two.words[:2]
    start, end = one.statement.start, one.statement.end
    if one.statement.text[one.found.span.end - start : two.found.span.start - start] == " (":
        # "On 05.11.2026 (6 November 2026)".
        return one.statement.text[two.found.span.end - start : end - start].startswith(")")
    return not _SAYS.isdisjoint(two.words) and bool(one.deed and stems((two.verb,)) & stems((one.verb,)))


def _same(draft: Draft, one: Told, two: Told, *, shown: bool) -> bool:
    """Whether two mentions are of one event."""
    if apart(one, two) or _told_apart(draft, one, two):
        return False
    if shown and _files(draft, one) & _files(draft, two) and _shows(draft, one, two):
        return True
    if shown and two.deed not in ("make", "result", "message") and _counts(draft, one, two):
        return True
    if not _one_deed(one, two, shown=shown):
        return False
    if _codes(one) & _codes(two) or _identified(draft, one, two):
        return True
    if not _takes_up(two):
        return False
    if two.hangs and two.deed == "make":
        # Two papers of a kind have days of their own, but for a slip of the pen.
        return two.verb in (*one.head, *one.words) and _slip(one.day, two.day)
    verbs = frozenset() if _begins(one) and _begins(two) else stems((one.verb, two.verb))
    if two.hangs and not _THE.isdisjoint(two.words):
        if one.statement.item is two.statement.item and not one.hangs:
            return True
        return bool((stems(one.statement.words) & stems(two.statement.words)) - verbs)
    shared = (one.stems & two.stems) - verbs
    if not verbs and shared and two.verb in TELL:
        return True
    if _PAPERS.issuperset((two.statement.part,)) and shared and one.numbers & two.numbers:
        return True
    if not shared.isdisjoint(two.known) or shown:
        return len(shared) > (shown or not verbs)
    if not _aside(two.statement) or two.deed not in _ONCE:
        return False
    # "The offer, suspended on 18 June, is still closed": what all letters speak of, in prose that looks back.
    things = {_PAGES.get(thing, thing) for thing in map(singular, (*two.head, *two.words)) if thing in _THINGS}
    others = {_PAGES.get(word, word) for word in map(singular, one.statement.words)}
    return "it" in two.words or not things.isdisjoint(others)


def _slip(one: date, two: date) -> bool:
    """Whether two days are one slip of the pen apart: a digit more, two that changed places, another month."""
    if one.month != two.month or one.year != two.year:
        return one.day == two.day
    first, second = str(one.day), str(two.day)
    return first == second[::-1] or (len(first) != len(second) and first[-1] == second[-1])


def _counts(draft: Draft, one: Told, two: Told) -> bool:
    """Whether a file that is named for what was told shows the same number: "refunds.pdf: payouts to 22 buyers"."""
    names = stems(re.split(r"[\W\d_]+", " ".join(_files(draft, two))))
    return bool(names & stems(one.statement.words)) and max(one.numbers & two.numbers, default=0) > _FEW


def _shows(draft: Draft, one: Told, two: Told) -> bool:
    """Whether a file, which was not itself made on that day, shows what was told with its name."""
    before = draft.text[two.statement.start : two.found.span.start]
    if before.rfind("(") > before.rfind(")"):
        # "removal.pdf (removal order, 16 March)": the day that the paper bears.
        return False
    return two.deed not in ("make", "result", "message") and bool(
        stems(one.statement.words) & stems(two.statement.words)
    )


def _codes(told: Told) -> set[tuple[str, str]]:
    return {(noun, code) for noun, codes in told.codes.items() for code in codes}


def _files(draft: Draft, told: Told) -> set[str]:
    return {match.group().lower() for match in draft.files_in(told.statement)}


def _one_deed(one: Told, two: Told, *, shown: bool) -> bool:
    """Whether the same is told of two days."""
    if _begins(one) and _begins(two) and (two.deed == "start" or two.statement.part not in _POINTS):
        return True
    if not one.verb or not two.verb:
        return False
    mark = stems((one.verb,))
    other = stems(two.words) if shown else stems((two.verb,))
    if mark & other or any(a.startswith(b) or b.startswith(a) for a in mark for b in other):
        return True
    if one.hangs and two.hangs and one.verb != two.verb:
        return False
    if one.deed == "make":
        return two.deed == "make" and _ISSUED.issuperset((one.verb, two.verb))
    return bool(one.deed) and one.deed == two.deed and one.deed not in _WIDE


def _takes_up(two: Told) -> bool:
    """Whether a mention only takes up what was told: "the recall of", "which had come in on"."""
    words = two.words
    if (
        two.hangs
        or not _RELATIVE.isdisjoint(words[: two.ahead])
        or "same" in words
        or words[two.ahead :][:1] == ("when",)
    ):
        return True
    if not two.fronted and "since" in words[:2]:
        return True
    at = words.index(two.verb) if two.verb in words else 0
    if at and words[at - 1] in _THE and two.verb not in TELL and words[at + 1 : at + 2] in _BEHIND_A_NAME:
        return True
    participle = not two.fronted and at > 1 and words[at - 1].isalpha() and bool(stems((words[at - 1],)) & two.known)
    return participle or _aside(two.statement)


def _aside(statement: Statement) -> bool:
    """Whether a sentence is prose outside the actions and measures."""
    return statement.item is not None and statement.item.kind == "paragraph" and statement.part not in _POINTS


_PAGES = dict.fromkeys("offer listing page sku asin".split(), "page")
_ONCE = frozenset("fix lock expire list buy hire start sign".split())
_THINGS = frozenset(
    "offer listing account invoice contract page sku asin stock card title photo price order line user access shipment "
    "certificate report licence license letter".split()
)


def _identified(draft: Draft, one: Told, two: Told) -> bool:
    """Whether both mentions name one order, complaint or shipment."""
    ids = [{i.value for i in draft.identifiers_in(each.statement) if i.kind != "asin"} for each in (one, two)]
    return not ids[0].isdisjoint(ids[1])


def _told_apart(draft: Draft, one: Told, two: Told) -> bool:
    """Whether identifiers tell the things of two mentions apart."""
    things = [{i.value for i in draft.identifiers_in(each.statement)} for each in (one, two)]
    return bool(things[0] and things[1]) and things[0].isdisjoint(things[1])
