"""The worker: runs the tasks that are kept in the database, beside the server and within its process.

Of all servers of one data folder the one that holds the lock works. A task that was under way when the process was
killed is taken up again, once; the second time it is given up and says so. A server that ends in order puts the task at
hand back.
"""

from __future__ import annotations

import logging
import secrets
import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks.signals import task_enqueued
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet
from filelock import FileLock, Timeout

from amends.app.board import arrivals
from amends.app.board.desk import Desk, Halted
from amends.doors.web.cases import now
from amends.typed import Any, cast

LOG = logging.getLogger("amends.web")
_HALTED = f"{Halted.__module__}.{Halted.__qualname__}"
_ATTEMPTS = 2
_KEPT = timedelta(days=7)
_LOOK = 10.0
"""Seconds after which the line is looked at though nobody told of a task: another process may have put one there."""

_AGAIN = 2.0
_PATIENCE = 8.0
_woken = threading.Event()
_desk: Desk | None = None


@task()
def read(arrival: str) -> str | None:
    """Read a file that was received and take it into its case. Gives what became of it."""
    if _desk is not None:
        return _desk.read(arrival, now)
    with Desk(lambda: False) as desk:
        return desk.read(arrival, now)


def queue(arrival: str) -> None:
    """Put the reading of an arrival into the line."""
    read.enqueue(arrival)


class Working:
    """A worker that runs, in a thread of its own."""

    def __init__(self, data: Path) -> None:
        self._lock = FileLock(data / "worker.lock")
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        """Begin."""
        task_enqueued.connect(_wake, dispatch_uid="amends.worker")
        self._thread.start()

    def stop(self) -> None:
        """Let the worker end at the next page; what it was reading waits for the next start."""
        self._ending.set()
        _woken.set()
        self._thread.join(_PATIENCE)
        if self._thread.is_alive():
            with suppress(DatabaseError):
                _put_back()

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                with self._lock.acquire(timeout=0):
                    _recover()
                    self._work()
            except Timeout:
                self._ending.wait(_LOOK)
            except Exception as error:  # noqa: BLE001  a database that is away may be back soon; a bug must not end all work
                LOG.warning("the worker tries again after %s", type(error).__name__)
                self._ending.wait(_AGAIN)
            finally:
                connections.close_all()

    def _work(self) -> None:
        global _desk
        while not self._ending.is_set():
            _woken.clear()
            with Desk(self._ending.is_set) as desk:
                _desk = desk
                try:
                    _Runner(self._ending).run()
                finally:
                    _desk = None
            _woken.wait(_LOOK)


class _Runner(Worker):
    """Runs all tasks that are ready, then comes back."""

    def __init__(self, ending: threading.Event) -> None:
        super().__init__(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=secrets.token_hex(16),
            excluded_queue_names=[],
        )
        self._ending = ending

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Run a task. One that failed by a bug is told to who waits for it; one that was halted is put back."""
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            if db_task_result.exception_class_path == _HALTED:
                _ready(db_task_result, db_task_result.worker_ids[:-1])
            else:
                LOG.error("a bug: %s while a file was read", db_task_result.exception_class_path)
                arrivals.give_up(_arrival(db_task_result), arrivals.FAULT)
        self.running = not self._ending.is_set()


def _wake(sender: object, **_: object) -> None:
    transaction.on_commit(_woken.set)


def _tasks() -> DBTaskResultQuerySet:
    return cast("DBTaskResultQuerySet", DBTaskResult.objects.all())


def _arrival(result: DBTaskResult[Any, Any]) -> str:
    given = result.args_kwargs.get("args") or [""]
    return str(given[0])


def _ready(result: DBTaskResult[Any, Any], workers: list[str]) -> None:
    """Put a task back into the line."""
    _tasks().filter(id=result.id).update(
        status=TaskResultStatus.READY,
        started_at=None,
        finished_at=None,
        exception_class_path="",
        traceback="",
        worker_ids=workers,
    )


def _put_back() -> None:
    """Put back what a worker that is ended by force was reading; it is not its fault."""
    for left in _tasks().running():
        _ready(left, left.worker_ids[:-1])


def _recover() -> None:
    """Take up what a worker that was killed left under way: each task once more, and files that lost their task."""
    for left in _tasks().running():
        if len(left.worker_ids) < _ATTEMPTS:
            _ready(left, left.worker_ids)
            continue
        arrivals.give_up(_arrival(left), arrivals.TWICE)
        _tasks().filter(id=left.id).update(
            status=TaskResultStatus.FAILED, finished_at=timezone.now(), exception_class_path=_HALTED, traceback=""
        )
    ready = {_arrival(result) for result in _tasks().filter(status=TaskResultStatus.READY)}
    arrivals.sweep(now())
    for id in arrivals.unread():
        if id not in ready:
            queue(id)
    _tasks().finished().filter(finished_at__lt=timezone.now() - _KEPT).delete()


def start() -> Working:
    """Start the worker."""
    made = Working(settings.PLACE.data)
    made.start()
    return made
