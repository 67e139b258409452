"""What a file holds, whatever its format: pages of words, files inside it, and what it says of itself.

A format is one module here that has `TYPES` (types as `sniff` tells them) and `read(data, name) -> Contents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from amends.evidence.page import Page
from amends.evidence.upright import Upright


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of the picture that a page is made of: its size in pixels, and dots per inch where told.

    The rest is known once a recogniser has read it (`scan`). `text_height` is how high a usual line of text is in
    pixels of the picture (below 16 or so, letters are lost), `sharpness` and `contrast` go from 0 to 1, `cut` names
    the sides ("left", "top", "right", "bottom") at which text runs off the picture. `upright` leads from the page as
    the words of `Page` have it, turned upright and straight, back to the page as the file shows it.
    """

    page: int
    width: int
    height: int
    dpi: float | None = None
    text_height: float | None = None
    sharpness: float | None = None
    contrast: float | None = None
    cut: tuple[str, ...] = ()
    upright: Upright | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another: an attachment, a file of an archive. `name` is as given there, and hostile."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What was taken out of a file.

    `pages` has the pages that were read, of `count` in all; a page of which only a picture is there is `scanned` and
    without words until a recogniser read it (`pictures` has its measures). `properties` is what the file says of
    itself (producer, author, created, changed). `doubts` are sentences for the person who reads on. `members` are
    files inside, to be looked at alone.
    """

    pages: tuple[Page, ...] = ()
    count: int = 0
    pictures: tuple[Picture, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
