"""A recognised page <-> JSON, kept as soon as it is read, so that a broken-off run goes on where it stopped."""

from __future__ import annotations

import json

from amends.evidence.formats import Picture
from amends.evidence.page import Page, Word
from amends.evidence.scan.reading import Recognised
from amends.evidence.upright import Upright
from amends.model.reading import Box
from amends.typed import Any

VERSION = "scan 2"
"""The version of the recogniser: a page of another one is read again."""

_MEASURES = ("page", "width", "height", "dpi", "text_height", "sharpness", "contrast")


def written(made: Recognised) -> str:
    """The text of a recognised page."""
    page, picture = made
    data = {
        "page": [page.number, page.width, page.height],
        "words": [
            [word.text, *(round(side, 2) for side in word.box), round(word.confidence, 3)] for word in page.words
        ],
        "picture": {name: getattr(picture, name) for name in _MEASURES},
        "cut": list(picture.cut),
        "upright": None if picture.upright is None else list(picture.upright),
    }
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace").decode()


def read(text: str, number: int) -> Recognised | None:
    """The page of a text; None when it is broken or another page: it is then read again."""
    try:
        data: Any = json.loads(text)
        told, width, height = data["page"]
        words = tuple(Word(str(said), Box(*map(float, box)), float(sure)) for said, *box, sure in data["words"])
        lie = data["upright"]
        upright = None if lie is None else Upright(float(lie[0]), float(lie[1]), int(lie[2]), *map(float, lie[3:]))
        measures = {name: data["picture"][name] for name in _MEASURES}
        picture = Picture(**measures, cut=tuple(map(str, data["cut"])), upright=upright)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return None
    return Recognised(Page(number, width, height, words, scanned=True), picture) if told == number else None
