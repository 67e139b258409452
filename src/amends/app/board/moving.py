"""A case as one file: written from any store, taken into any other, without loss.

```
amends-case.json     what the file is, and of each file its name, size and SHA-256
case/…               the files of the case under their names
```
What comes from outside is believed in nothing: names may not lead out of the case, sizes and hashes are those that are
listed, nothing is a link, and no more is unpacked than a case can hold. Nothing is written before all of it was read.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path

from amends.app.cases import open_case, recorded
from amends.app.files import LARGEST_FILE
from amends.app.outcome import Outcome
from amends.app.summary import unopened
from amends.errors import AmendsError, Conflict, Invalid, NotSaved, Unreadable
from amends.model import Problem
from amends.render.archive import entry
from amends.store.arrivals import FOLDER as INCOMING
from amends.store.files import CASE, LOG, broken_links, is_name, stamp
from amends.store.folder import Folder
from amends.text import one_line
from amends.typed import TYPE_CHECKING, BinaryIO, NamedTuple, cast

if TYPE_CHECKING:
    from amends.store.files import Files
    from amends.store.shelf import Shelf

LIST = "amends-case.json"
FORMAT = "amends-case"
VERSION = 1
MOST_FILES = 20_000
LARGEST_CASE = 4_000_000_000

_WITHIN = "case/"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAY = date(1980, 1, 1)
_CHUNK = 1 << 20
_LARGEST_LIST = 16_000_000
_LARGEST_DIRECTORY = 8_000_000
_TAIL = 1 << 17
_SMALL = 100_000_000
_MAX_RATIO = 200
_TRIES = 5
_MOST_SAID = 30


class Moved(NamedTuple):
    """What came over: how many files, and sentences on what a person should know."""

    files: int
    doubts: tuple[str, ...] = ()


class _Listed(NamedTuple):
    size: int
    sha256: str


def export(files: Files, out: BinaryIO) -> int:
    """Write a case as one file; gives how many files it holds. Raises `Unknown` where no case was started.

    Raises `Conflict` when others keep saving meanwhile, `Invalid` for names that no other system takes.
    """
    if not files.holds_case:
        files.read_case()  # says how one is started
    wrong = [name for name in files.names() if not is_name(name)]
    if wrong:
        words = "cannot be moved: another system does not take this name; rename the file"
        raise Invalid([Problem(one_line(_shown(name), 80), None, "", words) for name in wrong[:_MOST_SAID]])
    start = out.tell()
    for _ in range(_TRIES):
        before = _state(files)
        out.seek(start)
        out.truncate()
        number = _write(files, out)
        if before == _state(files):
            return number
    raise Conflict(f"{files.title} is being changed by somebody else; try again when they are done.")


def _state(files: Files) -> tuple[tuple[str, ...], str]:
    return files.names(), stamp(files.read_bytes(LOG) or b"")


def _write(files: Files, out: BinaryIO) -> int:
    listed = []
    with zipfile.ZipFile(out, "w") as archive:
        for name in files.names():
            digest, size = hashlib.sha256(), 0
            with (
                files.open(name) as source,
                archive.open(entry(_WITHIN + name, _DAY, packed=True), "w", force_zip64=True) as target,
            ):
                while piece := source.read(_CHUNK):
                    digest.update(piece)
                    size += len(piece)
                    target.write(piece)
            listed.append({"name": name, "size": size, "sha256": digest.hexdigest()})
        head = {"format": FORMAT, "version": VERSION, "files": listed}
        archive.writestr(entry(LIST, _DAY, packed=True), json.dumps(head, indent=1))
    return len(listed)


def export_to(files: Files, target: Path) -> int:
    """Write a case as one file to a path; gives how many files it holds.

    A file that is there and is not a case as one file is left alone. Raises `NotSaved`, and as `export`.
    """
    where = Outcome(files, "", target.parent)
    if not where.may_hold(target.name, is_exported):
        raise NotSaved(f"{target} is already there and is not a case; nothing was overwritten. Choose another name.")
    with where.writing(target.name) as out:
        return export(files, out)


def exported(files: Files) -> BinaryIO:
    """A case as one file that is gone once it is closed, to be read from its start. Raises as `export`."""
    from tempfile import TemporaryFile

    with ExitStack() as until_whole:
        made = cast("BinaryIO", until_whole.enter_context(TemporaryFile()))
        export(files, made)
        made.seek(0)
        until_whole.pop_all()
    return made


def is_exported(file: BinaryIO) -> bool:
    """Whether a file is a case as one file, so that a newer one may take its place."""
    try:
        with zipfile.ZipFile(file) as archive:
            return LIST in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def take_over(source: BinaryIO, shown: str, into: Files, now: datetime) -> Moved:
    """Take in a case that was written as one file; `shown` names that file. `into` must be a place without files.

    Raises `Unreadable` for what is no such file, `Invalid` with all that is wrong in it, `NotSaved` where files are.
    """
    try:
        with _opened(source, shown) as archive:
            listed = _listing(archive, shown)
            problems = [Problem(shown, None, one_line(name, 80), words) for name, words in _faults(archive, listed)]
            if problems:
                raise Invalid(problems[:_MOST_SAID])
            return _taken({name: partial(_inside, archive, name) for name in listed}, shown, into, now)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable(f"{shown} is damaged or was not saved to its end; get it again.") from error


def import_file(shelf: Shelf, source: BinaryIO, shown: str, now: datetime) -> tuple[str, Moved]:
    """Take in a case that was written as one file, as a new case on a shelf; gives its id. Raises as `take_over`."""
    id, files = shelf.start(now)
    return id, take_over(source, shown, files, now)


def import_from(source: Path, into: Files, now: datetime) -> Moved:
    """Take in a case from a path: one file, or a case folder. Raises as `take_over` and `copy`."""
    if source.is_dir():
        return copy(Folder(source), into, now)
    try:
        with source.open("rb") as file:
            return take_over(file, str(source), into, now)
    except FileNotFoundError as error:
        raise Unreadable(f"{source} is not there. Check the name; put it in quotes if it has blanks.") from error
    except OSError as error:
        raise Unreadable(f"{source} cannot be read: {error.strerror or error}.") from error


def copy(files: Files, into: Files, now: datetime) -> Moved:
    """Take in the case of another store. Raises `Unknown` where there is none, `NotSaved` where files are."""
    files.read_case()
    names = files.names()
    wrong = [Problem(one_line(_shown(name), 80), None, "", fault) for name, fault in _name_faults(names)]
    if wrong:
        raise Invalid(wrong[:_MOST_SAID])
    return _taken({name: partial(files.open, name) for name in names}, files.title, into, now)


def in_folder(root: Path) -> Files:
    """The files of a case folder."""
    return Folder(root)


@contextmanager
def new_folder(root: Path) -> Iterator[Folder]:
    """A folder that is there with all that was put into it, or not at all. Raises `NotSaved` when there is one."""
    import shutil

    if root.is_dir() and not any(root.iterdir()):
        root.rmdir()
    if os.path.lexists(root):
        raise NotSaved(f"{root} is already there; choose another folder. Nothing was overwritten.")
    scratch = root.absolute().with_name(f".{root.name}.{os.getpid()}.part")
    try:
        yield Folder(scratch)
        os.rename(scratch, root)
    except OSError as error:
        raise NotSaved(f"{root} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _opened(source: BinaryIO, shown: str) -> zipfile.ZipFile:
    """The archive, once its list of files is known to be no longer than a case needs: it is read in one go."""
    end = source.seek(0, os.SEEK_END)
    source.seek(max(0, end - _TAIL))
    tail = source.read(_TAIL)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        raise Unreadable(f"{shown} is not a case as one file; make one with `amends export`.")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _LARGEST_DIRECTORY:
        raise Unreadable(f"{shown} lists far more files than a case has.")
    source.seek(0)
    return zipfile.ZipFile(source)


def _listing(archive: zipfile.ZipFile, shown: str) -> dict[str, _Listed]:
    """The files that the archive says it has. Raises `Unreadable` when it says nothing that can be understood."""
    try:
        info = archive.getinfo(LIST)
        if info.file_size > _LARGEST_LIST or info.compress_type not in _METHODS or info.flag_bits & 1:
            raise ValueError("no list")
        with archive.open(info) as source:
            head = json.loads(source.read(_LARGEST_LIST))
        found = {str(each["name"]): _Listed(int(each["size"]), str(each["sha256"])) for each in head["files"]}
        if (head["format"], len(found)) != (FORMAT, len(head["files"])):
            raise ValueError("no list")
        version = int(head["version"])
    except (KeyError, TypeError, ValueError, RecursionError, OverflowError) as error:
        raise Unreadable(f"{shown} is not a case as one file; make one with `amends export`.") from error
    if version > VERSION:
        raise Unreadable(f"{shown} was written by a newer amends; bring this one up to date.")
    return found


def _faults(archive: zipfile.ZipFile, listed: dict[str, _Listed]) -> Iterator[tuple[str, str]]:
    """Everything for which a file is not taken in. The bytes are read only where all else is in order."""
    found = list(_form_faults(archive.infolist(), listed))
    yield from found
    if found:
        return
    for name, told in listed.items():
        digest, size = hashlib.sha256(), 0
        with _inside(archive, name) as source:
            while piece := source.read(_CHUNK):
                digest.update(piece)
                size += len(piece)
        if (size, digest.hexdigest()) != told:
            yield name, "is not what was written: it was changed or damaged"


def _form_faults(infos: Sequence[zipfile.ZipInfo], listed: dict[str, _Listed]) -> Iterator[tuple[str, str]]:
    """What is wrong with names, kinds and sizes."""
    if len(infos) > MOST_FILES + 1:
        yield "", f"holds more than {MOST_FILES:,} files"
        return
    names = [info.filename for info in infos]
    for name in sorted({name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else ()):
        yield name, "is in it twice"
    there = {info.filename.removeprefix(_WITHIN) for info in infos if info.filename.startswith(_WITHIN)}
    yield from ((name, "is not in its list") for name in names if name != LIST and name[len(_WITHIN) :] not in listed)
    yield from ((name, "is missing") for name in listed if name not in there)
    yield from _name_faults(listed)
    if CASE not in listed:
        yield CASE, "is missing: this is no case"
    packed = whole = 0
    for info in infos:
        mode = info.external_attr >> 16
        if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            yield info.filename, "is a link or no file"
        if info.flag_bits & 1 or info.compress_type not in _METHODS:
            yield info.filename, "is packed in a way that amends does not use"
        if info.file_size > LARGEST_FILE:
            yield info.filename, f"is larger than {LARGEST_FILE // 1_000_000} MB"
        packed, whole = packed + info.compress_size, whole + info.file_size
    if whole > LARGEST_CASE or whole > max(_SMALL, packed * _MAX_RATIO):
        yield "", "unpacks to far more than a case holds"


def _name_faults(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names that may not be written: those that lead elsewhere, are hidden, or stand in the way of others."""
    folders = {"/".join(parts[:at]) for parts in (name.split("/") for name in names) for at in range(1, len(parts))}
    for name in names:
        if not is_name(name) or any(part.startswith(".") for part in name.split("/")):
            yield _shown(name), "is no name for a file of a case"
        elif name in folders:
            yield name, "is a file and a folder at once"


