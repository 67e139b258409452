"""Figures of a letter against the documents that it cites."""

from __future__ import annotations

import pytest

from amends.review import review
from amends.review.samples import CASE, CATALOG

PLAN = "# Plan of Action\n\n## Corrective Actions\n\n1. {done}\n\n## Documentation\n\n- {listed}\n"
DONE = "On 6 May 2026 we received invoice HL-2231 over 340 units of ASIN B0C1234567 (Exhibit A, invoice-hl-2231.pdf)."
LISTED = "Exhibit A: invoice-hl-2231.pdf (Supplier invoice, 3 March 2026)"


def found(done: str = DONE, listed: str = LISTED) -> list[str]:
    text = PLAN.format(done=done, listed=listed)
    return [f.span.quote for f in review(text, "plan.md", case=CASE, catalog=CATALOG) if f.rule == "GR22"]


def test_a_letter_that_says_what_its_documents_say_is_let_be() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("done", "quote"),
    [
        (DONE.replace("HL-2231 over", "HL-2213 over"), "HL-2213"),
        (DONE.replace("340", "390"), "390 units"),
        ("We sold 200 units of ASIN B0C1234567 and keep the invoice (Exhibit A).", ""),
        ("On 6 May 2026 we received the invoice for order PO-2231 (Exhibit A).", ""),
    ],
)
def test_numbers_and_units(done: str, quote: str) -> None:
    assert found(done) == ([quote] if quote else [])


def test_the_day_in_the_list_of_documents_is_the_day_on_the_document() -> None:
    assert found(listed=LISTED.replace("3 March", "13 March")) == ["13 March 2026"]


def test_both_sides_are_shown() -> None:
    text = PLAN.format(done=DONE.replace("340", "390"), listed=LISTED)
    finding = next(f for f in review(text, "plan.md", case=CASE, catalog=CATALOG) if f.rule == "GR22")
    assert "340 units of B0C1234567" in finding.message
    assert finding.related[0].file == "invoice-hl-2231.pdf"
    assert finding.related[0].note == "Exhibit A, page 1"
