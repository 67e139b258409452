"""Text from outside: sentences with places, folding that keeps offsets, nothing that a terminal obeys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import text


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("We did it. Then we stopped.", ["We did it.", "Then we stopped."]),
        (
            "Harbor Lane Inc. sold 3.5 tons, e.g. tea. It came.",
            ["Harbor Lane Inc. sold 3.5 tons, e.g. tea.", "It came."],
        ),
        ("Dear Sir,\n\nWe closed it.\n- one\n- two", ["Dear Sir,", "We closed it.", "- one", "- two"]),
        ("1. First point. 2026 was bad.\n2. Second.", ["1. First point.", "2026 was bad.", "2. Second."]),
        ("Wrapped at the\nmargin of a mail. Next.", ["Wrapped at the\nmargin of a mail.", "Next."]),
        ("真贋について。停止しました。", ["真贋について。", "停止しました。"]),
        ("", []),
    ],
)
def test_sentences(given_text: str, expected: list[str]) -> None:
    assert expected == [found.quote for found in text.sentences(given_text)]


@given(st.text(max_size=500))
def test_sentences_hold_all_words_in_order_at_their_places(given_text: str) -> None:
    found = list(text.sentences(given_text))

    assert all(given_text[s.start : s.end] == s.quote for s in found)
    assert "".join(given_text.split()) == "".join("".join(s.quote.split()) for s in found)


@given(st.text(max_size=300))
def test_folding_keeps_every_offset(given_text: str) -> None:
    assert len(given_text) == len(text.folded(given_text))


@given(st.text(max_size=300))
def test_nothing_shown_can_steer_a_terminal(given_text: str) -> None:
    shown = text.shown(given_text + "\x1b[31m\x07\u202e\x9b")

    assert not {c for c in shown if (ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 or c in "\u202e\u2066"}


def test_one_line_is_cut_to_its_width() -> None:
    assert "a very long…" == text.one_line("a very\n long  line of words", 12)


def test_line_and_column_count_from_one() -> None:
    assert (2, 3) == text.line_and_column("ab\ncdef", 5)


def test_a_hundred_thousand_stops_take_no_time_to_speak_of() -> None:
    assert len(list(text.sentences("Done. " * 100_000))) > 1
