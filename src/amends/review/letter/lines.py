"""The lines of a letter: where the content of each stands, its list mark, its Markdown, its sign of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.review.language.words import Reading
from amends.review.letter.inline import is_head, is_row, is_ruled, pieces

_LONGEST_TITLE = 50
_SIGNS = "✅✔✓☑➢➤→►▶★☆●○■□❖✦‣⁃∙♦➔➜"
_MARK = re.compile(
    rf"(?:(--|[-*+•·–—▪◦]|o|[{_SIGNS}]\ufe0f?)"
    r"|(\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})[.):]|\d{1,2}\.\d{1,2}\.?))[ \t]+(?=\S)"
)


class Line:
    """One line: where it starts, where its content stands, its list mark and Markdown."""

    __slots__ = ("bold", "end", "indent", "level", "mark", "quote", "row", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        first = start
        while start < end and text[start] in " \t\r\f\v\u00a0\ufeff":
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        self.indent, self.level, self.mark, self.bold = start - first, 0, "", False
        self.row = False
        sign = text[start] if start < end else ""
        # A bar at the head alone marks what is quoted; a row of a table has more of them.
        self.quote = sign == ">" or (
            sign == "|" and text[start + 1 : start + 2] == " " and "|" not in text[start + 1 : end]
        )
        if self.quote:
            start = _skip(text, start + 1, end)
        if sign == "#" or self.quote:
            while start + self.level < end and text[start + self.level] == "#" and self.level < 6:
                self.level += 1
            if self.level and text[start + self.level : start + self.level + 1] in (" ", "\t"):
                start = _skip(text, start + self.level, end)
            else:
                self.level = 0
        if not self.level:
            match = _MARK.match(text, start, end)
            if match and not (match.group(1) == "o" and self.indent == 0 and len(match.group()) < 2):
                start = match.end()
                # A sign before a few words without a full stop adorns a heading.
                adorned = match.group(1) and match.group(1)[0] in _SIGNS and text[end - 1] not in ".!?;,"
                self.mark = "number" if match.group(2) else "" if adorned else "bullet"
        for wrap in ("**", "__") if text[start : start + 2] in ("**", "__") else ():
            if not text.startswith(wrap, start):
                continue
            body = text[start:end].rstrip(":")
            if len(body) > 4 and body.startswith(wrap) and body.endswith(wrap) and wrap not in body[2:-2]:
                self.bold, start = True, start + 2
                end = start + len(body) - 4
        if text[start : start + 1] == "[" and text[end - 1] == "]" and end - start <= _LONGEST_TITLE:
            # "[Reason]" alone on its line is a title.
            self.bold, start, end = True, start + 1, end - 1
        self.start, self.end, self.text = start, end, text[start:end]


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t":
        at += 1
    return at


def lines(text: str, reading: Reading) -> list[Line]:
    """The lines of a letter that say something, and the empty ones between them; `reading` has its words."""
    return _bodied(list(_lines(text, reading)))


def _lines(text: str, reading: Reading) -> Iterator[Line]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for first, last in pieces(text, start, end, reading):
            yield Line(text, first, last)
        start = end + 1


def _bodied(lines: list[Line]) -> list[Line]:
    """The lines without the heads of tables, which say nothing of their own; the rows below are marked as rows."""
    kept: list[Line] = []
    inside = False
    for at, line in enumerate(lines):
        follower = lines[at + 1].text if at + 1 < len(lines) else ""
        begins = not inside and is_row(line.text) and is_row(follower)
        inside = begins or (inside and is_row(line.text))
        if inside and (is_ruled(line.text) or is_ruled(follower) or (begins and is_head(line.text))):
            continue
        line.row = inside and not line.mark
        kept.append(line)
    return kept


def is_rule(body: str) -> bool:
    """Whether a line is only drawn, between two parts."""
    return len(body) >= 3 and not body.strip("=-_*~ ")


_BEFORE_FORWARDED = frozenset("-oOfF")


def is_forwarded(line: str) -> bool:
    """Whether a mail program put this line above a message that it quotes or forwards."""
    if line[:1] not in _BEFORE_FORWARDED:
        return False
    low = line.lower()
    if low.startswith("---"):
        return "original message" in low or "forwarded message" in low
    if low.startswith("from:"):
        return "@amazon." in low or low[5:].lstrip("\"' *").startswith(("amazon", "seller performance"))
    return low.startswith("on ") and low.endswith(" wrote:")
