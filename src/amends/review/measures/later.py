"""What a point of the corrective actions leaves for another day, told without any future tense.

“The other 20 get their money on 25 November”, “relabelling: 26 November”, “two remain”: nothing in these words is past,
and the day in them is later than every other day of the letter, or they speak of what is left. A day up to which
something is valid, and what carriers, banks and Amazon do by themselves, are no announcements.
"""

from __future__ import annotations

from bisect import bisect_left

from amends.review.language.classes import classes_of
from amends.review.language.verbs import ALIKE
from amends.review.language.words import Lexicon, is_number
from amends.review.letter import parts
from amends.review.measures.deeds import told_in
from amends.review.measures.segments import pieces
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement
    from amends.review.measures.segments import Piece

_ARRIVES = frozenset("shows show appears appear reaches reach arrives arrive lands land clears clear".split())

# Words right before a day up to which something lasts, or which a paper bears.
_LASTS = frozenset(
    "until till to valid validity expires expire expired expiring expiry before through dated lasts runs renewable "
    "best beginning starting".split()
)
_REST = frozenset(
    "rest remainder remaining remain remains balance leftover others outstanding missing residual".split()
)
_ORDINALS = frozenset("other another further last second third remaining next final".split())
_SETTLED = frozenset(
    "since already now offline gone zero out empty done none nil no nothing sold unchanged unaffected still fine ok "
    "okay sound correct right compliant same genuine unsold quarantine".split()
)
_LEFT = _REST | _ORDINALS
# Words for a time to come, wherever they stand.
TIMES_TO_COME = (
    "not yet",
    "yet to",
    "in due course|time",
    "next|coming|following|upcoming week|weeks|month|months|quarter|year|season|days",
    "tomorrow|soon|shortly|presently|eventually|someday",
    "in|within|over|during the coming|next",
    "at a|some later date|stage|point|time|day",
    "being|up|comes|come|is|are next",
    "is|are|am to come|follow|go|begin|start",
)
_TO_COME = Lexicon(*TIMES_TO_COME, "as_soon_as", "once|when we|he|she|they|it|there|the")
# "34 of 96 so far" is a part of it, "no complaint so far" is not.
_SO_FAR = Lexicon(
    "so|thus far", "as yet", "for the? now|moment|time_being|present", "half|partly|partially done|finished|through"
)
_NONE = frozenset("no none nothing never zero nobody without".split())
_OTHERS = frozenset("@amazon @carrier @buyer".split())
_BYSTANDERS = frozenset(
    "bank banks police officer insurer court customs authority office fba certificate licence license contract invoice "
    "policy shipment parcel parcels statement".split()
)


def limit(draft: Draft, item: Item) -> date | None:
    """The last day that the letter names outside a point; None where it names none."""
    days = _last_days(draft)
    return next((day for day, start in days if start != item.start), None)


def left(draft: Draft, item: Item, statement: Statement, *, done: bool) -> Piece | None:
    """The first piece of a statement that is left for another day; with `done` also what is left without a day."""
    days = draft.dates_in(statement)
    words = statement.words
    latest = limit(draft, item) if days else None
    to_come = [first for first, _, _ in _TO_COME.matches(words)] if done else []
    so_far = [first for first, _, _ in _SO_FAR.matches(words)] if done and _NONE.isdisjoint(words) else []
    rest = done and not _LEFT.isdisjoint(words)
    if latest is None and not rest and not to_come and not so_far:
        return None
    starts = [start for start, _ in statement.at]
    places = [(bisect_left(starts, found.span.start), found.date) for found in days]
    cut = pieces(statement)[:_MOST]
    for number, (first, last) in enumerate(cut):
        if any(first <= at < last for at in so_far) and _in_part(words[first:last]):
            return first, last
        if told_in(statement, first, last) or _of_a_thing(words, first, last):
            continue
        own = [(at, day) for at, day in places if first <= at < last and day is not None]
        if (
            own
            and _only_dates(words, first, last)
            and _heads_or_ends_told(statement, cut, number, [at for at, _ in places])
        ):
            continue
        head = _label(statement, cut, number) if own else first
        for at, day in own:
            ahead = latest is not None and day > latest and not _lasts(words, at)
            # "The buyers got a message and could choose …" is told of the buyers too.
            whose = cut[number - 1][0] if number and words[first] in _JOINED and words[first + 1] in _MIGHT else head
            if ahead and not (done and by_others(words, whose, at)):
                return head, last
        if own:
            continue
        if any(first <= at < last for at in to_come) and not by_others(words, first, last):
            return first, last
        if rest and _is_rest(words, first, last):
            return first, last
    return None


_JOINED, _MIGHT = frozenset(("and", "or")), frozenset("could can may might would will".split())
# Nobody puts more into a sentence, and each is held against those beside it.
_MOST = 40
_DATE_WORDS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday on at in of the by from to".split()
)


def _only_dates(words: tuple[str, ...], first: int, last: int) -> bool:
    return all(word[0].isdigit() or word in _DATE_WORDS for word in words[first:last])


