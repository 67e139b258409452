"""Words of a line: parted by blanks that were read and by gaps in the ink; long lines parted before they are read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

numpy = pytest.importorskip("numpy", reason="NOT TESTED: scans; the extra is missing: pip install 'amends[ocr]'")
pytest.importorskip("cv2", reason="NOT TESTED: scans; the extra is missing: pip install 'amends[ocr]'")

from amends.evidence.scan.engine import Letter  # noqa: E402
from amends.evidence.scan.spelling import spelled  # noqa: E402
from amends.evidence.scan.strip import inked, pieces, runs  # noqa: E402

HIGH = 40


def strip(*ink: tuple[int, int], wide: int = 400) -> Any:
    """A strip with ink in these columns."""
    made = numpy.full((HIGH, wide, 3), 255, numpy.uint8)
    for start, end in ink:
        made[10:30, start:end] = 0
    return made


def letters(text: str, *places: int, wide: int = 400, sure: float = 0.99) -> list[Letter]:
    """Letters whose middles are at these columns; blanks take none."""
    left = iter(places)
    return [Letter(mark, sure, 0.0 if mark == " " else next(left) / wide) for mark in text]


def test_words_end_where_their_ink_ends() -> None:
    found = runs(letters("ab cd", 20, 40, 120, 140), strip((10, 30), (32, 50), (110, 130), (132, 150)))

    assert ["ab", "cd"] == [run.text for run in found]
    assert [(10, 50), (110, 150)] == [(round(run.start * 400), round(run.end * 400)) for run in found]


def test_a_gap_parts_words_of_which_no_blank_was_read() -> None:
    found = runs(letters("abcd", 20, 40, 120, 140), strip((10, 30), (32, 50), (110, 130), (132, 150)))

    assert ["ab", "cd"] == [run.text for run in found]


def test_a_blank_without_a_gap_is_a_slip() -> None:
    found = runs(letters("a @b", 20, 41, 62), strip((10, 30), (31, 51), (52, 72)))

    assert ["a@b"] == [run.text for run in found]


def test_letters_set_with_air_between_are_one_word() -> None:
    places = range(20, 300, 40)
    found = runs(letters("INVOICE", *places), strip(*((at - 10, at + 10) for at in places)))

    assert ["INVOICE"] == [run.text for run in found]


def test_a_word_is_as_sure_as_its_least_sure_letter() -> None:
    doubted = [Letter("8", 0.99, 0.05), Letter("B", 0.41, 0.1)]

    assert [0.41] == [run.confidence for run in runs(doubted, strip((10, 30), (32, 50)))]


def test_a_rule_above_the_text_is_no_ink() -> None:
    ruled = strip((10, 30), (110, 130))
    ruled[7:9] = 0

    assert not inked(ruled)[60:100].any()


@given(st.integers(1, 30), st.integers(8, 60))
def test_a_long_line_is_parted_without_loss(count: int, step: int) -> None:
    wide = max(count * step, 4)
    made = strip(*((at * step, at * step + step // 2) for at in range(count)), wide=wide)
    corners = [(0.0, 0.0), (float(wide), 0.0), (float(wide), 40.0), (0.0, 40.0)]

    parts = pieces(corners, made)

    assert wide == sum(part.shape[1] for _, part in parts)
    assert [0.0, *(there[1][0] for there, _ in parts[:-1])] == pytest.approx([there[0][0] for there, _ in parts])
    assert wide == pytest.approx(parts[-1][0][1][0])


def test_noughts_in_words_are_letters_and_in_numbers_of_articles_are_not() -> None:
    said = "INV0ICE BR00KLYN, B0X T0: ABC0 X00 B0ABCDEFGH S0-480132 2026 C0MPANY".split()

    found = spelled([(word, 1.0) for word in said])

    meant = "INVOICE BROOKLYN, BOX TO: ABC0 X00 B0ABCDEFGH S0-480132 2026 COMPANY".split()
    assert meant == [word.text for word in found]
    assert all((word.confidence < 1) == (word.text != text) for word, text in zip(found, said, strict=True))


def test_a_short_word_with_a_nought_is_left_where_longer_ones_have_none() -> None:
    assert ["T0"] == [word.text for word in spelled([("T0", 1.0)])]
