"""Who sells and who buys: by labels, and where the seller has none, by the head, the foot and the bank lines.

Never the carrier and never the bank. An invoice to oneself is read as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.days import days
from amends.evidence.invoice.blocks import lines_around, lines_of
from amends.evidence.invoice.forms import form_of
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.money import country_of
from amends.evidence.invoice.party import POSTCODE, Party, alike, domain_of, is_named_by
from amends.evidence.invoice.partylines import party_of
from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.invoice.unlabelled import all_lines, has_place, is_same, unlabelled
from amends.evidence.page import Word

_TOLD = 0.85
_IN_DOUBT = 0.45
_BARE = (["to"], ["from"], ["de"], ["a"], ["an"], ["von"], ["van"])
_ONE_LEFT = 0.45


def parties(sheet: Sheet, skip: set[int], lexicon: Lexicon) -> dict[str, Party]:
    """The parties of a page: "supplier", "buyer" and "ship_to", as far as they are found."""
    found: dict[str, Party] = {}
    used: set[int] = set()
    end = max(skip, default=len(sheet.rows))
    for cells in sheet.rows:
        if cells[0].row in skip:
            continue
        for cell in cells:
            label = cell.first("parties:") or _trailing(cell)
            if label is None:
                continue
            if cell.row > end and cell.plains[label.start : label.end] in _BARE:
                # The slip to send back with the payment: "To" is whom it is sent to.
                continue
            ids = [name.split(":")[1].removesuffix("_before") for name in label.ids if name.startswith("parties:")]
            party = _of_label(sheet, cell, label, skip, lexicon)
            used.add(id(cell))
            if party is None:
                continue
            for name in ids:
                if name == "payee":
                    party.confidence = min(party.confidence, 0.75)
                    if not any(c.isdigit() for line in party.address for word in line for c in word.text):
                        party.address = []
                if name in ("carrier", "bank"):
                    used.update(id(one) for one in party.cells)
                    continue
                known = found.get(name)
                if known is not None and name == "buyer" and _goes_on(known, party, lexicon):
                    known.address = [party.name, *party.address]
                    used.update(id(one) for one in party.cells)
                    continue
                if (
                    known is None
                    or (not known.address and party.address)
                    or (known.confidence < party.confidence - 0.05)
                ):
                    found[name] = party
                    used.update(id(one) for one in party.cells)
    told = set(found)
    if "buyer" not in found and "ship_to" in found:
        found["buyer"] = found["ship_to"]
        found["buyer"].confidence = min(found["buyer"].confidence, 0.6 if not sheet.scanned else 0.4)
    payee = found.pop("payee", None)
    seller = found.get("supplier")
    labelled = [party for name, party in found.items() if name == "buyer" and party.confidence >= _TOLD]
    head, others, loose = unlabelled(sheet, skip, used, lexicon, labelled)
    if seller is None or (seller.confidence < 0.9 and head is not None and head.confidence > 0.8):
        if head is not None:
            found["supplier"] = head
            if payee is not None and alike(payee.name, head.name, lexicon):
                head.confidence = max(head.confidence, 0.9)
    elif head is not None:
        _complete(seller, head, lexicon)
    if payee is not None and found.get("supplier", payee).confidence <= payee.confidence:
        found["supplier"] = payee
    for party in labelled:
        # The name alone stands beside the label, name and address in another place.
        twin = next((one for one in others if not party.address and one.address and is_same(one, party)), None)
        if twin is not None:
            party.address = twin.address
    shipped = found.get("ship_to")
    if shipped is not None and found.get("buyer") is shipped and "buyer" not in told:
        known = found.get("supplier")
        if any(one is not known and _like_buyer(sheet, one, known, lexicon, contacts=True) for one in others):
            # Another address without a label may be the buyer's: where the goods go says little.
            shipped.confidence = min(shipped.confidence, _IN_DOUBT)
    if "buyer" not in found:
        known = found.get("supplier")
        rest = [party for party in others if party is not known and _like_buyer(sheet, party, known, lexicon)]
        if len(rest) == 1:
            found["buyer"] = rest[0]
            rest[0].confidence = 0.8
            if known is head and head is not None and head.confidence <= _IN_DOUBT:
                rest[0].confidence = _IN_DOUBT
    if "supplier" in found:
        _add_loose(sheet, found["supplier"], loose)
        if sheet.scanned and "buyer" not in found:
            # Whose row was lost may be the seller: then the only one left is the buyer.
            found["supplier"].confidence = min(found["supplier"].confidence, _ONE_LEFT)
    return found


def _like_buyer(sheet: Sheet, party: Party, seller: Party | None, lexicon: Lexicon, contacts: bool = False) -> bool:
    """Whether a block without label is the address in the window of a letter: a name, a street, a town, no more."""
    if not 1 <= len(party.address) <= 5 or party.name[0].box.top > 0.5 * sheet.height:
        return False
    if not contacts and set(party.contacts) - (
        {"email"} if seller is not None and seller.confidence >= _TOLD else set()
    ):
        return False
    if seller is not None and alike(seller.name, party.name, lexicon):
        return False
    if any(c.isdigit() for word in party.name for c in word.text) or len(party.name) > 8:
        return False
    lines = [" ".join(word.text for word in line) for line in party.address]
    placed = POSTCODE.search(", ".join(lines)) or country_of(lines[-1], lexicon)
    return bool(placed) and not any(days(line) for line in lines)


def _add_loose(sheet: Sheet, seller: Party, loose: Sequence[Party]) -> None:
    """Contacts in a block of their own are the seller's when they bear its name, or stand in the head or foot with no
    words beside them: those of "Shop.example customer care" may be another's.
    """
    for block in loose:
        words = next(iter(block.contacts.values()))
        top = words[0].box.top / max(sheet.height, 1)
        if is_named_by(seller.name, domain_of(block)) or (not block.address and (top < 0.2 or top > 0.7)):
            for name, value in block.contacts.items():
                seller.contacts.setdefault(name, value)


def _goes_on(known: Party, party: Party, lexicon: Lexicon) -> bool:
    """Whether a second label heads the address of the one that the first names: "Bill to" over name and telephone,
    "Billing address" over street and town.
    """
    if has_place(known, lexicon) or not has_place(party, lexicon):
        return False
    return any(c.isdigit() for word in party.name for c in word.text) and not lexicon.has_legal_form(
        [plain(word.text) for word in party.name]
    )


def _trailing(cell: Cell) -> Label | None:
    """A label behind the name that it belongs to, as Japanese letters have it."""
    last = cell.labels[-1] if cell.labels else None
    if last is not None and last.end == len(cell.words) and last.start and "parties:buyer_before" in last.ids:
        return last
    return None


def _complete(seller: Party, other: Party, lexicon: Lexicon) -> None:
    """Add what a second block of the same seller has and the first has not."""
    same = not seller.name or not other.name or alike(seller.name, other.name, lexicon)
    if not same:
        return
    if not seller.address:
        seller.address = all_lines(other, lexicon)
    for name, words in other.contacts.items():
        seller.contacts.setdefault(name, words)


def _of_label(sheet: Sheet, cell: Cell, label: Label, skip: set[int], lexicon: Lexicon) -> Party | None:
    """The party whose label stands at the head of a cell: its lines behind the label, beside or under it."""
    cells = lines_around(sheet, cell) if label.end - label.start == len(cell.words) else []
    lines = _in_one(cells)
    if not lines:
        lines, cells = lines_of(sheet, cell, label, skip)
    party = party_of(sheet, lines, lexicon) if lines else None
    if party is None:
        lines, cells = form_of(sheet, cell, skip)
        party = party_of(sheet, lines, lexicon) if lines else None
    if party is None:
        return None
    party.cells = cells
    party.confidence = 0.95 if party.address else 0.85
    if len(label.ids) and cell.plains[label.start : label.end] in _BARE:
        party.confidence -= 0.05 if party.address else 0.45
    if POSTCODE.match(" ".join(word.text for word in party.name)):
        # The end of an address whose beginning stands elsewhere.
        party.confidence = min(party.confidence, _IN_DOUBT)
    return party


def _in_one(cells: Sequence[Cell]) -> list[list[Word]]:
    """A name and address that were written in one line and broken into two, as that one line."""
    return [[word for cell in cells for word in cell.words]] if cells else []
