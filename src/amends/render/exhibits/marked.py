"""A marked copy of one exhibit: the cited places boxed, numbered and labelled beside the page."""

from __future__ import annotations

from collections.abc import Sequence

from amends.model import Exhibit
from amends.render.exhibits.citations import Citation
from amends.render.exhibits.copies import Label, Sheet, copied
from amends.render.exhibits.original import Original
from amends.render.page import Page
from amends.render.pdf import Pdf

LEGEND = "Numbered boxes: the places that the plan cites, as listed in the cover sheet."


def marked(exhibit: Exhibit, original: Original, citations: Sequence[Citation], page: Page) -> Pdf:
    """The copy of an exhibit with its marks, every page of it. The citations of other exhibits are not looked at."""
    own = [citation for citation in citations if citation.label == exhibit.label]
    return copied(sheets(exhibit, original, own), f"Exhibit {exhibit.label}, copy with marks", page)


def sheets(exhibit: Exhibit, original: Original, citations: Sequence[Citation]) -> tuple[Sheet, ...]:
    """Every page of an exhibit with its stamp, and the labels of what is cited there."""
    found = []
    for at in range(original.count):
        labels = tuple(
            Label(citation.number, citation.title, citation.shown, citation.box)
            for citation in citations
            if citation.page == at + 1
        )
        found.append(
            Sheet(
                original,
                at,
                f"Exhibit {exhibit.label}, page {at + 1} of {original.count}",
                stamp_of(exhibit, "marks") + ((LEGEND,) if labels else ()),
                labels,
                f"Exhibit {exhibit.label}: {exhibit.name}" if at == 0 else "",
                f"exhibit-{exhibit.label}" if at == 0 else "",
            )
        )
    return tuple(found)


def stamp_of(exhibit: Exhibit, what: str) -> tuple[str, ...]:
    """What stands under every page of a copy: that it is one, and which original it is of.

    `what` is what the copy bears ("marks"), "" when it bears no more than this stamp.
    """
    head = f"Copy with {what}; the original is unchanged" if what else "Stamped copy; the original is unchanged"
    return (f"{head} ({exhibit.name})", f"sha256 {exhibit.sha256}")
