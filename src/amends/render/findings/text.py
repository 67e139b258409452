"""Findings for people: place, level, rule and reason, then the line itself with a marker below. At most 80 columns.

After them what was accepted and why, then the verdict, and last one line that sums up.
"""

from __future__ import annotations

from amends.render.findings._places import Places, inside
from amends.render.findings._written import accepted_by, counted, place_of
from amends.render.terminal import Painter, fitting, width_of
from amends.text import one_line, shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.model import Finding, Related, Severity
    from amends.render.findings import Report, Run
    from amends.render.terminal import Style

_WIDTH = 80
_COLOURS: dict[Severity, Style] = {"error": "red", "warning": "yellow", "note": "cyan"}
_LEAD = 12
_MOST_ACCEPTED = 20


def render(run: Run) -> str:
    """All findings in the order of the text, what was accepted, the verdict and a sum, for each file."""
    painter = Painter(_WIDTH, run.colour)
    many = len(run.reports) > 1
    parts = [part for report in run.reports for part in _report(report, painter, many)]
    if many:
        parts.append(_total(run, painter))
    if any(report.open for report in run.reports):
        parts[-1] += "\n" + painter.paint(
            "amends rules explain CODE says why a rule is there and what to write.", "dim"
        )
    return "\n\n".join(parts) + "\n" if parts else ""


def _report(report: Report, painter: Painter, many: bool) -> list[str]:
    places = Places(report)
    parts = [_finding(finding, report, places, painter) for finding in report.open]
    if report.accepted:
        parts.append(_accepted(report, painter))
    if report.verdict is not None:
        from amends.render.findings import _verdict

        parts += _verdict.parts(report.verdict, painter)
    parts.append(_sum(report, painter, many))
    return parts


def _finding(finding: Finding, report: Report, places: Places, painter: Painter) -> str:
    colour = _COLOURS[finding.level]
    place = one_line(place_of(report, finding.line, finding.column, finding.where))
    head = f"{painter.paint(f'{place}:', 'bold')} {painter.paint(finding.level, 'bold', colour)}"
    lines = [f"{head} {painter.paint(finding.rule, 'bold')} {painter.paint(finding.name)}"]
    lines.append(painter.wrap(finding.message, first="  "))
    lines += _excerpt(finding, report.text, painter, colour)
    lines += [_related(related, finding, report, places, painter) for related in finding.related]
    if finding.fix is not None:
        does = f"write “{one_line(finding.fix.text, 60)}”" if finding.fix.text else "leave these words out"
        lines.append(painter.wrap(f"{does} (--fix does it)", first="  = fix: ", rest="    "))
    return "\n".join(lines)


def _related(related: Related, finding: Finding, report: Report, places: Places, painter: Painter) -> str:
    said = f"{related.note}: “{one_line(related.quote, 160)}”" if related.quote else related.note
    if related.file != report.file:
        where = related.file
    else:
        span = places.of(related, finding)
        where = f"line {places.at(span.start)[0]}" if span else ""
    return painter.wrap(f"{said} ({where})" if where else said, first="  = ", rest="    ")


def _excerpt(finding: Finding, text: str, painter: Painter, colour: Style) -> list[str]:
    """The line of the finding with a marker below. A DOCX or PDF has no line numbers that its user could see."""
    number = "" if finding.where else str(finding.line)
    source, before, width = _cut(*inside(finding.span, text), text, _WIDTH - len(number) - 3)
    if not source.strip():
        return []
    gap = painter.paint(f"{' ' * len(number)} |", "dim")
    marker = painter.paint("^" * max(1, width), "bold", colour)
    return [gap, f"{painter.paint(f'{number} |', 'dim')} {source}", f"{gap} {' ' * before}{marker}"]


