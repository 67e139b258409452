"""What a file tells of how it was made: by which program, when, saved how often, in which fonts, with what covered.

Read from the file itself, without changing it. Only what reviewers of documents are known to look at is read, and
only on the first pages: `signs/` says what each trace can mean.
"""

from __future__ import annotations

import ctypes
import re
from datetime import datetime

from amends.evidence.carried import carried
from amends.evidence.formats import Contents
from amends.model.reading import Box, Field, Place, Reading
from amends.typed import Any, NamedTuple

_PAGES = 3
_OBJECTS = 3000
_CHARS = 40
_FIELDS = 16
_LOOKED_AT = frozenset(
    "invoice_number invoice_date buyer_name supplier_name total issue_date holder_name issuer_name valid_until "
    "document_number order_number quantity".split()
)
_WHITE = 235
_PDF_DAY = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?")
_OTHER_DAY = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NOTE = re.compile(rb"/Subtype\s*/(?:FreeText|Highlight|Ink|Stamp|Square|Circle|Underline|StrikeOut|Line|Redact)\b")


class Mixed(NamedTuple):
    """A field of which one word is set in several fonts or sizes: the fonts with their sizes."""

    field: Field
    fonts: tuple[str, ...]


class Traces(NamedTuple):
    """The traces of a file, and what was read in it.

    `saves` is how often the file was saved onto its first state, `signed` whether it carries a digital signature,
    `layers` whether parts of it can be switched on and off, `notes` how many notes and marks lie on its pages,
    `covered` where text lies under an opaque box, `patches` where a picture lies on the picture of the page with
    another resolution, `carried` what an e-invoice says of itself as data.
    """

    reading: Reading
    type: str = ""
    producer: str = ""
    creator: str = ""
    created: datetime | None = None
    changed: datetime | None = None
    saves: int = 0
    signed: bool = False
    layers: bool = False
    notes: int = 0
    mixed: tuple[Mixed, ...] = ()
    covered: tuple[Place, ...] = ()
    patches: tuple[Place, ...] = ()
    carried: tuple[tuple[str, str], ...] = ()


def traces(contents: Contents, type_: str, reading: Reading, data: bytes = b"") -> Traces:
    """The traces of a file. Without its `data` only what its properties say."""
    told = contents.properties
    found = Traces(
        reading,
        type_,
        told.get("producer", "").strip(),
        told.get("creator", "").strip(),
        moment(told.get("creationdate", "") or told.get("created", "")),
        moment(told.get("moddate", "") or told.get("modified", "")),
    )
    if type_ != "pdf" or not data:
        return found
    ends = data.count(b"%%EOF")
    first = 2 if b"/Linearized" in data[:2048] else 1
    found = found._replace(
        saves=max(0, ends - first),
        signed=b"/ByteRange" in data,
        layers=b"/OCProperties" in data,
        notes=sum(1 for _ in _NOTE.finditer(data)),
        carried=carried(data),
    )
    return _drawn(data, contents, found)


def moment(text: str) -> datetime | None:
    """The time that a property writes, in its own time zone, or None."""
    match = _OTHER_DAY.match(text) or _PDF_DAY.match(text.strip())
    if match is None:
        return None
    parts = [int(part) if part else None for part in match.groups()]
    try:
        return datetime(
            parts[0] or 1, parts[1] or 1, parts[2] or 1, parts[3] or 0, parts[4] or 0, min(parts[5] or 0, 59)
        )
    except ValueError:
        return None


def _drawn(data: bytes, contents: Contents, found: Traces) -> Traces:
    """The traces in what the pages draw."""
    import pypdfium2

    mixed: list[Mixed] = []
    covered: list[Place] = []
    patches: list[Place] = []
    scanned = {page.number for page in contents.pages if page.scanned}
    fields = [field for field in found.reading.fields if field.name in _LOOKED_AT and len(field.value) > 1][:_FIELDS]
    numbers = sorted({field.place.page for field in fields} | {page.number for page in contents.pages[:1]})
    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in [number for number in numbers if 1 <= number <= len(document)][:_PAGES]:
                page = document[number - 1]
                try:
                    if page.get_rotation():
                        continue
                    if number not in scanned:
                        mixed += _mixed(page, [field for field in fields if field.place.page == number])
                    hidden, pasted = _layered(page, number)
                    covered += hidden
                    patches += pasted
                finally:
                    page.close()
    except pypdfium2.PdfiumError:
        return found
    return found._replace(mixed=tuple(mixed), covered=tuple(covered), patches=tuple(patches))


