"""Whose is a name? First everyone of the seller's and of the trade in the whole letter, then who is left.

A name is a row of words in capitals. Its bearer is one of the seller's, or of the trade, who acts anywhere in the
letter, has a role or a firm, or signs; whoever is left and stands beside an order, or is given what buyers are given,
bought.
"""

from __future__ import annotations

from amends.review.language.classes import members
from amends.review.letter import parts
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

TITLES = frozenset(
    "mr mrs ms miss mister mstr master madam madame mme mlle mlles messrs sr sra srta senor señor señora senhor "
    "senhora herr herrn frau fräulein familie family dr prof professor pan pani państwo bay bayan sayın bey hanım "
    "sig signor signora monsieur m don doña shri smt sri sir lady lord rev father sister ông bà anh chị cô abu "
    "umm sheikh hr fam müşteri".split()
)
# Titles that are words of other meaning too stand before a capital only, and never first.
_WEAK = frozenset("m master sir lady father sister family pan don bay cô anh bà ông chị".split())
# Who they are: what a person does for the seller or for another firm.
ROLES = frozenset(
    "supplier suppliers manufacturer maker factory lab laboratory testlab landlord accountant lawyer attorney "
    "counsel carrier courier driver wholesaler editor lead leader manager administrator purchasing clerk "
    "compliance quality notary distributor warehouse office owner proprietor director employee contact exhibitor "
    "inspector agency auditor bookkeeper officer hotline publisher author photographer designer licensor trainer "
    "translator consultant licence license artist witness tenant tenancy landlady trustee shareholder member "
    "analyst specialist coordinator planner controller engineer chemist technician supervisor treasurer founder "
    "partner president ceo chief executive head representative agent packer picker storeman storekeeper assistant "
    "secretary accounts accounting dispatch service finance shop logistics support sales operator colleague "
    "daughter's team staff desk worker foreman apprentice trainee solicitor paralegal banker doctor pharmacist "
    "dentist jeweller baker cook developer programmer webmaster bookbinder smith weaver dyer printer luthier "
    "gardener beekeeper quality-control user users administrator's deputy substitute seller company brand "
    "rights-holder complainant-firm interpreter advisor adviser broker forwarder".split()
)
_PARTICLES = frozenset("de del da dos das van von der den bin ibn al el la le di du af av y e".split())
_FIRMS = frozenset(
    "llc ltd gmbh inc amazon service services team support fba messaging central wholesale supply trading "
    "protection centre center club card group co studio studios agency product products review reviews policy "
    "policies data design designs images media brands foods records code messages returns feedback satisfaction "
    "experience relations health account notice removal order orders asin asins listing seller corrective "
    "preventive root sl srl sa bv ag kg business january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday north south east west new "
    "street road lane christmas easter germany england france spain italy poland turkey india china uk usa eu "
    "iban vat sku upc ean pdf id exhibit annex invoice lot prime vine action plan cause measures actions "
    "transparency haus nr montag dienstag mittwoch donnerstag freitag samstag sonntag item items shipping total "
    "sum tax fee postage visa".split()
)
_COMPANIES = frozenset(
    "llc ltd gmbh inc lab labs laboratory laboratories institute university wholesale trading supply sl srl sa "
    "bv ag kg".split()
)
# What buyers do, and what is done to them.
_BUYS = frozenset(
    "got gets receives received bought ordered complained wrote writes claims claimed returned opened paid "
    "swallowed lives living asked purchased kept complains complain recibe reported".split()
)
_WAS = frozenset("was were is has had have been gets are being".split())
_GIVEN = frozenset(
    "refunded repaid reimbursed compensated credited reached called phoned told paid received visited informed "
    "buyer customer".split()
)
_GIVES = frozenset(
    "sorry refunded repaid reimbursed compensated called phoned rang texted visited apologised apologized refund "
    "refunds replacement credited resent re-sent money".split()
)
_OF_HERS = frozenset(
    "complaint claim review return order purchase message refund parcel package call mail talk chat signature sender "
    "home request wish behalf replacement label receiver recipient reviewer".split()
)
_TO = frozenset("to for of from with by sender is one a certain the some now".split())
_GOODS_LEFT = frozenset(
    "sent shipped mailed posted delivered dispatched went go goes gone brought forwarded couriered gave given "
    "handed exchanged replaced replacement stuck".split()
)
_PAPERS = frozenset(
    "letter letters e-mails request requests statement undertaking declaration samples sample invoice invoices "
    "question access task training role rights duty shift job folder report reports contract form list trained "
    "interviewed sheet listing listings notice comparison".split()
)
_BOUGHT_BY = frozenset("bought ordered received returned collected complained".split())
_DESKS = frozenset("service services support care relations desk team".split())
KIN = frozenset(
    "son daughter husband wife mother father sister brother child baby kid nephew niece grandson granddaughter "
    "friend neighbour neighbor boy girl lady gentleman pensioner".split()
)
_GREETS = frozenset(
    "hi hello hey dear hola bonjour hallo liebe lieber estimado estimada querido ciao cher chère".split()
)
_SMALL, _PAIR = 2, 2


