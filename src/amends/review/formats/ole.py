"""The file format of Word before 2007, and of every Office file that is locked with a password: told, not read."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.review.formats import COPY_WORDS
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.formats import Written

RANK = 40

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")


def claims(data: bytes) -> bool:
    """The mark of a compound file (MS-CFB)."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def read(data: bytes, name: str) -> Written:
    """Always raises `Unreadable`: what to save instead."""
    if _LOCKED in data:
        raise Unreadable(f"{name} is protected by a password; open it, take the password off and save it again.")
    if _OLD_WORD in data:
        raise Unreadable(f"{name} is a Word file of the old kind (.doc); open it and {COPY_WORDS}.")
    raise Unreadable(f"{name} is an Office file or an Outlook message, not a letter; {COPY_WORDS}.")
