"""The account health report (JSON), in both dialects of its field names.

Amazon's schema file (accountHealthReport-2020-11-18) gives its properties other names than its own examples do; both
are read. The limits are those of Amazon's performance targets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal

from amends.model.report import Table
from amends.typed import Any, NamedTuple

_RATES = {
    "orderDefectRate": ("Order defect rate", "under 1 %"),
    "lateShipmentRate": ("Late shipment rate", "under 4 %"),
    "preFulfillmentCancellationRate": ("Cancellation rate", "under 2.5 %"),
    "prefulfillmentCancelRate": ("Cancellation rate", "under 2.5 %"),
    "onTimeDeliveryRate": ("On-time delivery rate", "at least 90 %"),
    "unitOnTimeDeliveryRate": ("On-time delivery rate, by unit", "at least 90 %"),
    "validTrackingRate": ("Valid tracking rate", "at least 95 %"),
    "invoiceDefectRate": ("Invoice defect rate", "under 5 %"),
}
_PARTS = {"claims": "A-to-z claims", "chargebacks": "chargebacks", "negativeFeedback": "negative feedback"}
_CAMEL = str.maketrans({c: f" {c.lower()}" for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
_MOST = 500
_LARGEST = 100
"""A rate is a share; what is far above one is no rate."""
HEALTH_KIND = "account-health-report"
"""The kind of document that this report is."""


class Figure(NamedTuple):
    """A figure of the report: what it is, the value in words, Amazon's limit, the days it covers, GOOD or BAD."""

    name: str
    value: str
    limit: str
    period: str
    status: str


class Health(NamedTuple):
    """The report: the status by marketplace, and its figures."""

    accounts: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]


def health(data: bytes) -> Health | None:
    """The account health report in some bytes, or None when they are something else."""
    try:
        root = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(root, dict) or not {"accountStatuses", "performanceMetrics"} & root.keys():
        return None
    accounts = tuple(
        (str(entry.get("marketplaceId", "")), str(entry.get("status", "")))
        for entry in _list(root.get("accountStatuses"))
        if isinstance(entry, dict)
    )
    found: list[Figure] = []
    for metric in _list(root.get("performanceMetrics")):
        if isinstance(metric, dict):
            found.extend(_figures(metric))
    return Health(accounts[:_MOST], tuple(found[:_MOST]))


def as_table(found: Health) -> Table:
    """The figures with Amazon's limits."""
    notes = tuple(f"Marketplace {place}: {status}" for place, status in found.accounts)
    head = ("Figure", "Value", "Amazon's limit", "Days", "Status")
    return Table("Account health", head, tuple(tuple(figure) for figure in found.figures), notes)


def _figures(metric: Mapping[str, Any]) -> Iterator[Figure]:
    for key, value in metric.items():
        if key in _RATES and isinstance(value, dict):
            name, limit = _RATES[key]
            if key == "orderDefectRate":
                for way, words in (("mfn", "orders you ship"), ("afn", "orders Amazon ships")):
                    if isinstance(value.get(way), dict):
                        yield from _rate(f"{name}, {words}", limit, value[way])
            else:
                yield from _rate(name, limit, value)
        elif isinstance(value, dict) and "defectsCount" in value:
            words = key.translate(_CAMEL).strip()
            yield Figure(
                words[:1].upper() + words[1:], str(value["defectsCount"])[:20], "0", _period(value), _status(value)
            )


def _rate(name: str, limit: str, value: Mapping[str, Any]) -> Iterator[Figure]:
    rate = value.get("rate")
    told = isinstance(rate, int | float) and not isinstance(rate, bool) and 0 <= rate <= _LARGEST
    shown = f"{Decimal(str(rate)) * 100:.2f} %" if told else "not given"
    orders = value.get("orderCount")
    if _whole(orders):
        shown += f" of {orders:,} orders"
    yield Figure(name, shown, limit, _period(value), _status(value))
    for part, words in _PARTS.items():
        entry = value.get(part)
        if isinstance(entry, dict) and _whole(entry.get("count")):
            yield Figure(f"{name}: {words}", str(entry["count"]), "", _period(value), _status(entry))


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12


def _period(value: Mapping[str, Any]) -> str:
    days = value.get("reportingDateRange")
    if not isinstance(days, dict):
        return ""
    return f"{str(days.get('reportingDateFrom', ''))[:10]} to {str(days.get('reportingDateTo', ''))[:10]}"


def _status(value: Mapping[str, Any]) -> str:
    return str(value.get("status", ""))[:20]


def _list(value: object) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else []
