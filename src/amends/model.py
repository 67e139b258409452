"""The nouns. Frozen dataclasses of the standard library, no I/O, no rules of the trade.

The data flows one way: Notice -> Case -> Plan -> Finding -> bundle -> Submission -> Commitment.
Every stage is a function from these values to a new value.

Offsets (`Span.start`, `Span.end`) count characters of the text as the user gave it; `text[start:end] == quote`.
Money and rates are `Decimal`; dates are `datetime.date`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

# --------------------------------------------------------------------------- places and problems


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: characters `start` to `end` (end not included) and what stands there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in the user's input: what is wrong, where, and what to write instead."""

    file: str
    line: int | None
    path: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.path}: {self.message}" if self.path else f"{place}: {self.message}"


# --------------------------------------------------------------------------- typed values


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

# --------------------------------------------------------------------------- the notice

Kind = Literal["enforcement", "reply", "warning", "information", "not-amazon", "unknown"]
Level = Literal["account", "listing", "funds"]
Status = Literal["active", "at-risk", "deactivated", "removed", "reinstated", "final"]
Branch = Literal["comply", "in-error"]
Route = Literal["plan", "documents", "dispute", "retraction", "two-step", "none"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """An ASIN, order, complaint or other number as the notice wrote it; masked ones stay masked."""

    kind: str
    value: str
    span: Span
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """What must happen by when. `days` or `date` is None when the notice does not say."""

    span: Span
    days: int | None
    date: date | None
    consequence: str | None


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a notice demands; `id` names a file of `data/asks/`."""

    id: str
    branch: Branch
    span: Span


@dataclass(frozen=True, slots=True)
class Enforcement:
    """What Amazon did and why: the id of a playbook, how sure the reading is, and the places that speak for it."""

    id: str
    confidence: float
    because: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message from Amazon, as received and as read.

    `text` is what a person reads in it; all spans point into it. `format` is eml, msg, html, txt or pdf.
    """

    file: str
    format: str
    sha256: str
    text: str
    subject: str | None
    sender: str | None
    kind: Kind
    level: Level | None
    status: Status | None
    enforcements: tuple[Enforcement, ...]
    marketplace: str | None
    received: date | None
    identifiers: tuple[Identifier, ...]
    deadlines: tuple[Deadline, ...]
    asks: tuple[Ask, ...]
    route: Route
    channel: str | None
    language: str
    doubts: tuple[str, ...] = ()

    @property
    def enforcement(self) -> str | None:
        """The id of the likeliest enforcement, or None."""
        return self.enforcements[0].id if self.enforcements else None

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Identifiers of one kind ("asin", "order", …) in the order of the notice, each once."""
        return tuple(dict.fromkeys(i.value for i in self.identifiers if i.kind == kind))


# --------------------------------------------------------------------------- the case


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from.

    `kind` is "notice" (`ref` is the notice's file), "document" (`ref` is the exhibit's file) or "statement"
    (`ref` is the person who said it). `span` is the place in the notice or document; `page` its page; `on` the
    day of a statement.
    """

    kind: Literal["notice", "document", "statement"]
    ref: str
    span: Span | None = None
    page: int | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its source. `key` is `<item>.<slot>` ("case.asins", "listings-removed.date").

    `value` None means "I do not have this", said by `source`; `reason` may say why.
    """

    key: str
    type: str
    value: Value | None
    source: Source
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file of evidence. `name` is the safe file name by which the plan cites it; `original` the name it came with."""

    label: str
    kind: str
    name: str
    original: str
    sha256: str
    size: int
    received: date
    dated: date | None = None
    supports: tuple[str, ...] = ()
    asins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """One attempt: the day it was sent and the hash of what was sent."""

    number: int
    on: date
    sha256: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that the seller knows and has about one enforcement.

    `facts` maps keys to facts. `causes`, `actions` and `measures` are the ids chosen from the catalogues, in the
    order they are told. An id may carry a suffix "#2" when the same entry applies twice.
    """

    enforcement: str | None = None
    route: Route | None = None
    notices: tuple[Notice, ...] = ()
    facts: dict[str, Fact] = field(default_factory=dict)
    causes: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    submissions: tuple[Submission, ...] = ()

    def value(self, key: str) -> Value | None:
        """The value of a fact, or None when it is open or not to be had."""
        fact = self.facts.get(key)
        return fact.value if fact else None

    @property
    def notice(self) -> Notice | None:
        """The notice that is answered: the latest one."""
        return self.notices[-1] if self.notices else None


# --------------------------------------------------------------------------- the plan


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it stands on: keys of facts and labels of exhibits.

    `fixed` marks words that state nothing about the case (a salutation, a lead-in) and so need no fact.
    """

    text: str
    facts: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or numbered point: the catalogue id it tells (`of`), its sentences, the causes it answers."""

    of: str
    sentences: tuple[Sentence, ...]
    numbered: bool = False
    answers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentences as they stand in the letter."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan: `id` is opening, root-cause, corrective-actions, preventive-measures, conclusion, …"""

    id: str
    heading: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What the plan still lacks: the fact or exhibit `key`, where it would stand, and what to do about it.

    `stated` marks what the seller said not to have: it is reported, and the letter goes on without it.
    """

    key: str
    section: str
    what: str
    remedy: str
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The written answer, by rule from case and playbook. `effective` and `complete` are computed from its dates."""

    enforcement: str
    route: Route
    sections: tuple[Section, ...]
    gaps: tuple[Gap, ...]
    effective: date | None
    complete: date | None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order of the letter."""
        return tuple(s for section in self.sections for item in section.items for s in item.sentences)


# --------------------------------------------------------------------------- the letter


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a letter: heading, paragraph, numbered point, bullet or gap (a visible note that something lacks)."""

    kind: Literal["heading", "paragraph", "number", "bullet", "gap"]
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """The text that is submitted, as blocks. `plan.md` and this hold the same content."""

    blocks: tuple[Block, ...]


# --------------------------------------------------------------------------- the review

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding points to: the notice that asked, the fact that it contradicts."""

    file: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe correction: the text that replaces the finding's span. It deletes or rewords, it never adds a fact."""

    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What review says about one place. SARIF calls it a result, LSP a diagnostic."""

    rule: str
    name: str
    level: Severity
    confidence: Confidence
    message: str
    span: Span
    line: int
    column: int
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
