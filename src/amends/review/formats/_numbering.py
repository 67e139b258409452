"""Word's lists: which mark stands before a paragraph (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from amends.formats.xmlevents import Events
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEVELS = 9
_MOST = 100_000
_LONGEST_LABEL = 40


class _Level:
    """How one level of a list counts: its format, the text around its number, and where it begins."""

    __slots__ = ("format", "start", "text")

    def __init__(self) -> None:
        self.format, self.text, self.start = "decimal", "", 1


class Numbering(Events):
    """The lists of a document; `label` gives the mark of the next paragraph and counts on."""

    def __init__(self) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._links: dict[str, str] = {}
        self._defined: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._abstract = self._number = ""
        self._level: _Level | None = None
        self._at = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A definition, or a piece of one."""
        value = attributes.get("w:val", "")
        match name:
            case "w:abstractNum":
                self._abstract, self._number = attributes.get("w:abstractNumId", ""), ""
                self._lists.setdefault(self._abstract, {})
            case "w:num":
                self._number, self._abstract = attributes.get("w:numId", ""), ""
            case "w:abstractNumId":
                self._of[self._number] = value
            case "w:lvlOverride":
                self._at = _whole(attributes.get("w:ilvl", ""), 0)
            case "w:startOverride":
                self._starts.setdefault(self._number, {})[self._at] = _whole(value, 1)
            case "w:lvl":
                self._level = _Level()
                if self._abstract:
                    self._lists[self._abstract][_whole(attributes.get("w:ilvl", ""), 0)] = self._level
            case "w:styleLink":
                self._defined[value] = self._abstract
            case "w:numStyleLink":
                self._links[self._abstract] = value
        if self._level is not None:
            match name:
                case "w:start":
                    self._level.start = _whole(value, 1)
                case "w:numFmt":
                    self._level.format = value
                case "w:lvlText":
                    self._level.text = value[:_LONGEST_LABEL]

    def end(self, name: str) -> None:
        """The end of a level's definition."""
        if name == "w:lvl":
            self._level = None

    def label(self, number: str, depth: int) -> str:
        """The mark of the next paragraph of a list: "1.", "b)", "-" for every kind of bullet, "" for none."""
        if number in ("", "0") or number not in self._of:
            return ""
        abstract = self._of[number]
        abstract = self._defined.get(self._links.get(abstract, ""), abstract)
        levels = self._lists.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return "-"
        counts = self._counts.setdefault(abstract, [-1] * _LEVELS)
        override = self._starts.get(number, {}).get(depth)
        if override is not None and (number, depth) not in self._begun:
            counts[depth] = override - 1
        self._begun.add((number, depth))
        counts[depth] = min(level.start if counts[depth] < 0 else counts[depth] + 1, _MOST)
        counts[depth + 1 :] = [-1] * (_LEVELS - depth - 1)
        if level.format == "bullet":
            return "-"
        if level.format == "none":
            return ""
        text = level.text
        for at in range(depth + 1):
            if f"%{at + 1}" in text:
                other = levels.get(at, level)
                text = text.replace(f"%{at + 1}", counted(counts[at] if counts[at] >= 0 else 1, other.format))
        return " ".join(text.split())[:_LONGEST_LABEL]


def _whole(value: str, otherwise: int) -> int:
    return min(int(value), _MOST) if value.isascii() and value.isdigit() and len(value) < 7 else otherwise


def counted(number: int, format: str) -> str:
    """A number as a list shows it: 4, d, D, iv or IV."""
    match format:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4)
            return letters if format == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if number < 4000:
            roman = _roman(number)
            return roman if format == "lowerRoman" else roman.upper()
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said
