"""RC02: the complaint itself is given as the cause."""

from collections.abc import Iterator

from amends.model import Span
from amends.review import parts
from amends.review.document import Draft
from amends.review.faults import pointed, symptom, symptom_alone
from amends.review.pieces import Statement
from amends.review.rule import Hit, rule, short
from amends.review.senses import Spot, senses
from amends.review.words import Lexicon

_SYMPTOM = (
    "complaint|complaints|claim|claims|review|reviews|feedback|returns|refunds|chargeback|"
    "chargebacks|odr|rate|rates|suspension|deactivation|"
    "complained|complain|unhappy|dissatisfied|suspended|deactivated|removal|violation|violations|"
    "breach|infringement|notice|notification|warning|metrics|metric|performance|score"
)
_CAUSE_IS = Lexicon(
    f"root? cause|causes|reason|reasons .. was|were|is|are .. .. {_SYMPTOM}",
    f"because .. received|got|had .. {_SYMPTOM}",
    f"because|since our|my|the .. {_SYMPTOM} was|were|is|went|rose|exceeded|passed|fell|dropped|increased",
    f"due|because|result to|of .. {_SYMPTOM}",
    (
        "root? cause|causes|reason|reasons .. is|was that .. @buyer|amazon|you .. complained|unhappy|"
        "returned|saw|seen|found|detected|linked"
    ),
    (
        f"so|therefore|and our|my|the .. {_SYMPTOM} become|becomes|became|is|was|went|rose|goes|increase|"
        "increased|drop|dropped"
    ),
    f"for the? reason that .. .. {_SYMPTOM}",
    (
        "removed|deactivated|suspended|closed|blocked|taken_down .. because|since|as a|the|one|some|several? "
        "@buyer|amazon|you"
    ),
    "@buyer was|were|is|are|got|became unhappy|dissatisfied|unsatisfied|angry|disappointed|upset",
    "because amazon|you .. suspended|deactivated|removed|closed|blocked",
    "cause .. late|defective|damaged deliveries|delivery|shipments|shipment|orders|items|products",
)
_OWN = Lexicon(
    "no|missing|without|lacked|lack|absence|never|nobody .. step|process|check|checks|procedure|rule|"
    "owner|system|control|inspection|review|record|"
    "calendar|sync|approval|list|verification|training|tool|limit|setting|second|trail|documentation|policy",
    (
        "we|i|our .. did not|never check|compare|inspect|verify|review|ask|update|sync|test|keep|record|"
        "require|track|monitor|read|confirm"
    ),
    "failure|gap|insufficient in|of|our .. process|procedure|check|review|control|documentation",
    (
        "not .. checked|compared|inspected|verified|reviewed|updated|synced|synchronised|synchronized|"
        "tested|recorded|tracked|monitored|confirmed|matched"
    ),
    (
        "failed to check|compare|inspect|verify|review|ask|update|sync|test|keep|record|require|track|"
        "monitor|maintain|cross-reference"
    ),
    "was|were left|set|still|only|turned",
)


@rule(
    "RC02",
    "symptom-as-cause",
    level="error",
    letters=("plan",),
    confidence="medium",
    source="Guide: missing the root cause; Amazon restates the metric when a plan names only it (“not a valid plan”)",
    bad=(
        "Root cause: The root cause was the high number of negative reviews on our listing.",
        "Root cause:\nOur account was suspended because we received complaints about late deliveries.",
    ),
    good=(
        (
            "Root cause:\nThe root cause of the 16 late orders was that nobody owned the vacation "
            "setting over Thanksgiving."
        ),
    ),
)
def symptom_as_cause(draft: Draft) -> Iterator[Hit]:
    """The symptom given as the cause.

    Complaints, a rate, a removal are what Amazon already sees. The cause lies before them, in a step of yours that
    was missing or failed. Ask “why?” until the answer is something that you control.
    """
    if not draft.is_plan:
        return
    for part in draft.of(parts.CAUSE):
        own = any(_OWN.found(statement.words) for statement in part.statements)
        for item in part.items:
            before: Statement | None = None
            for statement in item.statements:
                spot = _symptom(draft, statement, before)
                if spot is not None:
                    yield _finding(draft, statement, spot, own)
                before = statement


def _symptom(draft: Draft, statement: Statement, before: Statement | None) -> Spot | None:
    if "|" in statement.text:
        return None
    hit = next(_CAUSE_IS.matches(statement.words), None)
    if hit is not None and not _OWN.found(statement.words):
        return Spot(hit[0], hit[1])
    found = symptom(draft, statement)
    if found is None and before is not None and pointed(draft, statement) and symptom_alone(draft, before):
        return Spot(0, len(statement.words))
    if found is None and before is not None and before.text.rstrip().endswith("?"):
        return symptom_alone(draft, statement) if senses(draft, before).has("causal") else None
    return found


def _finding(draft: Draft, statement: Statement, spot: Spot, own: bool) -> Hit:
    start, end = statement.between(spot.first, spot.last)
    quote = draft.text[start:end]
    message = f"“{short(quote, 50)}” is what Amazon sees, not why. Say which step of yours was missing or failed."
    return Hit(Span(start, end, quote), message, level="warning" if own else None)
