"""Where a letter points to evidence: file names, exhibit labels, and words such as "attached" that name nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.review.language.words import Lexicon
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_LABELS = ("exhibit", "annex", "appendix", "attachment", "enclosure", "anlage")
_LABEL = (
    rf"\b(?:{'|'.join(_LABELS)})s?\s+(?:no\.?\s*)?([A-Z]{{1,2}}|\d{{1,2}})"
    r"(?:(?:,\s*|\s+(?:and|&)\s+)([A-Z]{1,2}|\d{1,2}))*\b"
)
ATTACHED = Lexicon(
    "attached|enclosed|attach|enclose|attachment|attachments|enclosure|enclosures|annexed",
    "in|see the|our? annex|appendix|addendum|exhibits",
    "see screenshot|screenshots|invoice|invoices|document|documents|photo|photos",
    "screenshot|screenshots included|below|uploaded",
    "uploaded documents|invoice|invoices|files|evidence",
    "supporting documents|documentation|evidence",
)


def named_files(draft: Draft) -> Iterator[tuple[str, int, int]]:
    """Every file name in the letter with its place, each place once."""
    for match in draft.files:
        yield match.group(), match.start(), match.end()


def labels_in(draft: Draft, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The labels of exhibits in a stretch of a text of the letter; most letters hold no word that could label one."""
    if "labels" not in draft.memo:
        draft.memo["labels"] = any(word in draft.low for word in _LABELS)
    if not draft.memo["labels"]:
        return iter(())
    return re.compile(_LABEL, re.I).finditer(text, start, len(text) if end is None else end)


def names_proof(draft: Draft, statement: Statement) -> bool:
    """Whether a statement names a file or a labelled exhibit."""
    return bool(draft.files_in(statement)) or next(labels_in(draft, statement.text), None) is not None
