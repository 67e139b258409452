"""From pages to the fields and goods of the invoices on them: a file can hold one of many pages, or many of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from amends.evidence.amounts import mark_of
from amends.evidence.fields import Read
from amends.evidence.invoice import adding, dating, numbers, sums
from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.goods import goods_of, with_leading_codes, with_trailing_codes
from amends.evidence.invoice.held import held_against
from amends.evidence.invoice.lexicon import Lexicon, lexicon
from amends.evidence.invoice.money import country_of, currency
from amends.evidence.invoice.parties import parties
from amends.evidence.invoice.party import Party, add_by_domain
from amends.evidence.invoice.sheet import Sheet
from amends.evidence.invoice.table import Table, tables
from amends.evidence.invoice.unheaded import goods_by_arithmetic
from amends.evidence.page import Page
from amends.model.reading import SURE, Field, Goods


@dataclass(slots=True)
class _Leaf:
    """What one page gave."""

    sheet: Sheet
    skip: set[int] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    goods: list[Goods] = field(default_factory=list)
    number: Field | None = None
    dates: list[dating.Dated] = field(default_factory=list)
    sums: list[sums.Sum] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    order: Field | None = None


def read_invoices(pages: Sequence[Page]) -> Read:
    """The fields and goods of all invoices on the pages, in the order of the pages."""
    words = lexicon()
    sheets = [Sheet(page, words) for page in pages]
    mark = mark_of(_numbers(sheets))
    fields: list[Field] = []
    goods: list[Goods] = []
    for leaves in _invoices(sheets, mark, words):
        fields.extend(_fields(leaves, words))
        lines = [line for leaf in leaves for line in leaf.goods]
        found = [one for leaf in leaves for one in leaf.sums]
        goods.extend(held_against(lines, found, any(leaf.sheet.scanned for leaf in leaves)))
    return Read(tuple(fields), tuple(goods))


def _numbers(sheets: Sequence[Sheet]) -> list[str]:
    return [
        text
        for sheet in sheets
        for cells in sheet.rows
        for cell in cells
        for word in cell.words
        if (text := word.text.strip("$€£¥()-+*%"))[-3:-2] in (".", ",") and text[-1:].isdigit() and text[:1].isdigit()
    ]


def _invoices(sheets: Sequence[Sheet], mark: str, words: Lexicon) -> list[list[_Leaf]]:
    """The pages of each invoice: a new one begins where another number stands."""
    invoices: list[list[_Leaf]] = []
    known = ""
    before: Columns | None = None
    for sheet in sheets:
        leaf = _Leaf(sheet)
        found = tables(sheet, words, mark, before if invoices else None)
        for table in found:
            _take(leaf, table, words)
        leaf.number = numbers.invoice_number(sheet, leaf.skip)
        if leaf.number is not None and known and leaf.number.value != known and leaf.number.confidence >= 0.5:
            invoices.append([leaf])
        elif invoices:
            invoices[-1].append(leaf)
        else:
            invoices.append([leaf])
        if leaf.number is not None and leaf.number.confidence >= 0.5:
            known = leaf.number.value
        before = found[-1].columns if found else None
        if not leaf.goods and not found:
            for line, used in goods_by_arithmetic(sheet, leaf.skip, mark, words):
                leaf.goods.append(line)
                leaf.said.update(used)
        leaf.order = numbers.order_number(sheet, leaf.skip)
        leaf.dates = dating.dated(sheet, leaf.skip)
        leaf.sums = sums.sums_of(sheet, leaf.skip, mark, _whole(leaf))
        for table in found:
            under = sums.sums_in_columns(sheet, table.columns, leaf.skip, mark)
            there = {one.row for one in leaf.sums if one.name == "subtotal"}
            if under and under[0].row not in there:
                rows = {one.row for one in under}
                leaf.sums = [one for one in leaf.sums if one.row not in rows] + under
        leaf.parties = parties(sheet, leaf.skip | leaf.said, words)
    return invoices


def _take(leaf: _Leaf, table: Table, words: Lexicon) -> None:
    leaf.skip.update(range(max(table.columns.first, 0), table.columns.last + 1))
    leaf.skip.update(row for line in table.lines for row in line.rows)
    goods = [goods_of(line, table.columns, words, leaf.sheet.scanned) for line in table.lines]
    leaf.goods.extend(with_trailing_codes(with_leading_codes(goods), leaf.sheet.scanned))


def _whole(leaf: _Leaf) -> bool:
    """Whether the amounts of the goods have no decimals, so that a sum may have none."""
    amounts = [line.amount for line in leaf.goods if line.amount]
    return bool(amounts) and all("." not in text for text in amounts)


def _fields(leaves: Sequence[_Leaf], words: Lexicon) -> list[Field]:
    fields: list[Field] = []
    seller = _surest([leaf.parties.get("supplier") for leaf in leaves])
    buyer = _surest([leaf.parties.get("buyer") for leaf in leaves])
    sheets = [leaf.sheet for leaf in leaves]
    others = [party for leaf in leaves for party in leaf.parties.values()]
    if seller is not None:
        add_by_domain(seller, sheets)
        fields.extend(seller.fields("supplier", sheets, others, words))
    if buyer is not None:
        fields.extend(buyer.fields("buyer", sheets, others, words))
    numbered = (_first([leaf.number for leaf in leaves]), _first([leaf.order for leaf in leaves]))
    fields.extend(found for found in numbered if found is not None)
    country = country_of(seller.text, words) if seller is not None else ""
    other = country_of(buyer.text, words) if buyer is not None else ""
    countries = [land for land in (country, other) if land]
    money = currency([leaf.sheet for leaf in leaves], country, countries, words)
    dates = [one for leaf in leaves for one in leaf.dates]
    code = money.value if money is not None and money.confidence >= 0.5 else ""
    order = dating.order_of(dates, country, countries, code, _foreign(leaves))
    day = dating.invoice_date(dates, order)
    if day is not None:
        fields.append(day)
    if money is not None:
        fields.append(money)
    amounts = [Decimal(line.amount) for leaf in leaves for line in leaf.goods if line.amount is not None]
    complete = all(line.amount is not None for leaf in leaves for line in leaf.goods)
    total = sum(amounts, Decimal(0)) if amounts and complete else None
    fields.extend(adding.chosen([one for leaf in leaves for one in leaf.sums], total))
    return (
        fields if _is_invoice(leaves, fields) else [one._replace(confidence=min(one.confidence, 0.4)) for one in fields]
    )


def _is_invoice(leaves: Sequence[_Leaf], fields: Sequence[Field]) -> bool:
    """Whether the pages show at least two of what makes an invoice: number, goods, total, title.

    On another paper the same words mean something else, so nothing read there is sure.
    """
    # A value of a scan may be read wrong and still shows what paper it is.
    least = 0.3 if any(leaf.sheet.scanned for leaf in leaves) else SURE
    known = {one.name for one in fields if one.confidence >= least}
    titled = any(
        "title" in label.ids and label.start == 0
        for leaf in leaves
        for cells in leaf.sheet.rows
        for cell in cells
        for label in cell.labels
    )
    return ("invoice_number" in known) + ("total" in known) + any(leaf.goods for leaf in leaves) + titled >= 2


def _surest(found: Sequence[Party | None]) -> Party | None:
    there = [party for party in found if party is not None]
    return max(there, key=lambda party: party.confidence) if there else None


def _first(found: Sequence[Field | None]) -> Field | None:
    there = [one for one in found if one is not None]
    return max(there, key=lambda one: one.confidence) if there else None


# One word each that only the labels of such a language have.
_FOREIGN = frozenset(
    "rechnung rechnungsdatum datum facture fatura factura fattura factuur faktura fecha data numer".split()
)


def _foreign(leaves: Sequence[_Leaf]) -> bool:
    """Whether the labels are in a language whose countries write the day first."""
    return not all(_FOREIGN.isdisjoint(cell.plains) for leaf in leaves for cells in leaf.sheet.rows for cell in cells)
