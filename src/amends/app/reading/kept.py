"""Readings that lie beside a case, joined to its exhibits."""

from __future__ import annotations

from dataclasses import replace

from amends.errors import Invalid
from amends.evidence import corrected
from amends.model import Problem
from amends.store.files import CASE
from amends.store.readings import Readings
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.model import Case, Exhibit
    from amends.model.reading import Reading
    from amends.store.files import Files


def with_readings(case: Case, files: Files) -> tuple[Case, list[Problem]]:
    """The case with what was read in its exhibits, and the mistakes in kept readings.

    What a person said of a document takes the place of what was read there.
    """
    readings = Readings(files)
    if not (case.exhibits or case.held):
        return case, []
    problems: list[Problem] = []

    def joined(key: str, exhibits: Iterable[Exhibit]) -> tuple[Exhibit, ...]:
        found = []
        for at, exhibit in enumerate(exhibits, 1):
            for number, words in corrected.faults(exhibit):
                path = f"{key}[{at}].corrections[{number + 1}].says"
                problems.append(Problem(str(files.place(CASE)), None, path, words))
            try:
                found.append(corrected.joined(exhibit, reading_of(readings, exhibit.sha256)))
            except Invalid as mistakes:
                problems.extend(mistakes.problems)
                found.append(exhibit)
        return tuple(found)

    return replace(case, exhibits=joined("exhibits", case.exhibits), held=joined("held", case.held)), problems


def reading_of(readings: Readings, sha256: str) -> Reading | None:
    """The kept reading of a document, None when there is none. Raises `Invalid` with every mistake in it."""
    text = readings.text(sha256)
    if text is None:
        return None
    from amends.evidence import record

    return record.read(text, str(readings.files.place(readings.name(sha256))))
