"""What a case knows, in the forms in which a letter can say it: days, figures, identifiers, names.

A letter may only say what is in the case: in its facts, its notices, its exhibits, or computed from them. With the
plan that was drafted from the case, its sentences count as known, and so do the figures of the knowledge that it
was drafted with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from amends import dates
from amends import text as plainly
from amends.model import Cadence, Count, Money, Party, Period, Person, Rate
from amends.review.grounding.said import plain
from amends.review.language.near import Near
from amends.review.reckoning.counts import number_of
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Case, Value
    from amends.review.document import Draft

ATTESTED = "statement."
"""What the keys of sentences begin with that a person answers for as they stand."""
SELLER = ("seller.name", "seller.store")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORD = re.compile(r"[\w'’&-]+")
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_LENGTH = re.compile(
    r"(?<![\w.,-])(\d{1,4}|[a-z]{3,9})[ -](?:working |business |calendar )?(hour|day|week|month|year)s?\b", re.I
)
_ALIKE = 0.02
_NO_NAMES = frozenset("the and of for inc llc ltd gmbh co company corp limited".split())


class Grounds:
    """The days, figures and words of a case.

    `words` are all words, `text` all of it in one line, both folded; `names` the words of the names of people and
    companies, `full_names` these names, the longest first; `spans` the lengths of time, in days; `spoken` the days, as
    ISO writes them, on which the case was only worked on; `told` the sentences that a person has attested, in normal
    form.
    """

    def __init__(self, draft: Draft, case: Case) -> None:
        said = list(_written(case))
        if draft.plan is not None:
            said += [sentence.text for sentence in draft.plan.sentences]
            self.days = {day for day in (draft.plan.effective, draft.plan.complete) if day is not None}
        else:
            said += list(_patterns(draft))
            self.days = set()
        self.days |= set(_days(case))
        self.short_days: set[tuple[int, int]] = set()
        together = "\n".join(said)
        dated: set[int] = set()
        for found in dates.find(together):
            self.days.update(found.readings)
            dated.update(range(found.span.start, found.span.end))
            if found.year_missing:
                self.short_days.add((found.month, found.day))
        self.short_days |= {(day.month, day.day) for day in self.days}
        self.spoken = {day.isoformat() for day in _spoken(case) - self.days}
        self.days |= _spoken(case)
        self.figures = {plain(m.group()) for m in _FIGURE.finditer(together) if m.start() not in dated}
        numbers = (number_of(word) for word in together.casefold().split())
        self.figures |= {str(number) for number in numbers if number is not None}
        self.figures |= {*_figures(case), *(str(day.year) for day in self.days)}
        self.words = frozenset(_bare(word) for word in _WORD.findall(together))
        self.spans = {days for _, _, days in lengths(together)}
        self.text = " ".join(together.casefold().split())
        self.full_names = sorted({name for name in _names(case) if len(name) > 1}, key=lambda name: (-len(name), name))
        words = (word for name in self.full_names for word in _WORD.findall(name))
        self.names = frozenset(
            bare for word in words if word[0].isupper() and len(bare := _bare(word)) > 1 and bare not in _NO_NAMES
        )
        self._near_names: Near | None = None
        self.told = frozenset(
            plainly.normal(fact.value)
            for key, fact in case.facts.items()
            if key.startswith(ATTESTED) and isinstance(fact.value, str)
        )

    def near_name(self, word: str) -> str:
        """The word of a known name that a folded word misspells, or an empty string; two that fit are none."""
        if self._near_names is None:
            self._near_names = Near(self.names)
        return self._near_names.of(word)

    def has_length(self, days: float) -> bool:
        """Whether the case knows a length of time; three years are 36 months."""
        return any(abs(days - known) <= _ALIKE * known for known in self.spans)

    def has_figure(self, written: str) -> bool:
        """Whether the case knows a figure, however it is written."""
        return plain(written) in self.figures


def lengths(text: str) -> Iterator[tuple[int, int, float]]:
    """Lengths of time in a text ("36 months", "two weeks"): start, end, and how many days they are."""
    for match in _LENGTH.finditer(text):
        number = number_of(match.group(1).lower())
        if number is not None:
            yield match.start(), match.end(), number * _DAYS[match.group(2).lower()]


def _bare(word: str) -> str:
    return plainly.folded(word).removesuffix("'s").rstrip("'")


def _names(case: Case) -> Iterator[str]:
    """The names of people, companies and the store."""
    for key, fact in case.facts.items():
        value = fact.value
        names = value.name if isinstance(value, Party | Person) else value if key in SELLER else None
        if isinstance(names, str):
            yield names


def _written(case: Case) -> Iterator[str]:
    for fact in case.facts.values():
        if fact.value is not None:
            yield from _texts(fact.value)
        yield fact.reason
        yield fact.source.ref
    for notice in case.notices:
        yield notice.text
        yield notice.subject or ""
        yield notice.sender or ""
    for exhibit in case.exhibits:
        yield f"Exhibit {exhibit.label} {exhibit.name} {exhibit.original}"


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, Party):
        yield from (value.name, value.address, value.phone, value.email, value.web)
    elif isinstance(value, Person):
        yield from (value.name, value.role)
    elif isinstance(value, Cadence):
        yield value.every
    elif isinstance(value, Count):
        yield f"{value.number} {value.unit}"
    elif isinstance(value, Money):
        yield f"{value.currency} {value.amount}"
    elif isinstance(value, Rate):
        yield f"{value.percent}"


def _days(case: Case) -> Iterator[date]:
    for fact in case.facts.values():
        if isinstance(fact.value, date):
            yield fact.value
        elif isinstance(fact.value, Period):
            yield from (fact.value.start, fact.value.end)
    for notice in case.notices:
        if notice.received is not None:
            yield notice.received
        yield from (deadline.date for deadline in notice.deadlines if deadline.date is not None)
    for exhibit in case.exhibits:
        if exhibit.dated is not None:
            yield exhibit.dated
    yield from (submission.on for submission in case.submissions)


def _spoken(case: Case) -> set[date]:
    """The days on which somebody answered or a document was taken in."""
    said = {fact.source.on for fact in case.facts.values() if fact.source.on is not None}
    return said | {exhibit.received for exhibit in case.exhibits}


def _figures(case: Case) -> Iterator[str]:
    """How many there are of what a fact lists, and of exhibits."""
    for fact in case.facts.values():
        if isinstance(fact.value, tuple):
            yield str(len(fact.value))
        elif isinstance(fact.value, Period):
            yield str((fact.value.end - fact.value.start).days + 1)
    yield from (str(number) for number in range(len(case.exhibits) + 1))


def _patterns(draft: Draft) -> Iterator[str]:
    """The words of the knowledge that the case has chosen, which its plan may say without a fact."""
    case, catalog = draft.case, draft.catalog
    if case is None or catalog is None:
        return
    for shelf, chosen in (
        (catalog.causes, case.causes),
        (catalog.actions, case.actions),
        (catalog.measures, case.measures),
    ):
        for key in chosen:
            entry = shelf.get(key.split("#")[0])
            if entry is not None:
                yield from (variant for say in entry.says for variant in say.variants)
                yield from (words for slot in entry.slots for words in slot.options.values())
    if draft.playbook is not None:
        for says in (draft.playbook.opening, draft.playbook.opening_in_error, draft.playbook.facts):
            yield from (variant for say in says for variant in say.variants)
