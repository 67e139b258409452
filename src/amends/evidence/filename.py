"""File names that every upload form and file system takes: small ASCII letters, digits and hyphens, one extension.

Amazon's forms refuse names with characters such as $, & and # (`docs/sources.md`, files).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from amends.text import one_line

LONGEST = 80
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout", "clock"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
    }
)


def original(name: str) -> str:
    """The name a file came with, as it may be shown: without its folders and without control characters."""
    return one_line(name.replace("\\", "/").rstrip("/").rpartition("/")[2], 200) or "file"


def safe(name: str, extension: str, taken: Collection[str], fallback: str = "document") -> str:
    """A safe name for a file, unlike all of `taken`. `fallback` names it when no letter of its own name is left."""
    stem = _stem(original(name), extension)
    words = "".join(c if c.isalnum() else " " for c in _ascii(stem)).split()
    base = "-".join(words) or _ascii(fallback)
    if base in _DEVICES:
        base = f"file-{base}"
    room = LONGEST - len(extension) - 5
    base = base[:room].rstrip("-")
    used = {other.lower() for other in taken}
    number = 1
    while (made := f"{base}{f'-{number}' if number > 1 else ''}.{extension}") in used:
        number += 1
    return made


def label(count: int) -> str:
    """The label of the exhibit after `count` others: A, B, … Z, AA, AB, …"""
    letters = ""
    count += 1
    while count:
        count, place = divmod(count - 1, 26)
        letters = chr(65 + place) + letters
    return letters


def _stem(name: str, extension: str) -> str:
    stem, dot, last = name.rpartition(".")
    return stem if dot and stem and (last.lower() == extension or len(last) <= 5) else name


def _ascii(text: str) -> str:
    lowered = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    # Letters of mathematics become plain ones only here, and may be capitals.
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if c.isascii()).lower()
