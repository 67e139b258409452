"""The day of a document and the time that the notice asks for."""

from __future__ import annotations

from collections.abc import Iterator

from amends.dates import written
from amends.evidence.check import Said, check
from amends.evidence.seen import Seen

_DAYS = ("invoice_date", "issue_date", "date")


@check(
    "DC01",
    "out-of-window",
    level="error",
    source="Seller Forums staff posts 8be798a9, 884393ff: 365 days before receipt, or the notice's own number",
    bad=({"invoice_date": "2025-02-27"}, {"invoice_date": "2026-03-05"}),
    good=(
        {},
        {"invoice_date": "2025-03-03"},
        {"invoice_date": ("2024-01-02", 0.3)},
        {"invoice_date": "2025-09-20", "notice": "Send invoices from the last 180 days for B0EXAMPL01."},
    ),
)
def out_of_window(seen: Seen) -> Iterator[Said]:
    """The document is dated outside the time that the notice asks for.

    Amazon counts from the day on which you received the notice, not from today. An older invoice proves an older
    purchase and is refused; a newer one was not there when you sold the goods. Send one from within the time, or say
    in the letter why there is none.
    """
    found = next((each for name in _DAYS if (each := seen.day(name))), None)
    if found is None or seen.received is None or seen.window is None or seen.earliest is None:
        return
    day, field = found
    days, who = seen.window
    between = f"{written(seen.earliest)} and {written(seen.received)}"
    if day < seen.earliest:
        late = (seen.earliest - day).days
        yield Said(
            f"Dated {written(day)}, {late} {'day' if late == 1 else 'days'} too old: {who} asks for {days} days before "
            f"the notice, between {between}.",
            "Send an invoice of a purchase within this time, or state openly that there was none.",
            (field,),
        )
    elif day > seen.received:
        yield Said(
            f"Dated {written(day)}, after the notice of {written(seen.received)}; it proves no purchase before it.",
            "If the supplier issued an older invoice anew, ask that it bears the day of the purchase.",
            (field,),
        )
