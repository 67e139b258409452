"""The day of an invoice: never that when it is due, ordered or delivered; and which number of a date is the month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from amends.evidence.days import Day, days
from amends.evidence.doubt import believed, sureness
from amends.evidence.invoice.find import labelled, values, words_at
from amends.evidence.invoice.sheet import Sheet
from amends.evidence.page import Word, around
from amends.model.reading import Field, Place
from amends.typed import NamedTuple

# Countries that write the month first; the others write the day first (or the year, which needs no settling).
_MONTH_FIRST = frozenset({"US", "PH"})
_EITHER = frozenset({"CA"})
_WHERE = {"behind": 0.97, "right": 0.95, "below": 0.93, "above": 0.75}
_UNSETTLED = 0.4
# As sure as an order is that the digits of another date on the pages prove.
_BY_DIGITS = 0.97
_IN_DOUBT = 0.45
_TERMS = frozenset({7, 10, 14, 15, 20, 21, 28, 29, 30, 31, 45, 60, 61, 62, 90})
_UNTIL = frozenset({"-", "–", "—", "to", "until", "through", "thru", "bis", "au", "al", "a", "tot", "do", "till"})
_FAR = 200


class Dated(NamedTuple):
    """A day on a page, and what its label says it is: "invoice_date", "due_date", "other_date", "" for none."""

    name: str
    day: Day
    words: list[Word]
    page: int
    confidence: float
    strong: bool = True


class Order(NamedTuple):
    """Whether the month comes first in dates of digits alone, and how sure that is (under 0.5: not settled)."""

    month_first: bool
    confidence: float


def dated(sheet: Sheet, skip: set[int]) -> list[Dated]:
    """The labelled days of a page outside of some rows, then those without a label."""
    found: list[Dated] = []
    seen: set[tuple[float, float]] = set()
    prefixes = (
        "fields:invoice_date",
        "fields:due_date",
        "fields:other_date",
        "fields:number_and_date",
        "weak:invoice_date",
    )
    for name, cell, label in labelled(sheet, skip, *prefixes):
        for value in values(sheet, name, cell, label):
            text = value.text
            there = days(text, compact=True)
            if not there:
                # Words behind a label that are no day: the day is not to be looked for further on.
                if value.where == "behind" and len(value.words) > 2:
                    break
                continue
            day = there[0]
            # At most a weekday stands between a label and its day; "issued again on 10 March" is a sentence.
            if len(text[: day.start].split()) > 1 or (not label.leading and day.start > 3):
                break
            words = words_at(value.words, day.start, day.end)
            seen.add((words[0].box.left, words[0].box.top))
            known = "invoice_date" if "invoice_date" in name or "number_and_date" in name else name.split(":")[1]
            confidence = _WHERE[value.where]
            strong = name.startswith("fields:")
            if not strong:
                confidence -= 0.07
            if not label.leading:
                confidence -= 0.3
            found.append(Dated(known, day, words, sheet.number, confidence, strong))
            break
    for cells in sheet.rows:
        if cells[0].row in skip:
            continue
        for cell in cells:
            if not cell.has_digit:
                continue
            there = days(cell.text)
            for at, day in enumerate(there):
                words = words_at(cell.words, day.start, day.end)
                if not words or (words[0].box.left, words[0].box.top) in seen:
                    continue
                if cell.first("fields:invoice_number", "weak:invoice_number") and _follows_number(
                    cell.text[: day.start]
                ):
                    found.append(Dated("invoice_date", day, words, sheet.number, 0.85))
                elif _in_period(cell.text, there, at) or cell.first("sums:"):
                    found.append(Dated("other_date", day, words, sheet.number, 0.0))
                else:
                    found.append(Dated("", day, words, sheet.number, 0.0))
    return found


def _in_period(text: str, there: Sequence[Day], at: int) -> bool:
    """Whether a day begins or ends a period: "July 1 - July 31, 2026", "du 01/06/2026 au 30/06/2026"."""
    before = text[there[at - 1].end if at else 0 : there[at].start].lower().split()
    behind = text[there[at].end : there[at + 1].start].lower().split() if at + 1 < len(there) else []
    if at == 0 and len(behind) != 1:
        return len(before) > 1 and before[-1] in _UNTIL and any(map(str.isdigit, before[-2]))
    return (len(before) == 1 and before[0] in _UNTIL) or (len(behind) == 1 and behind[0] in _UNTIL)


def _follows_number(text: str) -> bool:
    """Whether a day comes right behind the number of the invoice: "Rechnung Nr. 2025/20365 vom 30. Oktober 2025"."""
    last = text.split()[-2:]
    return any(any(c.isdigit() for c in word) for word in last)


def order_of(all_days: Sequence[Dated], country: str, countries: Sequence[str], currency: str, foreign: bool) -> Order:
    """Which number of a date is the month, as the other dates, the countries, the currency and the language tell.

    `country` is that of the supplier, `countries` are all that the pages name; `foreign` says that the labels are not
    English.
    """
    first = second = False
    for one in all_days:
        if one.day.form == "numeric" and len(one.day.readings) == 1:
            text = "".join(word.text for word in one.words)
            digits = [
                int(piece) for piece in text.replace("-", "/").replace(".", "/").split("/")[:2] if piece.isdigit()
            ]
            if len(digits) == 2:
                first, second = first or digits[0] > 12, second or digits[1] > 12
    if first != second:
        return Order(second, 0.97)
    if country and country not in _EITHER:
        return Order(country in _MONTH_FIRST, 0.9)
    if foreign:
        return Order(False, 0.9)
    known = set(countries) - _EITHER
    if known:
        if known <= _MONTH_FIRST:
            return Order(True, 0.85)
        if not known & _MONTH_FIRST:
            return Order(False, 0.85)
    if currency and currency not in ("USD", "CAD"):
        return Order(False, 0.8)
    return Order(False, _UNSETTLED)


def invoice_date(found: Sequence[Dated], order: Order) -> Field | None:
    """The day of the invoice among the days of its pages, or None."""
    labelled_days = [one for one in found if one.name == "invoice_date"]
    strong = [one for one in labelled_days if one.strong] or labelled_days
    confidence = 0.0
    if strong:
        best = max(strong, key=lambda one: one.confidence)
        confidence = best.confidence
    else:
        loose = [one for one in found if one.name == ""]
        if not loose or len({one.day.readings for one in loose}) > 1:
            return None
        best, confidence = loose[0], 0.6
    read, sure = settled(best, found, order)
    confidence = min(confidence, sure)
    others = {settled(one, found, order)[0] for one in strong if one.confidence > best.confidence - 0.1}
    if len(others | {read}) > 1:
        confidence = min(confidence, 0.45)
    quote = " ".join(word.text for word in best.words)
    due = [settled(one, found, order)[0] for one in found if one.name == "due_date"]
    if due and all(day < read for day in due):
        # No invoice is due before it is written.
        confidence = min(confidence, _IN_DOUBT)
    near = [settled(one, found, order)[0] for one in found if one.words is not best.words]
    if sureness(best.words) < 1 and near and all(abs((day - read).days) > _FAR for day in near):
        # A digit of the year: all other days of the pages lie elsewhere.
        confidence = min(confidence, 0.45)
    confidence = believed(confidence, best.words)
    return Field("invoice_date", read.isoformat(), Place(best.page, around(best.words)), round(confidence, 3), quote)


def settled(one: Dated, found: Sequence[Dated], order: Order) -> tuple[date, float]:
    """The day that a date means, and how sure that is."""
    readings = one.day.readings
    if len(readings) == 1:
        return readings[0], 1.0
    if order.confidence >= 0.5:
        at = 1 if order.month_first else 0
        doubted = order.confidence < _BY_DIGITS and _due_says(one, found) == [1 - at]
        return readings[at], _IN_DOUBT if doubted else order.confidence
    # A due date lies after the invoice by a usual number of days: where only one reading does, it is meant.
    fits = _due_says(one, found)
    return (readings[fits[0]], 0.8) if len(fits) == 1 else (readings[0], order.confidence)


def _due_says(one: Dated, found: Sequence[Dated]) -> list[int]:
    """The readings of the day of an invoice from which the day when it is due lies a usual number of days ahead."""
    for other in found:
        if other.name == "due_date" and one.name == "invoice_date":
            fits = [
                at
                for at, reading in enumerate(one.day.readings)
                if any((due - reading).days in _TERMS for due in _same(other.day, at))
            ]
            if len(fits) == 1:
                return fits
    return []


def _same(day: Day, at: int) -> tuple[date, ...]:
    return day.readings if len(day.readings) == 1 else (day.readings[at],)
