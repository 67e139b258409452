"""The account health report, in the names of its schema and in those of its examples."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.evidence.health import as_table, health

DAYS = {"reportingDateFrom": "2026-01-01T00:00:00Z", "reportingDateTo": "2026-03-01T00:00:00Z"}


def report(**metrics: Any) -> bytes:
    return json.dumps(
        {
            "accountStatuses": [{"marketplaceId": "ATVPDKIKX0DER", "status": "SUSPENDED"}],
            "performanceMetrics": [metrics],
        }
    ).encode()


@pytest.mark.parametrize("key", ["preFulfillmentCancellationRate", "prefulfillmentCancelRate"])
def test_both_names_of_the_cancellation_rate_are_read(key: str) -> None:
    found = health(report(**{key: {"rate": 0.031, "orderCount": 200, "status": "BAD", "reportingDateRange": DAYS}}))

    assert found is not None
    (figure,) = found.figures
    assert ("Cancellation rate", "3.10 % of 200 orders", "under 2.5 %") == figure[:3]
    assert ("2026-01-01 to 2026-03-01", "BAD") == figure[3:]


@pytest.mark.parametrize("key", ["documentRequest", "documentRequests"])
def test_both_names_of_the_document_requests_are_read(key: str) -> None:
    found = health(report(**{key: {"defectsCount": 2, "status": "BAD"}}))

    assert found is not None
    assert ("2", "0") == found.figures[0][1:3]


def test_the_order_defect_rate_is_told_by_part() -> None:
    part = {"count": 3, "status": "BAD"}
    mfn = {"rate": 0.012, "orderCount": 250, "claims": part, "chargebacks": part, "negativeFeedback": part}

    found = health(report(orderDefectRate={"mfn": mfn, "afn": None}))

    assert found is not None
    assert "1.20 % of 250 orders" == found.figures[0].value
    assert {"A-to-z claims", "chargebacks", "negative feedback"} == {
        figure.name.rpartition(": ")[2] for figure in found.figures[1:]
    }
    assert ("Marketplace ATVPDKIKX0DER: SUSPENDED",) == as_table(found).notes


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"a": 1}', b"{" * 100_000, b"\xff\xfe", b'{"accountStatuses": 3']
)
def test_what_is_no_report_is_none(data: bytes) -> None:
    assert health(data) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["rate", "mfn", "afn", "orderCount", "status", "defectsCount", "count", "reportingDateRange"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["orderDefectRate", "lateShipmentRate", "documentRequest"]), _JSON))
def test_anything_may_stand_in_it(metrics: dict[str, Any]) -> None:
    found = health(json.dumps({"performanceMetrics": [metrics], "accountStatuses": metrics}).encode())

    assert found is not None
    assert {5} >= {len(row) for row in as_table(found).rows}
