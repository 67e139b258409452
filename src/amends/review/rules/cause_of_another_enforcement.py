"""RC07: a cause that answers another enforcement than the notice."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from amends.review.document import Draft
from amends.review.explanation.subjects import Matters, shipped, stem_of
from amends.review.letter import parts
from amends.review.letter.pieces import Statement, once
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import Senses, senses
from amends.review.position.purpose import is_plan
from amends.review.rule import Example, Hit, rule, short

_BESIDES = frozenset("also besides moreover furthermore additionally another".split())
_SHORTEST = 3
_CLEAR = 1.6
_AHEAD = 0.9
# Without a word that calls it the cause, or with a missing step of the seller's own in a letter of no known
# enforcement, a statement must speak of the other matter twice as clearly.
_UNMARKED = 2.0
# With a missing step of the seller's own it is the cause of something here.
_OWNED = 1.4
_SHARED = 0.25


@rule(
    "RC07",
    "cause-of-another-enforcement",
    level="warning",
    confidence="medium",
    source="A plan answers the issue of its notice (help G200370560); reused plans carry the cause of another case",
    bad=(
        Example(
            "Root cause: ASIN B0C1234567 was bought from two suppliers. The reason was that the courier collected "
            "parcels late, so tracking was missing.\n\nCorrective actions:\n- On 4 May 2026 we put 340 units aside.\n\n"
            "Preventive measures:\n- From 5 May 2026 Dana Ruiz matches each invoice with its units.",
            case="plan",
        ),
        (
            "Root cause: 3 pan sizes were joined under one parent on 2 May 2026. This was because a former employee "
            "opened a second account with our bank card.\n\n"
            "Corrective actions:\n- On 4 May 2026 we took 3 pans out of the parent.\n\n"
            "Preventive measures:\n- From 5 May 2026 Dana Ruiz compares each new child with the parent."
        ),
    ),
    good=(
        (
            "Root cause: 16 orders shipped late because no second packer was named for 2 to 6 May 2026.\n\n"
            "Corrective actions:\n- On 7 May 2026 we shipped the 16 orders.\n\n"
            "Preventive measures:\n- From 8 May 2026 Dana Ruiz names a second packer each week."
        ),
    ),
)
def cause_of_another_enforcement(draft: Draft) -> Iterator[Hit]:
    """A cause that belongs to another enforcement.

    Late parcels do not explain a counterfeit complaint. Nothing else in the letter comes back to this cause, and its
    words are those of another kind of notice, as when it was left over from an earlier plan. Give the cause of the
    issue that the notice names, or take this one out.
    """
    if not is_plan(draft) or not draft.of(parts.CAUSE):
        return
    alone = list(_left_over(draft))
    yield from alone
    if not alone and draft.enforcement is not None:
        yield from _foreign(draft, draft.enforcement)


def _left_over(draft: Draft) -> Iterator[Hit]:
    """Statements of the cause to which nothing in the letter comes back, in the words of another matter."""
    everywhere: Counter[str] | None = None
    own: str | None = None
    for statement in draft.statements:
        here = _stems(statement) if statement.part == parts.CAUSE else frozenset()
        if len(here) < _SHORTEST:
            continue
        if everywhere is None:
            everywhere = Counter(chain.from_iterable(map(_all_stems, draft.statements)))
        shared = sum(1 for stem in here if everywhere[stem] > 1)
        if shared > len(here) * _SHARED:
            continue
        known = shipped()
        own = _own(draft, known) if own is None else own
        found = senses(statement)
        plain = (found.has("causal") or statement.words[0] in _BESIDES) and (
            bool(draft.enforcement) or not misses_step(found, statement.words)
        )
        factor = _UNMARKED if not plain else _OWNED if misses_step(found, statement.words) else 1.0
        matter = _other(known, statement, own, factor)
        if matter and not _explained(draft, statement):
            yield Hit(
                statement,
                f"“{short(statement.text, 50)}” explains another matter ({matter.replace('-', ' ')}). Give the cause "
                "of what the notice names.",
            )


def _explained(draft: Draft, statement: Statement) -> bool:
    """Whether the sentence tells also what the notice is about."""
    if draft.enforcement is None:
        return False
    from amends.review.explanation.scenes import explained

    return explained(statement.words, draft.enforcement)


def _foreign(draft: Draft, enforcement: str) -> Iterator[Hit]:
    """Where all that the cause tells cannot explain the notice."""
    from amends.review.explanation.scenes import foreign

    told = [statement for part in draft.of(parts.CAUSE) for statement in part.statements]
    found = foreign([statement.words for statement in told], enforcement)
    if found is not None:
        at, scene = found
        yield Hit(
            told[at],
            f"“{short(told[at].text, 50)}” tells of {scene}, which does not explain this notice "
            f"({enforcement.replace('-', ' ')}). Give the cause of what the notice names.",
        )


@once
def _all_stems(statement: Statement) -> frozenset[str]:
    return frozenset(map(stem_of, statement.words))


@once
def _stems(statement: Statement) -> frozenset[str]:
    """The words of a statement that name something, cut to their stems."""
    found = Senses(statement.words)
    plain = {at for field in ("unspecific", "causal") for spot in found.of(field) for at in range(*spot)}
    words = enumerate(statement.words)
    return frozenset(stem_of(word) for at, word in words if at not in plain and word.isalpha() and len(word) > 2)


def _other(known: Matters, statement: Statement, own: str, factor: float) -> str:
    """The matter that a statement speaks of, when it is clearly not that of the letter; else nothing."""
    weights = known.weigh_stems(_all_stems(statement))
    best = max(weights, key=lambda matter: weights[matter])
    if weights[best] < _CLEAR * factor or known.akin(best, own):
        return ""
    return best if weights[best] - weights.get(own, 0.0) >= _AHEAD * factor else ""


def _own(draft: Draft, known: Matters) -> str:
    """The matter of the letter: that of its enforcement, else the one of which all but its cause speaks most."""
    if draft.enforcement is not None and draft.enforcement in known.of_enforcement:
        return known.of_enforcement[draft.enforcement]
    stems = (_all_stems(statement) for statement in draft.statements if statement.part != parts.CAUSE)
    weights = known.weigh_stems(frozenset[str]().union(*stems))
    return max(weights, key=lambda matter: weights[matter])
