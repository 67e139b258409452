"""Typed values: read from what a person types or a file holds, checked, and written the way the plan writes them.

One class a type of slot. Nothing here raises for bad input: `parse` and `load` return a `Fault` that says what to
write instead. `load(dump(value)) == value` for every value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from amends import dates, identifiers
from amends.model import Cadence, Count, Money, Party, Period, Person, Rate, Value
from amends.playbook import Slot

LONGEST = 4000
_LONGEST_PART = 600
_MOST_DIGITS = 18
_SMALL = "no one two three four five six seven eight nine".split()
_WORDS_TO_NUMBER = {word: at for at, word in enumerate(_SMALL)} | {"ten": 10, "eleven": 11, "twelve": 12}
_UNITS_OF_TIME = {"day": "daily", "week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}
_EVERY_FEW = re.compile(
    r"(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|second|other) (hour|day|week|month|quarter|year)s?"
)
_SPLIT = re.compile(r"[,;\n]+|\s+and\s+|\s+")
_CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "¥": "JPY"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer is not taken, and what to write instead."""

    message: str


# --------------------------------------------------------------------------- reading


def parse(slot: Slot, text: str, today: date) -> Value | Fault:
    """The value that a person typed for a slot, or what is wrong with it. `today` bounds dates of things done."""
    text = text.strip()
    if not text:
        return Fault("nothing was given; write an answer, or “I do not have this”")
    if len(text) > LONGEST:
        return Fault(f"is {len(text)} characters long; keep it under {LONGEST}")
    reader = _READERS.get(slot.type)
    value: Value | Fault = reader(slot, text) if reader else Fault(f"“{slot.type}” is not a type of answer")
    return value if isinstance(value, Fault) else _checked(slot, value, today)


def load(slot: Slot, data: object, today: date | None) -> Value | Fault:
    """The value that a file holds (strings, numbers, lists, mappings), or what is wrong. Text is read as if typed."""
    if isinstance(data, str):
        return parse(slot, data, today or date.max)
    value = _native(slot, data)
    return value if isinstance(value, Fault) else _checked(slot, value, today or date.max)


def dump(value: Value) -> object:
    """The value as JSON and YAML hold it: strings, numbers, lists and mappings; dates as ISO strings."""
    match value:
        case date():
            return value.isoformat()
        case Period():
            return {"start": value.start.isoformat(), "end": value.end.isoformat()}
        case Count():
            return {"number": value.number, "unit": value.unit}
        case Money():
            return f"{value.currency} {value.amount:,f}"
        case Rate():
            return f"{value.percent}%"
        case Party() | Person():
            return {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name)}
        case Cadence():
            return value.every
        case tuple():
            return list(value)
        case _:
            return value


def _native(slot: Slot, data: object) -> Value | Fault:
    if isinstance(data, date):
        return data if slot.type == "date" else parse(slot, data.isoformat(), date.max)
    if isinstance(data, bool):
        return data if slot.type == "yesno" else Fault("yes and no do not answer this; write it out")
    if isinstance(data, int | float | Decimal):
        if slot.type == "count" and isinstance(data, int):
            return Count(data, slot.unit or "unit")
        return parse(slot, str(data), date.max)
    if isinstance(data, Mapping):
        return _mapping(slot, {str(k): v for k, v in data.items()})
    if isinstance(data, Sequence):
        if slot.type in ("asins", "orders", "ids", "exhibits"):
            found: list[str] = []
            for item in data:
                one = parse(slot, str(item), date.max)
                if isinstance(one, Fault):
                    return one
                found.extend(one if isinstance(one, tuple) else (str(one),))
            return tuple(dict.fromkeys(found)) if found else Fault("the list is empty")
        return Fault("one answer is wanted here, not a list")
    return Fault("nothing was given; write an answer, or {missing: why}")


