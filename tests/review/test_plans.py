"""A defect planted into a good letter is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.review import review

GOOD = (Path(__file__).parent / "planted-into.txt").read_text(encoding="utf-8")

PLANTED = [
    ("37 units were sold.", "37 units were sold. We did not know that hemp is restricted.", "RC01"),
    ("because our listing step asked for", "by mistake, since the step asked for", "RC03"),
    ("37 units were sold.", "We believe that the maker may have changed the recipe. 37 units were sold.", "RC09"),
    ("37 units were sold.", "The maker assured us that it was allowed.", "TO04"),
    ("37 units were sold.", "Amazon never told us about this rule.", "TO01"),
    ("37 units were sold.", "Some customers received the balm.", "TO14"),
    ("37 units were sold.", "This happened due to unforeseen circumstances.", "RC04"),
    ("On 11 March 2026 we closed", "We closed", "AC02"),
    ("On 11 March 2026 we closed the listing", "We will close the listing", "AC03"),
    ("(closed.png).", "(closed.png) and we will check again.", "AC04"),
    ("in three stores (closed.png)", "in the stores", "AC05"),
    ("On 11 March 2026 we closed the", "We immediately closed the", "AC06"),
    ("(refunds.pdf)", "(proof attached)", "EV02"),
    ("Tomas Reyes (owner) asks", "we ask", "PM02"),
    (
        (
            "of each new product into the product sheet and searches each in your list; the sheet is "
            "stored for three years"
        ),
        "into the product sheet",
        "PM03",
    ),
    ("In effect from 11 March 2026, complete on 1 April 2026.", "We will do better.", "PM06"),
    ("In effect from", "This will never happen again. In effect from", "PM07"),
    ("In effect from", "We are committed to the highest standards of service. In effect from", "PM11"),
    ("In effect from", "We have been selling on Amazon for nine years. In effect from", "TO10"),
    ("In effect from", "Please give us another chance. In effect from", "TO06"),
    ("In effect from", "Otherwise our lawyer will contact you. In effect from", "TO08"),
    ("In effect from", "We are devastated. In effect from", "TO07"),
    ("In effect from", "Please also release our funds, and please reinstate our account. In effect from", "SU06"),
    ("On 12 March 2026", "On [date]", "ST08"),
    ("USD 702.63", "$XXXX", "ST08"),
    ("On 12 March 2026 Ilse", "On 31 February 2026 Ilse", "GR07"),
    ("On 12 March 2026 Ilse", "On Monday, 12 March 2026 Ilse", "GR08"),
    ("On 12 March 2026 Ilse", "On 3/12/2026 Ilse", "GR09"),
    ("were refunded on 13 March 2026", "were refunded on 13 February 2026", "GR11"),
    ("All 37 buyers", "All 73 sold units and buyers", "GR13"),
    ("in three stores", "for 3 ASINs (B09TLM44WZ, B09TLM44WA)", "GR14"),
    ("ASIN B09TLM44WZ", "ASIN B09TLM44W", "GR15"),
    ("37 units were sold.", "37 units were sold. We take full responsibility. We did not violate the policy.", "SU01"),
    ("Root cause\n", "Summary\n", "ST01"),
    ("Preventive measures\n", "Enclosed documents\n", "ST03"),
]


def codes(text: str) -> set[str]:
    return {finding.rule for finding in review(text, "plan.txt")}


def test_the_letter_that_defects_are_planted_in_is_clean() -> None:
    assert codes(GOOD) == set()


@pytest.mark.parametrize(
    ("words", "instead", "code"), PLANTED, ids=[f"{code}-{at}" for at, (_, _, code) in enumerate(PLANTED)]
)
def test_a_planted_defect_is_found(words: str, instead: str, code: str) -> None:
    assert words in GOOD
    assert code in codes(GOOD.replace(words, instead, 1))
