"""The letter of a case as its exhibits see it: its sentences, and the places on the exhibits that they cite."""

from __future__ import annotations

from amends.app.plan import plans
from amends.app.plan.cover import sentences_of
from amends.render.exhibits.citations import Citation, citations
from amends.store.files import PLAN
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.model import Sentence


def sentences(opened: Opened) -> tuple[Sentence, ...]:
    """The sentences of the letter: of plan.md as it stands, or of the plan as it would be drafted."""
    if opened.files.read_text(PLAN) is None:
        return plans.plan_of(opened.case).sentences
    return sentences_of(plans.trace(opened))


def cited(opened: Opened) -> tuple[Citation, ...]:
    """The places on the exhibits that the letter cites."""
    return citations(sentences(opened), opened.case)


def places(opened: Opened) -> dict[str, tuple[Citation, ...]]:
    """Where on the exhibits each sentence of the letter stands, by its text."""
    found: dict[str, tuple[Citation, ...]] = {}
    for citation in cited(opened):
        for sentence in citation.sentences:
            found[sentence] = (*found.get(sentence, ()), citation)
    return found
