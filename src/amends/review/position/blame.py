"""Where a statement lays the cause on somebody else: who is spoken of, what is said of them, and whether the seller's
own gap is named beside it.

What a third party did is a fact of the story. It becomes blame when the sentence says something bad of them, or makes
them answer for it, and names nothing of the seller's own. Worded in a thousand ways, it is read from three things:
the party, the words around it, and the subjects of the other clauses.
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.verbs import ALIKE, is_past
from amends.review.language.words import MASKED
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.meaning.asides import belittled, left_to
from amends.review.meaning.own_gap import gap_behind, gap_follows, names_own_gap
from amends.review.meaning.parties import Party, parties
from amends.review.position.accusations import (
    AGENT,
    ARTICLES,
    BAD,
    BAD_OF_BUYERS,
    BAD_STEMS,
    BECAUSE,
    CAUSAL,
    DECEIT,
    DEEDS,
    NEGATIONS,
    NEUTRAL,
    NO_VERBS,
    NOT_US,
    PERSONAL,
    PREPOSITIONS,
    RESPONSIBLE,
    SCORN,
    SCORNED,
    SHORT,
    TARDY,
    TOLD,
    WOULD,
)
from amends.review.position.charges import charges, told_alone, told_beside
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_JUDGED = (parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE, parts.DOCUMENTS)
_THEY_BEAR = frozenset(("bears", "carries"))
_OURSELVES = frozenset("we i us our my ours mine".split())
# Who answers for a measure is its owner.
_DUTIES = frozenset("measure measures checks steps points".split())
_NOBODY = frozenset("nobody none no".split())
_REACH = 14
# "Nobody in our office was responsible".
_OF_OURS = 6
# "Wrong labels from the factory": how far what is bad may stand before one that it came from.
_BESIDE_AGENT = 4
# No sentence needs more; it keeps one of a million names cheap.
_MOST_PARTIES = 12


# "Our page showed the other firm like the maker"; "it asks that Amazon find the accounts unrelated".
_LIKE = frozenset(("like", "as"))
_ASKED_THAT = frozenset("ask asks asked request requests requested urge urges propose proposes".split())
_IF, _IS = frozenset(("if", "unless", "when", "whenever")), frozenset(("is", "are", "was", "were"))
_OF_OURS_TOO = frozenset(("supplier", "staff"))
# Whom a statement blames, each with the words that do it.
_Blame = dict[str, tuple[int, int]]


def blames(draft: Draft, party: str) -> list[tuple[Statement, tuple[int, int]]]:
    """The statements that blame a party, each with the words that do it."""
    if "blame" not in draft.memo:
        draft.memo["blame"], draft.memo["blame hints"] = _read(draft)
    return cast("dict[str, list[tuple[Statement, tuple[int, int]]]]", draft.memo["blame"]).get(party, [])


def hints(draft: Draft, party: str) -> list[tuple[Statement, tuple[int, int]]]:
    """The statements beside the plan that leave the matter to a party without judging it."""
    blames(draft, party)
    return cast("dict[str, list[tuple[Statement, tuple[int, int]]]]", draft.memo["blame hints"]).get(party, [])


_Said = dict[str, list[tuple["Statement", tuple[int, int]]]]


def _read(draft: Draft) -> tuple[_Said, _Said]:
    from amends.review.position.purpose import DISPUTE, RETRACTION, purpose

    found: _Said = {}
    hinted: _Said = {}
    last = ""
    # To the rights owner: the letter speaks to them, and names whom it writes for.
    to_owner, disputed = purpose(draft) == RETRACTION, purpose(draft) == DISPUTE
    for each in draft.statements:
        named = _named(each, last, to_owner)
        blame = _blamed(each, last, to_owner, _told_only(draft, each))
        last_before, last = last, named[-1].kind if named else last
        if each.part == parts.SIGNATURE and not any(c.past or c.future or c.maybe for c in each.clauses):
            # "Ingrid Solheim, product responsible" signs.
            blame = {}
        if disputed and blame:
            # What our own supplier or staff did is what a dispute tells, and which number Amazon got wrong; only ill
            # words of them are blame there.
            scorned = _blamed(each, last_before, to_owner, True)
            facts = any(map(_is_fact, each.words))
            blame = {who: at for who, at in blame.items() if who in scorned or not (facts or who in _OF_OURS_TOO)}
        if blame.keys() == {"staff"} and gap_follows(each) and not RESPONSIBLE.found(each.words):
            blame = {}
        # What is owned in the next breath is told, not blamed; what is said of others there is only doubtful.
        told = blame if blame and each.part == parts.CAUSE and gap_behind(each, 1) else {}
        sure = _outright(each, named, last_before) if told else frozenset()
        for party, place in blame.items():
            (found if party in sure or not told else hinted).setdefault(party, []).append((each, place))
        hint = None if blame or names_own_gap(each) else left_to(each, named, NEUTRAL)
        if hint is None and not blame and not disputed:
            hint = told_alone(each, named) if each.part == parts.CAUSE else told_beside(each, named)
        if hint is not None:
            hinted.setdefault(hint[0], []).append((each, hint[1:]))
    return found, hinted


def _told_only(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence stands where others are only told of: among actions and measures, or in the subject."""
    if statement.words[0] in _SUBJECT:
        return True
    if draft.has_parts:
        return statement.part not in _JUDGED
    return statement.part in (parts.DONE, parts.MEASURES) and (
        bool(draft.dates_in(statement)) or not _OFTEN.isdisjoint(statement.words)
    )


