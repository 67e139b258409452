"""What is asked for and left unanswered, wholes and their parts, labels that open no part, and concessions."""

from __future__ import annotations

import pytest

from amends.review import review
from amends.review.asked import issues, listings, papers, points, windows
from amends.review.document import Draft
from amends.review.parted import parted

_ASKED = "Your mail wants: (a) a bill of the last 90 days, (b) both sides of the card, (c) bank details.\n\n"


def _draft(text: str) -> Draft:
    return Draft(text, "letter.txt")


def test_a_point_that_is_answered_under_no_letter_is_told() -> None:
    left = list(points(_draft(_ASKED + "(a) bill.pdf\n\n(b) card.jpg\n")))
    assert [entry.message[:3] for entry in left] == ["(c)"]
    assert list(points(_draft(_ASKED + "(a) bill.pdf\n\n(b) card.jpg\n\n(c) bank.pdf\n"))) == []


@pytest.mark.parametrize(("day", "late"), [("14 May 2026", True), ("14 August 2026", False)])
def test_a_paper_older_than_the_days_asked_for_is_told(day: str, late: bool) -> None:
    text = (
        f"Your mail wants a bill of the last 90 days.\n\nThe bill is of {day} (bill.pdf).\n\nHakan Er, 5 October 2026\n"
    )
    assert bool(list(windows(_draft(text)))) is late


def test_a_paper_asked_for_and_never_taken_up_is_told() -> None:
    head = "The notice asks for an explanation and a statement by the bank.\n\nThe account is ours.\n"
    assert len(list(papers(_draft(head)))) == 1
    assert list(papers(_draft(head + "\nThe statement is in bank.pdf.\n"))) == []


def test_an_asin_of_the_quoted_notice_that_is_left_out_is_told() -> None:
    notice = "> ASINs: B0CTN4R6HW, B0CTN6J9PX. Send an invoice for each.\n\n"
    left = list(listings(_draft(notice + "B0CTN4R6HW: we bought 500 pieces, YH-0457.pdf.\n")))
    assert ["B0CTN6J9PX" in entry.message for entry in left] == [True]


def test_a_kind_of_complaint_that_no_cause_explains_is_told() -> None:
    head = "Notice of 13 October 2026: 6 negative feedback, 4 late deliveries, 2 chargebacks.\n\nCauses\n"
    told = "- Feedback: two colours stood in one bin since 3 August 2026.\n- Deliveries: no deputy was named.\n"
    assert [entry.message for entry in issues(_draft(head + told))] == [
        "Nothing below explains the chargebacks. Say why they happened."
    ]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("We reported 82 reviews to Amazon, 47 from the cards and 25 from the service.", True),
        ("We reported 72 reviews to Amazon, 47 from the cards and 25 from the service.", False),
        ("Defects 2.1 %: 12 defective orders of 800.", True),
        ("On time 98.5 %: 12 late orders of 800.", False),
        ("14 complaints came. We sold 280 pieces, so 3.5 percent complained.", True),
        ("14 complaints came. We sold 280 pieces, so 5.0 percent complained.", False),
    ],
)
def test_parts_are_held_against_their_whole(sentence: str, wrong: bool) -> None:
    assert bool(list(parted(_draft(f"Root cause:\n{sentence}\n")))) is wrong


@pytest.mark.parametrize("label", ["For reason 1", "For cause 1", "Against cause 1"])
def test_a_label_that_names_a_cause_opens_no_part(label: str) -> None:
    text = (
        "Root cause\nNobody scanned the label of 41 jars from 3 to 9 May 2026.\n\nCorrective actions\n- On 10 May "
        f"2026 Ola Brek relabelled 41 jars (l.pdf).\n\nPrevention\n- {label}: since 11 May 2026 Ola Brek scans "
        "each label before it leaves; one that fails is printed anew, and she notes it in the roll card.\n"
    )
    assert [part.id for part in _draft(text).parts if part.items][-1] == "preventive-measures"


@pytest.mark.parametrize(
    "sentence",
    [
        "A few of the boxes may stem from a market stall.",
        "She only changed the model name and exported the PDF.",
        "Our packer put cards into some parcels.",
        "From now on we check each invoice before we send it.",
    ],
)
def test_a_dispute_that_concedes_is_told_so(sentence: str) -> None:
    text = (
        "We dispute the decision of 3 May 2026 on ASIN B0C1234567. Invoice hl-2231.pdf of 4 March 2026 shows the "
        f"purchase of 310 jars. {sentence} The brand confirms it in letter.pdf.\n"
    )
    at = text.index(sentence)
    spoken = {f.name for f in review(text, "letter.txt") if at <= f.span.start < at + len(sentence)}
    assert spoken & {"admission-in-dispute", "needless-admission"}
