"""The objects of a PDF as they stand in its bytes, whatever its table says of them, for `pdfguard`.

A damaged file is read by PDFium as well as it can be. So every object is seen that some reader might see: each one that
begins anywhere in the file, each version of it, and those in object streams (ISO 32000-1, 7.5.7). What cannot be told
for certain is said to be so.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from binascii import unhexlify
from bisect import bisect_right
from contextlib import suppress

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    Value = dict[bytes, "Value"] | int | None
    """A dictionary, the number of the object that is referred to, or None for all else."""

# What PDFium takes for blanks, and for the characters of a name.
BLANK = rb"[\0\t\n\f\r \x80\xff]"
REGULAR = rb"[^\0\t\n\f\r \x80\xff/<>\[\](){}%]"

_BLANKS = frozenset(bytes((each,)) for each in b"\0\t\n\f\r \x80\xff")
_BEGINS = re.compile(rb"(?<!\d)(\d{1,10})" + BLANK + rb"{1,9}\d{1,10}" + BLANK + rb"{1,9}$")
_STREAM = re.compile(rb"stream[^\r\n]{0,256}(?:\r\n?|\n)")
_END = re.compile(rb"stream|endobj")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(\s+\d{1,10}\s+R)?")
_FIRST = re.compile(rb"/First\s+(\d{1,10})")
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_FILTER = re.compile(rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b")
_FILTER_ELSEWHERE = re.compile(rb"/Filter\s*\[?\s*(\d{1,10})\s+\d{1,10}\s+R")
_PREDICTED = re.compile(rb"/Predictor\s*(?:[2-9]|1\d)")
_HEXADECIMAL = re.compile(rb"(?:[0-9a-fA-F]|" + BLANK + rb")*+")
_BASE_85 = re.compile(rb"(?:[!-uz]|" + BLANK + rb")*+")
_DIGITS_85 = bytes(max(letter - 33, 0) for letter in range(256))
_TEXTUAL = ("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx")
_ENDS = rb"(?!" + REGULAR + rb")"
_TOKEN = re.compile(
    BLANK
    + (rb"*(?:(?P<ref>\d{1,10})" + BLANK + rb"+\d{1,10}" + BLANK + rb"+R" + _ENDS)
    + (rb"|/(?P<name>" + REGULAR + rb"{0,127})|(?P<open><<)|(?P<close>>>)|(?P<from>\[)|(?P<to>\])")
    + (rb"|[+-]?[\d.]{1,20}" + _ENDS + rb"|(?:true|false|null)" + _ENDS)
    + rb"|\((?:[^()\\]|\\.)*+\)|<[0-9a-fA-F\s]*+>)",
    re.S,
)
_LONGEST_HEAD = 65_536
_MOST_TOKENS = 20_000
_DEEPEST = 30
_MOST_OWNERS = 8
_PIECE = 1024
_UNCLEAR = -1


class Unclear(Exception):
    """An object that a reader may take in more than one way."""


class Stream(NamedTuple):
    """A stream: the number of its object, its dictionary, where its bytes begin and end."""

    number: int
    head: bytes
    start: int
    end: int


class Objects:
    """The objects of a file; those of its object streams are added by who unpacks them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._ends: list[int] = []
        self._numbers: list[int] = []
        self._whole: dict[int, bool] = {}
        self._places: dict[int, list[int]] = {}
        self._packed: dict[int, list[bytes]] = {}
        self._parsed: dict[int, Value] = {}
        at = -1
        while (at := data.find(b"obj", at + 1)) >= 0:
            # Half of them end an object, and are told by the letter before.
            found = _BEGINS.search(data, max(0, at - 40), at) if data[at - 1 : at] in _BLANKS else None
            if found:
                number = int(found.group(1))
                self._ends.append(at + 3)
                self._numbers.append(number)
                self._places.setdefault(number, []).append(at + 3)

    def streams(self) -> Iterator[Stream]:
        """Every stream that begins anywhere, within others too; one behind a broken object may be of that."""
        data, end = self.data, 0
        for mark in self._marks():
            if end < mark.end():
                end = data.find(b"endstream", mark.end())
                end = len(data) if end < 0 else end
            at = bisect_right(self._ends, mark.start()) - 1
            for owner in range(at, max(at - _MOST_OWNERS, -1), -1):
                head = unescaped(data[self._ends[owner] : mark.start()][-_LONGEST_HEAD:])
                if b"<<" in head:
                    told = [mark.end() + length for length in self._lengths(head)]
                    said = max((place for place in told if b"endstream" in data[place : place + 40]), default=0)
                    yield Stream(self._numbers[owner], head, mark.end(), max(end, said))
                if self._is_whole(owner - 1):
                    break

    def _marks(self) -> Iterator[re.Match[bytes]]:
        """The words with which streams begin. Going from one to the next is left to `find`: expressions step slowly."""
        data, at = self.data, 0
        while (at := data.find(b"stream", at)) >= 0:
            found = None if data.startswith(b"end", max(at - 3, 0), at) else _STREAM.match(data, at)
            if found is not None:
                yield found
            at = found.end() if found is not None else at + 1

    def _is_whole(self, at: int) -> bool:
        """Whether a reader that begins with an object must end with it."""
        if at not in self._whole and at >= 0:
            text = self.data[self._ends[at] : self._ends[at + 1]][:_LONGEST_HEAD]
            end = _END.search(text)
            try:
                parsed(unescaped(text[: end.start()])) if end else None
                self._whole[at] = end is not None
            except Unclear:
                self._whole[at] = False
        return self._whole.get(at, True)

    def outside(self) -> Iterator[bytes]:
        """What stands outside of streams."""
        behind = 0
        for mark in self._marks():
            if mark.start() < behind:
                continue
            yield unescaped(self.data[behind : mark.start()])
            # A stream that was cut off must not hide the objects behind it.
            following = bisect_right(self._ends, mark.end())
            behind = self._ends[following] if following < len(self._ends) else len(self.data)
            ends = [self.data.find(word, mark.end(), behind) for word in (b"endstream", b"endobj")]
            behind = min((end for end in ends if end >= 0), default=behind)
        yield unescaped(self.data[behind:])

    def texts(self, number: int) -> list[bytes]:
        """Every version of an object that is no stream."""
        return [*map(self._text, self._places.get(number, ())), *self._packed.get(number, ())]

    def add_packed(self, head: bytes, body: bytes) -> None:
        """Take up the objects of an object stream, which begins with pairs of a number and a place."""
        first = _FIRST.search(head)
        begins = int(first.group(1)) if first else 0
        pairs = [int(each) for each in body[:begins].split() if each.isdigit() and len(each) < 11]
        places = [begins + place for place in pairs[1::2]]
        for number, place, end in zip(pairs[::2], places, [*places[1:], len(body)], strict=False):
            self._packed.setdefault(number, []).append(unescaped(body[place:end][:_LONGEST_HEAD]))

    def dictionary(self, value: Value) -> dict[bytes, Value]:
        """The dictionary that a value is or refers to; empty when there is none. Raises `Unclear`."""
        if isinstance(value, int):
            if value not in self._parsed:
                texts = self.texts(value)
                try:
                    self._parsed[value] = parsed(texts[0]) if len(texts) == 1 else _UNCLEAR
                except Unclear:
                    self._parsed[value] = _UNCLEAR
            value = self._parsed[value]
            if value == _UNCLEAR:
                raise Unclear
        return value if isinstance(value, dict) else {}

    def filters(self, head: bytes) -> tuple[str, ...]:
        """The filters of a stream that pack text, in the order in which they are taken off."""
        for elsewhere in _FILTER_ELSEWHERE.finditer(head):
            head += b"".join(self.texts(int(elsewhere.group(1))))
        return tuple(found.decode() for found in _FILTER.findall(head))

    def _text(self, begins: int) -> bytes:
        text = self.data[begins : begins + _LONGEST_HEAD]
        return unescaped(text[: end if (end := text.find(b"endobj")) >= 0 else len(text)])

    def _lengths(self, head: bytes) -> Iterator[int]:
        for found in _LENGTH.finditer(head):
            if not found.group(2):
                yield int(found.group(1))
                continue
            for text in self.texts(int(found.group(1))):
                if text.strip()[:10].isdigit():
                    yield int(text.strip()[:10])


