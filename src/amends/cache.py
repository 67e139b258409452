"""The cache folder of this user: what can be made again, kept to save time. If it cannot be written, so be it."""

from __future__ import annotations

import os
import sys

_MOST_KEPT = 8


def cache_folder() -> str:
    """Where this user's programs keep what can be made again; it may not exist yet."""
    home = os.path.expanduser("~")
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "amends")


def keep(file: str, data: bytes, prefix: str) -> None:
    """Write a file of the cache, and leave the newest few whose names begin with `prefix`; failing is no matter."""
    scratch = f"{file}.{os.getpid()}"
    folder = os.path.dirname(file)
    try:
        os.makedirs(folder, exist_ok=True)
        with open(scratch, "wb") as out:
            out.write(data)
        os.replace(scratch, file)
        kept = [entry for entry in os.scandir(folder) if entry.name.startswith(prefix)]
        for old in sorted(kept, key=lambda entry: entry.stat().st_mtime, reverse=True)[_MOST_KEPT:]:
            os.unlink(old.path)
    except OSError:
        return
