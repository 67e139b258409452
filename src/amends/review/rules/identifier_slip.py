"""GR23: two order numbers that differ by a slip of the pen."""

import re
from collections import Counter
from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule

_MOST = 200


@rule(
    "GR23",
    "identifier-slip",
    level="warning",
    source="Amazon order numbers of 17 digits: two that differ in one place or in two turned digits are one, mistyped",
    bad=(
        "Root cause: invoice MR-77120 names no maker.\n\nCorrective actions:\n- On 5 May 2026 we sent back the goods of MR-77210.",
        (
            "Root cause: order 026-3390217-6648201 left late on 4 May 2026.\n\nCorrective actions:\n- On 5 May 2026 we "
            "refunded order 026-3390127-6648201."
        ),
    ),
    good=(
        "Root cause: invoices MR-77120 and MR-77130 name no maker.\n\nCorrective actions:\n- On 5 May 2026 we sent back MR-77120.",
        (
            "Root cause: orders 026-3390217-6648201 and 026-7714093-1185526 left late on 4 May 2026.\n\nCorrective "
            "actions:\n- On 5 May 2026 we refunded order 026-3390217-6648201."
        ),
    ),
)
def identifier_slip(draft: Draft) -> Iterator[Hit]:
    """An order number that is nearly another one.

    Order numbers that are so alike do not come by chance: a digit was mistyped, or two changed places. The reader looks
    the number up and finds nothing. Copy it again.
    """
    seen: dict[tuple[int, str], str] = {}
    orders: dict[str, Span] = {}
    for identifier in draft.identifiers:
        if identifier.kind == "order" and not identifier.masked and len(orders) < _MOST:
            orders.setdefault(identifier.value, identifier.span)
    for value, span in orders.items():
        near = next((seen[form] for form in _forms(value) if form in seen), "")
        for form in _forms(value):
            seen.setdefault(form, value)
        if near:
            said = (Related(draft.file, near, "Before"),)
            yield Hit(span, f"“{value}” is nearly {near}. Which of them is right?", said)

    yield from _turned(draft)


# Numbers of invoices, lots and removal orders, and ASINs.
_CODE = re.compile(r"(?<![\w./@-])(?=[A-Z/-]{0,8}[A-Z0-9/-]{0,12}\d{2})[A-Z]{1,6}[A-Z0-9/-]{5,24}(?![\w/@-]|\.[a-z])")
_FEWEST_DIGITS = 4


def _turned(draft: Draft) -> Iterator[Hit]:
    """Codes in which two neighbouring digits changed places, told once while the other one stands before."""
    places: dict[str, Span] = {}
    often: Counter[str] = Counter()
    for match in _CODE.finditer(draft.text):
        value = match.group()
        if sum(c.isdigit() for c in value) >= _FEWEST_DIGITS and len(places) < _MOST:
            places.setdefault(value, Span(match.start(), match.end(), value))
            often[value] += 1
    seen: dict[tuple[int, str], str] = {}
    for value, span in places.items():
        forms = [
            (at, value[:at] + "".join(sorted(value[at : at + 2])) + value[at + 2 :])
            for at in range(len(value) - 1)
            if value[at : at + 2].isdigit() and value[at] != value[at + 1]
        ]
        near = next((seen[form] for form in forms if form in seen), "")
        for form in forms:
            seen.setdefault(form, value)
        if near and often[value] == 1:
            said = (Related(draft.file, near, "Before"),)
            yield Hit(span, f"“{value}” is {near} with two digits turned. Which of them is right?", said)


def _forms(value: str) -> Iterator[tuple[int, str]]:
    """What two numbers have in common that differ in one place, or in two neighbours that changed places."""
    for at, digit in enumerate(value):
        yield at, value[:at] + value[at + 1 :]
        after = value[at + 1 : at + 2]
        if digit.isdigit() and after.isdigit() and digit != after:
            yield -at - 1, value[:at] + "".join(sorted((digit, after))) + value[at + 2 :]
