"""The letters of the built-in examples, held against their cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from amends.app import cases, demo, knowledge, plans
from amends.model import Case, Finding, Plan
from amends.review import review
from amends.review.registry import rules
from review.mutants import Mutant

_HELD = ("GR", "EV", "SU", "ST", "AC", "RC", "PM")


class Letter(NamedTuple):
    """The letter of an example, with its case and the plan that was drafted from it."""

    id: str
    text: str
    case: Case
    plan: Plan


def letters(root: Path) -> Iterator[Letter]:
    """The letters of all examples that send one; their case folders are made in `root`."""
    for id in demo.examples():
        made = demo.demo(id, root / id)
        if made.plan.route != "none":
            opened = cases.open_case(root / id)
            yield Letter(id, plans.letter_of(opened)[0], opened.case, plans.plan_of(opened.case))


def held(letter: Letter, text: str, bare: bool = False) -> list[Finding]:
    """The errors and warnings of a text that is held against the letter's case; `bare` is without its plan."""
    applied = [rule for rule in rules() if rule.code[:2] in _HELD]
    findings = review(
        text, "plan.md", case=letter.case, catalog=knowledge(), plan=None if bare else letter.plan, applied=applied
    )
    return [finding for finding in findings if finding.level != "note"]


def at(letter: Letter, mutant: Mutant, bare: bool = False) -> list[Finding]:
    """The errors and warnings at the place where a letter was changed."""
    return [
        f for f in held(letter, mutant.text, bare) if f.span.start < mutant.end and mutant.start < f.span.end
    ]
