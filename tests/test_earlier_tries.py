"""Earlier tries in the same case: what was sent is held against what is to be sent next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amends.app import cases
from amends.app.cases import Opened
from amends.app.plan import plans
from amends.app.review.earlier import attempts
from amends.review import review
from tests.examples import Example

NOW = datetime(2026, 6, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def sent(tmp_path: Path, example: Example) -> Opened:
    """The built-in example, sent once."""
    opened = cases.open_case(example("order-defect-rate", tmp_path / "case"))
    received = opened.case.notice.received if opened.case.notice else None
    return plans.submit(opened, received or date(2026, 6, 1), NOW)[0]


def answered(opened: Opened) -> Opened:
    """The same after a reply to the try."""
    notice = opened.case.notice
    assert notice is not None
    reply = notice._replace(file="replies/reply.eml", received=opened.case.submissions[0].on)
    return replace(opened, case=replace(opened.case, notices=(*opened.case.notices, reply)))


def test_what_was_sent_is_that_try_and_repeats_none(sent: Opened) -> None:
    text, _ = plans.letter_of(sent)

    assert () == attempts(sent, text)


def test_after_a_reply_the_same_letter_repeats_the_try(sent: Opened) -> None:
    text, _ = plans.letter_of(sent)

    (plan,) = attempts(answered(sent), text)
    findings = [f for f in review(text, "plan.md", earlier=[plan]) if f.rule == "SU09"]

    assert (1, "submissions/001/plan.md", text) == (plan.attempt, plan.file, plan.text)
    assert ["stand in submission 1 already" in finding.message for finding in findings] == [True]


def test_a_letter_that_was_changed_is_held_against_the_try(sent: Opened) -> None:
    text, _ = plans.letter_of(sent)

    assert [1] == [plan.attempt for plan in attempts(sent, text + "\nOne more sentence.")]


def test_a_bundle_that_is_gone_or_broken_is_passed_over(sent: Opened) -> None:
    bundle = sent.files.root / "submissions" / "001" / "bundle.zip"
    bundle.write_bytes(b"PK broken")
    assert () == attempts(sent, "Another text.")
    bundle.unlink()
    assert () == attempts(sent, "Another text.")