def _cut(start: int, end: int, text: str, room: int) -> tuple[str, int, int]:
    """The part of the line around the words that fits, the columns before the marker, and the marker's width.

    Only some widths of the terminal are looked at on either side, so that a line of a million characters costs
    no more than another.
    """
    far = 4 * room
    left = text.rfind("\n", max(0, start - far), start) + 1 or max(0, start - far)
    right = text.find("\n", start, start + far)
    right = min(len(text), start + far) if right < 0 else right
    marked = _plain(text[start : min(end, right)])
    whole = left == 0 or text[left - 1] == "\n"
    if not whole or width_of(_plain(text[left:start]) + marked) > room - 4:
        begin = _back(text, left, start, max(_LEAD, room - _LEAD - width_of(marked)))
        whole = whole and begin == left
        left = begin
    before = ("" if whole else "… ") + _plain(text[left:start])
    source = _fit((before + marked + _plain(text[min(end, right) : right])).rstrip(), room)
    columns = width_of(before)
    return source, columns, min(width_of(marked.rstrip()), max(1, room - columns))


def _back(text: str, floor: int, start: int, room: int) -> int:
    """Where to begin so that at most so many columns stand before `start`: at a word, if there is one."""
    plain = text[floor:start].replace("\t", " ").replace("\n", " ")
    at = start
    if plain == shown(plain):
        at -= fitting(plain[::-1], room)
    else:
        while at > floor and (room := room - width_of(_plain(text[at - 1]))) >= 0:
            at -= 1
    if at == floor:
        return at
    return next((place for place in range(at, start) if text[place - 1].isspace()), start)


def _plain(text: str) -> str:
    return shown(text.replace("\t", " ").replace("\n", " "))


def _fit(text: str, room: int) -> str:
    if width_of(text) <= room:
        return text
    return text[: fitting(text, room - 1)] + "…"


def _accepted(report: Report, painter: Painter) -> str:
    """What does not count, with its reason; what the baseline holds has one reason for all and is only counted."""
    told = [finding for finding in report.accepted if finding.suppressed and finding.suppressed.kind != "baseline"]
    lines = [painter.paint("Accepted, so it does not count", "bold")]
    for finding in told[:_MOST_ACCEPTED]:
        assert finding.suppressed is not None
        place = one_line(place_of(report, finding.line, finding.column, finding.where))
        lines.append(f"  {place}: {painter.paint(finding.rule, 'bold')} {painter.paint(finding.name)}")
        said = f"“{one_line(finding.suppressed.because, 300)}” – {accepted_by(finding.suppressed)}"
        lines.append(painter.wrap(said, first="    "))
    if told[_MOST_ACCEPTED:]:
        lines.append(f"  and {len(told) - _MOST_ACCEPTED:,} more; --format json has them all")
    if len(told) < len(report.accepted):
        lines.append(f"  {counted(len(report.accepted) - len(told), 'finding')} in the baseline")
    return "\n".join(lines)


def _sum(report: Report, painter: Painter, many: bool) -> str:
    name = f"{painter.paint(one_line(report.file), 'bold')}: " if many else ""
    words = counted(report.words, "word")
    if not report.open:
        return f"{name}{painter.paint('Nothing to object to', 'bold')} in {words}."
    mendable = sum(1 for finding in report.open if finding.fix is not None)
    tail = f" --fix mends {mendable:,}." if mendable else ""
    return f"{name}{_levels([report], painter)} in {words}.{tail}"


def _total(run: Run, painter: Painter) -> str:
    clean = sum(1 for report in run.reports if not report.open)
    found = _levels(run.reports, painter) or "nothing to object to"
    tail = f"; nothing to object to in {clean:,} of them" if clean and clean < len(run.reports) else ""
    return f"{painter.paint(counted(len(run.reports), 'file'), 'bold')}: {found}{tail}."


def _levels(reports: Sequence[Report], painter: Painter) -> str:
    totals = [(level, colour, sum(report.count(level) for report in reports)) for level, colour in _COLOURS.items()]
    return ", ".join(
        painter.paint(counted(number, level), "bold", colour) for level, colour, number in totals if number
    )
