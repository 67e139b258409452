"""The review of a whole folder of letters, on all cores.

Workers are processes of their own that find and read the letters themselves, a share at a time, and write the results
into the run's folder (`store.runs`); this process hands out shares and adds up what they come to, so that its memory
does not grow with the folder. A run that was stopped goes on where it was: shares that are done and whose letters
did not change are not done again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread

from amends.app.bulk.shares import Total
from amends.app.review.walk import LONGEST
from amends.errors import NotSaved, Unknown, Unreadable
from amends.store.runs import Entry, Run, key_of, run_for
from amends.typed import IO, TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Progress = Callable[[int, int], None]


class Checked(NamedTuple):
    """What a run came to. `findings` is the file with a line of JSON a letter, in the order of their paths.

    `resumed` letters were done by an earlier run that was stopped.
    """

    letters: int
    total: Total
    skipped: dict[str, int]
    resumed: int
    jobs: int
    findings: str


def check_folder(
    folder: str,
    *,
    enforcement: str | None = None,
    today: date | None = None,
    jobs: int | None = None,
    resume: bool = True,
    output: str | None = None,
    progress: Progress = lambda done, of: None,
    **more: Any,
) -> Checked:
    """Review every letter under a folder, by `jobs` workers (one a core when left out).

    `output` is where the results go; the run's folder when left out. `progress` is called with the letters done and
    the letters in all. `more` are settings that the workers' reviews read as JSON. Raises `Unknown` for a folder that
    is none, `Conflict` when another process checks it, `NotSaved` when results cannot be written.
    """
    if not os.path.isdir(folder):
        raise Unknown(f"{folder} is not a folder that can be read.")
    run = run_for(folder)
    settings: Entry = {"folder": folder, "enforcement": enforcement, "today": today and today.isoformat(), **more}
    settings["stamp"] = f"{json.dumps(settings, sort_keys=True)} {_version()}"
    with run.held():
        try:
            run.begin({**settings, "run": os.getpid()}, resume)
            crew = _Crew(run, jobs or _cores())
            try:
                listed = crew.list()
                resumed = crew.review(listed, progress)
            finally:
                crew.end()
            target = output or run.findings
            run.merge(target)
        except OSError as error:
            raise NotSaved(
                f"{error.filename or run.root}: {error.strerror or error}. Mend this, then try again."
            ) from error
    return Checked(listed["letters"], crew.total, listed["skipped"], resumed, crew.size, target)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _version() -> str:
    """What the rules are: the version, and the state of their files where these may change under it."""
    import amends

    root = os.path.dirname(os.path.abspath(amends.__file__))
    seen = [sys.version, amends.__version__]
    for below in ("", "review", "review/rules", "review/phrases"):
        with os.scandir(os.path.join(root, below)) as entries:
            files = sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in entries if e.is_file())
        seen.extend(map(str, files))
    return " ".join(seen)


class _Crew:
    """The workers of a run, each with a thread that talks to it."""

    def __init__(self, run: Run, size: int) -> None:
        self.run, self.size, self.total = run, size, Total()
        self._answers: SimpleQueue[Entry | OSError | Unreadable] = SimpleQueue()
        self._ended = False
        self._lock = Lock()
        self._workers = [_Worker(run)]

    def list(self) -> Entry:
        """Have the first worker find the letters, while the others start."""
        answer = self._workers[0].ask(b'{"list": true}\n')
        if answer is None:
            raise Unreadable(f"The worker ended before it had found the letters; {self.run.log} may say why.")
        self.size = max(1, min(self.size, int(answer["shares"])))
        self._workers += [_Worker(self.run) for _ in range(1, self.size)]
        return answer

    def review(self, listed: Entry, progress: Progress) -> int:
        """Have all shares done; gives how many letters were done before."""
        before = self.run.journal()
        left = int(listed["shares"])
        for key in self.run.share_keys():
            if key in before:
                self.total.add(before[key])
                left -= 1
        resumed = self.total.letters
        progress(resumed, listed["letters"])
        shares = self._open_shares(before)
        for worker in self._workers:
            Thread(target=self._talk, args=(worker, shares), daemon=True).start()
        for _ in range(left):
            answer = self._answers.get()
            if not isinstance(answer, dict):
                raise answer
            self.run.record(answer)
            self.total.add(answer)
            progress(self.total.letters, listed["letters"])
        return resumed

    def _open_shares(self, before: dict[str, Entry]) -> Iterator[bytes]:
        with open(self.run.shares, "rb") as source:
            for line in source:
                if key_of(line) not in before:
                    yield line

    def _talk(self, worker: _Worker, shares: Iterator[bytes]) -> None:
        """Hand shares to a worker until there are none.

        One that dies is replaced. The next takes up the same letter, since the machine may have been at fault; when
        that one dies too, the letter is passed over.
        """
        try:
            while not self._ended:
                with self._lock:
                    share = next(shares, None)
                if share is None:
                    return
                died = share.rstrip()[:-1] + b', "died": true}\n'
                answer, deaths = worker.ask(share), 0
                while answer is None and not self._ended:
                    worker, deaths = self._replaced(worker), deaths + 1
                    answer = worker.ask(share if deaths % 2 else died)
                    if deaths > 2 * LONGEST:
                        raise Unreadable(f"The workers die over and over; {self.run.log} may say why.")
                if answer is not None:
                    self._answers.put(answer)
        except (OSError, Unreadable) as error:
            self._answers.put(error)

    def _replaced(self, worker: _Worker) -> _Worker:
        new = _Worker(self.run)
        self._workers[self._workers.index(worker)] = new
        worker.end()
        return new

    def end(self) -> None:
        """End the workers, wherever they are: what they had finished stays."""
        self._ended = True
        for worker in self._workers:
            worker.end()


class _Worker:
    """A process that answers a line with a line."""

    def __init__(self, run: Run) -> None:
        # -P: a file beside the letters that is named like a module must not be taken for it.
        command = [sys.executable, "-P", "-m", "amends.doors.bulk", run.root]
        with open(run.log, "ab") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=_surroundings()
            )

    def ask(self, line: bytes) -> Entry | None:
        """The answer to a line; None when the worker died over it."""
        asked, answers = _pipes(self._process)
        try:
            asked.write(line)
            asked.flush()
            answer = answers.readline()
        except (OSError, ValueError):
            return None
        if not answer.endswith(b"\n"):
            return None
        found = json.loads(answer)
        assert isinstance(found, dict)
        return found

    def end(self) -> None:
        """End the process."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        for pipe in _pipes(self._process):
            with suppress(OSError):
                pipe.close()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _surroundings() -> dict[str, str]:
    """The environment of a worker, in which it finds the same amends as this process."""
    import amends

    home = os.path.dirname(os.path.dirname(os.path.abspath(amends.__file__)))
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
