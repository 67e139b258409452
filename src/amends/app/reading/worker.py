"""The worker process that opens files from outside, with limits on its memory and its silence (`doors.look`).

Whoever asks it owns it: a worker that died or was left in the middle of an answer is ended and replaced by its owner.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic

from amends.typed import IO, Any

_MEGABYTES = int(os.environ.get("AMENDS_READER_MEGABYTES", "0")) or 2_400 + 300 * min(os.cpu_count() or 1, 8)
"""How much memory a worker may address: a text takes little, pages that are recognised side by side 300 MB each."""

_SILENCE = float(os.environ.get("AMENDS_FILE_SECONDS", "60"))
"""How long a worker may say nothing: a file, or a page of a scan, takes a fraction of it."""

_START = 120.0
_LONGEST = 30.0
"""How many times as long a whole file may take, page by page."""

_LARGEST_ANSWER = 64_000_000


class Died(Exception):
    """The worker died over a file, or had to be ended; `how` is memory, silence or crash. Its owner replaces it."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


class Worker:
    """A process that answers a line with lines: it loads the module that `loads` names, and holds itself to its limits.

    It may address so many `megabytes`, and say nothing for so many seconds (`silence`).
    """

    def __init__(self, loads: str = "amends.app.reading.looking", megabytes: int = 0, silence: float = 0) -> None:
        self._silence = silence or _SILENCE
        # -P: a file beside the documents that is named like a module must not be taken for it.
        command = [sys.executable, "-P", "-m", "amends.doors.look", str(megabytes or _MEGABYTES), loads]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
        )
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()
        try:
            self._next(_START)
        except Died:
            self.end()
            raise

    def ask(self, asked: dict[str, Any], step: Callable[[int, int], None]) -> dict[str, Any]:
        """The answer to a question. Raises `Died` when there is none."""
        asked_of, _ = self._pipes()
        try:
            asked_of.write(json.dumps(asked).encode() + b"\n")
            asked_of.flush()
        except (OSError, ValueError) as error:
            raise Died("crash") from error
        until = monotonic() + self._silence * _LONGEST
        while monotonic() < until:
            answer = self._next(self._silence)
            if "page" not in answer:
                return answer
            step(int(answer["page"]), int(answer["of"]))
        raise Died("silence")

    @property
    def has_ended(self) -> bool:
        """Whether the process ended while it waited, as one that the system chose to end."""
        return self._process.poll() is not None

    def end(self) -> None:
        """End the process."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        for pipe in self._pipes():
            with suppress(OSError):
                pipe.close()

    def _next(self, silence: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=silence)
        except Empty:
            raise Died("silence") from None
        if not line.endswith(b"\n"):
            raise Died("crash")
        found = json.loads(line)
        assert isinstance(found, dict)
        return found

    def _listen(self) -> None:
        _, answers = self._pipes()
        with suppress(OSError, ValueError):
            while line := answers.readline(_LARGEST_ANSWER):
                self._lines.put(line)
        self._lines.put(b"")

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _surroundings() -> dict[str, str]:
    """The environment of a worker, in which it finds the same amends as this process."""
    import amends

    home = os.path.dirname(os.path.dirname(os.path.abspath(amends.__file__)))
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
