"""What a file holds, whatever its format: pages of words, files inside it, and what it says of itself.

A format is one module here that has `TYPES` (types as `sniff` tells them) and `read(data, name) -> Contents`. A module
whose name begins with an underscore is shared by several. A new format is one new file; nothing else is edited.

A module of this folder is imported when a file is opened, so it imports its heavy library inside `read`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from amends.evidence.page import Page
from amends.evidence.upright import Upright
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_PAGES = 200
"""How many pages of one file are read; an invoice has one to twenty."""

PRINT = "print it to PDF and add that"
"""What always helps, as the end of a sentence."""


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


def contents(data: bytes, type_: str, name: str) -> Contents:
    """What a file of some type (as `sniff` tells it) holds; `name` is used to speak of it.

    A type that nobody reads gives no pages and a doubt. Raises `Unreadable` for a file that cannot be opened: broken,
    locked, or asking for far too much.
    """
    from amends.evidence.filename import original
    from amends.evidence.sniff import NAMES, extension

    shown = original(name)
    reader = readers().get(type_)
    if reader is None:
        return Contents(doubts=(f"amends does not read {NAMES.get(type_, 'files of this kind')}; {PRINT}.",))
    found = reader(data, shown)
    said = extension(name)
    if said in NAMES and said != type_:
        held = NAMES.get(type_, type_)
        doubt = f"Its name ends in .{said}, but it is {held}; open it and see whether it is the right file."
        found = replace(found, doubts=(doubt, *found.doubts))
    return found


@cache
def readers() -> Mapping[str, Callable[[bytes, str], Contents]]:
    """The readers by type, found in this folder."""
    import os
    from importlib import import_module

    names = sorted(
        file.removesuffix(".py")
        for folder in __path__
        for file in os.listdir(folder)
        if file.endswith(".py") and not file.startswith("_")
    )
    found: dict[str, Callable[[bytes, str], Contents]] = {}
    for name in names:
        module = import_module(f"{__name__}.{name}")
        found |= dict.fromkeys(module.TYPES, module.read)
    return found