def _heads_or_ends_told(statement: Statement, cut: tuple[Piece, ...], number: int, days: list[int]) -> bool:
    """Whether a day belongs to a deed that is told behind it ("4 June: I added …") or, without a day of its own, right
    before it ("we removed 3 ASINs (…) on 10 March").
    """
    words = statement.words
    if all(_only_dates(words, *piece) for piece in cut[:number]):
        return any(told_in(statement, *piece) for piece in cut[number + 1 :])
    for first, last in reversed(cut[:number]):
        if any(first <= at < last for at in days):
            return False
        if told_in(statement, first, last):
            return True
    return False


def _last_days(draft: Draft) -> list[tuple[date, int]]:
    """The latest day of each point of the letter with the place of the point, the latest first."""
    if "last days" not in draft.memo:
        kept: dict[int, date] = {}
        for found in draft.dates:
            statement = draft.statement_at(found.span.start)
            if found.date is None or statement is None or statement.part == parts.DOCUMENTS:
                continue
            item = statement.item
            start = item.start if item is not None else statement.start
            if _bounds(draft, statement, found):
                continue
            kept[start] = max(found.date, kept.get(start, found.date))
        draft.memo["last days"] = sorted(((day, start) for start, day in kept.items()), reverse=True)
    return cast("list[tuple[date, int]]", draft.memo["last days"])


def _bounds(draft: Draft, statement: Statement, found: Found) -> bool:
    """Whether a date says how long something lasts."""
    before = draft.low[max(statement.start, found.span.start - 16) : found.span.start].replace("(", " ").split()
    return not _LASTS.isdisjoint(before[-2:])


def _lasts(words: tuple[str, ...], at: int) -> bool:
    before = words[max(0, at - 2) : at]
    return not _LASTS.isdisjoint(before[-1:] if before[-1:] not in _PREPOSITIONS else before)


_PREPOSITIONS = (("on",), ("the",), ("from",), ("of",), ("by",))


def _of_a_thing(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a piece only describes a thing or a purpose: "which runs to …", "so that the page stays closed"."""
    head = words[first:last][:2]
    if head[0] in ("so", "because", "as", "since"):
        return True
    return head[0] in ("which", "who", "that", "whose") and head[1:] not in _ACTORS


_ACTORS = (("we",), ("i",), ("he",), ("she",), ("our",))


def _label(statement: Statement, cut: tuple[Piece, ...], number: int) -> int:
    """Where the words begin that a piece is told of: those before a colon ("Relabelling: 26 November") as well."""
    first = cut[number][0]
    if not number:
        return first
    between = statement.text[statement.at[first - 1][1] - statement.start : statement.at[first][0] - statement.start]
    return first if ":" not in between and "(" not in between else cut[number - 1][0]


def by_others(words: tuple[str, ...], first: int, at: int) -> bool:
    """Whether carriers, buyers, banks or Amazon do it: "the parcel arrives on 20 November"."""
    said = words[first:at]
    return (
        not _ARRIVES.isdisjoint(said)
        or not _BYSTANDERS.isdisjoint(said[:4])
        or any(not _OTHERS.isdisjoint(classes_of(word)) for word in said[:4])
    )


def _is_rest(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a piece says how it is with what is left, and that is no state of rest: "the other 20 wait".

    Where it has no verb, that of the piece before is meant: "we refunded 9 buyers and the 2 others as well".
    """
    said = words[first:last]
    if not _SETTLED.isdisjoint(said) or not _has_present(said):
        return False
    for at, word in enumerate(said):
        if word in _REST:
            # "The page remains closed" is how it is, "two remain to be done" is not.
            if word not in ("remain", "remains") or said[at + 1 : at + 2] in _UNDONE:
                return True
            continue
        after, behind = (*said[at + 1 : at + 3], "", "")[:2]
        if word in _ORDINALS and (after == "half" or (after and is_number(after) and behind not in _TIMES)):
            return after != "one"
    return False


_PRESENTS = frozenset(
    "has have does do gets get remain remains wait waits go goes come comes follow follows need needs take "
    "takes".split()
)
_UNDONE = tuple((word,) for word in "to for open undone outstanding until unread unpaid unchecked on".split())
_TO_DO = frozenset("to next due still being yet up".split())
_PERSONS = frozenset("he she we i they it".split())
_TIMES = frozenset("days weeks months hours minutes years % percent day week month".split())


def _in_part(said: tuple[str, ...]) -> bool:
    """Whether a piece tells a part of a number: "34 of 96"."""
    return "half" in said or any(word == "of" and at and is_number(said[at - 1]) for at, word in enumerate(said))


def _has_present(said: tuple[str, ...]) -> bool:
    """Whether a verb in the present stands in these words."""
    if not _PRESENTS.isdisjoint(said):
        return True
    if any(word in ("is", "are") and said[at + 1] in _TO_DO for at, word in enumerate(said[:-1])):
        return True
    return any(word in _PERSONS and said[at + 1] not in ALIKE for at, word in enumerate(said[:-1]))
