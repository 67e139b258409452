"""PDFs whose pages ask for far more than they are long, made by hand, and damaged ones."""

from __future__ import annotations

import zlib
from base64 import a85encode

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 400 400]"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORD = b"BT /F1 12 Tf 30 300 Td (word) Tj ET"


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, which are numbered from 1; the first is its catalog."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out),
    )  # fmt: skip


def nested(depth: int, calls: int, last: int = 0, resources: bytes = b"/Resources") -> bytes:
    """A PDF whose forms call the next one `calls` times; the deepest one calls object `last`, or writes a word."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Resources<</XObject<</X 6 0 R>>>>/Contents 4 0 R>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        FONT,
    ]
    for at in range(depth):
        deepest = at == depth - 1
        called = last if deepest and last else 7 + at
        body = WORD if deepest and not last else b"/X Do " * calls
        objects.append(
            b"<<%s%s<</XObject<</X %d 0 R>>/Font<</F1 5 0 R>>>>/Length %d>>stream\n%s\nendstream"
            % (FORM, resources, called, len(body), body)
        )
    return pdf(*objects)


def page(contents: bytes, *more: bytes, listed: bytes = b"/Contents 4 0 R", resources: bytes = b"") -> bytes:
    """A PDF of one page: its content is object 4, the font 5; what more there is begins with 6, called X."""
    resources = resources or b"/Resources<</XObject<</X 6 0 R>>/Font<</F1 5 0 R>>>>"
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]%s%s>>" % (resources, listed),
        contents,
        FONT,
        *more,
    )


def stream(body: bytes, head: bytes = b"") -> bytes:
    """A stream with its bytes as they are."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(body), body)


def flate(body: bytes, head: bytes = b"", broken: int = 0) -> bytes:
    """A packed stream, whose last bytes may be broken."""
    packed = zlib.compress(body)
    return stream(packed[: len(packed) - broken] + b"\xff" * broken, head + b"/Filter/FlateDecode")


def letters(body: bytes, head: bytes = b"") -> bytes:
    """A packed stream written in letters, as ReportLab does."""
    return stream(a85encode(zlib.compress(body)) + b"~>", head + b"/Filter[/ASCII85Decode/FlateDecode]")


def run_lengths(body: bytes, head: bytes = b"") -> bytes:
    """A stream in an old packing, which the guard does not unpack."""
    runs = b"".join(bytes((len(body[at : at + 128]) - 1,)) + body[at : at + 128] for at in range(0, len(body), 128))
    return stream(runs + b"\x80", head + b"/Filter/RunLengthDecode")


SELF = b"/Resources<</XObject<</X 6 0 R>>>>"
"""Resources by which form 6 calls itself X."""

TWICE = b"/X Do /X Do "


def keyless(byte: int) -> bytes:
    """A PDF of one kilobyte for which PDFium takes 17 GB: one byte of the name XObject was changed in a form."""
    data = bytearray(nested(3, 2))
    data[404] = byte
    return bytes(data)


def unseen() -> bytes:
    """A PDF as bad, whose calls are packed so that the guard does not see them."""
    return page(stream(TWICE), run_lengths(TWICE, FORM + SELF))
