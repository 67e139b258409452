"""A seller's words as the end of a sentence of the letter.

People answer a question as they talk: they repeat its words, begin with "Because", write in capitals, end with a full
stop, say "I" where the letter says "we". The meaning stays; what would break the sentence goes. A word is written
small when this knowledge, the notice or the seller writes it small elsewhere, and stays as it is when it is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from amends.model import Case, Party, Person
from amends.playbook import Catalog, Slot
from amends.text import sentences

_SMALL_WORDS = frozenset(
    "a an the we our us my there no nobody none not each every when while after before because since it its they "
    "their this that these those one two three some many most all both staff new old in on at by for from with "
    "without until if only products product units listings orders invoices nothing neither as although during she he "
    "his her and or but to of out up is are was were has have had do does did be been so than then too very more less "
    "mobile gloves spare small forbidden mistake wrong missing empty sold bought sent gave took made got".split()
)
_ACRONYMS = frozenset(
    "ASIN FBA FBM SKU UPC EAN GTIN FNSKU LOA SDS COA PDF CSV USA US UK EU UAE UPS DHL USPS FDA EPA ODR SOP QC IP "
    "ID CEO VPN PPC VAT LLC LTD INC GMBH USPTO EUIPO UKIPO DPMA TV LED USB AI API PO".split()
)
_JOINTS = frozenset("because when if that since".split())
_PRONOUNS = frozenset("we i it they he she you the our my this".split())
_HELPERS = frozenset("had have has now then also no longer will would".split())
_VERBS = frozenset("is are was were has have had comes came does did can shows fits exists remains matches".split())
_NUMBERED = frozenset("class type phase part schedule level section category annex figure group stage tier".split())
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*['’]?")
_I = re.compile(r"(?:(?<=\s)|^)I(?:(?P<am>\s+am|['’]m)|(?P<was>\s+was))?(?=\s)")


class Lexicon:
    """Which words are written small and which are names, as far as knowledge, notice and case show it."""

    def __init__(self, case: Case, catalog: Catalog) -> None:
        self._case = case
        self._catalog = catalog

    @cached_property
    def names(self) -> dict[str, str]:
        """The words of the names in this case, by their small form."""
        found: dict[str, str] = {}
        for fact in self._case.facts.values():
            value = fact.value
            if isinstance(value, Person | Party):
                words = _WORD.findall(value.name)
            elif fact.type in ("name", "id") and isinstance(value, str):
                words = [word for word in _WORD.findall(value) if word.lower() not in self.small]
            else:
                continue
            for word in words:
                if not word.islower():
                    found.setdefault(word.lower(), word)
        return found

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that knowledge, notice or seller write small."""
        return _small_in(self._texts()) | _small_of(self._catalog)

    def _texts(self) -> Iterator[str]:
        for notice in self._case.notices:
            yield notice.text
        for fact in self._case.facts.values():
            if fact.type == "text" and fact.value is not None:
                yield " ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value)

    def is_small(self, word: str) -> bool:
        """Whether a word is no name and no abbreviation."""
        low = word.lower()
        return low in _SMALL_WORDS or (low not in self.names and word.upper() not in _ACRONYMS and low in self.small)


_last: tuple[Catalog | None, frozenset[str]] = (None, frozenset())


def _small_of(catalog: Catalog) -> frozenset[str]:
    """The words that knowledge writes small. They are remembered: a server drafts from the same knowledge all day."""
    global _last
    known, small = _last
    if known is not catalog:
        small = _small_in(_texts_of(catalog))
        _last = catalog, small
    return small


def _small_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())


def _texts_of(catalog: Catalog) -> Iterator[str]:
    for shelf in (catalog.playbooks, catalog.causes, catalog.actions, catalog.measures):
        for entry in shelf.values():
            yield entry.title
            for slot in entry.slots:
                yield f"{slot.ask} {slot.good}"
    for cause in catalog.causes.values():
        yield from cause.why_ends.values()
    for document in catalog.documents.values():
        yield " ".join((*document.shows, *document.names))


def clause(text: str, lead: str = "", lexicon: Lexicon | None = None) -> str:
    """An answer as the end of a sentence; `lead` is the beginning that the question gave ("They are kept …")."""
    words = _one_sentence(text.strip(), lexicon)
    words = _quiet(words, lexicon)
    words = _without_lead(words, lead)
    words = _as_we(words)
    return _there_is(_small_head(words, lexicon), lead)


def lead_of(slot: Slot | None) -> str:
    """The beginning of a sentence that a question gave; empty for a question that is one."""
    return slot.ask if slot is not None and slot.ask.rstrip().endswith("…") else ""


def _one_sentence(text: str, lexicon: Lexicon | None) -> str:
    """Several sentences joined by semicolons, without the marks around them."""
    pieces = [piece.quote.rstrip(" .;,!") for piece in sentences(text)]
    return "; ".join([pieces[0], *(_small_head(piece, lexicon) for piece in pieces[1:])]) if pieces else ""


