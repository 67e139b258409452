"""AC05: a corrective action without anything that can be measured."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon, is_number
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.measures.points import actions, measurable, tells, theirs
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

# Deeds that name nothing, wherever in the letter they stand.
_DEED = (
    "solved|resolved|fixed|settled|sorted|sorted_out|rectified|remedied|corrected|addressed|handled|dealt_with|treated|"
    "attended_to|taken_care_of|cleared|cleared_up|cleaned|cleaned_up|tidied|put_right|put_in_order|set_right|ironed_out|"
    "straightened|straightened_out|smoothed_out|patched|eliminated|removed|worked_out|taken_in_hand|closed|improved|updated|"
    "adjusted|optimised|optimized|reorganised|reorganized|overhauled|finished|done|changed"
)
_THING = (
    "problem|problems|issue|issues|matter|matters|mistake|mistakes|error|errors|defect|defects|situation|everything|all|"
    "it|this|that|those|these|thing|things|listing|listings|page|pages|point|points|fault|faults|deficiency|deficiencies|"
    "topic|topics|case|cases|complaint|complaints|concern|concerns|discrepancy|discrepancies|irregularities|process|processes|"
    "system|systems|procedure|procedures|account"
)
_DEALT = Lexicon(
    f"{_THING} .. was|were|is|are|has_been|have_been|had_been|got {_DEED}",
    f"we|i have|had? {_DEED} the|our|my|this|that|these|those|all|any|every {_THING}",
    "we|i have|had? sorted|cleared|cleaned|straightened|worked|smoothed .. out|up",
    "took|taken care of",
    "did what|everything|all .. needed|necessary|required|could|can|asked|possible",
    "dealt with the|it|this|that|them|everything|all",
    "made|did|done|took|taken the? necessary|needed|required|appropriate|corresponding|relevant|suitable changes|steps|corrections|actions|measures|adjustments|things",
    (
        "spoke|spoken|talked|discussed|met|sat_down|had_a_word|had_a_talk|had_a_conversation|consulted|communicated .. "
        "team|staff|employees|colleagues|packers|warehouse|workers|people|everybody|everyone|them|him|her|supplier|factory|"
        "responsible|department"
    ),
)
_TOLD = (parts.DONE, parts.MIXED, parts.CAUSE, parts.OPENING, parts.OTHER)
_SHORT = 14


@rule(
    "AC05",
    "action-without-particulars",
    level="warning",
    confidence="medium",
    source="Guide, what Amazon wants to see: measurable details (quantities, amounts, names) and evidence references",
    yields_to=(
        "AC01",
        "AC03",
        "TO07",
    ),
    bad=("Corrective actions:\n- On 3 May 2026 we removed the listings from our catalog.",),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026 we removed 12 listings.\n- On 4 May 2026 we wrote to "
            "the rights owner (Exhibit B)."
        ),
    ),
)
def action_without_particulars(draft: Draft) -> Iterator[Hit]:
    """A corrective action that nothing measures.

    Give what can be counted or looked up: how many units, which ASINs or orders, how much was refunded, who did it,
    which file shows it.
    """
    told = set()
    for item in actions(draft):
        if tells(item) and not measurable(draft, item) and not theirs(item.statements[0]):
            first = item.statements[0]
            told.add(first.start)
            yield Hit(
                first,
                (
                    f"Nothing measures “{short(first.text, 50)}”. Give numbers, ASINs, amounts, names or "
                    "the file that shows it."
                ),
            )
        elif tells(item):
            uncounted = next((hit for s in item.statements if (hit := _uncounted(draft, s)) is not None), None)
            if uncounted is not None:
                yield uncounted
    if not is_plan(draft):
        return
    for statement in draft.statements:
        if statement.part not in _TOLD or statement.start in told or len(statement.words) > _SHORT:
            continue
        if _DEALT.found(statement.words) and not measurable(draft, statement) and not theirs(statement):
            yield Hit(statement, f"“{short(statement.text, 50)}” could stand in any letter. Say what was done to what.")


def _uncounted(draft: Draft, statement: Statement) -> Hit | None:
    """A hint where a deed is done to several things and no number stands in its sentence: "deleted the pages"."""
    words = statement.words
    if len(draft.identifiers_in(statement)) > 1 or not _COUNTS.isdisjoint(words):
        return None
    days = [found.span for found in draft.dates_in(statement)]
    named = [found.span for found in draft.identifiers_in(statement)]
    if len(days) + len(named) > _SEVERAL:
        return None
    for at, word in enumerate(words):
        start = statement.at[at][0]
        if is_number(word) and not any(span.start <= start < span.end for span in (*days, *named)):
            return None
    for clause in statement.clauses:
        if not clause.past or clause.dependent or clause.verb < 0:
            continue
        for at in range(clause.verb + 1, min(clause.last, clause.verb + _OBJECT)):
            word = words[at]
            if word in _BEHIND:
                break
            if word in _MANY or (
                len(word) > _SHORTEST and word[-1] == "s" and word[-2] not in "sui'" and word not in _ONE
            ):
                start, end = statement.between(clause.verb, at + 1)
                quote = draft.text[start:end]
                message = f"How many: “{short(quote, 48)}”? Give the number, or name each."
                return Hit(Span(start, end, quote), message, level="note", confidence="low")
    return None


_OBJECT, _SHORTEST, _SEVERAL = 6, 3, 12
_COUNTS = frozenset("both each every one pair dozen single".split())
_BEHIND = frozenset("to from by with for because so that in into on at of and as".split())
_MANY = frozenset("stock inventory everyone everybody everything people children goods rest".split())
_ONE = frozenset(
    "always access sales series address process business terms news towards besides its his hers days".split()
)
