"""SU05: a sentence of a published template."""

from collections.abc import Iterator
from functools import cache
from math import ceil

from amends.model import Related
from amends.review.document import Draft
from amends.review.fingerprints import TEMPLATES
from amends.review.likeness import prints, runs
from amends.review.rule import Hit, rule

_LEAST, _SHARE = 5, 0.5


@rule(
    "SU05",
    "template-text",
    level="warning",
    source=(
        "Guide, mistakes that get plans rejected: copying generic templates verbatim; sites that "
        "publish templates warn against copying"
    ),
    bad=(
        (
            "Root cause: our team did not cross-reference the product formulation against Amazon's "
            "current restricted ingredients list before listing."
        ),
        (
            "We are committed to maintaining the highest standards of compliance and customer "
            "satisfaction on the Amazon marketplace."
        ),
    ),
    good=(
        (
            "Root cause: the balm contains 2 % menthol, and no step compared ingredients with the list "
            "before it went live."
        ),
    ),
)
def template_text(draft: Draft) -> Iterator[Hit]:
    """A sentence from a published template.

    The readers have seen it a thousand times, and it says nothing about your case. Say the same in your own words,
    with your own dates, numbers and names, or leave it out.
    """
    known = _known()
    for statement in draft.statements:
        if len(statement.words) < _LEAST + 3:
            continue
        hits = _hits(statement.words, known)
        if hits:
            where = max(set(hits), key=hits.count)
            related = Related("", "", f"Published as a template at {where}")
            yield Hit(
                statement,
                "This sentence is a template's. Say it with your own dates, numbers and names, or leave it out.",
                (related,),
            )


def _hits(words: tuple[str, ...], known: dict[int, str]) -> list[str]:
    """Where the runs were published, or nothing when they are too few; most sentences are told by their first half."""
    number = runs(words)
    least = max(_LEAST, ceil(_SHARE * number))
    if number < least or known.keys().isdisjoint(prints(words, number - least + 1)):
        return []
    hits = [known[print] for print in prints(words) if print in known]
    return hits if len(hits) >= least else []


@cache
def _known() -> dict[int, str]:
    return {int(number, 16): where for where, numbers in TEMPLATES.items() for number in numbers.split()}
