"""A piece of picture lies on the scan."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces
from amends.model.reading import Box, Field, Place


@sign(
    "SG10",
    "patched-picture",
    level="warning",
    bad=({"patches": (Place(1, Box(80, 300, 220, 330)),)},),
    good=({"patches": ()}, {}),
)
def patched_picture(seen: Traces) -> Iterator[Said]:
    """On the picture of the page lies a smaller one with another resolution.

    Honest reasons: scanners store pictures, text and background apart; a signature or a stamp was put on by a program.
    """
    for place in seen.patches:
        yield Said(
            f"On page {place.page} a smaller picture with another resolution lies on the scan. Some scanners "
            f"store pages "
            "so; it is also how something is pasted in.",
            "Look at the place. Scan the paper again in one piece, or ask the supplier for the document.",
            (Field("patch", "", place, 0.6),),
        )
