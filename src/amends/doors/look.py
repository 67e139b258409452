"""The door of a worker that reads files from outside: a line of JSON asks, lines of JSON answer.

`python -m amends.doors.look MEGABYTES MODULE` is started by `app.reading.worker`; the module is what most questions
need. Each line asks for one file, in the form that `app.reading.looking.look_at` takes; with `draw` it asks for a
picture of a page, with `copy` for a copy of a document, with `layer` for the text layer of a PDF.
`{"page": …, "of": …}` tells how far it is; one line with `done`, `unreadable` or `trouble` ends the answer. The process
holds itself to its memory, writes no core, and opens no connection; it ends with its input.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import contextmanager
from importlib import import_module

from amends.errors import AmendsError
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LARGEST_FILE = 300_000_000
_LONGEST_LAYER = 300


def main() -> None:
    """Answer until the input ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer).encode() + b"\n")

    import_module(sys.argv[2])  # loaded before the limits hold
    _limit(int(sys.argv[1]))
    # What is loaded now stays until the end, so nobody needs to look through it for garbage.
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    say({"ready": True})
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            say({"done": _done(asked, lambda page, of: say({"page": page, "of": of}))})
        except AmendsError as error:
            say({"unreadable": str(error)})
        except MemoryError:
            say({"trouble": "memory"})
        except Exception as error:  # noqa: BLE001  one bad file never stops the others
            say({"trouble": type(error).__name__})


def _done(asked: dict[str, Any], step: Callable[[int, int], None]) -> dict[str, Any]:
    """The answer to what was asked: a text layer, a picture of a page, a copy, or what the file holds."""
    if "layer" in asked:
        from amends.app.reading import layer

        with _alarm():
            return layer.layer_at(asked)
    from amends.app.reading import looking

    if "draw" in asked:
        return looking.page_at(asked)
    if "copy" in asked:
        from amends.app.plan import copies

        return copies.copy_at(asked)
    return looking.look_at(asked, step)


@contextmanager
def _alarm() -> Iterator[None]:
    """End this process when the answer takes far too long, even where whoever asked is gone."""
    import signal

    if not hasattr(signal, "alarm"):
        yield
        return
    signal.alarm(_LONGEST_LAYER)
    try:
        yield
    finally:
        signal.alarm(0)


def _limit(megabytes: int) -> None:
    """Hold this process to its limits, where the system knows such."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return
    wanted = ((resource.RLIMIT_AS, megabytes << 20), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, _LARGEST_FILE))
    for limit, most in wanted:
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (most, hard))
        except (OSError, ValueError):  # macOS does not limit addresses
            continue


def _refuse(event: str, arguments: object) -> None:
    """Nothing that reads a document needs a connection."""
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo"):
        raise PermissionError(f"{event} is not for a reader of documents")


if __name__ == "__main__":
    main()
