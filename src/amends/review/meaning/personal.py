"""Buyers' personal data in a statement: names, addresses, telephone and account numbers, mail addresses.

A name alone is nobody's data: the letter also names its packers, its supplier, its laboratory. What counts is a
personal particular in a statement about a buyer, or several that only a private person has (a courtesy title with a
home address and a telephone number), and nothing that says it is somebody of the trade.
"""

from __future__ import annotations

import re

from amends.review.language.classes import members
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_LONGEST = 3000
_ABBREVIATION = 4
_FEWEST_DIGITS, _MOST_DIGITS = 9, 15
_ERASED = frozenset("deleted anonymised anonymized erased".split())
_TRACKED = frozenset("tracking tracked track".split())
_ABOUT = frozenset(
    "bought ordered refunded refund refunds repaid reimbursed reimbursement compensated compensation replacement "
    "replaced "
    "complained complains returned lady gentleman order orders parcel package ratings review whatsapp".split()
)
_TRADE = frozenset(
    "supplier suppliers manufacturer lab laboratory testlab landlord accountant lawyer attorney carrier courier "
    "wholesaler "
    "editor purchaser lead manager administrator purchasing clerk compliance quality "
    "distributor notary warehouse office owner proprietor director cousin employee employees contact exhibitor "
    "inspector "
    "factory agency auditor bank".split()
)
_DESKS = frozenset((word,) for word in ("service", "services", "support", "care", "relations", "desk", "team"))
_RECEIVES = frozenset("ship-to shipto recipient delivery".split())
_TITLES = frozenset(
    "mr mrs ms miss mister madam madame mme mlle sr sra srta senor señor señora senhor senhora herr herrn frau familie "
    "family dr pan pani bay bayan sig signor signora monsieur don doña".split()
)
_TELLS = frozenset(
    "cpf ssn birthday birthdate passport facebook instagram tiktok iban dni nif nie pesel aadhaar visa "
    "mastercard".split()
)
_FIRMS = frozenset(
    "llc ltd gmbh inc amazon service services team support fba messaging central wholesale supply trading "
    "protection centre "
    "center club card group co studio studios agency product products review reviews policy policies data design "
    "designs images media brands foods records code messages returns feedback satisfaction experience relations".split()
)
_OURS = re.compile(
    r"\b(?:our|my) (?:\w+ )?(?:address|warehouse|office|shop|store|company|firm|home|house|garage|studio|place"
    r"|premises)"
    r"|\b(?:warehouse|office|supplier|laboratory|headquarters)\b",
    re.I,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,3}")
