"""Fixes put into the text: they delete or reword, and never touch a finding that somebody accepted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from amends.model import Finding

_AROUND = 3
Edit = tuple[int, int, str]


def edits(findings: Iterable[Finding]) -> list[Edit]:
    """The changes that the fixes make, in order: where, up to where, and what stands there then.

    Of two that overlap the later in the text is made, and the other waits for the next time.
    """
    made: list[Edit] = []
    floor: int | None = None
    for finding in sorted(findings, key=lambda f: f.span.start, reverse=True):
        if finding.fix is None or finding.suppressed is not None:
            continue
        if floor is None or finding.span.end <= floor:
            made.append((finding.span.start, finding.span.end, finding.fix.text))
            floor = finding.span.start
    return made[::-1]


def mended(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The text with every fix applied once, and how many places that changed."""
    made = edits(findings)
    return _with(text, made, 0, len(text)), len(made)


def _with(text: str, made: Iterable[Edit], start: int, end: int) -> str:
    """A stretch of the text with the changes that lie in it."""
    kept = []
    for first, last, becomes in made:
        kept += [text[start:first], becomes]
        start = last
    return "".join([*kept, text[start:end]])


class _Group:
    """Changes that touch the same lines: the first line, one past the last, and the changes."""

    __slots__ = ("edits", "first", "last")

    def __init__(self, first: int, last: int, edit: Edit) -> None:
        self.first, self.last, self.edits = first, last, [edit]


def diff(text: str, findings: Iterable[Finding], file: str) -> str:
    """What the fixes would change, as a unified diff; nothing when there is nothing to fix. Linear in the text."""
    lines = _lines(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    out: list[str] = []
    shift = 0
    for hunk in _hunks(_groups(edits(findings) if lines else [], starts)):
        head, tail = max(0, hunk[0].first - _AROUND), min(len(lines), hunk[-1].last + _AROUND)
        body: list[str] = []
        at, longer = head, 0
        for group in hunk:
            new = _lines(_with(text, group.edits, starts[group.first], starts[group.last]))
            body += [" " + line for line in lines[at : group.first]]
            body += ["-" + line for line in lines[group.first : group.last]]
            body += ["+" + line for line in new]
            at = group.last
            longer += len(new) - (group.last - group.first)
        body += [" " + line for line in lines[at:tail]]
        size = tail - head
        out.append(f"@@ -{head + 1},{size} +{head + 1 + shift},{size + longer} @@\n")
        out += [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in body]
        shift += longer
    return "".join([f"--- {file}\n", f"+++ {file}\n", *out]) if out else ""


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _groups(made: Iterable[Edit], starts: list[int]) -> list[_Group]:
    groups: list[_Group] = []
    for edit in made:
        first = bisect_right(starts, edit[0], hi=len(starts) - 1) - 1
        last = bisect_right(starts, max(edit[0], edit[1] - 1), hi=len(starts) - 1)
        if groups and first < groups[-1].last:
            groups[-1].edits.append(edit)
            groups[-1].last = max(last, groups[-1].last)
        else:
            groups.append(_Group(first, last, edit))
    return groups


def _hunks(groups: Iterable[_Group]) -> list[list[_Group]]:
    """Groups that stand so near that what is shown around them meets."""
    hunks: list[list[_Group]] = []
    for group in groups:
        if hunks and group.first <= hunks[-1][-1].last + 2 * _AROUND:
            hunks[-1].append(group)
        else:
            hunks.append([group])
    return hunks