def _mapping(slot: Slot, data: dict[str, object]) -> Value | Fault:
    wanted = {
        "period": ("start", "end"),
        "count": ("number", "unit"),
        "money": ("amount", "currency"),
        "party": tuple(f.name for f in fields(Party)),
        "person": ("name", "role"),
    }.get(slot.type)
    if wanted is None:
        return Fault("one answer is wanted here, not several named parts")
    strange = [key for key in data if key not in wanted]
    if strange:
        return Fault(f"“{strange[0]}” is not a part of this answer; the parts are {', '.join(wanted)}")
    part = {key: str(value).strip() for key, value in data.items() if value is not None}
    long = next((key for key, words in part.items() if len(words) > _LONGEST_PART), None)
    if long is not None:
        return Fault(f"the {long} is {len(part[long])} characters long; keep it under {_LONGEST_PART}")
    match slot.type:
        case "period":
            return _period(slot, f"{part.get('start', '')} to {part.get('end', '')}")
        case "count":
            number = _whole(part.get("number", ""))
            return number if isinstance(number, Fault) else Count(number, part.get("unit") or slot.unit or "unit")
        case "money":
            return _money(slot, f"{part.get('currency', '')} {part.get('amount', '')}")
        case "party":
            return Party(**part) if part.get("name") else Fault("the name is missing")
        case _:
            return Person(**part) if part.get("name") else Fault("the name is missing")


def _date(slot: Slot, text: str) -> Value | Fault:
    found = list(dates.find(text))
    if len(found) != 1 or found[0].span.quote != text.strip(" ."):
        return Fault(f"write one date, such as {dates.written(date(2026, 3, 14))} or 2026-03-14")
    return _day(found[0])


def _day(found: dates.Found) -> date | Fault:
    if found.impossible:
        return Fault(f"no calendar has the day {found.span.quote}")
    if found.year_missing:
        return Fault(f"write the year too: {found.span.quote} of which year?")
    if found.date is None:
        first, second = (dates.written(day) for day in found.readings)
        return Fault(f"{found.span.quote} can be {first} or {second}; write the month as a word")
    return found.date


def _period(slot: Slot, text: str) -> Value | Fault:
    found = list(dates.find(text))
    if len(found) != 2:
        return Fault("write the first and the last day, such as 2026-01-05 to 2026-02-20")
    days = [_day(hit) for hit in found]
    for day in days:
        if isinstance(day, Fault):
            return day
    first, last = days
    assert isinstance(first, date)
    assert isinstance(last, date)
    if last < first:
        return Fault(f"ends on {dates.written(last)}, before it begins on {dates.written(first)}")
    return Period(first, last)


def _listed(text: str) -> list[str]:
    return [
        piece.strip(".()[]“”\"'")
        for piece in _SPLIT.split(text)
        if piece.strip(".()[]“”\"'") and piece.lower() != "and"
    ]


def _asins(slot: Slot, text: str) -> Value | Fault:
    pieces = [piece.upper() for piece in _listed(text)]
    for piece in pieces:
        if fault := identifiers.asin_fault(piece):
            return Fault(f"{piece} {fault}")
    return tuple(dict.fromkeys(pieces)) or Fault("write at least one ASIN")


def _asin(slot: Slot, text: str) -> Value | Fault:
    return _single(_asins(slot, text), "ASIN")


def _single(found: Value | Fault, noun: str) -> Value | Fault:
    if isinstance(found, tuple):
        return found[0] if len(found) == 1 else Fault(f"one {noun} is wanted here")
    return found


def _orders(slot: Slot, text: str) -> Value | Fault:
    pieces = _listed(text)
    for piece in pieces:
        if fault := identifiers.order_fault(piece):
            return Fault(f"{piece}: {fault}")
    return tuple(dict.fromkeys(pieces)) or Fault("write at least one order number")


def _order(slot: Slot, text: str) -> Value | Fault:
    return _single(_orders(slot, text), "order number")


