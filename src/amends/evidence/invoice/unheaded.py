"""Goods without column words over them: rows whose numbers prove each other, and "60 units at USD 6.80"."""

from __future__ import annotations

from decimal import Decimal

from amends.evidence.amounts import Amount, amount
from amends.evidence.doubt import proven, sureness
from amends.evidence.invoice.cellvalues import is_same, product_fits
from amends.evidence.invoice.goods import identifiers
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Sheet
from amends.evidence.invoice.weighing import unproven
from amends.evidence.page import Word, around
from amends.model.reading import Goods, Place
from amends.typed import NamedTuple

_MOST_NUMBERS = 8
_PROVEN, _NEARLY = 0.75, 0.45
_NEAR_ROWS = (0, -1, 1, -2)
_MOST_ROWS_OVER = 3
_INSIDE = 0.75
_JOINING = frozenset({"·", "at", "@", "x", "×", "*", "à", "a", "zu", "je", "per", "for", "each", "=", "de"})


class _Product(NamedTuple):
    """Where the numbers of a line stand: rows of the sheet and the words there."""

    row: int
    pieces: Decimal
    price: Amount
    total: Amount
    used: frozenset[int]
    total_row: int


def goods_by_arithmetic(
    sheet: Sheet, skip: set[int], mark: str, lexicon: Lexicon
) -> list[tuple[Goods, tuple[int, ...]]]:
    """The goods of a page whose numbers prove them to be such, outside of some rows, each with its rows."""
    found: list[tuple[Goods, tuple[int, ...]]] = []
    free = 0
    numbers = [_numbers(sheet, at, mark) if at not in skip else [] for at in range(len(sheet.rows))]
    for at in range(len(sheet.rows)):
        if at < free or at in skip or not numbers[at]:
            continue
        product = _product(sheet, at, numbers, free)
        if product is None:
            continue
        line = _goods(sheet, product, free, skip, lexicon)
        if line is not None:
            found.append(line)
            free = max(line[1]) + 1
    return found


def _words(sheet: Sheet, at: int) -> list[Word]:
    return [word for cell in sheet.rows[at] for word in cell.words]


def _numbers(sheet: Sheet, at: int, mark: str) -> list[tuple[Word, Amount, bool]]:
    """The numbers of a row, each with whether it can be money."""
    words = _words(sheet, at)
    found: list[tuple[Word, Amount, bool]] = []
    for index, word in enumerate(words):
        if "%" in word.text or not any(c.isdigit() for c in word.text):
            continue
        # "24x" and "@9.40" are numbers with what joins them.
        read = amount(word.text.strip("x×@*"), mark)
        if read is not None:
            before = words[index - 1].text if index else ""
            money = (
                bool(read.currency) or int(read.value.as_tuple().exponent) <= -2 or before in ("$", "€", "£", "¥", "₹")
            )
            found.append((word, read, money))
    return found if len(found) <= _MOST_NUMBERS else []


def _product(sheet: Sheet, at: int, numbers: list[list[tuple[Word, Amount, bool]]], free: int) -> _Product | None:
    for place, (counted, count, _) in enumerate(numbers[at]):
        if count.currency or count.value != count.value.to_integral_value() or not 0 < count.value < 1_000_000:
            continue
        for priced, price, is_money in numbers[at][place + 1 :]:
            if not is_money:
                continue
            for step in _NEAR_ROWS:
                row = at + step
                if not free <= row < len(sheet.rows):
                    continue
                if step and not _joins(sheet, at, counted, priced):
                    break
                for summed, total, total_is_money in numbers[row]:
                    if summed is priced or not total_is_money or not total.value:
                        continue
                    if product_fits(count.value, price.value, total.value):
                        used = frozenset(map(id, (counted, priced, summed)))
                        return _Product(at, count.value, price, total, used, row)
    return None


def _joins(sheet: Sheet, at: int, counted: Word, priced: Word) -> bool:
    """Whether nothing but what joins a number and its price stands between them: "144 × $63.30", "60 units at 6.80"."""
    words = _words(sheet, at)
    between = words[words.index(counted) + 1 : words.index(priced)]
    return (
        (len(between) <= 3 and any(word.text.lower() in _JOINING for word in between))
        or counted.text.endswith(("x", "×"))
        or priced.text.startswith(("@", "x", "×", "*"))
    )


