"""Buyers' personal data in a statement: whose the names, addresses and numbers are that stand in it.

A name alone is nobody's data: the letter also names its packers, its supplier, its laboratory. What counts is a
personal particular in a statement about a buyer, or several that only a private person has (a courtesy title with a
home address and a telephone number). Where a statement speaks of a buyer and of somebody of the trade, a particular
belongs to the one named last before it.
"""

from __future__ import annotations

from amends.review.language.classes import members
from amends.review.language.words import MASKED
from amends.review.letter import parts
from amends.review.meaning.particulars import MAIL, STREET, Datum, form, particulars
from amends.review.meaning.persons import BUYERS, TITLES, Named, Told, first_named, named, pairs, titled
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_LONGEST = 3000
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof tel t mob ph no nr st str ul al os apt sr sra srta m mm mme th j a b c d e f g h k l n p r s w "
    "fam hr fr inc".split()
)
_ERASED = frozenset("deleted anonymised anonymized erased".split())
_ABOUT = frozenset(
    "bought ordered refunded refund refunds repaid reimbursed reimbursement compensated compensation replacement "
    "replaced complained complains returned lady gentleman order orders parcel package ratings review whatsapp "
    "credited exchanged pensioner patient nurse man woman husband wife neighbour neighbor money voucher apol"
    "ogy resent reshipped gift "
    "reviewer son daughter child".split()
)
# Nobody buys as a father of five, but a mother who was phoned did.
_KIN = frozenset("parents parent mother father widow grandmother grandfather nurse pensioner patient".split())
_REACHED = frozenset("phoned called rang texted telephoned visited told informed warned written wrote mailed".split())
_TRADE = frozenset(
    "supplier suppliers manufacturer maker factory lab laboratory testlab landlord accountant lawyer attorney carrier "
    "courier wholesaler editor lead manager administrator purchasing clerk compliance quality "
    "distributor notary warehouse office owner proprietor director cousin employee employees contact exhibitor "
    "inspector factory agency auditor bookkeeper officer hotline publisher author owner's brand photographer"
    " designer licensor trainer translator consultant licence license fee lawyer notary artist witness tenan"
    "t tenancy landlady trustee shareholder member analyst specialist coordinator planner controller enginee"
    "r chemist technician supervisor treasurer founder partner president ceo chief executive representative".split()
)
_DESKS = frozenset((word,) for word in ("service", "services", "support", "care", "relations", "desk", "team"))
# The buyer on a supplier's invoice is the seller.
_NAMED_ON, _BILLS = (("on",), ("of",), ("in",)), frozenset("invoice invoices bill bills".split())
_RECEIVES = frozenset("ship-to shipto recipient delivery addressee consignee".split())
_TELLS = frozenset(
    "cpf ssn birthday birthdate passport facebook instagram tiktok iban dni nif nie pesel aadhaar visa "
    "mastercard".split()
)
_FIRMS = frozenset(
    "llc ltd gmbh inc amazon service services team support fba messaging central wholesale supply trading "
    "protection centre center club card group co studio studios agency product products review reviews policy policies "
    "data design designs images media brands foods records code messages returns feedback satisfaction experience "
    "relations health account notice removal order orders asin asins listing seller corrective preventive root "
    "sl srl sa bv ag kg".split()
)
_OURS = (
    r"(?i:\b(?:our|my) (?:\w+ )?(?:address|warehouse|office|shop|store|company|firm|home|house|garage|studio|place"
    r"|premises)|\b(?:warehouse|office|supplier|laboratory|headquarters)\b)"
)
# Goods that went to a street went to somebody's home, unless it is the trade's.
_WENT_TO = (
    r"(?i:\b(?:shipped|sent|delivered|posted|mailed|dispatched|forwarded|couriered|went|going|driven|brought|residing"
    r"|living|lives|resident)\b[^.;\n]{0,60}?(?:\bto|\bat)\b[^.;\n]{0,12}$)"
)
_STOCK = frozenset(
    "cartons carton pallet pallets stock inventory fba warehouse lab laboratory samples sample factory supplier maker "
    "office recycler recycling disposal".split()
)
# "Our purchaser, Ray Dunn" is one of the seller's people.
_OUR_OWN = r"(?i:\b(?:our|my) (?:\w+ )?(?:purchaser|buyer|client|recipient),? $)"
# "Our content editor, Ms. Tereza Havlová", "Mrs Brodersen, purchasing": said once, it is known below.
_OWN_PEOPLE = r"\b(?:[Oo]ur|[Mm]y) (?:\b(?:Mr|Mrs|Ms|Dr|Ing)\.|[^.;:\n]){0,90}"
_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{2,20}"
_DOES = (
    r"\bby (?:[A-ZÀ-Þ][\w'’.-]{1,20} ?){1,3}"
    r"|(?:[A-ZÀ-Þ][\w'’.-]{1,20} ){1,4}(?:and (?:[A-ZÀ-Þ][\w'’.-]{1,20} ){1,3})?(?:\([^)\n]{1,60}\),? )?(?:["
    r"a-z]+ly )?(?!is |was |has |as |this )[a-z]{2,14}s\b"
    r"|(?:[A-ZÀ-Þ][\w'’.-]{1,20} ){1,4}(?:and (?:[A-ZÀ-Þ][\w'’.-]{1,20} ){1,3})(?:[a-z]{2,14})\b"
)
_OWN_PLACE = (
    r"\b(?:[Oo]ur|[Mm]y|[Tt]he company's) (?:\w+ ){0,2}"
    r"(?:lease|tenancy|address|warehouse|office|premises|shop|store|unit|company)\b"
    r"|\b(?:[Ww]e|I) (?:rent|rented|lease|leased|moved to|moved into|work from|trade from)\b"
)


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


