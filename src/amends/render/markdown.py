"""`plan.md`: a letter as Markdown that a person can edit, and back.

Writing escapes only what a Markdown viewer would take for markup, so that file names and identifiers stay as they are.
Reading is lenient towards what people type (`# H`, `**Heading**`, `1)`, `* `, wrapped lines, CRLF), drops emphasis,
since none of it survives in Amazon's boxes, and leaves out comments. `parse(to_markdown(letter))` is the letter in
normal form. Both take time linear in the length of the text.
"""

from __future__ import annotations

import re

from amends.formats.comments import removed
from amends.model import Block, Letter
from amends.render.letter import GAP, flat, from_plan, is_title, normal

__all__ = ["from_plan", "parse", "to_markdown"]

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
# Control characters are taken out of every text first, so they are free to stand for escaped punctuation meanwhile.
_HIDDEN = {mark: chr(0x80 + at) for at, mark in enumerate(_PUNCTUATION)}
_SHOWN = {ord(hidden): mark for mark, hidden in _HIDDEN.items()}

_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,200})(?<=\S)\1:?")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})")
_RULE = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_BULLET = re.compile(r"[-*+•‣◦·–][ \t]+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)][ \t]+(?=\S)")
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(<?([^()<>\s]{1,500})>?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_STRONG = re.compile(r"\*\*(?=\S)([^*]{1,2000})(?<=\S)\*\*|(?<!\w)__(?=\S)([^_]{1,2000})(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"\*(?=\S)([^*]{1,2000})(?<=\S)\*|(?<!\w)_(?=\S)([^_]{1,2000})(?<=\S)_(?!\w)")
_CODE = re.compile(r"`([^`]{1,2000})`")
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,2000})(?<=\S)~~")
_ENTITY = re.compile(r"&#(\d{1,6});|&(amp|lt|gt|quot|nbsp);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " "}

_ESCAPE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would escape something
    r"|[`~]"
    r"|\*(?=\S)"  # only marks that could open emphasis: without an opener the others are literal
    r"|(?<!\w)_++(?=\S)"  # underscores inside a word open nothing, so file names stay as they are
    r"|\](?=[(:\[])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,40};)"
)
_START = re.compile(r"[#>|]|[-*+_](?=\s|$|[-*+_ ]+$)|={3,}|[•‣◦·–](?=[ \t])|\(?\d{1,9}(?=[.)](?:\s|$))")
_GAP = re.compile(rf"\*{{0,2}}{GAP}\*{{0,2}}[ \t]*")


def to_markdown(letter: Letter) -> str:
    """The letter as Markdown: `# ` title, `## ` headings, `1. ` points, `- ` bullets, gaps as `> **Missing:** …`."""
    pieces: list[str] = []
    before = ""
    whole = normal(letter)
    for block in whole.blocks:
        if pieces:
            pieces.append("\n" if before == block.kind == "bullet" else "\n\n")
        pieces.append(_written(block, title=not pieces and is_title(whole)))
        before = block.kind
    return "".join(pieces) + "\n" if pieces else ""


def _written(block: Block, title: bool) -> str:
    if block.kind == "heading":
        text = _escaped(block.text)
        bare = text.rstrip("#")
        return ("# " if title else "## ") + (text if bare == text else bare + text[len(bare) :].replace("#", "\\#"))
    if block.kind == "gap":
        return f"> **{GAP}** {_escaped(block.text[len(GAP) + 1 :])}"
    mark = {"number": f"{block.number}. ", "bullet": "- ", "paragraph": ""}[block.kind]
    return mark + _started(_escaped(block.text))


def _escaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: "".join("\\" + mark for mark in found.group()), text)


def _started(text: str) -> str:
    """The text with its first characters escaped where they would open a list, a heading or a quotation."""
    found = _START.match(text)
    if found is None:
        return text
    head, rest = found.group(), text[found.end() :]
    if head[-1].isdigit():
        if head[0] == "(":
            return "\\" + text
        return f"{head}\\{rest}"
    if head[0] in _PUNCTUATION:
        return "\\" + text
    return f"&#{ord(head)};{rest}"


def parse(text: str) -> Letter:
    """The letter that a Markdown text holds, in normal form. Never fails: what it does not know is a paragraph."""
    lines = _Lines()
    for line in removed(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines.take(flat(line))
    return normal(Letter(tuple(lines.done())))


class _Lines:
    """Blocks in the making: each line opens one, goes on with the one before, or closes it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.kind = ""
        self.words: list[str] = []
        self.last = 0

    def take(self, line: str) -> None:
        if not line:
            self.close()
        elif self.words and self.kind == "paragraph" and _UNDERLINE.fullmatch(line):
            self.kind = "heading"
            self.close()
        elif _RULE.fullmatch(line):
            self.close()
        elif found := _HEADING.match(line):
            self.alone("heading", re.sub(r"(?:(?<=\s)|^)#+$", "", line[found.end() :]))
        elif found := _BOLD_LINE.fullmatch(line):
            self.alone("heading", found.group(2).removesuffix(":"))
        elif line[0] == ">":
            self.quoted(line.lstrip("> \t"))
        elif found := _BULLET.match(line):
            self.open("bullet", line[found.end() :])
        elif (found := _NUMBER.match(line)) and self.counts(int(found.group(1))):
            self.last = int(found.group(1))
            self.open("number", line[found.end() :])
        else:
            self.go_on(line)

    def counts(self, number: int) -> bool:
        """Whether a line that begins with this number is a point, and not a date broken over two lines."""
        return not self.words or number == 1 or self.last < number <= self.last + 3

    def quoted(self, line: str) -> None:
        if found := _GAP.match(line):
            self.open("gap", line[found.end() :])
        elif self.kind == "gap" and self.words:
            self.words.append(line)
        else:
            self.go_on(line)

    def go_on(self, line: str) -> None:
        if not self.words:
            self.kind = "paragraph"
        self.words.append(line)

    def alone(self, kind: str, line: str) -> None:
        self.open(kind, line)
        self.close()
        self.last = 0

    def open(self, kind: str, line: str) -> None:
        self.close()
        self.kind = kind
        self.words.append(line)

    def close(self) -> None:
        text = _plain(" ".join(self.words))
        self.words.clear()
        match self.kind:
            case "heading" | "paragraph" | "number" | "bullet" | "gap" as kind:
                self.blocks.append(Block(kind, text))
        self.kind = ""

    def done(self) -> list[Block]:
        self.close()
        return self.blocks


def _plain(text: str) -> str:
    """The text without inline markup, its escapes resolved."""
    text = re.sub(r"\\([!-/:-@\[-`{-~])", lambda found: _HIDDEN[found.group(1)], text)
    text = _LINK.sub(_link, text)
    text = _AUTOLINK.sub(r"\1", text)
    for markup in (_CODE, _STRUCK, _STRONG, _EMPHASIS):
        text = markup.sub(lambda found: next(group for group in found.groups() if group is not None), text)
    text = _ENTITY.sub(_entity, text)
    return text.translate(_SHOWN)


def _link(found: re.Match[str]) -> str:
    label, target = found.groups()
    return label if label == target or found.group()[0] == "!" else f"{label} ({target})"


def _entity(found: re.Match[str]) -> str:
    if found.group(1):
        code = int(found.group(1))
        return chr(code) if 32 <= code < 0x110000 and not 0x80 <= code < 0xA0 else ""
    return _ENTITIES[found.group(2)]
