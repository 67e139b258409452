"""Persons that a sentence names as the one who bought, was refunded, was written to or got the parcel.

A name is two words or more in capitals, or one behind a title; what makes its bearer a buyer is the word beside it: an
order number, a verb of giving back before it, a verb of getting behind it, a greeting in a quoted answer.
"""

from __future__ import annotations

from amends.review.meaning.particulars import form, stands
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BUYERS = tuple(
    "customer customers buyer buyers client clients purchaser shopper consumer recipient complainant".split()
)
TITLES = frozenset(
    "mr mrs ms miss mister mstr master madam madame mme mlle mlles messrs sr sra srta senor señor señora sen"
    "hor senhora "
    "herr herrn frau fräulein familie family dr prof professor pan pani państwo bay bayan sayın bey hanım sig signor "
    "signora monsieur m don doña shri smt sri sir lady lord rev father sister ông bà anh chị cô abu umm shei"
    "kh hr fam müşteri monsieur".split()
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
# Who is told so is a stranger to the seller.
_A_CERTAIN = r"\b(?:[Oo]ne|[Aa] certain|[Ss]ome|request of(?: one)?|wish of|behalf of) (" + _NAME + r")"
_SAYS = r"(?:['\"‘“]|: ?)(?:I am|I'm|[Mm]y name is|[Tt]his is) ([A-ZÀ-Þ][a-zà-þ]{2,20})"
_RECEIVED_BY = (
    r"(?i:\b(?:signature of (?:the )?(?:receiver|recipient|buyer|customer)|receiver|received by|signed(?: for)? by|"
    r"accepted by|returned by|back (?:[^.;\n]{1,30} )?from)):? ([A-Z]\. ?[A-ZÀ-Þ][\w'’-]{2,20})"
)
_IN_BRACKETS = rf"(?i:\b(?:{'|'.join(BUYERS)})) \((" + _CAPITAL_NAME + r")[,)]"
_SIGNED = (
    r"(?i:\b(?:signature|signed(?: for)?(?: by| as)?|signs as|calls (?:her"
    r"|him)self)) ['\"“‘]([A-ZÀ-Þ][^'\"”’\n]{1,30})['\"”’]"
)
_SURNAME_FIRST = (
    r"(?i:\brefund(?:s|ed)?\b|\brepaid\b|\bpaid\b|\breplacement\b|\bparcel\b)[^.;\n]{0,40}?(?: to |, |: )"
    r"([A-Z]{3,20}, [A-Z][A-Za-z]{1,20}|[A-Z][a-zà-þ]{3,20} [A-Z]\.)(?=[,;( ])"
)
_KIN_OF = (
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Bb]uyer's|[Cc]ustomer's|[Cc]lient's) (?:\w+ )?(?:son|daughter|husband"
    r"|wife|mother|father|sister"
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
    r"(?:,? (?:named|called|by the name of)|,)? ([A-ZÀ-Þ][a-zà-þ’'-]{2,20})(?=,| (?:from|in|of|had|has|was"
    r"|wrote|complained|"
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
    r"(?i:refunded(?: to)?|refunds? (?:to|for)|money back (?:to|for)|replacement (?:to|for)|compensated"
    r"|repaid|reimbursed"
    r"|credited(?: to)?|bought by|signed for by|collected by"
    r"|ordered by|parcel (?:to|for|of)|package (?:to|for|of)|home of|e\.g\.|\d of|paid (?:\w{1,20} ){0,3}to"
    r"|lamp to|unit to"
    rf"|item to|apologi[sz]ed to) [\"“]?{_TITLED}("
    + _NAME
    + r")(?=,|\"|”| from| in| of| and| who| for| on| with| [(\d$€£]|\.)"
)
# "Abu Khalid from Sharjah, mobile 050 000 7781, was repaid."
_WAS_GIVEN = (
    r"(?<!by )("
    + _NAME
    + r")(?: (?:from|of|in) [A-Z]\w+)?(?:,[^,;.\n]{2,40}){0,3},? (?:was|were|has been|had been|is|got) "
    r"(?:\w+ )?(?:refunded|repaid|reimbursed|compensated|credited)"
)
# In the answer that was sent: "'Hi Gwendolyn'".
_GREETED = (
    r"['\"‘“„](?:Hi|Hello|Hey|Dear|Hola|Bonjour|Hallo|Liebe[rs]?|Sehr geehrter? (?:Herr|Frau)|Estimad[oa]"
    r"|Querid[oa]|Ciao|Cher|"
    r"Chère|Merhaba|Good (?:morning|day|evening)),? ((?:M[rs]{1,2}s?\.? )?(?!Amazon|Seller|Customer|Buyer"
    r"|Team|Sir|Madam|Valued|All|"
    r"Friend|There)[A-ZÀ-Þ][\w’'-]{1,20})"
)
_HERS = (
    r"\b(?:[Hh]ers?|[Hh]is|[Tt]heirs?|(?:sister|brother|mother|father|husband|wife|daughter"
    r"|son)'s) \(([A-Z][a-z]+), [A-Z]"
)


