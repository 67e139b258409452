"""HTML as a person sees it: the visible words, with the breaks between blocks kept as line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from amends.formats.tags import VOID, attributes, hides, hiding_rules, tokens, unescaped
from amends.model.notice import Link
from amends.text import shown

_DEPTH = 512
_REACH = 40
_SPACE = re.compile(r"[ \t\n\f\xa0\u2000-\u200a\u202f\u3000]+")
_BLANK = re.compile(r"\n{3,}")
_GHOST = re.compile("[\u00ad\u034f\u200b\u2060\ufeff]|(?<![^\\s\u200c\u200d])[\u200c\u200d]+(?![^\\s\u200c\u200d])")
_WHITE_SPACE = re.compile(r"white-space\s{0,9}:\s{0,9}([a-z-]{1,20})", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")

_PARAGRAPH = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr section article figure fieldset".split())
_LINE = frozenset(
    "div li tr dt dd address header footer main nav aside form body html center details summary figcaption legend "
    "caption thead tbody tfoot".split()
)
_BLOCK = _PARAGRAPH | _LINE
_INLINE = frozenset(
    "a b i u em strong font span small big code s sub sup tt mark abbr cite q label strike del ins".split()
)
_ENDS_AT = {
    "p": _BLOCK - {"p"},
    "li": frozenset(("ul", "ol", "table")),
    "tr": frozenset(("table",)),
    "td": frozenset(("table", "tr")),
    "th": frozenset(("table", "tr")),
    "dt": frozenset(("dl",)),
    "dd": frozenset(("dl",)),
}


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text, the page's title, its language (two or three letters), and its links in order."""

    text: str
    title: str | None
    language: str | None
    links: tuple[Link, ...]


@dataclass(slots=True)
class _Open:
    """An element that is open: whether it is hidden, keeps its spaces, numbers its points."""

    tag: str
    hidden: bool
    spaced: bool
    count: int = 0


