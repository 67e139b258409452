"""AC07: a corrective action in the passive that names nobody who did it."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.verbs import ALIKE, ONLY_PAST, is_participle
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Item, Statement
from amends.review.measures.points import actions, dated, exhibits_in, measurable
from amends.review.measures.roles import names_role
from amends.review.rule import Hit, rule, short

_BE = frozenset("was were been got".split())
# "Quantity is set to 0": told of the state, what somebody must have done.
_NOW = frozenset(("is", "are"))
_SETTLED = frozenset(
    "set closed removed deleted deactivated blocked stopped paused corrected changed updated hidden withdrawn cancelled "
    "canceled refunded solved resolved fixed returned destroyed scrapped relabelled relabeled sent moved replaced merged "
    "split rewritten renewed switched uploaded disposed withdrawn detached shredded recalled".split()
)
_BETWEEN = frozenset(
    "also then now already immediately all both fully newly not only first since subsequently again duly "
    "promptly".split()
)
_DOERS = frozenset("we i he she they who".split())
_NO_DOERS = frozenset(
    "e-mail email mail phone post letter courier hand then that this which means january february march april may june "
    "july august september october november december monday tuesday wednesday thursday friday saturday sunday".split()
)
_NAME = re.compile(
    r"\b(?!Parent |Unit |Lot |Order |Listing |Seller |Account |Address |Amazon |Case |The |On )[A-Z][a-zà-ÿ'’-]+ "
    r"(?:[A-Z]\. )?(?!Road|Street|Lane|Avenue|Way|Park|House|Central|Support|Health)[A-Z][a-zà-ÿ'’-]+\b"
)
# Of these nobody asks who did it: what was received, what was found to be so.
_REPAID = frozenset("refunded reimbursed repaid credited paid".split())
_STATES = frozenset(
    "received affected concerned found sold missing based located dated named called done left over".split()
)


@rule(
    "AC07",
    "passive-without-actor",
    level="warning",
    confidence="medium",
    source="Guide to the plan of action (ownership): name who did it; Amazon help G200370560, actions taken by you",
    bad=(
        "Corrective actions:\n- On 3 May 2026 Dana Ruiz closed 12 listings.\n- Quantity of B0C1234567 is set to 0.",
        (
            "Corrective actions:\n- On 3 May 2026 Dana Ruiz closed 12 listings.\n- On 4 May 2026 we refunded "
            "nine buyers.\n"
            "- On 5 May 2026 the rights owner was contacted."
        ),
        "Corrective actions:\n- On 3 May 2026 Dana Ruiz closed 12 listings.\n- 4 May 2026: 340 units were pulled.",
    ),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026 Dana Ruiz closed 12 listings.\n- On 4 May 2026 we refunded "
            "nine buyers.\n"
            "- On 5 May 2026 the rights owner was contacted by Dana Ruiz."
        ),
        "Corrective actions:\n- On 3 May 2026 we closed 12 listings.\n- On 4 May 2026 nine buyers were refunded by us.",
    ),
)
def passive_without_actor(draft: Draft) -> Iterator[Hit]:
    """A passive action that names nobody.

    “The owner was contacted” leaves open whether it was you, and whether anybody can be asked about it. Say who did
    it: we, or the person. Where a number or a file goes with it, or most of the list is so, this is only a hint.
    """
    told = [(item, place) for item in actions(draft) for place in _places(item)]
    unnamed = [(item, found) for item, place in told if (found := _passive(draft, item, place)) is not None]
    named = sum(1 for item, place in told if _actor(draft, item, place))
    spoken = {found[0].start for _, found in unnamed}
    for item in actions(draft):
        found = _bare(draft, item) if item.statements[0].start not in spoken else None
        if found is not None:
            spoken.add(found[0].start)
            yield _hint(draft, *found)
    for item in actions(draft):
        for statement in item.statements:
            hit = next(_HAPPENED.matches(statement.words), None)
            if hit is not None and statement.start not in spoken and not _actor(draft, item, statement):
                spoken.add(statement.start)
                yield _hint(draft, statement, hit[0], hit[1])
    for statement in draft.statements:
        if statement.part in _BESIDE and statement.start not in spoken:
            hit = next(_NOBODY_DID.matches(statement.words), None)
            if hit is not None and "by" not in statement.words[hit[1] : hit[1] + 2]:
                yield _hint(draft, statement, hit[0], hit[1])
    for item, (statement, first, last) in unnamed:
        start, end = statement.between(first, last)
        quote = draft.text[start:end]
        bare = dated(draft, item) and not measurable(draft, item)
        yield Hit(
            Span(start, end, quote),
            f"“{short(quote, 40)}” names nobody. Say who did it: we, or the person by name.",
            level=None if bare and named >= len(unnamed) and item.kind != "paragraph" else "note",
        )


_BESIDE = (
    parts.CAUSE,
    parts.OPENING,
    parts.OTHER,
    parts.DOCUMENTS,
    parts.CONCLUSION,
    parts.DONE,
    parts.MIXED,
    parts.MEASURES,
)


def _hint(draft: Draft, statement: Statement, first: int, last: int) -> Hit:
    start, end = statement.between(first, last)
    quote = draft.text[start:end]
    return Hit(
        Span(start, end, quote),
        f"“{short(quote, 40)}” names nobody. Say who did it: we, or the person by name.",
        level="note",
    )


def _places(item: Item) -> list[Item] | list[Statement]:
    """What is judged as one: a list point, but each sentence of a paragraph."""
    return item.statements if item.kind == "paragraph" else [item]


def _passive(draft: Draft, item: Item, place: Item | Statement) -> tuple[Statement, int, int] | None:
    """The first passive verb that names no doer, with its words."""
    if _actor(draft, item, place):
        return None
    for statement in [place] if isinstance(place, Statement) else place.statements:
        words = statement.words
        for at, word in enumerate(words):
            if word not in _BE and word not in _NOW:
                continue
            verb = next((n for n in range(at + 1, min(len(words), at + 4)) if words[n] not in _BETWEEN), -1)
            if verb < 0 or not is_participle(words[verb]) or words[verb] in _STATES or words[verb] in _BE:
                continue
            if word in _NOW and words[verb] not in _SETTLED:
                continue
            if words[verb] in _REPAID and exhibits_in(draft, item):
                continue
            if not any(clause.first <= at < clause.last and clause.dependent for clause in statement.clauses):
                return statement, at, verb + 1
    return None


def _bare(draft: Draft, item: Item) -> tuple[Statement, int, int] | None:
    """The participle of a point that has no other verb and names nobody: "12 June: listing closed, title corrected"."""
    if item.kind == "paragraph" or _actor(draft, item, item):
        return None
    statement = item.statements[0]
    words = statement.words
    if len(words) > _SHORT_POINT or not _FINITE.isdisjoint(words) or statement.text.rstrip().endswith(":"):
        return None
    days = [found.span for found in draft.dates_in(statement)]
    told = [n for n, (start, _) in enumerate(statement.at) if not any(day.start <= start < day.end for day in days)]
    for place, at in enumerate(told):
        # Behind a noun it tells what was done to it; at the head, that the writer did it.
        if place and (is_participle(words[at]) or words[at] in ALIKE) and words[at] not in _STATES:
            before = words[at - 1]
            start = statement.at[at - 1][0]
            if (
                names_role((before,))
                or words[at] in ONLY_PAST
                or (at > 1 and _named(draft.text, start, statement.at[at][1]))
            ):
                # "Our clerk closed the page", "the factory gave …", "and Nordtek sent …".
                return None
            if ";" in draft.text[statement.at[at - 1][1] : statement.at[at][0]]:
                return None
            return (statement, at - 1, at + 1) if before.isalpha() and before not in _NO_NOUN else None
    return None


def _named(text: str, start: int, end: int) -> bool:
    """Whether a firm's name stands before a verb that has an object: "and Nordtek sent the invoice"."""
    capital = text[start].isupper() and text[start + 1 : start + 2].islower()
    return (
        capital
        and text[start - 2 : start - 1].isalpha()
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isalnum()
    )


