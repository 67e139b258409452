"""Lengths of time that do not fit the days they are told of: "for 14 days, from 2 to 12 May", "a fortnight of testing
(10-14 September)", "eight months later, on 4 April", "two days before the supplier wrote on 9 May", "within 24 hours".

A length is a stretch (beside the first and last day of something), a step (later, after, before, past), or a bound
(within), and each is held against two days. The first and the last day of a stretch may both be counted, or one of
them; a week may leave out its Saturday and Sunday. What is open ("about", "at least"), of working days, or of what is
kept or promised is not reckoned.
"""

from __future__ import annotations

import re
from itertools import pairwise

from amends.model import Span
from amends.review.letter.meant import meant
from amends.review.letter.timing import notice_dates
from amends.review.reckoning.contradiction import Again
from amends.review.reckoning.counts import number_of
from amends.review.reckoning.told import account, stems, told_in
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_UNITS = {"hour": 1 / 24, "day": 1, "night": 1, "week": 7, "month": 30.44, "year": 365.25}
_LENGTH = re.compile(
    r"\b(?:the (?P<one>next|following|same|previous) day|the (?P<beside>day|evening|night|morning)(?= (?:before|after))"
    r"|(?P<many>\d{1,3}|[a-z]{1,9}(?:-(?!day|week|month|year|hour|night)[a-z]{3,5})?)[ -]"
    r"(?:(?:full|whole|long|consecutive|calendar|straight) )?(?P<unit>hour|day|night|week|month|year)s?"
    r"|(?P<half>half an?|half the|a quarter of a|three quarters of a) (?P<halved>year|month|week|day)"
    r"|(?:a |the |this |that )?(?P<fortnight>fortnight)|(?P<overnight>overnight))\b"
)
_SHARES = {"half a": 0.5, "half an": 0.5, "half the": 0.5, "a quarter of a": 0.25, "three quarters of a": 0.75}
_STEPS = {"next": 1, "following": 1, "same": 0, "previous": -1}
_HINT = re.compile(r"hour|day|night|week|month|year")
_OPEN = re.compile(
    r"\b(?:about|around|nearly|almost|over|more than|less than|at least|at most|up to|roughly|some|approximately|circa"
    r"|ca|every|each|per|last|next|another|further|under|maximum|minimum|most|working|business|first|second|the past"
    r"|previous|only within|a few|several|good)(?: (?:the|a|full|of))? ?$"
)
_ELSE = re.compile(
    r"^(?:'s?)?,? ?(?:ago|old|of age|notice|warranty|guarantee|shelf|a week|a month|per|each|in advance|handling|left"
    r"|working|business|kept|keep|delivery|or (?:more|less|older|longer|so)|window|limit|late\b|return"
    r"|of (?!absence|silence|delay|which|no|outage|downtime|leave|closure|rest|work|trial|tests?|trade|(?:her|his|our"
    r"|their)|[a-z]+ing\b)\w)"
)
_TO = r"to|until|till|through|thru|up to|up until|bis|[-–—]"
_BETWEEN = re.compile(rf" ?,? ?({_TO}|and)(?: and including)?(?: the)? ?")
_WIDER = re.compile(r"[^.;:]{0,60}? (?:to|until|till|and) [^.;:]{0,40}?(?:of|on|dated) ?(?:the )?")
_BARE = re.compile(
    rf"(?:(?<![\w.,/:-])|(?<=[a-z][ ]))(\d{{1,2}})(?:st|nd|rd|th)? ?({_TO}|and)(?: and including)?(?: the)? ?$"
)
_FROM = re.compile(r"\b(from|between|valid|since|von)(?: the| on)?[ :(]*$")
_LEAD = re.compile(r"\b(?:from|between|lie|passed|elapsed|since|von|apart)\b")
_MOVED = re.compile(r"\b(?:mov|brought|bring|chang|shift|forward|correct|postpon|put |extend|set |advanc|pull)")
_THESE = re.compile(r"\b(?:these|those|this|that|the whole|all|after the|during the|the said) (?:\w+ )?$")
# What ties a length to the days before it: "(2 to 9 May), that is eight days", "three days went by".
_TIED = re.compile(
    r"(?:\b(?:in|for|over|lasted|lasting|took|taking|these|those|its|lay|all|i\.e\.|is|was|makes?|made|or|thus|so|hence"
    r"|all of|altogether|together|valid|(?:total|period|span|time|duration) of)|[,(=]) ?(?:the )?$"
)
_RUNS, _STOPS = (
    re.compile(r"\b(?:began|started|beginning)\b"),
    frozenset("done ended finished stopped closed completed".split()),
)
_ITS = re.compile(r"\b(?:its|these|those|all) $")
_PASSED = re.compile(r"^ (?:passed|went by|elapsed|lie|lay|were lost|apart|in between)")
_HOW = re.compile(r"^ (?P<how>later|afterwards|thereafter|after that|earlier|after|before|prior|ahead|past)\b")
_ENDS = re.compile(r"^(?:,| \()? ?(?:until|till|to|up to|ending(?: on)?) (?:the )?$")
_WITHIN = re.compile(r"\b(?:within|inside|in less than)(?: the| a| only| just)? ?$")
_BETWEEN_WORDS, _REACH, _BACK, _MOST, _WORDS, _NEAR, _ONE = 3, 90, 48, 8, 9, 7, frozenset(("a", "an", "one"))


