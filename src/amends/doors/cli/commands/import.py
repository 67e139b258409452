"""Take in a case that came as one file, or as a folder.

Without -o it goes into the app in the browser (`amends serve`), with -o into a new folder. Every file is held against
the hash that was written with it; another case is never overwritten.

Example:
  amends import larkspur.amends.zip
  amends import larkspur.amends.zip -o larkspur
  amends import my-case
"""

# A verb is the name of its file.
# ruff: noqa: N999
from __future__ import annotations

from pathlib import Path

from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("source", metavar="FILE|DIR", type=screen.named, help="the file, or the case folder")
    parser.add_argument("-o", "--output", metavar="DIR", type=screen.named, help="the folder to make for the case")


def run(options: argparse.Namespace) -> int:
    """Take the case in, and say where it is."""
    from amends.app.board import moving

    source, now = Path(options.source), screen.now()
    painter = screen.painter()
    if options.output:
        with moving.new_folder(Path(options.output)) as into:
            moved = moving.import_from(source, into, now)
        where, following = f"in {options.output}", f"amends status {options.output}"
    else:
        from amends.doors.cli import shelved

        id, files = shelved.shelf().start(now)
        moved = moving.import_from(source, files, now)
        where, following = f"in the app, with the id {id}", "amends serve"
    print(painter.paint(f"The case is {where}: {screen.several(moved.files, 'file')}.", "bold"))
    for doubt in moved.doubts:
        print(painter.wrap(doubt, "yellow"))
    print(painter.wrap(f"Next: {following}"))
    return 0
