"""The verdict on the evidence of a case: per exhibit, per ASIN, per ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from amends import catalog
from amends.evidence.samples import seen
from amends.evidence.seen import types_asked, window_asked
from amends.evidence.verify import Verified, verify
from amends.model import Case, Fact, Source


def case_of(**changes: Any) -> Case:
    return seen({key.replace("__", ":"): value for key, value in changes.items()}, catalog.load()).case


def verified(**changes: Any) -> Verified:
    return verify(case_of(**changes), catalog.load())


def test_a_sound_invoice_answers_the_ask_and_covers_the_product() -> None:
    found = verified()
    assert (found.verdict, found.exhibits[0].verdict) == ("meets", "meets")
    assert found.products[0].invoiced == 120
    assert found.products[0].sold == 96
    assert [(demand.ask, demand.verdict) for demand in found.demands] == [("invoices", "meets")]


def test_an_invoice_too_old_covers_nothing() -> None:
    found = verified(invoice_date="2024-12-01")
    assert [said.rule for said in found.exhibits[0].checks] == ["DC01"]
    assert (found.products[0].verdict, found.products[0].invoiced) == ("fails", None)
    assert "Exhibit A does not count" in found.products[0].message
    assert found.demands[0].verdict == "fails"


def test_fewer_units_bought_than_sold_says_how_many_have_no_invoice() -> None:
    found = verified(lines=("B0EXAMPL01 | 60 | 4.10 | 246.00 | Pepper mill PM-8",), subtotal="246.00", total="246.00")
    assert found.products[0].verdict == "fails"
    assert "36 units have no invoice" in found.products[0].message


def test_what_is_not_read_surely_makes_unclear_and_never_fails() -> None:
    found = verified(invoice_date=("2024-12-01", 0.3))
    assert (found.exhibits[0].verdict, found.products[0].verdict) == ("unclear", "unclear")


def test_units_sold_unknown_is_unclear_and_says_how_to_say_them() -> None:
    case = case_of()
    facts = {key: fact for key, fact in case.facts.items() if not key.startswith("sold.")}
    found = verify(replace(case, facts=facts), catalog.load())
    assert found.products[0].verdict == "unclear"
    assert "--sold" in found.products[0].todo


def test_lines_without_an_asin_count_only_when_the_seller_says_that_the_exhibit_is_for_one() -> None:
    lines = ("| 120 | 4.10 | 492.00 | Pepper mill, model PM-8",)
    assert verified(lines=lines).products[0].invoiced is None
    assert verified(lines=lines, asins=("B0EXAMPL01",)).products[0].invoiced == 120


def test_no_exhibit_at_all_fails_the_ask_and_says_how_to_get_it() -> None:
    found = verify(replace(case_of(), exhibits=()), catalog.load())
    assert found.demands[0].verdict == "fails"
    assert found.demands[0].todo


def test_an_exhibit_that_nobody_read_is_unclear() -> None:
    case = case_of()
    unread = replace(case.exhibits[0], reading=None)
    assert verify(replace(case, exhibits=(unread,)), catalog.load()).exhibits[0].verdict == "unclear"


def test_the_notice_says_how_old_and_of_which_type() -> None:
    case = case_of()
    assert window_asked(case) == (365, "the notice (“last 365 days”)")
    assert types_asked(case) == ("pdf", "jpg", "png", "gif")
    assert window_asked(case_of(notice="Reply within 17 days. Copies of invoices from the last 180 days.")) == (
        180,
        "the notice (“last 180 days”)",
    )
    assert window_asked(case_of(notice="Send your plan within 17 days or we remove the listing.")) is None


def test_what_is_kept_back_counts_for_nothing_but_is_told() -> None:
    case = case_of(lines=("B0EXAMPL01 | 40 | 4.10 | 164.00 | Pepper mill PM-8",), subtotal="164.00", total="164.00")
    kept = replace(case.exhibits[0], label="X1", held="The branch wrote it without its address.")
    found = verify(replace(case, exhibits=(), held=(kept,)), catalog.load())
    assert (found.products[0].invoiced, found.products[0].verdict) == (None, "fails")
    assert "Kept back: X1 with 40 units; even with them 56 units sold have no invoice." in found.products[0].message
    assert found.of("X1") is not None


@pytest.mark.parametrize("chosen", [("listing-given-up",), ("listing-given-up#2",)])
def test_a_product_that_an_action_gives_up_needs_no_invoice(chosen: tuple[str, ...]) -> None:
    case = case_of()
    key = f"{chosen[0]}.asins"
    facts = {**case.facts, key: Fact(key, "asins", ("B0EXAMPL01",), Source("statement", "Dana Ruiz"))}
    alone = replace(case, exhibits=(), facts=facts)
    assert verify(alone, catalog.load()).products[0].verdict == "unclear"
    told = verify(replace(alone, actions=chosen), catalog.load()).products[0]
    assert (told.verdict, told.message) == ("meets", "B0EXAMPL01 was given up; the answer does not ask for it.")


def test_a_masked_asin_is_no_product() -> None:
    case = case_of(notice="Complaint Type: Inauthentic. ASIN: B0XXXXXXX1. Send invoices of the last 180 days.")
    facts = {key: fact for key, fact in case.facts.items() if key != "case.asins"}
    assert any(each.masked for each in case.notices[0].identifiers)
    found = verify(replace(case, facts=facts), catalog.load())
    assert found.products == ()
    assert [(each.ask, each.verdict) for each in found.demands] == [("invoices", "meets")]
