"""What a printed letter needs besides its text: title, date, and the paper and spelling of the marketplace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amends.model import Block, Letter
from amends.render.letter import flat, is_title, normal

_LETTER_SIZE = frozenset({"US", "CA", "MX"})
_BRITISH = frozenset({"UK", "GB", "IE", "AU", "IN", "SG", "ZA"})


@dataclass(frozen=True, slots=True)
class Page:
    """How a letter is set.

    `title` heads the first page and `reference` is the line under it (store, seller ID), unless the letter itself
    begins with them; `marketplace` is a country code or None. `day` is the only date that goes into a file, so that
    the same case gives the same bytes. `language` is that of the text.
    """

    title: str
    day: date
    reference: str = ""
    marketplace: str | None = None
    language: str = "en"

    @property
    def paper(self) -> str:
        """`us-letter` where offices use it, else `a4`."""
        return "us-letter" if self.marketplace in _LETTER_SIZE else "a4"

    @property
    def region(self) -> str:
        """The region of the English that screen readers and spell checkers assume."""
        return "GB" if self.marketplace in _BRITISH else "US"

    @property
    def tag(self) -> str:
        """The language of the text as a tag (BCP 47)."""
        return f"en-{self.region}" if self.language == "en" else self.language


@dataclass(frozen=True, slots=True)
class Cover:
    """A letter as it is set: what heads the first page, and the blocks under it."""

    title: str
    reference: str
    blocks: tuple[Block, ...]


def cover(letter: Letter, page: Page) -> Cover:
    """Title, reference line and the rest of a letter; whatever the letter does not begin with is taken from `page`.

    The line between the title and the salutation is the reference line.
    """
    whole = normal(letter)
    title, reference, blocks = flat(page.title), flat(page.reference), whole.blocks
    if is_title(whole):
        title, blocks = blocks[0].text, blocks[1:]
        salutation = [block.kind == "paragraph" and block.text.startswith("Dear ") for block in blocks[:2]]
        if not reference and salutation == [False, True] and blocks[0].kind == "paragraph":
            reference, blocks = blocks[0].text, blocks[1:]
    return Cover(title, reference, blocks)
