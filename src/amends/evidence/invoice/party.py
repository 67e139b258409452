"""A seller or buyer made from the lines of its block: name, address, telephone, e-mail, website."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from amends.evidence.days import days
from amends.evidence.invoice.contacts import contact_of, parted
from amends.evidence.invoice.find import joined, part, sureness
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Field, Place

_BETWEEN = re.compile(r",?\s+[|·•]\s+|\s*[|·•]\s*")
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

    def fields(self, whose: str) -> list[Field]:
        """The fields of the party, their names begun with `whose` ("supplier", "buyer")."""
        made = []
        parts: list[tuple[str, list[list[Word]], float]] = [
            ("name", [self.name] if self.name else [], self.confidence),
            ("address", self.address, self.confidence - 0.02),
        ]
        if whose == "supplier":
            parts += [
                (name, [self.contacts[name]], self.confidence - 0.02) for name in _NAMES[2:] if name in self.contacts
            ]
        for name, lines, confidence in parts:
            words = [word for line in lines for word in line]
            if not words:
                continue
            quote = ", ".join(joined(line).strip(" ,;|·•") for line in lines)
            if name == "email":
                quote = quote.replace(" ", "")
            value = _BETWEEN.sub(", ", quote)
            sure = round(max(confidence, 0.05) * sureness(words), 3)
            made.append(
                Field(f"{whose}_{name}", value, Place(self.pages.get(name, self.page), around(words)), sure, quote)
            )
        return made


def party_of(sheet: Sheet, lines: Sequence[list[Word]], lexicon: Lexicon) -> Party | None:
    """A party from the lines of its block: the name first, then the address, contacts wherever they stand."""
    party = Party(sheet.number)
    for line in lines:
        if _is_person(line, lexicon):
            continue
        left = parted(line, lexicon)
        for name, words in left.found.items():
            party.contacts.setdefault(name, words)
        rest = left.rest
        if not rest or not any(c.isalnum() for word in rest for c in word.text):
            continue
        if not party.name:
            party.name, address = _split_name(rest, lexicon)
            if address:
                party.address.append(address)
        elif lexicon.is_note([plain(word.text) for word in rest]) or days(" ".join(word.text for word in rest)):
            # The way of the goods, a day: what stands there is not the address any more.
            break
        elif _is_address(rest) or not party.address:
            party.address.append(rest)
    if not party.name or not any(c.isalpha() for word in party.name for c in word.text):
        return None
    _second_name(party, lexicon)
    return party


def contacts_in(sheet: Sheet, lines: Sequence[list[Word]], lexicon: Lexicon) -> Party:
    """A party without a name from the contacts in some lines."""
    party = Party(sheet.number)
    for line in lines:
        for name, words in parted(line, lexicon).found.items():
            party.contacts.setdefault(name, words)
    return party


def _second_name(party: Party, lexicon: Lexicon) -> None:
    """A person over the company: the line with the legal form is the name."""
    if party.address and not lexicon.has_legal_form([plain(word.text) for word in party.name]):
        second = party.address[0]
        plains = [plain(word.text) for word in second]
        strong = plains and plains[-1] in lexicon.legal_forms and not any(c.isdigit() for c in "".join(plains))
        if strong and plains[-1] not in lexicon.streets and len(plains) > 1:
            party.name = second
            party.address = party.address[1:]


def _is_address(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return any(c.isalpha() for c in text) or any(c.isdigit() for c in text)


def _is_person(line: Sequence[Word], lexicon: Lexicon) -> bool:
    size, ids = lexicon.match([plain(word.text) for word in line], 0)
    return bool(size) and "contact:attention" in ids and sum(c.isdigit() for word in line for c in word.text) < 7


def _split_name(words: list[Word], lexicon: Lexicon) -> tuple[list[Word], list[Word]]:
    """A line of name and address, parted at a comma or separator: "Northquay Inc., 2200 Causeway Blvd"."""
    for at, word in enumerate(words[:-1]):
        alone = word.text in ("|", "·", "•", "-", "–")
        parts = alone or (word.text.endswith(",") and plain(words[at + 1].text) not in lexicon.legal_forms)
        rest = words[at + 1 :]
        if parts and any(c.isdigit() for other in rest for c in other.text):
            name = _without_comma(words[:at] if alone else words[: at + 1])
            if name:
                return name, rest
    return _without_comma(words), []


def _without_comma(words: list[Word]) -> list[Word]:
    """The words without a comma behind the last."""
    if words and words[-1].text.endswith(",") and len(words[-1].text) > 1:
        return [*words[:-1], part(words[-1], 0, len(words[-1].text) - 1)]
    return words


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
            return plain(text.split("@")[-1].removeprefix("www."))
    return ""


def is_named_by(name: Sequence[Word], domain: str) -> bool:
    """Whether a domain holds a word of a name."""
    return any(len(plain(word.text)) > 3 and plain(word.text) in domain for word in name)


def add_by_domain(seller: Party, sheets: Sequence[Sheet]) -> None:
    """Find the seller's e-mail and website wherever they stand, by its name or the domain that is known of it."""
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
