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

import sys
from collections.abc import Iterator
from pathlib import Path

from amends.app import answers, cases
from amends.doors.cli import screen
from amends.errors import Conflict
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from amends.interview import Question
    from amends.render.terminal import Painter

LACKING = ("none", "i do not have this", "i don't have this", "i dont have this")
STOP = ("stop", "quit", "exit", ":q")
BACK = "back"
_INTRO = (
    "Write `none` if you do not have something, `?` for an example, `back` to change the answer before, `stop` to "
    "leave. Every answer is saved at once. Some answers open further questions."
)
_CHANGED = "The case was changed by somebody else meanwhile, so this answer was not taken. Please give it again."
_FROM = {"notice": "from the notice", "case": "as you said before", "suggestion": "suggested"}


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
        try:
            opened = _talk(opened, options)
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


def _talk(opened: cases.Opened, options: argparse.Namespace) -> cases.Opened:
    """One question after the other, until none is open or the person stops."""
    painter = screen.painter()
    step, hint = "", ""
    last: Question | None = None
    given = [key for key, fact in opened.case.facts.items() if fact.source.kind == "statement"]
    again: Question | None = None
    if screen.person_looks(sys.stdin):
        _line_editing()
        print(painter.wrap(_INTRO, "dim"))
    while True:
        question = again or next(iter(answers.questions(opened, screen.today(options.today))), None)
        if question is None:
            return opened
        if question.step != step:
            step = question.step
            print(f"\n{painter.paint(step, 'bold', 'cyan')}")
        if question != last or hint == "?":
            _show(question, painter, hint == "?")
        if question != last and question.note:
            hint = ""
        if hint and hint != "?":
            print(painter.wrap(hint, "yellow", first="! "))
        hint, last = "", question
        words = _heard()
        if words is None or words.lower() in STOP:
            return opened
        if words == "?":
            hint = "?"
            continue
        if words.lower() == BACK:
            before = _before(opened, options, given, question.id)
            again, hint = before or again, "" if before else "There is nothing before this."
            continue
        raw: object = words
        if not words:
            if question.prefill is not None and question.prefill.value is not None:
                raw = question.prefill.value
            elif not question.optional:
                hint = "An answer is needed here; write `none` if you do not have it, `stop` to go on later."
                continue
        try:
            opened, faults = answers.answer(opened, question.id, raw, _by(options, opened), screen.now(options.today))
        except Conflict:
            opened, again = cases.open_case(Path(options.dir)), None
            hint = _CHANGED
            continue
        hint = " ".join(faults)
        if faults:
            continue
        given.append(question.id)
        again = None
        if words.lower() in LACKING:
            for other in question.otherwise:
                print(painter.wrap(other, "yellow", first="    "))


def _before(opened: cases.Opened, options: argparse.Namespace, given: list[str], id: str) -> Question | None:
    """The question answered before this one, to change its answer; None when there is none."""
    while given:
        key = given.pop()
        question = answers.given(opened, key, screen.today(options.today)) if key != id else None
        if question is not None:
            return question
    return None


def _show(question: Question, painter: Painter, more: bool) -> None:
    lines = list(_lines(question, painter, more))
    print()
    print("\n".join(lines))
    if "\n".join(lines).count("\n") + 4 > screen.height():
        print(painter.wrap(question.text, "bold", first="    "))


def _lines(question: Question, painter: Painter, more: bool) -> Iterator[str]:
    if question.note:
        yield painter.wrap(question.note, "yellow", first="! ")
    if question.about:
        yield painter.wrap(question.about, "cyan")
    optional = " (optional: press Enter to skip)" if question.optional and question.prefill is None else ""
    count = f"[{question.remaining} to go] " if question.remaining else ""
    yield painter.wrap(f"{question.text}{optional}", "bold", first=count)
    yield painter.wrap(question.why, "dim", first="    ")
    for number, option in enumerate(question.options, 1):
        star = " *" if option.suggested else ""
        yield painter.wrap(f"{option.words}{star}", first=f"    {number}. ")
        if option.note:
            yield painter.wrap(option.note, "dim", first="       ")
    if any(option.suggested for option in question.options):
        yield painter.wrap("* fits this case", "dim", first="    ")
    if question.type == "choices":
        yield painter.wrap("Several may apply: write their numbers, such as 1, 3.", "dim", first="    ")
    elif question.options and question.type not in ("exhibits", "why"):
        yield painter.wrap("Write its number.", "dim", first="    ")
    if more or question.type in ("why", "text", "party"):
        if any(map(str.isalnum, question.good)):
            yield painter.wrap(question.good, "green", first="    good: ")
        if any(map(str.isalnum, question.bad)):
            yield painter.wrap(question.bad, "red", first="    bad:  ")
    if more:
        for at, other in enumerate(question.otherwise):
            yield painter.wrap(other, "dim", first="    if you do not have it: " if not at else "      ")
        yield painter.wrap(f"To change it later: --set {question.id} ANSWER", "dim", first="    ")
    if question.prefill is not None:
        act = "Enter takes it" if question.prefill.value is not None else "please check"
        source = _FROM.get(question.prefill.source, question.prefill.source)
        yield painter.wrap(f"{question.prefill.text} ({source}; {act})", "cyan", first="    → ")


def _heard() -> str | None:
    """The line that the person typed; None at the end of input."""
    try:
        return input("> ").strip()
    except EOFError:
        print()
        return None


def _line_editing() -> None:
    """Line editing where there is some; several pasted lines are one answer, not the answers to several questions."""
    try:
        import readline
    except ImportError:
        return
    readline.parse_and_bind("set enable-bracketed-paste on")


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
