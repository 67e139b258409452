"""Findings as people and programs read them. A format is one file of this folder: `json`, `text`, `sarif`, `github`, …

Each has a function `render(run)` that gives the whole output as text. What formats share begins with an underscore.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from amends.errors import Unknown
from amends.model import Finding, Verdict
from amends.typed import NamedTuple, Protocol


class Described(Protocol):
    """What a format may say about a rule: its code, name, level, title, help and source."""

    @property
    def code(self) -> str:
        """Two letters and two digits."""
        ...

    @property
    def name(self) -> str:
        """The defect in words and hyphens."""
        ...

    @property
    def level(self) -> str:
        """Error, warning or note."""
        ...

    @property
    def title(self) -> str:
        """One line."""
        ...

    @property
    def help(self) -> str:
        """Why it matters and what to do instead."""
        ...

    @property
    def source(self) -> str:
        """Where the rule comes from."""
        ...


class Report(NamedTuple):
    """One reviewed file: its findings (those that were accepted with a reason among them), its text, its verdict."""

    findings: Sequence[Finding]
    text: str
    file: str
    verdict: Verdict | None = None

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that count: nobody accepted them."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The findings that somebody accepted with a reason, or that the baseline holds."""
        return tuple(finding for finding in self.findings if finding.suppressed is not None)

    def count(self, level: str) -> int:
        """How many findings of this level count."""
        return sum(1 for finding in self.findings if finding.level == level and finding.suppressed is None)

    @property
    def words(self) -> int:
        """How many words the letter has; comments of a Markdown draft are none of it."""
        if "<!--" not in self.text:
            return len(self.text.split())
        from amends.formats.comments import blotted

        return len(blotted(self.text, self.file).split())


class Run(NamedTuple):
    """What is to be shown: the reports of one call, the rules that were applied, and whether to paint."""

    reports: Sequence[Report]
    rules: Sequence[Described] = ()
    colour: bool = False


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats, found by scanning the folder."""
    files = (name for place in __path__ for name in os.listdir(place))
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")))


def render(reports: Sequence[Report], format: str, colour: bool = False, *, rules: Sequence[Described] = ()) -> str:
    """The reports in a format of `formats()`; raises `Unknown` for another.

    `rules` are the rules that were applied: `sarif` describes them, `junit` counts those that found nothing.
    """
    if format not in formats():
        raise Unknown(f"no output format is called {format!r}; there are {', '.join(formats())}.")
    output = import_module(f"{__name__}.{format}").render(Run(reports, rules, colour))
    assert isinstance(output, str)
    return output