_PHONE = re.compile(
    r"(?<![\w/.,+-])(?:\+\d{1,3}|\(?0\d{0,4}\)?|\d{2,5})(?:[ ./-]{1,2}\(?\d{2,5}\)?){2,5}(?![\w-])"
    r"|(?<![\w/.,+-])0\d{2,4}[ /-]\d{6,8}(?![\w-])"
    r"|(?<!\w)\+\d{9,14}(?!\w)"
)
# Shorter ones count where a word says what they are.
_CALLED = re.compile(
    r"(?i:\b(?:phone|tel|telephone|mobile|cell|whatsapp)(?: ?(?:no|number))?\.?:? ?)(\+?\d[\d ()/-]{4,16}\d)"
)
# Who stands beside an order number, or behind the word for the one that it went to.
_BESIDE = r"\d{3}-\d{7}-\d{7}"
# A card number, or an IBAN.
_CARD = re.compile(
    r"(?<![\w-])(?:\d{4}[ -]){3}\d{4}(?![\w-])"
    r"|(?<!\w)[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?\d{1,3})?(?!\w)"
)
_STREETS = (
    "Street St Road Rd Avenue Ave Lane Ln Drive Dr Court Ct Hill Way Close Place Pl Cottage Cottages Square Sq "
    "Boulevard Blvd Terrace Crescent Gardens Grove Park Row Highway Hwy Circle House Mews"
).split()
_STREET_ENDS = ("straße", "strasse", "str.", "weg", "platz", "gasse", "allee", "ring", "ufer", "damm")
_STREETS_BEFORE = (
    "Markt", "Am ", "Calle", "C/", "Avenida", "Avda", "Plaza", "Rua", "Praça", "Via", "Viale", "Piazza", "Corso", "Rue",
    "Allée", "ul.", "ulica", "ulicy", "al.", "os.", "Cad", "Sok",
)  # fmt: skip
_ROOMS = ("Room", "Flat", "Apt", "Apartment", "Unit", "Suite", "Floor")
# Without a number: "Lale Sokak".
_STREETS_ALONE = ("Sok", "Cad", "Cd.", "Mah")
_OF_A_STREET = (*_STREETS, *_STREET_ENDS, *_STREETS_BEFORE, *_ROOMS, *_STREETS_ALONE)
# "14 Mill Lane", "Oak Drive 9", "Lindenweg 14", "Calle Mayor 8", "ul. Dluga 5", "Flat 3".
_STREET = re.compile(
    r"(?<!\w)\d{1,5}[a-zA-Z]?,? (?:[A-Z][\w.'’-]{1,20} ){1,3}?"
    rf"(?:{'|'.join(_STREETS)})(?!\w)"
    r"|(?<!\w)(?:[A-Z][\w.'’-]{1,20} ){1,2}"
    r"(?:Street|Road|Avenue|Lane|Drive|Court|Close|Cottage|Terrace|Crescent),? (?:No\.? )?\d{1,4}(?!\w)"
    rf"|(?<!\w)[A-ZÄÖÜ][\wäöüß-]{{1,30}}(?:{'|'.join(map(re.escape, _STREET_ENDS))}) \d{{1,4}}"
    r"|(?<!\w)(?:Markt|Am \w{2,20}|Calle|C/|Avenida|Avda\.?|Plaza|Rua|Praça|Via|Viale|Piazza|Corso|Rue|Allée|ul\.|ulica"
    r"|ulicy|al\.|os\.|Cad\.?|Sok\.?) (?:[\w.'’-]{1,20},? ){0,3}\d{1,4}"
    r"|(?<!\w)(?:Room|Flat|Apt\.?|Apartment|Unit|Suite|Floor) \d{1,5}(?!\w)"
    r"|(?<!\w)[\w-]{2,20}(?: [\w-]{2,20})? (?:Sokak|Sokağı|Caddesi|Cd\.|Mah\.|Mahallesi)(?!\w)"
)
_DIGIT = re.compile(r"\d")
_POSTCODE = re.compile(
    r"(?<!\w)[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}(?!\w)|(?<!\w)[A-Z]{2} \d{5}(?!\w)|(?<!\w)\d{2}-\d{3} [A-ZŁŚŻ]"
    r"|(?<!\w)\d{5} [A-ZÄÖÜ][a-zäöüß]{2,}"
)
_NAME = (
    r"(?:[A-ZÀ-Þ][\w'’-]{0,20}\.?)"
    r"(?: (?:de|del|da|dos|van|von|der|bin|al|la|le|di|[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]{1,20})){0,3} [A-ZÀ-Þ][\w'’-]{1,20}"
)
# "Our purchaser, Ray Dunn" is one of the seller's people.
_OUR_OWN = re.compile(r"\b(?:our|my) (?:\w+ )?(?:purchaser|client|recipient),? $", re.I)
_BUYERS = ("customer customers buyer buyers client clients purchaser shopper consumer recipient complainant").split()
_NAMED = re.compile(
    rf"(?i:{'|'.join(_BUYERS)})(?:'s|’s)?,?"
    r"(?: (?i:named|called|name|is|was|mr|mrs|ms|miss|dr|daughter|son|wife|husband|mother|father|child)\.?){0,2}"
    r" (" + _NAME + r")(?! \()"
)
_AT_ORDER = re.compile(
    rf"{_BESIDE}(?: ?\(|,? (?:for|of|by|from|to) |, )(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?("
    + _NAME
    + r")(?=,|\)|\.(?:\s|$)| and)"
)
_RECEIVER = re.compile(
    r"(?i:\b(?:ship[- ]?to|deliver(?:y|ed) to|recipient|customer name|buyer name|buyer|customer|delivery address"
    r"|name of (?:the )?(?:buyer|customer))) ?: ?(" + _NAME + r")"
)
_OF_TITLED = re.compile(
    r"(?i:\b(?:claim|complaint|review|return|order|purchase|message|refund|parcel) (?:of|by|from|to) )"
    r"((?:Mr|Mrs|Ms|Miss)\.? (?:[A-ZÀ-Þ][\w'’-]{1,20} ?){1,3})"
)
# One of these stands in all that the next form finds.
_GIVING = (
    "refund", "money back", "replacement", "compensated", "repaid", "reimbursed", "bought by", "ordered by", "parcel",
    "package", "home of", "e.g.", "paid ", "lamp to", "unit to", "item to", "apologi",
)  # fmt: skip
_NUMBER_OF = re.compile(r"\d of ")
_GOT = re.compile(
    r"(?i:refunded(?: to)?|refunds? to|money back (?:to|for)|replacement (?:to|for)|compensated|repaid|reimbursed"
    r"|bought by"
    r"|ordered by|parcel (?:to|for|of)|package (?:to|for|of)|home of|e\.g\.|\d of|paid (?:\w{1,20} ){0,3}to"
    r"|lamp to|unit to"
    r"|item to|apologi[sz]ed to) [\"“]?(" + _NAME + r")(?=,|\"|”| from| in| of| and| who|\.)"
)