_LOWER_TITLES = tuple((word,) for word in ("anh", "chị", "ông", "bà", "cô", "herr", "frau", "pan", "pani", "familie"))


class Name(NamedTuple):
    """A row of words in capitals: its first word and the one behind its last, and whether it is surely a person's."""

    first: int
    last: int
    sure: bool
    titled: bool


_PLACES = (("in",), ("at",), ("near",))


class Row(NamedTuple):
    """Words that are read together, with the place of each, the first names among them, and their part."""

    text: str
    words: tuple[str, ...]
    at: tuple[tuple[int, int], ...]
    given: frozenset[int]
    part: str


def row(text: str, statements: Sequence[Statement]) -> Row:
    """The words of statements that belong together."""
    words: tuple[str, ...] = ()
    at: tuple[tuple[int, int], ...] = ()
    given: set[int] = set()
    for statement in statements:
        given.update(len(words) + spot.first for spot in senses(statement).of("given-name"))
        words, at = words + statement.words, at + statement.at
    return Row(text, words, at, frozenset(given), statements[0].part)


def names(told: Row) -> list[Name]:
    """The names of persons in a row of words: none with a word of a firm, a month or the trade in it."""
    text, words, at = told.text, told.words, told.at
    found, here = [], 0
    while here < len(words):
        if not _capital(told, here):
            here += 1
            continue
        behind = here + 1
        while behind < len(words) and _joined(told, behind):
            behind += 1
        while words[behind - 1] in _PARTICLES and behind - 1 > here:
            behind -= 1
        found.append((here, behind))
        here = behind
    return [name for first, last in found if (name := _name(text, words, at, told.given, first, last)) is not None]


def _capital(told: Row, number: int) -> bool:
    first, last = told.at[number]
    sign = told.text[first : first + 1]
    return sign.isalpha() and not sign.islower() and "\0" not in told.words[number] and last > first


def _joined(told: Row, number: int) -> bool:
    """Whether a word goes on with the name before it: in a capital, or a particle before a capital."""
    gap = told.text[told.at[number - 1][1] : told.at[number][0]]
    short = told.at[number - 1][1] - told.at[number - 1][0] <= _SMALL or told.words[number - 1] in TITLES
    if gap != " " and not (gap in (". ", ".") and short):
        return False
    if _capital(told, number):
        return True
    return told.words[number] in _PARTICLES and number + 1 < len(told.words) and _capital(told, number + 1)


def _name(
    text: str, words: tuple[str, ...], at: tuple[tuple[int, int], ...], given: frozenset[int], first: int, last: int
) -> Name | None:
    title = next(
        (n for n in range(first, last - 1) if words[n] in TITLES and not (words[n] in _WEAK and n == first == 0)), None
    )
    if words[first] in _GREETS and last - first > 1:
        first += 1
    if title is not None:
        first = title
    elif first == 0 and first not in given and last - first > 1 and len(words[0]) > _SMALL:
        first += 1
    if last - first > 1 and words[last - 1] == "i":
        last -= 1
    row = words[first:last]
    if not _FIRMS.isdisjoint(row) or (title is None and not ROLES.isdisjoint(row)):
        return None
    loud = [text[at[n][0] : at[n][1]].isupper() and len(words[n]) > _SMALL for n in range(first, last)]
    if all(loud) or (any(loud) and title is None):
        return None
    initial = last - first > 1 and len(words[first]) <= _SMALL and text[at[first][1] : at[first][1] + 1] == "."
    known = any(n in given for n in range(first, last))
    titled = title is not None or words[first - 1 : first] in _LOWER_TITLES
    if last - first == 1 and not (titled or known) and at[first][1] - at[first][0] <= _SMALL and words[first].isascii():
        return None
    return Name(first, last, titled or initial or known, titled)


def own_people(draft: Draft) -> frozenset[str]:
    """The words of the names of everyone who acts, has a role or a firm, or signs anywhere in the letter."""
    if "own people" not in draft.memo:
        known: set[str] = set()
        for statement in draft.statements:
            told = row(draft.text, [statement])
            buyers = not members("@buyer").isdisjoint(told.words)
            for name in names(told):
                own = statement.part == parts.SIGNATURE or (statement.part == parts.MEASURES and not buyers)
                if own or _of_the_trade(told, name):
                    known.update(word for word in told.words[name.first : name.last] if word not in TITLES)
        draft.memo["own people"] = frozenset(word for word in known if len(word) > _SMALL)
    return cast("frozenset[str]", draft.memo["own people"])