def _outright(statement: Statement, named: Sequence[Party], before: str) -> frozenset[str]:
    """Whom a statement charges whatever is said beside it."""
    return frozenset(charge.kind for charge in charges(statement, named, before) if charge.plain)


_SUBJECT = frozenset("subject re sub ref betreff asunto oggetto objet".split())
_OFTEN = frozenset("every each daily weekly monthly before per once since".split())


def _named(statement: Statement, before: str, to_owner: bool) -> Sequence[Party]:
    named = parties(statement, before)
    return [p for p in named if not p.vague and p.kind != "amazon"] if to_owner else named


@once
def _blamed(statement: Statement, before: str, to_owner: bool, strict: bool) -> _Blame:
    """Whom a statement blames; `before` is whom the letter spoke of last."""
    named = _named(statement, before, to_owner)
    words = statement.words
    # "Nobody had the task" is the seller's own gap.
    answers = [
        (first, last)
        for first, last, _ in RESPONSIBLE.matches(words)
        if _NOBODY.isdisjoint(words[max(0, first - _OF_OURS) : first])
        and _DUTIES.isdisjoint(words[last : last + 4])
        and not _title(statement, first)
    ]
    judged = belittled(statement, named)
    if judged is not None and not names_own_gap(statement):
        return {judged[0]: judged[1:]}
    gap = names_own_gap(statement)
    if not named:
        for charge in charges(statement, named, before):
            if charge.plain or not (strict or gap):
                return {charge.kind: (charge.first, charge.last)}
        if answers and not strict and _THEY_BEAR.intersection(words) and _OURSELVES.isdisjoint(words):
            return {"supplier": answers[0]}
        if answers and not strict and not _ours(words, answers) and PERSONAL.found(words):
            return {"staff": answers[0]}
        return {}
    found: _Blame = {
        charge.kind: (charge.first, charge.last)
        for charge in charges(statement, named, before)
        if charge.plain or not (strict or gap)
    }
    shifted = NOT_US.found(words)
    causal = CAUSAL.found(words)
    # "A price not fair to customers" is what the notice calls the price.
    scorned = [
        (first, last)
        for first, last, _ in SCORNED.matches(words)
        if _PRICES.isdisjoint(words[max(0, first - 1) : first])
    ]
    hard = [
        at
        for at, word in enumerate(words)
        if word.startswith(SCORN) and (word != "lying" or _WHERE.isdisjoint(words[at + 1 : at + 2]))
    ]
    for party in named[:_MOST_PARTIES]:
        if party.kind in found:
            continue
        if _scorned(party, hard, scorned) or (not strict and _blames(words, party, gap, shifted, causal, answers)):
            found[party.kind] = (party.first, min(len(words), max(party.last + 4, party.first + 6)))
    return found


_PRICES = frozenset("price prices pricing".split())
_THINGS = frozenset(
    "parcels orders units boxes cartons pallets labels jars bags bottles listings goods items samples cards pages "
    "invoices shipments packages".split()
)


def _title(statement: Statement, at: int) -> bool:
    """Whether "person responsible" is a title: a label before a name, or whose identity is to be shown."""
    words = statement.words
    if words[at] != "responsible" or words[at - 1 : at] not in _BEARS_TITLE:
        return False
    behind = statement.text[statement.at[at][1] - statement.start :].lstrip()
    return behind[:1] == ":" or not _OF_PERSON.isdisjoint(words[max(0, at - _OF_OURS) : at - 1])


