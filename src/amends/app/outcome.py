"""Where a verb writes what it made: among the files of the case, or into a folder that a person named."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from amends.errors import NotSaved, Unreadable
from amends.store.folder import Folder
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from amends.store.files import Files


class Outcome:
    """A place for made files. `within` is the folder of the case that they go to when `folder` names no other."""

    def __init__(self, files: Files, within: str, folder: Path | None = None) -> None:
        self._files: Files = files if folder is None else Folder(folder)
        self._within = f"{within}/" if within and folder is None else ""

    def place(self, name: str) -> Path:
        """How messages name a file."""
        return self._files.place(self._within + name)

    def put(self, name: str, data: bytes) -> Path:
        """Write a file in place of an older one; gives its place."""
        with self.writing(name) as out:
            out.write(data)
        return self.place(name)

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Write a file piece by piece. Raises `NotSaved` when a folder is in its place."""
        target = self.place(name)
        if isinstance(self._files, Folder) and target.is_dir():
            raise NotSaved(f"{target} is a folder; choose another name or place.")
        return self._files.writing(self._within + name)

    def read(self, name: str) -> bytes:
        """A file that was written. Raises `Unreadable` when it is gone."""
        data = self._files.read_bytes(self._within + name)
        if data is None:
            raise Unreadable(f"{self.place(name)} is gone.")
        return data

    def head(self, name: str, length: int) -> bytes | None:
        """The first bytes of a file that is there already, None when there is none."""
        if not self._files.holds(self._within + name):
            return None
        with self._files.open(self._within + name) as there:
            return there.read(length)

    def may_hold(self, name: str, ours: Callable[[BinaryIO], bool]) -> bool:
        """Whether nothing is lost when a file is written: none is there, or it is one of `ours`."""
        if not self._files.holds(self._within + name):
            return True
        try:
            with self._files.open(self._within + name) as there:
                return ours(there)
        except Unreadable:
            return False
