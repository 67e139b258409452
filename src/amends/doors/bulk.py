"""The door of a worker that reviews shares of a folder of letters: a line of JSON asks, a line of JSON answers.

`python -m amends.doors.bulk RUN` is started by `app.bulk.folder` with the run's folder. Asked `{"list": true}` it
finds the letters; a share's line it answers with what the share comes to. `"died": true` beside it says that a worker
died within the share's next letter, which is then passed over. It ends with its input.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from time import monotonic

from amends.app.bulk import shares as bulk_share
from amends.errors import AmendsError
from amends.typed import Any

_LONGEST, _BETWEEN = float(os.environ.get("AMENDS_LETTER_SECONDS", "120")), 10.0
"""A letter that takes longer than so many seconds ends its worker, and is passed over."""


def main() -> None:
    """Answer until the input ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    work = bulk_share.Work(sys.argv[1])
    _warm()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        answer = work.list() if "list" in asked else _share(asked, work)
        answers.write(json.dumps(answer).encode() + b"\n")


def _warm() -> None:
    """Load what every letter needs while others are still finding the letters."""
    import gc

    from amends import review
    from amends.app.review import checking  # noqa: F401

    review.rules()
    # The rules stay until the end, so nobody needs to look through them for garbage after every few letters.
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def _share(asked: dict[str, Any], work: bulk_share.Work) -> dict[str, Any]:
    share = work.share(asked["key"])
    letters = asked["letters"]
    if asked.get("died") and share.done < len(letters):
        share.refuse(work.path(letters[share.done][1]), bulk_share.BROKEN, "bug")
    armed = monotonic() - _BETWEEN
    for kind, below in letters[share.done :]:
        path = work.path(below)
        if monotonic() - armed >= min(_BETWEEN, _LONGEST / 10):  # arming costs a thread, too much for every letter
            armed = monotonic()
            faulthandler.dump_traceback_later(_LONGEST, exit=True)
        try:
            share.add(bulk_share.reviewed(path, kind, work.checking))
        except AmendsError as error:
            share.refuse(path, str(error), "unreadable")
        except OSError as error:
            share.refuse(path, f"{path} cannot be read: {error.strerror or error}.", "unreadable")
        except Exception as error:  # noqa: BLE001  one bad file never stops the run
            share.refuse(path, f"{bulk_share.BROKEN} ({type(error).__name__})", "bug")
    faulthandler.cancel_dump_traceback_later()
    return share.finish()


if __name__ == "__main__":
    main()
