"""Verbs on Amazon's own reports: the tables and charts made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from amends.app.evidence.incoming import measured
from amends.app.files import file_bytes
from amends.dates import written
from amends.errors import Unknown, Unreadable
from amends.evidence.health import HEALTH_KIND, as_table, health
from amends.evidence.reports import recognised, reports
from amends.evidence.together import together
from amends.identifiers import asin_fault
from amends.model import Fact
from amends.model.report import Asked, Recognised, Sold, Table
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.store.reports import Loaded, Unsound

_LARGEST_HEALTH = 5_000_000


class File(NamedTuple):
    """A file that was read as a report: its hash, how many rows it has, those that count for nothing, what is missing.

    `private`: it holds data of buyers and is not sent with an answer.
    """

    path: str
    name: str
    sha256: str
    report: str
    title: str
    kind: str
    rows: int = 0
    unsound: Unsound | None = None
    missing: tuple[str, ...] = ()
    private: bool = False


class Taken(NamedTuple):
    """What became of reports in a case: the facts written, the labels of the files, and what was not done and why."""

    facts: tuple[Fact, ...]
    labels: tuple[str, ...]
    doubts: tuple[str, ...]


class Drawn(NamedTuple):
    """What reports show. `sold` is None without an orders report, `span` its first and last day. `refused` says of
    each file that is no report why; `doubts` are sentences for the person who reads on.
    """

    asked: Asked
    files: tuple[File, ...]
    tables: tuple[Table, ...]
    sold: tuple[Sold, ...] | None = None
    span: tuple[date, date] | None = None
    doubts: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class _Told(NamedTuple):
    file: File
    place: Path
    found: Recognised


def draw(
    paths: Sequence[str],
    asked: Asked,
    step: Callable[[str], None] = lambda _: None,
    names: Mapping[str, str] | None = None,
) -> Drawn:
    """What the reports in some files show. A file that is no report is refused; the others go on.

    `step` hears the name of each file before it is looked at; `names` are those by which files are spoken of, by path,
    where they are not the last part of it. Raises `Unknown` for days or ASINs that are none, and
    `Unreadable` when the extra `amends[reports]` is missing.
    """
    if asked.start and asked.end and asked.start > asked.end:
        raise Unknown(f"{asked.start} lies after {asked.end}; give the first day with --from and the last with --to.")
    wrong = [f"“{one_line(asin, 20)}”: {fault}" for asin in asked.asins if (fault := asin_fault(asin))]
    if wrong:
        raise Unknown(". ".join(wrong) + ".")
    told: dict[str, list[_Told]] = {}
    files: list[File] = []
    tables: list[Table] = []
    refused: list[str] = []
    for path in dict.fromkeys(paths):
        step(one_line(Path(path).name, 80))
        try:
            entry = _told(path, (names or {}).get(path, ""))
        except Unreadable as error:
            refused.append(str(error))
            continue
        if isinstance(entry, _Told):
            told.setdefault(entry.found.report.id, []).append(entry)
        else:
            files.append(entry[0])
            tables.append(entry[1])
    drawn = _questioned(told, asked)
    return drawn._replace(
        files=(*drawn.files, *files), tables=(*drawn.tables, *tables), refused=(*drawn.refused, *refused)
    )


def _told(path: str, shown: str) -> _Told | tuple[File, Table]:
    """Which report a file is. Raises `Unreadable` for what is none."""
    place = Path(path)
    if place.is_dir():
        raise Unreadable(f"{path} is a folder; name the reports in it.")
    size = measured(place, shown)
    name = one_line(shown or place.name, 100)
    with place.open("rb") as source:
        head = source.read(1 << 16)
    found = recognised(head)
    if found is not None:
        report = found.report
        file = File(
            path, name, size.sha256, report.id, report.title, report.kind, missing=found.missing, private=report.private
        )
        return _Told(file, place, found)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and size.size <= _LARGEST_HEALTH:
        read = health(file_bytes(path)[0])
        if read is not None:
            made = File(path, name, size.sha256, "account-health", "Account health report", HEALTH_KIND)
            table = as_table(read)
            return made._replace(rows=len(read.figures)), table._replace(source=f"Made from {_file_words(made)}.")
    if head.startswith(b"PK"):
        raise Unreadable(
            f"{shown or path} is an archive or a spreadsheet. Download the report as text or CSV and name that file."
        )
    raise Unreadable(
        f"{shown or path} is none of the reports that amends reads: {', '.join(report.title for report in reports())}, "
        "Account health report. Their first line names the columns in English; download it again without changes."
    )


def _questioned(told: dict[str, list[_Told]], asked: Asked) -> Drawn:
    """What the reports show that are tables of text, each kind by itself and together."""
    files: list[File] = []
    tables: list[Table] = []
    doubts: list[str] = []
    refused: list[str] = []
    sold, span = None, None
    with ExitStack() as stack:
        loaded: dict[str, Loaded] = {}
        sources: dict[str, str] = {}
        for id, entries in told.items():
            try:
                rows = _open(stack, entries)
            except Unreadable as error:
                refused.append(str(error))
                continue
            read = [
                entry.file._replace(rows=rows.count(at), unsound=rows.unsound(at)) for at, entry in enumerate(entries)
            ]
            files += read
            loaded[id] = rows
            sources[id] = "; ".join(map(_file_words, read))
            doubts += [words for file in read for words in _doubts(file)]
            report = entries[0].found.report
            drawn = report.draw(rows, asked)
            tables += [table._replace(source=_source([sources[id]], asked)) for table in drawn]
            if id == "orders":
                sold, span = tuple(rows.sold(asked)), rows.span()
        for table, ids in together(loaded, asked):
            tables.append(table._replace(source=_source([sources[id] for id in ids], asked)))
    return Drawn(asked, tuple(files), tuple(tables), sold, span, tuple(doubts), tuple(refused))


def _open(stack: ExitStack, entries: list[_Told]) -> Loaded:
    from amends.store.reports import opened

    return stack.enter_context(opened([(entry.place, entry.found) for entry in entries]))


def _file_words(file: File) -> str:
    return f"{file.name} ({file.title}, {file.rows:,} {'row' if file.rows == 1 else 'rows'}, SHA-256 {file.sha256})"


def _source(files: Sequence[str], asked: Asked) -> str:
    days = f"{written(asked.start)} to {written(asked.end)}" if asked.start and asked.end else ""
    days = days or (f"from {written(asked.start)}" if asked.start else f"to {written(asked.end)}" if asked.end else "")
    only = f"; only {', '.join(asked.asins)}" if asked.asins else ""
    return f"Made from {'; '.join(files)}; {days or 'all days'}{only}."


def _doubts(file: File) -> list[str]:
    made = []
    unsound = file.unsound
    if unsound is not None and unsound.rejected + unsound.odd:
        count = unsound.rejected + unsound.odd
        lines = ", ".join(map(str, unsound.lines))
        more = ", …" if count > len(unsound.lines) else ""
        rows = "1 row does" if count == 1 else f"{count:,} rows do"
        rows = f"at least {rows}" if unsound.more else rows
        made.append(f"{file.name}: {rows} not count, since a day or number is missing (about line {lines}{more}).")
    if not file.rows:
        made.append(f"{file.name} has no rows, only column names.")
    return made


def write(tables: Sequence[Table], folder: Path) -> tuple[Path, ...]:
    """Write tables as CSV and their charts as SVG and PNG."""
    from amends.render import charts
    from amends.render.tables import file_name, to_csv
    from amends.store.folder import put

    made: list[Path] = []
    taken: set[str] = set()
    for table in tables:
        name = file_name(table.title, taken)
        made.append(_put(put, folder / f"{name}.csv", to_csv(table)))
        if table.chart is not None:
            svg = charts.to_svg(table.chart, table.source)
            made.append(_put(put, folder / f"{name}.svg", svg.encode()))
            made.append(_put(put, folder / f"{name}.png", charts.to_png(svg)))
    return tuple(made)


def _put(put: Callable[[Path, bytes], None], target: Path, data: bytes) -> Path:
    put(target, data)
    return target


def as_json(drawn: Drawn, files: Sequence[Path] = (), taken: Taken | None = None) -> dict[str, Any]:
    """What reports show, for programs."""
    return {
        "from": drawn.asked.start.isoformat() if drawn.asked.start else None,
        "to": drawn.asked.end.isoformat() if drawn.asked.end else None,
        "files": [
            {
                "name": file.name,
                "report": file.report,
                "sha256": file.sha256,
                "rows": file.rows,
                "rows_rejected": file.unsound.rejected if file.unsound else 0,
                "rows_odd": file.unsound.odd if file.unsound else 0,
                "lines": list(file.unsound.lines) if file.unsound else [],
                "columns_missing": list(file.missing),
            }
            for file in drawn.files
        ],
        "sold": None
        if drawn.sold is None
        else [
            {
                "asin": each.asin or None,
                "sku": each.sku or None,
                "units": each.units,
                "orders": each.orders,
                "first": each.first.isoformat() if each.first else None,
                "last": each.last.isoformat() if each.last else None,
            }
            for each in drawn.sold
        ],
        "tables": [
            {
                "title": table.title,
                "head": list(table.head),
                "rows": [list(row) for row in table.rows],
                "notes": list(table.notes),
                "source": table.source,
            }
            for table in drawn.tables
        ],
        "doubts": list(drawn.doubts) + (list(taken.doubts) if taken else []),
        "refused": list(drawn.refused),
        "written": [str(file) for file in files],
        "facts": [fact.key for fact in taken.facts] if taken else [],
        "exhibits": list(taken.labels) if taken else [],
    }
