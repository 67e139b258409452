"""What is wrong with a statement of a cause: not knowing, an error of a person, doubt, an excuse, only the symptom.

A cause is worded in a thousand ways, so each of these is read from fields of meaning (see `senses.py`) that meet in a
statement, from who is its subject, and from what makes the same words sound: a step, check or task of the seller's own
that was missing or set wrong. Each function gives the words that show it, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from amends.model import Span
from amends.review.letter import parts
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.own_gap import gap_follows
from amends.review.meaning.senses import Senses, Spot, senses
from amends.review.position.purpose import is_plan
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

Judge = Callable[["Statement"], "Spot | None"]
_HOUSE = SELF | frozenset(
    "nobody none no-one staff team colleagues employees management owner packers company firm house side business shop "
    "anybody anyone one people manager assistant founder director wir ich nous yo nosotros".split()
)
_OUR = frozenset(("our", "my"))
_HELPERS = frozenset(
    "do does did could can was were is are am had has have would will been be being fully yet even really "
    "simply just honestly truly still also initially then quite at first clearly sadly unfortunately frankly".split()
)
_TOLD_NOUNS = frozenset(
    "idea clue inkling notion knowledge awareness familiarity understanding experience expertise grasp insight "
    "comprehension know-how knowhow acquaintance conocimiento".split()
)
_PARTIES = frozenset("account accounts person company name".split())
_SHORT = 14
_TOLD_BY = frozenset("your you amazon notice mail email e-mail message suspension deactivation now today".split())
_FOUND_OUT = frozenset(
    "found learned learnt discovered realised realized understood know knew heard aware told saw".split()
)


def statements(draft: Draft, where: tuple[str, ...]) -> Iterator[Statement]:
    """The seller's statements in these parts; where the letter has no parts, all but dated actions and measures."""
    for statement in draft.statements:
        if statement.part in where or not (draft.has_parts or _told_done(draft, statement)):
            yield statement


