"""An Outlook message (`.msg`): a compound file whose streams are properties of the message (MS-OXMSG)."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.notice.formats import COPY_WORDS, Message

RANK = 20

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def claims(data: bytes, name: str) -> bool:
    """The mark of a compound file; whether it holds a message shows only inside."""
    return data.startswith(_MAGIC)


def read(data: bytes, name: str) -> Message:
    """The letter, from its HTML if there is one, else from its plain text, else from its RTF."""
    from amends.notice.formats import _outlook
    from amends.notice.formats._heads import of_notice

    letter = _outlook.read(data, name)
    if not letter.text.strip():
        if letter.attachments:
            first = letter.attachments[0]
            raise Unreadable(
                f'{name} has no words of its own; save its attachment "{first}" and give that file instead.'
            )
        raise Unreadable(f"{name} holds no words (perhaps only pictures); {COPY_WORDS}.")
    head = of_notice(letter.head, [one.head for one in letter.inner], letter.text)
    return Message(
        format="msg",
        text=letter.text,
        subject=head.subject,
        sender=head.sender,
        received=head.received,
        language_hint=letter.language,
        attachments=letter.attachments,
        doubts=tuple(dict.fromkeys((*letter.doubts, *head.doubts))),
        links=letter.links,
    )
