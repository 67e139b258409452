"""Where parts begin and end, whatever the headings are called, and what is judged in them."""

from __future__ import annotations

from datetime import date

import pytest

from amends.review import Draft, review
from amends.review.letter import parts

THREE = [parts.CAUSE, parts.DONE, parts.MEASURES]
BODY = (
    "From 3 to 9 May 2026 we sold 41 jars past their date, because our sheet had no column for it.",
    (
        "- On 10 May 2026 Ola Brek removed 310 jars from sale (count.pdf).\n- On 11 May 2026 Ola Brek "
        "refunded 41 buyers (refunds.pdf)."
    ),
    (
        "- Since 12 May 2026 Ola Brek enters each date at receiving; below 90 days the lot goes back. The sheet stays\n"
        "- Every Monday since 18 May 2026 she pulls lots under 90 days and files the list."
    ),
)


def letter(*headings: str) -> str:
    return "\n\n".join(f"{heading}\n{body}" for heading, body in zip(headings, BODY, strict=True)) + "\n"


@pytest.mark.parametrize(
    "headings",
    [
        ("Root cause", "Corrective actions (notice received 5 May 2026)", "Preventive measures"),
        ("A. Root cause", "B. Corrective actions, following the notice dated May 5, 2026", "C. Preventive measures"),
        ("Step 1: What happened", "Step 2: What we have already done", "Step 3: What we do differently"),
        ("Causa raiz / root cause", "Ações corretivas / actions taken", "Medidas preventivas / preventive measures"),
        ("Root cause:", "Actions:", "Measures:"),
        ("Root cause", "What we did", "What we changed"),
        ("Root cause", "Done", "Running"),
        ("WHAT HAS HAPPENED", "WHAT WE HAVE DONE", "WHAT RUNS"),
        ("Why did this happen?", "What have we done?", "What runs now?"),
    ],
)
def test_headings_open_the_three_parts(headings: tuple[str, str, str]) -> None:
    draft = Draft(letter(*headings))
    assert [part.id for part in draft.parts if part.items][:3] == THREE


def test_the_day_of_the_notice_in_a_heading_dates_no_action() -> None:
    text = letter("Root cause", "Corrective actions (notice received 5 May 2026)", "Preventive measures")
    text = text.replace("On 11 May 2026 Ola", "Ola")
    assert "action-without-date" in {f.name for f in review(text, "plan.md")}


def rules_on(measure: str) -> set[str]:
    text = letter("Root cause", "Corrective actions", "Preventive measures") + f"- {measure}\n"
    start = text.index(measure)
    found = review(text, "plan.md")
    return {f.name for f in found if f.span.start < start + len(measure) and start < f.span.end}


@pytest.mark.parametrize(
    "measure",
    [
        "Ola Brek compares the sheet with the shelf; one jar without a date closes the SKU. The list is kept.",
        "Ola Brek looks at the shelf, below 90 days the lot goes back. The list is kept.",
        "Ola Brek goes over the sheet and if one date lacks she stops the line. The list is kept.",
    ],
)
def test_what_follows_from_a_finding_is_no_rhythm(measure: str) -> None:
    assert "measure-without-rhythm" in rules_on(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "Before each order Ola Brek compares the sheet with the shelf; one jar without a date closes the SKU.",
        "If a lot is new, Ola Brek reads its date and notes it.",
        "The form stops an upload that has no date. Ola Brek keeps the log.",
    ],
)
def test_what_sets_a_measure_off_is(measure: str) -> None:
    assert "measure-without-rhythm" not in rules_on(measure)


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        ("Every month I look over the 212 offers and write them into the sheet.", True),
        ("Every month I read the list; over 5 % late, the template changes. The sheet is kept.", False),
        ("Every month I read the list. No name on it, no purchase. The sheet is kept.", False),
    ],
)
def test_only_a_value_or_a_finding_is_a_threshold(measure: str, found: bool) -> None:
    assert ("prevention-without-threshold" in rules_on(measure)) is found


def test_a_passive_measure_is_owned_by_no_role_that_only_stands_beside_it() -> None:
    assert "measure-without-owner" in rules_on("A search is run for each design; a hit with another owner stops it.")
    assert "measure-without-owner" not in rules_on("A search is run for each design by Ola Brek; a hit stops it.")


@pytest.mark.parametrize(
    "measure",
    ["Down the road we are looking to buy a new system.", "Mia Lund is working on a script for our mails."],
)
def test_a_measure_that_is_only_thought_of_is_a_bare_intention(measure: str) -> None:
    assert "bare-intention" in rules_on(measure)


def test_a_point_without_a_date_among_dated_ones_is_seen_however_it_is_worded() -> None:
    text = letter("Root cause", "Corrective actions", "Preventive measures")
    text = text.replace(
        "(refunds.pdf).", "(refunds.pdf).\n- On 12 May 2026 Ola Brek trained 3 packers (list.pdf).\n- Sunday shift off."
    )
    found = [f for f in review(text, "plan.md") if f.name == "action-without-date"]
    assert [f.span.quote for f in found] == ["Sunday shift off."]


def test_the_day_of_a_document_in_a_list_is_not_that_of_the_letter() -> None:
    text = (
        "To the notice team\n\nComplaint 8820415573, received 23 March 2026. The photos are ours; we dispute "
        "the complaint.\n\n"
        "Evidence:\n- contract.pdf, signed 3 June 2024\n- invoice.pdf, dated 20 June 2024\n\n"
        "On 24 March 2026 we wrote to the complainant (mail.pdf).\n"
    )
    assert "done-in-future" not in {f.name for f in review(text, "letter.txt", today=date(2026, 3, 30))}


def test_a_dispute_stays_one_when_a_plan_is_hung_on_it() -> None:
    from amends.review.position.purpose import DISPUTE, purpose

    text = (
        "We dispute that relation. Our lease is in lease.pdf.\n\n"
        "Nevertheless, my plan:\n- On 5 March 2026 I changed the password.\n"
    )
    assert purpose(Draft(text)) == DISPUTE


def test_measures_told_in_prose_are_judged_one_by_one() -> None:
    prose = (
        "Since 12 May 2026 Ola Brek reads every Monday the list of dates and signs the sheet; below 90 days a lot goes "
        "back. Every Friday Mia Lund looks at the shelf. She is trained for it."
    )
    text = letter("Root cause", "Corrective actions", "Preventive measures").rpartition("- Since 12 May")[0] + prose
    found = [f.span.quote for f in review(text, "plan.md") if f.name == "prevention-without-threshold"]
    assert found == ["Every Friday Mia Lund looks at the shelf."]
