"""How formats write things down: JSON that no terminal or viewer misreads, and why a finding was accepted."""

from __future__ import annotations

import re

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.model import Row, Suppression
    from amends.render.findings import Report

_STANDS = {"draft": "beside the sentence", "config": "in the configuration", "baseline": "in the baseline"}


def as_json(data: object) -> str:
    """JSON for programs that is safe to look at: what steers a terminal or cannot be encoded is written as an escape.

    The escapes change no value: a program reads the same text.
    """
    import json

    made = json.dumps(data, ensure_ascii=False, indent=2)
    if not made.isascii() or "\x7f" in made:
        made = re.sub(
            "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]", _escape, made
        )
    return made + "\n"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def accepted_by(suppression: Suppression) -> str:
    """Who accepted a finding, when, and where that is written: “Dana Ruiz, 4 May 2026, in the configuration”."""
    from amends.dates import written

    day = written(suppression.on) if suppression.on else ""
    return ", ".join(filter(None, (suppression.by, day, _STANDS[suppression.kind])))


def place_of(report: Report, line: int, column: int, where: str) -> str:
    """The place as a person finds it: `plan.md:3:14`, or “plan.docx, page 2” where lines mean nothing to the user."""
    return f"{report.file}, {where}" if where else f"{report.file}:{line}:{column}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 error, 3 errors."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def telling(rows: Sequence[Row], most: int) -> list[Row]:
    """So many rows of the coverage matrix in their order; those with the most holes are left out last."""
    kept = sorted(range(len(rows)), key=lambda at: (-len(rows[at].holes), at))[:most]
    return [rows[at] for at in sorted(kept)]
