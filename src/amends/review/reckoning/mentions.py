"""The dated events of a letter, each with the stems of the words told of it, so that two mentions of one event are
known as such however far apart they stand.

From it come two judgements: an answer dated before what it answers ("the wrong label was printed on 12 November" and
"the wrong label was taken off on 8 November"), and one event on two days ("the lot was booked in on 4 August" and "the
lot booked in on 14 August"). A later mention counts only where a word says that the thing is known: the, this, that,
same, said, these, after, on learning of.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from amends.review.language.verbs import is_past
from amends.review.letter import parts
from amends.review.letter.meant import meant
from amends.review.letter.own_day import letter_date
from amends.review.reckoning.references import Again
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_KNOWN = frozenset("the this that these those same said such after following upon its our it as".split())
# Words that every letter has: they tell no two events to be one.
_COMMON = frozenset(
    "asin asins listing listings account amazon amazon's unit units product products item items seller sellers "
    "offer offers "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday week weeks month months year years hour hours days which that this these "
    "those with "
    "from have been were their they them then than there here where when what while until since after before between "
    "about under over into onto upon through during within without because each every same such said only also still "
    "lead manager officer clerk owner supervisor director packer head team staff desk service person assistant buyer "
    "buyers customer customers order orders sale sales stock shop store business company made done took taken put set "
    "file files page report copy list sheet screenshot record proof evidence notice "
    "quality catalogue catalog warehouse packing account accounts corrective action actions measure root cause new old "
    "first last second other further another whole former full named read went came wrote asked sent gave given "
    "we our the and for was has had its she his her him you your not nor but all any are who out off one two three "
    "four five six seven eight nine ten both more most less per".split()
)
_OTHERS = frozenset(
    "second other another further additional next again repeated repeat weekly monthly daily every each third "
    "renewed new "
    "later reminder instead already earlier previously before prior once until twice follow-up".split()
)
_EARLY = frozenset("already earlier previously prior before beforehand had ahead".split())
_PARTIES = frozenset(
    ("suppl", "manuf", "labor", "model", "sourc", "brand", "way", "kind", "type", "lot", "distr", "maker")
)
_TRIGGERS = (
    "after upon following once learning learnt learned hearing response reply reaction result soon because having "
    "answer triggered due"
)
_TRIGGER = frozenset(_TRIGGERS.split())
_PREFIX, _WINDOW, _FAR, _MOST, _SHORTEST = 5, 9, 120, 160, 3


class Mention:
    """A day, its place and sentence; `near` are the words around it and `stems` what tells them apart.

    The stems of the words that are spoken of as known, and of the events told right beside the day are
    worked out where somebody asks.
    """

    __slots__ = ("_close", "_events", "_known", "_near", "day", "found", "near", "statement", "stems")

    def __init__(
        self, day: date, found: Found, statement: Statement, near: tuple[str, ...], close: tuple[str, ...]
    ) -> None:
        self.day, self.found, self.statement = day, found, statement
        self._near, self._close = near, close
        self.near, self.stems = frozenset(near), _stems(near)
        self._known: frozenset[str] | None = None
        self._events: frozenset[str] | None = None

    @property
    def known(self) -> frozenset[str]:
        """The stems of the words around the day that are spoken of as known."""
        if self._known is None:
            self._known = _known(self._near)
        return self._known

    @property
    def events(self) -> frozenset[str]:
        """The stems of the events told right beside the day."""
        if self._events is None:
            self._events = frozenset(stem(word) for word in self._close if _is_event(word) and word not in _COMMON)
        return self._events


def stem(word: str) -> str:
    """What two forms of a word have in common: doubled and doubling, removal and removed."""
    return word[:_PREFIX].rstrip("e") if len(word) > _SHORTEST else word


class _Stems(dict[str, str]):
    """The stem of each word that tells events apart, nothing for the others; worked out once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        told = len(word) >= _SHORTEST and word.isalpha() and word not in _COMMON
        found = self[word] = stem(word) if told else ""
        return found


