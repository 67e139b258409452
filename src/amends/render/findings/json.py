"""The `check --format json` contract: stable, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding
    from amends.render.findings import Report, Run


def render(run: Run) -> str:
    """One JSON object for one file, a list of them for several."""
    data = [as_data(report) for report in run.reports]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report) -> dict[str, object]:
    """The object before it is written out."""
    return {
        "file": report.file,
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "error": report.count("error"),
            "warning": report.count("warning"),
            "note": report.count("note"),
            "words": report.words,
        },
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level,
        "confidence": finding.confidence,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": finding.line,
        "column": finding.column,
        "quote": finding.span.quote,
        "related": [{"file": r.file, "quote": r.quote, "note": r.note} for r in finding.related],
        "fix": {"text": finding.fix.text} if finding.fix else None,
    }
