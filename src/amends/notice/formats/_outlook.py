"""The properties of an Outlook message, read from the streams of its compound file (MS-OXMSG, MS-OXPROPS)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from amends.errors import Unreadable
from amends.mime import MAX_DEPTH, MAX_PARTS
from amends.model.notice import Link
from amends.notice.formats import COPY_WORDS
from amends.notice.formats._heads import Head, address_of, is_amazon
from amends.text import one_line, shown

_SUBJECT, _BODY, _RTF, _HTML = 0x0037, 0x1000, 0x1009, 0x1013
_HEADERS, _DELIVERED, _SUBMITTED = 0x007D, 0x0E06, 0x0039
_SENDERS = (0x5D01, 0x5D02, 0x0C1F, 0x0065, 0x0C1A, 0x0042)
_NAMES = (0x3707, 0x3704, 0x3001)
_CODE_PAGES = (0x3FFD, 0x3FDE)
_PAGE_NAMES = {
    65001: "utf-8", 65000: "utf-7", 20127: "ascii", 1200: "utf-16-le", 936: "gb18030", 54936: "gb18030", 950: "big5",
    20866: "koi8-r", 28591: "iso-8859-1", 28592: "iso-8859-2", 28605: "iso-8859-15",
    50220: "iso-2022-jp", 50221: "iso-2022-jp", 50222: "iso-2022-jp", 51932: "euc-jp", 51949: "euc-kr", 52936: "hz",
}  # fmt: skip
_PROPERTIES = "__PROPERTIES_VERSION1.0"
_CONTENT = "__SUBSTG1.0_37010102"
_STREAMS = 5000
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
    streams = _streams(data)
    if streams is None:
        raise Unreadable(f"{name} is a broken Outlook message; save it again, or {COPY_WORDS}.")
    if (_PROPERTIES,) not in streams:
        raise Unreadable(f"{name} is an old Office document, not an Outlook message; {COPY_WORDS}.")
    return _message(_Store(streams, (), 32), name, 0)


def _streams(data: bytes) -> dict[tuple[str, ...], bytes] | None:
    """The streams of the compound file by their path in capitals, but not attached files; None when broken."""
    import olefile

    found: dict[tuple[str, ...], bytes] = {}
    left = 2 * len(data)
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            for path in file.listdir()[:_STREAMS]:
                key = tuple(part.upper() for part in path)
                if key[-1].startswith(("__SUBSTG1.0_", _PROPERTIES)) and key[-1] != _CONTENT:
                    found[key] = file.openstream(path).read()
                    left -= len(found[key])
                    # Streams that share their sectors would take more memory than the file.
                    if left < 0:
                        return None
    # What olefile raises on a compound file whose tables contradict each other.
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, struct.error):
        return None
    return found


@dataclass(frozen=True, slots=True)
class _Store:
    """The properties of one message or attachment: a storage of the compound file."""

    streams: dict[tuple[str, ...], bytes]
    path: tuple[str, ...]
    header: int

    def stream(self, name: str) -> bytes:
        return self.streams.get((*self.path, name), b"")

    def fixed(self, tag: int) -> int | None:
        """A property of fixed size: a number or a time."""
        data = self.stream(_PROPERTIES)[self.header :]
        for at in range(0, min(len(data), 64_000) - 15, 16):
            if int.from_bytes(data[at + 2 : at + 4], "little") == tag:
                size = 8 if data[at] == 0x40 else 4
                return int.from_bytes(data[at + 8 : at + 8 + size], "little")
        return None

    def binary(self, tag: int) -> bytes:
        return self.stream(f"__SUBSTG1.0_{tag:04X}0102")

    def text(self, tag: int, page: str | None) -> tuple[str, str | None]:
        """A property of characters, in UTF-16 or in the message's code page, and a doubt about its encoding."""
        from amends.charset import decode

        wide = self.stream(f"__SUBSTG1.0_{tag:04X}001F")
        decoded = (
            decode(wide[: len(wide) // 2 * 2], "utf-16-le")
            if wide
            else decode(self.stream(f"__SUBSTG1.0_{tag:04X}001E"), page)
        )
        return decoded.text.rstrip("\0"), decoded.doubt

    def attachments(self) -> list[_Store]:
        depth = len(self.path)
        names = {path[depth] for path in self.streams if len(path) > depth + 1 and path[:depth] == self.path}
        mine = sorted(name for name in names if name.startswith("__ATTACH_VERSION1.0"))
        return [_Store(self.streams, (*self.path, name), 8) for name in mine[:MAX_PARTS]]


def _message(store: _Store, name: str, depth: int) -> Letter:
    """One message; what the messages attached to it say follows its own words, unless Amazon sent it."""
    page = next((_PAGE_NAMES.get(n, f"cp{n}") for tag in _CODE_PAGES if (n := store.fixed(tag))), None)
    text, language, links, doubts = _words(store, name, page)
    head = _head(store, page)
    names: list[str] = []
    inner: list[Letter] = []
    for part in store.attachments():
        inside = _Store(store.streams, (*part.path, "__SUBSTG1.0_3701000D"), 24)
        called = next((said for tag in _NAMES if (said := one_line(part.text(tag, page)[0], 200))), "")
        if depth < MAX_DEPTH and inside.stream(_PROPERTIES):
            inner.append(_message(inside, name, depth + 1))
            called = called or f"{one_line(inner[-1].head.subject or 'message', 200)}.msg"
        names.append(called.replace("\\", "/").rsplit("/", 1)[-1] or "unnamed")
    if inner and not is_amazon(head.sender):
        text = "\n\n".join(part for part in (text, *(one.text for one in inner)) if part.strip())
        links += tuple(link for one in inner for link in one.links)
    deeper = [two for one in inner for two in one.inner]
    return Letter(text, head, language, tuple(names), links, doubts, (*inner, *deeper))


def _words(store: _Store, name: str, page: str | None) -> tuple[str, str | None, tuple[Link, ...], tuple[str, ...]]:
    """The text of the body, its language, links and doubts."""
    from amends import rtf as richtext
    from amends.charset import declared, decode
    from amends.markup import visible

    source, doubt = "", None
    if packed := store.binary(_HTML):
        decoded = decode(packed, declared(packed) or page)
        source, doubt = decoded.text, decoded.doubt
    else:
        source, doubt = store.text(_HTML, page)
    if not source.strip():
        plain, doubt = store.text(_BODY, page)
        rtf = richtext.Rtf(None, None) if plain.strip() else richtext.read(richtext.unpacked(store.binary(_RTF)))
        if rtf.html is None:
            lines = (plain if plain.strip() else rtf.text or "").replace("\r\n", "\n").replace("\r", "\n")
            return shown(lines).strip("\n"), None, (), (doubt,) if doubt else ()
        source = rtf.html
    shown_page = visible(source, name, COPY_WORDS)
    return shown_page.text, shown_page.language, shown_page.links, (doubt,) if doubt else ()


def _head(store: _Store, page: str | None) -> Head:
    """What the head says: the one that came over the Internet if it is there, else Outlook's own properties."""
    from amends.mime import bare, split_head
    from amends.notice.formats._days import day_of

    fields, _ = split_head(store.text(_HEADERS, page)[0].lstrip().encode("utf-8", "replace"))
    subject = one_line(store.text(_SUBJECT, page)[0], 300) or None
    sender = address_of(bare(fields.get("from", "")))
    if not (sender and "@" in sender):
        found = [one_line(store.text(tag, page)[0], 320) for tag in _SENDERS]
        sender = next((one for one in found if "@" in one), None) or next(
            (one for one in found if one and one[0] != "/"), None
        )
    day, doubt = day_of(fields.get("date", ""))
    doubts = [doubt] if doubt else []
    if day is None:
        ticks = store.fixed(_DELIVERED) or store.fixed(_SUBMITTED)
        if ticks and ticks < 1 << 58:
            day = (_EPOCH + timedelta(microseconds=ticks // 10)).date()
            doubts.append("The day is that of universal time; in your own time zone it may be the day before or after.")
    return Head(subject, sender, day, tuple(doubts))
