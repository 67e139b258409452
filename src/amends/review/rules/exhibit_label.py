"""EV05: an exhibit label that does not exist, or that stands beside another exhibit's file."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule

_LABELLED = r"\bExhibit\s+([A-Z]{1,2})\b(?:[,:]?\s+([\w][\w.-]{2,80}\.[A-Za-z]{2,5})\b)?"
_SHOWN = 12


@rule(
    "EV05",
    "wrong-exhibit-label",
    level="error",
    source="Guide to the plan of action: the reader finds a document by the name the letter gives",
    bad=(Example("On 4 May 2026 the supplier sent its invoice (Exhibit C).", case="plan"),),
    good=(Example("On 4 May 2026 the supplier sent its invoice (Exhibit A, invoice-hl-2231.pdf).", case="plan"),),
)
def exhibit_label(draft: Draft) -> Iterator[Hit]:
    """An exhibit label that leads nowhere.

    No exhibit has this label, or the file beside it has another. The reader who looks it up finds the wrong
    document or none.
    """
    if draft.case is None:
        return
    by_label = {exhibit.label: exhibit for exhibit in draft.case.exhibits}
    by_name = {exhibit.name.lower(): exhibit for exhibit in draft.case.exhibits}
    for match in re.finditer(_LABELLED, draft.text):
        label, name = match.group(1), match.group(2)
        place = Span(match.start(), match.end(), match.group())
        named = by_name.get(name.lower()) if name else None
        if label not in by_label:
            known = ", ".join(list(by_label)[:_SHOWN]) or "none"
            known += " and others" if len(by_label) > _SHOWN else ""
            yield Hit(place, f"There is no exhibit {label}; the case has {known}.")
        elif named is not None and named.label != label:
            yield Hit(place, f"{name} is exhibit {named.label}, not {label}.")
