"""Text is never wider than what is counted on, and wrapped so that nothing is lost."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from amends.render.charts.measure import shortened, width, wrapped

PLAIN = st.text(string.ascii_letters + string.digits + string.punctuation + " ", max_size=60)
FONT = ImageFont.load_default(40)


@pytest.mark.parametrize("letter", sorted(string.printable.strip()))
def test_no_letter_is_missing_or_much_wider_than_counted_on(letter: str) -> None:
    assert FONT.getlength(letter * 10) <= 1.35 * width(letter * 10, 40)


@given(st.lists(st.text(string.ascii_letters, min_size=2, max_size=9), min_size=4, max_size=12).map(" ".join))
def test_words_are_no_wider_than_counted_on(words: str) -> None:
    assert FONT.getlength(words) <= width(words, 40) * 1.06


@given(st.text(max_size=200), st.floats(30, 400), st.booleans())
def test_lines_fit_and_lose_nothing(text: str, room: float, bold: bool) -> None:
    lines = wrapped(text, room, 12, bold)

    assert "".join(text.split()) == "".join("".join(lines).split())
    assert all(width(line, 12, bold) <= room + 1e-6 for line in lines)


@given(st.text(max_size=400), st.floats(30, 400), st.integers(1, 4))
def test_no_more_lines_than_asked_for(text: str, room: float, most: int) -> None:
    lines = wrapped(text, room, 12, most=most)

    assert len(lines) <= most
    assert all(width(line, 12) <= room + 1e-6 for line in lines)
    assert (lines == wrapped(text, room, 12)) or lines[-1].endswith("…")


@given(PLAIN, st.floats(20, 300))
def test_what_is_cut_fits_and_says_so(text: str, room: float) -> None:
    cut = shortened(text, room, 12)

    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))
    assert width(cut, 12) <= room + 1e-6


def test_letters_are_not_parted_from_what_is_set_upon_them() -> None:
    lines = wrapped("e\u0301" * 30 + " " + "👩\u200d👧" * 20, 60, 12)

    assert all(not line.startswith(("\u0301", "\u200d")) and not line.endswith("\u200d") for line in lines)
