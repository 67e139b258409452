"""Who sells and who buys: by labels, and where the seller has none, by the head, the foot and the bank lines.

Never the carrier and never the bank. An invoice to oneself is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from amends.evidence.days import days
from amends.evidence.invoice.contacts import contact_of, parted
from amends.evidence.invoice.find import joined, sureness
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Cell, Label, Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Field, Place

_MOST_LINES = 9
_APART = 0.8
_FIRST_APART = 2.2
_BESIDE = 8.0
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
            parts += [(name, [self.contacts[name]], self.confidence - 0.02) for name in _NAMES[2:] if name in self.contacts]
        for name, lines, confidence in parts:
            words = [word for line in lines for word in line]
            if not words:
                continue
            quote = ", ".join(joined(line).strip(" ,;|·•") for line in lines)
            value = _BETWEEN.sub(", ", quote)
            sure = round(max(confidence, 0.05) * sureness(words), 3)
            made.append(Field(f"{whose}_{name}", value, Place(self.pages.get(name, self.page), around(words)), sure, quote))
        return made


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
                if known is None or (not known.address and party.address) or (known.confidence < party.confidence - 0.05):
                    found[name] = party
                    used.update(id(one) for one in party.cells)
    if "buyer" not in found and "ship_to" in found:
        found["buyer"] = found["ship_to"]
        found["buyer"].confidence = min(found["buyer"].confidence, 0.6)
    payee = found.pop("payee", None)
    seller = found.get("supplier")
    head, others, loose = _unlabelled(sheet, skip, used, lexicon)
    if seller is None or (seller.confidence < 0.9 and head is not None and head.confidence > 0.8):
        if head is not None:
            found["supplier"] = head
            if payee is not None and _alike(payee.name, head.name):
                head.confidence = max(head.confidence, 0.9)
    elif head is not None:
        _complete(seller, head)
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
    return found


def _like_buyer(sheet: Sheet, party: Party, seller: Party | None, lexicon: Lexicon) -> bool:
    """Whether a block without label is the address in the window of a letter: a name, a street, a town, no more."""
    if party.contacts or not 1 <= len(party.address) <= 5 or party.name[0].box.top > 0.5 * sheet.height:
        return False
    if seller is not None and _alike(seller.name, party.name):
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
        if _named_by(seller.name, _domain_words(block)) or top < 0.2 or top > 0.7:
            for name, value in block.contacts.items():
                seller.contacts.setdefault(name, value)


def _trailing(cell: Cell) -> Label | None:
    """A label behind the name that it belongs to, as Japanese letters have it."""
    last = cell.labels[-1] if cell.labels else None
    if last is not None and last.end == len(cell.words) and last.start and "parties:buyer_before" in last.ids:
        return last
    return None


def _complete(seller: Party, other: Party) -> None:
    """Add what a second block of the same seller has and the first has not."""
    same = not seller.name or not other.name or _alike(seller.name, other.name)
    if not same:
        return
    if not seller.address:
        seller.address = other.address
    for name, words in other.contacts.items():
        seller.contacts.setdefault(name, words)


def _alike(one: Sequence[Word], other: Sequence[Word]) -> bool:
    first = {plain(word.text) for word in one}
    second = {plain(word.text) for word in other}
    return bool(first & second - {"the", "of", "and", "&", "ltd", "inc", "llc", "gmbh", "co", ""})


def _of_label(sheet: Sheet, cell: Cell, label: Label, skip: set[int], lexicon: Lexicon) -> Party | None:
    """The party whose label stands at the head of a cell: its lines behind the label, beside or under it."""
    lines, cells = lines_of(sheet, cell, label, skip)
    if not lines:
        return None
    party = _party(sheet, lines, lexicon)
    if party is None:
        return None
    party.cells = cells
    party.confidence = 0.95 if party.address else 0.85
    if len(label.ids) and cell.plains[label.start : label.end] in (["to"], ["from"], ["de"], ["a"], ["an"], ["von"], ["van"]):
        party.confidence -= 0.05 if party.address else 0.3
    return party


def lines_of(sheet: Sheet, cell: Cell, label: Label, skip: set[int]) -> tuple[list[list[Word]], list[Cell]]:
    """The lines of a block that a label heads."""
    lines: list[list[Word]] = []
    cells: list[Cell] = []
    behind = cell.words[label.end :] if label.end < len(cell.words) or not label.start else cell.words[: label.start]
    for other in cell.labels:
        if other.start >= label.end and other.leading and _stops(cell, other):
            behind = cell.words[label.end : other.start]
            break
    while behind and not plain(behind[0].text):
        behind = behind[1:]
    row = sheet.rows[cell.row]
    at = next(index for index, one in enumerate(row) if one is cell)
    left, right = cell.box.left, sheet.width
    if at + 1 < len(row):
        right = row[at + 1].box.left
    start = around(cell.words[label.start : label.end])
    height = start.bottom - start.top
    from_row, bottom = cell.row + 1, cell.box.bottom
    if behind:
        lines.append(list(behind))
        cells.append(cell)
        under = _under(sheet, cell.row, behind[0].box.left, left, right)
        left = behind[0].box.left if under else left
    elif not _first_below(sheet, cell, left, right, skip) and at + 1 < len(row) and not row[at + 1].first("parties:", "fields:", "weak:"):
        beside = row[at + 1]
        lines.append(list(beside.words))
        cells.append(beside)
        form = any(_is_naming(one) and abs(one.box.left - cell.box.left) < 3 for one in _next_row(sheet, cell.row))
        left = cell.box.left if form else beside.box.left
        right = row[at + 2].box.left if at + 2 < len(row) else sheet.width
        bottom = beside.box.bottom
    gap = _APART if lines else _FIRST_APART
    for number in range(from_row, len(sheet.rows)):
        if number in skip or len(lines) >= _MOST_LINES:
            break
        here = [one for one in sheet.rows[number] if one.box.right > left - 3 and one.box.left < right - 3]
        words = [word for one in here for word in one.words if left - 6 <= word.box.left < right - 3]
        if not words:
            if sheet.top(number) - bottom > gap * height:
                break
            continue
        top = min(word.box.top for word in words)
        height = max(height, 0.8 * (words[0].box.bottom - words[0].box.top))
        if top - bottom > gap * height:
            break
        stop = next((one for one in here if one.labels and one.labels[0].start == 0 and _stops(one, one.labels[0])), None)
        if stop is not None:
            break
        # A row whose words begin elsewhere belongs to another block.
        if words[0].box.left - left > 25 and lines and here[0].box.left > left + 25 and not _centred(here[0], cells[-1] if cells else cell):
            break
        first = here[0]
        if _is_naming(first) and len(here) == 1:
            # A form: the names of the parts in one column, the parts in the next.
            beside = [one for one in sheet.rows[number] if one.box.left > first.box.right]
            if beside and beside[0].box.left - first.box.right < _BESIDE * height:
                first = Cell([*first.words, *beside[0].words], [*first.plains, *beside[0].plains], number, beside[0].box, [])
                lines.append(first.words)
                cells.extend((here[0], beside[0]))
                bottom, gap = max(word.box.bottom for word in words), _APART
                continue
        lines.append([word for word in first.words if left - 6 <= word.box.left < right - 3] or words)
        cells.append(first)
        bottom, gap = max(word.box.bottom for word in words), _APART
    return lines, cells


def _is_naming(cell: Cell) -> bool:
    """Whether a cell is nothing but "Address:", "Tel:", "Attn:" or the like."""
    label = cell.labels[0] if cell.labels else None
    return label is not None and not label.start and label.end == len(cell.words) and _names_part(label)


def _names_part(label: Label) -> bool:
    return any(name.startswith("contact:") for name in label.ids)


def _centred(one: Cell, other: Cell) -> bool:
    return abs((one.box.left + one.box.right) - (other.box.left + other.box.right)) < 8


def _next_row(sheet: Sheet, row: int) -> list[Cell]:
    return sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []


def _under(sheet: Sheet, row: int, behind: float, left: float, right: float) -> bool:
    """Whether the next line stands under what follows the label, not under the label."""
    if row + 1 >= len(sheet.rows):
        return False
    for cell in sheet.rows[row + 1]:
        if left - 3 <= cell.box.left < right:
            return abs(cell.box.left - behind) < abs(cell.box.left - left)
    return False


def _first_below(sheet: Sheet, cell: Cell, left: float, right: float, skip: set[int]) -> bool:
    """Whether a line stands under the label that can begin its block."""
    height = cell.box.bottom - cell.box.top
    for number in range(cell.row + 1, min(cell.row + 3, len(sheet.rows))):
        if number in skip:
            return False
        for one in sheet.rows[number]:
            if left - 6 <= one.box.left < min(right - 3, left + 30) and one.box.top - cell.box.bottom <= _FIRST_APART * height:
                begins = one.labels and one.labels[0].start == 0
                return not (begins and (_stops(one, one.labels[0]) or _is_naming(one)))
    return False


_STOPPING = ("parties:", "fields:invoice", "fields:order", "fields:due", "fields:other_date", "fields:number_and", "sums:")


def _stops(cell: Cell, label: Label) -> bool:
    """Whether a label begins something else than a line of an address ("No. 507, Yongjiang Road" is such a line)."""
    if any(name in ("contact:box", "contact:company", "contact:address", "contact:attention") for name in label.ids):
        return False
    if any(name.startswith(_STOPPING) for name in label.ids):
        return True
    if not any(name.startswith("weak:") for name in label.ids):
        return False
    return "title" in label.ids or label.end == len(cell.words) or cell.words[label.end - 1].text.endswith((":", "#", "："))


def _party(sheet: Sheet, lines: Sequence[list[Word]], lexicon: Lexicon) -> Party | None:
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
            name, address = _split_name(rest, lexicon)
            party.name = name
            if address:
                party.address.append(address)
        elif _is_address(rest) or not party.address:
            party.address.append(rest)
    if not party.name or not any(c.isalpha() for word in party.name for c in word.text):
        return None
    _second_name(party, lexicon)
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
    """A line that has name and address together, parted at a comma or separator: "Northquay Inc., 2200 Causeway Blvd"."""
    for at, word in enumerate(words[:-1]):
        if word.text in ("|", "·", "•", "-", "–") or (
            word.text.endswith(",") and plain(words[at + 1].text) not in lexicon.legal_forms
        ):
            rest = words[at + 1 :]
            if any(c.isdigit() for other in rest for c in other.text):
                name = words[:at] if len(word.text) == 1 else words[: at + 1]
                last = name[-1]
                if last.text.endswith(","):
                    from amends.evidence.invoice.find import part

                    name = [*name[:-1], part(last, 0, len(last.text) - 1)]
                return name, rest
    last = words[-1]
    if last.text.endswith(",") and len(last.text) > 1:
        from amends.evidence.invoice.find import part

        return [*words[:-1], part(last, 0, len(last.text) - 1)], []
    return words, []


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
        lines = [cell.words for cell in block]
        party = _party(sheet, _without_title(block, lines), lexicon)
        if party is None:
            contacts = _contacts(sheet, lines, lexicon)
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
        if other is not party and (not party.address or not party.contacts) and _like_seller(sheet, other, lexicon) > 1:
            if _alike(party.name, other.name) or _by_domain(party, other):
                _complete_any(party, other)
    return party, seen, loose


def _contacts(sheet: Sheet, lines: Sequence[list[Word]], lexicon: Lexicon) -> Party:
    party = Party(sheet.number)
    for line in lines:
        for name, words in parted(line, lexicon).found.items():
            party.contacts.setdefault(name, words)
    return party


def _complete_any(party: Party, other: Party) -> None:
    if not party.address:
        party.address = other.address
    for name, words in other.contacts.items():
        party.contacts.setdefault(name, words)


def add_by_domain(seller: Party, sheets: Sequence[Sheet]) -> None:
    """Find the seller's e-mail and website wherever they stand, by its name or the domain that is known of it."""
    known = _domain_words(seller)
    for sheet in sheets:
        for cells in sheet.rows:
            for cell in cells:
                for word in cell.words:
                    if "." not in word.text or ("@" not in word.text and "www" not in word.text and "/" not in word.text):
                        continue
                    name = "email" if "@" in word.text else "website"
                    if name in seller.contacts:
                        continue
                    left = contact_of(word, name)
                    if left is None:
                        continue
                    domain = plain(left.text.lower().split("@")[-1].split("//")[-1].split("/")[0].removeprefix("www."))
                    if (known and domain == known) or _named_by(seller.name, domain):
                        seller.contacts[name] = [left]
                        seller.pages[name] = sheet.number


