"""Units sold, as a person states them or as a report shows them: facts `sold.ASIN`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from amends.identifiers import asin_fault
from amends.model import Count, Fact, Source
from amends.text import one_line


def sold_facts(said: Mapping[str, object], by: str, on: date) -> tuple[dict[str, Fact], dict[str, str]]:
    """The facts for units sold by ASIN, and what is wrong, by what was written."""
    facts: dict[str, Fact] = {}
    wrong: dict[str, str] = {}
    for key, value in said.items():
        asin, digits = str(key).strip(), str(value).strip().replace(",", "")
        if fault := asin_fault(asin):
            wrong[str(key)] = f"“{one_line(asin, 20)}”: {fault}"
        elif not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            wrong[str(key)] = f"“{one_line(str(value), 40)}” is no number of units; write {asin}=129"
        else:
            name = f"sold.{asin}"
            facts[name] = Fact(name, "count", Count(int(digits), "unit"), Source("statement", by, on=on))
    return facts, wrong
