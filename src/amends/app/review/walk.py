"""What a folder of letters holds, in shares that stay the same when the rest of the folder changes.

Letters are files that end in .txt, .md, .docx or .pdf; in a case folder only plan.md is one, and it is reviewed with
its case. Hidden files, links and files of other kinds are counted and left alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from zlib import crc32

from amends.store.runs import Run, share_line
from amends.typed import NamedTuple

ENDINGS = (".txt", ".md", ".docx", ".pdf")
LETTER, CASE = "letter", "case"
_CASE_FILE, _PLAN = "case.yaml", "plan.md"
# A share ends behind a letter whose name says so, one in so many: a letter that comes or goes moves no other border.
_ONE_IN, LONGEST = 48, 192


class Letter(NamedTuple):
    """A letter to review: its path below the folder, whether it belongs to a case, and what tells that it changed."""

    path: str
    kind: str
    state: str


class Skipped:
    """What was left alone, counted."""

    def __init__(self) -> None:
        self.hidden = self.foreign = self.links = self.folders = 0

    def as_data(self) -> dict[str, int]:
        """The counts by name; `folders` are those that may not be read."""
        return dict(vars(self))


def letters(root: str, skipped: Skipped) -> Iterator[Letter]:
    """The letters under a folder, by name within each folder, files before folders."""
    for _, found in folders(root, skipped):
        yield from found


def folders(root: str, skipped: Skipped) -> Iterator[tuple[str, list[Letter]]]:
    """The folders under a folder, itself first, each by its path below it and with the letters in it."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        place = os.path.join(root, below)
        prefix = os.path.join(below, "")
        try:
            if os.path.isfile(os.path.join(place, _CASE_FILE)):
                yield below, _case(root, below)
                continue
            found, inside = _listed(place, prefix, skipped)
        except OSError:
            skipped.folders += 1
            continue
        yield below, found
        waiting.extend(inside)


def _listed(place: str, prefix: str, skipped: Skipped) -> tuple[list[Letter], list[str]]:
    """The letters of one folder by name, and the paths of the folders in it, the last name first."""
    found: list[Letter] = []
    inside: list[str] = []
    with os.scandir(place) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                skipped.hidden += 1
            elif name.lower().endswith(ENDINGS) and entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                found.append(Letter(prefix + name, LETTER, f"{status.st_size} {status.st_mtime_ns}"))
            elif entry.is_symlink():
                skipped.links += 1
            elif entry.is_dir(follow_symlinks=False):
                inside.append(prefix + name)
            else:
                skipped.foreign += 1
    found.sort()
    inside.sort(reverse=True)
    return found, inside


def _case(root: str, below: str) -> list[Letter]:
    """The plan of a case folder, which changes with its case too."""
    states = []
    for name in (_PLAN, _CASE_FILE):
        try:
            status = os.stat(os.path.join(root, below, name))
        except OSError:
            return []
        states.append(f"{status.st_size} {status.st_mtime_ns}")
    return [Letter(os.path.join(below, _PLAN), CASE, " ".join(states))]


def write_shares(root: str, run: Run, stamp: str) -> dict[str, object]:
    """Put the work for a folder into `run.shares`: how many letters and shares there are, and what was left alone.

    `stamp` stands for everything besides the letters that the results depend on.
    """
    skipped = Skipped()
    number = shares = 0
    with open(run.shares, "wb") as out:
        for share in _shares(letters(root, skipped)):
            out.write(share_line(_key(share, stamp), [[letter.kind, letter.path] for letter in share]))
            number += len(share)
            shares += 1
    return {"letters": number, "shares": shares, "skipped": skipped.as_data()}


def _shares(found: Iterator[Letter]) -> Iterator[list[Letter]]:
    share: list[Letter] = []
    for letter in found:
        share.append(letter)
        if len(share) == LONGEST or crc32(os.fsencode(letter.path)) % _ONE_IN == 0:
            yield share
            share = []
    if share:
        yield share


def _key(share: list[Letter], stamp: str) -> str:
    from hashlib import blake2b

    digest = blake2b(stamp.encode(), digest_size=12)
    for letter in share:
        digest.update(os.fsencode(letter.path) + f"\0{letter.kind} {letter.state}\0".encode())
    return digest.hexdigest()
