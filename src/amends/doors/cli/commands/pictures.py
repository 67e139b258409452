"""Draw the pictures of a case: time line, chain of whys, units sold and invoiced, defects by week.

Writes each as SVG and PNG and the same as a table (CSV) into the folder pictures/ of the case. A picture for which the
case holds no facts is not drawn, and why is said. `amends bundle DIR --pictures` packs them.

Example:
  amends pictures my-case
  amends pictures my-case --only time-line -o ~/Desktop
  amends pictures my-case --json
"""

from __future__ import annotations

import argparse
from pathlib import Path

from amends.app import cases
from amends.app.plan import pictures
from amends.doors.cli import screen


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("--only", metavar="KIND", action="append", default=[], help="this kind (may be repeated)")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=screen.named, help="write them there")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(options: argparse.Namespace) -> int:
    """Write the pictures, and say what each shows."""
    opened = cases.open_case(Path(options.dir))
    with screen.progress("drawing"):
        made = pictures.draw(opened, options.only)
        written = pictures.write(opened, made, Path(options.output) if options.output else None)
    if options.json:
        screen.print_json(pictures.as_json(made, written))
        return 0
    painter = screen.painter()
    for picture in made.pictures:
        print(painter.paint(picture.title, "bold"))
        print(painter.wrap(picture.summary, first="  "))
        for file in written.files:
            if file.stem == picture.id:
                print(f"  {file}")
    for lacking in made.lacking:
        print(painter.wrap(f"{lacking.title}: not drawn. {lacking.why} {lacking.todo}", "yellow", first="? "))
    if written.undrawn:
        letters = " ".join(written.undrawn[:20])
        print(painter.wrap(f"The PNG has no letters for: {letters}. Use the SVG or the table.", "yellow", first="? "))
    return 0
