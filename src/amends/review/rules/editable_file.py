"""EV06: evidence in a format that can be edited."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.letter.proofs import named_files
from amends.review.meaning.senses import senses
from amends.review.rule import Hit, rule, short

_EDITABLE = tuple(
    f".{ending}"
    for ending in (
        "doc docx docm dot dotx dotm xls xlsx xlsm xlsb csv tsv txt ods odt odp rtf ppt pptx pub ai psd indd cdr dwg dxf accdb mdb "
        "vsd vsdx pages numbers key eml msg xml json html htm md wps"
    ).split()
)
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
        place = _told(draft, statement)
        if place is not None:
            quote = draft.text[place[0] : place[1]]
            yield Hit(Span(*place, quote), f"“{short(quote, 50)}” can be edited; Amazon wants PDF, JPG, PNG or GIF.")


def _told(draft: Draft, statement: Statement) -> tuple[int, int] | None:
    """The words that say of what form a document is that comes with the letter, where no file is named."""
    words = frozenset(statement.words)
    spot = senses(statement).first("editable")
    if spot is not None:
        place = statement.between(spot.first, spot.last)
    else:
        bare = _BARE.search(statement.text) if "." in statement.text or "Word" in statement.text else None
        if bare is None:
            return None
        place = (statement.start + bare.start(), statement.start + bare.end())
    if draft.files_in(statement) or not _PRINTED.isdisjoint(words) or statement.part in (parts.CAUSE, parts.MEASURES):
        return None
    if statement.part in _PROOF_PARTS:
        return place
    # "We closed the offer, proof in an Excel file": what was closed is another thing.
    beside = statement.words[max(0, spot.first - _BESIDE) : spot.last + _BESIDE] if spot is not None else words
    return place if _SENT.found(statement.words) and _ENDED.isdisjoint(beside) else None


_BESIDE = 4


# ".rtf" without a name, "in Word".
_BARE = re.compile(
    r"(?<!\w)\.(?:docx?|docm|dotx?|rtf|xlsx?|xlsm|csv|odt|ods|txt|pptx?|pub|pages|ai|psd)(?!\w)"
    r"|\b(?:in|as|to|with|a|an) (?:MS |Microsoft )?Word\b(?! (?:of|that|from))"
)
_PROOF_PARTS = (parts.DOCUMENTS, parts.CONCLUSION, parts.SIGNATURE, parts.OTHER)
# A page printed from a spreadsheet is none any more.
_PRINTED = frozenset("printed print printout converted pdf scanned scan instead rather refused".split())
_ENDED = frozenset("deleted removed locked closed ended replaced withdrawn blocked destroyed archived".split())
_SENT = Lexicon(
    "attached|attach|enclosed|enclose|send|sent|proof|proofs|evidence|submit|submitted|upload|uploaded|see|find|included|"
    "include|come|comes|accompanies|added|add|provided|herewith|anbei|adjunto|joint",
    "with|to|next_to|beside this|the|our|my letter|plan|appeal|mail|message|submission",
)