class _Stretch(NamedTuple):
    """A first and a last day, the place of both in the letter, and whether words say that the one comes first."""

    first: date
    last: date
    start: int
    end: int
    sure: bool


class _Length(NamedTuple):
    """How many of which unit, and the place in the sentence."""

    number: float
    unit: str
    start: int
    end: int
    said: str


def contradicted(draft: Draft) -> Iterator[Again]:
    """Lengths of time that do not fit the days beside them, and stretches that end before they begin."""
    before: Statement | None = None
    periods: list[tuple[_Stretch, Statement]] = []
    for statement in draft.statements:
        days = draft.dates_in(statement)
        if len(days) <= _MOST:
            if days:
                yield from _dated(draft, statement, days, before, periods)
            elif (
                before is not None
                and before.item is statement.item
                and _HINT.search(draft.low, statement.start, statement.end)
            ):
                yield from _these(draft, before, statement)
        before = statement


def _dated(
    draft: Draft,
    statement: Statement,
    days: Sequence[Found],
    before: Statement | None,
    periods: list[tuple[_Stretch, Statement]],
) -> Iterator[Again]:
    low = _low(draft, statement)
    stretches = list(_stretches(draft, statement, days, low))
    for each in stretches:
        if each.first > each.last and each.sure and _MOVED.search(low[: each.start - statement.start]) is None:
            place = Span(each.start, each.end, draft.text[each.start : each.end])
            yield Again(place, "", f"“{place.quote}” ends before it begins. Which day is right?")
    if len(stretches) == 1:
        yield from _again(draft, stretches[0], statement, periods)
    if _HINT.search(low) is None:
        return
    told = [(day, found) for found in days if (day := meant(draft, found)) is not None]
    right = [each for each in stretches if each.first <= each.last]
    for length in _lengths(low):
        found = next(_of_two(draft, statement, told, length, low, before), None)
        if found is None and len(right) == 1:
            found = next(_of_stretch(draft, right[0], length, low, statement.start), None)
        if found is not None:
            yield found
            return


def _again(
    draft: Draft, stretch: _Stretch, statement: Statement, periods: list[tuple[_Stretch, Statement]]
) -> Iterator[Again]:
    """A stretch that was told before with the same beginning and another end, or the other way round."""
    for other, where in periods:
        slip = (other.first == stretch.first) != (other.last == stretch.last)
        if slip and where.item is not statement.item and len(stems(where.words) & stems(statement.words)) > 1:
            place = Span(stretch.start, stretch.end, draft.text[stretch.start : stretch.end])
            told = draft.text[other.start : other.end]
            yield Again(place, where.text, f"“{place.quote}” here, “{told}” above for the same. Which is right?")
            break
    if len(periods) < _MOST:
        periods.append((stretch, statement))


