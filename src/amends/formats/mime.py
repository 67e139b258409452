"""The structure of an Internet message (RFC 5322, RFC 2045 to 2047, RFC 2231): head fields, parts, transfer encodings.

Written for messages from strangers: each byte is looked at a bounded number of times, whatever the nesting, and nothing
raises. The parser of the standard library takes its time line by line, nests without bound, and costs a short command a
quarter of its start-up; it is the oracle of the tests.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field

from amends.formats.charset import decode
from amends.text import one_line

MAX_PARTS = 200
"""How many parts (bodies, attachments) of one message are looked at."""

MAX_DEPTH = 8
"""How many messages or containers may lie inside each other."""

_HEAD_SIZE = 262_144
_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]*:[ \t]*(.*)", re.S)
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_WORDS = re.compile(rf"(?:{_WORD.pattern})+")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_PARAMETER = re.compile(r";\s*([\w!#$%&'*+.^`|~-]{1,60}?)\s*=\s*(\"(?:[^\"\\]|\\.)*+\"|[^\s;\"]*)")
_ALPHABET_ONLY = re.compile(rb"[^A-Za-z0-9+/=]+")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n|\r\r")


@dataclass(slots=True)
class Part:
    """One part of a message. A container has `parts` and no `body`; `cut` says that its end is missing."""

    fields: dict[str, str]
    type: str
    parameters: dict[str, str]
    body: bytes = b""
    parts: list[Part] = field(default_factory=list)
    cut: bool = False

    @property
    def disposition(self) -> str:
        """`inline`, `attachment` or empty."""
        return self.fields.get("content-disposition", "").split(";")[0].strip().lower()

    @property
    def filename(self) -> str | None:
        """The name under which a part is saved, without folders."""
        name = _parameters(self.fields.get("content-disposition", "")).get("filename") or self.parameters.get("name")
        plain = one_line((name or "").replace("\\", "/").rsplit("/", 1)[-1], 200)
        return plain or None

    def content(self) -> bytes:
        """The bytes of the body without their transfer encoding."""
        encoding = self.fields.get("content-transfer-encoding", "").strip().lower()
        if encoding == "base64":
            return _base64(self.body)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        return self.body

    def is_cut_off(self) -> bool:
        """Whether base64 ends in the middle of a group: the file was not saved to its end."""
        if self.fields.get("content-transfer-encoding", "").strip().lower() != "base64":
            return False
        return len(_ALPHABET_ONLY.sub(b"", self.body)) % 4 != 0


def parse(data: bytes) -> Part:
    """The tree of parts. Whatever is malformed is read as far as it goes."""
    return _part(data, 0, [MAX_PARTS])


def split_head(data: bytes) -> tuple[dict[str, str], bytes]:
    """The head fields, by lower-case name (the first of each), and the body."""
    if data.startswith((b"\n", b"\r\n")):
        return {}, data.split(b"\n", 1)[1]
    end = _END_OF_HEAD.search(data, 0, _HEAD_SIZE)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data[:_HEAD_SIZE], b"")
    unfolded = re.sub(rb"\r?\n(?=[ \t])", b"", head)
    fields: dict[str, str] = {}
    for line in re.split(rb"\r?\n|\r", unfolded):
        if match := _FIELD.match(line):
            key = match[1].decode("ascii").lower()
            fields.setdefault(key, decode(match[2].strip()[:20_000]).text)
    return fields, body


def words(value: str) -> str:
    """A head field with its encoded words (RFC 2047) as characters, on one line."""
    if "=?" in value:
        value = _WORDS.sub(_decoded, _BETWEEN_WORDS.sub(r"\1", value[:8000]))
    return one_line(value[:8000])


def bare(value: str) -> str:
    """A head field without its encoded words."""
    return one_line(_WORDS.sub(" ", value[:8000]))


def _decoded(run: re.Match[str]) -> str:
    """Adjoining encoded words; those of one charset are put together first, since some mailers cut a character in
    two."""
    joined: list[tuple[str, bytes]] = []
    for word in _WORD.finditer(run[0]):
        charset, payload = word[1].split("*")[0].lower(), word[3].encode("utf-8", "replace")
        data = _base64(payload) if word[2] in "bB" else binascii.a2b_qp(payload.replace(b" ", b"_"), header=True)
        if joined and joined[-1][0] == charset:
            data = joined.pop()[1] + data
        joined.append((charset, data))
    return "".join(decode(data, charset).text for charset, data in joined)


def _part(data: bytes, depth: int, left: list[int]) -> Part:
    left[0] -= 1
    fields, body = split_head(data)
    said = fields.get("content-type", "")
    kind = said.split(";")[0].strip().lower() or "text/plain"
    part = Part(fields, kind, _parameters(said))
    if depth < MAX_DEPTH and left[0] > 0:
        boundary = part.parameters.get("boundary", "")
        if kind.startswith("multipart/") and boundary:
            pieces, closed = _split(body, boundary.encode("utf-8", "replace"), left[0])
            part.cut = not closed
            for piece in pieces:
                part.parts.append(_part(piece, depth + 1, left))
            if part.parts and part.cut:
                part.parts[-1].cut = True
            return part
        if kind == "message/rfc822":
            part.body = body
            inner, part.body = part.content(), b""
            part.parts.append(_part(inner.lstrip(b"\r\n"), depth + 1, left))
            return part
    part.body = body
    return part


def _split(body: bytes, boundary: bytes, most: int) -> tuple[list[bytes], bool]:
    """The pieces between the boundary lines, and whether the closing one is there."""
    line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*+\r?$", re.M)
    pieces: list[bytes] = []
    start = -1
    for mark in line.finditer(body):
        if start >= 0:
            pieces.append(body[start : mark.start()].removesuffix(b"\n").removesuffix(b"\r"))
        start = mark.end() + 1
        if mark[1] or len(pieces) == most:
            return pieces, True
    if 0 <= start < len(body):
        pieces.append(body[start:])
    return pieces, False


def _parameters(value: str) -> dict[str, str]:
    """The parameters of a head field; continued and encoded ones (RFC 2231) are put together."""
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for match in _PARAMETER.finditer(value[:8000]):
        raw = match[2]
        text = re.sub(r"\\(.)", r"\1", raw[1:-1]) if raw.startswith('"') else raw
        key = match[1].lower()
        name, _, rest = key.partition("*")
        if rest or key.endswith("*"):
            number = rest.rstrip("*")
            if len(number) < 4 and (number.isdecimal() or not number):
                pieces.setdefault(name, {})[int(number or 0)] = (key.endswith("*"), text)
        else:
            plain.setdefault(name, words(text))
    for name, parts in pieces.items():
        plain[name] = _joined([parts[n] for n in sorted(parts)])
    return plain


def _joined(parts: list[tuple[bool, str]]) -> str:
    charset, data = "utf-8", b""
    for at, (encoded, text) in enumerate(parts):
        if encoded and at == 0 and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        raw = text.encode("utf-8", "replace")
        data += re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), raw) if encoded else raw
    return one_line(decode(data, charset).text)


def _base64(data: bytes) -> bytes:
    """What base64 encodes; signs outside the alphabet are skipped, a cut end is read as far as it goes."""
    clean = _ALPHABET_ONLY.sub(b"", data)
    end = clean.find(b"=")
    clean = clean[: end if end >= 0 else len(clean)]
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
