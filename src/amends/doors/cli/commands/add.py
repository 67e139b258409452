"""Take evidence in: invoices, letters, screenshots, mails, archives, whole folders.

Each file is read, then copied untouched under a safe name, with its hash, a label (A, B, …) and a kind. The files of an
archive and the attachments of a mail become exhibits of their own.
Say with --supports which action, measure or cause a file proves; `amends status DIR` names them.
Exit status 2 when a file could not be taken in; the others are in the case all the same.

Example:
  amends add my-case invoice.pdf letter.pdf
  amends add my-case removal.png --kind removal-order --supports listings-removed
  amends add my-case "Documents/Amazon" mail-from-supplier.eml
"""

from __future__ import annotations

import argparse
import shlex
from datetime import date
from pathlib import Path

from amends import app
from amends.app import cases
from amends.app.evidence import exhibits
from amends.dates import written
from amends.doors.cli import screen
from amends.model import Exhibit
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.app.evidence.intake import Added
    from amends.evidence.verify import Judged
    from amends.model.reading import Field, Reading
    from amends.render.terminal import Painter, Style

_FIRST = (
    "supplier_name", "issuer", "invoice_number", "number", "invoice_date", "issue_date", "date", "buyer_name", "holder",
    "total",
)  # fmt: skip
_MOST = 4
_DAYS = ("date", "_on", "_from", "_until")
_MARKS: dict[str, tuple[str, Style]] = {"error": ("✗", "red"), "warning": ("?", "yellow"), "note": ("·", "dim")}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("files", metavar="FILE", nargs="+", help="the documents, or folders of them")
    parser.add_argument("--kind", metavar="KIND", help="what the files are, if the guess is wrong")
    parser.add_argument("--supports", metavar="ID", action="append", help="what the files prove (may be repeated)")
    parser.add_argument("--dated", metavar="DATE", help="the day that stands on the document")
    parser.add_argument(
        "--asin", metavar="ASIN", action="append", help="an ASIN that the files concern (may be repeated)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Take the files in, say what was read in each, and show the checklist."""
    opened = cases.open_case(Path(options.dir))
    about = {"kind": options.kind, "supports": options.supports, "dated": options.dated, "asins": options.asin}
    bar = screen.Bar(len(options.files), "taking in")
    try:
        opened, found = exhibits.add(opened, options.files, screen.now(options.today), about, bar.step, bar.within)
    finally:
        bar.end()
    judged = exhibits.judged(opened, found)
    if options.json:
        screen.print_json([_as_json(entry, judged) for entry in found])
        return _status(found)
    painter = screen.painter()
    for entry in found:
        if entry.exhibit is not None:
            _print_entry(painter, entry, entry.exhibit, judged)
    for entry in found:
        if entry.refused:
            screen.complain(f"Not taken in: {entry.refused}")
    unknown = [e for e in found if e.exhibit and e.exhibit.kind == "unknown" and not (e.exhibit.held or e.inside)]
    if unknown:
        words = f"{shlex.join(['amends', 'add', options.dir, unknown[0].file])} --kind KIND"
        print(painter.wrap(f"Say what it is, for the plan to use it: {words}", "yellow"))
        print(painter.wrap("`amends playbooks documents` lists the kinds.", "yellow"))
    print()
    print_checklist(opened)
    return _status(found)


def _status(found: tuple[Added, ...]) -> int:
    return 2 if any(entry.refused for entry in found) else 0


def _print_entry(painter: Painter, entry: Added, exhibit: Exhibit, judged: dict[str, Judged]) -> None:
    """What became of one file, and what was read in it."""
    known = " (was already there)" if entry.known else ""
    if exhibit.held:
        print(painter.wrap(f"Kept as {exhibit.label}, not sent: {exhibit.name}{known}. {exhibit.held}"))
    else:
        print(painter.wrap(f"Exhibit {exhibit.label}: {exhibit.name}, {_title(exhibit)}{known}"))
    reading = exhibit.reading
    if entry.known:
        return
    if reading is not None:
        rows = [(_said(field), _worded(field)) for field in _shown(reading)]
        if rows:
            print(painter.table(rows, indent=4))
    checks = judged[exhibit.label].checks if exhibit.label in judged else ()
    for said in checks:
        mark, style = _MARKS[said.level]
        print(painter.wrap(said.message, style, first=f"  {mark} "))
    told = {said.message for said in checks}
    for words in (*entry.notes, *(reading.doubts if reading else ())):
        if words not in told:
            print(painter.wrap(words, "yellow", first="  ? "))
    if entry.holds:
        print(painter.wrap(f"{screen.several(entry.holds, 'file')} came out of it.", "dim", first="    "))


def _shown(reading: Reading) -> list[Field]:
    """The few fields by which a person knows a document again."""
    sure = {field.name: field for field in reading.fields if field.sure}
    first = [sure[name] for name in _FIRST if name in sure]
    return [*first, *(field for name, field in sure.items() if name not in _FIRST)][:_MOST]


def _said(field: Field) -> str:
    return field.name.removesuffix("_name").replace("_", " ")


def _worded(field: Field) -> str:
    """What stands there, a day in words: the form of the page can be read two ways ("12.08.2025")."""
    if field.name.endswith(_DAYS):
        try:
            return written(date.fromisoformat(field.value))
        except ValueError:
            pass
    return field.quote or field.value


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


def _title(exhibit: Exhibit) -> str:
    known = app.knowledge().documents
    return known[exhibit.kind].title if exhibit.kind in known else "kind not recognised"


def _as_json(entry: Added, judged: dict[str, Judged]) -> dict[str, Any]:
    """What became of one file, for programs."""
    exhibit = entry.exhibit
    if exhibit is None:
        return {"file": entry.file, "error": entry.refused}
    from amends.evidence.record import field_data, goods_data

    reading, verdict = exhibit.reading, judged.get(exhibit.label)
    sure = 0.0 if exhibit.kind == "unknown" else 1.0
    if reading is not None and reading.kind == exhibit.kind:
        sure = reading.kind_confidence
    return {
        "file": entry.file,
        "sha256": exhibit.sha256,
        "kind": exhibit.kind,
        "kind_confidence": sure,
        "label": exhibit.label,
        "pages": reading.pages if reading else 0,
        "fields": [_without_quote(field_data(field)) for field in reading.fields] if reading else [],
        "lines": [goods_data(line) for line in reading.lines] if reading else [],
        "checks": [
            {"rule": said.rule, "level": said.level, "message": said.message, "source": said.source}
            for said in (verdict.checks if verdict else ())
        ],
        "verdict": verdict.verdict if verdict else "unclear",
        "name": exhibit.name,
        "size": exhibit.size,
        "received": exhibit.received.isoformat(),
        "dated": exhibit.dated.isoformat() if exhibit.dated else None,
        "supports": list(exhibit.supports),
        "asins": list(exhibit.asins),
        "inside": entry.inside or None,
        "known": entry.known,
        "sent": not exhibit.held,
        "notes": [*entry.notes, *(reading.doubts if reading else ())],
    }


def _without_quote(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "quote"}