def _these(draft: Draft, dated: Statement, statement: Statement) -> Iterator[Again]:
    """ "From 1 to 31 August it was off. After these two weeks …": a length told of the stretch just before."""
    days = draft.dates_in(dated)
    stretches = list(_stretches(draft, dated, days, _low(draft, dated))) if 1 <= len(days) <= 2 else []
    if len(stretches) != 1 or stretches[0].first > stretches[0].last:
        return
    low = _low(draft, statement)
    for length in _lengths(low):
        if _THESE.search(low[: length.start]) and _ELSE.match(low[length.end :].lstrip()) is None:
            yield from _unlike(draft, stretches[0], length)
            return


def _low(draft: Draft, statement: Statement) -> str:
    return draft.low[statement.start : statement.end].replace("\n", " ")


def _lengths(low: str) -> Iterator[_Length]:
    """The lengths of a sentence that are neither open nor of something else."""
    for match in _LENGTH.finditer(low):
        if _OPEN.search(low[: match.start()]):
            continue
        told = _told(match)
        if told is not None:
            yield _Length(*told, match.start(), match.end(), match.group().strip())


def _told(match: re.Match[str]) -> tuple[float, str] | None:
    if match["fortnight"]:
        return 14, "day"
    if match["overnight"]:
        return 1, "night"
    if match["one"]:
        return _STEPS[match["one"]], "day"
    if match["beside"]:
        return 1, "day"
    if match["half"]:
        share = _SHARES[match["half"]]
        return (share * 12, "month") if match["halved"] == "year" else (share * _UNITS[match["halved"]], "day")
    number = 1 if match["many"] in _ONE else number_of(match["many"])
    return (number, match["unit"]) if number else None


def _stretches(draft: Draft, statement: Statement, days: Sequence[Found], low: str) -> Iterator[_Stretch]:
    """The first and the last day of each stretch of time in a sentence, and its place."""
    shift = statement.start
    for one, two in pairwise(days):
        first, last = meant(draft, one), meant(draft, two)
        if first is None or last is None:
            continue
        gap = low[one.span.end - shift : two.span.start - shift]
        before = low[max(0, one.span.start - shift - _REACH) : one.span.start - shift]
        begins, plain = _FROM.search(before), _BETWEEN.fullmatch(gap)
        if plain is not None:
            if plain[1] != "and" or (begins is not None and begins[1] == "between"):
                yield _Stretch(first, last, one.span.start, two.span.end, begins is not None)
        elif _LEAD.search(before) and _WIDER.fullmatch(gap):
            yield _Stretch(first, last, one.span.start, two.span.end, sure=False)
    if len(days) == 2 and _RUNS.search(low):
        told = told_in(draft, statement)
        if len(told) == 2 and told[0].deed == "start" and not _STOPS.isdisjoint(told[1].words[:_BETWEEN_WORDS]):
            yield _Stretch(told[0].day, told[1].day, told[0].found.span.start, told[1].found.span.end, sure=False)
    for day in days:
        last = meant(draft, day)
        near = low[max(0, day.span.start - shift - _BACK) : day.span.start - shift]
        bare = _BARE.search(near)
        if bare is None or last is None or not 1 <= int(bare[1]) <= 31:
            continue
        begins = _FROM.search(near[: bare.start(1)])
        if begins is None and near[: bare.start(1)].rstrip()[-1:].isdigit():
            continue
        if bare[2] == "and" and (begins is None or begins[1] != "between"):
            continue
        try:
            first = last.replace(day=int(bare[1]))
        except ValueError:
            continue
        yield _Stretch(first, last, day.span.start - len(near) + bare.start(1), day.span.end, begins is not None)


