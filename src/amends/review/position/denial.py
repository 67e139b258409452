"""Denial and admission in a statement, read from who speaks of what: accusation, offence, goods, seller.

"We dispute the finding", "your number is incorrect", "none of the orders was late", "the photos are all our own" say
the same thing with other words. What the seller failed to do ("we never tested the plug") is no denial, and neither
is a negation that narrows down ("we have not sold any since 24 April", "no other ASIN").
"""

from __future__ import annotations

from amends.review.language.classes import classes_of
from amends.review.language.verbs import is_past
from amends.review.language.words import MASKED, Lexicon, is_number
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.senses import Senses, senses
from amends.review.position.contesting import OF_PAPERS, contested, taken_back
from amends.review.position.refusing import distanced, kept_open
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_NEGATORS = frozenset("not never no none nothing neither nor keine kein nicht nunca".split())
# An error line or a false alarm belongs to a report; it does not call it false.
_MARKED = frozenset("line lines message messages code codes row rows entry entries flag flags alarm alarms".split())
_BEFORE_NOUN = frozenset("no without not any zero keine free".split())
_NARROWED = frozenset("other others further since more remaining rest third fourth again anymore".split())
_PURPOSE = frozenset("ensure ensures ensuring prevent prevents avoid avoids if unless whether".split())
_TO_COME = frozenset("will shall must".split())
_OPINIONS = frozenset("consider believe think see find feel regard view accept agree".split())
_SPEAKERS = SELF | frozenset("company firm counsel client seller undersigned store team staff".split())
_PAST_DENIAL = frozenset("denied rejected disputed contested refuted challenged objected".split())
_YOURS = frozenset("your amazon amazon's you".split())
_SPOKEN_OF = frozenset("the this that said such your their his her buyer's customer's a any these".split())
_ON_PAGE = frozenset(
    "medical health marketing page title bullet bullets description advertising organic product".split()
)
# Of these one must know what was broken or altered: a lamp, or a rule.
_OF_THINGS_TOO = frozenset("against altered alter edited break broke broken".split())
_SAYS = frozenset("is are was were be simply plainly just completely must clearly obviously".split())
_OTHERS_WRONG = frozenset("mistaken wrong lies lie lied lying imagines imagined confused mixing mistake".split())
_JUDGED = (parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.DOCUMENTS, parts.SIGNATURE)
_STARTS = frozenset("but and so that still however because since as although while therefore hence though".split())


# "The complaint is in our eyes not justified" speaks of the complaint, not of ourselves.
_VIEWS = frozenset("eyes view opinion mind understanding estimation".split())


class Stance(NamedTuple):
    """Words `first` to `last` (not included) that deny or admit; `sure` when they can hardly mean anything else."""

    first: int
    last: int
    sure: bool


def denied(draft: Draft, statement: Statement) -> Stance | None:
    """Where a statement denies what Amazon says."""
    item = statement.item
    told = item is not None and item.kind == "paragraph" and not draft.dates_in(statement)
    if not _NEGATORS.isdisjoint(statement.words):
        answered = _answer(statement)
        if answered is not None:
            return answered
    judged = not draft.has_parts or statement.part in _JUDGED or (told and statement.part in (parts.DONE, parts.MIXED))
    return _denied(statement, judged)


_LONGEST_ANSWER = 6
# What one is accused of, asked back: "Did we overcharge anyone? We did not."
_ACCUSED_OF = frozenset(
    "overcharge overcharged cheat cheated deceive deceived mislead misled copy copied steal stole break broke broken "
    "violate violated infringe infringed manipulate manipulated fake forge forged lie lied harm harmed hurt sell sold "
    "buy bought pay paid ask asked know late used expired wrong fault guilty unsafe dangerous counterfeit "
    "genuine".split()
)


def _answer(statement: Statement) -> Stance | None:
    """A short no to a question in which the writer asks back what they are accused of."""
    words = statement.words
    if statement.item is None:
        return None
    if len(words) > _LONGEST_ANSWER and not (words[-1] in _NEGATORS and len(words) <= 2 * _LONGEST_ANSWER):
        return None
    before = [each for each in statement.item.statements if each.start < statement.start]
    if not before or not before[-1].text.rstrip().endswith("?") or _ACCUSED_OF.isdisjoint(before[-1].words):
        return None
    return Stance(0, len(words), False)


