"""Where a statement lays the cause on somebody else: who is spoken of, what is said of them, and whether the seller's
own gap is named beside it.

What a third party did is a fact of the story. It becomes blame when the sentence says something bad of them, or makes
them answer for it, and names nothing of the seller's own. Worded in a thousand ways, it is read from three things:
the party, the words around it, and the subjects of the other clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from amends.review import parts
from amends.review.classes import classes_of
from amends.review.verbs import is_past
from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

KINDS = ("amazon", "buyers", "carrier", "supplier", "staff")
_CLASS = {
    "@amazon": "amazon",
    "@buyer": "buyers",
    "@rival": "buyers",
    "@carrier": "carrier",
    "@supplier": "supplier",
    "@staff": "staff",
}
# A firm of no name is told by the word before it: the parcel company, the printing house, the upstream seller.
_FIRM = frozenset(
    "company companies firm house agent agents partner partners outfit provider providers hub depot centre center van "
    "truck service services seller plant office people department team machine machines boys".split()
)
_TRADE = {
    **dict.fromkeys(
        "delivery parcel transport transportation shipping freight postal last-mile sorting pick-up pickup".split(),
        "carrier",
    ),
    **dict.fromkeys("trading printing manufacturing production sourcing upstream packaging label".split(), "supplier"),
    **dict.fromkeys("marketing warehouse night day evening office purchase packing".split(), "staff"),
    **dict.fromkeys("fulfilment fulfillment catalogue catalog performance".split(), "amazon"),
}
_TWO = {
    ("seller", "support"): "amazon",
    ("seller", "central"): "amazon",
    ("buy", "box"): "amazon",
    ("third", "party"): "supplier",
    ("royal", "mail"): "carrier",
    ("night", "shift"): "staff",
    ("day", "shift"): "staff",
    ("some", "people"): "buyers",
    ("the", "lady"): "buyers",
    ("the", "gentleman"): "buyers",
    ("our", "source"): "supplier",
    ("the", "brand"): "supplier",
    ("we", "buy"): "supplier",
}
_YOURS = frozenset(
    "team staff system systems bot bots warehouse warehouses centre center centres centers catalogue catalog algorithm "
    "machine machines department agents agent associates employees workers people reviewers support own side tool page "
    "pages policy policies rules guidance scanning software fulfilment fulfillment investigators colleagues".split()
)
_BAD_STEMS = (
    "abus", "bad", "badly", "blam", "bother", "brok", "burn", "careless", "cheat", "clums", "contradict", "corrupt",
    "counterfeit", "damag", "deceiv", "deceit", "defect", "delay", "destroy", "dishonest", "disregard", "dishonor",
    "drunk", "fabricat", "fail", "fake", "false", "fault", "flood", "forg", "fraud", "hijack", "idle", "ignor",
    "incompeten", "incorrect", "inferior", "infring", "innocen", "irresponsib", "jealous", "lagg", "late", "laz",
    "lied", "lies", "lost", "lying", "malicious", "mess", "misdirect", "mishandl", "mislabel", "mislaid", "mislead",
    "misled", "misplac", "misread", "misrout", "miss", "mistak", "misus", "mix", "neglect", "negligen", "overlook",
    "overwhelm", "overwrit", "overwrot", "poor", "punish", "refus", "ridicul", "rogue", "rude", "sabotag", "scam",
    "sloppy", "slow", "smash", "soak", "spoil", "steal", "stol", "strike", "stupid", "swap", "swindl", "tamper",
    "thiev", "threw", "thrown", "torn", "trick", "unable", "unclear", "unfair", "unhelp", "unjust", "unprofession",
    "unreasonab", "unreliab", "untrain", "vanish", "victim", "violat", "worse", "wrong",
)  # fmt: skip
_BAD = frozenset(
    "down crooked faked greve grève streik dropped left sat stuck nothing without anymore again plainly unable "
    "impatient lame useless shortcuts guilty culprit".split()
)
_BAD_OF_BUYERS = (
    "abus", "bad", "blam", "careless", "cheat", "claim", "confus", "deceiv", "dishonest", "extort", "fabricat",
    "fake", "false", "forg", "fraud", "greed", "ignor", "impatien", "jealous", "laz", "lied", "lies", "lying",
    "malicious", "misread", "mistak", "misunderst", "misus", "neglig", "over-react", "picky", "ridicul", "sabotag",
    "scam", "simply", "steal", "stol", "stupid", "swap", "threaten", "trick", "unfair", "unjust", "unreasonab",
    "unrealis", "unrealiz", "wrong", "wore", "wear", "worn",
)  # fmt: skip
_NEUTRAL = frozenset(
    "delivered delivers deliver sent sends send shipped ships ship issued issues invoiced invoices confirmed confirms "
    "answered answers replied replies named names listed lists showed shows show stated states wrote writes written "
    "supplied supplies sold sells charged charges arrived arrives collected collects collect returned returns ordered "
    "orders received receives complained complains reported reports asked asks is are was were has have had will can "
    "signed signs checked checks informed told tells works worked started began joined left opened opens trained "
    "bought buys paid pays requested requests wanted wants removed suspended deactivated closed notified warned "
    "changed agreed agrees accepts accepted offers offered gives gave uses made makes does did do may need needs holds "
    "held keeps kept stays stayed said says found entered enters packed packs put puts printed prints took takes "
    "uploaded uploads listed posted counted counts scanned scans labelled labeled handed hands "
    "produced produces based registered located owns owned".split()
)
_OWN = frozenset("we i nobody none".split())
_OWN_THINGS = frozenset("our my".split())
# Of these the seller is no gap's owner: what was done to us, what we did right, what we only think.
_PASSIVE = frozenset(
    "were was got get are am believe trust hope think expect see feel find know received shipped delivered deliver "
    "hand handed sent asked informed told would can cannot do could consider understand regret request ask buy "
    "bought hired had merely answered paid trusted only wonder call mention note uploaded".split()
)
# "No reorder level was set": a gap of the seller's own without naming them.
_STATES = frozenset("was were is are existed had".split())
_SOLD = frozenset("orders order parcels goods hands asin account listing shipments clients buyers customers".split())
_NEGATIONS = frozenset("not never no nor neither refuses refused refuse unable failed nothing hardly".split())
_PREPOSITIONS = frozenset("to for with against about over under into onto than".split())
_AGENT = frozenset("by of at from in inside".split())
_RESPONSIBLE = Lexicon(
    "responsible|liable|accountable|answerable|culpable|culprit|guilty",
    "to blame",
    "blame|fault|guilt|responsibility .. lies|lie|rests|rest|is|falls|goes|belongs|stays|with|on|at|to|of",
    "blame for|the|on|should|goes|lies|must",
    "answer|answers|pay for",
    "bears|bear|carries|carry the|sole|full? responsibility|blame",
    "fault|mistake|error|failure|doing|negligence|deed of|was|is|lies|by",
    "his|her|their own? fault|mistake|error|doing|negligence",
    "at fault",
    "looked|sought|found for? inside|with|at",
    "must|should|can not be? charged to|against",
    "should|must|ought have? been? asking|asked|ask",
)
_NOT_US = Lexicon(
    "not us|ours",
    "not our|my|of|on|in|by|ourselves our|my? own? fault|mistake|making|doing|side|responsibility|error|failure|hands",
    "not to|be? blame|charged|attributed|blamed",
    "nothing to do with us|me|our",
    "out|outside|beyond of? our|my control|hands|power|influence|reach|scope",
    "without our|my knowledge|consent|permission|approval|asking|telling|informing",
    "without one|a|any word|asking|telling|informing|notice",
    "left|leaves our|my hands|warehouse|control",
    "we|i merely|only|just pass*|passed|forward*|resell|resold|sell|sold",
    "not held|hold|be|can|could liable|responsible|blamed",
    "set up to fail",
    "on his|its|their own accord|initiative",
    "acting|acted without authority|authorization|authorisation|permission",
    "by itself",
)
_WOULD = frozenset("would could might".split())
_CAUSAL = Lexicon(
    "hence|therefore|thus|consequently|thereby|whereby",
    "that|this|which is why",
    "that's why",
    "so our|the|we|my|buyers|customers|parcels|orders|it",
    "this|that is the? reason",
    "and so",
    "as a? result|consequence",
    "for that|this reason",
    "then|now we|it",
)
_JUDGED = (parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER)
_REACH = 14


class Party(NamedTuple):
    """Words `first` to `last` (not included) of a statement that name somebody else, and who that is."""

    kind: str
    first: int
    last: int


def blamed(draft: Draft, statement: Statement) -> dict[str, tuple[int, int]]:
    """Whom a statement blames, each with the words that do it."""
    key = f"blame {statement.start}"
    if key not in draft.memo:
        judged = statement.part in _JUDGED or not draft.has_parts
        draft.memo[key] = _blamed(statement) if judged else {}
    found = draft.memo[key]
    assert isinstance(found, dict)
    return found


def _blamed(statement: Statement) -> dict[str, tuple[int, int]]:
    words = statement.words
    named = parties(words)
    if not named:
        return {}
    found: dict[str, tuple[int, int]] = {}
    gap = _own_gap(words)
    shifted = _NOT_US.found(words)
    causal = _CAUSAL.found(words)
    answers = [(first, last) for first, last, _ in _RESPONSIBLE.matches(words)]
    for party in named:
        if party.kind not in found and _blames(words, party, gap, shifted, causal, answers):
            found[party.kind] = (party.first, min(len(words), max(party.last + 4, party.first + 6)))
    return found


def _blames(
    words: tuple[str, ...], party: Party, gap: bool, shifted: bool, causal: bool, answers: list[tuple[int, int]]
) -> bool:
    before = words[max(0, party.first - 6) : party.first]
    zone = _zone(words, party.last)
    last = before[-1] if before else ""
    if any(start - 8 <= party.first <= end + 6 for start, end in answers) and not _ours(words, answers):
        return True
    if shifted and not gap:
        return True
    if _WOULD.intersection(words) and {"if", "had", "without", "unless", "rather"}.intersection((*before[-3:], *zone)):
        return not gap
    if gap:
        return False
    bad = _BAD_OF_BUYERS if party.kind == "buyers" else _BAD_STEMS
    agent = last in _AGENT or (len(before) > 1 and before[-2] in _AGENT)
    if agent and any(_is_bad(word, bad) for word in before[:-1]):
        return True
    if last in _PREPOSITIONS or {"we", "i"}.intersection(before[-3:]):
        return False
    if any(_is_bad(word, bad) for word in zone) or (
        party.kind != "buyers" and any(_is_bad(word, bad) for word in before[-2:])
    ):
        return True
    if _NEGATIONS.intersection(zone[:6]):
        return True
    if party.kind in ("buyers", "staff"):
        return False
    return (causal and not agent) or (not agent and _acts(zone))


def _acts(zone: tuple[str, ...]) -> bool:
    """Whether the party does something out of the ordinary course of trade."""
    verb = next((word for word in zone[:5] if word in _NEUTRAL or is_past(word)), "")
    return bool(verb) and verb not in _NEUTRAL


def _zone(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """The words behind a party up to where the seller becomes the subject."""
    end = min(len(words), start + _REACH)
    for at in range(start, end):
        if words[at] in _OWN and (at + 1 >= len(words) or words[at + 1] not in _PASSIVE):
            return words[start:at]
    return words[start:end]


def _is_bad(word: str, stems: tuple[str, ...]) -> bool:
    return word in _BAD or word.startswith(stems)


def _own_gap(words: tuple[str, ...]) -> bool:
    """Whether the seller stands as the one who did or left undone something in this statement."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 4]
        if word in _OWN and after:
            if _NEGATIONS.intersection(after) or word in ("nobody", "none"):
                return True
            verb = after[1] if after[0] in ("have", "had", "also", "then", "still", "simply") else after[0]
            if verb not in _PASSIVE:
                return True
        elif (word in _OWN_THINGS and _starts(words, at) and _our_thing(word, after)) or (
            word == "no" and after and _starts(words, at) and _STATES.intersection(words[at + 2 : at + 6])
        ):
            return True
    return False


