"""The case: facts with their sources, exhibits, submissions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from amends.model.notice import Notice, Route
from amends.model.place import Span
from amends.model.reading import Box, Check, Correction, Reading
from amends.model.value import Value
from amends.typed import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from.

    `kind` is "notice" (`ref` is the notice's file), "document" (`ref` is the exhibit's file) or "statement"
    (`ref` is the person who said it). `span` is the place in the notice or document; `page` its page and `box` the
    place on it; `on` the day of a statement.
    """

    kind: Literal["notice", "document", "statement"]
    ref: str
    span: Span | None = None
    page: int | None = None
    on: date | None = None
    box: Box | None = None


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
    """A file of evidence. `name` is the safe file name by which the plan cites it; `original` the name it came with.

    `received` is the day the seller added it, `dated` the day that stands on it. `reading` is what was read in it, None
    as long as nobody looked, and `checks` what Amazon's rules say of it. `held` says why it is kept back and not sent,
    "" when it is sent. `corrections` are what the seller says that stands on it where it was misread; `reading` holds
    their values in place of what was read.
    """

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
    reading: Reading | None = None
    held: str = ""
    checks: tuple[Check, ...] = ()
    corrections: tuple[Correction, ...] = ()


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
    order they are told. An id may carry a suffix "#2" when the same entry applies twice. `exhibits` are sent with the
    answer; `held` are kept beside them and sent nowhere: a pro-forma, an invoice that is too old.
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
    held: tuple[Exhibit, ...] = ()

    def value(self, key: str) -> Value | None:
        """The value of a fact, or None when it is open or not to be had."""
        fact = self.facts.get(key)
        return fact.value if fact else None

    @property
    def notice(self) -> Notice | None:
        """The notice that is answered: the latest one."""
        return self.notices[-1] if self.notices else None
