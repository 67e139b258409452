"""A whole folder of letters in the terminal: progress while they are reviewed, then what they come to."""

from __future__ import annotations

import os
import sys
from time import monotonic

from amends.doors.cli import screen
from amends.errors import Unknown
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from amends.app.bulk.folder import Checked

FORMATS = ("text", "json")
_RULES = 12
_BETWEEN = 0.1


def check(
    folder: str,
    *,
    format: str = "text",
    enforcement: str | None = None,
    today: date | None = None,
    jobs: int | None = None,
    resume: bool = True,
    output: str | None = None,
    **more: Any,
) -> int:
    """Review every letter under a folder and print what they come to; gives the exit status.

    `json` prints a list with the object of each letter, as a check of several files does. `output` takes the same
    objects, a line each. `more` goes to the reviews. Raises what `app.bulk.folder.check_folder` raises.
    """
    from amends.app.bulk import folder as bulk

    if format not in FORMATS:
        raise Unknown(f"A folder of letters is shown as {' or '.join(FORMATS)}; name files for {format}.")
    line = _Line()
    try:
        checked = bulk.check_folder(
            folder,
            enforcement=enforcement,
            today=today,
            jobs=jobs,
            resume=resume,
            output=output,
            progress=line.draw,
            **more,
        )
    except KeyboardInterrupt:
        line.end()
        if line.done:
            screen.complain(f"{line.done:,} letters are done. Run the same command again to go on from there.")
        raise
    finally:
        line.end()
    if format == "json":
        _print_list(checked.findings)
    else:
        print(_summary(folder, checked))
    return _status(checked)


def _status(checked: Checked) -> int:
    """As the contract says; a bug weighs most, then what could not be read, then findings at error level."""
    total = checked.total
    return 3 if total.bugs else 2 if total.unreadable else 1 if total.levels["error"] else 0


def _print_list(file: str) -> None:
    """The lines of a file as one JSON list, without ever holding more than one."""
    between = "["
    with open(file, encoding="utf-8") as source:
        for line in source:
            print(between, line.rstrip("\n"), sep="\n", end="")
            between = ","
    print("\n]" if between == "," else "[]")


def _summary(folder: str, checked: Checked) -> str:
    from amends.text import one_line

    painter, total = screen.painter(), checked.total
    said = [painter.paint(f"{_several(checked.letters, 'letter')} in {one_line(folder)}", "bold")]
    if checked.resumed:
        said.append(f"  {checked.resumed:,} of them were done before the run was stopped")
    counts = ", ".join(_several(number, level) for level, number in total.levels.items())
    said.append(f"  {counts}; {total.clean:,} without any, {total.failing:,} with errors")
    if total.unreadable or total.bugs:
        said.append(painter.paint(f"  {_several(total.unreadable + total.bugs, 'file')} could not be reviewed", "red"))
    said += _left_alone(checked.skipped)
    if total.rules:
        often = sorted(total.rules.items(), key=lambda rule: (-rule[1][1], rule[0]))[:_RULES]
        said += ["", painter.paint("Most often", "bold")]
        said.append(painter.table([(code, f"{number:>9,}", name) for code, (name, number) in often], indent=2))
    if total.worst:
        said += ["", painter.paint("Most to do", "bold")]
        rows = [
            (f"{-e:>4} {_noun(-e, 'error')}", f"{-w:>4} {_noun(-w, 'warning')}", one_line(f))
            for e, w, _, f in total.worst
        ]
        said.append(painter.table(rows, indent=2))
    said += ["", f"Every finding, a line of JSON a letter: {one_line(checked.findings)}"]
    return "\n".join(said)


def _left_alone(skipped: dict[str, int]) -> list[str]:
    nouns = {
        "hidden": "hidden file",
        "foreign": "file of another kind",
        "links": "link",
        "folders": "folder that may not be read",
    }
    left = [_several(skipped[name], noun) for name, noun in nouns.items() if skipped.get(name)]
    return [f"  left alone: {', '.join(left)}"] if left else []


def _several(number: int, noun: str) -> str:
    return f"{number:,} {_noun(number, noun)}"


def _noun(number: int, noun: str) -> str:
    first, _, rest = noun.partition(" ")
    plural = f"{first}s {rest}".rstrip() if first in ("file", "folder") else f"{noun}s"
    return noun if number == 1 else plural


class _Line:
    """One line on standard error that says how far it is, how fast, and how long it will take."""

    def __init__(self) -> None:
        self._on = screen.person_looks(sys.stderr)
        self._first: tuple[float, int] | None = None
        self._drawn = 0.0
        self.done = 0
        if self._on:
            sys.stderr.write("\rLooking for letters …")
            sys.stderr.flush()

    def draw(self, done: int, of: int) -> None:
        """Draw it anew, not more often than can be seen."""
        now, self.done = monotonic(), done
        if not self._on or (now - self._drawn < _BETWEEN and done < of):
            return
        start, before = self._first = self._first or (now, done)
        self._drawn = now
        rate = (done - before) / (now - start) if now > start else 0.0
        said = f"{done:,} of {of:,} letters"
        if rate:
            said += f"  {rate:,.0f} a second  {_time((of - done) / rate)} left"
        sys.stderr.write(f"\r\x1b[K{said[: screen.width() - 1]}")
        sys.stderr.flush()

    def end(self) -> None:
        """Clear it."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _time(seconds: float) -> str:
    whole = int(seconds + 0.5)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60:02} s" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60:02} min"


def holds_letters(folder: str) -> bool:
    """Whether a folder is to be reviewed as many letters: it is one, and no case was started in it."""
    return os.path.isdir(folder) and not os.path.isfile(os.path.join(folder, "case.yaml"))
