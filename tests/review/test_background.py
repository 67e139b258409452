"""What is worked out of a case is kept for that case, and for no other."""

from __future__ import annotations

from dataclasses import replace

from amends.model import Case
from amends.review import review
from amends.review.background import background
from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.samples import CASE, CATALOG

TEXT = "Corrective actions:\n- On 4 May 2026 Dana Ruiz put 777 units of ASIN B0C1234567 aside."


def found(case: Case) -> list[str]:
    return [repr(finding) for finding in review(TEXT, "plan.md", case=case, catalog=CATALOG)]


def test_drafts_of_one_case_share_it_and_others_do_not() -> None:
    drafts = [Draft(text, case=CASE, catalog=CATALOG) for text in (TEXT, "Another letter.")]

    assert drafts[0].background is drafts[1].background
    assert grounds(drafts[0]) is grounds(drafts[1]) is not None
    assert Draft(TEXT, case=replace(CASE), catalog=CATALOG).background is not drafts[0].background
    assert Draft(TEXT, case=CASE).background is not drafts[0].background
    assert Draft(TEXT, case=CASE, catalog=CATALOG, enforcement="safety").background is not drafts[0].background


def test_a_case_that_changed_is_read_anew() -> None:
    before = found(CASE)
    without = replace(CASE, facts={key: fact for key, fact in CASE.facts.items() if "asin" not in key.lower()})
    fewer = replace(CASE, facts=dict(list(CASE.facts.items())[:1]))

    assert found(CASE) == before
    assert found(fewer) != before
    assert found(without) == found(replace(without))
    assert found(CASE) == before


def test_only_the_cases_worked_on_last_are_kept() -> None:
    first = background(CASE, None, None, None)
    others = [replace(CASE) for _ in range(40)]

    for other in others:
        background(other, None, None, None)["of"] = other

    assert background(others[-1], None, None, None)["of"] is others[-1]
    assert background(others[0], None, None, None) == {}
    assert background(CASE, None, None, None) is not first
