"""Verbs on single files: read a notice, review a draft, mend it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from amends.app import knowledge
from amends.errors import Unknown, Unreadable
from amends.model import Finding, Notice

if TYPE_CHECKING:
    from amends.review.formats import Written

LARGEST_NOTICE = 25_000_000
LARGEST_TEXT = 5_000_000
LARGEST_DRAFT = 25_000_000
LONGEST_LETTER = 1_000_000
LARGEST_FILE = 500_000_000
_MESSAGES = (".eml", ".msg", ".htm", ".html", ".mht")


def file_bytes(path: str, stdin: BinaryIO | None = None, largest: int = LARGEST_FILE) -> tuple[bytes, str]:
    """The bytes of a file and its name; `-` is standard input. Raises `Unreadable` with what to do."""
    if path == "-":
        if stdin is None:
            raise Unreadable("There is no standard input here; name a file.")
        data = stdin.read(largest + 1)
        name = "standard input"
    else:
        name = os.path.basename(path)
        try:
            if os.path.isdir(path):
                raise Unreadable(f"{path} is a folder; name a file in it.")
            if os.path.getsize(path) > largest:
                raise Unreadable(f"{path} is larger than {largest // 1_000_000} MB; this cannot be the right file.")
            with open(path, "rb") as source:
                data = source.read(largest + 1)
        except FileNotFoundError as error:
            raise Unreadable(f"{path} is not there. Check the name; put it in quotes if it has blanks.") from error
        except OSError as error:
            raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > largest:
        raise Unreadable(f"{name} is larger than {largest // 1_000_000} MB; this cannot be the right file.")
    return data, name


def read_notice(path: str, stdin: BinaryIO | None = None) -> Notice:
    """What a notice is and wants."""
    from amends import notice

    data, name = file_bytes(path, stdin, LARGEST_NOTICE)
    return notice.read(data, name, knowledge())


def check_file(
    path: str, enforcement: str | None, stdin: BinaryIO | None = None, today: date | None = None
) -> tuple[str, str, tuple[Finding, ...]]:
    """Review any text file: the text, the file's name, the findings."""
    from amends.review import Draft, reviewed

    if enforcement is not None and enforcement not in knowledge().playbooks:
        raise Unknown(f"There is no playbook “{enforcement}”. `amends playbooks` lists them.")
    data, name = file_bytes(path, stdin, LARGEST_DRAFT)
    written = written_of(data, name)
    file = name if path == "-" else path
    known = knowledge() if enforcement else None
    draft = Draft(written.text, file, catalog=known, enforcement=enforcement, today=today, where=written.where)
    return written.text, file, reviewed(draft)


def written_of(data: bytes, name: str) -> Written:
    """What a draft says, whatever it was written with; a saved message is read as its reader would see it.

    Raises `Unreadable` with what to do instead.
    """
    from amends.review import formats

    if os.path.splitext(name)[1].lower() in _MESSAGES:
        from amends.notice.message import open_message

        message = open_message(data, name)
        if message.format != "txt":
            return formats.Written(message.text, message.format, doubts=message.doubts)
    return formats.read(data, name)


def fix_file(what: str, enforcement: str | None, today: date) -> int:
    """Apply the safe fixes to a text file; gives how many places were changed."""
    if what == "-":
        raise Unknown("Standard input cannot be fixed; name a file.")
    text, _, findings = check_file(what, enforcement, today=today)
    data, _ = file_bytes(what, None, LARGEST_TEXT)
    if text.encode() != data:
        raise Unreadable(f"{what} is not plain UTF-8 text; fixes are written to text files only.")
    better, number = mended(text, findings)
    if number:
        from pathlib import Path

        from amends.store.folder import put

        put(Path(what), better.encode())
    return number


def mended(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The text with every fix applied once, from the end to the start; overlapping ones wait for the next time."""
    floor, number = len(text), 0
    for finding in sorted(findings, key=lambda f: f.span.start, reverse=True):
        if finding.fix is not None and finding.span.end <= floor:
            text = text[: finding.span.start] + finding.fix.text + text[finding.span.end :]
            floor, number = finding.span.start, number + 1
    return text, number
