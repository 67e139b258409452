"""Wholes held against the parts that a letter tells, labels that open no part, and concessions in a dispute."""

from __future__ import annotations

import pytest

from amends.review import review
from amends.review.document import Draft


def _draft(text: str) -> Draft:
    return Draft(text, "letter.txt")


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
    spoken = {finding.name for finding in review(f"Root cause:\n{sentence}\n", "letter.txt")}
    assert bool(spoken & {"wrong-arithmetic", "contradicting-counts"}) is wrong


@pytest.mark.parametrize("label", ["For reason 1", "For cause 1", "Against cause 1"])
def test_a_label_that_names_a_cause_opens_no_part(label: str) -> None:
    text = (
        "Root cause\nNobody scanned the label of 41 jars from 3 to 9 May 2026.\n\nCorrective actions\n- On 10 May "
        f"2026 Ola Brek relabelled 41 jars (l.pdf).\n\nPreventive measures\n- {label}: since 11 May 2026 Ola Brek "
        "scans each label before it leaves; one that fails is printed again, and she notes it in the roll card.\n"
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