class Datum(NamedTuple):
    """A personal particular: what it is and where it stands in the letter."""

    what: str
    start: int
    end: int


def personal(draft: Draft, item: Item) -> Iterator[Datum]:
    """The first personal particular of a buyer in each statement of a point or paragraph."""
    together: list[Statement] = []
    for statement in item.statements:
        together.append(statement)
        if _abbreviated(statement) and statement is not item.statements[-1] and len(together) < 4:
            continue
        datum = _first(draft, together)
        if datum is not None:
            yield datum
        together = []


def _first(draft: Draft, together: list[Statement]) -> Datum | None:
    """The first particular of statements that a full stop behind an abbreviation ("Mr.") may have parted."""
    row: tuple[str, ...] = together[0].words
    for statement in together[1:]:
        row += statement.words
    words, buyers = frozenset(row), members("@buyer")
    # "customer service" is a desk of the seller's, "customer returns" a process.
    buyer = not buyers.isdisjoint(words) and any(
        word in buyers and row[at + 1 : at + 2] not in _DESKS for at, word in enumerate(row)
    )
    orders = any(i.kind == "order" for statement in together for i in draft.identifiers_in(statement))
    about = buyer or not _ABOUT.isdisjoint(words)
    # "Ship-to: …" tells whose data follow.
    receiver = ":" in draft.text[together[0].start : together[-1].end] and not _RECEIVES.isdisjoint(words)
    if not (about or orders or receiver or not _TITLES.isdisjoint(words)) or not _ERASED.isdisjoint(words):
        return None
    if not buyer and not _TRADE.isdisjoint(words):
        return None
    found = sorted(_data(draft, together), key=lambda datum: datum.start)
    if not found or (not buyer and not _theirs(row) and "from" in words):
        return None
    several = len({datum.what for datum in found}) > 1
    named = (orders or receiver) and any(datum.what == "receiver" for datum in found)
    if named and found[0].what != "receiver" and not (buyer or several):
        found = [datum for datum in found if datum.what == "receiver"]
    return found[0] if buyer or several or named or (about and _theirs(row)) else None


def _abbreviated(statement: Statement) -> bool:
    """Whether the full stop may only end a word such as "Mr." or "tel."."""
    last = statement.words[-1]
    return len(last) <= _ABBREVIATION and last.isalpha()


def _theirs(words: tuple[str, ...]) -> bool:
    """Whether buying and refunding here is the buyer's side of it, not what the seller bought."""
    return not any(
        word in ("bought", "ordered", "returned", "purchased") and {"we", "i"} & set(words[max(0, at - 3) : at])
        for at, word in enumerate(words)
    )


# "Our content editor, Ms. Tereza Havlová", "Mrs Brodersen, purchasing": said once, it is known below.
_OWN_PEOPLE = re.compile(r"\b(?:[Oo]ur|[Mm]y) (?:\b(?:Mr|Mrs|Ms|Dr|Ing)\.|[^.;:\n]){0,90}")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,20}")


def _own_people(draft: Draft) -> frozenset[str]:
    """The names, folded, that stand behind "our" and a role."""
    if "own people" not in draft.memo:
        told = [match.group() for match in _OWN_PEOPLE.finditer(draft.text)]
        # Who does something again and again is one of the seller's, too.
        told += [draft.text[s.start : s.end] for part in draft.of(parts.MEASURES) for s in part.statements]
        draft.memo["own people"] = frozenset(
            name.casefold()
            for words in told
            if not any(buyer in words.lower() for buyer in _BUYERS)
            for name in _CAPITAL.findall(words)
        )
    return cast("frozenset[str]", draft.memo["own people"])