def _of_stretch(draft: Draft, stretch: _Stretch, length: _Length, low: str, shift: int) -> Iterator[Again]:
    """A stretch that is not as long as the words beside it say."""
    start, end = stretch.start - shift, stretch.end - shift
    behind = low[length.end :]
    if length.start < end and length.end > start and not (start <= length.start and length.end <= end):
        return
    if _ELSE.match(behind.lstrip()) or _HOW.match(behind) or _WITHIN.search(low[: length.start]):
        return
    if length.unit == "hour" and length.said[0].isdigit() is False:
        return
    between = low[length.end : start] if length.end <= start else low[end : length.start]
    its = _ITS.search(low[: length.start]) is not None
    if (";" in between and not its) or ". " in between or len(between.split()) > _WORDS:
        return
    if length.end > start and _TIED.search(low[: length.start]) is None and _PASSED.match(behind) is None:
        return
    yield from _unlike(draft, stretch, length)


def _unlike(draft: Draft, stretch: _Stretch, length: _Length) -> Iterator[Again]:
    apart = (stretch.last - stretch.first).days
    if not _fits(apart, length):
        place = Span(stretch.start, stretch.end, draft.text[stretch.start : stretch.end])
        message = f"“{place.quote}” is {apart + 1} days with both ends, the letter says {length.said}. Which is right?"
        yield Again(place, "", message)


def _fits(apart: int, length: _Length) -> bool:
    """Whether a stretch of so many days, one or both ends counted, is as long as told."""
    number, unit = length.number, length.unit
    if unit == "hour":
        return abs(apart - number / 24) <= 1
    if unit in ("month", "year"):
        wanted = number * _UNITS[unit]
        return abs(apart - wanted) <= max(9, wanted * 0.08)
    if unit == "week":
        return 7 * number - 3 <= apart <= 7 * number + 2
    if unit == "night" and length.said == "overnight":
        return apart <= 1
    return abs(apart - number) <= 1 or (number % 7 == 0 and abs(apart - number) <= 2)


_Dated = list[tuple["date", "Found"]]


def _of_two(
    draft: Draft, statement: Statement, told: _Dated, length: _Length, low: str, before: Statement | None
) -> Iterator[Again]:
    """Two days that do not lie as far apart as a step or a bound between them says."""
    shift, behind = statement.start, low[length.end :]
    ahead = [each for each in told if each[1].span.end - shift <= length.start]
    after = [each for each in told if each[1].span.start - shift >= length.end]
    how = _HOW.match(behind)
    word = how["how"] if how is not None else ""
    if _WITHIN.search(low[: length.start]):
        # "60 % answered within two days and 85 % by 14 November": the second day is of something else.
        parted = len(told) == 2 and " and " in low[length.end : told[1][1].span.start - shift]
        far = len(told) == 2 and not parted and (told[1][0] - told[0][0]).days > _days(length) + 1
        if far and not _ELSE.match(behind.lstrip()):
            yield _apart(told[1], told[0], length)
        return
    close = bool(ahead) and not low[ahead[-1][1].span.end - shift : length.start].strip(" ,(–-:")
    stops = how is not None and low[length.end + how.end() :].lstrip()[:1] in (".", ",", ";", ")", "")
    step = length.number if length.said.startswith("the ") and length.unit == "day" and not word else None
    if step is not None:
        # "The next day, on 9 May".
        known = ahead[-1:] or _earlier(draft, statement, before)
        if (
            known
            and after
            and not low[length.end : after[0][1].span.start - shift].strip(" ,(–-").removeprefix("on").strip()
        ):
            yield from _stepped(after[0], known[-1], length, step)
        return
    if word in ("later", "afterwards", "thereafter", "after that", "earlier") or (
        word in ("after", "before") and stops
    ):
        if "than" in behind.split()[1:3]:
            how_far = -1 if word == "earlier" else 1
            if ahead and after:
                yield from _stepped(ahead[-1], after[0], length, how_far * length.number)
            return
        sign = -1 if word in ("earlier", "before") else 1
        near = after and len(low[length.end : after[0][1].span.start - shift].split()) <= _NEAR
        known = ahead[-1:] or _earlier(draft, statement, before)
        if near and known:
            yield from _stepped(after[0], known[-1], length, sign * length.number)
        elif close and (len(ahead) > 1 or (known := _earlier(draft, statement, before))):
            yield from _stepped(ahead[-1], ahead[-2] if len(ahead) > 1 else known[-1], length, sign * length.number)
    elif word in ("after", "before") and told and (len(told) == 1 or not after):
        own = (ahead or told)[-1]
        known = _named(draft, own[1], low, length.end, own[1].span.start - shift)
        if known:
            yield from _stepped(own, known[0], length, length.number if word == "after" else -length.number)
    elif word in ("after", "before", "prior", "ahead") and after:
        if len(low[length.end : after[0][1].span.start - shift].split()) > _WORDS:
            return
        other = after[1:2] if not ahead else ahead[-1:]
        if other and ";" not in low[min(length.start, other[0][1].span.start - shift) : length.start]:
            yield from _stepped(other[0], after[0], length, length.number if word == "after" else -length.number)
    elif word == "past" and len(ahead) > 1:
        yield from _stepped(ahead[-1], ahead[-2], length, length.number)
    elif ahead and after and _ENDS.match(low[length.end : after[0][1].span.start - shift]):
        # "Signed 1 February, valid one year, until 31 July".
        apart = (after[0][0] - ahead[-1][0]).days
        if not {"valid", "from", "since"}.isdisjoint(low[: length.start].split()) and not _fits(apart, length):
            yield _apart(after[0], ahead[-1], length)


