"""PM04: a preventive measure that leaves nothing behind."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.measures.points import measures
from amends.review.measures.prose import head
from amends.review.measures.records import recorded
from amends.review.measures.tables import RECORD, cells
from amends.review.rule import Hit, rule, short


@rule(
    "PM04",
    "measure-without-record",
    level="note",
    confidence="medium",
    source="Guide, example measures: reports are archived, training records are maintained for audit",
    yields_to=("PM06", "PM07", "PM11", "PM12", "AC10", "TO06", "TO07", "TO08", "TO09", "TO10"),
    bad=("Preventive measures:\n- Every morning Dana Ruiz looks at the account health page.",),
    good=(
        (
            "Preventive measures:\n- Every morning Dana Ruiz looks at the account health page and notes "
            "the rates in health-log.xlsx."
        ),
    ),
)
def measure_without_record(draft: Draft) -> Iterator[Hit]:
    """A preventive measure without a record.

    What leaves a record can be shown when Amazon asks again: a signed checklist, a log, a saved report. Say which,
    and how long it is kept.
    """
    for item in measures(draft):
        if not recorded(item.words) and not draft.files_in(item) and RECORD not in cells(draft, item):
            first = head(draft, item)
            yield Hit(
                first if item.kind == "paragraph" else item,
                (
                    f"No record of “{short(first.text, 56)}”. Say what it leaves behind: a log, a signed "
                    "sheet, a saved report."
                ),
            )
