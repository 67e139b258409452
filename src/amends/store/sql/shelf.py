"""Many cases in the database."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from amends.errors import Unknown
from amends.store.files import CASE, NOTICES
from amends.store.shelf import (
    NO_DAY,
    Asked,
    Held,
    Page,
    Row,
    is_id,
    mark,
    marked,
    new_id,
    size_of,
    terms,
    words_of,
)
from amends.store.sql.blobs import Blobs
from amends.store.sql.files import SqlFiles, aware
from amends.store.sql.models import Case, File, Word
from amends.store.summary import Summary

_AT_ONCE = 500
_UNUSED = timedelta(days=1)


class SqlShelf:
    """The cases of one database, `using` its alias; `home` is the folder beside which blobs and scratch files lie."""

    def __init__(self, home: Path, using: str = "default") -> None:
        self.home, self._using, self.blobs = home, using, Blobs(home / "blobs")

    def files(self, id: str) -> SqlFiles:
        """The files of a case. Raises `Unknown`."""
        if not self._case(id).exists():
            raise _no_such()
        return self._files(id)

    def start(self, now: datetime) -> tuple[str, SqlFiles]:
        """A new place for a case."""
        id = new_id()
        self._cases().create(id=id, created=aware(now), updated=aware(now))
        return id, self._files(id)

    def board(self, asked: Asked) -> Page:
        """A page of the board."""
        found = self._cases().filter(archived=asked.archived)
        found = found.filter(state__in=asked.states) if asked.states else found.exclude(state="")
        for term in terms(asked.search):
            # Found from the words on, which takes work in proportion to what is found and not to all cases.
            found = found.filter(pk__in=self._having(term).values("case"))
        total = found.count()
        size = size_of(asked)
        rows = [_row(case) for case in _after(_ordered(found, asked), asked)[: size + 1]]
        more = len(rows) > size
        return Page(tuple(rows[:size]), total, mark(rows[size - 1], asked.order) if more else "")

    def holding(self, sha256: str, size: int) -> tuple[Held, ...]:
        """The cases that hold a notice of these very bytes, the newest first."""
        with_it = File.objects.using(self._using).filter(sha256=sha256, size=size, name__startswith=NOTICES)
        found = self._cases().filter(pk__in=with_it.values("case")).exclude(state="").order_by("-created", "-id")
        return tuple(Held(case.id, case.title, case.created, case.archived) for case in found)

    def archive(self, id: str, archived: bool) -> None:
        """Put a case away, or take it out again."""
        if not self._case(id).update(archived=archived):
            raise _no_such()

    def record(self, id: str, summary: Summary, now: datetime) -> None:
        """What the board shows of a case from now on."""
        words = set(words_of(summary))
        values = {
            "title": _plain(summary.title),
            "state": summary.state,
            "next": _plain(summary.next),
            "enforcement": _plain(summary.enforcement or "")[:100] or None,
            "marketplace": _plain(summary.marketplace or "")[:20] or None,
            "deadline": summary.deadline or NO_DAY,
            "asins": len(summary.asins),
            "updated": aware(now),
            "unrecorded": False,
        }
        with transaction.atomic(using=self._using):
            if not self._case(id).update(**values):
                raise _no_such()
            mine = Word.objects.using(self._using).filter(case_id=id)
            there = set(mine.values_list("word", flat=True))
            if there - words:
                mine.filter(word__in=there - words).delete()
            new = [Word(case_id=id, word=word) for word in sorted(words - there)]
            Word.objects.using(self._using).bulk_create(new, ignore_conflicts=True)

    def unrecorded(self) -> tuple[str, ...]:
        """The cases that were saved last without telling the board."""
        return tuple(self._cases().filter(unrecorded=True).order_by("id").values_list("id", flat=True))

    def sweep(self, now: datetime) -> int:
        """Remove what nothing refers to: blobs, scratch files, places in which no case was started."""
        empty = self._cases().filter(state="", unrecorded=False, created__lt=aware(now) - _UNUSED)
        empty.exclude(Exists(File.objects.using(self._using).filter(case=OuterRef("pk"), name=CASE))).delete()
        gone = self.blobs.sweep(now.timestamp(), self._named)
        with suppress(OSError):
            for left in (self.home / "scratch").iterdir():
                if left.stat().st_mtime < (now - _UNUSED).timestamp():
                    shutil.rmtree(left, ignore_errors=True)
                    gone += 1
        return gone

    def _named(self, hashes: Sequence[str]) -> set[str]:
        """Which of some hashes rows name."""
        found: set[str] = set()
        for at in range(0, len(hashes), _AT_ONCE):
            some = File.objects.using(self._using).filter(sha256__in=hashes[at : at + _AT_ONCE], data=None)
            found.update(some.values_list("sha256", flat=True))
        return found

    def _files(self, id: str) -> SqlFiles:
        return SqlFiles(id, self._using, self.blobs, self.home, self.record)

    def _cases(self) -> QuerySet[Case]:
        return Case.objects.using(self._using).all()

    def _case(self, id: str) -> QuerySet[Case]:
        return self._cases().filter(id=id) if is_id(id) else self._cases().none()

    def _having(self, term: str) -> QuerySet[Word]:
        """The words that begin with a term, as a range that the index answers."""
        return Word.objects.using(self._using).filter(word__gte=term, word__lt=term + "\U0010ffff")


def _ordered(found: QuerySet[Case], asked: Asked) -> QuerySet[Case]:
    return found.order_by("-updated", "-id") if asked.order == "updated" else found.order_by("deadline", "id")


def _after(found: QuerySet[Case], asked: Asked) -> QuerySet[Case]:
    """The cases behind the last one of the page before."""
    after = marked(asked)
    if after is None:
        return found
    key, id = after
    if asked.order == "updated":
        return found.filter(Q(updated__lte=key) & (Q(updated__lt=key) | Q(id__lt=id)))
    return found.filter(Q(deadline__gte=key) & (Q(deadline__gt=key) | Q(id__gt=id)))


def _plain(text: str) -> str:
    """Text without what databases do not take: NUL, and halves of letters."""
    return text.replace("\0", "").encode(errors="replace").decode()


def _row(case: Case) -> Row:
    return Row(
        case.id,
        case.title,
        case.state,  # type: ignore[arg-type]
        case.next,
        case.enforcement,
        case.marketplace,
        None if case.deadline == NO_DAY else case.deadline,
        case.asins,
        case.updated,
        case.archived,
    )


def _no_such() -> Unknown:
    return Unknown("There is no such case. Its address may be mistyped, or it is in another data folder.")