@once
def _denied(statement: Statement, judged: bool) -> Stance | None:
    """The same; where the part of the letter is not one to deny in, only what is said outright counts."""
    words = statement.words
    open_left = kept_open(words) if judged else distanced(words)
    if open_left is not None:
        return Stance(*open_left, False)
    if _to_come(words):
        return None
    found = Senses(words)
    opposed = _opposed(found, words)
    if opposed is not None:
        return opposed
    if not judged:
        far = taken_back(found, words)
        if far is not None:
            return Stance(*far, False)
        return _not_committed(found, words) or _untrue(found, words) or _sworn_to(words)
    against = contested(found, words)
    return (
        _not_committed(found, words)
        or _untrue(found, words)
        or _flatly(found, words)
        or _all_sound(found, words)
        or _none_at_all(found, words)
        or _sworn_to(words)
        or (Stance(*against, False) if against is not None else None)
    )


# "The jars are original": said flatly of the goods, without a paper, a number or a day to it.
_SWORN_TO = Lexicon(
    "jar|jars|item|items|product|products|goods|article|articles|unit|units|stock|merchandise|listing|listings|"
    "invoice|invoices is|are|was|were|remain|remains|be all|both|fully|always|truly|indeed|perfectly|100? %? "
    "authentic|genuine|original|legit|legitimate|legal|bona_fide|real|fresh|safe|faultless|flawless|unused",
)
_FIRST_WORDS = 7


def _sworn_to(words: tuple[str, ...]) -> Stance | None:
    hit = next(_SWORN_TO.matches(words), None)
    if hit is None or hit[0] >= _FIRST_WORDS or MASKED in words or any(is_number(word) for word in words):
        return None
    return None if not _PROVEN.isdisjoint(words[: hit[0]]) else Stance(hit[0], hit[1], False)


_PROVEN = frozenset("whether if that confirm confirms confirmed showing shows not only no".split())


def _to_come(words: tuple[str, ...]) -> bool:
    """Whether a negation speaks of what is to be, or of a condition."""
    if not _PURPOSE.isdisjoint(words):
        return True
    return not _TO_COME.isdisjoint(words) and any(
        word in _TO_COME and not _NEGATORS.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words)
    )


def _opposed(found: Senses, words: tuple[str, ...]) -> Stance | None:
    """ "We dispute the finding", "the allegation is denied"."""
    for first, last in found.of("denying"):
        if not _NEGATORS.isdisjoint(words[max(0, first - (2 if last - first == 1 else 7)) : first]):
            # "We do not dispute the relation", "no part of the finding is contested".
            continue
        reach = words[last : last + 7]
        if "which" in words[max(0, first - 4) : first] and any(s < first for s, _ in found.of("accusation")):
            # "Your notice, with which we do not agree".
            return Stance(first, last, True)
        against = next((s for s, _ in found.of("accusation") if last <= s < last + 7), -1)
        if against >= 0 and not any(is_number(word) for word in words[last:against]):
            return Stance(first, against + 1, True)
        if (reach[:1] == ("that",) or {"any", "violating", "violat", "infringing"}.intersection(reach[:2])) and (
            _SPEAKERS.intersection(words[max(0, first - 5) : first])
        ):
            return Stance(first, min(len(words), last + 3), True)
        if reach[:1] == ("having",) or reach[:2] == ("to", "have"):
            return Stance(first, last + 1, True)
        if last - first == 2 and words[first] in ("is", "are", "be") and reach[:1] == ("that",):
            # "It is denied that any contact was made."
            return Stance(first, min(len(words), last + 3), True)
        if (
            last - first == 2
            and words[first] in ("is", "are", "be")
            and any(start < first for start, _ in found.of("accusation"))
        ):
            return Stance(first, last, True)
        if "_" not in words[first] and words[first] in ("counter-notice", "counter") and last - first >= 1:
            return Stance(first, last, True)
    if found.has("disputed"):
        return Stance(*found.of("disputed")[0], True)
    if words[0] in _PAST_DENIAL and len(words) > 1:
        return Stance(0, 1, False)
    return None


