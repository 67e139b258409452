"""The sound made-up invoice and its case, to which the examples of checks are changes.

A change names a field ("invoice_date") and its new value, None to take it away, ("…", 0.3) for a value read with that
confidence. `kind`, `told` (what the seller said it is), `type` (of the file), `pages`, `scanned`, `text` and `doubts`
change the document, `lines` its goods ("ASIN | quantity | unit price | amount | description"), `notice` the notice's
text, `fact:KEY` a fact of the case and `asins` the ASINs that the seller said the document concerns. `said:FIELD` is
what the seller says that the paper says there ("said:line.quantity" on the first line of goods).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from amends.evidence import corrected
from amends.evidence.seen import Seen
from amends.identifiers import find, gtin_fault
from amends.model import (
    Ask,
    Box,
    Case,
    Correction,
    Count,
    Exhibit,
    Fact,
    Field,
    Goods,
    Notice,
    Place,
    Reading,
    Source,
    Span,
)
from amends.playbook import Catalog
from amends.typed import Any

_SAID = Source("statement", "Dana Ruiz", on=date(2026, 3, 9))
_TEXT = (
    "We removed your listing B0EXAMPL01 because of complaints about its authenticity. Please send invoices from your "
    "supplier dated within the last 365 days. We accept .pdf, .jpg, .png and .gif files."
)
FIELDS = {
    "supplier_name": "Marlow Wholesale Inc",
    "supplier_address": "118 Tannery Row, Allentown PA 18101",
    "supplier_phone": "+1 610 555 0144",
    "supplier_email": "orders@marlow.example",
    "supplier_website": "marlow.example",
    "buyer_name": "Birch & Fern Trading LLC",
    "buyer_address": "9 Mill Lane, Dayton OH 45402",
    "invoice_number": "MW-2041",
    "invoice_date": "2025-11-04",
    "currency": "USD",
    "subtotal": "492.00",
    "tax": "0.00",
    "total": "492.00",
}
LINES = ("B0EXAMPL01 | 120 | 4.10 | 492.00 | Acacia pepper mill, model PM-8",)


def notice(text: str = _TEXT) -> Notice:
    """The notice of the sample case."""
    at = max(text.find("invoices"), 0)
    return Notice(
        file="notice.eml",
        format="eml",
        sha256="0" * 64,
        text=text,
        subject=None,
        sender=None,
        kind="enforcement",
        level="listing",
        status="removed",
        enforcements=(),
        marketplace="US",
        received=date(2026, 3, 3),
        identifiers=find(text),
        deadlines=(),
        asks=(Ask("invoices", "comply", Span(at, at + 8, text[at : at + 8])),),
        route="documents",
        channel=None,
        language="en",
    )


def seen(changes: Mapping[str, Any], catalog: Catalog) -> Seen:
    """The sample document and case with some changes."""
    kind = changes.get("kind", "supplier-invoice")
    own = {key: value for key, value in changes.items() if key in FIELDS or key == "brands" or _is_field(key)}
    told = {**FIELDS, **own} if kind == "supplier-invoice" else own
    fields = []
    for at, (name, value) in enumerate(told.items()):
        text, sure = value if isinstance(value, tuple) else (value, 0.95)
        if text is not None:
            fields.append(Field(name, text, Place(1, Box(60, 40 + 14 * at, 240, 52 + 14 * at)), sure, text))
    facts = {
        "seller.name": Fact("seller.name", "name", "Birch & Fern Trading LLC", _SAID),
        "seller.address": Fact("seller.address", "text", "9 Mill Lane, Dayton OH 45402", _SAID),
        "case.asins": Fact("case.asins", "asins", ("B0EXAMPL01",), _SAID),
        "sold.B0EXAMPL01": Fact("sold.B0EXAMPL01", "count", Count(96, "unit"), _SAID),
    }
    for key, value in changes.items():
        if key.startswith("fact:"):
            name = key.removeprefix("fact:")
            facts.pop(name, None)
            if value is not None:
                facts[name] = Fact(name, "text", value, _SAID)
    ending = changes.get("type", "pdf")
    reading = Reading(
        kind,
        changes.get("sure", 0.95),
        changes.get("pages", 1),
        tuple(fields),
        tuple(goods(line, at) for at, line in enumerate(changes.get("lines", LINES))),
        changes.get("because", "Invoice"),
        tuple(changes.get("scanned", ())),
        tuple(changes.get("doubts", ())),
        (),
        changes.get("text", "Invoice"),
    )
    exhibit = Exhibit(
        "A", changes.get("told", kind), f"mw-2041-invoice.{ending}",
        changes.get("original", f"MW-2041.{ending}"),
        "1" * 64, 30_000, date(2026, 3, 9), asins=tuple(changes.get("asins", ())),
        corrections=tuple(_corrections(changes, reading)),
    )  # fmt: skip
    exhibit = corrected.joined(exhibit, reading)
    made = notice(changes["notice"]) if "notice" in changes else notice()
    case = Case("inauthentic", "documents", (made,), facts, exhibits=(exhibit,))
    return Seen(exhibit, case, catalog)


def _corrections(changes: Mapping[str, Any], reading: Reading) -> Iterator[Correction]:
    for key, says in changes.items():
        if not key.startswith("said:"):
            continue
        name = key.removeprefix("said:")
        cell = name.removeprefix(corrected.LINE)
        held = reading.lines[0] if cell != name else reading.field(name)
        if held is not None:
            read = getattr(held, cell) if isinstance(held, Goods) else held.quote or held.value
            yield Correction(name, held.place, read or "", says, _SAID.ref, date(2026, 3, 9))


def goods(line: str, at: int = 0) -> Goods:
    """A line of goods of an example; an empty part is None, a description may hold the GTIN."""
    asin, quantity, price, amount, description = (part.strip() or None for part in line.split("|"))
    digits = next((word for word in (description or "").split() if word.isdigit() and len(word) >= 8), None)
    return Goods(
        description or "",
        Place(1, Box(60, 400 + 16 * at, 540, 412 + 16 * at)),
        0.95,
        asin=asin,
        gtin=digits if digits and (gtin_fault(digits) is None or len(digits) in (12, 13)) else None,
        model="PM-8" if description and "PM-8" in description else None,
        quantity=quantity,
        unit_price=price,
        amount=amount,
    )


def with_(seen: Seen, **changes: Any) -> Seen:
    """A document with another exhibit's values, for tests."""
    return Seen(replace(seen.exhibit, **changes), seen.case, seen.catalog)


def _is_field(name: str) -> bool:
    return "_" in name and ":" not in name
