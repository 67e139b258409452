"""Where a letter points to evidence: file names, exhibit labels, and words such as "attached" that name nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

LABEL = re.compile(
    r"\b(?:exhibit|annex|appendix|attachment|enclosure|anlage)s?\s+(?:no\.?\s*)?([A-Z]{1,2}|\d{1,2})(?:(?:,\s*|\s+(?:and|&)\s+)([A-Z]{1,2}|\d{1,2}))*\b",
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


def names_proof(draft: Draft, statement: Statement) -> bool:
    """Whether a statement names a file or a labelled exhibit."""
    return bool(draft.files_in(statement)) or LABEL.search(statement.text) is not None
