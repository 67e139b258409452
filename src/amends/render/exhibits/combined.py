"""All exhibits in one PDF: cover sheet, list with the page on which each begins, every page stamped, bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from amends.model import Exhibit
from amends.render.exhibits.citations import Citation
from amends.render.exhibits.copies import Label, Sheet, filled, laid_out
from amends.render.exhibits.cover import Cover, as_data
from amends.render.exhibits.marked import LEGEND, stamp_of
from amends.render.exhibits.original import Original
from amends.render.page import Page
from amends.render.pdf import Pdf, typeset
from amends.typed import NamedTuple

MOST_PAGES = 300
"""How many pages are bound together: PDFium looks through all of them for each that is added."""


_TOO_MANY = "It has too many pages to be bound with the others; it is a file of its own."


class Bound(NamedTuple):
    """An exhibit to be bound with the others: opened, or None with the reason why it has no pages here.

    `marked` says that its citations are boxed and numbered.
    """

    exhibit: Exhibit
    original: Original | None
    why: str = ""
    marked: bool = False


def combined(made: Cover, exhibits: Sequence[Bound], page: Page) -> Pdf:
    """The cover sheet and every exhibit as one PDF. The same exhibits give the same bytes.

    Raises `Unreadable` for a page that is broken.
    """
    import pypdfium2

    sheets: list[Sheet] = []
    for bound in exhibits:
        too_many = bound.original is not None and len(sheets) + bound.original.count > MOST_PAGES
        sheets += _sheets(bound._replace(original=None, why=_TOO_MANY) if too_many else bound, made.citations)
    data = as_data(made, [laid_out(sheet) for sheet in sheets])
    frame = typeset(Path(__file__).with_name("cover.typ"), data, page, accessible=False)
    with pypdfium2.PdfDocument(frame.data) as document:
        first = len(document) - len(sheets)
    return Pdf(filled(frame.data, sheets, data, page, first), frame.missing)


def _sheets(bound: Bound, citations: Sequence[Citation]) -> list[Sheet]:
    exhibit, original = bound.exhibit, bound.original
    title, anchor = f"Exhibit {exhibit.label}: {exhibit.name}", f"exhibit-{exhibit.label}"
    if original is None:
        slip = (f"Exhibit {exhibit.label}", exhibit.name, bound.why)
        alone = (f"A file of its own: {exhibit.name}", f"sha256 {exhibit.sha256}")
        return [Sheet(None, 0, f"Exhibit {exhibit.label}", alone, (), title, anchor, slip)]
    found = []
    for at in range(original.count):
        labels = tuple(
            Label(citation.number, citation.title, citation.shown, citation.box)
            for citation in citations
            if bound.marked and citation.label == exhibit.label and citation.page == at + 1
        )
        stamp = f"Exhibit {exhibit.label}, page {at + 1} of {original.count}"
        foot = stamp_of(exhibit, "marks" if labels else "") + ((LEGEND,) if labels else ())
        found.append(Sheet(original, at, stamp, foot, labels, title if at == 0 else "", anchor if at == 0 else ""))
    return found
