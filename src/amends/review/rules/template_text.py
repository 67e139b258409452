"""SU05: a sentence of a published template."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.fingerprints import templates
from amends.review.letter.pieces import Statement, once
from amends.review.rule import Hit, rule

_FEWEST_WORDS = 8


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
    met = [
        (statement, source)
        for statement in draft.statements
        if len(statement.words) >= _FEWEST_WORDS and (source := _source(statement))
    ]
    whole = len(draft.statements)
    for statement, source in met:
        note = f"Published as a template at {source}; {len(met)} of {whole} sentences of this letter are a template's"
        yield Hit(
            statement,
            "This sentence is a template's. Say it with your own dates, numbers and names, or leave it out.",
            (Related("", "", note),),
        )


@once
def _source(statement: Statement) -> str | None:
    return templates().source_of(statement.words)
