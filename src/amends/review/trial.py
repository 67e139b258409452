"""A rule held to what it says of itself: its examples are its tests, whoever wrote it.

A bad example must be found, a good one left alone; a fix must end its finding and may add no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.review import reviewed
from amends.review.document import Draft
from amends.review.mending import mended
from amends.review.pack import rule_faults
from amends.review.rule import Example, Rule, short
from amends.review.samples import CATALOG, case_of, plans_of
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding

_FILE = "plan.md"
# A fix rewords: it may be longer than what it replaces by a short word, never by a statement.
_MOST_ADDED = 12
_LONGEST_TITLE = 72
_SHORTEST_HELP = 60
_SHORTEST_SOURCE = 10


def faults(rule: Rule, known: Sequence[Rule]) -> Iterator[str]:
    """What a rule does not hold to, one sentence each; none when all is well.

    Of all the rules that are `known` those speak beside it to which it gives way: it must still speak in its examples.
    """
    applied = [rule, *(other for other in known if other.code in rule.yields_to)]
    yield from _says(rule)
    if any(rule_faults(rule)):
        return
    for number, example in enumerate(map(_made, rule.bad), 1):
        found = _found(rule, example, applied)
        if not found:
            yield f"bad example {number} is not found: “{short(example.text, 70)}”"
        yield from (f"bad example {number}: {fault}" for fault in _fix_faults(found))
        text, number_mended = mended(example.text, found)
        if number_mended and any(f.fix for f in _found(rule, example._replace(text=text), applied)):
            yield f"bad example {number}: the fix does not end the finding: “{short(text, 70)}”"
    for number, example in enumerate(map(_made, rule.good), 1):
        for finding in _found(rule, example, applied):
            yield f"good example {number} is found: “{short(finding.span.quote, 70)}”"


def _made(example: str | Example) -> Example:
    return Example(example) if isinstance(example, str) else example


def _found(rule: Rule, example: Example, applied: Sequence[Rule]) -> list[Finding]:
    case = case_of(example)
    catalog = CATALOG if case else None
    draft = Draft(example.text, _FILE, case=case, catalog=catalog, earlier=plans_of(example))
    return [finding for finding in reviewed(draft, applied) if finding.rule == rule.code]


def _fix_faults(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        if finding.fix is None:
            continue
        if len(finding.fix.text) > len(finding.span.quote) + _MOST_ADDED:
            yield f"the fix adds more than it rewords: “{short(finding.fix.text)}”"
        if not set(re.findall(r"\d+", finding.fix.text)) <= set(re.findall(r"\d+", finding.span.quote)):
            yield f"the fix adds a figure: “{short(finding.fix.text)}”"


def _says(rule: Rule) -> Iterator[str]:
    """What is missing of what a rule must carry."""
    yield from rule_faults(rule)
    if not rule.title or len(rule.title) > _LONGEST_TITLE:
        yield f"the first line of the manual page is the title: one line of at most {_LONGEST_TITLE} characters"
    if len(rule.help) <= _SHORTEST_HELP:
        yield "the manual page must say why it matters and what to write instead"
    if len(rule.source) <= _SHORTEST_SOURCE:
        yield "the source must say where the rule comes from"
    if not rule.bad or not rule.good:
        yield "at least one bad and one good example are needed"
