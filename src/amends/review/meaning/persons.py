"""Persons that a sentence names as the one who bought, was refunded, was written to or got the parcel.

A name is two words or more in capitals, or one behind a title; what makes its bearer a buyer is the word beside it: an
order number, a verb of giving back before it, a verb of getting behind it, a greeting in a quoted answer.
"""

from __future__ import annotations

from amends.review.meaning.particulars import form
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BUYERS = "customer customers buyer buyers client clients purchaser shopper consumer recipient complainant".split()
TITLES = frozenset(
    "mr mrs ms miss mister mstr master madam madame mme mlle mlles messrs sr sra srta senor señor señora senhor senhora "
    "herr herrn frau fräulein familie family dr prof professor pan pani państwo bay bayan sayın bey hanım sig signor "
    "signora monsieur m don doña shri smt sri sir lady lord rev father sister ông bà anh chị cô abu umm sheikh hr fam müşteri monsieur".split()
)
# Titles that are words of other meaning too stand before a capital only, and never first.
_WEAK = frozenset("m master sir lady father sister family pan don bay cô anh".split())
_ORDER = r"\d{3}-\d{7}-\d{7}"
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w'’-]{1,20}"
_CAPITAL_NAME = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]{0,20}(?: [A-ZÀ-ÞĀ-Ž][\w'’.-]{0,20}){0,3}"
_NAME = (
    r"(?:[A-ZÀ-ÞĀ-Ž][\w'’-]{0,20}\.?)"
    r"(?: (?:de|del|da|dos|van|von|der|bin|al|la|le|di|[A-ZÀ-Þ]\.|[A-ZÀ-ÞĀ-Ž][\w'’-]{1,20})){0,3} " + _CAPITAL
)
_IN_BRACKETS = rf"(?i:\b(?:{'|'.join(BUYERS)})) \((" + _CAPITAL_NAME + r")[,)]"
_SIGNED = r"(?i:\b(?:signature|signed(?: for)?(?: by| as)?|signs as|calls (?:her|him)self)) ['\"“‘]([A-ZÀ-Þ][^'\"”’\n]{1,30})['\"”’]"
_SURNAME_FIRST = (
    r"(?i:\brefund(?:s|ed)?\b|\brepaid\b|\bpaid\b|\breplacement\b|\bparcel\b)[^.;\n]{0,40}?(?: to |, |: )"
    r"([A-Z]{3,20}, [A-Z][A-Za-z]{1,20}|[A-Z][a-zà-þ]{3,20} [A-Z]\.)(?=[,;( ])"
)
_KIN_OF = (
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Bb]uyer's|[Cc]ustomer's|[Cc]lient's) (?:\w+ )?(?:son|daughter|husband|wife|mother|father|sister"
    r"|brother|child|baby|kid|nephew|niece|grandson|granddaughter|friend|neighbou?r),? ([A-ZÀ-Þ][a-zà-þ]{2,20})"
)
_TITLED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Herrn?|Frau|Mme|M|Mlle|Sra?|Srta)\.? )?"
_NAMED = (
    rf"(?i:{'|'.join(BUYERS)})(?:'s|’s)?,?"
    r"(?: (?i:named|called|name|is|was|one|a|mr|mrs|ms|miss|dr|daughter|son|wife|husband|mother|father|child)\.?){0,2}"
    r" (" + _NAME + r")(?! \()"
)
# One first name is enough where the buyer is told by it: "the buyer, Priya, wrote".
_ONE_NAME = (
    r"(?<!our )(?<!my )\b(?:customer|buyer|purchaser|shopper|complainant|lady|gentleman|pensioner)"
    r"(?:,? (?:named|called|by the name of)|,)? ([A-ZÀ-Þ][a-zà-þ’'-]{2,20})(?=,| (?:from|in|of|had|has|was|wrote|complained|"
    r"returned|received|asked|ordered|bought|got)\b|\)|\.)"
)
_AT_ORDER = rf"{_ORDER}(?: ?\(|,? (?:for|of|by|from|to) |, ){_TITLED}(" + _NAME + r")(?=,|\)|\.(?:\s|$)| and)"
_BEFORE_ORDER = (
    r"(?<!by )(?<!and )(?<!With )(?<![A-Z])(" + _NAME + rf")(?: ?[,(:–-]+ ?| of | with | for )"
    rf"(?i:orders? ?(?:ids?|no\.?|number|#)?:? ?)?#?{_ORDER}"
)
_RECEIVER = (
    r"(?i:\b(?:ship[- ]?to|deliver(?:y|ed) to|recipient|customer name|buyer name|buyer|customer|delivery address"
    r"|addressee|consignee|sold to|bill to"
    r"|name of (?:the )?(?:buyer|customer))(?: [a-z]+){0,3}) ?: ?(" + _NAME + r")"
)
_OF_TITLED = (
    r"(?i:\b(?:claim|complaint|review|return|order|purchase|message|refund|parcel|letter|call|mail) "
    r"(?:of|by|from|to) )"
    r"((?:Mr|Mrs|Ms|Miss|Herrn?|Frau|Mme|Madame|Monsieur|Sra?)\.? (?:[A-ZÀ-Þ][\w'’-]{1,20} ?){1,3})"
)
_GIVING = (
    "refund", "money back", "replacement", "compensated", "repaid", "reimbursed", "bought by", "ordered by", "parcel",
    "package", "home of", "e.g.", "paid ", "lamp to", "unit to", "item to", "apologi", "credited", "signed for",
)  # fmt: skip
_NUMBER_OF = r"\d of "
_GOT = (
    r"(?i:refunded(?: to)?|refunds? (?:to|for)|money back (?:to|for)|replacement (?:to|for)|compensated|repaid|reimbursed"
    r"|credited(?: to)?|bought by|signed for by|collected by"
    r"|ordered by|parcel (?:to|for|of)|package (?:to|for|of)|home of|e\.g\.|\d of|paid (?:\w{1,20} ){0,3}to"
    r"|lamp to|unit to"
    rf"|item to|apologi[sz]ed to) [\"“]?{_TITLED}("
    + _NAME
    + r")(?=,|\"|”| from| in| of| and| who| for| on| with| [(\d$€£]|\.)"
)
# "Abu Khalid from Sharjah, mobile 050 000 7781, was repaid."
_WAS_GIVEN = (
    r"(?<!by )(" + _NAME + r")(?: (?:from|of|in) [A-Z]\w+)?(?:,[^,;.\n]{2,40}){0,3},? (?:was|were|has been|had been|is|got) "
    r"(?:\w+ )?(?:refunded|repaid|reimbursed|compensated|credited)"
)
# In the answer that was sent: "'Hi Gwendolyn'".
_GREETED = (
    r"['\"‘“„](?:Hi|Hello|Hey|Dear|Hola|Bonjour|Hallo|Liebe[rs]?|Sehr geehrter? (?:Herr|Frau)|Estimad[oa]|Querid[oa]|Ciao|Cher|"
    r"Chère|Merhaba|Good (?:morning|day|evening)),? ((?:M[rs]{1,2}s?\.? )?(?!Amazon|Seller|Customer|Buyer|Team|Sir|Madam|Valued|All|"
    r"Friend|There)[A-ZÀ-Þ][\w’'-]{1,20})"
)
_HERS = r"\b(?:[Hh]ers?|[Hh]is|[Tt]heirs?|(?:sister|brother|mother|father|husband|wife|daughter|son)'s) \(([A-Z][a-z]+), [A-Z]"


