"""Typed values: what is taken, what is refused and why, and how the plan writes them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import values
from amends.model import Cadence, Count, Money, Party, Period, Person, Rate, Value
from amends.playbook import Slot
from amends.values import Fault

TODAY = date(2026, 3, 20)


def slot(kind: str, **more: object) -> Slot:
    return Slot("x.y", kind, "?", "", "", "", **more)  # type: ignore[arg-type]


TAKEN = [
    ("date", "14 March 2026", date(2026, 3, 14)),
    ("date", "2026-03-14", date(2026, 3, 14)),
    ("date", "Mar 4th, 2026", date(2026, 3, 4)),
    ("date", "25/12/2025", date(2025, 12, 25)),
    ("period", "2026-01-05 to 2026-02-20", Period(date(2026, 1, 5), date(2026, 2, 20))),
    ("asins", "B08SSY8WS5, b06jv51f5d and B06J7CT24K", ("B08SSY8WS5", "B06JV51F5D", "B06J7CT24K")),
    ("asin", "0306406152", "0306406152"),
    ("orders", "178-7662566-0422300; 744-9533386-2291188", ("178-7662566-0422300", "744-9533386-2291188")),
    ("count", "340 units", Count(340, "unit")),
    ("count", "1,240", Count(1240, "unit")),
    ("count", "twelve", Count(12, "unit")),
    ("money", "$1,240.50", Money(Decimal("1240.50"), "USD")),
    ("money", "1.240,50 EUR", Money(Decimal("1240.50"), "EUR")),
    ("money", "GBP 90", Money(Decimal("90"), "GBP")),
    ("rate", "1.44 %", Rate(Decimal("1.44"))),
    ("rate", "1,4", Rate(Decimal("1.4"))),
    ("person", "Dana Ruiz (operations lead)", Person("Dana Ruiz", "operations lead")),
    ("person", "Dana Ruiz, owner", Person("Dana Ruiz", "owner")),
    (
        "party",
        "Harbor Lane LLC, 12 Dock St, Newark NJ 07102, +1 973 555 0142, harborlane.example",
        Party("Harbor Lane LLC", "12 Dock St, Newark NJ 07102", "+1 973 555 0142", "", "harborlane.example"),
    ),
    ("cadence", "weekly", Cadence("week")),
    ("cadence", "every month", Cadence("month")),
    ("cadence", "before each new listing", Cadence("new listing")),
    ("cadence", "every 6 months", Cadence("6 months")),
    ("cadence", "every second week", Cadence("second week")),
    ("yesno", "Yes.", True),
    ("text", "nobody compared the invoices. ", "nobody compared the invoices"),
    ("url", "https://example.com/a?b=1", "https://example.com/a?b=1"),
]
REFUSED = [
    ("date", "30 February 2026", "no calendar"),
    ("date", "7/2/2026", "2 July 2026 or 7 February 2026"),
    ("date", "14 March", "year"),
    ("date", "recently", "one date"),
    ("period", "2026-02-20 to 2026-01-05", "before it begins"),
    ("asin", "B08SSY8WS", "9 characters"),
    ("asins", ", ;", "at least one"),
    ("asin", "0306406153", "check digit"),
    ("order", "178-766256-0422300", "123-1234567-1234567"),
    ("count", "many", "whole number"),
    ("money", "1240", "currency"),
    ("rate", "a lot", "percentage"),
    ("rate", "140%", "0% and 100%"),
    ("cadence", "regularly", "how often"),
    ("yesno", "perhaps", "yes or no"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), TAKEN)
def test_what_a_person_types_becomes_a_value(kind: str, typed: str, value: Value) -> None:
    assert value == values.parse(slot(kind), typed, TODAY)


@pytest.mark.parametrize(("kind", "typed", "hint"), REFUSED)
def test_what_cannot_be_is_refused_with_what_to_write(kind: str, typed: str, hint: str) -> None:
    answer = values.parse(slot(kind), typed, TODAY)

    assert isinstance(answer, Fault)
    assert hint in answer.message


def test_a_thing_done_cannot_lie_ahead() -> None:
    answer = values.parse(slot("date", past=True), "2026-03-21", TODAY)

    assert isinstance(answer, Fault)
    assert "still to come" in answer.message


def test_the_parts_that_amazon_checks_are_demanded_of_a_party() -> None:
    answer = values.parse(slot("party", needs=("address", "phone")), "Harbor Lane LLC", TODAY)

    assert isinstance(answer, Fault)
    assert "address and the phone" in answer.message


@pytest.mark.parametrize(
    ("value", "how", "words"),
    [
        (date(2026, 3, 4), "on", "on 4 March 2026"),
        (Period(date(2026, 1, 5), date(2026, 2, 20)), "range", "between 5 January and 20 February 2026"),
        (Period(date(2025, 12, 5), date(2026, 2, 20)), "", "5 December 2025 to 20 February 2026"),
        (Period(date(2026, 1, 5), date(2026, 1, 9)), "", "5 to 9 January 2026"),
        (("B08SSY8WS5",), "named", "ASIN B08SSY8WS5"),
        (("B08SSY8WS5", "B06JV51F5D"), "named", "ASINs B08SSY8WS5 and B06JV51F5D"),
        (("178-7662566-0422300",), "named", "order 178-7662566-0422300"),
        (("a1", "a2", "a3"), "count:listing", "three listings"),
        (("a1",), "count:listing", "one listing"),
        (Count(1, "unit"), "", "one unit"),
        (Count(12, "box"), "", "12 boxes"),
        (Count(2340, "unit"), "n", "2,340"),
        (Money(Decimal("1240.5"), "USD"), "", "USD 1,240.50"),
        (Person("Dana Ruiz", "owner"), "", "Dana Ruiz (owner)"),
        (Cadence("week"), "", "every week"),
        (Cadence("week"), "adjective", "weekly"),
        (Cadence("new listing"), "before", "before each new listing"),
        (Cadence("6 months"), "", "every 6 months"),
    ],
)
def test_values_write_themselves(value: Value, how: str, words: str) -> None:
    assert words == values.say(value, how)


@given(
    st.one_of(
        st.dates(date(2000, 1, 1), date(2028, 1, 1)).map(lambda d: ("date", d)),
        st.tuples(st.dates(date(2000, 1, 1), date(2027, 1, 1)), st.integers(0, 300)).map(
            lambda p: ("period", Period(p[0], p[0] + timedelta(days=p[1])))
        ),
        st.tuples(st.integers(0, 10**8), st.sampled_from(["unit", "order", "claim"])).map(
            lambda c: ("count", Count(*c))
        ),
        st.tuples(st.decimals(0, 10**7, places=2), st.sampled_from(["USD", "EUR"])).map(
            lambda m: ("money", Money(m[0] if m[0] % 1 else m[0].quantize(Decimal(1)), m[1]))
        ),
        st.lists(st.from_regex(r"B0[A-Z0-9]{8}", fullmatch=True), min_size=1, unique=True).map(
            lambda a: ("asins", tuple(a))
        ),
        st.from_regex(r"[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}", fullmatch=True).map(lambda n: ("person", Person(n, "owner"))),
        st.sampled_from(["day", "week", "new listing"]).map(lambda c: ("cadence", Cadence(c))),
    )
)
def test_what_is_written_to_a_file_reads_back_as_the_same_value(case: tuple[str, Value]) -> None:
    kind, value = case

    assert value == values.load(slot(kind), values.dump(value), None)


@given(st.sampled_from(values.TYPES), st.text(max_size=300))
def test_no_answer_whatever_raises(kind: str, typed: str) -> None:
    values.parse(slot(kind, options={"a": "b"}), typed, TODAY)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("party", {"name": "x" * 1_000_000}),
        ("party", {"name": "Quillon", "address": "x" * 10_000}),
        ("person", {"name": "Dana", "role": "x" * 10_000}),
        ("count", {"number": "3", "unit": "x" * 10_000}),
        ("money", {"amount": "9" * 400, "currency": "USD"}),
        ("money", "USD " + "9" * 400),
    ],
)
def test_a_part_without_end_is_refused(kind: str, data: object) -> None:
    found = values.load(slot(kind), data, TODAY)

    assert isinstance(found, values.Fault)
    assert len(found.message) < 200
