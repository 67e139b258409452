"""Running a verb: its words read, its exit status given, and whatever fails told in a line that helps."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module

from amends import together
from amends.doors.cli import BUG, CLEAN, FINDINGS, USAGE
from amends.doors.cli.verbs import parser_of, summary, verbs
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def whole(known: bool) -> None:
    """Run the command line of this process and end it; when no startup snapshot is `known`, the next start gets one."""
    import atexit
    import gc

    from amends import snapshot

    if sys.argv[1:] and sys.argv[1] in verbs():
        if not known:
            try:
                from amends.doors import snapshots

                snapshots.make()
            except Exception:  # noqa: BLE001, S110  what is broken is told by the verb that needs it
                pass
        atexit.register(snapshot.leave)
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

    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            continue
    os._exit(status)


def run(argv: list[str] | None = None) -> int:
    """Run a command line; `argv` without the program's name. Gives the exit status, and never a traceback."""
    words = sys.argv[1:] if argv is None else argv
    _prepare_streams()
    try:
        status = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("\nStopped. What was saved before is safe, and nothing is half written.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _silence()
        return CLEAN
    except OSError as error:
        return _refused(error)
    except Exception as error:  # noqa: BLE001  the one place that turns bugs into reports
        return _failed(error)
    return status


def _prepare_streams() -> None:
    """Make the standard streams safe to use: a closed one leads nowhere, and no letter is too much for one.

    What a terminal of another encoding cannot show becomes a question mark; a file name that is no text is escaped.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  it lives as long as we do
        elif mode == "w" and hasattr(stream, "reconfigure"):
            unicode = (stream.encoding or "").lower().replace("-", "").startswith("utf")
            stream.reconfigure(errors="backslashreplace" if unicode else "replace")


def _run(words: list[str]) -> int:
    first = words[0] if words else "--help"
    if first in ("--version", "-V", "version"):
        from amends import __version__

        print(f"amends {__version__}")
        return CLEAN
    if first in ("--help", "-h", "help") and len(words) <= 1:
        print(overview())
        return CLEAN
    if first == "help":
        words, first = [words[1], "--help"], words[1]
    if first not in verbs():
        return _unknown(first)
    together.load(first)
    module = import_module(f"amends.doors.cli.commands.{first}")
    return _verb(module, first, words[1:])


def _verb(module: ModuleType, verb: str, words: list[str]) -> int:
    from amends.doors.cli import plain

    options: object = plain.read(verb, words)
    if options is None:
        try:
            options = parser_of(module, verb).parse_args(words)
        except SystemExit as stop:
            return USAGE if stop.code else CLEAN
    return int(module.run(options))


def overview() -> str:
    """What `amends --help` prints."""
    lines = [
        "amends answers an Amazon enforcement notice: every sentence stands on a fact, every fact has a source.",
        "",
    ]
    lines += ["usage: amends VERB [options]", ""]
    lines += [f"  {verb:<10} {summary(verb)}" for verb in verbs()]
    lines += ["", "Example: amends read notice.eml", "Help on a verb, with an example: amends VERB --help"]
    lines += ["Exit status: 0 clean, 1 findings at error level, 2 wrong use or unreadable input, 3 a bug."]
    return "\n".join(lines)


def _unknown(word: str) -> int:
    from difflib import get_close_matches

    from amends.text import one_line

    near = get_close_matches(word, verbs(), 1)
    hint = f"did you mean `amends {near[0]}`?" if near else "`amends --help` lists the verbs."
    print(f"amends: there is no verb “{one_line(word, 40)}”; {hint}", file=sys.stderr)
    return USAGE


def _refused(error: OSError) -> int:
    """What the system refused, in one line: a full disk under the output, a file that may not be read."""
    from amends.text import one_line

    where = f"{one_line(str(error.filename), 300)}: " if error.filename else "The output could not be written: "
    reason = error.strerror or type(error).__name__
    print(f"amends: {where}{reason}. Mend this, then run the command again.", file=sys.stderr)
    _silence()
    return USAGE


def _failed(error: Exception) -> int:
    from amends.errors import AmendsError
    from amends.text import shown

    if isinstance(error, AmendsError):
        with suppress(OSError):
            sys.stdout.flush()
        print(f"amends: {shown(str(error))}", file=sys.stderr)
        from amends.errors import NotReady

        return FINDINGS if isinstance(error, NotReady) else USAGE
    if isinstance(error, MemoryError | RecursionError):
        print("amends: the input is too large or too deep to be what it should be.", file=sys.stderr)
        return USAGE
    place = _in_a_pack(error)
    if place is not None:
        what = shown(f"{type(error).__name__}: {error}")[:300]
        print(f"amends: {place[0]}:{place[1]}: this rule of a pack breaks down: {what}", file=sys.stderr)
        return USAGE
    print(_report(error), file=sys.stderr)
    return BUG


def _in_a_pack(error: Exception) -> tuple[str, int] | None:
    """Where in a rule of the user's own an error arose, if it did."""
    packs = sys.modules.get("amends.app.review.packs")
    return packs.culprit(error) if packs is not None else None


def _report(error: Exception) -> str:
    """A report that can be pasted: where it happened, without any text of the case."""
    import platform
    import traceback

    from amends import __version__

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {os.path.basename(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    head = f"amends: this is a bug in amends {__version__} ({platform.system()}, Python {platform.python_version()})."
    return "\n".join(
        [
            head,
            f"  {type(error).__name__}",
            *places,
            "Nothing was half saved. Please report these lines; they hold nothing of your case.",
        ]
    )


def _silence() -> None:
    """Nothing more can be written to our output: what waits in it goes nowhere instead of failing at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
