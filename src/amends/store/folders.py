"""Many cases as folders: one folder a case in a folder of them all, for who keeps cases without a database.

```
<id>/             a case folder
.board/<id>.json  what the board shows of it
```
The name of the folder is the id. Folders that were put there by hand stand on the board too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from amends.errors import Unknown
from amends.store.files import CASE, NOTICES, stamp
from amends.store.folder import Folder, put
from amends.store.shelf import Asked, Held, Page, Row, Shown, is_id, new_id, paged
from amends.store.summary import STATES, Summary
from amends.typed import Any

_BOARD = ".board"
_SETTLED = 86_400.0


class Shelved(Folder):
    """A case folder that tells its board."""

    def __init__(self, root: Path, told: Callable[[str, Summary, datetime], None]) -> None:
        super().__init__(root)
        self._told = told

    def record(self, summary: Callable[[], Summary], now: datetime) -> None:
        """Tell the board what to show of the case."""
        self._told(self.root.name, summary(), now)


class Folders:
    """The case folders in one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self, id: str) -> Shelved:
        """The files of a case. Raises `Unknown`."""
        if not is_id(id) or not (self.root / id).is_dir():
            raise _no_such()
        return Shelved(self.root / id, self.record)

    def start(self, now: datetime) -> tuple[str, Shelved]:
        """A new place for a case."""
        id = new_id()
        (self.root / id).mkdir(parents=True)
        return id, Shelved(self.root / id, self.record)

    def board(self, asked: Asked) -> Page:
        """A page of the board; each folder is looked at."""
        return paged((found for id in self._ids() if (found := self._shown(id)) is not None), asked)

    def holding(self, sha256: str, size: int) -> tuple[Held, ...]:
        """The cases that hold a notice of these very bytes, the newest first; each folder is looked at."""
        found = []
        for id in self._ids():
            files = self.files(id)
            mine = (files.path(name) for name in files.names(NOTICES))
            if any(path.stat().st_size == size and stamp(path.read_bytes()) == sha256 for path in mine):
                shown = self._shown(id)
                row = shown.row if shown else None
                began = (entry.get("at", "") for entry in files.log())
                found.append(
                    Held(id, row.title if row else id, _moment(next(began, "")), row.archived if row else False)
                )
        return tuple(sorted(found, key=lambda each: (each.started, each.id), reverse=True))

    def archive(self, id: str, archived: bool) -> None:
        """Put a case away, or take it out again; its folder stays where it is."""
        self.files(id)
        self._keep(id, {**self._kept(id), "archived": archived})

    def record(self, id: str, summary: Summary, now: datetime) -> None:
        """What the board shows of a case from now on."""
        self.files(id)
        told = {**summary._asdict(), "deadline": summary.deadline.isoformat() if summary.deadline else None}
        moment = now if now.tzinfo else now.astimezone()
        self._keep(id, {**self._kept(id), **told, "updated": moment.isoformat(), "of": self._changed(id)})

    def unrecorded(self) -> tuple[str, ...]:
        """The cases whose file changed since the board was told, by hand too."""
        return tuple(id for id in self._ids() if self._kept(id).get("of") != self._changed(id))

    def sweep(self, now: datetime) -> int:
        """Remove scratch files that writers left behind when they were stopped, once they are old."""
        gone = 0
        for at, below, files in os.walk(self.root):
            for name in files:
                if name.startswith(".") and name.endswith(".part"):
                    with suppress(OSError):
                        file = os.path.join(at, name)
                        if now.timestamp() - os.stat(file).st_mtime > _SETTLED:
                            os.unlink(file)
                            gone += 1
            below[:] = [each for each in below if not each.startswith(".")]
        return gone

    def _ids(self) -> Iterator[str]:
        with suppress(OSError):
            for entry in sorted(os.scandir(self.root), key=lambda entry: entry.name):
                if is_id(entry.name) and os.path.isfile(os.path.join(entry.path, CASE)):
                    yield entry.name

    def _shown(self, id: str) -> Shown | None:
        kept = self._kept(id)
        try:
            summary = _summary(kept)
            updated = datetime.fromisoformat(kept["updated"])
        except (KeyError, TypeError, ValueError):
            summary, updated = Summary(id, "asking", "open the case"), datetime.fromtimestamp(0, UTC)
        row = Row(
            id, summary.title, summary.state, summary.next, summary.enforcement, summary.marketplace,
            summary.deadline, len(summary.asins), updated, kept.get("archived") is True,
        )  # fmt: skip
        return Shown(row, summary)

    def _kept(self, id: str) -> dict[str, Any]:
        try:
            found = json.loads((self.root / _BOARD / f"{id}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _keep(self, id: str, data: dict[str, Any]) -> None:
        put(self.root / _BOARD / f"{id}.json", json.dumps(data).encode())

    def _changed(self, id: str) -> int:
        try:
            return os.stat(self.root / id / CASE).st_mtime_ns
        except OSError:
            return 0


def _moment(written: str) -> datetime:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return found if found.tzinfo else found.astimezone()


def _summary(kept: dict[str, Any]) -> Summary:
    """What was kept of a case, by hand perhaps. Raises `KeyError`, `TypeError` or `ValueError` for what is none."""
    if kept["state"] not in STATES:
        raise ValueError("no state")
    return Summary(
        str(kept["title"]),
        kept["state"],
        str(kept["next"]),
        enforcement=str(kept["enforcement"]) if kept["enforcement"] else None,
        marketplace=str(kept["marketplace"]) if kept["marketplace"] else None,
        deadline=date.fromisoformat(kept["deadline"]) if kept["deadline"] else None,
        asins=tuple(map(str, kept["asins"])),
        ids=tuple(map(str, kept["ids"])),
        names=tuple(map(str, kept["names"])),
    )


def _no_such() -> Unknown:
    return Unknown("There is no such case. Its address may be mistyped, or it is in another data folder.")
