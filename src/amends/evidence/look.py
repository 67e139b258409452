"""From what a file holds to what is read in it: its kind, its fields and lines, and what to explain about it."""

from __future__ import annotations

from amends.evidence import kinds, readers, sign
from amends.evidence.fields import Read
from amends.evidence.formats import Contents
from amends.evidence.screens import shown_on
from amends.evidence.traces import traces
from amends.model.reading import Reading
from amends.needed import INVOICES
from amends.playbook import Catalog

READER = "look 5"
"""The version of the readers together: a reading of another version is made again."""

_SCREENSHOT = "invoice-screenshot"


def look(
    contents: Contents, name: str, type_: str, catalog: Catalog, kind: str | None = None, data: bytes = b""
) -> Reading:
    """What is read in a file: `name` is what it came with, `type_` its type by content, `kind` what the seller says.

    A scanned page must have its words already. The kind that the seller says stands, and a doubt says so when the pages
    tell another one. With the file's `data` the signs are looked for that only the file itself shows.
    """
    told = kinds.told(contents.pages, type_, catalog)
    guess = kinds.combined(kinds.guess(name, type_, catalog), told, catalog)
    screen = shown_on(contents, type_) if guess.kind in INVOICES else ""
    if screen and _SCREENSHOT in catalog.documents:
        guess = kinds.Guess(_SCREENSHOT, min(guess.confidence, 0.8), screen)
    doubts = list(contents.doubts)
    if kind is not None and kind in catalog.documents:
        if told.kind not in (kinds.UNKNOWN, kind) and told.confidence >= 0.8:
            doubts.append(
                f"You say that this is “{catalog.documents[kind].title}”; its words (“{told.because}”) are those of "
                f"“{catalog.documents[told.kind].title}”."
            )
        guess = kinds.Guess(kind, 1.0, told.because if told.kind == kind else "")
    read = _read(guess.kind, contents, catalog)
    reading = Reading(
        kind=guess.kind,
        kind_confidence=guess.confidence,
        pages=max(contents.count, len(contents.pages)),
        fields=read.fields,
        lines=read.lines,
        because=guess.because,
        scanned=tuple(page.number for page in contents.pages if page.scanned),
        doubts=tuple(doubts),
        text="\f".join(page.text for page in contents.pages),
        reader=READER,
    )
    return reading._replace(signs=sign.found(traces(contents, type_, reading, data)))


def _read(kind: str, contents: Contents, catalog: Catalog) -> Read:
    """Fields and lines, by the reader of the kind or of the kind that it has the form of."""
    document = catalog.documents.get(kind)
    also = (document.reads_as, *document.mistaken_for) if document else ()
    known = readers.kinds()
    return readers.read(next((each for each in (kind, *also) if each in known), kind), contents.pages)
