"""Fixes in the text, and the diff that shows them first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.model import Finding, Fix, Span, Suppression
from amends.review import Draft, reviewed
from amends.review.mending import diff, mended
from amends.review.registry import with_packs


def finding(start: int, end: int, becomes: str, accepted: bool = False) -> Finding:
    suppressed = Suppression("why", "config") if accepted else None
    return Finding("TO13", "filler", "note", "high", "m", Span(start, end, ""), 1, 1, (), Fix(becomes), "", suppressed)


TEXT = st.lists(st.sampled_from(["a", "b ", "\n", "é", "\r\n", "..."]), max_size=60).map("".join)
CUTS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 6), st.sampled_from(["", "x", "y\n"]), st.booleans()), max_size=8
)


def patched(text: str, changes: str) -> str:
    """A unified diff applied to a text, hunk by hunk, as `patch` does: every line that it names must be there."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    made: list[str] = []
    at = 0
    body = changes.replace("\n\\ No newline at end of file\n", "\0").split("\n")
    for line in re.findall(r"[^\n\0]*(?:\n|\0)", "\n".join(body[2:])):
        entry = line[1:-1] + ("" if line[-1] == "\0" else "\n")
        head = re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n", line)
        if head:
            made += lines[at : int(head[1]) - 1]
            at = int(head[1]) - 1
            assert len(made) == int(head[3]) - 1
        elif line[0] == "+":
            made.append(entry)
        else:
            assert lines[at] == entry
            at += 1
            made += [entry] if line[0] == " " else []
    return "".join(made + lines[at:])


@given(TEXT, CUTS)
def test_the_diff_is_what_the_fixes_do(text: str, cuts: list[tuple[int, int, str, bool]]) -> None:
    findings = [
        finding(min(start, len(text)), min(start + size, len(text)), becomes, accepted)
        for start, size, becomes, accepted in cuts
        if text
    ]
    changes = diff(text, findings, "plan.txt")

    assert mended(text, findings)[0] == (patched(text, changes) if changes else text)


def test_an_accepted_finding_is_left_as_it_is() -> None:
    assert ("very good", 0) == mended("very good", [finding(0, 5, "", accepted=True)])


def test_of_two_that_overlap_one_waits() -> None:
    assert ("abX", 1) == mended("abcd", [finding(1, 3, "Y"), finding(2, 4, "X")])


FILLER = {
    "code": "MY01",
    "name": "my-filler",
    "level": "note",
    "source": "s",
    "title": "t",
    "help": "h",
    "find": ["quite plainly"],
    "message": "“{quote}”",
    "becomes": "",
    "bad": [],
    "good": [],
}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "We sold it quite plainly <!-- allow TO04: why -->, on 3 May.",
            "We sold it <!-- allow TO04: why -->, on 3 May.",
        ),
        ("We sold it quite <!-- so --> plainly on 3 May.", "We sold it quite <!-- so --> plainly on 3 May."),
        ("Quite plainly <!-- so --> we sold it.", "Quite plainly <!-- so --> we sold it."),
        ("We sold it quite plainly on 3 May. <!-- so -->", "We sold it on 3 May. <!-- so -->"),
    ],
)
def test_a_fix_takes_no_comment_with_it(text: str, after: str) -> None:
    rules = [rule for rule in with_packs([FILLER]) if rule.code == "MY01"]

    findings = reviewed(Draft(text, "plan.md"), rules)

    assert 1 == len(findings)
    assert after == mended(text, findings)[0]
