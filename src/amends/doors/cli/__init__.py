"""The command line: `amends VERB …`. Each verb is one file in `commands/`, found by scanning the folder.

Exit status: 0 clean, 1 findings at error level, 2 wrong use or unreadable input, 3 a bug. Only the file of the verb
that runs is imported, so that starting stays quick; here stands what comes before the startup snapshot is taken up,
and no more.
"""

from __future__ import annotations

import sys

from amends.doors.cli.verbs import parser_of, summary, verbs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from amends.doors.cli.running import overview, run
    from amends.typed import Any

__all__ = ["BUG", "CLEAN", "FINDINGS", "USAGE", "main", "overview", "parser_of", "run", "summary", "verbs"]

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3


def main() -> None:
    """The entry point of the installed command."""
    import gc

    # A command ends soon and most of what it makes lives until then: looking for garbage as often as a server must
    # costs a twentieth of its time, and looking through all of it once more at the end a quarter.
    gc.set_threshold(200_000, 20, 20)
    if sys.argv[1:] and sys.argv[1] in verbs():
        _quicken(sys.argv[1])
    from amends.doors.cli.running import run

    status = run()
    # What DuckDB made has to be collected, or it reports it as leaked at the end.
    if "_duckdb" not in sys.modules:
        gc.freeze()
        if not _is_watched() and "threading" not in sys.modules:
            _end(status)
    sys.exit(status)


def _is_watched() -> bool:
    """Whether a debugger or a profiler waits for the end, or a person who wants to go on from there (`python -i`)."""
    watching = getattr(sys, "monitoring", None)
    tools = watching is not None and any(watching.get_tool(number) is not None for number in range(6))
    return tools or sys.gettrace() is not None or sys.getprofile() is not None or bool(sys.flags.inspect)


def _end(status: int) -> None:
    """End the process at once, after all that asked to be called then.

    Python would take everything apart piece by piece first, which costs a short command a twentieth of its time.
    """
    import atexit
    import os

    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            continue
    os._exit(status)


def _quicken(verb: str) -> None:
    """Take up the startup snapshot, or make one for the next start."""
    import atexit

    from amends import snapshot

    if not snapshot.take_up(verb):
        try:
            from amends.doors import snapshots

            snapshots.make()
        except Exception:  # noqa: BLE001, S110  what is broken is told by the verb that needs it
            pass
    atexit.register(snapshot.leave)


def __getattr__(name: str) -> Any:
    if name in ("overview", "run"):
        from amends.doors.cli import running

        return getattr(running, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
