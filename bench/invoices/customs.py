"""How a country writes: dates, amounts, currencies, taxes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(),
}


def cents(amount: Decimal) -> Decimal:
    """An amount to the cent, halves up as invoices round."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Customs:
    """A country's ways. `day` and the rest are forms of dates as `written` knows them, the usual one first."""

    country: str
    language: str
    currency: str
    sign: str
    sign_behind: bool
    thousands: str
    point: str
    days: tuple[str, ...]
    rates: tuple[Decimal, ...]

    def number(self, amount: Decimal, places: int = 2) -> str:
        """An amount without its currency."""
        text = f"{abs(amount):,.{places}f}"
        whole, _, part = text.partition(".")
        if self.country == "IN":
            whole = _lakhs(whole.replace(",", ""))
        whole = whole.replace(",", self.thousands)
        return ("-" if amount < 0 else "") + whole + (self.point + part if part else "")

    def money(self, amount: Decimal) -> str:
        """An amount with the sign of its currency where that country puts it."""
        text = self.number(abs(amount))
        minus = "-" if amount < 0 else ""
        return f"{minus}{text} {self.sign}" if self.sign_behind else f"{minus}{self.sign}{text}"

    def written(self, day: date, form: str = "") -> str:
        """A day in one of the forms of the country."""
        form = form or self.days[0]
        if form == "long":
            return self._long(day)
        if form == "abc":
            return f"{day.day:02d}-{MONTHS['en'][day.month - 1][:3]}-{day.year}"
        if form == "Abc.":
            return f"{MONTHS['en'][day.month - 1][:3]}.{day.day},{day.year}"
        if form == "Abc d":
            return f"{MONTHS['en'][day.month - 1][:3]} {day.day}, {day.year}"
        if form == "ordinal":
            ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
            return f"{day.day}{ending} {MONTHS['en'][day.month - 1]} {day.year}"
        if form == "cjk":
            return f"{day.year}年{day.month}月{day.day}日"
        return day.strftime(form)

    def _long(self, day: date) -> str:
        month = MONTHS[self.language][day.month - 1]
        if self.country == "US":
            return f"{month} {day.day}, {day.year}"
        if self.language == "de":
            return f"{day.day}. {month} {day.year}"
        if self.language == "es":
            return f"{day.day} de {month} de {day.year}"
        return f"{day.day} {month} {day.year}"


def _lakhs(digits: str) -> str:
    head, tail = digits[:-3], digits[-3:]
    parts = []
    while head:
        head, part = head[:-2], head[-2:]
        parts.insert(0, part)
    return ",".join([*parts, tail])


def _of(
    country: str, language: str, currency: str, sign: str, behind: bool, marks: str, days: str, *rates: str
) -> Customs:
    return Customs(
        country,
        language,
        currency,
        sign,
        behind,
        marks[0],
        marks[1],
        tuple(days.split("|")),
        tuple(map(Decimal, rates)),
    )


ALL = {
    "US": _of("US", "en", "USD", "$", False, ",.", "%m/%d/%Y|long|Abc d|%m/%d/%y|%Y-%m-%d", "0", "8.25", "6.5"),
    "UK": _of("UK", "en", "GBP", "£", False, ",.", "%d/%m/%Y|long|ordinal|abc|%d.%m.%y", "20", "0"),
    "DE": _of("DE", "de", "EUR", "€", True, ".,", "%d.%m.%Y|long|%d.%m.%y", "19", "7"),
    "FR": _of("FR", "fr", "EUR", "€", True, " ,", "%d/%m/%Y|long|%d-%m-%Y", "20", "5.5"),
    "ES": _of("ES", "es", "EUR", "€", True, ".,", "%d/%m/%Y|long|%d-%m-%Y", "21", "10"),
    "IT": _of("IT", "it", "EUR", "€", True, ".,", "%d/%m/%Y|long", "22", "10"),
    "PL": _of("PL", "pl", "PLN", "zł", True, " ,", "%d.%m.%Y|long|%Y-%m-%d", "23", "8"),
    "CN": _of("CN", "en", "USD", "US$", False, ",.", "%Y-%m-%d|Abc.|cjk|%Y/%m/%d", "0"),
    "CA": _of("CA", "en", "CAD", "$", False, ",.", "%Y-%m-%d|long|Abc d", "5", "9.975"),
    "IN": _of("IN", "en", "INR", "₹", False, ",.", "abc|%d/%m/%Y|%d-%m-%Y", "18", "12"),
}
