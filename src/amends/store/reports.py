"""Questions to a report of Amazon's, answered by DuckDB: a million rows in seconds, in bounded memory.

DuckDB sees the one file and nothing else: no network, no extensions, no other path. What is not in an encoding that
it reads is written anew beside it, in a private folder that ends with the question. Rows that cannot be read are
counted and their lines told.
"""

from __future__ import annotations

import codecs
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from amends.errors import Unreadable

if TYPE_CHECKING:
    from amends.evidence.reports import Recognised

_MEMORY = "700MB"
_LONGEST_LINE = 4_000_000
_CHUNK = 1 << 20


class Sold(NamedTuple):
    """What an orders report says of one product: units and orders in the window, first and last day."""

    asin: str
    sku: str
    units: int
    orders: int
    first: date | None
    last: date | None


class Rejected(NamedTuple):
    """Rows that could not be read: how many, and the lines of the first of them."""

    count: int
    lines: tuple[int, ...]


class Rows:
    """The rows of one report, as text, under our names of its columns."""

    def __init__(self, connection: Any, found: Recognised) -> None:
        self._connection, self.found = connection, found

    @property
    def count(self) -> int:
        """How many rows there are."""
        return int(self._one("SELECT count(*) FROM report")[0])

    @property
    def rejected(self) -> Rejected:
        """The rows that could not be read."""
        count = int(self._one("SELECT count(DISTINCT line) FROM reject_errors")[0])
        lines = self._connection.execute("SELECT DISTINCT line FROM reject_errors ORDER BY line LIMIT 5").fetchall()
        return Rejected(count, tuple(int(line) for (line,) in lines))

    def sold(self, start: date, end: date) -> list[Sold]:
        """Units sold by product from one day to another, both included; cancelled and pending ones left out."""
        has_asin = "asin" in self.found.at
        left_out = "lower(coalesce(status, '')) NOT IN ('cancelled', 'canceled', 'pending', 'unshipped and cancelled')"
        item = (
            "AND lower(coalesce(item_status, '')) NOT IN ('cancelled', 'canceled')"
            if "item_status" in self.found.at
            else ""
        )
        rows = self._connection.execute(
            f"""
            SELECT {"upper(trim(asin))" if has_asin else "''"} AS product, min(coalesce(sku, '')) AS sku,
              sum(try_cast(trim(quantity) AS BIGINT)), count(DISTINCT "order"), min(on_day), max(on_day)
            FROM (SELECT *, coalesce(try_cast(substr(trim(day), 1, 10) AS DATE), try_strptime(trim(day), ['%m/%d/%Y', '%d.%m.%Y',
                '%m/%d/%Y %H:%M', '%d.%m.%Y %H:%M'])::DATE) AS on_day FROM report)
            WHERE on_day BETWEEN ? AND ? {"AND " + left_out if "status" in self.found.at else ""} {item}
            GROUP BY product{"" if has_asin else ", sku"} HAVING sum(try_cast(trim(quantity) AS BIGINT)) > 0
            ORDER BY 3 DESC, 1 LIMIT 100000
            """,
            [start, end],
        ).fetchall()
        return [Sold(str(a), str(s), int(u), int(o), first, last) for a, s, u, o, first, last in rows]

    def skus(self) -> dict[str, str]:
        """The ASIN of each SKU, where the report tells both."""
        if not {"asin", "sku"} <= self.found.at.keys():
            return {}
        rows = self._connection.execute(
            "SELECT sku, min(upper(trim(asin))) FROM report WHERE asin <> '' GROUP BY sku "
            "HAVING count(DISTINCT upper(trim(asin))) = 1 LIMIT 200000"
        ).fetchall()
        return {str(sku): str(asin) for sku, asin in rows}

    def sums(self, by: Sequence[str], of: Sequence[str], where: str = "") -> list[tuple[Any, ...]]:
        """Sums of columns by others, all by our names; columns that the file lacks are left out."""
        groups = [name for name in by if name in self.found.at]
        values = [name for name in of if name in self.found.at]
        if where and where not in self.found.at:
            where = ""
        chosen = ", ".join(
            [*(f'"{name}"' for name in groups), *(f'sum(try_cast("{name}" AS BIGINT))' for name in values)]
        )
        kept = f"WHERE coalesce(\"{where}\", '') <> ''" if where else ""
        ordered = ", ".join(str(at + 1) for at in range(len(groups))) or "1"
        grouped = f"GROUP BY {ordered}" if groups else ""
        query = f"SELECT {chosen} FROM report {kept} {grouped} ORDER BY {ordered} LIMIT 100000"
        return [tuple(row) for row in self._connection.execute(query).fetchall()]

    def weeks(self, column: str, values: Sequence[str]) -> list[tuple[date, int, int]]:
        """By week (its Monday): rows in all, and rows whose column has one of some values."""
        marks = ", ".join("?" for _ in values)
        rows = self._connection.execute(
            f"""
            SELECT date_trunc('week', on_day)::DATE, count(*), count(*) FILTER (trim("{column}") IN ({marks}))
            FROM (SELECT *, coalesce(try_cast(substr(trim(day), 1, 10) AS DATE),
                try_strptime(trim(day), ['%m/%d/%y', '%m/%d/%Y', '%d.%m.%Y', '%d/%m/%Y'])::DATE) AS on_day FROM report)
            WHERE on_day IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 2000
            """,
            list(values),
        ).fetchall()
        return [(week, int(total), int(bad)) for week, total, bad in rows]

    def _one(self, query: str) -> tuple[Any, ...]:
        row = self._connection.execute(query).fetchone()
        assert row is not None
        return tuple(row)


