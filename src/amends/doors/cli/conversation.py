"""The interview in a terminal: one question after the other, until none is open or the person stops."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
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
MORE = "?"
_INTRO = (
    "Write `none` if you do not have something, `?` for an example, `back` to change the answer before, `stop` to "
    "leave. Every answer is saved at once. Some answers open further questions."
)
_CHANGED = "The case was changed by somebody else meanwhile, so this answer was not taken. Please give it again."
_NEEDED = "An answer is needed here; write `none` if you do not have it, `stop` to go on later."
_FIRST = "There is nothing before this."
_FROM = {"notice": "from the notice", "case": "as you said before", "suggestion": "suggested"}


class Conversation:
    """Questions and answers of one sitting. `opened` is the case as it stands; each answer is saved at once."""

    def __init__(self, opened: cases.Opened, options: argparse.Namespace, by: Callable[[cases.Opened], str]) -> None:
        self.opened = opened
        self._options, self._by = options, by
        self._painter = screen.painter()
        self._given = [key for key, fact in opened.case.facts.items() if fact.source.kind == "statement"]
        self._step, self._hint = "", ""
        self._last: Question | None = None
        self._again: Question | None = None

    def hold(self) -> None:
        """Ask until nothing is open, the input ends, or the person says so."""
        if screen.person_looks(sys.stdin):
            _line_editing()
            print(self._painter.wrap(_INTRO, "dim"))
        while (question := self._next()) is not None:
            self._put(question)
            words = _heard()
            if words is None or words.lower() in STOP:
                return
            if words == MORE:
                self._hint = MORE
            elif words.lower() == BACK:
                before = self._before(question.id)
                self._again, self._hint = before or self._again, "" if before else _FIRST
            else:
                self._take(question, words)

    def _next(self) -> Question | None:
        return self._again or next(iter(answers.questions(self.opened, screen.today(self._options.today))), None)

    def _put(self, question: Question) -> None:
        """Show a question, or only what was wrong with the answer to it."""
        painter, hint = self._painter, self._hint
        if question.step != self._step:
            self._step = question.step
            print(f"\n{painter.paint(self._step, 'bold', 'cyan')}")
        if question != self._last or hint == MORE:
            _show(question, painter, hint == MORE)
        told_there = question != self._last and question.note
        if hint and hint != MORE and not told_there:
            print(painter.wrap(hint, "yellow", first="! "))
        self._hint, self._last = "", question

    def _take(self, question: Question, words: str) -> None:
        raw: object = words
        if not words:
            if question.prefill is not None and question.prefill.value is not None:
                raw = question.prefill.value
            elif not question.optional:
                self._hint = _NEEDED
                return
        now = screen.now(self._options.today)
        try:
            self.opened, faults = answers.answer(self.opened, question.id, raw, self._by(self.opened), now)
        except Conflict:
            self.opened, self._again, self._hint = cases.open_case(Path(self._options.dir)), None, _CHANGED
            return
        if faults:
            self._hint = " ".join(faults)
            return
        self._given.append(question.id)
        self._again = None
        for other in question.otherwise if words.lower() in LACKING else ():
            print(self._painter.wrap(other, "yellow", first="    "))

    def _before(self, id: str) -> Question | None:
        """The question answered before this one, to change its answer; None when there is none."""
        while self._given:
            key = self._given.pop()
            question = answers.given(self.opened, key, screen.today(self._options.today)) if key != id else None
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
