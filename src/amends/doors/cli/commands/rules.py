"""List the rules of review, or explain one.

Example:
  amends rules
  amends rules explain AC03
"""

from __future__ import annotations

import argparse

from amends.doors.cli import screen


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("action", nargs="?", choices=["explain"], help="explain one rule")
    parser.add_argument("code", nargs="?", metavar="CODE", help="the code or name of the rule")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(options: argparse.Namespace) -> int:
    """Print the list or one page."""
    from amends import review
    from amends.errors import Unknown

    if options.action == "explain":
        if not options.code:
            raise Unknown("Name the rule: amends rules explain AC03")
        print(review.explain(options.code))
        return 0
    found = sorted(review.rules(), key=lambda rule: rule.code)
    if options.json:
        screen.print_json([{"code": r.code, "name": r.name, "level": r.level, "title": r.title} for r in found])
        return 0
    print(screen.painter().table([[r.code, r.level, r.name, r.title] for r in found]))
    return 0