_STEMS = _Stems()
_MOST_WORDS = 30_000
_NONE = frozenset(("",))


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_STEMS.__getitem__, words)) - _NONE


def _known(words: tuple[str, ...]) -> frozenset[str]:
    """The stems of words that stand within three words behind one that says that they are known."""
    return _behind(words, _KNOWN, 3)


def _behind(words: tuple[str, ...], marks: frozenset[str], reach: int) -> frozenset[str]:
    """The stems of words that stand so close behind one of these."""
    if marks.isdisjoint(words):
        return frozenset()
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in marks:
            found.update(words[at + 1 : at + 1 + reach])
    return _stems(found)


def mentions(draft: Draft) -> list[Mention]:
    """The dated events of a letter in order."""
    if "mentions" not in draft.memo:
        draft.memo["mentions"] = list(_mentions(draft))
    return cast("list[Mention]", draft.memo["mentions"])


def _mentions(draft: Draft) -> Iterator[Mention]:
    number = 0
    for statement in draft.statements:
        dated = draft.dates_in(statement)
        if not dated or len(dated) > 4:
            continue
        words, at = statement.words, statement.at
        for place, found in enumerate(dated):
            day = meant(draft, found)
            number += 1
            if day is None or number > _MOST:
                continue
            first, last = bisect_left(at, (found.span.start,)), bisect_left(at, (found.span.end,))
            left = bisect_left(at, (dated[place - 1].span.end,)) if place else 0
            right = bisect_left(at, (dated[place + 1].span.start,)) if place + 1 < len(dated) else len(words)
            near = (*words[max(left, first - _WINDOW) : first], *words[last : min(right, last + _WINDOW)])
            close = (*words[max(left, first - _CLOSE) : first], *words[last : min(right, last + 2)])
            yield Mention(day, found, statement, near, close)


_CLOSE = 5


def _is_event(word: str) -> bool:
    return is_past(word) or word in ("online", "offline") or word.endswith(("ing", "ion", "ment"))


def on_two_days(draft: Draft) -> Iterator[Again]:
    """Mentions of one event with different days."""
    told = mentions(draft)
    if len(told) < 2:
        return
    days: dict[int, set[date]] = {}
    for mention in told:
        days.setdefault(id(mention.statement), set()).add(mention.day)
    for at, mention in enumerate(told):
        if len(mention.stems) < 1 or not _OTHERS.isdisjoint(mention.near):
            continue
        same = _same(mention.statement.words) if "same" in mention.near else frozenset()
        for before in told[:at]:
            shared = mention.stems & before.stems
            if (
                len(shared) < (1 if same & shared else 2)
                or before.day == mention.day
                or before.statement is mention.statement
            ):
                continue
            if mention.day in days[id(before.statement)] or before.day in days[id(mention.statement)]:
                continue
            if abs((mention.day - before.day).days) > _FAR or not _OTHERS.isdisjoint(before.near):
                continue
            if not (same & shared or _alike(draft, mention, before, shared)):
                continue
            message = f"{mention.found.span.quote} here, {before.found.span.quote} above for the same. Which is right?"
            yield Again(mention.found.span, before.statement.text, message)
            break


def _same(words: tuple[str, ...]) -> frozenset[str]:
    """The stems of what a sentence calls the same: an event, and no party or kind that many events share."""
    at = words.index("same") if "same" in words else len(words)
    return _stems(words[at + 1 : at + 2]) - _PARTIES


def _alike(draft: Draft, mention: Mention, before: Mention, shared: frozenset[str]) -> bool:
    """Whether both mentions tell one event, right beside their days, of a thing that the later one knows."""
    if before.statement.item is mention.statement.item:
        return False
    files = [{match.group().lower() for match in draft.files_in(each.statement)} for each in (mention, before)]
    things = [{i.value for i in draft.identifiers_in(each.statement)} for each in (mention, before)]
    apart = things[0] and things[1] and things[0].isdisjoint(things[1])
    told = mention.events & before.events
    others = (shared & mention.known) - told
    same_paper = len(files[0]) == 1 and files[0] == files[1] and bool(shared - told)
    return bool(told) and not apart and (same_paper or bool(others) or (bool(told & mention.known) and len(shared) > 2))


