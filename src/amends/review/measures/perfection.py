"""Sentences that promise that all will go well for ever, or that nothing can go wrong any more.

Two ways lead there. What is absolute in itself (infallible, until judgement day, ruled out entirely) stays so whatever
day, owner or record stands beside it, and is looked for within a few words. What only sounds absolute (no errors, all
compliant) is a promise of perfection where the sentence holds nothing that could be checked. What is told of the past,
a rule for somebody (“no lot may”), a limit that triggers something are none of it.
"""

from __future__ import annotations

from amends.review.language.words import MASKED, Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.meaning.senses import senses
from amends.review.measures.promise_fields import FIELDS
from amends.review.measures.promises import concrete, fields, told
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_PERFECT = Lexicon(
    "guarantee|guarantees|guaranteed|ensure|promise|assure .. never|again|no",
    "there will|shall|can be not|no never? more? mistakes|errors|complaints|violations|issues|problems|incidents",
    "never again",
    "not|never ever",
    "guarantee|guarantees that|there|no|this|it|we|full|100|complete|you",
    "100 % compliant|compliance|guarantee|guaranteed|sure|certain|satisfaction|safe|perfect",
    "zero mistakes|errors|defects|complaints",
    "under no circumstances",
    "is|are|be|becomes impossible",
    "impossible that|for|to .. happen|occur|recur",
    "decided|decide never",
    "excluded that",
    "always comply|follow|be|perfect",
    "will|shall never",
    "never .. happen|occur|recur|repeat|repeated again?",
    "not .. see|receive|get|have|hear|happen|occur|arise|repeat|repeated .. again|any_more|anymore|any_longer",
    "can|could|will|shall|would not|never .. any_longer|any_more|anymore|ever_again",
    "not .. second_time|twice",
    "no|not_one|not_a customer|customers|buyer|buyers|single|unit|item|product|order .. ever|again",
    "completely|totally|entirely|absolutely|perfectly safe|solved|eliminated|fixed|excluded|resolved",
)
# These stay absolute whatever else the sentence names.
_UTTER = Lexicon(
    "zero tolerance for|to|towards|toward|against|of", "is|are|stays|remains perfectly safe|sound|compliant|genuine"
)
# What a card, page or advertisement told buyers is part of the story.
_PROMISED = Lexicon(
    "card|cards|page|insert|leaflet|flyer|text|title|bullet|advert|advertisement|label|image .. "
    "promised|offered|guaranteed"
)
_STORY = (parts.CAUSE, parts.DONE, parts.OPENING)
NEVER_TOLD = Lexicon("to prevent|avoid .. happening|recurring", "we|i|us .. sell|use|buy|list|it|them again")
# "So that a late printer does not delay parcels again, a second one stands on line 2".
_PURPOSE = Lexicon("so_that|in_order_that|lest .. .. not|never|no")
# Words of certainty about a fact, a term that is explained, what somebody else was promised.
_PLAIN = Lexicon(
    "there is no doubt about|that",
    "define|defined|defines as",
    "such a? promise|claim|guarantee|pledge",
    "be|was|were|been promised",
)

