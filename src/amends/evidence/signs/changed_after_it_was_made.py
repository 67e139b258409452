"""The file says that it was changed a day or more after it was made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from amends.dates import written
from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces

_MADE = datetime(2025, 11, 4, 9, 30)


@sign(
    "SG04",
    "changed-after-it-was-made",
    level="note",
    bad=({"created": _MADE, "changed": _MADE + timedelta(days=90)},),
    good=({"created": _MADE, "changed": _MADE + timedelta(seconds=2)}, {"created": _MADE}, {}),
)
def changed_after_it_was_made(seen: Traces) -> Iterator[Said]:
    """Its day of change is later than its day of making.

    Honest reasons: a program saved it again when it was opened, printed or signed; pages were joined; the invoice was
    reissued. The file as it came by e-mail or from the supplier's portal has no such trace.
    """
    if seen.created is None or seen.changed is None or seen.changed - seen.created < timedelta(days=1):
        return
    yield Said(
        f"The file says that it was made on {written(seen.created.date())} and changed on "
        f"{written(seen.changed.date())}. "
        "Saving, joining or signing it again does that as well as an edit.",
        "Send the file as it first came to you (from the e-mail or the supplier's portal), or be ready to say why it "
        "was "
        "saved again.",
    )
