"""The account of a letter's days: every date, read once, with what is told of it.

A date belongs to the words from the last cut before it to the next one behind: a mark, a relative word, "and", the day
of something else. A day that hangs on a noun ("the notice of 3 May", "invoice 5530 (5 May)") is that of the noun and
cuts nothing. What happens on it is the form that tells nearest to it, else a name for a deed; the things it happens to
are identifiers, files, codes behind a noun ("lot K7") and the stems of the words that tell things apart.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from amends.review.language.deeds import MESSAGES, NAME, PAPERS, RESULTS, TELL
from amends.review.language.verbs import is_participle, is_past
from amends.review.language.words import MASKED
from amends.review.letter.meant import meant
from amends.review.reckoning.counts import number_of, singular
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from amends.dates import Found
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

KNOWN = frozenset("the this that these those said same such its it them his her our".split())
# Words that every letter has: they tell no two things apart.
COMMON = frozenset(
    "asin asins listing listings account amazon amazon's unit units product products item items seller sellers offer "
    "offers january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday day days week weeks month months year years hour hours which that this "
    "these those with from have been were their they them then than there here where when what while until since after "
    "before between about under over into onto upon through during within without because each every same such said "
    "only also still lead leader manager officer clerk owner supervisor director packer head team staff desk service "
    "person assistant buyer buyers customer customers order orders sale sales stock shop store business company made "
    "done took taken put set file files page pages report copy list sheet screenshot record proof evidence notice "
    "quality catalogue catalog warehouse packing accounts corrective action actions measure root cause new old first "
    "last second other further another whole former full named read went came wrote asked sent gave given we our the "
    "and for was has had its she his her him you your not nor but all any are who out off one two three four five six "
    "seven eight nine ten both more most less per us by on at in of to as chief technician bookkeeper accountant "
    "number date dated shows show showing see name names names id nr no".split()
)
OTHERS = frozenset(
    "second other another further additional next again repeated repeat weekly monthly daily every each third renewed "
    "later reminder instead once twice follow-up re-opened reopened anew besides remaining rest more".split()
)
# Words that lead to what came first.
AFTER = frozenset(
    "after upon following once because having triggered prompted owing due learning hearing receipt receiving basis "
    "based strength soon thanks".split()
)
RELATIVE = frozenset("which that who whom whose".split())
_CUTS = frozenset(
    "and but while which that who whom whose because since as after before when where once until upon following then "
    "so or though although having".split()
)
_LEADS = frozenset("on at in the since until till by from of as dated and".split())
_NO_NOUN = frozenset(
    "night morning day week evening end as month because out start beginning weekend hours afternoon noon eve instead "
    "and course middle was is were been run year time were copy".split()
)
_NO_LABEL = frozenset(
    "the of all on in at by to and from with for a an our these those we i only about january february march april may "
    "june july august september october november december mon tue wed thu fri sat sun it he she was were is are".split()
)
# Behind these a plain number tells which one is meant, behind others how many follow.
_LABELS = PAPERS | frozenset(
    "lot batch order case ticket version pallet container box bay hall section number sheet claim complaint model unit "
    "item point annex room store shop route suite floor line machine".split()
)
_TIMES = ("am", "pm", "st", "nd", "rd", "th", "h")
_STRONG, _WEAK = ";:\n|", ",()–—"
_MOST_DAYS, _MOST_WORDS, _PREFIX, _SHORTEST = 6, 160, 5, 3
_REACH, _WIDE, _AROUND, _YEAR = 4, 7, 8, 2000


_BE = frozenset("was were been be is are being got".split())
_SHORT = frozenset("on at by in from to with for of as and since until when which that".split())
_COMES = frozenset(("hire",))


class Told:
    """A day of the letter, where it stands, and what is told of it.

    `words` are those that belong to it, the first `ahead` of them before it, `lead` the two right before it; `deed` is
    what happens, by `deeds.py`, and `verb` the word that says it (the noun, where the day hangs on one: `hangs`).
    `fronted` days stand before what they date. `head` is the noun on which a relative clause or participle with the
    day hangs.
    """

    __slots__ = (
        "_known", "_stems", "ahead", "day", "deed", "found", "fronted", "hangs", "head", "lead", "statement", "verb",
        "words",
    )  # fmt: skip

    def __init__(
        self, day: date, found: Found, statement: Statement, words: tuple[str, ...], lead: tuple[str, ...]
    ) -> None:
        self.day, self.found, self.statement, self.words, self.lead = day, found, statement, words, lead
        self.deed, self.verb, self.ahead = "", "", len(words)
        self.hangs = self.fronted = False
        self.head: tuple[str, ...] = ()
        self._stems: frozenset[str] | None = None
        self._known: frozenset[str] | None = None

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the words that tell its things apart."""
        if self._stems is None:
            self._stems = stems((*self.head, *self.words))
        return self._stems

    @property
    def object(self) -> frozenset[str]:
        """The stems of what the deed is done to, or of what comes: behind the verb, or before it in the passive."""
        words = self.words
        if self.hangs or self.verb not in words or not is_participle(self.verb):
            return frozenset()
        at = words.index(self.verb)
        before = words[max(0, at - _WIDE) : at]
        behind_it = words[at + 1 : at + _WIDE]
        passive = (
            self.deed in _COMES or not _BE.isdisjoint(before[-3:]) or behind_it[:1] == () or behind_it[0] in _SHORT
        )
        if passive:
            return stems((*self.head, *before))
        end = next((place for place, word in enumerate(behind_it) if word in _SHORT), len(behind_it))
        return stems(behind_it[:end])

    @property
    def codes(self) -> dict[str, set[str]]:
        """The codes of its things by their nouns: "lot K7", "invoice 5530", "hall A"."""
        found: dict[str, set[str]] = {}
        for noun, code in pairwise((*self.head, *self.words)):
            if (
                not (len(code) == 1 or code[-1].isdigit() or code[0].isdigit())
                or code in ("a", MASKED)
                or code.endswith(_TIMES)
            ):
                continue
            if noun.isalpha() and noun not in _NO_LABEL and (not code.isdigit() or singular(noun) in _LABELS):
                found.setdefault(singular(noun), set()).add(code)
        return found

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers told of its things."""
        near = self.words[max(0, self.ahead - _AROUND) : self.ahead + _AROUND]
        return frozenset([number for word in near if (number := number_of(word)) is not None and 1 < number < _YEAR])

    @property
    def known(self) -> frozenset[str]:
        """The stems of the words that are spoken of as known."""
        if self._known is None:
            self._known = behind((*self.head, *self.words), KNOWN, 3)
        return self._known


def told_in(draft: Draft, statement: Statement) -> Sequence[Told]:
    """The days of a statement in order, each with what is told of it."""
    found = draft.dates_in(statement)
    if not found:
        return ()
    kept = cast("dict[int, Sequence[Told]]", draft.memo.setdefault("told days", {}))
    if statement.start not in kept:
        many = len(found) > _MOST_DAYS or len(statement.words) > _MOST_WORDS
        kept[statement.start] = () if many else tuple(_read(draft, statement, found))
    return kept[statement.start]


def account(draft: Draft) -> list[Told]:
    """All of them, in the order of the letter."""
    if "account of days" not in draft.memo:
        draft.memo["account of days"] = [
            told for statement in draft.statements if draft.dates_in(statement) for told in told_in(draft, statement)
        ]
    return cast("list[Told]", draft.memo["account of days"])


def apart(one: Told, two: Told) -> bool:
    """Whether numbers or the codes behind a noun tell the things of two days apart: "lot K7" and "lot K8"."""
    if one.numbers and two.numbers and one.numbers.isdisjoint(two.numbers):
        return True
    first, second = one.codes, two.codes
    return any(codes.isdisjoint(second[noun]) for noun, codes in first.items() if noun in second)


class _Stems(dict[str, str]):
    """The stem of each word that tells things apart, nothing for the others; worked out once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        telling = len(word) >= _SHORTEST and word.replace("-", "").isalpha() and word not in COMMON
        found = self[word] = stem(word) if telling else ""
        return found


