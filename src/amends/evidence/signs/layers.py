"""Parts of the page can be switched on and off."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces


@sign("SG09", "layers", level="note", bad=({"layers": True},), good=({"layers": False}, {}))
def layers(seen: Traces) -> Iterator[Said]:
    """The PDF has layers, as drawings and edited pictures have; invoices rarely do.

    Honest reasons: a letterhead or a watermark of the supplier's program lies in a layer of its own.
    """
    if seen.layers:
        yield Said(
            "The PDF has layers that can be shown and hidden. A letterhead can be one; so can something laid over "
            "the page.",
            "If it came so from the supplier, be ready to say so; print-outs of it have no layers.",
        )
