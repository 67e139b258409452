"""What stands on a page of a PDF beside its text layer: the picture that a scan is, the fields of a form, notes."""

from __future__ import annotations

import ctypes

from amends.evidence.formats import Picture
from amends.typed import Any

_COVERS = 0.5
_MOST_OBJECTS = 5_000
_MOST_NOTES = 2_000


def picture_of(page: Any, number: int, width: float, height: float) -> Picture | None:
    """The largest picture of a page, when it covers half of it; also one that pictures in strips make together."""
    import pypdfium2.raw as raw

    best: Picture | None = None
    most = covered = 0.0
    sides = [1e9, 1e9, -1e9, -1e9]
    parts: list[tuple[int, int, float]] = []
    for seen, thing in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if seen >= _MOST_OBJECTS:
            break
        left, bottom, right, top = thing.get_bounds()
        area = abs((right - left) * (top - bottom))
        covered += area
        wide, high = thing.get_px_size()
        across = max(right - left, 1.0)
        parts.append((wide, high, across))
        sides = [min(sides[0], left), min(sides[1], bottom), max(sides[2], right), max(sides[3], top)]
        if area > most:
            most, best = area, Picture(number, wide, high, round(72.0 * wide / across, 1))
    page_area = width * height
    if most >= _COVERS * page_area:
        return best
    if len(parts) > 1 and covered >= _COVERS * page_area:
        dpi = max(72.0 * wide / across for wide, _, across in parts)
        wide, high = (int(dpi * (sides[at + 2] - sides[at]) / 72.0) for at in (0, 1))
        return Picture(number, wide, high, round(dpi, 1))
    return None


def with_forms(document: Any, at: int) -> Any:
    """A page of a document. What was typed into the fields of a form, or put on the page as a note that shows, is part
    of what a reader sees: it is drawn into the page, in memory only."""
    import pypdfium2.raw as raw

    page = document[at]
    count = min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)
    shown = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
    if not any(_kind(page, each, raw) in shown for each in range(count)):
        return page
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[at]


def _kind(page: Any, at: int, raw: Any) -> int:
    note = raw.FPDFPage_GetAnnot(page, at)
    if not note:
        return -1
    kind = raw.FPDFAnnot_GetSubtype(note)
    raw.FPDFPage_CloseAnnot(note)
    return int(kind)


def name_of(file: Any) -> str:
    """The name of a file that is attached to a PDF."""
    import pypdfium2.raw as raw

    from amends.text import one_line

    length = min(raw.FPDFAttachment_GetName(file, None, 0), 2_000)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAttachment_GetName(file, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return one_line(buffer.raw.decode("utf-16-le", "replace").rstrip("\0"), 60) or "unnamed"
