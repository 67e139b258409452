"""Which parts of an Internet message a person reads, and their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from amends.errors import Unreadable
from amends.formats.charset import declared, decode, is_binary
from amends.formats.mime import Part, bare, words
from amends.model.notice import Link
from amends.notice.formats import COPY_WORDS
from amends.notice.formats._heads import address_of, is_amazon
from amends.text import shown

_STUB = 800
_SEALED = frozenset(
    ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
)


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a message, its links and language, what is attached, and the messages that it carries."""

    text: str
    language: str | None
    links: tuple[Link, ...]
    attachments: tuple[str, ...]
    forwarded: tuple[Part, ...]
    doubts: tuple[str, ...]


@dataclass(slots=True)
class _Read:
    """What was read in one part and those below it."""

    text: str = ""
    html: bool = False
    cut: bool = False
    language: str | None = None
    links: list[Link] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def of(root: Part, called: str) -> Body:
    """The body of a message. What is forwarded follows the words of the forwarder, but not those of Amazon.

    Raises `Unreadable` when there are no words, or when the letter breaks off.
    """
    attachments: list[str] = []
    forwarded: list[Part] = []
    own = is_amazon(address_of(bare(root.fields.get("from", ""))))
    read = _words(root, called, attachments, None if own else forwarded)
    names = tuple(attachments)
    if not read.text.strip():
        if _sealed(root):
            raise Unreadable(f"{called} is encrypted; open it in your mail program and {COPY_WORDS}.")
        if read.cut or _cut(root):
            raise Unreadable(_breaks_off(called))
        if names:
            raise Unreadable(
                f'{called} has no words of its own; save its attachment "{names[0]}" and give that file instead.'
            )
        raise Unreadable(f"{called} holds no words (perhaps only pictures); {COPY_WORDS}.")
    if read.cut:
        raise Unreadable(_breaks_off(called))
    if _cut(root):
        read.doubts.append(
            "The file breaks off after the letter, so attachments may be missing; save the message again."
        )
    language = root.fields.get("content-language") or read.language
    code = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", language or "")
    return Body(
        read.text.strip("\n"),
        code[0].lower() if code else None,
        tuple(read.links),
        names,
        tuple(forwarded),
        tuple(dict.fromkeys(read.doubts)),
    )


def plain_text(data: bytes, label: str | None) -> tuple[str, str | None]:
    """The characters of a plain part with line feeds, and a doubt about its encoding; empty when it holds binary
    data."""
    decoded = decode(data, label)
    if is_binary(decoded.text):
        return "", "A part of the message holds binary data where text should be; it was left out."
    return shown(decoded.text.replace("\r\n", "\n").replace("\r", "\n")), decoded.doubt


def _breaks_off(called: str) -> str:
    return f"{called} breaks off in the middle of the letter; save it again, or {COPY_WORDS}."


def _words(part: Part, called: str, attachments: list[str], forwarded: list[Part] | None) -> _Read:
    if part.type == "message/rfc822" and part.parts:
        inner = part.parts[0]
        attachments.append(part.filename or f"{words(inner.fields.get('subject', '')) or 'message'}.eml")
        if forwarded is None:
            return _Read()
        forwarded.append(inner)
        return _words(inner, called, attachments, forwarded)
    if part.parts:
        reads = [_words(piece, called, attachments, forwarded) for piece in part.parts]
        return _chosen(reads) if part.type == "multipart/alternative" else _together(reads)
    if part.disposition == "attachment" or (part.filename and not part.type.startswith("text/")):
        if part.disposition == "attachment" or "content-id" not in part.fields:
            attachments.append(part.filename or f"unnamed ({part.type[:60]})")
        return _Read()
    if part.type == "text/html":
        return _html(part, called)
    if part.type == "text/plain" or "/" not in part.type:
        return _plain(part, called)
    return _Read(cut=False)


def _plain(part: Part, called: str) -> _Read:
    from amends.notice.formats import html

    data = part.content()
    if html.claims(data, ""):
        return _html(part, called)
    text, doubt = plain_text(data, part.parameters.get("charset"))
    return _Read(text, cut=part.cut or part.is_cut_off(), doubts=[doubt] if doubt else [])


def _html(part: Part, called: str) -> _Read:
    from amends.formats.markup import visible

    data = part.content()
    decoded = decode(data, part.parameters.get("charset") or declared(data))
    page = visible(decoded.text, called, COPY_WORDS)
    whole = b"</html" in data[-4096:].lower()
    return _Read(
        page.text,
        html=True,
        cut=(part.cut or part.is_cut_off()) and not whole,
        language=page.language,
        links=list(page.links),
        doubts=[decoded.doubt] if decoded.doubt else [],
    )


def _chosen(reads: list[_Read]) -> _Read:
    """Of several forms of one letter the plain one, unless it only says that there is another."""
    plain = next((read for read in reads if read.text.strip() and not read.html), None)
    rich = next((read for read in reversed(reads) if read.text.strip() and read.html), None)
    if not plain or not rich:
        return plain or rich or (reads[0] if reads else _Read())
    if len(plain.text) < _STUB and len(rich.text.split()) > 3 * len(plain.text.split()):
        return rich
    plain.links, plain.language = rich.links, rich.language
    return plain


def _together(reads: list[_Read]) -> _Read:
    """Parts that are read one after the other."""
    said = [read for read in reads if read.text.strip()]
    return _Read(
        "\n\n".join(read.text.strip("\n") for read in said),
        html=any(read.html for read in said),
        cut=any(read.cut for read in said),
        language=next((read.language for read in said if read.language), None),
        links=[link for read in said for link in read.links],
        doubts=[doubt for read in reads for doubt in read.doubts],
    )


def _sealed(part: Part) -> bool:
    return part.type in _SEALED or any(_sealed(piece) for piece in part.parts)


def _cut(part: Part) -> bool:
    return part.cut or any(_cut(piece) for piece in part.parts)
