"""Questions to a report of Amazon's, answered by DuckDB: a million rows in seconds, in bounded memory.

DuckDB sees the files of the report and nothing else: no network, no extensions, no other path. What is not plain UTF-8
is written anew, in a private folder that ends with the questions. Rows that cannot be read are counted and told.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from amends.errors import Unreadable
from amends.model.report import Asked, Recognised, Sold
from amends.store.plaintext import plain
from amends.text import one_line
from amends.typed import Any, NamedTuple

_MEMORY = "600MB"
_LONGEST_LINE = 2_000_000
_MOST_REJECTED = 1000
_MOST = 100_000
_SHOWN = 5
# An order that was cancelled sold nothing; of a pending one nobody knows yet.
_NOT_SOLD = "('cancelled', 'canceled', 'pending', 'pending availability')"


class Unsound(NamedTuple):
    """Rows of one file that count for nothing: how many could not be taken apart, how many hold no day or number where
    one belongs, and about which lines the first of them stand. `more`: there are more than were counted.
    """

    rejected: int
    odd: int
    lines: tuple[int, ...]
    more: bool = False


class Loaded:
    """The rows of one kind of report, from one file or several, under our names of its columns."""

    def __init__(self, connection: Any, found: Sequence[Recognised], counts: Sequence[int]) -> None:
        self._connection, self._counts = connection, counts
        self.report = found[0].report
        self.has = frozenset[str].union(*(frozenset(each.at) for each in found))

    def count(self, file: int) -> int:
        """How many rows came from a file, sound or not."""
        return self._counts[file]

    def span(self) -> tuple[date, date] | None:
        """The first and the last day of all rows."""
        first, last = self._all("SELECT min(on_day), max(on_day) FROM report")[0]
        return (first, last) if first is not None else None

    def unsound(self, file: int) -> Unsound:
        """The rows of a file that count for nothing."""
        rejected = self._all("SELECT count(DISTINCT line) FROM rejected WHERE file = ?", [file])[0][0]
        broken = [int(line) for (line,) in self._all(
            f"SELECT DISTINCT line FROM rejected WHERE file = ? ORDER BY 1 LIMIT {_MOST_REJECTED}", [file]
        )]  # fmt: skip
        odd = self._all("SELECT count(*) FROM report WHERE file = ? AND odd", [file])[0][0]
        places = self._all(f"SELECT line FROM report WHERE file = ? AND odd ORDER BY 1 LIMIT {_SHOWN}", [file])
        lines = broken[:_SHOWN]
        for (place,) in places:
            line = int(place)
            for each in broken:
                line += each <= line
            lines.append(line)
        return Unsound(int(rejected), int(odd), tuple(sorted(set(lines))[:_SHOWN]), rejected >= _MOST_REJECTED)

    def sold(self, asked: Asked) -> list[Sold]:
        """Units sold by product; cancelled and pending orders are left out."""
        where, values = self._where(asked)
        for column in ("status", "item_status"):
            if column in self.has:
                where += f" AND lower(trim(coalesce({column}, ''))) NOT IN {_NOT_SOLD}"
        product = "upper(trim(coalesce(asin, '')))" if "asin" in self.has else "''"
        sku = "coalesce(sku, '')" if "sku" in self.has else "''"
        grouped = "1" if "asin" in self.has else "1, coalesce(sku, '')" if "sku" in self.has else "1"
        rows = self._all(
            f'SELECT {product}, min({sku}), sum(quantity), count(DISTINCT "order"), min(on_day), max(on_day) '
            f"FROM report WHERE {where} AND quantity > 0 GROUP BY {grouped} ORDER BY 3 DESC, 1, 2 LIMIT {_MOST}",
            values,
        )
        return [Sold(str(a), str(s), int(u), int(o), first, last) for a, s, u, o, first, last in rows]

    def sums(self, by: Sequence[str], of: Sequence[str], asked: Asked, where: str = "") -> list[tuple[str | int, ...]]:
        """Sums of columns by others, after the count of rows; only rows in which the column `where` holds something."""
        limits, values = self._where(asked)
        if where in self.has:
            limits += f" AND trim(coalesce({_name(where)}, '')) <> ''"
        groups = [f"trim(coalesce({_name(column)}, ''))" for column in by]
        chosen = [*groups, "count(*)", *(f"coalesce(sum({_name(column)}), 0)" for column in of)]
        numbers = ", ".join(str(at) for at in range(1, len(groups) + 1))
        grouped = f"GROUP BY {numbers} ORDER BY {numbers}" if groups else ""
        rows = self._all(f"SELECT {', '.join(chosen)} FROM report WHERE {limits} {grouped} LIMIT {_MOST}", values)
        return [tuple(str(c) if at < len(groups) else int(c) for at, c in enumerate(row)) for row in rows]

    def weeks(self, column: str, values: Sequence[str], asked: Asked) -> list[tuple[date, int, int]]:
        """By week (its Monday): rows in all, and rows whose column has one of some values."""
        where, limits = self._where(asked)
        rows = self._all(
            f"SELECT date_trunc('week', on_day)::DATE, count(*), count(*) FILTER "
            f"(list_contains(?, lower(trim({_name(column)})))) "
            f"FROM report WHERE {where} GROUP BY 1 ORDER BY 1 LIMIT 2000",
            [list(values), *limits],
        )
        return [(week, int(total), int(some)) for week, total, some in rows]

    def days(self, by: str, of: str, asked: Asked) -> list[tuple[date, str, int]]:
        """The sum of a column by day and by another column."""
        where, values = self._where(asked)
        rows = self._all(
            f"SELECT on_day, trim(coalesce({_name(by)}, '')), coalesce(sum({_name(of)}), 0) FROM report WHERE {where} "
            f"GROUP BY 1, 2 ORDER BY 1, 2 LIMIT {_MOST}",
            values,
        )
        return [(day, str(key), int(total)) for day, key, total in rows]

    def orders(self, column: str, values: Sequence[str]) -> tuple[str, ...]:
        """The numbers of the orders whose column has one of some values."""
        rows = self._all(
            f'SELECT DISTINCT trim("order") FROM report WHERE list_contains(?, lower(trim({_name(column)}))) '
            f"AND trim(\"order\") <> '' ORDER BY 1 LIMIT {_MOST}",
            [list(values)],
        )
        return tuple(str(order) for (order,) in rows)

    def orders_by_week(self, among: Sequence[str], asked: Asked) -> list[tuple[date, int, int]]:
        """By week of the order: orders in all, and those among some. Cancelled and pending ones are left out."""
        where, values = self._where(asked)
        if "status" in self.has:
            where += f" AND lower(trim(coalesce(status, ''))) NOT IN {_NOT_SOLD}"
        rows = self._all(
            f"""
            WITH chosen AS (SELECT unnest(?) AS number)
            SELECT date_trunc('week', on_day)::DATE, count(DISTINCT "order"),
              count(DISTINCT "order") FILTER (trim("order") IN (SELECT number FROM chosen))
            FROM report WHERE {where} GROUP BY 1 ORDER BY 1 LIMIT 2000
            """,
            [list(among) or [""], *values],
        )
        return [(week, int(total), int(some)) for week, total, some in rows]

    def _where(self, asked: Asked) -> tuple[str, list[Any]]:
        parts, values = ["NOT odd"], list[Any]()
        if asked.start is not None:
            parts.append("on_day >= ?")
            values.append(asked.start)
        if asked.end is not None:
            parts.append("on_day <= ?")
            values.append(asked.end)
        if asked.asins and "asin" in self.has:
            parts.append("list_contains(?, upper(trim(asin)))")
            values.append(list(asked.asins))
        return " AND ".join(parts), values

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._connection.execute(query, list(values)).fetchall()]


def installed() -> bool:
    """Whether the extra that reads reports is there."""
    from importlib.util import find_spec

    return find_spec("duckdb") is not None


@contextmanager
def opened(files: Sequence[tuple[Path, Recognised]]) -> Iterator[Loaded]:
    """The rows of one kind of report, for as long as questions are asked.

    An order that stands in several files counts as the last of them tells it. Raises `Unreadable` when the extra is
    missing, when nothing can be read, or when months and days cannot be told apart.
    """
    try:
        import duckdb
    except ImportError:
        raise Unreadable("Reading Amazon's reports needs one more package: pip install 'amends[reports]'.") from None
    found = [each for _, each in files]
    with tempfile.TemporaryDirectory(prefix="amends-") as private:
        places = [plain(file, Path(private) / f"{at}.txt", each.encoding) for at, (file, each) in enumerate(files)]
        connection = duckdb.connect(
            config={"memory_limit": _MEMORY, "threads": str(min(4, os.cpu_count() or 1)), "temp_directory": private}
        )
        try:
            connection.execute(f"SET allowed_paths = [{', '.join(_quoted(str(place)) for place in places)}]")
            connection.execute("SET autoinstall_known_extensions = false")
            connection.execute("SET autoload_known_extensions = false")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield Loaded(connection, found, _load(connection, places, found))
        except duckdb.Error as error:
            names = ", ".join(file.name for file, _ in files)
            raise Unreadable(
                f"{one_line(names, 200)} cannot be read as “{found[0].report.title}”: "
                f"{one_line(str(error).splitlines()[0], 200)}. Download it again."
            ) from error
        finally:
            connection.close()


def _load(connection: Any, places: Sequence[Path], found: Sequence[Recognised]) -> list[int]:
    """Read the files into the table `report`; how many rows each of them has."""
    report = found[0].report
    names = [name for name in report.columns if any(name in each.at for each in found)]
    columns = ", ".join(f"{_name(name)} VARCHAR" for name in names)
    connection.execute(f"CREATE TABLE loaded (file INTEGER, {columns})")
    connection.execute("CREATE TABLE rejected (file INTEGER, line BIGINT)")
    offsets: list[int] = []
    for at, (place, each) in enumerate(zip(places, found, strict=True)):
        offsets.append(int(connection.execute("SELECT count(*) FROM loaded").fetchone()[0]))
        types = "{" + ", ".join(f"'c{column}': 'VARCHAR'" for column in range(each.width)) + "}"
        chosen = ", ".join(f"c{each.at[name]}" if name in each.at else "NULL" for name in names)
        # Amazon's tab-separated files quote nothing: a quotation mark there is one of the text.
        quote = _quoted('"' if each.quoted else "")
        connection.execute(
            f"""
            INSERT INTO loaded SELECT {at}, {chosen} FROM read_csv({_quoted(str(place))},
              delim={_quoted(each.delimiter)},
              quote={quote}, escape={quote}, header=false, skip=1, columns={types}, auto_detect=false, encoding='utf-8',
              null_padding=true, ignore_errors=true, store_rejects=true, rejects_table='broken', rejects_scan='scans',
              rejects_limit={_MOST_REJECTED}, max_line_size={_LONGEST_LINE}, parallel=false, strict_mode=false)
            """
        )
        connection.execute(f"INSERT INTO rejected SELECT DISTINCT {at}, line FROM broken")
        connection.execute("DROP TABLE broken; DROP TABLE scans")
    ends = [*offsets[1:], int(connection.execute("SELECT count(*) FROM loaded").fetchone()[0])]
    _sound(connection, found, names, offsets)
    return [end - start for start, end in zip(offsets, ends, strict=True)]


def _sound(connection: Any, found: Sequence[Recognised], names: Sequence[str], offsets: Sequence[int]) -> None:
    """The table that is asked: days and numbers as such, rows without them marked, each order told once."""
    report = found[0].report
    sign = "-?" if report.signed else ""
    chosen, odd = [], ["on_day IS NULL"]
    for name in names:
        column = _name(name)
        if name not in report.numbers:
            chosen.append(column)
            continue
        text = f"trim(coalesce({column}, ''), ' \"')"
        whole = f"regexp_full_match({text}, '{sign}[0-9]{{1,7}}(\\.0+)?')"
        chosen.append(f"CASE WHEN {whole} THEN split_part({text}, '.', 1)::BIGINT END AS {column}")
        odd.append(f"NOT {whole}" if name in report.needed else f"({text} <> '' AND NOT {whole})")
    offset = "CASE file " + " ".join(f"WHEN {at} THEN {offset}" for at, offset in enumerate(offsets)) + " END"
    once = ""
    if len(found) > 1 and report.once:
        once = f"QUALIFY file = max(file) OVER (PARTITION BY {_name(report.once)})"
    connection.execute(
        f"CREATE TABLE report AS SELECT file, rowid - {offset} + 2 AS line, {', '.join(chosen)}, on_day, "
        f"({' OR '.join(odd)}) AS odd FROM (SELECT *, rowid, {_day(connection)} AS on_day FROM loaded) {once}"
    )
    connection.execute("DROP TABLE loaded")


def _day(connection: Any) -> str:
    """The expression for the day of a row. Whether the month or the day stands first is told by all rows together."""
    parts = r"'^\s*\"?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b'"
    first, second = connection.execute(
        f"SELECT max(try_cast(regexp_extract(day, {parts}, 1) AS INTEGER)), "
        f"max(try_cast(regexp_extract(day, {parts}, 2) AS INTEGER)) FROM loaded WHERE day NOT LIKE '%.%.%'"
    ).fetchone()
    if first is not None and second is not None and (first > 12) == (second > 12):
        raise Unreadable(
            "The days in the report can be read in two ways (is 03/04 in March or in April?). Download the report "
            "again and do not save it from a spreadsheet."
        )
    month, day = ("2", "1") if (first or 0) > 12 else ("1", "2")

    def part(at: str) -> str:
        return f"regexp_extract(day, {parts}, {at})"

    def made(month: str, day: str) -> str:
        year = f"CASE WHEN length({part('3')}) = 2 THEN '20' ELSE '' END || {part('3')}"
        return f"try_cast({year} || '-' || lpad({part(month)}, 2, '0') || '-' || lpad({part(day)}, 2, '0') AS DATE)"

    return (
        r"coalesce(CASE WHEN regexp_matches(day, '^[\s\"]*\d{4}[-/]\d') THEN "
        "try_cast(substr(replace(trim(day, ' \"'), '/', '-'), 1, 10) AS DATE) END, "
        f"CASE WHEN day LIKE '%.%.%' THEN {made('2', '1')} ELSE {made(month, day)} END, "
        "try_strptime(trim(day, ' \"'), ['%d-%b-%Y', '%b %d, %Y', '%d %b %Y'])::DATE)"
    )


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