def _named(draft: Draft, own: Found, low: str, start: int, day: int) -> _Dated:
    """The one day that the letter gives to the event named here: "three days after the removal"."""
    match = _EVENT.match(low, start)
    if match is None or (day > start and low[match.end() : day].strip(" ,(").removeprefix("on").strip()):
        return []
    words = match[1].split()
    told = {
        (each.day, each.found)
        for each in account(draft)
        if each.found is not own and not stems((each.verb,)).isdisjoint(stems(words)) and stems(words)
    }
    if not _TAKEN.isdisjoint(words):
        told = {(found.date, found) for found in notice_dates(draft) if found.date is not None}
    return list(told) if len({each[0] for each in told}) == 1 else []


_EVENT = re.compile(
    r" (?:after|before) (?:the|our|your|this|amazon's) ((?:[\w'-]+ ){0,2}?[\w'-]+)(?=,| on | \(|$| we | i )"
)
_TAKEN = frozenset("notice removal deactivation suspension takedown message".split())


def _earlier(draft: Draft, statement: Statement, before: Statement | None) -> _Dated:
    """The one day of the sentence before in the same point."""
    if before is None or before.item is not statement.item:
        return []
    told = [(day, found) for found in draft.dates_in(before) if (day := meant(draft, found)) is not None]
    return told if len(told) == 1 else []


def _days(length: _Length) -> float:
    return length.number * _UNITS[length.unit]


def _stepped(day: tuple[date, Found], known: tuple[date, Found], length: _Length, number: float) -> Iterator[Again]:
    """A day that does not lie so far from the one it is reckoned from, negative where it is the earlier one."""
    apart, wanted = (day[0] - known[0]).days, number * _UNITS[length.unit]
    slack = {"hour": 1.0, "week": 0.0, "month": max(9.0, abs(wanted) * 0.08), "year": 30.0}.get(length.unit, 0.0)
    if abs(apart - wanted) > slack:
        yield _apart(day, known, length)


def _apart(day: tuple[date, Found], known: tuple[date, Found], length: _Length) -> Again:
    apart = abs((day[0] - known[0]).days)
    told = f"{day[1].span.quote} is {apart} days from {known[1].span.quote}"
    return Again(day[1].span, "", f"{told}, the letter says {length.said}. Which is right?")
