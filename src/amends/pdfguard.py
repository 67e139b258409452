"""How much a PDF makes its reader draw, found without drawing it.

PDFium gives no way to stop while it follows the drawing instructions of a page, and instructions may call others (form
XObjects, ISO 32000-1, 8.10) that call others: a file of one kilobyte can ask for a billion. So their weight is taken
before the file is opened. Pictures and fonts may be long.
"""

from __future__ import annotations

import re
import zlib

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 8 * 1024 * 1024
"""The weight up to which a file is drawn, in bytes of instructions; a page of a letter has a few thousand."""

_STREAM = re.compile(rb"stream\r?\n")
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,10}\s+$")
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_PACKED = re.compile(rb"/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b")
_NOT_DRAWING = re.compile(rb"/Image\b|/Length1|/XRef\b|/Type1C|/CIDFontType0C|/OpenType|/Metadata\b|/EmbeddedFile")
_CALL = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+Do\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_REFERENCE = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+(\d{1,10})\s+\d{1,10}\s+R\b")
_HELD = re.compile(rb"/(?:Resources|XObject)\s+(\d{1,10})\s+\d{1,10}\s+R\b")
_OBJECTS = re.compile(rb"/ObjStm\b")
_MOST_RESOLVED = 8
_MOST_FORMS = 20_000


class _Stream(NamedTuple):
    """A stream that draws: its object number, its dictionary, its length unpacked, and the names that it calls."""

    number: int
    head: bytes
    length: int
    calls: tuple[bytes, ...]


def is_too_much(data: bytes, most: int = MOST) -> bool:
    """Whether the pages of a PDF ask for more than `most` bytes of drawing, or call themselves."""
    budget = _Budget(most)
    forms: dict[int, _Stream] = {}
    pages: list[_Stream] = []
    packed: list[bytes] = []
    for stream in _streams(data, budget, packed):
        if _FORM.search(stream.head):
            forms[stream.number] = stream
        else:
            pages.append(stream)
    if budget.spent or len(forms) > _MOST_FORMS:
        return True
    calling = [form for form in forms.values() if form.calls]
    if not forms or not (calling or any(len(page.calls) > 1 for page in pages)):
        return False
    return _Weights(data, forms, packed, most).is_too_much(pages)


class _Budget:
    """How many bytes may still be unpacked."""

    def __init__(self, most: int) -> None:
        self.left = self.most = most
        self.spent = False

    def unpacked(self, data: memoryview, packed: int) -> bytes:
        if packed == 0:
            self.left -= min(len(data), self.most)
            found = bytes(data[: self.most])
        else:
            try:
                found = zlib.decompressobj().decompress(data, max(self.left, 1))
            except zlib.error:
                return b""
            self.left -= len(found)
        self.spent |= self.left <= 0 or packed > 1
        return found


def _streams(data: bytes, budget: _Budget, packed: list[bytes]) -> Iterator[_Stream]:
    """The streams that draw; the contents of object streams go to `packed`."""
    view = memoryview(data)
    behind = 0
    for start in _STREAM.finditer(data):
        if start.start() < behind:
            continue
        begins = data.rfind(b"obj", behind, start.start())
        end = data.find(b"endstream", start.end())
        end = len(data) if end < 0 else end
        head = data[max(begins, behind) : start.start()][-65_536:]
        if b"#" in head:
            head = _ESCAPE.sub(lambda found: bytes((int(found.group(1), 16),)), head)
        number = _NUMBER.search(data[max(0, begins - 24) : begins]) if begins >= 0 else None
        behind = end + len(b"endstream")
        if _NOT_DRAWING.search(head) or (b"/Length" not in head and b"/Filter" not in head):
            continue
        body = budget.unpacked(view[start.end() : end], len(_PACKED.findall(head)))
        if budget.spent:
            return
        if _OBJECTS.search(head):
            packed.append(body)
            continue
        calls = tuple(_CALL.findall(body)) if b"Do" in body else ()
        yield _Stream(int(number.group(1)) if number else -1, head, len(body), calls)


class _Weights:
    """What each form weighs with all that it calls."""

    def __init__(self, data: bytes, forms: dict[int, _Stream], packed: list[bytes], most: int) -> None:
        self._data, self._forms, self._packed, self._most = data, forms, packed, most
        self._weights: dict[int, int] = {}
        self._any: dict[bytes, list[int]] = {}
        for text in (data, *packed):
            for found in _REFERENCE.finditer(text):
                number = int(found.group(2))
                if number in forms and number not in (known := self._any.setdefault(found.group(1), [])):
                    known.append(number)

    def is_too_much(self, pages: list[_Stream]) -> bool:
        """Whether any page weighs too much, or a form calls itself."""
        for number in self._forms:
            if not self._weigh(number):
                return True
        total = 0
        for page in pages:
            for name in page.calls:
                total += max((self._weights[number] for number in self._any.get(name, ())), default=0)
                if total > self._most:
                    return True
        return False

    def _weigh(self, number: int) -> bool:
        """Take the weight of a form, the called ones first; False when it weighs too much or a call leads back."""
        path = [number]
        entered: set[int] = set()
        while path:
            at = path[-1]
            called = self._called(self._forms[at])
            if at not in entered and at not in self._weights:
                entered.add(at)
                waiting = [child for child in called if child not in self._weights]
                if not entered.isdisjoint(waiting):
                    return False
                path.extend(dict.fromkeys(waiting))
                continue
            path.pop()
            if at in self._weights:
                continue
            if any(child not in self._weights for child in called):
                return False
            weight = self._forms[at].length + sum(self._weights[child] for child in called)
            if weight > self._most:
                return False
            self._weights[at] = weight
        return True

    def _called(self, form: _Stream) -> list[int]:
        """The forms that a form calls, each as often as it is called."""
        if not form.calls:
            return []
        own: dict[bytes, int] = {}
        for text in self._dictionaries(form.head):
            for found in _REFERENCE.finditer(text):
                own.setdefault(found.group(1), int(found.group(2)))
        # Without resources of its own a form uses those of the page.
        local = b"/Resources" in form.head
        called: list[int] = []
        for name in form.calls:
            if name in own:
                called.extend([own[name]] if own[name] in self._forms else [])
            elif not local:
                called.extend(self._any.get(name, ()))
        return called

    def _dictionaries(self, head: bytes) -> Iterator[bytes]:
        """A dictionary, and those that it holds by reference."""
        todo, seen = [head], 0
        while todo and seen < _MOST_RESOLVED:
            text = todo.pop()
            seen += 1
            yield text
            for found in _HELD.finditer(text):
                todo.extend(self._objects(int(found.group(1))))

    def _objects(self, number: int) -> Iterator[bytes]:
        """Every version of an object that is no stream, as it stands in the file."""
        for found in re.finditer(rb"(?<!\d)%d\s+\d{1,10}\s+obj\b" % number, self._data):
            end = self._data.find(b"endobj", found.end(), found.end() + 65_536)
            yield self._data[found.end() : end if end >= 0 else found.end() + 65_536]
        for body in self._packed:
            # An object stream begins with pairs of number and place, the places counted from behind the pairs.
            if any(int(pair) == number for pair in body[:2048].split()[:400:2] if pair.isdigit()):
                yield body
