"""The plans of this folder against review: good ones pass, and no change moves the score without showing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from amends.review import review
from tests.corpus import score

GOOD = list(score.plans("good"))


@pytest.mark.parametrize("plan", [plan for _, plan in GOOD], ids=[name for name, _ in GOOD])
def test_a_good_plan_has_no_error_and_at_most_one_warning(plan: score.Plan) -> None:
    found = score.findings_on(plan)
    assert [(f.rule, f.span.quote) for f in found if f.level == "error"] == []
    assert [(f.rule, f.span.quote) for f in found if f.level == "warning"][1:] == []


def test_every_mark_is_the_name_of_a_rule() -> None:
    assert score.unknown_names() == set()


def test_the_plan_into_which_sentences_are_planted_is_clean() -> None:
    text, _, _ = score.letter_with({"kind": "", "where": "end", "text": ""})
    assert [f.rule for f in review(text, "plan.md") if f.level != "note"] == []


def test_no_change_moves_the_score_unseen() -> None:
    kept = score.KEPT.read_text(encoding="utf-8")
    assert str(score.score()) == kept, "the score moved: look at `make corpus`, then keep it with `--write`"


def test_no_plan_stands_in_two_places() -> None:
    texts = [plan.text.strip() for kind in ("good", "poor") for _, plan in score.plans(kind)]
    assert len(set(texts)) == len(texts)
    assert all(Path(name).name == name for name, _ in GOOD)
