"""How much a PDF makes its reader draw, found without drawing it.

PDFium gives no way to stop while it follows the drawing instructions of a page, and instructions may call others (form
XObjects, ISO 32000-1, 8.10) that call others: a file of one kilobyte can ask for a billion. So their weight is taken
before the file is opened. Pictures and fonts may be long.

A name that is called is looked up as PDFium does it: among the forms that the calling form's own resources name, or,
when it has none, among those of a page. Where a damaged file does not tell for certain, it may be any form that some
resources call so. What is encrypted, or packed with LZW or RunLength, weighs as it is: files from strangers are opened
in a process with limits too.
"""

from __future__ import annotations

import re
from collections import Counter

from amends.formats.pdfaccount import agrees
from amends.formats.pdfobjects import BLANK, REGULAR, Objects, Unclear, parsed, unescaped, unpacked
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST = 8 * 1024 * 1024
"""The weight up to which a file is drawn, in bytes of instructions; a page of a letter has a few thousand."""

_NAME = rb"/(" + REGULAR + rb"{1,127})"
_NOT_DRAWING = re.compile(rb"/Image\b|/Length1|/XRef\b|/Type1C|/CIDFontType0C|/OpenType|/Metadata\b|/EmbeddedFile")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_OBJECTS = re.compile(rb"/ObjStm\b")
_CALL = re.compile(
    rb"\((?:[^()\\]|\\.)*+\)|(?:" + _NAME + BLANK + rb"+)?(?<!" + REGULAR + rb")(?<!/)Do(?!" + REGULAR + rb")", re.S
)
_NAMED = re.compile(_NAME + BLANK + rb"+(\d{1,10})" + BLANK + rb"+\d{1,10}" + BLANK + rb"+R(?!" + REGULAR + rb")")
_REFERENCE = re.compile(rb"(\d{1,10})" + BLANK + rb"+\d{1,10}" + BLANK + rb"+R(?!" + REGULAR + rb")")
_CONTENTS = re.compile(
    rb"/Contents" + BLANK + rb"*(?:\[([^\]/<>]*)|(\d{1,10})" + BLANK + rb"+\d{1,10}" + BLANK + rb"+R)"
)
# PDFium's own limits: how deep forms are followed; what is marked and not ended is written down again for each mark.
_DEEPEST = 40
_MOST_MARKED = 2_000
_ANY = b""


class _Drawn(NamedTuple):
    """A stream that draws: its object number, its dictionary, its length unpacked, and how often it calls each name."""

    number: int
    head: bytes
    length: int
    calls: Mapping[bytes, int]


class _Call(NamedTuple):
    """How often a stream calls a form: one of its own, or, with a `name`, any that some resources call so."""

    times: int
    own: tuple[int, ...]
    name: bytes | None


def is_too_much(data: bytes, most: int = MOST) -> bool:
    """Whether the pages of a PDF ask for more than `most` bytes of drawing."""
    objects = Objects(data)
    drawn: list[_Drawn] = []
    packed: list[bytes] = []
    left, view, seen = most, memoryview(data), set[int]()
    for stream in objects.streams():
        # Where the word stands in the midst of a stream, its dictionary is looked through again.
        left -= len(stream.head) if stream.number in seen else 0
        seen.add(stream.number)
        if left <= 0:
            return True
        if _NOT_DRAWING.search(stream.head) and not _FORM.search(stream.head):
            continue
        filters = objects.filters(stream.head)
        if sum(name.startswith(("Fl", "LZW", "R")) for name in filters) > 1:
            return True
        body = unpacked(view[stream.start : stream.end], filters, left, stream.head)
        left -= len(body)
        if left <= 0 or _marks(body) > _MOST_MARKED:
            return True
        if _OBJECTS.search(stream.head):
            packed.append(body)
            objects.add_packed(stream.head, body)
        else:
            drawn.append(_Drawn(stream.number, stream.head, len(body), _calls(body)))
    texts = [*objects.outside(), *packed]
    if _is_repeated(objects, drawn, texts, most):
        return True
    return any(each.calls for each in drawn) and _Weights(objects, drawn, texts).heaviest(most) > most


