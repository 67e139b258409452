"""Findings for people: place, level, rule and reason, then the line itself with a marker below. At most 80 columns."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from amends.text import one_line, shown

if TYPE_CHECKING:
    from amends.model import Finding
    from amends.render.findings import Report, Run

_WIDTH = 80
_COLOURS = {"error": "31", "warning": "33", "note": "36"}


def render(run: Run) -> str:
    """All findings in the order of the text, and a line that sums up, for each file."""
    paint = _Paint(run.colour)
    return "\n".join(_one(report, paint) for report in run.reports)


def _one(report: Report, paint: _Paint) -> str:
    blocks = [_block(finding, report, paint) for finding in report.open]
    return "\n".join([*blocks, _summary(report, paint)])


def _block(finding: Finding, report: Report, paint: _Paint) -> str:
    place = f"{one_line(report.file)}:{finding.line}:{finding.column}:"
    head = f"{paint.bold(place)} {paint.of(finding.level, finding.level)} {paint.bold(finding.rule)} {finding.name}"
    lines = [head, *_wrapped(finding.message, "  ")]
    number = str(finding.line)
    source, before, width = _excerpt(finding, report.text, _WIDTH - len(number) - 3)
    bar = paint.dim(f"{' ' * len(number)} |")
    if source.strip():
        marker = paint.of(finding.level, "^" * max(1, width))
        lines += [bar, f"{paint.dim(f'{number} |')} {source}", f"{bar} {' ' * before}{marker}"]
    for related in finding.related:
        said = f"{related.note}: “{one_line(related.quote, 160)}”" if related.quote else related.note
        where = f" ({one_line(related.file)})" if related.file else ""
        lines += _wrapped(f"= {said}{where}", "  ", "    ")
    if finding.fix is not None:
        does = f"write “{one_line(finding.fix.text, 60)}”" if finding.fix.text else "leave these words out"
        lines += _wrapped(f"= fix: {does} (--fix does it)", "  ", "    ")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, first: str, later: str | None = None) -> list[str]:
    later = first if later is None else later
    lines = [first]
    for word in one_line(text).split(" "):
        if _columns(lines[-1]) + _columns(word) + 1 > _WIDTH and lines[-1].strip():
            lines.append(later)
        lines[-1] += word if not lines[-1].strip() else f" {word}"
    return lines


def _excerpt(finding: Finding, text: str, room: int) -> tuple[str, int, int]:
    """The part of the line around the finding that fits, the columns before the marker, and the marker's width."""
    start = text.rfind("\n", 0, finding.span.start) + 1
    end = text.find("\n", finding.span.start)
    end = len(text) if end < 0 else end
    first, last = finding.span.start, min(finding.span.end, end)
    left = start
    if last - start > room - 2 or end - start > room:
        left = max(start, min(first - 12, last - room + 12)) if last - start > room - 4 else start
        left = min(left, first)
        while start < left < first and not text[left - 1].isspace():
            left += 1
    head = "… " if left > start else ""
    before = head + _plain(text[left:first])
    marked = _plain(text[first:last])
    source = before + marked + _plain(text[last:end])
    source = _fit(source.rstrip(), room)
    columns = _columns(before)
    return source, columns, min(_columns(marked.rstrip()), max(1, room - columns))


def _plain(text: str) -> str:
    return shown(text.replace("\t", " "))


def _fit(text: str, room: int) -> str:
    if _columns(text) <= room:
        return text
    kept, used = [], 0
    for char in text:
        used += _columns(char)
        if used > room - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _columns(text: str) -> int:
    """How many terminal columns a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _summary(report: Report, paint: _Paint) -> str:
    if not report.open:
        return paint.bold("Nothing to object to") + f" in {_counted(report.words, 'word')}.\n"
    counts = [(level, report.count(level)) for level in ("error", "warning", "note")]
    said = ", ".join(paint.of(level, _counted(number, level)) for level, number in counts if number)
    mendable = sum(1 for finding in report.open if finding.fix is not None)
    lines = f"{said} in {_counted(report.words, 'word')}."
    if mendable:
        lines += f" --fix mends {mendable}."
    return f"{lines}\n{paint.dim('amends rules explain CODE says why a rule is there and what to write instead.')}\n"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class _Paint:
    """ANSI styles, or none of them."""

    def __init__(self, colour: bool) -> None:
        self._on = colour

    def _styled(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on else text

    def of(self, level: str, text: str) -> str:
        """In the colour of a level."""
        return self._styled(f"1;{_COLOURS[level]}", text)

    def bold(self, text: str) -> str:
        """Bold."""
        return self._styled("1", text)

    def dim(self, text: str) -> str:
        """Faint."""
        return self._styled("2", text)
