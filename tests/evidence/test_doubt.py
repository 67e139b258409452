"""What a recogniser may have read wrong decides nothing, unless something proves it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.evidence.doubt import CLEAR, believed, is_doubtful, look_alike, mistakable, proven
from amends.evidence.page import Page, Word
from amends.model.reading import SURE, Box


def word(text: str, confidence: float) -> Word:
    return Word(text, Box(10, 10, 60, 20), confidence)


@pytest.mark.parametrize(
    "text",
    ["Ceramiche Valsesia S.r.I.", "Vorratsglas 1,2 I", "Vorratsglas 1,2 1", "Barattolo vetro 1,21 cod.", "P.0. Box 7",
     "French press 34 0z", "EI Paso, TX", "CONAl", "Sp. z 0.o.", "llość", "Grace Okafor /a Brightacre"],
)  # fmt: skip
def test_letters_that_look_alike_are_seen(text: str) -> None:
    assert mistakable(text)


@pytest.mark.parametrize(
    "text",
    ["Harbor Lane Wholesale LLC", "Vorratsglas 1,2 l", "Phase II, Pune 411019", "11 Dock St", "Ilość", "El Paso, TX",
     "USB-C cable 2 m", "Route 101, Illinois", "10.25 in", "INVOICE", "Okafor t/a Brightacre",
     "ASIN B0PEPR7MQ9, closed", "Dębowa Półka Sp. z o.o."],
)  # fmt: skip
def test_words_as_they_are_written_are_no_doubt(text: str) -> None:
    assert not mistakable(text)


@pytest.mark.parametrize(
    "text", ["P026454", "S0-560087", "A0B", "BX1Z", "1ENK-2502", "B0DILLO0I8", "77/2026del", "Q-11Notebook"]
)
def test_codes_that_may_be_another(text: str) -> None:
    assert mistakable(text, code=True)


@pytest.mark.parametrize(
    "text", ["PO26454", "RE-2026-0417", "INV1234", "HS-214", "FPR 413/25", "89.8561", "MK-345", "B0PEPR7MQ9"]
)
def test_codes_that_are_read_as_they_are(text: str) -> None:
    assert not mistakable(text, code=True)


@given(st.floats(0.5, 1.0), st.floats(0.3, CLEAR - 0.001))
def test_an_unsure_word_decides_only_where_something_proves_it(confidence: float, least: float) -> None:
    words = [word("Harbor", 0.999), word("Lane", least)]

    assert believed(confidence, words, "Harbor Lane") < SURE
    assert proven(0.97, words) >= SURE


@given(st.floats(0.0, 1.0))
def test_a_text_layer_is_believed_as_it_stands(confidence: float) -> None:
    assert believed(confidence, [word("1,2 I", 1.0)], "1,2 I") == confidence
    assert not is_doubtful([word("1,2 I", 1.0)], "1,2 I")


def test_no_recognised_word_is_certain() -> None:
    page = Page(1, 612, 792, (word("Total", 1.0),), scanned=True)

    assert page.rows[0].words[0].confidence < 1


def test_a_word_that_was_read_twice_alike_is_surer() -> None:
    words = tuple(
        word(text, confidence)._replace(box=Box(10, top, 60, top + 10))
        for text, confidence, top in (("Millrace,", 0.7, 10), ("Millrace", 0.9, 40), ("Alder", 0.9, 70))
    )
    page = Page(1, 612, 792, words, scanned=True)

    twice, again, once = (row.words[0].confidence for row in page.rows)

    assert twice == again >= CLEAR
    assert once == 0.9


def test_codes_that_differ_in_letters_that_look_alike() -> None:
    assert look_alike("B0O1EXAMP5", "B001EXAMPS")
    assert not look_alike("B0EXAMPL01", "B0EXAMPL07")
