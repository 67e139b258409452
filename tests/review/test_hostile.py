"""Text from outside: any text is answered, and time grows with its length, not faster."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.review import review
from amends.review.samples import CASE, CATALOG

WORST = {
    "one word": "a",
    "brackets": "[",
    "quotations": '"a b c d e f ',
    "blanks": "XXXX-",
    "identifiers": "B0C1234567 ",
    "half orders": "112-1234567-",
    "file names": "a.b-c.pdf ",
    "days in one sentence": "3 May 2026, ",
    "removed on days": "you removed it on 3 May 2026 and ",
    "points": "- x\n",
    "sentences": "We removed 12 units on 3 May 2026. ",
    "clauses": "we, ",
    "counts": "all 310 jars and 12 late orders, ",
    "exhibits": "Exhibit A, B, ",
    "brackets with counts": "3 jars (2 in a and ",
    "names": "a Ab Ac Ad Ae ",
    "headings": "# a\n",
    "labels": "Root cause: ",
    "combining marks": "e\u0301\u0301",
    "direction marks": "\u202ea ",
    "stars": "**a** ",
}


def spent(text: str) -> float:
    """The least of three runs, since other work on the machine only ever adds."""
    times = []
    for _ in range(3):
        start = process_time()
        review(text, "letter.txt", case=CASE, catalog=CATALOG)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST.keys())
def test_four_times_the_text_takes_no_more_than_about_four_times_the_time(unit: str) -> None:
    review("warm", "letter.txt")
    short, long = (unit * (length // len(unit)) for length in (6_000, 24_000))
    assert spent(long) < 9 * max(spent(short), 0.01)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=400))
def test_every_text_is_answered_with_places_in_it(text: str) -> None:
    for finding in review(text, "letter.txt", case=CASE, catalog=CATALOG):
        assert text[finding.span.start : finding.span.end] == finding.span.quote
        assert (finding.line, finding.column) >= (1, 1)


def test_the_same_letter_gets_the_same_findings() -> None:
    text = "Root cause: Amazon's mistake.\n\nCorrective actions:\n- We will do better."
    assert review(text, "a") == review(text, "a")


@pytest.mark.parametrize(
    "text",
    [
        "Corrective actions:",
        "## Root Cause\n\n## Preventive Measures",
        "²oot cause:\n\nIt1 ²oot cause:\n\n..:",
        "> quoted",
        "-",
    ],
)
def test_a_letter_without_a_sentence_is_answered(text: str) -> None:
    for finding in review(text, "letter.txt", case=CASE, catalog=CATALOG):
        assert text[finding.span.start : finding.span.end] == finding.span.quote
