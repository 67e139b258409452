"""What a person sees in the terminal."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_examples import NOTICE, PLAYBOOK

from amends.model import Ask, Deadline, Identifier, Notice, Span
from amends.playbook import AskKind
from amends.render.marked import marked
from amends.render.reading import reading, told
from amends.render.terminal import Painter, lines, width_of

ASKS = {"invoices": AskKind("invoices", "Supplier invoices", "documents", (), (), ())}


def words(notice: Notice, **more: date) -> str:
    return " ".join(reading(notice, PLAYBOOK, ASKS, **more).split())


def test_it_says_what_this_is_what_is_asked_and_where_it_stands() -> None:
    assert reading(NOTICE, PLAYBOOK, ASKS, today=date(2026, 5, 4)) == (
        "Inauthentic item complaints\n"
        "Amazon UK · about your whole account · you cannot sell · received 21 April 2026\n"
        "\n"
        "What this is\n"
        "  A notice from Amazon.\n"
        "  Amazon doubts that what you sold is genuine. Invoices that trace every unit\n"
        "  decide.\n"
        "  This shows in these words:\n"
        "     “complaints about the authenticity of your items”\n"
        "\n"
        "What Amazon asks for\n"
        "  1. Supplier invoices\n"
        "     “Send copies of invoices issued in the last 365 days.”\n"
        "\n"
        "By when\n"
        "  !  8 May 2026 (17 days); 4 days left\n"
        "     “within 17 days”\n"
        "     Otherwise: you may lose the right to sell\n"
        "\n"
        "What it is about\n"
        "  ASINs  B0EXAMPLE1, B0EXAMPLE2\n"
        "\n"
        "The answer that fits\n"
        "  A Plan of Action: what went wrong, what you did, what you changed.\n"
        "  The notice asks for a plan too.\n"
        "  Where it goes: Appeal button on the Account Health page\n"
        "\n"
        "Good to know\n"
        "  -  Never edit an invoice.\n"
        "\n"
        "Next\n"
        "  amends new my-case --notice notice.eml\n"
        "  starts a case from this notice and asks for what is still missing.\n"
    )


def test_the_two_branches_of_asks_are_kept_apart() -> None:
    error = Ask("no-violation", "in-error", Span(0, 5, "Hello"))
    text = words(NOTICE._replace(asks=(*NOTICE.asks, error)))
    assert "What Amazon asks for 1. Supplier invoices" in text
    assert "What Amazon asks for instead, if the decision is wrong 1. no-violation “Hello”" in text


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2026, 5, 7), "; 1 day left"),
        (date(2026, 5, 8), "; that is today"),
        (date(2026, 5, 11), "; 3 days ago"),
    ],
)
def test_deadlines_say_how_many_days_are_left(today: date, says: str) -> None:
    assert f"8 May 2026 (17 days){says}" in words(NOTICE, today=today)


def test_a_deadline_without_a_day_is_not_guessed() -> None:
    deadline = Deadline(Span(0, 5, "Hello"), 3, None, None)
    assert "3 days, counted from a day that the notice does not show" in words(NOTICE._replace(deadlines=(deadline,)))


def test_days_are_counted_from_the_day_that_somebody_said_the_notice_came() -> None:
    notice = NOTICE._replace(deadlines=(Deadline(Span(0, 5, "Hello"), 3, None, None),), received=None)
    found = told(notice, PLAYBOOK, ASKS, date(2026, 5, 6), date(2026, 5, 4))

    (section,) = (each for each in found.sections if each.id == "by-when")
    assert "7 May 2026 (3 days); 1 day left" == section.lines[0].text


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 220), st.integers(0, 60)), max_size=12))
def test_the_marked_pieces_are_the_whole_notice(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length, text[start : start + length]) for start, length in places]
    asks = tuple(Ask("invoices", "comply", span) for span in spans[::2])
    limits = tuple(Deadline(span, 3, None, None) for span in spans[1::2])
    notice = NOTICE._replace(text=text, asks=asks, deadlines=limits, enforcements=())
    pieces = marked(notice, ASKS)

    assert text == "".join(piece.text for piece in pieces)
    inside = [span for span in spans[1::2] if span.start < span.end <= len(text)]
    at = 0
    for piece in pieces:
        limit = any(span.start <= at < span.end for span in inside)
        assert limit == (piece.kind == "limit") or not piece.text
        at += len(piece.text)


def test_a_message_that_is_not_from_amazon_warns_against_answering() -> None:
    text = words(NOTICE._replace(kind="not-amazon", route="none"))
    assert "This does not come from Amazon. Do not answer it." in text
    assert "amends new" not in text


def test_an_unknown_message_asks_for_the_whole_of_it_and_guesses_nothing() -> None:
    unknown = NOTICE._replace(
        kind="unknown", enforcements=(), route="none", asks=(), deadlines=(), doubts=("Two dates.",)
    )
    text = " ".join(reading(unknown, None, {}).split())
    assert "It does not show what this message is" in text
    assert "Give amends the whole message" in text
    assert "Not certain ? Two dates." in text
    assert "The answer that fits" not in text


def test_many_identifiers_are_cut_and_masked_ones_marked() -> None:
    many = tuple(Identifier("order", f"111-0000000-{n:07}", Span(0, 1, "H")) for n in range(15))
    masked = (Identifier("asin", "B0XXXXXXX1", Span(0, 1, "H"), masked=True),)
    text = words(NOTICE._replace(identifiers=many + masked))
    assert "111-0000000-0000011 and 3 more" in text
    assert "111-0000000-0000012" not in text
    assert "B0XXXXXXX1 (masked)" in text


def test_the_command_to_copy_is_safe_to_paste() -> None:
    assert "--notice './-x $(rm -rf ~) '\\''.eml'" in words(NOTICE._replace(file="-x $(rm -rf ~) '.eml"))


def test_hostile_text_never_reaches_the_terminal_as_control() -> None:
    nasty = "\x1b]0;owned\x07\x1b[2J\u202eabc"
    notice = NOTICE._replace(
        file=nasty,
        channel=nasty,
        doubts=(nasty,),
        marketplace=nasty,
        identifiers=(Identifier(nasty, nasty, Span(0, 1, nasty)),),
        asks=(Ask(nasty, "comply", Span(0, 1, nasty)),),
        deadlines=(Deadline(Span(0, 1, nasty), None, None, nasty),),
    )
    text = reading(notice, None, {})
    assert [c for c in text if c != "\n" and not c.isprintable()] == []


def test_colour_adds_styles_and_changes_no_word() -> None:
    coloured = reading(NOTICE, PLAYBOOK, ASKS, colour=True)
    assert "\x1b[1mWhat this is\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == reading(NOTICE, PLAYBOOK, ASKS)


@given(st.text(max_size=200), st.integers(30, 100))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(text: str, width: int) -> None:
    made = list(lines(text, width, "- ", "  "))
    assert [line for line in made if width_of(line) > width] == []
    safe = "".join(Painter().paint(text).split())
    assert "".join("".join(line[2:].split()) for line in made) == safe


def test_wide_letters_count_double() -> None:
    assert (width_of("深圳 ab"), width_of("e\u0301"), width_of("abc")) == (7, 1, 3)


def test_columns_line_up_under_their_heads() -> None:
    table = Painter(40).table([("A", "深圳.pdf", "invoice"), ("BB", "x.png", "a " * 20)], heads=("", "File", "Kind"))
    assert table == (
        "    File      Kind\n"
        "A   深圳.pdf  invoice\n"
        "BB  x.png     a a a a a a a a a a a a a\n"
        "              a a a a a a a"
    )
