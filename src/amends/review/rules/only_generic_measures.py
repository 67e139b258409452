"""PM08: prevention that would fit any seller."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Item, Statement
from amends.review.meaning.topics import stem, telling, topic, topics
from amends.review.measures.points import measurable, measures
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule

_GENERIC = Lexicon(
    "read|reading|study|studied|review|reviewing|understand|follow|following|check|monitor|reviews|"
    "reads|checks .. policy|policies|rules|guidelines|"
    "agreement|requirements|forum|news",
    "train|training|trained|educate|educated|refresher",
    "account health",
    "follow|comply|obey|adhere",
    "business solutions agreement",
    "ask|contact amazon|seller support",
    "hired more staff",
    "business practices|practice",
)
_SPECIFIC = Lexicon(
    "invoice*|supplier*|inspect*|unit|units|listing|asin*|brand|trademark|inventory|stock|order|"
    "orders|return|returns|shipment*|handling|ingredient*|"
    "label*|packag*|photo*|image*|title|keyword*|login*|user*|password*|permission*|price*|expiry|"
    "lot|batch|carrier*|tracking|certificate*|letter"
)


@rule(
    "PM08",
    "only-generic-measures",
    level="warning",
    confidence="medium",
    source=(
        "Guide to the plan of action: generic commitments may be added, but include something "
        "specific to the root causes"
    ),
    bad=(
        "Preventive measures:\n- We read all policies every month.\n- The staff gets training about the rules.",
        (
            "Root cause:\nFrom 3 to 9 May 2026 lot 12 of the cocoa was picked past its date, since the rack is filled from "
            "the front.\n\nPreventive measures:\n- Quality first is what every member of the team knows by heart.\n- "
            "Managers attend a seminar on compliance each quarter."
        ),
    ),
    good=(
        (
            "Preventive measures:\n- We read all policies every month.\n- Before stock goes live, Dana "
            "Ruiz compares the invoice with the ASIN."
        ),
    ),
)
def only_generic_measures(draft: Draft) -> Iterator[Hit]:
    """Only measures that would fit any seller.

    Reading policies, training and watching Account Health can be added to any plan and so answer no root cause. Add
    the check that would have caught this very case.
    """
    points = measures(draft)
    if not points:
        return
    statements = [statement for item in points for statement in item.statements]
    generic = [statement for item in points for statement in item.statements if _generic(draft, item, statement)]
    hollow = [] if len(generic) * 3 >= len(statements) * 2 else _of_nobody(draft, statements)
    if len(generic) * 3 >= len(statements) * 2 or hollow:
        yield Hit(
            Span(points[0].start, points[-1].end, draft.text[points[0].start : points[-1].end]),
            "Every measure here would fit any seller. Add the check that would have caught this very case.",
        )


def _of_nobody(draft: Draft, statements: list[Statement]) -> list[Statement]:
    """Measures made of what any firm says of itself, where next to none of them all touches what the letter tells."""
    hollow = [statement for statement in statements if not _HOLLOW.isdisjoint(map(stem, statement.words))]
    if (
        any(map(_stops, statements))
        or not is_plan(draft)
        or len(hollow) * 2 < len(statements)
        or len(statements) < _FEWEST
    ):
        return []
    told = [s for s in draft.statements if s.part in (parts.OPENING, parts.CAUSE, parts.DONE)]
    stems, trade = topics(told)
    stems |= telling((draft.enforcement or "").split("-"))
    own = [(topic(statement), statement) for statement in statements]
    touching = [
        statement
        for (here, names), statement in own
        if len((here & stems) - _HOLLOW - _PEOPLE) > (1 if statement in hollow else 0)
        or (statement not in hollow and (len(here) >= _OF_ITS_OWN or not names.isdisjoint(trade)))
    ]
    return hollow if len(stems) >= _FEWEST_TOLD and len(touching) * 4 <= len(statements) else []


def _stops(statement: Statement) -> bool:
    """Whether a sentence says at what value something is stopped: such a check is one of this seller's own."""
    words = statement.words
    return not _STOPS.isdisjoint(words) and any(word in _VALUES or word[0].isdigit() for word in words)


_STOPS = frozenset(
    "stop stops stopped close closes closed refuse refused refuses reject rejects rejected block blocks blocked separated "
    "removed deleted destroyed returned back out locked merged hit hits ordered sent split attached lowers raises "
    "samples sets pieces units".split()
)
_VALUES = frozenset("one two three four five six seven eight nine ten any no each single".split())
_FEWEST_TOLD, _FEWEST, _OF_ITS_OWN = 6, 2, 4
# What any firm says of itself, in stems.
_HOLLOW = frozenset(
    stem(word)
    for word in (
        "policy policies guideline guidelines terms news newsletter forum webinar seminar course workshop training trained "
        "refresher education educated awareness aware conscious consciousness sensitised sensitized sensitive mindset "
        "attitude culture compliance principle principles value values vigilance vigilant watchful alert attention "
        "attentive care careful carefully caution diligence responsible responsibility responsibilities zero-tolerance "
        "tolerance oversight supervision supervised governance framework improvement improve improving improved optimise "
        "optimize standards excellence professional reliable reputable trusted trustworthy honest integrity priority "
        "seriously goals goal objectives evaluation evaluated effectiveness management consultant specialist expert "
        "advisor communication communicate cooperation collaborate teamwork motto slogan treasure cherish punctuality quality satisfaction "
        "performance health dashboard metrics feedback abreast informed up-to-date subscribe bulletin meeting meetings "
        "briefing talk talks discussed discussion revise revision experienced monitor monitored monitoring "
        "formation incidence speak remind reminded expectations swift swiftly"
    ).split()
)
_PEOPLE = frozenset(map(stem, "user users supplier suppliers seller brand customer member writer".split()))


def _generic(draft: Draft, item: Item, statement: Statement) -> bool:
    words = statement.words
    if not _GENERIC.found(words) or _SPECIFIC.found(words) or draft.files_in(item):
        return False
    return len(words) < 20 or not measurable(draft, item)