# "J. Marsh 19.90, P. Olsen 24.00": a list of who got how much.
_PAID_LIST = r"([A-Z]\. ?[A-ZÀ-Þ][\w'’-]{2,20}),? (?:[A-Z$€£]{1,3} ?)?\d{1,4}[.,]\d\d(?: [A-Z]{3}|€)?[,;] (?:and )?[A-Z]\. ?[A-ZÀ-Þ]"
# Behind a first name, what is said of one who buys; before it, what is done to one.
_HAS_GOT = frozenset(
    "got gets receives bought ordered complained wrote writes claims claimed returned opened paid keeps swallowed "
    "lives living asked".split()
)
_WAS = frozenset("was were is has had been gets".split())
_GIVEN = frozenset("refunded repaid reimbursed compensated credited sent given offered reached called phoned told".split())
_TO = frozenset("to for".split())
_OF = frozenset("of from by".split())
_CALLED_SO = frozenset("named called one lady gentleman mister mr mrs ms miss mr. mrs. ms.".split())
_TO_PERSON = frozenset("refunded repaid reimbursed compensated called phoned rang texted visited met".split())
_WHAT_BUYERS_SEND = frozenset("review reviews complaint complaints order orders return returns parcel refund claim".split())
_PAPERS = frozenset(
    "letter letters mail mails e-mail e-mails email emails request requests statement undertaking declaration samples "
    "sample invoice invoices question notice access task training role rights duty shift job folder report reports "
    "contract form".split()
)
_SENT = frozenset(
    "sent shipped mailed posted delivered dispatched went go goes gone brought forwarded couriered gave given handed".split()
)


_NEW = frozenset("new replacement right correct second spare another free exchanged".split())