_DEFECT = (
    "error|errors|mistake|mistakes|fault|faults|complaint|complaints|problem|problems|risk|risks|"
    "issue|issues|violation|"
    "violations|defect|defects|delay|delays|duplicate|duplicates|duplication|counterfeit|counterfeits|fake|fakes|"
    "infringement|infringements|incident|incidents|failure|failures|recurrence|repetition|repeat|"
    "oversight|lapse|lapses|"
    "slip|slips|mix-up|mix-ups|shortage|shortages|overselling|oversell|cancellation|cancellations|late|fraud|breach|"
    "breaches|non-compliance|flaw|flaws|trouble|surprise|surprises|danger|doubt|question|mishap|"
    "mishaps|bad|wrong|expired"
)
_GOOD = (
    "satisfied|happy|delighted|content|pleased|safe|correct|accurate|authentic|genuine|original|compliant|legal|lawful|"
    "right|clean|punctual|on_time|in_time|true|truthful|complete|intact|secure|protected|impeccable|"
    "smoothly|healthy|green"
)
_TURNS_UP = (
    "happen|happens|occur|occurs|arise|arises|recur|recurs|slip|slips|creep|come|comes|appear|"
    "appears|exist|exists|repeat|"
    "repeats|return|returns|reappear|reach|reaches|fail|fails|go_wrong|go_out|go_past|go_through|pass_unnoticed|escape|"
    "escapes|be_missed|be_wrong|be_late|be_sold|be_disappointed|be_deceived|be_repeated|"
    "get_through|get_past|be_any|be_a|be_another"
)
# What takes more than one word is looked for as it is worded; the fields `promise-*` hold the rest.
_SAYS = Lexicon(
    tagged=[
        (
            (
                "without flaw|flaws|fault|faults|error|errors|mistake|mistakes|blemish|fail|defect|failure|a_flaw|"
                "a_fault|any_flaw|any_error|any_errors|any_mistake|any_fault|a_hitch|a_single_error|a_single_mistake"
            ),
            "flawless",
        ),
        (
            (
                f"perfectly|absolutely|completely|totally|entirely|utterly|fully|100_%|hundred_percent|wholly {_GOOD}|"
                "reliable|sure|certain|secure"
            ),
            "flawless",
        ),
        (
            (
                "is|are|be|being|stay|stays|remain|remains|keep|keeps|were always|forever|permanently|constantly|"
                f"now_always|and_always {_GOOD}|perfect|so"
            ),
            "flawless",
        ),
        (f"always|forever|permanently be|is|are|stay|remain {_GOOD}|perfect", "flawless"),
        ("is|are|be|stay|stays|remain|remains|become|becomes|now perfect|perfectly_fine|flawless", "flawless"),
        (
            (
                "we|i|this|that|which|it|and|step|check|system|process|procedure|measure|routine|control|day|hereby "
                "guarantee|guarantees"
            ),
            "flawless",
        ),
        (
            (
                "not|no|without the slightest|least|smallest|tiniest|faintest|shadow chance|doubt|risk|possibility|"
                "danger|of"
            ),
            "flawless",
        ),
        (
            (
                "no conceivable|possible|imaginable|further|more? loophole|loopholes|way|room|room_for|"
                "way_that|way_for|escape|chance|possibility|risk .. error|errors|"
                "mistake|mistakes|repeat|recurrence|that|left|of|for|any|more"
            ),
            "flawless",
        ),
        ("chance|risk|probability|likelihood|rate|number .. is|are|of|at|to|be zero|nil|0|null|nought", "flawless"),
        ("fort knox", "flawless"),
        ("stay|stays|remain|remains|kept|keeps at? zero|0|0.0|0.00|nil", "flawless"),
        (
            "eliminated|eliminates|removed|removes .. each_and_every|every_possible|every_conceivable|any_possible",
            "flawless",
        ),
        ("bank|rely|depend|count on .. it|that|this .. no|never|always|every", "flawless"),
        ("last time .. will|you|we|ever|hear|happens", "flawless"),
        ("thousand|million|hundred|1000|200|110|1,000 percent|per_cent|%", "flawless"),
        (
            (
                "will|shall|going_to always|forever|invariably|constantly be|comply|meet|arrive|remain|stay|have|"
                "match|correspond|get|receive|find"
            ),
            "flawless",
        ),
        ("immune|proof|bombproof|waterproof|armoured|vaccinated to|against", "flawless"),
        (
            (
                "last|final late|wrong|bad|such|case|complaint|error|mistake|violation|time .. ever|in_our|you|"
                "of_our|in_the"
            ),
            "flawless",
        ),
        (
            (
                "no|not_one|not_a_single|nobody|no_one|none|neither|never|not_a|at_no_time|zero .. will|shall|can|"
                "going_to|need|needs|has_to|have_to"
            ),
            "never will",
        ),
        (
            ("will|shall|can|need|needs|going_to never|not_ever|nevermore|in_no_case|no_longer|no_more|not_again"),
            "never will",
        ),
        (
            (
                "will|shall not .. again|ever|any_more|anymore|another|any_longer|once_more|a_second|second_time|"
                "twice|one"
            ),
            "never will",
        ),
        ("there will|shall|is_going_to|are_going_to be no|none|zero|not", "never will"),
        ("have|has|give|gives|find|see no reason|cause|ground|grounds|need|occasion .. to|for", "never will"),
        ("cease|ceased|ceases to|from_to exist|happen|occur|be", "flawless"),
        ("makes|make|making|renders|render .. impossible|unthinkable|inconceivable", "flawless"),
        (f"can not|never|hardly|no_longer|nowhere {_TURNS_UP}", "excluded"),
        (f"can|could no_longer|never|ever|not_ever {_TURNS_UP}", "excluded"),
        (
            (
                "removes|remove|eliminates|eliminate|excludes|exclude|ends|kills|closes|rules_out|banishes|abolishes "
                "the|all|every|any? risk|risks|possibility|chance|danger|likelihood|error|errors|loophole|door"
            ),
            "excluded",
        ),
        ("as|so long as .. exists|exist|lives|live|stands|stand|trades|breathe|breathes|sell|sells", "forever"),
        ("for good", "good"),
        (f"no|not_a|not_one|zero|not_a_single|never_a|nor_a|any .. {_DEFECT}", "no defect"),
        (
            (
                "hear|see|find|receive|get|meet|read .. no|not|one|any .. complaint|complaints|word|case|problem|"
                "error|issue|again"
            ),
            "no defect",
        ),
    ]
)
# Somebody is told what may not be, a thing is so named, an act has no exception, or a limit decides.
_NORM = Lexicon(
    "may|must|should|is_to|are_to",
    "in writing",
    "not|no|neither|rather_than|instead_of a|any? promise|guarantee|pledge",
    "would|could|might be? impossible|unthinkable|perfect|excluded",
    "not|no perfect|flawless|infallible",
    "is|was|of|to|be # of|from|out",
    "under any|no|all circumstances may|must|should",
    "guarantee|warranty of|from|period|card|claim|seal|text|certificate",
    "two-year|year|manufacturer|maker|lifetime guarantee|warranty",
    "if|unless|whenever|provided",
    "error|risk|complaint|defect|issue log|register|list|sheet|rate|report|mail|message|path|column|code",
    "watched|look|looked|looks|search|searched|checks|checked for",
    "not|neither ruled_out|excluded|impossible|promised|guaranteed|claim|promise|guarantee",
    "excluded|removed|eliminated|banished|cured|buried from|by|on|in|at|since|#",
    "impossible|not_possible for|to|without|until|before",
    "is|was|were|are excluded from",
)
# Then it is no promise but a rule: nothing leaves without a scan, before it was signed, unless …
_DECIDES = frozenset("without until before unless if except when once till only whenever may must they he she".split())
# "Not one of these units will be sold": a count of goods that stand there.
_THESE = frozenset("these those them".split())
_CONDITIONS = frozenset("if unless when until because since as where which who that while".split())
_REACH, _SHORT, _SHORTEST = 14, 16, 4
# More signs than these within reach of the first tell nothing new.
_MOST_NEAR = 40


