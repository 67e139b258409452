"""The nouns. Frozen dataclasses of the standard library, no I/O, no rules of the trade.

The data flows one way: Notice -> Case -> Plan -> Finding -> bundle -> Submission -> Commitment.
Every stage is a function from these values to a new value.

Offsets (`Span.start`, `Span.end`) count characters of the text as the user gave it; `text[start:end] == quote`.
Money and rates are `Decimal`; dates are `datetime.date`.

A noun is loaded when it is first asked for: making dataclasses is the dearest part of a start, and reading a notice
needs only a few of them.
"""

from __future__ import annotations

from importlib import import_module

from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.model.case import Case, Exhibit, Fact, Source, Submission
    from amends.model.finding import (
        Answer,
        Confidence,
        Finding,
        Fix,
        Related,
        Row,
        Severity,
        Step,
        Suppression,
        Verdict,
    )
    from amends.model.notice import Ask, Branch, Deadline, Enforcement, Identifier, Kind, Level, Notice, Route, Status
    from amends.model.place import Problem, Span
    from amends.model.plan import Block, Gap, Item, Letter, Plan, Section, Sentence
    from amends.model.reading import Box, Check, CheckLevel, Correction, Field, Goods, Outcome, Place, Reading
    from amends.model.value import Cadence, Count, Money, Party, Period, Person, Rate, Value

_FILES = {
    "case": "Case Exhibit Fact Source Submission",
    "finding": "Answer Confidence Finding Fix Related Row Severity Step Suppression Verdict",
    "notice": "Ask Branch Deadline Enforcement Identifier Kind Level Notice Route Status",
    "place": "Problem Span",
    "plan": "Block Gap Item Letter Plan Section Sentence",
    "reading": "Box Check CheckLevel Correction Field Goods Outcome Place Reading",
    "value": "Cadence Count Money Party Period Person Rate Value",
}
_HOME = {name: file for file, names in _FILES.items() for name in names.split()}
__all__ = [
    "Answer",
    "Ask",
    "Block",
    "Box",
    "Branch",
    "Cadence",
    "Case",
    "Check",
    "CheckLevel",
    "Confidence",
    "Correction",
    "Count",
    "Deadline",
    "Enforcement",
    "Exhibit",
    "Fact",
    "Field",
    "Finding",
    "Fix",
    "Gap",
    "Goods",
    "Identifier",
    "Item",
    "Kind",
    "Letter",
    "Level",
    "Money",
    "Notice",
    "Outcome",
    "Party",
    "Period",
    "Person",
    "Place",
    "Plan",
    "Problem",
    "Rate",
    "Reading",
    "Related",
    "Route",
    "Row",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Status",
    "Step",
    "Submission",
    "Suppression",
    "Value",
    "Verdict",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'amends.model' has no attribute {name!r}")
    noun = getattr(import_module(f"amends.model.{_HOME[name]}"), name)
    globals()[name] = noun
    return noun
