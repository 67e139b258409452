"""How often a measure runs, or what sets it off."""

from __future__ import annotations

from amends.review.language.words import Lexicon, is_number
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Item, Statement

RHYTHM = Lexicon(
    (
        "daily|weekly|monthly|quarterly|annually|annual|yearly|hourly|biweekly|bi-weekly|fortnightly|"
        "nightly|automatically|automatic"
    ),
    "every|each|any|per|whenever|always",
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
    "at the door|gate|dock|bench|till|counter|ramp|desk",
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
_CONDITIONS = frozenset("any if once per unless until when whenever without never no new not every each".split())
# What is built in runs each time.
_DEVICE = Lexicon(
    "form|system|software|sheet|template|tool|field|setting|script|program|scanner|app|plugin|sync|printer|machine|scale|"
    "erp|till has|"
    "asks|stops|blocks|"
    "refuses|rejects|warns|locks|requires|demands"
)
_FOLLOWS = frozenset("below above under over any user users item items unit units order orders one without".split())


def rhythmic(item: Item) -> bool:
    """Whether a measure, or the line that leads in its list, says how often or at what it runs: "when there is time"
    says neither.
    """
    from amends.review.measures.moments import open_times

    if _DEVICE.found(item.words):
        return True
    for statement in (*item.statements, *((item.lead,) if item.lead is not None else ())):
        words = statement.words
        vague = open_times(words)
        if vague and _FREQUENCY.found(words):
            return True
        if any(kind == "often" for _, _, kind in vague):
            continue
        ends = head_ends(statement)
        for first, last, _ in RHYTHM.matches(words):
            if (words[first:last] == ("if",) and first > _HEAD) or (first >= ends and words[first] in _CONDITIONS):
                continue
            if not any(start < last and first < end for start, end, _ in vague):
                return True
    return False


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