def _by_domain(party: Party, other: Party) -> bool:
    return bool(_domain_words(other) and _named_by(party.name, _domain_words(other)))


def _domain_words(party: Party) -> str:
    for name in ("website", "email"):
        if name in party.contacts:
            text = "".join(word.text for word in party.contacts[name]).lower()
            return plain(text.split("@")[-1].removeprefix("www."))
    return ""


def _named_by(name: Sequence[Word], domain: str) -> bool:
    return any(len(plain(word.text)) > 3 and plain(word.text) in domain for word in name)


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
    if _named_by(party.name, _domain_words(party)):
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
    usual = sorted(cell.box.bottom - cell.box.top for row in sheet.rows for cell in row[:1])
    if usual and tall > 1.25 * usual[len(usual) // 2]:
        score += 1
    if any(word.text[:1].isdigit() for word in party.name[:1]):
        score -= 2
    if any("%" in word.text for word in party.name) or len(party.cells) > 12:
        score -= 3
    return score


def blocks(sheet: Sheet, skip: set[int], used: set[int], lexicon: Lexicon) -> list[list[Cell]]:
    """The cells of a page in blocks: lines under each other that begin, end or are centred at one place."""
    # Each with the cell that the next line has to be aligned with: contacts beside a line are of the block, not of its edge.
    open_: list[tuple[list[Cell], list[Cell]]] = []
    done: list[list[Cell]] = []
    for cells in sheet.rows:
        if cells[0].row in skip:
            done.extend(block for block, _ in open_)
            open_ = []
            continue
        for at, cell in enumerate(cells):
            if at and _heads(cells[at - 1]):
                continue
            if id(cell) in used or (cell.labels and cell.labels[0].start == 0 and _stops(cell, cell.labels[0])):
                continue
            height = cell.box.bottom - cell.box.top
            beside = next((block for block, _ in open_ if block[-1].row == cell.row), None)
            if beside is not None and cell.box.left - beside[-1].box.right < _BESIDE * height and _is_contact(cell, lexicon):
                beside.append(cell)
                continue
            for block, spine in reversed(open_):
                last = spine[-1]
                low = max(height, 0.7 * (last.box.bottom - last.box.top))
                if cell.box.top - last.box.bottom <= 0.9 * low and _aligned(last, cell):
                    block.append(cell)
                    spine.append(cell)
                    break
            else:
                open_.append(([cell], [cell]))
        top = cells[0].box.top
        done.extend(block for block, spine in open_ if top - spine[-1].box.bottom > 40)
        open_ = [both for both in open_ if top - both[1][-1].box.bottom <= 40]
    return [*done, *[block for block, _ in open_]]


def _heads(cell: Cell) -> bool:
    """Whether a cell is nothing but the label of what stands right of it."""
    if not cell.labels or cell.labels[0].start or cell.labels[0].end < len(cell.words):
        return False
    ids = cell.labels[0].ids
    return "title" not in ids and any(name.startswith(("fields:", "weak:", "sums:")) for name in ids)


def _is_contact(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a cell is nothing but a telephone, an e-mail or a website."""
    left = parted(cell.words, lexicon)
    return bool(left.found) and not left.rest


def _aligned(one: Cell, other: Cell) -> bool:
    if one.row == other.row:
        return False
    return (
        abs(one.box.left - other.box.left) < 3
        or abs(one.box.right - other.box.right) < 3
        or _centred(one, other)
    )