def _abbreviated(statement: Statement) -> bool:
    """Whether the full stop may only end a word such as "Mr." or "tel."."""
    return statement.words[-1] in _ABBREVIATIONS


def _first(draft: Draft, together: list[Statement]) -> Datum | None:
    """The first particular of statements that a full stop behind an abbreviation ("Mr.") may have parted."""
    about = _About(draft, together)
    if not about.anybody or (not about.buyer and not about.orders and not _WITNESS.isdisjoint(about.words)):
        return None
    found = sorted(_data(draft, about), key=lambda datum: datum.start)
    if not found or (not about.buyer and not about.theirs and "from" in about.words):
        return None
    certain = [datum for datum in found if datum.what in ("greeted", "sent-to", "handle")]
    several = len({datum.what for datum in found} - {"sent-to"}) > 1
    receivers = [datum for datum in found if datum.what == "receiver"]
    if (about.orders or about.receiver or receivers) and receivers and not (about.buyer or several):
        return receivers[0]
    if about.buyer or several or (about.order and about.theirs):
        return found[0]
    return certain[0] if certain else None


class _About:
    """Of whom some statements speak: of a buyer, of an order and what came of it, of somebody of the trade."""

    def __init__(self, draft: Draft, together: list[Statement]) -> None:
        self.row: tuple[str, ...] = together[0].words
        self.at = together[0].at
        for statement in together[1:]:
            self.row, self.at = self.row + statement.words, self.at + statement.at
        if draft.text.find("@", together[0].start, together[-1].end) >= 0:
            # The "orders" of orders@… are no orders.
            mails = [m.span() for m in form(MAIL).finditer(draft.text, together[0].start, together[-1].end)]
            self.row = tuple(
                MASKED if any(first <= start < last for first, last in mails) else word
                for word, (start, _) in zip(self.row, self.at, strict=True)
            )
        self.statements = together
        self.start = together[0].start
        self.end = min(together[-1].end, self.start + _LONGEST)
        self.words = words = frozenset(self.row)
        buyers = members("@buyer")
        # "customer service" is a desk of the seller's, "customer returns" a process; "our buyer" may buy for the firm.
        self.buyers = [
            at
            for at, word in enumerate(self.row)
            if word in buyers
            and self.row[at + 1 : at + 2] not in _DESKS
            and not (self.row[at + 1 : at + 2] in _NAMED_ON and not _BILLS.isdisjoint(self.row[at + 2 : at + 6]))
        ]
        kin = not _KIN.isdisjoint(words) and not _REACHED.isdisjoint(words)
        self.buyer = bool(self.buyers) or kin
        self.orders = any(i.kind == "order" for statement in together for i in draft.identifiers_in(statement))
        self.order = self.buyer or not _ABOUT.isdisjoint(words)
        self.named: list[int] = []
        done = 0
        for statement in together:
            self.named += [done + spot.first for spot in senses(statement).of("given-name")]
            done += len(statement.words)
        # "Her phone", "his card": somebody outside of the trade.
        self.order = self.order or (
            not _HERS.isdisjoint(words)
            and any(
                word in _HERS and not _PRIVATE.isdisjoint(self.row[at + 1 : at + 3]) for at, word in enumerate(self.row)
            )
        )
        # "Ship-to: …" tells whose data follow.
        self.receiver = not _RECEIVES.isdisjoint(words) and draft.text.find(":", self.start, self.end) >= 0

    @property
    def anybody(self) -> bool:
        """Whether they speak of anybody whose data would be private."""
        return (
            self.order
            or self.orders
            or self.receiver
            or not TITLES.isdisjoint(self.words)
            or not _SENDS.isdisjoint(self.words)
            or not _CALLS.isdisjoint(self.words)
            or bool(self.named)
        )

    @property
    def one(self) -> bool:
        """Whether they speak of one buyer, so that a name is hers or his."""
        own = not {"our", "my"}.isdisjoint(self.words)
        single = [at for at in self.buyers if not self.row[at].endswith("s")]
        return (len(single) == 1 and not own) or not _ONE.isdisjoint(self.words)

    @property
    def certain(self) -> bool:
        """Whether a person named in them, other than who acts, can only be the one who bought."""
        return (len(self.buyers) == 1 or not _STRONG.isdisjoint(self.words)) and self.statements[
            0
        ].part != parts.MEASURES

    @property
    def theirs(self) -> bool:
        """Whether buying and refunding here is the buyer's side of it, not what the seller bought."""
        return not any(
            word in ("bought", "ordered", "returned", "purchased") and {"we", "i"} & set(self.row[max(0, at - 3) : at])
            for at, word in enumerate(self.row)
        )

    def of_the_trade(self, start: int) -> bool:
        """Whether what stands at a place belongs to somebody of the trade, who is the last one named before it."""
        if _TRADE.isdisjoint(self.words):
            return False
        for number in range(len(self.row) - 1, -1, -1):
            if self.at[number][0] >= start:
                continue
            word = self.row[number]
            if number in self.buyers or word in _ABOUT or word in _KIN:
                return False
            # "Phoned by the safety officer": who did it is not who it was done to.
            if word in _TRADE and not self._acts(number):
                return True
        # Named before anybody: what follows at once says whose it is.
        behind = [number for number, (first, _) in enumerate(self.at) if start <= first < start + _NEAR]
        return any(self.row[number] in _TRADE and not self._acts(number) for number in behind)

    def _acts(self, number: int) -> bool:
        """Whether a word of the trade only says who did it: "phoned by the safety officer", "our clerk cancelled"."""
        behind = self.row[number + 1 : number + 2]
        return not _ACTOR.isdisjoint(self.row[max(0, number - 4) : number]) or (
            behind != () and (behind[0] in _DO or behind[0].endswith("ed"))
        )


