"""Signs that only several documents show: the numbers and dates of one supplier's invoices out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from amends.dates import written
from amends.evidence.same import same_name
from amends.evidence.sign import FORGED
from amends.model.reading import Check, Field, Reading
from amends.needed import INVOICES
from amends.typed import NamedTuple

_FORM = re.compile(r"\d+")


class _Invoice(NamedTuple):
    label: str
    number: Field
    place: int
    form: str
    dated: date
    day: Field


def across(readings: Sequence[tuple[str, Reading]]) -> tuple[tuple[str, Check], ...]:
    """Signs over the documents of a case: pairs of an exhibit's label and what to explain about it.

    Invoices of one supplier whose numbers are built alike should grow with their dates, and no number comes twice with
    another date. A supplier that counts by customer, by branch or by year is an honest reason.
    """
    found: list[tuple[str, Check]] = []
    for group in _by_supplier(readings):
        ordered = sorted(group, key=lambda invoice: (invoice.dated, invoice.place))
        for one, other in pairwise(ordered):
            if one.number.value == other.number.value and one.dated != other.dated:
                found.append((other.label, _twice(one, other)))
            elif one.form == other.form and one.dated < other.dated and one.place > other.place:
                found.append((other.label, _falling(one, other)))
    return tuple(found)


def _falling(one: _Invoice, other: _Invoice) -> Check:
    return Check(
        "SG12",
        "numbers-out-of-order",
        "note",
        f"Invoice {other.number.value} of {written(other.dated)} has a lower number than {one.number.value} of "
        f"{written(one.dated)} from the same supplier (Exhibit {one.label}). Suppliers that count by branch, "
        f"customer or "
        "year number so; a reviewer who lays them side by side will ask.",
        FORGED,
        "Ask the supplier how it numbers its invoices, and keep the answer.",
        (other.number, other.day),
    )


def _twice(one: _Invoice, other: _Invoice) -> Check:
    return Check(
        "SG13",
        "number-used-twice",
        "warning",
        f"Invoice number {other.number.value} stands on two invoices with different dates: {written(one.dated)} "
        f"(Exhibit {one.label}) and {written(other.dated)}. A corrected invoice can keep its number; then it says so.",
        FORGED,
        "Ask the supplier which of the two holds, and send only that one.",
        (other.number, other.day),
    )


def _by_supplier(readings: Sequence[tuple[str, Reading]]) -> Iterator[list[_Invoice]]:
    groups: list[tuple[str, list[_Invoice]]] = []
    for label, reading in readings:
        name = reading.field("supplier_name")
        made = _invoice(label, reading) if reading.kind in INVOICES else None
        if name is None or made is None:
            continue
        for known, group in groups:
            if same_name(known, name.value).same:
                group.append(made)
                break
        else:
            groups.append((name.value, [made]))
    yield from (group for _, group in groups if len(group) > 1)


def _invoice(label: str, reading: Reading) -> _Invoice | None:
    number, day = reading.sure("invoice_number"), reading.sure("invoice_date")
    if number is None or day is None:
        return None
    digits = _FORM.findall(number.value)
    try:
        dated = date.fromisoformat(day.value)
    except ValueError:
        return None
    if not digits:
        return None
    # The last run of digits counts; what stands before it must be the same for two numbers to be compared.
    return _Invoice(label, number, int(digits[-1][:18]), number.value[: number.value.rfind(digits[-1])], dated, day)
