"""The text layer of a PDF, taken out in a process of its own with limits.

PDFium may crash over a damaged file, take memory without end, and be used by one thread alone. The first file of a
process without threads, as a command is, is read in a copy of it, since that costs almost nothing. For all others one
worker reads, one file after the other; it ends when nobody asked for a while.
"""

from __future__ import annotations

import os
from threading import Lock

from amends.app.reading import forked, layer
from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.app.reading.standby import Shared
    from amends.formats.pdftext import Sheet

    Layer = tuple[list[Sheet], list[str]]

_MEGABYTES = min(1_200, int(os.environ.get("AMENDS_READER_MEGABYTES", "0")) or 1_200)
"""How much memory may be addressed: what the guard of PDFs lets through takes up to a thousand."""

_SILENCE = 30.0
_REMEMBERED = 20
_LARGEST_KEPT = 200_000
_LONGEST_REMEMBERED = 2_000
"""How many lines a text layer has at most that is remembered: a server opens the same notice for each of its pages."""

_STOPPED = (
    "{name} is damaged, or made to do harm: the program that reads it stopped, or took more memory than any letter "
    "does; open it and {remedy}."
)
_TROUBLE = {
    "crash": _STOPPED,
    "memory": _STOPPED,
    "silence": "{name} takes far longer to read than any letter; open it and {remedy}.",
    "unstarted": "The program that reads {name} could not be started. Close other programs, then try again.",
    "busy": "Other files are being read. Wait a moment, then try {name} again.",
}
_FAULT = "{name} could not be read because of a fault in amends itself; open it and {remedy}."


def sheets(data: bytes, name: str, remedy: str) -> Layer:
    """As `pdftext.sheets`. Raises `Unreadable` also for what the other process could not stand."""
    return _READER.sheets(data, name, remedy)


class _Reader:
    """Has PDFs read, one at a time."""

    def __init__(self) -> None:
        self._shared: Shared | None = None
        self._lock = Lock()
        self._known: dict[tuple[bytes, str, str], Layer] = {}
        self._is_first = True

    def sheets(self, data: bytes, name: str, remedy: str) -> Layer:
        key = (data if len(data) <= _LARGEST_KEPT else _sha256(data), name, remedy)
        if key in self._known:
            return self._known[key]
        answer = self._answer(data, name, remedy)
        if "unreadable" in answer:
            raise Unreadable(str(answer["unreadable"]))
        try:
            found = layer.read(answer["done"])
        except (KeyError, TypeError, ValueError, OverflowError):
            why = _TROUBLE.get(answer.get("trouble", ""), _FAULT)
            raise Unreadable(why.format(name=name, remedy=remedy)) from None
        if sum(len(sheet.lines) for sheet in found[0]) <= _LONGEST_REMEMBERED:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = found
        return found

    def _answer(self, data: bytes, name: str, remedy: str) -> dict[str, Any]:
        is_first, self._is_first = self._is_first, False
        if is_first and forked.is_possible():
            try:
                return forked.ask(lambda: layer.written(data, name, remedy), _MEGABYTES, _SILENCE)
            except OSError:
                return {"trouble": "unstarted"}
        from base64 import b64encode

        from amends.app.reading.standby import Shared, Standby
        from amends.app.reading.worker import Died

        with self._lock:
            self._shared = self._shared or Shared(Standby("amends.app.reading.layer", _MEGABYTES, _SILENCE))
        try:
            return self._shared.ask({"layer": b64encode(data).decode(), "name": name, "remedy": remedy})
        except Died as died:
            return {"trouble": died.how}

    def end(self) -> None:
        """End the worker, unless it is being asked."""
        if self._shared is not None:
            self._shared.end()


def _sha256(data: bytes) -> bytes:
    from hashlib import sha256

    return sha256(data).digest()


_READER = _Reader()


def rest() -> None:
    """End the worker; the next file starts it again."""
    _READER.end()
