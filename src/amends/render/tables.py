"""Tables as files that a spreadsheet opens: what begins like a formula stays text."""

from __future__ import annotations

import csv
import io
import re

from amends.model.report import Table
from amends.text import one_line

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def to_csv(table: Table) -> bytes:
    """Head, rows, then notes and source below an empty line; UTF-8 with the mark that spreadsheets look for."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_cell(cell) for cell in table.head])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    writer.writerow([])
    writer.writerows([_cell(words)] for words in (*table.notes, table.source) if words)
    return out.getvalue().encode("utf-8-sig")


def file_name(title: str, taken: set[str]) -> str:
    """A file name for a table, in plain letters, each once; it is put into `taken`."""
    stem = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60] or "table"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def _cell(text: str) -> str:
    words = one_line(text)
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") and not _NUMBER.fullmatch(words) else words
