"""A made-up letter with its findings, some accepted, and a verdict, that the tests of the formats share."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from amends.model import Answer, Finding, Fix, Related, Row, Span, Step, Suppression, Verdict
from amends.render.findings import Report
from amends.review import review
from amends.review.samples import CASE, CATALOG
from amends.text import line_and_column

FILE = "my plans/plan.md"
TEXT = (
    "Root cause: Amazon's mistake, as [date] shows.\n\nCorrective actions:\n- We will remove ASIN "
    "B0C123456; please note that it is old.\n"
)
FINDINGS = review(TEXT, FILE, case=CASE, catalog=CATALOG)
REPORT = Report(FINDINGS, TEXT, FILE)

DRAFT = Suppression("Amazon's own letter says it", "draft")
CONFIG = Suppression("Amazon asked for it", "config", "Dana Ruiz", date(2026, 5, 4))
BASELINE = Suppression("it stood there before", "baseline")

VERDICT = Verdict(
    (
        Answer("root-cause", "What caused it?", ("A cause is named.",), ("The day on which it began.",)),
        Answer("corrective-actions", "What have you done?", (), ("An action that is finished.",)),
        Answer("preventive-measures", "What stops it from happening again?", (), ("A measure.",)),
    ),
    (
        Row("inauthentic", "B0C1234567", ("invoices unchecked",), ("removed 340 units",), (), ("invoice.pdf",)),
        Row("inauthentic", "B0C7654321", (), (), (), ()),
    ),
    (
        Step("Write the day on which it began.", "Amazon reads this first.", ("RC05", "TO01"), 2),
        Step("Name the file behind each action.", "", ("EV01",), 1),
    ),
)


def finding(text: str, quote: str, **changes: object) -> Finding:
    """A finding on the first place of these words."""
    start = text.index(quote)
    return found(text, start, start + len(quote))._replace(**changes)


def found(text: str, start: int, end: int) -> Finding:
    line, column = line_and_column(text, start)
    span = Span(start, end, text[start:end])
    return Finding("TO99", "made-up", "warning", "high", f"“{span.quote}” is made up.", span, line, column)


def accepted(suppression: Suppression, number: int = 0) -> Report:
    """The letter with one of its findings accepted."""
    changed = list(FINDINGS)
    changed[number] = changed[number]._replace(suppressed=suppression)
    return Report(changed, TEXT, FILE)


_HOSTILE = (
    "",
    "</mark><script>alert(1)</script>",
    "]]>",
    "\x1b[2J",
    "\u202egnp",
    "[a](http://x.invalid)",
    "{0}",
    "%0A::error::",
    "漢字" * 30,
    "\ud800",
)
_words = st.text(max_size=30) | st.sampled_from(_HOSTILE)
_suppressions = st.builds(
    Suppression, _words, st.sampled_from(["draft", "config", "baseline"]), _words, st.none() | st.dates()
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any text with findings at any places, accepted or not, and any verdict."""
    text = draw(st.lists(_words | st.sampled_from(["\n", "\r\n", " ", "𝒳", "e\u0301" * 40]), max_size=20).map("".join))
    file = draw(_words)
    findings = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        findings.append(
            found(text, start, end)._replace(
                level=draw(st.sampled_from(["error", "warning", "note"])),
                message=draw(_words),
                related=tuple(draw(st.lists(st.builds(Related, _words | st.just(file), _words, _words), max_size=2))),
                fix=draw(st.none() | st.builds(Fix, _words)),
                where=draw(st.sampled_from(["", "", "page 2"]) | _words),
                suppressed=draw(st.none() | _suppressions),
            )
        )
    values = st.lists(_words, max_size=4).map(tuple)
    verdict = Verdict(
        tuple(draw(st.lists(st.builds(Answer, _words, _words, values, values), max_size=2))),
        tuple(draw(st.lists(st.builds(Row, _words, _words, values, values, values, values), max_size=3))),
        tuple(draw(st.lists(st.builds(Step, _words, _words, values, st.integers(0, 9)), max_size=3))),
    )
    return Report(findings, text, file, draw(st.none() | st.just(verdict)))