def unescaped(text: bytes) -> bytes:
    """The text with each character of a name that is written as a number (ISO 32000-1, 7.3.5) as itself."""
    return _ESCAPE.sub(lambda found: bytes((int(found.group(1), 16),)), text) if b"#" in text else text


def parsed(text: bytes) -> Value:
    """The value that a text is. Raises `Unclear` for a text that breaks a rule or goes on behind its value."""
    tokens = _tokens(text)
    found = _value(next(tokens, None), tokens, 0)
    if next(tokens, None) is not None:
        raise Unclear
    return found


def _tokens(text: bytes) -> Iterator[re.Match[bytes]]:
    at, end = 0, len(text.rstrip(b"\0\t\n\f\r \x80\xff"))
    for _ in range(_MOST_TOKENS):
        if at >= end:
            return
        found = _TOKEN.match(text, at)
        if found is None:
            break
        yield found
        at = found.end()
    raise Unclear


def _value(token: re.Match[bytes] | None, tokens: Iterator[re.Match[bytes]], depth: int) -> Value:
    if token is None or depth > _DEEPEST or token["close"] or token["to"]:
        raise Unclear
    if token["open"]:
        made: dict[bytes, Value] = {}
        while (key := next(tokens, None)) is not None and not key["close"]:
            if key["name"] is None or key["name"] in made:
                raise Unclear
            made[key["name"]] = _value(next(tokens, None), tokens, depth + 1)
        if key is None:
            raise Unclear
        return made
    if token["from"]:
        while (each := next(tokens, None)) is None or not each["to"]:
            _value(each, tokens, depth + 1)
        return None
    return int(token["ref"]) if token["ref"] else None


