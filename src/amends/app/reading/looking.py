"""What a worker does with one file from outside: open it, recognise its scanned pages, read it.

It runs in a process of its own with limits (`doors.look`); what it says is checked by the process that asked
(`app.reading.readings`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from amends import __version__
from amends.app import knowledge
from amends.app.files import file_bytes
from amends.errors import Unreadable
from amends.evidence import formats, record
from amends.evidence.asfiled import as_filed
from amends.evidence.filename import original
from amends.evidence.look import READER, look
from amends.evidence.scan.engine import installed
from amends.evidence.sniff import sniff
from amends.store.folder import Folder
from amends.store.readings import Readings
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.evidence.formats import Contents

Step = Callable[[int, int], None]

_LONGEST_TEXT = 2_000_000
_MOST_ENTRIES = 20_000
PRIVATE = ("identity-document",)
"""Kinds of which no words are kept: beside the document they would only be one more place to lose them."""

_WITHOUT_OCR = "{pages} only a picture; its words were not read. `pip install 'amends[ocr]'` makes amends read them."


def version() -> str:
    """Which reader this is: a reading of another one is made again."""
    return f"amends {__version__}, {READER}{', ocr' if installed() else ''}"


def look_at(asked: dict[str, Any], step: Step) -> dict[str, Any]:
    """What a file holds, as data: its hash, its type, its reading (the text of a record) and the files inside it.

    `asked` has the path of the file, the name it came with, what the seller says it is (`kind`, or None), the folder
    for files inside it (`scratch`), and the one in which recognised pages are kept, as among the files of a case
    (`case`). Raises `Unreadable` for a file that cannot be opened.
    """
    data, _ = file_bytes(asked["path"])
    name = asked["name"]
    type_ = sniff(data, name)
    if type_ == "executable":
        return {"sha256": hashlib.sha256(data).hexdigest(), "type": type_, "reading": None, "members": []}
    sha256 = hashlib.sha256(data).hexdigest()
    contents = _with_words(data, type_, formats.contents(data, type_, name), Pages(asked["case"], sha256, step))
    reading = as_filed(look(contents, name, type_, knowledge(), asked.get("kind"), data), contents.pictures)
    if reading.kind in PRIVATE:
        reading = reading._replace(text="")
        Readings(Folder(Path(asked["case"]))).drop_pages(sha256)
    reading = reading._replace(
        text=reading.text[:_LONGEST_TEXT],
        fields=reading.fields[:_MOST_ENTRIES],
        lines=reading.lines[:_MOST_ENTRIES],
        reader=version(),
    )
    return {
        "sha256": sha256,
        "type": type_,
        "reading": record.written(reading),
        "members": _put_out(contents, asked["scratch"]),
    }


def page_at(asked: dict[str, Any]) -> dict[str, Any]:
    """A page of a file (`draw`, counted from 1) as `page.png` in the folder `scratch`; gives the hash of the file.

    Raises `Unreadable` for a file without pages that can be drawn, and for a page that it does not have.
    """
    from amends.render.exhibits.facsimile import facsimile
    from amends.render.exhibits.original import PICTURES, Original

    data, _ = file_bytes(asked["path"])
    name, number = asked["name"], int(asked["draw"])
    type_ = sniff(data, name)
    pages = formats.contents(data, type_, name).pages if type_ in PICTURES else ()
    with Original(data, type_, original(name), [(page.width, page.height) for page in pages]) as opened:
        if not 1 <= number <= opened.count:
            raise Unreadable(f"{original(name)} has no page {number} that can be shown.")
        drawn = facsimile(opened, number)
    Path(asked["scratch"], "page.png").write_bytes(drawn.png)
    return {"sha256": hashlib.sha256(data).hexdigest()}


class Pages(NamedTuple):
    """Where the recognised pages of one document are kept, and who hears how far it is."""

    case: str
    sha256: str
    step: Step


def _with_words(data: bytes, type_: str, contents: Contents, pages: Pages) -> Contents:
    """The contents with the words of scanned pages, as far as they can be recognised here."""
    from amends.evidence import scan

    blank = [page.number for page in scan.unread(contents)]
    if not blank:
        return contents
    if not scan.installed():
        numbers = ", ".join(map(str, blank[:12])) + (", …" if len(blank) > 12 else "")
        which = "The file is" if len(blank) == contents.count else f"Page {numbers} is"
        return replace(contents, doubts=(*contents.doubts, _WITHOUT_OCR.format(pages=which)))
    from amends.evidence.scan import kept

    readings = Readings(Folder(Path(pages.case)))
    texts = {number: readings.page(pages.sha256, number, kept.VERSION) for number in blank}
    known = {number: made for number, text in texts.items() if text and (made := kept.read(text, number))}

    def keep(made: scan.Recognised) -> None:
        readings.keep_page(pages.sha256, made.page.number, kept.VERSION, kept.written(made))

    pages.step(len(known), len(blank))
    return scan.recognised(data, type_, contents, pages.step, known, keep)


def _put_out(contents: Contents, folder: str) -> list[dict[str, str]]:
    """Write the files inside to a folder, under numbers: their own names are not to be trusted."""
    found = []
    for number, member in enumerate(contents.members, 1):
        place = os.path.join(folder, str(number))
        with open(place, "xb") as out:
            out.write(member.data)
        found.append({"name": member.name, "file": str(number)})
    return found
