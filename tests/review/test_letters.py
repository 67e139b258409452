"""Whole letters in many voices, with every defect marked where it stands: found or not, and good ones left alone.

In `letters/bad` a mark is `⟦CODES: words⟧`: one of these rules must speak on these words. The first line names what is
wrong with the whole letter. A mark that begins with `?` is a defect that no rule finds so far; it is shown here so that
whoever reads the letters does not take it for sound.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from amends.model import Finding
from amends.review import review

LETTERS = Path(__file__).parent / "letters"
BAD, GOOD = (sorted((LETTERS / kind).iterdir()) for kind in ("bad", "good"))
EMPTY = frozenset(("PM02", "PM03", "PM06", "PM11", "PM12"))


class Mark(NamedTuple):
    codes: frozenset[str]
    start: int
    end: int
    open: bool


def marked(file: Path) -> tuple[frozenset[str], str, list[Mark]]:
    """Codes of which each slash-separated group must be found anywhere, the letter without its marks, the marks."""
    head, _, body = file.read_text(encoding="utf-8").partition("\n")
    text, marks, at = "", [], 0
    for match in re.finditer(r"⟦(\??)([A-Z0-9/]+): (.*?)⟧", body, re.S):
        text += body[at : match.start()]
        codes = frozenset(match[2].split("/"))
        # A measure without substance may be called empty, unowned or without rhythm.
        codes |= EMPTY if codes & {"PM06", "PM11", "PM12"} else frozenset()
        marks.append(Mark(codes, len(text), len(text) + len(match[3]), bool(match[1])))
        text += match[3]
        at = match.end()
    return frozenset(head.removeprefix("#!").split()), text + body[at:], marks


def spoken(findings: tuple[Finding, ...], mark: Mark, text: str) -> bool:
    words = text[mark.start : mark.end]
    return any(
        f.rule in mark.codes
        and (
            (f.span.start < mark.end and mark.start < f.span.end)
            or any(r.quote and r.quote in words for r in f.related)
        )
        for f in findings
    )


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_each_marked_defect_is_found(file: Path) -> None:
    whole, text, marks = marked(file)
    findings = review(text, file.name)
    codes = {finding.rule for finding in findings}
    assert [group for group in sorted(whole) if not codes & set(group.split("/"))] == []
    assert [text[m.start : m.end] for m in marks if not m.open and not spoken(findings, m, text)] == []


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_defect_that_is_found_is_not_marked_as_open(file: Path) -> None:
    _, text, marks = marked(file)
    findings = review(text, file.name)
    assert [text[m.start : m.end] for m in marks if m.open and spoken(findings, m, text)] == []


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_a_good_letter_has_no_error_and_at_most_one_warning(file: Path) -> None:
    findings = review(file.read_text(encoding="utf-8"), file.name)
    assert [(f.rule, f.span.quote) for f in findings if f.level == "error"] == []
    assert len([f for f in findings if f.level == "warning"]) <= 1


@pytest.mark.parametrize(
    "measure",
    [
        "We promise this will never happen again.",
        "We will train our staff.",
        "We will be more careful and pay attention to the policies.",
        "Customer satisfaction is our highest priority.",
        "Please give us another chance.",
        "If you wish we can send photos.",
    ],
)
def test_an_empty_sentence_is_called_so_once(measure: str) -> None:
    letter = (
        "Root cause: from 2 to 9 May 2026 nobody compared 41 labels.\n\nCorrective actions:\n- On 11 May 2026 Ola Brek "
        "closed 3 listings (closed.png).\n\nPreventive measures:\n- Since 12 May 2026 Ola Brek compares each "
        "label with "
        f"the list and signs the sheet.\n- {measure}\n\n"
        "Conclusion: in effect from 11 May 2026, complete since 12 May 2026.\n"
    )
    at = letter.index(measure)
    found = {f.rule for f in review(letter, "letter.txt") if at <= f.span.start < at + len(measure)}
    assert len(found) == 1