def perfect(draft: Draft, statement: Statement) -> bool:
    """Whether a statement promises that nothing will ever go wrong."""
    if _PLAIN.found(statement.words):
        return False
    if statement.part not in _STORY and _UTTER.found(statement.words):
        return True
    if statement.part != parts.CAUSE and absolute(statement):
        return True
    said = fields(statement)
    if "pledge" not in said and "pledge" in FIELDS.tags(statement.words):
        return False
    if told(statement, said) or NEVER_TOLD.found(statement.words):
        return False
    if concrete(draft, statement, said) or "limit" in said:
        if _PURPOSE.found(statement.words):
            return False
        if statement.part in _STORY or said.isdisjoint(("absolute", "none", "all", "pledge")):
            return False
        return any(_promised(words, parts.OTHER) for words in _beside(statement))
    if statement.part in _STORY and _PROMISED.within(statement.words, 0, 6):
        return False
    return _promised(statement.words, statement.part)


@once
def absolute(statement: Statement) -> bool:
    """Whether what a statement says of the outcome is absolute, whatever else stands in it."""
    found = _signs(statement)
    for at, (first, _, _) in enumerate(found):
        near = [each for each in found[at : at + _MOST_NEAR] if each[0] < first + _REACH]
        if _is_absolute({tag for _, _, tag in near}):
            last = max(end for _, end, _ in near)
            words = statement.words[max(0, first - 2) : last + 2]
            if not _NORM.found(words):
                return True
        if (
            near[0][2] == "never will"
            and _THESE.isdisjoint(statement.words[first : first + 4])
            and not NEVER_TOLD.found(statement.words)
            and not _DECIDES.intersection(statement.words[first : first + _REACH])
        ):
            words = statement.words[first : first + 8]
            if not any(word == MASKED or any(map(str.isdigit, word)) for word in words):
                return True
    return False


