"""The command line: `amends VERB …`. Each verb is one file in `commands/`, found by scanning the folder.

Exit status: 0 clean, 1 findings at error level, 2 wrong use or unreadable input, 3 a bug. Only the file of the verb
that runs is imported, so that starting stays quick; here stands what comes before the startup snapshot is taken up,
and no more.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from amends.doors.cli.running import overview, run
    from amends.typed import Any

__all__ = ["BUG", "CLEAN", "FINDINGS", "USAGE", "main", "overview", "run"]

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3


def main() -> None:
    """The entry point of the installed command."""
    import gc

    # A command ends soon and most of what it makes lives until then: looking for garbage as often as a server must
    # costs a twentieth of its time, and looking through all of it once more at the end a quarter.
    gc.set_threshold(200_000, 20, 20)
    known = False
    if sys.argv[1:] and sys.argv[1].isalpha():
        from amends import snapshot

        known = snapshot.take_up(sys.argv[1])
    from amends.doors.cli.running import whole

    whole(known)


def __getattr__(name: str) -> Any:
    if name in ("overview", "run"):
        from amends.doors.cli import running

        return getattr(running, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
