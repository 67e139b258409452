"""Sentences of a cause that weigh the matter instead of telling it.

A sound cause tells what happened and which step was missing, with words of fact. What argues shows in its form: a
general truth in the present, a reason without a step of one's own, a verdict ("is normal"), a word of the debater
("after all"), others who do the same, what used to be, what would have been, one among thousands.
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.verbs import is_past
from amends.review.language.words import MASKED
from amends.review.meaning.missing_step import SELF, misses_step
from amends.review.meaning.own_gap import names_own_step
from amends.review.meaning.senses import Senses, Spot, senses
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

_PRESENT = frozenset("is are am do does has have can may must cannot need needs".split())
_SHORT = 5
_STEPS = ("lacking", "process", "diligence")
_BECAUSE = frozenset(("because", "since", "as", "for"))
_CLAUSE_WORDS = frozenset(("as", "for"))
_AFTER_SINCE = frozenset(
    "january february march april may june july august september october november december then that the when monday "
    "last this spring summer autumn winter its".split()
)
_SUBJECTS = frozenset("we i it they he she the a an our my this that these those there in at no every all one".split())
_DEBATE = frozenset(
    "merely anyway anyhow besides moreover nevertheless nonetheless indeed naturally obviously surely certainly "
    "undoubtedly honestly frankly arguably basically essentially practically virtually hardly barely scarcely "
    "fortunately luckily thankfully unfortunately regrettably sadly alas rather soberly strictly seriously "
    "realistically technically theoretically mere".split()
)
_VERDICTS = frozenset(
    "small little tiny minor slight short brief rare isolated harmless mild natural normal common usual customary "
    "ordinary typical routine understandable acceptable reasonable sufficient adequate fair legitimate logical "
    "honest good fine okay ok perfect excellent satisfied happy content pleased grateful enough negligible "
    "unimportant irrelevant secondary cosmetic formal technical theoretical exaggerated excessive "
    "disproportionate pointless obvious evident inevitable unavoidable unforeseeable unpredictable impossible "
    "difficult hard tough expensive costly thin human excusable pardonable forgivable defensible tolerable "
    "bearable manageable trivial petty exceptional unusual extraordinary extreme unlucky unfortunate lucky "
    "fortunate cheaper safer cleaner stronger safe clean similar worse worst nothing everywhere everyday "
    "commonplace widespread progress improvement exception coincidence formality detail triviality trifle matter "
    "custom habit tradition practice nature life fate busy tired ill young".split()
)
_BE = frozenset("is are was were be been being seem seems seemed looks looked remains remained feels".split())
_DEGREES = frozenset(
    "a an the very quite so too rather really just only all also always often still perfectly completely entirely "
    "absolutely in as more most much far simply mostly largely generally usually pretty fairly somewhat at not no "
    "of by our".split()
)
_OTHERS = frozenset(
    "competitors competitor rivals everyone everybody elsewhere anyone anybody industry sector sellers "
    "shops retailers supermarkets supermarket newspapers bestsellers bestseller majority average".split()
)
_FORMER = frozenset(
    "years decades formerly previously always ever century generations grandfather tradition traditionally "
    "predecessor".split()
)
_HYPOTHETICAL = frozenset(("would", "might"))
_AMONG = frozenset("among against out per".split())
_FEW, _MANY = 0.03, 100
# What counts when it is denied, and what counts when it is said.
_KNOWING = frozenset(
    "know knew known understand understood think thought expect expected imagine imagined guess guessed realise "
    "realised realize realized learn learned learnt hear heard suspect suspected aware familiar sure certain "
    "clear confident ready prepared able experienced versed trained grasp grasped comprehend comprehended fathom "
    "remember remembered foresee foreseen reckon connect connected recognise recognised recognize recognized "
    "appreciate appreciated      ".split()
)
_HOLDING = frozenset(
    "thought believed assumed supposed imagined guessed figured reckoned considered presumed deemed regarded "
    "hoped misunderstood misread misinterpreted misjudged confused unsure uncertain unaware unprepared new "
    "strange inexperienced unfamiliar convinced persuaded mistook overestimated underestimated learned learnt "
    "realised realized discovered concluded inferred deduced trusted interpreted understood read took".split()
)
_LEARNED_LATE = frozenset("learned learnt realised realized discovered understood read took".split())
_LATE = frozenset("only now later afterwards meanwhile since as this that it for".split())
_HELPERS = frozenset(
    "had have has did do does was were am are is not never no simply just honestly also still only then always "
    "all really being been be yet quite fully at first would could been the a as in little so very".split()
)
_NOBODY = frozenset("nobody none neither no-one".split())


def argued(statement: Statement) -> Spot | None:
    """Where a sentence of the cause weighs instead of telling."""
    words = statement.words
    spot = _ratio(words) or _verdict(words) or _voice(words, _DEBATE) or _superlative(words) or _unharmed(words)
    spot = spot or _self_described(words)
    if spot is not None:
        return spot
    spot = _general(statement)
    if spot is not None:
        return spot
    spot = _voice(words, _OTHERS) or _voice(words, _FORMER) or _supposed(words)
    if spot is not None and not (names_own_step(statement) or misses_step(senses(statement), words)):
        return spot
    return _bare_reason(statement) or _driven(words)


def _driven(words: tuple[str, ...]) -> Spot | None:
    """ "Out of trust", "in the hope", "since 2019": a motive or an old custom as the reason."""
    for at, word in enumerate(words[:-2]):
        if (word == "out" and words[at + 1] == "of" and words[at + 2] in _MOTIVES) or (
            word in ("in", "with") and words[at + 1] in ("the", "good") and words[at + 2] in _MOTIVES
        ):
            return Spot(at, at + 3)
        if word == "since" and words[at + 1].isdigit() and words[at + 1][:2] in ("19", "20"):
            return Spot(at, at + 2)
    return None


_MOTIVES = frozenset(
    "trust hope habit fear respect love kindness consideration caution loyalty necessity need despair politeness "
    "confidence faith intention intentions conscience belief goodness friendship courtesy gratitude convenience "
    "modesty".split()
)


def argued_beside(statement: Statement) -> Spot | None:
    """The same for actions, measures and the frame of a letter, where only a concession or a verdict shows it."""
    words = statement.words
    for at, word in enumerate(words):
        if (
            word in _CONCEDING
            and not (words[at + 1 : at + 2] != () and words[at + 1][0].isdigit())
            and words[:1] != ("if",)
        ):
            said = words[at : at + _CONCESSION]
            spot = _verdict(said) or _superlative(said) or _voice(said, _CONCEDED) or _supposed(said)
            if spot is not None:
                return Spot(at, at + spot.last)
    return None


_CONCESSION = 25
_CONCEDED = _DEBATE | _OTHERS
_CONCEDING = frozenset("but although though even while whereas considering given compared than".split())


def not_known(statement: Statement) -> Spot | None:
    """Where the seller did not know or was not ready, thought so, or outgrew themselves."""
    words = statement.words
    owned = misses_step(senses(statement), words)
    for at, word in enumerate(words):
        if (word in SELF and word not in _MINE) or word in _NOBODY or (word == "one" and words[at - 1 : at] == ("no",)):
            behind = next((a for a in range(at + 1, min(len(words), at + 6)) if words[a] not in _HELPERS), -1)
            if behind < 0:
                continue
            denied = word in _NOBODY or word == "one" or not _DENIED.isdisjoint(words[at + 1 : behind])
            verb = words[behind]
            if (denied and verb in _KNOWING) or (
                verb in _HOLDING and (verb not in _LEARNED_LATE or not _LATE.isdisjoint(words[at + 1 : behind + 4]))
            ):
                return Spot(at, behind + 1)
        elif word in _TAKEN and words[at - 1 : at] in (("was",), ("were",), ("been",)) and not owned:
            return Spot(max(0, at - 1), at + 1)
        elif word in _VIEWS and not _OF_US.isdisjoint(words[max(0, at - 3) : at]):
            return Spot(max(0, at - 2), at + 1)
        elif (
            not owned
            and word in _TAUGHT
            and not _DENIED.isdisjoint((*words[max(0, at - 4) : at], *words[at + 1 : at + 4]))
        ):
            return Spot(max(0, at - 4), at + 1)
        elif (
            not owned
            and word in _LEARNED
            and not _AT_LAST.isdisjoint((*words[max(0, at - 4) : at], *words[at + 1 : at + 6]))
        ):
            return Spot(max(0, at - 2), at + 1)
        elif word in _KNOWLEDGE and not _WANTING.isdisjoint((*words[max(0, at - 4) : at], *words[at + 1 : at + 4])):
            return Spot(max(0, at - 3), at + 1)
        elif word in ("to", "for") and words[at + 1 : at + 2] in (("us",), ("me",)):
            before = [w for w in words[max(0, at - 4) : at] if w in _KNOWING or w in _HOLDING or w == "unknown"]
            if before and (before[0] in _HOLDING or not _DENIED.isdisjoint(words[max(0, at - 6) : at])):
                return Spot(max(0, at - 3), at + 2)
        elif (
            word in ("i", "we")
            and words[at + 1 : at + 2] in (("am",), ("are",))
            and _are_people(words[at + 2 : at + 4] or ("",))
        ):
            return Spot(at, at + 3)
    found = senses(statement)
    for field in ("ignorant", "believing", "opaque"):
        for spot in found.of(field):
            # "What buyers expected" is no belief of the seller's.
            if field != "believing" or spot.last - spot.first > 1 or not SELF.isdisjoint(words[: spot.first]):
                return spot
    near = found.near("knowing", "lacking", before=4, behind=4)
    if near is not None and not owned:
        return near
    return _voice(words, _GROWTH) or _voice(words, _TONGUES)


_TAKEN = frozenset(
    "believed assumed presumed thought deemed understood misunderstood misread misinterpreted mistaken supposed "
    "imagined confused interpreted unclear unknown taken held".split()
)
_OF_US = frozenset("our my we i in under wrong mistaken false erroneous common general".split())
_VIEWS = frozenset(
    "reading interpretation understanding belief impression assumption opinion view notion conviction supposition "
    "misconception misunderstanding confusion ignorance inexperience unfamiliarity unawareness naivety naiveté "
    "thinking misinterpretation misapprehension perception".split()
)
_TAUGHT = frozenset(
    "explained told known taught shown mentioned heard occur occurred topic subject thought imagined foreseen expected "
    "understood discussed learned learnt suspected dreamt clear obvious".split()
)
_LEARNED = frozenset("read saw seen heard learned learnt grasped understood realised realized discovered known".split())
_AT_LAST = frozenset("first late meanwhile lately finally last afterwards hindsight".split())


_DENIED = frozenset("not never no nor neither hardly scarcely barely without little cannot".split())
_KNOWLEDGE = frozenset(
    "knowledge understanding experience awareness familiarity expertise grasp command training know-how notion "
    "idea clue inkling insight background skill skills schooling education practice comprehension acquaintance "
    "information guidance".split()
)
_WANTING = _DENIED | frozenset(
    "lack lacked lacking want absence limited poor weak scant insufficient incomplete missing small first shortage gap "
    "deficient deficit imperfect zero wrong false mistaken late".split()
)
_GROWTH = frozenset(
    "grew growth doubled tripled quadrupled multiplied surge surged boom boomed soared success popularity viral "
    "explosion expansion avalanche onslaught tenfold threefold fivefold overnight upswing scaled scaling outgrew "
    "fame".split()
)
_TONGUES = frozenset("english language tongue translator translators translated mistranslated bilingual".split())


_MINE = frozenset(("our", "my", "us", "me", "ours", "mine"))


def _voice(words: tuple[str, ...], among: frozenset[str]) -> Spot | None:
    return next((Spot(at, at + 1) for at, word in enumerate(words) if word in among), None)


def _verdict(words: tuple[str, ...]) -> Spot | None:
    """Where something "is normal", "was a trifle"."""
    for at, word in enumerate(words):
        if word in _BE:
            end = next((a for a in range(at + 1, min(len(words), at + 5)) if words[a] not in _DEGREES), -1)
            if end > 0 and words[end] in _VERDICTS:
                return Spot(at, end + 1)
    return None


def _superlative(words: tuple[str, ...]) -> Spot | None:
    """ "The mildest defect there is": what is most so is held against something."""
    for at, word in enumerate(words[:-1]):
        if word == "the" and words[at + 1].endswith("est") and words[at + 1] not in _PLAIN_MOST:
            return Spot(at, at + 2)
    return None


_PLAIN_MOST = frozenset(
    "latest earliest highest lowest nearest oldest newest longest shortest largest biggest test request interest "
    "rest harvest protest contest west guest best widest heaviest thickest narrowest chest digest nest invest "
    "manifest".split()
)


def _unharmed(words: tuple[str, ...]) -> Spot | None:
    """ "No buyer was hurt", "without damage to anyone"."""
    for at, word in enumerate(words):
        if word in _NO_ONE:
            harm = next((a for a in range(at + 1, min(len(words), at + 6)) if words[a].startswith(_HARM)), -1)
            if harm > 0:
                return Spot(at, harm + 1)
    return None


_NO_ONE = frozenset("no nobody none without not never zero".split())
_HARM = ("harm", "hurt", "injur", "complain", "suffer", "damag", "danger", "endanger", "victim", "disadvantag", "sick")


def _self_described(words: tuple[str, ...]) -> Spot | None:
    """ "We are a family of three", "I am no lawyer": who one is, where one tells why."""
    for at, word in enumerate(words[:-2]):
        if word in ("we", "i") and words[at + 1] in ("are", "am") and _are_people(words[at + 2 : at + 4]):
            return Spot(at, at + 3)
        if word in ("we", "i") and words[at + 1] in _BE and not _KINDS.isdisjoint(words[at + 2 : at + 4]):
            return Spot(at, at + 4)
        if word in ("our", "my") and not {"is", "are"}.isdisjoint(words[at + 2 : at + 4]) and at < 2:
            rest = words[at + 1 : at + 10]
            if Senses(rest).has(*_STEPS) or any(w[0].isdigit() for w in rest):
                continue
            return Spot(at, at + 4)
    return None


def _are_people(words: tuple[str, ...]) -> bool:
    """Whether words behind "we are" name a kind of people: "engineers", "a beekeeper"."""
    head = words[1] if words[0] in ("a", "an", "no", "only", "just", "but") and len(words) > 1 else words[0]
    return head.isalpha() and head.endswith(("ers", "ors", "ists", "er", "or", "ist", "people", "ians", "ian"))


_KINDS = frozenset(
    "a an no only just but two three four new young small alone tired busy ill sick old human people beginners family "
    "under short from merely overworked understaffed".split()
)


def _supposed(words: tuple[str, ...]) -> Spot | None:
    return next((Spot(at, at + 2) for at, word in enumerate(words[:-1]) if word in _HYPOTHETICAL), None)


def _general(statement: Statement) -> Spot | None:
    """A clause that tells what is so in general, in the present, without a step of the seller's own."""
    words = statement.words
    if names_own_step(statement) or misses_step(senses(statement), words):
        # What is so beside a step that was missing tells what the step was for.
        return None
    for clause in statement.clauses:
        said = words[clause.first : clause.last]
        if said and (said[0] in _HANGING or words[max(0, clause.first - 1)] in _HANGING):
            continue
        if clause.past or clause.future or len(said) < _SHORT or not SELF.isdisjoint(said):
            continue
        if words[clause.last : clause.last + 1] in (("that",), ("which",), ("who",)):
            # "Brookham Ltd is the reseller that sold us 40 units": who or what it was, not how things are.
            continue
        if _PRESENT.isdisjoint(said) and _HABITS.isdisjoint(said[1:]):
            continue
        if any(word[0].isdigit() or word == MASKED for word in said) and _PRICED.isdisjoint(said):
            continue
        if any(is_past(word) for word in said[:4]) or Senses(said).has("process", "lacking"):
            continue
        return Spot(clause.first, min(clause.last, clause.first + 8))
    return None


