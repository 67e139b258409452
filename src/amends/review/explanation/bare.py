"""A root cause judged as a whole by what it must hold: a step of the seller's own, and things that belong to a trade.

However it is worded, a cause that names no step, setting or act of the seller's, and tells only complaints, rates and
removals, is the symptom; one in which, without days, numbers and codes, hardly a word names a thing is no cause at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from amends.review.explanation.faults import DAYS, GENERAL, acted, is_code
from amends.review.language.classes import classes_of
from amends.review.language.verbs import ALIKE, is_past
from amends.review.language.words import is_number
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.own_gap import names_own_gap
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

# So many words that name a thing, or one in so many, make a cause that says something.
_THINGS, _SHARE = 5, 4
_LONGEST = 80
_PLAIN = ("unspecific", "trouble", "causal", "person", "sold", "hedge")
_RATED = frozenset("% percent cent rate odr ldr lsr vtr otdr score".split())
_MEASURED = frozenset(("because", "since", "as", "so", "which", "where", "when", "while"))


def names_step(statement: Statement) -> bool:
    """Whether a statement names a step of the seller's own that was missing, or what the seller did."""
    found, words = senses(statement), statement.words
    return (
        found.has("house")
        or misses_step(found, words)
        or misses_step(found, words, strict=True)
        or acted(words)
        or names_own_gap(statement)
        or _own_thing_was(words)
    )


def _own_thing_was(words: tuple[str, ...]) -> bool:
    """Whether a thing of the seller's own is said to be so: "our returns table had one tray for all goods"."""
    for at, word in enumerate(words):
        if word in ("our", "my") and _SEEN_BY_AMAZON.isdisjoint(words[at + 1 : at + 4]):
            behind = words[at + 2 : at + 5]
            if any(verb in _IS_SO for verb in behind):
                return True
    return False


_IS_SO = frozenset("had has have kept keeps asks asked stood stands lay lies reads shows sends lets takes".split())
_SEEN_BY_AMAZON = frozenset(
    "account rate rates listing listings product products asin asins order orders offer offers delivery deliveries odr "
    "store shop customers buyers parcels metric metrics score rating ratings reviews health page item items".split()
)


def says_nothing(told: Sequence[Statement]) -> bool:
    """Whether all that is told as the cause could stand in any letter, were it not for days and numbers."""
    words = sum(len(statement.words) for statement in told)
    if words > _LONGEST or any(senses(statement).has("hedge") for statement in told):
        return False
    if not any(senses(statement).has("trouble", "causal", "lacking") for statement in told):
        return False
    things = sum(map(_things, told))
    return things <= _THINGS and things * _SHARE <= words and not any(map(_specific, told))


def _things(statement: Statement) -> int:
    """How many words name a thing, and no day, number, code or person."""
    found = senses(statement)
    plain = {at for field in _PLAIN for spot in found.of(field) for at in range(*spot)}
    return sum(
        1
        for at, word in enumerate(statement.words)
        if at not in plain and not is_number(word) and word not in DAYS and not is_code(word)
    )


def _specific(statement: Statement) -> bool:
    found, words = senses(statement), statement.words
    if acted(words) or any(words[spot.first] not in GENERAL for spot in found.of("house")):
        return True
    return misses_step(found, words) and any(words[spot.first] not in GENERAL for spot in found.of("process"))


def only_symptoms(told: Sequence[Statement]) -> Statement | None:
    """The statement that gives a symptom as the cause, where no other names a step of the seller's own."""
    if not told or sum(len(statement.words) for statement in told) > _LONGEST or any(map(names_step, told)):
        return None
    seen = [each for each in told if senses(each).has("symptom", "person", "sold") or _amazons(each) or _rated(each)]
    return next((statement for statement in seen if _calls(statement)), seen[0] if seen else None)


