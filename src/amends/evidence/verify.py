"""Whether the evidence of a case meets what Amazon asks: per document, per ASIN, per ask of the notice.

Pure: the case with the readings of its exhibits in, a verdict out. A value that nobody can be sure of never makes a
document fail; it makes it unclear, and says where to look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from amends import needed
from amends.evidence.across import across
from amends.evidence.alternatives import alternatives, settled
from amends.evidence.check import checks
from amends.evidence.demand import Demand
from amends.evidence.seen import Seen, asins_of, lines_of, number
from amends.model import Case, Check, Count, Exhibit, Outcome
from amends.needed import INVOICES
from amends.playbook import AskKind, Catalog
from amends.values import listed

_RANK: dict[Outcome, int] = {"fails": 0, "unclear": 1, "meets": 2}
_MOST_NAMED = 3
_COVERAGE = "Seller Forums staff posts 8be798a9, 884393ff: the invoices cover 365 days of sales of each ASIN"


@dataclass(frozen=True, slots=True)
class Judged:
    """One exhibit, what the checks say of it, and what follows."""

    exhibit: Exhibit
    checks: tuple[Check, ...]
    verdict: Outcome


@dataclass(frozen=True, slots=True)
class Product:
    """One ASIN of the notice: the exhibits that show it bought, the units on them, and the units sold.

    `invoiced` counts only invoices that do not fail; None when no line names the ASIN. `sold` is None when the case
    does not know it.
    """

    asin: str
    exhibits: tuple[str, ...]
    invoiced: Decimal | None
    sold: int | None
    verdict: Outcome
    message: str
    todo: str = ""
    source: str = _COVERAGE


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on the evidence of a case. `held` are the documents that are kept back; they count for nothing."""

    exhibits: tuple[Judged, ...]
    products: tuple[Product, ...]
    demands: tuple[Demand, ...]
    held: tuple[Judged, ...] = ()

    @property
    def verdict(self) -> Outcome:
        """The worst of what was judged per ASIN and per ask; that of the documents when neither is there."""
        parts = [product.verdict for product in self.products] + [demand.verdict for demand in self.demands]
        parts = parts or [judged.verdict for judged in self.exhibits]
        return min(parts, key=_RANK.__getitem__, default="unclear")

    def of(self, label: str) -> Judged | None:
        """What was said of one exhibit."""
        return next((judged for judged in (*self.exhibits, *self.held) if judged.exhibit.label == label), None)


def verify(case: Case, catalog: Catalog) -> Verified:
    """Check every exhibit that was read, and what they come to for each ASIN and each ask."""
    together: dict[str, list[Check]] = {}
    for label, said in across([(each.label, each.reading) for each in case.exhibits if each.reading is not None]):
        together.setdefault(label, []).append(said)
    judged = tuple(judge(exhibit, case, catalog, together.get(exhibit.label, ())) for exhibit in case.exhibits)
    wanted = needed.documents(case, catalog)
    held = tuple(judge(exhibit, case, catalog) for exhibit in case.held)
    invoices = any(set(INVOICES) & {w.kind, *w.also} for w in wanted)
    products = _products(case, catalog, judged, held) if invoices else ()
    demands = _demands(case, catalog, judged, products, wanted)
    groups = alternatives(case.notice, branch_of(case)) if case.notice else ()
    if groups:
        open_ = {demand.ask for demand in demands if demand.verdict != "meets"}
        demands = settled(demands, groups, {id: ask.title for id, ask in catalog.asks.items()})
        asked = [demand for demand in demands if set(catalog.asks[demand.ask].documents) & set(INVOICES)]
        if asked and all(demand.verdict == "meets" and demand.ask in open_ for demand in asked):
            products = tuple(
                product
                if product.verdict == "meets"
                else replace(product, verdict="meets", message=f"{product.message} {asked[0].message}", todo="")
                for product in products
            )
    return Verified(judged, products, demands, held)


