"""Correct what was misread in a document: say what the paper says.

Without a value it lists what was read, each with its number; those to look at are marked. What you say counts in every
check, and each place that shows it says that it is your word. The document and its reading stay as they are.
Name a value by its number, or by its name where there is one of that name only.

Example:
  amends correct my-case B
  amends correct my-case B invoice_number=MR-77120
  amends correct my-case B 7=120 --said-by "Dana Ruiz"
  amends correct my-case B --yes 3 --yes 4
  amends correct my-case B --undo invoice_number
"""

from __future__ import annotations

import argparse
from pathlib import Path

from amends.app import cases
from amends.app.evidence import correcting
from amends.dates import written
from amends.doors.cli import screen
from amends.errors import Unknown
from amends.text import one_line
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.evidence.corrected import Spot


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("exhibit", metavar="LABEL", help="the exhibit (A, B, …)")
    parser.add_argument("values", metavar="VALUE=WORDS", nargs="*", help="a value, and what the paper says there")
    parser.add_argument("--yes", metavar="VALUE", action="append", default=[], help="it was read rightly")
    parser.add_argument("--undo", metavar="VALUE", action="append", default=[], help="take back what was said of it")
    parser.add_argument("--said-by", metavar="NAME", type=screen.named, help="who says so (the signatory, if left out)")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Take what is said, then show what counts."""
    opened, now = cases.open_case(Path(options.dir)), screen.now(options.today)
    label, by = options.exhibit, options.said_by or ""
    spots = correcting.spots(opened, label)
    said = dict(_said(spots, entry) for entry in options.values)
    confirmed = [_spot(spots, name).key for name in options.yes]
    undone = [_spot(spots, name).key for name in options.undo]
    if said:
        opened = correcting.correct(opened, label, said, by, now)
    if confirmed:
        opened = correcting.confirm(opened, label, confirmed, by, now)
    if undone:
        opened = correcting.withdraw(opened, label, undone, now)
    spots = correcting.spots(opened, label)
    if options.json:
        screen.print_json([correcting.as_json(spot) for spot in spots])
    else:
        _print(spots)
    return 0


def _said(spots: Sequence[Spot], entry: str) -> tuple[str, str]:
    name, mark, words = entry.partition("=")
    if not mark:
        raise Unknown(f"“{one_line(entry, 60)}” says nothing; write VALUE=WORDS, such as invoice_number=MR-77120.")
    return _spot(spots, name).key, words


def _spot(spots: Sequence[Spot], name: str) -> Spot:
    """The value of a number or a name. Raises `Unknown` when there is none, or more than one."""
    wanted = name.strip().lower()
    found = [spot for spot in spots if wanted in (str(spot.number), spot.name)]
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(str(spot.number) for spot in found)
        raise Unknown(f"More than one value is called “{wanted}”; name it by its number: {numbers}.")
    there = "; ".join(f"{spot.number} is {spot.name}" for spot in spots[:40]) or "nothing was read in it"
    raise Unknown(f"There is no value “{one_line(name, 40)}” on this document: {there}.")


def _print(spots: Sequence[Spot]) -> None:
    painter = screen.painter()
    for spot in spots:
        said = spot.correction
        mark, style = ("✓", "green") if said else ("·", "dim") if spot.sure else ("?", "yellow")
        words = f"{spot.number}  {correcting.named(spot)} (page {spot.place.page}): {spot.value or 'nothing was read'}"
        print(painter.wrap(words, *(() if mark == "·" else (style,)), first=f"  {mark} "))
        if said is not None:
            read = "" if said.confirms else f"; amends read “{said.read}”" if said.read else "; nothing was read"
            words = f"{'checked on the paper' if said.confirms else 'the word of'} {'by ' if said.confirms else ''}"
            print(painter.wrap(f"{words}{said.by}, {written(said.on)}{read}", "dim", first="      "))
    if not spots:
        print("Nothing was read in this document.")
    print(painter.wrap("? look at it; ✓ somebody looked and says so; · read surely", "dim", first="  "))
