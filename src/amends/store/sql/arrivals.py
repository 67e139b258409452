"""The arrivals of all cases in the database. A change of state is one short statement that tells whether it held."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from amends.errors import Unknown
from amends.store.arrivals import FOLDER, NEEDED, WAITS, Arrival, Left, Outcome, State
from amends.store.sql.models import Arriving, File

_LONGEST_NAME = 300
_BEHIND = FOLDER[:-1] + chr(ord("/") + 1)
"""Comes behind all names of the folder, so that an index can answer for it."""


class Arrivals:
    """The arrivals of one database, `using` its alias."""

    def __init__(self, using: str = "default") -> None:
        self._using = using

    def add(
        self,
        id: str,
        case: str,
        name: str,
        at: datetime,
        size: int = 0,
        kind: str = "",
        exhibit: str = "",
    ) -> None:
        """A new arrival, of which the bytes are still to come."""
        self._rows().create(
            id=id,
            case_id=case,
            name=name.replace("\0", " ")[:_LONGEST_NAME],
            size=size,
            kind=kind,
            exhibit=exhibit,
            state="coming",
            at=at,
        )

    def came(self, id: str, size: int, queue: Callable[[str], None]) -> Arrival:
        """Put one that is here into the line. `queue` is told its id within the same transaction, so that neither is
        without the other. Raises `Unknown` when it was given up meanwhile.
        """
        with transaction.atomic(using=self._using):
            found = self._rows().filter(id=id, state="coming")
            if not found.update(state="waiting", size=size):
                raise Unknown("The file took too long to come. Send it again.")
            queue(id)
        return _arrival(self._rows().get(id=id))

    def lost(self, before: datetime) -> tuple[Arrival, ...]:
        """Those that began to come before some moment and are not here yet."""
        return tuple(map(_arrival, self._rows().filter(state="coming", at__lt=before)))

    def leaving(self, id: str) -> bool:
        """Say that one is thrown away, before its bytes are; False while it is to be read, or is not there."""
        return self._rows().filter(id=id).exclude(state__in=WAITS).update(state="going") == 1

    def gone(self) -> tuple[Arrival, ...]:
        """Those that were thrown away, with bytes that may still be there."""
        return tuple(map(_arrival, self._rows().filter(state="going")))

    def left(self, before: datetime) -> tuple[Left, ...]:
        """The files that are not needed among those on their way.

        One that stands in no list is left alone while its case was changed after some moment: it may just be moved in.
        """
        mine = File.objects.using(self._using).filter(name__gte=FOLDER, name__lt=_BEHIND).order_by("case_id", "name")
        states = {(row.case_id, FOLDER + row.id): row.state for row in self._rows().only("id", "case_id", "state")}
        found = []
        for row in mine.values("case_id", "name", "sha256", "size", "case__updated"):
            case, name = row["case_id"], row["name"]
            state = states.get((case, name))
            if state in NEEDED or (state is None and row["case__updated"] >= before):
                continue
            evidence = File.objects.using(self._using).filter(case_id=case, sha256=row["sha256"])
            known = evidence.filter(name__startswith="evidence/").exists()
            found.append(Left(case, name, row["size"], state is not None, known))
        return tuple(found)

    def of(self, case: str) -> tuple[Arrival, ...]:
        """The arrivals of a case, the first to come first."""
        shown = self._rows().filter(case_id=case).exclude(state__in=("coming", "going"))
        return tuple(map(_arrival, shown.order_by("at", "id")))

    def get(self, id: str) -> Arrival | None:
        """An arrival, None when it is not there any more."""
        row = self._rows().filter(id=id).first()
        return _arrival(row) if row is not None else None

    def waiting(self, case: str | None = None) -> tuple[str, ...]:
        """The ids of those that are still to be read, of one case or of all."""
        found = self._rows().filter(state__in=WAITS)
        found = found.filter(case_id=case) if case is not None else found
        return tuple(found.order_by("at", "id").values_list("id", flat=True))

    def step(self, id: str, page: int, of: int) -> bool:
        """Say how far the reading is; False when it is not to go on."""
        return self._rows().filter(id=id, state="reading").update(page=page, of=of) == 1

    def move(
        self, id: str, states: Iterable[State], to: State, outcomes: tuple[Outcome, ...] = (), why: str = ""
    ) -> bool:
        """From one of some states to another; False when it was in none of them."""
        values = {"state": to, "page": 0, "of": 0, "outcomes": [list(each) for each in outcomes], "why": why}
        return self._rows().filter(id=id, state__in=tuple(states)).update(**values) == 1

    def requeue(self, id: str, states: Iterable[State], queue: Callable[[str], None]) -> bool:
        """Put it into the line again, as `came` does; False when it was in none of the states."""
        with transaction.atomic(using=self._using):
            moved = self.move(id, states, "waiting")
            if moved:
                queue(id)
        return moved

    def remove(self, id: str) -> None:
        """Forget an arrival that is not to be read any more. Raises `Unknown` while it is."""
        if not self._rows().filter(id=id).exclude(state__in=WAITS).delete()[0]:
            raise Unknown("This file is not in the list any more, or is being read. Look again.")

    def _rows(self) -> QuerySet[Arriving]:
        return Arriving.objects.using(self._using).all()


def _arrival(row: Arriving) -> Arrival:
    outcomes = tuple(
        Outcome(shown, sha256, known, inside, tuple(notes), refused)
        for shown, sha256, known, inside, notes, refused in row.outcomes
    )
    return Arrival(
        row.id,
        row.case_id,
        row.name,
        row.size,
        row.kind,
        row.exhibit,
        row.state,  # type: ignore[arg-type]
        row.page,
        row.of,
        outcomes,
        row.why,
        row.at,
    )
