"""The files of one case in the database."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path

from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from amends.errors import Conflict, NotSaved, Unknown, Unreadable
from amends.store.files import CASE, LOG, Text, decoded, is_name, log_entries, log_line, log_line_again, stamp
from amends.store.folder import refused
from amends.store.sql.blobs import Blob, Blobs
from amends.store.sql.models import Case, File, Logged
from amends.store.summary import Summary
from amends.typed import BinaryIO

_IN_A_ROW = 200_000
"""Bytes above which a file lies beside the database."""

_ORIGINALS = ("notice/", "evidence/", "submissions/", "replies/")
"""Where what never changes is: these files lie beside the database whatever their size."""


class SqlFiles:
    """The files of one case. `record` is what the shelf does with a summary."""

    def __init__(
        self, id: str, using: str, blobs: Blobs, home: Path, told: Callable[[str, Summary, datetime], None]
    ) -> None:
        self.id, self._using, self._blobs, self._home, self._told = id, using, blobs, home, told

    @property
    def title(self) -> str:
        """The id of the case."""
        return f"case {self.id}"

    @property
    def home(self) -> Path:
        """The data folder."""
        return self._home

    def place(self, name: str) -> Path:
        """The name within the case."""
        return Path(name)

    def path(self, name: str) -> Path:
        """A file on this disk with the same bytes; one that lies in a row is laid beside the database for it."""
        found = self._row(name)
        if found is None and name != LOG:
            raise Unreadable(f"{name} is not there.")
        if found is not None and found.data is None:
            return self._blobs.checked(found.sha256, name)
        with self._blobs.keeping(self._bytes(name, found)) as blob:
            return self._blobs.path(blob.sha256)

    @property
    def holds_case(self) -> bool:
        """Whether a case was started here."""
        return self.holds(CASE)

    def holds(self, name: str) -> bool:
        """Whether there is a file of that name."""
        with _reading(name):
            if name == LOG:
                return self._log_rows().exists()
            return is_name(name) and self._rows().filter(name=name).exists()

    def inside(self, name: str) -> bool:
        """A name here leads to a file of the case, or to none."""
        return is_name(name)

    def names(self, prefix: str = "") -> tuple[str, ...]:
        """The names of all files that begin with a prefix, in order."""
        with _reading(prefix):
            rows = self._rows().values_list("name", flat=True)
            found = [name for name in rows if name.startswith(prefix)]
            if LOG.startswith(prefix) and self.holds(LOG):
                found.append(LOG)
        return tuple(sorted(found))

    def state(self, of: Callable[[str], bool]) -> str:
        """What differs once a file whose name is asked for came, went or changed."""
        with _reading(""):
            rows = self._rows().values_list("name", "sha256")
            found = sorted(f"{name}\0{sha256}" for name, sha256 in rows if of(name))
        return stamp("\n".join(found).encode())

    def read_case(self) -> Text:
        """The case file. Raises `Unknown` when there is none."""
        found = self.read_text(CASE)
        if found is None:
            raise Unknown("There is no such case. It was not started, or its address is mistyped.")
        return found

    def read_text(self, name: str) -> Text | None:
        """A text file, or None when it is not there."""
        data = self.read_bytes(name)
        if data is None:
            return None
        try:
            return decoded(data)
        except UnicodeDecodeError as error:
            raise Conflict(f"{name} is not UTF-8 text; put a text in UTF-8 in its place.") from error

    def read_bytes(self, name: str) -> bytes | None:
        """A file, or None when it is not there."""
        with _reading(name):
            found = self._row(name)
            if found is None and not (name == LOG and self.holds(LOG)):
                return None
            return self._bytes(name, found)

    def open(self, name: str) -> BinaryIO:
        """A file for reading, piece by piece; one that lies beside the database is held against its hash first."""
        with _reading(name):
            found = self._row(name)
            if found is not None and found.data is None:
                return self._blobs.checked(found.sha256, name).open("rb")
            if found is None and not (name == LOG and self.holds(LOG)):
                raise Unreadable(f"{name} is not there. Take it in again.")
            return BytesIO(self._bytes(name, found))

    def save_text(self, name: str, text: str, was: str | None, what: str, now: datetime, goes_on: bool = False) -> str:
        """Write a text file and a line in the log, in one transaction; gives the new stamp."""
        data = text.encode()
        with self._writing(name):
            found = self._row(name)
            if (found.sha256 if found else None) != was:
                raise Conflict(
                    f"{name} was changed by somebody else since it was read. Nothing was saved; "
                    "open the newer one and make the change again."
                )
            if found is None or stamp(data) != was:
                self._set(name, Blob(stamp(data), len(data)), data)
                self._log(what, name, stamp(data), now, goes_on)
                Case.objects.using(self._using).filter(id=self.id).update(unrecorded=True, updated=aware(now))
        return stamp(data)

    def take_in(self, name: str, source: BinaryIO, what: str, now: datetime) -> None:
        """Keep a file beside the database, then name it. A file of that name that differs is never overwritten."""
        with self._blobs.keeping(source) as blob, self._writing(name):
            found = self._row(name)
            if found is not None and found.sha256 != blob.sha256:
                raise Conflict(f"{name} is already there and differs. Nothing was overwritten.")
            if found is None:
                self._set(name, blob, None)
                self._log(what, name, blob.sha256, now)

    def differs(self, name: str, sha256: str) -> bool:
        """Whether another file lies under this name already."""
        found = self._row(name)
        return found is not None and found.sha256 != sha256

    def put(self, name: str, data: bytes) -> None:
        """Write a file that is drawn from others, in place of an older one."""
        if name == LOG:
            with self._writing(name):
                self._log_rows().delete()
                Logged.objects.using(self._using).create(case_id=self.id, data=data)
        elif _in_a_row(name, len(data)):
            with self._writing(name):
                self._set(name, Blob(stamp(data), len(data)), data)
        else:
            with self._blobs.keeping(data) as blob, self._writing(name):
                self._set(name, blob, None)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """As `put`, piece by piece."""
        scratch = self._blobs.scratch_file()
        try:
            with scratch.open("x+b") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            with scratch.open("rb") as written:
                blob = Blob(hashlib.file_digest(written, "sha256").hexdigest(), scratch.stat().st_size)
            if name == LOG or _in_a_row(name, blob.size):
                self.put(name, scratch.read_bytes())
            else:
                with self._blobs.kept(scratch, blob), self._writing(name):
                    self._set(name, blob, None)
        except OSError as error:
            raise NotSaved(refused(scratch, error)) from error
        finally:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)

    def discard(self, name: str) -> None:
        """Remove a file that is drawn from others, if it is there."""
        with self._writing(name):
            self._rows().filter(name=name).delete()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder of the data folder for what is made on the way; it is gone afterwards."""
        among = self._home / "scratch"
        try:
            among.mkdir(parents=True, exist_ok=True, mode=0o700)
            made = Path(tempfile.mkdtemp(prefix="case-", dir=among))
        except OSError as error:
            raise NotSaved(refused(among, error)) from error
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def log(self) -> list[dict[str, str]]:
        """The lines of the log, oldest first; lines that are not JSON are left out."""
        return log_entries(self.read_bytes(LOG) or b"")

    def record(self, summary: Callable[[], Summary], now: datetime) -> None:
        """Tell the board what to show of the case.

        Where the database refuses, the save before stands, and the case stays marked until the board is told.
        """
        with suppress(DatabaseError):
            self._told(self.id, summary(), now)

    def _rows(self) -> QuerySet[File]:
        return File.objects.using(self._using).filter(case_id=self.id)

    def _log_rows(self) -> QuerySet[Logged]:
        return Logged.objects.using(self._using).filter(case_id=self.id)

    def _row(self, name: str) -> File | None:
        return self._rows().filter(name=name).first() if is_name(name) else None

    def _bytes(self, name: str, found: File | None) -> bytes:
        if name == LOG:
            return b"".join(bytes(data) for data in self._log_rows().order_by("id").values_list("data", flat=True))
        assert found is not None
        if found.data is not None:
            return bytes(found.data)
        return self._blobs.checked(found.sha256, name).read_bytes()

    def _set(self, name: str, blob: Blob, data: bytes | None) -> None:
        values = {"sha256": blob.sha256, "size": blob.size, "data": data}
        File.objects.using(self._using).update_or_create(case_id=self.id, name=name, defaults=values)

    def _log(self, what: str, name: str, sha256: str, now: datetime, goes_on: bool = False) -> None:
        last = self._log_rows().order_by("-id").first()
        before = bytes(last.data) if last is not None else b""
        whole = log_line_again(before, what, name, sha256, now) if goes_on else None
        if whole is not None and last is not None:
            self._log_rows().filter(pk=last.pk).update(data=whole)
            return
        line = log_line(before, what, name, sha256, now)
        Logged.objects.using(self._using).create(case_id=self.id, data=line)

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        """One transaction that holds the case against other writers."""
        if not is_name(name):
            raise NotSaved(f"“{name[:60]}” is no name for a file of a case.")
        try:
            with transaction.atomic(using=self._using):
                held = Case.objects.using(self._using).select_for_update().filter(id=self.id)
                if not held.values_list("id", flat=True).first():
                    raise Unknown("There is no such case any more.")
                yield
        except DatabaseError as error:
            raise NotSaved(f"{name} is not saved: the database refuses ({type(error).__name__}). Try again.") from error


def _in_a_row(name: str, size: int) -> bool:
    return size <= _IN_A_ROW and not name.startswith(_ORIGINALS)


def aware(moment: datetime) -> datetime:
    """A moment with a time zone; one without is of the machine's."""
    return moment if moment.tzinfo else moment.astimezone()


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise Unreadable(f"{name or 'The case'} cannot be read: the database does not answer. Try again.") from error