_BEARS_TITLE = tuple((word,) for word in "person persons party manager contact".split())
_OF_PERSON = frozenset("identity name details passport address identify verify signature".split())


def _scorned(party: Party, hard: list[int], said: list[tuple[int, int]]) -> bool:
    """Whether the character of a party is spoken ill of; this is blame wherever it stands."""
    if any(party.first - 6 <= at < party.last + 13 for at in hard):
        return True
    return any(start - 9 <= party.first <= end + 6 for start, end in said)


def _blames(
    words: tuple[str, ...], party: Party, gap: bool, shifted: bool, causal: bool, answers: list[tuple[int, int]]
) -> bool:
    before = _bared(_standing(words[max(0, party.first - 9) : party.first]))
    zone = _standing(_unmeasured(_zone(words, party.last)))
    last = before[-1] if before else ""
    wished = words[max(0, party.first - 1) : party.first] == ("that",)
    if last == "and" and "between" in before:
        # "The key between our software and Amazon expired."
        return False
    if last in _LIKE or (wished and not _ASKED_THAT.isdisjoint(words[max(0, party.first - 3) : party.first])):
        return False
    if any(start - 8 <= party.first <= end + 10 for start, end in answers) and not _ours(words, answers):
        return True
    if shifted and not gap and not party.vague:
        return True
    if WOULD.intersection(words) and (
        {"if", "unless", "without", "rather"}.intersection(before[-2:])
        or before[-1:] == ("had",)
        or (not gap and {"if", "without", "unless", "rather"}.intersection(zone))
    ):
        return True
    if gap and not (
        before[-1:]
        and before[-1] in BECAUSE
        and not _we_did_not(words)
        and NEGATIONS.intersection(_own_words(zone)[:4])
    ):
        return False
    if (
        {"should", "could", "ought"}.intersection(zone[:5])
        and {"have", "of"}.intersection(zone[1:9])
        and words[party.first] not in SHORT
    ):
        return True
    if zone[:1] == ("own",) and not any(_is_bad(word, BAD_STEMS) for word in zone):
        return False
    if zone[:2] and {"will", "shall"}.intersection(zone[:2]):
        return False
    if party.kind == "buyers" and TOLD.intersection(zone[:7]):
        return any(word.startswith(DECEIT) for word in zone) or _got_it_wrong(zone)
    if party.vague and party.kind == "staff" and words[party.first] in _PERSON and _fell_short(zone):
        return True
    if words[party.first] == "they" and not _THINGS.isdisjoint(words[max(0, party.first - 4) : party.first]):
        # "We photographed ten parcels before they left."
        return False
    if party.vague and party.kind in ("staff", "supplier"):
        deeds = any(word.startswith(DEEDS) for word in zone[:9])
        return deeds or (words[party.first] == "they" and _acts(zone))
    if party.kind == "amazon" and _states(words, party, zone, last):
        return False
    bad = BAD_OF_BUYERS if party.kind == "buyers" else BAD_STEMS
    agent = last in AGENT or (len(before) > 1 and before[-2] in AGENT)
    if agent and any(_is_bad(word, bad) for word in (before[:-1] if last == "by" else before[-_BESIDE_AGENT:-1])):
        return True
    if last in PREPOSITIONS or ({"we", "i"}.intersection(before[-3:]) and last not in _OPINES):
        return False
    if any(
        _is_bad(word, bad) and not (at and zone[at - 1] in _NONE) and not _keeps(zone, at)
        for at, word in enumerate(zone)
    ) or (party.kind != "buyers" and any(_is_bad(word, bad) for word in before[-2:])):
        return True
    if {"nobody", "none", "one"}.intersection(before[-3:]) and agent and not party.vague:
        return True
    if party.vague and not _IF.isdisjoint(words[: party.first]):
        # "If it is off, she does not send it" is a measure.
        return False
    if zone[:1] and zone[0] in _IS and zone[1:2] and zone[1][0].isdigit():
        return False
    if agent and before[-2:-1] and before[-2] in _DONE_BY_OURS and party.kind == "staff":
        # "Drafted by our lead and approved by the owner" tells who did what of ours.
        return False
    if party.kind == "carrier" and TARDY.intersection(zone[:6]):
        return True
    if not agent and not _AT_ALL_TIMES.isdisjoint(zone[:9]) and not _HINDERS.isdisjoint(zone[:9]):
        return True
    if ("not" in zone[:5] or "never" in zone[:5]) and "before" in zone[:9]:
        # "A wholesaler that had not supplied us before" is a fact.
        return False
    if party.vague or (party.kind == "staff" and _counted(words, party, zone)):
        return False
    if party.kind == "staff" and zone[:2] == ("could", "not") and "so" in before[-3:]:
        # "One SKU stood for both, so the picker could not see it": the cause stands before.
        return False
    if NEGATIONS.intersection(zone[:6]) and "from" not in before[-2:]:
        return True
    if party.kind == "staff":
        # With a day, a number or a file it is a fact of the story.
        return not agent and _acts(zone) and not causal and not any(_is_fact(word) for word in words)
    return (causal and not agent and party.kind != "buyers") or (not agent and _acts(zone))


