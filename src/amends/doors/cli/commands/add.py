"""Take evidence in: invoices, letters, screenshots.

Each file is copied untouched under a safe name, with its hash, a label (A, B, …) and a kind.
Say with --supports which action, measure or cause a file proves; `amends status DIR` names them.

Example:
  amends add my-case invoice.pdf letter.pdf
  amends add my-case removal.png --kind removal-order --supports listings-removed
"""

from __future__ import annotations

import shlex
from pathlib import Path

from amends import app
from amends.app import cases, exhibits
from amends.doors.cli import screen
from amends.model import Exhibit
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

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
    bar = screen.Bar(len(options.files), "taking in")
    try:
        opened, found = exhibits.add(opened, options.files, screen.now(options.today), about, bar.step)
    finally:
        bar.end()
    if options.json:
        screen.print_json([_as_json(entry.file, entry.exhibit) for entry in found])
        return 0
    painter = screen.painter()
    unknown: list[str] = []
    for entry in found:
        exhibit = entry.exhibit
        known = " (was already there)" if entry.known else ""
        print(painter.wrap(f"Exhibit {exhibit.label}: {exhibit.name}, {_title(exhibit)}{known}"))
        if exhibit.kind == "unknown":
            unknown.append(entry.file)
        if not _ends_alike(exhibit):
            words = f"Its name says .{_ending(exhibit.original)}, but what it holds is not that. Open it and look."
            print(painter.wrap(words, "yellow", first="  "))
    if unknown:
        words = f"{shlex.join(['amends', 'add', options.dir, unknown[0]])} --kind KIND"
        print(painter.wrap(f"Say what it is, for the plan to use it: {words}", "yellow"))
        print(painter.wrap("`amends playbooks documents` lists the kinds.", "yellow"))
    print()
    print_checklist(opened)
    return 0


def print_checklist(opened: cases.Opened) -> None:
    """The documents that this case calls for: there, missing, optional."""
    painter = screen.painter()
    names = {exhibit.label: exhibit.name for exhibit in opened.case.exhibits}
    marks = {"there": "✓", "missing": "✗", "said-missing": "–", "optional": "·"}
    found = exhibits.checklist(opened)
    for entry in found:
        named = ", ".join(names[label] for label in entry.exhibits if entry.state != "optional")
        if named and entry.state != "there":
            named = f"in its place could serve {named}"
        style: Style = "green" if entry.state == "there" else "red" if entry.state == "missing" else "dim"
        words = f"{entry.title} ({entry.need}){': ' + named if named else ''}"
        print(painter.wrap(words, style, first=f"  {marks[entry.state]} "))
        if entry.state == "missing" and entry.need == "required":
            print(painter.wrap(entry.obtain, "dim", first="      "))
    if found:
        print(painter.wrap("✓ there; ✗ missing; – you said that you do not have it; · optional", "dim", first="  "))


def _ends_alike(exhibit: Exhibit) -> bool:
    """Whether a file holds what its name says; a name without an ending that is known says nothing."""
    said, held = _ending(exhibit.original), _ending(exhibit.name)
    return said == held or said not in ("pdf", "png", "jpg", "jpeg", "docx", "xlsx") or {said, held} == {"jpg", "jpeg"}


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


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
