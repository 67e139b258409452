# ruff: noqa: E501
"""Small reports as sellers have them, and whether what reads them is installed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from amends.evidence.reports import recognised
from amends.store.reports import Loaded, installed, opened

if not installed() and os.environ.get("CI") == "true":
    raise AssertionError("CI has to run the tests of reports: the extra `reports` is missing")

needs_duckdb = pytest.mark.skipif(not installed(), reason="the extra `reports` is not installed")

ORDERS = "amazon-order-id purchase-date order-status product-name sku asin item-status quantity".split()
# The columns of each report as Amazon writes them, and two rows.
REPORTS = {
    "orders": (ORDERS, [
        ("111-1", "2025-06-01T10:00:00+00:00", "Shipped", 'Mill 8"', "PM-1", "B0TESTAB12", "Shipped", "2"),
        ("111-2", "2025-06-02T10:00:00+00:00", "Cancelled", "=1+1", "PM-1", "B0TESTAB12", "Cancelled", "1"),
    ]),
    "fba-returns": ("return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason status license-plate-number customer-comments".split(), [
        ("2025-06-09T08:00:00+00:00", "111-1", "PM-1", "B0TESTAB12", "X001", "Mill", "1", "ABE2", "DEFECTIVE", "DEFECTIVE", "Unit returned", "LPN1", "=cmd|' /C calc'!A0"),
        ("2025-06-10T08:00:00+00:00", "111-3", "PM-1", "B0TESTAB12", "X001", "Mill", "2", "ABE2", "SELLABLE", "UNWANTED_ITEM", "Unit returned", "LPN2", ""),
    ]),
    "fba-replacements": ("shipment-date sku asin fulfillment-center-id original-fulfillment-center-id quantity replacement-reason-code replacement-amazon-order-id original-amazon-order-id".split(), [
        ("2025-06-09", "PM-1", "B0TESTAB12", "ABE2", "ABE3", "1", "3", "111-9", "111-1"),
    ]),
    "mfn-returns": (["Order ID", "Order date", "Return request date", "Return request status", "A-to-Z Claim", "ASIN", "Merchant SKU", "Return quantity", "Return Reason", "Refunded Amount"], [
        ("111-1", "01-Jun-2025", "05-Jun-2025", "Completed", "Y", "B0TESTAB12", "PM-1", "1", "CR-DEFECTIVE", "19.90"),
    ]),
    "removal-orders": ("request-date order-id order-type service-speed order-status last-updated-date sku fnsku disposition requested-quantity cancelled-quantity disposed-quantity shipped-quantity in-process-quantity removal-fee currency".split(), [
        ("2026-03-05T00:00:00+00:00", "R1", "Return", "Standard", "Completed", "2026-03-15", "PM-1", "X001", "Sellable", "340", "0", "40", "300", "0", "99.00", "USD"),
    ]),
    "removal-shipments": ("request-date order-id shipment-date sku fnsku disposition shipped-quantity carrier tracking-number removal-order-type".split(), [
        ("2026-03-05", "R1", "2026-03-12", "PM-1", "X001", "Sellable", "300", "Carrier", "1Z-EXAMPLE", "Return"),
    ]),
    "ledger-detail": ("Date FNSKU ASIN MSKU Title EventType ReferenceID Quantity FulfillmentCenter Disposition".split(), [
        ("06/13/2025", "X001", "B0TESTAB12", "PM-1", "Mill", "Shipments", "1", "-2", "ABE2", "SELLABLE"),
    ]),
    "ledger-summary": ("Date FNSKU ASIN MSKU Title Disposition StartingWarehouseBalance EndingWarehouseBalance".split(), [
        ("03/14/2026", "X001", "B0TESTAB12", "PM-1", "Mill", "SELLABLE", "340", "40"),
        ("03/15/2026", "X001", "B0TESTAB12", "PM-1", "Mill", "SELLABLE", "40", "0"),
    ]),
    "feedback": (["Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email"], [
        ("6/20/25", "1", 'said "bad"', "", "111-1", "a@example.com"),
        ("6/21/25", "5", "good", "", "111-3", "b@example.com"),
    ]),
    "unshipped-orders": ("order-id order-item-id purchase-date payments-date reporting-date promise-date days-past-promise sku quantity-purchased".split(), [
        ("111-5", "1", "2025-06-01", "2025-06-01", "2025-06-05", "2025-06-03", "2", "PM-1", "1"),
        ("111-6", "2", "2025-06-04", "2025-06-04", "2025-06-05", "2025-06-09", "-4", "PM-1", "3"),
    ]),
}  # fmt: skip


def tabbed(rows: Iterable[Iterable[str]]) -> str:
    """Rows as Amazon writes them: tabs, nothing quoted."""
    return "".join("\t".join(row) + "\r\n" for row in rows)


def quoted(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    """Rows as a spreadsheet writes them."""
    return "".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)


def order(number: str, day: str, quantity: str, status: str = "Shipped", asin: str = "B0TESTAB12") -> tuple[str, ...]:
    """A row of the orders report."""
    return (number, day, status, "Mill", f"SKU-{asin[-2:]}", asin, "Shipped", quantity)


def asking(*files: Path) -> AbstractContextManager[Loaded]:
    """The rows of reports that lie in files, which have to be reports."""
    found = []
    for file in files:
        known = recognised(file.read_bytes()[:65_536])
        assert known is not None, file
        found.append((file, known))
    return opened(found)