# "A form that asks for the licence", "what is in the box": told of a thing, not of the world.
_HANGING = frozenset("that which who whom whose whether what under".split())
_HABITS = frozenset(
    "occupy occupies cure cures deserve prefer prefers sleep sleeps ring rings close closes stand stands lie lies "
    "follow follows cost costs sell sells ask asks take takes make makes live lives come comes go goes happen "
    "happens occur occurs differ differs break breaks look looks give gives bring brings mean means know knows "
    "think thinks want wants buy buys work works fit fits serve serves last lasts tell tells lack lacks depend "
    "depends vary varies matter matters deserves exist exists lose loses help helps learn learns use uses expect "
    "expects pay pays carry carries belong belongs suffer suffers remain remains stay stays speak speaks read "
    "reads write writes print prints fade fades shrink shrinks grow grows get gets keep keeps".split()
)
_PRICED = frozenset("cost costs sell sells ask asks pay pays charge charges earn earns".split())


def _bare_reason(statement: Statement) -> Spot | None:
    """A reason in which no step and no deed of the seller's stands."""
    words = statement.words
    opened = {clause.first for clause in statement.clauses}
    for at, word in enumerate(words):
        if word == "for" and at not in opened:
            continue
        if word not in _BECAUSE and words[at : at + 2] not in (("due", "to"), ("owing", "to")):
            continue
        rest = words[at + 1 : at + 14]
        if len(rest) < 3 or rest[0][0].isdigit() or (word == "since" and rest[0] in _AFTER_SINCE):
            continue
        if word in _CLAUSE_WORDS and (
            not at or rest[0] not in _SUBJECTS or not any(is_past(w) or w in _PRESENT for w in rest[1:6])
        ):
            continue
        if any(w[0].isdigit() or w == MASKED for w in rest):
            continue
        if Senses(rest).has(*_STEPS) or any(w in ("we", "i") for w in rest):
            continue
        if not {"you", "amazon"}.isdisjoint(words[:at]):
            # "You took it down because buyers had received a lighter wood" retells the notice.
            continue
        return Spot(at, min(len(words), at + 6))
    return None


def _ratio(words: tuple[str, ...]) -> Spot | None:
    """A few among very many: "nine claims out of 2,140 orders"."""
    numbers = [(at, value) for at, word in enumerate(words) if (value := _VALUES[word]) is not None]
    for (first, few), (last, many) in pairwise(numbers):
        near = last - first < 6 and not _AMONG.isdisjoint(words[first:last])
        if near and many >= _MANY and few < many * _FEW and not 1900 < many < 2100:
            return Spot(first, last + 1)
    return None


_NAMED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


class _Values(dict[str, "float | None"]):
    """The numbers that words stand for."""

    def __missing__(self, word: str) -> float | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        plain = word.replace(",", "")
        value = float(plain) if plain.isdigit() and len(plain) < 9 else None
        value = self[word] = _NAMED.get(word, value)
        return value


_MOST_WORDS = 30_000
_VALUES = _Values()
