"""A message from its bytes: which format it is, and what a person reads in it.

The content decides, never the file name: a PDF named `notice.txt` is read as a PDF, a ZIP named `notice.eml` is
refused.
"""

from __future__ import annotations

import os
from importlib import import_module

from amends.errors import Unreadable
from amends.notice import formats
from amends.notice.formats import COPY_WORDS, MAX_TEXT, Message
from amends.text import one_line
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.formats.pdftext import Sheets
    from amends.notice.formats import Format

__all__ = ["MAX_BYTES", "Message", "open_message"]

MAX_BYTES = 25 * 1024 * 1024
"""The largest file that is opened. Mail providers take no larger message, so a larger file is something else."""

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"

_NOT_A_MESSAGE = (
    (b"PK\x03\x04", "is a ZIP archive or an Office document", "open it, and give the message that is inside"),
    (b"PK\x05\x06", "is an empty ZIP archive", "save the message again as .eml, .html or .txt"),
    (b"\x89PNG", "is a picture", COPY_WORDS),
    (b"\xff\xd8\xff", "is a picture", COPY_WORDS),
    (b"GIF8", "is a picture", COPY_WORDS),
    (b"II*\x00", "is a picture", COPY_WORDS),
    (b"MM\x00*", "is a picture", COPY_WORDS),
    (b"{\\rtf", "is an RTF document", "open it and save it as plain text (.txt)"),
    (b"\x1f\x8b", "is a compressed archive", "unpack it, and give the message that is inside"),
    (b"Rar!", "is a compressed archive", "unpack it, and give the message that is inside"),
    (b"7z\xbc\xaf", "is a compressed archive", "unpack it, and give the message that is inside"),
    (b"MZ", "is a program", "do not start it; save the message itself as .eml or .txt"),
    (b"\x7fELF", "is a program", "save the message itself as .eml or .txt"),
)


def open_message(data: bytes, name: str, sheets: Sheets | None = None) -> Message:
    """Read a message from the bytes of a file; `name` is used to speak of the file (`-` is standard input).

    The text of a plain-text file is the decoded file, character for character: line ends, spaces and control characters
    stay. Only a byte order mark at its start is left out, since it belongs to the encoding and no editor shows it. In
    all other formats the text is what a mail program would show, with lines ended by a line feed.

    `sheets` takes the text layer out of a PDF; where it is left out, PDFium does so in this process (`pdftext`).

    Raises `Unreadable`: empty, too large, not a message, broken, encrypted, or without readable text.
    """
    called = _called(name)
    if len(data) > MAX_BYTES:
        size = f"{-(-len(data) // 1024 // 1024)} MB"
        raise Unreadable(
            f"{called} has {size}, more than the {MAX_BYTES // 1024 // 1024} MB of any message; "
            "save the message alone, without its attachments."
        )
    if not data.strip():
        raise Unreadable(f"{called} is empty; save the message again, or {COPY_WORDS}.")
    for form in _formats():
        if form.claims(data, name):
            layered = sheets is not None and getattr(form, "SHEETS", False)
            message = form.read(data, called, sheets) if layered else form.read(data, called)  # type: ignore[call-arg]
            break
    else:
        raise Unreadable(_refusal(data, called))
    if not message.text.strip().strip(_INVISIBLE).strip():
        raise Unreadable(f"{called} holds no words; save the message again, or {COPY_WORDS}.")
    if len(message.text) > MAX_TEXT:
        raise Unreadable(f"{called} has far more text than any letter; {COPY_WORDS}.")
    return message


def _formats() -> tuple[Format, ...]:
    """The formats in the order of asking, found in the folder."""
    names = sorted(
        file.rsplit(".", 1)[0]
        for folder in formats.__path__
        for file in os.listdir(folder)
        if file.endswith(".py") and not file.startswith("_")
    )
    found = [cast("Format", import_module(f"{formats.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda form: form.RANK))


def _called(name: str) -> str:
    """How a sentence speaks of the file: its name, safe to show, without its folder."""
    # A name that the file system could not decode holds halves of characters, which no terminal can print.
    name = name.encode("utf-8", "replace").decode()
    shown = one_line(name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1], 80)
    return "The input" if shown in ("", "-") else shown


def _refusal(data: bytes, called: str) -> str:
    start = data[:64].lstrip()
    for mark, what, remedy in _NOT_A_MESSAGE:
        if start.startswith(mark):
            return f"{called} {what}, not a message; {remedy}."
    return f"{called} is not a text or an e-mail; save the message as .eml, .msg or .html, or {COPY_WORDS}."
