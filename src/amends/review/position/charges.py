"""What a sentence charges somebody with: ill words on their character, that they answer for it, a misdeed, or a form
that puts it on them ("it was the driver", "attributable to your portal", "had the packer …").
"""

from __future__ import annotations

from amends.review.language.verbs import is_participle, is_past
from amends.review.language.words import Lexicon
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.own_gap import names_own_step
from amends.review.meaning.senses import senses
from amends.review.position.agents import acts, acts_oddly
from amends.review.position.ill_said import speaks_ill
from amends.review.position.roles import OWNER, SUBJECT, has_verb, part_of
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.review.letter.pieces import Statement
    from amends.review.meaning.parties import Party
    from amends.review.meaning.senses import Senses

# How heavy a charge is: doubtful, blame where the cause is told and no gap is owned, blame wherever it stands.
DOUBTED, BLAMED, SCORNED = 1, 2, 3

_FIELDS = ("ill-will", "ill-deed", "wronged", "laid-on")
_SELVES = frozenset("we i our my us ourselves myself ours mine".split())
_OURSELVES = frozenset("we i our my ourselves myself".split())
_NOT = frozenset("not no never neither without nor".split())
_WHO = frozenset("who that which whose whom".split())
# "It was our packer who noticed it" praises.
_WELL = frozenset(
    "noticed noticed found discovered detected saw reported told informed spotted caught warned alerted pointed drew "
    "confirmed helped solved returned wrote did made sent signed checked".split()
)
_OFFSET = 6
_NEAR = 8
_CLEFT = 4
_ASK = frozenset("ask see blame question interrogate consult thank".split())
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
    "checked checks reviewed reviews read reads decided decides looks looked judges assessed examined wrote made "
    "programmed designed flagged removed handled processed answered".split()
)
_HANDLES = frozenset(
    "throws threw drops dropped kicked drives drove delivers delivered carried loaded lost loses".split()
)
# Words with which somebody is made to answer for what happened.
_ANSWERS = Lexicon(
    "responsible|liable|accountable|answerable|culpable|culprit|guilty",
    "blame|fault|guilt|responsibility .. lies|lie|rests|rest|is|falls|goes|belongs|stays|with|on|at|to|of",
    "blame for|the|on|should|goes|lies|must",
    "to blame",
    "at fault",
    "bears|bear|carries|carry the|sole|full? responsibility|blame",
    "fault|mistake|error|failure|doing|negligence|deed of|was|is|lies",
    "his|her|their own? fault|mistake|error|doing|negligence",
    "mistake|error|fault|blame|responsibility|guilt rests|rest|sits|sit|belongs|lies|lie with|on|at|to",
    "all|entirely|solely|purely .. doing|work|fault|making",
    "obliged|bound|supposed|meant|paid to control|check|test|watch|inspect|prevent|know|tell|warn|ensure|deliver|do",
)
_BORNE = Lexicon("bears|bear|carries|carry the|sole|full? responsibility|blame")
# Who answers for a measure is its owner, and whose name is to be shown bears a title.
_DUTIES = frozenset("measure measures checks steps points".split())
_TITLES = frozenset("person persons party manager contact".split())


class Charge(NamedTuple):
    """Whom words `first` to `last` (not included) charge, and how heavily."""

    kind: str
    first: int
    last: int
    weight: int


def charges(statement: Statement, named: Sequence[Party], before: str, scornful: bool) -> Iterator[Charge]:
    """The charges in a statement, or only those that stand anywhere; `before` is whom the letter spoke of last."""
    words = statement.words
    found = senses(statement)
    # "This could happen without our knowledge because we had no list": the gap is the seller's own.
    if found.has(*_FIELDS) and not (names_own_step(statement) and misses_step(found, words)):
        yield from _meant(words, found, named, before)
    if scornful:
        return
    if "whoever" in words:
        yield from _whoever(words)
    if not named:
        if before and _SELVES.isdisjoint(words) and _BORNE.found(words):
            yield Charge(before, 0, min(len(words), _NEAR), BLAMED)
        return
    for party in named[:_MOST_PARTIES]:
        weight = _weight(statement, party, named)
        if weight:
            yield _on(party, words, weight)
        if not party.vague:
            yield from _formed(statement, party)
    if not _ANSWERING.isdisjoint(words):
        yield from _answering(statement, named)
    known = next((party for party in named if not party.vague), None)
    if known is None:
        return
    if not _MODALS.isdisjoint(words):
        at = _unreal(words)
        if at is not None and not _own_proviso(words):
            yield _on(known, words, BLAMED)
    if statement.text.rstrip().endswith("?") and _helpless(words):
        yield _on(known, words, BLAMED)