# "J. Marsh 19.90, P. Olsen 24.00": a list of who got how much.
_PAID_LIST = (
    r"([A-Z]\. ?[A-ZÀ-Þ][\w'’-]{2,20}),? (?:[A-Z$€£]{1,3} ?)?\d{1,4}[.,]\d\d(?: [A-Z]{3}"
    r"|€)?[,;] (?:and )?[A-Z]\. ?[A-ZÀ-Þ]"
)
# Behind a name, what is said of one who buys; before it, what is done to one.
_HAS_GOT = frozenset(
    "got gets receives received bought ordered complained wrote writes claims claimed returned opened paid swallowed "
    "lives living asked had".split()
)
_WAS = frozenset("was were is has had been gets are".split())
_GIVEN = frozenset(
    "refunded repaid reimbursed compensated credited sent given offered reached called phoned told paid received "
    "visited informed".split()
)
_TO = frozenset("to for with".split())
_TO_PERSON = frozenset("refunded repaid reimbursed compensated called phoned rang texted visited met paid".split())
# What sellers do: who stands before such a verb is one of theirs.
_DID = frozenset(
    "sent gave took put made found told kept wrote led held ran cut set read saw did sold swore spoke threw "
    "then now also".split()
)
_PAPERS = frozenset(
    "letter letters e-mails emails request requests statement undertaking declaration samples "
    "sample invoice invoices question notice access task training role rights duty shift job folder report reports "
    "contract form list trained interviewed sheet file files listing listings".split()
)
_GOODS_LEFT = frozenset(
    "sent shipped mailed posted delivered dispatched went go goes gone brought forwarded couriered gave given handed "
    "exchanged replaced new replacement right correct proper note card voucher apology".split()
)
_DEPARTMENTS = frozenset(
    "accounts accounting dispatch service warehouse finance purchasing shop logistics support sales quality owner "
    "operator packer picker director lead leader manager assistant agent clerk editor".split()
)


class Named(NamedTuple):
    """A person named: how (by a word for buyers, or beside an order) and where the name stands."""

    how: str
    start: int
    end: int


def named(text: str, low: str, start: int, end: int, words: frozenset[str]) -> Iterator[Named]:
    """The persons that stand between two places of a letter in the role of a buyer."""
    asked = [("name", _NAMED), ("name", _ONE_NAME), ("name", _IN_BRACKETS)] if stands(BUYERS, low, start, end) else []
    if stands(_GIVING, low, start, end) or form(_NUMBER_OF).search(low, start, end):
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
        asked += [("name", _SIGNED), ("receiver", _RECEIVED_BY)]
    if not _STRANGE.isdisjoint(words):
        asked.append(("name", _A_CERTAIN))
    if "am" in words or "name" in words:
        asked.append(("greeted", _SAYS))
    if not _PAYS.isdisjoint(words):
        asked.append(("receiver", _SURNAME_FIRST))
    for how, written in asked:
        for match in form(written).finditer(text, start, end):
            yield Named(how, *match.span(1))


