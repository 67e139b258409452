"""Numbers and days that a letter takes up again, years that it leaves out, what is left of a count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.review import Draft, review

LETTER = """Root cause: from 3 to 9 May 2026 {first} late because our desk had no stand-in.

Corrective actions:
- On 11 May 2026 Ola Brek wrote to the {number} buyers (mail.pdf).

Preventive measures:
- Since 12 May 2026 Ola Brek counts the open orders every day at 9:00; above 20 a second person packs. The sheet stays.

{again}
"""


def names(text: str) -> set[str]:
    return {finding.name for finding in review(text, "plan.md")}


@pytest.mark.parametrize(
    "again",
    [
        "The 46 orders are all there were.",
        "All 46 late orders are closed.",
        "These 46 orders will not be the last word.",
    ],
)
def test_known_things_in_another_number_are_doubted(again: str) -> None:
    assert "contradicting-counts" in names(LETTER.format(first="64 orders went out", number=64, again=again))


@pytest.mark.parametrize(
    "again",
    [
        "The 64 orders are all there were.",
        "The other 46 orders are not concerned.",
        "Another 46 orders went out in time.",
        "We shipped 46 orders since.",
    ],
)
def test_the_same_number_or_other_things_are_not(again: str) -> None:
    assert "contradicting-counts" not in names(LETTER.format(first="64 orders went out", number=64, again=again))


@given(st.integers(12, 989))
def test_a_number_that_is_repeated_right_contradicts_nothing(number: int) -> None:
    text = LETTER.format(first=f"{number} orders went out", number=number, again=f"The {number} orders are closed.")
    assert "contradicting-counts" not in names(text)


def test_a_whole_that_two_told_numbers_make_is_none() -> None:
    text = LETTER.format(first="30 orders and 12 more orders went out", number=42, again="The 42 orders are closed.")
    assert "contradicting-counts" not in names(text)


DATED = """Root cause: our page said “linen” and the new lot is mixed.

Corrective actions:
- 16 June 2026: I suspended the offer.
- 17 June 2026: I corrected the title (title.png).

Preventive measures:
- Since 18 June 2026 I compare label and page at each arrival; one difference, and the lot goes back. The form is kept.

{again}
"""


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("The offer, suspended on 18 June 2026, is still closed.", True),
        ("The offer, suspended on 16 June 2026, is still closed.", False),
        ("The offer was suspended again on 18 June 2026.", False),
        ("The mill was suspended on 18 June 2026.", False),
    ],
)
def test_a_known_event_on_another_day_is_doubted(again: str, found: bool) -> None:
    assert ("contradicting-dates" in names(DATED.format(again=again))) is found


def test_a_day_without_its_year_is_that_nearest_to_the_day_before_it() -> None:
    draft = Draft("On 28 December 2025 it came. On 4 January we read it.")
    assert [found.date for found in draft.dates] == [date(2025, 12, 28), date(2026, 1, 4)]
    assert [found.year_missing for found in draft.dates] == [False, True]


def test_the_first_day_of_a_range_has_the_year_at_its_end() -> None:
    draft = Draft("Your notice of 3 March 2026. We bought them between 14 April and 2 December 2025.")
    assert draft.dates[1].date == date(2025, 4, 14)


def test_without_any_year_none_is_read_into_a_day() -> None:
    assert [found.date for found in Draft("On 4 June it came.").dates] == [None]


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(-140, 140))
def test_a_day_near_a_full_one_gets_its_year(day: date, apart: int) -> None:
    other = date.fromordinal(day.toordinal() + apart)
    if (other.month, other.day) == (2, 29):
        return
    full = f"{day.day} {day:%B} {day.year}"
    draft = Draft(f"It began on {full}. What followed came on {other.day} {other:%B}, and so it went.")
    assert [found.date for found in draft.dates][-1] == other


def test_a_sentence_at_the_head_of_a_longer_one_is_the_same_again() -> None:
    text = (
        "Corrective actions: on 21 April 2026 I set the price back to 12.90 and on 22 April 2026 I paid 7 "
        "buyers back.\n\n"
        "Conclusion: on 21 April 2026 I set the price back to 12.90."
    )
    assert "repeated-sentence" not in names(text.replace("Conclusion: on", "Conclusion: before"))
    text = text.replace("Conclusion: on", "Conclusion.\n\nOn").replace("actions: on", "actions\n\nOn")
    assert "repeated-sentence" in names(text)


REST = (
    "Corrective actions:\n- On 14 August 2025 Ola Brek wrote to 220 buyers; 33 of 220 lamps came back (back.pdf).\n"
    "- On 20 August 2025 Ola Brek paid for the {} lamps that were kept (refunds.pdf).\n"
)


def test_what_is_left_must_fit_the_whole_and_the_part() -> None:
    assert "contradicting-counts" in names(REST.format(188))
    assert "contradicting-counts" not in names(REST.format(187))


OTHERS = (
    "Corrective actions:\n- On 14 August 2025 I wrote to 14 sellers. 11 answered. The other {} did not (mails.pdf).\n"
)


def test_the_other_four_of_fourteen_of_which_eleven_were_told_are_doubted() -> None:
    assert "contradicting-counts" in names(OTHERS.format("4"))
    assert "contradicting-counts" not in names(OTHERS.format("3"))


def test_all_documents_are_as_many_as_the_letter_names() -> None:
    text = "We send you a.pdf and b.pdf, then c.pdf.\n\nThe invoice is in d.pdf. All {} documents are genuine.\n"
    assert "contradicting-counts" in names(text.format("seven"))
    assert "contradicting-counts" not in names(text.format("four"))


def test_both_of_one_is_doubted() -> None:
    text = "Our firm has one warehouse in Leeds. {} warehouse{} saw a search on 3 May 2026 (list.pdf).\n"
    assert "contradicting-counts" in names(text.format("Both", "s"))
    assert "contradicting-counts" not in names(text.format("The", ""))