def _quiet(text: str, lexicon: Lexicon | None) -> str:
    """Capitals that shout become small; names and abbreviations stay."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    loud = [word for word in words if word.isupper() and word not in _ACRONYMS]
    shouted = len(loud) > 2 and len(loud) * 5 >= len(words) * 3

    def quiet(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if word == "A" and shouted:
            return "a"
        if not word.isupper() or len(word) < 2 or word in _ACRONYMS or _coded(text, match):
            return word
        if lexicon is not None and low in lexicon.names:
            return lexicon.names[low]
        if shouted or low in _SMALL_WORDS or (len(word) > 3 and lexicon is not None and lexicon.is_small(word)):
            return low
        return word

    return _WORD.sub(quiet, text)


def _coded(text: str, match: re.Match[str]) -> bool:
    """Whether a word is part of a number or file name."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return any(c.isdigit() or c in "-_/" for c in around)


def _without_lead(text: str, lead: str) -> str:
    """The answer without the words of the question that it repeats."""
    given = _WORD.findall(lead.lower())
    said = [(match.group().lower(), match.end()) for match in _WORD.finditer(text)]
    heads = [word for word, _ in said]
    for count in range(min(len(given), len(heads) - 1), 0, -1):
        if given[-count:] == heads[:count]:
            return text[said[count - 1][1] :].lstrip(" ,:")
    for at in range(1, min(4, len(heads) - 2)):
        if len(given) > 1 and given[-2:] == heads[at : at + 2] and _PRONOUNS.issuperset(heads[:at]):
            return text[said[at + 1][1] :].lstrip(" ,:")
    if heads[:1] and heads[0] in _PRONOUNS and _HELPERS.issuperset(_after(given, heads[0])):
        return text[said[0][1] :].lstrip()
    joint = given[-1] if given else "because"
    if (
        joint in _JOINTS
        and heads[:1]
        and heads[0] in _JOINTS
        and len(heads) > 1
        and (heads[0] != "since" or joint == "because")
    ):
        return text[said[0][1] :].lstrip(" ,:")
    return text


def _after(words: list[str], word: str) -> list[str]:
    """What follows the last place of a word; the word itself when it does not occur or nothing follows."""
    at = len(words) - words[::-1].index(word) if word in words else len(words)
    return words[at:] or [word]


def _as_we(text: str) -> str:
    """The letter speaks as "we": so does the seller's clause, unless it quotes."""
    if any(mark in text for mark in '"“”'):
        return text

    def we(match: re.Match[str]) -> str:
        before = _WORD.findall(text[: match.start()])[-1:]
        if before and (before[0].lower() in _NUMBERED or before[0][0].isupper()):
            return match.group()
        if match.group("am"):
            return match.group()
        return "we were" if match.group("was") else "we"

    return re.sub(r"(?<![\w'’])[Mm]y(?=\s+[a-z])", "our", _I.sub(we, text))


def _small_head(text: str, lexicon: Lexicon | None) -> str:
    """A small first letter, unless the first word is a name."""
    first = _WORD.match(text)
    if first is None:
        return text
    word = first.group()
    if word != "A" and not (word[0].isupper() and word[1:].islower()):
        return text
    if word.lower() not in _SMALL_WORDS:
        after = _WORD.match(text[first.end() :].lstrip())
        pair = after is not None and after.group()[0].isupper() and after.group()[1:].islower()
        if lexicon is None or not lexicon.is_small(word) or _coded(text, first):
            return text
        if pair and after is not None and not lexicon.is_small(after.group()):
            return text
    return text[0].lower() + text[1:]


def _there_is(text: str, lead: str) -> str:
    """ "No license" behind "if", "when" or "that" is the whole clause "there is no license"; so is "3 complaints"."""
    given, said = _WORD.findall(lead.lower())[-1:], _WORD.findall(text.lower())
    if not given or given[0] not in ("if", "when", "that") or len(text.split()) > 4 or not _VERBS.isdisjoint(said):
        return text
    if said[:1] == ["no"]:
        return f"there is {text}"
    number = text.split(" ", 1)[0]
    return f"there are {text}" if number.isdecimal() and int(number) > 1 and text.endswith("s") else text


def unshouted(person: Person) -> Person:
    """A person whose role is not written in capitals; an abbreviation such as CEO is."""
    return replace(person, role=person.role.lower()) if person.role.isupper() and len(person.role) > 3 else person


def named(words: str) -> str:
    """A name without quotation marks around it; the sentence sets its own."""
    bare = words.strip()
    for opening, closing in ('""', "“”", "''", "‘’", "„“", "«»"):
        if len(bare) > 2 and bare.startswith(opening) and bare.endswith(closing) and opening not in bare[1:-1]:
            return bare[1:-1].strip()
    return bare


def joined(titles: Iterable[str]) -> str:
    """Several titles as one: "Supplier invoices and contact details of the supplier"."""
    first, *rest = titles
    small = [title if title[1:2].isupper() else title[:1].lower() + title[1:] for title in rest]
    pieces = [first, *small]
    return pieces[0] if not small else f"{', '.join(pieces[:-1])} and {pieces[-1]}"
