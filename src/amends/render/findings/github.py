"""Workflow commands of GitHub Actions: each finding becomes an annotation on its line.

What was accepted becomes a notice with its reason, so that a pull request shows it to whoever reviews; what the
baseline holds is only counted, one notice a file.
"""

from __future__ import annotations

from amends.render.findings._places import Places, inside
from amends.render.findings._written import accepted_by, counted
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding
    from amends.render.findings import Report, Run

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(run: Run) -> str:
    """One line a finding that counts, then what was accepted, for each file."""
    return "".join(line for report in run.reports for line in _lines(report))


def _lines(report: Report) -> list[str]:
    places = Places(report)
    lines = [_finding(finding, report, places) for finding in report.findings if _speaks(finding)]
    known = len(report.accepted) - sum(1 for finding in report.accepted if _speaks(finding))
    if known:
        said = f"{counted(known, 'finding')} that the baseline holds"
        lines.append(f"::notice file={_property(report.file)},title=Baseline::{_data(said)}\n")
    return lines


def _speaks(finding: Finding) -> bool:
    return finding.suppressed is None or finding.suppressed.kind != "baseline"


def _finding(finding: Finding, report: Report, places: Places) -> str:
    command, title = _COMMANDS[finding.level], f"{finding.rule} {finding.name}"
    message = f"{finding.where}: {finding.message}" if finding.where else finding.message
    if finding.suppressed is not None:
        command, title = "notice", f"{title} (accepted)"
        message = f"{message} Accepted: {finding.suppressed.because} ({accepted_by(finding.suppressed)})"
    fields = {"file": report.file, **_lines_of(finding, report, places), "title": title}
    written = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{command} {written}::{_data(one_line(message))}\n"


def _lines_of(finding: Finding, report: Report, places: Places) -> dict[str, str]:
    """Lines and columns. GitHub takes columns on one line only, and a DOCX or PDF has neither."""
    if finding.where:
        return {}
    start, end = inside(finding.span, report.text)
    last, column = places.at(max(start, end - 1))
    if last != finding.line:
        return {"line": str(finding.line), "endLine": str(last)}
    columns = {"line": str(finding.line), "col": str(finding.column), "endLine": str(last)}
    return columns | {"endColumn": str(column + 1)}


def _data(value: str) -> str:
    return one_line(value).replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
