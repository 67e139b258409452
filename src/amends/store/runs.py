"""Where a run over a folder of letters keeps its work: in the user's cache folder, so that the letters' own folder
stays clean, and so that a run that was stopped goes on where it was.

```
settings.json   what the run was asked for, for its workers
shares.jsonl    the work in shares: key and letters, a line each
parts/KEY.jsonl the results of a share; KEY.RUN.part while it is being done
journal.jsonl   a line for each share that is done, with what it came to
```
The key of a share is the fingerprint of its settings and of the names, sizes and times of change of its letters, so
a share whose letters changed is another share. One process of amends at a time works in the folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from amends.cache import cache_folder
from amends.errors import Conflict, NotSaved
from amends.typed import Any

Entry = dict[str, Any]
_MOST_KEPT = 6


def run_for(folder: str) -> Run:
    """The place of the runs over a folder."""
    from hashlib import blake2b

    name = os.path.realpath(folder).encode(errors="surrogateescape")
    return Run(os.path.join(cache_folder(), "runs", blake2b(name, digest_size=10).hexdigest()))


class Run:
    """One run's folder on disk."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.shares = os.path.join(root, "shares.jsonl")
        self.parts = os.path.join(root, "parts")
        self.log = os.path.join(root, "workers.log")
        self.findings = os.path.join(root, "findings.jsonl")
        self._journal = os.path.join(root, "journal.jsonl")
        self._settings = os.path.join(root, "settings.json")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder and hold it. Raises `Conflict` when another process works in it, `NotSaved` when refused."""
        from filelock import FileLock, Timeout

        try:
            os.makedirs(self.root, mode=0o700, exist_ok=True)  # the results quote the letters
            os.makedirs(self.parts, exist_ok=True)
            lock = FileLock(os.path.join(self.root, "lock"))
            lock.acquire(timeout=0)
        except Timeout as error:
            raise Conflict("Another amends is checking this folder. Wait for it to end, then try again.") from error
        except OSError as error:
            raise NotSaved(
                f"{self.root} cannot be written: {error.strerror or error}. Mend this, then try again."
            ) from error
        try:
            self._drop_old()
            yield
        finally:
            lock.release()

    def _drop_old(self) -> None:
        """Keep the folders of the last few runs only, and those that somebody works in."""
        from filelock import FileLock, Timeout

        with os.scandir(os.path.dirname(self.root)) as entries:
            runs = sorted((entry.stat().st_mtime, entry.path) for entry in entries if entry.is_dir())
        for _, old in runs[:-_MOST_KEPT]:
            if old != self.root:
                with suppress(Timeout, OSError), FileLock(os.path.join(old, "lock"), timeout=0):
                    shutil.rmtree(old, ignore_errors=True)

    def begin(self, settings: Entry, resume: bool) -> None:
        """Keep what the run is asked for. Without `resume` what an earlier run left is thrown away."""
        if not resume:
            self.forget()
            os.makedirs(self.parts, exist_ok=True)
        for name in os.listdir(self.parts):
            if name.endswith(".part"):
                os.unlink(os.path.join(self.parts, name))
        with suppress(FileNotFoundError):
            os.unlink(self.log)
        with open(self._settings, "w", encoding="utf-8") as out:
            json.dump(settings, out)

    def settings(self) -> Entry:
        """What the run was asked for."""
        with open(self._settings, encoding="utf-8") as source:
            found = json.load(source)
        assert isinstance(found, dict)
        return found

    def part(self, key: str, run: int | None = None) -> str:
        """The file with the results of a share; with a `run`, the one that is being written.

        A worker whose run was killed ends a moment later; its file must not be that of the next run's worker.
        """
        return os.path.join(self.parts, f"{key}.jsonl" if run is None else f"{key}.{run}.part")

    def journal(self) -> dict[str, Entry]:
        """The shares that are done and still there, by key; a line that was cut off by a kill is left out."""
        found: dict[str, Entry] = {}
        try:
            with open(self._journal, "rb") as source:
                for line in source:
                    with suppress(ValueError, KeyError, TypeError, OSError):
                        entry = json.loads(line)
                        if os.path.getsize(self.part(entry["key"])) == entry["bytes"]:
                            found[entry["key"]] = entry
        except OSError:
            return {}
        return found

    def record(self, entry: Entry) -> None:
        """Add a finished share to the journal."""
        with open(self._journal, "ab") as out:
            # The blank line before ends a line that a kill may have cut off.
            out.write(b"\n" + json.dumps(entry).encode() + b"\n")

    def share_keys(self) -> Iterator[str]:
        """The keys of the shares, in order."""
        with open(self.shares, "rb") as source:
            for line in source:
                yield key_of(line)

    def merge(self, target: str) -> None:
        """Write the results of all shares in order, and forget the parts."""
        from pathlib import Path

        from amends.store.folder import putting

        with putting(Path(target)) as out:
            for key in self.share_keys():
                with open(self.part(key), "rb") as part:
                    shutil.copyfileobj(part, out, 1 << 20)
        self.forget()

    def forget(self) -> None:
        """Remove what only serves to go on with a run."""
        for file in (self._journal, self.shares, self._settings):
            with suppress(OSError):
                os.unlink(file)
        shutil.rmtree(self.parts, ignore_errors=True)


def key_of(line: bytes) -> str:
    """The key of a share from its line; the key stands first, so the letters need not be parsed."""
    return line[9 : line.index(b'"', 9)].decode()


def share_line(key: str, letters: list[list[str]]) -> bytes:
    """The line of a share: its key, then its letters as pairs of kind and path below the folder."""
    return f'{{"key": "{key}", "letters": {json.dumps(letters)}}}\n'.encode()
