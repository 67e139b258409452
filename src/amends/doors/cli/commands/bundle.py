"""Pack what is submitted: text, documents, index, manifest.

The text comes in every form; the exhibits bear the names that it cites.
Refuses (exit status 1) while an error-level finding or an unproven sentence stands.

Example:
  amends bundle my-case
  amends bundle my-case --pictures
  amends bundle my-case -o ~/Desktop/appeal.zip --limit 5000
"""

from __future__ import annotations

from pathlib import Path

from amends.app import cases
from amends.app.plan import plans
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument(
        "-o", "--output", metavar="ZIP", help="where to write it (default: bundle.zip in the case folder)"
    )
    parser.add_argument(
        "--limit", type=screen.positive, metavar="N", help="characters that a box of the appeal form takes"
    )
    parser.add_argument("--pictures", action="store_true", help="pack the pictures of the case too")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Pack, and say where the bundle lies."""
    opened = cases.open_case(Path(options.dir))
    target = Path(options.output) if options.output else None
    with screen.progress("packing"):
        packed = plans.bundle(opened, target, screen.now(options.today), options.limit, options.pictures)
    painter = screen.painter()
    print(painter.paint(f"The bundle lies in {packed.file}", "bold", "green"))
    if packed.undrawn:
        letters = " ".join(packed.undrawn[:20])
        print(painter.wrap(f"The PDF has no letters for: {letters}. Use plan.docx or plan.txt instead.", "yellow"))
    if options.pictures:
        print(painter.wrap(f"With {screen.several(packed.pictures, 'picture')} in the folder pictures."))
    if packed.unshown:
        letters = " ".join(packed.unshown[:20])
        print(painter.wrap(f"The pictures have no letters for: {letters}. Their tables have them.", "yellow"))
    if packed.findings:
        number = len(packed.findings)
        print(
            painter.wrap(
                f"{number} {'remark stands' if number == 1 else 'remarks stand'}; see: amends check {options.dir}"
            )
        )
    if packed.accepted:
        print(painter.wrap(f"{screen.several(len(packed.accepted), 'error')} accepted with a reason:"))
        for finding in packed.accepted:
            because = finding.suppressed.because if finding.suppressed else ""
            print(painter.wrap(f"{finding.rule} in line {finding.line}: {because}", first="  "))
    print(
        painter.wrap(
            "Open START-HERE.pdf in it: it says what to paste and upload where. A person submits; amends never does."
        )
    )
    return 0