_NEAR = 22
# "By the safety officer", "at his office".
_ACTOR = frozenset("by his her".split())
_ONE = frozenset("her she hers mother father lady gentleman patient nurse pensioner".split())
_DO = frozenset(
    "took sent gave wrote called put made kept told rang met brought drove went had did paid bought found struck cut "
    "threw left swore spoke read ran set saw sold got chose drew forgot withdrew sought".split()
)
_STRONG = frozenset(
    "refunded refund refunds repaid reimbursed compensated bought complained replacement exchanged voucher reviewer "
    "credited".split()
)
_HERS = frozenset(("her", "his", "their"))
_PRIVATE = frozenset("phone mobile telephone number address mail e-mail email card account flat door passport".split())
# Who declares something for the seller gives their own name and address with it.
_WITNESS = frozenset("statement declaration affidavit declares declared witness notarised notarized".split())
_SENDS = frozenset(
    "shipped sent delivered posted mailed dispatched forwarded couriered residing living lives resident".split()
)
_CALLS = frozenset("hi hello hey dear hola bonjour hallo hers code".split())


def _data(draft: Draft, about: _About) -> Iterator[Datum]:
    text, low, start, end = draft.text, draft.low, about.start, about.end
    taken = [found.span for statement in about.statements for found in draft.dates_in(statement)]
    taken += [found.span for statement in about.statements for found in draft.identifiers_in(statement)]
    for datum in particulars(text, low, start, end, about.words, taken):
        if about.of_the_trade(datum.start):
            continue
        if datum.what == "address":
            if form(_OURS).search(text, max(start, datum.start - 45), datum.start) or (
                text[datum.start : datum.end] in _own_places(draft)
            ):
                continue
            if form(_WENT_TO).search(text, start, datum.start) and _STOCK.isdisjoint(about.words):
                yield Datum("sent-to", datum.start, datum.end)
        yield datum
    for person in named(text, low, start, end, about.words):
        if any(person.start < span.end and span.start < person.end for span in taken):
            continue
        if form(_OUR_OWN).search(text, max(start, person.start - 40), person.start):
            continue
        name = text[person.start : person.end].casefold().replace(".", "").replace("’s", "").split()
        trade = person.how != "greeted" and about.of_the_trade(person.start)
        if not trade and _FIRMS.isdisjoint(name) and _own_people(draft, about).isdisjoint(name):
            yield Datum(person.how, person.start, person.end)
    bearers = [(here, first, last) for here, first, last in titled(text, about.row, about.at)]
    unknown = pairs(text, start, end, about.at) if about.one else []
    unknown = [
        at for at in unknown if not any(span.start < about.at[at][1] and about.at[at][0] < span.end for span in taken)
    ]
    if about.named or bearers or unknown:
        orders = [i.span.end for s in about.statements for i in draft.identifiers_in(s) if i.kind == "order"]
        names = sorted({*about.named, *unknown, *(here + 1 for here, _, _ in bearers)})
        for person in first_named(text, Told(about.row, about.at, names, about.buyers, orders, about.certain)):
            name = text[person.start : person.end].casefold().replace("’s", "").replace("'s", "").split()
            trade = about.of_the_trade(person.start) or _elsewhere(draft, about, person)
            if not trade and _FIRMS.isdisjoint(name) and _own_people(draft, about).isdisjoint(name):
                yield Datum(person.how, person.start, person.end)
    for here, first, last in bearers:
        bearer = Named("person", about.at[here + 1][0], last)
        if _own_people(draft, about).isdisjoint(about.row[here + 1 : here + 3]) and not (
            about.of_the_trade(first) or _elsewhere(draft, about, bearer)
        ):
            behind = about.row[here + 2 : here + 6]
            if "our" in behind or "my" in behind:
                continue
            yield Datum("person", first, last)
    shown = _shown(draft, about)
    if shown is not None:
        yield shown
    if _ERASED.isdisjoint(about.words):
        for here, word in enumerate(about.row):
            if word in _TELLS and not about.of_the_trade(about.at[here][0]):
                yield Datum("particular", *about.at[here])


