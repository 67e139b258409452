"""Plain text and Markdown, in whatever encoding an editor saved it. Comes last, since every other format is also
bytes."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.review.formats import COPY_WORDS, Written

RANK = 90

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_WEB_PAGE = ("<!doctype html", "<html", "<?xml")


def claims(data: bytes) -> bool:
    """Whatever can be characters."""
    from amends.formats.charset import looks_like_text

    return looks_like_text(data)


def read(data: bytes, name: str) -> Written:
    """The decoded file, character for character; only line ends of old Macs (CR alone) become line feeds, which are as
    long."""
    from amends.formats.charset import decode, is_binary

    decoded = decode(data)
    if is_binary(decoded.text):
        raise Unreadable(f"{name} holds binary data, not text; {COPY_WORDS}.")
    text = (
        "\ufeff" + decoded.text if data.startswith(_MARKS) and not decoded.text.startswith("\ufeff") else decoded.text
    )
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if text[:200].lstrip("\ufeff \t\r\n").lower().startswith(_WEB_PAGE):
        raise Unreadable(f"{name} is a web page or other markup, not a letter; {COPY_WORDS}.")
    return Written(text, "txt", True, (), _doubts(decoded.doubt))


def _doubts(doubt: str | None) -> tuple[str, ...]:
    return (doubt.replace("The message", "The file"),) if doubt else ()
