"""Whether a bundle still is what was packed: every file against the manifest, in bounded memory and time."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib

from amends.model import Problem
from amends.render.bundle import CHUNK, FOLDERS, FORMAT, MANIFEST, VERSION
from amends.render.filename import fault
from amends.typed import BinaryIO

_LARGEST_MANIFEST = 8 << 20
_MOST_FILES = 10_000
_ENCRYPTED_OR_PATCHED = 0x61


def verify(source: BinaryIO, file: str = "bundle.zip") -> tuple[Problem, ...]:
    """Everything that is wrong with a bundle, each with the file it concerns; empty when it is as it was packed.

    Nothing is unpacked to disk, and no file is read further than the manifest says it is long.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            return tuple(Problem(file, None, path, message) for path, message in _faults(archive))
    except (zipfile.BadZipFile, struct.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        return (Problem(file, None, "", f"is not a readable ZIP ({error}); make the bundle again"),)


def _faults(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    infos: dict[str, zipfile.ZipInfo] = {}
    found: list[tuple[str, str]] = []
    if len(archive.infolist()) > _MOST_FILES:
        return [("", f"holds more than {_MOST_FILES:,} files; this is no bundle")]
    for info in archive.infolist():
        if info.filename in infos:
            found.append((info.filename, "is in the archive twice"))
        infos[info.filename] = info
        folder = next((each for each in FOLDERS if info.filename.startswith(each)), "")
        wrong = fault(info.filename.removeprefix(folder))
        if wrong:
            found.append((info.filename, f"the name {wrong}"))
    if MANIFEST not in infos:
        return [(MANIFEST, "is missing, so nothing can be checked; make the bundle again")]
    listed = _listing(archive, infos[MANIFEST])
    if listed is None:
        return [*found, (MANIFEST, "cannot be read as a manifest of amends; make the bundle again")]
    for name, (size, digest) in listed.items():
        wrong = _difference(archive, infos[name], size, digest) if name in infos else "is missing from the archive"
        if wrong:
            found.append((name, wrong))
    added = [name for name in infos if name not in listed and name != MANIFEST]
    found += [(name, "is not in the manifest: it was added later") for name in added]
    return found


def _listing(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> dict[str, tuple[int, str]] | None:
    if info.file_size > _LARGEST_MANIFEST or _locked(info):
        return None
    try:
        with archive.open(info) as stream:
            data = json.loads(stream.read(_LARGEST_MANIFEST))
        if (data["format"], data["version"]) != (FORMAT, VERSION):
            return None
        return {str(one["name"]): (int(one["size"]), str(one["sha256"])) for one in data["files"]}
    except (KeyError, TypeError, ValueError, RecursionError, zipfile.BadZipFile, zlib.error, EOFError):
        return None


def _difference(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int, digest: str) -> str | None:
    if _locked(info):
        return "is encrypted or packed in a way that amends does not use"
    if info.file_size != size:
        return f"has {info.file_size:,} bytes, not {size:,}: it was changed"
    hashed = hashlib.sha256()
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                hashed.update(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return "is damaged"
    return None if hashed.hexdigest() == digest else "was changed: its SHA-256 is not that of the manifest"


def _locked(info: zipfile.ZipInfo) -> bool:
    return bool(info.flag_bits & _ENCRYPTED_OR_PATCHED) or info.compress_type not in (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    )
