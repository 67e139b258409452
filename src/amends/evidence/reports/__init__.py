"""Amazon's own reports: which one a file is, told by its headers, and what its columns mean.

A report is one module here with `REPORT`. Sellers open reports in spreadsheets, which changes order, case, delimiter and
encoding; columns are found by their names alone, whatever stands around them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

_HEAD = 65_536
_ENCODINGS = ("utf-8", "cp932", "cp1252")


class Report(NamedTuple):
    """A report of Amazon's. `columns` are our names with the headers that stand for them, the `needed` among them tell
    the report; `source` is where the headers are published. `private`: it holds data of buyers and is not passed on.
    """

    id: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    source: str
    private: bool = False


class Recognised(NamedTuple):
    """A report as it lies in a file: `at` is the place of each column that was found, counted from 0."""

    report: Report
    encoding: str
    delimiter: str
    at: Mapping[str, int]
    width: int

    @property
    def missing(self) -> tuple[str, ...]:
        """Our names of columns that the file does not have."""
        return tuple(name for name in self.report.columns if name not in self.at)


def recognised(head: bytes) -> Recognised | None:
    """Which report begins so, or None. 64 KB are enough."""
    text, encoding = _decoded(head[:_HEAD])
    line = text.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    if not line or len(line) > 20_000 or "\0" in line:
        return None
    best: Recognised | None = None
    for delimiter in ("\t", ",", ";"):
        names = [header(cell) for cell in line.split(delimiter)]
        if len(names) < 3:
            continue
        for report in reports():
            at: dict[str, int] = {}
            for column, headers in report.columns.items():
                place = next((names.index(each) for each in headers if each in names), None)
                if place is not None:
                    at[column] = place
            if all(name in at for name in report.needed) and (best is None or len(at) > len(best.at)):
                best = Recognised(report, encoding, delimiter, at, len(names))
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
    line = head.split(b"\n", 1)[0]
    for encoding in _ENCODINGS:
        try:
            line.decode(encoding)
        except UnicodeDecodeError:
            continue
        # A header of plain letters fits every encoding; the rows decide.
        try:
            head[: head.rfind(b"\n") + 1 or len(head)].decode(encoding)
        except UnicodeDecodeError:
            continue
        return head.decode(encoding, "replace"), encoding
    return head.decode("cp1252", "replace"), "cp1252"
