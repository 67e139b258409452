"""How often a measure runs, or what sets it off."""

from __future__ import annotations

import re

from amends.review.language.words import Lexicon, Words, is_number
from amends.review.measures.roles import built_in
from amends.review.measures.tables import WHEN, cells
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

RHYTHM = Lexicon(
    "a|an order|unit|listing|lot|batch|claim|return|invoice|supplier|offer|parcel|title|message|user|product "
    "that|which|who",
    "# .. a|each|per shift|day|week|month|quarter|pallet|lot|batch|carton|delivery|order|container|run|season",
    "in|on|during the|their|its|his|her first|last week|day|month|shift|hour",
    "at|on|with|before|after shift|handover|closing|opening|clocking|knocking-off|stocktake|month-end|year-end|sign-in",
    "ahead of",
    "is|are enough",
    "one|two .. in|from three|four|five|six|eight|ten|twelve|twenty|fifty|hundred",
    "in|at the? morning|mornings|evening|evenings|night|nights|afternoon|afternoons|noon|midnight|dawn|weekend|"
    "weekends",
    "new|incoming|fresh|arriving|inbound .. go|goes|pass|passes|come|comes|undergo|undergoes|get|gets|wait|waits",
    (
        "daily|weekly|monthly|quarterly|annually|annual|yearly|hourly|biweekly|bi-weekly|fortnightly|"
        "nightly|automatically|automatic"
    ),
    "every|each|any|per|whenever",
    "a|an .. needs|requires|demands",
    "once|twice a|per|in",
    "changes|change|changing of|to|in .. need|needs|require|requires|takes|take",
    "# times|time a|per",
    "before|after|prior|upon|until|unless|when|if|once|only|without",
    "on|at|during arrival|receipt|receiving|delivery|hiring|intake|onboarding|goods-in|booking-in|"
    "check-in|dispatch|picking|packing",
    (
        "all new|incoming|inbound|suppliers|orders|listings|units|shipments|returns|products|invoices|"
        "items|team|staff|users|employees"
    ),
    (
        "monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|"
        "saturdays|sunday|sundays"
    ),
    "go|goes|come|comes first|only|straight to|through|into",
    "at the door|gate|dock|till|ramp",
    "within # hours|hour|days|day|minutes",
    "the first|last|# day|of|week",
    "as soon as",
    "in january|february|march|april|june|july|august|september|october|november|december",
    "minute|minutes|hour|hours #",
    "# day|days a|per week|month",
    "on|all working|business|week day|days",
    "at|by|from # am|pm|a_m|p_m|o'clock|noon",
    "on # of? january|february|march|april|may|june|july|august|september|october|november|december",
    "on the? first|last|1st|2nd|3rd|5th|10th|15th|20th|28th",
    (
        "never|not sold|listed|shipped|published|accepted|relisted|booked|released|sent|dispatched|packed|used|printed|"
        "uploaded|opened|activated"
    ),
    "on the day of|it|they",
    "no|new .. listing|supplier|product|order|unit|shipment|invoice is|are|goes|go|leaves|may|can|enters",
)
_FREQUENCY = Lexicon(
    "daily|weekly|monthly|quarterly|annually|annual|yearly|hourly|biweekly|bi-weekly|fortnightly|nightly",
    (
        "every|each|per day|week|month|quarter|year|morning|evening|shift|order|listing|"
        "unit|delivery|shipment|lot|batch|pallet"
    ),
    "every|each # days|weeks|hours|months|orders",
    (
        "every|each|on monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
        "mondays|tuesdays|wednesdays|thursdays|fridays"
    ),
    "once|twice a|per|in",
    "on|each|every # of? january|february|march|april|may|june|july|august|september|october|november|december",
    "on|each|every the? 1st|2nd|3rd|5th|10th|15th|20th|28th|first|last",
    "before|at|after|upon each|every|any|receiving|receipt|arrival|delivery|publishing|listing",
)
# "If a label is new, Dana asks" says when; "Dana tests a gate; if it fails …" says what follows.
_HEAD = 3
# "She compares the lists; one order without a receipt closes the SKU": what follows tells no rhythm.
_CONDITIONS = frozenset("any if once unless until when whenever without never no new not within".split())
_FOLLOWS = frozenset("below above under over any user users item items unit units order orders one without".split())


def rhythmic(draft: Draft, item: Item) -> bool:
    """Whether a measure, the line that leads in its list or the table in which it stands says how often or at what it
    runs: "when there is time" says neither.
    """
    if WHEN in cells(draft, item) and not _vague_cell(draft, item):
        return True
    # What is built in runs each time.
    if built_in(item.words) or item.words[:2] == ("the", "same"):
        return True
    if item.lead is not None and _runs(item.lead, begins=True):
        return True
    begins = True
    for statement in item.statements:
        if _runs(statement, begins=begins):
            return True
        # "Title check. When a title is new …": what follows a label still says when.
        begins = begins and len(statement.words) <= _LABEL
    return False


