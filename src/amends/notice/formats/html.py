"""A message saved as a web page, or copied as HTML."""

from __future__ import annotations

import re

from amends.errors import Unreadable
from amends.notice.formats import COPY_WORDS, Message

RANK = 40

_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?:(?!-->).){0,4000}-->\s*+){0,5}<(?:!doctype\s{1,9}html|html|head|body)\b",
    re.I | re.S,
)
_FRAGMENT = re.compile(
    rb"\s*+<(?:div|table|p|span|center|meta|style|h[1-6]|ul|ol|font|section|article|br|tbody|td|tr)\b[^<>]{0,4000}>",
    re.I,
)
_CLOSING = re.compile(
    rb"</(?:div|table|p|span|center|h[1-6]|ul|ol|li|font|section|article|td|tr|a|b|strong)\s{0,9}>|<br\s{0,9}/?>", re.I
)


def claims(data: bytes, name: str) -> bool:
    """A page begins with its doctype or `<html>`; a fragment with a tag of a page, and closes tags."""
    if b"<" not in data[:8192]:
        return False
    # Tags are ASCII in every encoding that pages use, once the zero bytes of UTF-16 and the byte order marks are gone.
    head = data[:65_536].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return bool(_PAGE.match(head)) or (bool(_FRAGMENT.match(head)) and len(_CLOSING.findall(head)) > 1)


def read(data: bytes, name: str) -> Message:
    """The visible text of the page."""
    from amends.formats.charset import declared, decode, is_binary
    from amends.formats.markup import visible
    from amends.notice.formats._heads import head_of

    decoded = decode(data, declared(data))
    if is_binary(decoded.text):
        raise Unreadable(f"{name} holds binary data; save the message again as .eml or .txt.")
    page = visible(decoded.text, name, COPY_WORDS)
    if not page.text.strip():
        raise Unreadable(f"{name} shows no words (perhaps only pictures or a program); {COPY_WORDS}.")
    head = head_of(page.text)
    return Message(
        format="html",
        text=page.text,
        subject=head.subject or page.title,
        sender=head.sender,
        received=head.received,
        language_hint=page.language,
        doubts=tuple(doubt for doubt in (decoded.doubt, *head.doubts) if doubt),
        links=page.links,
    )
