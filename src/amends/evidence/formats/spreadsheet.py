"""Spreadsheets: each sheet is a page, each value as a reader sees it. Formulas are never run; the value that the file
keeps for them counts."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO

from amends.errors import Unreadable
from amends.evidence.formats import PRINT, Contents
from amends.evidence.formats._layout import MAX_ROWS, Sheet
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.evidence.page import Page

TYPES = ("xlsx", "xls", "ods")
MAX_SHEETS = 50
MAX_UNPACKED = 150_000_000
"""How much the parts of a file may unpack to, in bytes."""

MAX_CELLS = 4_000_000
"""How large a sheet may be, empty cells counted: they take room too."""

_CELL = re.compile(rb'<(?:\w{1,9}:)?c [^>]{0,200}?\br="([A-Z]{1,3})([0-9]{1,7})"')
_OPEN_FORMULA = re.compile(
    rb"</(?:\w{1,9}:)?f>(?:<(?:\w{1,9}:)?v ?/>|<(?:\w{1,9}:)?v></(?:\w{1,9}:)?v>)?</(?:\w{1,9}:)?c>"
)
_BROKEN = "is a broken spreadsheet, or locked with a password; save it again without one, or print it to PDF."


def read(data: bytes, name: str) -> Contents:
    """The sheets of a spreadsheet. Raises `Unreadable` for one that is broken, locked, or far too large."""
    import python_calamine

    doubts: list[str] = []
    if data.startswith(b"PK") and (formulas := _weigh(data, name)):
        doubts.append(
            f"{formulas} formulas in it keep no result, so their cells are empty here; open the file in your "
            "spreadsheet program, save it and add it again."
        )
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        names = [s.name for s in book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]
        pages: list[Page] = []
        for number, title in enumerate(names[:MAX_SHEETS], 1):
            rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False, nrows=MAX_ROWS + 1)
            sheet = Sheet(number)
            sheet.table([_row(row) for row in rows if any(cell != "" for cell in row)])
            if sheet.full:
                doubts.append(f"Sheet {number} is very long; only its first {MAX_ROWS} rows were read.")
            pages.append(sheet.page())
    except (python_calamine.CalamineError, OSError, ValueError, LookupError) as problem:
        raise Unreadable(f"{name} {_BROKEN}") from problem
    if len(names) > MAX_SHEETS:
        doubts.append(f"The file has {len(names)} sheets; only the first {MAX_SHEETS} were read.")
    return Contents(tuple(pages), len(names), doubts=tuple(doubts))


def _row(row: Sequence[object]) -> list[str]:
    """The cells of a row as text, without empty ones behind the last."""
    cells = [_shown(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _shown(value: object) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)


def _weigh(data: bytes, name: str) -> int:
    """How many formulas keep no result. Raises `Unreadable` for what unpacks to far too much, or spreads its cells so
    far apart that no room is left."""
    from amends.formats.package import Package

    left, formulas = MAX_UNPACKED, 0
    with Package(data, name, PRINT) as package:
        for part in sorted(package.names):
            last, highest, widest = b"", 0, 0
            is_sheet = "worksheets/" in part
            for piece in package.pieces(part):
                left -= len(piece)
                if left < 0:
                    raise Unreadable(f"{name} unpacks to far more than any spreadsheet needs; {PRINT}.")
                if is_sheet:
                    for column, row in _CELL.findall(last + piece):
                        highest, widest = max(highest, int(row)), max(widest, _column(column))
                    formulas += len(_OPEN_FORMULA.findall(piece))
                    last = piece[-256:]
                    if highest * widest > MAX_CELLS:
                        raise Unreadable(f"{name} spreads its cells over far too large a sheet; {PRINT}.")
    return formulas


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
