"""Archives: their files, each to be looked at alone. Nothing is written to disk; names are only ever shown."""

from __future__ import annotations

import zlib
from io import BytesIO

from amends.errors import Unreadable
from amends.evidence.formats import Contents, Member
from amends.text import one_line

TYPES = ("zip",)
MAX_MEMBERS = 300
"""How many files of an archive are taken out."""

MAX_UNPACKED = 200_000_000
"""How much an archive may unpack to, in bytes."""

_MAX_RATIO = 500
_SMALL = 5_000_000
_MAX_DIRECTORY = 2_000_000
_FURNITURE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_METHODS = (0, 8, 12)


def read(data: bytes, name: str) -> Contents:
    """The files of an archive. Raises `Unreadable` for one that is broken, or unpacks to far too much."""
    import zipfile

    end = data.rfind(b"PK\x05\x06")
    if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        raise Unreadable(f"{name} lists far too many files; add the ones that matter by themselves.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _contents(archive, name)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as problem:
        raise Unreadable(f"{name} is a broken archive or was not saved to its end; get it again.") from problem


def _contents(archive: object, name: str) -> Contents:
    import zipfile

    assert isinstance(archive, zipfile.ZipFile)
    found: list[Member] = []
    doubts: list[str] = []
    left = MAX_UNPACKED
    wanted = [info for info in archive.infolist() if not info.is_dir() and not _is_furniture(info.filename)]
    if not wanted:
        doubts.append(f"{name} holds no files.")
    if len(wanted) > MAX_MEMBERS:
        doubts.append(f"{name} holds {len(wanted)} files; only the first {MAX_MEMBERS} were taken out.")
    for info in wanted[:MAX_MEMBERS]:
        shown = one_line(info.filename, 120)
        if info.flag_bits & 1:
            doubts.append(f"{shown} in {name} is locked with a password and was left out; unpack it and add it itself.")
            continue
        if info.compress_type not in _METHODS:
            doubts.append(f"{shown} in {name} is packed in a way that cannot be read; unpack it and add it itself.")
            continue
        most = min(left, max(_SMALL, info.compress_size * _MAX_RATIO))
        try:
            with archive.open(info) as source:
                data = source.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            doubts.append(f"{shown} in {name} is damaged and was left out; get the archive again.")
            continue
        if len(data) > most:
            raise Unreadable(
                f"{name} unpacks to far more than any documents need; add the files that matter by themselves."
            )
        left -= len(data)
        found.append(Member(info.filename, data))
    return Contents(members=tuple(found), doubts=tuple(doubts))


def _is_furniture(name: str) -> bool:
    return name.startswith(_FURNITURE[0]) or name.endswith(_FURNITURE[1:])
