"""How far words that a recogniser read can be believed: it tells how sure it was, and some letters look alike.

A recogniser that is sure of each letter is right nearly always; where it is not quite sure, one word in ten to twenty
is wrong. So what nothing else proves (a product, a sum, a check digit) decides only where every word was read surely
and none could be another. Measured with `bench/evidence.py`, see `docs/performance.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from amends.evidence.page import Word
from amends.model.reading import SURE

CLEAR = 0.95
"""From this confidence of its least sure letter on a word is as good as read."""

_PROVEN = 0.8
# Letters that many fonts draw alike: where a word mixes them, only its sense tells which is meant.
_ALIKE = re.compile(
    # A capital I among small letters or in a word of two, a small l among capitals: "S.r.I.", "EI Paso", "lNV".
    r"[a-zà-ÿ][.]?I(?![A-Z])|[A-Z]{2}l(?![a-zà-ÿ])|(?<![A-Za-z])l[lIA-Z]|(?<![A-Za-z])[AE]I(?![A-Za-z])"
    # Behind a number: a litre, a one, a bar ("1,2 I"); a litre that ran into its number ("1,21").
    r"|\d\s?[I|](?![A-Za-z\d])|\d[.,]\d+\s1(?![\d.,])|\d[.,]\d*1(?=$|\s[^\d\W]{3})"
    # A nought beside letters: the letter O is read as one, more often than the other way round.
    r"|[A-Za-z][.]?0(?!\d)|(?<![\d.,])0\.?[a-z]|[A-Z]0[A-Z]"
    # Crosses and raised figures, which come out as letters and figures of the line.
    r"|×|[a-z]2(?![\d.,])"
    # A mark that joins letters, with none on one side of it: "/a" for "t/a".
    r"|(?<!\S)[/&](?=[a-z])|[a-z]/(?!\S)"
)
# Every ASIN of a product begins so.
_ASIN = re.compile(r"(?<![A-Za-z0-9])B0(?=[A-Z0-9]{8}(?![A-Za-z0-9]))")
_CODE = re.compile(
    r"[A-Z]0|0[A-Z]|[A-Z]1(?!\d\d)|(?<!\d)1[A-Z]|\d[OIl|]|(?<![A-Z])[OIl|]\d|[A-Z]l|\d[SBZGQD]\d"
    r"|[A-Z][258][A-Z]|(?<![\dA-Z])8[A-Z]{2}"
    # A word that ran into it, before or behind ("nr77", "77/2026del", "Q-11Notebook"), or two codes in one.
    r"|^[Nn][ro]?[.:]|^N[or](?=[A-Z\d])|^[a-z]{2}|[/\d][A-Z]?[a-z]{2}|\d[a-z]+[A-Z]|\d{4}\s\w*\d|\d\s\w*\d{4}"
)

_FOLDED = str.maketrans("OQDILSBZG", "000115826")


def sureness(words: Iterable[Word]) -> float:
    """How sure the recogniser was of the least sure word; 1 for a text layer."""
    return min([word.confidence for word in words], default=1.0)


def believed(confidence: float, words: Iterable[Word], text: str = "", code: bool = False) -> float:
    """The confidence of a value that nothing proves but its words: under `SURE` where one may be another.

    `text` is the value as it stands there, looked at for letters that look alike; `code` says that it is a number or
    code, in which digits and letters may follow each other.
    """
    least = sureness(words)
    if least == 1.0:
        return confidence
    if least < CLEAR or mistakable(text, code):
        return min(confidence, SURE - 0.05) * least
    return confidence * least


def proven(confidence: float, words: Iterable[Word]) -> float:
    """The confidence of a value that a sum, a product or a check digit proves, however its digits were read."""
    return confidence * max(sureness(words), _PROVEN)


def mistakable(text: str, code: bool = False) -> bool:
    """Whether a text has letters that its recogniser may have taken for others that look alike."""
    return (_CODE if code else _ALIKE).search(_ASIN.sub("", text)) is not None


def look_alike(one: str, other: str) -> bool:
    """Whether two codes differ at most in letters and digits that look alike ("B0O1…" and "B00I…")."""
    return one.upper().translate(_FOLDED) == other.upper().translate(_FOLDED)


def is_doubtful(words: Sequence[Word], text: str, code: bool = False) -> bool:
    """Whether a value made of some words was not read surely."""
    least = sureness(words)
    return least < 1.0 and (least < CLEAR or mistakable(text, code))
