"""Times that are no date, composed of words for time and words that leave it open.

“Some weeks back”, “around Easter”, “in the near future”, “when time allows”: what is vague is told from the noun of
time, the determiner before it and the direction behind it. A day in the same sentence, a rhythm, or a day told just
before binds them.
"""

from __future__ import annotations

from amends.model import Span
from amends.review.language.verbs import is_past
from amends.review.language.words import Lexicon, is_number
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_TIME = (
    "day|days|week|weeks|month|months|year|years|time|times|while|moment|moments|period|periods|morning|mornings|"
    "evening|"
    "evenings|night|nights|afternoon|hour|hours|minute|minutes|season|spring|summer|autumn|winter|weekend|weekends|"
    "decade|quarter|quarters"
)
_FEW = (
    "some|few|several|couple|many|certain|various|numerous|handful|good|little|short|long|longer|considerable|unknown"
)
_FEAST = (
    "holiday|holidays|easter|christmas|xmas|ramadan|eid|bayram|diwali|spring_festival|golden_week|carnival|vacation|"
    "vacations|season|peak_season|high_season|black_friday|prime_day|thanksgiving|lockdown|pandemic|covid|summer|"
    "winter|"
    "autumn|spring|stocktaking|inventory_count|new_year|school_holidays|off-season|fair|halloween|oktoberfest|pentecost"
)
_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
_EVENTS = (
    "move|relocation|stocktake|stock-take|launch|changeover|migration|switch|switchover|"
    "reorganisation|reorganization|restructuring|refurbishment|renovation|rebuild|rebuilding|illness|sick_leave|leave|"
    "maternity_leave|holidays|strike|flu|heatwave|heat_wave|snow|flood|fire|storm|festival|fair|exhibition|inventory|"
    "sale|sales|rush|peak|takeover|merger|relaunch|wedding|funeral|harvest|promotion"
)
_DAYS = (
    "1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th|13th|14th|15th|16th|17th|18th|19th|20th|21st|22nd|23rd|24th|"
    "25th|26th|27th|28th|29th|30th|31st"
)
_ABOUT = "around|about|roughly|approximately|circa|ca|approx|towards|toward|near|somewhere_around|somewhere_near"
_PARTS_OF_A_MONTH = "|".join(
    f"{part}-{month}"
    for part in ("mid", "early", "late", "end")
    for month in ("month", "season", "year", "week", *(_MONTHS + "|may|spring|summer|autumn|winter|fall").split("|"))
)
# What is vague, and how: "when" it was, "back" to a time named before, "gap" behind something, "often" it happens,
# "start" of something that may never come, "near" a day.
_VAGUE = Lexicon(
    tagged=[
        *(
            (pattern, "start")
            for pattern in (
                "soon|shortly|presently|eventually|someday|recently|lately",
                "before long",
                "sooner or later",
                "one|any of these|those days|weeks|mornings",
                "any day|time|moment|week now",
                "by and by",
                "in the? due course|time",
                (
                    "in|within|over|during the near|coming|next|foreseeable|following few? future|weeks|days|months|"
                    "time|year"
                ),
                "in the days|weeks|months|time ahead|to_come",
                (
                    "from|with|starting|beginning|by|in|during|as_of|as_from|for the? next|coming|following few? "
                    "week|month|"
                    "quarter|year|season|spring|summer|autumn|winter|weeks|months"
                ),
                "the day will come",
                (
                    "once|when|after|as_soon_as things|it|business|everything|the_rush|the_season|work|demand "
                    "settles|settle|"
                    "calms|calm|quietens|slows|slackens|allows|permits|is_over|has_passed|normalises|normalizes|"
                    "gets_quieter"
                ),
                "this|next|coming spring|summer|autumn|winter|fall|season|year|quarter|month|week",
                "at|on a|some later|future|suitable|given|convenient date|stage|time|point|moment|day",
                "in|from|with the? start? of? the? new year|season",
                "in the long|medium|longer run|term",
                "since|until just|only? recently|lately|a_while|some_time",
                "for a|some while|time|bit now|already|past",
                "by|from|until the? spring|summer|autumn|winter|fall|easter|christmas|new_year|year-end|month-end",
                (
                    "when|once|after spring|summer|autumn|winter|christmas|the_season|the_holidays|the_rush comes|is|"
                    "are|ends|"
                    "begins|arrives|starts|over"
                ),
                "after|before|from|over the? holidays|christmas|easter|summer|winter|season|new_year|rush|peak",
                (
                    "once|when|as_soon_as|after the|our|a|his|her new|second|right|next .. is|are|has|have there|ready|"
                    "installed|live|available|found|hired|bought|trained|in_place|set_up|there"
                ),
                "some_day|another_day|in_a_while|in_a_bit|down_the_road|down_the_line",
            )
        ),
        (f"in|during|by|around|this|last|of|since {_MONTHS}|may #", "month"),
        *(
            (pattern, "near")
            for pattern in (
                f"{_ABOUT} the? # of? {_MONTHS}|may",
                f"{_ABOUT} {_MONTHS}|may #",
                f"{_ABOUT} the? {_DAYS}",
                f"on or {_ABOUT} the? # {_MONTHS}|may",
                f"# or # {_MONTHS}|may",
                "or thereabouts|so_i_think",
                (
                    f"early|late|mid|beginning|middle|end|start|close|first_half|second_half|half|first_days|last_days|"
                    f"first_week|last_week|second_week|third_week|course in|of? {_MONTHS}|may"
                ),
                "first|second|third|fourth|last quarter of #",
                "in|during|since|until|by q1|q2|q3|q4",
                "give or take",
            )
        ),
        *(
            (pattern, "when")
            for pattern in (
                _PARTS_OF_A_MONTH,
                f"{_ABOUT} the? middle|beginning|end|start|turn|close of",
                "in|during|over|since|until|by|around the? first|second|latter|earlier|other half|part|weeks|days of",
                (
                    "in|during|within the? week|weeks|days|time|period|run-up|aftermath after|before|of|to|following|"
                    "around"
                ),
                (
                    f"a|some|one|another monday|tuesday|wednesday|thursday|friday|saturday|sunday in|last|ago|back|"
                    f"{_MONTHS}"
                ),
                "fortnight|fortnights|days|weeks|months|years or_so|back|ago|previously",
                "a? fortnight|while|time or? so? back|ago|since|earlier|past",
                "this|these|the past|last while|fortnight|time|period|spell|stretch",
                "sometime|some_time between|before|after|in|during|around|towards|last",
                "ever|all since",
                (
                    "since|until|during|over|between|before|after|in|the? last|this|that|the? spring|summer|autumn|"
                    "winter|fall|easter|christmas"
                ),
                f"since|during|before|after|around|until|amid|amidst|following the|our|my|a|that|this .. {_EVENTS}",
                f"at|about|around about? the? {_FEAST}",
                "before|after|over|by|until the? weekend|holidays|weekends|season|bank_holiday|long_weekend",
                (
                    "since|when|after|while|as|ever_since we|i|our|he|she moved|changed|switched|expanded|grew|began|"
                    "took_on|started|"
                    "opened|hired|relocated|migrated"
                ),
                "back in|during|at the|our season|days|weeks|time|years|period|summer|winter|spring|autumn|beginning",
                "the other day|week|month|evening|morning|night",
                "in reasonable|close|near proximity|time|delay",
                "in recent|past|bygone|former days|weeks|months|years|times|seasons",
                "of late",
                "in|by|within|before good|short|no|reasonable|due order|time",
                "with|without all|due|every|any haste|speed|dispatch|delay",
                (
                    "at|in the? earlier|previous|former|past|given|unknown|unspecified|certain date|time|point|stage|"
                    "period"
                ),
                (
                    "for|over|during|in|through a|some|quite_a|several|many short|long|brief|certain|considerable "
                    "while|spell|stretch|"
                    "time|period|couple"
                ),
                "for|over|during a? couple|handful|number|few|matter of days|weeks|hours|months",
                (
                    "date|day|time is|was? near|close|around|about|unknown|uncertain|forgotten|approximate|not_noted|"
                    "not_known"
                ),
                "recently|lately|soon|shortly|immediately|promptly|currently|instantly|presently|sometime|nowadays",
                "straightaway|forthwith|swiftly|speedily|someday|timely|eventually|momentarily|hastily",
                "at once",
                "right|directly|shortly|soon|straight|right after|away|thereafter|afterwards|after_that|after_this",
                f"{_FEW} {_TIME} ago|back|before|earlier|later|after|afterwards|prior|since|already|hence|in",
                f"a {_FEW} of? {_TIME} ago|back|before|earlier|later|after|afterwards|prior|since|already",
                "some|short time|while",
                f"for|since|during|over|after|in|within|from quite? a|an|the? {_FEW} of? {_TIME}",
                "for ages|ever|years|months|weeks|days",
                "a while|time|moment|bit|little ago|back|later|earlier|before|since|already|now",
                "long|ages|years|months|weeks ago|since|back",
                f"last|past|recent|previous few|couple|several? {_TIME}",
                (
                    "in|during|over|throughout the? last|past|recent|previous few|couple|"
                    "several|# days|weeks|months|years|period"
                ),
                "at some|one|a|any certain|given|later|earlier? point|stage|moment|date|time",
                (
                    "one|some of these|those|the|this past|last|recent|first|many? days|"
                    "mornings|weeks|evenings|nights|afternoons"
                ),
                "one|some day|days",
                "some time|when",
                "once upon a time",
                "ago",
                f"in|during|since|until|till|by|around|last {_MONTHS}",
                "within|in hours|days|minutes|weeks|moments|seconds of|after|from",
                "on|upon the spot|dot",
                "there and then",
                "then and there",
                "since then #|we|i|all",
                f"a good|full|solid|whole one|two|three|four|five|six {_TIME}",
                "no|without|hardly|zero|little any? delay|hesitation|ado",
                (
                    "when|after|since|as we|i|the|our .. started|began|opened|founded|"
                    "launched|set_up|moved|took_over|were_new"
                ),
                "weeks|months|days|years that|which followed|passed|preceded|came|went",
                (
                    "towards|toward|around|near|over|about|before|after the? year|month|season|"
                    "quarter|week end|turn|start|change"
                ),
                (
                    "before|after|around|during|since|at our|the|my .. fair|exhibition|move|"
                    "launch|inventory|sale|festival|strike|storm"
                ),
                "better|best|greater|larger|good part of",
                "day before yesterday",
                "yesterday|the_other_day|just_now|a_moment_ago|of_late|heretofore|erstwhile|bygone",
                "without losing|wasting|loss any|more|of? time|moment|minute|day|hesitation",
                (
                    "days|weeks|months|years|hours prior|ahead|earlier|later|into|on_end|past|"
                    "before_the|before_our|after_the|after_our"
                ),
                f"in|during|over|through|throughout|towards|before|after .. {_FEAST}|sale|sales|rush|peak|rush_hour",
                "in|over|during the course|run|wake of",
                f"some|one|a day|time|week|month|evening|morning|point in|during|last|this|of {_FEAST}|the|{_MONTHS}",
                "in|since|until|from spring|summer|autumn|winter|fall",
                "as|so quickly|fast|soon|swiftly|rapidly as we|i|was|it|humanly|practicable|they",
                "no sooner|later than",
                "in|within|during|after a|one matter|question|handful|couple|number|few of",
                (
                    "at|around|about the|this|that|some turn|time|end|start|beginning of? the? "
                    "year|season|month|holiday|holidays"
                ),
                "at|in the beginning|start|outset of our|my",
                "very|quite|fairly|rather recently|soon|late|early|quickly",
                "for|since|over a|some|many|several? years|months|weeks|ages|decades|generations",
                "a|some little|short|good while|time|bit later|after|before|ago|back",
                "earlier|later this|that|in|last the? year|month|week|season|spring|summer|autumn|winter",
                "up to|until|till now|recently|lately|then|date",
                "most|more recently",
                (
                    f"before|after|around|about|during|over|at|since|until|till|by|towards|"
                    f"between the|our|chinese|lunar? {_FEAST}"
                ),
                (
                    f"before|after|around|during|over|at|since|until holiday|holidays|festival|"
                    f"beginning|start|end of {_FEAST}|the"
                ),
                f"in|this|last|late|early|mid|next {_FEAST}",
                (
                    f"about|around|roughly|approximately|nearly|almost|maybe|perhaps|circa "
                    f"half|a|one|two|three|# a? {_TIME}"
                ),
                "half a|an year|month|week|hour|day|century ago|back|already|before|earlier|long|or|now",
                (
                    "reasonable|limited|appropriate|shortest|acceptable|adequate|suitable|"
                    "usual time|period|delay|timeframe|term"
                ),
                f"early|mid|late|beginning|middle|end|start|during|around|about of? {_MONTHS}",
                (
                    "beginning|middle|end|start|course|turn of the? last|this|that|previous? "
                    "month|year|week|summer|winter|quarter"
                ),
                "the other day|week|month|evening",
                "by now",
                "in the meantime|meanwhile|interim",
                "meanwhile",
                "when|whenever .. time|possible|can|convenient|free|feasible",
                "if|when|as time permits|allows|allowed|permitted",
                "around|about|round that|this|the_same time|moment",
                "around|about|round then",
                "not long after|afterwards|before|thereafter|later",
                "after that|this|it not|not_very long",
                "a_little|little|a_bit|bit further|later_on|down",
                "right|straight away",
                "without any|further|undue? delay|hesitation|waiting",
                "as soon|quickly|fast|early|promptly|swiftly as possible|we|i|humanly",
                "asap",
                "in|within the near|short|foreseeable|immediate future|time|term",
                "in due course|time",
                "in|within no|good|record|next_to_no time",
                "a few|couple of? days|weeks|months later",
                "this|last|past week|month|year|quarter|season|summer|winter|spring|autumn",
                "going|moving forward",
                "in the? future",
                "at the earliest",
                "first|earliest|next|nearest opportunity|chance|convenience|occasion|possibility",
                "sooner or later",
                "any day|time|moment now",
                "way|far back",
                "back then|when|around",
                f"back in {_MONTHS}|may|spring|summer|autumn|winter|fall|those|time|my|our|early|late|mid",
                "in|from|since the? early|old|first|good|those|former days|times|years|months",
                "in days|times|years|weeks past|gone",
                "hace|depuis|seit|vor poco|algunos|peu|kurzem|einiger|einigen",
                "vor kurzem",
                (
                    "neulich|kürzlich|recientemente|récemment|recentemente|niedawno|ostatnio|geçenlerde|yakında|bald|"
                    "demnächst"
                ),
            )
        ),
        *(
            (pattern, "gap")
            for pattern in (
                "not|nor long|much|too_long ago|back|after|afterwards|later|since|before|thereafter",
                (
                    "soon|shortly|sometime|some_time|a_while|a_bit|a_little|days|weeks|months "
                    "after|afterwards|later|thereafter"
                ),
                "soon|shortly|directly|straight|right after|afterwards|thereafter that|this|the|your|it|we|amazon",
            )
        ),
        *(
            (pattern, "back")
            for pattern in (
                "in|during|on|at these|those|that days|weeks|times|months|period|mornings",
                "around|about that|this time",
                (
                    "the|that|this same|very|next|following|previous|preceding day|evening|"
                    "morning|week|month|night|afternoon"
                ),
                "that|this day|evening|morning|week|month|night|afternoon|weekend",
            )
        ),
        *(
            (pattern, "loose")
            for pattern in (
                (
                    "in|over|during|since|for|after|before|towards|until|around|through|"
                    "throughout|within|from|last|past|some .. "
                    "weeks|months|years|evening|morning|night|afternoon|weekend|season|summer|winter|autumn|"
                    "spring|decade|days"
                ),
                "last|past|previous|this monday|tuesday|wednesday|thursday|friday|saturday|sunday",
            )
        ),
        *(
            (pattern, "often")
            for pattern in (
                "from time to time",
                "now|every_now and then|again",
                "once in a while",
                (
                    "regularly|periodically|occasionally|frequently|constantly|continuously|routinely|repeatedly|"
                    "sporadically"
                ),
                "again|time and again|time",
                "time after time",
                "sometimes|often|permanently|perpetually|continually|habitually",
                (
                    "on|at|in a|the? regular|frequent|ongoing|continuous|continual|irregular|"
                    "certain basis|intervals|way|manner"
                ),
                "as|when|where|if|whenever|wherever needed|necessary|required|appropriate|applicable|possible|needs_be",
                "when|whenever|if there is|was time|need|reason|enough",
                "more|quite|as often|frequently|regularly",
                "every so|now often|and",
                "at|in regular intervals|times",
                (
                    "regular|periodic|occasional|frequent|random|sporadic basis|checks|"
                    "check|audits|audit|reviews|review|"
                    "inspections|training|trainings|meetings|controls|control|spot_checks|monitoring|updates"
                ),
            )
        ),
    ]
)
_MEASURED = Lexicon(
    "every|each|daily|weekly|monthly|quarterly|hourly|annually|nightly|fortnightly",
    "within # hours|days|minutes",
    "# times|time a|per|in|each",
    "once|twice a|per|in",
)
_BY_DAY = Lexicon(
    "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|workdays|working_days",
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    f"on # of? {_MONTHS}",
)


