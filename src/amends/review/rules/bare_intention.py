"""PM12: a preventive measure that only announces."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter.pieces import Item
from amends.review.meaning.senses import senses
from amends.review.measures.owners import owned
from amends.review.measures.points import measurable, measures
from amends.review.measures.records import RECORD, recorded
from amends.review.measures.rhythms import RHYTHM, rhythmic
from amends.review.measures.thresholds import triggered
from amends.review.rule import Hit, rule, short

# What is being thought of runs nowhere yet, whoever is named for it.
_AHEAD = Lexicon(
    "looking|hoping|wanting|planning|thinking|aiming|meaning to|of|about",
    "working|started_working|busy|at_work on|with|at",
    "looking into|for|at",
    "down the road|line|track",
    "would|should|could like|love|consider|be_good|be_nice|be_useful",
    "want|wants|intend|intends|plan|plans|hope|hopes|mean|aim|wish|thinking to|of|about",
    "is|are|am to take|attend|visit|start|get|receive|learn|be",
    "soon|shortly|one_day|some_day|someday|in_the_future|in_time|next_year|next_month|when_money|when_there_is",
)


@rule(
    "PM12",
    "bare-intention",
    level="warning",
    source="Guide: show that you have built systems, not just made a promise; assign people, thresholds, records",
    yields_to=("PM06", "PM07", "PM11", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=(
        "Preventive measures:\n- We will train our staff.\n- Orders will go out on time.",
        "Preventive measures:\n- Our aim is to answer every buyer within a day.",
        "Preventive measures:\n- Should two people look at each parcel? We lean towards it.",
    ),
    good=(
        (
            "Preventive measures:\n- From 4 May 2026 Dana Ruiz (operations lead) trains each new packer on the first "
            "day and files the quiz."
        ),
        "Preventive measures:\n- Before each new listing we compare the label with the restricted products list.",
    ),
)
def bare_intention(draft: Draft) -> Iterator[Hit]:
    """A preventive measure that only announces.

    It names nobody, no rhythm, no record and no figure, so nobody could check whether it is done. Say who does
    what, how often or at which event, and what remains of it.
    """
    for item in measures(draft):
        first = item.statements[0]
        if _only_meant(item) and not _stands(draft, item):
            yield Hit(first, f"“{short(first.text, 56)}” only announces. Say what runs, who does it, and since when.")
            continue
        ahead = None if draft.dates_in(item) else _AHEAD.found(item.statements[0].words)
        if ahead and not RHYTHM.found(item.words):
            yield Hit(first, f"“{short(first.text, 56)}” only announces. Say what runs, who does it, and since when.")
            continue
        if draft.dates_in(item) or measurable(draft, item) or owned(draft, item):
            continue
        led = item.lead is not None and RHYTHM.found(item.lead.words)
        if led or RHYTHM.found(item.words) or RECORD.found(item.words):
            continue
        yield Hit(first, f"“{short(first.text, 56)}” names nobody, no rhythm and no record. Say who does what, when.")


def _only_meant(item: Item) -> bool:
    """Whether a measure begins with what is wanted, considered or asked: "our aim is", "we lean towards", "could we …?"."""
    first = item.statements[0]
    if senses(first).has("intending") or first.text.rstrip().endswith("?"):
        return True
    return any(clause.maybe and not clause.dependent for clause in first.clauses[:1])


_ENOUGH = 3


def _stands(draft: Draft, item: Item) -> bool:
    """Whether a measure runs all the same: it has a day, or three of person, rhythm, threshold and record."""
    if draft.dates_in(item) or draft.files_in(item):
        return True
    return owned(draft, item) + rhythmic(draft, item) + triggered(item) + recorded(item.words) >= _ENOUGH