def judge(exhibit: Exhibit, case: Case, catalog: Catalog, together: Sequence[Check] = ()) -> Judged:
    """What the checks say of one exhibit, and what it shows `together` with others. Without a reading only its file is
    judged.
    """
    seen = Seen(exhibit, case, catalog)
    if exhibit.reading is None:
        found = [said for rule in checks() if rule.name in ("file-type", "file-name") for said in rule.of(seen)]
        fails = any(said.level == "error" for said in found)
        return Judged(exhibit, tuple(found), "fails" if fails else "unclear")
    found = [*(said for rule in checks() for said in rule.of(seen)), *exhibit.reading.signs, *together]
    found.sort(key=lambda said: ("error", "warning", "note").index(said.level))
    return Judged(exhibit, tuple(found), _outcome(found, seen))


def _outcome(found: list[Check], seen: Seen) -> Outcome:
    levels = {said.level for said in found}
    if "error" in levels:
        return "fails"
    if "warning" in levels or seen.kind not in seen.catalog.documents:
        return "unclear"
    return "meets"


def _products(
    case: Case, catalog: Catalog, judged: tuple[Judged, ...], held: tuple[Judged, ...]
) -> tuple[Product, ...]:
    def invoices(among: tuple[Judged, ...]) -> list[Judged]:
        return [each for each in among if Seen(each.exhibit, case, catalog).kind in INVOICES]

    sent, kept = invoices(judged), invoices(held)
    given_up = _given_up(case, catalog)
    return tuple(
        Product(
            asin, (), None, units_sold(case, asin), "meets", f"{asin} was given up; the answer does not ask for it."
        )
        if asin in given_up
        else _product(
            asin, units_sold(case, asin), _bought(asin, case, catalog, sent), _bought(asin, case, catalog, kept)
        )
        for asin in asins_of(case)
    )


def branch_of(case: Case) -> str:
    """The side that the seller takes, for which the notice asks."""
    return "in-error" if case.value("case.position") == "in-error" else "comply"


def _given_up(case: Case, catalog: Catalog) -> set[str]:
    """The products whose listing the answer does not ask back, as an action that it tells of says."""
    found: set[str] = set()
    for id in case.actions:
        # The slots of an action that applies twice stand under its id with the suffix.
        action = catalog.actions.get(id.partition("#")[0])
        value = case.value(f"{id}.{action.gives_up}") if action is not None and action.gives_up else None
        if isinstance(value, tuple):
            found.update(each for each in value if isinstance(each, str))
    return found


@dataclass(frozen=True, slots=True)
class _Bought:
    """What some invoices show of one ASIN: the labels of those that count and of those that fail, and the units."""

    labels: tuple[str, ...]
    failing: tuple[str, ...]
    units: Decimal
    unsure: bool


def _bought(asin: str, case: Case, catalog: Catalog, invoices: list[Judged]) -> _Bought:
    labels: list[str] = []
    failing: list[str] = []
    units, unsure = Decimal(0), False
    for each in invoices:
        lines = list(lines_of(Seen(each.exhibit, case, catalog), asin))
        if not lines:
            continue
        counts = [number(goods.quantity) for goods in lines]
        if each.verdict == "fails" and not each.exhibit.held:
            failing.append(each.exhibit.label)
            continue
        labels.append(each.exhibit.label)
        unsure |= (
            each.verdict == "unclear"
            or None in counts
            or not all(goods.sure and goods.asin in (None, asin) for goods in lines)
        )
        units += sum(count or 0 for count in counts)
    return _Bought(tuple(labels), tuple(failing), units, unsure)


def _product(asin: str, sold: int | None, sent: _Bought, kept: _Bought) -> Product:
    fails = sent.failing
    rest = f" {_exhibits(fails)} {'does' if len(fails) == 1 else 'do'} not count: see there." if fails else ""
    if kept.labels:
        rest += f" Kept back: {listed(kept.labels)} with {kept.units:f} units"
        missing = (sold or 0) - sent.units - kept.units
        rest += f"; even with them {missing:f} units sold have no invoice." if missing > 0 else "."
    if not sent.labels:
        words = (
            f"No invoice that counts names {asin}{'' if sold is None else f', of which {sold} units were sold'}.{rest}"
        )
        todo = (
            "Ask the supplier for one that meets the rules; `amends letters` writes the request."
            if fails or kept.labels
            else "Add an invoice that names it, or say with --asin which exhibit concerns this ASIN alone."
        )
        return Product(asin, (), None, sold, "fails" if fails or kept.labels else "unclear", words, todo)
    labels, units = sent.labels, sent.units
    where = f"{_exhibits(labels)} {'shows' if len(labels) == 1 else 'show'} {units:f} units of {asin} bought"
    if sold is None:
        todo = "Add the orders report of the last 365 days, or say it: --sold ASIN=UNITS."
        return Product(asin, labels, units, None, "unclear", f"{where}; how many were sold is not known.{rest}", todo)
    if units < sold:
        words = f"{where}, {sold} were sold: {sold - units:f} units have no invoice.{rest}"
        todo = "Add the invoices of the rest, or state openly which units have none."
        return Product(asin, labels, units, sold, "unclear" if sent.unsure else "fails", words, todo)
    todo = "Look at the exhibits marked unclear." if sent.unsure else ""
    return Product(
        asin, labels, units, sold, "unclear" if sent.unsure else "meets", f"{where}, {sold} were sold.{rest}", todo
    )


