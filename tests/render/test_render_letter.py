"""A plan becomes a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render_examples import LETTER, PLAN

from amends.model import Block, Gap, Letter
from amends.render.letter import flat, from_plan, is_title, normal, parts


def test_what_the_seller_said_not_to_have_leaves_no_mark_in_the_letter() -> None:
    said = Gap("case.asins", "statement", "Which ASINs?", "The list is lost.", stated=True)

    assert from_plan(replace(PLAN, gaps=())) == from_plan(replace(PLAN, gaps=(said,)))


def test_sections_become_headings_and_items_become_numbered_points() -> None:
    actions = parts(LETTER)[2]
    assert actions.heading == "Corrective Actions"
    assert [(block.kind, block.number) for block in actions.blocks] == [("number", 1), ("number", 2), ("number", 3)]


def test_documents_become_a_list() -> None:
    documentation = parts(LETTER)[5]
    assert [block.kind for block in documentation.blocks] == ["bullet", "bullet", "paragraph"]


@pytest.mark.parametrize(
    ("first", "titled"),
    [
        (Block("heading", "Plan of Action"), True),
        (Block("heading", "Request to review the decision"), True),
        (Block("heading", "Root Cause"), False),
        (Block("paragraph", "Dear Amazon Seller Performance Team,"), False),
    ],
)
def test_a_letter_is_titled_unless_it_begins_with_a_part(first: Block, titled: bool) -> None:
    assert is_title(Letter((first,))) == titled


def test_every_sentence_of_the_plan_stands_in_the_letter() -> None:
    text = " ".join(block.text for block in LETTER.blocks)
    assert [sentence.text for sentence in PLAN.sentences if sentence.text not in text] == []


def test_what_is_missing_stands_at_the_end_of_its_section() -> None:
    measures = parts(LETTER)[3]
    assert measures.blocks[-1] == Block(
        "gap", "Missing: the procedure for supplier files. Add it, or say that there is none."
    )


def test_what_is_missing_from_a_section_that_does_not_exist_is_not_lost() -> None:
    plan = replace(PLAN, gaps=(Gap("case.asins", "statement", "the ASINs!", "Take them from the notice."),))
    assert from_plan(plan).blocks[-1] == Block("gap", "Missing: the ASINs! Take them from the notice.")


def test_a_question_that_begins_a_sentence_gets_no_second_stop() -> None:
    plan = replace(PLAN, gaps=(Gap("a.place", "statement", "They are kept in …", "Answer it."),))
    assert from_plan(plan).blocks[-1] == Block("gap", "Missing: They are kept in … Answer it.")


def test_text_in_normal_form_is_one_line_without_controls() -> None:
    assert flat(" a\n b\u2028c\x07\u202e \ud800\ufffe d ") == "a b c d"


def test_empty_blocks_are_left_out() -> None:
    letter = Letter((Block("heading", " "), Block("number", "x", 7), Block("gap", ""), Block("number", "y", 7)))
    assert normal(letter).blocks == (Block("number", "x", 1), Block("number", "y", 2))