def _mixed(page: Any, fields: list[Field]) -> list[Mixed]:
    """The fields of a page that have a word in several fonts or sizes."""
    import pypdfium2.raw as raw

    if not fields:
        return []
    left, _, _, top = page.get_cropbox()
    layer = page.get_textpage()
    made = []
    try:
        for field in fields:
            box = field.place.box
            middle = top - (box.top + box.bottom) / 2
            start = raw.FPDFText_GetCharIndexAtPos(layer.raw, left + box.left + 1.5, middle, 4.0, 4.0)
            length = min(len(field.quote or field.value), _CHARS, layer.count_chars() - start)
            fonts = _fonts(layer.raw, start, length, raw) if start >= 0 and length > 1 else ()
            if fonts:
                made.append(Mixed(field, fonts))
    finally:
        layer.close()
    return made


def _fonts(handle: Any, start: int, count: int, raw: Any) -> tuple[str, ...]:
    """The fonts of the first word from a character on that has more than one; none when each word has its own.

    A run of characters that was drawn at once has one font, so that PDFium is asked for it once a run.
    """
    held = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, start, count, held)
    text = bytes(memoryview(held).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "replace")
    if len(text) != count:
        return ()
    last, font = 0, ""
    word: dict[str, None] = {}
    for at, character in enumerate(text, start):
        if not (character.isascii() and character.isprintable()) or character == " ":
            word.clear()
            continue
        run = ctypes.cast(raw.FPDFText_GetTextObject(handle, at), ctypes.c_void_p).value or 0
        if run != last or not font:
            last, font = run, _font(handle, at, raw)
        if character.isalnum():
            word[font] = None
            if len(word) > 1:
                return tuple(word)
    return ()


def _font(handle: Any, at: int, raw: Any) -> str:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(handle, at, buffer, 128, ctypes.byref(flags))
    name = _SUBSET.sub("", buffer.raw[: length - 1].decode("utf-8", "replace")) if 0 < length <= 128 else ""
    return f"{name or 'a font without name'} {raw.FPDFText_GetFontSize(handle, at):.1f} pt"


def _layered(page: Any, number: int) -> tuple[list[Place], list[Place]]:
    """Places where text lies under an opaque white box, and where a picture lies on a coarser or finer one."""
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_cropbox()
    area = (right - left) * (top - bottom)
    texts: list[tuple[float, float, float, float]] = []
    pictures: list[tuple[tuple[float, float, float, float], float]] = []
    hidden: list[Place] = []
    pasted: list[Place] = []
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    sides = [ctypes.c_float() for _ in range(4)]
    count = raw.FPDFPage_CountObjects(page.raw)
    for at in range(min(count, _OBJECTS)):
        thing = raw.FPDFPage_GetObject(page.raw, at)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if not raw.FPDFPageObj_GetBounds(thing, *(ctypes.byref(side) for side in sides)):
            continue
        bounds = (sides[0].value, sides[1].value, sides[2].value, sides[3].value)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(bounds)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            wide, high = ctypes.c_uint(), ctypes.c_uint()
            raw.FPDFImageObj_GetImagePixelSize(thing, ctypes.byref(wide), ctypes.byref(high))
            dpi = 72.0 * wide.value / max(bounds[2] - bounds[0], 1.0)
            for under, other in pictures:
                small = _size(bounds) < 0.4 * _size(under) and _size(under) > 0.5 * area
                if small and _inside(bounds, under, 0.95) and not 0.77 < dpi / max(other, 1.0) < 1.3:
                    pasted.append(Place(number, _box(bounds, left, top)))
            pictures.append((bounds, dpi))
        elif (
            texts
            and _size(bounds) < 0.3 * area
            and raw.FPDFPath_GetDrawMode(thing, ctypes.byref(mode), ctypes.byref(stroke))
        ):
            colours = (red, green, blue, alpha)
            filled = mode.value != raw.FPDF_FILLMODE_NONE
            if filled and raw.FPDFPageObj_GetFillColor(thing, *(ctypes.byref(part) for part in colours)):
                opaque = alpha.value > 250 and min(red.value, green.value, blue.value) >= _WHITE
                if opaque and any(_inside(text, bounds, 0.7) for text in texts):
                    hidden.append(Place(number, _box(bounds, left, top)))
    return hidden[:8], pasted[:8]


def _size(bounds: tuple[float, float, float, float]) -> float:
    return max(0.0, bounds[2] - bounds[0]) * max(0.0, bounds[3] - bounds[1])


def _inside(inner: tuple[float, float, float, float], outer: tuple[float, float, float, float], part: float) -> bool:
    shared = (max(inner[0], outer[0]), max(inner[1], outer[1]), min(inner[2], outer[2]), min(inner[3], outer[3]))
    return _size(inner) > 1.0 and _size(shared) >= part * _size(inner)


def _box(bounds: tuple[float, float, float, float], left: float, top: float) -> Box:
    return Box(bounds[0] - left, top - bounds[3], bounds[2] - left, top - bounds[1])
