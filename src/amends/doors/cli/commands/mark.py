"""Show the evidence: cover sheet, copies with marks or without prices, one PDF.

Writes copies into the folder copies/ of the case; the originals stay as they are. Without a label only the cover sheet
is written, and copies of what may be marked unasked. Amazon allows marks on invoices, but a marked invoice was taken
for a forged one before: name its label to have it marked all the same.

Example:
  amends mark my-case
  amends mark my-case A B
  amends mark my-case A --redact
  amends mark my-case --combined
"""

from __future__ import annotations

import argparse
from pathlib import Path

from amends.app import cases
from amends.app.plan import marking
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.plan.marking import Made


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("labels", metavar="LABEL", nargs="*", help="the exhibits to copy (A, B, …)")
    parser.add_argument("--redact", action="store_true", help="copies of invoices without their prices")
    parser.add_argument("--combined", action="store_true", help="one PDF of all exhibits, with bookmarks and stamps")
    parser.add_argument("--png", action="store_true", help="each page as a picture too, for notices that take no PDF")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=screen.named, help="where the copies go")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(options: argparse.Namespace) -> int:
    """Write the copies, and say which could not be made and why."""
    opened = cases.open_case(Path(options.dir))
    folder = Path(options.output) if options.output else None
    with screen.progress("copying"):
        if options.redact:
            made = marking.redact(opened, options.labels, folder, options.png)
        elif options.combined:
            made = (marking.combined(opened, options.labels, folder, options.png),)
        else:
            made = (
                *marking.cover_sheet(opened, folder, options.png),
                *marking.mark(opened, options.labels, folder, options.png),
            )
    if options.json:
        screen.print_json([_as_json(each) for each in made])
    else:
        _print(made)
        if pages := sum(len(each.pages) for each in made):
            print(screen.painter().wrap(f"and {screen.several(pages, 'page')} as PNG pictures beside them"))
    refused = [each for each in made if each.file is None]
    return 1 if (options.labels and refused) or (options.redact and len(refused) == len(made)) else 0


def _print(made: tuple[Made, ...]) -> None:
    painter = screen.painter()
    if not made:
        print(painter.wrap("No exhibit is an invoice, and from other papers nothing may be removed.", "yellow"))
    for each in made:
        head = f"Exhibit {each.label}: " if each.label else ""
        if each.file is None:
            print(painter.wrap(f"{head}no copy. {each.why}", "yellow"))
            continue
        print(painter.wrap(f"{head}{each.file}", "green"))
        for line in each.statement.splitlines()[1:]:
            print(painter.wrap(line, "dim", first="  "))
        if each.missing:
            print(painter.wrap(f"No font here has letters for: {' '.join(each.missing[:20])}", "yellow", first="  "))


def _as_json(each: Made) -> dict[str, object]:
    return {
        "label": each.label or None,
        "file": str(each.file) if each.file else None,
        "why": each.why or None,
        "statement": each.statement or None,
        "missing": list(each.missing),
    }
