"""Which of the sums on the pages are subtotal, tax and total: those that add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, product

from amends.evidence.doubt import proven as by_proof
from amends.evidence.doubt import sureness
from amends.evidence.invoice.sums import Sum
from amends.evidence.page import around
from amends.model.reading import Field, Place

_CENT, _EXACT = Decimal("0.011"), Decimal("0.004")
_SURE = 0.97
_LABELLED = 0.88
_DOUBTED = 0.45
_MOST = 40


def chosen(sums: Sequence[Sum], goods: Decimal | None) -> list[Field]:
    """Subtotal, tax and total among all that was found. `goods` is the sum of the lines, None where not known."""
    sums = sums[:_MOST]
    subtotals = _of(sums, "subtotal")
    taxes = _taxes(sums)
    totals = _of(sums, "total")
    if not any(one.name == "paid" and one.value for one in sums):
        totals = totals or _of(sums, "due")
    extras = _extras(sums)
    best: tuple[float, Sum | None, list[Sum], Sum | None] = (-1.0, None, [], None)
    nets: list[Sum | None] = [*subtotals] or [None]
    wholes: list[Sum | None] = [*totals] or [None]
    for net, part, whole in product(nets, _tax_choices(taxes), wholes):
        found = _score(net, part, whole, extras, goods, _CENT)
        if found > best[0]:
            best = (found, net, part, whole)
    score, subtotal, tax, total = best
    fields: list[Field] = []
    chosen_ = [*([subtotal] if subtotal else ()), *tax, *([total] if total else ())]
    # In a scan the last digit may be misread too, and a mark that was lost makes thousands of all.
    cent = _CENT if sureness(word for one in chosen_ for word in one.words) == 1.0 else _EXACT
    proven = score >= 4 and (cent is _CENT or _score(subtotal, tax, total, extras, goods, cent) >= 4)
    proven = proven and (cent is _CENT or not any(one.value.as_tuple().exponent == -3 for one in chosen_))
    if subtotal is not None:
        # In a scan that lost a row the goods that are left may come to the sum of a group.
        alone = cent is _CENT or len(_values(subtotals)) == 1
        known = proven or (alone and goods is not None and abs(subtotal.value - goods) <= cent)
        fields.append(_field("subtotal", [subtotal], subtotal.value, known, len(_values(subtotals)) > 1))
    if tax:
        fields.append(_field("tax", tax, sum((one.value for one in tax), Decimal(0)), proven, len(taxes) > len(tax)))
    if total is not None:
        known = proven or (goods is not None and abs(total.value - goods) <= cent)
        rivals = {one.value for one in totals if one.specific >= total.specific}
        fields.append(_field("total", [total], total.value, known, len(rivals | {total.value}) > 1))
    return fields


def _values(sums: Sequence[Sum]) -> set[Decimal]:
    return {one.value for one in sums}


def _taxes(sums: Sequence[Sum]) -> list[Sum]:
    return [one for one in sums if one.name == "tax"][:6]


def _of(sums: Sequence[Sum], name: str) -> list[Sum]:
    found: dict[Decimal, Sum] = {}
    for one in sums:
        if one.name == name and (one.value not in found or one.specific > found[one.value].specific):
            found[one.value] = one
    return list(found.values())


def _tax_choices(taxes: list[Sum]) -> list[list[Sum]]:
    """One tax, several rates together, or two alike beside each other: those of the state and of the whole ("SGST",
    "CGST"). A row that is the sum of the others stands for them.
    """
    if not taxes:
        return [[]]
    choices = [[one] for one in taxes]
    if len(taxes) > 1:
        choices.insert(0, taxes)
    if len(taxes) > 2:
        choices += [[one, other] for one, other in pairwise(taxes) if one.value == other.value]
    return choices


def _extras(sums: Sequence[Sum]) -> set[Decimal]:
    """What charges and discounts can add between subtotal and total: each alone and all together."""
    parts = [
        abs(one.value) if one.name == "shipping" else -abs(one.value)
        for one in sums
        if one.name in ("shipping", "discount")
    ]
    parts = parts[:6]
    found = {Decimal(0)}
    for part in parts:
        found |= {one + part for one in found}
    return found


def _score(
    subtotal: Sum | None, tax: list[Sum], total: Sum | None, extras: set[Decimal], goods: Decimal | None, cent: Decimal
) -> float:
    score = 0.0
    taxed = sum((one.value for one in tax), Decimal(0))
    if total is not None:
        score += 0.1 * total.specific + 0.001 * total.row
        if subtotal is not None:
            if any(abs(subtotal.value + taxed + extra - total.value) <= cent for extra in extras):
                score += 4 if (tax or abs(total.value - subtotal.value) <= cent or len(extras) > 1) else 0
            elif abs(subtotal.value - total.value) <= cent and taxed:
                score += 1
        elif goods is not None and any(abs(goods + taxed + extra - total.value) <= cent for extra in extras):
            score += 4
        elif goods is not None and abs(goods - total.value) <= cent:
            score += 2
    if subtotal is not None and goods is not None and abs(subtotal.value - goods) <= cent:
        score += 2
    if len(tax) == 1:
        score += 0.1 * tax[0].specific
    return score


def _field(name: str, parts: Sequence[Sum], value: Decimal, proven: bool, rivals: bool) -> Field:
    words = [word for one in parts for word in one.words]
    # In a scan an amount that no sum proves may have lost a digit.
    confidence = _SURE if proven else _DOUBTED if rivals or sureness(words) < 1 else _LABELLED
    if not all(one.amount.settled for one in parts):
        confidence = min(confidence, 0.8 if proven else _DOUBTED)
    places = [word for word in words if word is not None] if len({one.page for one in parts}) == 1 else parts[0].words
    quote = " + ".join(" ".join(word.text for word in one.words) for one in parts)
    return Field(
        name,
        format(value, "f"),
        Place(parts[0].page, around(places)),
        round(by_proof(confidence, words), 3),
        quote,
    )
