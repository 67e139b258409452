"""Where a letter points to evidence: file names, exhibit labels, and words such as "attached" that name nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

_LABELS = ("exhibit", "annex", "appendix", "attachment", "enclosure", "anlage")
LABEL = re.compile(
    rf"\b(?:{'|'.join(_LABELS)})s?\s+(?:no\.?\s*)?([A-Z]{{1,2}}|\d{{1,2}})(?:(?:,\s*|\s+(?:and|&)\s+)([A-Z]{{1,2}}|\d{{1,2}}))*\b",
    re.I,
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


def may_label(draft: Draft) -> bool:
    """Whether any word that labels an exhibit stands in the letter; most letters have none."""
    if "labels" not in draft.memo:
        draft.memo["labels"] = any(word in draft.low for word in _LABELS)
    return bool(draft.memo["labels"])


def names_proof(draft: Draft, statement: Statement) -> bool:
    """Whether a statement names a file or a labelled exhibit."""
    return bool(draft.files_in(statement)) or (may_label(draft) and LABEL.search(statement.text) is not None)