def _own_places(draft: Draft) -> frozenset[str]:
    """The addresses that the letter elsewhere calls the seller's own: "our lease of Unit 11"."""
    if "own places" not in draft.memo:
        draft.memo["own places"] = frozenset(
            place.group()
            for match in _OWN_PLACE.finditer(draft.text)
            for place in _STREET.finditer(draft.text, match.end(), match.end() + 60)
        )
    return cast("frozenset[str]", draft.memo["own places"])


_BESIDE_SIGN = re.compile(_BESIDE)
_OWN_PLACE = re.compile(
    r"\b(?:[Oo]ur|[Mm]y|[Tt]he company's) (?:\w+ ){0,2}"
    r"(?:lease|tenancy|address|warehouse|office|premises|shop|store|unit)\b"
    r"|\b(?:[Ww]e|I) (?:rent|rented|lease|leased|moved to|moved into|work from|trade from)\b"
)


def _data(draft: Draft, together: list[Statement]) -> Iterator[Datum]:
    start, end = together[0].start, together[-1].end
    text = draft.text[start : min(end, start + _LONGEST)]
    words = [word for statement in together for word in statement.words]
    low = draft.low[start:end]
    at = [place for statement in together for place in statement.at]
    taken = [found.span for statement in together for found in draft.dates_in(statement)]
    taken += [found.span for statement in together for found in draft.identifiers_in(statement)]

    def spots(what: str, *patterns: re.Pattern[str], group: int = 0) -> Iterator[Datum]:
        for pattern in patterns:
            for match in pattern.finditer(text):
                first, last = start + match.start(group), start + match.end(group)
                if not any(first < span.end and span.start < last for span in taken):
                    yield Datum(what, first, last)

    if "@" in text:
        yield from spots("mail", _MAIL)
    # Most of what is looked for holds a figure, and the forms are slow where they find none.
    figures = _DIGIT.search(text) is not None
    if figures:
        yield from spots("account", _CARD)
    if figures and not _TRACKED.intersection(words):
        for datum in spots("telephone", _PHONE):
            if _FEWEST_DIGITS <= sum(c.isdigit() for c in draft.text[datum.start : datum.end]) <= _MOST_DIGITS:
                yield datum
        yield from spots("telephone", _CALLED, group=1)
    street = any(sign in text for sign in (_OF_A_STREET if figures else _STREETS_ALONE))
    for datum in spots("address", *([_STREET] if street else []), *([_POSTCODE] if figures else [])):
        if not _OURS.search(draft.text, max(start, datum.start - 45), datum.start) and (
            draft.text[datum.start : datum.end] not in _own_places(draft)
        ):
            yield datum
    named = [_NAMED] if any(sign in low for sign in _BUYERS) else []
    if any(sign in low for sign in _GIVING) or (" of " in low and _NUMBER_OF.search(low)):
        named.append(_GOT)
    for datum in spots("name", *named, group=1):
        if _OUR_OWN.search(draft.text, max(start, datum.start - 40), datum.start):
            continue
        named_here = draft.text[datum.start : datum.end].casefold().replace(".", "").split()
        if _FIRMS.isdisjoint(named_here) and _own_people(draft).isdisjoint(named_here):
            yield datum
    receivers = [_AT_ORDER] if _BESIDE_SIGN.search(text) else []
    receivers += [_RECEIVER] if ":" in text else []
    receivers += [_OF_TITLED] if not _TITLES.isdisjoint(words) else []
    for datum in spots("receiver", *receivers, group=1):
        named_here = draft.text[datum.start : datum.end].casefold().replace(".", "").split()
        if _FIRMS.isdisjoint(named_here) and _own_people(draft).isdisjoint(named_here):
            yield datum
    for here, word in enumerate(words):
        if word in _TELLS:
            yield Datum("particular", *at[here])
        elif (
            word in _TITLES
            and here + 1 < len(words)
            and all(draft.text[at[n][0]].isupper() for n in (here, here + 1))
            and _own_people(draft).isdisjoint(words[here + 1 : here + 3])
        ):
            yield Datum("person", at[here][0], at[here + 1][1])
