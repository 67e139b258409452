"""Personal particulars by their look: mail addresses, telephone numbers, streets, cards, papers, door codes, births.

What a figure is, its form says (a telephone number, a street with its number) or the word before it (passport, door
code). Whose it is stands elsewhere, in `personal.py`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.model import Span


class Datum(NamedTuple):
    """A personal particular: what it is and where it stands in the letter."""

    what: str
    start: int
    end: int


_FEWEST_DIGITS, _MOST_DIGITS = 9, 15
MAIL = r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,3}"
# "anna dot lund at example dot com"
_SPELLED = (
    r"(?i:\b[\w.-]{1,30}(?:(?: dot |\(dot\))[\w-]{1,30})?(?: at |\(at\)"
    r"| ?\[at\] ?)[\w-]{1,30}(?: dot |\(dot\)|\.)[a-z]{2,6}\b)"
)
_HANDLE = r"(?<![\w.@/-])@[A-Za-z_]\w{2,30}(?![\w@]|\.\w)"
_PHONE = (
    r"(?<![\w/.,+-])(?:\+\d{1,3}|\(?0\d{0,4}\)?|\d{2,5})(?:[ ./-]{1,2}\(?\d{2,5}\)?){2,5}(?![\w-])"
    r"|(?<![\w/.,+-])0\d{2,4}[ /-]\d{6,8}(?![\w-])"
    r"|(?<!\w)\+\d{9,14}(?!\w)"
)
# Shorter ones count where a word says what they are.
_CALLED = (
    r"(?i:\b(?:phone|tel|t[eé]l|telephone|mobile|cell|cellphone|handy|whatsapp|sms|fax|landline|m[oó]vil|telefon)"
    r"(?: ?(?:no|number|nr))?\.?:? ?)(\+?\d[\d ()/-]{4,16}\d)"
)
_LOCAL = r"(?<![\w/.,+-])(?:\d{3}-\d{4}|\d{3} \d{2} \d{2}|\d{3} \d{4})(?![\w-]|[.,]\d)"
_RINGS = frozenset(
    "phoned phone phones called call rang telephoned telephone texted text sms dialled dialed mobile cell tel tél "
    "whatsapp reached cellphone handy fax landline movil móvil telefon".split()
)
# A card number, or an IBAN.
_CARD = (
    r"(?<![\w-])(?:\d{4}[ -]){3}\d{4}(?![\w-])"
    r"|(?<!\w)[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?\d{1,3})?(?!\w)"
)
_ON_THE_MAP = r"(?<![\w.])-?\d{1,3}\.\d{3,8}°? ?[NS]?, ?-?\d{1,3}\.\d{3,8}"
_IP = r"(?<![\w.])(?:[12]?\d{1,2}\.){3}[12]?\d{1,2}(?!\.?\w)"
# The value behind the word for a paper, an account, a lock or a car.
_KEYED = (
    r"(?i:\b(?:passport|identity card|id card|national id|driver'?s? licen[cs]e|driving licen[cs]e|licen[cs]e plate"
    r"|number plate|registration plate|plate|door code|gate code|entry code|alarm code|key code|lockbox|key safe"
    r"|pin (?:code|number|no\.?)"
    r"|social security|insurance|ssn|cpf|dni|nie|nif|pesel|aadhaar|tax id|tax number|vat (?:number|no\.?|id)"
    r"|bank account|account number|sort code|iban|customer number|membership|patient|policy number)\b"
    r"(?:[ ,:(#-]{1,3}(?!\w*\d)\w{1,12}){0,3}[ ,:(#-]{1,3})((?:[A-Z]{2} ?)?[A-Z0-9*]*\d[\w*-]*(?: \d[\d-]+)*)"
)
_KEY_WORDS = (
    "passport", "identity", "id card", "national id", "licen", "plate", " code", "lockbox", "key safe", "pin ",
    "social security", "insurance", "ssn", "cpf", "dni", "nie", "nif", "pesel", "aadhaar", "tax ", "vat ", "account",
    "iban", "customer number", "membership", "patient", "policy number",
)  # fmt: skip
# "Her card ending 4471" hides most of a number, but not whose it is.
_ENDING = (
    r"\b(?i:her|his|their|buyer's|customer's|client's|purchaser's) (?:\w+ )?(?:card|account|phone"
    r"|number)[\w ]{0,12} ending (?:in |with )?(\d{2,6})"
)
_ACCOUNT = r"(?i:\baccount)[^.;\n\d]{0,24}?(?i:\bno\.?|number|nr\.?)? ?(\d{6,14})(?!\w)"
_LIVES = (
    r"\b(?i:buyer|customer|client|purchaser|she|he|lady|gentleman|family) (?:who )?((?i:lives?|living|lived"
    r"|resides?|works?|is a patient) "
    r"(?i:at|in|opposite|near|next|behind|above|on) [^.,;\n]{3,40})"
)
_SCREEN_NAME = (
    r"(?i:\b(?:reviewer|buyer|customer|screen name|nickname|profile|profile name))"
    r",? (?:is |was |of |named |called )?['\"“‘]([\w.-]{3,30})['\"”’]"
)
_BORN = (
    r"(?i:\b(?:born|date of birth|dob|birth ?day|birth ?date|né|née|geboren)\b[ :,]*(?:on |in |is |was )?)"
    r"((?:\d{1,2}[ ./-]\w{2,9}[ ./-])?(?:19|20)\d\d)"
    r"|\b(?i:customer|buyer|client|lady|man|woman|gentleman|mother|father|pensioner|patient), (?:aged )?(\d\d),"
    r"|\b(\d{2}[- ]years?[- ]old) (?i:customer|buyer|client|lady|man|woman|gentleman|mother|father|pensioner|widow\w*)"
)
_STREETS = (
    "Street St Road Rd Avenue Ave Lane Ln Drive Dr Court Ct Hill Way Close Place Pl Cottage Cottages Square Sq "
    "Boulevard Blvd Terrace Crescent Gardens Grove Park Row Highway Hwy Circle House Mews"
).split()
_STREET_ENDS = ("straße", "strasse", "str", "weg", "platz", "gasse", "allee", "ring", "ufer", "damm")
# "14 Mill Lane", "Oak Drive 9", "Lindenweg 14", "Calle Mayor 8", "ul. Dluga 5", "Flat 3": each form with the words of
# which one has to be there.
_ADDRESSES = (
    (
        " ".join(_STREETS).lower(),
        (
            r"(?<!\w)\d{1,5}[a-zA-Z]?,? (?:[A-Z][\w.'’-]{1,20} ){1,3}?"
            rf"(?:{'|'.join(_STREETS)})(?!\w)"
            r"|(?<!\w)(?:[A-Z][\w.'’-]{1,20} ){1,2}"
            r"(?:Street|Road|Avenue|Lane|Drive|Court|Close|Cottage|Terrace|Crescent),? (?:No\.? )?\d{1,4}(?!\w)"
        ),
    ),
    (
        "markt am calle c avenida avda plaza rua praça via viale piazza corso rue allée ul ulica ulicy al os cad sok",
        (
            r"(?<!\w)(?:Markt|Am \w{2,20}|[Cc]alle|C/|Avenida|Avda\.?|Plaza|Rua|Praça|Via|Viale|Piazza|Corso|[Rr]ue"
            r"|Allée|ul\.|ulica|ulicy|al\.|os\.|Cad\.?|Sok\.?) (?:[\w.'’-]{1,20},? ){0,3}\d{1,4}"
        ),
    ),
    ("unit suite floor", r"(?<!\w)(?:Unit|Suite|Floor) \d{1,5}(?!\w)"),
    ("number house door", r"\b(?i:number|house|door) \d{1,4}, (?:[A-Z][a-z]+ [A-Z][a-z]+|street|road)"),
    (
        "apartment apt villa flat box room",
        (
            r"(?<!\w)(?i:apartment|apt\.?|villa|flat|p\.?o\.? box|hotel room|(?<=, )room) (?:no\.? )?"
            r"\d{1,5}[A-Za-z]?(?!\w)"
        ),
    ),
    (
        "rue avenue boulevard place chemin calle via rua impasse quai allée allee",
        r"(?<!\w)\d{1,4},? (?:bis )?(?i:rue|avenue|boulevard|place|chemin|calle|via|rua|impasse|quai|all[ée]e) \w",
    ),
)
_ENDED = rf"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{{1,30}}(?:{'|'.join(_STREET_ENDS)})\.? \d{{1,4}}"
# Without a number: "Lale Sokak".
_ALONE = r"(?<!\w)[\w-]{2,20}(?: [\w-]{2,20})? (?:Sokak|Sokağı|Caddesi|Cd\.|Mah\.|Mahallesi)(?!\w)"
_ALONE_WORDS = frozenset("sokak sokağı caddesi cd mah mahallesi".split())
STREET = "|".join([*(written for _, written in _ADDRESSES), _ENDED, _ALONE])
_CAPITALS = rf"(?<!\w)\d{{1,5}}[A-Z]? (?:[A-Z.'-]{{2,20}} ){{1,3}}(?:{'|'.join(_STREETS).upper()})(?!\w)"
_POSTCODE = (
    r"(?<!\w)[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}(?!\w)|(?<!\w)[A-Z]{2} \d{5}(?!\w)|(?<!\w)\d{2}-\d{3} [A-ZŁŚŻ]"
    r"|(?<!\w)\d{5} [A-ZÄÖÜ][a-zäöüß]{2,}"
)
_DIGIT = re.compile(r"\d")
_TRACKS = frozenset(("tracking", "tracked", "track"))
_AGES = frozenset(
    "born dob birth birthday birthdate né née geboren old customer buyer client lady man woman gentleman mother father "
    "pensioner patient widow widower".split()
)


@cache
def form(written: str) -> re.Pattern[str]:
    """A form, compiled when a letter first gives reason to look for it."""
    return re.compile(written)


@lru_cache(16)
def _standing(signs: tuple[str, ...], low: str) -> tuple[str, ...]:
    """Those of some signs that stand anywhere in a letter, so that its sentences are searched for no others."""
    return tuple([sign for sign in signs if sign in low])


def stands(signs: tuple[str, ...], low: str, start: int, end: int) -> bool:
    """Whether one of these signs stands between two places of a letter in lower case."""
    return any([low.find(sign, start, end) >= 0 for sign in _standing(signs, low)])  # noqa: C419  few are left


class _Streets(dict[str, bool]):
    """Which words end as streets do where the number stands behind."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        ends = self[word] = word.endswith(_STREET_ENDS)
        return ends


