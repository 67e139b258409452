"""The fonts of the layouts: those that reportlab and typst carry, and some of Debian's packages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGES = "fonts-liberation fonts-dejavu-core fonts-dejavu-extra fonts-urw-base35 fonts-droid-fallback"
_SHARE = Path("/usr/share/fonts")
_FILES = {
    "liberation-sans": (
        "truetype/liberation/LiberationSans-Regular.ttf",
        "truetype/liberation/LiberationSans-Bold.ttf",
    ),
    "liberation-serif": (
        "truetype/liberation/LiberationSerif-Regular.ttf",
        "truetype/liberation/LiberationSerif-Bold.ttf",
    ),
    "liberation-mono": (
        "truetype/liberation/LiberationMono-Regular.ttf",
        "truetype/liberation/LiberationMono-Bold.ttf",
    ),
    "narrow": (
        "truetype/liberation/LiberationSansNarrow-Regular.ttf",
        "truetype/liberation/LiberationSansNarrow-Bold.ttf",
    ),
    "dejavu": ("truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf"),
    "dejavu-condensed": ("truetype/dejavu/DejaVuSansCondensed.ttf", "truetype/dejavu/DejaVuSansCondensed-Bold.ttf"),
    "dejavu-serif": ("truetype/dejavu/DejaVuSerifCondensed.ttf", "truetype/dejavu/DejaVuSerifCondensed-Bold.ttf"),
    "dejavu-mono": ("truetype/dejavu/DejaVuSansMono.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf"),
    "cjk": ("truetype/droid/DroidSansFallbackFull.ttf",) * 2,
}
_BUILT_IN = {
    "helvetica": ("Helvetica", "Helvetica-Bold"),
    "times": ("Times-Roman", "Times-Bold"),
    "courier": ("Courier", "Courier-Bold"),
}


@cache
def face(name: str) -> tuple[str, str]:
    """The regular and the bold font of a family, as reportlab knows them."""
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    known = []
    for weight, file in zip(("regular", "bold"), _FILES[name], strict=True):
        path = _SHARE / file
        if not path.is_file():
            raise SystemExit(f"{path} is missing; have it with: apt-get install {PACKAGES}")
        pdfmetrics.registerFont(TTFont(f"{name}-{weight}", str(path)))
        known.append(f"{name}-{weight}")
    return known[0], known[1]


def folders() -> list[str]:
    """Where typst looks for fonts."""
    return [str(_SHARE / "opentype/urw-base35"), str(_SHARE / "truetype")]
