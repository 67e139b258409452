"""A seller or buyer from the lines of its block: which is the name, which the address, and which is neither."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.days import days
from amends.evidence.invoice.contacts import parted
from amends.evidence.invoice.find import part
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.party import Party
from amends.evidence.invoice.sheet import Sheet
from amends.evidence.invoice.unlikely import (
    is_bare_number,
    is_label,
    is_named_number,
    is_sentence,
    is_street,
    says_what_it_is,
)
from amends.evidence.page import Word

# Words of fewer letters beside a contact say what it is ("Im", "E:").
_LEAST = 3
_LONGEST_PERSON = 5


def party_of(sheet: Sheet, lines: Sequence[list[Word]], lexicon: Lexicon) -> Party | None:
    """A party from the lines of its block: the name first, then the address, contacts wherever they stand."""
    party = Party(sheet.number)
    person: list[Word] = []
    named = False
    for line in lines:
        if _is_person(line, lexicon):
            person = person or _person(line, lexicon)
            continue
        left = parted(line, lexicon)
        for name, words in left.found.items():
            party.contacts.setdefault(name, words)
        rest = left.rest
        if not rest or not any(c.isalnum() for word in rest for c in word.text):
            continue
        # The value of a label that stands over it, as the number of a tax office.
        valued, named = named, rest[-1].text.endswith((":", "："))
        if (
            named
            or is_bare_number(rest)
            or is_named_number(rest, lexicon)
            or (left.found and _says_what(line, rest, lexicon))
        ):
            continue
        if not party.name:
            if valued or is_label(rest, lexicon) or says_what_it_is(rest):
                continue
            party.name, address = _split_name(_without_title(rest, lexicon), lexicon)
            if address:
                party.address.append(address)
        elif not party.address and _is_titled(rest) and lexicon.has_legal_form([plain(w.text) for w in party.name]):
            # "Frau Jana Petersen" under the firm is whom the letter is for.
            continue
        elif (
            (plain(rest[0].text) in lexicon.notes and lexicon.is_note([plain(word.text) for word in rest]))
            or days(" ".join(word.text for word in rest))
            or is_sentence(rest)
        ):
            # The way of the goods, a day: what stands there is not the address any more.
            break
        elif (valued and len(rest) == 1 and _has_digit(rest)) or (says_what_it_is(rest) and not _has_digit(rest)):
            continue
        elif not _same(rest, party.name) and (_is_address(rest) or not party.address):
            party.address.append(rest)
    company = bool(person) and lexicon.has_legal_form([plain(word.text) for word in person])
    if company and (not party.name or is_street(party.name, lexicon)):
        party.address = [line for line in (party.name, *party.address) if line]
        party.name = person
    if not party.name or not any(c.isalpha() for word in party.name for c in word.text):
        return None
    _second_name(party, lexicon)
    return party


_TITLES = frozenset(
    "herr herrn frau mr mrs ms miss mme madame monsieur sr sra srta sig signora dhr mevr pan pani".split()
)


def _is_titled(words: Sequence[Word]) -> bool:
    """Whether a line is a person with a courtesy title."""
    return 1 < len(words) <= _LONGEST_PERSON and plain(words[0].text) in _TITLES and not _has_digit(words)


def _has_digit(words: Sequence[Word]) -> bool:
    return any(c.isdigit() for word in words for c in word.text)


def _says_what(line: Sequence[Word], rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether what is left of a line of contacts says what they are or whose: "Im Internet:", "Contact: M. Arnaud"."""
    if all(len(word.text) < _LEAST for word in rest):
        return True
    size, ids = lexicon.match([plain(word.text) for word in line], 0)
    if size and "contact:attention" in ids:
        return True
    behind = [word.text for word in line if word.box.left > rest[-1].box.left and word.box.top < rest[-1].box.bottom]
    return bool(behind) and behind[0] in (":", "：") and not any(c.isdigit() for word in rest for c in word.text)


def _same(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return [plain(word.text) for word in one] == [plain(word.text) for word in other]


def _person(line: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Who is named behind "Attn:"."""
    size, _ = lexicon.match([plain(word.text) for word in line], 0)
    words = list(line[size:])
    while words and not any(c.isalnum() for c in words[0].text):
        words.pop(0)
    return words


def _without_title(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """A name without the title of the document behind it: "Harbour Supply Invoice"."""
    plains = [plain(word.text) for word in words]
    if len(words) > 2 and plains[-1] in lexicon.phrases and "title" in lexicon.match(plains[-1:], 0)[1]:
        return words[:-1]
    return words


def contacts_in(sheet: Sheet, lines: Sequence[list[Word]], lexicon: Lexicon) -> Party:
    """A party without a name from the contacts in some lines, the other words of these lines in place of an address."""
    party = Party(sheet.number)
    for line in lines:
        left = parted(line, lexicon)
        if left.found and any(c.isalpha() for word in left.rest for c in word.text):
            party.address.append(left.rest)
        for name, words in left.found.items():
            party.contacts.setdefault(name, words)
    return party


def _second_name(party: Party, lexicon: Lexicon) -> None:
    """A person over the company: the line with the legal form is the name."""
    if len(party.address) > 1 and _is_translated(party.name, party.address[0], lexicon):
        party.address = party.address[1:]
    if party.address and _says_more(party.name, party.address[0]):
        # The name in the picture of the firm, over the lines of its address.
        party.name, party.address = party.address[0], party.address[1:]
    if party.address and _goes_on(party.address[0], lexicon):
        party.name = [*party.name, *party.address[0]]
        party.address = party.address[1:]
    if party.address and not lexicon.has_legal_form([plain(word.text) for word in party.name]):
        second = party.address[0]
        plains = [plain(word.text) for word in second]
        strong = plains and plains[-1] in lexicon.legal_forms and not any(c.isdigit() for c in "".join(plains))
        if strong and plains[-1] not in lexicon.streets and len(plains) > 1:
            party.name = second
            party.address = party.address[1:]


def _says_more(name: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a line is a name with words behind it: "Aster", "Aster France"."""
    first, second = ([plain(word.text) for word in line] for line in (name, words))
    more = len(first) < len(second) <= len(first) + _LEAST and second[: len(first)] == first
    return more and not any(map(str.isdigit, "".join(second)))


def _is_translated(name: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the line under an eastern name says it again in western letters."""
    plains = [plain(word.text) for word in words]
    eastern = any(ord(c) > 0x2E80 for word in name for c in word.text)
    written = "".join(plains)
    return eastern and written.isascii() and not any(map(str.isdigit, written)) and lexicon.has_legal_form(plains)


def _goes_on(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line is nothing but the form of the company over it: "GmbH", "(limited liability)"."""
    forms = [plain(word.text) for word in words]
    bracketed = words[0].text.startswith("(") and words[-1].text.endswith(")")
    return (
        len(words) <= 3 and not any(c.isdigit() for c in "".join(forms)) and (bracketed or _are_forms(forms, lexicon))
    )


def _are_forms(forms: Sequence[str], lexicon: Lexicon) -> bool:
    return all(form in lexicon.legal_forms and form not in lexicon.streets for form in forms)


def _is_address(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return any(c.isalpha() for c in text) or any(c.isdigit() for c in text)


def _is_person(line: Sequence[Word], lexicon: Lexicon) -> bool:
    if not line or plain(line[0].text) not in lexicon.phrases:
        return False
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