def _signs(statement: Statement) -> list[tuple[int, int, str]]:
    """What sounds absolute in a statement, in order; nothing where only words stand there that need a stronger one."""
    meant = senses(statement)
    worded = [(first, last, tag or "") for first, last, tag in _SAYS.matches(statement.words)]
    if not worded and not meant.has(*_STRONG):
        return []
    return sorted(worded + [(*spot, tag) for tag in _TAGS for spot in meant.of(f"promise-{tag}")])


_TAGS = ("flawless", "excluded", "forever", "ahead", "total", "all", "fine", "none", "defect", "pledge")
_STRONG = tuple(f"promise-{tag}" for tag in ("flawless", "excluded", "forever", "fine", "pledge"))


def _promised(words: tuple[str, ...], part: str) -> bool:
    """Whether words promise that all will be well, by the fields of meaning that meet in them."""
    said = FIELDS.tags(words)
    if _PERFECT.found(words):
        return True
    if "absolute" in said and part not in _STORY:
        return True
    if "absolute" in said and said & {"bad", "good", "sure", "all", "none", "future", "pledge", "again"}:
        return True
    ahead = bool(said & {"pledge", "future", "again", "very"})
    if {"none", "bad"} <= said and (ahead or (part == parts.MEASURES and len(words) < _SHORT)):
        return True
    if {"all", "good"} <= said and ahead:
        return True
    if "pledge" in said and said & {"none", "all"} and not said & {"care", "improve"}:
        return True
    return {"pledge", "good"} <= said or {"very", "sure"} <= said


def _beside(statement: Statement) -> Iterator[tuple[str, ...]]:
    """The clauses of a statement that hold nothing to check: no figure, file, rhythm, record or limit."""
    for clause in statement.clauses:
        words = statement.words[clause.first : clause.last]
        if len(words) < _SHORTEST or clause.past or (clause.dependent and words[0] in _CONDITIONS):
            continue
        if any(word[0].isdigit() or word == MASKED for word in words):
            continue
        if FIELDS.tags(words).isdisjoint(("rhythm", "record", "limit")) and not _NORM.found(words):
            yield words


def _is_absolute(said: set[str | None]) -> bool:
    ahead = not said.isdisjoint(("ahead", "pledge", "forever"))
    if "flawless" in said:
        return True
    if "excluded" in said and not said.isdisjoint(("total", "forever", "ahead", "good", "pledge")):
        return True
    if "forever" in said and not said.isdisjoint(("none", "defect", "fine", "pledge", "all", "total")):
        return True
    if "no defect" in said and ahead:
        return True
    if {"fine", "ahead"} <= said and not said.isdisjoint(("total", "all")):
        return True
    return "pledge" in said and not said.isdisjoint(("none", "total"))