def _not_committed(found: Senses, words: tuple[str, ...]) -> Stance | None:
    """ "No rule was broken", "we never sold anything used", "there was no violation"."""
    if not found.has("lacking") or _is_narrowed(words):
        return None
    for at, word in enumerate(words):
        if word not in _NEGATORS and word not in ("without", "free"):
            continue
        held = words[at + 1 : at + 2] and words[at + 1] in _OPINIONS
        for first, last in found.of("offence"):
            if word in _BEFORE_NOUN and at < first <= at + (8 if held else 3) and not _fixed(words, at):
                return Stance(at, last, True)
        if word in ("without", "free"):
            continue
        for first, last in found.of("offending"):
            if words[first] == "against" and word == "no" and at + 1 < first:
                # "No count of labels against units": a check that was missing.
                continue
            if words[first] in _BREAKING and _LAWS.isdisjoint(words):
                # "Ten lamps were dropped; none broke."
                continue
            if at < first <= at + (8 if held else 5) and not _of_checks(found, at, first):
                return Stance(at, last, True)
        if word == "nothing" and not _LEFT.isdisjoint(words[at + 1 : at + 6]):
            # "Nothing used has ever left this building."
            thing = next((s for s in found.of("forbidden") if at < s.first <= at + 2), None)
            if thing is not None:
                return Stance(at, min(len(words), at + 5), True)
        traded = next((s for s in found.of("trading") if at < s.first <= at + 3), None)
        if traded is not None and words[traded.first - 1] in ("the", "a", "our", "this"):
            # "One card not in the list" speaks of a list.
            continue
        if traded is not None and (
            (word == "no" and not is_past(words[traded.first])) or _is_ruled(words, at, traded.first)
        ):
            # "No offer for a branded product is opened", "is not listed", "need not send": how it is to be.
            continue
        if traded is not None and words[traded.first] in _OPENING and _ACCOUNTS.isdisjoint(words[traded.last :]):
            # "We never open bales" names the check that was missing.
            continue
        if traded is not None:
            thing = next((s for s in found.of("forbidden") if traded.last <= s.first < traded.last + 6), None)
            if thing is not None:
                return Stance(at, thing.last, True)
            if (
                word == "never"
                and not words[traded.first].startswith(("gave", "give", "sent", "send"))
                and _SPEAKERS.intersection(words[max(0, at - 3) : at])
                and found.has("emphatic")
            ):
                return Stance(at, traded.last, False)
    return None


def _is_ruled(words: tuple[str, ...], at: int, traded: int) -> bool:
    """Whether what is not traded is told as a rule for all: "is not listed", "do not have to send"."""
    return words[at - 1 : at] in (("is",), ("are",)) or not _HAVE_TO.isdisjoint(words[at + 1 : traded])


_HAVE_TO = frozenset("have need needs required obliged to".split())
_SINCE_THEN = frozenset(
    "then that january february march april may june july august september october november december".split()
)


def _is_narrowed(words: tuple[str, ...]) -> bool:
    """Whether a no is meant of the rest alone ("no other ASIN") or from some day on ("since 24 April")."""
    narrowed = _NARROWED.intersection(words)
    if narrowed == {"since"}:
        behind = words[words.index("since") + 1 :][:1]
        return behind != () and (is_number(behind[0]) or behind[0] in _SINCE_THEN)
    return bool(narrowed)


_BREAKING = frozenset(("break", "broke", "broken"))
_LAWS = frozenset("policy policies rule rules guideline guidelines law laws term terms agreement promise".split())
_OPENING = frozenset(("open", "opened"))
_ACCOUNTS = frozenset("account accounts store stores shop shops".split())
_LEFT = frozenset("left leaves leave sold shipped sent went gone".split())


def _fixed(words: tuple[str, ...], at: int) -> bool:
    """Whether "no" here belongs to what is not denied: "no fault of the buyer", "with no fault code"."""
    return bool({"code", "message", "buyer", "customer", "buyers", "customers"}.intersection(words[at : at + 6]))


def _of_checks(found: Senses, start: int, end: int) -> bool:
    """Whether a word of care stands between: "not checked against the register"."""
    return any(start < spot.first < end for spot in found.of("diligence"))


