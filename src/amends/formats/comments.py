"""Comments in a Markdown draft, `<!-- … -->`: what the writer says beside the letter and never in it.

A comment may stand between two lines or within one. One that is escaped (`\\<!--`) or never closed is text. A draft
of another kind has no comments: there every character is sent. Linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Span

OPEN, CLOSE = "<!--", "-->"
_CLOSES_UP = ".,;:!?)"


def is_markdown(file: str) -> bool:
    """Whether a draft of this name is read as Markdown."""
    return file.lower().endswith((".md", ".markdown"))


def comments(text: str) -> Iterator[Span]:
    """The comments of a Markdown text, with their marks, in order."""
    at = text.find(OPEN)
    while at >= 0:
        if _escaped(text, at):
            at = text.find(OPEN, at + 1)
            continue
        close = text.find(CLOSE, at + len(OPEN))
        if close < 0:
            return
        end = close + len(CLOSE)
        yield Span(at, end, text[at:end])
        at = text.find(OPEN, end)


def _escaped(text: str, at: int) -> bool:
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def blotted(text: str, file: str) -> str:
    """The text with blanks in place of its comments, so that every other character keeps its place."""
    if OPEN not in text or not is_markdown(file):
        return text
    kept: list[str] = []
    at = 0
    for comment in comments(text):
        kept.append(text[at : comment.start])
        kept.append("".join(mark if mark in "\r\n" else " " for mark in comment.quote))
        at = comment.end
    kept.append(text[at:])
    return "".join(kept)


def removed(text: str) -> str:
    """The Markdown text without its comments, as it is submitted; no blank is left before a full stop."""
    if OPEN not in text:
        return text
    kept: list[str] = []
    at = 0
    for comment in comments(text):
        before = text[at : comment.start]
        after = text[comment.end : comment.end + 1]
        kept.append(before.rstrip(" \t") if not after or after.isspace() or after in _CLOSES_UP else before)
        at = comment.end
    kept.append(text[at:])
    return "".join(kept)
