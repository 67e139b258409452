"""A value that counts by a person's word and not by what was read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from amends.dates import written
from amends.evidence import corrected
from amends.evidence.amounts import amount
from amends.evidence.check import Said, check
from amends.evidence.days import days
from amends.evidence.seen import Seen
from amends.model import Correction, Field

_MOST_WORDS = 20_000
_OTHERWISE = (
    "The text in the file says otherwise, and Amazon reads that. Look once more; if the paper is wrong, ask who issued "
    "it for a new one."
)


@check(
    "DC25",
    "told-by-a-person",
    level="warning",
    source="Seller Forums f5d1aa80 and a314ae30 (staff): readable, whole page, colour",
    bad=({"said:invoice_number": "MW-2042"}, {"said:line.quantity": "210"}),
    good=(
        {},
        {"said:invoice_number": "MW-2042", "scanned": (1,)},
        {"said:invoice_number": "MW-2042", "text": "Invoice MW 2042"},
        {"said:invoice_date": "2025-11-05", "text": "Invoice 5 November 2025"},
        {"said:total": "1492", "text": "Total 1,492.00"},
    ),
)
def told_by_a_person(seen: Seen) -> Iterator[Said]:
    """What somebody says that the paper says, where it was misread or could not be read for sure.

    It counts in every check in place of what was read, and each place that shows the value says whose word it is.
    Amazon sees the paper alone: where the text that is in the file itself says otherwise, look once more.
    """
    for said in seen.exhibit.corrections[: corrected.MOST]:
        field = Field(said.field.removeprefix(corrected.LINE), said.says, said.place, 1.0, said.says, said)
        who = f"{said.by} ({written(said.on)})"
        name = f"the {field.name.replace('_', ' ')}"
        if said in corrected.lost(seen.exhibit):
            yield Said(
                f"{who} said of {name} that the paper says “{said.says}”; nothing is read at that place now.",
                "Look at the page, and say it once more.",
                (field,),
            )
        elif said.confirms:
            yield Said(f"{_capital(name)} “{said.says}” was checked on the paper by {who}.", "", (field,), "note")
        else:
            read = f"read was “{said.read}”" if said.read else "nothing was read there"
            sure = said.place.page in seen.reading.scanned or _stands(said, seen)
            yield Said(
                f"{_capital(name)} is “{said.says}” by the word of {who}; {read}.",
                "" if sure else _OTHERWISE,
                (field,),
                "note" if sure else None,
            )


def _stands(said: Correction, seen: Seen) -> bool:
    """Whether the words that a person gave stand in the text of the page: as written, or as the same day or number."""
    pages = seen.reading.text.split("\f")
    text = pages[said.place.page - 1][:_MOST_WORDS] if said.place.page <= len(pages) else ""
    if _plain(said.says) in _plain(text):
        return True
    value = corrected.value_of(said.field, said.says)
    if not isinstance(value, str):
        return False
    if any(value == day.isoformat() for found in days(text) for day in found.readings):
        return True
    number = amount(value)
    return number is not None and any(number.value == each for each in _numbers(text))


def _numbers(text: str) -> Iterator[Decimal]:
    return (found.value for word in text.split() if (found := amount(word.strip("|:;"))) is not None)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
