"""Whether a PDF's own account of its objects agrees with its bytes, for `pdfguard`.

Where it does, PDFium finds an object that is referred to; where it does not, it may take it for missing, and look
elsewhere. Only tables are held against the bytes: a cross-reference stream (ISO 32000-1, 7.5.8) that was damaged no
longer unpacks, and PDFium then looks for the objects itself.
"""

from __future__ import annotations

import re

_HEADED = re.compile(rb"(?<!\d)(\d{1,10})[ \r\n]+\d{1,10}[ \r\n]+obj(?=[\s<\[(/\d+-])")
_ENDED = re.compile(rb"(?:[\s>\])]endobj|[^\r\n]*%[^\r\n]*|startxref\s+\d+|>>)\s*$")
_SECTION = re.compile(rb"(\d{1,10}) (\d{1,10})\s{1,3}((?:\d{10} \d{5} [nf]\s{1,2})+)")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_SIZE = re.compile(rb"/Size\s+(\d{1,10})\b")


def agrees(data: bytes) -> bool:
    """Whether every object is set off from what stands before it, and every entry of a table leads to its object."""
    highest = -1
    for head in _HEADED.finditer(data):
        highest = max(highest, int(head.group(1)))
        before = data[max(0, head.start() - 80) : head.start()]
        if before and not (before[-1:].isspace() and _ENDED.search(before)):
            return False
    sizes = [int(size) for size in _SIZE.findall(data)]
    if not sizes or max(sizes) <= highest:
        return False
    return all(_leads(data, *section.groups()) for section in _SECTION.finditer(data))


def _leads(data: bytes, first: bytes, count: bytes, entries: bytes) -> bool:
    found = _ENTRY.findall(entries)
    return len(found) == int(count) and all(
        kind == b"f" or re.compile(rb"\s{0,2}%d[ \r\n]+\d+[ \r\n]+obj" % number).match(data, int(place))
        for number, (place, kind) in enumerate(found, int(first))
    )
