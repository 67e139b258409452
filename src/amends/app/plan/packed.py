"""The bundle of a case as it lies there: whether it is one, and whether it still holds what would be packed now."""

from __future__ import annotations

import json
from zipfile import BadZipFile, ZipFile

from amends.errors import Unreadable
from amends.formats.comments import removed
from amends.store.files import PLAN, stamp
from amends.typed import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from amends.model import Case
    from amends.store.files import Files

BUNDLE = "bundle.zip"
MANIFEST = "manifest.json"
BOM = b"\xef\xbb\xbf"


def is_bundle(file: BinaryIO) -> bool:
    """Whether a file was packed by amends, so that a newer bundle may take its place."""
    try:
        with ZipFile(file) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, BadZipFile):
        return False


def packs(files: Files, case: Case) -> bool:
    """Whether the bundle of a case holds plan.md and the exhibits as they are now."""
    plan_now = files.read_bytes(PLAN)
    wanted = {f"exhibits/{exhibit.name}": exhibit.sha256 for exhibit in case.exhibits}
    try:
        with files.open(BUNDLE) as file, ZipFile(file) as archive:
            listed = {entry["name"]: entry["sha256"] for entry in json.loads(archive.read(MANIFEST))["files"]}
    except (Unreadable, OSError, BadZipFile, KeyError, TypeError, ValueError):
        return False
    packed = {name: digest for name, digest in listed.items() if name.startswith("exhibits/")}
    if plan_now is None or packed != wanted:
        return False
    sent = removed(plan_now.removeprefix(BOM).decode("utf-8", "replace"))
    return listed.get(PLAN) == stamp(sent.encode("utf-8", "replace"))
