"""The properties of an Outlook message, read from the streams of its compound file (MS-OXMSG, MS-OXPROPS)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from amends.errors import Unreadable
from amends.formats import outlook
from amends.formats.mime import MAX_DEPTH
from amends.formats.outlook import Store
from amends.model.notice import Link
from amends.notice.formats import COPY_WORDS
from amends.notice.formats._heads import Head, address_of, is_amazon
from amends.text import one_line, shown

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Letter:
    """What one message holds. `inner` are the messages inside it, the outer ones first."""

    text: str
    head: Head
    language: str | None
    attachments: tuple[str, ...]
    links: tuple[Link, ...]
    doubts: tuple[str, ...]
    inner: tuple[Letter, ...]


def read(data: bytes, name: str) -> Letter:
    """The message in a compound file. Raises `Unreadable` when the file is broken or holds something else."""
    streams = outlook.streams(data)
    if streams is None:
        raise Unreadable(f"{name} is a broken Outlook message; save it again, or {COPY_WORDS}.")
    if not (store := outlook.Store(streams)).is_message:
        raise Unreadable(f"{name} is an old Office document, not an Outlook message; {COPY_WORDS}.")
    return _message(store, name, 0)


def _message(store: Store, name: str, depth: int) -> Letter:
    """One message; what the messages attached to it say follows its own words, unless Amazon sent it."""
    page = store.charset
    text, language, links, doubts = _words(store, name, page)
    head = _head(store, page)
    names: list[str] = []
    inner: list[Letter] = []
    for part in store.attachments():
        called = part.filename(page)
        if depth < MAX_DEPTH and part.inside.is_message:
            inner.append(_message(part.inside, name, depth + 1))
            subject = one_line(inner[-1].head.subject or "message", 200)
            called = called or f"{subject}.msg".replace("\\", "/").rsplit("/", 1)[-1]
        names.append(called or "unnamed")
    if inner and not is_amazon(head.sender):
        text = "\n\n".join(part for part in (text, *(one.text for one in inner)) if part.strip())
        links += tuple(link for one in inner for link in one.links)
    deeper = [two for one in inner for two in one.inner]
    return Letter(text, head, language, tuple(names), links, doubts, (*inner, *deeper))


def _words(store: Store, name: str, page: str | None) -> tuple[str, str | None, tuple[Link, ...], tuple[str, ...]]:
    """The text of the body, its language, links and doubts."""
    from amends.formats import rtf as richtext
    from amends.formats.charset import declared, decode
    from amends.formats.markup import visible

    source, doubt = "", None
    if packed := store.binary(outlook.HTML):
        decoded = decode(packed, declared(packed) or page)
        source, doubt = decoded.text, decoded.doubt
    else:
        source, doubt = store.text(outlook.HTML, page)
    if not source.strip():
        plain, doubt = store.text(outlook.BODY, page)
        rtf = richtext.Rtf(None, None) if plain.strip() else richtext.read(richtext.unpacked(store.binary(outlook.RTF)))
        if rtf.html is None:
            lines = (plain if plain.strip() else rtf.text or "").replace("\r\n", "\n").replace("\r", "\n")
            return shown(lines).strip("\n"), None, (), (doubt,) if doubt else ()
        source = rtf.html
    shown_page = visible(source, name, COPY_WORDS)
    return shown_page.text, shown_page.language, shown_page.links, (doubt,) if doubt else ()


def _head(store: Store, page: str | None) -> Head:
    """What the head says: the one that came over the Internet if it is there, else Outlook's own properties."""
    from amends.formats.mime import bare, split_head
    from amends.notice.formats._days import day_of

    fields, _ = split_head(store.text(outlook.HEADERS, page)[0].lstrip().encode("utf-8", "replace"))
    subject = one_line(store.text(outlook.SUBJECT, page)[0], 300) or None
    sender = address_of(bare(fields.get("from", "")))
    if not (sender and "@" in sender):
        found = [one_line(store.text(tag, page)[0], 320) for tag in outlook.SENDERS]
        sender = next((one for one in found if "@" in one), None) or next(
            (one for one in found if one and one[0] != "/"), None
        )
    day, doubt = day_of(fields.get("date", ""))
    doubts = [doubt] if doubt else []
    if day is None:
        ticks = store.fixed(outlook.DELIVERED) or store.fixed(outlook.SUBMITTED)
        if ticks and ticks < 1 << 58:
            day = (_EPOCH + timedelta(microseconds=ticks // 10)).date()
            doubts.append("The day is that of universal time; in your own time zone it may be the day before or after.")
    return Head(subject, sender, day, tuple(doubts))
