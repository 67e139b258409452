"""Safety data sheets: of which product, by which supplier, as of when, and which of the sixteen sections are there.

The sections are those of the GHS, the same in every country: Regulation (EC) 1907/2006 Annex II, 29 CFR 1910.1200.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.lexicon import plain
from amends.evidence.page import Page
from amends.evidence.paper import SENTENCE, Piece
from amends.evidence.readers._form import Wanted, best, fields, letterhead, paper_of
from amends.model.reading import Field

KINDS = ("safety-data-sheet",)

_FORM = {
    "product": Wanted(
        "text",
        "product | product name | trade name | product identifier | handelsname | produktname | "
        "nom du produit | nombre del producto | nome del prodotto",
    ),
    "issuer_name": Wanted(
        "name",
        "supplier | manufacturer | company | supplier name | manufacturer name | lieferant | hersteller | "
        "fournisseur | proveedor | fornitore",
    ),
    "issue_date": Wanted(
        "day",
        "revision date | date of revision | issue date | date of issue | revised on | prepared on | "
        "print date | version date | revision | "
        "uberarbeitet am | druckdatum | date de revision | fecha de revision | data di revisione | date",
    ),
    "document_number": Wanted("id", "sds no | sds number | msds no | version | sds id | document no"),
    "emergency_phone": Wanted(
        "text", "emergency telephone | emergency phone | emergency telephone number | notrufnummer | numero d urgence"
    ),
}
_CAS = re.compile(r"(?<![\d-])\d{2,7}-\d\d-\d(?![\d-])")
_SECTION = re.compile(
    r"^(?:section|abschnitt|rubrique|seccion|sezione|sektion)?\s*(\d{1,2})\s*[.:)\-–]?\s+\S|^(?:section|abschnitt|rubrique|seccion|sezione)\s*(\d{1,2})\b"
)
_INNER = re.compile(r"\b(?:section|abschnitt|rubrique|seccion|sezione)\s*(\d{1,2})\b")
_NAMES = tuple(
    tuple(line.split(" | "))
    for line in """
identification | bezeichnung des stoffs | identificacion
hazard | gefahren | danger | peligro | pericoli
composition | zusammensetzung | composicion | composizione
first aid | first-aid | erste-hilfe | erste hilfe | premiers secours | primeros auxilios | primo soccorso
fire | brandbekampfung | incendie | incendios | antincendio
accidental release | freisetzung | dispersion accidentelle | vertido | rilascio
handling | handhabung | manipulation | manipulacion | manipolazione
exposure | exposition | esposizione | exposicion
physical | physikalische | proprietes physiques | propiedades fisicas | proprieta fisiche
stability | stabilitat | stabilite | estabilidad | stabilita
toxicolog | toxikolog | tossicolog
ecolog | umweltbezogen | okolog
disposal | entsorgung | elimination | eliminacion | smaltimento
transport | trasporto
regulatory | rechtsvorschriften | reglementa | reglamentaria | regolamentazione
other information | sonstige angaben | autres informations | otra informacion | altre informazioni
""".strip().split("\n")
)
"""What stands in the title of each section, in several languages; the first is section 1."""


def read(pages: Sequence[Page]) -> Read:
    """The fields of a safety data sheet; `sections` are the numbers of those that were found, with commas."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    if not any(field is not None and field.name == "issuer_name" for field in found):
        found.append(letterhead(paper))
    sections: dict[int, Piece] = {}
    for row in paper.rows:
        for piece in row:
            text = plain(piece.text)
            for match in (*_SECTION.finditer(text), *_INNER.finditer(text)):
                number = int(next(group for group in match.groups() if group))
                if 1 <= number <= 16 and any(name in text for name in _NAMES[number - 1]):
                    sections.setdefault(number, piece)
    if sections:
        begins = sections[min(sections)]
        found.append(paper.field("sections", ", ".join(map(str, sorted(sections))), begins, SENTENCE))
    seen: set[str] = set()
    for match in _CAS.finditer(paper.text):
        if match.group() not in seen and _holds(match.group()) and (place := paper.piece(match.start(), match.end())):
            seen.add(match.group())
            found.append(paper.field("cas_numbers", match.group(), place))
    return Read(best(found))


def _holds(cas: str) -> bool:
    """The check digit of a CAS number: the digits before it, weighted from the right."""
    digits = [int(c) for c in cas if c.isdigit()]
    return sum(at * digit for at, digit in enumerate(reversed(digits[:-1]), 1)) % 10 == digits[-1]
