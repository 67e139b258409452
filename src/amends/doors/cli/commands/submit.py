"""Record what was sent, and on which day; a person sends it.

Keeps the bundle as it was sent in submissions/001/, and so on, for the answer to Amazon's reply.

Example:
  amends submit my-case --on 2026-03-22
"""

from __future__ import annotations

from pathlib import Path

from amends.app import cases
from amends.app.plan import plans
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("--on", metavar="DATE", required=True, help="the day on which you sent it (YYYY-MM-DD)")


def run(options: argparse.Namespace) -> int:
    """Record the submission."""
    on = screen.today(options.on)
    opened, number = plans.submit(cases.open_case(Path(options.dir)), on, screen.now())
    painter = screen.painter()
    kept = opened.files.place(f"submissions/{number:03}")
    print(painter.paint(f"Submission {number} of {on} is recorded; what was sent lies in {kept}", "bold"))
    print(
        painter.wrap(
            "Amazon says that it answers within two days; it can take longer. Do not send a second one before."
        )
    )
    return 0