def stem(word: str) -> str:
    """What the forms of a word have in common: doubled, doubling; removal, removed."""
    for ending in ("ing", "ed", "s"):
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
            word = word[: -len(ending)]
            # "Scanning" and "scans".
            word = word[:-1] if word[-1] == word[-2] else word
            break
    return word[:_PREFIX].rstrip("e")


_MOST_STEMS = 30_000
_STEMS = _Stems()
_NONE = frozenset(("",))


def stems(words: Iterable[str]) -> frozenset[str]:
    """What words that tell things apart have in common with their other forms: doubled, doubling."""
    return frozenset(map(_STEMS.__getitem__, words)) - _NONE


def behind(words: Sequence[str], marks: frozenset[str], reach: int) -> frozenset[str]:
    """The stems of words that stand at most so far behind one of these."""
    if marks.isdisjoint(words):
        return frozenset()
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in marks:
            found.update(words[at + 1 : at + 1 + reach])
    return stems(found)


def deed_of(words: Sequence[str], at: int) -> str:
    """What the form at this place tells, with the small word behind it: "came back", "took down"."""
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else ""
    told = TELL.get(word, "")
    if word in ("took", "started", "begun", "began") and not {"work", "job", "post", "office"}.isdisjoint(
        words[at + 1 : at + _REACH]
    ):
        return "hire"
    if word == "handed" and after == "over" and _OURS.isdisjoint(words[max(0, at - _REACH) : at]):
        return "come"
    if after == "back" and (told in ("send", "come") or word in ("gave", "given", "got", "brought", "taken")):
        return "return"
    if word in ("took", "taken", "pulled", "put"):
        if after in ("down", "off", "out", "offline", "away"):
            return "fix"
        if after in ("on", "into", "onto", "in", "up", "back", "to"):
            return "handle"
        if not {"sample", "samples"}.isdisjoint(words[at + 1 : at + _REACH]):
            return "sample"
        return "make" if not _PHOTOS.isdisjoint(words[max(0, at - _WIDE) : at + _REACH]) else ""
    if word in ("left", "gave", "given") or (word in ("went", "gone") and after in ("out", "off", "to")):
        return "send"
    if told == "come" and not _RESULTS.isdisjoint(words[max(0, at - _REACH) : at]):
        return "result"
    if word in ("went", "put", "gone") and after in ("online", "live"):
        return "list"
    if word in ("opened", "created", "made", "filed") and not _ORDERS.isdisjoint(words[max(0, at - 3) : at + _REACH]):
        return "order"
    if word in ("written", "wrote") and after in ("off", "down"):
        return "end"
    if told == "find" and not LAB.isdisjoint(words[max(0, at - _WIDE) : at]):
        return "result"
    if word == "brought" and "to" in words[at + 1 : at + _WIDE]:
        return "send"
    if word in ("raised", "opened", "filed"):
        near = {*words[max(0, at - _REACH) : at], *words[at + 1 : at + _REACH]}
        return "complain" if near & {"claim", "case", "ticket", "complaint", "dispute"} else told
    return told


