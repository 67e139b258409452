"""Removal orders: the number, when and how it stands, and which goods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.evidence.doubt import believed, is_doubtful
from amends.evidence.fields import Read
from amends.evidence.lexicon import Lexicon, tokens
from amends.evidence.page import Page
from amends.evidence.paper import Paper, Piece
from amends.evidence.readers._form import Wanted, best, fields, first_day, identifiers, paper_of
from amends.identifiers import asin_fault
from amends.model.reading import Field, Goods, Place

KINDS = ("removal-order",)

_FORM = {
    "order_number": Wanted(
        "id", "order id | removal order | removal order id | removal id | order number | removal order number"
    ),
    "issue_date": Wanted(
        "day", "request date | requested | date requested | created | date | printed | order date | requested on"
    ),
    "status": Wanted("text", "order status | status | state"),
    "order_type": Wanted("text", "order type | type | removal type | removal method"),
    "quantity": Wanted("id", "total requested | total quantity | requested quantity | total units | total | units"),
}
_COLUMNS: Lexicon[str] = Lexicon(
    (
        ("sku | msku | merchant sku | seller sku", "sku"),
        ("asin", "asin"),
        ("fnsku", "fnsku"),
        ("requested quantity | requested | quantity | qty | units | quantity requested", "quantity"),
        ("disposition | condition", "disposition"),
        ("title | product | product name | description | item", "description"),
        ("request date | date | order id | status | order status | cancelled quantity", "other"),
        ("shipped quantity | disposed quantity", "other"),
    )
)
_QUANTITY = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")


def read(pages: Sequence[Page]) -> Read:
    """The fields and lines of a removal order."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    if not any(field is not None and field.name == "issue_date" for field in found):
        found.append(first_day(paper))
    found += identifiers(paper, "asin", "asins")
    return Read(best(found), tuple(_lines(paper)))


def _lines(paper: Paper) -> Iterator[Goods]:
    """The rows under a head that names goods and quantities."""
    columns: list[tuple[Piece, str]] = []
    for row in paper.rows:
        named = [(piece, _column(piece)) for piece in row]
        kinds = {kind for _, kind in named if kind}
        if "quantity" in kinds and kinds & {"sku", "asin", "fnsku"}:
            columns = [(piece, kind) for piece, kind in named if kind]
            continue
        if not columns or row[0].text.lower().startswith("total"):
            continue
        line = _line(row, columns)
        if line is not None:
            yield line


def _column(piece: Piece) -> str:
    text = tokens(piece.text)
    hits = sorted(_COLUMNS.hits(text), key=lambda hit: hit.start - hit.end)
    return hits[0].meaning if hits and len(text) <= 4 else ""


def _line(row: Sequence[Piece], columns: Sequence[tuple[Piece, str]]) -> Goods | None:
    values: dict[str, str] = {}
    for piece in row:
        # The column whose head begins or ends where the cell does, or stands over it.
        near = min(columns, key=lambda column: _apart(column[0], piece))
        if _apart(near[0], piece) < 40:
            values.setdefault(near[1], piece.text)
    quantity = values.get("quantity", "").replace(",", "")
    asin = values.get("asin", "")
    if not _QUANTITY.fullmatch(values.get("quantity", "")) or not any(
        values.get(kind) for kind in ("sku", "asin", "fnsku")
    ):
        return None
    words = tuple(word for piece in row for word in piece.words)
    whole = Piece(words, row[0].page)
    sure = round(believed(0.9, words), 2)
    line = Goods(
        values.get("description", ""),
        Place(whole.page, whole.box),
        sure,
        asin=asin if asin and asin_fault(asin) is None else None,
        sku=values.get("sku") or values.get("fnsku"),
        quantity=quantity,
    )
    told = {"description": line.description, "asin": line.asin or "", "sku": line.sku or ""}
    doubted = (name for name, said in told.items() if said and is_doubtful(words, said, code=name != "description"))
    return line._replace(unsure=tuple(doubted))


def _apart(head: Piece, cell: Piece) -> float:
    one, other = head.box, cell.box
    if other.left < one.right and one.left < other.right:
        return 0.0
    return min(abs(one.left - other.left), abs(one.right - other.right))
