"""Where in a reviewed text things stand: lines and columns of many offsets, and words that a finding quotes again."""

from __future__ import annotations

import re
from bisect import bisect_right

from amends.model import Span
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding, Related
    from amends.render.findings import Report

# Beyond this a quote is looked for word by word only in its beginning.
_LONGEST = 400


class Places:
    """The places of one reviewed text. Its lines are counted once, however many findings ask for theirs."""

    def __init__(self, report: Report) -> None:
        self._text, self._file = report.text, report.file
        self._starts: list[int] = []
        self._found: dict[str, Span | None] = {}

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1, in characters; `\\n` ends a line."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in re.finditer("\n", self._text))]
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def of(self, related: Related, finding: Finding) -> Span | None:
        """Where the draft holds the words of a related place; None where it lies in another file or is not found."""
        quote = related.quote.rstrip("…").strip()
        if not quote or related.file != self._file or finding.where:
            return None
        if quote not in self._found:
            self._found[quote] = self._look_for(quote)
        return self._found[quote]

    def _look_for(self, quote: str) -> Span | None:
        start = self._text.find(quote)
        if start >= 0:
            return Span(start, start + len(quote), quote)
        # What is quoted stands on one line; in the draft it may be wrapped.
        words = [re.escape(word) for word in quote[:_LONGEST].split()]
        found = re.search(r"\s+".join(words), self._text)
        return Span(found.start(), found.end(), found.group()) if found else None


def inside(span: Span, text: str) -> tuple[int, int]:
    """Start and end of a span, kept inside the text."""
    start = max(0, min(span.start, len(text)))
    return start, max(start, min(span.end, len(text)))