def answered_early(draft: Draft) -> Iterator[Again]:
    """Actions dated before the event that they name as known."""
    own = letter_date(draft)
    told = [mention for mention in mentions(draft) if mention.found is not own]
    of: dict[int, list[Mention]] = {}
    points: dict[int, list[Mention]] = {}
    for mention in told:
        of.setdefault(id(mention.statement), []).append(mention)
        points.setdefault(id(mention.statement.item), []).append(mention)
    # A letter that dates more events than these is looked through for its first ones.
    before = [statement for statement in _before(draft) if id(statement) in of][:_MOST_EVENTS]
    events = {id(each): [one for one in of[id(each)] if not _of_paper(draft, one)] for each in before}
    before = [statement for statement in before if events[id(statement)]]
    for part in draft.of(parts.DONE, parts.MIXED):
        for item in part.items:
            dated = points.get(id(item), [])
            if not dated or not _EARLY.isdisjoint(item.words) or _counts_over(item.words):
                continue
            last = max(dated, key=lambda mention: mention.day)
            known = _known(item.words) | _pointed(item.words)
            for statement in before:
                event = events[id(statement)]
                first = min(mention.day for mention in event)
                if last.day >= first or (first - last.day).days > _FAR:
                    continue
                ids = {i.value for i in draft.identifiers_in(statement) if i.kind != "asin"}
                named = bool(ids) and not ids.isdisjoint(i.value for i in draft.identifiers_in(item))
                stems = _stems(statement.words)
                starts = not _STARTS.isdisjoint(statement.words) and _shared_role(statement.words, item.words)
                if named or known & stems or starts:
                    message = (
                        f"{last.found.span.quote} is before what it answers ({event[0].found.span.quote}). Check "
                        f"the date."
                    )
                    yield Again(dated[0].found.span, statement.text, message)
                    break


def _of_paper(draft: Draft, mention: Mention) -> bool:
    """Whether a day is that of somebody's paper: "confirms in a letter of 15 July"; your letter is the event itself."""
    before = draft.low[max(0, mention.found.span.start - _BESIDE) : mention.found.span.start].split()
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _PAPERS and "your" not in before


_BESIDE = 24
_PAPERS = frozenset("letter catalogue catalog invoice certificate opinion extract declaration statement".split())
_MOST_EVENTS = 40
_STARTS = frozenset("joined hired started began engaged appointed employed post registered founded installed".split())


def _shared_role(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether both sentences name the same role in two words: "the compliance officer"."""
    pairs = {pair for pair in pairwise(one) if pair[1] in _COMMON and pair[0] not in _COMMON and len(pair[1]) > 3}
    return any(pair in pairs for pair in pairwise(two))


def _pointed(words: tuple[str, ...]) -> frozenset[str]:
    """The stems of what follows "after", "on learning of", "as soon as"."""
    return _behind(words, _TRIGGER, 5)


def _before(draft: Draft) -> list[Statement]:
    """The dated sentences of the opening and the root cause; at most some hundred."""
    told = [s for part in draft.of(parts.OPENING, parts.CAUSE) for s in part.statements]
    return [s for s in told if draft.dates_in(s) and not _heads(s)][:_MOST]


def _counts_over(words: tuple[str, ...]) -> bool:
    """Whether a point tells of a stretch of time: "from 11 June 2025 to 10 June 2026 we sold 214 units"."""
    return words[0] in ("from", "between") and not {"to", "until", "and"}.isdisjoint(words[2:6])


def _heads(statement: Statement) -> bool:
    """Whether a row of the head, sender and day, tells of no event."""
    return statement.part == parts.OPENING and "\n" in statement.text and not any(map(is_past, statement.words))
