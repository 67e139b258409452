"""Pages drawn from lines of text: a character is 5.5 points wide, a line 12 points high."""

from __future__ import annotations

from amends.evidence.page import Page, Word
from amends.model.reading import Box

WIDE, HIGH, LEAD = 5.5, 10.0, 12.0


def words(text: str, top: float = 40.0, left: float = 30.0, confidence: float = 1.0) -> tuple[Word, ...]:
    """The words of some lines; wide characters take two places."""
    found: list[Word] = []
    for number, line in enumerate(text.strip("\n").split("\n")):
        y = top + number * LEAD
        x = left
        current, start = "", x
        for char in [*line, " "]:
            if char == " ":
                if current:
                    found.append(Word(current, Box(start, y, x, y + HIGH), confidence, 9.0))
                current = ""
                x += WIDE
                start = x
                continue
            current += char
            x += 2 * WIDE if ord(char) > 0x2FFF else WIDE
    return tuple(found)


def page(text: str, number: int = 1, scanned: bool = False, confidence: float = 1.0) -> Page:
    """A page with these lines."""
    lines = text.strip("\n").split("\n")
    width = max(612.0, 60 + WIDE * max(map(len, lines)))
    return Page(number, width, max(792.0, 80 + LEAD * len(lines)), words(text, confidence=confidence), scanned)


def pages(*texts: str) -> tuple[Page, ...]:
    """Several pages."""
    return tuple(page(text, number) for number, text in enumerate(texts, 1))
