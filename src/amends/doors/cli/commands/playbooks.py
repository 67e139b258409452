"""List the playbooks, or show one.

A playbook says what an enforcement is about, what Amazon wants, which causes, actions and documents belong to it.

Example:
  amends playbooks
  amends playbooks show inauthentic
  amends playbooks documents
"""

from __future__ import annotations

from amends import app
from amends.doors.cli import screen
from amends.errors import Unknown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from amends.playbook import Playbook
    from amends.render.terminal import Painter


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "action", nargs="?", metavar="show|documents", help="show one playbook, or list kinds of documents"
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="the enforcement, such as inauthentic")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(options: argparse.Namespace) -> int:
    """Print the list or one playbook."""
    known = app.knowledge()
    painter = screen.painter()
    if options.action == "documents":
        print(painter.table([[d.id, d.title] for d in known.documents.values()]))
        return 0
    wanted = options.id if options.action == "show" else options.action
    if options.action == "show" and not wanted:
        raise Unknown("Name the playbook, such as: amends playbooks show inauthentic")
    if wanted:
        if wanted not in known.playbooks:
            from difflib import get_close_matches

            near = get_close_matches(wanted, list(known.playbooks), 1)
            hint = f"did you mean “{near[0]}”?" if near else "`amends playbooks` lists them."
            raise Unknown(f"There is no playbook “{wanted}”; {hint}")
        _show(known.playbooks[wanted], painter)
        return 0
    found = sorted(known.playbooks.values(), key=lambda p: (p.status != "full", p.family, p.id))
    if options.json:
        screen.print_json([{"id": p.id, "title": p.title, "family": p.family, "status": p.status} for p in found])
        return 0
    words = {"full": "interview and plan", "recognised": "recognised and explained"}
    print(painter.table([[p.id, words[p.status], p.title] for p in found], heads=["id", "amends can", "about"]))
    return 0


def _show(playbook: Playbook, painter: Painter) -> None:
    known = app.knowledge()
    print(painter.paint(playbook.title, "bold"))
    print(painter.wrap(playbook.summary))

    def part(title: str, entries: list[str]) -> None:
        if entries:
            print(f"\n{painter.paint(title, 'bold')}")
            for entry in entries:
                print(painter.wrap(entry, first="  - "))

    part("Which answer fits", [f"{rule.route}: {rule.because}" for rule in playbook.routes])
    part("What Amazon usually asks for", [known.asks[a].title for a in playbook.asks if a in known.asks])
    part("Causes that occur", [f"{c.title} ({c.id})" for c in known.causes_of(playbook.id)])
    part(
        "Documents",
        [f"{known.documents[n.kind].title} ({n.need})" for n in playbook.documents if n.kind in known.documents],
    )
    part("Advice", list(playbook.advice))
    part("What gets it refused", list(playbook.rejected))
    part("Sources", [f"{s.of}: {s.says} ({s.basis}, read {s.seen})" for s in playbook.sources])