def _marks(body: bytes) -> int:
    """How many marks of content are begun and not ended."""
    return body.count(b"BDC") + body.count(b"BMC") - body.count(b"EMC")


def _calls(body: bytes) -> Mapping[bytes, int]:
    """The names that instructions call; a call of what is no name counts as one of any form."""
    if b"Do" not in body:
        return {}
    found = (each for each in _CALL.finditer(body) if each.group().endswith(b"Do"))
    return Counter(unescaped(each.group(1) or _ANY) for each in found)


def _is_repeated(objects: Objects, drawn: list[_Drawn], texts: Iterable[bytes], most: int) -> bool:
    """Whether a page lists the same instructions so often that they come to too much."""
    lengths = {each.number: each.length for each in drawn}

    def length(listed: bytes) -> int:
        return sum(lengths.get(int(number), 0) for number in _REFERENCE.findall(listed))

    elsewhere: set[int] = set()
    for text in texts:
        for listed, number in _CONTENTS.findall(text):
            if length(listed) > most:
                return True
            if number:
                elsewhere.add(int(number))
    return any(length(text) > most for number in elsewhere - lengths.keys() for text in objects.texts(number))


class _Weights:
    """What streams weigh with all that they call."""

    def __init__(self, objects: Objects, drawn: list[_Drawn], texts: Iterable[bytes]) -> None:
        self._objects, self._drawn = objects, drawn
        self._versions: dict[int, list[int]] = {}
        for at, each in enumerate(drawn):
            self._versions.setdefault(each.number, []).append(at)
        named: dict[bytes, set[int]] = {}
        for text in texts:
            for found in _NAMED.finditer(text):
                named.setdefault(found.group(1), set()).update(self._versions.get(int(found.group(2)), ()))
        forms = {at for at, each in enumerate(drawn) if _FORM.search(each.head)}
        self._named = {**named, _ANY: forms}
        self._agrees = False

    def heaviest(self, most: int) -> int:
        """The weight of all pages together, or that of a form which is over `most`."""
        self._agrees = agrees(self._objects.data)
        calls = {at: self._resolved(each) for at, each in enumerate(self._drawn) if each.calls}
        pages = [at for at in calls if not _FORM.search(self._drawn[at].head)]
        weights = [each.length for each in self._drawn]
        for _ in range(_DEEPEST):
            by_name: dict[bytes | None, int] = {
                name: max((weights[at] for at in found), default=0) for name, found in self._named.items()
            }
            after = weights.copy()
            for at, made in calls.items():
                after[at] = self._drawn[at].length + sum(
                    call.times * max(by_name.get(call.name, 0), *(weights[to] for to in call.own), 0) for call in made
                )
                if after[at] > most:
                    return after[at]
            if after == weights:
                break
            weights = after
        return sum(weights[at] for at in pages)

    def _resolved(self, drawn: _Drawn) -> list[_Call]:
        """What a stream calls: a form that its own resources name, or any that is called so by some."""
        clear = self._agrees
        try:
            own = self._own(drawn.head)
        except Unclear:
            own, clear = self._loosely(drawn.head), False
        made = []
        for name, times in drawn.calls.items():
            numbers = own.get(name, ()) if own else ()
            found = tuple(at for number in numbers for at in self._versions.get(number, ()))
            made.append(_Call(times, found, None if clear and own is not None and name != _ANY else name))
        return made

    def _own(self, head: bytes) -> Mapping[bytes, tuple[int, ...]] | None:
        """The objects that the resources in a dictionary name; None when it has none. Raises `Unclear`."""
        objects = self._objects
        resources = objects.dictionary(objects.dictionary(parsed(head)).get(b"Resources"))
        if b"XObject" not in resources:
            return None
        named = objects.dictionary(resources[b"XObject"])
        return {name: (number,) for name, number in named.items() if isinstance(number, int)}

    def _loosely(self, head: bytes) -> Mapping[bytes, tuple[int, ...]]:
        """The objects that a dictionary names itself, however broken it is."""
        found: dict[bytes, tuple[int, ...]] = {}
        for name, number in _NAMED.findall(head):
            found[name] = (*found.get(name, ()), int(number))
        return found
