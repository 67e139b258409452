"""What a letter is for is seen from the letter, so that no rule for plans speaks on another."""

from __future__ import annotations

import pytest

from amends.review import Draft, review
from amends.review.position.purpose import DISPUTE, DOCUMENTS, OTHER, PLAN, RETRACTION, purpose

LETTERS = [
    (
        PLAN,
        (
            "Hello, our account was closed because some orders were late. We are very "
            "sorry. We will be more careful and "
            "follow all rules from now on. Please give us another chance, we depend on the account."
        ),
    ),
    (
        PLAN,
        "Root cause: the sheet had no column for the date.\n\nWhat we did: on 3 May 2026 we closed the offer (a.png).",
    ),
    (
        DISPUTE,
        (
            "On 4 June 2026 you removed ASIN B0CLT4W8QN as used. The photo of the buyer "
            "shows another product: its seal bears "
            "number 40077, and ours are 51001 to 51060 (seals.pdf). We ask for the "
            "violation to be taken off the account "
            "health page. No lamp has ever been returned to stock (settings.png)."
        ),
    ),
    (
        DISPUTE,
        (
            "You linked our account to Quillon Ltd. We have no connection with it and "
            "never shared an address (lease.pdf). "
            "Please review the link on the basis of these documents."
        ),
    ),
    (
        DOCUMENTS,
        (
            "You asked on 8 May 2026 for documents to verify our company. Attached:\n\n- passport.pdf: the director\n"
            "- bill.pdf: electricity bill of 22 April 2026\n- statement.pdf: bank statement of 30 April 2026"
        ),
    ),
    (
        RETRACTION,
        (
            "Dear Ms Abiodun, on 17 July 2026 you reported our listing B0CY7K5D3N to "
            "Amazon. We deleted the picture on 18 "
            "July 2026 (after.pdf). Please write to notice@amazon.com that you withdraw the complaint."
        ),
    ),
    (
        OTHER,
        (
            "Test report of the lamp: lab.pdf, model LS-5, of 3 March 2026, with the "
            "limits of the standard and the photos "
            "of all six sides in photos.pdf, where the mark, the model number and the "
            "address of the importer can be seen "
            "on the label of B0CG5NH77D."
        ),
    ),
]


@pytest.mark.parametrize(("kind", "letter"), LETTERS, ids=[f"{kind}-{at}" for at, (kind, _) in enumerate(LETTERS)])
def test_the_kind_of_a_letter(kind: str, letter: str) -> None:
    assert purpose(Draft(letter)) == kind


@pytest.mark.parametrize("letter", [letter for kind, letter in LETTERS if kind != PLAN])
def test_no_part_of_a_plan_is_missed_in_another_letter(letter: str) -> None:
    assert {"ST01", "ST02", "ST03", "ST05"}.isdisjoint(f.rule for f in review(letter, "letter.txt"))


def test_a_plan_that_denies_is_still_a_plan() -> None:
    letter = (
        "Root cause: we did nothing wrong.\n\nCorrective actions: we deleted the offer.\n\n"
        "Preventive measures: we check every offer weekly."
    )
    assert purpose(Draft(letter)) == PLAN


def test_a_kind_of_enforcement_that_wants_documents_makes_no_error_of_a_plan() -> None:
    from amends import catalog

    letter = (
        "Root cause: on 3 May 2026 our buying list had no column for invoices.\n\nCorrective actions:\n- On 4 May 2026 "
        "we closed 3 offers (closed.png).\n\nPreventive measures:\n- Since 5 May 2026 Ola Brek files each invoice."
    )
    found = review(letter, "plan.txt", catalog=catalog.load(), enforcement="inauthentic")
    assert [f.level for f in found if f.rule == "SU04"] == ["note"]
