"""GR20: an Amazon store that the case is not about."""

import re
from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.grounding.grounds import grounds
from amends.review.rule import Example, Hit, rule, short

_DOMAIN = re.compile(r"\bamazon\.(?:com\.[a-z]{2}|co\.[a-z]{2}|[a-z]{2,3})\b(?!/?\w)", re.I)


@rule(
    "GR20",
    "other-marketplace",
    level="warning",
    confidence="medium",
    source="Each store enforces for itself; a letter about another store reads like one that was sent there before",
    bad=(Example("Root cause: our listing on Amazon.de, ASIN B0C1234567, had no invoice on file.", case="plan"),),
    good=(Example("Root cause: our listing on Amazon.com, ASIN B0C1234567, had no invoice on file.", case="plan"),),
)
def other_marketplace(draft: Draft) -> Iterator[Hit]:
    """Another Amazon store than that of the notice.

    The notice comes from one store, and the letter speaks of another. If it is a slip, correct it; if both stores are
    concerned, put that into the case with its source.
    """
    case, catalog, known = draft.case, draft.catalog, grounds(draft)
    if case is None or catalog is None or known is None or "amazon." not in draft.low:
        return
    fact = case.facts.get("seller.marketplace")
    stores = {notice.marketplace for notice in case.notices if notice.marketplace}
    if fact is not None and isinstance(fact.value, str):
        stores.add(fact.value)
    if not stores or "EU" in stores:
        return
    domains = {domain: store.id for store in catalog.marketplaces.values() for domain in store.domains}
    for match in _DOMAIN.finditer(draft.text):
        domain = match.group().casefold()
        store = domains.get(domain)
        if store is None or store in stores or domain in known.text or draft.statement_at(match.start()) is None:
            continue
        notice = draft.notice
        names = ", ".join(sorted(stores))
        related = (Related(notice.file, short(notice.subject or "", 120), f"Notice from {names}"),) if notice else ()
        yield Hit(
            Span(*match.span(), match.group()),
            f"{match.group()} here; the case is about the store {names}. Correct it, or answer with its source.",
            related,
        )
