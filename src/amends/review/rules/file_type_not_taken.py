"""EV09: a file of a type that the notice does not take."""

import re
from collections.abc import Iterator

from amends.model import Notice, Related, Span
from amends.review.document import Draft
from amends.review.letter.proofs import named_files
from amends.review.rule import Example, Hit, rule, short

_TYPE = re.compile(r"(?<![\w/@-])\.?(jpe?g|pjpeg|jpg|png|gif|tiff?|pdf|docx?|xlsx?|csv|txt|bmp|heic|webp)(?!\w)", re.I)
_SAYS = re.compile(r"\b(?:files?|formats?|attach\w*|accept\w*|take|types?|upload\w*|images?)\b", re.I)
_BREAK = re.compile(r"[!?\n]|\.(?=\s+[A-Z]|$)")
_REFUSES = re.compile(r"\b(?:not|cannot|except|other than|instead of)\b", re.I)
_SAME = {"jpeg": "jpg", "pjpeg": "jpg", "tiff": "tif"}


@rule(
    "EV09",
    "file-type-not-taken",
    level="error",
    source=(
        "Rights-owner notices name the types they take (images only, no links); others are not opened. Seller Forums "
        "staff post 8be798a9: PDF, JPG, PNG or GIF"
    ),
    bad=(
        "Documents: photos of the label (label-1.heic) and of packing (packing.mp4).",
        Example("Corrective actions: on 4 May 2026 we stopped B0C1234567 (Exhibit A, invoice-hl-2231.docx).", "plan"),
    ),
    good=(
        "Documents: photos of the label (label-1.jpg) and a PDF of the packing list (packing.pdf).",
        Example("Corrective actions: on 4 May 2026 we stopped B0C1234567 (Exhibit A, invoice-hl-2231.pdf).", "plan"),
    ),
)
def file_type_not_taken(draft: Draft) -> Iterator[Hit]:
    """A file of a type that the notice does not take.

    Some notices list the types of files that they open, often images only. What comes in another type is not read.
    Export the page as it is to a type of the list; ask the issuer for it where the content would change.
    """
    notice, case = draft.notice, draft.case
    taken, line = _taken(notice) if notice is not None and case is not None else (frozenset(), "")
    if notice is None or case is None or not taken:
        yield from _unopened(draft)
        return
    said = (Related(notice.file, short(line, 160), "Notice"),)
    listed = ", ".join(sorted(taken))
    told: set[str] = set()
    for name, start, end in named_files(draft):
        if _type_of(name) not in taken and name.lower() not in told:
            told.add(name.lower())
            message = f"“{short(name, 50)}” is of a type that the notice does not take. It takes: {listed}."
            yield Hit(Span(start, end, name), message, said)
    for exhibit in case.exhibits:
        if _type_of(exhibit.name) not in taken and exhibit.name.lower() not in told and draft.statements:
            message = f"Exhibit {exhibit.label}, {short(exhibit.name, 50)}, is of a type that the notice does not take."
            yield Hit(draft.ending, f"{message} It takes: {listed}.", said)


# Films, sounds, archives and the picture formats of telephones: no form of Amazon's opens them as a document.
_UNOPENED = frozenset("zip msg pages numbers heic heif webp mp4 mov avi mkv webm mp3 m4a wav rar 7z".split())


def _unopened(draft: Draft) -> Iterator[Hit]:
    """Files of types that are nowhere taken, where no notice says which are."""
    told: set[str] = set()
    for name, start, end in named_files(draft):
        if _type_of(name) in _UNOPENED and name.lower() not in told:
            told.add(name.lower())
            message = f"“{short(name, 50)}” is of a type that is not opened. Send PDF, JPG, PNG or GIF."
            yield Hit(Span(start, end, name), message, level="note")


def _taken(notice: Notice) -> tuple[frozenset[str], str]:
    """The types that one sentence of the notice lists, and the sentence; two types at least make a list."""
    start = 0
    for stop in [*(match.end() for match in _BREAK.finditer(notice.text)), len(notice.text)]:
        line = notice.text[start:stop]
        start = stop
        if _SAYS.search(line) and not _REFUSES.search(line):
            types = frozenset(_plain(match.group(1)) for match in _TYPE.finditer(line))
            if len(types) >= 2:
                return types, line
    return frozenset(), ""


def _type_of(name: str) -> str:
    return _plain(name.rpartition(".")[2])


def _plain(ending: str) -> str:
    return _SAME.get(ending.lower(), ending.lower())
