"""What a letter says that Amazon asked for, one by one, and which of it the rest of the letter does not give.

"Your mail asks for invoices, a letter of authorisation and the contact of our supplier": each ask is answered by a
word of its own further down, or by what it calls for (a list by a table or by numbers, an amount by money). The cause,
the actions and the prevention are judged as parts of the letter, not here.
"""

from __future__ import annotations

import re
from itertools import pairwise

from amends.model import Span
from amends.review.letter import parts
from amends.review.meaning.topics import stem, telling
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement


class Ask(NamedTuple):
    """One ask: where it stands, its words, and where the sentence ends that holds it."""

    place: Span
    words: tuple[str, ...]
    end: int


_ASKING = frozenset(
    "ask asks asked asking require requires required request requests requested want wants wanted demand "
    "demands demanded "
    "need needs needed must expect expects expected lists told calls".split()
)
_OF_THEM = frozenset("you your amazon amazon's notice mail message email e-mail us complaint decision".split())
_OURS = frozenset("we i".split())
_COUNTED = frozenset("demands things points questions requests items asks documents papers".split())
_ORDINALS = frozenset("first firstly second secondly third thirdly fourth fourthly fifth finally last".split())
_CUTS = re.compile(r"[,;:]|\(?\b\d\)|(?<=\s)(?:and|und|y|et|as well as)(?=\s)")
_WORD = re.compile(r"[^\W_]+(?:[-'+][^\W_]*)*")
# These are judged as parts of the letter.
_OF_A_PART = frozenset(
    "cause causes caused reason reasons why happened explain explanation explains actions action steps done did "
    "taken plan "
    "prevent prevents prevented prevention stop stops measures recur repeat how came".split()
)
_NOUNS = frozenset("stock list number telephone phone person everywhere pages accounts confirmation units paid".split())
_FILES = r"\.(?:pdf|jpe?g|png|csv|xlsx|docx?)\b|\battached|\benclosed"
_NO_ASK = frozenset("which so this because but who since while where we it".split())
# What an ask calls for, by the stem of its first noun, and what answers it.
_GIVEN = {
    "list": r"\blist(?:ed|s)?\b|\.csv|\.xlsx|\btable\b|\bexport|\bfollowing\b",
    "confirm": r"\bconfirm",
    "much": r"\b(?:paid|pay|cost|costs|fee|fees|spent|amount|total)\b",
    "document": _FILES,
    "support": _FILES,
    "evidenc": _FILES,
    "proof": _FILES,
    "telepho": r"\b(?:tele)?phone|\btel\b|\+\d|\breached\b",
    "phon": r"\b(?:tele)?phone|\btel\b|\+\d|\breached\b",
    "authori": r"\bauthori[sz]|\bloa\b|\bletter",
    "invoic": r"\binvoic|\binv_|\breceipt",
    "contact": r"@|\+\d|\bcontact|\bphone|\bsupplier:|\baddress",
}
_SEVERAL, _MOST, _HEAD, _LONGEST = 2, 10, 6, 40


def unanswered(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The asks of a row that nothing below answers, where another of the row is answered."""
    found = list(_asks(draft))[:_MOST]
    if len(found) < _SEVERAL:
        return
    end = max(ask.end for ask in found)
    questions = {ask.end for ask in found}
    rest = [s for s in draft.statements if s.start >= min(questions) and s.end not in questions]
    below = [s for s in rest if s.start >= end] if len(questions) == 1 else rest
    low = " ".join(draft.low[s.start : s.end] for s in below)
    stems = {stem(word) for word in _WORD.findall(low)}
    missing = [ask for ask in found if not _given(ask, low, stems)]
    if len(missing) < len(found):
        for ask in missing:
            yield ask.place, "Amazon asked for this, as you say yourself, and nothing below answers it. Answer "
            "it, or say why not."


def _given(ask: Ask, low: str, stems: set[str]) -> bool:
    """Whether the rest of a letter answers an ask: by what it calls for, else by a word of its own."""
    if not _OF_THE_CAUSE.isdisjoint(ask.words[:2]):
        return True
    own = telling(ask.words) | {stem(word) for word in ask.words if word in _NOUNS}
    for head in ask.words[:_FIRST]:
        form = _GIVEN.get(stem(head))
        if form is not None:
            return re.search(form, low) is not None
    own -= {stem(word) for word in _OF_A_PART}
    if not own:
        return True
    if "number" in ask.words or "many" in ask.words:
        return re.search(r"\b\d[\d,]*\b(?! (?:a|january|november|october|december))", low) is not None and bool(
            own - {"numb", "number"} & stems
        )
    return len(own & stems) * 2 >= len(own)


_FIRST, _OF_THE_CAUSE = 4, frozenset(("how", "why"))


def _asks(draft: Draft) -> Iterator[Ask]:
    rows = [s for at, s in enumerate(draft.statements) if s.part == parts.OPENING or at < _HEAD]
    for at, statement in enumerate(rows[:_HEAD]):
        words = statement.words
        if statement.text.endswith("?") and not {"question", "amazon"}.isdisjoint(words[:4]):
            yield from _pieces(draft, statement, statement.start)
            continue
        place = next((n for n, word in enumerate(words) if word in _ASKING), -1)
        if (
            place < 0
            or _OF_THEM.isdisjoint(words)
            or (place and words[place - 1] in _OURS)
            or len(words) > _LONGEST * 2
        ):
            if not _COUNTED.isdisjoint(words) and not _OF_THEM.isdisjoint(words):
                yield from _ordered(draft, rows[at + 1 :])
            continue
        colon = draft.text.find(":", statement.at[place][1], statement.end)
        yield from _pieces(draft, statement, colon + 1 if colon >= 0 else statement.at[place][1])
        if not _COUNTED.isdisjoint(words):
            yield from _ordered(draft, rows[at + 1 :])
        return


def _ordered(draft: Draft, rows: list[Statement]) -> Iterator[Ask]:
    """Sentences that count up: "First the reason. Second the list of the orders."."""
    for statement in rows:
        if statement.words[0] not in _ORDINALS:
            return
        place = Span(statement.start, statement.end, statement.text)
        yield Ask(place, tuple(statement.words[1:]), statement.end)


def _pieces(draft: Draft, statement: Statement, start: int) -> Iterator[Ask]:
    cuts = [start, *(match.end() for match in _CUTS.finditer(draft.low, start, statement.end)), statement.end]
    for first, last in pairwise(cuts):
        text = draft.text[first:last]
        quote = re.sub(r"[\s,;:.(]+(?:and|und|y|et|\d\))?$|\s+(?:and|und|y|et)\s*$", "", text).strip()
        words = tuple(word for word in _WORD.findall(quote.lower()) if not word.isdigit())
        if words and words[0] not in _NO_ASK and (len(words) > 1 or telling(words)):
            at = first + text.find(quote)
            yield Ask(Span(at, at + len(quote), quote), words, statement.end)
