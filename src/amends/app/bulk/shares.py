"""The review of one share of the letters of a folder: a line of JSON a letter, and what the share comes to.

The lines are written as they come, so a worker that is killed or dies within a letter loses no other one.
"""

from __future__ import annotations

import json
import os
from datetime import date

from amends.app.review.walk import CASE, write_shares
from amends.store.runs import Run
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.app.review.checking import Checking
    from amends.render.findings import Report

MOST_WORST = 10
BROKEN = "The review of this file failed. This is a bug in amends; please report it with the kind of file."


class Work:
    """What a worker is to do, as `app.bulk.folder` left it in the run's folder."""

    def __init__(self, root: str) -> None:
        self.run = Run(root)
        self.settings = self.run.settings()
        self.checking = checking_of(self.settings)

    def list(self) -> dict[str, object]:
        """Find the letters and put them into shares; gives what was found."""
        return write_shares(self.settings["folder"], self.run, self.settings["stamp"])

    def share(self, key: str) -> Share:
        """A share to work on, with what a worker before did of it."""
        return Share(self.run, key, self.settings["run"])

    def path(self, below: str) -> str:
        """The path of a letter, as a single check would be given it."""
        return os.path.join(self.settings["folder"], below)


def checking_of(settings: dict[str, Any]) -> Checking:
    """The call that a run's settings ask for."""
    from amends.app.review.checking import Checking
    from amends.app.review.settings import Asked

    today = date.fromisoformat(settings["today"]) if settings.get("today") else None
    return Checking(
        Asked(
            type=settings.get("enforcement"),
            select=tuple(settings.get("select") or ()),
            ignore=tuple(settings.get("ignore") or ()),
            level=settings.get("level"),
            baseline=settings.get("baseline"),
            packs=tuple(settings.get("packs") or ()),
            today=today,
            earlier=tuple(settings.get("earlier") or ()),
        )
    )


def reviewed(path: str, kind: str, checking: Checking) -> Report:
    """The report on one letter, as a single check gives it. Raises what a single check raises."""
    from amends.render.findings import Report

    if kind == CASE:
        from pathlib import Path

        from amends.app import cases
        from amends.app.plan import plans

        checked = plans.check_case(cases.open_case(Path(path).parent), checking.asked.today, checking)
    else:
        checked = checking.file(path)
    return Report(checked.findings, checked.text, checked.file)


class Share:
    """A share under way: its lines so far, in the run's folder."""

    def __init__(self, run: Run, key: str, number: int) -> None:
        self.key, self.target = key, run.part(key)
        self.total = Total()
        self._scratch = run.part(key, number)
        self._go_on()
        self._out = open(self._scratch, "ab", buffering=0)  # noqa: SIM115  closed by `finish`

    @property
    def done(self) -> int:
        """How many letters are behind it."""
        return self.total.letters

    def _go_on(self) -> None:
        """Count what a worker before wrote; a line that was cut off is written again."""
        whole = 0
        try:
            with open(self._scratch, "r+b") as part:
                for line in part:
                    if line.endswith(b"\n"):
                        whole += len(line)
                        self.total.count(json.loads(line))
                part.truncate(whole)
        except FileNotFoundError:
            return

    def add(self, report: Report) -> None:
        """Put the report on the next letter."""
        from amends.render.findings.json import as_data

        self._write(as_data(report))

    def refuse(self, file: str, why: str, kind: str) -> None:
        """Put that the next letter could not be reviewed: `kind` is unreadable, or bug."""
        self._write({"file": file, "error": why, "kind": kind})

    def _write(self, data: dict[str, Any]) -> None:
        # A file name that is no text holds lone surrogates, which JSON can carry only in escapes.
        line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        self._out.write(line.encode("utf-8", "backslashreplace") + b"\n")
        self.total.count(data)

    def finish(self) -> dict[str, Any]:
        """Put the results in place; gives what the share comes to."""
        self._out.close()
        os.replace(self._scratch, self.target)
        return {"key": self.key, "bytes": os.path.getsize(self.target), **self.total.as_data()}


class Total:
    """What letters come to, counted: bounded in size however many there are."""

    def __init__(self) -> None:
        self.letters = self.clean = self.failing = self.unreadable = self.bugs = self.words = 0
        self.levels = {"error": 0, "warning": 0, "note": 0}
        self.rules: dict[str, tuple[str, int]] = {}
        self.worst: list[tuple[int, int, int, str]] = []

    def count(self, line: dict[str, Any]) -> None:
        """Add the line of one letter."""
        self.letters += 1
        if "error" in line:
            self.bugs += line["kind"] == "bug"
            self.unreadable += line["kind"] != "bug"
            return
        summary = line["summary"]
        errors, warnings, notes = (int(summary[level]) for level in self.levels)
        self.words += int(summary["words"])
        self.failing += errors > 0
        self.clean += not (errors or warnings or notes)
        for level, number in zip(self.levels, (errors, warnings, notes), strict=True):
            self.levels[level] += number
        for finding in line["findings"]:
            if not finding.get("suppressed"):
                name, number = self.rules.get(finding["rule"], (finding["name"], 0))
                self.rules[finding["rule"]] = (name, number + 1)
        if errors or warnings:
            self._rank((-errors, -warnings, -notes, line["file"]))

    def add(self, other: dict[str, Any]) -> None:
        """Add what a share came to."""
        for name in ("letters", "clean", "failing", "unreadable", "bugs", "words"):
            setattr(self, name, getattr(self, name) + other[name])
        for level in self.levels:
            self.levels[level] += other["levels"][level]
        for code, (title, number) in other["rules"].items():
            self.rules[code] = (title, self.rules.get(code, ("", 0))[1] + number)
        for errors, warnings, notes, file in other["worst"]:
            self._rank((errors, warnings, notes, file))

    def _rank(self, letter: tuple[int, int, int, str]) -> None:
        self.worst = sorted([*self.worst, letter])[:MOST_WORST]

    def as_data(self) -> dict[str, Any]:
        """The counts, for the journal."""
        return dict(vars(self))
