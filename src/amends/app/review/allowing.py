"""Accept a finding with a reason: an `[[allow]]` block in the configuration nearest to the letter."""

from __future__ import annotations

import os

from amends.app.review.config import add
from amends.config import SHORTEST_QUOTE, Allow
from amends.errors import Unknown
from amends.review.acceptance import Sentences
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from amends.app.review.checking import Checked

_EXAMPLE = "TO04:12"


def accept(checked: Checked, places: Sequence[str], because: str, by: str, on: date) -> tuple[str, int]:
    """Write what accepts the findings at some places, each a rule and a line such as `TO04:12`.

    Gives the file that was written and the number of findings. Raises `Unknown`, with nothing written, for a place
    where the rule does not speak.
    """
    if not because.strip():
        raise Unknown('Nothing is accepted without a reason; add --because "…".')
    sentences = Sentences(checked.draft)
    entries: dict[Allow, None] = {}
    number = 0
    for place in places:
        word, _, line = place.rpartition(":")
        if not word or not (line.isascii() and line.isdigit()):
            raise Unknown(f"“{place[:60]}” names no finding; write the rule and the line, such as {_EXAMPLE}.")
        here = [finding for finding in checked.findings if finding.line == int(line[:9])]
        wanted = [f for f in here if word.strip().lower() in (f.rule.lower(), f.name) and f.suppressed is None]
        if not wanted:
            spoken = ", ".join(dict.fromkeys(finding.rule for finding in here if finding.suppressed is None))
            there = f"there it is {spoken}" if spoken else "nothing is to be accepted there"
            raise Unknown(f"{word.strip()[:60]} says nothing on line {line[:9]} of {checked.file}; {there}.")
        for finding in wanted:
            start, end = sentences.at(finding.span.start)
            quote = " ".join(checked.draft.text[start:end].split())
            if len(quote) < SHORTEST_QUOTE:
                raise Unknown(f"Line {finding.line} is too short to be quoted; ignore {finding.rule} instead.")
            entries[Allow(finding.rule, quote, " ".join(because.split()), by.strip(), on, checked.file)] = None
            number += 1
    return add(os.path.dirname(checked.file), list(entries)), number
