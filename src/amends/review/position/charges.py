"""Ways to put a matter on somebody that need no particular verb: their motives, "it was the driver", "had the
packer …", "attributable to your portal", "the carrier having refused", "whoever checked it".

Each is read from who is named, from fields of meaning (`meanings/ill-will.txt` and the like) and from the form of the
sentence. Some charge wherever they stand; the others only where the cause is told, and no step of the seller's own is
named beside them.
"""

from __future__ import annotations

from amends.review.language.verbs import ALIKE, is_participle, is_past
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.own_gap import gap_behind, names_own_step
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party
    from amends.review.meaning.senses import Senses

_FIELDS = ("ill-will", "ill-deed", "wronged", "laid-on")
_SELVES = frozenset("we i our my us ourselves myself ours".split())
_NOT = frozenset("not no never neither without nor".split())
_BE = frozenset("is was are were be been being".split())
_WHO = frozenset("who that which whose whom".split())
# "It was our packer who noticed it" praises.
_WELL = frozenset(
    "noticed noticed found discovered detected saw reported told informed spotted caught warned alerted pointed drew "
    "confirmed helped solved returned wrote".split()
)
_OFFSET = 6
_CLEFT = 4
_ASK = frozenset("ask see blame question interrogate contact consult thank".split())
_MODALS = frozenset("would could might".split())
_PROVISOS = frozenset("if had without unless with but given were".split())
_LEFT_OVER = frozenset("have be never not only still".split())
_CAN = frozenset("can could should shall may might would is are".split())
_ANY_SELLER = frozenset(
    "seller shop firm company business shopkeeper merchant trader one anybody anyone nobody person store we i us "
    "man somebody".split()
)
_QUESTIONS = frozenset("what how why who which whose where".split())
_READS = frozenset(
    "checked checks reviewed reviews read reads decided decides looked looks judged assessed examined wrote made "
    "programmed designed flagged removed handled processed answered".split()
)
_HANDLES = frozenset(
    "throws threw drops dropped kicked drives drove delivers delivered carried loaded lost loses".split()
)
_ACTORS_BY = frozenset(("by",))
# What is done by others in the ordinary course: "signed by the factory", "requested by Amazon".
_PLAIN = frozenset(
    "signed issued sent confirmed requested asked delivered supplied sold named notified informed suspended "
    "deactivated made produced manufactured provided given written stated shown listed required received returned "
    "ordered accepted approved paid bought used collected picked carried shipped printed invoiced reported "
    "counted measured tested checked inspected certified verified read owned run operated managed led followed "
    "done set taken kept reviewed filed raised opened mailed handed accompanied answered proposed offered "
    "described prescribed mentioned cited granted allowed permitted recommended booked quoted dated held seen "
    "found packed refunded trained".split()
)


class Charge(NamedTuple):
    """Whom words `first` to `last` (not included) put the matter on; `plain` where this holds wherever it stands."""

    kind: str
    first: int
    last: int
    plain: bool


def charges(statement: Statement, named: Sequence[Party], before: str) -> Iterator[Charge]:
    """The charges in a statement; `before` is whom the letter spoke of last."""
    words = statement.words
    found = senses(statement)
    # "This could happen without our knowledge because we had no list": the gap is the seller's own.
    if found.has(*_FIELDS) and not (names_own_step(statement) and misses_step(found, words)):
        yield from _meant(words, found, named, before)
    unnamed = _whoever(words, before)
    if unnamed is not None:
        yield unnamed
    if not named:
        return
    for party in named:
        if not party.vague:
            yield from _formed(statement, party)
    known = next((party for party in named if not party.vague), None)
    if known is None:
        return
    if not _MODALS.isdisjoint(words):
        at = _unreal(words)
        if at is not None and not _own_proviso(words):
            yield _on(known, words, plain="if" not in words)
    if statement.text.rstrip().endswith("?") and _helpless(words):
        yield _on(known, words, plain=False)


def _on(party: Party, words: tuple[str, ...], *, plain: bool) -> Charge:
    return Charge(party.kind, party.first, min(len(words), max(party.last + 4, party.first + 6)), plain)


def _nearest(named: Sequence[Party], first: int, last: int) -> Party | None:
    """The party that stands nearest to a place."""
    return min(named, key=lambda p: first - p.last if p.last <= first else p.first - last, default=None)


