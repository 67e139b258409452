"""An Internet message as mail programs save it: `.eml`, Apple's `.emlx`, one message of an mbox, a web archive
(`.mht`)."""

from __future__ import annotations

import re

from amends.notice.formats import Message
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.notice.formats._heads import Head

RANK = 30

_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:(\d{1,12})[ \t]{0,20}\r?\n|>?From [^\r\n]{1,400}\r?\n)?")
_NEXT_IN_MBOX = re.compile(rb"\r?\n\r?\nFrom [^\r\n]{1,200} \d{4}\r?\n(?=[A-Za-z-]{1,60}:)")
_SEVERAL = "The file holds several messages; only the first was read."
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,9}:")
_CERTAIN = frozenset(
    b"received return-path mime-version message-id delivered-to content-type content-transfer-encoding dkim-signature "
    b"arc-seal authentication-results x-mailer x-ms-exchange-organization-authas x-received".split()
)
_BASIC = frozenset(b"from to subject date".split())
_RFC_DATE = re.compile(
    rb"^Date:[^\r\n]{0,20}\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT)", re.M
)


def claims(data: bytes, name: str) -> bool:
    """Begins with head fields that only mail programs write. Where there are but From, To, Subject and Date, which a
    person may have pasted, an Internet date or the name `.eml` decides."""
    lead = _LEAD.match(data)
    head = data[lead.end() if lead else 0 :][:32_768]
    fields: set[bytes] = set()
    for at, line in enumerate(head.split(b"\n")):
        found = _FIELD.match(line)
        if found:
            fields.add(found[1].lower())
        elif at == 0 or not line.strip():
            break
    if fields & _CERTAIN:
        return len(fields) > 1 or b"content-type" in fields
    named = name.lower().endswith((".eml", ".emlx"))
    return len(fields & _BASIC) > 1 and (named or (b"from" in fields and bool(_RFC_DATE.search(head))))


def read(data: bytes, name: str) -> Message:
    """The letter that a mail program shows, what its head says, and the names of what is attached."""
    from amends.formats import mime
    from amends.notice.formats import _body
    from amends.notice.formats._heads import of_notice

    lead = _LEAD.match(data)
    start = lead.end() if lead else 0
    # Apple's files begin with the length of the message, and end with a list of its marks.
    end = start + int(lead[1]) if lead and lead[1] else len(data)
    next_one = _NEXT_IN_MBOX.search(data, start) if data[:start].lstrip().startswith(b"From ") else None
    root = mime.parse(data[start : next_one.start() if next_one else end])
    body = _body.of(root, name)
    head = of_notice(_head(root.fields), [_head(part.fields) for part in body.forwarded], body.text)
    return Message(
        format="eml",
        text=body.text,
        subject=head.subject,
        sender=head.sender,
        received=head.received,
        language_hint=body.language,
        attachments=body.attachments,
        doubts=tuple(dict.fromkeys((*body.doubts, *head.doubts, *([_SEVERAL] if next_one else [])))),
        links=body.links,
    )


def _head(fields: dict[str, str]) -> Head:
    """What the head fields say."""
    from amends.formats.mime import bare, words
    from amends.notice.formats._days import day_of
    from amends.notice.formats._heads import Head, address_of

    # An address that stands in an encoded word is part of a name, so that a forged name is not taken for the sender.
    source = fields.get("from", "") or fields.get("sender", "")
    sender = address_of(bare(source))
    if source and not (sender and "@" in sender):
        sender = address_of(words(source))
    day, doubt = day_of(fields.get("date", "") or fields.get("sent", ""))
    if day is None and not doubt:
        day, _ = day_of(fields.get("received", "").rpartition(";")[2].strip())
    return Head(words(fields.get("subject", "")) or None, sender, day, (doubt,) if doubt else ())
