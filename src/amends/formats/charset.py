"""Bytes into characters: the encoding that the sender names, checked against the bytes, and a guess only at the end.

Mail programs mislabel. The label is followed as the web does it (a "latin-1" means windows-1252, a "gb2312" means
gb18030: the WHATWG Encoding Standard), unless the bytes contradict it. Whoever reads on is told whenever the reading is
not certain.
"""

from __future__ import annotations

import codecs
import re

from amends.text import one_line
from amends.typed import NamedTuple

_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_ALIASES = {
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "unicode": "utf-16",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
}
# Codecs that are no encodings of text, or take time that grows with the square of the input, stay out.
_KNOWN = re.compile(
    r"ascii|utf-(8(-sig)?|16(-[lb]e)?|32(-[lb]e)?|7)|iso8859-\d\d?|cp\d{3,5}|koi8-[rut]|kz1048|hz|johab|tis-620"
    r"|gb2312|gbk|gb18030|big5(hkscs)?|shift_jis(_2004|x0213)?|euc_(jp|kr|jis_2004|jisx0213)|iso2022_\w{2}(_\w{1,4})?|mac[-_]\w+"
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = "cp1252 cp1250 cp1251 cp1253 cp1254 cp1256 koi8_r gb18030 big5 cp932 euc_jp cp949".split()
_STATEFUL = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")
_SAMPLE = 16_384
_TYPICAL = frozenset("äöüßÄÖÜàâçéèêëîïôùûœÀÉÈÇÊñáíóúÁÍÓÚÑ¿¡ìòãõêåæøÅÆØ“”‘’‚„–—…€£©®™•°·«»§\u00a0")


class Decoded(NamedTuple):
    """The characters, and a sentence of doubt when they are not certain."""

    text: str
    doubt: str | None = None


def decode(data: bytes, label: str | None = None) -> Decoded:
    """The characters of `data`, whose sender says it is encoded as `label`. Never fails; what no encoding knows becomes
    U+FFFD."""
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], marked) or Decoded(
                data[len(mark) :].decode(marked, "replace"),
                "Some characters are broken; compare the text with the original.",
            )
    codec = _codec(label)
    if data.isascii() and not (codec and codec.startswith(_STATEFUL)) and not _wide(data):
        return Decoded(data.decode("ascii"))
    if codec and codec.startswith("utf-16"):
        codec = _wide(data) or "utf-16-le"
    if codec and codec != "utf-8" and not codec.startswith(_STATEFUL) and _is_utf8_in_disguise(data):
        said = one_line(label or "", 40)
        return Decoded(
            data.decode("utf-8"), f"The message calls its encoding {said}, but it is UTF-8; it was read as UTF-8."
        )
    if codec and (read := _strict(data, codec)):
        return read
    wide = _wide(data)
    for sure in (wide, "utf-8"):
        if sure and (read := _strict(data, sure)):
            return read if not label else Decoded(read.text, _mislabelled(label, sure))
    return _guessed(data, label)


def declared(data: bytes) -> str | None:
    """The encoding that an HTML page names in its first bytes (`<meta charset>`), or None."""
    found = re.search(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", data[:4096], re.I)
    return found.group(1).decode("ascii") if found else None


def looks_like_text(data: bytes) -> bool:
    """Whether bytes can be characters of some encoding: a byte order mark, UTF-16 by its pattern, or no zero bytes."""
    head = data[:4096]
    return head.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(data) is not None or b"\0" not in head


def is_binary(text: str) -> bool:
    """Whether decoded characters are no text: a NUL, or more control characters than stray ones."""
    if "\0" in text:
        return True
    controls = len(_CONTROL.findall(text[:_SAMPLE]))
    return controls > 4 and controls * 50 > min(len(text), _SAMPLE)


_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def _codec(label: str | None) -> str | None:
    """The Python codec for a label, or None when it is unknown or not fit for text from outside."""
    if not label or len(label) > 40 or not label.isascii():
        return None
    plain = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_ALIASES.get(plain, plain)).name
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(name, name) if _KNOWN.fullmatch(name) else None


def _strict(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"))
    except (UnicodeError, LookupError):
        if codec == "cp1252" and not data.isascii():
            # A stray one of the five bytes that windows-1252 leaves open does not make its label wrong.
            loose = data.decode("cp1252", "replace")
            return Decoded(loose) if loose.count("\ufffd") * 200 < len(loose) else None
        return None


def _is_utf8_in_disguise(data: bytes) -> bool:
    """Whether bytes labelled with another encoding are valid UTF-8 with characters beyond ASCII: hardly ever by
    accident."""
    return not data.isascii() and _strict(data, "utf-8") is not None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, shown by the zero bytes that Latin letters have in it."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd * 10 > half * 3 and even * 50 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 > half * 3 and odd * 50 < half else None


def _mislabelled(label: str, codec: str) -> str:
    return f"The message calls its encoding {one_line(label, 40)}, which it is not; it was read as {codec.upper()}."


def _guessed(data: bytes, label: str | None) -> Decoded:
    """The likeliest reading of bytes that neither the label nor UTF-8 explains."""
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    if sum(c > "\x7f" for c in loose[:_SAMPLE]) > 5 * broken:
        return Decoded(loose, "Some characters are broken; compare the text with the original.")
    codec = "cp1252" if _looks_western(data) else _measured(data)
    said = (
        f"names the encoding {one_line(label, 40)}, which does not fit" if label else "does not say how it is encoded"
    )
    return Decoded(
        data.decode(codec, "replace"),
        f"The message {said}; it was read as {codec}. Check names and special characters.",
    )


def _looks_western(data: bytes) -> bool:
    """Whether the bytes beyond ASCII, read as windows-1252, are the letters and signs of western Europe, few and far
    between."""
    high = [c for c in data[:_SAMPLE].decode("cp1252", "replace") if c > "\x7f"]
    return len(high) * 6 < min(len(data), _SAMPLE) and sum(c in _TYPICAL for c in high) * 10 >= len(high) * 9


def _measured(data: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        # White space is never the second half of a character, so nothing is cut in two.
        sample = sample[: max(sample.rfind(b" "), sample.rfind(b"\n"), _SAMPLE // 2)]
    best = from_bytes(sample, cp_isolation=_GUESSES, steps=5, chunk_size=512).best()
    return best.encoding if best else "cp1252"