def vague(draft: Draft, statement: Statement) -> tuple[int, int] | None:
    """First word and one past the last of a time that is no date, or None."""
    days = draft.dates_in(statement)
    for hit in _VAGUE.matches(statement.words):
        if not _excused(draft, statement, hit, days):
            return hit[0], hit[1]
    return None


_SET_OFF = frozenset("any if when whenever each every once before after under over below above first".split())


def _runs(item: Item) -> bool:
    """Whether a measure says how often it runs or what sets it off, so that "the same day" is that of the event."""
    return not _SET_OFF.isdisjoint(item.words) or _MEASURED.found(item.words) or _BY_DAY.found(item.words)


_COUNTED_BACK = frozenset("before prior earlier later into after ahead".split())
_AT_START = frozenset("when after since as before".split())
_MONTH_YEAR = Lexicon(f"{_MONTHS}|may #", "in|since #")
_NEAR = 900
_POINTS = frozenset("these those that this same very next following previous".split())
_COUNTED = frozenset("each every per a the_first working business same hundred calendar".split())
_SPANS = frozenset("by within in of for than to at least on after before last first every next same only".split())
_DAY_WORDS = frozenset("late later early earlier before after".split())


def open_times(words: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """The words that leave open when or how often something is done, whatever else the sentence says."""
    return [hit for hit in _VAGUE.matches(words) if hit[2] in ("often", "when")]


_WHICH = frozenset("that which who whose where".split())
_SUBJECTS = frozenset("we i he she they was were been had have has and".split())
_FEW_BEFORE = 9


def _of_a_thing(words: tuple[str, ...], first: int) -> bool:
    """Whether a time only tells of which thing a deed speaks: "the branch that closed in", "a unit returned in"."""
    behind_noun = first > 1 and is_past(words[first - 1]) and words[first - 2] not in _SUBJECTS
    return behind_noun or not _WHICH.isdisjoint(words[max(0, first - _FEW_BEFORE) : first])


def _excused(draft: Draft, statement: Statement, hit: tuple[int, int, str], days: Sequence[Found]) -> bool:
    """Whether the words are bound to a day or measure something after all."""
    first, last, kind = hit
    words = statement.words
    if kind == "near":
        return statement.part == parts.MEASURES or _told_exactly(draft, statement, first, last, days)
    if kind == "month":
        return (
            statement.part not in (parts.DONE, parts.MIXED)
            or bool(days)
            or not _is_year(words[last - 1])
            or _of_a_thing(words, first)
        )
    if not _COUNTED_BACK.isdisjoint(words[first:last]) and first and is_number(words[first - 1]):
        # "In the 365 days before the notice" is measured.
        return True
    if words[first] in _AT_START and _MONTH_YEAR.found(words[last : last + 8]):
        # "When I set up the tool in July 2026".
        return True
    if _dated_behind(draft, statement, last, days):
        return True
    if _bound(words, first, last) or any(
        len(word) == 4 and word[:2] in ("19", "20") for word in words[first : last + 2]
    ):
        return True
    if any(
        word.isdigit() and len(word) < _YEAR and int(word) >= _A_MONTH and words[at + 1 : at + 2] == ("days",)
        for at, word in enumerate(words[: last + 1])
        if at >= first
    ):
        # "In the last 365 days" is what Amazon asks for.
        return True
    if kind == "start" and statement.part in (parts.MEASURES, parts.CONCLUSION):
        # However often it runs, "one of these days" it may begin.
        return bool(days) or not _LATE_PART.isdisjoint(words[max(0, first - 2) : first]) or _until(words, last)
    if statement.part == parts.MEASURES and kind in ("when", "loose") and _follows(statement, words[first:last]):
        return True
    if statement.part == parts.MEASURES and words[last - 2 : last] == ("last", "day"):
        # "When somebody leaves, she does it on the last day."
        return True
    if words[first] == "since" and not {"account", "store", "shop"}.isdisjoint(words[first:last]):
        # "Since the account was opened" is a day that Amazon knows.
        return True
    if _no_time(words, first, last) or _of_the_story(draft, statement, first, last):
        return True
    if kind == "often":
        return statement.part in (parts.CAUSE, parts.OPENING) or _MEASURED.found(words) or _BY_DAY.found(words)
    if statement.part == parts.MEASURES and (
        any(is_number(word) for word in words[first:last])
        or ("same" in words[first:last] and statement.item is not None and _runs(statement.item))
    ):
        return True
    if kind == "loose" and (words[max(0, first - 1) : first] == ("the",) or words[last : last + 1] == ("of",)):
        return True
    if kind == "loose" and (
        any(is_number(word) or word in _COUNTED for word in words[first:last]) or _MEASURED.found(words)
    ):
        return True
    if (kind == "back" or (kind == "loose" and _POINTS.intersection(words[first:last]))) and _named_before(
        draft, statement, words[first:last]
    ):
        return True
    if kind == "gap" and _dated(draft, days):
        return not _apart(draft, statement, first)
    if days and words[first] == "since":
        return True
    return _dated(draft, days) or (statement.part == parts.MEASURES and _MEASURED.found(words))


def _dated_behind(draft: Draft, statement: Statement, last: int, days: Sequence[Found]) -> bool:
    """Whether the day stands right behind the words: "at the inventory of 2 June 2026"."""
    end = statement.at[last - 1][1]
    return any(
        draft.low[end : day.span.start].strip(" ,(") in _LINKS for day in days[:_SEVERAL] if day.span.start >= end
    )


_LINKS = frozenset(("", "of", "on", "from", "of the", "on the"))


def _dated(draft: Draft, days: Sequence[Found]) -> bool:
    """Whether one of these days may be that of the deed: "the invoice of 4 August" dates the invoice."""
    return any(not draft.low.endswith(_OF_A_PAPER, 0, day.span.start) for day in days[:_SEVERAL])


_SEVERAL = 20
_OF_A_PAPER = (" of ", " dated ", " until ", " till ", " no. ", " after ", " before ", " following ")


def _told_exactly(draft: Draft, statement: Statement, first: int, last: int, days: Sequence[Found]) -> bool:
    """Whether a full day stands right beside the words: "in mid-May, on 14 May 2026"."""
    start, end = statement.between(max(0, first - 4), min(len(statement.words), last + 4))
    inside = statement.between(first, last)
    return len(days) > _SEVERAL or any(
        start <= day.span.start < end and not (day.span.start < inside[1] and inside[0] < day.span.end) for day in days
    )


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word[:2] == "20" and word.isdigit()


_LATE_PART = frozenset("the how as how_soon too end until before within so".split())


def _until(words: tuple[str, ...], last: int) -> bool:
    """Whether "as" follows, so that "soon" is that of an event: "soon as a claim comes in"."""
    return words[last : last + 1] in (("as",), ("after",), ("enough",))


def _no_time(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the words speak of no time at all: goods "on sale", "days off"."""
    if words[last : last + 1] and words[last] in _NAMED_FOR_TIME:
        return True
    if words[last - 1] == "sale" and words[last - 2 : last - 1] in (("on",), ("off",), ("for",)):
        return True
    if (
        words[last - 1] in ("evening", "morning", "night")
        and words[first : first + 2] in _AT_DAY
        and not any(is_past(word) for word in words[max(0, first - 4) : first])
    ):
        # "We pack in the evening" is a habit.
        return True
    return words[last - 1] == "days" and words[last : last + 1] == ("off",)


_AT_DAY = (("in", "the"), ("at", "night"))


# "The evening book", "the night shift": what is named for a time.
_NAMED_FOR_TIME = frozenset(
    "per pricing price prices value trade use market count counts report reports book sheet shift log list run "
    "round collection changes limit stamp slot clock register crew team window".split()
)


def _follows(statement: Statement, said: tuple[str, ...]) -> bool:
    """Whether the words tell how soon a check of known rhythm is followed by its consequence: "closes it at once"."""
    item = statement.item
    if item is None or not _LATER.isdisjoint(said):
        return False
    return not _TRIGGER.isdisjoint(statement.words) and bool(_MEASURED.found(item.words) or _BY_DAY.found(item.words))


_LATER = frozenset("soon shortly later eventually sometime recently lately whenever".split())
_TRIGGER = frozenset("if when unless one two three more differs above below over under without hit".split())


def _of_the_story(draft: Draft, statement: Statement, first: int, last: int) -> bool:
    """Whether a bare month stands in the story of a cause that tells the days that count."""
    if statement.words[last - 1] not in _MONTH_NAMES or last - first > 2:
        return False
    item = statement.item
    told = statement.part in (parts.CAUSE, parts.OPENING) and item is not None
    return told and item is not None and bool(draft.dates_in(Span(max(0, item.start - _NEAR), item.end, "")))


_A_MONTH, _YEAR = 30, 4
_MONTH_NAMES = frozenset(_MONTHS.split("|"))


def _named_before(draft: Draft, statement: Statement, words: tuple[str, ...]) -> bool:
    """Whether a day was told a few sentences before, to which "that evening" points; "the same evening" and "these
    days" point no further than their own list point.
    """
    item = statement.item
    own = item is not None and item.kind != "paragraph" and not {"that", "this"}.intersection(words)
    if statement.part == parts.CAUSE:
        # A cause tells how it went each time: "paid after 3 p.m., those parcels left the next day".
        own = False
    floor = item.start if item is not None and own else max(0, statement.start - _NEAR)
    return bool(draft.dates_in(Span(floor, statement.start, "")))


def _apart(draft: Draft, statement: Statement, place: int) -> bool:
    """Whether the words begin something told of its own that has no day: "…, not long after that we deleted it"."""
    last = min(len(statement.words), place + 9)
    before = draft.text[statement.start : statement.at[place][0]].rstrip()
    if not before.endswith((",", ")", ";", "and", "-")) or not {"we", "i"}.intersection(statement.words[place:last]):
        return False
    start, end = statement.between(place, last)
    return not draft.dates_in(Span(start, end, ""))


def _bound(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the words measure something after all: "as soon as", "goes up by one day", "one day late"."""
    if words[max(0, first - 1) : first + 2] == ("as", "soon", "as") and "possible" not in words[first : first + 4]:
        return True
    if words[first : first + 2] not in (("one", "day"), ("one", "days")):
        return False
    after = words[last] if last < len(words) else ""
    return (first > 0 and words[first - 1] in _SPANS) or after in _DAY_WORDS
