"""A seller or buyer: name, address, telephone, e-mail, website, and how sure each of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from amends.evidence.days import days
from amends.evidence.doubt import CLEAR, believed, sureness
from amends.evidence.invoice.beside import digits_behind, is_cut_short, is_headed_unread
from amends.evidence.invoice.contacts import contact_of
from amends.evidence.invoice.find import joined
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.invoice.unlikely import is_label, is_no_address, is_sentence, is_street
from amends.evidence.page import Word, around
from amends.model.reading import Field, Place

_BETWEEN = re.compile(r",?\s+[|·•]\s+|\s*[|·•]\s*")
_ONLINE = ("website", "email")
_NEARLY = 0.85
_TELLING = 4
_LABELLED = 0.95
_PARTS = re.compile(r"[-.@/]")
_PHONE_DIGITS = 9
POSTCODE = re.compile(
    r"\d{4}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\d{3}[- ]\d{2,4}\b|\b\d\d-\d{3}\b"
)
_NAME = re.compile(r"[^\W\d_]{3}|[^\x00-\u2fff]{2}")
_CALLED = frozenset({"contact:phone", "contact:fax", "contact:email", "fields:other_number"})
_OPEN = 0.45
# What is left between two separators of which a contact was taken out.
_EMPTY = re.compile(r",(?:\s*,)+")
_NAMES = ("name", "address", "phone", "email", "website")


@dataclass(slots=True)
class Party:
    """A seller or buyer: the words of its name, of the lines of its address, and of its contacts."""

    page: int
    name: list[Word] = field(default_factory=list)
    address: list[list[Word]] = field(default_factory=list)
    contacts: dict[str, list[Word]] = field(default_factory=dict)
    confidence: float = 0.0
    cells: list[Cell] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All lines, for the country that they name."""
        return ", ".join(" ".join(word.text for word in line) for line in (self.name, *self.address))

    def fields(self, whose: str, sheets: Sequence[Sheet], others: Sequence[Party], lexicon: Lexicon) -> list[Field]:
        """The fields of the party, their names begun with `whose` ("supplier", "buyer"). `others` are the parties
        beside it.
        """
        open_ = self._open(next((sheet for sheet in sheets if sheet.number == self.page), None), others, lexicon)
        made = []
        parts: list[tuple[str, list[list[Word]], float]] = [
            ("name", [self.name] if self.name else [], self.confidence),
            ("address", self.address, self.confidence - 0.02),
        ]
        if whose == "supplier":
            parts += [
                (name, [self.contacts[name]], self.confidence - 0.02) for name in _NAMES[2:] if name in self.contacts
            ]
        if is_street(self.name, lexicon) or is_sentence(self.name) or is_label(self.name, lexicon):
            open_.update(("name", "address"))
        if self.address and is_no_address(self.address, self.name, lexicon):
            open_.add("address")
        typed = sureness(self.name) == 1.0
        if not typed and sureness(self._unknown(self.name, lexicon)) < CLEAR:
            # Where the name was not read surely, nor was where the address begins.
            open_.add("address")
        for name, lines, confidence in parts:
            words = [word for line in lines for word in line]
            if not words:
                continue
            quote = ", ".join(joined(line).strip(" ,;|·•") for line in lines)
            if name == "email":
                quote = quote.replace(" ", "")
            value = _EMPTY.sub(",", _BETWEEN.sub(", ", quote)).strip(" ,")
            unknown = words if typed else self._unknown(words, lexicon)
            sure = believed(max(confidence, 0.05), unknown, "" if name == "phone" else value)
            sure = round(min(sure, _OPEN) if name in open_ else sure, 3)
            made.append(
                Field(f"{whose}_{name}", value, Place(self.pages.get(name, self.page), around(words)), sure, quote)
            )
        return made

    def _unknown(self, words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
        """The words that nothing else confirms: no list of such words, and no domain of the party."""
        domain = domain_of(self)
        online = [word.text for name in _ONLINE for word in self.contacts.get(name, ())]
        parts = {plain(part) for text in online for part in _PARTS.split(text)}
        found = []
        for word in words:
            said = plain(word.text)
            listed = said in lexicon.streets or said in lexicon.countries
            if len(said) >= _TELLING and (listed or said in parts or domain.startswith(said)):
                continue
            found.append(word)
        return found or list(words)

    def _has_town(self, lexicon: Lexicon) -> bool:
        """Whether the address shows a post code and a town: digits that are neither the number of a house nor of a day,
        beside a name unless the code has letters of its own.
        """
        streets = 0
        for line in (self.name, *self.address):
            # One line has the house; what begins the next is a post code ("44100 Nantes Cedex").
            street = not streets and _is_street(line, lexicon)
            streets += street
            text = " ".join(word.text for word in (line[1:] if street else line))
            found = POSTCODE.search(text)
            if found is not None and not days(text) and (not found[0][-1].isdigit() or _NAME.search(text)):
                return True
        return False

    def _names_contact(self, lexicon: Lexicon) -> bool:
        """Whether a label of a telephone or of a number is left in the address: its value was lost."""
        for line in self.address:
            plains = [plain(word.text) for word in line]
            for at, said in enumerate(plains):
                size, ids = lexicon.match(plains, at) if said in lexicon.phrases else (0, ())
                closed = size and line[at + size - 1].text[-1] in ".:"
                if any(name in _CALLED for name in ids) and (closed or (at and len(said) > 1)):
                    return True
        return False

    def _is_no_name(self, lexicon: Lexicon) -> bool:
        """Whether the name may be a line of the address, or of somebody else: it has a number in it, or the domain of
        the party is another's.
        """
        plains = [plain(word.text) for word in self.name]
        street = plains[:1] and (plains[0] in lexicon.streets or plains[-1] in lexicon.streets)
        number = any(c.isdigit() for word in self.name for c in word.text)
        if (street or number) and not lexicon.has_legal_form(plains):
            return True
        if any(_is_street(self.name[at:], lexicon) for at in range(1, len(self.name))):
            # "Blue Kiln Imports Inc. 8890 Commerce Dr.": two lines that a scan ran into one.
            return True
        if any(days(" ".join(word.text for word in line)) for line in self.address):
            # A town and a day, as letters begin.
            return True
        domain = domain_of(self)
        return bool(domain) and self.confidence < _LABELLED and not is_named_by(self.name, domain)

    def _open(self, sheet: Sheet | None, others: Sequence[Party], lexicon: Lexicon) -> set[str]:
        """The parts of which a scan may have lost or mistaken some: words stand near them that nothing took, or the
        website and the e-mail are of domains that are nearly one.
        """
        if sheet is None or not sheet.scanned:
            return set()
        contacts = [word for words in self.contacts.values() for word in words]
        contacts += [
            word for party in others if party is not self for line in (party.name, *party.address) for word in line
        ]
        address = [word for line in self.address for word in line]
        found: set[str] = set()
        if (
            is_cut_short(sheet, [self.name], [*contacts, *address], under=False)
            or is_headed_unread(sheet, self.name)
            or self._is_no_name(lexicon)
        ):
            found.update(("name", "address"))
        if is_cut_short(sheet, [self.name, *self.address], contacts) or not self._has_town(lexicon):
            found.add("address")
        if self._names_contact(lexicon):
            found.add("address")
        phone = self.contacts.get("phone", [])
        digits = sum(c.isdigit() for word in phone for c in word.text)
        if digits_behind(sheet, phone) or is_headed_unread(sheet, phone) or digits < _PHONE_DIGITS:
            found.add("phone")
        if {"website", "email"} <= set(self.contacts):
            one, other = (domain_of(Party(self.page, contacts={name: self.contacts[name]})) for name in _ONLINE)
            if one != other and SequenceMatcher(None, one, other).ratio() > _NEARLY:
                found.update(_ONLINE)
        return found


def _is_street(line: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line begins with the number of a house: "4410 Ridge Ave", not "70565 Stuttgart"."""
    if len(line) < 2 or not line[0].text[:1].isdigit():
        return False
    for word in line[1:]:
        if word.text[:1].isdigit():
            return False
        if plain(word.text) in lexicon.streets:
            return True
    return False


def alike(one: Sequence[Word], other: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether two names share a word that is more than the form or trade of a company."""
    first = {plain(word.text) for word in one}
    second = {plain(word.text) for word in other}
    return any(len(word) > 2 and word not in lexicon.legal_forms for word in first & second)


def domain_of(party: Party) -> str:
    """The domain of a party's website or e-mail as plain letters, "" for none."""
    for name in ("website", "email"):
        if name in party.contacts:
            text = "".join(word.text for word in party.contacts[name]).lower()
            return plain(text.split("@")[-1].split("//")[-1].split("/")[0].removeprefix("www."))
    return ""


def is_named_by(name: Sequence[Word], domain: str) -> bool:
    """Whether a domain holds a word of a name."""
    return any(len(plain(word.text)) > 3 and plain(word.text) in domain for word in name)


def add_by_domain(seller: Party, sheets: Sequence[Sheet]) -> None:
    """Find the seller's e-mail and website wherever they stand, by its name or the domain that is known of it."""
    if all(name in seller.contacts for name in _ONLINE):
        return
    known = domain_of(seller)
    for sheet in sheets:
        for cells in sheet.rows:
            for cell in cells:
                for word in cell.words:
                    if "." not in word.text or not word.text.rstrip("/.,;)").rpartition(".")[2][:2].isalpha():
                        continue
                    name = "email" if "@" in word.text else "website"
                    if name in seller.contacts:
                        continue
                    left = contact_of(word, name)
                    if left is None:
                        continue
                    domain = plain(left.text.lower().split("@")[-1].split("//")[-1].split("/")[0].removeprefix("www."))
                    if (known and domain == known) or is_named_by(seller.name, domain):
                        seller.contacts[name] = [left]
                        seller.pages[name] = sheet.number
