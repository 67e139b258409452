"""One scanned page read: its lines found, the page set upright and straight, its words with their boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from amends.evidence.formats import Picture
from amends.evidence.page import Page, Word
from amends.evidence.scan.engine import Engine, Letter
from amends.evidence.scan.lie import Corners, half, lie, lies_across, ordered, quarter, span
from amends.evidence.scan.paper import missing
from amends.evidence.scan.picture import evened
from amends.evidence.scan.quality import contrast, cut_sides, sharpness, text_height
from amends.evidence.scan.spelling import spelled
from amends.evidence.scan.strip import cut, pieces, runs
from amends.evidence.upright import Upright
from amends.model.reading import Box
from amends.typed import Any, NamedTuple

_FINDING = 1600
"""How many pixels the longer side has in which lines are looked for; letters are read from the full picture."""

_ASKED = 12
_HEADS = 0.2
_SURE = 0.5
_MAX_LINES = 600

Shares = Callable[[Callable[[list[Any]], list[list[Letter]]], list[Any]], list[list[Letter]]]


class Recognised(NamedTuple):
    """A page with its words, and what its picture is like."""

    page: Page
    picture: Picture


def read_page(page: Page, image: Any, engine: Engine, known: Picture | None, share: Shares) -> Recognised:
    """The words of a page, of which `image` (BGR) is the picture; `share` may spread the reading over cores."""
    import cv2

    filed_high, filed_wide = image.shape[:2]
    plain = image
    image = evened(image)
    lines = _found(engine, image)
    turn = 0
    if lies_across(lines):
        lines = [quarter(corners, filed_high) for corners in lines]
        image = cv2.rotate(image, cv2.ROTATE_90_CLOCKWISE)
        plain = cv2.rotate(plain, cv2.ROTATE_90_CLOCKWISE)
        turn = 90
    lines = sorted((ordered(corners) for corners in lines), key=lambda corners: corners[0][1])[:_MAX_LINES]
    strips = [cut(image, corners) for corners in lines]
    if engine.upside_down(_telling(strips)) > _HEADS:
        high, wide = image.shape[:2]
        lines = [half(corners, wide, high) for corners in lines]
        strips = [cv2.rotate(strip, cv2.ROTATE_180) for strip in strips]
        plain = cv2.rotate(plain, cv2.ROTATE_180)
        turn += 180
    parts = [part for corners, strip in zip(lines, strips, strict=True) for part in pieces(corners, strip)]
    read = share(engine.read, [strip for _, strip in parts])
    high, wide = plain.shape[:2]
    to_points = page.width / filed_wide
    upright = Upright(page.width, page.height, turn)
    upright = lie([[(x * to_points, y * to_points) for x, y in corners] for corners in lines], upright)
    words = _words(parts, read, to_points, upright)
    right = spelled([(word.text, word.confidence) for word in words])
    words = [word._replace(text=one.text, confidence=one.confidence) for word, one in zip(words, right, strict=True)]
    width, height = upright.size
    some = [cut(plain, corners) for corners in sorted(lines, key=lambda corners: -span(corners)[0])[:_ASKED]]
    picture = replace(
        known or Picture(page.number, filed_wide, filed_high),
        text_height=text_height(lines), sharpness=sharpness(some), contrast=contrast(some),
        cut=tuple(dict.fromkeys((*cut_sides(lines, wide, high), *missing(plain)))), upright=upright,
    )  # fmt: skip
    return Recognised(Page(page.number, width, height, tuple(words), scanned=True), picture)


def _found(engine: Engine, image: Any) -> list[Corners]:
    """The lines of text of a picture, found in a smaller one."""
    import cv2

    high, wide = image.shape[:2]
    smaller = min(1.0, _FINDING / max(high, wide))
    small = image
    if smaller < 1:
        small = cv2.resize(image, None, fx=smaller, fy=smaller, interpolation=cv2.INTER_AREA)
    return [[(float(x) / smaller, float(y) / smaller) for x, y in corners] for corners in engine.lines(small)]


def _telling(strips: Sequence[Any]) -> list[Any]:
    """The strips that tell best which way up a page is: words of some length, not whole lines."""
    fit = [strip for strip in strips if 2.5 * strip.shape[0] <= strip.shape[1] <= 10 * strip.shape[0]]
    return sorted(fit or strips, key=lambda strip: -strip.shape[1])[:_ASKED]


def _words(
    parts: Sequence[tuple[Corners, Any]], read: Sequence[Sequence[Letter]], to_points: float, upright: Upright
) -> list[Word]:
    made: list[Word] = []
    for (corners, strip), letters in zip(parts, read, strict=True):
        sure = [letter.confidence for letter in letters if letter.text != " "]
        if not sure or sum(sure) / len(sure) < _SURE:
            continue
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
        tall = span(corners)[1] * to_points
        for run in runs(letters, strip):
            # The middle line of the word, straightened: a strip is higher than its letters, the box is not.
            ends = []
            for at in (run.start, run.end):
                x, y = (ax + (bx - ax) * at + dx + (cx - dx) * at) / 2, (ay + (by - ay) * at + dy + (cy - dy) * at) / 2
                ends.append(_straight(upright, x * to_points, y * to_points))
            middle = (ends[0][1] + ends[1][1]) / 2
            body = 0.36 * tall
            box = Box(ends[0][0], middle - body, ends[1][0], middle + body)
            made.append(Word(run.text, box, round(min(run.confidence, 1.0), 3), round(0.66 * tall, 1)))
    return made


def _straight(upright: Upright, x: float, y: float) -> tuple[float, float]:
    """A point of the page that stands upright already, straightened."""
    wide, high = upright.size
    return Upright(wide, high, 0, upright.slope, upright.down, upright.across).there(x, y)
