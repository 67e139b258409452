"""Who sells and who buys: by labels, and where the seller has none, by the head, the foot and the bank lines.

Never the carrier and never the bank. An invoice to oneself is read as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.days import days
from amends.evidence.invoice.blocks import blocks, lines_of
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.party import Party, alike, contacts_in, domain_of, is_named_by, party_of
from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.page import Word

_ONE_LEFT = 0.45


def parties(sheet: Sheet, skip: set[int], lexicon: Lexicon) -> dict[str, Party]:
    """The parties of a page: "supplier", "buyer" and "ship_to", as far as they are found."""
    found: dict[str, Party] = {}
    used: set[int] = set()
    for cells in sheet.rows:
        if cells[0].row in skip:
            continue
        for cell in cells:
            label = cell.first("parties:") or _trailing(cell)
            if label is None:
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
                if (
                    known is None
                    or (not known.address and party.address)
                    or (known.confidence < party.confidence - 0.05)
                ):
                    found[name] = party
                    used.update(id(one) for one in party.cells)
    if "buyer" not in found and "ship_to" in found:
        found["buyer"] = found["ship_to"]
        found["buyer"].confidence = min(found["buyer"].confidence, 0.6 if not sheet.scanned else 0.4)
    payee = found.pop("payee", None)
    seller = found.get("supplier")
    head, others, loose = _unlabelled(sheet, skip, used, lexicon)
    if seller is None or (seller.confidence < 0.9 and head is not None and head.confidence > 0.8):
        if head is not None:
            found["supplier"] = head
            if payee is not None and alike(payee.name, head.name, lexicon):
                head.confidence = max(head.confidence, 0.9)
    elif head is not None:
        _complete(seller, head, lexicon)
    if payee is not None and found.get("supplier", payee).confidence <= payee.confidence:
        found["supplier"] = payee
    if "buyer" not in found:
        known = found.get("supplier")
        rest = [party for party in others if party is not known and _like_buyer(sheet, party, known, lexicon)]
        if len(rest) == 1:
            found["buyer"] = rest[0]
            rest[0].confidence = 0.8
    if "supplier" in found:
        _add_loose(sheet, found["supplier"], loose)
        if sheet.scanned and "buyer" not in found:
            # Whose row was lost may be the seller: then the only one left is the buyer.
            found["supplier"].confidence = min(found["supplier"].confidence, _ONE_LEFT)
    return found


def _like_buyer(sheet: Sheet, party: Party, seller: Party | None, lexicon: Lexicon) -> bool:
    """Whether a block without label is the address in the window of a letter: a name, a street, a town, no more."""
    if party.contacts or not 1 <= len(party.address) <= 5 or party.name[0].box.top > 0.5 * sheet.height:
        return False
    if seller is not None and alike(seller.name, party.name, lexicon):
        return False
    if any(c.isdigit() for word in party.name for c in word.text) or len(party.name) > 8:
        return False
    lines = [" ".join(word.text for word in line) for line in party.address]
    return sum(c.isdigit() for c in "".join(lines)) >= 3 and not any(days(line) for line in lines)


def _add_loose(sheet: Sheet, seller: Party, loose: Sequence[Party]) -> None:
    """Contacts in a block of their own are the seller's when they bear its name, or stand in the head or foot."""
    for block in loose:
        words = next(iter(block.contacts.values()))
        top = words[0].box.top / max(sheet.height, 1)
        if is_named_by(seller.name, domain_of(block)) or top < 0.2 or top > 0.7:
            for name, value in block.contacts.items():
                seller.contacts.setdefault(name, value)


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
        seller.address = other.address
    for name, words in other.contacts.items():
        seller.contacts.setdefault(name, words)


def _of_label(sheet: Sheet, cell: Cell, label: Label, skip: set[int], lexicon: Lexicon) -> Party | None:
    """The party whose label stands at the head of a cell: its lines behind the label, beside or under it."""
    lines, cells = lines_of(sheet, cell, label, skip)
    if not lines:
        return None
    party = party_of(sheet, lines, lexicon)
    if party is None:
        return None
    party.cells = cells
    party.confidence = 0.95 if party.address else 0.85
    if len(label.ids) and cell.plains[label.start : label.end] in (
        ["to"],
        ["from"],
        ["de"],
        ["a"],
        ["an"],
        ["von"],
        ["van"],
    ):
        party.confidence -= 0.05 if party.address else 0.45
    return party