def _vague_cell(draft: Draft, item: Item) -> bool:
    """Whether the table only says "regularly" where it should say when."""
    from amends.review.measures.moments import open_times

    words = cells(draft, item)[WHEN]
    return bool(open_times(Words(words))) and not any(word[0].isdigit() for word in words)


def _runs(statement: Statement, *, begins: bool) -> bool:
    """Whether a sentence gives a rhythm. A condition ("if one cracks", "any that differs") is one only where the
    measure begins: behind what is done it says what follows.
    """
    from amends.review.measures.moments import open_times

    words = statement.words
    vague = open_times(words)
    if vague and _FREQUENCY.found(words):
        return True
    if any(kind == "often" for _, _, kind in vague):
        return False
    if _CLOCK.search(statement.text):
        return True
    ends = -1
    for first, last, _ in RHYTHM.matches(words):
        if _idiom(words, first):
            continue
        if words[first] == "without" and 0 < first <= _HEAD and words[0] in ("a", "an", "no", "any"):
            # "A purchase without the second name is sent back."
            return True
        if words[first] in _CONDITIONS:
            ends = _deed_ends(statement) if ends < 0 else ends
            later = not (begins or (first == 0 and words[0] in _EVENTS))
            if later or first >= ends or (words[first] == "any" and words[first - 1 : first] not in _AT_ANY):
                continue
        if words[first] in ("before", "after", "prior") and not _SPANS.isdisjoint(words[max(0, first - 2) : first]):
            # "30 days before the end" says how early, not how often.
            continue
        if len(words[last : last + 1]) and words[last][:2] == "20" and len(words[last]) == _YEAR:
            continue
        if not any(start < last and first < end for start, end, _ in vague):
            return True
    return False


# "Looks after the passwords", "at once", "as before", "five per cent", "each other".
_IDIOMS = {
    "after": frozenset("look looks looked looking day soon shortly named sought".split()),
    "before": frozenset("as than ever like day the".split()),
    "once": frozenset("at all".split()),
    "upon": frozenset("depends depending depend based agreed called insists once built relies".split()),
    "only": frozenset("not if".split()),
    "without": frozenset("not".split()),
}
_TAILS = {"per": ("cent", "se"), "each": ("other",), "every": ("effort", "bit", "respect"), "after": ("all",)}


def _idiom(words: tuple[str, ...], at: int) -> bool:
    """Whether a word that could set something off belongs to a figure of speech."""
    word = words[at]
    return (at > 0 and words[at - 1] in _IDIOMS.get(word, ())) or (
        at + 1 < len(words) and words[at + 1] in _TAILS.get(word, ())
    )


_LABEL, _YEAR = 6, 4
_CLOCK = re.compile(
    r"\b(?:[Aa]t|[Bb]y|at|by|from|until|before|after|till) \d{1,2}[:.]\d\d\b|\b\d{1,2}[:.]\d\d(?:,| and| h\b)"
)
_AT_ANY = ((), *((word,) for word in "before after for at on with upon of in".split()))
_SPANS = frozenset("day days hour hours week weeks month months minutes".split())


def _deed_ends(statement: Statement) -> int:
    """Where the first thing that is done ends: at a mark behind the head of the sentence."""
    limit = head_ends(statement)
    for at in range(_HEAD + 1, limit):
        between = statement.text[statement.at[at - 1][1] - statement.start : statement.at[at][0] - statement.start]
        if not ("," in between or ":" in between) or statement.words[at] in _STILL:
            continue
        # Behind an aside at the head ("since 9 November 2026, …") the deed is still to come.
        if any(word.endswith("s") and word.isalpha() for word in statement.words[1:at]):
            return at
    return limit


# At the head of a later sentence these still tell what sets it off.
_EVENTS = frozenset("when whenever once without no never".split())
_STILL = frozenset("before after upon when whenever if once unless".split())


def head_ends(statement: Statement) -> int:
    """Where the words end that tell what is done, and what follows from it begins."""
    for at in range(1, len(statement.words)):
        between = statement.text[statement.at[at - 1][1] - statement.start : statement.at[at][0] - statement.start]
        if ";" in between:
            return at
        if statement.words[at] in ("if", "any", "one") and at > _HEAD and statement.words[at - 1] in ("and", "but"):
            return at
        if "," in between and at > _HEAD and (statement.words[at] in _FOLLOWS or is_number(statement.words[at])):
            return at
    return len(statement.words)