def _ids(slot: Slot, text: str) -> Value | Fault:
    pieces = [piece.strip() for piece in re.split(r"[,;\n]+|\s+and\s+", text) if piece.strip()]
    return tuple(dict.fromkeys(pieces)) if pieces else Fault("write at least one")


def _id(slot: Slot, text: str) -> Value | Fault:
    if any(c.isspace() for c in text.strip()) and not re.fullmatch(r"[\w./#-]+(?: [\w./#-]+){0,3}", text):
        return Fault("write the number only, without other words")
    if slot.key == "seller.id" and (fault := identifiers.seller_fault(text)):
        return Fault(fault)
    return text


def _whole(text: str) -> int | Fault:
    plain = text.strip().lower().replace(",", "").replace("\u00a0", "")
    if plain in _WORDS_TO_NUMBER:
        return _WORDS_TO_NUMBER[plain]
    return int(plain) if re.fullmatch(r"\d{1,9}", plain) else Fault("write a whole number, such as 340")


def _count(slot: Slot, text: str) -> Value | Fault:
    head, _, unit = text.partition(" ")
    number = _whole(head)
    if isinstance(number, Fault):
        return number
    unit = unit.strip().rstrip(".")
    if unit and not re.fullmatch(r"[A-Za-z][A-Za-z -]{0,40}", unit):
        return Fault("write the number and what is counted, such as 340 units")
    return Count(number, singular(unit) if unit else slot.unit or "unit")


def _money(slot: Slot, text: str) -> Value | Fault:
    match = re.fullmatch(r"([A-Za-z]{3}|(?:US|CA|[AC])?[$£€¥])?\s*([\d][\d,. ]*)\s*([A-Za-z]{3}|[$£€])?", text.strip())
    if match is None:
        return Fault("write the amount with its currency, such as USD 1,240.00")
    symbol = (match.group(1) or match.group(3) or "").upper()
    if not symbol:
        return Fault("which currency? write for example USD 1,240.00")
    digits = match.group(2).replace(" ", "").rstrip(".,")
    if re.search(r",\d{1,2}$", digits):
        digits = digits.replace(".", "").replace(",", ".")
    if len(digits) > _MOST_DIGITS:
        return Fault("write the amount with its currency, such as USD 1,240.00")
    try:
        amount = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        return Fault("write the amount with its currency, such as USD 1,240.00")
    return Money(
        amount.quantize(Decimal("0.01")) if amount % 1 else amount.quantize(Decimal(1)), _CURRENCIES.get(symbol, symbol)
    )