@contextmanager
def rows_of(file: Path, found: Recognised) -> Iterator[Rows]:
    """The rows of a report. Raises `Unreadable` when the extra is missing or nothing can be read."""
    try:
        import duckdb
    except ImportError:
        raise Unreadable(
            "Reading Amazon's reports needs one more package: pipx inject amends duckdb (or install amends[reports])."
        ) from None
    with tempfile.TemporaryDirectory(prefix="amends-") as private:
        place, encoding = _readable(file, found.encoding, Path(private))
        connection = duckdb.connect(
            config={"memory_limit": _MEMORY, "threads": str(min(4, os.cpu_count() or 1)), "temp_directory": private}
        )
        try:
            connection.execute(f"SET allowed_paths = [{_quoted(str(place))}]")
            connection.execute("SET autoinstall_known_extensions = false")
            connection.execute("SET autoload_known_extensions = false")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            _load(connection, place, found, encoding)
            yield Rows(connection, found)
        except duckdb.Error as error:
            raise Unreadable(
                f"{file.name} cannot be read as {found.report.title.lower()}: {str(error).splitlines()[0][:200]}. Download it again."
            ) from error
        finally:
            connection.close()


def _load(connection: Any, place: Path, found: Recognised, encoding: str) -> None:
    names = [f"c{at}" for at in range(found.width)]
    columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in names) + "}"
    chosen = ", ".join(f'c{at} AS "{name}"' for name, at in found.at.items())
    # Amazon's tab-separated files quote nothing: a quotation mark there is one of the text.
    quote = "" if found.delimiter == "\t" else '"'
    connection.execute(
        f"""
        CREATE TABLE report AS SELECT {chosen} FROM read_csv({_quoted(str(place))}, delim={_quoted(found.delimiter)},
          quote={_quoted(quote)}, escape={_quoted(quote)}, header=false, skip=1, columns={columns}, auto_detect=false,
          encoding={_quoted(encoding)}, null_padding=true, ignore_errors=true, store_rejects=true,
          rejects_limit=1000, max_line_size={_LONGEST_LINE}, parallel=false, strict_mode=false)
        """
    )


def _readable(file: Path, encoding: str, private: Path) -> tuple[Path, str]:
    """The file in an encoding that DuckDB reads: itself, or written anew without NULs."""
    plain = encoding == "utf-8" and not _holds_nul(file)
    if plain:
        return file.resolve(), "utf-8"
    target = private / "report.txt"
    with file.open("rb") as source, target.open("w", encoding="utf-8", newline="") as out:
        reader = codecs.getreader(encoding)(source, errors="replace")
        while piece := reader.read(_CHUNK):
            out.write(piece.replace("\0", ""))
    return target, "utf-8"


def _holds_nul(file: Path) -> bool:
    with file.open("rb") as source:
        while piece := source.read(_CHUNK):
            if b"\0" in piece:
                return True
    return False


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
