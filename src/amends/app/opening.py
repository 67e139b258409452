"""Opening a message or a draft from outside: what a library in C reads is read in a process of its own."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.notice.message import Message
    from amends.review.formats import Written

_REMEMBERED = 50
_LONGEST_REMEMBERED = 200_000
_KNOWN: dict[tuple[bytes, str], Message] = {}


def message(data: bytes, name: str) -> Message:
    """The message in some bytes. Raises `Unreadable` with what to do, also for what the worker could not stand.

    It is remembered, since a server opens a case for each of its pages.
    """
    from amends.notice import message as notices
    from amends.notice.formats import COPY_WORDS

    if not notices.is_native(data, name):
        return notices.open_message(data, name)
    from hashlib import sha256

    from amends.app import apart, said

    key = (sha256(data).digest(), name)
    known = _KNOWN.get(key)
    if known is None:
        known = apart.read(apart.Asked("message", data, name, notices.called(name), COPY_WORDS), said.message)
        if len(known.text) <= _LONGEST_REMEMBERED:
            if len(_KNOWN) >= _REMEMBERED:
                _KNOWN.clear()
            _KNOWN[key] = known
    return known


def draft(data: bytes, name: str) -> Written:
    """The draft in some bytes. Raises `Unreadable` as `message` does."""
    from amends.review import formats

    if not formats.is_native(data):
        return formats.read(data, name)
    from amends.app import apart, said

    return apart.read(apart.Asked("draft", data, name, formats.called(name), formats.COPY_WORDS), said.draft)
