"""Telephone, e-mail and website in the lines of an address, and what of a line is left without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.invoice.find import words_at
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.page import Word
from amends.typed import NamedTuple

# A recogniser puts a blank before the sign.
_EMAIL = re.compile(r"[\w.+%'-]{1,64}\s?@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_WEBSITE = re.compile(
    r"(?<![@\w.-])(?:https?://)?(?:www\.)?[A-Za-z0-9][A-Za-z0-9-]{1,62}(?:\.[A-Za-z0-9-]{2,40}){0,2}"
    r"\.(?:com|net|org|biz|info|shop|store|co|us|uk|de|fr|es|it|nl|be|pl|pt|eu|cn|hk|tw|jp|in|io|at|ch|ca|au|ie|example|test|se|dk|fi|"
    r"no|cz|tr|mx|br|sg|my|th|vn|kr|nz|za|ae|site|online|trade|company|gmbh|invalid)(?:/[\w./-]{0,60})?(?![\w@])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d[\d()./\s–-]{5,22}\d(?!\w|[.,]\d)(?:\s?(?:x|ext\.?)\s?\d{1,5})?")
_AMERICAN = re.compile(
    r"(?<![\d)+/-])(?<![\d)+/] )(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?:\s?(?:x|ext\.?)\s?\d{1,5})?"
)
# A line that is nothing but a number with a trunk prefix: 01632 960120.
_PLAIN_PHONE = re.compile(r"\(?0[\d()\s/.-]+")
# The same as a part of a line that marks divide: "903 21 Umeå · 090-555 21 80".
_PART_PHONE = re.compile(r"[|·•]\s*(\(?0[\d()\s/.-]{7,20}\d)\s*(?=$|[|·•])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,}")
_TAX_ID = re.compile(r"[A-Z]{2}[0-9A-Z]{0,2}\d{6,12}[0-9A-Z]{0,3}")
_LEAST_DIGITS = 7
_EXPLAINED = 3
_SEPARATORS = "|·•–—,;/ \t-:"


_SINGLE = frozenset({"contact:phone", "contact:fax", "contact:email", "contact:website"})
_CALLED = frozenset({"contact:phone", "contact:fax", "contact:attention"})
_NAMING = frozenset({"contact:email", "contact:website", "contact:address", "contact:company", "contact:attention"})


def contact_of(word: Word, name: str) -> Word | None:
    """The e-mail or website in a word, alone."""
    match = (_EMAIL if name == "email" else _WEBSITE).search(word.text)
    return words_at([word], *match.span())[0] if match else None


class Line(NamedTuple):
    """A line of a block without its contacts: the words left of it, and what was taken out, by field name."""

    rest: list[Word]
    found: dict[str, list[Word]]


def parted(words: Sequence[Word], lexicon: Lexicon) -> Line:
    """A line in its address and its contacts. Numbers of tax offices and companies are dropped with their labels."""
    if not _may_hold_contacts(words, lexicon):
        return Line(list(words), {})
    line = _Parting(words)
    text = line.text
    size, ids = lexicon.match(line.plains, 0) if words else (0, ())
    if size == len(words) and any(name.startswith("contact:") for name in ids):
        return Line([], {})
    if "@" in text:
        for match in _EMAIL.finditer(text):
            line.take("email", *match.span())
    if "." in text:
        for match in _WEBSITE.finditer(text):
            if line.free(*match.span()) and plain(match[0]) not in lexicon.legal_forms:
                line.take("website", *match.span())
    _labelled(line, lexicon)
    if sum(map(str.isdigit, text)) >= _LEAST_DIGITS and not _IBAN.search(text):
        for match in _NUMBER.finditer(text):
            if match[0].startswith(("+", "00")) and line.free(*match.span()) and _is_phone(match[0]):
                line.take("phone", *match.span())
        for match in _AMERICAN.finditer(text):
            if line.free(*match.span()):
                line.take("phone", *match.span())
        for match in _PART_PHONE.finditer(text):
            number = match.group(1)
            if 9 <= sum(map(str.isdigit, number)) <= 12 and line.free(*match.span(1)) and "phone" not in line.found:
                line.take("phone", *match.span(1))
    rest = line.left()
    left = " ".join(word.text for word in rest)
    if "phone" not in line.found and _PLAIN_PHONE.fullmatch(left) and 9 <= sum(map(str.isdigit, left)) <= 12:
        return Line([], {**line.found, "phone": rest})
    if line.found:
        # "Tel./Tél." in two languages is left over when its number is taken.
        rest = [word for word in rest if not _names_contact(word.text, lexicon)]
        if rest and _is_contact_label([plain(word.text) for word in rest], lexicon):
            rest = []
    return Line(rest, line.found)


def _is_contact_label(plains: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are the label of a contact and no more: what is left of "Tel 电话: +44 161 496 0155"."""
    size, ids = lexicon.match(plains, 0)
    return size == len(plains) and any(name in _CALLED | _SINGLE for name in ids)