def _meant(words: tuple[str, ...], found: Senses, named: Sequence[Party], before: str) -> Iterator[Charge]:
    """What is charged by words that judge: of character, of work, of what was done to the seller, or of the origin."""
    for first, last in found.of("ill-will"):
        if _of_us(words, first) or words[max(0, first - 1) : first + 2] == ("in", "spite", "of"):
            continue
        party = _nearest(named, first, last)
        kind = party.kind if party is not None else _whose(words[first]) or before or "buyers"
        start = min(first, party.first) if party is not None and first - party.last < _OFFSET else first
        yield Charge(kind, start, last, plain=True)
    for first, last in found.of("ill-deed"):
        party = _nearest(named, first, last)
        # "The 14 bags without warning" lack a line of print.
        printed = words[first] == "without" and not _BEARERS.isdisjoint(words[max(0, first - 1) : first])
        if not printed and not _of_us(words, first) and (party is not None or before):
            yield Charge(party.kind if party is not None else before, first, last, plain=True)
    for first, last in found.of("wronged"):
        party = _nearest(named, first, last)
        if party is not None or before:
            yield Charge(party.kind if party is not None else before, first, last, plain=False)
    for first, last in found.of("laid-on"):
        party = next((p for p in named if last <= p.first <= last + _OFFSET and not p.vague), None)
        if party is not None and _SELVES.isdisjoint(words[last : party.first - 1]) and not _denied(words, first):
            yield Charge(party.kind, first, party.last, plain=False)


_BEARERS = frozenset(
    "bag bags box boxes carton cartons label labels leaflet leaflets manual manuals pack packs package packages "
    "packaging pouch pouches sleeve sleeves sticker stickers insert inserts unit units item items toy toys".split()
)
_OF_STAFF = ("laz", "disob", "culprit", "insubord", "sloppi", "slack", "idle", "gossip", "daydream", "slept", "half")


def _whose(word: str) -> str:
    return "staff" if word.startswith(_OF_STAFF) else ""


def _of_us(words: tuple[str, ...], at: int) -> bool:
    """Whether it is denied, or said of the seller: "we were careless"."""
    return _denied(words, at) or not _SELVES.isdisjoint(words[max(0, at - 3) : at])


def _denied(words: tuple[str, ...], at: int) -> bool:
    return not _NOT.isdisjoint(words[max(0, at - 2) : at])


def _formed(statement: Statement, party: Party) -> Iterator[Charge]:
    """What the form of the sentence alone charges somebody with."""
    words = statement.words
    behind = words[party.last : party.last + 2]
    if behind[:1] == ("having",) and party.kind != "staff":
        yield _on(party, words, plain=True)
    start = max(0, party.first - _CLEFT)
    for at in range(start, party.first):
        if words[at] in ("it", "this", "that") and words[at + 1 : at + 2] in (("was",), ("is",)):
            between = words[at + 2 : party.first]
            if _NOT.isdisjoint(between) and not _claused(between) and _ends(words, party.last):
                yield _on(party, words, plain=True)
    if words[0] in _ASK and party.first <= _CLEFT and words[0] != "contact":
        yield _on(party, words, plain=True)
    if party.first and _by(words, party.first):
        yield _on(party, words, plain=False)


def _claused(between: tuple[str, ...]) -> bool:
    return any(is_past(word) or word in _WHO for word in between)


def _ends(words: tuple[str, ...], at: int) -> bool:
    """Whether a cleft goes on with "who" or nothing: "it was the driver"."""
    rest = words[at : at + 4]
    return (
        not rest
        or (rest[0] in _WHO and _WELL.isdisjoint(rest[1:]) and "as" not in rest)
        or rest[0] in ("and", "alone", "himself")
    )


def _by(words: tuple[str, ...], first: int, deeds: frozenset[str] = frozenset()) -> bool:
    """Whether something out of the ordinary, or one of these deeds, was done by the party that begins here."""
    at = next((at for at in range(first - 1, max(-1, first - 5), -1) if words[at] == "by"), -1)
    if at < 1:
        return False
    done = words[at - 1] if not words[at - 1].endswith("ly") else words[at - 2]
    return done in deeds if deeds else is_participle(done) and done not in _PLAIN


def _whoever(words: tuple[str, ...], before: str) -> Charge | None:
    """Somebody unnamed who did it: "whoever checked the invoice", "the one who threw it"."""
    at = words.index("whoever") if "whoever" in words else -1
    if at < 0 or at + 1 >= len(words):
        return None
    verb = words[at + 1]
    if verb not in _READS and verb not in _HANDLES:
        return None
    kind = "amazon" if verb in _READS else "carrier" if verb in _HANDLES else before
    return Charge(kind, at, min(len(words), at + 6), plain=True) if kind else None


def _unreal(words: tuple[str, ...]) -> int | None:
    """Where something "would have" been, had another acted otherwise."""
    provisos = _PROVISOS.intersection(words)
    if "had" in provisos and not _inverted(words):
        provisos -= {"had"}
    if not provisos:
        return None
    # "It could be spent with one signature" tells how things were ruled.
    left = _LEFT_OVER - {"be"} if provisos == {"with"} else _LEFT_OVER
    return next(
        (at for at, word in enumerate(words) if word in _MODALS and not left.isdisjoint(words[at + 1 : at + 4])),
        None,
    )


