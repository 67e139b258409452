"""Types, names and passwords of files."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen, types_asked
from amends.values import listed

_EDITABLE = frozenset("docx doc xlsx xls csv pptx txt rtf html odt eml msg".split())
_SPECIAL = frozenset('$&#%*?<>|:"')


@check(
    "DC10",
    "file-type",
    level="error",
    source="Amazon's notices; Seller Forums staff post 8be798a9: PDF, JPG, PNG, GIF; nothing editable",
    bad=(
        {"type": "docx"},
        {"type": "heic"},
        {"notice": "Attach files of the types .jpeg, .jpg, .png, .gif or .tiff only. B0EXAMPL01"},
    ),
    good=({}, {"type": "jpg"}, {"kind": "order-list", "type": "csv", "notice": "Send a list of orders. B0EXAMPL01"}),
)
def file_type(seen: Seen) -> Iterator[Said]:
    """The notice or the form does not take a file of this type.

    Take what the notice names. Where it names nothing, PDF, JPG, PNG and GIF are taken; what can be edited, such as
    Word files and spreadsheets, proves nothing as an invoice.
    """
    asked = types_asked(seen.case)
    document = seen.catalog.documents.get(seen.kind)
    taken = asked or (document.formats if document and document.formats else ("pdf", "jpg", "png", "gif"))
    if seen.type in taken or (seen.type == "jpg" and "jpeg" in taken):
        return
    who = "the notice takes" if asked else "Amazon takes"
    if seen.type in _EDITABLE:
        todo = "Ask whoever issued it for a PDF; do not convert an invoice from Word yourself, it looks manipulated."
    else:
        todo = "Save the picture as JPG without changing anything else, and keep the original."
    yield Said(f"It is a {seen.type.upper()} file; {who} {listed([name.upper() for name in taken])}.", todo)


@check(
    "DC11",
    "file-name",
    level="note",
    source="Practice (support.omnivore.com.au): forms refuse names with $, & and #",
    bad=({"original": "Invoice #12 & co.pdf"},),
    good=({},),
)
def file_name(seen: Seen) -> Iterator[Said]:
    """The name that the file came with has signs that Amazon's forms refuse; the bundle uses the safe name."""
    if _SPECIAL & set(seen.exhibit.original):
        yield Said(
            f"Amazon's forms refuse names such as “{seen.exhibit.original}”; it goes out as {seen.exhibit.name}.", ""
        )
