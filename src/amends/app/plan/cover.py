"""The cover sheet of a case: its exhibits, and where on them the sentences of its letter stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amends.app import knowledge
from amends.model import Case, Sentence
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.plan.ground import Grounded
    from amends.render.exhibits.cover import Cover
    from amends.render.page import Page


def sentences_of(traced: Sequence[Grounded]) -> tuple[Sentence, ...]:
    """The sentences of a letter with what they were found to stand on."""
    return tuple(
        Sentence(grounded.text, tuple(fact.key for fact in grounded.facts), grounded.exhibits, grounded.fixed)
        for grounded in traced
    )


def cover_of(case: Case, sentences: Sequence[Sentence], notes: Mapping[str, str] | None = None) -> Cover:
    """The cover sheet of a case. `notes` are remarks on exhibits, by label."""
    from amends.render.exhibits import cover
    from amends.render.exhibits.citations import citations

    titles = {id: document.title for id, document in knowledge().documents.items()}
    rows = [cover.row(each, titles, (notes or {}).get(each.label, "")) for each in case.exhibits]
    return cover.cover(_lead(case), rows, [sentence.text for sentence in sentences], citations(sentences, case))


def page_of(case: Case) -> Page:
    """How a page about the evidence of a case is set."""
    from amends.render.packet import day
    from amends.render.page import Page

    notice = case.notice
    marketplace = case.value("seller.marketplace") or (notice.marketplace if notice else None)
    return Page("Evidence", day(case), marketplace=marketplace if isinstance(marketplace, str) else None)


def _lead(case: Case) -> str:
    notice = case.notice
    name = case.value("seller.name")
    parts = [str(name) if name else ""]
    if notice is not None:
        parts.append(f"Amazon {notice.marketplace}" if notice.marketplace else "")
        numbers = [value for kind in ("complaint", "case") for value in notice.of_kind(kind)]
        parts.append(f"reference {', '.join(numbers[:3])}" if numbers else "")
    return " · ".join(part for part in parts if part)
