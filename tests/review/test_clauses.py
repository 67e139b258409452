"""Tense by word forms: what was done, what is promised, and what hangs on another clause."""

from __future__ import annotations

import pytest

from amends.review.language.clauses import Clause, clauses
from amends.review.language.words import tokens
from amends.text import folded


def read(text: str) -> tuple[Clause, ...]:
    words, places = tokens(folded(text), 0, len(text))
    return clauses(text, 0, words, places)


DONE = [
    "On 3 May 2026 we removed both listings.",
    "We have closed the offer.",
    "All orders were refunded on 4 May 2026.",
    "Removed 12 listings from the catalog.",
    "The lid broke on 17 units.",
    "We immediately withdrew the offer.",
    "Hana Whitlock pulled the remaining 61 units.",
    "All 16 orders are shipped.",
    "We put 40 units into quarantine on 3 May 2026 and sold none.",
    "We could not process the orders.",
    "The rate fell below the target.",
    "The supplier was told in writing.",
    "I wrote to the rights owner and asked for a retraction.",
]
PROMISED = [
    "We will remove both listings.",
    "We'll close the offer tomorrow.",
    "We are going to refund the buyers.",
    "We plan to hire a second packer.",
    "If we have questions we will ask Amazon.",
    "Listings will be removed.",
    "We promise not to sell it.",
    "I shall send the invoices.",
]
NEITHER = [
    "Dana Ruiz checks each invoice.",
    "We need the supplied invoices.",
    "All affected listings are related items.",
    "Every unit is inspected.",
    "The authorised distributor needs speed.",
]


@pytest.mark.parametrize("text", DONE)
def test_done(text: str) -> None:
    found = read(text)
    assert any(clause.past and not clause.dependent for clause in found)
    assert not any(clause.future for clause in found)


@pytest.mark.parametrize("text", PROMISED)
def test_promised(text: str) -> None:
    assert any(clause.future and not clause.dependent for clause in read(text))


@pytest.mark.parametrize("text", NEITHER)
def test_neither_done_nor_promised(text: str) -> None:
    assert not any(clause.past or clause.future for clause in read(text))


def test_a_future_that_hangs_on_a_past_is_told_apart() -> None:
    first, second = read("We removed the stock that will be returned.")
    assert (first.past, first.future, first.dependent) == (True, False, False)
    assert (second.past, second.future, second.dependent) == (False, True, True)


def test_the_month_of_may_is_no_modal() -> None:
    assert not any(clause.maybe for clause in read("On 3 May 2026 we closed it."))
    assert any(clause.maybe for clause in read("We may close it."))
