"""PDFs whose lines are put together again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.app.review.checking import Checking, check_file
from amends.errors import Unreadable
from amends.formats.pdfguard import is_too_much
from amends.render import docx, markdown, pdf
from amends.render.page import Page
from amends.review import formats, review
from tests.pdf_bombs import nested
from tests.review.formats.word_file import word

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*/plan.md"))
PAGE = Page("Plan of Action", date(2026, 5, 4))

LETTER = """
#show heading.where(level: 1): set text(size: 20pt)
= Plan of Action
Dear team,

== Root Cause
From 27 to 30 November 2025 our warehouse in Tulsa was closed, and 16 of 364 orders shipped late, because the vacation
setting had no owner and no entry in the calendar. The responsibility for configuration of the fulfilment settings had
not been assigned to anybody, and notifications concerning unshipped merchandise accumulated without acknowledgement.

A second cause was a well-known shortcoming of our well-known software.

== Corrective Actions
+ On 2 December 2025 we shipped all 16 orders that were open and confirmed each with its day (shipped-orders.pdf).
+ On 3 December 2025 Marit Solberg refunded the charges of all 16 buyers, whose dissatisfaction we acknowledge.

*Preventive Measures*
- Each Friday Marit Solberg checks the vacation configuration against the calendar and signs the documentation sheet.
- Every morning at 8:00 Jon Berg opens the list of unshipped orders.

Kind regards, \\
Marit Solberg
"""
PLAIN = """# Plan of Action

Dear team,

## Root Cause

From 27 to 30 November 2025 our warehouse in Tulsa was closed, and 16 of 364 orders shipped late, because the vacation \
setting had no owner and no entry in the calendar. The responsibility for configuration of the fulfilment settings had \
not been assigned to anybody, and notifications concerning unshipped merchandise accumulated without acknowledgement.

A second cause was a well-known shortcoming of our well-known software.

## Corrective Actions

1. On 2 December 2025 we shipped all 16 orders that were open and confirmed each with its day (shipped-orders.pdf).
2. On 3 December 2025 Marit Solberg refunded the charges of all 16 buyers, whose dissatisfaction we acknowledge.

**Preventive Measures**

- Each Friday Marit Solberg checks the vacation configuration against the calendar and signs the documentation sheet.
- Every morning at 8:00 Jon Berg opens the list of unshipped orders.

Kind regards,
Marit Solberg
"""

SETTINGS = {
    "one column": '#set page(paper: "a4", numbering: "1 / 1")',
    "justified and hyphenated": "#set par(justify: true)\n#set text(hyphenate: true)",
    "narrow pages": '#set page(width: 8cm, height: 12cm, numbering: "— 1 —", margin: 1cm)\n#set par(justify: true)',
    "two columns": "#set page(height: 14cm, columns: 2)\n#set text(9pt, hyphenate: true)\n#set par(justify: true)",
    "a head on every page": '#set page(height: 9cm, header: [Thistledown LLC, plan], numbering: "1 of 1")',
    "wide lines": "#set par(leading: 1.4em, spacing: 2.6em)",
}


def made(source: str) -> bytes:
    return typst.compile(source.encode())


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_the_letter_is_the_same_however_it_was_set(settings: str) -> None:
    assert formats.read(made(f"{settings}\n{LETTER}"), "plan.pdf").text == PLAIN


def test_places_are_page_and_line() -> None:
    read = formats.read(made(f"#set page(height: 9cm)\n{LETTER}"), "plan.pdf")
    assert read.where(read.text.index("Dear team")) == "page 1, line 2"
    assert read.where(read.text.index("Jon Berg")).startswith("page 2, line ")
    assert not read.exact


@pytest.mark.parametrize("plan", GOLDEN, ids=lambda plan: plan.parent.name)
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_our_own_files_get_the_findings_of_the_plan_that_they_were_made_from(plan: Path, format: str) -> None:
    text = plan.read_text(encoding="utf-8")
    # So that there is something to find in a plan that has nothing to object to.
    text = text.replace("\n## ", "\n\nWe will try our best, as ASIN B0XXXXXX shows.\n\n## ", 2)
    letter = markdown.parse(text)
    data = docx.to_docx(letter, PAGE) if format == "docx" else pdf.to_pdf(letter, PAGE).data

    def found(text: str) -> set[tuple[str, str]]:
        return {(finding.rule, " ".join(finding.span.quote.split())) for finding in review(text, "plan")}

    assert len(found(text)) > 1
    assert found(formats.read(data, f"plan.{format}").text) == found(text)


def test_findings_of_a_file_say_where_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(made(LETTER + "\nWe will try our best, as ASIN B0XXXXXX shows.\n"))
    findings = check_file(str(file)).findings
    assert findings
    assert all(finding.where.startswith("page 1, line ") for finding in findings)


def test_what_was_not_read_is_said_beside_the_findings(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(word("<w:p><w:r><w:t>Text.</w:t></w:r><w:r><w:commentReference/></w:r></w:p>"))
    checking = Checking()
    checking.file(str(file))
    assert [note for note in checking.notes() if note.endswith("Not reviewed: 1 comment.")]


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="text recognition"):
        formats.read(made("#rect(width: 4cm)"), "plan.pdf")


def test_drawings_within_drawings_are_read() -> None:
    assert formats.read(nested(3, 1), "plan.pdf").text == "word\n"


@pytest.mark.parametrize(
    "data",
    [nested(10, 10), nested(2, 2, last=6), nested(40, 2), nested(10, 10).replace(b"/Subtype/Form", b"/Subtype/F#6frm")],
    ids=["a thousand million calls", "a circle", "two to the fortieth", "hidden in an escaped name"],
)
def test_drawings_that_call_others_without_end_are_refused(data: bytes) -> None:
    assert is_too_much(data)
    with pytest.raises(Unreadable, match="far more than any letter"):
        formats.read(data, "plan.pdf")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=6)), max_size=8), st.integers(0, 10_000))
def test_a_damaged_pdf_is_read_or_refused(changes: list[tuple[int, bytes]], end: int) -> None:
    data = bytearray(nested(3, 2))
    for at, put in changes:
        data[at % len(data) : at % len(data) + len(put)] = put
    try:
        formats.read(bytes(data[: len(data) - end % 200]), "plan.pdf")
    except Unreadable as refused:
        assert str(refused).startswith("plan.pdf ")
