"""Dates in text: found with their place, never guessed, never crashing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import dates

READ = [
    ("On 14 March 2026 we", "14 March 2026", date(2026, 3, 14)),
    ("on March 14th, 2026.", "March 14th, 2026", date(2026, 3, 14)),
    ("Mar 21, 2017", "Mar 21, 2017", date(2017, 3, 21)),
    ("Sun, Jun 1, 2014 at 8:29 AM", "Sun, Jun 1, 2014", date(2014, 6, 1)),
    ("the 3rd of May 2026", "3rd of May 2026", date(2026, 5, 3)),
    ("(2026-03-14)", "2026-03-14", date(2026, 3, 14)),
    ("25/12/2025", "25/12/2025", date(2025, 12, 25)),
    ("31.12.25", "31.12.25", date(2025, 12, 31)),
    ("15/April/2026: closed", "15/April/2026", date(2026, 4, 15)),
    ("2.1 July 13, 2026: closed", "July 13, 2026", date(2026, 7, 13)),
]


@pytest.mark.parametrize(("text", "quote", "day"), READ)
def test_a_date_is_found_with_its_place(text: str, quote: str, day: date) -> None:
    (found,) = dates.find(text)

    assert (quote, day) == (found.span.quote, found.date)
    assert quote == text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    "text", ["version 2.10.3.1", "order 112-1234567-1234567", "may 5 units", "5.5%", "10-15 days", "B0MAR12345"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert [] == [found.span.quote for found in dates.find(text) if found.date]


def test_a_numeric_date_keeps_both_readings() -> None:
    (found,) = dates.find("seen 7/2/2021 here")

    assert found.date is None
    assert {date(2021, 7, 2), date(2021, 2, 7)} == set(found.readings)


RARER = [
    ("Nov11, 2026 was it", "Nov11, 2026", date(2026, 11, 11)),
    ("on 20-Nov-26, at noon", "20-Nov-26", date(2026, 11, 20)),
    ("9 Boxes - 20 Nov '26", "20 Nov '26", date(2026, 11, 20)),
    ("2026-Nov-20", "2026-Nov-20", date(2026, 11, 20)),
    ("November the 20th, 2026", "November the 20th, 2026", date(2026, 11, 20)),
    ("at 2026-11-20T10:00", "2026-11-20", date(2026, 11, 20)),
    ("20. 11. 2026", "20. 11. 2026", date(2026, 11, 20)),
    ("24.XI.2026", "24.XI.2026", date(2026, 11, 24)),
    ("photo 2026:04:30 10:22", "2026:04:30", date(2026, 4, 30)),
    ("May the twenty-first, 2026", "May the twenty-first, 2026", date(2026, 5, 21)),
    ("the second day of May 2026", "second day of May 2026", date(2026, 5, 2)),
    ("3 tháng 11 năm 2026", "3 tháng 11 năm 2026", date(2026, 11, 3)),
]


@pytest.mark.parametrize(("text", "quote", "day"), RARER)
def test_a_date_in_a_rare_form_is_found_with_its_place(text: str, quote: str, day: date) -> None:
    (found,) = dates.find(text)

    assert (quote, day) == (found.span.quote, found.date)


@pytest.mark.parametrize("text", ["30 February 2026", "31 April", "2026-13-40", "45/45/2026"])
def test_impossible_days_are_found_as_such(text: str) -> None:
    (found,) = dates.find(text)

    assert found.impossible


def test_a_day_without_a_year_says_so() -> None:
    (found,) = dates.find("on 4 May we")

    assert (True, 4, 5) == (found.year_missing, found.day, found.month)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    (found,) = dates.find(f"It was {dates.written(day)}.")

    assert day == found.date


@given(st.text(max_size=400))
def test_any_text_gives_places_in_order_that_hold(text: str) -> None:
    end = 0
    for found in dates.find(text):
        assert end <= found.span.start
        assert text[found.span.start : found.span.end] == found.span.quote
        end = found.span.end