def unpacked(data: memoryview, filters: tuple[str, ...], most: int, head: bytes) -> bytes:
    """The bytes of a stream, `most` of them; of a broken one those before the fault, as PDFium has them."""
    for name in filters:
        if name in _TEXTUAL:
            data = memoryview(_of_letters(data, name))
        elif name in ("FlateDecode", "Fl"):
            data = memoryview(b"" if _PREDICTED.search(head) else _inflated(data, most))
        else:
            return b""
    return bytes(data[:most])


def _inflated(data: memoryview, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b"".join(_until_the_fault(data, most))


def _until_the_fault(data: memoryview, most: int) -> Iterator[bytes]:
    unpacker, left = zlib.decompressobj(), most
    for at in range(0, len(data), _PIECE):
        before = unpacker.copy()
        try:
            found = unpacker.decompress(data[at : at + _PIECE], left)
        except zlib.error:
            with suppress(zlib.error):
                for place in range(at, min(at + _PIECE, len(data))):
                    yield before.decompress(data[place : place + 1])
            return
        yield found
        left -= len(found)
        if left <= 0:
            return


def _of_letters(data: memoryview, name: str) -> bytes:
    """The bytes that are written in letters, up to the first one that is none of them."""
    hexadecimal = name in ("ASCIIHexDecode", "AHx")
    found = (_HEXADECIMAL if hexadecimal else _BASE_85).match(data)
    letters = re.sub(BLANK, b"", bytes(found.group())) if found else b""
    try:
        return unhexlify(letters + b"0" * (len(letters) % 2)) if hexadecimal else _of_base_85(letters)
    except ValueError:
        return b""


def _of_base_85(letters: bytes) -> bytes:
    """As `base64.a85decode`, with all groups of five letters reckoned at once: as parts of one large number each.

    Each part has eight bytes, so that none runs over into the next. Raises `ValueError`.
    """
    if b"z" in letters:
        return a85decode(letters)
    added = -len(letters) % 5
    digits = (letters + b"u" * added).translate(_DIGITS_85)
    count = len(digits) // 5
    total = 0
    for place in range(5):
        spread = bytearray(8 * count)
        spread[::8] = digits[place::5]
        total += int.from_bytes(spread, "little") * 85 ** (4 - place)
    found = total.to_bytes(8 * count, "little")
    if any(found[4::8]):
        raise ValueError("a group of letters is more than four bytes")
    made = bytearray(4 * count)
    for place in range(4):
        made[place::4] = found[3 - place :: 8]
    return bytes(made[: len(made) - added])
