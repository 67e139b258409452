"""Invoices of many shapes and languages: every value that stands there is read, and none that does not."""

from __future__ import annotations

import pytest
from tests.evidence.invoice.drawn import pages
from tests.evidence.invoice.layouts import LAYOUTS, Layout

from amends.evidence import readers
from amends.model.reading import Goods


def as_told(line: Goods) -> tuple[str | None, ...]:
    ids = [f"{kind}:{getattr(line, kind)}" for kind in ("asin", "sku", "gtin", "model") if getattr(line, kind)]
    return (line.description, line.quantity, line.unit_price, line.amount, *ids)


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_every_field_is_read_and_no_other_is_sure(layout: Layout) -> None:
    read = readers.read("supplier-invoice", pages(*layout.pages))

    sure = {field.name: field.value for field in read.fields if field.confidence >= 0.5}

    assert layout.fields == sure


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_every_line_of_goods_is_read(layout: Layout) -> None:
    read = readers.read("supplier-invoice", pages(*layout.pages))

    assert layout.lines == [as_told(line) for line in read.lines]


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_the_box_of_a_value_holds_its_words_and_no_others_of_its_row(layout: Layout) -> None:
    drawn = pages(*layout.pages)
    read = readers.read("supplier-invoice", drawn)

    for field in read.fields:
        if field.name in ("supplier_address", "buyer_address", "tax"):
            continue
        box = field.place.box
        there = [
            word
            for word in drawn[field.place.page - 1].words
            if word.box.top < box.bottom - 1
            and word.box.bottom > box.top + 1
            and word.box.left < box.right - 1
            and word.box.right > box.left + 1
        ]
        shown = "".join(word.text for word in there)
        assert field.quote.replace(" ", "") in shown, field
        assert len(shown) <= len(field.quote.replace(" ", "")) + 14, field
