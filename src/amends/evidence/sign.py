"""The honest seller's self-test: what a sign is, and how it is written: one file in `signs/`, found by scanning.

A sign is something that reviewers are known to take for a trace of forgery and that honest documents have as well. It
accuses nobody: it says what was seen, which honest reasons there are, and what to explain or to ask the supplier. There
is no function that changes a document.

    @sign("SG01", "made-with-an-editor", level="warning", source="…", bad=({"producer": "…"},), good=({},))
    def made_with_an_editor(seen):
        '''What it is.

        Honest reasons, and what to do.
        '''
        yield Said("…", "…")

The examples are changes to the sound traces of `sound`; they are the sign's tests.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module

from amends.evidence.check import Said
from amends.evidence.traces import Traces
from amends.model.reading import Box, Check, Field, Place, Reading
from amends.typed import Any, Literal, NamedTuple

Level = Literal["warning", "note"]
Run = Callable[[Traces], Iterable[Said]]
FORGED = "Seller Forums 0921878a and 455209: own marks, edits, fonts and metadata led to “forged”"
"""Where it is told what reviewers took for forgery."""


class Sign(NamedTuple):
    """One sign. `manual` is its manual page."""

    code: str
    name: str
    level: Level
    source: str
    manual: str
    bad: tuple[Mapping[str, Any], ...]
    good: tuple[Mapping[str, Any], ...]
    run: Run

    def of(self, seen: Traces) -> list[Check]:
        """What the sign says of a file."""
        return [
            Check(self.code, self.name, said.level or self.level, said.message, self.source, said.todo, said.fields)
            for said in self.run(seen)
        ]


_WRITTEN: dict[str, Sign] = {}


def sign(
    code: str,
    name: str,
    *,
    level: Level,
    source: str = FORGED,
    bad: Sequence[Mapping[str, Any]] = (),
    good: Sequence[Mapping[str, Any]] = (),
) -> Callable[[Run], Run]:
    """Declare a sign. Codes are never used again for anything else."""

    def declare(run: Run) -> Run:
        if code in _WRITTEN and _WRITTEN[code].name != name:
            raise ValueError(f"{code} is {_WRITTEN[code].name} already")
        manual = (run.__doc__ or "").strip()
        _WRITTEN[code] = Sign(code, name, level, source, manual, tuple(bad), tuple(good), run)
        return run

    return declare


@cache
def every() -> tuple[Sign, ...]:
    """Every sign of the folder, by code."""
    import amends.evidence.signs as folder

    for path in folder.__path__:
        for name in sorted(os.listdir(path)):
            if name.endswith(".py") and not name.startswith("_"):
                import_module(f"{folder.__name__}.{name[:-3]}")
    return tuple(_WRITTEN[code] for code in sorted(_WRITTEN))


def found(seen: Traces) -> tuple[Check, ...]:
    """All signs of a file."""
    return tuple(check for each in every() for check in each.of(seen))


def sound(changes: Mapping[str, Any] | None = None) -> Traces:
    """The traces of a made-up sound invoice with some changes: those of `Traces`, and fields by their name."""
    values = {"invoice_number": "MW-2041", "invoice_date": "2025-11-04", "buyer_name": "Birch & Fern Trading LLC"}
    names = set(Traces._fields)
    given = dict(changes or {})
    values |= {key: value for key, value in given.items() if key not in names and key != "kind"}
    fields = tuple(
        Field(name, value, Place(1, Box(60, 40 + 14 * at, 240, 52 + 14 * at)), 0.95, value)
        for at, (name, value) in enumerate(values.items())
        if value is not None
    )
    reading = Reading(given.get("kind", "supplier-invoice"), 0.95, 1, fields)
    return Traces(reading, "pdf")._replace(**{key: value for key, value in given.items() if key in names})
