"""The seller that no label names: the block of the head, else of the foot, that looks most like a company."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.invoice.blocks import blocks
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.money import country_of
from amends.evidence.invoice.party import POSTCODE, Party, alike, domain_of, is_named_by
from amends.evidence.invoice.partylines import contacts_in, party_of
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.invoice.unlikely import is_street
from amends.evidence.page import Word, around

_IN_DOUBT = 0.45
_LEAD, _BESIDE = 3.0, 3.0
# Contacts that may be the seller's stand at the head or the foot of a page.
_ENDS = 6
# "A" over "COD. 01" is the sort of the invoice.
_LETTERS = 2
# Where the window of an envelope shows the address of who gets the letter, as parts of the height of a page.
_WINDOW = (0.12, 0.4)


def unlabelled(
    sheet: Sheet, skip: set[int], used: set[int], lexicon: Lexicon, buyers: Sequence[Party]
) -> tuple[Party | None, list[Party], list[Party]]:
    """The seller that no label names, all blocks that may be a party, and those that are nothing but contacts.

    The seller is the block of the head, else of the foot, that looks most like a company; none of the `buyers`. Where
    two addresses stand beside each other and nothing says whose they are, it is not sure.
    """
    loose: list[Party] = []
    best: tuple[float, Party] | None = None
    seen: list[Party] = []
    scores: list[float] = []
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
        scores.append(score)
        if score > 0 and (best is None or score > best[0]) and not any(is_same(party, buyer) for buyer in buyers):
            best = (score, party)
    ends = [*loose[:_ENDS], *loose[_ENDS:][-_ENDS:]]
    domains = {domain_of(one) for one in ends if not one.address} - {""}
    named = [both for both in zip(scores, seen, strict=True) if domains and _is_seller_of(both[1], domains)]
    if named and best is not None and named[0][1] is not best[1] and best[0] - named[0][0] < _LEAD:
        # The contacts in the foot bear the name of the one, not of the other.
        best = named[0]
    if best is None:
        return None, seen, loose
    score, party = best
    party.confidence = 0.93 if score >= 6 else 0.85 if score >= 4 else 0.6 if score >= 2.5 else 0.4
    told = _is_seller_of(party, domains) or any(
        other is not party and other.contacts and alike(party.name, other.name, lexicon) for other in seen
    )
    if (
        not buyers
        and not told
        and any(
            score - rival < _LEAD and _beside(sheet, party, other, lexicon)
            for other, rival in zip(seen, scores, strict=True)
            if other is not party
        )
    ):
        party.confidence = _IN_DOUBT
    if not buyers and not told and _in_window(sheet, party, lexicon):
        party.confidence = _IN_DOUBT
    for other in seen:
        if other is party or (party.address and party.contacts) or _like_seller(sheet, other, lexicon) <= 1:
            continue
        if alike(party.name, other.name, lexicon) or _by_domain(party, other):
            _complete_any(party, other, lexicon)
    return party, seen, loose


def _in_window(sheet: Sheet, party: Party, lexicon: Lexicon) -> bool:
    """Whether a block may as well be the address of who gets the letter: a name, a street, a town, and no contact."""
    top = party.name[0].box.top / max(sheet.height, 1)
    return not party.contacts and _WINDOW[0] < top < _WINDOW[1] and has_place(party, lexicon)


def _beside(sheet: Sheet, one: Party, other: Party, lexicon: Lexicon) -> bool:
    """Whether two names of companies, each with an address, stand beside each other on a page."""
    if not (one.address and other.address) or alike(one.name, other.name, lexicon):
        return False
    if not has_place(other, lexicon) or not has_place(one, lexicon):
        return False
    first, second = around(one.name), around(other.name)
    apart = first.right < second.left or second.right < first.left
    return apart and abs(first.top - second.top) < _BESIDE * sheet.usual


def _is_seller_of(party: Party, domains: set[str]) -> bool:
    """Whether a block has a name and an address, and contacts elsewhere bear its name."""
    return bool(party.address) and any(is_named_by(party.name, domain) for domain in domains)


def has_place(party: Party, lexicon: Lexicon) -> bool:
    """Whether the address of a party has a post code or a country."""
    lines = ", ".join(" ".join(word.text for word in line) for line in party.address)
    return bool(POSTCODE.search(lines) or country_of(lines, lexicon))


def _worth(sheet: Sheet, cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a line alone can say anything of a party."""
    return (
        cell.box.top < 0.2 * sheet.height
        or cell.has_digit
        or any("@" in word.text or "." in word.text[1:-1] for word in cell.words)
        or lexicon.has_legal_form(cell.plains)
    )


def _complete_any(party: Party, other: Party, lexicon: Lexicon) -> None:
    if not party.address:
        party.address = all_lines(other, lexicon)
    for name, words in other.contacts.items():
        party.contacts.setdefault(name, words)


def all_lines(party: Party, lexicon: Lexicon) -> list[list[Word]]:
    """The address of a block, with its first line where no name stands over it."""
    return [party.name, *party.address] if is_street(party.name, lexicon) else party.address


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
    if len(plains) > 9 or lexicon.is_note(plains) or len("".join(plains)) < _LETTERS:
        return -1.0
    score = 0.0
    if lexicon.has_legal_form(plains):
        score += 2.5
    if plains[0] in lexicon.phrases and "title" in lexicon.match(plains, 0)[1]:
        score -= 3
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


def is_same(one: Party, other: Party) -> bool:
    """Whether two parties have one name, however it is broken into lines."""
    first, second = ([plain(word.text) for word in party.name] for party in (one, other))
    least = min(len(first), len(second))
    return first[:least] == second[:least] and (least > 1 or len(first) == len(second))
