"""Findings: what review says about one place."""

from __future__ import annotations

from typing import Literal, NamedTuple

from amends.model.place import Span

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]


class Related(NamedTuple):
    """Another place that a finding points to: the notice that asked, the fact that it contradicts."""

    file: str
    quote: str
    note: str


class Fix(NamedTuple):
    """A safe correction: the text that replaces the finding's span. It deletes or rewords, it never adds a fact."""

    text: str


class Finding(NamedTuple):
    """What review says about one place. SARIF calls it a result, LSP a diagnostic."""

    rule: str
    name: str
    level: Severity
    confidence: Confidence
    message: str
    span: Span
    line: int
    column: int
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
