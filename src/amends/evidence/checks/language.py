"""The languages that Amazon reads."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen

_SCRIPTS = (
    ("Russian or another Cyrillic script", 0x0400, 0x04FF),
    ("Arabic", 0x0600, 0x06FF),
    ("Hebrew", 0x0590, 0x05FF),
    ("Thai", 0x0E00, 0x0E7F),
    ("Greek", 0x0370, 0x03FF),
    ("Korean", 0xAC00, 0xD7AF),
    ("an Indian script", 0x0900, 0x0D7F),
)
_FEW = 40


@check(
    "DC24",
    "unread-language",
    level="warning",
    source="Practice (support.omnivore.com.au, everpeaks.com): eight languages, others with a translation",
    bad=({"text": "Счёт-фактура " * 20},),
    good=({}, {"text": "发票 " * 40}),
)
def unread_language(seen: Seen) -> Iterator[Said]:
    """The document is in a language that Amazon's reviewers do not take without a translation."""
    text = seen.reading.text[:20_000]
    letters = sum(c.isalpha() for c in text)
    for name, first, last in _SCRIPTS:
        count = sum(first <= ord(c) <= last for c in text)
        if count >= _FEW and 2 * count > letters:
            yield Said(
                f"It is written in {name}.", "Add a notarised translation into English, as a file of its own beside it."
            )
            return
