"""SU09: what an earlier plan said already."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.likeness import Earlier, Echo, echoes
from amends.review.rule import Example, Hit, rule, short

_ATTEMPT_SHARE, _FEWEST_IN_ATTEMPT = 0.6, 5
_FEWEST_WORDS = 8
_TOLD = (parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED)
_OLD = (
    "Root cause\nOur buyer placed the spring order by telephone and nobody compared the labels with the brand's list."
    "\n\nCorrective actions\nWe pulled the remaining stock from the shelves and photographed every carton.\n\n"
    "Preventive measures\nThe warehouse lead compares each carton with the brand's list before it is put away."
)
_ATTEMPT = (
    "Root cause\nThe supplier's invoice named a shop that we closed years ago.\n\nCorrective actions\n"
    "Dana Ruiz closed the listing and opened a removal order for the stock. She asked the supplier for a corrected "
    "invoice and filed it with the delivery note.\n\nPreventive measures\nDana Ruiz compares every invoice with the "
    "delivery before the stock goes on sale. Joon Park samples the comparison sheets each month and keeps them."
)


@rule(
    "SU09",
    "repeats-earlier-plan",
    level="warning",
    source=(
        "Near-identical tries are refused, and readers know texts that circulate between accounts (reports of "
        "sellers and practitioners)"
    ),
    bad=(
        Example(
            "Root cause\nOur buyer placed the autumn order by telephone, and nobody compared the label with the brands"
            "' list.\n\nCorrective actions\nOn 4 May 2026 we closed both offers.",
            earlier=(_OLD,),
        ),
        Example(_ATTEMPT, attempts=(_ATTEMPT,)),
    ),
    good=(
        Example(
            "Root cause\nOn 3 May 2026 Joon Park accepted 40 jars whose labels lacked the brand's seal.\n\nCorrective "
            "actions\nOn 4 May 2026 he moved the 40 jars to the locked cage (cage-photo.jpg).",
            earlier=(_OLD,),
        ),
        Example(
            "Root cause\nThe supplier's invoice named a shop that we closed years ago. The reply of 9 May asks why "
            "nobody saw it: our form had no line for the buyer's name until 10 May 2026.\n\nCorrective actions\n"
            "On 10 May 2026 Dana Ruiz added that line to the form (form-v2.pdf). On 11 May 2026 the supplier wrote who "
            "bought the goods (letter.pdf).\n\nPreventive measures\nSince 12 May 2026 Dana Ruiz fills the line for "
            "every delivery.",
            attempts=(_ATTEMPT,),
        ),
    ),
)
def repeats_earlier_plan(draft: Draft) -> Iterator[Hit]:
    """Says what an earlier plan of yours said.

    A second try that reads like the first is refused like the first: it must answer what Amazon asked for since. And
    sentences that went out for another account or another case tell the reader that this one was not looked into.
    Say what is true of this case only: its dates, numbers, names and files.
    """
    other: dict[int, Echo] = {}
    for plan in draft.earlier:
        heard = echoes(draft.statements, plan)
        if plan.attempt:
            yield from _attempt(draft, plan, heard)
            continue
        for echo in heard:
            if _counts(draft, echo) and echo.share > other.get(echo.statement.start, echo._replace(share=0.0)).share:
                other[echo.statement.start] = echo
    for echo in other.values():
        own = _particulars(echo.statement.text)
        note = f"Says the same, {echo.share:.0%} alike"
        related = (Related(echo.plan.file, short(echo.quote, 160), note),)
        if own and own.isdisjoint(_particulars(echo.quote)):
            words = "Another plan has this sentence with other facts. Say it as it was in this case."
            yield Hit(echo.statement, words, related, level="note")
        else:
            words = "Another plan of yours says this in the same words. Say what is true of this case only."
            yield Hit(echo.statement, words, related)


def _attempt(draft: Draft, plan: Earlier, heard: list[Echo]) -> Iterator[Hit]:
    """One finding for the whole letter: what was true in the first try may be said again, but not alone."""
    whole = [statement for statement in draft.statements if len(statement.words) >= _FEWEST_WORDS]
    same = [echo for echo in heard if len(echo.statement.words) >= _FEWEST_WORDS]
    if len(same) < _FEWEST_IN_ATTEMPT or len(same) < _ATTEMPT_SHARE * len(whole):
        return
    first = same[0]
    words = (
        f"{len(same)} of {len(whole)} sentences stand in submission {plan.attempt} already. "
        "Answer first what Amazon asked for since, then repeat only what it needs."
    )
    yield Hit(first.statement, words, (Related(plan.file, short(first.quote, 160), f"Submission {plan.attempt}"),))


def _counts(draft: Draft, echo: Echo) -> bool:
    """Whether a sentence must be this case's own: it tells what happened, and no playbook wrote it."""
    statement: Statement = echo.statement
    if len(statement.words) < _FEWEST_WORDS or (draft.has_parts and statement.part not in _TOLD):
        return False
    return " ".join(statement.text.split()) not in _drafted(draft)


def _drafted(draft: Draft) -> set[str]:
    if "drafted" not in draft.memo:
        plan = draft.plan
        draft.memo["drafted"] = {" ".join(sentence.text.split()) for sentence in (plan.sentences if plan else ())}
    drafted = draft.memo["drafted"]
    assert isinstance(drafted, set)
    return drafted


def _particulars(text: str) -> set[str]:
    """What is this case's own in a sentence: numbers, dates, identifiers."""
    return {word.strip(".,;:()") for word in text.split() if any(map(str.isdigit, word))}