_KIN = frozenset(
    "son daughter husband wife mother father sister brother child baby kid nephew niece grandson granddaughter friend "
    "neighbour neighbor".split()
)
_SIGNS = frozenset("signature signed signs calls receiver received accepted returned back".split())
_STRANGE = frozenset("one certain some request wish behalf".split())
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


# Two words in capitals within a sentence, where the sentence is about one buyer.
_PAIR = (
    r"(?<=[a-z,(:;] )(?<!by )(?<!the )(?<!our )(?<!at )(?<!on )(?<!in )([A-ZÀ-Þ][a-zà-þ'’-]{2,20}) [A-ZÀ"
    r"-Þ][a-zà-þ'’-]{2,20}(?! ?[A-Z\w])"
)


def pairs(text: str, start: int, end: int, at: tuple[tuple[int, int], ...]) -> list[int]:
    """The numbers of the words with which what may be a name of two words begins."""
    begun = {match.start(1) for match in form(_PAIR).finditer(text, start, end)}
    return [number for number, (first, _) in enumerate(at) if first in begun] if begun else []


class Told(NamedTuple):
    """The words of some statements, where each stands, which of them are first names, and which speak of a buyer."""

    words: tuple[str, ...]
    at: tuple[tuple[int, int], ...]
    names: list[int]
    buyers: list[int]
    orders: list[int]
    certain: bool


def first_named(text: str, told: Told) -> Iterator[Named]:
    """First names in the role of a buyer. Who acts, or is told by a department, is one of the seller's."""
    words, at = told.words, told.at
    for here in told.names:
        first, last = at[here]
        if not text[first].isupper() or text[first:last].isupper() or "by" in words[max(0, here - 3) : here]:
            continue
        behind = words[here + 1 : here + 10]
        while behind and here + 1 < len(words) and text[at[here + 1][0]].isupper() and at[here + 1][0] == last + 1:
            here, last, behind = here + 1, at[here + 1][1], words[here + 2 : here + 11]
        before = words[max(0, here - 5) : here]
        if not _acts(text, first, last, behind) and (
            told.certain or _is_given(text, told, before, behind, here, first)
        ):
            yield Named("receiver", first, last)


def _acts(text: str, first: int, last: int, behind: tuple[str, ...]) -> bool:
    """Whether a person does what the seller's people do, or belongs to one of the seller's departments."""
    if not behind:
        return False
    if text[last : last + 1] in (",", "") or text[last : last + 2] == " (":
        return not _DEPARTMENTS.isdisjoint(behind[:3])
    if behind[0] in ("of", "from", "at") and behind[1:2] in (("our",), ("my",), ("the",)):
        return True
    verb = behind[0] if behind[0] != "and" else behind[min(3, len(behind) - 1)]
    if verb in _HAS_GOT or (behind[0] in _WAS and not _GIVEN.isdisjoint(behind[1:9])):
        return False
    return verb in _DID or (
        verb.endswith(("ed", "s")) and text[last : last + 1] == " " and verb not in ("was", "has", "as")
    )


def _is_given(text: str, told: Told, before: tuple[str, ...], behind: tuple[str, ...], here: int, first: int) -> bool:
    """Whether something is given or done to a person, or what the person does is what buyers do."""
    if any(abs(number - here) <= 4 for number in told.buyers):
        return True
    if any(0 <= first - end <= 5 for end in told.orders):
        return True
    if not _HAS_GOT.isdisjoint(behind[:2]) or (behind and behind[0] in _WAS and not _GIVEN.isdisjoint(behind[1:9])):
        return True
    if not before:
        return False
    done = told.words[:here]
    return not _TO_PERSON.isdisjoint(before[-2:]) or (
        not _TO.isdisjoint(before[-2:]) and not _GOODS_LEFT.isdisjoint(done) and _PAPERS.isdisjoint(done)
    )