@dataclass(slots=True)
class _Sheet:
    """Words, breaks and list marks as they come. A mark waits for its first word, so that an empty point leaves no
    trace."""

    parts: list[str] = field(default_factory=list)
    breaks: int = 2
    gap: str = ""
    mark: str = ""
    beside: bool = False
    cell: int = -1
    lines: int = 0

    def begin_cell(self) -> None:
        """A cell of a table row: a tab before it, unless its line is new or the cell before it has lines of its own."""
        one_line = self.beside and self.cell >= 0 and len(self.parts) > self.cell and self.lines <= 1
        if one_line or not self.breaks:
            self.breaks, self.gap = 0, "\t"
        self.cell, self.lines = len(self.parts), 0

    def break_line(self, lines: int) -> None:
        if self.beside and self.gap == "\t" and self.cell == len(self.parts):
            # The first paragraph of a cell stands in the line of the row.
            return
        if not self.mark:
            self.breaks = max(self.breaks, min(lines, 1) if self.beside and self.cell >= 0 else lines)

    def word(self, text: str, spaced: bool) -> None:
        body, lead, tail = text, "", ""
        if not spaced:
            body = _SPACE.sub(" ", text)
            lead, tail = body[: body.startswith(" ")], body[len(body) - body.endswith(" ") :]
            body = body.strip(" ")
        if not body:
            self.gap = self.gap or lead
            return
        if self.breaks or self.cell == len(self.parts):
            self.lines += 1
        if self.breaks:
            self.parts.append("\n" * self.breaks if self.parts else "")
        else:
            self.parts.append(self.gap or lead)
        self.parts += (self.mark, body)
        self.breaks, self.gap, self.mark = 0, tail, ""

    def text(self) -> str:
        lines = "".join(self.parts).split("\n")
        return _BLANK.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def visible(source: str, called: str, remedy: str, beside: bool = False) -> Page:
    """What a person sees of an HTML page or fragment. `called` is how a sentence speaks of the file, `remedy` how it
    ends: what to do instead.

    List points begin with "- " or their number, the cells of a table row are parted by a tab, paragraphs by an empty
    line. Scripts, comments and what an attribute, an inline style or a simple style rule hides are left out. Elements
    nested deeper than browsers allow are read as if they lay flat. Raises `Unreadable` for a page far longer than a
    letter.

    With `beside`, cells of one paragraph each stand in the line of their row, as the cells of a table of goods do; else
    a paragraph has lines of its own wherever it stands, as the text of a letter in a layout of tables does.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    rules = hiding_rules(source)
    sheet, opened, links = _Sheet(beside=beside), [_Open("", False, False)], list[Link]()
    title = language = None
    anchor: tuple[str, int] | None = None
    flat = 0
    for kind, tag, value in tokens(source, called, remedy):
        top = opened[-1]
        if kind == "text":
            if not top.hidden:
                sheet.word(_seen(value), top.spaced)
        elif kind == "raw":
            if tag == "title":
                title = title or " ".join(_seen(value).split()) or None
            elif tag in ("textarea", "xmp") and not top.hidden:
                sheet.word(_seen(value), True)
        elif kind == "end":
            if anchor and tag == "a":
                links.append(Link(_label(sheet.parts[anchor[1] :]), anchor[0]))
                anchor = None
            if flat and tag not in VOID:
                flat -= 1
            else:
                _close(opened, tag)
            if tag == "table":
                sheet.cell = -1
            if tag in _BLOCK and not top.hidden:
                _break(sheet, tag, opened)
        else:
            found = attributes(value)
            if tag == "html":
                language = language or found.get("lang")
            if tag in _ENDS_AT:
                _end_unclosed(opened, tag)
                top = opened[-1]
            hidden = top.hidden or hides(found, rules)
            if not hidden:
                _begin(sheet, tag, opened)
                if tag == "a" and (target := found.get("href", "").strip()):
                    if anchor:
                        links.append(Link(_label(sheet.parts[anchor[1] :]), anchor[0]))
                    anchor = (shown(target)[:2000], len(sheet.parts))
            if tag in VOID:
                continue
            if len(opened) > _DEPTH:
                flat += 1
                continue
            said = _WHITE_SPACE.search(found.get("style", "")[:2000])
            spaced = tag == "pre" or (said[1].lower().startswith(("pre", "break")) if said else top.spaced)
            opened.append(_Open(tag, hidden, spaced))
    code = _LANGUAGE.match(language or "")
    return Page(sheet.text(), title, code[0].lower() if code else None, tuple(links))


def _begin(sheet: _Sheet, tag: str, opened: list[_Open]) -> None:
    """The break, mark or tab with which an element begins."""
    if tag == "br":
        sheet.break_line(min(2, sheet.breaks + 1))
    elif tag in ("td", "th"):
        sheet.begin_cell()
    elif tag in _BLOCK:
        _break(sheet, tag, opened)
    if tag in ("tr", "table"):
        sheet.cell = -1
    if tag == "li":
        around = next((o for o in reversed(opened[-_REACH:]) if o.tag in ("ul", "ol")), None)
        sheet.mark = "- "
        if around and around.tag == "ol":
            around.count += 1
            sheet.mark = f"{around.count}. "


def _break(sheet: _Sheet, tag: str, opened: list[_Open]) -> None:
    """End the line; leave an empty one around paragraphs, but not within a list."""
    if tag == "li":
        sheet.mark = ""
    wide = tag in _PARAGRAPH and not any(o.tag == "li" for o in opened[-_REACH:])
    sheet.break_line(2 if wide else 1)


def _close(opened: list[_Open], tag: str) -> None:
    """Close the nearest open element of that name; the end tag of an inline element does not close a block around
    it."""
    for back in range(1, min(_REACH, len(opened) - 1) + 1):
        if opened[-back].tag == tag:
            del opened[-back:]
            return
        if tag in _INLINE and opened[-back].tag not in _INLINE:
            return


def _end_unclosed(opened: list[_Open], tag: str) -> None:
    """A paragraph, point or cell ends where the next one begins, whether or not it was closed."""
    for back in range(1, min(_REACH, len(opened) - 1) + 1):
        if opened[-back].tag == tag:
            del opened[-back:]
            return
        if opened[-back].tag in _ENDS_AT[tag]:
            return


def _seen(text: str) -> str:
    """Characters without entities, control characters and those that take no room."""
    text = unescaped(text)
    return shown(text if text.isascii() else _GHOST.sub("", text))


def _label(parts: list[str]) -> str:
    return " ".join("".join(parts).split())[:500]
