"""Tone is read from fields of meaning that meet, and blame from who is spoken of and whose gap is named."""

from __future__ import annotations

import pytest

from amends.review import review
from amends.review.document import Draft
from amends.review.meaning.fields import Fields
from amends.review.meaning.own_gap import names_own_gap
from amends.review.meaning.parties import parties


def letter(cause: str = "", end: str = "", actions: str = "") -> str:
    return (
        "Root cause:\nBetween 2 and 9 May 2026 we sold 41 old jars, because our sheet has no column for it. "
        f"{cause}\n\nCorrective actions:\n1. On 11 May 2026 Ola Brek removed 310 jars from sale (count.pdf).\n{actions}"
        "\n\nPreventive measures:\n1. Since 12 May 2026 Ola Brek enters each date in the lot sheet and files it every "
        f"Monday.\n\nConclusion: effective 12 May 2026. {end}\n"
    )


def names(text: str) -> set[str]:
    return {finding.name for finding in review(text, "letter.txt")}


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("begging", "Four families eat from this shop, have pity on them."),
        ("emotion", "My stomach turns when I open the mail."),
        ("threat", "Our lawyers stand ready and will file the suit on Monday."),
        ("flattery", "Your marvellous team does a superb job."),
        ("business-history", "My grandfather founded the firm in a garage."),
        ("several-requests", "Please reinstate the account and raise our listing limit."),
        ("shouting", "WE DID NOTHING WRONG HERE."),
        ("repeated-apology", "We are sorry, truly sorry."),
    ],
)
def test_a_defect_of_tone_is_found_however_it_is_put(name: str, end: str) -> None:
    assert name in names(letter(end=end))


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("emotion", 'The words "stress relief and no more tears" stood in 14 titles.'),
        ("flattery", 'We printed "the most wonderful gift" on the box of 300 units.'),
        ("threat", "The rights owner sued us on 3 April 2026 over 12 units, and we had not read his letter."),
        ("business-history", "Our account opened on 3 February 2026 and copied 4 texts of our web shop."),
        ("minimising", "We checked just the first carton of each pallet."),
    ],
)
def test_words_of_the_case_are_no_defect_of_tone(name: str, cause: str) -> None:
    assert name not in names(letter(cause=cause))


def test_a_word_between_quotation_marks_is_mentioned_not_said() -> None:
    assert "begging" not in names(letter(actions='2. On 12 May 2026 we deleted the line "we beg you" (line.pdf).'))
    assert "begging" in names(letter(end="We beg you."))


def test_weaker_words_are_enough_only_where_nothing_of_the_trade_is_named() -> None:
    lists = [{"code": "XX01", "fields": {"body": "jaw"}, "signs": ["body %bare"]}]
    bare = Draft("Our jaw dropped that morning.").statements[0]
    full = Draft("The jaw of the label printer tore 14 labels.").statements[0]
    assert [met.code for met in Fields(lists).met(bare)] == ["XX01"]
    assert list(Fields(lists).met(full)) == []


def test_a_sign_wants_its_fields_near_each_other_and_in_order() -> None:
    lists = [{"code": "XX01", "fields": {"a": "alpha", "b": "beta odd_words"}, "signs": ["a..b !#"]}]

    def met(text: str) -> bool:
        return bool(list(Fields(lists).met(Draft(text).statements[0])))

    assert met("Here alpha then odd words.")
    assert not met("Here beta then alpha.")
    assert not met("Here alpha and one two three four beta 7.")


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Nobody looked at the seal.", True),
        ("The courier lost it because our roster names nobody for Fridays.", True),
        ("The error was ours.", True),
        ("Nobody at the factory looked at the seal.", False),
        ("They sold stock we no longer held.", False),
        ("We cannot be held liable for the courier.", False),
        ("The clerk did it, we never told him so.", False),
    ],
)
def test_an_own_gap_is_told_from_what_others_did(sentence: str, named: bool) -> None:
    assert names_own_gap(Draft(sentence).statements[0]) is named


def test_a_pronoun_stands_for_whom_the_letter_spoke_of_last() -> None:
    assert "blames-carrier" in names(letter(cause="The courier came late. They lost two bags."))


def test_a_site_or_a_field_of_their_name_is_no_party() -> None:
    found = parties(Draft("The brand field on amazon.de was empty.").statements[0])
    assert [party.kind for party in found] == []


def test_scorn_is_blame_in_every_part() -> None:
    assert "blames-carrier" in names(
        letter(actions="2. On 12 May 2026 we reshipped 4 boxes that the sloppy courier lost.")
    )
