"""A copy of an invoice without its prices, and the proof that nothing else was covered.

Amazon lets prices be removed from an invoice and nothing else. The pages become pictures in which black boxes replaced
the pixels of the prices, so no text lies beneath; then the finished file is opened again and compared with the
original, pixel by pixel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from amends.errors import NotReady
from amends.model import Box, Exhibit, Reading
from amends.render.exhibits.copies import Sheet, copied
from amends.render.exhibits.original import Original, Size
from amends.render.exhibits.prices import Price, Rows, Way, Word, prices, through
from amends.render.page import Page
from amends.typed import TYPE_CHECKING, NamedTuple
from amends.values import listed

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
"""How sharp the pages of a PDF are copied; a picture keeps its own pixels."""

_ROOM = 1.0
_SLIGHT = 0.35
_KEPT = 0.6
_MOST_NAMED = 12
_REACH = 4.0
_INK = 60


Spot = tuple[int, int, int, int]
"""A box in whole pixels: left, top, and the first ones beyond."""


class Counted(NamedTuple):
    """What was compared on one page: boxes, pixels in them, pixels outside, and how many of those differ (none)."""

    page: int
    boxes: int
    covered: int
    compared: int
    differing: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """The copy, the prices that it covers, what was compared, and amounts that were left readable.

    `unread` are the numbers of pages that are not empty and of which no word could be read.
    """

    data: bytes
    prices: tuple[Price, ...]
    pages: tuple[Counted, ...]
    left: tuple[str, ...]
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def redacted(
    exhibit: Exhibit,
    original: Original,
    reading: Reading,
    words: Sequence[Sequence[Word]],
    page: Page,
    ways: Mapping[int, Way] = MappingProxyType({}),
) -> Redacted:
    """The copy of an invoice without its prices. `words` are the words of each page; for `ways` see `prices`.

    Raises `NotReady`, with every reason, when a price cannot be told from something else or cannot be covered without
    touching another word, and when the finished copy differs from the original outside of the boxes.
    """
    found = prices(reading, words, ways)
    reasons = list(found.unclear)
    if not found.prices:
        reasons.append("no price was found whose place on the page is known")
    rows = [Rows(_as_filed(each, ways.get(number))) for number, each in enumerate(words, 1)]
    boxes = {price: _room(price, rows[price.page - 1], reasons) for price in found.prices}
    if reasons:
        raise NotReady("\n".join([f"{exhibit.name}: the prices cannot be removed.", *(f"  {r}" for r in reasons)]))
    unread: list[str] = []
    drawn: list[Original] = []
    sheets: list[Sheet] = []
    before: list[Image] = []
    spots: list[list[Spot]] = []
    for at in range(original.count):
        size = original.size(at)
        image = original.pixels(at, DPI / 72)
        before.append(image)
        paper = image.convert("L")
        if at >= len(words) or not words[at]:
            low, high = paper.getextrema()
            unread += [str(at + 1)] if int(high) - int(low) > _INK else []  # type: ignore[arg-type]  # one pair
        spots.append(
            [
                _grown(_pixels(boxes[price], size, image), paper, size, boxes[price], rows[at])
                for price in found.prices
                if price.page == at + 1
            ]
        )
        copy = _covered(image, spots[-1])
        drawn.append(copy_of := Original(_png(copy), "png", exhibit.name, [size]))
        sheets.append(_sheet(exhibit, copy_of, at, original.count))
    made = copied(sheets, f"Exhibit {exhibit.label}, copy without prices", page)
    for each in drawn:
        each.close()
    counted = _compared(made.data, before, spots)
    if any(each.differing for each in counted):
        raise NotReady(f"{exhibit.name}: the copy differs from the original outside of the prices; it was thrown away.")
    return Redacted(made.data, found.prices, counted, found.left, made.missing, tuple(unread))


def statement(exhibit: Exhibit, made: Redacted) -> str:
    """What was removed and how it was proven, as sentences with the counts."""
    named = [f"“{price.text}”" for price in made.prices[:_MOST_NAMED]]
    more = f" and {len(made.prices) - _MOST_NAMED} more" if len(made.prices) > _MOST_NAMED else ""
    pages, pixels = len(made.pages), sum(each.compared for each in made.pages)
    where = f"on {pages} {'page' if pages == 1 else 'pages'}"
    lines = [
        f"Exhibit {exhibit.label}, {exhibit.name}: copy without prices.",
        f"{len(made.prices)} prices {where} were covered: {', '.join(named)}{more}.",
        "Each black box holds one price and touches no other word that was read.",
        "The pages are pictures: no text lies beneath.",
        f"Outside of the boxes all {pixels:,} pixels are equal to those of the original.",
        f"The original is unchanged: sha256 {exhibit.sha256}",
    ]
    if made.left:
        lines.append(f"Left readable, since they were not read as prices: {'; '.join(made.left[:_MOST_NAMED])}.")
    if made.unread:
        lines.append(f"No word could be read on page {listed(made.unread)}; look whether a price stands there.")
    return "\n".join(lines) + "\n"


def _sheet(exhibit: Exhibit, copy: Original, at: int, count: int) -> Sheet:
    first = at == 0
    return Sheet(
        copy,
        0,
        f"Exhibit {exhibit.label}, page {at + 1} of {count}",
        (
            f"Copy with prices removed and nothing else; the original is unchanged ({exhibit.name})",
            f"sha256 {exhibit.sha256}",
        ),
        (),
        f"Exhibit {exhibit.label}: {exhibit.name}" if first else "",
        f"exhibit-{exhibit.label}" if first else "",
    )


def _room(price: Price, words: Rows, reasons: list[str]) -> Box:
    """The black box of a price: a little larger than its words, cut back where another word begins."""
    left, top, right, bottom = price.box
    left, top, right, bottom = left - _ROOM, top - _ROOM / 2, right + _ROOM, bottom + _ROOM / 2
    for word in words.beside(Box(left, top, right, bottom)):
        other = word.box
        if _within(other, price.box) or other.right <= left or other.left >= right:
            continue
        if other.bottom <= top or other.top >= bottom:
            continue
        across = min(right, other.right) - max(left, other.left)
        down = min(bottom, other.bottom) - max(top, other.top)
        if down <= _SLIGHT * (other.bottom - other.top):
            top, bottom = (
                (max(top, other.bottom), bottom) if other.top < price.box.top else (top, min(bottom, other.top))
            )
        elif across <= _SLIGHT * (other.right - other.left):
            left, right = (
                (max(left, other.right), right) if other.left < price.box.left else (left, min(right, other.left))
            )
        else:
            reasons.append(f"page {price.page}: “{price.text}” lies over “{word.text[:40]}”")
    if (
        bottom - top < _KEPT * (price.box.bottom - price.box.top)
        or left > price.box.left + 1
        or right < price.box.right - 1
    ):
        reasons.append(f"page {price.page}: “{price.text}” cannot be covered without touching another word")
    return Box(left, top, right, bottom)


def _within(one: Box, box: Box) -> bool:
    """Whether a word is one of those that a price is made of."""
    across, down = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    return (
        box.left <= across <= box.right
        and box.top <= down <= box.bottom
        and one.right - one.left <= (box.right - box.left + 1)
    )


def _pixels(box: Box, size: Size, image: Image) -> Spot:
    """A box in whole pixels: left, top, and the first ones beyond."""
    across, down = image.size[0] / size.width, image.size[1] / size.height
    left, top = max(int(box.left * across), 0), max(int(box.top * down), 0)
    right = min(int(-(-box.right * across // 1)), image.size[0])
    bottom = min(int(-(-box.bottom * down // 1)), image.size[1])
    return left, top, right, bottom


def _as_filed(words: Sequence[Word], way: Way | None) -> Sequence[Word]:
    return words if way is None else [Word(word.text, through(way.back, word.box)) for word in words]


def _grown(spot: Spot, paper: Image, size: Size, box: Box, words: Rows) -> Spot:
    """A box in pixels, each side moved out to where no letter is cut, as long as it reaches no other word.

    A recogniser's box may be a little too tight, and a letter that looks out of a black box can be read.
    """
    reach = max(int(_REACH * paper.size[0] / size.width), 2)
    found = list(spot)
    for side, step in ((0, -1), (1, -1), (2, 1), (3, 1)):
        for by in range(reach + 1):
            moved = [*found[:side], found[side] + step * by, *found[side + 1 :]]
            if not (0 <= moved[0] < moved[2] <= paper.size[0] and 0 <= moved[1] < moved[3] <= paper.size[1]):
                break
            if _even(moved, side, paper):
                found = moved
                break
    grown = (found[0], found[1], found[2], found[3])
    across, down = paper.size[0] / size.width, paper.size[1] / size.height
    area = Box(grown[0] / across, grown[1] / down, grown[2] / across, grown[3] / down)
    for word in words.beside(area):
        low, high = word.box.top, word.box.bottom
        core = Box(word.box.left, low + (high - low) / 4, word.box.right, high - (high - low) / 4)
        if _meet(core, area) and not _meet(core, box):
            return spot
    return grown


def _even(spot: Sequence[int], side: int, paper: Image) -> bool:
    """Whether no ink lies just outside of one side of a box."""
    left, top, right, bottom = spot
    edges = {
        0: (left - 1, top, left, bottom),
        1: (left, top - 1, right, top),
        2: (right, top, right + 1, bottom),
        3: (left, bottom, right, bottom + 1),
    }
    edge = edges[side]
    if edge[0] < 0 or edge[1] < 0 or edge[2] > paper.size[0] or edge[3] > paper.size[1]:
        return True
    low, high = paper.crop(edge).getextrema()
    return int(high) - int(low) <= _INK  # type: ignore[arg-type]  # one channel has one pair


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _covered(image: Image, spots: Sequence[Spot]) -> Image:
    copy = image.copy()
    for spot in spots:
        copy.paste((0, 0, 0), spot)
    return copy


def _png(image: Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _compared(data: bytes, before: Sequence[Image], spots: Sequence[Sequence[Spot]]) -> tuple[Counted, ...]:
    """What the finished file shows against the original, page by page."""
    import pypdfium2
    import pypdfium2.raw as raw
    from PIL import Image, ImageChops

    found = []
    with pypdfium2.PdfDocument(data) as document:
        for at, (image, boxes) in enumerate(zip(before, spots, strict=True)):
            page = document[at]
            (thing,) = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
            shown = thing.get_bitmap().to_pil().convert("RGB")
            page.close()
            around = Image.new("L", image.size, 255)
            for spot in boxes:
                around.paste(0, spot)
            outside = around.histogram()[255]
            if shown.size != image.size:
                found.append(Counted(at + 1, len(boxes), 0, outside, outside))
                continue
            differing = sum(_most(ImageChops.difference(shown, image)).histogram(around)[1:])
            shining = sum(_most(shown).histogram(ImageChops.invert(around))[1:])
            inside = image.size[0] * image.size[1] - outside
            found.append(Counted(at + 1, len(boxes), inside, outside, differing + shining))
    return tuple(found)


def _most(image: Image) -> Image:
    """The strongest of the three colours of each pixel: a difference in one of them counts as much as in all."""
    from PIL import ImageChops

    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