_MOST_PARTIES = 12
_DUTY = frozenset(("should", "ought", "must"))
_ANSWERING = frozenset(
    "responsible liable accountable answerable culpable culprit guilty blame fault guilt responsibility mistake error "
    "failure doing negligence deed making work obliged bound supposed meant paid".split()
)


def _on(party: Party, words: tuple[str, ...], weight: int) -> Charge:
    return Charge(party.kind, party.first, min(len(words), max(party.last + 4, party.first + 6)), weight)


def _nearest(named: Sequence[Party], first: int, last: int) -> Party | None:
    """The party that stands nearest to a place."""
    return min(named, key=lambda p: _gap(p, first, last), default=None)


def _gap(party: Party, first: int, last: int) -> int:
    return first - party.last if party.last <= first else party.first - last


def _meant(words: tuple[str, ...], found: Senses, named: Sequence[Party], before: str) -> Iterator[Charge]:
    """What is charged by words that judge: of character, of work, of what was done to the seller, or of the origin."""
    for first, last in found.of("ill-will"):
        if _of_us(words, first) or words[max(0, first - 1) : first + 2] == ("in", "spite", "of"):
            continue
        party = _nearest(named, first, last)
        kind = party.kind if party is not None else _whose(words[first]) or before or "buyers"
        start = min(first, party.first) if party is not None and first - party.last < _OFFSET else first
        yield Charge(kind, start, last, SCORNED)
    for first, last in found.of("ill-deed"):
        party = _nearest(named, first, last)
        # "The 14 bags without warning" lack a line of print.
        printed = words[first] == "without" and not _BEARERS.isdisjoint(words[max(0, first - 1) : first])
        if not printed and not _of_us(words, first) and (party is not None or before):
            yield Charge(party.kind if party is not None else before, first, last, SCORNED)
    for first, last in found.of("wronged"):
        party = _nearest(named, first, last)
        if party is not None or before:
            near = party is not None and _gap(party, first, last) <= _NEAR
            yield Charge(party.kind if party is not None else before, first, last, BLAMED if near else DOUBTED)
    for first, last in found.of("laid-on"):
        party = next((p for p in named if last <= p.first <= last + _OFFSET and not p.vague), None)
        if party is not None and _SELVES.isdisjoint(words[last : party.first - 1]) and not _denied(words, first):
            yield Charge(party.kind, first, party.last, BLAMED)


_BEARERS = frozenset(
    "bag bags box boxes carton cartons label labels leaflet leaflets manual manuals pack packs package packages "
    "packaging pouch pouches sleeve sleeves sticker stickers insert inserts unit units item items toy toys".split()
)
_OF_STAFF = ("laz", "disob", "culprit", "insubord", "sloppi", "slack", "idle", "gossip", "daydream", "slept", "half")


def _weight(statement: Statement, party: Party, named: Sequence[Party]) -> int:
    """How heavy the charge is that the words which belong to a party make, or nothing."""
    words = statement.words
    ought = next((at for at in range(party.last, min(len(words), party.last + 6)) if words[at] in _DUTY), 0)
    if ought and _HAVE.intersection(words[ought : ought + 3]) and _SELVES.isdisjoint(words[party.last : ought]):
        return BLAMED if words[party.first] not in _SHORT else DOUBTED
    part = part_of(statement, party, named)
    if speaks_ill(statement, party, part):
        return DOUBTED if party.vague and party.kind != "amazon" else BLAMED
    if party.vague or part.role not in (SUBJECT, OWNER):
        return 0
    if part.role == OWNER:
        # "Amazon's catalogue swallowed our page": a thing of theirs acts.
        thing = words[part.first + 1 : part.last + _THING]
        return DOUBTED if party.kind in _TRADERS and has_verb(thing) and acts_oddly(thing) else 0
    if not _GUESSES.isdisjoint(words[max(0, party.first - _GUESSED) : party.first]) and acts(
        words[part.first : part.last]
    ):
        return BLAMED
    return DOUBTED if party.kind in _TRADERS and acts_oddly(words[part.first : part.last]) else 0


