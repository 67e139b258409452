"""The configuration that holds for a file: the nearest one from its folder upwards. Writing an allowance into it.

The search ends at the root of a repository, at the home folder, or at the top. Where there is none it costs a few
looks at the disk and nothing else.
"""

from __future__ import annotations

import os

from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.config import Allow
    from amends.formats.tomlfile import Document

OWN = "amends.toml"
SHARED = "pyproject.toml"
PACKS_VARIABLE = "AMENDS_PACKS"


def nearest(folder: str) -> str | None:
    """The configuration file that holds in a folder, or None."""
    folder = os.path.abspath(folder)
    home = os.path.expanduser("~")
    while True:
        own = os.path.join(folder, OWN)
        if os.path.isfile(own):
            return own
        shared = os.path.join(folder, SHARED)
        if os.path.isfile(shared) and _speaks_of_us(shared):
            return shared
        above = os.path.dirname(folder)
        if folder in (home, above) or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def _speaks_of_us(shared: str) -> bool:
    """Whether a `pyproject.toml` has a table `tool.amends`; one that is broken is said to have it, and is told."""
    data = _bytes(shared)
    if b"tool.amends" not in data.replace(b" ", b""):
        return False
    document = _document(shared, data)
    tools = document.data.get("tool")
    return bool(document.problems) or (isinstance(tools, dict) and "amends" in tools)


def read(file: str) -> Document:
    """A configuration file as data with lines."""
    return _document(file, _bytes(file))


def _document(file: str, data: bytes) -> Document:
    from amends.formats.tomlfile import read as read_toml

    return read_toml(data, near(file))


def near(file: str) -> str:
    """A path as people read it: from where they are, when it lies there."""
    try:
        path = os.path.relpath(file)
    except (OSError, ValueError):
        return file
    return file if path.startswith("..") else path


def _bytes(file: str) -> bytes:
    from amends.formats.tomlfile import LARGEST

    try:
        with open(file, "rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror}.") from error


def relative(path: str, folder: str) -> str:
    """A path as it is written into a file of that folder: from there, with `/`."""
    try:
        return os.path.relpath(os.path.abspath(path), os.path.abspath(folder)).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(path).replace(os.sep, "/")


def add(folder: str, entries: Sequence[Allow]) -> str:
    """Write allowances into the configuration that holds in a folder, or into a new `amends.toml` there.

    Nothing else in the file changes. Gives the path of the file. Raises `Unreadable` when the file, with the block
    behind it, would not be sound any more.
    """
    from pathlib import Path

    from amends.config import block, table_of
    from amends.store.folder import put

    file = nearest(folder) or os.path.join(folder, OWN)
    there = _bytes(file) if os.path.exists(file) else b""
    document = _document(file, there)
    table = table_of(document)
    home = os.path.dirname(os.path.abspath(file))
    blocks = [block(entry._replace(file=relative(entry.file, home)), table) for entry in entries]
    end = "\r\n" if b"\r\n" in there else "\n"
    gap = "" if not there else end if there.endswith(b"\n") else end * 2
    added = gap + "\n".join(blocks).replace("\n", end)
    made = there + added.encode()
    after = _document(file, made)
    if document.problems or after.problems:
        faults = "\n".join(str(problem) for problem in document.problems or after.problems)
        raise Unreadable(f"{faults}\nNothing was written; mend this, or write allowances as [[allow]] blocks.")
    put(Path(file), made)
    return near(file)
