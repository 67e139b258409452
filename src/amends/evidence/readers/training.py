"""Training records: when, about what, held by whom, and who took part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amends.evidence.fields import Read
from amends.evidence.lexicon import tokens
from amends.evidence.page import Page
from amends.evidence.paper import BELOW, Paper
from amends.evidence.readers._form import Wanted, best, fields, first_day, paper_of
from amends.model.reading import Field

KINDS = ("training-record",)

_FORM = {
    "issue_date": Wanted(
        "day", "date | date of training | training date | held on | datum | fecha | data | completed on"
    ),
    "topic": Wanted(
        "text",
        "topic | subject | training topic | course | course title | training | title | thema | sujet | tema | "
        "argomento",
    ),
    "trainer": Wanted(
        "text",
        "trainer | trained by | instructor | conducted by | held by | schulungsleiter | formateur | formador | "
        "formatore",
    ),
    "participants": Wanted(
        "text",
        "participants | attendees | attended by | teilnehmer | participants presents | asistentes | "
        "partecipanti | trainees",
    ),
}
_HEADS = frozenset(
    "participants participant attendees attendee name names employee employees teilnehmer nom nombre nome".split()
)
_MOST = 60


def read(pages: Sequence[Page]) -> Read:
    """The fields of a training record; each participant is a field of its own."""
    paper = paper_of(pages)
    found: list[Field | None] = list(fields(paper, _FORM))
    listed = list(_listed(paper))
    if listed:
        found = [field for field in found if field is None or field.name != "participants"]
    found += listed
    if not any(field is not None and field.name == "issue_date" for field in found):
        found.append(first_day(paper))
    return Read(best(found))


def _listed(paper: Paper) -> Iterator[Field]:
    """The names in the column under a head that says so."""
    for at, row in enumerate(paper.rows):
        for piece in row:
            if len(piece.words) <= 2 and len(row) >= 2 and set(tokens(piece.text)) & _HEADS:
                for under in paper.rows[at + 1 : at + 1 + _MOST]:
                    cell = next((other for other in under if abs(other.box.left - piece.box.left) < 12), None)
                    if cell is None or not cell.text[:1].isalpha() or len(cell.words) > 5 or ":" in cell.text:
                        return
                    yield paper.field("participants", cell.text.strip(" ,;"), cell, BELOW)
                return