_GUESSED, _THING = 4, 3
_GUESSES = frozenset("reckon suspect guess bet presume fancy believe assume".split())
# What these do beside the ordinary is doubtful; what buyers and one's own people do is the story itself.
_TRADERS = frozenset(("amazon", "carrier", "supplier"))
_HAVE = frozenset(("have", "of"))


def _answering(statement: Statement, named: Sequence[Party]) -> Iterator[Charge]:
    """Who is made to answer: "the carrier is responsible", "the fault lies with the mill"."""
    words = statement.words
    for first, last, _ in _ANSWERS.matches(words):
        near = [
            p
            for p in named
            if first - _NEAR <= p.first <= last + _NEAR
            and (not p.vague or words[p.first] in _SHORT or words[last - 1] in _TOWARDS)
            and not p.first <= first < p.last
        ]
        if not near or not _SELVES.isdisjoint(words[max(0, first - 3) : last + 3]) or _denied(words, first):
            continue
        title = words[first] == "responsible" and words[max(0, first - 1)] in _TITLES
        party = _nearest(near, first, last)
        if party is not None and not title and _DUTIES.isdisjoint(words[last : last + 4]):
            yield _on(party, words, BLAMED)


_NOT_BUT, _WE = (("not",), ("never",)), (("us",), ("we",), ("ours",), ("our",), ("me",), ("i",))
_TOWARDS = frozenset("with on at to by".split())
_SHORT = frozenset("he she they him them".split())


def _formed(statement: Statement, party: Party) -> Iterator[Charge]:
    """What the form of the sentence alone charges somebody with."""
    words = statement.words
    if words[party.last : party.last + 1] in _NOT_BUT and words[party.last + 1 : party.last + 2] in _WE:
        # "It is the warehouse, not us, that rotates the stock".
        yield _on(party, words, BLAMED)
    if words[party.last : party.last + 1] == ("having",) and party.kind != "staff":
        yield _on(party, words, BLAMED)
    for at in range(max(0, party.first - _CLEFT), party.first):
        if words[at] in ("it", "this", "that") and words[at + 1 : at + 2] in (("was",), ("is",)):
            between = words[at + 2 : party.first]
            if _NOT.isdisjoint(between) and not _claused(between) and _ends(words, party.last):
                yield _on(party, words, BLAMED)
    if words[0] in _ASK and party.first <= _CLEFT:
        yield _on(party, words, SCORNED)


def _whoever(words: tuple[str, ...]) -> Iterator[Charge]:
    """Somebody unnamed who did it: "whoever checked the invoice"."""
    at = words.index("whoever")
    verb = words[at + 1] if at + 1 < len(words) else ""
    kind = "amazon" if verb in _READS else "carrier" if verb in _HANDLES else ""
    if kind:
        yield Charge(kind, at, min(len(words), at + 6), BLAMED)


def _whose(word: str) -> str:
    return "staff" if word.startswith(_OF_STAFF) else ""


def _of_us(words: tuple[str, ...], at: int) -> bool:
    """Whether it is denied, or said of the seller: "we were careless"."""
    return _denied(words, at) or not _OURSELVES.isdisjoint(words[max(0, at - 3) : at])


def _denied(words: tuple[str, ...], at: int) -> bool:
    return not _NOT.isdisjoint(words[max(0, at - 2) : at])


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
        (
            at
            for at, word in enumerate(words)
            if word in _MODALS and not (left if word != "could" else _HAVE).isdisjoint(words[at + 1 : at + 4])
        ),
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
