"""The files in which a draft comes, one module each, and what is reviewed in them.

A format is a module of this folder whose name does not begin with an underscore. It says its place in the order of
asking (`RANK`), whether some bytes are its own (`claims`) and what is written in them (`read`): the protocol `Format`.
A new format is one new file; nothing else is edited. The content decides, never the file name.

A module of this folder is imported when a draft is opened that is no plain text, so that a check of a text file costs
nothing here.
"""

from __future__ import annotations

from bisect import bisect_right

from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.formats.pdftext import Sheets

MAX_BYTES = 25 * 1024 * 1024
"""The largest file that is opened; what Amazon's forms and mail take is smaller."""

LONGEST = 1_000_000
"""The longest text that is reviewed, in characters: some 400 pages."""

COPY_WORDS = "save it as .docx, or copy its words into a .txt file"
"""What always helps, as the end of a sentence."""

_TEXT_FORMAT = "txt"
_CONTROLS = bytes((*range(9), *range(14, 32), 127))
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00ad \t\r\n\f\v\u00a0"
_FOREIGN = (b"PK", b"{\\rtf", b"%PDF", b"\xd0\xcf\x11\xe0")
_BINARY = (
    (b"\x89PNG", "is a picture", "a picture holds no text to review; copy the words into a .txt file"),
    (b"\xff\xd8\xff", "is a picture", "a picture holds no text to review; copy the words into a .txt file"),
    (b"GIF8", "is a picture", "a picture holds no text to review; copy the words into a .txt file"),
    (b"II*\0", "is a picture", "a picture holds no text to review; copy the words into a .txt file"),
    (b"MM\0*", "is a picture", "a picture holds no text to review; copy the words into a .txt file"),
    (b"\x1f\x8b", "is a compressed archive", "unpack it, and name the letter that is inside"),
    (b"Rar!", "is a compressed archive", "unpack it, and name the letter that is inside"),
    (b"7z\xbc\xaf", "is a compressed archive", "unpack it, and name the letter that is inside"),
    (b"MZ", "is a program", "name the letter itself"),
    (b"\x7fELF", "is a program", "name the letter itself"),
)


class Written(NamedTuple):
    """A draft as it is reviewed.

    `text` is what a reader sees, headings and lists marked as in Markdown. `exact` says that offsets into it are those
    of the file as the user gave it, which is so for plain text only; there `where` says nothing, since line and column
    do. `places` are offsets at which a place of the file begins, in order, and its name. `doubts` are sentences for the
    user: what was left out, what is not certain.
    """

    text: str
    format: str
    exact: bool = False
    places: tuple[tuple[int, str], ...] = ()
    doubts: tuple[str, ...] = ()

    def where(self, offset: int) -> str:
        """The place of an offset as the user sees it, "paragraph 14" or "page 2, line 5"; "" in plain text."""
        at = bisect_right(self.places, offset, key=_start) - 1
        return self.places[at][1] if at >= 0 else ""


def _start(place: tuple[int, str]) -> int:
    return place[0]


if TYPE_CHECKING:
    from amends.typed import Protocol

    class Format(Protocol):
        """What a module of this folder offers.

        `RANK`: lower ones are asked first; plain text comes last. `claims(data)`: whether the bytes are of this format,
        by their content. `read(data, name)`: what is written there, or `errors.Unreadable` with one sentence that
        begins with `name` and says what to do.
        `SHEETS = True`, in a module that has it: it reads the text layer of PDFs, and takes as a third argument what
        takes that out (`pdftext.sheets`, or what `app` has for it).
        """

        RANK: int

        def claims(self, data: bytes) -> bool:
            """Whether these bytes are of this format."""

        def read(self, data: bytes, name: str) -> Written:
            """The draft that the bytes hold."""


def read(data: bytes, name: str, sheets: Sheets | None = None) -> Written:
    """What is written in the bytes of a file; `name` is used to speak of the file (`-` is standard input).

    `sheets` takes the text layer out of a PDF; where it is left out, PDFium does so in this process (`pdftext`).
    The text of a plain-text file is the decoded file, character for character, with its byte order mark if it has one.
    Raises `Unreadable`: empty, too large, not a text, broken, encrypted, or without readable text.
    """
    if len(data) <= LONGEST and (plain := _plain(data)) is not None:
        return Written(plain, _TEXT_FORMAT, exact=True)
    called = _called(name)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{called} is larger than {MAX_BYTES // 1024 // 1024} MB; this cannot be the right file.")
    if not data.strip():
        raise Unreadable(f"{called} is empty; write the letter first, or name the right file.")
    for mark, what, remedy in _BINARY:
        # A letter may begin with "MZ" too.
        if data.startswith(mark) and (mark[0] > 127 or b"\0" in data):
            raise Unreadable(f"{called} {what}; {remedy}.")
    for form in _formats():
        if form.claims(data):
            layered = sheets is not None and getattr(form, "SHEETS", False)
            written = form.read(data, called, sheets) if layered else form.read(data, called)  # type: ignore[call-arg]
            break
    else:
        raise Unreadable(f"{called} is not a text; {COPY_WORDS}.")
    if len(written.text) > LONGEST:
        raise Unreadable(f"{called} has {len(written.text):,} characters; no letter is that long. Name the right file.")
    if not written.text.strip(_UNSEEN):
        raise Unreadable(f"{called} holds no words; write the letter first, or name the right file.")
    return written


def gathered(pieces: Sequence[tuple[str, str]], format: str, doubts: Sequence[str] = ()) -> Written:
    """A draft from its pieces: each the text with what parts it from the next, and the name of its place."""
    places: list[tuple[int, str]] = []
    at = 0
    for text, place in pieces:
        if not places or places[-1][1] != place:
            places.append((at, place))
        at += len(text)
    return Written("".join(text for text, _ in pieces), format, False, tuple(places), tuple(doubts))


def _plain(data: bytes) -> str | None:
    """The text of the commonest file, UTF-8 with nothing unusual in it, for which no module need be loaded."""
    if data.startswith(_FOREIGN) or b"%PDF-" in data[:1029] or (b"\r" in data and b"\n" not in data):
        return None
    if data[:200].lstrip()[:1] in (b"", b"<") or len(data.translate(None, _CONTROLS)) < len(data):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text.strip(_UNSEEN) else None


def _formats() -> tuple[Format, ...]:
    """The formats in the order of asking, found in the folder."""
    import os
    from importlib import import_module

    from amends.typed import cast

    def names() -> Iterator[str]:
        for folder in __path__:
            for file in sorted(os.listdir(folder)):
                if file.endswith(".py") and not file.startswith("_"):
                    yield file.removesuffix(".py")

    found = [cast("Format", import_module(f"{__name__}.{name}")) for name in names()]
    return tuple(sorted(found, key=lambda form: form.RANK))


def _called(name: str) -> str:
    """How a sentence speaks of the file: its name, safe to show, without its folder."""
    from amends.text import one_line

    # A name that the file system could not decode holds halves of characters, which no terminal can print.
    name = name.encode("utf-8", "replace").decode()
    shown = one_line(name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1], 80)
    return "The input" if shown in ("", "-") else shown
