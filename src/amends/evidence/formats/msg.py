"""Outlook messages: the letter is a page, what is attached are files of their own."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.evidence.formats import PRINT, Contents, Member
from amends.evidence.formats._layout import laid_out
from amends.text import one_line, shown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.formats.outlook import Store

TYPES = ("msg",)
_MAX_DEPTH = 8
_LOGO = 30_000


def read(data: bytes, name: str) -> Contents:
    """The letter and its attachments. Raises `Unreadable` for a message that is broken."""
    from amends.formats import outlook

    streams = outlook.streams(data, attached=True)
    store = outlook.Store(streams or {})
    if not store.is_message:
        raise Unreadable(f"{name} is a broken Outlook message; save it again, or {PRINT}.")
    texts: list[str] = []
    members: list[Member] = []
    doubts: list[str] = []
    _walk(store, name, 0, texts, members, doubts)
    pages, full = laid_out(["\n\n".join(text for text in texts if text.strip())])
    if full:
        doubts.append(f"{name} is very long; only its beginning was read.")
    return Contents(pages, 1, doubts=tuple(dict.fromkeys(doubts)), members=tuple(members))


def _walk(store: Store, name: str, depth: int, texts: list[str], members: list[Member], doubts: list[str]) -> None:
    charset = store.charset
    texts.extend((_head(store, charset), _words(store, name, charset, doubts)))
    for part in store.attachments():
        if depth < _MAX_DEPTH and part.inside.is_message:
            _walk(part.inside, name, depth + 1, texts, members, doubts)
        elif part.content and not (part.is_shown_in_text and len(part.content) < _LOGO):
            members.append(Member(part.filename(charset) or "unnamed", part.content))


def _head(store: Store, charset: str | None) -> str:
    """The head lines: those that came over the Internet if they are there, else Outlook's own."""
    from amends.formats import outlook
    from amends.formats.mime import split_head, words

    fields, _ = split_head(store.text(outlook.HEADERS, charset)[0].lstrip().encode("utf-8", "replace"))
    sender = next((said for tag in outlook.SENDERS if "@" in (said := one_line(store.text(tag, charset)[0], 320))), "")
    lines = {
        "From": words(fields.get("from", "")) or sender,
        "To": words(fields.get("to", "")),
        "Date": words(fields.get("date", "")),
        "Subject": words(fields.get("subject", "")) or one_line(store.text(outlook.SUBJECT, charset)[0], 300),
    }
    return "\n".join(f"{key}: {value}" for key, value in lines.items() if value)


def _words(store: Store, name: str, charset: str | None, doubts: list[str]) -> str:
    from amends.formats import outlook
    from amends.formats import rtf as richtext
    from amends.formats.charset import declared, decode
    from amends.formats.markup import visible

    plain, doubt = store.text(outlook.BODY, charset)
    source = ""
    if packed := store.binary(outlook.HTML):
        source = decode(packed, declared(packed) or charset).text
    if not plain.strip() and not source.strip():
        found = richtext.read(richtext.unpacked(store.binary(outlook.RTF)))
        plain, source = found.text or "", found.html or ""
    if doubt:
        doubts.append(doubt)
    if source.strip():
        return visible(source, name, PRINT, beside=True).text
    return shown(plain.replace("\r\n", "\n").replace("\r", "\n"))
