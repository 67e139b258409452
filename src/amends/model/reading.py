"""What was read in an exhibit: fields with their places, lines of goods, checks against Amazon's rules."""

from __future__ import annotations

from datetime import date

from amends.typed import Literal, NamedTuple

SURE = 0.5
"""From this confidence on a value may decide; below it a person has to look."""


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the top left corner of the page as a reader sees it."""

    left: float
    top: float
    right: float
    bottom: float


class Place(NamedTuple):
    """Where something stands in a document: its page, numbered from 1, and its box there.

    In files without pages of their own (a spreadsheet, a message) the page is the sheet or part, laid out as read.
    """

    page: int
    box: Box


class Correction(NamedTuple):
    """What a person says that the paper says at one place, beside what was read there.

    `field` is the name of a field, or of a cell of the line of goods at that place ("quantity"). `read` is what was
    read, as it stood on the page, "" for nothing; `says` what stands there by the word of `by`, given on the day `on`.
    The two are the same when the person confirms what was read.
    """

    field: str
    place: Place
    read: str
    says: str
    by: str
    on: date

    @property
    def confirms(self) -> bool:
        """Whether the person says the same as was read."""
        return self.says == self.read


class Field(NamedTuple):
    """A value read from a document. `name` is one of the field names of its kind ("invoice_date", "buyer_name").

    `value` is normalised text: dates are ISO 8601, amounts plain decimals ("1234.50"), currencies ISO 4217. `quote` is
    what stands on the page. `confidence` goes from 0 to 1; below `SURE` a person has to look. `correction` is there
    when value and quote are a person's word and not what was read.
    """

    name: str
    value: str
    place: Place
    confidence: float
    quote: str = ""
    correction: Correction | None = None

    @property
    def sure(self) -> bool:
        """Whether something was read, surely enough to decide."""
        return bool(self.value) and self.confidence >= SURE


class Goods(NamedTuple):
    """A line of goods on an invoice, an order or a list. What does not stand there is None.

    `quantity` and the amounts are plain decimals as text. `place` is the box around the whole line. `confidence` is
    that of quantity and amounts, `unsure` names other cells at which a person has to look though the line is sure.
    `corrections` are the cells that are a person's word and not what was read.
    """

    description: str
    place: Place
    confidence: float
    asin: str | None = None
    sku: str | None = None
    gtin: str | None = None
    model: str | None = None
    quantity: str | None = None
    unit_price: str | None = None
    amount: str | None = None
    unsure: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the line was read surely enough to decide."""
        return self.confidence >= SURE

    def is_sure(self, cell: str) -> bool:
        """Whether a cell ("gtin", "description") was read surely enough to decide."""
        return self.sure and cell not in self.unsure


CheckLevel = Literal["error", "warning", "note"]
Outcome = Literal["meets", "fails", "unclear"]


class Check(NamedTuple):
    """What one of Amazon's rules says of a document. `rule` is its code, `source` where Amazon says so.

    `fields` are the places that it speaks of, `asins` the products that it concerns (none: the whole document), `ask`
    the demand of the notice that it answers ("" when it holds for every notice). `todo` says what to do about it.
    """

    rule: str
    name: str
    level: CheckLevel
    message: str
    source: str
    todo: str = ""
    fields: tuple[Field, ...] = ()
    asins: tuple[str, ...] = ()
    ask: str = ""


class Reading(NamedTuple):
    """All that was read from one file.

    `kind` is the id of a kind of document or "unknown", `because` the words that told it. `scanned` are the pages of
    which only a picture was there; `doubts` are sentences for the person who reads on (pages left out, words not read).
    `text` is all text, page by page, divided by form feeds. `reader` names the version of the reader, so that a newer
    one reads again. What a person says of the paper is no reading: it is kept with the exhibit and joined to a copy.
    """

    kind: str
    kind_confidence: float
    pages: int
    fields: tuple[Field, ...] = ()
    lines: tuple[Goods, ...] = ()
    because: str = ""
    scanned: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()
    signs: tuple[Check, ...] = ()
    text: str = ""
    reader: str = ""

    def field(self, name: str) -> Field | None:
        """The surest field of a name, or None; what a person says of the paper is surer than any reading."""
        found = [field for field in self.fields if field.name == name]
        return max(found, key=lambda field: (field.correction is not None, field.confidence)) if found else None

    def sure(self, name: str) -> Field | None:
        """The surest field of a name when it may decide, else None."""
        found = self.field(name)
        return found if found is not None and found.sure else None

    def value(self, name: str) -> str:
        """The value of the surest field of a name, "" when there is none."""
        found = self.field(name)
        return found.value if found else ""
