"""Amazon's own reports: which one a file is, what may be asked of its rows, and the tables and charts made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from amends.typed import Literal, NamedTuple, Protocol


class Sold(NamedTuple):
    """What an orders report says of one product: units and orders in the window, first and last day of sale."""

    asin: str
    sku: str
    units: int
    orders: int
    first: date | None
    last: date | None


class Asked(NamedTuple):
    """What is asked of a report: the days, both included (None: all there are), and the ASINs (none: all)."""

    start: date | None = None
    end: date | None = None
    asins: tuple[str, ...] = ()


class Chart(NamedTuple):
    """Figures to draw. `form`: "bars" (labels are products), "weeks" or "steps" (labels are days, in order).

    Each series has a name and a figure per label, None where there is none. `limit` is Amazon's, with its words.
    """

    form: Literal["bars", "weeks", "steps"]
    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    limit: float | None = None
    limit_words: str = ""


class Table(NamedTuple):
    """A title, the head of the columns, the rows as text, notes, and from which rows of which file it was made."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    source: str = ""
    chart: Chart | None = None


class Rows(Protocol):
    """The rows of one report, under our names of its columns."""

    @property
    def has(self) -> frozenset[str]:
        """Our names of the columns that are there."""

    def sold(self, asked: Asked) -> list[Sold]:
        """Units sold by product; cancelled and pending orders are left out."""

    def sums(self, by: Sequence[str], of: Sequence[str], asked: Asked, where: str = "") -> list[tuple[str | int, ...]]:
        """Sums of columns by others, after the count of rows; only rows in which the column `where` holds something."""

    def weeks(self, column: str, values: Sequence[str], asked: Asked) -> list[tuple[date, int, int]]:
        """By week (its Monday): rows in all, and rows whose column has one of some values."""

    def days(self, by: str, of: str, asked: Asked) -> list[tuple[date, str, int]]:
        """The sum of a column by day and by another column."""

    def orders(self, column: str, values: Sequence[str]) -> tuple[str, ...]:
        """The numbers of the orders whose column has one of some values."""

    def orders_by_week(self, among: Sequence[str], asked: Asked) -> list[tuple[date, int, int]]:
        """By week of the order: orders in all, and those that are among some."""


class Report(NamedTuple):
    """A report of Amazon's. `columns` are our names with the headers that stand for them, the `needed` among them tell
    the report; `source` is where the headers are published. `draw` makes its tables, `kind` is the kind of document
    that it is as evidence. `private`: it holds data of buyers and is not passed on. `numbers` are the columns that
    hold whole numbers, below zero too when they are `signed`. `once` is the column whose rows are all in one file, so
    that of several files the last one counts.
    """

    id: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    source: str
    kind: str
    draw: Callable[[Rows, Asked], tuple[Table, ...]]
    numbers: tuple[str, ...] = ()
    private: bool = False
    signed: bool = False
    once: str = ""


class Recognised(NamedTuple):
    """A report as it lies in a file: `at` is the place of each column that was found, counted from 0."""

    report: Report
    encoding: str
    delimiter: str
    at: Mapping[str, int]
    width: int
    quoted: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The headers of columns that the file does not have."""
        return tuple(headers[0] for name, headers in self.report.columns.items() if name not in self.at)