LAB = frozenset("lab laboratory sample samples probe probes muestra muestras test tested".split())
_OURS = frozenset("we i our lead clerk manager owner officer".split())
_PHOTOS = frozenset("photo photos picture pictures photographer photograph photographs screenshot".split())
_ORDERS = frozenset(("order", "orders"))
_RESULTS = frozenset("result results report reports raporu rapor finding findings".split())


def _read(draft: Draft, statement: Statement, found: Sequence[Found]) -> list[Told]:
    words, at = statement.words, statement.at
    days: list[tuple[date, Found, int, int, int]] = []
    names = [match.span() for match in draft.files_in(statement)]
    for each in found:
        day = meant(draft, each)
        if day is not None and not any(begin < each.span.start < end for begin, end in names):
            first, last = bisect_left(at, (each.span.start,)), bisect_left(at, (each.span.end,))
            days.append((day, each, first, last, _noun(draft, statement, each, first, last)))
    plain = [(first, last) for _, _, first, last, noun in days if noun < 0]
    bounds = _bounds(statement, plain)
    held = {
        place
        for _, _, _, last, noun in days
        if noun >= 0 and not AFTER.isdisjoint(words[max(0, noun - _WIDE) : noun])
        for place in range(max(0, noun - _WIDE), last)
    }
    read: list[Told] = []
    number = 0
    for day, each, first, last, noun in days:
        if noun >= 0:
            told = Told(day, each, statement, words[max(0, noun - _WIDE) : first], words[max(0, first - 2) : first])
            told.hangs, told.verb = True, words[noun]
            if noun > first:
                told.words = words[last : noun + 1]
            name = singular(words[noun])
            told.deed = _of_paper(name, words) if name in PAPERS else NAME.get(name, "")
        else:
            left, right = bounds[number]
            number += 1
            inside = (*words[left:first], *words[last:right])
            if held:
                inside = tuple(words[at] for at in (*range(left, first), *range(last, right)) if at not in held)
            told = Told(day, each, statement, inside, words[max(0, first - 2) : first])
            if not left and words[0] in ("it", "this") and statement.item is not None:
                told.head = _before(statement)
            elif left and (words[left] in RELATIVE or words[left] in TELL):
                told.head = words[max(0, left - _REACH) : left]
            told.ahead = sum(at not in held for at in range(left, first))
            _tell(told, words, left, first, last, right)
        read.append(told)
    return read


