"""The head lines that a pasted or forwarded message carries in its text: "From:", "Sent:", "Subject:", or a line with a
day.

Mail programs write these lines in the language of their user, so the words of the stores' languages are known. A day
that can be read in two ways is not guessed: a doubt says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from amends.notice.formats._days import day_line, day_of
from amends.text import one_line
from amends.typed import NamedTuple

_TOP_LINES = 6
_REACH = 300_000
_BLOCKS = 40
_WORDS = {
    "from": "from|von|de|da|van|från|fra|od|kimden|差出人|发件人|寄件者|寄件人|發件人",
    "date": "date|sent|sent on|received|datum|gesendet|gesendet am|envoyé|envoyé le|enviado|enviado el|fecha|data"
    "|inviato|verzonden|skickat|data wysłania|送信日時|日時|日付|发送时间|日期|寄件日期|傳送時間",
    "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|ämne|assunto|temat|konu|件名|主题|主旨",
    "other": "to|an|à|para|a|aan|till|do|cc|bcc|kopie|reply-to|antwort an|importance|priority|attachments|宛先|收件人"
    "|抄送",
}
_KEYS = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}
_ENGLISH = frozenset(("date", "sent", "sent on", "received"))
_LINE = re.compile(r"[ \t>*_]{0,20}([^\W\d_][\w'’ -]{0,17}?)[ \t]?[*_]{0,3}[ \t]?[::][ \t]*[*_]{0,3}[ \t]*(.*)")
_FROM_LINE = re.compile(rf"^[ \t>*_]{{0,20}}(?:{_WORDS['from']})[ \t]?[*_]{{0,3}}[ \t]?[::]", re.I | re.M)
_WROTE = re.compile(r"(?:wrote|schrieb(?: am [^\n:]{1,60})?|a écrit|escribió|ha scritto)\s?:")
_ON = re.compile(r"^[ \t>]{0,20}(?:On|Am|Le|El|Il)\b", re.M)
_ADDRESS = re.compile(r"[\w.+%'’&=-]{1,64}@[A-Za-z0-9.-]{1,255}[A-Za-z0-9]")
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|enc|doorst|vs|転送|转发|轉寄)\s?[::]", re.I)
_AMAZON = re.compile(r"@(?:[\w-]{1,63}\.){0,5}amazon(?:\.[a-z]{2,3}){1,2}", re.I)


class Head(NamedTuple):
    """What head lines say; None where they say nothing, or nothing certain."""

    subject: str | None = None
    sender: str | None = None
    received: date | None = None
    doubts: tuple[str, ...] = ()


def address_of(value: str) -> str | None:
    """The e-mail address of a "From" value, which a name may precede; the name when there is no address."""
    inner = re.findall(r"<([^<>]{1,320})>", value[:2000])
    for part in (*reversed(inner), value[:2000]):
        if found := _ADDRESS.search(part):
            return found[0]
    return one_line(value, 120).strip("\"'<>[]() ") or None


def is_amazon(sender: str | None) -> bool:
    """Whether an address is of an Amazon host. Anybody can write such a sender; this only tells a notice from its
    forwarder."""
    return bool(sender and _AMAZON.fullmatch(sender[sender.rfind("@") :]))


def head_of(text: str) -> Head:
    """The head of the message that a text holds: of the one from Amazon if there are several, else of the first."""
    text = text[:_REACH]
    top = _top(text)
    heads = [top] if top else []
    for match in islice(_FROM_LINE.finditer(text), _BLOCKS):
        head, kinds = _block(text[match.start() : match.start() + 4000].split("\n"))
        if "from" in kinds and len(kinds & {"from", "date", "subject"}) > 1:
            heads.append(head)
    for match in islice(_WROTE.finditer(text), _BLOCKS):
        before = text[max(0, match.start() - 300) : match.start()]
        said = [before[on.end() :] for on in _ON.finditer(before)][-1:]
        if said and (sender := _ADDRESS.search(said[0])):
            day, doubt = day_of(said[0])
            heads.append(Head(None, sender[0], day, (doubt,) if doubt else ()))
    from_amazon = [head for head in heads if is_amazon(head.sender)]
    if from_amazon:
        return from_amazon[0]
    if top:
        return top
    return heads[0] if len(heads) == 1 else Head()


def of_notice(outer: Head, carried: Sequence[Head], text: str) -> Head:
    """The head of the notice in a message: the message's own, or that of the one inside when a person forwarded it.

    `carried` are the heads of attached messages; `text` may hold more, as forwarding pastes them.
    """
    if is_amazon(outer.sender):
        return outer
    pasted = head_of(text)
    inside = [*carried, *([pasted] if pasted.sender else [])]
    found = next((head for head in inside if is_amazon(head.sender)), None)
    if not found and inside and (carried or _FORWARD.match(outer.subject or "")):
        found = inside[0]
    if not found:
        return outer
    who = outer.sender or "somebody"
    said = f"The message was forwarded by {who}; subject, sender and day are those of the message inside."
    return Head(found.subject, found.sender, found.received, (*found.doubts, said))


def _top(text: str) -> Head | None:
    """The head lines with which a text begins, or the sender and day that a mail program prints above a message."""
    lines = [line.strip() for line in text[:8000].split("\n") if line.strip()][: _TOP_LINES + 6]
    for at, line in enumerate(lines[:_TOP_LINES]):
        if _key(line):
            head, kinds = _block(lines[at:])
            if kinds - {"other"}:
                return head
            continue
        if len(line) > 160:
            return None
        day, doubt = day_line(line)
        if day or doubt:
            return Head(None, None, day, (doubt,) if doubt else ())
        address = re.search(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>", line)
        if address:
            rest = line[address.end() :].strip()
            for candidate in (rest, *lines[at + 1 : at + 3]):
                day, doubt = day_line(candidate)
                if day or doubt:
                    break
            else:
                day, doubt = day_of(line[: address.start()])
            return Head(None, address_of(line), day, (doubt,) if doubt else ())
    return None


def _key(line: str) -> tuple[str, str, str] | None:
    """Kind, key and value of a head line."""
    match = _LINE.match(line[:1000])
    if not match:
        return None
    word = match[1].strip().lower()
    kind = _KEYS.get(word)
    return (kind, word, match[2].strip().rstrip("*_")) if kind else None


def _block(lines: list[str]) -> tuple[Head, set[str]]:
    """The head lines from the first on, as far as they go without a break, and which kinds they are."""
    values: dict[str, str] = {}
    day_first = False
    for at, line in enumerate(lines[:12]):
        found = _key(line)
        if not found:
            if at and line.strip(" \t>"):
                break
            continue
        kind, word, value = found
        if kind not in values:
            values[kind] = value
            if kind == "date":
                day_first = word not in _ENGLISH
    day, doubt = day_of(values.get("date", ""), day_first)
    subject = one_line(values.get("subject", ""), 300) or None
    sender = address_of(values["from"]) if values.get("from") else None
    return Head(subject, sender, day, (doubt,) if doubt else ()), set(values)
