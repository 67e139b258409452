"""OpenDocument text, as LibreOffice saves it (OASIS OpenDocument 1.3)."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.formats.package import MARK, Package
from amends.formats.xmlevents import Events, follow
from amends.review.formats import COPY_WORDS
from amends.review.formats._paragraphs import Paragraph, in_reading_order, signs, written
from amends.text import shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.review.formats import Written
    from amends.review.formats._paragraphs import Cell

RANK = 25

_SKIPPED = frozenset(("text:tracked-changes", "text:note", "office:annotation", "draw:object", "text:sequence-decls"))
_NOTES = {"text:note": "footnote", "office:annotation": "comment"}
_BREAKS = {"text:tab": "\t", "text:line-break": "\n"}
_MOST_SPACES = 40


def claims(data: bytes) -> bool:
    """An OpenDocument package says its kind in its first part, uncompressed."""
    return data.startswith(MARK) and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]


def read(data: bytes, name: str) -> Written:
    """Paragraphs, headings, list points and tables in reading order. Deletions, comments and notes are left out."""
    with Package(data, name, COPY_WORDS) as package:
        if b"manifest:encryption-data" in package.part("META-INF/manifest.xml"):
            raise Unreadable(f"{name} is protected by a password; open it and {COPY_WORDS}.")
        looks = _Looks()
        follow(package.part("styles.xml"), looks, name, COPY_WORDS)
        content = package.part("content.xml")
        follow(content, looks, name, COPY_WORDS)
        body = _Body(looks)
        follow(content, body, name, COPY_WORDS)
    if not body.paragraphs:
        raise Unreadable(f"{name} holds no text; {COPY_WORDS}.")
    return written(body.paragraphs, "odt", body.doubts())


class _Looks(Events):
    """The styles by name: which are bold, which are a title, which levels of which lists are numbered."""

    def __init__(self) -> None:
        self.bold: set[str] = set()
        self.titles = {"Title"}
        self.numbered: dict[str, set[int]] = {}
        self.lists: dict[str, str] = {}
        self._style = self._list = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A style, or something that it sets."""
        match name:
            case "style:style":
                self._style = attributes.get("style:name", "")
                above = attributes.get("style:parent-style-name", "")
                if above in self.titles:
                    self.titles.add(self._style)
                if listed := attributes.get("style:list-style-name", self.lists.get(above, "")):
                    self.lists[self._style] = listed
            case "style:text-properties" if attributes.get("fo:font-weight") == "bold":
                self.bold.add(self._style)
            case "text:list-style":
                self._list = attributes.get("style:name", "")
            case "text:list-level-style-number" if attributes.get("style:num-format"):
                self.numbered.setdefault(self._list, set()).add(_whole(attributes.get("text:level", "1")))


class _Body(Events):
    """Follows `content.xml`."""

    def __init__(self, looks: _Looks) -> None:
        self._looks = looks
        self.paragraphs: list[Paragraph] = []
        self._sinks: list[list[Paragraph]] = [self.paragraphs]
        self._tables: list[list[list[Cell]]] = []
        self._style = ""
        self._lists: list[tuple[str, int]] = []
        self._item = False
        self._spans: list[bool] = []
        self._runs: list[tuple[str, bool]] | None = None
        self._level = self._skip = self._counted = self._table_count = 0
        self._left_out: dict[str, int] = {}

    def doubts(self) -> tuple[str, ...]:
        """What the user should know of the reading."""
        said = [f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in self._left_out.items()]
        return (f"Not reviewed: {', '.join(said)}.",) if said else ()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip or name in _SKIPPED:
            if name in _NOTES and not self._skip:
                self._left_out[_NOTES[name]] = self._left_out.get(_NOTES[name], 0) + 1
            self._skip += 1
            return
        match name:
            case "text:list":
                above = self._lists[-1][0] if self._lists else ""
                self._lists.append((attributes.get("text:style-name", above), 0))
            case "text:list-item" if self._lists:
                self._lists[-1] = (self._lists[-1][0], self._lists[-1][1] + 1)
                self._item = True
            case "text:p" | "text:h":
                self._runs = []
                self._style = attributes.get("text:style-name", "")
                self._spans = [self._style in self._looks.bold]
                heading = name == "text:h" or self._style in self._looks.titles
                self._level = _whole(attributes.get("text:outline-level", "1")) if heading else 0
            case "text:span":
                self._spans.append(
                    attributes.get("text:style-name", "") in self._looks.bold or self._spans[-1:] == [True]
                )
            case "text:s":
                self.text(" " * min(_whole(attributes.get("text:c", "1")), _MOST_SPACES))
            case "text:tab" | "text:line-break":
                self._say(_BREAKS[name])
            case "table:table":
                self._table_count += 1
                self._tables.append([])
            case "table:table-row" if self._tables:
                self._tables[-1].append([])
            case "table:table-cell" if self._tables and self._tables[-1]:
                cell: Cell = []
                self._tables[-1][-1].append(cell)
                self._sinks.append(cell)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        match name:
            case "text:p" | "text:h":
                self._close()
            case "text:span" if len(self._spans) > 1:
                self._spans.pop()
            case "text:list" if self._lists:
                self._lists.pop()
            case "table:table-cell" if len(self._sinks) > 1:
                self._sinks.pop()
            case "table:table" if self._tables:
                self._sinks[-1].extend(in_reading_order(self._tables.pop()))

    def text(self, text: str) -> None:
        """Characters; white space is folded, as the format says."""
        self._say(" ".join(text.splitlines()) if "\n" in text else text)

    def _say(self, text: str) -> None:
        if self._runs is not None and not self._skip:
            self._runs.append((text, self._spans[-1] if self._spans else False))

    def _close(self) -> None:
        runs, self._runs = self._runs or [], None
        whole = "".join(text for text, _ in runs)
        bold = bool(whole.strip()) and all(heavy for text, heavy in runs if text.strip())
        lines = tuple((line, bold) for part in whole.split("\n") if (line := signs(shown(part)).strip()))
        if not lines:
            return
        label, depth = "", max(0, len(self._lists) - 1)
        if self._lists and self._item and not self._level:
            style, count = self._lists[-1]
            levels = self._looks.numbered.get(style or self._looks.lists.get(self._style, ""), ())
            label = f"{count}." if len(self._lists) in levels else "-"
        self._item = False
        self._sinks[-1].append(Paragraph(lines, self._place(), self._level, label, depth if label else 0))

    def _place(self) -> str:
        if self._tables:
            return f"table {self._table_count}, row {len(self._tables[-1])}"
        self._counted += 1
        return f"paragraph {self._counted}"


def _whole(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
