"""Findings as people and programs read them. A format is one file of this folder: `json`, `text`, `sarif`, `github`, …

Each has a function `render(report)` that gives the whole output as text.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple, Protocol

from amends.errors import Unknown
from amends.model import Finding


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
    """The findings of one file, with its text and the rules that could have spoken."""

    findings: Sequence[Finding]
    text: str
    file: str
    rules: Sequence[Described] = ()
    colour: bool = False

    def count(self, level: str) -> int:
        """How many findings are of this level."""
        return sum(1 for finding in self.findings if finding.level == level)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats, found by scanning the folder."""
    files = (name for place in __path__ for name in os.listdir(place))
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")))


def render(
    findings: Sequence[Finding],
    text: str,
    file: str,
    format: str,
    colour: bool = False,
    *,
    rules: Sequence[Described] = (),
) -> str:
    """The findings of one text in a format of `formats()`; raises `Unknown` for another.

    `rules` are the rules that were applied; `sarif` describes them.
    """
    if format not in formats():
        raise Unknown(f"no output format is called {format!r}; there are {', '.join(formats())}.")
    output = import_module(f"{__name__}.{format}").render(Report(findings, text, file, rules, colour))
    assert isinstance(output, str)
    return output
