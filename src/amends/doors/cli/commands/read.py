"""Read a notice: what it is, what it wants, by when.

Says also which kind of answer fits.
Takes .eml, .msg, .html, .txt and text PDF; - is standard input.

Example:
  amends read notice.eml
  amends read notice.txt --json
"""

from __future__ import annotations

import sys

from amends import app
from amends.app import files
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("notice", metavar="NOTICE", type=screen.named, help="the message from Amazon")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the reading."""
    notice = files.read_notice(options.notice, sys.stdin.buffer)
    if options.json:
        from amends.notice import as_json

        screen.print_json(as_json(notice))
        return 0
    from amends.render.reading import reading

    known = app.knowledge()
    playbook = known.playbooks.get(notice.enforcement or "")
    asks = {ask.id: known.asks[ask.id] for ask in notice.asks if ask.id in known.asks}
    print(reading(notice, playbook, asks, screen.width(), screen.colour(), screen.today(options.today)))
    return 0