_MOST_WORDS = 30_000
_ENDS_AS_STREET = _Streets()


@cache
def _addresses() -> tuple[tuple[frozenset[str], str], ...]:
    return tuple((frozenset(asked.split()), written) for asked, written in _ADDRESSES)


def particulars(
    text: str, low: str, start: int, end: int, words: frozenset[str], taken: Sequence[Span]
) -> Iterator[Datum]:
    """The particulars between two places of a letter, by kind; `taken` are the dates and numbers of orders there."""

    def spots(what: str, *written: str) -> Iterator[Datum]:
        for pattern in written:
            for match in form(pattern).finditer(text, start, end):
                group = match.lastindex or 0
                first, last = match.span(group)
                if not any(first < span.end and span.start < last for span in taken):
                    yield Datum(what, first, last)

    if text.find("@", start, end) >= 0:
        yield from spots("mail", MAIL)
        yield from spots("handle", _HANDLE)
    if "dot" in words or low.find("(at)", start, end) >= 0 or low.find("[at]", start, end) >= 0:
        yield from spots("mail", _SPELLED)
    if {"reviewer", "buyer", "customer", "nickname", "profile", "screen"} & words:
        yield from spots("handle", _SCREEN_NAME)
    if {"lives", "live", "living", "lived", "resides", "works", "patient"} & words:
        yield from spots("home", _LIVES)
    if "ending" in words:
        yield from spots("account", _ENDING)
    # Most of what is looked for holds a figure, and the forms are slow where they find none.
    figures = len(_DIGIT.findall(text, start, end))
    if figures:
        figures -= sum(len(_DIGIT.findall(text, span.start, span.end)) for span in taken)
        if figures >= _FEWEST_DIGITS:
            yield from spots("account", _CARD)
        if "account" in words:
            yield from spots("account", _ACCOUNT)
        if figures >= _FEWEST_DIGITS and _TRACKS.isdisjoint(words):
            for datum in spots("telephone", _PHONE):
                if _FEWEST_DIGITS <= sum(c.isdigit() for c in text[datum.start : datum.end]) <= _MOST_DIGITS:
                    yield datum
        if not _RINGS.isdisjoint(words) and _TRACKS.isdisjoint(words):
            yield from spots("telephone", _CALLED, _LOCAL)
        if text.count(".", start, end) > 3:
            yield from spots("connection", _IP)
        if stands(_KEY_WORDS, low, start, end):
            yield from spots("paper", _KEYED)
        if not _AGES.isdisjoint(words):
            yield from spots("birth", _BORN)
        if text.count(".", start, end) > 2:
            yield from spots("map", _ON_THE_MAP)
        if figures:
            yield from spots("address", _POSTCODE, _CAPITALS)
        yield from spots("address", *(written for asked, written in _addresses() if not asked.isdisjoint(words)))
        if any([_ENDS_AS_STREET[word] for word in words]):  # noqa: C419  a list asks for no call a word
            yield from spots("address", _ENDED)
    if not _ALONE_WORDS.isdisjoint(words):
        yield from spots("address", _ALONE)
