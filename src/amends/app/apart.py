"""Asking a worker process with limits for the words of a message or a draft.

PDFium may crash over a damaged file, take memory without end, and be used by one thread alone. So one worker reads for
all threads of this process, one file after the other, and ends when nobody asked for a while.
"""

from __future__ import annotations

import threading

from amends.app.worker import Died, Worker
from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_MEGABYTES = 1_500
"""How much memory the worker may address: what the guard of PDFs lets through takes up to a thousand."""

_SILENCE = 30.0
_WAIT = 45.0
_IDLE = 90.0

_STOPPED = (
    "{name} is damaged, or made to do harm: the program that reads it stopped, or took more memory than any letter "
    "does; open it and {remedy}."
)
_SLOW = "{name} takes far longer to read than any letter; open it and {remedy}."
_FAULT = "{name} could not be read because of a fault in amends itself; open it and {remedy}."
_TROUBLE = {"memory": _STOPPED, "crash": _STOPPED, "silence": _SLOW}
_BUSY = "Other files are being read. Try again in a moment."
_UNSTARTED = "The program that reads {name} could not be started. Close other programs, then try again."


class Asked(NamedTuple):
    """What is wanted of some bytes (a `message` or a `draft`), the name that they came with, how a sentence speaks of
    them, and what it advises."""

    say: str
    data: bytes
    name: str
    called: str
    remedy: str

    def refused(self, why: str) -> Unreadable:
        """The error that says so."""
        return Unreadable(why.format(name=self.called, remedy=self.remedy))


def read(asked: Asked, back: Callable[[dict[str, Any]], _T]) -> _T:
    """What `back` makes of the worker's answer. Raises `Unreadable` with what to do, also for what it died of."""
    answer = _READER.ask(asked)
    if "unreadable" in answer:
        raise Unreadable(str(answer["unreadable"]))
    if answer.get("trouble") in _TROUBLE:
        raise asked.refused(_TROUBLE[answer["trouble"]])
    try:
        return back(answer["done"])
    except (KeyError, TypeError, ValueError):
        raise asked.refused(_FAULT) from None


class _Reader:
    """Asks one worker, one file at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._timer: threading.Timer | None = None

    def ask(self, asked: Asked) -> dict[str, Any]:
        """The answer of the worker; `trouble` says how it died. Raises `Unreadable` when it cannot be asked."""
        from base64 import b64encode

        if not self._lock.acquire(timeout=_WAIT):
            raise asked.refused(_BUSY)
        try:
            if self._timer is not None:
                self._timer.cancel()
            question = {"say": asked.say, "name": asked.name, "data": b64encode(asked.data).decode()}
            used = self._worker is not None
            answer = self._answer(asked, question)
            # A worker that waited may have been ended by the system; this file is not to blame.
            return self._answer(asked, question) if used and answer.get("trouble") == "crash" else answer
        finally:
            self._timer = threading.Timer(_IDLE, self.end)
            self._timer.daemon = True
            self._timer.start()
            self._lock.release()

    def _answer(self, asked: Asked, question: dict[str, Any]) -> dict[str, Any]:
        if self._worker is None:
            try:
                self._worker = Worker("amends.app.said", _MEGABYTES, _SILENCE)
            except (Died, OSError):
                raise asked.refused(_UNSTARTED) from None
        answered = False
        try:
            answer = self._worker.ask(question, lambda page, of: None)
            answered = True
        except Died as died:
            return {"trouble": died.how}
        finally:
            if not answered:
                self._ended()
        return answer

    def end(self) -> None:
        """End the process, unless it is being asked."""
        if self._lock.acquire(blocking=False):
            try:
                self._ended()
            finally:
                self._lock.release()

    def _ended(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


_READER = _Reader()


def rest() -> None:
    """End the process that reads; the next file starts it again."""
    _READER.end()
