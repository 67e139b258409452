"""Whether a picture is one of a screen: by the size of screens, and by the words around a window.

A screenshot of a document is not the document: it is cut, and shows what a browser made of it.
"""

from __future__ import annotations

from functools import cache

from amends.evidence.formats import Contents
from amends.evidence.lexicon import Lexicon, tokens

_TYPES = frozenset(("png", "jpg", "webp", "heic", "gif", "bmp", "tiff"))
_LOSSLESS = frozenset(("png", "gif", "webp", "bmp"))
_SCREEN_DOTS = frozenset((72, 96, 120, 144, 192))
# Common sizes of screens in pixels, the shorter side first: monitors, notebooks, tablets, telephones.
_SIZES = frozenset(
    tuple(sorted(map(int, size.split("x"))))
    for size in (
        "1280x720 1280x800 1366x768 1440x900 1536x864 1600x900 1680x1050 1920x1080 1920x1200 2256x1504 2560x1440 "
        "2560x1600 2880x1800 2736x1824 3024x1964 3456x2234 3840x2160 5120x2880 750x1334 828x1792 1080x1920 1080x2160 "
        "1080x2220 1080x2280 1080x2340 1080x2400 1125x2436 1170x2532 1179x2556 1206x2622 1242x2208 1242x2688 1284x2778 "
        "1290x2796 1320x2868 1440x2560 1440x2960 1440x3040 1440x3088 1440x3120 1440x3200 720x1280 720x1520 720x1600 "
        "1536x2048 1620x2160 1640x2360 1668x2388 2048x2732"
    ).split()
)
_AROUND = (
    "file edit view | file edit view history | bookmarks | new tab | search tabs | address bar | incognito",
    "reply forward | reply all | inbox | compose | mark as unread | move to trash",
    "open with google docs | open with | print download | zoom in | zoom out | fit to page | adobe acrobat reader",
    "lte | 5g | 4g | wi fi | wifi",
    "share edit | add to album | type here to search | start menu | taskbar",
)
_ENOUGH = 2


def shown_on(contents: Contents, type_: str) -> str:
    """Why a file is taken for a picture of a screen ("1920 x 1080 pixels"), or "" when it is not."""
    if type_ not in _TYPES or len(contents.pictures) != 1:
        return ""
    picture = contents.pictures[0]
    page = contents.pages[0] if contents.pages else None
    seen: dict[int, str] = {}
    if page is not None and page.words:
        edge = (0.12 * page.height, 0.93 * page.height)
        around = [word.text for word in page.words if word.middle < edge[0] or word.middle > edge[1]]
        for hit in _words().hits(tokens(" ".join(around))):
            seen.setdefault(hit.meaning, hit.phrase)
        if any(text.lower().startswith(("https://", "http://", "www.")) for text in around):
            seen.setdefault(-1, "an address on the web")
    size = tuple(sorted((picture.width, picture.height)))
    # A scanner tells its resolution; a screen has none, or that of screens.
    scanner = picture.dpi is not None and picture.dpi >= 150
    if size in _SIZES and not scanner:
        return f"{picture.width} x {picture.height} pixels, the size of a screen"
    return ", ".join(seen.values()) if len(seen) >= _ENOUGH else ""


def is_of_screen(contents: Contents, type_: str) -> bool:
    """Whether a picture was likely taken of a screen, whose letters are few pixels high by nature.

    By what it shows, or by its form: one without loss that names no resolution of a scanner or that of a screen.
    """
    if shown_on(contents, type_):
        return True
    dots = [picture.dpi for picture in contents.pictures]
    return type_ in _LOSSLESS and all(dpi is None or round(dpi) in _SCREEN_DOTS for dpi in dots)


@cache
def _words() -> Lexicon[int]:
    return Lexicon((group, number) for number, group in enumerate(_AROUND))
