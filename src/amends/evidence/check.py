"""What a check is, and how it is written: one file in `checks/` with its reason, its source and its examples.

    @check("DC01", "out-of-window", level="error", kinds=INVOICES, source="…", bad=({"invoice_date": "2024-01-02"},))
    def out_of_window(seen):
        '''The document is dated outside the time that the notice asks for.

        Why it matters, and what to do.
        '''
        yield Said("…", "…", (field,))

The docstring is the manual page. The examples are changes to the sound document of `samples.py`; they are the check's
tests. Levels: an error is a reason to refuse, a warning is something that a person has to look at first, a note is
good to know.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module

from amends.model import Check
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.evidence.seen import Seen
    from amends.model import CheckLevel, Field

Example = Mapping[str, Any]


class Said(NamedTuple):
    """What a check says of a document: one sentence with the values, and what to do. `level` may be weaker."""

    message: str
    todo: str = ""
    fields: tuple[Field, ...] = ()
    level: CheckLevel | None = None
    asins: tuple[str, ...] = ()


Run = Callable[["Seen"], Iterable[Said]]


class Rule(NamedTuple):
    """One of Amazon's rules for documents. `kinds` are the ids of documents that it holds for, all when empty."""

    code: str
    name: str
    level: CheckLevel
    kinds: frozenset[str]
    source: str
    manual: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    run: Run

    def of(self, seen: Seen) -> list[Check]:
        """What the rule says of a document."""
        if self.kinds and seen.kind not in self.kinds:
            return []
        return [
            Check(
                self.code,
                self.name,
                said.level or self.level,
                said.message,
                self.source,
                said.todo,
                said.fields,
                said.asins,
            )
            for said in self.run(seen)
        ]


_WRITTEN: dict[str, Rule] = {}


def check(
    code: str,
    name: str,
    *,
    level: CheckLevel,
    source: str,
    kinds: Iterable[str] = (),
    bad: Sequence[Example] = (),
    good: Sequence[Example] = (),
) -> Callable[[Run], Run]:
    """Declare a check. Codes are never used again for anything else."""

    def declare(run: Run) -> Run:
        if code in _WRITTEN and _WRITTEN[code].name != name:
            raise ValueError(f"{code} is {_WRITTEN[code].name} already")
        manual = (run.__doc__ or "").strip()
        _WRITTEN[code] = Rule(code, name, level, frozenset(kinds), source, manual, tuple(bad), tuple(good), run)
        return run

    return declare


@cache
def checks() -> tuple[Rule, ...]:
    """Every check of the folder, by code."""
    import amends.evidence.checks as folder

    for path in folder.__path__:
        for name in sorted(os.listdir(path)):
            if name.endswith(".py") and not name.startswith("_"):
                import_module(f"{folder.__name__}.{name[:-3]}")
    return tuple(_WRITTEN[code] for code in sorted(_WRITTEN))
