"""Word patterns: what a group matches, that places hold, that odd input costs no more than its length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.notice.passage import Passage
from amends.signal import faults


def quotes(text: str, group: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Passage(text).hits(group)]


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        ("Drop-Shipping and dropshippers", "drop ship* | dropship*", ["Drop-Shipping", "dropshippers"]),
        ("The brand’s invoice", "brand invoice", ["brand’s invoice"]),
        ("It doesn’t; prima riattiva quell'account", "doesn't | account", ["doesn’t", "account"]),
        ("an INVOICE, invoices", "invoice", ["INVOICE"]),
        ("Produktfälschungen gemeldet", "~fälschung", ["fälschung"]),
        ("商品の真贋について", "~真贋", ["真贋"]),
        ("order   defect\nrate", "order defect rate", ["order   defect\nrate"]),
        ("orders of defects", "order defect", []),
        ("", "anything*", []),
    ],
)
def test_group_matches_words_beginnings_and_literals(text: str, group: str, expected: list[str]) -> None:
    assert quotes(text, group) == expected


@pytest.mark.parametrize("group", ["", "a | ", "*", "~ | a", " | "])
def test_empty_alternative_is_refused(group: str) -> None:
    assert faults({"any": group}) == [f"an empty alternative in {group!r}"]


def test_wrapped_line_stays_one_sentence_and_a_short_line_ends_one() -> None:
    text = (
        "Your selling privileges have been removed because your late\n"
        "shipment rate does not meet our performance target of four\n"
        "percent and that is why.\nASIN: B0AAAAAAA1\nTitle: Lamp\n"
    )
    assert [s.quote.split()[0] for s in Passage(text).sentences] == ["Your", "ASIN:", "Title:"]


def test_text_without_any_stop_is_cut_into_pieces() -> None:
    sentences = Passage("word " * 600).sentences
    assert len(sentences) == 10
    assert max(len(s.quote.split()) for s in sentences) <= 75


@given(st.text(max_size=400))
def test_places_hold_for_any_text(text: str) -> None:
    passage = Passage(text)
    assert all(text[s.start : s.end] == s.quote for s in passage.sentences)
    ends = [0, *(s.end for s in passage.sentences)]
    assert all(s.start >= end for s, end in zip(passage.sentences, ends, strict=False))
    assert all(text[hit.start : hit.end].lower()[:1] in ("a", "A".lower()) for hit in passage.hits("a*"))


def test_quoted_mail_is_read_without_its_marks_and_quoted_with_them() -> None:
    text = (
        "> We closed the account because your order defect rate\n> exceeds the target of one percent of your orders.\n"
    )
    (sentence,) = Passage(text).sentences
    assert sentence.quote == text[2:].rstrip()


def test_numbers_in_one_line_begin_their_points() -> None:
    passage = Passage("Send a plan that explains: 1. The cause 2. The actions 3. The steps. Under section 3. You know.")
    assert [one.quote for one in passage.sentences][:4] == [
        "Send a plan that explains:",
        "1. The cause",
        "2. The actions",
        "3. The steps.",
    ]
