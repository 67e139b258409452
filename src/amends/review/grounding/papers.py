"""What the documents say that a sentence cites, held against what the sentence says.

Only what was read surely counts, and only what can be meant: a number of the same form as the invoice's own, a day in
the line that lists the document, units of a product that the cited invoices name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from amends import dates
from amends.dates import written
from amends.model import Related, Span
from amends.needed import INVOICES
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from amends.model import Exhibit, Field, Goods
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_LONGEST = 100_000
_LABELS = re.compile(r"\bExhibits?\s+([A-Z]{1,2}(?:\s*(?:,|and|&)\s*[A-Z]{1,2}\b(?!\w))*)")
_TOKEN = re.compile(r"(?<![\w./-])[A-Z0-9](?:[A-Z0-9/-]{2,24})(?![\w-])")
_CALLED = re.compile(r"\binvoices?\s+(?:no\.?\s*|number\s+|#\s*)?$", re.I)
_UNITS = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d{1,7})\s+(?:units?|pieces?|pcs)\b")
_BOUGHT = re.compile(r"\b(?:bought|purchased|invoiced?|invoices|cover(?:s|ed)?|shows?)\b", re.I)
_SOLD = re.compile(r"\b(?:sold|returned|refunded|removed|recalled|destroyed)\b", re.I)


class Unlike(NamedTuple):
    """A place where the draft says something else than the document it cites."""

    span: Span
    says: str
    related: Related


def unlike(draft: Draft) -> Iterator[Unlike]:
    """The places of a draft that differ from the documents they cite."""
    exhibits = draft.case.exhibits if draft.case is not None else ()
    read = [exhibit for exhibit in exhibits if exhibit.reading is not None]
    if not read:
        return
    for statement in draft.statements:
        cited = _cited(draft, statement, read)
        if cited:
            yield from _numbers(statement, cited)
            yield from _days(draft, statement, cited)
            yield from _units(draft, statement, cited)


def _cited(draft: Draft, statement: Statement, read: list[Exhibit]) -> list[Exhibit]:
    labels: set[str] = set()
    for match in _LABELS.finditer(statement.text):
        labels.update(re.findall(r"[A-Z]{1,2}", match.group(1)))
    names = {match.group().lower() for match in draft.files_in(statement)}
    return [each for each in read if each.label in labels or each.name.lower() in names]


def _field(exhibit: Exhibit, name: str) -> Field | None:
    return exhibit.reading.sure(name) if exhibit.reading is not None else None


def _numbers(statement: Statement, cited: list[Exhibit]) -> Iterator[Unlike]:
    own = [(each, field) for each in cited if (field := _field(each, "invoice_number")) is not None]
    if not own:
        return
    known = {_bare(field.value) for _, field in own}
    for match in _TOKEN.finditer(statement.text):
        token = match.group()
        if _bare(token) in known or not any(c.isdigit() for c in token) or _stands(token, cited):
            continue
        called = _CALLED.search(statement.text[max(0, match.start() - 24) : match.start()]) is not None
        for exhibit, field in own:
            if _form(token, called) == _form(field.value, called):
                start = statement.start + match.start()
                yield Unlike(Span(start, start + len(token), token), field.value, _place(exhibit, field))
                break


def _days(draft: Draft, statement: Statement, cited: list[Exhibit]) -> Iterator[Unlike]:
    if len(cited) != 1 or statement.part != "documentation":
        return
    field = _field(cited[0], "invoice_date") if cited[0].kind in INVOICES else None
    days = draft.dates_in(statement)
    if field is None or len(days) != 1:
        return
    day, (start, end) = days[0].date, days[0].span[:2]
    # A file may hold several invoices: a day that stands anywhere on it is no contradiction.
    if day is not None and day.isoformat() != field.value and not _stands_day(day, cited[0]):
        yield Unlike(Span(start, end, draft.text[start:end]), _long(field.value), _place(cited[0], field))


def _units(draft: Draft, statement: Statement, cited: list[Exhibit]) -> Iterator[Unlike]:
    asins = {identifier.value for identifier in draft.identifiers_in(statement) if identifier.kind == "asin"}
    if len(asins) != 1 or not _BOUGHT.search(statement.text) or _SOLD.search(statement.text):
        return
    asin = asins.pop()
    lines = [(each, goods) for each in cited for goods in _lines(each) if goods.asin == asin]
    counts = [_count(goods) for _, goods in lines]
    if not lines or None in counts:
        return
    total = sum(count for count in counts if count is not None)
    said = list(_UNITS.finditer(statement.text))
    if len(said) != 1:
        return
    number = Decimal(said[0].group(1).replace(",", ""))
    if number != total and number not in counts:
        start = statement.start + said[0].start()
        exhibit, goods = lines[0]
        quote = f"{goods.quantity} x {goods.description}" if len(lines) == 1 else f"{total:f} units in all"
        yield Unlike(
            Span(start, start + len(said[0].group()), said[0].group()),
            f"{total:f} units of {asin}",
            Related(exhibit.name, quote[:160], f"Exhibit {exhibit.label}, page {goods.place.page}"),
        )


def _lines(exhibit: Exhibit) -> tuple[Goods, ...]:
    return exhibit.reading.lines if exhibit.reading is not None else ()


def _count(goods: Goods) -> Decimal | None:
    if not goods.sure or goods.quantity is None:
        return None
    try:
        return Decimal(goods.quantity)
    except ArithmeticError:
        return None


def _place(exhibit: Exhibit, field: Field) -> Related:
    return Related(
        exhibit.name, (field.quote or field.value)[:160], f"Exhibit {exhibit.label}, page {field.place.page}"
    )


def _stands(token: str, cited: list[Exhibit]) -> bool:
    """Whether a number stands anywhere on the documents that are cited."""
    return any(token.upper() in each.reading.text.upper() for each in cited if each.reading is not None)


def _stands_day(day: date, exhibit: Exhibit) -> bool:
    text = exhibit.reading.text[:_LONGEST] if exhibit.reading is not None else ""
    return any(day in found.readings for found in dates.find(text))


def _bare(number: str) -> str:
    return "".join(c for c in number.upper() if c.isalnum())


def _form(number: str, letters_too: bool) -> str:
    """How a number is built. Its letters are part of that, since other numbers of a firm differ in them, unless the
    sentence calls it an invoice.
    """
    return "".join("9" if c.isdigit() else "A" if letters_too and c.isalpha() else c for c in number.upper())


def _long(day: str) -> str:
    from datetime import date

    try:
        return written(date.fromisoformat(day))
    except ValueError:
        return day
