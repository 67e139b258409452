"""Say where things stand and what to do next.

For one case, or for all cases in a folder.

Example:
  amends status my-case
  amends status
"""

from __future__ import annotations

from pathlib import Path

from amends import app
from amends.app import cases
from amends.app.board import standing
from amends.doors.cli import screen
from amends.doors.cli.commands.add import print_checklist
from amends.errors import Invalid
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser, nargs="?", default=".")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print one part a case."""
    today = screen.today(options.today)
    roots = cases.cases_under(Path(options.dir))
    standings, broken = [], []
    for root in roots:
        try:
            standings.append((cases.open_case(root), root))
        except Invalid as error:
            broken.append((root, error))
    if options.json:
        screen.print_json([_as_json(standing.status(opened, today)) for opened, _ in standings])
    else:
        for opened, _ in standings:
            _print(standing.status(opened, today), opened, len(roots) == 1)
        if not roots:
            print(f"There is no case in {options.dir}. Start one: amends new my-case --notice notice.eml")
    for root, mistakes in broken:
        screen.complain(f"{root}: case.yaml has mistakes\n{mistakes}")
    return 2 if broken else 0


def _print(where: standing.Standing, opened: cases.Opened, alone: bool) -> None:
    painter = screen.painter()
    case = where.case
    known = app.knowledge().playbooks
    title = known[case.enforcement].title if case.enforcement else "not yet clear"
    print(painter.paint(str(where.root), "bold"))
    rows = [["about", title], ["answer", case.route or "not yet chosen"]]
    if case.notice is not None and case.route != "none":
        deadlines = case.notice.deadlines
        rows.extend(["deadline", f"{deadline.date or ''} “{deadline.span.quote}”".strip()] for deadline in deadlines)
    rows.append(["questions", f"{where.open_questions} open" if where.open_questions else "all answered"])
    drafted = "not drafted" if not where.drafted else screen.several(where.gaps, "gap") if where.gaps else "drafted"
    rows.append(["plan", drafted])
    if where.errors is not None:
        rows.append(["review", screen.several(where.errors, "error") if where.errors else "no errors"])
    packed = "packed, but plan or exhibits changed since; pack again" if where.stale else "packed"
    rows.append(["bundle", packed if where.bundled else "not packed"])
    rows.append(["next", where.next])
    print(painter.table(rows, indent=2))
    if alone:
        print("\ndocuments")
        print_checklist(opened)


def _as_json(where: standing.Standing) -> dict[str, object]:
    return {
        "dir": str(where.root),
        "enforcement": where.case.enforcement,
        "route": where.case.route,
        "open_questions": where.open_questions,
        "gaps": where.gaps,
        "errors": where.errors,
        "drafted": where.drafted,
        "bundled": where.bundled,
        "stale": where.stale,
        "next": where.next,
    }
