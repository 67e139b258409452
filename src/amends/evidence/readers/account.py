"""Bills of utilities and statements of banks: of whom, with which address, by whom, as of when.

Account numbers are not read: nothing here needs them, and a file of a case is passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.paper import LOOSE, Paper, Piece
from amends.evidence.readers._form import Wanted, best, fields, first_day, letterhead, name_in, paper_of
from amends.model.reading import Field

KINDS = ("utility-bill", "bank-statement")

_FORM = {
    "holder_name": Wanted(
        "name",
        "customer | customer name | account holder | account name | name | billed to | bill to | kunde | "
        "kontoinhaber | titulaire | titular | "
        "intestatario | originator | ordering customer | auftraggeber | service for",
    ),
    "holder_address": Wanted(
        "text",
        "service address | supply address | service location | address | premises | mailing address | "
        "billing address | lieferstelle | "
        "verbrauchsstelle | lieu de consommation | adresse | direccion de suministro | indirizzo di fornitura | "
        "leveringsadres",
    ),
    "issue_date": Wanted(
        "day",
        "bill date | invoice date | statement date | date of bill | issue date | date of issue | date | "
        "billing date | rechnungsdatum | datum | "
        "date de facture | date d emission | fecha de factura | fecha de emision | data emissione | "
        "value date | prepared on | billed on",
    ),
    "due_date": Wanted(
        "day",
        "due date | payment due | due by | pay by | fallig am | zahlbar bis | echeance | vencimiento | "
        "scadenza | auto pay",
    ),
    "period": Wanted(
        "text",
        "billing period | service period | statement period | bill period | abrechnungszeitraum | "
        "periode de facturation | periodo de facturacion | periodo",
    ),
    "beneficiary": Wanted(
        "name", "beneficiary | beneficiary name | payee | empfanger | beneficiaire | beneficiario | paid to"
    ),
}

_TITLE = re.compile(
    r"bill\b|statement|invoice|rechnung|facture|factura|bolletta|confirmation|transfer|kontoauszug|relev|estratto|extracto|"
    r"account|page\b|advice|checking",
    re.IGNORECASE,
)

# A British postcode often stands on a line of its own.
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_LABEL = re.compile(r"nummer|number|\bno\b|datum|date|account|konto|client|period|total|page", re.IGNORECASE)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a bill or a statement."""
    paper = paper_of(pages)
    found: list[Field | None] = [field for field in fields(paper, _FORM) if not _number_only(field)]
    names = {field.name for field in found if field is not None}
    head = _provider(paper)
    found.append(head)
    if "holder_name" not in names:
        found += _addressee(paper, head, "holder_address" not in names)
    if "issue_date" not in names:
        found.append(first_day(paper))
    return Read(best(found))


def _number_only(field: Field) -> bool:
    """Whether what stands behind a label of a name or an address holds no word."""
    return field.name.startswith("holder_") and not any(
        len(word) > 1 and word.isalpha() for word in field.value.split()
    )


def _provider(paper: Paper) -> Field | None:
    """The provider: the company at the head, or the first short name there that is no title."""
    head = letterhead(paper, rows=2)
    if head is not None:
        return head
    for row in paper.rows[:2]:
        text = row[0].text.strip(" ,")
        plain_text = text[:1].isupper() and not any(map(str.isdigit, text)) and ":" not in text
        if len(row[0].words) <= 6 and plain_text and not _TITLE.search(text):
            return paper.field("issuer_name", name_in(text.split(",")[0]), row[0], LOOSE)
    return None


def _addressee(paper: Paper, head: Field | None, with_address: bool) -> Iterator[Field]:
    """The block of the address window: a name, a street with a number, a place with a postal code."""
    for at, row in enumerate(paper.rows[1:25], 1):
        for piece in row:
            block = _under(paper, at, piece)
            lines = [line.text for line in block]
            if len(lines) < 2 or any(map(str.isdigit, piece.text)) or len(piece.words) > 8 or ":" in piece.text:
                continue
            if (
                _TITLE.search(piece.text)
                or _LABEL.search(lines[0])
                or not _street(lines[0])
                or not _place(lines[-1])
                or (head is not None and head.value == name_in(piece.text))
            ):
                continue
            yield paper.field("holder_name", name_in(piece.text), piece, LOOSE + 0.1)
            if with_address:
                words = tuple(word for line in block for word in line.words)
                yield paper.field("holder_address", ", ".join(lines), Piece(words, piece.page), LOOSE + 0.1)
            return


def _under(paper: Paper, at: int, piece: Piece) -> list[Piece]:
    """Up to three cells that stand under a cell, each close to the one before and beginning where it begins."""
    found: list[Piece] = []
    above = piece
    for row in paper.rows[at + 1 : at + 5]:
        for other in row:
            height = above.box.bottom - above.box.top
            close = other.page == above.page and 0 <= other.box.top - above.box.bottom + 4 < 1.2 * height + 4
            if close and abs(other.box.left - above.box.left) < 8:
                found.append(other)
                above = other
                break
        else:
            break
        if len(found) == 3 or _place(above.text):
            break
    return found


def _street(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and len(text) < 60


def _place(text: str) -> bool:
    digits = max((len(word.strip(",.")) for word in text.split() if word.strip(",.").isdigit()), default=0)
    mixed = any(any(map(str.isdigit, word)) and any(map(str.isalpha, word)) for word in text.split()[-2:])
    named = any(len(word) > 2 and word.strip(",").isalpha() for word in text.split())
    return ((digits in (4, 5, 6) or mixed) and named) or _POSTCODE.fullmatch(text.strip(" ,")) is not None
