"""JUnit XML, for the test pages of CI servers: one suite a file.

Each finding is a test case of its own, so that a viewer lists it on its own line with its own reason; each rule that
found nothing is a case that passed, since a suite without cases counts as broken. Only errors fail, as only they set
the exit status: a warning passes and says itself in its output. What was accepted is skipped, with the reason.
Cases are named by rule and words, not by lines, so that a server follows them through changes.
"""

from __future__ import annotations

from html import escape

from amends.render.findings._written import accepted_by, place_of
from amends.text import one_line, shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.model import Finding
    from amends.render.findings import Report, Run

_QUOTE = 60


def render(run: Run) -> str:
    """One document; characters that XML forbids are left out."""
    suites = [line for report in run.reports for line in _suite(report, run)]
    totals = _totals(
        sum(_cases(report, run) for report in run.reports),
        sum(report.count("error") for report in run.reports),
        sum(len(report.accepted) for report in run.reports),
    )
    head = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="amends check" {totals}>']
    return "\n".join([*head, *suites, "</testsuites>"]) + "\n"


def _totals(tests: int, failures: int, skipped: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'


def _silent(report: Report, run: Run) -> list[str]:
    """The names of the rules that were applied to this file and found nothing."""
    spoke = {finding.rule for finding in report.findings}
    return [f"{rule.code} {rule.name}" for rule in run.rules if rule.code not in spoke]


def _cases(report: Report, run: Run) -> int:
    return len(report.findings) + len(_silent(report, run)) or 1


def _suite(report: Report, run: Run) -> Iterator[str]:
    name = _attribute(report.file)
    totals = _totals(_cases(report, run), report.count("error"), len(report.accepted))
    yield f'  <testsuite name="{name}" {totals}>'
    numbers: dict[str, int] = {}
    for finding in report.findings:
        yield from _case(finding, report, numbers)
    silent = _silent(report, run)
    for rule in silent if silent or report.findings else ["review"]:
        yield f'    <testcase name="{_attribute(rule)}" classname="{name}" time="0"/>'
    yield "  </testsuite>"


def _case(finding: Finding, report: Report, numbers: dict[str, int]) -> Iterator[str]:
    quote = one_line(finding.span.quote, _QUOTE)
    name = f"{finding.rule} {finding.name}: {quote}" if quote else f"{finding.rule} {finding.name}"
    numbers[name] = number = numbers.get(name, 0) + 1
    if number > 1:
        name += f" ({number})"
    file = _attribute(report.file)
    line = "" if finding.where else f' line="{finding.line}"'
    yield f'    <testcase name="{_attribute(name)}" classname="{file}" file="{file}"{line} time="0">'
    message = _attribute(finding.message)
    if finding.suppressed is not None:
        reason = f"Accepted: {finding.suppressed.because} ({accepted_by(finding.suppressed)})"
        yield f'      <skipped message="{_attribute(reason)}"/>'
        yield f"      <system-out>{_told(finding, report)}</system-out>"
    elif finding.level == "error":
        yield f'      <failure message="{message}" type="{_attribute(finding.rule)}">{_told(finding, report)}</failure>'
    else:
        yield f"      <system-out>{_told(finding, report)}</system-out>"
    yield "    </testcase>"


def _told(finding: Finding, report: Report) -> str:
    """The finding as lines of text: place, level, message, the words, what else they touch."""
    place = place_of(report, finding.line, finding.column, finding.where)
    lines = [f"{place}: {finding.level} {finding.rule} {finding.name}", finding.message]
    if finding.span.quote:
        lines.append(f"“{finding.span.quote}”")
    lines += [f"{other.note}: “{other.quote}”" if other.quote else other.note for other in finding.related]
    return escape("\n".join(shown(line) for line in lines), quote=False)


def _attribute(text: str) -> str:
    return escape(one_line(text), quote=True)
