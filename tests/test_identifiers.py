"""Identifiers: found leniently, checked strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import identifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASIN: B08SSY8WS5,B06JV51F5D", [("asin", "B08SSY8WS5", False), ("asin", "B06JV51F5D", False)]),
        ("order 178-7662566-0422300.", [("order", "178-7662566-0422300", False)]),
        ("masked B07TLXXXX and B00XXXXX1", [("asin", "B07TLXXXX", True), ("asin", "B00XXXXX1", True)]),
        ("shipment FBA15FWTFL6R", [("shipment", "FBA15FWTFL6R", False)]),
        ("B08SSY8WS5B is longer", []),
    ],
)
def test_identifiers_show_by_their_form(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert expected == [(i.kind, i.value, i.masked) for i in identifiers.find(text)]


@pytest.mark.parametrize("value", ["B08SSY8WS5", "0306406152", "080442957X"])
def test_sound_asins(value: str) -> None:
    assert identifiers.asin_fault(value) is None


@pytest.mark.parametrize(
    ("value", "hint"), [("B08SSY8WS", "9 characters"), ("0306406153", "check digit"), ("b08ssy8ws5", "capital")]
)
def test_unsound_asins_say_why(value: str, hint: str) -> None:
    assert hint in str(identifiers.asin_fault(value))


@given(st.integers(0, 10**11 - 1))
def test_one_wrong_digit_of_a_upc_is_noticed(number: int) -> None:
    digits = f"{number:011d}"
    odd, even = sum(map(int, digits[::2])), sum(map(int, digits[1::2]))
    upc = digits + str(-(3 * odd + even) % 10)
    broken = str((int(upc[0]) + 1) % 10) + upc[1:]

    assert identifiers.gtin_fault(upc) is None
    assert identifiers.gtin_fault(broken) is not None


@pytest.mark.parametrize("value", ["112-123456-1234567", "1121234567-1234567", "112-1234567-12345678"])
def test_unsound_orders(value: str) -> None:
    assert identifiers.order_fault(value) is not None


@given(st.text(max_size=400))
def test_any_text_gives_places_that_hold(text: str) -> None:
    for found in identifiers.find(text):
        assert text[found.span.start : found.span.end] == found.span.quote == found.value
