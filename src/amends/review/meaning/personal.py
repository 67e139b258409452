"""Buyers' personal data in a statement: whose the names, addresses and numbers are that stand in it.

A name alone is nobody's data: the letter also names its packers, its supplier, its laboratory (`persons.py` tells
whose a name is). An address or a number counts in a statement about a buyer, or beside another that only a private
person has. Where a statement speaks of a buyer and of somebody of the trade, it belongs to the
one named last before it.
"""

from __future__ import annotations

from amends.review.language.classes import members
from amends.review.language.words import MASKED
from amends.review.letter import parts
from amends.review.meaning.particulars import MAIL, STREET, Datum, form, particulars
from amends.review.meaning.persons import KIN, ROLES, TITLES, buyers_named, row
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_LONGEST = 3000
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof tel t mob ph no nr st str ul al os apt sr sra srta m mm mme th j a b c d e f g h k l n p r "
    "s w fam hr fr inc".split()
)
# What buying comes to.
_ABOUT = frozenset(
    "bought ordered refunded refund refunds repaid reimbursed reimbursement compensated compensation replacement "
    "replaced complained complains returned order orders parcel package ratings review whatsapp credited "
    "exchanged money voucher apology resent re-sent reshipped gift reviewer".split()
)
# Nobody buys as a father of five, but a mother who was phoned did.
_FAMILY = frozenset("parents parent mother father widow grandmother grandfather nurse pensioner patient".split())
_REACHED = frozenset("phoned called rang texted telephoned visited told informed warned written wrote mailed".split())
_DESKS = frozenset((word,) for word in ("service", "services", "support", "care", "relations", "desk", "team"))
# The buyer on a supplier's invoice is the seller.
_NAMED_ON, _BILLS = (("on",), ("of",), ("in",)), frozenset("invoice invoices bill bills".split())
_RECEIVES = frozenset("ship-to shipto recipient delivery addressee consignee".split())
_SHIP_TO = frozenset("ship-to shipto addressee consignee".split())
_SENDS = frozenset(
    "shipped sent delivered posted mailed dispatched forwarded couriered residing living lives resident talk chat "
    "complaint review claim sorry "
    "went gone sender visited".split()
)
_HERS, _PRIVATE = (
    frozenset(("her", "his", "their", "hers")),
    frozenset("phone mobile telephone number address mail e-mail email card account flat door passport".split()),
)
# Who declares something for the seller gives their own name and address with it.
_WITNESS = frozenset("statement declaration affidavit declares declared witness notarised notarized".split())
_CALLS = frozenset("hi hello hey dear hola bonjour hallo hers code".split())
# Papers and pages that are a person's by their name alone.
_TELLS = frozenset(
    "cpf ssn birthday birthdate passport facebook instagram tiktok iban dni nif nie pesel aadhaar visa "
    "mastercard".split()
)
_ERASED = frozenset("deleted anonymised anonymized erased".split())
# "By the safety officer", "at his office": who did it is not who it was done to.
_ACTOR = frozenset("by his her".split())
_DO = frozenset(
    "took sent gave wrote called put made kept told rang met brought drove went had did paid bought found struck "
    "cut threw left swore spoke read ran set saw sold got chose drew forgot withdrew sought".split()
)
_NEAR = 22
_OURS = (
    r"(?i:\b(?:our|my) (?:\w+ )?(?:address|warehouse|office|shop|store|company|firm|home|house|garage|studio|place"
    r"|premises)|\b(?:warehouse|office|supplier|laboratory|headquarters|ours)\b)"
)
# Goods that went to a street went to somebody's home, unless it is the trade's.
_WENT_TO = (
    r"(?i:\b(?:shipped|sent|delivered|posted|mailed|dispatched|forwarded|couriered|went|going|driven|brought|residing"
    r"|living|lives|resident)\b[^.;\n]{0,60}?(?:\bto|\bat)\b[^.;\n]{0,12}$)"
)
_STOCK = frozenset(
    "cartons carton pallet pallets stock inventory fba warehouse lab laboratory samples sample factory supplier "
    "maker office recycler recycling disposal".split()
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
        # The full stop may only end a word such as "Mr." or "tel.".
        abbreviated = statement.words[-1] in _ABBREVIATIONS
        if abbreviated and statement is not item.statements[-1] and len(together) < 4:
            continue
        datum = _first(draft, together)
        if datum is not None:
            yield datum
        together = []


def _first(draft: Draft, together: list[Statement]) -> Datum | None:
    about = _About(draft, together)
    if not about.anybody or (not about.buyer and not about.orders and not _WITNESS.isdisjoint(about.words)):
        return None
    found = sorted(_data(draft, about), key=lambda datum: datum.start)
    if not found or (not about.buyer and not about.theirs and "from" in about.words):
        return None
    certain = [datum for datum in found if datum.what in ("person", "sent-to", "handle", "map")]
    several = len({datum.what for datum in found} - {"sent-to"}) > 1
    if (
        about.buyer
        or (about.receiver and (about.orders or not _SHIP_TO.isdisjoint(about.words)))
        or several
        or (about.order and about.theirs)
    ):
        return found[0]
    return certain[0] if certain else None


class _About:
    """Of whom some statements speak: of a buyer, of an order and what came of it, of somebody of the trade."""

    def __init__(self, draft: Draft, together: list[Statement]) -> None:
        self.told = row(draft.text, together)
        self.row, self.at = self.told.words, self.told.at
        if draft.text.find("@", together[0].start, together[-1].end) >= 0:
            # The "orders" of orders@… are no orders.
            mails = [m.span() for m in form(MAIL).finditer(draft.text, together[0].start, together[-1].end)]
            self.row = tuple(
                MASKED if any(first <= start < last for first, last in mails) else word
                for word, (start, _) in zip(self.row, self.at, strict=True)
            )
            self.told = self.told._replace(words=self.row)
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
        self.buyer = bool(self.buyers) or (not _FAMILY.isdisjoint(words) and not _REACHED.isdisjoint(words))
        self.numbers = [i.span for s in together for i in draft.identifiers_in(s) if i.kind == "order"]
        self.orders = bool(self.numbers)
        # "Her phone", "his card": somebody outside of the trade.
        self.order = (
            self.buyer
            or not _ABOUT.isdisjoint(words)
            or any(
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
            or not (TITLES.isdisjoint(self.words) and _SENDS.isdisjoint(self.words) and _CALLS.isdisjoint(self.words))
            or not (KIN.isdisjoint(self.words))
        )

    @property
    def theirs(self) -> bool:
        """Whether buying and refunding here is the buyer's side of it, not what the seller bought."""
        return not any(
            word in ("bought", "ordered", "returned", "purchased") and {"we", "i"} & set(self.row[max(0, at - 3) : at])
            for at, word in enumerate(self.row)
        )

    def of_the_trade(self, start: int) -> bool:
        """Whether what stands at a place belongs to somebody of the trade, who is the last one named before it."""
        if ROLES.isdisjoint(self.words):
            return False
        for number in range(len(self.row) - 1, -1, -1):
            if self.at[number][0] >= start:
                continue
            word = self.row[number]
            if number in self.buyers or word in _ABOUT or word in _FAMILY:
                return False
            if word in ROLES and not self._acts(number):
                return True
        # Named before anybody: what follows at once says whose it is.
        behind = [number for number, (first, _) in enumerate(self.at) if start <= first < start + _NEAR]
        return any(self.row[number] in ROLES and not self._acts(number) for number in behind)

    def _acts(self, number: int) -> bool:
        verb = number + 1
        while verb < len(self.row) and self.row[verb] in ROLES:
            verb += 1
        behind = self.row[verb] if verb < len(self.row) else ""
        return not _ACTOR.isdisjoint(self.row[max(0, number - 4) : number]) or behind in _DO or behind.endswith("ed")


def _data(draft: Draft, about: _About) -> Iterator[Datum]:
    text, low, start, end = draft.text, draft.low, about.start, about.end
    taken = [found.span for statement in about.statements for found in draft.dates_in(statement)]
    taken += [found.span for statement in about.statements for found in draft.identifiers_in(statement)]
    reached = False
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
        reached = True
        yield datum
    for first, last in buyers_named(draft, about.told, [(span.start, span.end) for span in about.numbers], reached):
        if not any(first < span.end and span.start < last for span in taken):
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
    "name names surname surnames address addresses street streets phone phones telephone telephones mobile "
    "mobiles mail mails e-mail e-mails email emails postcode postcodes birthday birthdays birthdates signature "
    "signatures contact contacts".split()
)
_WHOLE = frozenset("full complete visible readable legible unredacted uncovered unmasked all private home".split())
_HIDDEN = frozenset(
    "covered blacked blackened redacted hidden masked without no not never wiped removed deleted erased blurred "
    "struck crossed unreadable illegible only message-centre central neither nor anonymised anonymized none "
    "cannot".split()
)
_FAR = 8


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


def _own_places(draft: Draft) -> frozenset[str]:
    """The addresses that the letter elsewhere calls the seller's own: "our lease of Unit 11"."""
    if "own places" not in draft.memo:
        draft.memo["own places"] = frozenset(
            place.group()
            for match in form(_OWN_PLACE).finditer(draft.text)
            for place in form(STREET).finditer(draft.text, match.end(), match.end() + 60)
        )
    return cast("frozenset[str]", draft.memo["own places"])
