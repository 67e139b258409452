"""Names and addresses: strict, with a tolerance that is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.evidence.same import same_address, same_name


@pytest.mark.parametrize(
    ("account", "written"),
    [
        ("Birch & Fern Trading LLC", "BIRCH & FERN TRADING LLC"),
        ("Birch & Fern Trading LLC", "Birch and Fern Trading, L.L.C."),
        ("Fernhill & Daughters Limited", "Fernhill & Daughters Ltd."),
        ("Müller Söhne GmbH", "Mueller Soehne GmbH"),
        ("Ningbo Queyue International Co., Ltd.", "NINGBO QUEYUE INTL CO LTD"),
        ("Łódka Sp. z o.o.", "Lodka Sp. z o.o."),
    ],
)
def test_the_same_company_is_the_same(account: str, written: str) -> None:
    assert same_name(account, written).same is True


@pytest.mark.parametrize(
    ("account", "written"),
    [
        ("Birch & Fern Trading LLC", "Birch & Fern Trading Inc"),
        ("Birch & Fern Trading LLC", "Birch & Fern Online LLC"),
        ("Birch & Fern Trading LLC", "Fern Trading"),
        ("Dana Ruiz", "Dana Reyes"),
        ("Oak 24 Ltd", "Oak 42 Ltd"),
    ],
)
def test_another_company_is_another(account: str, written: str) -> None:
    found = same_name(account, written)
    assert found.same is not True


def test_what_was_taken_for_equal_is_told() -> None:
    assert same_name("Fernhill Limited", "Fernhill Ltd").taken == (("Limited", "Ltd"),)


def test_a_missing_form_is_only_part() -> None:
    found = same_name("Birch Trading LLC", "Birch Trading")
    assert (found.same, found.lacking) == (None, ("LLC",))


@pytest.mark.parametrize(
    ("account", "written", "same"),
    [
        ("9 Mill Lane, Dayton OH 45402", "9 Mill Ln., Dayton, Ohio 45402", True),
        ("9 Mill Lane, Dayton OH 45402", "Dayton OH 45402, 9 Mill Lane", True),
        ("9 Mill Lane, Dayton OH 45402", "9 Mill Lane Dayton OH 45402 USA", None),
        ("9 Mill Lane, Dayton OH 45402", "19 Mill Lane, Dayton OH 45402", False),
        ("Hauptstraße 4, 34117 Kassel", "Hauptstrasse 4, 34117 Kassel", True),
    ],
)
def test_addresses(account: str, written: str, same: bool | None) -> None:
    assert same_address(account, written).same is same


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare_and_the_order_changes_no_verdict(one: str, other: str) -> None:
    assert (same_name(one, other).same is True) == (same_name(other, one).same is True)


@given(st.text(alphabet="abcdef &.,-ÄÖü", min_size=1, max_size=40))
def test_a_name_is_never_another_than_itself(name: str) -> None:
    assert same_name(name, name.upper()).same is not False
