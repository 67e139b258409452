"""Invoices as a recogniser reads them: what it mistook is not sure, what sums prove stays sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from tests.evidence.invoice.drawn import page, pages
from tests.evidence.invoice.layouts import LAYOUTS, Layout

from amends.evidence import readers
from amends.evidence.fields import Read
from amends.evidence.page import Page, Word

CLEARLY, BARELY = 0.995, 0.9
_NUMBERS = frozenset({"subtotal", "tax", "total"})
# One word in so many is misread at a time.
EACH = 3


def scanned(drawn: tuple[Page, ...], changed: dict[tuple[int, int], Word] | None = None) -> Read:
    made = [
        Page(
            one.number,
            one.width,
            one.height,
            tuple(
                (changed or {}).get((at, number), word._replace(confidence=CLEARLY))
                for number, word in enumerate(one.words)
            ),
            scanned=True,
        )
        for at, one in enumerate(drawn)
    ]
    return readers.read("supplier-invoice", made)


def misread(drawn: tuple[Page, ...], confidence: float, pattern: str) -> Iterator[tuple[str, Read]]:
    """The pages with one word at a time of which a letter or digit was taken for the next."""
    for at, one in enumerate(drawn):
        for number, word in enumerate(one.words):
            place = next((m.start() for m in re.finditer(pattern, word.text)), None)
            if place is None or (number + at) % EACH:
                continue
            c = word.text[place]
            other = str((int(c) + 4) % 10) if c.isdigit() else {"z": "e", "Z": "E"}.get(c, chr(ord(c) + 1))
            text = word.text[:place] + other + word.text[place + 1 :]
            yield f"{word.text} as {text}", scanned(drawn, {(at, number): Word(text, word.box, confidence, word.size)})


def lost(drawn: tuple[Page, ...]) -> Iterator[tuple[str, Read]]:
    """The pages without one row at a time, and without one cell."""
    for at, one in enumerate(drawn):
        rows = [row.words for row in one.rows]
        for gone in (*rows, *(cell.words for row in one.cells if len(row) > 1 for cell in row)):
            left = tuple(word for word in one.words if word not in gone)
            pages = (*drawn[:at], Page(one.number, one.width, one.height, left), *drawn[at + 1 :])
            yield " ".join(word.text for word in gone), scanned(pages)


def wrong_fields(layout: Layout, read: Read) -> list[tuple[str, str]]:
    def same(name: str, value: str) -> bool:
        known = layout.fields.get(name)
        if known is None or name not in _NUMBERS:
            return known is not None and re.sub(r"\W", "", known) == re.sub(r"\W", "", value)
        return Decimal(known) == Decimal(value)

    return [(field.name, field.value) for field in read.fields if field.sure and not same(field.name, field.value)]


def wrong_numbers(layout: Layout, read: Read) -> list[tuple[str | None, ...]]:
    def same(one: str | None, other: str | None) -> bool:
        return other is None or (one is not None and Decimal(one) == Decimal(other))

    lines = [(line.quantity, line.unit_price, line.amount) for line in read.lines if line.sure]
    return [
        line for line in lines if not any(all(map(same, known[1:4], line)) for known in layout.lines if len(known) >= 4)
    ]


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_a_letter_read_unsurely_makes_no_other_value_sure(layout: Layout) -> None:
    # Labels are words too: without its label a group's sum is taken for that of all.
    apart = {"subtotal"} if layout.name.startswith("Groups with subtotals") else set()
    for what, read in misread(pages(*layout.pages), BARELY, r"[A-Za-z0-9]"):
        assert [] == [one for one in wrong_fields(layout, read) if one[0] not in apart], what
        assert [] == wrong_numbers(layout, read), what


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_a_digit_of_an_amount_that_was_misread_surely_is_found_out_by_the_sums(layout: Layout) -> None:
    apart = {"supplier_name", "supplier_address", "supplier_phone", "buyer_name", "buyer_address", "invoice_number"}
    apart |= {"invoice_date", "order_number", "supplier_email", "supplier_website"}
    if layout.name.startswith(("Groups with subtotals", "No table")):
        pytest.skip("a group's sum beside that of all; one amount that is both line and total")
    for what, read in misread(pages(*layout.pages), CLEARLY, r"(?<=\d[.,])\d"):
        assert [] == [one for one in wrong_fields(layout, read) if one[0] not in apart], what
        assert [] == wrong_numbers(layout, read), what


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_what_was_read_clearly_stays_sure(layout: Layout) -> None:
    read = scanned(pages(*layout.pages))

    assert [] == wrong_fields(layout, read)
    sure = {field.name for field in read.fields if field.sure}
    assert len(layout.fields.keys() - sure) <= 2, layout.fields.keys() - sure
    # A free line is proven by nothing.
    assert all(line.sure for line in read.lines if line.amount and Decimal(line.unit_price or 0))


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_a_row_or_a_cell_that_was_lost_makes_no_wrong_value_sure(layout: Layout) -> None:
    for what, read in lost(pages(*layout.pages)):
        # Where only the country behind a whole address is lost, nothing shows it.
        apart = {"supplier_address", "buyer_address"} if "United States" in what else set()
        assert [] == [one for one in wrong_fields(layout, read) if one[0] not in apart], what
        assert [] == wrong_numbers(layout, read), what


def test_cartons_times_pieces_are_no_prices() -> None:
    text = """
Harrowgate Supply Co.                                         INVOICE
4410 Ridge Ave, Dayton, OH 45402                 Invoice #:   HS-20391

Item     Description               Ctns    Per ctn    Qty
HS-100   Stainless whisk 10 in        4         12     48
HS-214   Silicone spatula, red       10         12    120

                                           Subtotal:       384.25
                                           Total:        $ 384.25
"""
    read = readers.read("supplier-invoice", [page(text, scanned=True, confidence=CLEARLY)])

    assert [] == [line for line in read.lines if line.sure and line.amount]


def test_the_address_of_which_a_line_stands_apart_is_not_sure() -> None:
    text = """
Harrowgate Supply Ltd.                                        INVOICE
34 Ridge Road                                    Invoice #:   HS-20391
Mississauga, ON   L5S 1V9

Bill To:
Kestrel Home Goods LLC
900 Alder Street, Suite 4
Tacoma, WA 98402
"""
    drawn = [page(text, scanned=True, confidence=CLEARLY)]
    read = {field.name: field for field in readers.read("supplier-invoice", drawn).fields}

    whole = read["supplier_address"].value.endswith("L5S 1V9")
    assert whole or not read["supplier_address"].sure
    assert read["buyer_address"].sure


def test_a_name_into_which_the_street_ran_is_not_sure() -> None:
    text = """
INVOICE                                          Invoice #:   HS-20391
                                                 Date:        May 6, 2026

Bill To:
Kestrel Home Goods LLC
900 Alder Street
Tacoma, WA 98402

From:
Harrowgate Supply Inc. 4410 Ridge Ave
Suite 210, Dayton, OH 45402
"""
    drawn = [page(text, scanned=True, confidence=CLEARLY)]
    read = {field.name: field for field in readers.read("supplier-invoice", drawn).fields}

    assert "Ridge" in read["supplier_name"].value
    assert not read["supplier_name"].sure
    assert not read["supplier_address"].sure
    assert read["buyer_name"].sure
