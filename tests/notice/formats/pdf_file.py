"""Writes small PDFs for the tests."""

from __future__ import annotations

import hashlib
import zlib

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(*pages: bytes, packed: bool = False, extra: bytes = b"", encryption: bytes = b"") -> bytes:
    """A PDF whose pages draw these instructions; `/F1` is Helvetica."""
    count = len(pages)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (5 + 2 * number)
        )
        stream = zlib.compress(page, 9) if packed else page
        kind = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), kind, stream))
    if encryption:
        objects.append(encryption)
        extra += b"/Encrypt %d 0 R" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, extra, len(out),
    )  # fmt: skip


def lines(*texts: str, top: int = 360, step: int = 14) -> bytes:
    """Instructions that write lines one below the other; an empty one leaves a gap."""
    return b"".join(
        b"BT /F1 11 Tf 30 %d Td (%s) Tj ET\n" % (top - step * at, text.encode("latin-1"))
        for at, text in enumerate(texts)
        if text
    )


def locked(password: bytes) -> bytes:
    """A PDF that opens only with a password (ISO 32000-1, 7.6.3, revision 2)."""
    padded = (password + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    mark = b"0123456789abcdef"
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(padded + owner + rights + mark, usedforsecurity=False).digest()[:5]
    encryption = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        owner.hex().encode(), _rc4(key, _PAD).hex().encode(),
    )  # fmt: skip
    identity = mark.hex().encode()
    return pdf(lines("Secret"), encryption=encryption, extra=b"/ID[<%s><%s>]" % (identity, identity))


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
