"""EV13: an exhibit that fails Amazon's rules for documents."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.grounding.citing import exhibit_related
from amends.review.rule import Example, Hit, rule, short


@rule(
    "EV13",
    "exhibit-fails",
    level="error",
    source="Seller Forums staff posts 8be798a9, 884393ff and c16ef217 (documents that Amazon takes and refuses)",
    bad=(
        Example(
            "Corrective actions: on 4 May 2026 the supplier sent its invoices (invoice-hl-2231.pdf, invoice-hl-1904.pdf).",
            case="plan",
        ),
    ),
    good=(
        Example(
            "Corrective actions: on 4 May 2026 the supplier sent its invoice (Exhibit A, invoice-hl-2231.pdf).",
            case="plan",
        ),
    ),
)
def exhibit_fails(draft: Draft) -> Iterator[Hit]:
    """An exhibit that Amazon refuses: too old, in another name, a pro-forma.

    `amends evidence DIR` says which rule it fails and what to do. Get a document that holds, or keep this one back with
    `amends evidence DIR --hold LABEL`; a refused document costs an attempt.
    """
    if draft.case is None or not draft.statements:
        return
    for exhibit in draft.case.exhibits:
        failed = [check for check in exhibit.checks if check.level == "error"]
        if not failed:
            continue
        place = next(
            (match for match in draft.files if match.group().lower() == exhibit.name.lower()), None
        )  # where the letter first names it
        quoted = tuple(
            Related(exhibit.name, short(field.quote or field.value, 100), f"Page {field.place.page}")
            for check in failed
            for field in check.fields
        )
        more = f" ({len(failed) - 1} more)" if len(failed) > 1 else ""
        at = draft.statement_at(place.start()) if place is not None else None
        yield Hit(
            at or draft.ending,
            f"Exhibit {exhibit.label}, {short(exhibit.name, 60)}: {failed[0].message}{more} {failed[0].todo}".strip(),
            quoted[:3] or (exhibit_related(exhibit),),
        )
