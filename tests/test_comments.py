"""Comments of a Markdown draft: where they stand, and what is left of the letter without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.formats.comments import blotted, comments, is_markdown, removed

TEXTS = st.lists(st.sampled_from(["<!--", "-->", "\\", "a", " ", "\n", ".", "é", "-", "<", "!"]), max_size=60).map(
    "".join
)


@given(TEXTS)
def test_every_character_beside_a_comment_keeps_its_place(text: str) -> None:
    inside = {at for comment in comments(text) for at in range(comment.start, comment.end)}

    after = blotted(text, "plan.md")

    assert len(text) == len(after)
    assert all(char == after[at] for at, char in enumerate(text) if at not in inside or char in "\r\n")
    assert [] == [at for at in inside if not after[at].isspace()]


@given(TEXTS)
def test_what_is_sent_has_no_comment_and_no_other_letter_is_lost(text: str) -> None:
    sent = removed(text)

    assert "".join(sent.split()) == "".join(blotted(text, "plan.md").split())


def test_a_letter_of_another_kind_has_no_comments() -> None:
    assert "a <!-- b -->" == blotted("a <!-- b -->", "plan.txt")
    assert (True, True, False) == (is_markdown("a/PLAN.MD"), is_markdown("x.markdown"), is_markdown("plan.md.txt"))


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("One. <!-- x --> Two.", "One. Two."),
        ("One <!-- x -->.", "One."),
        ("One. <!-- x -->\nTwo.", "One.\nTwo."),
        ("\\<!-- text -->", "\\<!-- text -->"),
        ("\\\\<!-- comment -->", "\\\\"),
        ("never <!-- closed", "never <!-- closed"),
    ],
)
def test_a_comment_leaves_no_gap_and_an_escaped_one_is_text(text: str, sent: str) -> None:
    assert sent == removed(text)
