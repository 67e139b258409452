"""AC06: a time that is no date."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.measures.moments import vague
from amends.review.measures.points import goes_on
from amends.review.rule import Hit, rule, short

_WHERE = (parts.OPENING, parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED, parts.OTHER, parts.DOCUMENTS)


_HEAD = 4
_PAPERS = (parts.DOCUMENTS, parts.CONCLUSION)
# In the closing only what is told of the plan itself; an answer may well be asked for "soon".
_TELLS = Lexicon(
    "measure|measures|action|actions|step|steps|everything|all|changes|plan|points|corrections|work|check|checks .. "
    "running|runs|run|effect|force|place|finished|completed|complete|done|implemented|started|began|begun|live|active|"
    "effective|applies|apply|closed|ended|works|working|starts|start|begins|begin|follows|use",
    "put|putting|brought|set .. effect|force|place|motion",
)


def _told(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence of the closing tells of the plan, or of a paper that comes with it."""
    return bool(draft.files_in(statement)) or _TELLS.found(statement.words)


@rule(
    "AC06",
    "vague-time",
    level="warning",
    source="Guide, what Amazon wants to see: specific dates for every action, not “recently” or “soon”",
    bad=(
        "Corrective actions:\n- We immediately removed 12 listings.",
        "Preventive measures:\n- Dana Ruiz regularly audits the listings.",
        "Corrective actions:\n- Around the middle of the month we removed 12 listings.",
        "Preventive measures:\n- One of these days Dana Ruiz opens every carton that comes back.",
    ),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026, immediately after the notice, we removed 12 "
            "listings.\n- We removed them on 4 May 2026."
        ),
    ),
)
def vague_time(draft: Draft) -> Iterator[Hit]:
    """A vague time.

    “Immediately”, “recently”, “regularly” cannot be checked. Give the day for what was done, and the rhythm (every
    Monday, before each listing) for what goes on.
    """
    for statement in draft.statements:
        if statement.part not in _WHERE and not (statement.part == parts.CONCLUSION and _told(draft, statement)):
            continue
        if draft.files_in(statement) and statement.part in _PAPERS and draft.dates_in(statement):
            continue
        hit = vague(draft, statement)
        if hit is None or (hit[0] < _HEAD and statement.item is not None and goes_on(draft, statement.item)):
            continue
        start, end = statement.between(hit[0], hit[1])
        quote = draft.text[start:end]
        want = (
            "Say how often: every Monday, before each listing." if statement.part == parts.MEASURES else "Give the day."
        )
        yield Hit(Span(start, end, quote), f"“{short(quote, 30)}” is no date. {want}")
