"""Plain text: a saved `.txt` file, or words that somebody pasted. Comes last, since every other format is also
bytes."""

from __future__ import annotations

from amends.formats.charset import decode, is_binary, looks_like_text
from amends.notice.formats import COPY_WORDS, Message
from amends.notice.formats._heads import head_of

RANK = 90


def claims(data: bytes, name: str) -> bool:
    """Whatever can be characters and is not the source of an RTF document."""
    return looks_like_text(data) and not data[:64].lstrip().startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Message:
    """The decoded file, character for character; the head lines that a paste may begin with say subject, sender and
    day."""
    from amends.errors import Unreadable

    decoded = decode(data)
    if is_binary(decoded.text):
        raise Unreadable(f"{name} holds binary data; {COPY_WORDS}.")
    head = head_of(decoded.text)
    return Message(
        format="txt",
        text=decoded.text,
        subject=head.subject,
        sender=head.sender,
        received=head.received,
        doubts=tuple(doubt for doubt in (decoded.doubt, *head.doubts) if doubt),
    )