def _goods(
    sheet: Sheet, product: _Product, free: int, skip: set[int], lexicon: Lexicon
) -> tuple[Goods, tuple[int, ...]] | None:
    first, last = min(product.row, product.total_row), max(product.row, product.total_row)
    texts = {at: _text(sheet, at, product, lexicon) for at in range(first, last + 1)}
    if any(
        cell.labels and cell.labels[0].start == 0 and "sums:total" in cell.labels[0].ids
        for cell in sheet.rows[first][:1]
    ):
        return None
    while (
        first > free
        and first - 1 not in skip
        and (not _says(texts) or product.row != product.total_row)
        and last - first < _MOST_ROWS_OVER
        and _follows(sheet, first)
        and not _begins_other(sheet, first - 1)
    ):
        first -= 1
        texts[first] = _text(sheet, first, product, lexicon)
    rest = [word for at in sorted(texts) for word in texts[at]]
    kept, ids = identifiers(rest, lexicon)
    description = " ".join(word.text for word in kept if word.text.strip("._|·")).strip(" ,;-–|/:.")
    if not any(c.isalpha() for c in description):
        return None
    used = [word for at in range(first, last + 1) for word in _words(sheet, at)]
    scanned = sureness(used) < 1.0
    # In a scan a digit may be another and the product of a rounded price still fit; and nothing tells where a
    # description begins that no column holds.
    exact = not scanned or is_same(product.pieces * product.price.value, product.total.value)
    doubted = unproven(description, kept, ids, used)
    line = Goods(
        description,
        Place(sheet.number, around(used)),
        round(proven(_PROVEN if exact else _NEARLY, used), 3),
        ids.get("asin"),
        ids.get("sku"),
        ids.get("gtin"),
        ids.get("model"),
        format(product.pieces.to_integral_value(), "f"),
        product.price.text,
        product.total.text,
        tuple(dict.fromkeys((*doubted, *(("description",) if scanned else ())))),
    )
    return line, tuple(range(first, last + 1))


def _follows(sheet: Sheet, at: int) -> bool:
    """Whether a row stands close under the one before."""
    gap, height = sheet.top(at) - sheet.bottom(at - 1), sheet.bottom(at) - sheet.top(at)
    return gap <= _INSIDE * sheet.loose * height


def _says(texts: dict[int, list[Word]]) -> bool:
    return any(sum(c.isalpha() for c in word.text) > 2 for words in texts.values() for word in words)


def _begins_other(sheet: Sheet, at: int) -> bool:
    """Whether a row begins with a label, so that it is no part of a description."""
    cell = sheet.rows[at][0]
    return (
        bool(cell.labels)
        and cell.labels[0].start == 0
        and any(name.startswith(("fields:", "weak:", "parties:", "sums:")) for name in cell.labels[0].ids)
    )


def _text(sheet: Sheet, at: int, product: _Product, lexicon: Lexicon) -> list[Word]:
    """The words of a row without the numbers, their units and currency, and the labels of sums."""
    found: list[Word] = []
    for cell in sheet.rows[at]:
        named = {
            index
            for label in cell.labels
            if label.leading and any(name.startswith("sums:") for name in label.ids)
            for index in range(label.start, label.end)
        }
        for index, word in enumerate(cell.words):
            before = cell.words[index - 1] if index else None
            if id(word) in product.used or index in named or word.text in lexicon.currencies:
                continue
            if before is not None and id(before) in product.used and plain(word.text) in lexicon.units:
                continue
            after = cell.words[index + 1] if index + 1 < len(cell.words) else None
            first = cell.words[index - 2] if index > 1 else None
            near = any(id(one) in product.used for one in (before, after) if one is not None) or (
                before is not None and before.text.lower() in lexicon.units and id(first) in product.used
            )
            if (near and word.text.lower() in _JOINING) or word.text in ("$", "€", "£") or not word.text.strip("."):
                continue
            found.append(word)
    return found
