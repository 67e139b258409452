"""What a sentence is about, in the terms of the trade: which measure can answer which cause, which cause an issue.

Two sentences are about the same thing when they share a telling word (in whatever form), the same product, or words of
one field of the trade: an expiry date and a lot, a courier and a tracking number. Words of which every plan is made
(roles, records, days, checking, the words of Amazon itself) tell nothing.
"""

from __future__ import annotations

from functools import lru_cache

from amends.pages import Pages, looked_up, paged
from amends.ready import ready
from amends.review.letter.pieces import capitals, once
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

# Words that belong together, though no two of them look alike. A word stands in few fields: one that stands in many
# would make everything answer everything.
FIELDS = {
    "sourcing": "invoice invoices supplier vendor wholesaler distributor trader importer manufacturer factory purchase "
    "purchasing sourcing sourced procurement closeout clearance liquidator authorised authorized authorisation "
    "authorization dealer reseller",
    "rights": "authorisation authorization licence license licensed trademark logo uspto euipo ukipo patent "
    "infringement "
    "infringing lawyer brand counterfeit",
    "images": "image photo picture photograph copyright photographer artwork gallery camera",
    "wording": "title bullet description claim keyword wording spelling proofread copywriter translation "
    "translated fabric "
    "size chart attribute",
    "catalogue": "catalogue catalog upload feed template flat-file browse category variation parent theme "
    "duplicate merge",
    "condition": "sealed unsealed seal returned returns resellable resold resale grade graded grading refurbished "
    "scratched opened",
    "expiry": "expiry expiration expired expire lot batch shelf-life fefo fifo best-before use-by date-code rotation "
    "rotated perishable temperature cold",
    "breakage": "broken broke break breakage damage damaged drop dropped foam padding cushion carton mailer bubble "
    "cracked crack leak leaked leaking dented fragile",
    "mix-up": "mix-up swapped bin picker picking barcode fnsku ean upc sticker stickered weighed weighs scale",
    "dispatch": "dispatch dispatched handling vacation holiday holidays weekend cut-off pickup pick-up backlog "
    "unshipped "
    "ship-by late lateness",
    "tracking": "carrier courier tracking untracked parcel parcels",
    "stock": "oversold cancellation cancelled sync synchronised synchronisation synchronization phantom erp inventory "
    "stocktake",
    "service": "message messages inbox reply replies refund refunds chargeback chargebacks helpdesk",
    "access": "login logins logged password passwords token two-step 2fa two-factor authenticator laptop "
    "browser phishing "
    "permission hacked hacker vpn network wifi user users",
    "reviews": "reviewer reviewers stars incentive voucher gift rebate coupon influencer insert inserts",
    "price": "price prices priced pricing repricer ceiling markup surcharge",
    "safety": "safety hazard hazardous laboratory compliance ingredient ingredients sds pesticide recall "
    "choking voltage "
    "thermostat overheat overheated burn burnt smoke flammable",
    "drop-shipping": "drop-shipping dropshipping retailer packing-slip",
    "labour": "wage salary bonus absence absences vacation overtime forklift vehicle greased uniform canteen",
    "premises": "temperature humidity pest fire extinguisher alarm cleaning cleaned lamp roof camera",
}
# Of these every plan is made.
_PLAIN = (
    "about above after again against all also and any are because been before being below between both but came "
    "can case come could did does done down during each either even ever every few first for found from further "
    "gave get given goes going gone got had has have having hence here him his how into its itself just last "
    "least less let like made make makes many may might more most much must near need needs neither never new "
    "next none nor not nothing now off old once one ones only onto other others our ours out over own per rather "
    "same second see seen set several shall she should since some soon still such than that the their them then "
    "there these they thing things third this those three through thus till too took toward towards two twice "
    "under until upon use used uses using very was way were what when where whether which while who whole whom "
    "whose why will with within without would yet you your yours four five six seven eight nine ten eleven twelve "
    "twenty fifty hundred half quarter dozen january february march april june july august september october "
    "november december monday tuesday wednesday thursday friday sunday day days daily week weeks weekly month "
    "months monthly quarterly year yearly morning evening noon hour hours minute minutes today time times date "
    "dates dated period annual annually always regular regularly immediately later earlier already effective "
    "amazon asin asins listing listings listed offer offers order orders product products item items unit units "
    "goods article articles piece pieces sku skus buyer buyers customer customers client seller central account "
    "accounts marketplace notice email mail message letter team store company business department office "
    "warehouse depot hall shop floor site owner manager lead leader head clerk officer assistant director "
    "supervisor foreman chief responsible boss member employee staff colleague person people personnel worker "
    "specialist administrator engineer technician sheet list log book register record records file files folder "
    "form report reports document documents paper papers archive archived scan diary table note notes noted "
    "protocol binder page pdf csv screenshot printout entry field column line row number numbers name names named "
    "copy copies step steps procedure procedures process rule rules system tool program software setting settings "
    "task routine control controls check checks checked checking compare compares compared comparison count "
    "counts counted counting enter enters entered write writes written wrote read reads reading look looks looked "
    "sign signs signed signature keep keeps kept stored stores save saves saved filed stay stays stop stops "
    "stopped block blocks blocked lock locked hold held send sends sent go show shows shown ask asks asked give "
    "gives take takes taken put receive received receives reach reached open opens close closes closed approve "
    "approves approved refuse refused reject rejected reported verify verified verifies review reviewed inspect "
    "inspected inspects examine examined search searched confirm confirms confirmed draw draws drawn pull pulls "
    "change changed changes correct corrected remove removed removes delete deleted add added start started begin "
    "begins began end ended ends finish work works working run runs running carry carried bring brought belong "
    "appear appeared happen happened became become remain remains remained stand stood lay lie lies fall fell "
    "know known knew tell told say says said want wanted allow allowed follow followed follows following include "
    "included contain contains concern concerned concerns regard relate caused cause causes reason reasons root "
    "problem problems issue issues complaint complaints complained action actions measure measures preventive "
    "corrective prevent prevents plan plans error errors mistake mistakes fault faults failure failures "
    "difference differs differ different missing wrong right live sale sales sell sold selling bought customer's "
    "back full total amount part parts kind type place side result results matter point points example sure best "
    "good better high higher low lower long small large big single another together alone however therefore "
    "moreover besides kindly please reinstate reinstatement request respectfully sincerely regards thank dear "
    "completed complete finished implemented introduced established ensure ensures ensured training trained train "
    "trains policy policies quality random limit threshold deviation stock jpg png xlsx docx hit hits "
)
# Fields that a measure may watch in any plan: what buyers write is read everywhere.
_WATCHED = frozenset("feedback rating complaint review reviews reason reasons health voice metric metrics rate".split())
_ENDINGS = ("ing", "ed")
_SHORTEST, _LONGEST = 3, 7
_MOST_STEMS = 20_000


