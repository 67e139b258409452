"""All rules: those of the files in `rules/`, found by scanning the folder, and those of the word lists."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

# The folder is bound here, at the first import, since `amends.review.rules` is the function from then on.
import amends.review.rules as _folder
from amends.errors import Unknown
from amends.review.phrases import phrase_rules
from amends.review.rule import Rule, registered


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    from amends import catalog

    for path in _folder.__path__:
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            if name.endswith(".py") and not name.startswith("_"):
                import_module(f"{_folder.__name__}.{name[:-3]}")
    return tuple(sorted((*registered(), *phrase_rules(catalog.phrases())), key=lambda rule: rule.code))


def find(code: str) -> Rule:
    """The rule with this code or name; `Unknown` says the nearest that exists."""
    wanted = code.strip().lower()
    for rule in rules():
        if wanted in (rule.code.lower(), rule.name):
            return rule
    from difflib import get_close_matches

    names = [name for rule in rules() for name in (rule.code.lower(), rule.name)]
    near = get_close_matches(wanted, names, 1, 0.4)
    hint = f"; did you mean {near[0].upper() if len(near[0]) == 4 else near[0]}?" if near else ""
    raise Unknown(f"no rule is called {code!r}{hint} `amends rules` lists them all.")


def explain(code: str) -> str:
    """The manual page of a rule: what it finds, why it matters, bad and good examples, source."""
    rule = find(code)
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
