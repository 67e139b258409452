"""Doing one thing in a copy of this process, with limits: for a command that ends soon, since a copy is made at once.

Only a process with a single thread can be copied safely, and only Linux tells that it has one and limits the memory.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

from amends.errors import AmendsError
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST_ANSWER = 64_000_000


def is_possible() -> bool:
    """Whether this process can be copied."""
    if not sys.platform.startswith("linux"):
        return False
    with suppress(OSError):
        return len(os.listdir("/proc/self/task")) == 1
    return False


def ask(does: Callable[[], dict[str, Any]], megabytes: int, seconds: float) -> dict[str, Any]:
    """What `does` gives, in the form of a worker's answer: `done`, `unreadable`, or `trouble` (memory, silence, crash).

    Raises `OSError` when no copy can be made.
    """
    answers, out = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(answers)
        os.close(out)
        raise
    if not child:
        _answer(out, does, megabytes, seconds)
    os.close(out)
    try:
        return _read(answers, seconds)
    finally:
        os.close(answers)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _answer(out: int, does: Callable[[], dict[str, Any]], megabytes: int, seconds: float) -> None:
    """Be the copy: answer, and end without a trace."""
    try:
        _limit(megabytes, seconds)
        import json

        try:
            answer: dict[str, Any] = {"done": does()}
        except AmendsError as error:
            answer = {"unreadable": str(error)}
        except MemoryError:
            answer = {"trouble": "memory"}
        left = memoryview(json.dumps(answer).encode() + b"\n")
        while left:
            left = left[os.write(out, left) :]
    finally:
        os._exit(0)


def _limit(megabytes: int, seconds: float) -> None:
    import faulthandler
    import gc
    import resource

    faulthandler.disable()
    gc.disable()  # going through all objects would copy all of the memory
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who made the copy ends it
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 2 * seconds)  # the copy outlives nobody for long
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    with open("/proc/self/statm", encoding="ascii") as told:
        own = int(told.read().split()[0]) * resource.getpagesize()
    for limit, most in ((resource.RLIMIT_AS, own + (megabytes << 20)), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _read(answers: int, seconds: float) -> dict[str, Any]:
    import json
    from select import select
    from time import monotonic

    until, pieces, size = monotonic() + seconds, list[bytes](), 0
    while (left := until - monotonic()) > 0 and select([answers], [], [], left)[0]:
        piece = os.read(answers, 1 << 20)
        size += len(piece)
        if not piece or size > _LARGEST_ANSWER:
            said = b"".join(pieces)
            found = json.loads(said) if said.endswith(b"\n") else {"trouble": "crash"}
            assert isinstance(found, dict)
            return found
        pieces.append(piece)
    return {"trouble": "silence"}
