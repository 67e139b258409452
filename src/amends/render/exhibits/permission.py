"""Whether marks may be put on a copy of a document, and why not.

Amazon's guideline for a plan asks sellers to highlight the relevant area of supporting documents, and its rules for
invoices allow it; papers that prove who somebody is must carry no marks at all, and a seller who highlighted an invoice
was told that it was forged. So a copy is marked only when the seller wishes it, and never where the knowledge of the
kind or of the enforcement says so.
"""

from __future__ import annotations

import re

from amends.model import Case, Exhibit
from amends.playbook import Catalog
from amends.text import sentences
from amends.typed import NamedTuple

_ASKED = re.compile(r"\b(?:highlight|circl)\w*", re.I)
_FORBIDDEN = re.compile(
    r"\b(?:no|not|without|never|don['’]t)\b[^.]{0,60}\b(?:highlight|annotat|marking|marks|notes? on|written on)", re.I
)
GUIDELINE = "Amazon help 201623610, Create a plan of action: highlight the relevant area in supporting documents"


class Permission(NamedTuple):
    """Whether a document may be marked, why, and where that is said. `asked`: only when the seller names it."""

    allowed: bool
    why: str
    source: str
    asked: bool = False


def marking(exhibit: Exhibit, case: Case, catalog: Catalog) -> Permission:
    """Whether a copy of an exhibit may bear marks in this case."""
    playbook = catalog.playbooks.get(case.enforcement or "")
    if playbook is not None and playbook.marks == "never":
        why = f"In a case of “{playbook.title}” Amazon wants the documents as they are, without any mark."
        return Permission(False, why, playbook.sources[0].of)
    said = _of_notice(case)
    if said is not None and not said.allowed:
        return said
    kinds = [exhibit.kind]
    if exhibit.reading is not None and exhibit.reading.kind != "unknown":
        kinds.append(exhibit.reading.kind)
    known = [catalog.documents[kind] for kind in dict.fromkeys(kinds) if kind in catalog.documents]
    if not known:
        why = "What kind of document it is is not known; say it with `amends add DIR FILE --kind KIND`."
        return Permission(False, why, "")
    for document in known:
        if document.marks in ("alone", "never"):
            why = f"{document.title}: Amazon wants it unmarked; the cover sheet names page and line instead."
            return Permission(False, why, document.sources[0].of)
    if said is not None:
        return said
    if any(document.marks == "wish" for document in known):
        why = (
            "Amazon allows it, but a seller who highlighted an invoice was told that it was forged; it is your choice."
        )
        return Permission(True, why, known[0].sources[0].of, asked=True)
    return Permission(True, "Amazon asks for the relevant area to be highlighted.", GUIDELINE)


def _of_notice(case: Case) -> Permission | None:
    """What the notice itself says of marks, if it speaks of them."""
    notice = case.notice
    if notice is None or not (_ASKED.search(notice.text) or _FORBIDDEN.search(notice.text)):
        return None
    for piece in sentences(notice.text):
        if _FORBIDDEN.search(piece.quote):
            return Permission(False, f"The notice says: “{piece.quote}”", notice.file)
    for piece in sentences(notice.text):
        if _ASKED.search(piece.quote):
            return Permission(True, f"The notice says: “{piece.quote}”", notice.file)
    return None
