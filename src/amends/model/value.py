"""Typed values: what a fact can hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from amends.typed import TypeAlias


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of something: 340 units. `unit` is the singular ("unit", "order")."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage as Amazon shows it: `percent` is 1.44 for 1.44 %."""

    percent: Decimal


@dataclass(frozen=True, slots=True)
class Party:
    """A company: supplier, rights owner, carrier, laboratory. Empty parts are empty strings."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does or did something, with the role they have in the business."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often: `every` is day, week, month, quarter, year, or the event that triggers it ("new listing")."""

    every: str


Value: TypeAlias = str | bool | date | Period | Count | Money | Rate | Party | Person | Cadence | tuple[str, ...]
