"""Seller feedback."""

from __future__ import annotations

from amends.evidence.reports._drawing import by_week
from amends.model.report import Asked, Report, Rows, Table

NEGATIVE = ("1", "2")
"""The stars that Amazon counts as negative feedback."""


def tables(rows: Rows, asked: Asked) -> tuple[Table, ...]:
    """Feedback by week, and how much of it is negative."""
    return (by_week(rows, asked, "Negative feedback, by week", ("rating", NEGATIVE), ("feedback", "one or two stars")),)


REPORT = Report(
    "feedback",
    "Seller feedback",
    {
        "day": ("date",),
        "rating": ("rating",),
        "comments": ("comments",),
        "response": ("your-response",),
        "order": ("order-id",),
        "mail": ("rater-email",),
    },
    ("day", "rating", "order"),
    "Selling Partner API docs, performance-reports-attributes",
    "account-health-report",
    tables,
    numbers=(),
    private=True,
)