_SHORT_POINT = 26
_FINITE = frozenset(
    "is are was were has have had does did will would can could may must should we i he she they who that which".split()
)
_NO_NOUN = frozenset(
    "and or then also not the a an of to in on for with by from at as all our my newly already fully roles owner manager".split()
)
# Words behind which nobody is named, in text that stands beside the actions as well.
_NOBODY_DID = Lexicon(
    "it has|was|is been? ascertained|established|decided|agreed|arranged|communicated|determined|clarified|ensured",
    "internal|full|thorough|careful|comprehensive|detailed|complete|separate? audit|investigation|review|check|inspection|training|analysis|verification|inquiry "
    "was|were|has_been|have_been conducted|carried|performed|done|made|held|completed|undertaken",
    "departments|persons|people|parties|staff|employees|colleagues|team|teams was|were|has_been|have_been notified|informed|instructed|told|warned|advised|trained|briefed",
    "rectification|correction|corrections|improvement|improvements|changes|measures|steps was|were|has_been|have_been carried|made|taken|done|performed|implemented|executed",
)


# Deeds told as if they had come about by themselves.
_HAPPENED = Lexicon(
    "took|taken|takes place",
    "happened|occurred|ensued",
    "there was|were|has_been|have_been a|an|no|another|two|three",
    "went|gone|came|come|fell offline|live|down|off|out|away|back|dark",
    "stand|stands|stood|lies|lie closed|blocked|open|still|in|under|empty|locked",
    "disappeared|vanished|dropped_out",
    "underwent|undergone|undergo|received|saw|experienced|got a|an|its|their|his|her|new",
    "had|got its|their|the|all|our .. removed|detached|closed|deleted|changed|corrected|replaced|relabelled|renewed",
    "is|are|was|were underway|over|in_force|gone|offline|back|history",
    "wurde|wurden|fue|fueron|se_ha|se_han|zostały|zostało|è_stato|sono_stati|foi|foram",
)


def _actor(draft: Draft, item: Item, place: Item | Statement) -> bool:
    """Whether these words name who acted: a pronoun, "by" somebody, a person."""
    words = place.words
    if not _DOERS.isdisjoint(words) or (item.lead is not None and not _DOERS.isdisjoint(item.lead.words)):
        return True
    for at, word in enumerate(words[:-1]):
        if word == "by" and words[at + 1] not in _NO_DOERS and words[at + 1][0].isalpha():
            return True
    return _NAME.search(draft.text, place.start, place.end) is not None
