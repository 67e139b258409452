"""Pictures of a case: what is drawn, the same as a table, and what the case does not hold yet."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from amends.model.case import Case
from amends.model.report import Table
from amends.model.value import Period
from amends.typed import Any, NamedTuple


class Picture(NamedTuple):
    """A picture. `id` names its kind and its files, `summary` says in one sentence what it shows, `svg` stands for
    itself (no script, no font, no address), `table` holds all of it in words.
    """

    id: str
    title: str
    summary: str
    svg: str
    table: Table


class Lacking(NamedTuple):
    """A picture that the case does not hold the facts for: why, and what to do at the command line ("": nothing)."""

    id: str
    title: str
    why: str
    todo: str = ""


class Balance(NamedTuple):
    """One product of the notice: the units sold and those on invoices that count, None where nothing is known of them.

    `exhibits` are the labels of these invoices. `given_up`: the answer does not ask for its listing, so that it needs
    none.
    """

    asin: str
    sold: int | None
    invoiced: Decimal | None
    exhibits: tuple[str, ...] = ()
    given_up: bool = False


class Matter(NamedTuple):
    """What pictures are drawn from: the case, and what was worked out from it.

    `balances` are its products (none: no invoices are asked for), `doubts` why a count may not be whole, `sales` the
    days of sales that invoices have to cover, with who says so. `weeks` is the table of defects by week, `no_weeks` why
    there is none.
    """

    case: Case
    balances: tuple[Balance, ...] = ()
    doubts: tuple[str, ...] = ()
    sales: tuple[Period, str] | None = None
    weeks: Table | None = None
    no_weeks: str = ""


class PictureKind(NamedTuple):
    """A kind of picture. `order` is its place among the others; `draw` gets the matter and the catalog."""

    id: str
    title: str
    order: int
    draw: Callable[[Matter, Any], Picture | Lacking]
