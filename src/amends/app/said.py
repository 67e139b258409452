"""What a worker does with a message or a draft that a library in C reads: it says what is written there, as data.

It runs in a process of its own with limits (`doors.look`); who asked (`app.apart`) believes only what it reads back.
"""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.notice.message import Message
    from amends.review.formats import Written


def say(asked: dict[str, Any]) -> dict[str, Any]:
    """What the bytes in `data` (base64) hold, as data: a `message` or a `draft`, as `say` wants; `name` is theirs.

    Raises `Unreadable` as the readers do.
    """
    from base64 import b64decode

    data, name = b64decode(asked["data"]), asked["name"]
    if asked["say"] == "draft":
        from amends.review import formats

        return formats.read(data, name)._asdict()
    from amends.notice.message import open_message

    message = open_message(data, name)
    received = message.received.isoformat() if message.received else None
    return {**message._asdict(), "received": received, "links": [list(link) for link in message.links]}


def message(said: dict[str, Any]) -> Message:
    """The message that a worker found. Raises `ValueError` or `KeyError` for what is none."""
    from datetime import date

    from amends.model.notice import Link
    from amends.notice.message import Message

    received = _words_or_none(said["received"])
    return Message(
        format=_words(said["format"]),
        text=_words(said["text"]),
        subject=_words_or_none(said["subject"]),
        sender=_words_or_none(said["sender"]),
        received=None if received is None else date.fromisoformat(received),
        language_hint=_words_or_none(said["language_hint"]),
        attachments=_all_words(said["attachments"]),
        doubts=_all_words(said["doubts"]),
        links=tuple(Link(_words(text), _words(target)) for text, target in said["links"]),
    )


def draft(said: dict[str, Any]) -> Written:
    """The draft that a worker found. Raises `ValueError` or `KeyError` for what is none."""
    from amends.review.formats import Written

    places = tuple((_number(at), _words(place)) for at, place in said["places"])
    return Written(
        _words(said["text"]), _words(said["format"]), said["exact"] is True, places, _all_words(said["doubts"])
    )


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _words_or_none(value: object) -> str | None:
    return None if value is None else _words(value)


def _all_words(value: Any) -> tuple[str, ...]:
    return tuple(map(_words, value))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(value)
    return value
