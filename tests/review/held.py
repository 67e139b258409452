"""The letters of the built-in examples, held against their cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from amends.app import demo, knowledge
from amends.model import Case, Finding, Plan
from amends.review import Rule, review, rules
from amends.store.files import PLAN
from tests.examples import Worked
from tests.review.mutants import Mutant

# What holds a letter against its case; other rules judge how it is written, which is not the question here.
_HELD = ("GR", "EV03", "EV04", "EV05")


class Letter(NamedTuple):
    """The letter of an example, with its case and the plan that was drafted from it."""

    id: str
    text: str
    case: Case
    plan: Plan


def letters(worked: Worked) -> Iterator[Letter]:
    """The letters of all examples that send one."""
    for id in demo.examples():
        made = worked(id)
        text = made.opened.files.read_text(PLAN)
        if text is not None:
            yield Letter(id, text.text, made.opened.case, made.plan)


@cache
def _applied() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.code.startswith(_HELD))


def held(letter: Letter, text: str, bare: bool = False) -> list[Finding]:
    """The errors and warnings of a text that is held against the letter's case; `bare` is without its plan."""
    plan = None if bare else letter.plan
    findings = review(text, "plan.md", case=letter.case, catalog=knowledge(), plan=plan, applied=_applied())
    return [finding for finding in findings if finding.level != "note"]


def at(letter: Letter, mutant: Mutant, bare: bool = False) -> list[Finding]:
    """The errors and warnings at the place where a letter was changed."""
    return [f for f in held(letter, mutant.text, bare) if f.span.start < mutant.end and mutant.start < f.span.end]


def told(findings: Sequence[Finding]) -> list[str]:
    """The messages that say what the case says instead."""
    return [f.message for f in findings if "the case says" in f.message or "the notice has" in f.message]
