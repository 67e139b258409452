"""What the headings of a letter mean: which of Amazon's three questions the part under them answers."""

from __future__ import annotations

CAUSE = "Root cause: what happened and why"
ACTIONS = "Actions you have taken to resolve the issue"
MEASURES = "Steps you have taken to prevent it from happening again"
WHOLE = "Your explanation"

BOXES = (CAUSE, ACTIONS, MEASURES)
# The first that a heading holds decides, so "steps taken to prevent" is about prevention and not about steps taken.
_WORDS = (
    ("prevent", MEASURES),
    ("long-term", MEASURES),
    ("long term", MEASURES),
    ("going forward", MEASURES),
    ("future", MEASURES),
    ("corrective", ACTIONS),
    ("short-term", ACTIONS),
    ("short term", ACTIONS),
    ("immediate", ACTIONS),
    ("resolve", ACTIONS),
    ("taken", ACTIONS),
    ("cause", CAUSE),
    ("what happened", CAUSE),
    ("what went wrong", CAUSE),
    ("why", CAUSE),
    ("action", ACTIONS),
    ("steps", ACTIONS),
)
# Headings that say no more than the title of their box.
SAME = frozenset(
    {
        "root cause", "root causes", "root cause analysis", "corrective actions", "corrective action", "actions taken",
        "preventive measures", "preventative measures", "preventive actions", "prevention",
    }
)  # fmt: skip


def box_of(heading: str | None) -> str | None:
    """The question that a heading belongs to, or None for a title, a conclusion or any other part."""
    if heading is None or "plan of action" in heading.casefold():
        return None
    words = heading.casefold()
    return next((title for word, title in _WORDS if word in words), None)