def _rate(slot: Slot, text: str) -> Value | Fault:
    match = re.fullmatch(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*(?:%|percent|per cent)?", text)
    if match is None:
        return Fault("write a percentage, such as 1.44%")
    percent = Decimal(match.group(1).replace(",", "."))
    return Rate(percent) if percent <= 100 else Fault("a rate lies between 0% and 100%")


def _party(slot: Slot, text: str) -> Value | Fault:
    """Parts are told by their form: with @ it is e-mail, a dot and no blank web, mostly digits phone."""
    pieces = [piece.strip() for piece in re.split(r"[;\n]+|,\s+", text) if piece.strip()]
    name, rest = pieces[0], pieces[1:]
    part = {"name": name, "address": "", "phone": "", "email": "", "web": ""}
    address: list[str] = []
    for piece in rest:
        if "@" in piece:
            part["email"] = piece
        elif re.fullmatch(r"\+?[\d()\s./-]{7,}(?:\s*(?:ext|x)\.?\s*\d+)?", piece):
            part["phone"] = piece
        elif re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", piece):
            part["web"] = piece
        else:
            address.append(piece)
    return Party(**(part | {"address": ", ".join(address)}))


def _person(slot: Slot, text: str) -> Value | Fault:
    match = re.fullmatch(r"([^,(]{2,80}?)\s*(?:[,(]\s*([^()]{2,80}?)\s*\)?)?", text)
    if match is None:
        return Fault("write the name and the role, such as Dana Ruiz (operations lead)")
    return Person(match.group(1).strip(), (match.group(2) or "").strip())


def _choice(slot: Slot, text: str) -> Value | Fault:
    wanted = text.casefold()
    for at, (key, words) in enumerate(slot.options.items(), 1):
        if wanted in (key.casefold(), words.casefold(), str(at)):
            return key
    near = [key for key, words in slot.options.items() if words.casefold().startswith(wanted)]
    return near[0] if len(near) == 1 else Fault(f"choose one of: {', '.join(slot.options)}")


def _yesno(slot: Slot, text: str) -> Value | Fault:
    word = text.casefold().rstrip(".")
    if word in ("y", "yes", "true"):
        return True
    return False if word in ("n", "no", "false") else Fault("write yes or no")


def _cadence(slot: Slot, text: str) -> Value | Fault:
    word = text.casefold().strip(" .")
    word = re.sub(r"^(?:every|each|once an?|per)\s+", "", word)
    for unit, adverb in _UNITS_OF_TIME.items():
        if word in (unit, adverb, f"{unit}s"):
            return Cadence(unit)
    if every := _EVERY_FEW.fullmatch(word):
        ordinal = every.group(1) in ("second", "other")
        return Cadence(f"{every.group(1)} {every.group(2)}{'' if ordinal else 's'}")
    event = re.sub(r"^(?:(?:before|for|with|at|on|after)\s+)?(?:every|each)\s+", "", text.strip(" ."), flags=re.I)
    if len(event) > 80 or re.search(r"\b(?:regular|often|sometime|occasional|needed|periodic)", event, re.I):
        return Fault("write how often: day, week, month, quarter, year, or the event, such as “new listing”")
    return Cadence(event)


def _url(slot: Slot, text: str) -> Value | Fault:
    ok = re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", text)
    return text if ok else Fault("write the address of the page, such as https://example.com/page")


def _name(slot: Slot, text: str) -> Value | Fault:
    return text if len(text) <= 120 and "\n" not in text else Fault("write the name only, on one line")


def _text(slot: Slot, text: str) -> Value | Fault:
    clause = " ".join(text.split()).rstrip(" .;,")
    return clause if len(clause) > 2 else Fault("write a few words more")


def _files(slot: Slot, text: str) -> Value | Fault:
    names = [piece.strip() for piece in re.split(r"[,;\n]+", text) if piece.strip()]
    return tuple(dict.fromkeys(names)) if names else Fault("name at least one file")


def _file(slot: Slot, text: str) -> Value | Fault:
    return text


_READERS = {
    "date": _date, "period": _period, "asin": _asin, "asins": _asins, "order": _order, "orders": _orders,
    "count": _count, "money": _money, "rate": _rate, "party": _party, "person": _person, "id": _id, "ids": _ids,
    "url": _url, "text": _text, "name": _name, "choice": _choice, "yesno": _yesno, "cadence": _cadence,
    "exhibit": _file, "exhibits": _files,
}  # fmt: skip

TYPES = tuple(_READERS)


def _checked(slot: Slot, value: Value, today: date) -> Value | Fault:
    days = [value] if isinstance(value, date) else [value.start, value.end] if isinstance(value, Period) else []
    for day in days:
        if day < date(1995, 1, 1):
            return Fault(f"{dates.written(day)} lies before Amazon's first sale")
        if slot.past and day > today:
            return Fault(f"{dates.written(day)} is still to come; give the day on which it was done")
        if today < date.max and day > today + timedelta(days=3 * 366):
            return Fault(f"{dates.written(day)} lies more than three years ahead")
    if isinstance(value, Party):
        lacking = [part for part in slot.needs if not getattr(value, part)]
        if lacking:
            return Fault(f"the {' and the '.join(lacking)} {'is' if len(lacking) == 1 else 'are'} missing")
    return value


# --------------------------------------------------------------------------- writing


def say(value: Value, how: str = "", options: Mapping[str, str] | None = None) -> str:
    """A value as the plan writes it. `how` is a format of `docs/knowledge.md`; unknown ones write it plain."""
    match value:
        case date():
            return f"{how} {dates.written(value)}" if how in ("on", "from", "by", "since") else dates.written(value)
        case Period():
            return _say_period(value, how)
        case tuple():
            return _say_list(value, how)
        case Count():
            return f"{value.number:,}" if how == "n" else counted(value.number, value.unit)
        case Money():
            return f"{value.currency} {value.amount:,.{2 if value.amount % 1 else 0}f}"
        case Rate():
            return f"{value.percent:f}%"
        case Party():
            return _say_party(value, how)
        case Person():
            return (
                value.name
                if how == "name" or not value.role
                else value.role
                if how == "role"
                else f"{value.name} ({value.role})"
            )
        case Cadence():
            return _say_cadence(value, how)
        case bool():
            return "yes" if value else "no"
        case _:
            return (options or {}).get(value, value)


def size(value: Value) -> int:
    """How many a value speaks of, for singular and plural."""
    if isinstance(value, tuple):
        return len(value)
    return value.number if isinstance(value, Count) else 1


def counted(number: int, unit: str) -> str:
    """A number with its noun: "one listing", "340 units". Below ten in words."""
    word = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{word} {unit if number == 1 else plural(unit)}"


def plural(noun: str) -> str:
    """The plural of a noun phrase; the last word carries it."""
    if re.search(r"(?:[sxz]|[cs]h)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def singular(noun: str) -> str:
    """The singular of a plain English plural."""
    if re.search(r"(?:[sxz]|[cs]h)es$", noun):
        return noun[:-2]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def listed(pieces: Sequence[str]) -> str:
    """A list in English: "a", "a and b", "a, b and c"."""
    return pieces[0] if len(pieces) == 1 else f"{', '.join(pieces[:-1])} and {pieces[-1]}" if pieces else ""


def _say_period(value: Period, how: str) -> str:
    if value.start == value.end:
        return f"on {dates.written(value.start)}" if how == "range" else dates.written(value.start)
    first = dates.written(value.start)
    if value.start.year == value.end.year:
        first = first.rsplit(" ", 1)[0]
        if value.start.month == value.end.month:
            first = str(value.start.day) if how != "range" else first
    joint = "and" if how == "range" else "to"
    return f"{'between ' if how == 'range' else ''}{first} {joint} {dates.written(value.end)}"


def _say_list(value: tuple[str, ...], how: str) -> str:
    if how == "n":
        return _SMALL[len(value)] if len(value) < len(_SMALL) else str(len(value))
    if how.startswith("count:"):
        return counted(len(value), how.removeprefix("count:"))
    if how == "named":
        noun = "order" if identifiers.order_fault(value[0]) is None else "ASIN"
        return f"{noun if len(value) == 1 else plural(noun)} {listed(value)}"
    return listed(value)


def _say_party(value: Party, how: str) -> str:
    if how in ("address", "phone", "email", "web"):
        return str(getattr(value, how))
    if how != "full":
        return value.name
    tail = [part for part in (value.address, value.phone, value.email, value.web) if part]
    return f"{value.name} ({', '.join(tail)})" if tail else value.name


def _say_cadence(value: Cadence, how: str) -> str:
    if value.every in _UNITS_OF_TIME:
        return _UNITS_OF_TIME[value.every] if how == "adjective" else f"every {value.every}"
    if _EVERY_FEW.fullmatch(value.every):
        return f"every {value.every}"
    return (
        f"with each {value.every}"
        if how == "with"
        else f"before each {value.every}"
        if how == "before"
        else f"for each {value.every}"
    )
