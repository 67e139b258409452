"""Single files: read a notice, open a draft."""

from __future__ import annotations

import os

from amends.app import knowledge
from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from datetime import date

    from amends.model import Notice
    from amends.review import Draft
    from amends.review.formats import Written

LARGEST_NOTICE = 25_000_000
LARGEST_TEXT = 5_000_000
LARGEST_DRAFT = 25_000_000
LONGEST_LETTER = 1_000_000
LARGEST_FILE = 500_000_000
_MESSAGES = (".eml", ".msg", ".htm", ".html", ".mht")


def file_bytes(path: str, stdin: BinaryIO | None = None, largest: int = LARGEST_FILE) -> tuple[bytes, str]:
    """The bytes of a file and its name; `-` is standard input. Raises `Unreadable` with what to do."""
    if path == "-":
        if stdin is None:
            raise Unreadable("There is no standard input here; name a file.")
        data = stdin.read(largest + 1)
        name = "standard input"
    else:
        name = os.path.basename(path)
        try:
            if os.path.isdir(path):
                raise Unreadable(f"{path} is a folder; name a file in it.")
            if os.path.getsize(path) > largest:
                raise Unreadable(f"{path} is larger than {largest // 1_000_000} MB; this cannot be the right file.")
            with open(path, "rb") as source:
                data = source.read(largest + 1)
        except FileNotFoundError as error:
            raise Unreadable(f"{path} is not there. Check the name; put it in quotes if it has blanks.") from error
        except OSError as error:
            raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > largest:
        raise Unreadable(f"{name} is larger than {largest // 1_000_000} MB; this cannot be the right file.")
    return data, name


def read_notice(path: str, stdin: BinaryIO | None = None) -> Notice:
    """What a notice is and wants."""
    from amends import notice
    from amends.app.reading.layers import sheets

    data, name = file_bytes(path, stdin, LARGEST_NOTICE)
    return notice.read(data, name, knowledge(), sheets=sheets)


def draft_of(
    path: str, enforcement: str | None, stdin: BinaryIO | None = None, today: date | None = None, name: str = ""
) -> Draft:
    """A draft as review reads it, whatever it was written with. `name` stands for that of standard input."""
    from amends.review import Draft

    data, found = file_bytes(path, stdin, LARGEST_DRAFT)
    file = (name or found) if path == "-" else path
    written = written_of(data, os.path.basename(file) if name or path != "-" else found)
    known = knowledge() if enforcement else None
    return Draft(written.text, file, catalog=known, enforcement=enforcement, today=today, written=written)


def written_of(data: bytes, name: str) -> Written:
    """What a draft says, whatever it was written with; a saved message is read as its reader would see it.

    Raises `Unreadable` with what to do instead.
    """
    from amends.app.reading.layers import sheets
    from amends.review import formats

    if os.path.splitext(name)[1].lower() in _MESSAGES:
        from amends.notice.message import open_message

        message = open_message(data, name, sheets)
        if message.format != "txt":
            return formats.Written(message.text, message.format, doubts=message.doubts)
    return formats.read(data, name, sheets)
