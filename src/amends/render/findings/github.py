"""Workflow commands of GitHub Actions: each finding becomes an annotation on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.text import line_and_column, one_line

if TYPE_CHECKING:
    from amends.model import Finding
    from amends.render.findings import Report, Run

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(run: Run) -> str:
    """One line a finding that counts."""
    return "".join(_line(finding, report) for report in run.reports for finding in report.open)


def _line(finding: Finding, report: Report) -> str:
    last, column = line_and_column(report.text, max(finding.span.start, finding.span.end - 1))
    fields = {
        "file": report.file,
        "line": str(finding.line),
        "col": str(finding.column),
        "endLine": str(last),
        "endColumn": str(column + 1),
        "title": f"{finding.rule} {finding.name}",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.level]} {written}::{_data(one_line(finding.message))}\n"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