def _untrue(found: Senses, words: tuple[str, ...]) -> Stance | None:
    """ "Your number is incorrect", "the complaint is false", "the buyers are mistaken"."""
    if not found.has("falsity"):
        return None
    if misses_step(found, words):
        # "The complaint has no basis, but our page lacked the list": what is flatly denied stays denied.
        for first, last in found.of("accusation"):
            for start, end in found.of("falsity"):
                if last <= start < last + 7 and words[start] in _FLATLY and words[first - 1] in _SPOKEN_OF:
                    return Stance(first, end, True)
        return None
    for first, last in found.of("accusation"):
        if not _NONE_OF.isdisjoint(words[max(0, first - 4) : first]):
            # "No part of the finding is contested."
            continue
        if _ON_PAGE.intersection(words[max(0, first - 2) : last + 4]) or SELF.intersection(
            words[max(0, first - 2) : first]
        ):
            continue
        if is_past(words[max(0, first - 2)]) and SELF.intersection(words[max(0, first - 3) : max(0, first - 2)]):
            # "We typed the number by hand and one digit was wrong."
            continue
        if words[first] in ("number", "rate", "case", "link", "claim", "claims", "report", "notice") and not (
            _SPOKEN_OF.intersection(words[max(0, first - 4) : first])
        ):
            continue
        for start, end in found.of("falsity"):
            if (
                last <= start < last + 7
                or start == first - 1
                or (start == first - 2 and words[first - 1] in _SPOKEN_OF)
            ):
                if words[start] == "lying" and words[end : end + 1] != ("about",):
                    continue
                if not _MARKED.isdisjoint(words[end : end + 1]):
                    continue
                between = words[last:start]
                of_them = SELF.isdisjoint(between) or between[:1] == ("that",) or not _VIEWS.isdisjoint(between)
                if of_them and "in" not in words[end : end + 1]:
                    return Stance(min(first, start), max(last, end), True)
    for at, word in enumerate(words):
        party = word in _YOURS or "@amazon" in classes_of(word)
        if party or "@buyer" in classes_of(word) or word in ("complainant", "owner", "brand", "reporter"):
            near = next((s for s in found.of("falsity") if at < s.first < at + 7 or at - 6 < s.first < at), None)
            if (
                near is None
                or words[near.first] == "lying"
                or SELF.intersection(words[max(0, near.first - 3) : near.last + 3])
            ):
                continue
            if not _TRUE.isdisjoint(words[at + 1 :]):
                # "Our count was wrong; Amazon's is the true one."
                continue
            plain = words[near.first] not in ("wrong", "mistake", "confused") or words[near.first - 1] in _SAYS
            told = not _STORIES.isdisjoint(words[at : near.first])
            if party or (at < near.first and (told or words[near.first] in _OTHERS_WRONG) and plain):
                return Stance(min(at, near.first), max(at + 1, near.last), False)
    return None


_NONE_OF = frozenset(("no", "none", "nothing"))
_FLATLY = frozenset("no without lacks unfounded baseless groundless".split())
_STORIES = frozenset("statement statements words story stories version account claim claims description".split())
_TRUE = frozenset("true right correct".split())


def _flatly(found: Senses, words: tuple[str, ...]) -> Stance | None:
    """ "We are innocent", "that never happened"."""
    if misses_step(found, words, strict=True):
        return None
    for first, last in found.of("denial"):
        if not _SAID.isdisjoint(words[max(0, first - 8) : first]):
            # "We do not claim that they are unrelated", "we had first written that three were not ours".
            continue
        if words[first] in ("no", "not") and _NARROWED.intersection(words[max(0, first - 4) : last + 2]):
            continue
        if (words[last - 1] == "ours" and words[first] in _IS) and (
            _OWN_MAKE.isdisjoint(words[max(0, first - 6) : first]) or not _AS_WELL.isdisjoint(words[last : last + 2])
        ):
            # "The other account is ours as well" owns up to it.
            continue
        if words[last - 1] == "ours" and _WHICH.intersection(words[max(0, first - 2) : first]):
            # "14 listings which are not ours" says which ones.
            continue
        if words[last - 1] in _JOINED and not _DEVICES.isdisjoint(words[:first]):
            # "The program and the orders were not connected."
            continue
        if words[last - 1] == "ours" and (
            _MATERIAL.intersection(words[max(0, first - 4) : first]) or misses_step(found, words)
        ):
            continue
        return Stance(first, last, last - first > 2 or words[first] in ("innocent", "blameless", "guiltless"))
    if words[-3:] == ("can", "not", "be"):
        return Stance(len(words) - 3, len(words), False)
    return None


