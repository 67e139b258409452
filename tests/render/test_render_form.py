"""What is pasted: the whole letter, or one box of the form after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from render_examples import CLEAN, LETTER

from amends.model import Block, Letter
from amends.render.form import answers, as_text, length
from amends.render.headings import ACTIONS, CAUSE, MEASURES, WHOLE
from amends.render.letter import normal
from amends.render.text import plain, to_text


def test_plain_text_has_no_markup_and_no_hard_wraps() -> None:
    letter = Letter(
        (
            Block("heading", "Root Cause"),
            Block("paragraph", "word " * 60 + "end."),
            Block("number", "First.", 1),
            Block("number", "Second.", 2),
            Block("bullet", "a"),
            Block("bullet", "b"),
            Block("gap", "Missing: c."),
        )
    )
    assert to_text(letter) == (
        "Root Cause\n" + "word " * 60 + "end.\n\n1. First.\n\n2. Second.\n\n- a\n- b\n\n[Missing: c.]\n"
    )


def test_marks_that_forms_mangle_become_plain_and_names_stay() -> None:
    assert plain("“Łucja’s” – 5…9 — ≥ 3 µg, Søn, 深圳\u200b") == '"Łucja\'s" - 5...9 -- >= 3 µg, Søn, 深圳'


def test_the_form_gets_three_answers() -> None:
    boxes = answers(CLEAN, "plan")
    assert [box.title for box in boxes] == [CAUSE, ACTIONS, MEASURES]
    assert boxes[0].text.startswith(
        "Lucja and Son Homewares Ltd, seller ID A2EXAMPLE7TTQ. Notice received on 21 April 2026.\n\n"
        "Dear Amazon Seller Performance Team,\n\nYour notice of 21 April 2026"
    )
    assert boxes[1].text.startswith("1. On 22 April 2026 Dana Ruiz")
    assert "Root Cause" not in boxes[0].text
    assert "Conclusion\nThis plan is effective" in boxes[2].text
    assert boxes[2].text.endswith("Ines Ólafsdóttir, owner, Lucja and Son Homewares Ltd")


def test_nothing_of_the_letter_is_lost_in_the_form() -> None:
    together = "\n".join(box.text for box in answers(LETTER, "plan"))
    lost = [block.text for block in LETTER.blocks if block.kind != "heading" and plain(block.text) not in together]
    assert lost == []


def test_follow_up_headings_are_kept_and_find_their_box() -> None:
    letter = Letter(
        (
            Block("heading", "Greater detail on the steps you have taken to prevent this"),
            Block("paragraph", "Dana checks."),
            Block("heading", "Root cause of the second listing"),
            Block("paragraph", "No check."),
        )
    )
    assert [box.text for box in answers(letter, "plan")] == [
        "Root cause of the second listing\nNo check.",
        "",
        "Greater detail on the steps you have taken to prevent this\nDana checks.",
    ]


def test_other_routes_have_one_box() -> None:
    for route in ("documents", "dispute", "two-step", "retraction"):
        (box,) = answers(CLEAN, route)
        assert (box.title, box.text + "\n") == (WHOLE, to_text(CLEAN))


def test_a_letter_without_the_three_parts_goes_into_one_box() -> None:
    (box,) = answers(Letter((Block("paragraph", "All in one."),)), "plan")
    assert box.text == "All in one."


def test_characters_are_counted_as_a_browser_does() -> None:
    assert length("é😀\n") == 4


def test_a_limit_says_how_much_is_too_much() -> None:
    (box,) = answers(Letter((Block("paragraph", "0123456789"),)), "dispute", limit=7)
    assert (box.count, box.limit, box.over) == (10, 7, 3)
    assert as_text((box,)).startswith("BOX 1 of 1: Your explanation (10 of 7 characters, 3 too many)\n====")


def test_without_a_limit_nothing_is_over() -> None:
    assert [box.over for box in answers(CLEAN, "plan")] == [0, 0, 0]


@given(
    st.lists(
        st.builds(
            Block,
            st.sampled_from(["heading", "paragraph", "number", "bullet"]),
            st.sampled_from(["Root Cause", "Corrective Actions", "Prevention", "Conclusion", "Annex", "Why?"])
            | st.text("abc", min_size=1, max_size=5),
        ),
        max_size=12,
    )
)
def test_every_block_reaches_a_box(blocks: list[Block]) -> None:
    letter = normal(Letter(tuple(blocks)))
    together = "\n".join(box.text for box in answers(letter, "plan"))
    assert [b.text for b in letter.blocks if b.kind != "heading" and b.text not in together] == []
