"""What was found in a document: its fields, and the goods that it lists."""

from __future__ import annotations

from amends.model.reading import Field, Goods
from amends.typed import NamedTuple


class Read(NamedTuple):
    """What a reader found. A name can come more than once: a file can hold several invoices, a page each."""

    fields: tuple[Field, ...] = ()
    lines: tuple[Goods, ...] = ()
