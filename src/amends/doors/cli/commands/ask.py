"""The interview: what the plan still needs, one question at a time.

Answers can also come from a file.
Every answer is saved at once; leave with Ctrl-C or `stop` and go on later. Write `none` when you do not have something,
`back` to change the answer before.

Example:
  amends ask my-case
  amends ask my-case --answers answers.yaml
  amends ask my-case --set listings-removed.date 2026-03-14
  amends ask my-case --json
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from amends.app import answers, cases
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("--answers", metavar="FILE", help="take the answers from a YAML file")
    parser.add_argument("--set", nargs=2, metavar=("ID", "ANSWER"), action="append", help="give or change one answer")
    parser.add_argument("--by", metavar="NAME", help="who answers (default: the person who signs)")
    parser.add_argument("--json", action="store_true", help="print the open questions as JSON")
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Ask, or take the answers, or list what is open."""
    opened = cases.open_case(Path(options.dir))
    problems: list[str] = []
    if options.answers:
        opened, found = answers.answer_file(opened, options.answers, screen.now(options.today), options.by or "")
        problems.extend(map(str, found))
    for key, words in options.set or ():
        opened, faults = answers.answer(opened, key, words, _by(options, opened), screen.now(options.today))
        problems.extend(f"{key}: {fault}" for fault in faults)
    if options.json:
        from amends.interview import as_json

        screen.print_json([as_json(question) for question in answers.questions(opened, screen.today(options.today))])
    elif not options.answers and not options.set:
        from amends.doors.cli.conversation import Conversation

        talk = Conversation(opened, options, partial(_by, options))
        try:
            talk.hold()
            opened = talk.opened
        except KeyboardInterrupt:
            print()
            opened = cases.open_case(Path(options.dir))
    if problems:
        screen.complain("\n".join(problems))
        return 2
    if not options.json:
        _close(opened, options)
    return 0


def _by(options: argparse.Namespace, opened: cases.Opened) -> str:
    return options.by or answers.answered_by(opened)


def _close(opened: cases.Opened, options: argparse.Namespace) -> None:
    painter = screen.painter()
    needed = [question for question in answers.questions(opened, screen.today(options.today)) if not question.optional]
    if opened.case.route == "none":
        words = "No answer fits this notice: nothing is to be asked, and nothing is to be sent."
    elif needed:
        number = len(needed)
        open_ones = "1 question still needs" if number == 1 else f"{number} questions still need"
        words = f"Saved. {open_ones} an answer; go on with: amends ask {options.dir}"
    else:
        words = f"Everything that the plan needs is answered. Next: amends draft {options.dir}"
    print(f"\n{painter.wrap(words, 'bold')}")
