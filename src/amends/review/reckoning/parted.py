"""A whole and its parts in running words: "82 reviews, 47 from the cards and 25 from the service"; "88 were asked. 61
have answered, 17 have not".

Two forms tell that the parts are all there is, however far the sum is off: parts that leave out their noun and go on
alike ("47 from …, 25 from …"), and a part with its contrary ("have", "have not"; "so 17 are still open"). What names
a rest, or only examples, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from amends.review.reckoning.figures import Figure, Wrong, figures, over, shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_ALIKE = frozenset("from to in at on for with by because due via under through without after before during".split())
_JOINED = frozenset("and plus then but while whereas so leaving thus hence of them these which".split())
_SOME = frozenset(
    "including among amongst e.g example such mostly mainly only just rest other others remaining remainder most some "
    "further another again more average per".split()
)
_NOT = frozenset("not never nothing none".split())
_PAIRS = (
    "passed failed", "good bad", "right wrong", "correct wrong", "whole broken", "found lost", "opened unopened",
    "new used", "genuine fake", "answered unanswered", "sold unsold", "valid invalid", "clean dirty", "open closed",
    "broke held", "fit unfit", "accepted refused", "granted denied", "won lost",
)  # fmt: skip
_CONTRARY = {one: other for pair in _PAIRS for one, other in (pair.split(), pair.split()[::-1])}
_HELD = frozenset("stock shelf left remain remained remaining hand balance keep kept hold".split())
_CAME = frozenset("bought purchased purchase received delivered".split())
_GONE = frozenset("sold sale sales".split())
_GOOD = frozenset("good whole intact fine right correct genuine sellable clean real undamaged ok faultless".split())
_BAD = frozenset("bad damaged broken defective faulty wrong chipped fake unsellable dirty cracked".split())
_SO = frozenset("so leaving thus hence".split())
_STILL = frozenset("still yet remain remained".split())
_VERBS = frozenset("have has had did do were was are is".split())
_LOW, _HIGH = 0.7, 1.4
_MOST_FIGURES, _NEAR, _FAR = 8, 4, 16


def parallel(draft: Draft, statement: Statement) -> Wrong | None:
    """Parts that leave out their noun and go on with the same word, and that do not make the number before them."""
    words, text = statement.words, draft.text
    counts = _counts(draft, statement)
    if not 3 <= len(counts) <= _MOST_FIGURES or not _SOME.isdisjoint(words):
        return None
    for at, whole in enumerate(counts[:-2]):
        first = counts[at + 1]
        head = _head(words, first)
        if head not in _ALIKE or not _plural_behind(words, whole, first) or not _sets_off(text, whole, first):
            continue
        parts = [first]
        for part in counts[at + 2 :]:
            if _head(words, part) != head or not _goes_on(text, words, parts[-1], part):
                break
            parts.append(part)
        if len(parts) > 1 and (parts[-1] is counts[-1] or _head(words, counts[counts.index(parts[-1]) + 1]) != head):
            return _compared(whole, parts)
    return None


def contrary(draft: Draft, item: Item) -> Iterator[Wrong]:
    """A part and its contrary that do not make what the same point counts before them."""
    told: list[tuple[Statement, Figure]] = []
    for statement in item.statements:
        for figure in _counts(draft, statement):
            told.append((statement, figure))
            if len(told) < 3:
                continue
            (first, whole), (second, part), _ = told[-3:]
            near = draft.text.count(".", whole.end, figure.start) <= 2
            if near and first.end >= second.start - 3 and second.end >= statement.start - 3:
                mistake = _contrary(draft, (first, whole), (second, part), (statement, figure))
                if mistake is not None:
                    yield mistake


def held(draft: Draft, statement: Statement) -> Wrong | None:
    """ "With 450 bought and 400 sold there are 60 in stock." """
    counts = _counts(draft, statement)
    if len(counts) == 3 and _SOME.isdisjoint(statement.words):
        opposed = _opposed(statement, counts)
        if opposed is not None:
            return opposed
    if len(counts) != 3 or not _SOME.isdisjoint(statement.words):
        return None
    told = [frozenset(_behind(statement, figure, 3)) | frozenset(_before(statement, figure)[-1:]) for figure in counts]
    came = [f for f, near in zip(counts, told, strict=True) if near & _CAME]
    sold = [f for f, near in zip(counts, told, strict=True) if near & _GONE]
    left = [f for f, near in zip(counts, told, strict=True) if near & _HELD]
    if len(came) == len(sold) == len(left) == 1 and len({id(f) for f in (came[0], sold[0], left[0])}) == 3:
        return _compared(came[0], [sold[0], left[0]])
    return None


def _opposed(statement: Statement, counts: list[Figure]) -> Wrong | None:
    """ "410 good and 36 damaged, that is 456", in whatever order."""
    whole = max(counts, key=lambda figure: figure.value)
    parts = [figure for figure in counts if figure is not whole]
    for before in (False, True):
        near = [_beside(statement, figure, before) for figure in parts]
        (one, two), (other, another) = [(bool(words & _GOOD), bool(words & _BAD)) for words in near]
        if (one and another and not two and not other) or (two and other and not one and not another):
            return _compared(whole, parts)
    return None


def _beside(statement: Statement, figure: Figure, before: bool) -> frozenset[str]:
    """The words right before or behind a number, up to the next one."""
    words, at = statement.words, figure.word
    if before:
        return frozenset(words[max(0, at - 2) : at])
    end = next((place for place in range(at + 1, min(at + 7, len(words))) if words[place][0].isdigit()), at + 5)
    if words[at + 1 : at + 2] == ("of",):
        # "36 of 456 pieces were damaged"
        end = at + 7
    return frozenset(words[at + 1 : end])


def _contrary(
    draft: Draft, first: tuple[Statement, Figure], second: tuple[Statement, Figure], third: tuple[Statement, Figure]
) -> Wrong | None:
    if (
        first[0] is second[0]
        and first[1].value < second[1].value
        and first[0].words[first[1].word + 1 : second[1].word][:1] == ("of",)
    ):
        # "6 of the 20 cups broke, 15 did not"
        said, whole, part = second[0], second[1], first[1]
        back = _behind(*third, _NEAR)
        if (
            _starts(draft, *third)
            and not _NOT.isdisjoint(back)
            and not _VERBS.isdisjoint(back)
            and _SOME.isdisjoint(said.words)
        ):
            return None if _names(third[0].words, third[1]) else _compared(whole, [part, third[1]])
        return None
    (said, whole), (says, part), (ends, rest) = first, second, third
    came, sold, kept = (frozenset(_near(s, f)) for s, f in (first, second, third))
    if came & _CAME and sold & _GONE and kept & _HELD and said is not ends:
        return _compared(whole, [part, rest])
    behind, back = (_behind(s, f, _NEAR) for s, f in (second, third))
    if (
        not _SOME.isdisjoint(says.words)
        or not _SOME.isdisjoint(ends.words)
        or not _plural_behind(said.words, whole, None)
    ):
        return None
    if _SO.isdisjoint(_before(ends, rest)):
        denied = not _NOT.isdisjoint(back) and _NOT.isdisjoint(behind) and not _VERBS.isdisjoint(back)
        denied = denied or any(_CONTRARY.get(word) in back for word in behind if word in _CONTRARY)
        if not denied or not _starts(draft, says, part):
            return None
    elif _STILL.isdisjoint(back) and _NOT.isdisjoint(back):
        return None
    if any(_names(s.words, f) for s, f in (second, third)) or not _starts(draft, ends, rest):
        return None
    return _compared(whole, [part, rest])


def _counts(draft: Draft, statement: Statement) -> list[Figure]:
    return [figure for figure in figures(draft, statement) if not figure.money and not figure.percent]


def _compared(whole: Figure, parts: list[Figure]) -> Wrong | None:
    total = sum(part.value for part in parts)
    if max(part.value for part in parts) >= whole.value or any(
        sum(part.value for part in chosen) == whole.value
        for size in range(2, len(parts) + 1)
        for chosen in combinations(parts, size)
    ):
        return None
    if not _LOW <= total / whole.value <= _HIGH:
        return None
    said = " + ".join(shown(part.value) for part in parts)
    return over([whole, *parts], f"{said} makes {shown(total)}, not {shown(whole.value)}.")


def _head(words: tuple[str, ...], figure: Figure) -> str:
    """The word right behind a number."""
    behind = words[figure.word + 1 : figure.word + 4]
    return behind[2] if behind[:1] == ("of",) and len(behind) > 2 else (behind or ("",))[0]


def _plural_behind(words: tuple[str, ...], figure: Figure, until: Figure | None) -> bool:
    """Whether a number counts something: a plural noun stands close behind it."""
    behind = words[figure.word + 1 : min(figure.word + _NEAR, until.word if until else len(words))]
    return any(len(word) > 3 and word.endswith("s") and not word.endswith("ss") for word in behind) or any(
        word in ("people", "men", "women", "feedback", "stock") for word in behind
    )


def _names(words: tuple[str, ...], figure: Figure) -> bool:
    """Whether a number has a plural noun of its own."""
    return any(
        len(word) > 3 and word.endswith("s") and word not in _VERBS for word in words[figure.word + 1 : figure.word + 3]
    )


def _sets_off(text: str, whole: Figure, first: Figure) -> bool:
    """Whether a comma, a colon, a bracket or a dash begins the parts."""
    gap = text[whole.end : first.start]
    return any(mark in gap for mark in ",:;(–—") and gap.count(". ") == 0 and len(gap.split()) <= _FAR


def _goes_on(text: str, words: tuple[str, ...], one: Figure, two: Figure) -> bool:
    gap = text[one.end : two.start]
    joined = words[two.word - 1] in _JOINED or gap.rstrip().endswith((",", ";"))
    return joined and len(gap.split()) <= _FAR


def _near(statement: Statement, figure: Figure) -> tuple[str, ...]:
    return statement.words[max(0, figure.word - 2) : figure.word + 3]


def _behind(statement: Statement, figure: Figure, many: int) -> tuple[str, ...]:
    return statement.words[figure.word + 1 : figure.word + 1 + many]


def _before(statement: Statement, figure: Figure) -> tuple[str, ...]:
    return statement.words[max(0, figure.word - 2) : figure.word]


def _starts(draft: Draft, statement: Statement, figure: Figure) -> bool:
    """Whether a number begins a clause."""
    if figure.word == 0 or statement.words[figure.word - 1] in _JOINED:
        return True
    return draft.text[max(0, figure.start - 4) : figure.start].rstrip()[-1:] in (",", ";", ":", "(", "-", "–")
