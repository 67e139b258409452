"""Who a sentence speaks of besides the seller: by a word for the trade, by a pronoun, or by name.

A firm of no name is told by the word before it (the parcel company, the printing house), one of Amazon's by "your", a
named person or firm by its capital inside a sentence.
"""

from __future__ import annotations

import re

from amends.pages import Pages, looked_up, paged
from amends.ready import ready
from amends.review.language.classes import classes_of, members
from amends.review.letter.parts import MEASURES
from amends.review.letter.pieces import capitals, once
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.letter.pieces import Statement

_MOST_WORDS = 30_000
_NAMES = "amends.review.meaning.party_names"
KINDS = ("amazon", "buyers", "carrier", "supplier", "staff")
_CLASS = {
    "@amazon": "amazon",
    "@buyer": "buyers",
    "@rival": "buyers",
    "@carrier": "carrier",
    "@supplier": "supplier",
    "@staff": "staff",
}
_FIRM = frozenset(
    "company companies firm house agent agents partner partners outfit provider providers hub depot centre center van "
    "truck trucks service services seller sellers plant office people department team machine machines boys guys crew "
    "network process procedure lady ladies line source platform shed manager operator operators".split()
)
_TRADE = {
    **dict.fromkeys(
        "delivery parcel transport transportation shipping freight postal last-mile sorting pick-up pickup courier "
        "haulage trucking airfreight customs".split(),
        "carrier",
    ),
    **dict.fromkeys(
        "trading printing manufacturing production sourcing upstream packaging label import export buying purchasing "
        "wholesale external fulfilment-house repair design photo translation seo advertising ad accounting".split(),
        "supplier",
    ),
    **dict.fromkeys("marketing warehouse night day evening office purchase packing late early".split(), "staff"),
    **dict.fromkeys(
        "fulfilment fulfillment catalogue catalog performance verification appeal review listing-review".split(),
        "amazon",
    ),
}
_YOURS = frozenset(
    "portal site form forms dashboard hotline helpdesk desk bank platform template templates scanner scanners "
    "team staff system systems bot bots warehouse warehouses centre center centres centers catalogue catalog algorithm "
    "machine machines department agents agent associate associates employee reviewer "
    "employees workers people reviewers support own side tool page "
    "pages policy policies rules guidance scanning software fulfilment fulfillment investigators colleagues process "
    "procedure procedures service services network pickers drivers driver marketplace decision decisions end part "
    "metric metrics clock formula technology filters filter ai automation".split()
)
# Of these one may say what kind: "your upload page", "your new verification system".
_YOURS_ALONE = frozenset(
    "team teams staff system systems bot bots algorithm warehouse warehouses centre centres center centers department "
    "agents associate associates employee reviewer "
    "reviewers page pages tool tools software process procedure service network machine robot robots ai form "
    "forms "
    "portal site filter filters scanners crew people support policies rules guidance".split()
)
_PRONOUNS = frozenset("he she they him them".split())
_OWNED = frozenset("his her their".split())
_SOMEBODY = frozenset("people somebody someone person persons guys folks others".split())
# "The person who keeps the settings" is one of the seller's own.
_KNOWN = frozenset(("the", "one", "second", "responsible"))
_LEGAL = frozenset("gmbh ltd llc inc limited corp corporation s.l sl srl s.r.l bv ag oy ab sa sas ltda sp kg".split())
_PLACES = frozenset("in at to near via through of on into towards ask from".split())
_TITLES = frozenset("mr mrs ms herr frau señor señora senhor mme".split())
# Capitals inside a sentence that name nobody.
_NO_NAMES = frozenset(
    "i amazon asin sku upc ean fba fbm monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december german french english spanish italian polish "
    "turkish british american chinese european eu uk us usa usd eur gbp ce pdf vat b2b odr ok god christmas easter "
    "prime day black cyber new year german-language google lightning".split()
)


