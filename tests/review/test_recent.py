"""What is kept of the sentences met last: bounded, and without a trace in the findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.review import Draft, review
from amends.review.language.recent import Recent
from amends.review.language.words import Words
from amends.review.letter.pieces import Statement, once

PLANS = sorted((Path(__file__).parents[1] / "corpus" / "plans").rglob("*.txt"))


@given(st.lists(st.integers(0, 30)), st.integers(1, 5))
def test_what_is_kept_is_what_was_put_there_and_never_more_than_twice_the_bound(keys: list[int], most: int) -> None:
    kept: Recent[int, str] = Recent(most)
    for at, key in enumerate(keys):
        found = kept.get(key)
        assert found in (None, str(key))
        if found is None:
            assert key not in keys[max(0, at - most) : at]
            kept[key] = str(key)
    assert sum(kept.get(key) is not None for key in set(keys)) <= 2 * most


def test_what_comes_up_again_and_again_stays() -> None:
    kept: Recent[int, str] = Recent(2)
    kept[0] = "always"
    for key in range(1, 100):
        assert kept.get(0) == "always"
        kept[key] = "once"


def test_a_sentence_is_asked_once_whatever_letter_it_stands_in() -> None:
    asked: list[str] = []

    @once
    def length(statement: Statement, more: int) -> int:
        asked.append(statement.text)
        return len(statement.text) + more

    first, second = (Draft(f"{head}\n\nWe lost two parcels.").statements[-1] for head in ("Hello,", "Dear team,"))
    assert first.start != second.start
    assert [length(first, 0), length(second, 0), length(second, 1)] == [20, 20, 21]
    assert asked == [first.text] * 2


def test_the_same_words_with_another_capital_are_another_sentence() -> None:
    small, large = (Draft(f"Hello,\n\nThe parcel went to {name} on Monday.").statements[-1] for name in ("may", "May"))
    assert small.words == large.words
    assert small.kept is not large.kept


def test_masked_words_are_another_sentence() -> None:
    """A file name and a quotation say nothing, wherever the same letters stand."""
    plain = Draft("Hello,\n\nSee we will try here.").statements[-1]
    masked = Statement(plain.text, plain.start, plain.end, Words(("see", "\0", "\0", "\0", "here")), plain.at)
    assert masked.kept is not plain.kept


@pytest.mark.parametrize("plan", PLANS[::4], ids=lambda plan: plan.stem)
def test_a_letter_has_the_same_findings_whatever_was_reviewed_before(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    before = review(text, "letter.txt")
    # The same sentences in other places, parts and company, and moulds of them with other numbers.
    review("\n\n".join(reversed(text.split("\n\n"))), "letter.txt")
    review(text.translate(str.maketrans("0123456789", "1234567890")), "letter.txt")
    review(text.lower(), "letter.txt")
    assert review(text, "letter.txt") == before
