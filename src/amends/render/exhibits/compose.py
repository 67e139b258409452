"""Pages of originals put into a frame that was typeset around them, and what is drawn over them.

The frame is a PDF with its text, bookmarks and links, whose pages leave room for the originals. The bytes depend on
nothing but what goes in.
"""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.render.exhibits.original import Original

# The second half of the identifier that PDFium writes at the end of a file is drawn by lot.
_DRAWN = re.compile(rb"(/ID\[(?:<[0-9A-Fa-f]*>|\([^)]*\))<)([0-9A-Fa-f]{32})(>\])")


class Placed(NamedTuple):
    """A page of an original and where it goes: the page of the frame (from 0) and its lower left corner there.

    `over` is the page (from 0) of what is drawn over it.
    """

    page: int
    over: int
    original: Original
    at: int
    left: float
    bottom: float


def composed(frame: bytes, placed: Sequence[Placed], over: bytes | None = None) -> bytes:
    """The frame with the originals in it. `over` holds what is drawn over their pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(frame) as document:
        above = pypdfium2.PdfDocument(over) if over is not None else None
        for each in placed:
            page = document[each.page]
            each.original.draw(each.at, document, page, each.left, each.bottom)
            if above is not None:
                page.insert_obj(above.page_as_xobject(each.over, document).as_pageobject())
            page.gen_content()
            page.close()
        out = BytesIO()
        document.save(out)
        if above is not None:
            above.close()
    return same_each_time(out.getvalue())


def same_each_time(data: bytes) -> bytes:
    """A PDF as PDFium wrote it, with the part of its identifier that is drawn by lot made from its content."""
    bare = _DRAWN.sub(rb"\g<1>" + b"0" * 32 + rb"\g<3>", data)
    return _DRAWN.sub(rb"\g<1>" + sha256(bare).hexdigest()[:32].upper().encode() + rb"\g<3>", bare)