def _before(statement: Statement) -> tuple[str, ...]:
    """The first words of the sentence before, of which "it" speaks."""
    item = statement.item
    told = item.statements[:_MOST_BEFORE] if item is not None else []
    at = told.index(statement) if statement in told else 0
    return told[at - 1].words[:_WIDE] if at else ()


_MOST_BEFORE = 40


def _of_paper(name: str, words: Sequence[str]) -> str:
    if name in MESSAGES:
        return "message"
    return "result" if name in RESULTS and not LAB.isdisjoint(words) else "make"


def _noun(draft: Draft, statement: Statement, found: Found, first: int, last: int) -> int:
    """The place of the noun on which a day hangs, or -1: "the notice of 3 May", "invoice 5530 (5 May)"."""
    words = statement.words
    if words[last : last + 3] in _THE_DAY_OF or words[last : last + 3] in _DATE_OF:
        spot = last + 3 + (words[last + 3 : last + 4] in (("the",), ("our",), ("his",), ("its",)))
        return spot if spot < len(words) and singular(words[spot]) in NAME else -1
    place = first - 1
    if place >= 0 and words[place] == "the":
        place -= 1
    bracket = draft.text[max(0, found.span.start - 1) : found.span.start] == "("
    if place < 0 or (not bracket and words[place] not in ("of", "dated", "from")):
        return -1
    near = range(first - 1 if bracket else place - 1, max(-1, place - _REACH - 1), -1)
    for spot in near:
        name = singular(words[spot])
        if name in PAPERS or (name in NAME and not bracket):
            return -1 if words[place] == "from" and name not in PAPERS else spot
        if words[spot].isalpha() and words[spot] not in ("no", "nr", "number", "id", "pdf") and bracket:
            return -1
        if words[spot] in _CUTS or is_past(words[spot]):
            return -1
        if not bracket and words[place] == "of" and words[spot].isalpha():
            return -1 if words[spot] in _NO_NOUN or spot == 0 else spot
    return -1


_THE_DAY_OF, _DATE_OF = (("the", "day", "of"),), (("the", "date", "of"),)


