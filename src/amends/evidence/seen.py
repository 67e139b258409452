"""A document as a check sees it: what was read, what the notice asks, and what the case knows of the account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property

from amends.evidence.doubt import look_alike
from amends.model import Case, Exhibit, Field, Goods, Reading
from amends.model.reading import SURE
from amends.needed import INVOICES
from amends.playbook import Catalog

# "Within 30 days" alone is a time to answer; a window looks back.
_WINDOW = re.compile(
    r"\b(?:last|past|previous|preceding|recent|not older than|less than|no more than)\b[^.\n]{0,40}?"
    r"\b(\d{2,3})[ -](?:calendar )?days?\b|\b(\d{2,3})[ -]days?\b[^.\n]{0,30}\b(?:old|before|prior)\b",
    re.I,
)
_PAPER = re.compile(r"\b(?:invoice|receipt|bill|statement|document|sales volume|licen[cs]e|inventory)s?\b", re.I)
_TYPES = re.compile(r"\.?\b(pdf|jpe?g|pjpeg|png|gif|tiff?|docx?|bmp)\b", re.I)


@dataclass(frozen=True)
class Seen:
    """One exhibit with its case. `kind` is what the seller says it is, else what the reading says."""

    exhibit: Exhibit
    case: Case
    catalog: Catalog

    @property
    def reading(self) -> Reading:
        """What was read; an empty reading when nothing was."""
        return self.exhibit.reading or Reading("unknown", 0.0, 0)

    @property
    def kind(self) -> str:
        """The kind of document that it is."""
        told = self.reading
        if told.kind != "unknown" and told.kind_confidence >= SURE:
            return told.kind
        return self.exhibit.kind

    @property
    def title(self) -> str:
        """The kind in words."""
        document = self.catalog.documents.get(self.kind)
        return document.title if document else "document"

    @property
    def type(self) -> str:
        """The type of the file, as its safe name ends."""
        return self.exhibit.name.rpartition(".")[2].lower()

    def field(self, name: str) -> Field | None:
        """The field of a name when it is sure enough to decide."""
        return self.reading.sure(name)

    def doubtful(self, name: str) -> Field | None:
        """The field of a name when something was read there but nobody can be sure of it."""
        found = self.reading.field(name)
        return found if found is not None and found.value and not found.sure else None

    def day(self, name: str) -> tuple[date, Field] | None:
        """A field that holds a day."""
        found = self.field(name)
        try:
            return (date.fromisoformat(found.value), found) if found else None
        except ValueError:
            return None

    @property
    def received(self) -> date | None:
        """The day on which the notice was received."""
        value = self.case.value("case.received")
        if isinstance(value, date):
            return value
        return self.case.notice.received if self.case.notice else None

    @cached_property
    def window(self) -> tuple[int, str] | None:
        """How many days before the notice the document may be dated, and who says so; None when nobody does."""
        asked = window_asked(self.case)
        if asked and self.kind in INVOICES:
            return asked
        document = self.catalog.documents.get(self.kind)
        return (document.window, "Amazon's rules for this kind of document") if document and document.window else None

    @property
    def earliest(self) -> date | None:
        """The first day of the window."""
        return self.received - timedelta(days=self.window[0]) if self.received and self.window else None

    @property
    def account_name(self) -> str:
        """The legal name of the account, "" when the case does not know it."""
        value = self.case.value("seller.name")
        return value if isinstance(value, str) else ""

    @property
    def account_address(self) -> str:
        """The address of the account, "" when the case does not know it."""
        value = self.case.value("seller.address")
        return value if isinstance(value, str) else ""

    @property
    def goods(self) -> tuple[Goods, ...]:
        """The lines of goods."""
        return self.reading.lines

    @property
    def asins(self) -> tuple[str, ...]:
        """The ASINs that the case is about."""
        return asins_of(self.case)


def asins_of(case: Case) -> tuple[str, ...]:
    """The ASINs that a case is about: those the seller confirmed, else those that the notice writes out."""
    value = case.value("case.asins")
    if isinstance(value, tuple):
        return value
    named = case.notice.identifiers if case.notice else ()
    return tuple(dict.fromkeys(each.value for each in named if each.kind == "asin" and not each.masked))


def window_asked(case: Case) -> tuple[int, str] | None:
    """The age that the notice itself allows its documents, with its words."""
    notice = case.notice
    if notice is None:
        return None
    for match in _WINDOW.finditer(notice.text[:200_000]):
        start = max(notice.text.rfind("\n\n", 0, match.start()), notice.text.rfind(". ", 0, match.start()), 0)
        end = notice.text.find(".", match.end())
        sentence = notice.text[start : end if 0 < end < match.end() + 200 else match.end() + 120]
        if _PAPER.search(sentence):
            return int(match.group(1) or match.group(2)), f"the notice (“{' '.join(match.group().split())}”)"
    return None


def types_asked(case: Case) -> tuple[str, ...]:
    """The file types that the notice says it takes; none when it names fewer than two."""
    notice = case.notice
    if notice is None:
        return ()
    for line in re.split(r"\n|(?<=[.;]) ", notice.text[:200_000]):
        named = tuple(dict.fromkeys(word.lower().replace("jpeg", "jpg") for word in _TYPES.findall(line)))
        if len(named) >= 2:
            return named
    return ()


def number(text: str | None) -> Decimal | None:
    """An amount or a quantity of a reading as a number."""
    try:
        found = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


def lines_of(seen: Seen, asin: str) -> Iterator[Goods]:
    """The lines of goods of one ASIN: those that name it, or all that name none when the seller said that the
    document concerns this ASIN alone.

    A line whose ASIN was not read surely and looks like this one is among them.
    """
    named = [goods for goods in seen.goods if goods.asin is not None and _names(goods, goods.asin, asin)]
    if named:
        yield from named
    elif seen.exhibit.asins == (asin,):
        yield from (goods for goods in seen.goods if goods.asin is None)


def _names(goods: Goods, read: str, asin: str) -> bool:
    """Whether a line names an ASIN; one that a recogniser was not sure of may be it when it looks like it."""
    return read == asin or ("asin" in goods.unsure and look_alike(read, asin))