def _got_it_wrong(zone: tuple[str, ...]) -> bool:
    """Whether it is the buyer who "has got it wrong"; who "got the wrong item" only tells what happened."""
    return any(
        word in _GOT and zone[at + 1 : at + 2] in _ALL_OF_IT and zone[at + 2 : at + 3] == ("wrong",)
        for at, word in enumerate(zone[:8])
    )


_DONE_BY_OURS = frozenset("drafted approved signed written checked prepared released entered ordered".split())
_GOT = frozenset("got get gets gotten has had have".split())
_ALL_OF_IT = (("it",), ("this",), ("that",), ("everything",), ("things",))
# "The customs police stop always the trucks".
_AT_ALL_TIMES = frozenset("always constantly permanently forever continually again".split())
_HINDERS = frozenset(
    "stop stops hold holds block blocks hinder hinders retain retains seize seizes change changes complicate "
    "complicates "
    "open opens check checks".split()
)


def _is_fact(word: str) -> bool:
    """Whether a word is a number or stands for a file."""
    return word[0].isdigit() or word == MASKED


def _states(words: tuple[str, ...], party: Party, zone: tuple[str, ...], last: str) -> bool:
    """Whether Amazon, or whom the letter speaks to, is only told of: "the file that you received", "if you agree",
    "Amazon does not accept it from us".
    """
    if words[party.first] != "you" and any(pair in _UNNAMED for pair in pairwise(zone)):
        return True
    if zone[:1] and zone[0] in _LISTS:
        # "Your page lists: 3 late shipments".
        return True
    if zone[:1] and zone[0] in _ENFORCES and not any(_is_bad(word, BAD_STEMS) for word in _unfounded(zone)):
        # "Amazon removed the page for violation of the policy" tells what the notice says.
        return True
    if any(_is_bad(word, BAD_STEMS) for word in zone[:6]):
        return False
    if words[party.first] == "you":
        return (last in _RELATIVES and zone[:1] and zone[0] in NEUTRAL) or (last == "if" and zone[:1] in _WISHES)
    return any(word in ("accept", "take", "act") for word in zone[:4]) and bool({"us", "sellers", "me"} & set(zone[:8]))


def _unfounded(zone: tuple[str, ...]) -> tuple[str, ...]:
    """The words without what an enforcement is said to be for: "for violation of the policy"."""
    at = next((at for at, word in enumerate(zone[:-1]) if word in _FOR and zone[at + 1] in _GROUNDS), -1)
    return zone if at < 0 else (*zone[: at + 1], *zone[at + 2 :])


_ENFORCES = frozenset("deactivated suspended removed closed blocked restricted".split())
_FOR = frozenset("for to".split())
_GROUNDS = frozenset("violation violations infringement breach violating infringing breaching".split())
# What a notice leaves out is a fact that the answer has to live with.
_UNNAMED = frozenset(("without", said) for said in "naming stating giving specifying mentioning".split())
_LISTS = frozenset("lists list shows show names name says speaks counts mentions cites asks reports states".split())
_RELATIVES = frozenset("that which what as documents file files".split())
_WISHES = frozenset((word,) for word in "agree wish need want prefer require see accept have".split())


def _fell_short(zone: tuple[str, ...]) -> bool:
    """Whether he or she is said to have been green, or not to have done something: "he didn't listen to us"."""
    if zone[:1] and zone[0] in ("was", "is"):
        return any(word in _GREEN for word in zone[1:4])
    return zone[:1] != () and zone[0] in ("did", "does", "would", "could") and zone[1:2] in (("not",), ("never",))


_PERSON = frozenset(("he", "she"))
_GREEN = frozenset(
    "new green young inexperienced untrained lazy careless tired drunk fired dismissed gone overworked "
    "unqualified".split()
)