# "48 buyers with names, addresses and phone numbers: buyers.pdf": the data are in the file.
_KINDS_OF_DATA = frozenset(
    "name names surname surnames address addresses street streets phone phones telephone telephones mobile m"
    "obiles mail "
    "mails e-mail e-mails email emails postcode postcodes birthday birthdays birthdates signature signatures contact "
    "contacts".split()
)
_WHOLE = frozenset("full complete visible readable legible unredacted uncovered unmasked all private home".split())
_HIDDEN = frozenset(
    "covered blacked blackened redacted hidden masked without no not never wiped removed deleted erased blurred struck "
    "crossed unreadable illegible only message-centre central neither nor anonymised anonymized none cannot".split()
)


def _shown(draft: Draft, about: _About) -> Datum | None:
    """The words for buyers' data that stand in a file sent with the letter."""
    if not about.buyers or about.statements[0].part in (parts.MEASURES, parts.CAUSE):
        return None
    spots = [at for at, word in enumerate(about.row) if word in _KINDS_OF_DATA]
    if not spots or not _HIDDEN.isdisjoint(about.words):
        return None
    enough = len({about.row[at] for at in spots}) > 1 or not _WHOLE.isdisjoint(about.words)
    sent = any(draft.files_in(statement) for statement in about.statements) or "attached" in about.words
    if not enough or not sent or min(abs(at - spot) for at in about.buyers for spot in spots) > _FAR:
        return None
    return Datum("shown", about.at[spots[0]][0], about.at[spots[-1]][1])


_FAR = 8


def _elsewhere(draft: Draft, about: _About, person: Named) -> bool:
    """Whether the letter names a person in other sentences too, as it does its own people."""
    name = draft.text[person.start : person.end]
    inside = draft.text.count(name, about.start, about.end)
    return len(name) > 3 and draft.text.count(name, 0, about.start + 60_000) > inside


def _own_people(draft: Draft, about: _About) -> frozenset[str]:
    """The names, folded, of the seller's people: behind "our" and a role, or of one who does something regularly.

    What stands only in the statements in question proves nothing of them, unless it does something there.
    """
    if "own people" not in draft.memo:
        known: dict[str, set[int]] = {}
        told = [(-1, match.group()) for match in form(_OWN_PEOPLE).finditer(draft.text)]
        for part in draft.of(parts.MEASURES):
            told += [(s.start, draft.text[s.start : s.end]) for s in part.statements]
            told += [(-1, match.group()) for match in form(_DOES).finditer(draft.text, part.start, part.end)]
        for start, words in told:
            if not any(buyer in words.lower() for buyer in BUYERS):
                for name in form(_CAPITAL).findall(words):
                    known.setdefault(name.casefold(), set()).add(start)
        draft.memo["own people"] = known
    found = cast("dict[str, set[int]]", draft.memo["own people"])
    here = {statement.start for statement in about.statements}
    return frozenset(name for name, places in found.items() if not places <= here)


def _own_places(draft: Draft) -> frozenset[str]:
    """The addresses that the letter elsewhere calls the seller's own: "our lease of Unit 11"."""
    if "own places" not in draft.memo:
        draft.memo["own places"] = frozenset(
            place.group()
            for match in form(_OWN_PLACE).finditer(draft.text)
            for place in form(STREET).finditer(draft.text, match.end(), match.end() + 60)
        )
    return cast("frozenset[str]", draft.memo["own places"])
