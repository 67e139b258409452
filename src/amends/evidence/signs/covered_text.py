"""Text lies under a white box."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces
from amends.model.reading import Box, Field, Place


@sign(
    "SG08",
    "covered-text",
    level="warning",
    bad=({"covered": (Place(1, Box(300, 120, 420, 134)),)},),
    good=({"covered": ()}, {}),
)
def covered_text(seen: Traces) -> Iterator[Said]:
    """There is text under an opaque white box: it is not seen, but it is still in the file.

    Honest reasons: prices were covered, which Amazon allows (but only prices, and only so that nothing remains
    beneath);
    a template of the supplier covers a field that it does not use.
    """
    for place in seen.covered:
        yield Said(
            f"On page {place.page} a white box covers text that is still in the file. A template can do that, and so "
            f"can "
            "covering something up; whoever opens the file can read what is beneath.",
            "Look at the place. If prices were covered, make the copy with `amends mark --redact`, which removes "
            "what is "
            "beneath; else ask the supplier for the document again.",
            (Field("covered", "", place, 0.6),),
        )
