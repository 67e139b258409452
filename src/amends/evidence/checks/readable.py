"""Whether a reader can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen

_OF = re.compile(
    r"\b(?:page|seite|página|pagina|strona|blatt|pag\.?|p\.)\s*:?\s*(\d{1,3})\s*(?:of|/|von|de|di|z|sur)\s*(\d{1,3})\b",
    re.I,
)


@check(
    "DC16",
    "pages-missing",
    level="error",
    source="Seller Forums f5d1aa80 and a314ae30 (staff): the whole document with all pages",
    bad=({"text": "Invoice\nPage 1 of 3", "pages": 1},),
    good=({}, {"text": "Page 1 of 2\fPage 2 of 2", "pages": 2}),
)
def pages_missing(seen: Seen) -> Iterator[Said]:
    """The page says that there are more pages than the file has.

    Amazon wants whole documents. Add the rest as one file.
    """
    found = [int(match.group(2)) for match in _OF.finditer(seen.reading.text[:200_000])]
    told = max(found, default=0)
    if told and len(set(found)) == 1 and seen.reading.pages < told:
        have = seen.reading.pages
        yield Said(
            f"It says that it has {told} pages; the file has {have}.",
            "Get the whole document and add it as one file.",
        )


@check(
    "DC17",
    "not-read",
    level="warning",
    source="Seller Forums f5d1aa80 and a314ae30 (staff): readable, whole page, colour",
    bad=({"scanned": (1,), "text": "", "lines": ()},),
    good=({}, {"scanned": (1,)}),
)
def not_read(seen: Seen) -> Iterator[Said]:
    """The words of a page could not be read.

    A person may still read it. If it is hard for you too, send a sharper copy: colour, 300 dpi, all four corners.
    """
    reading = seen.reading
    if not reading.text.strip() and reading.pages:
        yield Said(
            "Its words could not be read, so nothing on it was checked.",
            " ".join(reading.doubts) or "Look at it yourself; if it is hard to read, send a sharper copy.",
        )


@check(
    "DC18",
    "looked-at",
    level="note",
    source="Seller Forums f5d1aa80 and a314ae30 (staff): readable, whole page, colour",
    bad=({"doubts": ("Only the first 200 pages were read.",)},),
    good=({},),
)
def looked_at(seen: Seen) -> Iterator[Said]:
    """What the reader of the document could not do, or is not sure of."""
    if seen.reading.text.strip():
        for doubt in seen.reading.doubts:
            yield Said(doubt, "")
