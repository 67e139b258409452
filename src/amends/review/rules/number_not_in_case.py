"""GR04: a figure that the case does not know."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.proofs import labels_in
from amends.review.rule import Example, Hit, rule, short

_FIGURE = r"(?<![\w.#/-])\d[\d,]*(?:\.\d+)?(?![\w-]|\.\d)"


@rule(
    "GR04",
    "number-not-in-case",
    level="error",
    source="Never send facts that are not true; every figure in the plan has a source in the case",
    bad=(Example("Corrective actions: on 4 May 2026 we stopped 430 units of ASIN B0C1234567.", case="plan"),),
    good=(
        Example("Corrective actions: on 4 May 2026 we stopped 340 units of ASIN B0C1234567 (Exhibit A).", case="plan"),
    ),
)
def number_not_in_case(draft: Draft) -> Iterator[Hit]:
    """A figure without a source.

    No fact, notice or exhibit of the case has this number. Correct it, or put the fact into the case with its source.
    """
    known = draft.grounds
    if known is None:
        return
    taken: set[int] = set()
    for first, last in _named(draft):
        taken.update(range(first, last))
    for statement in draft.statements:
        for match in re.finditer(_FIGURE, statement.text):
            start, end = statement.start + match.start(), statement.start + match.end()
            if start in taken or known.has_figure(match.group()):
                continue
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"The case does not know the number {short(quote, 20)}. Correct it, or answer with its source.",
            )


def _named(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where figures are part of a date, an identifier, a file name or an exhibit's label."""
    for day in draft.dates:
        yield day.span.start, day.span.end
    for identifier in draft.identifiers:
        yield identifier.span.start, identifier.span.end
    for match in (*draft.files, *labels_in(draft, draft.text)):
        yield match.span()
