"""Review a draft the way a strict reader at Amazon would.

Takes any text file, or the folder of a case.
Exit status 1 when a finding is at error level.

Example:
  amends check my-case
  amends check letter.txt --type inauthentic --format json
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from amends.app import files
from amends.doors.cli import screen

if TYPE_CHECKING:
    from datetime import date

    from amends.model import Finding
    from amends.review import Rule


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "what", metavar="FILE|DIR", type=screen.named, help="a draft, a case folder, or - for standard input"
    )
    parser.add_argument("--format", default="text", metavar="FORMAT", help="text (default), json, sarif or github")
    parser.add_argument("--type", metavar="ENFORCEMENT", help="what the letter answers, such as inauthentic")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes, which only delete or reword")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings."""
    from amends.errors import Unknown
    from amends.render.findings import Report, formats, render

    if options.format not in formats():
        raise Unknown(f"There is no format “{options.format}”. There are: {', '.join(formats())}.")
    today = screen.today(options.today)
    folder = options.what != "-" and os.path.isdir(options.what)
    if options.fix:
        fixed = _fix(options, folder)
        print(f"{fixed} {'place' if fixed == 1 else 'places'} fixed.", file=sys.stderr)
    if folder:
        text, file, findings = _check_folder(options.what, options.type, today)
    else:
        text, file, findings = files.check_file(options.what, options.type, sys.stdin.buffer, today)
    paint = screen.colour() and options.format == "text"
    applied = _rules() if options.format == "sarif" else ()
    print(render([Report(findings, text, file)], options.format, paint, rules=applied), end="")
    return 1 if any(finding.level == "error" for finding in findings) else 0


def _rules() -> tuple[Rule, ...]:
    from amends import review

    return review.rules()


def _check_folder(root: str, enforcement: str | None, today: date) -> tuple[str, str, tuple[Finding, ...]]:
    from pathlib import Path

    from amends.app import cases, plans
    from amends.errors import Unknown

    opened = cases.open_case(Path(root))
    if enforcement not in (None, opened.case.enforcement):
        raise Unknown(f"The case says what it answers: {opened.case.enforcement}. --type is for single files.")
    return plans.check_case(opened, today)


def _fix(options: argparse.Namespace, folder: bool) -> int:
    if not folder:
        return files.fix_file(options.what, options.type, screen.today(options.today))
    from pathlib import Path

    from amends.app import cases, plans

    return plans.fix_plan(cases.open_case(Path(options.what)), screen.now(options.today))
