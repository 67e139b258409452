"""Start a case from a notice.

Makes the folder, keeps the notice untouched in notice/, and writes case.yaml with what the notice says.

Example:
  amends new my-case --notice notice.eml
"""

from __future__ import annotations

import sys
from pathlib import Path

from amends import app
from amends.app import cases
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("dir", metavar="DIR", type=screen.named, help="the folder to make")
    parser.add_argument(
        "--notice",
        metavar="FILE",
        type=screen.named,
        required=True,
        help="the message from Amazon; - is standard input",
    )
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Start the case and say what comes next."""
    opened = cases.new_case(Path(options.dir), options.notice, screen.now(options.today), sys.stdin.buffer)
    painter = screen.painter()
    notice = opened.case.notice
    title = app.knowledge().playbooks[opened.case.enforcement].title if opened.case.enforcement else "not yet clear"
    print(painter.paint(f"A case is started in {opened.files.title}.", "bold"))
    print(painter.wrap(f"The notice is about: {title}."))
    taken = len(opened.case.facts)
    print(painter.wrap(f"{taken} {'fact was' if taken == 1 else 'facts were'} taken from it; the original is kept."))
    if notice is not None and notice.kind == "not-amazon":
        print(painter.wrap("This message does not come from Amazon. Do not answer it; see `amends read`.", "red"))
        return 0
    print(painter.wrap(f"Next: amends ask {options.dir}"))
    return 0
