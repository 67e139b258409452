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

from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.store.files import Files

FOLDER = "readings/"
PAGES = f"{FOLDER}pages/"
_HASH = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"[^A-Za-z0-9.]+")
_LARGEST = 100_000_000


class Readings:
    """The readings of one case."""

    def __init__(self, files: Files) -> None:
        self.files = files

    def name(self, sha256: str) -> str:
        """The file with the reading of a document. Raises `ValueError` for what is no hash: it would be a path."""
        if not _HASH.fullmatch(sha256):
            raise ValueError("no SHA-256")
        return f"{FOLDER}{sha256}.json"

    def text(self, sha256: str) -> str | None:
        """The kept reading of a document, None when there is none."""
        return self._text(self.name(sha256)) if _HASH.fullmatch(sha256) else None

    def keep(self, sha256: str, text: str) -> None:
        """Keep the reading of a document, in place of an older one. Raises `NotSaved` when the store refuses."""
        self.files.put(self.name(sha256), text.encode())

    def pages(self, sha256: str) -> tuple[str, ...]:
        """The files with the recognised pages of a document."""
        return self.files.names(f"{PAGES}{sha256}-") if _HASH.fullmatch(sha256) else ()

    def page(self, sha256: str, number: int, version: str) -> str | None:
        """A recognised page, None when it was not read by this version of the recogniser."""
        return self._text(self._page(sha256, number, version))

    def keep_page(self, sha256: str, number: int, version: str, text: str) -> None:
        """Keep a recognised page."""
        self.files.put(self._page(sha256, number, version), text.encode())

    def drop_pages(self, sha256: str) -> None:
        """Forget the recognised pages of a document."""
        for name in self.pages(sha256):
            self.files.discard(name)

    def _page(self, sha256: str, number: int, version: str) -> str:
        self.name(sha256)
        return f"{PAGES}{sha256}-{number}-{_VERSION.sub('-', version)}.json"

    def _text(self, name: str) -> str | None:
        try:
            data = self.files.read_bytes(name)
        except Unreadable:
            return None
        return None if data is None else data[:_LARGEST].decode("utf-8", "replace")