def _calls(statement: Statement) -> bool:
    """Whether a statement calls something the cause; "we know this because …" calls it a proof."""
    return senses(statement).has("causal") and _KNOWING.isdisjoint(statement.words)


_KNOWING = frozenset(("know", "knew", "proves", "prove"))


_PRONOUNS = frozenset("she he".split())
_THE_PERSON = frozenset("person individual man woman lady gentleman guy boy girl".split())
_TEAMS = frozenset(
    "supplier carrier wholesaler customer buyer buyers complainant amazon manufacturer courier somebody "
    "someone stranger "
    "intruder thief unknown".split()
)
_REACH = 5
# What makes an act a wrong one, whatever the act: what was left undone, mixed up, or done in no state to do it.
_AMISS = frozenset(
    "omitted omit forgot forgotten skipped ignored neglected overlooked missed failed lost dropped transposed "
    "swapped switched confused confuses mixed muddled exchanged reversed inverted doubled duplicated wrong wrongly "
    "incorrect incorrectly instead twice without unnoticed tired sick ill distracted hurry rush haste hasty asleep "
    "stress stressed mind memory eyes finger fingers thumb head phone chatting talking drunk inexperienced "
    "untrained first-day unaware unintended unasked arbitrarily sloppy lazy slack absent-minded thoughtless "
    "carelessly negligently against contrary despite although misunderstanding misread mistyped mistook miscounted "
    "misjudged misplaced mislabelled mislabeled misheard misfiled miskeyed neighbouring adjacent accident coffee "
    "spilled tore bent clicked pressed ticked".split()
)
# "So the packer used it as new" tells what came of the gap told before.
_SO = frozenset("so therefore thus hence consequently then".split())
_UNDONE = frozenset(("not", "never"))


def wrong_hand(statement: Statement) -> bool:
    """Whether a statement tells what a person did wrong, and neither it nor the next which step should "
    "have caught it."""
    words = statement.words
    if words[0] in _SO or (_AMISS.isdisjoint(words) and _UNDONE.isdisjoint(words)) or not _TEAMS.isdisjoint(words):
        return False
    item = statement.item
    behind = [] if item is None else [each for each in item.statements if each.start > statement.start]
    near = (statement, *behind[:1])
    if any(misses_step(senses(each), each.words) for each in near):
        return False
    return _by_person(words)


def _by_person(words: tuple[str, ...]) -> bool:
    """Whether somebody of the seller's acts in these words, or something was done by them."""
    for at, word in enumerate(words):
        someone = word in _PRONOUNS or (word in _THE_PERSON and words[max(0, at - 2) : at] != ())
        if not someone and not is_staff(word):
            continue
        behind = words[at + 1 : at + 1 + _REACH]
        if behind[:2] == ("could", "not"):
            # Who could not see it did nothing wrong.
            continue
        if any(verb in ALIKE or (is_past(verb) and verb not in _BEING) or verb in _UNDONE for verb in behind):
            return True
        if "by" in words[max(0, at - 3) : at]:
            return True
    return any(pair in _BY_HAND for pair in pairwise(words))


_BY_HAND = (("by", "her"), ("by", "him"))
_BEING = frozenset("was were been had".split())
_STAFF = frozenset(
    "clerk lead leader manager officer accountant buyer receiver lister designer photographer translator copywriter "
    "coordinator controller purchaser dispatcher marketer warehouseman director head user chief shift-leader hand "
    "newcomer cleaner courier-desk operator agent".split()
)


def is_staff(word: str) -> bool:
    """Whether a word names somebody who works for the seller."""
    return word in _STAFF or "@staff" in classes_of(word)


def _amazons(statement: Statement) -> bool:
    return any("@amazon" in classes_of(word) for word in statement.words)


def _rated(statement: Statement) -> bool:
    """Whether a statement gives a figure of Amazon's and no reason for it."""
    words = statement.words
    return not _RATED.isdisjoint(words) and _MEASURED.isdisjoint(words)