@lru_cache(_MOST_STEMS)
def stem(word: str) -> str:
    """A word without what its forms add: labels, labelled, labelling are one."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
            break
    if word.endswith("ll"):
        word = word[:-1]
    return word.rstrip("e")[:_LONGEST]


@ready()
def _known() -> tuple[Pages, dict[str, tuple[str, ...]]]:
    """The stems that tell nothing, and the fields of those that tell of one."""
    of: dict[str, dict[str, None]] = {}
    for name, words in FIELDS.items():
        for word in words.split():
            of.setdefault(stem(word), {})[name] = None
    return paged(dict.fromkeys(map(stem, _PLAIN.split()), "")), {word: tuple(names) for word, names in of.items()}


class _Telling(dict[str, str]):
    """The stem of a word that tells of a matter; nothing for any other."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        found = stem(word) if len(word) >= _SHORTEST and word.replace("-", "").isalpha() else ""
        told = self[word] = "" if found and looked_up(_known()[0], found) is not None else found
        return told


_TELLING = _Telling()
_NOTHING = frozenset(("",))


def telling(words: Iterable[str]) -> frozenset[str]:
    """The stems of those words that tell of a matter."""
    return frozenset(map(_TELLING.__getitem__, words)) - _NOTHING


def fields(words: Iterable[str]) -> frozenset[str]:
    """The fields of the trade that words belong to."""
    return _fields_of(telling(words))


def _fields_of(stems: frozenset[str]) -> frozenset[str]:
    _, of = _known()
    return frozenset[str]().union(*[of[word] for word in stems if word in of])


@once
def topic(statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """The telling stems of a sentence, without names of persons and firms, and its fields."""
    text, start, at = statement.text, statement.start, statement.at
    names = {
        number
        for number in capitals(statement)
        if number and not text[at[number][0] - start + 1 : at[number][0] - start + 2].isupper()
    }
    stems = telling([word for number, word in enumerate(statement.words) if number not in names])
    return stems, _fields_of(stems)


def topics(statements: Iterable[Statement]) -> tuple[frozenset[str], frozenset[str]]:
    """The same of several sentences together."""
    found = [topic(statement) for statement in statements]
    return frozenset[str]().union(*(stems for stems, _ in found)), frozenset[str]().union(
        *(names for _, names in found)
    )


def watches(words: Iterable[str]) -> bool:
    """Whether words watch what buyers write, which answers any cause."""
    return not _WATCHED.isdisjoint(words)


def answers(draft: Draft, measure: Item, cause: Item) -> bool:
    """Whether a measure speaks of what a cause speaks of."""
    return any(
        not here.isdisjoint(there) for here, there in zip(_spoken(draft, measure), _spoken(draft, cause), strict=True)
    )


def _spoken(draft: Draft, item: Item) -> tuple[frozenset[str], ...]:
    """The telling stems, fields and identifiers of an item, found once a letter."""
    key = f"topics {item.start}"
    if key not in draft.memo:
        named = frozenset(identifier.value for identifier in draft.identifiers_in(item))
        draft.memo[key] = (*topics(item.statements), named)
    return cast("tuple[frozenset[str], ...]", draft.memo[key])
