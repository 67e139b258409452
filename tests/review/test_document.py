"""A letter is read the same however the seller marks its parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.review import Draft

THREE = ["root-cause", "corrective-actions", "preventive-measures"]
CAUSE = "16 orders were late because nobody owned the vacation setting."
DONE = "On 2 December 2025 we shipped all 16."
RULE = "Each Friday Marit Solberg checks the setting."

MARKED = {
    "markdown": f"## Root Cause\n\n{CAUSE}\n\n## Corrective Actions\n\n{DONE}\n\n## Preventive Measures\n\n{RULE}\n",
    "capitals": f"ROOT CAUSE\n{CAUSE}\nCORRECTIVE ACTIONS\n{DONE}\nPREVENTIVE MEASURES\n{RULE}",
    "bold": f"**Root cause:**\n{CAUSE}\n\n**Actions taken**\n{DONE}\n\n**Steps to prevent this in future**\n{RULE}",
    "numbers": f"1. Root cause\n{CAUSE}\n\n2. Corrective actions\n{DONE}\n\n3. Preventive measures\n{RULE}",
    "letters": f"A) What went wrong:\n{CAUSE}\n\nB) What we have done:\n{DONE}\n\nC) How we prevent it:\n{RULE}",
    "labels": f"Root cause: {CAUSE}\nCorrective actions: {DONE}\nPreventive measures: {RULE}",
    "follow-up": (
        f"Greater detail on the root cause(s) of the late orders:\n{CAUSE}\n"
        f"-- Greater detail on the actions you have taken to resolve the issue.\n{DONE}\n"
        f"Greater detail on the steps you have taken to prevent late orders:\n{RULE}"
    ),
    "amazon's": (
        f"The root cause(s) of the late shipments -\n{CAUSE}\n\nThe actions we have taken to resolve "
        f"issues -\n{DONE}\n\n"
        f"The steps we have taken to prevent late shipments going forward -\n{RULE}"
    ),
    "underlined": f"Root cause\n==========\n{CAUSE}\n\nActions taken\n=====\n{DONE}\n\nPrevention\n=====\n{RULE}",
    "terms": (
        f"Problem:\n{CAUSE}\n\nShort Term Actions (Corrective Measures)\n{DONE}\n\nLong-Term "
        f"Actions (Preventative Measures)\n{RULE}"
    ),
    "windows": f"Root cause:\r\n{CAUSE}\r\n\r\nActions taken:\r\n{DONE}\r\n\r\nPrevention:\r\n{RULE}\r\n",
    "no headings": f"{CAUSE}\n\n{DONE}\n\nTo prevent this, Marit Solberg checks the setting each Friday.",
    "one paragraph": (
        f"The root cause was that nobody owned the setting. {DONE} To prevent this, Marit checks it each Friday."
    ),
}


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED.keys())
def test_the_three_parts_are_found(text: str) -> None:
    assert [part.id for part in Draft(text).parts if part.id in THREE] == THREE


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED.keys())
def test_each_part_holds_its_own_sentence(text: str) -> None:
    held = {part.id: " ".join(s.text for s in part.statements) for part in Draft(text).parts}
    assert "nobody owned" in held["root-cause"]
    assert "2 December 2025" in held["corrective-actions"]
    assert "Friday" in held["preventive-measures"]


def test_a_closing_goes_to_the_conclusion_and_a_greeting_to_the_opening() -> None:
    draft = Draft(
        f"Dear team,\n\n{MARKED['bold']}\n\nThis plan is effective from 2 December 2025.\n\nKind regards\nMarit Solberg"
    )
    assert [part.id for part in draft.parts] == ["opening", *THREE, "conclusion", "signature"]


def test_wrapped_lines_are_one_statement() -> None:
    text = (
        "Root cause\n\nFrom 27 to 30 November 2025 our warehouse in Tulsa was closed, and\n"
        "16 of 364 orders shipped late, because the vacation setting had no\nowner and no entry in the calendar that\n"
        "the warehouse works by.\n"
    )
    assert len(Draft(text).statements) == 1


def test_points_below_a_point_belong_to_it() -> None:
    draft = Draft(
        "Actions taken:\n- On 3 May 2026 we closed:\n  - ASIN B0C1234567\n  - ASIN B0C7654321\n- We refunded nine."
    )
    assert [len(item.statements) for item in draft.items] == [3, 1]


def test_what_stands_in_quotation_marks_is_not_the_sellers_own() -> None:
    draft = Draft("You wrote “we will do better next time” and we did.")
    assert "better" not in {word for s in draft.statements for word in s.words}
    assert "wrote" in {word for s in draft.statements for word in s.words}


def test_a_pasted_notice_is_told_from_the_letter() -> None:
    draft = Draft(
        "Root cause: nobody looked.\n\nHello, your Amazon seller account has been deactivated. "
        "Please submit a plan.\n\n"
        "> On 3 May 2026 Amazon wrote this\n\nCorrective actions: on 4 May 2026 we looked."
    )
    assert len(draft.foreign) == 2
    assert "deactivated" not in {word for s in draft.statements for word in s.words}


def test_a_gap_of_the_draft_is_no_statement() -> None:
    draft = Draft("## Root Cause\n\n> Missing: the day. Look it up.\n")
    assert [draft.text[gap.start : gap.end] for gap in draft.gaps] == ["Missing: the day. Look it up."]
    assert draft.statements == []


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                *THREE,
                "Root cause:",
                "## Actions",
                "- a",
                "1. On 3 May 2026 we did it.",
                "> q",
                '"',
                "“a b c d”",
                "",
                "  o x",
                "\r",
            ]
        ),
    ),
    max_size=12,
).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_every_statement_stands_where_it_says(text: str) -> None:
    draft = Draft(text)
    for statement in draft.statements:
        assert text[statement.start : statement.end] == statement.text
        assert len(statement.words) == len(statement.at)
        assert all(statement.start <= a < b <= statement.end for a, b in statement.at)
    starts = [statement.start for statement in draft.statements]
    assert starts == sorted(starts)
