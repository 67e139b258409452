"""Take evidence in: invoices, letters, screenshots.

Each file is copied untouched under a safe name, with its hash, a label (A, B, …) and a kind.
Say with --supports which action, measure or cause a file proves; `amends status DIR` names them.

Example:
  amends add my-case invoice.pdf letter.pdf
  amends add my-case removal.png --kind removal-order --supports listings-removed
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from amends import app
from amends.app import cases, exhibits
from amends.doors.cli import screen
from amends.model import Exhibit

if TYPE_CHECKING:
    from amends.render.terminal import Style


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", help="the documents")
    parser.add_argument("--kind", metavar="KIND", help="what the files are, if the guess is wrong")
    parser.add_argument("--supports", metavar="ID", action="append", help="what the files prove (may be repeated)")
    parser.add_argument("--dated", metavar="DATE", help="the day that stands on the document")
    parser.add_argument(
        "--asin", metavar="ASIN", action="append", help="an ASIN that the files concern (may be repeated)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Take the files in and show the checklist."""
    opened = cases.open_case(Path(options.dir))
    about = {"kind": options.kind, "supports": options.supports, "dated": options.dated, "asins": options.asin}
    if options.dated is not None:
        screen.today(options.dated)
    bar = screen.Bar(len(options.files), "taking in")
    found: list[exhibits.Added] = []
    try:
        for file in options.files:
            bar.step(Path(file).name)
            opened, added = exhibits.add(opened, [file], screen.now(options.today), about)
            found.extend(added)
    finally:
        bar.end()
    if options.json:
        screen.print_json([_as_json(entry.file, entry.exhibit) for entry in found])
        return 0
    painter = screen.painter()
    for entry in found:
        exhibit = entry.exhibit
        known = " (was already there)" if entry.known else ""
        print(painter.wrap(f"Exhibit {exhibit.label}: {exhibit.name}, {_title(exhibit)}{known}"))
        if exhibit.kind == "unknown":
            print(
                painter.wrap(f"say what it is: amends add {options.dir} {entry.file} --kind KIND", "yellow", first="  ")
            )
    print()
    print_checklist(opened)
    return 0


def print_checklist(opened: cases.Opened) -> None:
    """The documents that this case calls for: there, missing, optional."""
    painter = screen.painter()
    names = {exhibit.label: exhibit.name for exhibit in opened.case.exhibits}
    marks = {"there": "✓", "missing": "✗", "said-missing": "–", "optional": "·"}
    for entry in exhibits.checklist(opened):
        named = ", ".join(names[label] for label in entry.exhibits)
        style: Style = "green" if entry.state == "there" else "red" if entry.state == "missing" else "dim"
        words = f"{entry.title} ({entry.need}){': ' + named if named else ''}"
        print(painter.wrap(words, style, first=f"  {marks[entry.state]} "))
        if entry.state == "missing" and entry.need == "required":
            print(painter.wrap(entry.obtain, "dim", first="      "))


def _title(exhibit: Exhibit) -> str:
    known = app.knowledge().documents
    return known[exhibit.kind].title if exhibit.kind in known else "kind not recognised"


def _as_json(file: str, exhibit: Exhibit) -> dict[str, object]:
    return {
        "file": file,
        "sha256": exhibit.sha256,
        "kind": exhibit.kind,
        "label": exhibit.label,
        "name": exhibit.name,
        "size": exhibit.size,
        "received": exhibit.received.isoformat(),
        "supports": list(exhibit.supports),
        "asins": list(exhibit.asins),
    }