def _standing(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a "lying" that only says where goods are: "620 boxes lying in FBA"."""
    return (
        tuple(word for at, word in enumerate(words) if word != "lying" or _WHERE.isdisjoint(words[at + 1 : at + 2]))
        if "lying" in words
        else words
    )


# "We reckon the lady stood on it."
_OPINES = frozenset("reckon suspect suppose believe think guess assume imagine bet presume fancy that".split())
_WHERE = frozenset("in at on with there idle unsold unused under".split())


def _counted(words: tuple[str, ...], party: Party, zone: tuple[str, ...]) -> bool:
    """Whether staff is only counted: "one packer, no stand-in", "trained as second packer"."""
    return words[max(0, party.first - 1)] in _NUMBERS and (not zone or zone[0] in _BARE)


_NONE = frozenset(("0", "zero"))
_NUMBERS = frozenset("one two three four five only single second third".split())
_BARE = frozenset("no and with for from at in on since until".split())


def _keeps(zone: tuple[str, ...], at: int) -> bool:
    """Whether "kept" is what a keeper does: "kept the books of both", not "kept sending"."""
    return zone[at] in ("kept", "keeps") and not _KEPT.isdisjoint(zone[at + 1 : at + 4])


_KEPT = frozenset("books accounts records ledger ledgers register minutes archive payroll files".split())


def _we_did_not(words: tuple[str, ...]) -> bool:
    """Whether the seller says of themselves what they did not do."""
    return any(word in ("we", "i") and NEGATIONS.intersection(words[at + 1 : at + 4]) for at, word in enumerate(words))


def _bared(before: tuple[str, ...]) -> tuple[str, ...]:
    """The words before a party without the article, owner and adjective that belong to it."""
    end = len(before)
    if (
        end > 1
        and before[end - 2] in ARTICLES
        and before[end - 1] not in ARTICLES
        and not _is_bad(before[end - 1], BAD_STEMS)
    ):
        end -= 1
    while end and before[end - 1] in ARTICLES:
        end -= 1
    return before[:end]


def _acts(zone: tuple[str, ...]) -> bool:
    """Whether the party does something out of the ordinary course of trade."""
    if zone[:1] and zone[0] in ("has", "have", "had") and "been" not in zone[1:4]:
        # "Has rejected" tells what "rejected" tells.
        deed = next((word for word in zone[1:4] if is_past(word) and word not in ("had", "been")), "")
        if deed:
            return deed not in NEUTRAL
    verb = next((w for w in zone[:5] if w in NEUTRAL or w in ALIKE or (is_past(w) and "-" not in w)), "")
    if verb:
        return verb not in NEUTRAL
    head = zone[0] if zone else ""
    return head.endswith("s") and len(head) > 3 and head[-2] not in "su" and head not in NO_VERBS and len(zone) > 1


def _zone(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """The words behind a party up to where the seller becomes the subject."""
    end = min(len(words), start + _REACH)
    for at in range(start, end):
        if words[at] == "so" and at > start:
            return words[start:at]
        if (
            at > start
            and words[at] in ("we", "i", "ours")
            and words[at + 1 : at + 2] not in (("feel",), ("think",), ("suppose",), ("believe",))
        ):
            return words[start:at]
        if words[at] in _JOINS and words[at + 1 : at + 3] == ("the", "company"):
            return words[start:at]
    return words[start:end]


_JOINS = frozenset(("and", "but"))


def _unmeasured(zone: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those that only name a figure of Amazon's: the order defect rate, late shipments."""
    return tuple(word for at, word in enumerate(zone) if (word, *zone[at + 1 : at + 2]) not in _METRICS)


_METRICS = frozenset((("defect", "rate"), ("defect", "rates"), ("late", "shipment"), ("late", "dispatch")))


def _own_words(zone: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of the party itself, before "and" goes on with something else."""
    return zone[: zone.index("and")] if "and" in zone else zone


def _is_bad(word: str, stems: tuple[str, ...]) -> bool:
    return word in BAD or (word.startswith(stems) and word not in _SOUND)


# Words that only begin as a bad one does: a message is no mess.
_SOUND = frozenset(
    "message messages messaging messaged messenger mission missions later latest lately laterally".split()
)


def _ours(words: tuple[str, ...], answers: list[tuple[int, int]]) -> bool:
    """Whether the words of responsibility speak of the seller: "the error was ours", "we are responsible"."""
    return any({"ours", "we", "i", "mine", "us"}.intersection(words[max(0, s - 3) : e + 3]) for s, e in answers) and (
        not {"not", "never", "neither", "nor"}.intersection(words)
    )