def _of_the_trade(told: Row, name: Name) -> bool:
    """Whether a sentence shows by itself that somebody is no buyer: who acts, has a role, or belongs to a firm."""
    words, text = told.words, told.text
    before, behind = words[max(0, name.first - 4) : name.first], words[name.last : name.last + 6]
    if before[-1:] == ("by",):
        return (_BOUGHT_BY | _OF_HERS).isdisjoint(before[-3:-1]) and before[-3:-1] != ("signed", "for")
    buyers = members("@buyer")
    if not ROLES.isdisjoint(before[-1:]) or before[-2:] == ("contact", "person"):
        return True
    if not {"our", "my"}.isdisjoint(before) and buyers.isdisjoint(before) and KIN.isdisjoint(before):
        return not any(word in _TO or word in _GIVES or _does(word) for word in before[-2:])
    if not behind:
        return False
    mark = text[told.at[name.last - 1][1] : told.at[name.last][0]]
    if "," in mark and behind[0] == "who":
        return len(behind) > 1 and _does(behind[1]) and not _bought(behind[1:])
    if "(" in mark or "," in mark or "|" in mark:
        desk = behind[1:2] and behind[1] in _DESKS
        return bool(desk) or (not ROLES.isdisjoint(behind[:4]) and buyers.isdisjoint(behind[:4]) and behind[0] != "by")
    if behind[0] in ("of", "from", "at", "in") and mark == " ":
        ours = behind[1:2] in (("our",), ("the",), ("my",))
        there = told.text[told.at[name.last + 1][0]].isupper() if name.last + 1 < len(words) else False
        firm = not (ROLES | _COMPANIES).isdisjoint(behind[1:2]) or not _COMPANIES.isdisjoint(behind[2:4])
        return firm or (ours and not ROLES.isdisjoint(behind[1:4])) or (behind[0] == "at" and there)
    if behind[0] == "and":
        return len(behind) > 2 and any(_does(word) for word in behind[2:5]) and not _bought(behind[2:])
    return mark == " " and (_does(behind[0]) or (behind[0].endswith("ly") and _does(behind[1]))) and not _bought(behind)


_DID = frozenset(
    "sent gave took put made found told kept led held ran cut set read saw did sold swore spoke threw then now "
    "also brought met drove drew struck left chose has".split()
)


def _does(word: str) -> bool:
    return word not in _WAS and (word in _DID or (word.endswith(("ed", "s")) and len(word) > 3))


def _bought(behind: tuple[str, ...]) -> bool:
    return behind[0] in _BUYS or (behind[0] in _WAS and not (_GIVEN | _BUYS).isdisjoint(behind[1:9]))


def buyers_named(
    draft: Draft, told: Row, orders: Sequence[tuple[int, int]], reached: bool
) -> Iterator[tuple[int, int]]:
    """Where the names of those stand who bought: beside an order or a buyer, given what buyers get, greeted.

    `reached` tells whether an address or number of somebody outside of the trade stands among the words.
    """
    found = names(told)
    if not found:
        return
    listed = _listed(told, found)
    measure = told.part == parts.MEASURES and not orders
    for at, name in enumerate(found):
        if not name.titled and (measure or told.words[name.first - 1 : name.first] in _PLACES):
            continue
        # A single word may be anything; what stands beside it has to make it a person's name.
        alone = name.last - name.first == 1
        beside = at in listed or (reached and name.titled) or _beside(told, name, orders)
        if not (beside or ((name.sure or not alone) and _is_given(told, name))):
            continue
        if _of_the_trade(told, name) and at not in listed:
            continue
        own = own_people(draft)
        if not own.isdisjoint(told.words[name.first : name.last]):
            continue
        yield told.at[name.first][0], told.at[name.last - 1][1]


def _listed(told: Row, found: Sequence[Name]) -> frozenset[int]:
    """Names in a row of refunds or orders, each with its sum or its day: "Kessler 19.50; Abiola 24.00"."""
    if _ABOUT_LISTS.isdisjoint(told.words):
        return frozenset()
    kept = []
    for at, name in enumerate(found):
        end = told.at[name.last - 1][1]
        figure = told.text[end : end + _FIGURE].lstrip(" (,:").split(" ")[0].rstrip(",;).")
        money = figure[-3:-2] in (".", ",") and figure[-2:].isdigit()
        if figure[:1].isdigit() and (name.sure or (money and name.last - name.first == 1)):
            kept.append(at)
    return frozenset(kept) if len(kept) >= _SMALL else frozenset()


_FIGURE = 14
_ABOUT_LISTS = frozenset("refund refunds refunded orders paid repaid parcels complaints returns buyers".split())