def _inverted(words: tuple[str, ...]) -> bool:
    """Whether "had" sets a condition, "had the clerk done what he is paid for", and is not what somebody had."""
    return any(
        word == "had"
        and words[at + 1 : at + 2] != ("no",)
        and any(is_participle(said) or is_past(said) for said in words[at + 2 : at + 8])
        for at, word in enumerate(words)
    )


def _own_proviso(words: tuple[str, ...]) -> bool:
    """Whether the condition is one of the seller's own: "had we asked", "if our sheet had a column"."""
    return any(
        word in ("if", "had", "without", "with", "unless")
        and not (_SELVES | {"a", "the", "such", "this"}).isdisjoint(words[at + 1 : at + 2])
        and not _SELVES.isdisjoint(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _helpless(words: tuple[str, ...]) -> bool:
    """Whether a question asks what one could have done: "what can a shop do when the post closes?" """
    return not _QUESTIONS.isdisjoint(words) and any(
        word in _CAN and not _ANY_SELLER.isdisjoint(words[max(0, at - 2) : at + 5]) for at, word in enumerate(words)
    )


# Behind these somebody is no doer: "handed to the courier", "from our supplier".
_OBJECT = frozenset("to for with against about over under into onto than from between per via".split())
_DETERMINERS = frozenset("the a an our my its his her their this that these those one some such".split())
_NONE = frozenset(("no", "any"))
_REACH = 7
_AUXILIARIES = frozenset("did does do has have had was were is are would could can will".split())
_JOINING = frozenset("or of in at on by as so but if when who that which is".split())
# Others that are vague are known by a capital alone.
_NAMELESS = frozenset("he she they people persons somebody someone others person".split())
# What befalls a buyer, or is their right, says nothing of them.
_UNDERGOES = frozenset(
    "received receive receives got get gets found find reported report complained complain wrote write opened "
    "open asked ask was were is are had returned said say told noticed paid bought ordered has have contacted "
    "informed filed measured saw".split()
)


_LOOKED_INTO = frozenset(
    "noticed found discovered detected saw reported told informed spotted traced counted checked reviewed examined "
    "compared searched looked tested measured inspected verified audited investigated interviewed".split()
)


def told_alone(statement: Statement, named: Sequence[Party]) -> tuple[str, int, int] | None:
    """Who alone is told of in a sentence of the cause, with no step of the seller's own beside it.

    What others did is a fact of the story; a cause of which it is the whole leaves nothing to correct.
    """
    if names_own_step(statement) or gap_behind(statement):
        return None
    words = statement.words
    for kind, at in (("staff", _role(words)), ("buyers", _stranger(words))):
        # "My colleague traced all eleven dispatches" tells who looked into it.
        if at is not None and _LOOKED_INTO.isdisjoint(words[at : at + _REACH]):
            return kind, at, min(len(words), at + 6)
    for party in named:
        before = tuple(word for word in words[max(0, party.first - 3) : party.first] if word not in _DETERMINERS)
        if party.vague and words[party.first] not in _NAMELESS:
            continue
        if before and (before[-1] in _OBJECT or before[-1] in _NONE):
            continue
        if _SELVES.intersection(before) and any(is_past(word) for word in before):
            # "We asked the supplier."
            continue
        zone = words[party.last : party.last + _REACH]
        if party.kind == "staff" and not _LOOKED_INTO.isdisjoint(zone):
            continue
        if _by(words, party.first) or _doing(party, zone):
            return party.kind, party.first, min(len(words), party.last + 5)
    return None


def told_beside(statement: Statement, named: Sequence[Party]) -> tuple[str, int, int] | None:
    """Who is held to answer in passing, beside an action, a measure or in the frame of the letter."""
    words = statement.words
    for party in named:
        if party.vague and words[party.first] not in _NAMELESS:
            continue
        at, zone = party.first, words[party.last : party.last + _REACH]
        harmed = _by(words, at, _HARMED)
        before = words[max(0, at - 5) : at]
        owed = any(word in _WHICH for word in before) and zone[:1] in _HAD and zone[1:2] and zone[1] not in _PLAIN
        argued = not _REASONS.isdisjoint(before) and _SELVES.isdisjoint(before) and _falls_short(zone)
        if harmed or owed or argued or (party.kind == "staff" and _punished(words, party)):
            return party.kind, at, min(len(words), party.last + 5)
    return None


_WHICH = frozenset("which that whom what".split())
_HAD = (("had",), ("has",), ("have",))
_REASONS = frozenset("because since as although though while whereas given seeing despite inasmuch".split())
_HARMED = frozenset(
    "lost damaged broken mixed swapped mislabelled mislabeled forgotten caused left spoiled spoilt delayed "
    "misrouted contaminated falsified forged copied stolen leaked overlooked misread mishandled dropped crushed "
    "torn wetted soaked thrown botched bungled ruined wrecked scratched dented opened used worn switched "
    "exchanged confused invented imitated hijacked attached overwritten merged inflicted created provoked spread "
    "started ordered filed".split()
)
_SHORT_OF = frozenset("not never no nobody cannot hardly rarely seldom too only always often again".split())
_PUNISHING = frozenset(
    "dismissed fired sacked terminated suspended demoted disciplined reprimanded punished warned penalised penalized "
    "fined removed replaced dropped released let parted separated docked cut".split()
)
_PUNISHED = frozenset(
    "dismissed fired sacked dismissal termination reprimand reprimanded warning warnings disciplinary disciplined "
    "bonus wage wages salary demoted go left leave company contract".split()
)


def _falls_short(zone: tuple[str, ...]) -> bool:
    return not _SHORT_OF.isdisjoint(zone[:4]) or any(word in _HARMED for word in zone[:4])


def _punished(words: tuple[str, ...], party: Party) -> bool:
    """Whether an action is taken against one of the seller's own: "we let the two packers go"."""
    before, zone = words[max(0, party.first - 4) : party.first], words[party.last : party.last + 8]
    return not _PUNISHING.isdisjoint((*before, *zone[:3])) and not _PUNISHED.isdisjoint((*before, *zone))


def _role(words: tuple[str, ...]) -> int | None:
    """Where one of the seller's own, named by their task, is the one who did it."""
    for at, word in enumerate(words):
        if word in _ROLES and not _POSSESSED.isdisjoint(words[max(0, at - 3) : at]) and words[at + 1 : at + 2]:
            zone = words[at + 1 : at + _REACH]
            habit = zone[0].endswith("s") and zone[0] not in _AUXILIARIES
            if zone[0].isalpha() and not habit and zone[0] not in _OBJECT and zone[0] not in _JOINING:
                return at
    return None


_POSSESSED = frozenset("our my the a an one another his her".split())
_ROLES = frozenset(
    "lead manager clerk editor officer head chief coordinator controller operator planner dispatcher supervisor "
    "foreman administrator technician copywriter receptionist cashier cleaner caretaker machinist seamstress "
    "baker roaster mechanic electrician trainee apprentice intern deputy inspector engineer nurse chemist "
    "formulator accountant colleague employee worker packer picker team crew shift man woman boy girl lady guy "
    "kid person co-founder founder director partner associate analyst purchaser merchandiser".split()
)


def _stranger(words: tuple[str, ...]) -> int | None:
    """Where a firm or person that nobody knows is the one who did it: "a shop which joined our ASIN"."""
    for at, word in enumerate(words):
        if (word in _FIRMS or word in _PERSONS) and at:
            before, after = words[max(0, at - 3) : at], words[at + 1 : at + 2]
            if not _SELVES.isdisjoint(before) or not after:
                continue
            strange = not _STRANGE.isdisjoint(before) or word in _OPPONENTS
            told = after[0] in _WHO or after[0] in _AUXILIARIES or is_past(after[0])
            if (strange and (told or before[-1:] == ("by",))) or (after[0] in _WHO and word in _FIRMS):
                return at
    return None


_OPPONENTS = frozenset("opponent opponents contributor contributors imitator imitators hijacker hijackers".split())
_FIRMS = _OPPONENTS | frozenset(
    "shop shops store stores firm firms company companies brand brands seller sellers merchant merchants dealer "
    "dealers retailer retailers boutique maker makers vendor vendors neighbour neighbor neighbours neighbors "
    "trader traders".split()
)
_PERSONS = frozenset(
    "man men woman women person persons individual individuals user users teenager teenagers reader readers ladies "
    "lady gentleman parent parents owner owners household claimant claimants people".split()
)
_STRANGE = frozenset(
    "a an another other same some certain one two three four five several many bigger larger rival competing unknown "
    "fellow strange foreign new those these such every each".split()
)


def _doing(party: Party, zone: tuple[str, ...]) -> bool:
    """Whether a party is the subject of a verb, and not only what a buyer is in any complaint."""
    at = next((at for at, word in enumerate(zone) if word in _AUXILIARIES or word in ALIKE or is_past(word)), -1)
    if at < 0:
        # "Photographer make the bag look big" is said by many a seller.
        return bool(zone) and zone[0].isalpha() and zone[0] not in _OBJECT and zone[0] not in _JOINING
    return not (party.kind == "buyers" and zone[at] in _UNDERGOES)
