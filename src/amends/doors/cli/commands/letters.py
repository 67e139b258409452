"""Letters that ask for what is missing: which the case needs, and writing them.

To the supplier for an invoice, to a brand, a rights owner, a laboratory, a carrier, a bank. They are filled from the
case; what it does not know stands in [brackets] for you to fill in. With -o they are written as text, Word and PDF
files. You send them yourself.

Example:
  amends letters my-case
  amends letters my-case supplier-invoice-corrected --language zh
  amends letters my-case -o my-case/letters
"""

from __future__ import annotations

import argparse
from pathlib import Path

from amends.app import cases
from amends.app.evidence import requests
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.app.evidence.requests import Written
    from amends.request import Request


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("ids", metavar="ID", nargs="*", help="these letters, whether the case needs them or not")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=screen.named, help="write them as files there")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        action="append",
        choices=requests.FORMATS,
        help="txt, docx or pdf (may be repeated)",
    )
    parser.add_argument(
        "--language", metavar="CODE", default="en", help="en (default), de, es or zh where there is one"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Say which letters the case needs and why; print one that was asked for, or write them."""
    opened = cases.open_case(Path(options.dir))
    found = requests.letters(opened, options.ids, options.language)
    made: tuple[Written, ...] = ()
    if options.output or options.format:
        folder = Path(options.output) if options.output else None
        made = requests.write(opened, found, screen.today(options.today), folder, options.format or requests.FORMATS)
    files = {id(each.request): each.files for each in made}
    if options.json:
        screen.print_json([requests.as_json(each, files.get(id(each), ())) for each in found])
    elif options.ids and not made:
        print("\n\n".join(requests.as_text(each) for each in found), end="")
        _print_gaps(found)
    else:
        _print(found, made, options.dir)
    return 0


def _print(found: Sequence[Request], made: Sequence[Written], folder: str) -> None:
    painter = screen.painter()
    if not found:
        print(painter.wrap("This case needs no letter: nothing that is called for is missing or faulty.", "green"))
        return
    files = {id(each.request): each for each in made}
    for each in found:
        print(painter.wrap(f"{each.id}: {each.title}", "bold"))
        if each.to:
            print(painter.wrap(f"to {each.to}{f', {each.email}' if each.email else ''}", first="  "))
        print(painter.wrap(each.why, "dim", first="  "))
        if each.gaps:
            print(painter.wrap(f"to fill in: {'; '.join(gap.what for gap in each.gaps)}", "yellow", first="  "))
        others = [language for language in each.languages if language != each.language]
        if others and not made:
            print(painter.wrap(f"also in: {', '.join(others)} (--language)", "dim", first="  "))
        written = files.get(id(each))
        for file in written.files if written else ():
            print(painter.wrap(str(file), "green", first="  "))
        if written and written.missing:
            words = f"The PDF has no letters for: {' '.join(written.missing[:20])}. Use the Word file instead."
            print(painter.wrap(words, "yellow", first="  "))
        print()
    if not made:
        print(painter.wrap(f"See one: amends letters {folder} {found[0].id}"))
        print(painter.wrap(f"Write them: amends letters {folder} -o {folder}/letters"))


def _print_gaps(found: Sequence[Request]) -> None:
    """What is left to fill in, beside the letters and not among them."""
    gaps = dict.fromkeys(gap.what for each in found for gap in each.gaps)
    if gaps:
        screen.complain(f"To fill in: {'; '.join(gaps)}")
