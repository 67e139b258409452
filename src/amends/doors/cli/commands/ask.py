"""The interview: what the plan still needs, one question at a time.

Answers can also come from a file.
Every answer is saved at once; leave with Ctrl-C or `stop` and go on later. Write `none` when you do not have something.

Example:
  amends ask my-case
  amends ask my-case --answers answers.yaml
  amends ask my-case --set listings-removed.date 2026-03-14
  amends ask my-case --json
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from amends.app import answers, cases
from amends.doors.cli import screen

if TYPE_CHECKING:
    from amends.interview import Question
    from amends.render.terminal import Painter

LACKING = ("none", "i do not have this", "i don't have this", "i dont have this")
STOP = ("stop", "quit", "exit", ":q")


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
        opened = _talk(opened, options)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 2
    if not options.json:
        _close(opened, options)
    return 0


def _by(options: argparse.Namespace, opened: cases.Opened) -> str:
    signatory = opened.case.value("seller.signatory")
    return options.by or getattr(signatory, "name", "") or "the seller"


def _talk(opened: cases.Opened, options: argparse.Namespace) -> cases.Opened:
    """One question after the other, until none is open or the person stops."""
    painter = screen.painter()
    step, hint = "", ""
    if screen.person_looks(sys.stdin):
        _line_editing()
        print(painter.wrap("Write `none` if you do not have something, `?` for an example, `stop` to leave.", "dim"))
    while True:
        today = screen.today(options.today)
        todo = answers.questions(opened, today)
        if not todo:
            return opened
        question = todo[0]
        if question.step != step:
            step = question.step
            print(f"\n{painter.paint(step, 'bold', 'cyan')}")
        _show(question, painter, hint)
        hint = ""
        words = _heard(painter)
        if words is None or words.lower() in STOP:
            return opened
        if words == "?":
            hint = "?"
            continue
        if not words:
            if question.prefill is not None and question.prefill.value is not None:
                raw: object = question.prefill.value
            elif question.optional:
                raw = ""
            else:
                hint = "An answer is needed here; write `none` if you do not have it, `stop` to go on later."
                continue
        else:
            raw = words
        opened, faults = answers.answer(opened, question.id, raw, _by(options, opened), screen.now(options.today))
        hint = " ".join(faults)
        if not faults and words.lower() in LACKING:
            for other in question.otherwise:
                print(painter.wrap(other, "yellow", first="    "))


def _show(question: Question, painter: Painter, hint: str) -> None:
    print()
    if hint and hint != "?":
        print(painter.wrap(hint, "yellow", first="! "))
    if question.about:
        print(painter.wrap(question.about, "cyan"))
    optional = " (optional: press Enter to skip)" if question.optional and question.prefill is None else ""
    print(painter.wrap(f"{question.text}{optional}", "bold", first=f"[{question.remaining} to go] "))
    print(painter.wrap(question.why, "dim", first="    "))
    if question.note and not hint:
        print(painter.wrap(question.note, "yellow", first="    "))
    for number, option in enumerate(question.options, 1):
        star = " *" if option.suggested else ""
        print(painter.wrap(f"{option.words}{star}", first=f"    {number}. "))
        if option.note:
            print(painter.wrap(option.note, "dim", first="       "))
    if question.type == "choices":
        print(painter.wrap("Several may apply: write their numbers, such as 1, 3.", "dim", first="    "))
    if hint == "?" or question.type in ("why", "text", "party"):
        if question.good:
            print(painter.wrap(question.good, "green", first="    good: "))
        if question.bad:
            print(painter.wrap(question.bad, "red", first="    bad:  "))
    if hint == "?":
        for other in question.otherwise:
            print(painter.wrap(other, "dim", first="    if you do not have it: "))
    if question.prefill is not None:
        act = "Enter takes it" if question.prefill.value is not None else "please check"
        print(painter.wrap(f"{question.prefill.text} ({act}; from: {question.prefill.source})", "cyan", first="    → "))


def _heard(painter: Painter) -> str | None:
    """The line that the person typed; None at the end of input."""
    try:
        return input("> ").strip()
    except EOFError:
        print()
        return None


def _line_editing() -> None:
    try:
        import readline  # noqa: F401
    except ImportError:
        return


def _close(opened: cases.Opened, options: argparse.Namespace) -> None:
    painter = screen.painter()
    needed = [question for question in answers.questions(opened, screen.today(options.today)) if not question.optional]
    if needed:
        number = len(needed)
        open_ones = "1 question is" if number == 1 else f"{number} questions are"
        words = f"Saved. {open_ones} open; go on with: amends ask {options.dir}"
    else:
        words = f"Everything that the plan needs is answered. Next: amends draft {options.dir}"
    print(f"\n{painter.wrap(words, 'bold')}")