_SAID = frozenset("claim claimed written wrote thought believed assumed pretend pretended maintained told".split())
_IS, _AS_WELL = frozenset("is are was were".split()), frozenset(("as", "too", "also"))
_WHICH, _JOINED = frozenset(("which", "that")), ("connected",)
_DEVICES = frozenset(
    "program programme programs software tool system systems sheet till feed printer scanner scale repricer app sync "
    "label labels calendar orders stock warehouse".split()
)
# What somebody else says is theirs.
_OWN_MAKE = frozenset(
    "picture pictures photo photos image images text texts design designs drawing drawings brand mark logo word name "
    "invoice invoices pattern artwork video rights patent".split()
)
# "The picture is not ours" owns up to it.
_MATERIAL = frozenset(
    "error mistake fault reason reasons cause causes gap gaps both faults errors mistakes responsibility image "
    "images picture pictures photo photos photograph photographs text texts design designs "
    "drawing drawings graphic graphics video".split()
)


def _all_sound(found: Senses, words: tuple[str, ...]) -> Stance | None:
    """ "All our cards were original", "each claim was answered by us in time"."""
    if (
        MASKED in words
        or not found.has("sound", "emphatic")
        or misses_step(found, words)
        or not (_NARROWED - {"since"}).isdisjoint(words)
    ):
        return None
    ours = not SELF.isdisjoint(words)
    for first, last in found.of("sound"):
        before = words[max(0, first - 5) : first]
        if {"not", "never", "no", "only", "without", "if"}.intersection(before) or _outcome(words, first):
            continue
        if words[first : first + 2] == ("as", "new") and not _WORN.isdisjoint(words):
            # "Two opened lamps went out as new" tells the violation.
            continue
        stated = {"is", "are", "was", "were", "been", "be", "came", "went", "left", "arrived"}.intersection(before)
        sworn = len(found.of("sound")) > 1 or any(abs(spot.first - first) <= 8 for spot in found.of("emphatic"))
        correctly = words[first] in ("correctly", "properly") and SELF.intersection(before)
        if any("@buyer" in classes_of(word) for word in before) or not OF_PAPERS.isdisjoint(before):
            continue
        plainly = words[first] in ("complies", "comply", "unused") and "because" not in words
        if (
            (stated or plainly) and (sworn or plainly) and (ours or words[0] in ("the", "said", "all", "every", "each"))
        ) or (correctly and ours):
            return Stance(max(0, first - 2), last, False)
    lead = 1 if words[0] in _STARTS else 0
    if words[lead : lead + 1] and words[lead] in ("all", "every", "each"):
        own = found.has("emphatic") and any(s.last - s.first > 1 for s in found.of("emphatic"))
        ourselves = {"always", "ourselves"}.intersection(words)
        if ours and (own or ourselves or found.has("sound")):
            return Stance(lead, min(len(words), lead + 4), False)
    return None


_WORN = frozenset("opened returned used returns return worn old second-hand".split())


def _outcome(words: tuple[str, ...], first: int) -> bool:
    """Whether a check of many came out so for some: "35 were in order" of the 37 that were looked at."""
    at = next((n for n in range(first - 1, max(-1, first - 5), -1) if words[n] in ("was", "were")), 0)
    return at > 0 and any(is_number(word) for word in words[max(0, at - 2) : at]) and words[0] not in ("all", "every")


_BEHIND = 8
_BEARS = frozenset("carries carried carry bears bore bear shows showed show holds held names named".split())