def _names_contact(text: str, lexicon: Lexicon) -> bool:
    pieces = [plain(piece) for piece in text.split("/")]
    return len(pieces) > 1 and all(
        any(name.startswith("contact:") for name in lexicon.match([piece], 0)[1]) for piece in pieces if piece
    )


def _may_hold_contacts(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a look costs less than it may find: digits enough, a mark of the web, or a label."""
    digits = 0
    for word in words:
        text = word.text
        if text.isalpha():
            if text.isascii() and len(text) > 3 and plain(text) not in lexicon.phrases:
                continue
            if plain(text) in lexicon.phrases:
                return True
        elif "@" in text or ":" in text or "." in text:
            return True
        else:
            digits += sum(map(str.isdigit, text))
    return digits >= _LEAST_DIGITS


class _Parting:
    """A line while its contacts are taken out of it."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.text = " ".join([word.text for word in words])
        self.plains = [plain(word.text) for word in words]
        self.starts: list[int] = []
        at = 0
        for word in words:
            self.starts.append(at)
            at += len(word.text) + 1
        self.found: dict[str, list[Word]] = {}
        self._taken: list[tuple[int, int]] = []

    def take(self, name: str, start: int, end: int) -> None:
        """Take a stretch out; under a name it is kept, when it is the first of that name."""
        self._taken.append((start, end))
        if name and name not in self.found:
            self.found[name] = words_at(self.words, start, end)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing was taken out of a stretch."""
        return all(end <= one or start >= other for one, other in self._taken)

    def taken_at(self, start: int) -> bool:
        """Whether a stretch that was taken out begins at a place."""
        return any(start == one for one, _ in self._taken)

    def left(self) -> list[Word]:
        """The words that nothing was taken of, without separators at the ends."""
        if not self._taken:
            return list(self.words)
        left: list[Word] = []
        at = 0
        for start, end in sorted(self._taken):
            if start > at:
                left.extend(words_at(self.words, at, start))
            at = max(at, end)
        left.extend(words_at(self.words, at, len(self.text)))
        while left and not left[0].text.strip(_SEPARATORS):
            left.pop(0)
        while left and not left[-1].text.strip(_SEPARATORS):
            left.pop()
        return left


def _is_phone(text: str) -> bool:
    return _LEAST_DIGITS <= sum(map(str.isdigit, text)) <= 15


def _labelled(line: _Parting, lexicon: Lexicon) -> None:
    """What labels in the line name: the number behind "Tel", nothing of "Fax" and "VAT no"."""
    words, text, starts = line.words, line.text, line.starts
    at = 0
    while at < len(words):
        size, ids = lexicon.match(line.plains, at) if line.plains[at] in lexicon.phrases else (0, ())
        if not size:
            at += 1
            continue
        end = at + size
        names = {name for name in ids if name.startswith(("contact:", "fields:other_number"))}
        closed = words[end - 1].text.endswith((":", ".", "：", "#"))
        begin, behind = starts[at], (starts[end] if end < len(words) else len(text))
        match = _NUMBER.search(text, behind) if names & _CALLED else None
        called = match is not None and match.start() - behind <= 3
        before = line.taken_at(behind)
        stands = closed or called or before or size > 1 or at == 0 or not names & _SINGLE
        at = end
        if "sums:tax" in ids and end < len(words) and _TAX_ID.fullmatch(words[end].text.strip(",;")):
            # "BTW NL001234567B01" beside an address is whom the tax office calls so.
            line.take("", begin, behind + len(words[end].text))
            continue
        if not names or not stands or "contact:box" in names:
            continue
        if names & _CALLED and not (names & _NAMING and not called):
            if match and match.start() - behind <= 3 and _is_phone(match[0]):
                line.take("", begin, match.start())
                line.take("" if "contact:fax" in names and "contact:phone" not in names else "phone", *match.span())
        elif names & _NAMING:
            # "Navn Navnesen" may be the name itself.
            bare = names == {"contact:company"} and behind < len(text)
            if closed or before or (begin == 0 and not bare):
                line.take("", begin, behind)
        elif any(c.isdigit() for c in text[behind : behind + 24]):
            ended = _end_of_number(line, end)
            # "Tax regime: 601 General law of legal persons": the number is explained.
            explains = begin == 0 and closed and "," not in text and not any(map(str.isdigit, text[ended:]))
            line.take("", begin, len(text) if explains and text.count(" ", ended) >= _EXPLAINED else ended)


def _end_of_number(line: _Parting, at: int) -> int:
    """Where the number behind a label ends: with the last word that has digits, before the next words of letters."""
    end = line.starts[at] if at < len(line.words) else len(line.text)
    for index in range(at, min(at + 6, len(line.words))):
        has = any(c.isdigit() for c in line.plains[index])
        if not has and len(line.plains[index]) > 3:
            break
        if has:
            end = line.starts[index] + len(line.words[index].text)
        if line.words[index].text.endswith((",", ";", "|", "·")):
            break
    return end
