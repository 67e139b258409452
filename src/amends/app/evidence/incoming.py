"""Files that a person names, before they are evidence: found in folders, measured, hashed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from amends.app.files import LARGEST_FILE
from amends.errors import Unreadable
from amends.text import one_line
from amends.typed import NamedTuple

MOST_FILES = 2_000
"""How many files of one folder are taken in."""

_HEAD = 65536
_FURNITURE = ("Thumbs.db", "desktop.ini")


class Measured(NamedTuple):
    """A file's size, hash and first bytes."""

    size: int
    sha256: str
    head: bytes


def files(path: str, case: Path) -> Iterator[str]:
    """The files that are meant by a path: itself, or when it is a folder those in it, with all below them.

    Hidden files, links and the case's own folder are passed over; what is in folders comes in the order of names.
    Raises `Unreadable` for a folder that cannot be looked into, or holds far too many files.
    """
    if os.path.isdir(path):
        yield from _inside(path, os.path.realpath(case))
    else:
        yield path


def _inside(folder: str, case: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise Unreadable(f"{error.filename or folder} cannot be looked into: {error.strerror or error}.")

    count = 0
    for root, below, names in os.walk(folder, onerror=refuse):
        below[:] = sorted(
            each
            for each in below
            if not each.startswith((".", "__MACOSX")) and os.path.realpath(os.path.join(root, each)) != case
        )
        for name in sorted(names):
            place = os.path.join(root, name)
            if name.startswith(".") or name in _FURNITURE or not os.path.isfile(place) or os.path.islink(place):
                continue
            count += 1
            if count > MOST_FILES:
                raise Unreadable(f"{folder} holds more than {MOST_FILES} files; name the folder with the documents.")
            yield place
    if not count:
        raise Unreadable(f"{folder} is a folder without files.")


def measured(place: Path, shown: str = "") -> Measured:
    """Size, hash and first bytes of a file, read piece by piece. Raises `Unreadable` with what to do.

    `shown` is how messages name it where its path says nothing to the person.
    """
    named = one_line(shown, 200) or place
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        if place.exists() and not place.is_file():
            raise Unreadable(f"{named} is no file; name a document, or a folder of documents.")
        with place.open("rb") as source:
            while piece := source.read(1 << 20):
                head = head or piece[:_HEAD]
                digest.update(piece)
                size += len(piece)
                if size > LARGEST_FILE:
                    raise Unreadable(f"{named} is larger than {LARGEST_FILE // 1_000_000} MB; send a smaller file.")
    except FileNotFoundError as error:
        raise Unreadable(f"{named} is not there. Check the name; put it in quotes if it has blanks.") from error
    except OSError as error:
        raise Unreadable(f"{named} cannot be read: {error.strerror}.") from error
    if not size:
        raise Unreadable(f"{named} is empty (0 bytes); find the file with its content.")
    return Measured(size, digest.hexdigest(), head)
