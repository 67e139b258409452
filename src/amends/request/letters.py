"""Which letters a case needs, and each of them written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from amends.model import Case, Check, Letter, Party, Value
from amends.playbook import Catalog, Reference, RequestLetter
from amends.request.faults import faults_of
from amends.request.need import Need, needs
from amends.request.slots import Filling, filling
from amends.request.writing import Gap, written

__all__ = ["Gap", "Request", "letter", "letters"]

Checks = Mapping[str, Sequence[Check]]
"""What the checks say of each exhibit, by its hash."""


@dataclass(frozen=True, slots=True)
class Request:
    """A letter to somebody who can give what the case lacks.

    `id` names the file of `data/letters/`; `to` is the party, as far as the case knows it; `why` says why the case
    needs the letter, and `exhibits` the labels of the documents that it speaks of. `gaps` are the places that a person
    has to fill in. `languages` are those that the letter can be had in.
    """

    id: str
    title: str
    to: str
    email: str
    language: str
    why: str
    subject: str
    letter: Letter
    gaps: tuple[Gap, ...]
    exhibits: tuple[str, ...]
    languages: tuple[str, ...]
    sources: tuple[Reference, ...]


def letters(case: Case, catalog: Catalog, checks: Checks | None = None, language: str = "en") -> tuple[Request, ...]:
    """The letters that a case needs, the most urgent kind first. A letter that is not there in `language` is English.

    `checks` are what the checks of the evidence said; without them only missing documents are asked for.
    """
    found = []
    for kind in sorted(catalog.letters.values(), key=lambda kind: (kind.order, kind.id)):
        for need in needs(kind, case, catalog, checks or {}):
            found += list(_requests(kind, need, case, catalog, checks or {}, language))
    return tuple(found)


def letter(
    id: str, case: Case, catalog: Catalog, checks: Checks | None = None, language: str = "en"
) -> tuple[Request, ...]:
    """One kind of letter, whether the case needs it or not. KeyError when there is none of that id."""
    kind = catalog.letters[id]
    known = checks or {}
    wanted = list(needs(kind, case, catalog, known)) or [Need("You asked for it.", ())]
    return tuple(each for need in wanted for each in _requests(kind, need, case, catalog, known, language))


def _requests(
    kind: RequestLetter, need: Need, case: Case, catalog: Catalog, checks: Checks, language: str
) -> Iterator[Request]:
    """One letter for each party that is asked, or one with a gap when the case knows none."""
    shown = language if language in kind.wordings else "en"
    values = filling(kind, case, catalog, need.exhibits)
    for party in values.parties(kind.to) or [None]:
        own = values.of(kind.to, party)
        points = faults_of(need.exhibits, checks, case)
        yield _request(kind, need, own, points, shown, party)


def _request(
    kind: RequestLetter,
    need: Need,
    values: Filling,
    points: Mapping[str, tuple[str, ...]],
    language: str,
    party: Value | None,
) -> Request:
    subject, made, gaps = written(kind, values, points, language)
    known = party if isinstance(party, Party) else None
    return Request(
        kind.id,
        kind.title,
        known.name if known else "",
        known.email if known else "",
        language,
        need.why,
        subject,
        made,
        gaps,
        tuple(exhibit.label for exhibit in need.exhibits),
        tuple(sorted(kind.wordings)),
        kind.sources,
    )
