"""What a worker does with one file from outside: open it, recognise its scanned pages, read it.

It runs in a process of its own with limits (`doors.look`); what it says is checked by the process that asked
(`app.reading`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from amends import __version__
from amends.app import knowledge
from amends.app.files import file_bytes
from amends.evidence import formats, record
from amends.evidence.look import READER, look
from amends.evidence.sniff import sniff

if TYPE_CHECKING:
    from amends.evidence.formats import Contents

Step = Callable[[int, int], None]

_LONGEST_TEXT = 2_000_000
_MOST_ENTRIES = 20_000
_WITHOUT_OCR = "{pages} only a picture; its words were not read. `pip install 'amends[ocr]'` makes amends read them."


def reads_scans() -> bool:
    """Whether the extra that recognises words in pictures is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def version() -> str:
    """Which reader this is: a reading of another one is made again."""
    return f"amends {__version__}, {READER}{', ocr' if reads_scans() else ''}"


def look_at(asked: dict[str, Any], step: Step) -> dict[str, Any]:
    """What a file holds, as data: its hash, its type, its reading (the text of a record) and the files inside it.

    `asked` has the path of the file, the name it came with, what the seller says it is (`kind`, or None) and the
    folder for files inside it. Raises `Unreadable` for a file that cannot be opened.
    """
    data, _ = file_bytes(asked["path"])
    name = asked["name"]
    type_ = sniff(data, name)
    if type_ == "executable":
        return {"sha256": hashlib.sha256(data).hexdigest(), "type": type_, "reading": None, "members": []}
    contents = _with_words(data, type_, formats.contents(data, type_, name), step)
    reading = look(contents, name, type_, knowledge(), asked.get("kind"))
    reading = reading._replace(
        text=reading.text[:_LONGEST_TEXT],
        fields=reading.fields[:_MOST_ENTRIES],
        lines=reading.lines[:_MOST_ENTRIES],
        reader=version(),
    )
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "type": type_,
        "reading": record.written(reading),
        "members": _put_out(contents, asked["scratch"]),
    }


def _with_words(data: bytes, type_: str, contents: Contents, step: Step) -> Contents:
    """The contents with the words of scanned pages, as far as they can be recognised here."""
    from dataclasses import replace

    blank = [page.number for page in contents.pages if page.scanned and not page.words]
    if not blank:
        return contents
    numbers = ", ".join(map(str, blank[:12])) + (", …" if len(blank) > 12 else "")
    which = "The file is" if len(blank) == contents.count else f"Page {numbers} is"
    return replace(contents, doubts=(*contents.doubts, _WITHOUT_OCR.format(pages=which)))


def _put_out(contents: Contents, folder: str) -> list[dict[str, str]]:
    """Write the files inside to a folder, under numbers: their own names are not to be trusted."""
    found = []
    for number, member in enumerate(contents.members, 1):
        place = os.path.join(folder, str(number))
        with open(place, "xb") as out:
            out.write(member.data)
        found.append({"name": member.name, "file": str(number)})
    return found