def _inside(archive: zipfile.ZipFile, name: str) -> BinaryIO:
    return cast("BinaryIO", archive.open(_WITHIN + name))


def _taken(sources: dict[str, Callable[[], BinaryIO]], shown: str, into: Files, now: datetime) -> Moved:
    """Write the files, the case itself last: a place without it is no case yet."""
    if into.names():
        raise NotSaved(f"There are files in {into.title} already. Nothing was overwritten.")
    for name in sorted(sources, key=lambda name: (name == CASE, name)):
        if into.holds(name):
            raise NotSaved(f"{into.place(name)}: this disk takes two names for one. Choose another place.")
        with sources[name]() as source, into.writing(name) as out:
            while piece := source.read(_CHUNK):
                out.write(piece)
    doubts = []
    unread = sum(name.startswith(INCOMING) for name in sources)
    if unread:
        doubts.append(f"{unread} of its files had not been read yet where it came from; add {INCOMING} as evidence.")
    broken = broken_links(into.read_bytes(LOG) or b"")
    if broken:
        doubts.append(f"The log of the case does not hold together at line {broken[0]}: it was changed by hand.")
    try:
        recorded(open_case(into), now)
    except AmendsError as error:
        told = unopened(Path(shown).stem, error)
        into.record(lambda: told, now)
        doubts.append(f"It was taken in as it is, but it does not open yet. {error}")
    return Moved(len(sources), tuple(doubts))


def _shown(name: str) -> str:
    return name.encode(errors="replace").decode()
