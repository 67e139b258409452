"""Many cases: a shelf finds one by its id, and its board shows them all.

What the board shows of a case is recorded at each save, so that a page of it is one query however many cases there are.
"""

from __future__ import annotations

import re
import secrets
from datetime import date, datetime
from unicodedata import normalize

from amends.errors import Unknown
from amends.typed import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.store.files import Files
    from amends.store.summary import State, Summary

Order = Literal["deadline", "updated"]

SIZE = 50
"""How many cases a page of the board shows."""

NO_DAY = date(9999, 12, 31)
"""Stands for no deadline, so that cases without one come last in the order of days."""

_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"
_LENGTH = 16
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 60
_MOST_WORDS = 400
_MOST_TERMS = 8
_LARGEST_PAGE = 500


class Row(NamedTuple):
    """A case on the board; `asins` is how many products it is about."""

    id: str
    title: str
    state: State
    next: str
    enforcement: str | None
    marketplace: str | None
    deadline: date | None
    asins: int
    updated: datetime
    archived: bool


class Asked(NamedTuple):
    """Which cases of the board are asked for, and in which order: the next deadline first, or the last change first.

    `search` are words; a case is found when each begins one of its own. `after` is `Page.next` of the page before.
    """

    search: str = ""
    states: tuple[State, ...] = ()
    archived: bool = False
    order: Order = "deadline"
    after: str = ""
    size: int = SIZE


class Shown(NamedTuple):
    """A row of the board with what its case is found by."""

    row: Row
    summary: Summary


class Held(NamedTuple):
    """A case that holds a notice: when it was started, and whether it is put away."""

    id: str
    title: str
    started: datetime
    archived: bool


class Page(NamedTuple):
    """One page of the board: its rows, how many cases there are on all pages, and what to ask for the page after it
    (`next`, "" on the last one).
    """

    rows: tuple[Row, ...]
    total: int
    next: str


class Shelf(Protocol):
    """Where many cases stand."""

    def files(self, id: str) -> Files:
        """The files of a case. Raises `Unknown` when none has this id."""
        ...

    def start(self, now: datetime) -> tuple[str, Files]:
        """A new place for a case: its id, which nobody can guess and which fits into an address, and its files."""
        ...

    def board(self, asked: Asked) -> Page:
        """A page of the board. Raises `Unknown` for a page that no board gave."""
        ...

    def holding(self, sha256: str, size: int) -> tuple[Held, ...]:
        """The cases that hold a notice of these very bytes, the newest first."""
        ...

    def archive(self, id: str, archived: bool) -> None:
        """Put a case away, or take it out again. Nothing is deleted. Raises `Unknown`."""
        ...

    def record(self, id: str, summary: Summary, now: datetime) -> None:
        """What the board shows of a case from now on. Raises `Unknown`."""
        ...

    def unrecorded(self) -> tuple[str, ...]:
        """The cases that were saved last without telling the board, as when the process was stopped in between."""
        ...

    def sweep(self, now: datetime) -> int:
        """Remove what processes that were stopped left behind and nothing refers to; gives how many files."""
        ...


def new_id() -> str:
    """The id of a new case: 80 bits by chance, in signs that cannot be taken for each other."""
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))


def is_id(text: str) -> bool:
    """Whether a text can be the id of a case: it is no path, no option, and short."""
    return _ID.fullmatch(text) is not None


def words_of(summary: Summary) -> tuple[str, ...]:
    """The words by which a case is found, each once, in order."""
    said = (summary.title, *summary.names, summary.enforcement or "", summary.marketplace or "")
    found = {word for text in (*said, *summary.asins, *summary.ids) for word in _words(text)}
    return tuple(sorted(found))[:_MOST_WORDS]


def terms(search: str) -> tuple[str, ...]:
    """The beginnings of words that a search asks for."""
    return tuple(dict.fromkeys(_words(search)))[:_MOST_TERMS]


def mark(row: Row, order: Order) -> str:
    """The place of a row in an order, by which the page after it is asked for."""
    key = row.updated if order == "updated" else row.deadline or NO_DAY
    return f"{key.isoformat()}~{row.id}"


def marked(asked: Asked) -> tuple[datetime | date, str] | None:
    """The place behind which a page begins: its key in the order and the id; None at the start. Raises `Unknown`."""
    if not asked.after:
        return None
    key, _, id = asked.after.partition("~")
    try:
        found = datetime.fromisoformat(key) if asked.order == "updated" else date.fromisoformat(key)
    except ValueError as error:
        raise Unknown("There is no such page of the board; begin with the first.") from error
    if (isinstance(found, datetime) and found.tzinfo is None) or not is_id(id):
        raise Unknown("There is no such page of the board; begin with the first.")
    return found, id


def paged(shown: Iterable[Shown], asked: Asked) -> Page:
    """A page of a board whose rows are all at hand."""
    wanted = terms(asked.search)
    rows = []
    for row, summary in shown:
        if row.archived == asked.archived and (not asked.states or row.state in asked.states):
            words = words_of(summary)
            if all(any(word.startswith(term) for word in words) for term in wanted):
                rows.append(row)
    rows.sort(key=lambda row: _key(row, asked.order), reverse=asked.order == "updated")
    after = marked(asked)
    if after is not None:
        behind = [
            row
            for row in rows
            if (_key(row, asked.order) < after if asked.order == "updated" else _key(row, asked.order) > after)
        ]
    else:
        behind = rows
    size = size_of(asked)
    page = tuple(behind[:size])
    return Page(page, len(rows), mark(page[-1], asked.order) if len(behind) > size else "")


def size_of(asked: Asked) -> int:
    """How many rows a page has."""
    return max(1, min(asked.size, _LARGEST_PAGE))


def _key(row: Row, order: Order) -> tuple[Any, str]:
    return (row.updated if order == "updated" else row.deadline or NO_DAY), row.id


def _words(text: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in _WORD.findall(normalize("NFKC", text).casefold())]
