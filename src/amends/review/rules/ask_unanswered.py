"""GR02: something that the notice asks for and the letter does not give."""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.explanation import asked
from amends.review.letter import parts, restated
from amends.review.position.purpose import is_plan
from amends.review.rule import Example, Hit, rule, short
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Ask, Case
    from amends.playbook import AskKind, Catalog

_SECTIONS = {
    "root-cause": (parts.CAUSE,),
    "corrective-actions": (parts.DONE, parts.MIXED),
    "preventive-measures": (parts.MEASURES, parts.MIXED),
}


@rule(
    "GR02",
    "ask-unanswered",
    level="error",
    source="Amazon's notices list what they want; refusals name what was left out",
    bad=(
        "Your mail asks for: (a) a bill of the last 90 days, (b) both sides of the card, (c) bank details.\n\n(a) bill.pdf\n\n(b) card.jpg",
        (
            "Your mail wants:\n(a) an electricity bill of the last 90 days\n(b) both sides of the card\n(c) a bank statement\n\n"
            "Our answer\n(a) The bill is rechnung-441.pdf.\n(b) The card is card-front.png and card-back.png."
        ),
        (
            "Your mail asks for the invoices of the year, a letter of authorisation and the contact of our supplier.\n\nInvoice "
            "771 is invoice-771.pdf. Our supplier is Norrby, norrby@example.com."
        ),
        Example("Corrective actions: on 4 May 2026 we stopped 340 units.", case="plan"),
    ),
    good=(
        Example(
            "Root cause: ASIN B0C1234567 was live without an invoice.\n\nDocumentation: invoice-hl-2231.pdf",
            case="plan",
        ),
    ),
)
def ask_unanswered(draft: Draft) -> Iterator[Hit]:
    """An ask of the notice without an answer.

    The notice lists what Amazon wants. A part that is missing, or a document of which no kind is attached, gets the
    same notice again. Where the notice offers documents to choose from, one of them is an answer and the others are
    notes; so is a document that the seller does not have where another that would serve is attached. A statement or
    a confirmation is answered by the letter itself.
    """
    if draft.notice is None:
        lettered = list(restated.asks(draft))
        for place, message in lettered:
            yield Hit(place, message, level="warning", confidence="medium")
        for place, message in asked.unanswered(draft) if not lettered else ():
            yield Hit(place, message, level="note", confidence="low")
    notice, case, catalog = draft.notice, draft.case, draft.catalog
    if notice is None or case is None or catalog is None or not draft.statements:
        return
    from amends import needed

    branch = "in-error" if case.route == "dispute" else "comply"
    wishes = [(ask, catalog.asks[ask.id]) for ask in notice.asks if ask.branch == branch and ask.id in catalog.asks]
    documents = [(ask, kind) for ask, kind in wishes if kind.documents]
    some = any(needed.attached(case, kind) for _, kind in documents)
    for ask, kind in wishes:
        wanted = _SECTIONS.get(kind.section)
        if wanted and is_plan(draft) and not draft.of(*wanted):
            yield _hit(
                draft, ask, f"The notice asks for this and the letter has no such part: {kind.title}.", notice.file
            )
        elif kind.section == "documents" and kind.documents and not needed.attached(case, kind):
            titles = [catalog.documents[d].title for d in kind.documents if d in catalog.documents]
            which = f" ({', '.join(titles)})" if titles else ""
            hit = _hit(
                draft,
                ask,
                f"The notice asks for {kind.title.lower()} and no such document is attached{which}.",
                notice.file,
            )
            known = needed.said_missing(case, kind)
            if some or (known and _served(case, kind, catalog)):
                yield hit._replace(level="note")
            elif known or case.route in needed.OFTEN_A_CHOICE:
                yield hit._replace(level="warning")
            else:
                yield hit


def _served(case: Case, kind: AskKind, catalog: Catalog) -> bool:
    """Whether a document is attached that would serve instead."""
    instead = {other for d in kind.documents if d in catalog.documents for other in catalog.documents[d].instead}
    return any(exhibit.kind in instead for exhibit in case.exhibits)


def _hit(draft: Draft, ask: Ask, message: str, file: str) -> Hit:
    return Hit(draft.beginning, message, (Related(file, short(ask.span.quote, 160), "Notice"),))
