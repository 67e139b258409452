"""The `check --format json` contract: stable, for programs."""

from __future__ import annotations

from amends.render.findings._written import as_json
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding, Suppression, Verdict
    from amends.render.findings import Report, Run


def render(run: Run) -> str:
    """One JSON object for one file, a list of them for several."""
    data = [as_data(report) for report in run.reports]
    return as_json(data[0] if len(data) == 1 else data)


def as_data(report: Report) -> dict[str, object]:
    """The object of one file before it is written out.

    The summary counts what counts: what was accepted with a reason is in `findings`, and in `suppressed` only.
    """
    return {
        "file": report.file,
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "error": report.count("error"),
            "warning": report.count("warning"),
            "note": report.count("note"),
            "words": report.words,
            "suppressed": len(report.accepted),
        },
        "verdict": _verdict(report.verdict) if report.verdict else None,
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
        "where": finding.where,
        "suppressed": _suppression(finding.suppressed) if finding.suppressed else None,
    }


def _suppression(suppressed: Suppression) -> dict[str, object]:
    day = suppressed.on.isoformat() if suppressed.on else None
    return {"because": suppressed.because, "by": suppressed.by, "on": day, "kind": suppressed.kind}


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "answers": [answer._asdict() for answer in verdict.answers],
        "matrix": [{**row._asdict(), "holes": row.holes} for row in verdict.matrix],
        "next": [step._asdict() for step in verdict.next],
    }
