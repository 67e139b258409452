"""Amounts in all the ways in which invoices write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.evidence.amounts import amount, mark_of


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("1,234.50", "1234.50", ""),
        ("1.234,50", "1234.50", ""),
        ("1 234,50", "1234.50", ""),
        ("1'234.50", "1234.50", ""),
        ("12,34,567.00", "1234567.00", ""),
        ("$1,234.50", "1234.50", "$"),
        ("USD 9.40", "9.40", "USD"),
        ("1.075,00 €", "1075.00", "€"),
        ("R$ 1.000,00", "1000.00", "R$"),
        ("(35.00)", "-35.00", ""),
        ("-35.00", "-35.00", ""),
        ("-£507.48", "-507.48", "£"),
        ("35.00-", "-35.00", ""),
        ("35.00 CR", "-35.00", ""),
        ("€ 12,-", "12", "€"),
        ("0.125", "0.125", ""),
        ("100", "100", ""),
        ("1,234,567", "1234567", ""),
    ],
)
def test_an_amount_is_read_as_it_is_meant(text: str, value: str, currency: str) -> None:
    read = amount(text)

    assert read is not None
    assert (value, currency, True) == (read.text, read.currency, read.settled)


@pytest.mark.parametrize(
    "text", ["", "12-34", "5%", "1,23,4", "1.2.3", "abc", "2026-03-14", "12 3", "(35.00", "1,234.567.8"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert amount(text) is None


def test_one_mark_and_three_digits_are_settled_by_the_document_alone() -> None:
    unsettled = amount("1.234")

    assert unsettled is not None
    assert not unsettled.settled
    assert ["1.234", "1234"] == [amount("1.234", mark).text for mark in (".", ",")]  # type: ignore[union-attr]


NUMBERS = st.decimals(Decimal("0.00"), Decimal("99999999.99"), places=2)


@given(NUMBERS, st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", "."), ("", "."), ("\u202f", ",")]))
def test_every_grouping_gives_the_number_back(number: Decimal, marks: tuple[str, str]) -> None:
    group, point = marks
    written = f"{number:,.2f}".replace(",", "G").replace(".", point).replace("G", group)

    read = amount(written)

    assert read is not None
    assert number == read.value
    if number >= 1:
        assert point == mark_of([written])


@given(st.text(max_size=50))
def test_any_text_gives_an_amount_or_none(text: str) -> None:
    read = amount(text)

    assert read is None or read.value.is_finite()
