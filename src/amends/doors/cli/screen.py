"""What a door needs of the terminal: whether a person looks, how wide it is, the day, and progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from amends.errors import Unknown
from amends.typed import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from amends.render.terminal import Painter


def person_looks(stream: TextIO) -> bool:
    """Whether a stream ends at a terminal rather than in a file or another program."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def colour(stream: TextIO | None = None) -> bool:
    """Whether to paint: at a terminal, unless NO_COLOR is set."""
    return person_looks(stream or sys.stdout) and not os.environ.get("NO_COLOR")


def width() -> int:
    """The columns of the terminal, 80 when unknown, never more than can be read well."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = int(os.environ.get("COLUMNS", "80")) if os.environ.get("COLUMNS", "80").isdigit() else 80
    return max(40, min(columns or 80, 100))


def height() -> int:
    """The lines of the terminal; 24 when unknown."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines or 24
    except (OSError, ValueError):
        return 24


def painter() -> Painter:
    """A painter for standard output."""
    from amends.render.terminal import Painter

    return Painter(width(), colour())


def today(given: str | None) -> date:
    """The day that was given with `--today`, or the clock's. Raises `Unknown` for what is no day."""
    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise Unknown(f"“{given}” is no day; write it like 2026-03-14.") from error


def now(given: str | None = None) -> datetime:
    """The moment, on the day that was given with `--today` if any."""
    moment = datetime.now().astimezone()
    return moment if given is None else datetime.combine(today(given), moment.timetz())


def several(number: int, noun: str) -> str:
    """A number with its noun: 1 error, 3 errors."""
    return f"{number} {noun if number == 1 else noun + 's'}"


def print_json(data: object) -> None:
    """Data for programs: one JSON value, keys in a fixed order, readable."""
    import json

    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    print(json.dumps(data, ensure_ascii=not unicode, indent=1))


def complain(words: str) -> None:
    """Mistakes, on standard error, made safe to show."""
    from amends.text import shown

    print(shown(words), file=sys.stderr)


def day_option(parser: Any) -> None:
    """Add `--today`, for trying things out and for repeatable runs."""
    parser.add_argument("--today", metavar="DATE", help="take this for today's date (YYYY-MM-DD)")


def folder_argument(parser: Any, **more: Any) -> None:
    """Add DIR, the case folder."""
    parser.add_argument("dir", metavar="DIR", type=named, help="the case folder", **more)


def named(text: str) -> str:
    """A name of a file or folder from the command line; an empty one is refused rather than taken for here."""
    if not text.strip():
        raise _argument_fault("the name is empty; an unset variable, perhaps?")
    return text


def positive(text: str) -> int:
    """A count from the command line: a whole number above zero."""
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise _argument_fault("write a whole number above zero, such as 5000")
    return int(text[:9])


def _argument_fault(words: str) -> Exception:
    from argparse import ArgumentTypeError

    return ArgumentTypeError(words)


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show on standard error, while it takes its time, what is being done; nothing when no person looks."""
    if not person_looks(sys.stderr):
        yield
        return
    sys.stderr.write(f"\r{words} …")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class Bar:
    """A progress bar on standard error for a number of steps; nothing when no person looks."""

    def __init__(self, steps: int, words: str) -> None:
        self.steps, self.words, self.done = steps, words, 0
        self.looks = person_looks(sys.stderr)
        self.on = self.looks and steps > 1

    def step(self, what: str) -> None:
        """Draw the bar before the next step."""
        if self.on:
            self._draw(self.done, self.steps, what)
        self.done += 1

    def within(self, what: str, done: int, of: int) -> None:
        """Draw how far one long step is, such as the pages of a scan; also when there is but one step."""
        if self.looks:
            self.on = True
            self._draw(done, of, f"{what[:30]}, page {done} of {of}")

    def _draw(self, done: int, of: int, what: str) -> None:
        filled = min(20, 20 * done // max(of, 1))
        sys.stderr.write(f"\r\x1b[K{self.words} [{'█' * filled}{'·' * (20 - filled)}] {what[:60]}")
        sys.stderr.flush()

    def end(self) -> None:
        """Clear the bar."""
        if self.on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
