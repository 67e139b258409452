"""Numbers of goods that stand in brackets behind their descriptions."""

from __future__ import annotations

import pytest
from tests.evidence.invoice.drawn import page

from amends.evidence import readers
from amends.model.reading import Goods

HEAD = """
Harrowgate Supply Co.                                         INVOICE
4410 Ridge Ave, Dayton, OH 45402                 Invoice #:   HS-20391

Description                                     Qty    Unit Price       Amount
"""


def goods(*described: str, scanned: bool = False) -> list[Goods]:
    rows = [f"{text:<48} 48          3.25       156.00" for text in described]
    drawn = page("\n".join([HEAD.strip("\n"), *rows]), scanned=scanned, confidence=0.995 if scanned else 1.0)
    return list(readers.read("supplier-invoice", [drawn]).lines)


@pytest.mark.parametrize(
    ("described", "code"),
    [
        (("Stainless whisk 10 in (HX-478)", "Garlic press (QL-309A)"), "HX-478"),
        (("Stainless whisk (large) (23709)", "Garlic press (50.8722)"), "23709"),
        (("Stainless whisk [RBN521- BLK]", "Garlic press [FR-528]"), "RBN521-BLK"),
    ],
)
def test_what_all_lines_have_behind_them_is_their_number(described: tuple[str, ...], code: str) -> None:
    first, second = goods(*described)

    assert first.sku == code
    assert second.sku
    assert first.description in ("Stainless whisk 10 in", "Stainless whisk (large)", "Stainless whisk")


@pytest.mark.parametrize(
    "described",
    [
        ("Stainless whisk (HX-478)",),
        ("Stainless whisk (HX-478)", "Garlic press (HX-478)"),
        ("Stainless whisk (HX-478)", "Garlic press", "Peeler"),
        ("Wall calendar (2025)", "Desk calendar (2026)"),
        ("Stainless whisk (10CM)", "Garlic press (12CM)"),
        ("Tea towel (100 PCS)", "Apron (250 PCS)"),
    ],
)
def test_one_alone_a_year_or_a_measure_is_no_number(described: tuple[str, ...]) -> None:
    found = goods(*described)

    assert [line.description for line in found] == list(described)
    assert [line.sku for line in found] == [None] * len(described)


def test_in_a_scan_such_a_number_is_to_be_looked_at() -> None:
    found = goods("Stainless whisk (HX-478)", "Garlic press (QL-309A)", scanned=True)

    assert [line.sku for line in found] == ["HX-478", "QL-309A"]
    assert not any(line.is_sure("sku") for line in found)
