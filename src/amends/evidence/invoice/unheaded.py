"""Goods without column words over them: rows in which a number times a price is an amount, and "60 units at USD 6.80"."""

from __future__ import annotations

from decimal import Decimal

from amends.evidence.amounts import Amount, amount
from amends.evidence.invoice.goods import identifiers
from amends.evidence.invoice.find import sureness
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.invoice.table import product_fits
from amends.evidence.page import Word, around
from amends.model.reading import Goods, Place

_MOST_NUMBERS = 8
_ALIGNED, _SAID = 0.75, 0.7
_AT = frozenset({"at", "@", "x", "×", "a", "à", "zu", "je", "*", "per", "for", "each"})


def goods_by_arithmetic(sheet: Sheet, skip: set[int], mark: str, lexicon: Lexicon) -> list[Goods]:
    """The rows of a page whose numbers prove them to be goods, outside of some rows."""
    found: list[Goods] = []
    for at, cells in enumerate(sheet.rows):
        if at in skip or any(cell.first("sums:", "carried") and cell.labels[0].start == 0 for cell in cells[:1]):
            continue
        line = _line(sheet, at, cells, mark, lexicon)
        if line is not None:
            found.append(line)
    return found


def _line(sheet: Sheet, at: int, cells: list[Cell], mark: str, lexicon: Lexicon) -> Goods | None:
    words = [word for cell in cells for word in cell.words]
    numbers: list[tuple[int, Amount]] = []
    for index, word in enumerate(words):
        text = word.text
        if not any(c.isdigit() for c in text) or "%" in text:
            continue
        # "24x" and "@9.40" are numbers with what joins them.
        read = amount(text.strip("x×@*()"), mark)
        if read is not None:
            numbers.append((index, read))
    if not 3 <= len(numbers) <= _MOST_NUMBERS:
        return None
    for quantity_at, count in numbers:
        if count.value != count.value.to_integral_value() or count.currency or not 0 < count.value < 1_000_000:
            continue
        for price_at, price in numbers:
            if price_at == quantity_at or not _is_money(words, price_at, price):
                continue
            for total_at, total in numbers:
                if total_at <= max(price_at, quantity_at) or not _is_money(words, total_at, total) or not total.value:
                    continue
                if not product_fits(count.value, price.value, total.value):
                    continue
                return _goods(sheet, at, words, (quantity_at, price_at, total_at), (count.value, price, total), lexicon)
    return None


def _is_money(words: list[Word], at: int, read: Amount) -> bool:
    return (
        bool(read.currency)
        or int(read.value.as_tuple().exponent) <= -2
        or (at > 0 and not words[at - 1].text.isalnum() and words[at - 1].text in "$€£¥₹")
    )


def _goods(
    sheet: Sheet,
    at: int,
    words: list[Word],
    places: tuple[int, int, int],
    values: tuple[Decimal, Amount, Amount],
    lexicon: Lexicon,
) -> Goods | None:
    rest = [
        word
        for index, word in enumerate(words)
        if index not in places
        and not (plain(word.text) in lexicon.units and index > 0 and index - 1 in places)
        and word.text not in ("=", "@", "x", "×", "*", "$", "€", "£", "at")
        and word.text not in lexicon.currencies
    ]
    used = list(words)
    if not any(sum(c.isalpha() for c in word.text) > 2 for word in rest):
        above = sheet.rows[at - 1] if at else []
        if not above or any(cell.labels and cell.labels[0].start == 0 and cell.labels[0].leading for cell in above[:1]):
            return None
        if sheet.top(at) - sheet.bottom(at - 1) > 1.2 * (words[0].box.bottom - words[0].box.top):
            return None
        rest = list(above[0].words)
        used = [*rest, *used]
    kept, ids = identifiers(rest, lexicon)
    description = " ".join(word.text for word in kept).strip(" ,;-–|/:")
    if not any(c.isalpha() for c in description):
        return None
    count, price, total = values
    return Goods(
        description,
        Place(sheet.number, around(used)),
        round(_ALIGNED * sureness(used), 3),
        ids.get("asin"),
        ids.get("sku"),
        ids.get("gtin"),
        ids.get("model"),
        format(count.to_integral_value(), "f"),
        price.text,
        total.text,
    )
