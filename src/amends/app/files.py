"""Single files: read a notice, open a draft."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from amends.app import knowledge
from amends.errors import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from amends.model import Notice
    from amends.review import Draft

LARGEST_NOTICE = 25_000_000
LARGEST_TEXT = 5_000_000
LONGEST_LETTER = 1_000_000
LARGEST_FILE = 500_000_000


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

    data, name = file_bytes(path, stdin, LARGEST_NOTICE)
    return notice.read(data, name, knowledge())


def draft_of(
    path: str, enforcement: str | None, stdin: BinaryIO | None = None, today: date | None = None, name: str = ""
) -> Draft:
    """A text file as review reads it. `name` stands for that of standard input, and says what kind of text it is."""
    from amends.review import Draft

    data, found = file_bytes(path, stdin, LARGEST_TEXT)
    file = (name or found) if path == "-" else path
    text = _text_of(data, os.path.basename(file) if name or path != "-" else found)
    if len(text) > LONGEST_LETTER:
        raise Unreadable(f"{found} has {len(text):,} characters; no letter is that long. Name the right file.")
    known = knowledge() if enforcement else None
    return Draft(text, file, catalog=known, enforcement=enforcement, today=today)


def _text_of(data: bytes, name: str) -> str:
    """The text of a draft. Plain text needs no reader of messages, which would cost more than the review."""
    if os.path.splitext(name)[1].lower() in ("", ".txt", ".md") and b"\0" not in data and data.strip():
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    from amends.notice.message import open_message

    return open_message(data, name).text
