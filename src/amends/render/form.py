"""The separate answers of the appeal form.

Amazon asks three things: what caused the issue, what was done about it, what prevents it from happening again (help
page "Create a plan of action"). Where only documents or an explanation are asked for there is one box. No limit of
these boxes is published, so none is assumed: a limit that the user saw in their form can be given.
"""

from __future__ import annotations

from dataclasses import dataclass

from amends.model import Block, Letter, Route
from amends.render import text as plain_text
from amends.render.headings import BOXES, CAUSE, SAME, WHOLE, box_of
from amends.render.letter import is_title, parts


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes into one box of the form. `count` counts as a browser does (`length`)."""

    title: str
    text: str
    count: int
    limit: int | None = None

    @property
    def over(self) -> int:
        """How many characters too many, 0 when it fits or no limit is set."""
        return 0 if self.limit is None else max(0, self.count - self.limit)


def length(text: str) -> int:
    """Characters as a form box counts them: UTF-16 code units, a line break is one (HTML, `maxlength`)."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)


def answers(letter: Letter, route: Route, limit: int | None = None) -> tuple[Answer, ...]:
    """The letter cut into the boxes of the form; nothing is lost but the title of the letter and headings
    that repeat the title of their box.

    What stands before the root cause opens the first box. Conclusion, documentation and any section of another name
    go to the box of the section before them, under their own heading.
    """
    if route != "plan" or not any(box_of(part.heading) for part in parts(letter)):
        return (_answer(WHOLE, letter.blocks, limit),)
    filled: dict[str, list[Block]] = {title: [] for title in BOXES}
    named: set[str] = set()
    current = CAUSE
    for place, part in enumerate(parts(letter)):
        own = box_of(part.heading)
        current = own or current
        repeats = own is not None and own not in named and (part.heading or "").casefold().rstrip(": ") in SAME
        titled = place == 0 and is_title(letter)
        if part.heading is not None and not repeats and not titled:
            filled[current].append(Block("heading", part.heading))
        if own is not None:
            named.add(own)
        filled[current].extend(part.blocks)
    return tuple(_answer(title, tuple(blocks), limit) for title, blocks in filled.items())


def as_text(boxes: tuple[Answer, ...]) -> str:
    """The answers as one file to copy from: each under its title, with its count."""
    pieces: list[str] = []
    for place, box in enumerate(boxes, 1):
        count = f"{box.count:,} characters" if box.limit is None else f"{box.count:,} of {box.limit:,} characters"
        too_long = f", {box.over:,} too many" if box.over else ""
        head = f"BOX {place} of {len(boxes)}: {box.title} ({count}{too_long})"
        pieces.append(f"{head}\n{'=' * len(head)}\n\n{box.text or '(nothing is written for this box)'}\n")
    return "\n\n".join(pieces)


def _answer(title: str, blocks: tuple[Block, ...], limit: int | None) -> Answer:
    text = plain_text.of_blocks(blocks)
    return Answer(title, text, length(text), limit)
