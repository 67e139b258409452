"""What stands in the way of a bundle: the one judgement by which packing refuses and every page speaks."""

from __future__ import annotations

from collections.abc import Sequence

from amends.model import Finding
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.plan.ground import Grounded

LONGEST_PLAN = 40_000
"""Characters up to which a text is reviewed as a plan. Practitioners send one or two pages (sellercandy.com), and 46
letters of consultants that were measured had 3,000 to 8,700 characters: more than four times the longest is no plan
that Amazon reads, and its review would only keep the person waiting.
"""

MEND = (
    "If it is true, say it in your answers under “Questions”, or add the document that shows it. If you cannot show "
    "it, take it out."
)
"""What to do about a sentence that nothing proves."""


class Hindered(NamedTuple):
    """What stands in the way of a bundle: errors of the review, sentences that nothing proves (with why), and the
    names of exhibits whose files are gone. `accepted` are the errors that somebody accepted with a reason; `over` is
    how many characters the text has beyond `LONGEST_PLAN`, then the rest speaks of its first part alone.
    """

    errors: tuple[Finding, ...]
    unproven: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]
    accepted: tuple[Finding, ...]
    over: int = 0

    @property
    def number(self) -> int:
        """How many things stand in the way."""
        return len(self.errors) + len(self.unproven) + len(self.absent) + bool(self.over)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Each as a line."""
        return (
            *((far_too_long(self.over),) if self.over else ()),
            *(f"{error.line}:{error.column} {error.rule} {error.message}" for error in self.errors),
            *(f"unproven: “{sentence}”: {why}" for sentence, why in self.unproven),
            *(f"the file evidence/{name} is not there any more; put it back" for name in self.absent),
        )


def hindered(opened: Opened, findings: Sequence[Finding], traced: Sequence[Grounded], over: int = 0) -> Hindered:
    """What stands in the way of a bundle, by the review and the trace of a text as the plan of a case."""
    errors = errors_of(findings)
    unproven = tuple((grounded.text, grounded.unproven) for grounded in traced if hinders(grounded, errors))
    there = set(opened.files.names("evidence/")) if opened.case.exhibits else set()
    absent = tuple(each.name for each in opened.case.exhibits if f"evidence/{each.name}" not in there)
    accepted = tuple(finding for finding in findings if finding.level == "error" and finding not in errors)
    return Hindered(errors, unproven, absent, accepted, over)


def hinders(grounded: Grounded, errors: Sequence[Finding]) -> bool:
    """Whether a sentence stands in the way since nothing proves it; `errors` are those of the same text."""
    from amends.plan import ground

    # A gap is an error of the review already; it is told once.
    return bool(grounded.unproven) and not (errors and grounded.unproven == ground.GAP)


def errors_of(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The errors that stand in the way of a bundle: those that nobody accepted with a reason.

    One that is only in a baseline stands, since nobody said why it may be sent.
    """
    return tuple(
        finding
        for finding in findings
        if finding.level == "error" and (finding.suppressed is None or finding.suppressed.kind == "baseline")
    )


def beginning(text: str) -> str:
    """The part of a text that is reviewed as a plan: all of it, or what is whole lines of its first `LONGEST_PLAN`
    characters.
    """
    if len(text) <= LONGEST_PLAN:
        return text
    return text[: text.rfind("\n", LONGEST_PLAN // 2, LONGEST_PLAN) + 1 or LONGEST_PLAN]


def far_too_long(over: int) -> str:
    """What is wrong with a text that has so many characters too many, and what to do."""
    return (
        f"This text has {LONGEST_PLAN + over:,} characters. That is far too long for Amazon: one or two pages "
        "are read, about 6,000 characters. Only the beginning was reviewed. Take out all that is not your plan."
    )
