"""The files of one case, wherever they lie: what a folder on disk and a database both offer.

```
case.yaml         the case
notice/           as received, untouched
evidence/         originals, untouched
plan.md           the draft, may be edited by hand
log.jsonl         what happened, each line carrying the hash of the line before
bundle.zip, letters/, copies/, readings/
                  drawn from the others; written anew when asked
submissions/001/  the exact bytes that were sent
```
Names are relative paths with `/`. What a person or Amazon wrote comes in by `take_in` and is never replaced; what a
person edits goes through `save_text`, which refuses to overwrite what changed since it was read; what can be made again
is `put`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from amends.typed import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from amends.store.summary import Summary

CASE = "case.yaml"
LOG = "log.jsonl"
PLAN = "plan.md"
NOTICES = "notice/"
_LONGEST_NAME = 1000


@dataclass(frozen=True, slots=True)
class Text:
    """A text file as read: what it holds, and the hash by which a save knows whether it changed underneath."""

    text: str
    stamp: str


class Files(Protocol):
    """The files of one case. All that a store refuses ends as `NotSaved` or `Unreadable` with what to do."""

    @property
    def title(self) -> str:
        """How messages name the case: the path of its folder, or its id."""
        ...

    @property
    def home(self) -> Path:
        """The folder whose configuration holds for the case; no file in it is taken for one that comes from outside."""
        ...

    def place(self, name: str) -> Path:
        """How messages name a file: its path in the case folder, or its name within the case."""
        ...

    def path(self, name: str) -> Path:
        """A file on this disk with the bytes of this one, to be read and left as it is. Raises `Unreadable`."""
        ...

    @property
    def holds_case(self) -> bool:
        """Whether a case was started here."""
        ...

    def holds(self, name: str) -> bool:
        """Whether there is a file of that name."""
        ...

    def inside(self, name: str) -> bool:
        """Whether a name, which may come from outside, leads to a place within the case and not out of it."""
        ...

    def names(self, prefix: str = "") -> tuple[str, ...]:
        """The names of all files that begin with a prefix, in order; without what a process under way keeps there."""
        ...

    def state(self, of: Callable[[str], bool]) -> str:
        """What differs once a file whose name is asked for came, went or changed; nothing is read from outside."""
        ...

    def read_case(self) -> Text:
        """The case file. Raises `Unknown` when there is none."""
        ...

    def read_text(self, name: str) -> Text | None:
        """A text file, or None when it is not there. Raises `Conflict` when it is not UTF-8."""
        ...

    def read_bytes(self, name: str) -> bytes | None:
        """A file, or None when it is not there. Raises `Unreadable` when it may not be read."""
        ...

    def open(self, name: str) -> BinaryIO:
        """A file for reading, piece by piece. Raises `Unreadable` when it is not there or may not be read."""
        ...

    def save_text(self, name: str, text: str, was: str | None, what: str, now: datetime, goes_on: bool = False) -> str:
        """Write a text file and a line in the log; gives the new stamp.

        `was` is the stamp of what was read, None when there was no file. Raises `Conflict` when the file is not that
        any more. A save that `goes_on` with the one before shares its line, when that is still the last of the log.
        """
        ...

    def take_in(self, name: str, source: BinaryIO, what: str, now: datetime) -> None:
        """Copy a file in, and a line in the log. A file of that name that differs is never overwritten."""
        ...

    def differs(self, name: str, sha256: str) -> bool:
        """Whether another file lies under this name already."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Write a file that is drawn from others, in place of an older one: the old one or the new, never half."""
        ...

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """As `put`, piece by piece: the file takes its place when all went well, and is thrown away when not."""
        ...

    def discard(self, name: str) -> None:
        """Remove a file that is drawn from others, if it is there."""
        ...

    def scratch(self) -> AbstractContextManager[Path]:
        """A folder on this disk for what is made on the way; it is gone afterwards."""
        ...

    def log(self) -> list[dict[str, str]]:
        """The lines of the log, oldest first; lines that are not JSON are left out."""
        ...

    def record(self, summary: Callable[[], Summary], now: datetime) -> None:
        """Tell the board on which the case stands, if any, what to show of it; `summary` is called only then."""
        ...


def stamp(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def decoded(data: bytes) -> Text:
    """The text of a file and its stamp. Raises `UnicodeDecodeError` when it is not UTF-8."""
    return Text(data.decode("utf-8-sig"), stamp(data))


def log_line(before: bytes, what: str, name: str, sha256: str, now: datetime) -> bytes:
    """The bytes that a new line adds to a log; `before` is the log so far, or the end of it with its last line."""
    lines = before.splitlines()
    entry = {
        "at": now.isoformat(timespec="seconds"),
        "what": what,
        "file": name,
        "sha256": sha256,
        "previous": stamp(lines[-1]) if lines else "",
    }
    line = json.dumps(entry, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"
    # The last writer may have been stopped within its line.
    return b"\n" + line if before and not before.endswith(b"\n") else line


def log_line_again(before: bytes, what: str, name: str, sha256: str, now: datetime) -> bytes | None:
    """A log, or the end of it, whose last line also tells of one more save of the same file; `since` is the first.

    None when the last line tells of something else. No line carries the hash of the last one, so none is broken.
    """
    lines = before.splitlines(keepends=True)
    entries = log_entries(lines[-1]) if before.endswith(b"\n") else []
    if not entries or (entries[0].get("what"), entries[0].get("file")) != (what, name):
        return None
    entry = entries[0]
    entry |= {"since": entry.get("since", entry.get("at", "")), "at": now.isoformat(timespec="seconds")}
    entry["sha256"] = sha256
    lines[-1] = json.dumps(entry, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"
    return b"".join(lines)


def log_entries(data: bytes) -> list[dict[str, str]]:
    """The lines of a log, oldest first; lines that are not JSON are left out."""
    found = []
    for line in data.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict):
            found.append(entry)
    return found


def broken_links(data: bytes) -> tuple[int, ...]:
    """The numbers of the lines of a log that do not carry the hash of the line before."""
    found, lines = [], data.splitlines()
    for number, line in enumerate(lines, 1):
        entries = log_entries(line)
        wanted = stamp(lines[number - 2]) if number > 1 else ""
        if entries and entries[0].get("previous") != wanted:
            found.append(number)
    return tuple(found)


def is_name(name: str) -> bool:
    """Whether a text can name a file of a case: a short path that stays within it, of letters that have bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    if len(name) > _LONGEST_NAME or "\0" in name or "\\" in name:
        return False
    return not any(part in ("", ".", "..") for part in name.split("/"))
