"""All rules: those of the files in `rules/`, found by scanning the folder, and those of the word lists."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module

# The folder is bound here, at the first import, since `amends.review.rules` is the function from then on.
import amends.review.rules as _folder
from amends.errors import Unknown
from amends.review.phrases import phrase_rules
from amends.review.rule import Rule, registered


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule that ships with amends, by code."""
    return with_packs()


def with_packs(lists: Sequence[Mapping[str, object]] = (), written: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """Our rules and those of packs, by code; all word lists are searched for together."""
    from amends import catalog

    found = (*_written(), *written, *phrase_rules((*catalog.phrases(), *lists)))
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def _written() -> tuple[Rule, ...]:
    """The rules of the files in `rules/`."""
    for path in _folder.__path__:
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            if name.endswith(".py") and not name.startswith("_"):
                import_module(f"{_folder.__name__}.{name[:-3]}")
    return tuple(registered())


def find(code: str, among: Sequence[Rule] | None = None) -> Rule:
    """The rule with this code or name; `Unknown` says the nearest that exists."""
    known = rules() if among is None else among
    wanted = code.strip().lower()
    for rule in known:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    from amends.review.selection import names, nearest

    raise Unknown(f"{nearest(code.strip(), names(known, families=False))}.")


def explain(code: str, among: Sequence[Rule] | None = None) -> str:
    """The manual page of a rule: what it finds, why it matters, bad and good examples, source."""
    rule = find(code, among)
    lines = [f"{rule.code} {rule.name} ({rule.level}, {rule.confidence} confidence)", "", rule.title]
    if rule.help:
        lines += ["", rule.help]
    for title, examples in (("Not so:", rule.bad), ("Rather:", rule.good)):
        shown = [example if isinstance(example, str) else example.text for example in examples[:2]]
        for text in shown:
            if text.strip():
                lines += ["", title, *(f"    {line}".rstrip() for line in text.strip().split("\n"))]
    lines += ["", f"Source: {rule.source}", f"Since: {rule.since}"]
    return "\n".join(lines) + "\n"
