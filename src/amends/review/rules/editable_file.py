"""EV06: evidence in a format that can be edited."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.proofs import named_files
from amends.review.rule import Hit, rule, short

_EDITABLE = (".doc", ".docx", ".xls", ".xlsx", ".csv", ".txt", ".ods", ".odt", ".rtf")
_OWN_RECORDS = ("log", "checklist", "tracker", "register", "sheet", "calendar", "procedure", "sop")


@rule(
    "EV06",
    "editable-file",
    level="note",
    confidence="medium",
    source="Seller Forums staff post 8be798a9: PDF, JPG, PNG or GIF; never an editable format",
    bad=(
        "Corrective actions: on 4 May 2026 the supplier reissued its invoice (invoice-2231.docx).",
        "Corrective actions: on 4 May 2026 we counted 312 cups; the count is attached as an Excel file.",
    ),
    good=("Corrective actions: on 4 May 2026 the supplier reissued its invoice (invoice-2231.pdf).",),
)
def editable_file(draft: Draft) -> Iterator[Hit]:
    """Evidence in an editable format.

    Amazon takes PDF, JPG, PNG and GIF for invoices and refuses Word and spreadsheets. Ask the issuer for the PDF as
    they sent it; do not convert an invoice yourself, since exported Word files have been judged forged.
    """
    for name, start, end in named_files(draft):
        low = name.lower()
        statement = draft.statement_at(start)
        if low.endswith(_EDITABLE) and not any(word in low for word in _OWN_RECORDS):
            if statement is not None and statement.part == parts.MEASURES and len(draft.files_in(statement)) < 2:
                continue
            yield Hit(
                Span(start, end, name),
                f"“{short(name, 50)}” can be edited; Amazon wants PDF, JPG, PNG or GIF. Ask for the original.",
            )
    for statement in draft.statements:
        hit = next(_PROGRAM.matches(statement.words), None)
        sent = hit is not None and statement.part not in (parts.CAUSE, parts.MEASURES) and _SENT.found(statement.words)
        if hit is not None and sent and not draft.files_in(statement):
            first, last = statement.between(hit[0], hit[1])
            quote = draft.text[first:last]
            yield Hit(
                Span(first, last, quote), f"“{short(quote, 50)}” can be edited; Amazon wants PDF, JPG, PNG or GIF."
            )


_PROGRAM = Lexicon("excel|word|powerpoint|openoffice|spreadsheet file|files|document|documents|format|table|sheet|form")
_SENT = Lexicon(
    "attached|attach|enclosed|enclose|send|sent|proof|proofs|evidence|submit|submitted|upload|uploaded|see|find"
)
