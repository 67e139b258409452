"""What a PDF carries that is no page: files and scripts. They are named, never opened, never run."""

from __future__ import annotations

from amends.evidence.carried import NAMES
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 5


def insides(document: Any) -> Iterator[str]:
    """Sentences on the files and scripts in a PDF."""
    import pypdfium2.raw as raw

    from amends.evidence.formats._papers import name_of

    count = raw.FPDFDoc_GetAttachmentCount(document)
    names = [name_of(raw.FPDFDoc_GetAttachment(document, at)) for at in range(min(count, _SHOWN))]
    # The data of an e-invoice says what its page says; it is held against it elsewhere.
    if count > 0 and not all(name.lower() in NAMES for name in names):
        more = ", …" if count > _SHOWN else ""
        files = "a file" if count == 1 else f"{count} files"
        named = ", ".join(names) + more
        yield f"The PDF carries {files} inside ({named}), not opened. What matters there, add by itself."
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        yield "The PDF carries a script; it was not run. Print the PDF to a new one before you send it."