def _unlabelled(
    sheet: Sheet, skip: set[int], used: set[int], lexicon: Lexicon
) -> tuple[Party | None, list[Party], list[Party]]:
    """The seller that no label names, all blocks that may be a party, and those that are nothing but contacts.

    The seller is the block of the head, else of the foot, that looks most like a company.
    """
    loose: list[Party] = []
    best: tuple[float, Party] | None = None
    seen: list[Party] = []
    for block in blocks(sheet, skip, used, lexicon):
        if len(block) == 1 and not _worth(sheet, block[0], lexicon):
            continue
        lines = [cell.words for cell in block]
        party = party_of(sheet, _without_title(block, lines), lexicon)
        if party is None:
            contacts = contacts_in(sheet, lines, lexicon)
            if contacts.contacts:
                loose.append(contacts)
            continue
        party.cells = block
        score = _like_seller(sheet, party, lexicon)
        seen.append(party)
        if score > 0 and (best is None or score > best[0]):
            best = (score, party)
    if best is None:
        return None, seen, loose
    score, party = best
    party.confidence = 0.93 if score >= 6 else 0.85 if score >= 4 else 0.6 if score >= 2.5 else 0.4
    for other in seen:
        if other is party or (party.address and party.contacts) or _like_seller(sheet, other, lexicon) <= 1:
            continue
        if alike(party.name, other.name, lexicon) or _by_domain(party, other):
            _complete_any(party, other)
    return party, seen, loose


def _worth(sheet: Sheet, cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a line alone can say anything of a party."""
    return (
        cell.box.top < 0.2 * sheet.height
        or cell.has_digit
        or any("@" in word.text or "." in word.text[1:-1] for word in cell.words)
        or lexicon.has_legal_form(cell.plains)
    )


def _complete_any(party: Party, other: Party) -> None:
    if not party.address:
        party.address = other.address
    for name, words in other.contacts.items():
        party.contacts.setdefault(name, words)


def _by_domain(party: Party, other: Party) -> bool:
    return bool(domain_of(other) and is_named_by(party.name, domain_of(other)))


def _without_title(block: Sequence[Cell], lines: Sequence[list[Word]]) -> list[list[Word]]:
    kept = []
    for cell, line in zip(block, lines, strict=True):
        label = cell.labels[0] if cell.labels else None
        if label is not None and label.start == 0 and "title" in label.ids and len(cell.words) <= label.end + 2:
            continue
        kept.append(line)
    return kept


def _like_seller(sheet: Sheet, party: Party, lexicon: Lexicon) -> float:
    plains = [plain(word.text) for word in party.name]
    if len(plains) > 9 or lexicon.is_note(plains):
        return -1.0
    score = 0.0
    if lexicon.has_legal_form(plains):
        score += 2.5
    if party.name[0].text[:1].islower():
        score -= 2
    if "email" in party.contacts or "website" in party.contacts:
        score += 1.5
    if "phone" in party.contacts:
        score += 1
    if is_named_by(party.name, domain_of(party)):
        score += 1
    text = " ".join(word.text for line in party.address for word in line)
    if text and any(c.isdigit() for c in text):
        words = [plain(word.text) for line in party.address for word in line]
        score += 1.5 if any(word in lexicon.streets or word in lexicon.countries for word in words) else 0.7
    elif not party.contacts and not lexicon.has_legal_form(plains):
        score -= 0.5
    top = party.name[0].box.top / max(sheet.height, 1)
    score += 2 if top < 0.12 else 1.2 if top < 0.3 else 0 if top < 0.8 else 0.5
    tall = party.name[0].box.bottom - party.name[0].box.top
    if tall > 1.25 * sheet.usual:
        score += 1
    if any(word.text[:1].isdigit() for word in party.name[:1]):
        score -= 2
    if any("%" in word.text for word in party.name) or len(party.cells) > 12:
        score -= 3
    return score
