"""plan.md: what is written is read back, and what people type is understood."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from amends.model import Block, Letter
from amends.render.letter import normal
from amends.render.markdown import parse, to_markdown

MARKUP = [*"ab1 \\*_`~#<>&;[]():!-+=|.\n\t\"'é中😀\u202e\u200f•–\x00", "1. ", "**", "Missing:", "__"]
HOSTILE = st.lists(st.sampled_from(MARKUP), max_size=30).map("".join)
KINDS = st.sampled_from(["heading", "paragraph", "number", "bullet", "gap"])
LETTERS = st.lists(st.builds(Block, KINDS, st.one_of(st.text(max_size=60), HOSTILE)), max_size=8).map(
    lambda blocks: Letter(tuple(blocks))
)


@given(LETTERS)
@example(Letter((Block("paragraph", "_ _ _"), Block("paragraph", "* * *"), Block("paragraph", "---"))))
@example(Letter((Block("heading", "C# #"), Block("heading", "## x ##"))))
def test_what_is_written_is_read_back(letter: Letter) -> None:
    assert parse(to_markdown(letter)) == normal(letter)


@given(st.one_of(st.text(max_size=300), HOSTILE))
def test_any_text_is_read_and_settles_after_one_round(text: str) -> None:
    letter = parse(text)
    assert parse(to_markdown(letter)) == letter


@pytest.mark.parametrize(
    "text",
    [
        "Invoice_2026-03-14_harbor_lane.pdf lists ASIN B0EXAMPLE1 (order 111-2223334-5556667).",
        "We refunded $1,240.00 & replaced 14 units; see scan__final_.pdf, page 2.",
        "Dana's check [step 3] runs at 07:30 - before listing - and stops at 2 * 10 units.",
    ],
)
def test_ordinary_sentences_are_written_as_they_are(text: str) -> None:
    assert to_markdown(Letter((Block("paragraph", text),))) == text + "\n"


def test_markup_in_a_fact_stays_literal() -> None:
    text = "Supplier *Best* <script>alert(1)</script> [click](http://x.example) `rm` &amp; ![i](j) _so_"
    written = to_markdown(Letter((Block("paragraph", text),)))
    assert written == (
        "Supplier \\*Best* "
        "\\<script>alert(1)\\</script> [click\\](http://x.example) \\`rm\\` \\&amp; ![i\\](j) \\_so_\n"
    )
    assert parse(written).blocks[0].text == text


def test_what_people_type_is_understood() -> None:
    typed = (
        "# Plan\r\n\r\n**Root Cause**\r\nWe sold 40 units\r\nwithout *an invoice* check.\r\n\r\n"
        "Preventive Measures\n-----\n1) Dana checks\n   each invoice.\n2) Omar files it.\n\n4. Audit in\n12. May? No.\n"
        "* one\n• two\n+ three\n\n<!-- ask Omar\nagain -->\n> Missing: the invoice. Ask the supplier.\n\n"
        "> a quotation\n\n***\nSee [the page](https://a.example) and <https://b.example>.\n"
    )
    assert parse(typed).blocks == (
        Block("heading", "Plan"),
        Block("heading", "Root Cause"),
        Block("paragraph", "We sold 40 units without an invoice check."),
        Block("heading", "Preventive Measures"),
        Block("number", "Dana checks each invoice.", 1),
        Block("number", "Omar files it.", 2),
        Block("number", "Audit in 12. May? No.", 3),
        Block("bullet", "one"),
        Block("bullet", "two"),
        Block("bullet", "three"),
        Block("gap", "Missing: the invoice. Ask the supplier."),
        Block("paragraph", "a quotation"),
        Block("paragraph", "See the page (https://a.example) and https://b.example."),
    )


def test_numbers_run_anew_in_each_section_and_close_over_a_deleted_point() -> None:
    blocks = parse("## A\n1. x\n3. y\n\n## B\n5. z").blocks
    assert [block.number for block in blocks if block.kind == "number"] == [1, 2, 1]


@pytest.mark.parametrize(
    "piece", ["<!--", "a<!-- ", "_", "a_", "*", "**a ", "[", "](", "`", "> ", "1. ", "#", "- ", "\\", "&#1"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    started = time.process_time()
    letter = parse(text)
    to_markdown(letter)
    assert time.process_time() - started < 4
