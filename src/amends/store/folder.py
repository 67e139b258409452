"""The case folder: the seller's own files, kept so that nothing is lost.

`store.files` says what lies in it. A save is atomic (written beside, flushed, then put in place) and refuses to
overwrite what changed since it was read. Everything the disk can refuse ends as `NotSaved` with what to do; nothing is
then half written.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from amends.errors import Conflict, NotSaved, Unknown, Unreadable
from amends.store.files import CASE, LOG, Text, decoded, log_entries, log_line, log_line_again, stamp
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from amends.store.summary import Summary

_LOCK = ".amends.lock"
_WAIT = 10.0
_CHUNK = 1 << 20


class Folder:
    """One case folder on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def title(self) -> str:
        """The path of the folder."""
        return str(self.root)

    @property
    def home(self) -> Path:
        """The folder itself."""
        return self.root

    def place(self, name: str) -> Path:
        """The path of a file."""
        return self.root / name

    def path(self, name: str) -> Path:
        """The path of a file."""
        return self.root / name

    def holds(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return os.path.isfile(self.root / name)

    def inside(self, name: str) -> bool:
        """Whether a name leads to a place within the folder and not out of it."""
        try:
            return (self.root / name).resolve().is_relative_to(self.root.resolve())
        except ValueError:
            return False

    def names(self, prefix: str = "") -> tuple[str, ...]:
        """The names of all files that begin with a prefix, in order. Hidden files and links are not of the case."""
        found = []
        for at, below, files in os.walk(self.root / os.path.dirname(prefix)):
            below[:] = [each for each in below if not each.startswith(".")]
            inner = Path(at).relative_to(self.root).as_posix()
            for each in files:
                name = each if inner == "." else f"{inner}/{each}"
                if not each.startswith(".") and name.startswith(prefix) and not os.path.islink(os.path.join(at, each)):
                    found.append(name)
        return tuple(sorted(found))

    def state(self, of: Callable[[str], bool]) -> str:
        """What differs once a file whose name is asked for came, went or changed. Each is read."""
        found = (f"{name}\0{stamp(self.read_bytes(name) or b'')}" for name in self.names() if of(name))
        return stamp("\n".join(found).encode(errors="surrogateescape"))

    @property
    def holds_case(self) -> bool:
        """Whether a case was started here."""
        try:
            return (self.root / CASE).is_file()
        except OSError:
            return False

    def read_case(self) -> Text:
        """The case file. Raises `Unknown` when there is none."""
        found = self.read_text(CASE)
        if found is None and self.root.is_file():
            raise Unknown(f"{self.root} is a file; name the folder of a case.")
        if found is None:
            raise Unknown(f"There is no case in {self.root}. Start one with `amends new {self.root} --notice FILE`.")
        return found

    def read_text(self, name: str) -> Text | None:
        """A text file of the folder, or None when it is not there."""
        data = self.read_bytes(name)
        if data is None:
            return None
        try:
            return decoded(data)
        except UnicodeDecodeError as error:
            raise Conflict(f"{self.root / name} is not UTF-8 text; save it as UTF-8 in your editor.") from error

    def read_bytes(self, name: str) -> bytes | None:
        """A file of the folder, or None when it is not there. Raises `Unreadable` when it may not be read."""
        try:
            return (self.root / name).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
            return None
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                return None
            raise _unreadable(self.root / name, error) from error

    def open(self, name: str) -> BinaryIO:
        """A file of the folder for reading, piece by piece. Raises `Unreadable` when it may not be read."""
        try:
            return (self.root / name).open("rb")
        except OSError as error:
            raise _unreadable(self.root / name, error) from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder against other processes of amends. Raises `Conflict` when another holds it for long."""
        from filelock import FileLock, Timeout

        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.root / _LOCK)
            lock.acquire(timeout=_WAIT)
        except Timeout as error:
            raise Conflict(f"Another amends is working on {self.root}. Wait for it to end, then try again.") from error
        except OSError as error:
            raise NotSaved(refused(self.root, error)) from error
        try:
            yield
        finally:
            lock.release()

    def save_text(self, name: str, text: str, was: str | None, what: str, now: datetime, goes_on: bool = False) -> str:
        """Write a text file and a line in the log; gives the new stamp.

        `was` is the stamp of what was read, None when there was no file. Raises `Conflict` when the file is not that
        any more. A save that `goes_on` with the one before shares its line.
        """
        data = text.encode()
        with self.locked():
            found = self.read_bytes(name)
            there = stamp(found) if found is not None else None
            if there != was:
                raise Conflict(
                    f"{self.root / name} was changed by somebody else since it was read. Nothing was saved; "
                    "run the command again to work on the newer file."
                )
            if found != data:
                put(self.root / name, data)
                self._log(what, name, stamp(data), now, goes_on)
        return stamp(data)

    def take_in(self, name: str, source: BinaryIO, what: str, now: datetime) -> None:
        """Copy a file into the folder. A file of that name that differs is never overwritten."""
        with self.locked():
            target = self.root / name
            scratch = target.with_name(f".{target.name}.{os.getpid()}.part")
            digest = hashlib.sha256()
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with scratch.open("wb") as out:
                    while piece := source.read(_CHUNK):
                        digest.update(piece)
                        out.write(piece)
                    out.flush()
                    os.fsync(out.fileno())
                if target.exists():
                    if _hash_of(target) != digest.hexdigest():
                        raise Conflict(f"{target} is already there and differs. Nothing was overwritten.")
                    return
                scratch.replace(target)
            except OSError as error:
                raise NotSaved(refused(target, error)) from error
            finally:
                with suppress(OSError):
                    scratch.unlink(missing_ok=True)
            self._log(what, name, digest.hexdigest(), now)

    def differs(self, name: str, sha256: str) -> bool:
        """Whether another file lies under this name already."""
        target = self.root / name
        return target.exists() and (not target.is_file() or _hash_of(target) != sha256)

    def put(self, name: str, data: bytes) -> None:
        """Write a file that is drawn from others, in place of an older one."""
        put(self.root / name, data)

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """As `put`, piece by piece."""
        return putting(self.root / name)

    def discard(self, name: str) -> None:
        """Remove a file that is drawn from others, and its folder when that is empty then."""
        with suppress(OSError):
            (self.root / name).unlink()
            (self.root / name).parent.rmdir()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder among the readings for what is made on the way; it is gone afterwards."""
        import shutil
        import tempfile

        among = self.root / "readings"
        try:
            among.mkdir(parents=True, exist_ok=True)
            made = Path(tempfile.mkdtemp(prefix=".unpacked-", dir=among))
        except OSError as error:
            raise NotSaved(f"{among} cannot be written: {error.strerror or error}.") from error
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)
            with suppress(OSError):
                among.rmdir()

    def log(self) -> list[dict[str, str]]:
        """The lines of the log, oldest first; lines that are not JSON are left out."""
        return log_entries(self.read_bytes(LOG) or b"")

    def record(self, summary: Callable[[], Summary], now: datetime) -> None:
        """A folder by itself stands on no board."""

    def _log(self, what: str, name: str, sha256: str, now: datetime, goes_on: bool = False) -> None:
        before = self.read_bytes(LOG) or b""
        whole = log_line_again(before, what, name, sha256, now) if goes_on else None
        if whole is not None:
            put(self.root / LOG, whole)
            return
        line = log_line(before, what, name, sha256, now)
        try:
            with (self.root / LOG).open("ab") as out:
                out.write(line)
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise NotSaved(f"{name} is saved, but the log is not: {refused(self.root / LOG, error)}") from error


def put(target: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half of one."""
    with putting(target) as out:
        out.write(data)


@contextmanager
def putting(target: Path) -> Iterator[BinaryIO]:
    """A file to write to; it takes the place of `target` when all went well, and is thrown away when not."""
    scratch = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with scratch.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        scratch.replace(target)
    except OSError as error:
        raise NotSaved(refused(target, error)) from error
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _hash_of(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _unreadable(place: Path, error: OSError) -> Unreadable:
    return Unreadable(f"{place} cannot be read: {error.strerror or error}. Mend this, then try again.")


def refused(place: Path, error: OSError) -> str:
    """One sentence on why the disk refused and what to do."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full; {place} was not written. Free some space, then run the command again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{place} cannot be written: the folder is read-only. Choose another folder or change its rights."
        case errno.EEXIST | errno.ENOTDIR | errno.EISDIR:
            return f"{place} cannot be written: something else of that name is in the way. Choose another name."
        case errno.ENAMETOOLONG:
            return f"The name {place.name[:40]}… is too long. Choose a shorter one."
        case _:
            return f"{place} cannot be read or written: {error.strerror or error}."
