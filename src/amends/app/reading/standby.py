"""Workers that are kept: started with the first question, asked again, replaced when they died over one."""

from __future__ import annotations

import threading

from amends.app.reading.worker import Died, Worker
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_WAIT = 45.0
_IDLE = 90.0


def _unseen(page: int, of: int) -> None:
    """Nobody looks on."""


class Standby:
    """One worker for one asker; what it loads and its limits are those of `Worker`."""

    def __init__(self, loads: str = "amends.app.reading.looking", megabytes: int = 0, silence: float = 0) -> None:
        self._made = loads, megabytes, silence
        self._worker: Worker | None = None

    def ask(self, asked: dict[str, Any], step: Callable[[int, int], None] = _unseen) -> dict[str, Any]:
        """The answer to a question. Raises `Died` when there is none: `how` is "unstarted" where no worker came up."""
        if self._worker is not None and self._worker.has_ended:
            self.end()
        if self._worker is None:
            try:
                self._worker = Worker(*self._made)
            except (Died, OSError):
                raise Died("unstarted") from None
        is_answered = False
        try:
            answer = self._worker.ask(asked, step)
            is_answered = True
        finally:
            # Who looks on may stop it too; a worker in the middle of an answer answers nothing else.
            if not is_answered:
                self.end()
        return answer

    def end(self) -> None:
        """End the worker; the next question starts it again."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None


class Shared:
    """A standby for all threads of a program, asked one question at a time; it ends when nobody asked for a while."""

    def __init__(self, standby: Standby) -> None:
        self._standby = standby
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        """As `Standby.ask`; `how` is "busy" where others are asking for too long."""
        if not self._lock.acquire(timeout=_WAIT):
            raise Died("busy")
        try:
            if self._timer is not None:
                self._timer.cancel()
            return self._standby.ask(asked)
        finally:
            self._timer = threading.Timer(_IDLE, self.end)
            self._timer.daemon = True
            self._timer.start()
            self._lock.release()

    def end(self) -> None:
        """End the worker, unless it is being asked."""
        if self._lock.acquire(blocking=False):
            try:
                self._standby.end()
            finally:
                self._lock.release()
