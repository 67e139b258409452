"""Files that are ZIP archives of parts (Word, OpenDocument), opened in bounded memory whatever their heads declare."""

from __future__ import annotations

import zlib
from io import BytesIO

from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from zipfile import ZipFile

MARK = b"PK\x03\x04"

MAX_PART = 16 * 1024 * 1024
"""How much of one part is unpacked, in bytes; that of a long letter takes a hundredth."""

_MAX_DIRECTORY = 2 * 1024 * 1024
_END = b"PK\x05\x06"
_END_SIZE = 22
_PIECE = 1024 * 1024


class Package:
    """The parts of a file by name. Raises `Unreadable` where the archive is broken, protected or far too large.

    Use it in a `with` statement. `remedy` ends a refusal: what to do instead. What the archive says of its sizes is
    not believed: parts are unpacked up to `MAX_PART`.
    """

    def __init__(self, data: bytes, name: str, remedy: str) -> None:
        import zipfile

        self._name, self._remedy = name, remedy
        # The list of parts is read in one go, so its length is looked at before.
        end = data.rfind(_END)
        size = int.from_bytes(data[end + 12 : end + 16], "little") if 0 <= end <= len(data) - _END_SIZE else 0
        if size > _MAX_DIRECTORY:
            raise Unreadable(f"{name} has far more parts than any document; {remedy}.")
        try:
            self._archive: ZipFile = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as problem:
            raise self._broken() from problem
        self.names = frozenset(info.filename for info in self._archive.infolist())

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def part(self, name: str) -> bytes:
        """The bytes of a part; none when there is no such part."""
        found = bytearray()
        for piece in self.pieces(name):
            found += piece
            if len(found) > MAX_PART:
                raise Unreadable(f"{self._name} unpacks to far more than any letter; {self._remedy}.")
        return bytes(found)

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, one piece after the other; no piece when there is no such part."""
        import zipfile

        if name not in self.names:
            return
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise Unreadable(f"{self._name} is protected by a password; open it and {self._remedy}.")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._broken()
        try:
            with self._archive.open(info) as source:
                while piece := source.read(_PIECE):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as problem:
            raise self._broken() from problem

    def _broken(self) -> Unreadable:
        return Unreadable(
            f"{self._name} is damaged or was not saved to its end; open it and save it again, or {self._remedy}."
        )
