"""Amazon's own reports: which one a file is, told by its headers, and what its columns mean.

A report is one module here with `REPORT`. Sellers open reports in spreadsheets, which changes order, case, delimiter
and encoding; columns are found by their names alone, whatever stands around them.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from amends.model.report import Recognised, Report

_HEAD = 65_536
OTHER = "other"
"""The encoding of a file that is neither UTF-8 nor UTF-16: all of it has to be seen to tell which."""
_MOST_COLUMNS = 300


def recognised(head: bytes) -> Recognised | None:
    """Which report begins so, or None. 64 KB are enough."""
    text, encoding = _decoded(head[:_HEAD])
    line = text.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    if not line or len(line) > 20_000 or "\0" in line:
        return None
    best: Recognised | None = None
    for delimiter in ("\t", ",", ";"):
        names = [header(cell) for cell in line.split(delimiter)]
        if not 3 <= len(names) <= _MOST_COLUMNS:
            continue
        for report in reports():
            at: dict[str, int] = {}
            for column, headers in report.columns.items():
                place = next((names.index(each) for each in headers if each in names), None)
                if place is not None:
                    at[column] = place
            if all(name in at for name in report.needed) and (best is None or len(at) > len(best.at)):
                quoted = delimiter != "\t" or line.startswith('"')
                best = Recognised(report, encoding, delimiter, at, len(names), quoted)
    return best


def header(cell: str) -> str:
    """A header as it is compared: small letters and digits, anything between them a hyphen."""
    words = "".join(c if c.isalnum() else " " for c in cell.strip().strip('"').casefold()).split()
    return "-".join(words)


@cache
def reports() -> tuple[Report, ...]:
    """Every report of the folder, by id."""
    found = []
    for path in __path__:
        for name in sorted(os.listdir(path)):
            if name.endswith(".py") and not name.startswith("_"):
                module = import_module(f"{__name__}.{name[:-3]}")
                if hasattr(module, "REPORT"):
                    found.append(module.REPORT)
    return tuple(sorted(found, key=lambda report: report.id))


def _decoded(head: bytes) -> tuple[str, str]:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace"), "utf-16"
    # The cut may go through a letter, so the last line does not count.
    whole = head[: head.rfind(b"\n") + 1] or head
    try:
        return whole.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return whole.decode("cp1252", "replace"), OTHER
