"""Where the sentences of a letter stand in the Markdown that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from amends.typed import NamedTuple

_REACH = 4000
_LONGEST = 2000
_MARKS = "\\*_`~"
# Possessive throughout: a text of marks alone must not be tried in every way.
_BEFORE = r"[\\*_`~]*+"
_BETWEEN = r"[\s>\\*_`~]++"


class Placed(NamedTuple):
    """Start and end of a sentence in the text; both count characters."""

    start: int
    end: int


def placed(text: str, sentences: Iterable[str]) -> list[Placed | None]:
    """The place of each sentence, in the order of the text; None where its words stand there in another form.

    Marks that a letter does not keep (emphasis, escapes, broken lines) may stand between the words.
    """
    found: list[Placed | None] = []
    at = 0
    for sentence in sentences:
        start = text.find(sentence, at, at + _REACH + len(sentence))
        place = Placed(start, start + len(sentence)) if start >= 0 else _loosely(text, sentence, at)
        if place is not None:
            at = place.end
        found.append(place)
    return found


def _loosely(text: str, sentence: str, at: int) -> Placed | None:
    words = sentence.split()
    if not words or len(sentence) > _LONGEST:
        return None
    pattern = _BETWEEN.join("".join(map(_sign, word)) for word in words)
    match = re.compile(pattern, re.I).search(text, at, at + _REACH + 3 * len(sentence))
    return Placed(match.start(), match.end()) if match else None


def _sign(sign: str) -> str:
    if sign in _MARKS:
        return r"\\{1,2}+" if sign == "\\" else rf"\\?+{re.escape(sign)}"
    return _BEFORE + re.escape(sign)
