"""Seller feedback."""

from __future__ import annotations

from amends.evidence.reports import Report

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
    "Selling Partner API docs, performance-reports-attributes (domain 155)",
    private=True,
)