def _none_at_all(found: Senses, words: tuple[str, ...]) -> Stance | None:
    """ "None of the orders was late", "not one return went out", "no jar of ours was old"."""
    if not _NARROWED.isdisjoint(words) or found.has("diligence") or not _TO_COME.isdisjoint(words):
        return None
    for lead in range(min(len(words), 40)):
        if lead and words[lead - 1] not in _STARTS:
            continue
        if words[lead : lead + 3] == ("none", "of", "them") and any(s.last <= lead for s in found.of("process")):
            # "The list had five steps and none of them was …" names the one that was missing.
            continue
        if words[lead : lead + 2] in (("none", "of"), ("not", "one"), ("not", "a")) and (
            words[lead : lead + 2] != ("not", "a") or words[lead + 2 : lead + 3] == ("single",)
        ):
            behind = words[lead + 2 : lead + _BEHIND]
            named = any(lead < s.first <= lead + _BEHIND for field in ("process", "paper") for s in found.of(field))
            if named or not _BEARS.isdisjoint(behind):
                # "None of the three carries a registration" names what was lacking.
                continue
            return Stance(lead, min(len(words), lead + 5), False)
        if words[lead] == "no" and "ever" in words[lead + 2 : lead + 6]:
            return Stance(lead, min(len(words), lead + 5), False)
        ours = (
            words[lead] == "no"
            and words[lead + 1 : lead + 2] != ("one",)
            and {"ours", "our", "us"}.intersection(_phrase(words[lead + 1 : lead + 5]))
        )
        if ours and not any(lead < s.first <= lead + 2 for s in found.of("process")):
            return Stance(lead, min(len(words), lead + 5), False)
    return None


def _phrase(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to where another clause begins: "no date, and our picking list …" is said of the date alone."""
    return next((words[:at] for at, word in enumerate(words) if word in _STARTS), words)


def admitted(draft: Draft, statement: Statement) -> Stance | None:
    """Where a statement owns up to what Amazon says."""
    words = statement.words
    if _to_come(words) or denied(draft, statement) is not None:
        return None
    found = senses(statement)
    owned = found.has("admitting") or not SELF.isdisjoint(words)
    if not owned:
        return None
    for first, last in found.of("admitting"):
        before = words[max(0, first - 4) : first]
        # "Quillon acknowledges that it infringed the rights."
        named = words[last : last + 2] in (("that", "it"), ("that", "its")) and words[first].endswith("s")
        said_by_us = named or last - first > 1 or _SPEAKERS.intersection((*before, *words[last : last + 3]))
        if not _NO_GUILT.isdisjoint(words[last : last + 5]) and not found.has("offence", "offending"):
            # "We admit of course the number" concedes a count.
            continue
        if said_by_us and not _NEGATORS.intersection(before) and not _third(words, first):
            return Stance(first, last, last - first > 1)
    for first, last in found.of("offending"):
        before = words[max(0, first - 6) : first]
        if not _SAYING.isdisjoint(before) and not _ACCUSERS.isdisjoint(words[:first]):
            continue
        if "that" in before and not _ACCUSERS.isdisjoint(words[:first]):
            # "You wrote that our documents are forged."
            continue
        ours = _SPEAKERS.intersection(before) and not _NEGATORS.intersection(before)
        meant = words[first] not in _OF_THINGS_TOO or found.has("paper", "rules")
        if ours and meant and not {"that", "says"}.issubset(before):
            return Stance(first, last, False)
    changed = next(
        (at for at, w in enumerate(words) if w in ("changed", "corrected", "adjusted", "modified", "put")), -1
    )
    if changed >= 0 and _SPEAKERS.intersection(words[max(0, changed - 3) : changed]):
        paper = next((s for s in found.of("paper") if changed - 6 <= s.first < changed + 6), None)
        if paper is not None and {
            "only",
            "little",
            "bit",
            "just",
            "higher",
            "lower",
            "head",
            "fits",
            "fit",
        }.intersection(words):
            return Stance(min(changed, paper.first), max(changed + 1, paper.last), False)
    return None


_NO_GUILT = frozenset("number figure figures count quantity receipt date dates".split())
_SAYING = frozenset(
    "says say said claims claim claimed alleges alleged writes wrote believes asserts asserted maintains thinks "
    "accuses accused suspects states stated holds argues insists".split()
)
_ACCUSERS = frozenset("you amazon notice complainant accuse accuses alleged alleges allegation suspicion".split())


def _third(words: tuple[str, ...], first: int) -> bool:
    """Whether somebody else owns up: "the complainant admits"."""
    before = words[max(0, first - 2) : first]
    return bool(before) and any(
        word in ("complainant", "owner", "supplier", "manufacturer", "amazon", "buyer", "he", "she", "they", "notice")
        for word in before
    )
