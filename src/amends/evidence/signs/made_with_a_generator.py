"""The file comes from a site or app that writes invoices for anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces

_GENERATORS = re.compile(
    r"invoice[- ]?generator|invoice ?simple|invoicehome|invoice home|free ?invoice ?(?:maker|builder|template)|"
    r"online ?invoices?\b|receipt ?maker|make ?receipt|expressexpense|needreceipt|custom ?receipt|receipt ?generator|"
    r"fake ?receipt|invoice ?maker|billdu|invoiceberry|invoiceto\.me"
)


@sign(
    "SG03",
    "made-with-a-generator",
    level="warning",
    bad=({"creator": "Invoice Simple"}, {"producer": "invoice-generator.com"}),
    good=({"creator": "QuickBooks Online"}, {"creator": "Zoho Invoice"}, {}),
)
def made_with_a_generator(seen: Traces) -> Iterator[Said]:
    """An invoice that was typed into a site which makes invoices for everybody.

    Honest reasons: very small suppliers have nothing else. Amazon phones suppliers and looks for their sites, so what
    counts is that the supplier can be found and says the same.
    """
    small = "\n".join((seen.producer, seen.creator, seen.reading.text[-600:]))[:1200]
    lowered = small.lower()
    match = _GENERATORS.search(lowered)
    if match:
        # A letter or two of other scripts have more characters in small.
        said = small[match.start() : match.end()] if len(lowered) == len(small) else match.group()
        yield Said(
            f"It seems to come from an online invoice maker (“{said}”), into which anybody can type anything.",
            "If your supplier works so, ask for its confirmation by e-mail from its own domain, and add the proof of "
            "payment and of delivery.",
        )
