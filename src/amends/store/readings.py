"""What was read in the documents of a case, kept beside it so that no document is read twice.

```
readings/<sha256>.json          the reading of a document, by the hash of its bytes
readings/pages/<sha256>-<page>-<version>.json
                                one recognised page of a scan, kept as soon as it is read
```
Everything here is drawn from the originals; who deletes it loses nothing but time. Pages stay, since a newer reader of
fields reads them again, and recognising them takes a thousand times as long.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from amends.errors import NotSaved
from amends.store.folder import put

FOLDER = "readings"
_PAGES = "pages"
_HASH = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"[^A-Za-z0-9.]+")
_LARGEST = 100_000_000


class Readings:
    """The readings of one case folder."""

    def __init__(self, root: Path) -> None:
        self.root = root / FOLDER

    def file(self, sha256: str) -> Path:
        """Where the reading of a document lies. Raises `ValueError` for what is no hash: it would be a path."""
        if not _HASH.fullmatch(sha256):
            raise ValueError("no SHA-256")
        return self.root / f"{sha256}.json"

    def text(self, sha256: str) -> str | None:
        """The kept reading of a document, None when there is none."""
        return _text(self.file(sha256)) if _HASH.fullmatch(sha256) else None

    def keep(self, sha256: str, text: str) -> None:
        """Keep the reading of a document, in place of an older one. Raises `NotSaved` when the disk refuses."""
        put(self.file(sha256), text.encode())

    def page(self, sha256: str, number: int, version: str) -> str | None:
        """A recognised page, None when it was not read by this version of the recogniser."""
        return _text(self._page(sha256, number, version))

    def keep_page(self, sha256: str, number: int, version: str, text: str) -> None:
        """Keep a recognised page."""
        put(self._page(sha256, number, version), text.encode())

    def drop_pages(self, sha256: str) -> None:
        """Forget the recognised pages of a document."""
        if not _HASH.fullmatch(sha256):
            return
        for file in (self.root / _PAGES).glob(f"{sha256}-*.json"):
            with suppress(OSError):
                file.unlink()
        with suppress(OSError):
            (self.root / _PAGES).rmdir()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for the files that come out of another; it is gone afterwards."""
        import tempfile

        try:
            self.root.mkdir(parents=True, exist_ok=True)
            made = Path(tempfile.mkdtemp(prefix=".unpacked-", dir=self.root))
        except OSError as error:
            raise NotSaved(f"{self.root} cannot be written: {error.strerror or error}.") from error
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)
            with suppress(OSError):
                self.root.rmdir()

    def _page(self, sha256: str, number: int, version: str) -> Path:
        self.file(sha256)
        return self.root / _PAGES / f"{sha256}-{number}-{_VERSION.sub('-', version)}.json"


def _text(file: Path) -> str | None:
    try:
        with file.open("rb") as source:
            return source.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return None