# "The lamp has another driver": a part of a thing, or a piece of software.
_PARTS_BEFORE = frozenset("another led power current constant printer device software graphics".split())
# Behind these "no supplier" is a subject; behind a verb, what is lacking: "the invoice names no maker".
_BEGIN = frozenset("because since that and but so as when while where if".split())
_AHEAD = frozenset("will can may would could shall might ever should".split())
_THEIRS = frozenset(
    "returns return word words field fields owner owners name names page pages term terms registry licence "
    "license column filter mark "
    "list guide invoice invoices contract site web website file address logo photo photos label labels number numbers "
    "id policy policies rules guideline guidelines requirement requirements standard standards letter data profile "
    "login collection price prices choice "
    "confirmation pickup pdf email e-mail program api code account accounts catalogue-number "
    "message messages review reviews feedback papers document documents certificate sheet folder record "
    "records register archive".split()
)


class Party(NamedTuple):
    """Words `first` to `last` (not included) of a statement that name somebody else, and who that is.

    `vague` marks those known by pronoun or name alone, of whom more must be said before it counts as blame.
    """

    kind: str
    first: int
    last: int
    vague: bool = False


def parties(statement: Statement, before: str = "") -> Sequence[Party]:
    """Who is spoken of besides the seller, in order; `before` is whom the letter spoke of last."""
    return _parties(statement, before)


@once
def _parties(statement: Statement, before: str) -> tuple[Party, ...]:
    words = statement.words
    found: list[Party] = []
    # Most words stand for nobody and begin small; the first, which does not, is looked at more closely.
    known = [at for at, word in enumerate(words) if _SOMEONE[word]]
    for at in sorted({0, *known, *capitals(statement)} if words else ()):
        word = words[at]
        if not _SOMEONE[word]:
            if _named(statement, at):
                found.append(_firm(statement, at))
            continue
        prior, following = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        kind = kind_of(prior, word)
        if not kind and word in _YOURS_ALONE and at > 1 and words[at - 2] == "your" and prior.isalpha():
            kind = "amazon"
        if kind == "amazon" and _own_desk(statement, at):
            continue
        if kind and (_is_site(statement, at) or _is_role(statement, at) or _by_post(prior, word)):
            continue
        if kind and not _only_names(word, words[at - 2] if at > 1 else "because", prior, following):
            found.append(Party(kind, at - 1 if prior in _TRADE or _NAMED[prior, word] else at, at + 1))
        elif kind:
            continue
        elif word in _PRONOUNS or (word in _OWNED and words[at + 1 : at + 2] == ("own",)):
            found.append(Party(found[-1].kind if found else before or "supplier", at, at + 1, True))
        elif word == "person" and prior in _KNOWN and before != "buyers":
            continue
        elif word in _SOMEBODY and prior != "no":
            found.append(Party("staff" if before == "staff" else "buyers", at, at + 1, True))
        elif word in _LEGAL and at:
            found.append(Party("supplier", at - 1, at + 1, True))
        elif _named(statement, at):
            found.append(_firm(statement, at))
    return tuple(found)


def _by_post(before: str, word: str) -> bool:
    """Whether mail or post is only what came, or the way it came."""
    return (word == "mail" and before != "royal") or (word == "post" and before in ("by", "per", "via"))


# Large sellers have desks of these names, too.
_DESKS = frozenset("catalogue catalog review listing-review performance verification appeal".split())
_OURS = frozenset(("our", "my"))


def _own_desk(statement: Statement, at: int) -> bool:
    """Whether "our catalogue team", or "the catalogue team" that repeats a measure, is the seller's own."""
    words = statement.words
    if at == 0 or words[at - 1] not in _DESKS:
        return False
    before = words[at - 2 : at - 1] if at > 1 else ()
    return not _OURS.isdisjoint(before) or (statement.part == MEASURES and before in ((), ("the",)))


