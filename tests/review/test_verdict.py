"""What the findings come to: the three questions, the matrix with its holes, and what to do next."""

from __future__ import annotations

import pytest

from amends.model import Suppression, Verdict
from amends.review import Draft, coverage, reviewed
from amends.review.rule import short
from amends.review.samples import CASE, CATALOG
from amends.review.verdict import verdict

LETTER = (
    "Root cause:\nOn 3 March 2026 we bought B0CHX72LMQ and B0CHX72LMR without comparing the invoice with our name.\n\n"
    "Corrective actions:\n- On 4 May 2026 Ola Brek closed the listing B0CHX72LMQ (closed.png).\n"
    "- We refunded buyers.\n\n"
    "Preventive measures:\n- Every Friday Ola Brek compares each invoice with our name and files the sheet.\n"
)


def judged(text: str, **more: object) -> Verdict:
    draft = Draft(text, "plan.md", **more)  # type: ignore[arg-type]
    return verdict(draft, reviewed(draft))


def test_each_question_says_what_is_there() -> None:
    cause, done, runs = judged(LETTER).answers
    assert "dated 3 March 2026" in cause.there
    assert "names B0CHX72LMQ, B0CHX72LMR" in cause.there
    assert done.there == ("2 actions: 1 dated, 1 with figures or names, 1 with a file",)
    assert runs.there == ("1 measure: 1 with an owner, 1 with a rhythm, 1 with a record",)


def test_what_is_missing_quotes_the_seller() -> None:
    _, done, _ = judged(LETTER).answers
    assert any("We refunded buyers" in line for line in done.missing)


def test_listings_that_are_treated_alike_share_a_row_and_others_do_not() -> None:
    rows = judged(LETTER).matrix
    assert {row.asin for row in rows} == {"B0CHX72LMQ", "B0CHX72LMR"}
    both = judged(LETTER.replace("the listing B0CHX72LMQ", "both listings")).matrix
    assert [row.asin for row in both] == ["B0CHX72LMQ, B0CHX72LMR"]


def test_a_listing_without_an_action_or_a_file_is_a_hole() -> None:
    text = LETTER.replace("- We refunded buyers.\n", "")
    row = next(row for row in judged(text).matrix if row.asin == "B0CHX72LMR")
    assert row.holes == ("actions", "exhibits")


def test_with_a_case_the_rows_are_those_of_the_notice() -> None:
    rows = judged(LETTER, case=CASE, catalog=CATALOG).matrix
    assert [row.asin for row in rows] == ["B0C1234567"]


def test_at_most_three_steps_and_the_missing_part_first() -> None:
    text = (
        "Root cause:\nWe are sorry. Amazon made a mistake. Our supplier lied.\n\nCorrective actions:\n- We will look."
    )
    steps = judged(text).next
    assert 1 <= len(steps) <= 3
    assert steps[0].rules == ("ST03",)
    assert len({step.what for step in steps}) == len(steps)


def test_what_somebody_accepted_is_no_step() -> None:
    draft = Draft(LETTER, "plan.md")
    reason = Suppression("the notice asks for nothing else", "config", "Dana Ruiz")
    accepted = [finding._replace(suppressed=reason) for finding in reviewed(draft)]
    found = verdict(draft, accepted)
    assert all(answer.missing == () for answer in found.answers)
    assert all(step.rules == () for step in found.next)


def test_a_letter_that_is_no_plan_has_no_questions_to_answer() -> None:
    assert judged("").answers == ()
    assert judged("").matrix == ()


def test_a_point_that_names_many_listings_is_quoted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(text: str, width: int) -> str:
        asked.append(text)
        return short(text, width)

    monkeypatch.setattr(coverage, "short", counted)
    asins = " ".join(f"B0{number:08d}" for number in range(200))
    rows = judged(
        f"Root cause:\nNobody compared {asins}.\n\nCorrective actions:\n- On 4 May 2026 we closed all."
    ).matrix

    assert len(rows) == 1
    assert len(asked) == len(set(asked)) == 2


def test_ten_thousand_listings_share_a_few_rows() -> None:
    asins = " ".join(f"B0{number:08d}" for number in range(10_000))
    rows = judged(
        f"Root cause:\nNobody compared {asins}.\n\nCorrective actions:\n- On 4 May 2026 we closed all."
    ).matrix
    assert len(rows) == 1
    assert rows[0].asin.endswith("and 9,997 more")
