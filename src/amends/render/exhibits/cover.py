"""The cover sheet of the evidence: every exhibit, and for every sentence of the plan the page and line it stands on.

It takes the place of marks: Amazon's reader finds each figure, and no document was touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amends.model import Exhibit
from amends.render import terminal
from amends.render.exhibits.citations import Citation
from amends.render.letter import flat
from amends.render.page import Page
from amends.render.pdf import Pdf, typeset
from amends.text import one_line
from amends.typed import Any

TITLE = "Evidence: cover sheet"
LEGEND = (
    "Each sentence of the letter, and where on the exhibits it stands. Pages are counted in each file, lines from the "
    "top of the page."
)
_WORDS = 160


@dataclass(frozen=True, slots=True)
class Row:
    """An exhibit in the list: what it is, its file, how many pages it has (0: unknown), and a remark."""

    label: str
    title: str
    name: str
    pages: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover sheet as values. `citations` hold the sentences that they belong to; `sentences` gives their order."""

    lead: str
    rows: tuple[Row, ...]
    sentences: tuple[str, ...]
    citations: tuple[Citation, ...]


def row(exhibit: Exhibit, titles: dict[str, str], note: str = "") -> Row:
    """An exhibit for the list. `titles` names document kinds."""
    pages = exhibit.reading.pages if exhibit.reading is not None else 0
    return Row(exhibit.label, titles.get(exhibit.kind, "Document"), exhibit.name, pages, note)


def cover(lead: str, rows: Sequence[Row], sentences: Sequence[str], citations: Sequence[Citation]) -> Cover:
    """The cover sheet of some exhibits; sentences without a citation are left out."""
    cited = {text for citation in citations for text in citation.sentences}
    kept = tuple(dict.fromkeys(text for text in sentences if text in cited))
    return Cover(lead, tuple(rows), kept, tuple(citations))


def to_pdf(made: Cover, page: Page) -> Pdf:
    """The cover sheet alone, accessible as the letter is."""
    return typeset(Path(__file__).with_name("cover.typ"), as_data(made), page)


def as_data(made: Cover, copies: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """The cover sheet for the template, with the copies that follow it."""
    return {
        "title": TITLE,
        "lead": flat(made.lead),
        "legend": LEGEND,
        "combined": bool(copies),
        "copies": list(copies),
        "exhibits": [
            {
                "label": flat(each.label),
                "title": flat(each.title),
                "name": flat(each.name),
                "note": flat(each.note),
                "pages": str(each.pages) if each.pages else "",
                "anchor": f"exhibit-{each.label}",
            }
            for each in made.rows
        ],
        "sentences": [
            {
                "text": flat(text),
                "places": [
                    {
                        "number": str(citation.number),
                        "at": where(citation),
                        "title": flat(citation.title),
                        "words": one_line(citation.shown, _WORDS),
                    }
                    for citation in made.citations
                    if text in citation.sentences
                ],
            }
            for text in made.sentences
        ],
    }


def where(citation: Citation) -> str:
    """A place in words: "Exhibit B, page 1, line 12"."""
    line = f", line {citation.line}" if citation.line else ""
    return f"Exhibit {flat(citation.label)}, page {citation.page}{line}"


def to_text(made: Cover, width: int = 78) -> str:
    """The cover sheet as plain text, wrapped for reading."""
    found = [TITLE.upper(), "=" * len(TITLE), *terminal.lines(flat(made.lead), width), "", "Exhibits", "-" * 8]
    for each in made.rows:
        pages = f", {each.pages} page{'' if each.pages == 1 else 's'}" if each.pages else ""
        found += terminal.lines(
            f"Exhibit {flat(each.label)}: {each.name} ({flat(each.title)}{pages})", width, "- ", "  "
        )
        if each.note:
            found += terminal.lines(flat(each.note), width, "  ", "  ")
    if made.sentences:
        heading = "Where each statement stands"
        found += ["", heading, "-" * len(heading), *terminal.lines(LEGEND, width)]
    for text in made.sentences:
        found += ["", *terminal.lines(flat(text), width)]
        for citation in made.citations:
            if text in citation.sentences:
                words = f"{where(citation)}: {flat(citation.title)}: {one_line(citation.shown, _WORDS)}"
                found += terminal.lines(words, width, f"  [{citation.number}] ", "      ")
    return "\n".join(found) + "\n"
