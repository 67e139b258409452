"""Something was saved onto the finished PDF."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces


@sign(
    "SG05",
    "saved-again",
    level="note",
    bad=({"saves": 1}, {"saves": 3}),
    good=({"saves": 0}, {"saves": 1, "signed": True}, {}),
)
def saved_again(seen: Traces) -> Iterator[Said]:
    """The PDF holds its first state and one or more later ones: what a program leaves that saves changes at the end.

    Honest reasons: a form was filled in, a signature or a stamp was put on it, a viewer saved where it was opened.
    """
    if seen.saves and not seen.signed:
        times = "once" if seen.saves == 1 else f"{seen.saves} times"
        yield Said(
            f"The PDF was saved {times} onto its first state, so that a reviewer can compare the two. Filling in "
            f"a form or "
            "stamping does that as well as an edit.",
            "Send the file as it first came to you, or ask the supplier for it again.",
        )
