"""Write a case as one file, to keep or to hand to somebody else.

CASE is a case folder, or the id of a case in the app in the browser (the part of its address after /cases/).
The file holds everything of the case, byte for byte; `amends import` takes it in.

Example:
  amends export my-case
  amends export my-case -o ~/Desktop/larkspur.amends.zip
"""

from __future__ import annotations

from pathlib import Path

from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "case", metavar="CASE", type=screen.named, help="the case folder, or the id of a case in the app"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=screen.named, help="where to write it (default: CASE.amends.zip here)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file, and say where it lies."""
    from amends.app.board import moving
    from amends.doors.cli import shelved

    files = shelved.files(options.case)
    target = Path(options.output or f"{Path(options.case).absolute().name}.amends.zip")
    number = moving.export_to(files, target)
    painter = screen.painter()
    print(painter.paint(f"{target} holds the case: {screen.several(number, 'file')}.", "bold"))
    print(
        painter.wrap("It holds the evidence and what you answered. Give it only to people whom you trust with these.")
    )
    return 0