def _beside(told: Row, name: Name, orders: Sequence[tuple[int, int]]) -> bool:
    """Whether a name stands right beside the word for a buyer, an order's number, a kinship or a greeting."""
    words, text = told.words, told.text
    start, end = told.at[name.first][0], told.at[name.last - 1][1]
    for first, last in orders:
        if 0 <= start - last <= _NEAR and not any(mark in text[last:start] for mark in ".;\n"):
            return name.sure or name.last - name.first == _PAIR
        if 0 <= first - end <= _NEAR + 6 and not any(mark in text[end:first] for mark in ".;\n"):
            return name.sure or name.last - name.first > 1
    before = words[max(0, name.first - 3) : name.first]
    behind = words[name.last : name.last + 4]
    if words[name.last - 1].endswith(("'s", "’s")) and behind and behind[0] in _OF_HERS:
        return name.sure or name.last - name.first == _PAIR
    buyers = members("@buyer")
    gap = text[told.at[name.first - 1][1] : start] if before else ""
    for back, word in enumerate(reversed(before)):
        between = before[len(before) - back :]
        if word in buyers and _BETWEEN.issuperset(between) and gap.rstrip("\"'“‘") in (" ", ", ", " (", ": ", ". "):
            ours = before[: len(before) - back - 1][-1:] in (("our",), ("my",)) and word in ("buyer", "client")
            place = between[-1:] in (("of",), ("a",), ("the",)) and not name.sure
            alone = name.last - name.first == 1 and not name.sure
            return not ours and not place and not (alone and (between or word.endswith("s") or "." in gap))
        if word in KIN and not between and gap in (" ", ", ", " ("):
            return name.sure and not (buyers | _ORDERS).isdisjoint(words)
    if name.sure and text[end : end + 1] == "," and not buyers.isdisjoint(behind):
        return name.titled or behind[0] in ("the", "a", "an")
    if not before:
        return False
    if gap == " (" and (before[-1] in _HERS or before[-1].removesuffix("'s") in KIN):
        return True
    if before[-1] in _WHO_WROTE:
        return name.sure or name.last - name.first > 1
    if before[-1] in _GREETS or words[name.first - 1] in _GREETS:
        quoted = told.at[name.first - 1][0]
        return text[max(0, quoted - 1) : quoted] in _QUOTES
    said = 2 if before[-2:] == ("i", "am") else 3 if before[-3:] == ("my", "name", "is") else 0
    quoted = told.at[name.first - said][0]
    return bool(said) and text[max(0, quoted - 1) : quoted] in _QUOTES


_QUOTES = tuple("'\"‘“„")
_HERS = frozenset("hers theirs".split())
_SPOKE = frozenset("spoke spoken talked corresponded".split())
_WHO_WROTE = frozenset("sender recipient reviewer complainant".split())
_NEAR = 8
_BETWEEN = frozenset("named called name is was one a the by of certain mr who".split())
_ORDERS = frozenset("order orders parcel refund refunded bought purchase buyer customer review lamp set".split())


def _is_given(told: Row, name: Name) -> bool:
    """Whether something is given or done to a person that is done to buyers, or the person does what they do."""
    words = told.words
    before, behind = words[max(0, name.first - 5) : name.first], words[name.last : name.last + 9]
    mark = told.text[told.at[name.last - 1][1] : told.at[name.last - 1][1] + 1]
    if behind and name.sure and _bought(behind) and (mark == " " or (mark == "," and name.titled)):
        return True
    if behind[:1] in _FROM and not (_GIVEN | _BUYS).isdisjoint(behind[1:9]):
        return name.titled or (name.sure and not (_ORDERS | _GIVES).isdisjoint(words))
    if name.titled and not (members("@buyer") | KIN).isdisjoint(words):
        return True
    if not before:
        return False
    if name.titled and not _SPOKE.isdisjoint(before) and not _ORDERS.isdisjoint(words):
        return True
    if before[-1] in _GIVES and before[-1] != "money" and told.text[told.at[name.first][0] - 2] not in ":;,.":
        return name.sure or name.last - name.first > 1
    whose = before[-1] in ("of", "from", "with", "by", "for")
    deeds = _GIVES | _OF_HERS | _BOUGHT_BY if before[-1] == "by" else _GIVES | _OF_HERS
    if before[-1] in _TO and not deeds.isdisjoint(before[-4:-1]):
        return name.sure or (name.last - name.first > 1 and whose and not _OF_HERS.isdisjoint(before[-2:-1]))
    done = words[: name.first]
    return (
        name.sure
        and before[-1] in ("to", "for")
        and not _GOODS_LEFT.isdisjoint(done)
        and (_PAPERS | _STOCK).isdisjoint(done)
        and {"our", "my"}.isdisjoint(before)
    )


# Goods in number go to a laboratory or a warehouse.
_STOCK = frozenset("units samples pieces stock cartons pallets".split())
_FROM = (("from",), ("of",), ("in",), ("at",))