class Named(NamedTuple):
    """A person named: how (by a word for buyers, or beside an order) and where the name stands."""

    how: str
    start: int
    end: int


def named(text: str, low: str, start: int, end: int, words: frozenset[str]) -> Iterator[Named]:
    """The persons that stand between two places of a letter in the role of a buyer."""
    asked = [("name", _NAMED), ("name", _ONE_NAME), ("name", _IN_BRACKETS)] if any(low.find(sign, start, end) >= 0 for sign in BUYERS) else []
    if any(low.find(sign, start, end) >= 0 for sign in _GIVING) or form(_NUMBER_OF).search(low, start, end):
        asked += [("name", _GOT), ("receiver", _WAS_GIVEN), ("receiver", _PAID_LIST)]
    if form(_ORDER).search(text, start, end):
        asked += [("receiver", _AT_ORDER), ("receiver", _BEFORE_ORDER)]
    if text.find(":", start, end) >= 0:
        asked.append(("receiver", _RECEIVER))
    if not TITLES.isdisjoint(words):
        asked.append(("receiver", _OF_TITLED))
    if not _CALLS_OUT.isdisjoint(words):
        asked.append(("greeted", _GREETED))
    if text.find(" (", start, end) >= 0 and not _POSSESSIVE.isdisjoint(words):
        asked.append(("greeted", _HERS))
    if not _KIN.isdisjoint(words):
        asked.append(("greeted", _KIN_OF))
    if not _SIGNS.isdisjoint(words):
        asked.append(("name", _SIGNED))
    if not _PAYS.isdisjoint(words):
        asked.append(("receiver", _SURNAME_FIRST))
    for how, written in asked:
        for match in form(written).finditer(text, start, end):
            yield Named(how, *match.span(1))


_KIN = frozenset(
    "son daughter husband wife mother father sister brother child baby kid nephew niece grandson granddaughter friend "
    "neighbour neighbor".split()
)
_SIGNS = frozenset("signature signed signs calls".split())
_PAYS = frozenset("refund refunds refunded repaid paid replacement parcel".split())
_CALLS_OUT = frozenset(
    "hi hello hey dear hola bonjour hallo liebe lieber sehr estimado estimada querido querida ciao cher chère merhaba "
    "good".split()
)
_POSSESSIVE = frozenset("hers her his theirs sister's brother's mother's sister brother mother".split())


def titled(text: str, words: tuple[str, ...], at: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int, int]]:
    """Titles before a capital word: the number of the word, where the title begins and where the name ends."""
    for here, word in enumerate(words[:-1]):
        if word in TITLES and all(text[at[n][0]].isupper() for n in (here, here + 1)):
            if word in _WEAK and (here == 0 or len(words[here + 1]) < 3):
                continue
            yield here, at[here][0], at[here + 1][1]


def first_named(
    text: str,
    words: tuple[str, ...],
    at: tuple[tuple[int, int], ...],
    names: list[int],
    buyers: list[int],
    orders: list[int],
) -> Iterator[Named]:
    """First names in the role of a buyer; `names` and `buyers` are numbers of words, `orders` ends of order numbers."""
    for here in names:
        first, last = at[here]
        if not text[first].isupper() or text[first:last].isupper():
            continue
        before, behind = words[max(0, here - 3) : here], words[here + 1 : here + 7]
        if before[-1:] == ("by",):
            continue
        if here + 1 < len(words) and text[at[here + 1][0]].isupper() and at[here + 1][0] == last + 1:
            last, behind = at[here + 1][1], words[here + 2 : here + 7]
        told = {*before[-2:]} & _CALLED_SO and bool(buyers)
        beside = any(number in (here - 1, here - 2) for number in buyers) or any(
            here < number <= here + 4 and (text[last] in ",(" or text[last : last + 2] == " (") for number in buyers
        )
        given = bool(before) and before[-1] in _TO_PERSON
        sent = (
            before[-1:] != ()
            and before[-1] in _TO
            and not _SENT.isdisjoint(words[:here])
            and _PAPERS.isdisjoint(words[:here])
            and (behind[:1] in (("in",), ("from",)) or not _NEW.isdisjoint(words[:here]))
        )
        ordered = (before[-1:] != () and before[-1] in _OF and not _WHAT_BUYERS_SEND.isdisjoint(words[max(0, here - 4) : here])) or (
            any(0 <= first - end <= 5 for end in orders) and text[first - 1] in "( "
        )
        got = (behind[:1] and behind[0] in _HAS_GOT) or (
            len(behind) > 1 and behind[0] in _WAS and not _GIVEN.isdisjoint(behind[1:3])
        )
        if told or beside or given or sent or ordered or got:
            yield Named("receiver", first, last)
