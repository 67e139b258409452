"""Demands of which any one is enough: "send one of the following"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import catalog, notice
from amends.evidence import samples
from amends.evidence.alternatives import alternatives
from amends.evidence.checks import authorization
from amends.evidence.demand import Demand
from amends.evidence.verify import Verified, verify
from amends.model import Case, Notice

KNOWN = catalog.load()
LEAD = "Please send us one of the following for each ASIN:"
LIST = "-- Invoices from your supplier, issued in the last 365 days\n-- A letter of authorization from the brand owner"
TEXT = "Hello,\n\nWe removed your listing B0EXAMPL01 because of complaints about its authenticity.\n\n{}\n\nAmazon.com"


def read(text: str) -> Notice:
    data = text.encode()
    return notice.read(data, "notice.txt", KNOWN, "0" * 64)


def case_of(asked: str, **changes: Any) -> Case:
    case = samples.seen(changes, KNOWN).case
    return replace(case, notices=(read(TEXT.format(asked)),))


def demand(found: Verified, ask: str) -> Demand:
    return next(each for each in found.demands if each.ask == ask)


def test_one_of_several_documents_is_enough() -> None:
    found = verify(case_of(f"{LEAD}\n{LIST}"), KNOWN)

    assert "meets" == found.verdict
    assert "Not needed: Exhibit A answers" in demand(found, "loa").message
    assert ("", "choice") == (demand(found, "loa").todo, demand(found, "loa").standing)


def test_where_all_are_asked_for_all_are_missed() -> None:
    found = verify(case_of(f"Please send us both of these:\n{LIST}"), KNOWN)

    assert "meets" == demand(found, "invoices").verdict
    assert "meets" not in (found.verdict, demand(found, "loa").verdict)
    assert "Not needed" not in demand(found, "loa").message


def test_a_letter_in_place_of_invoices_settles_the_products_too() -> None:
    found = verify(case_of(f"{LEAD}\n{LIST}", **authorization._LETTER), KNOWN)

    assert "meets" == demand(found, "loa").verdict
    assert ("meets", "meets") == (found.products[0].verdict, found.verdict)
    assert "Not needed: Exhibit A answers" in found.products[0].message


def test_with_none_of_them_it_says_that_any_one_is_enough() -> None:
    found = verify(replace(case_of(f"{LEAD}\n{LIST}"), exhibits=()), KNOWN)

    assert "fails" == found.verdict
    assert all("Any one of these is enough: " in each.message and each.todo for each in found.demands)


def test_one_that_is_not_sure_leaves_the_others_open() -> None:
    found = verify(case_of(f"{LEAD}\n{LIST}", invoice_date=("2024-12-01", 0.3)), KNOWN)

    assert ("unclear", "unclear") == (found.verdict, demand(found, "loa").verdict)
    assert "enough" in demand(found, "loa").message


@pytest.mark.parametrize(
    ("asked", "together"),
    [
        (f"{LEAD}\n\n{LIST}", True),
        (f"{LEAD}\n{LIST.replace('-- ', '• ')}", True),
        ("Send any of the following: an invoice from your supplier, or a letter of authorization.", True),
        (f"{LEAD}\n-- Invoices from your supplier\n\nAlso send a letter of authorization from the brand owner.", False),
        (f"{LEAD}\n-- Invoices from your supplier\n\nYou must also send:\n-- A letter of authorization", False),
        (f"Please send us:\n{LIST}\n\nIf you have questions, choose one of these:\n-- Call us\n-- Write to us", False),
    ],
)
def test_what_stands_under_such_words_and_nowhere_else_belongs_together(asked: str, together: bool) -> None:
    made = read(TEXT.format(asked))
    assert {"invoices", "loa"} <= {ask.id for ask in made.asks}

    assert together == any({"invoices", "loa"} <= group for group in alternatives(made, "comply"))


@given(st.text(st.sampled_from("one of these \n-1)"), max_size=400))
def test_any_text_can_be_looked_through(text: str) -> None:
    made = read(TEXT.format(f"{LEAD}\n{LIST}"))._replace(text=text)

    for group in alternatives(made, "comply"):
        assert len(group) > 1
