"""An SVG as a reader meets it: its texts with the room they take, and what it is made of."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from amends.render.charts.measure import width

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "title", "desc", "rect", "text", "polyline", "polygon", "circle"}


class Text(NamedTuple):
    words: str
    left: float
    top: float
    right: float
    bottom: float


def texts(svg: str) -> list[Text]:
    found = []
    for each in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        words, size = each.text or "", float(each.get("font-size", "0"))
        long = width(words, size, each.get("font-weight") == "bold")
        x, y = float(each.get("x", "0")), float(each.get("y", "0"))
        left = {"start": x, "middle": x - long / 2, "end": x - long}[each.get("text-anchor", "start")]
        found.append(Text(words, left, y - 0.75 * size, left + long, y + 0.2 * size))
    return found


def lying_on_each_other(svg: str) -> list[tuple[str, str]]:
    return [
        (a.words, b.words)
        for a, b in combinations(texts(svg), 2)
        if min(a.right, b.right) - max(a.left, b.left) > 0.5 and min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5
    ]


def outside(svg: str) -> list[str]:
    _, _, wide, tall = map(float, ElementTree.fromstring(svg).get("viewBox", "").split())
    return [
        text.words
        for text in texts(svg)
        if text.left < 0 or text.top < 0 or text.right > wide + 0.5 or text.bottom > tall + 0.5
    ]


def faults(svg: str) -> list[str]:
    """What would keep a picture from standing for itself anywhere."""
    root = ElementTree.fromstring(svg)
    wrong = [f"<{tag}>" for tag in {each.tag.removeprefix(SVG) for each in root.iter()} - SHAPES]
    wrong += [
        f"{name}={value}"
        for each in root.iter()
        for name, value in each.attrib.items()
        if name.startswith(("on", "style", "{")) or "href" in name or "url(" in value or "://" in value
    ]
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    if root.get("role") != "img" or set((root.get("aria-labelledby") or "").split()) != set(ids):
        wrong.append("no name for those who cannot see it")
    if not root.findtext(f"{SVG}title") or not root.findtext(f"{SVG}desc"):
        wrong.append("no title or description")
    return wrong
