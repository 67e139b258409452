"""Bytes by their hash: `blobs/ab/cdef…` holds the bytes whose SHA-256 is abcdef….

A blob is written beside, flushed with its folder, then put in place, so that a row which names it can always be
believed. The same bytes are kept once. Nothing is ever written over but a blob that is damaged.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from amends.errors import NotSaved, Unreadable
from amends.store.folder import refused
from amends.typed import BinaryIO, NamedTuple

_CHUNK = 1 << 20
_SETTLED = 86_400.0
"""Seconds after which nobody can still be about to name a blob, or to write a scratch file."""

_WAIT = 60.0


class Blob(NamedTuple):
    """Bytes that are kept: their hash and how many there are."""

    sha256: str
    size: int


class Blobs:
    """The folder of the blobs."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        """Where a blob lies, or would lie."""
        return self.root / sha256[:2] / sha256[2:]

    def scratch_file(self) -> Path:
        """A new file of this folder to write to; when it is left behind it is swept. Raises `NotSaved`."""
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise NotSaved(refused(self.root, error)) from error
        return self.root / f".{os.getpid()}-{secrets.token_hex(8)}.part"

    @contextmanager
    def keeping(self, source: BinaryIO | bytes) -> Iterator[Blob]:
        """Keep some bytes; inside, rows may name them. Raises `NotSaved` when the disk refuses.

        Bytes that were there already are held against sweeping until the end.
        """
        scratch = self.scratch_file()
        try:
            try:
                blob = _written(source, scratch)
            except OSError as error:
                raise NotSaved(refused(self.root, error)) from error
            with self.kept(scratch, blob):
                yield blob
        finally:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)

    @contextmanager
    def kept(self, scratch: Path, blob: Blob) -> Iterator[None]:
        """Put a scratch file, flushed and hashed, in its place; inside, rows may name it."""
        target = self.path(blob.sha256)
        try:
            if not target.exists():
                _place(scratch, target)
                yield
                return
            with self._held():
                if _hash_of(target) != blob.sha256:
                    _place(scratch, target)
                else:
                    os.utime(target)
                yield
        except OSError as error:
            raise NotSaved(refused(target, error)) from error

    def checked(self, sha256: str, shown: str) -> Path:
        """The path of a blob whose bytes are those that were kept. Raises `Unreadable`; `shown` names the file."""
        target = self.path(sha256)
        try:
            found = _hash_of(target)
        except OSError as error:
            raise Unreadable(
                f"{shown} cannot be read: {error.strerror or error}. Put {target} back from a copy of the data folder."
            ) from error
        if found != sha256:
            raise Unreadable(
                f"{shown} is damaged: its bytes are not those that were taken in. "
                f"Put {target} back from a copy of the data folder."
            )
        return target

    def sweep(self, now: float, named: Callable[[Sequence[str]], set[str]]) -> int:
        """Remove scratch files and blobs that no row names, once they are old; gives how many.

        `now` is the time in seconds; `named` tells which of some hashes rows name. Writers wait for one folder of the
        256 at most.
        """
        gone = 0
        for folder in (self.root, *sorted(self.root.glob("??"))):
            with self._held(), suppress(OSError):
                old = [
                    entry
                    for entry in os.scandir(folder)
                    if entry.name != _LOCK and entry.is_file() and now - entry.stat().st_mtime > _SETTLED
                ]
                kept = set() if folder == self.root or not old else named([folder.name + entry.name for entry in old])
                for entry in old:
                    if folder.name + entry.name not in kept:
                        os.unlink(entry.path)
                        gone += 1
        return gone

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Hold the blobs against a sweep."""
        from filelock import FileLock, Timeout

        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with FileLock(self.root / _LOCK, timeout=_WAIT):
                yield
        except Timeout as error:
            raise NotSaved("The evidence is being put in order by another process. Try again in a minute.") from error


_LOCK = ".lock"


def _written(source: BinaryIO | bytes, scratch: Path) -> Blob:
    digest, size = hashlib.sha256(), 0
    with scratch.open("xb") as out:
        for piece in [source] if isinstance(source, bytes) else iter(lambda: source.read(_CHUNK), b""):
            digest.update(piece)
            size += len(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    return Blob(digest.hexdigest(), size)


def _place(scratch: Path, target: Path) -> None:
    """Put a flushed file in its place so that it is still there after a loss of power."""
    if not target.parent.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _flush(target.parent.parent)
    os.replace(scratch, target)
    _flush(target.parent)


def _flush(folder: Path) -> None:
    """Flush the names in a folder, where the system lets folders be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hash_of(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
