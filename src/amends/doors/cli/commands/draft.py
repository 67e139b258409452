"""Write plan.md from the case, by rule.

What you changed in plan.md by hand is kept. Only where your answers change the same
sentence that you changed is plan.md left alone; the new draft then goes to plan.new.md
(or use --force). What plan.md held before stays in the folder versions.

Example:
  amends draft my-case
"""

from __future__ import annotations

from pathlib import Path

from amends.app import cases
from amends.app.plan import drafts
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("--force", action="store_true", help="replace a plan.md that was edited by hand")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the plan and say what it lacks."""
    opened = cases.open_case(Path(options.dir))
    drafted = drafts.draft(opened, screen.now(options.today), options.force)
    plan = drafted.plan
    if options.json:
        gaps = [
            {"key": g.key, "section": g.section, "what": g.what, "remedy": g.remedy, "stated": g.stated}
            for g in plan.gaps
        ]
        frame = {"effective": str(plan.effective or "") or None, "complete": str(plan.complete or "") or None}
        screen.print_json({"file": str(drafted.file), "route": plan.route, "gaps": gaps, **frame})
        return 0
    painter = screen.painter()
    if plan.route == "none":
        print(painter.paint("No answer is written: none fits this notice.", "bold"))
        for gap in plan.gaps:
            print(painter.wrap(gap.remedy))
        return 0
    words = len(drafted.text.split())
    print(painter.paint(f"{drafted.file} is written: {words} words.", "bold"))
    if drafted.beside:
        where = f" in {screen.several(drafted.clashes, 'place')}" if drafted.clashes else ""
        why = f"plan.md was edited by hand{where} where your answers change it too, and is left as it is."
        print(painter.wrap(f"{why} Compare the two, or use --force.", "yellow"))
    if drafted.kept:
        print(painter.wrap("What you changed in it by hand is kept."))
    if plan.gaps:
        from amends.render.letter import lacking

        print(painter.wrap("What is missing:"))
        for gap in plan.gaps:
            print(painter.wrap(lacking(gap), "dim" if gap.stated else "yellow", first="  - "))
    print(
        painter.wrap(f"Next: {'amends ask' if any(not g.stated for g in plan.gaps) else 'amends check'} {options.dir}")
    )
    return 0
