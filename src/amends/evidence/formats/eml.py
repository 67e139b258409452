"""E-mails: the letter is a page, what is attached are files of their own."""

from __future__ import annotations

import re

from amends.errors import Unreadable
from amends.evidence.formats import PRINT, Contents, Member
from amends.evidence.formats._layout import laid_out
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.formats.mime import Part

TYPES = ("eml",)
MAX_BYTES = 60_000_000
_LEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:(\d{1,12})[ \t]{0,20}\r?\n|>?From [^\r\n]{1,400}\r?\n)?")
_HEADS = ("from", "to", "cc", "date", "subject")
_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_LOGO = 30_000


def read(data: bytes, name: str) -> Contents:
    """The letter and its attachments. Raises `Unreadable` for a mail that is sealed, or empty."""
    from amends.formats import mime

    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than any e-mail; save its attachments and add them themselves.")
    lead = _LEAD.match(data)
    start = lead.end() if lead else 0
    end = start + int(lead[1]) if lead and lead[1] else len(data)
    mail = _Mail()
    mail.walk(mime.parse(data[start:end]), name)
    return mail.contents(name)


class _Mail:
    """A mail as it is gone through: what a person reads, one forwarded mail after the other, and what is attached."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.members: list[Member] = []
        self.doubts: list[str] = []
        self.sealed = False

    def walk(self, root: Part, name: str) -> None:
        """Take in a mail with those inside it."""
        from amends.formats.mime import words

        self.texts.append(
            "\n".join(f"{key.title()}: {words(root.fields[key])}" for key in _HEADS if key in root.fields)
        )
        self._part(root, name)

    def contents(self, name: str) -> Contents:
        """What was found."""
        said = [text for text in self.texts if text.strip()]
        if self.sealed:
            raise Unreadable(f"{name} is encrypted; open it in your mail program and {PRINT}.")
        pages, full = laid_out(["\n\n".join(said)])
        if full:
            self.doubts.append(f"{name} is very long; only its beginning was read.")
        return Contents(pages, 1, doubts=tuple(dict.fromkeys(self.doubts)), members=tuple(self.members))

    def _part(self, part: Part, name: str) -> None:
        self.sealed |= part.type in _SEALED
        if part.cut:
            self.doubts.append(f"{name} breaks off, so something may be missing; save the mail again.")
        if part.type == "message/rfc822" and part.parts:
            self.walk(part.parts[0], name)
        elif part.type == "multipart/alternative":
            self._alternative(part.parts, name)
        elif part.parts:
            for piece in part.parts:
                self._part(piece, name)
        elif part.disposition == "attachment" or (part.filename and not part.type.startswith("text/")):
            self._attached(part)
        elif part.type in ("text/plain", "text/html") or "/" not in part.type:
            self.texts.append(_text(part, name, self.doubts))

    def _alternative(self, parts: list[Part], name: str) -> None:
        """Several forms of one letter: the richest that has words, with what hangs on it."""
        for piece in reversed(parts):
            before = len(self.texts)
            self._part(piece, name)
            if any(text.strip() for text in self.texts[before:]):
                return

    def _attached(self, part: Part) -> None:
        data = part.content()
        # The small pictures that a letter shows in its text are logos, no evidence.
        if part.type.startswith("image/") and "content-id" in part.fields and len(data) < _LOGO:
            return
        if data:
            self.members.append(Member(part.filename or f"unnamed ({part.type[:60]})", data))


def _text(part: Part, name: str, doubts: list[str]) -> str:
    from amends.formats.charset import declared, decode, is_binary
    from amends.formats.markup import visible

    data = part.content()
    if part.type == "text/html":
        decoded = decode(data, part.parameters.get("charset") or declared(data))
        text = visible(decoded.text, name, PRINT, beside=True).text
    else:
        decoded = decode(data, part.parameters.get("charset"))
        text = "" if is_binary(decoded.text) else decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if decoded.doubt:
        doubts.append(decoded.doubt)
    return text