class _Someone(dict[str, bool]):
    """Whether a word may stand for somebody, with a capital or without; most words do not."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        known = self[word] = looked_up(_known(), word) is not None or word.startswith("ex-")
        return known


_SOMEONE = _Someone()


@ready(_NAMES)
def _known() -> Pages:
    """The words that may stand for somebody."""
    from amends.review.meaning.party_names import TWO

    classes = frozenset[str]().union(*map(members, _CLASS))
    seconds = [name.split()[1] for name in TWO]
    known = classes.union(seconds, _YOURS, _FIRM, _PRONOUNS, _OWNED, _SOMEBODY, _LEGAL, ("you",))
    return paged(dict.fromkeys(sorted(known), ""))


@ready(_NAMES)
def _two() -> Pages:
    """Who a firm of no name is, by both of its words."""
    from amends.review.meaning.party_names import TWO

    return paged(TWO)


class _Named(dict[tuple[str, str], str]):
    """Who a word stands for behind another one by a name of two words, or nothing."""

    def __missing__(self, words: tuple[str, str]) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        kind = self[words] = looked_up(_two(), " ".join(words)) or ""
        return kind


_NAMED = _Named()


def _firm(statement: Statement, at: int) -> Party:
    """A name of which only the capital is known: a firm where more of it is written large."""
    rest = statement.text[statement.at[at][0] - statement.start + 1 : statement.at[at][1] - statement.start]
    return Party("staff" if rest.islower() else "supplier", at, at + 1, True)


def _is_site(statement: Statement, at: int) -> bool:
    """Whether a name is only the beginning of an address: amazon.co.uk."""
    place = statement.at[at][1] - statement.start
    return statement.text[place : place + 1] == "." and statement.text[place + 1 : place + 2].isalpha()


_CALLED = re.compile(r",? (?:Mr|Mrs|Ms|Dr)?\.? ?[A-Z][\w'’-]+ [A-Z][\w'’-]+,")


def _is_role(statement: Statement, at: int) -> bool:
    """Whether the word only says in brackets what somebody is: "Carla Whitcomb (buyer)"."""
    start, end = (place - statement.start for place in statement.at[at])
    if statement.words[at] == "buyer" and _CALLED.match(statement.text, end):
        # "The buyer, Mr. Sönke Harms, completed the form": who buys for the seller.
        return True
    return statement.text[start - 1 : start] == "(" and statement.text[end : end + 1] == ")"


def _only_names(word: str, before: str, prior: str, following: str) -> bool:
    """Whether a party is named only to tell a thing of theirs or what will be: "the brand field", "you will see"."""
    if word == "you":
        return following in _AHEAD
    if (word == "driver" and prior in _PARTS_BEFORE) or (prior == "its" and word in ("producer", "maker")):
        return True
    if prior == "no" and before not in _BEGIN:
        return True
    return following in _THEIRS or (prior == "no" and following in _AHEAD)


def _named(statement: Statement, at: int) -> bool:
    """Whether a word has the capital of a name: inside a sentence, or behind Mr and the like."""
    words = statement.words
    word = words[at]
    place = statement.at[at][0] - statement.start
    if at and not statement.text[place : place + 1].isupper():
        return False
    written = statement.text[place : statement.at[at][1] - statement.start]
    if at == 0 and len(word) > 4 and any(c.isupper() for c in written[1:]) and any(c.islower() for c in written):
        return word.isalpha()
    if at == 0 or len(word) < 3 or word in _NO_NAMES or not word.isalpha():
        return False
    if words[at - 1] in _PLACES:
        return False
    if words[at - 1] in _TITLES:
        return True
    head = statement.text[:place].rstrip()
    return bool(head) and head[-1].isalpha() and written != word.upper()


def kind_of(before: str, word: str) -> str:
    """Who a word stands for behind another one, or nothing."""
    if _NAMED[before, word]:
        return _NAMED[before, word]
    if before == "your" and word in _YOURS:
        return "amazon"
    if word in _FIRM and before in _TRADE:
        # Amazon has no managers that a seller knows: "the catalog manager" is one of the seller's own.
        return "staff" if word == "manager" and _TRADE[before] == "amazon" else _TRADE[before]
    if word == "you" and before in ("", "then", "now", "because", "since", "and", "that", "if"):
        return "amazon"
    for name in classes_of(word.removeprefix("ex-")):
        if name in _CLASS:
            return _CLASS[name]
    return ""