def _bounds(statement: Statement, days: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """From which word to which each day is told of."""
    cuts = [0]
    for number, (first, last) in enumerate(days[:-1]):
        cuts.append(_cut(statement, cuts[-1], first, last, days[number + 1][0]))
    cuts.append(len(statement.words))
    return [(cuts[number], cuts[number + 1]) for number in range(len(days))]


def _cut(statement: Statement, left: int, first: int, last: int, ahead: int) -> int:
    """Where the words of a day end and those of the next one begin."""
    words, at, text, shift = statement.words, statement.at, statement.text, statement.start
    begin = ahead
    while begin > last and words[begin - 1] in _LEADS:
        begin -= 1
    weak = -1
    fronted = _fronted(words, left, first)
    found = -1
    for place in range(last, begin + 1):
        if place and place < len(at):
            joint = text[at[place - 1][1] - shift : at[place][0] - shift]
            if any(mark in joint for mark in _STRONG) or " - " in joint:
                if place > last or not fronted:
                    return place
            elif any(mark in joint for mark in _WEAK) and (place > last or not fronted) and (fronted or weak < 0):
                weak = place
        if place < begin and words[place] in _CUTS and place > last - 1:
            found = place
            if not fronted:
                break
    if found >= 0 and (fronted or weak < 0 or found < weak):
        return found
    if fronted and weak < 0 and (found := _participle(words, last, begin)) >= 0:
        return found
    return weak if weak >= 0 else begin if fronted else last


def _participle(words: tuple[str, ...], last: int, begin: int) -> int:
    """Where a participle behind a noun begins that tells of the next day: "uploaded the sheet issued on"; or -1."""
    verbs = [at for at in range(last, begin) if words[at] in TELL]
    if len(verbs) < 2 or words[verbs[-1] - 1] in _AUXILIARY or verbs[-1] - verbs[-2] < 2:
        return -1
    return verbs[-1]


def _fronted(words: tuple[str, ...], left: int, first: int) -> bool:
    """Whether a day stands before what is told of it."""
    return all(word in _LEADS or word in _CUTS or word.endswith("ly") for word in words[left:first])


def _tell(told: Told, words: tuple[str, ...], left: int, first: int, last: int, right: int) -> None:
    """Find what happens on a day: the form that tells nearest to it, else a name for a deed."""
    told.fronted = _fronted(words, left, first)
    around = (range(last, right), range(first - 1, left - 1, -1)) if told.fronted else (
        range(first - 1, left - 1, -1), range(last, right))  # fmt: skip
    for spots in around:
        finite, seen = False, []
        for spot in spots:
            word = words[spot]
            if word in TELL or word in _SMALL:
                deed = deed_of(words, spot)
                if deed and words[max(0, spot - 1)] not in ("to", "be", "without", "will"):
                    told.deed, told.verb = deed, word
                    return
            if word in _CUTS and finite:
                # What stands behind "and" or "so" is told of something else.
                break
            seen.append(spot)
            finite = finite or word in _AUXILIARY or is_past(word)
        named = next((s for s in seen if _is_name(words, s)), -1)
        if named < 0:
            named = next((s for s in seen if is_participle(words[s]) and words[s] not in _AUXILIARY), -1)
        if named >= 0:
            told.deed, told.verb = _named_deed(words[named]), words[named]
        if named >= 0 or finite:
            return
    named = next((at for at, word in enumerate(told.head) if _is_name(told.head, at)), -1)
    if named >= 0:
        told.deed, told.verb = NAME.get(singular(told.head[named]), ""), told.head[named]


def _named_deed(word: str) -> str:
    return NAME.get(singular(word), "") or (TELL.get(word[:-3] + "ed", "") if word.endswith("ing") else "")


def _is_name(words: tuple[str, ...], spot: int) -> bool:
    """Whether a word names a deed: "destruction", "the removing"; a removal order is none."""
    word = words[spot]
    if word.endswith("ing") and len(word) >= _WIDE and words[spot + 1 : spot + 2] in _ON:
        return True
    return singular(word) in NAME and word not in TELL and (
        word == "order" or words[spot + 1 : spot + 2] not in (("order",), ("orders",)))  # fmt: skip


_ON = (("on",), ("in",), ("of",), ("was",))
_SMALL = frozenset("took taken put left gave given went gone".split())
_AUXILIARY = frozenset("was were had been has have did done dated".split())
