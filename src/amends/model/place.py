"""Places in a text, and mistakes with their place."""

from __future__ import annotations

from amends.typed import NamedTuple


class Span(NamedTuple):
    """A place in a text: characters `start` to `end` (end not included) and what stands there."""

    start: int
    end: int
    quote: str


class Problem(NamedTuple):
    """A mistake in the user's input: what is wrong, where, and what to write instead."""

    file: str
    line: int | None
    path: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.path}: {self.message}" if self.path else f"{place}: {self.message}"
