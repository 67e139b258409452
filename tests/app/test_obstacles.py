"""What stands in the way of a bundle: one judgement for the page of the plan, the page to submit, and packing."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.app import answers, cases
from amends.app.demo import EXAMPLES
from amends.app.plan import drafts, obstacles, plans, reviewing, submitting, versions
from amends.errors import NotReady

NOW = datetime(2026, 3, 20, 12).astimezone()
INVENTED = "Our cousin Bartholomew Quince inspects 417 parcels on Mondays."


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> cases.Opened:
    home = tmp_path_factory.mktemp("case")
    example = EXAMPLES / "restricted-products"
    opened = cases.new_case(home / "case", str(sorted(example.glob("notice.*"))[0]), NOW)
    opened, problems = answers.answer_file(opened, str(example / "answers.yaml"), NOW)
    assert not problems
    drafts.draft(opened, NOW)
    return opened


def text_of(opened: cases.Opened) -> str:
    return versions.text_of(opened.files, 0)


def written(opened: cases.Opened, text: str) -> None:
    found = opened.files.read_text("plan.md")
    assert found is not None
    versions.edit(opened, text, found.stamp, NOW)


def test_what_nothing_proves_is_said_beside_the_plan_and_refused_by_the_same_judgement(drafted) -> None:
    before = text_of(drafted)
    written(drafted, f"{before}\n{INVENTED}\n")
    reviewed = reviewing.reviewer(drafted.files).review(text_of(drafted), NOW.date())

    [sentence] = reviewed.unproven
    assert INVENTED == sentence.grounded.text
    assert sentence.place is not None
    assert INVENTED == text_of(drafted)[sentence.place.start : sentence.place.end]
    assert submitting.in_the_way(drafted, NOW.date()) == reviewed.hindered
    with pytest.raises(NotReady, match="Bartholomew Quince"):
        plans.bundle(drafted, None, NOW)

    written(drafted, before)
    found = submitting.in_the_way(drafted, NOW.date())
    assert (0, ()) == (found.number, found.reasons)
    assert plans.bundle(drafted, None, NOW).file.name == "bundle.zip"


def test_a_document_whose_file_is_gone_stands_in_the_way(drafted) -> None:
    name = drafted.case.exhibits[0].name
    place = drafted.files.path(f"evidence/{name}")
    kept = place.read_bytes()
    place.unlink()
    try:
        assert (name,) == submitting.in_the_way(drafted, NOW.date()).absent
    finally:
        place.write_bytes(kept)


def test_a_text_is_reviewed_once_while_neither_it_nor_the_case_changed(drafted) -> None:
    reviewer = reviewing.reviewer(drafted.files)
    first = reviewer.review(text_of(drafted), NOW.date())

    assert first.checked is reviewing.reviewer(drafted.files).review(text_of(drafted), NOW.date()).checked
    assert first.checked is not reviewer.review(text_of(drafted) + "More.\n", NOW.date()).checked


def test_a_case_that_was_read_anew_is_opened_anew(drafted) -> None:
    first = cases.open_again(drafted.files)
    assert first.case is cases.open_again(drafted.files).case

    [name, *_] = [each for each in drafted.files.names("readings/") if each.count("/") == 1]
    kept = drafted.files.read_bytes(name)
    drafted.files.put(name, kept + b" ")
    assert first.case is not cases.open_again(drafted.files).case
    drafted.files.put(name, kept)


def test_of_a_text_that_is_far_too_long_the_beginning_is_reviewed_and_packing_says_so(drafted) -> None:
    before = text_of(drafted)
    long = before + "We counted the parcels in the yard again.\n" * 20_000
    reviewed = reviewing.reviewer(drafted.files).review(long, NOW.date())

    assert len(long) - obstacles.LONGEST_PLAN == reviewed.hindered.over
    assert len(reviewed.checked.text) <= obstacles.LONGEST_PLAN
    assert "far too long for Amazon" in reviewed.hindered.reasons[0]
    written(drafted, long)
    with pytest.raises(NotReady, match="far too long for Amazon"):
        plans.bundle(drafted, None, NOW)
    written(drafted, before)


@given(st.text(st.sampled_from("ab\n🙂"), max_size=60).map(lambda text: text * 2000))
def test_the_beginning_is_whole_lines_of_the_text(text: str) -> None:
    found = obstacles.beginning(text)

    assert text.startswith(found)
    assert len(found) <= obstacles.LONGEST_PLAN
    assert found == text or len(found) >= obstacles.LONGEST_PLAN // 2
    assert found in (text, text[: obstacles.LONGEST_PLAN]) or found.endswith("\n")