def _told_done(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence tells a dated action or a measure, though no heading says so."""
    return statement.part in (parts.DONE, parts.MEASURES) and bool(draft.dates_in(statement))


def stated(draft: Draft) -> Statement | None:
    """The statement that gives the root cause: the first that names a missing step of the seller's own, else one that
    is called the cause, else the first of that part.
    """
    told = [statement for statement in draft.statements if statement.part == parts.CAUSE]
    gap = (s for s in told if misses_step(senses(s), s.words))
    called = (s for s in told if senses(s).has("causal"))
    return next(gap, None) or next(called, None) or next(iter(told), None)


def ignorance(statement: Statement) -> Spot | None:
    """Not having known, understood or believed rightly what the rules say."""
    found, words = senses(statement), statement.words
    ours = not SELF.isdisjoint(words)
    if found.has("ignorant") and not misses_step(found, words, strict=True):
        for spot in found.of("ignorant"):
            if ours or found.has("rules") or spot.last - spot.first > 1 or not _HOUSE.isdisjoint(words):
                return spot
    if found.has("believing") and not misses_step(found, words):
        for spot in found.of("believing"):
            before = words[max(0, spot.first - 5) : spot.first]
            if (spot.last - spot.first > 1 and ours) or not SELF.isdisjoint(before) or not before:
                return spot
    if (
        found.has("opaque")
        and found.near("opaque", "rules", before=8, behind=8)
        and not misses_step(found, words, strict=True)
    ):
        near = found.near("opaque", "knowing", before=8, behind=8)
        if near is not None:
            return near
    if not found.has("knowing"):
        return None
    for spot in found.of("knowing"):
        if words[spot.first] == "read" and "before" in words[spot.last : spot.last + 4]:
            continue
        if words[max(0, spot.first - 2) : spot.first] in _UNREAD and not _FOR.isdisjoint(
            words[spot.last : spot.last + 2]
        ):
            # "The inbox, which nobody read for shipping matters": a task that nobody had.
            continue
        if not _COMPARING.isdisjoint(words[spot.last : spot.last + 4]):
            # "Nobody read inserts against the policy" names the check that was missing.
            continue
        place = _unknown(found, words, spot)
        if place is not None and (_follows_gap(words, place.first) or _for_want(words[place.last :])):
            continue
        if place is not None and not misses_step(found, words, strict=True):
            return place
    return None


_UNREAD, _FOR = (("which", "nobody"), ("that", "nobody")), frozenset(("for", "on", "before"))


def _for_want(behind: tuple[str, ...]) -> bool:
    """Whether the step that was missing stands behind: "nobody read price changes, as no report was ordered"."""
    return not _WANTS.isdisjoint(pairwise(behind))


_WANTS = frozenset((("as", "no"), ("because", "no"), ("since", "no")))


def _follows_gap(words: tuple[str, ...], place: int) -> bool:
    """Whether what was not known comes of a gap told before: "our rules wanted one signature, so nobody read it"."""
    end = next((at for at in range(place - 1, max(-1, place - 4), -1) if words[at] in _SO), -1)
    if end < 1:
        return False
    told = Senses(words[:end])
    ours = any(_OUR.intersection(words[max(0, first - 2) : first]) for first, _ in told.of("process"))
    return misses_step(told, words[:end]) or (ours and told.has("lacking"))


_SO = frozenset("so hence therefore thus consequently".split())


def _unknown(found: Senses, words: tuple[str, ...], spot: Spot) -> Spot | None:
    """Whether a word of knowing is denied, said of the seller, and about rules or what they forbid."""
    noun = words[spot.first] in _TOLD_NOUNS
    if not (noun or found.has("rules")) or _PARTIES.intersection(words[spot.last : spot.last + 5]):
        return None
    for first, last in found.of("lacking"):
        if not spot.first - 5 <= first <= spot.last + (8 if noun else 3):
            continue
        if noun:
            if _HOUSE.isdisjoint(words) and len(words) > _SHORT:
                continue
            if not found.has("rules") and any(word[0].isdigit() for word in words):
                continue
        elif not _said_of_us(words, first, spot):
            continue
        return Spot(min(first, spot.first), max(last, spot.last))
    if words[spot.first] in _FOUND_OUT and "only" in words and SELF.intersection(words[: spot.last + 2]):
        return spot if not _TOLD_BY.isdisjoint(words) else None
    return None


def _said_of_us(words: tuple[str, ...], lack: int, spot: Spot) -> bool:
    """Whether it is the seller who did not know: the subject before the verb, or "to us" behind it."""
    if words[lack] in ("nobody", "none", "no_one", "no-one") or words[lack : lack + 2] == ("no", "one"):
        return lack < spot.first
    behind = words[spot.last : spot.last + 4]
    if {"us", "me"}.intersection(behind) or ("our" in behind and {"side", "team", "staff", "end"}.intersection(behind)):
        return True
    at = min(lack, spot.first) - 1
    while at >= 0 and words[at] in _HELPERS:
        at -= 1
    if at > 0 and words[at] in ("and", "but", "or"):
        return bool(SELF.intersection(words[:at]))
    return at >= 0 and words[at] in _HOUSE


_UNABLE = (("could",), ("can",))


def slip(statement: Statement) -> Spot | None:
    """An error of a person, with nothing said of what should have caught it."""
    found, words = senses(statement), statement.words
    if not found.has("slip", "slipping") or misses_step(found, words):
        return None
    for spot in found.of("slip"):
        after, before = words[spot.last : spot.last + 1], words[max(0, spot.first - 2) : spot.first]
        if after and after[0] in ("message", "messages", "rate", "margin", "code", "codes", "log", "report"):
            continue
        if words[spot.first] == "not" and before[-1:] in _UNABLE:
            # "The picker could not see the difference" is no error of the picker's.
            continue
        if {"no", "0", "zero", "each", "every", "any"}.intersection(before) and spot.last - spot.first == 1:
            continue
        return spot
    place = found.near("slipping", "wrongly", before=3, behind=3)
    return place if place is not None and found.has("person") and not gap_follows(statement) else None


_OWNED = frozenset(("our", "my", "the"))


def _quotations(statement: Statement) -> tuple[tuple[int, int], ...]:
    """Where words stand in quotation marks: what a page or a card said is no guess."""
    return tuple(match.span() for match in _QUOTED.finditer(statement.text))


_QUOTED = re.compile(r"(?<!\w)['‘\"“„][^'’\"”“]{2,160}['’\"”](?!\w)")
_DUTY = frozenset("responsibility accountability liability blame".split())
_WE = (("we",), ("i",))


def doubt(statement: Statement) -> Spot | None:
    """A cause that is guessed."""
    found = senses(statement)
    words = statement.words
    if statement.text.rstrip().endswith("?"):
        return None if _answered(statement) else Spot(0, len(words))
    if words[:2] in (("for", "this"), ("for", "that")) or words[0] in _SO:
        # What could not be told any more, since a step was missing before.
        return None
    if "either" in words and "or" in words[words.index("either") :]:
        return Spot(words.index("either"), words.index("either") + 1)
    for first, _ in found.of("lacking"):
        verb = next((at for at in range(first + 1, min(len(words), first + 4)) if words[at] in _FINDING), -1)
        if verb >= 0 and any(
            spot.first < first and (words[spot.first - 1] in _OWNED or spot.last + 1 >= first)
            for spot in found.of("process") + found.of("house")
        ):
            # "Our rule did not say how a licence is proved" is the gap itself.
            continue
        if (
            verb >= 0
            and not _WHAT.isdisjoint(words[verb + 1 : verb + 4])
            and not misses_step(found, words, strict=True)
            and not (words[first] in _NO_ONE and _WHY.isdisjoint(words[verb + 1 : verb + 4]))
        ):
            return Spot(first, verb + 1)
    said = _quotations(statement) if found.has("hedge") else ()
    for spot in found.of("hedge"):
        before = words[max(0, spot.first - 2) : spot.first]
        after = words[spot.last : spot.last + 2]
        if any(start <= statement.at[spot.first][0] - statement.start < end for start, end in said):
            continue
        if words[spot.last - 1] in ("assume", "must") and not _DUTY.isdisjoint(after):
            continue
        if words[spot.first] == "must" and before[-1:] in _WE:
            # "We must be the seller of record" tells a rule.
            continue
        if words[spot.first] == "likely" and after == ("to", "be"):
            continue
        if (
            words[spot.first] in ("could", "might", "may", "must")
            and after
            and (
                after[0]
                in ("prevented", "avoided", "noticed", "seen", "found", "caught", "stopped", "checked", "asked")
                or after[-1]
                in ("prevented", "avoided", "noticed", "seen", "found", "caught", "stopped", "checked", "detected")
            )
        ):
            continue
        if before[-1:] and before[-1] in ("what", "which", "who"):
            # "No rule says what may be a child."
            continue
        if {"if", "whether", "no", "unless"}.intersection(before) and spot.last - spot.first == 1:
            continue
        return spot
    return None


# "Nobody could see which carton was older" tells what was hidden then, "nobody can say why" what is not known now.
_NO_ONE, _WHY = frozenset(("nobody", "none", "no_one")), frozenset(("why", "how"))


def _answered(statement: Statement) -> bool:
    """Whether the same point goes on after a question, so that the writer only asks to answer."""
    behind = [] if statement.item is None else [s for s in statement.item.statements if s.start > statement.start]
    return any(not each.text.rstrip().endswith("?") for each in behind)


_FINDING = frozenset(
    "say tell explain determine find establish reconstruct identify name understand see figure pin know clarify "
    "resolve "
    "prove recall remember pinpoint trace".split()
)
_WHAT = frozenset("why how what which where whether who when if".split())
# The first two also stand beside an action, to excuse what had to be undone.
_EXCUSES = ("excuse-necessity", "excuse-goodwill", "excuse-others", "excuse-harmless", "excuse-pleading")
_PLANNED = frozenset("named assigned appointed foreseen planned provided".split())
_DOING = frozenset(
    "do does did sell sells sold selling use uses used offer offers list lists act write ship ships get have "
    "also same too "
    "there this it without with still".split()
)
_COMPARING = frozenset(("against",))
_CONSEQUENT = (("so",), ("since",), ("because",), ("as",))
_FROM, _SOLE = frozenset(("from",)), ("the", "only")
_DEGREES = frozenset(
    "a an quite very only perfectly completely rather just also so more absolutely entirely totally".split()
)
_BE = frozenset("is was are were be been being it's as".split())
# "Not permitted in your store" says what is so.
_REFUSED = frozenset(("not", "never", "no", "only"))
_OPENLY = frozenset("freely everywhere anywhere every all any openly legally lawfully".split())


_LIKENESSES = 3


def excuse(statement: Statement) -> Spot | None:
    """A reason why it seemed allowed, could not be otherwise, or does not matter."""
    found, words = senses(statement), statement.words
    if (
        not found.has(*_EXCUSES, "excuse-misfortune", "excuse-normal", "excuse-permitted", "excuse-advice", "deciding")
        and "would" not in words
    ):
        return None
    gap = misses_step(found, words)
    planned = misses_step(found, words, strict=True) or (gap and not _PLANNED.isdisjoint(words))
    numbered = (gap or found.has("process")) and any(word[0].isdigit() for word in words)
    misfortune = [s for s in found.of("excuse-misfortune") if words[s.first] != "quarantine" or not _stored(words, s)]
    if misfortune and not (planned or numbered):
        return misfortune[0]
    if gap:
        return None
    for field in _EXCUSES[:2] if statement.part == parts.DONE else _EXCUSES:
        for spot in found.of(field):
            if words[spot.first] == "same" and words.count("same") >= _LIKENESSES:
                # "Same rope, same clip, same maker's model number" lists what is alike.
                continue
            if words[spot.first] in ("nobody", "no") and words[max(0, spot.first - 1) : spot.first] in _CONSEQUENT:
                # "No light was fitted, so nobody noticed it" tells what came of it.
                continue
            if (
                not _FROM.isdisjoint(words[max(0, spot.first - 2) : spot.first])
                or words[max(0, spot.first - 2) : spot.first] == _SOLE
            ):
                # "It was bought from another store", "the only other seller went out of stock" tell what happened.
                continue
            if not words[spot.last - 1].endswith(
                ("sellers", "others", "seller", "store", "shop")
            ) or _DOING.intersection(words[spot.last : spot.last + 5]):
                return spot
    if statement.part == parts.DONE:
        return None
    for spot in found.of("excuse-normal"):
        before = [word for word in words[max(0, spot.first - 3) : spot.first] if word not in _DEGREES]
        if spot.last - spot.first > 1 or (before and before[-1] in _BE):
            return spot
    place = found.near("excuse-advice", "advising", before=8, behind=8)
    if place is not None:
        return place
    place = found.near("deciding", "acceptable", before=0, behind=6)
    if place is not None and SELF.intersection(words[max(0, place.first - 6) : place.last]):
        return place
    place = found.near("excuse-permitted", "excuse-where", before=10, behind=8)
    if place is not None:
        sold = words[place.first : place.last]
        if not _REFUSED.isdisjoint((*words[max(0, place.first - 3) : place.first], *sold)):
            return None
        plain = {"permitted", "allowed", "legal", "legally", "lawful", "lawfully", "tolerated", "approved", "freely"}
        if plain.intersection(sold) or _OPENLY.intersection(sold) or "counter" in sold:
            return place
    for at in range(len(words) - 1):
        if words[at : at + 2] == ("would", "have"):
            return Spot(at, at + 2)
    return None


def _stored(words: tuple[str, ...], spot: Spot) -> bool:
    """Whether goods are in quarantine, not people."""
    return spot.first > 0 and words[spot.first - 1] in ("under", "in", "into", "from", "to", "the", "our")


def _of_a_name(text: str, statement: Statement, spot: Spot) -> bool:
    """Whether a word is part of a name: "Tallow Creek Hobby"."""
    if spot.last - spot.first != 1 or not spot.first:
        return False
    start, before = statement.at[spot.first][0], statement.at[spot.first - 1]
    return (
        text[start].isupper()
        and text[before[0]].isupper()
        and text[before[1] : start] == " "
        and not text[start : start + 2].isupper()
    )


def said(draft: Draft, where: tuple[str, ...], judge: Judge) -> Iterator[Span]:
    """Places in these parts of a plan of which the judge speaks."""
    if not is_plan(draft):
        return
    for statement in statements(draft, where):
        spot = judge(statement)
        if spot is not None and not _of_a_name(draft.text, statement, spot):
            start, end = statement.between(spot.first, max(spot.last, spot.first + 1))
            yield Span(start, end, draft.text[start:end])
