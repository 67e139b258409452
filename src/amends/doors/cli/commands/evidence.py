"""Check the evidence of a case as Amazon will: per ask, per ASIN, per document.

Each rule says what it found, where on the page, and what to do. Nothing is changed.
Exit status 1 while something fails.

Example:
  amends evidence my-case
  amends evidence my-case B
  amends evidence my-case --sold B0EXAMPL01=129
  amends evidence explain DC06
"""

from __future__ import annotations

import argparse
from pathlib import Path

from amends.app import cases
from amends.app.evidence import verifying
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.evidence.verify import Judged, Verified
    from amends.model import Check, Field, Outcome
    from amends.render.terminal import Painter, Style

_MARKS: dict[str, tuple[str, Style]] = {
    "meets": ("✓", "green"), "fails": ("✗", "red"), "unclear": ("?", "yellow"),
    "error": ("✗", "red"), "warning": ("?", "yellow"), "note": ("·", "dim"),
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("exhibits", metavar="LABEL", nargs="*", help="only these exhibits; after `explain`, a code")
    parser.add_argument(
        "--sold", metavar="ASIN=UNITS", action="append", default=[], help="units sold in the time that is asked for"
    )
    parser.add_argument("--hold", metavar="LABEL", help="keep an exhibit back: it stays in the case and is not sent")
    parser.add_argument("--why", metavar="WORDS", default="", help="why it is kept back")
    parser.add_argument("--send", metavar="LABEL", help="send an exhibit after all that was kept back")
    parser.add_argument("--said-by", metavar="NAME", type=screen.named, help="who says so (the signatory, if left out)")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the verdict."""
    if options.dir == "explain" and options.exhibits:
        print(verifying.explain(options.exhibits[0]), end="")
        return 0
    opened = cases.open_case(Path(options.dir))
    if options.sold:
        opened = verifying.say_sold(opened, options.sold, options.said_by, screen.now(options.today))
    if options.hold:
        opened = verifying.hold(opened, options.hold, options.why, screen.now(options.today))
    if options.send:
        opened = verifying.send(opened, options.send, screen.now(options.today))
    with screen.progress("reading the documents"):
        found = verifying.verified(opened, screen.now(options.today), options.exhibits)
    if options.json:
        screen.print_json(verifying.as_json(found))
    else:
        _print(found, bool(options.exhibits))
    return 1 if found.verdict == "fails" else 0


def _print(found: Verified, chosen: bool) -> None:
    painter = screen.painter()
    if not chosen and found.demands:
        print(painter.paint("What the notice asks", "bold"))
        for demand in found.demands:
            _line(painter, demand.verdict, f"{demand.title}: {demand.message}", demand.todo)
        print()
    if not chosen and found.products:
        print(painter.paint("Each product", "bold"))
        for product in found.products:
            _line(painter, product.verdict, product.message, product.todo)
        print()
    print(painter.paint("Each document", "bold"))
    for judged in found.exhibits:
        _exhibit(painter, judged)
    if not found.exhibits:
        print("  none yet: amends add DIR FILE")
    if found.held:
        print(f"\n{painter.paint('Kept back, not sent', 'bold')}")
        for judged in found.held:
            _exhibit(painter, judged)
    print(painter.wrap("✓ meets Amazon's rules; ✗ fails; ? look at it first; · good to know", "dim", first="  "))


def _line(painter: Painter, outcome: Outcome, words: str, todo: str) -> None:
    mark, style = _MARKS[outcome]
    print(painter.wrap(words, style, first=f"  {mark} "))
    if todo:
        print(painter.wrap(todo, "dim", first="    "))


def _exhibit(painter: Painter, judged: Judged) -> None:
    mark, style = _MARKS[judged.verdict]
    title = f"{judged.exhibit.label}: {judged.exhibit.name}, {verifying.title(judged.exhibit)}"
    print(painter.wrap(title, style, first=f"  {mark} "))
    if judged.exhibit.held:
        print(painter.wrap(f"Kept back: {judged.exhibit.held}", "dim", first="      "))
    for said in judged.checks:
        _check(painter, said)


def _check(painter: Painter, said: Check) -> None:
    mark, style = _MARKS[said.level]
    print(painter.wrap(f"{said.message}{_where(said.fields)}", style, first=f"      {mark} "))
    if said.todo:
        print(painter.wrap(said.todo, "dim", first="        "))
    if said.level != "note":
        print(painter.wrap(f"{said.rule}: {said.source}", "dim", first="        "))


def _where(fields: tuple[Field, ...]) -> str:
    pages = sorted({field.place.page for field in fields})
    return f" (page {', '.join(map(str, pages))})" if pages else ""
