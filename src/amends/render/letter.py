"""The letter: a plan laid out as blocks, in one normal form that every output format shares.

Normal form: the text of a block is one line without control characters; numbered points run from 1 within each section;
a gap begins with "Missing:". Reading `plan.md` gives a letter in normal form, so what a person edits is what is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amends.model import Block, Gap, Letter, Plan, Route, Section
from amends.render.headings import box_of
from amends.text import shown
from amends.typed import Literal, TypeAlias

GAP = "Missing:"
Kind: TypeAlias = Literal["heading", "paragraph", "number", "bullet", "gap"]

_TITLES: dict[Route, str] = {
    "plan": "Plan of Action",
    "documents": "Documents requested",
    "dispute": "Request to review the decision",
    "retraction": "Answer to the complaint",
    "two-step": "Answer to the notice",
    "none": "Answer to the notice",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (None before the first one) and the blocks under it."""

    heading: str | None
    blocks: tuple[Block, ...]


def title(route: Route) -> str:
    """What a document with this kind of answer is called on its first page."""
    return _TITLES[route]


def is_title(letter: Letter) -> bool:
    """Whether the letter begins with a heading that names the whole of it, not its first part."""
    if not letter.blocks or letter.blocks[0].kind != "heading":
        return False
    return box_of(letter.blocks[0].text) is None


def flat(text: str) -> str:
    """The text on one line, fit for any format: no control characters, direction overrides or lone surrogates."""
    return " ".join(shown(" ".join(text.split())).split())


def from_plan(plan: Plan) -> Letter:
    """The letter of a plan: sections in their order, each followed by what it still lacks.

    What the seller said not to have is not lacking: the letter goes on without it.
    """
    gaps = [gap for gap in plan.gaps if not gap.stated]
    blocks: list[Block] = []
    for section in plan.sections:
        if section.items or any(gap.section == section.id for gap in gaps):
            blocks.extend(_section(section))
        blocks.extend(_gap(gap) for gap in gaps if gap.section == section.id)
    told = {section.id for section in plan.sections}
    blocks.extend(_gap(gap) for gap in gaps if gap.section not in told)
    return normal(Letter(tuple(blocks)))


def _section(section: Section) -> Iterable[Block]:
    if section.heading:
        yield Block("heading", section.heading)
    listed: Kind = "bullet" if section.id == "documentation" else "paragraph"
    for item in section.items:
        yield Block("number" if item.numbered else listed, item.text)


def lacking(gap: Gap) -> str:
    """What a gap lacks and what to do about it, as two sentences."""
    words = _lacking(gap)
    return f"{words[:1].upper()}{words[1:]}"


def _lacking(gap: Gap) -> str:
    what = gap.what.strip()
    stop = "" if what.endswith((".", "!", "?", "…")) else "."
    return f"{what}{stop} {gap.remedy}"


def _gap(gap: Gap) -> Block:
    return Block("gap", f"{GAP} {_lacking(gap)}")


def normal(letter: Letter) -> Letter:
    """The same letter in normal form; empty blocks are left out."""
    blocks: list[Block] = []
    number = 0
    for block in letter.blocks:
        text = flat(block.text)
        if block.kind == "gap":
            while text.startswith(GAP):
                text = text.removeprefix(GAP).lstrip()
            text = flat(f"{GAP} {text}")
        if not text or text == GAP:
            continue
        if block.kind == "heading":
            number = 0
        if block.kind == "number":
            number += 1
        blocks.append(Block(block.kind, text, number if block.kind == "number" else 0))
    return Letter(tuple(blocks))


def parts(letter: Letter) -> tuple[Part, ...]:
    """The letter cut at its headings."""
    found: list[Part] = []
    heading: str | None = None
    blocks: list[Block] = []
    for block in letter.blocks:
        if block.kind != "heading":
            blocks.append(block)
            continue
        if heading is not None or blocks:
            found.append(Part(heading, tuple(blocks)))
        heading, blocks = block.text, []
    if heading is not None or blocks:
        found.append(Part(heading, tuple(blocks)))
    return tuple(found)