def _our_thing(word: str, after: tuple[str, ...]) -> bool:
    """Whether "our sheet" is a thing of the seller's that can be at fault, not a third party nor what was sold."""
    return bool(after) and not any(_kind_of(word, follows) for follows in after[:2]) and _SOLD.isdisjoint(after)


def _starts(words: tuple[str, ...], at: int) -> bool:
    """Whether a clause begins here, so that what follows is its subject."""
    return at == 0 or words[at - 1] in (
        "because", "since", "and", "as", "but", "that", "while", "when", "of", "in", "on", "to", "for", "by", "from",
    )  # fmt: skip


def _ours(words: tuple[str, ...], answers: list[tuple[int, int]]) -> bool:
    """Whether the words of responsibility speak of the seller: "the error was ours", "we are responsible"."""
    return any({"ours", "we", "i", "mine", "us"}.intersection(words[max(0, s - 3) : e + 3]) for s, e in answers) and (
        not {"not", "never"}.intersection(words)
    )


def parties(words: tuple[str, ...]) -> list[Party]:
    """Who is spoken of besides the seller, in order."""
    found: list[Party] = []
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        kind = _kind_of(before, word)
        if kind:
            found.append(Party(kind, at, at + 1))
    return found


def _kind_of(before: str, word: str) -> str:
    if (before, word) in _TWO:
        return _TWO[before, word]
    if before == "your" and word in _YOURS:
        return "amazon"
    if word in _FIRM and before in _TRADE:
        return _TRADE[before]
    if word == "you" and before in ("", "then", "now", "because", "since", "and", "that", "if"):
        return "amazon"
    for name in classes_of(word):
        if name in _CLASS:
            return _CLASS[name]
    return ""
