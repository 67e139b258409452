"""Each sentence of a letter is found in the part where its writer put it, whatever marks the parts.

Every file of `structure/` is a letter whose sentences carry their part in `⟦…⟧`: a part, `heading`, or `foreign` for
what is Amazon's own.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amends.review import Draft

LETTERS = sorted((Path(__file__).parent / "structure").glob("*.txt"))
_TAG = re.compile(r" ?⟦([a-z-]+)⟧")


def told(source: str) -> tuple[str, list[tuple[int, str]]]:
    """The letter without its tags, and for each tag the offset of the character before it."""
    text, wanted, at = "", [], 0
    for tag in _TAG.finditer(source):
        text += source[at : tag.start()]
        wanted.append((len(text) - 1, tag.group(1)))
        at = tag.end()
    return text + source[at:], wanted


def part_at(draft: Draft, offset: int) -> str:
    """The part of what stands at an offset."""
    if any(block.start <= offset < block.end + 6 for block in draft.headings):
        return "heading"
    if any(block.start <= offset < block.end for block in draft.foreign):
        return "foreign"
    statement = draft.statement_at(offset) or draft.statement_at(offset - 1)
    return statement.part if statement else "nothing"


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.stem)
def test_every_sentence_stands_in_its_part(letter: Path) -> None:
    text, wanted = told(letter.read_text(encoding="utf-8"))
    draft = Draft(text)
    found = [(text[max(0, at - 30) : at + 1], part_at(draft, at)) for at, _ in wanted]
    assert found == [(text[max(0, at - 30) : at + 1], part) for at, part in wanted]
    assert len(wanted) >= 3