def _open(id: str, kind: AskKind, quote: str, how: needed.Standing, reason: str | None, catalog: Catalog) -> Demand:
    """A demand that no exhibit answers."""
    document = catalog.documents.get(kind.documents[0])
    obtain = document.obtain if document else ""
    titles = [catalog.documents[each].title for each in kind.documents if each in catalog.documents]
    which = " or ".join(f"{title[:1].lower()}{title[1:]}" for title in titles[:_MOST_NAMED])
    match how:
        case "lacking":
            words = f"You said that you do not have it{': ' + reason if reason else ''}."
            return Demand(id, kind.title, quote, (), "unclear", words, "The letter has to say so openly.", how)
        case "choice":
            words = f"No such document is there ({which}). The notice names several; one of them is often enough."
            return Demand(id, kind.title, quote, (), "unclear", words, "", how)
        case "words" | "documents":
            words = f"The letter answers it in words. A document that shows it helps: {which}."
            return Demand(id, kind.title, quote, (), "unclear", words, "", how)
        case "needed":
            return Demand(id, kind.title, quote, (), "fails", "Nothing answers it yet.", obtain, how)


def _exhibits(labels: Sequence[str]) -> str:
    return f"Exhibit{'s' if len(labels) > 1 else ''} {listed(labels)}"


def units_sold(case: Case, asin: str) -> int | None:
    """The units of an ASIN that were sold in the time that the notice asks for, or None (fact `sold.ASIN`)."""
    value = case.value(f"sold.{asin}")
    return value.number if isinstance(value, Count) else None


def _demands(
    case: Case,
    catalog: Catalog,
    judged: tuple[Judged, ...],
    products: tuple[Product, ...],
    wanted: tuple[needed.Wanted, ...],
) -> tuple[Demand, ...]:
    found = []
    lacking = {each.kind: each.lacking for each in wanted}
    for ask, kind in needed.asked(case, catalog):
        if not kind.documents:
            continue
        named = {name for document in kind.documents for name in needed.files_named(case, document)}
        served = [
            each
            for each in judged
            if Seen(each.exhibit, case, catalog).kind in kind.documents
            or each.exhibit.kind in kind.documents
            or each.exhibit.name in named
        ]
        if served:
            found.append(_demand(ask.id, kind.title, ask.span.quote, served, products, kind.documents))
        else:
            how = needed.standing(kind, case, catalog)
            reason = next((why for each in kind.documents if (why := lacking.get(each)) is not None), None)
            found.append(_open(ask.id, kind, ask.span.quote, "lacking" if reason is not None else how, reason, catalog))
    return tuple(found)


def _demand(
    id: str,
    title: str,
    quote: str,
    served: list[Judged],
    products: tuple[Product, ...],
    kinds: tuple[str, ...],
) -> Demand:
    labels = tuple(each.exhibit.label for each in served)
    if products and set(kinds) & set(INVOICES):
        worst = min((p.verdict for p in products), key=_RANK.__getitem__)
        open_ = [p.asin for p in products if p.verdict != "meets"]
        words = f"Not yet for {listed(open_)}." if open_ else "Every ASIN of the notice is covered."
        return Demand(id, title, quote, labels, worst, words, "" if not open_ else "See the products above.")
    best = max((each.verdict for each in served), key=_RANK.__getitem__)
    words = {"meets": "answered", "unclear": "answered, but look at it first", "fails": "there, but it fails"}[best]
    return Demand(id, title, quote, labels, best, f"{_exhibits(labels)}: {words}.")
