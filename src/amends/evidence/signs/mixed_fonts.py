"""One word of a field is set in two fonts or sizes."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Mixed, Traces
from amends.model.reading import Box, Field, Place

_FIELD = Field("invoice_date", "2025-11-04", Place(1, Box(400, 90, 460, 102)), 0.95, "11/04/2025")


@sign(
    "SG07",
    "mixed-fonts",
    level="warning",
    bad=({"mixed": (Mixed(_FIELD, ("Helvetica 10.0 pt", "ArialMT 10.5 pt")),)},),
    good=({"mixed": ()}, {}),
)
def mixed_fonts(seen: Traces) -> Iterator[Said]:
    """Within one word (a date, a number, a name) the font or its size changes.

    Honest reasons: the supplier's program lacks a character and takes it from another font; raised cents or a logo
    set in
    type. Reviewers look at dates, names and quantities for this.
    """
    for field, fonts in seen.mixed:
        yield Said(
            f"“{field.quote or field.value}” ({field.name.replace('_', ' ')}) is set in {' and '.join(fonts[:3])} "
            f"within one "
            "word. Some programs do that when a font lacks a character; it is also what typing over leaves.",
            "Look at it enlarged. If it came so, ask the supplier to issue the document again from its system.",
            (field,),
        )
