"""Word's paragraph and character styles, as far as they decide what a paragraph is (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from amends.formats.xmlevents import Events
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_ANCESTORS = 12
BODY_LEVEL = 9
"""The outline level of body text; 0 to 8 are headings."""


class Style(NamedTuple):
    """What a style, with those it is based on, says: None where it says nothing."""

    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool | None = None
    quoted: bool = False


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a switch such as `w:b` is on; without a value it is."""
    return attributes.get("w:val", "true") not in ("0", "false", "off")


class Styles(Events):
    """The styles of a document by their id."""

    def __init__(self) -> None:
        self._own: dict[str, Style] = {}
        self._based: dict[str, str] = {}
        self._done: dict[str, Style] = {}
        self._id = ""
        self._old = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A style, or something that it sets."""
        if name == "w:style":
            self._id = attributes.get("w:styleId", "")
            self._own.setdefault(self._id, Style())
            return
        if not self._id:
            return
        value = attributes.get("w:val", "")
        style = self._own[self._id]
        match name:
            case "w:name":
                style = _named(style, value.lower(), self._id)
            case "w:basedOn":
                self._based[self._id] = value
            case "w:outlineLvl" if value.isdigit():
                style = style._replace(outline=min(int(value[:2]), BODY_LEVEL))
            case "w:numId":
                style = style._replace(number=value)
            case "w:ilvl" if value.isdigit():
                style = style._replace(depth=min(int(value[:2]), 8))
            case "w:b":
                style = style._replace(bold=is_on(attributes))
        self._own[self._id] = style

    def end(self, name: str) -> None:
        """The end of a style."""
        if name == "w:style":
            self._id = ""

    def of(self, id: str) -> Style:
        """What a style comes to; one that does not exist says nothing."""
        if id not in self._done:
            style, at = self._own.get(id, Style()), id
            for _ in range(_MOST_ANCESTORS):
                at = self._based.get(at, "")
                if not at:
                    break
                style = _based(style, self._own.get(at, Style()))
            self._done[id] = style
        return self._done[id]


def _based(style: Style, above: Style) -> Style:
    """What a style says, and what the one that it is based on says where it is silent."""
    return Style(
        above.outline if style.outline is None else style.outline,
        above.number if style.number is None else style.number,
        above.depth if style.depth is None else style.depth,
        above.bold if style.bold is None else style.bold,
        style.quoted or above.quoted,
    )


def _named(style: Style, name: str, id: str) -> Style:
    """What the name of a built-in style says; these names are English in every language of Word."""
    if name == "title":
        return style._replace(outline=0 if style.outline is None else style.outline)
    if name.startswith("heading ") and name[8:9].isdigit():
        return style._replace(outline=max(0, int(name[8]) - 1) if style.outline is None else style.outline)
    if name in ("quote", "intense quote", "quotations", "block text", "gap") or id == "HTMLBlockquote":
        return style._replace(quoted=True)
    return style
