"""Days in the forms and languages of invoices."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.evidence.days import days

MARCH = date(2026, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14",
        "2026/03/14",
        "2026.3.14",
        "14thMarch26",
        "14 - Marzo de 2026",
        "14.03.2026",
        "14.3.26",
        "14/03/2026",
        "03/14/2026",
        "March 14, 2026",
        "March 14th 2026",
        "March 14 , 2026",
        "14 March 2026",
        "14-MAR-26",
        "14. März 2026",
        "14 mars 2026",
        "14 de marzo de 2026",
        "14 marzo 2026",
        "14 maart 2026",
        "14 marca 2026",
        "14 de março de 2026",
        "2026年3月14日",
        "令和8年3月14日",
        "2026-Mar-14",
    ],
)
def test_a_day_is_read_in_every_form(text: str) -> None:
    found = days(f"x {text} y")

    assert [(MARCH,)] == [day.readings for day in found]
    assert text == f"x {text} y"[found[0].start : found[0].end]


def test_digits_alone_can_mean_two_days_and_dots_put_the_day_first() -> None:
    assert [(date(2026, 4, 3), date(2026, 3, 4))] == [day.readings for day in days("03/04/2026")]
    assert [(date(2026, 4, 3),)] == [day.readings for day in days("03.04.2026")]


@pytest.mark.parametrize(
    "text", ["31/02/2026", "Page 1/2", "1.234.56", "192.168.10.12", "No 2026/03", "12.50", "2,0 m"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert [] == days(text)


@pytest.mark.parametrize("text", ["2026-3-4", "2026/3/4", "2026. 3. 4"])
def test_a_month_and_a_day_of_one_digit_behind_the_year_are_read(text: str) -> None:
    assert [(date(2026, 3, 4),)] == [day.readings for day in days(f"Date: {text} paid")]


def test_a_day_without_marks_is_taken_when_asked_for() -> None:
    assert [] == days("20260314")
    assert [(MARCH,)] == [day.readings for day in days("20260314", compact=True)]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_among_its_readings(day: date) -> None:
    for written in (f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day:%d %B %Y}"):
        assert day in days(written)[0].readings


@given(st.text(max_size=60))
def test_any_text_gives_days_in_order_that_do_not_overlap(text: str) -> None:
    found = days(text, compact=True)

    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize("text", ["March 1 - March 14, 2026", "March 1 - March 14 , 2026"])
def test_the_end_of_a_period_is_no_day_of_another_century(text: str) -> None:
    assert [day.readings for day in days(text)] == [(MARCH,)]
