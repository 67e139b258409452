"""What a notice says, in plain words for the person who received it: what, by when, how to answer, what next."""

from __future__ import annotations

from datetime import date

from amends.dates import written
from amends.model import Branch, Deadline, Identifier, Level, Notice, Route, Status
from amends.model.notice import due
from amends.playbook import AskKind, Playbook
from amends.render.terminal import Painter, Style
from amends.text import one_line
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {
    "enforcement": "A notice from Amazon",
    "reply": "Amazon's answer to an appeal",
    "warning": "A warning from Amazon. Nothing is closed yet",
    "information": "A message from Amazon that needs no appeal",
    "not-amazon": "This does not come from Amazon. Do not answer it",
    "unknown": "It does not show what this message is",
}
_LEVELS: dict[Level, str] = {"account": "your whole account", "listing": "single listings", "funds": "your money"}
_STATUS: dict[Status, str] = {
    "active": "you can sell",
    "at-risk": "you can still sell, but it is at risk",
    "deactivated": "you cannot sell",
    "removed": "listings are removed",
    "reinstated": "you can sell again",
    "final": "Amazon says this is its last word",
}
_ROUTES: dict[Route, str] = {
    "plan": "A Plan of Action: what went wrong, what you did, what you changed.",
    "documents": "Documents. A plan is not what is asked for here.",
    "dispute": "An explanation of why the decision is wrong, with evidence.",
    "retraction": "A withdrawal of the complaint, sent to Amazon by the rights owner.",
    "two-step": "Two steps: first the other account that the notice names, then this one.",
    "none": "None. An appeal is not the answer to this message.",
}
_NAMES = {"asin": "ASINs", "order": "Orders", "complaint": "Complaint IDs", "case": "Case IDs", "shipment": "Shipments"}
_BRANCHES: dict[Branch, str] = {
    "comply": "What Amazon asks for",
    "in-error": "What Amazon asks for instead, if the decision is wrong",
}
# File names that a shell takes as they are; others are quoted, since people copy the command.
_SIMPLE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-")
_SURE = 0.8
_LIKELY = 0.5
_MOST_SHOWN = 12
_QUOTE = 240
_LIST_MARKS = "-–—•·* "
_TONES: dict[str, tuple[Style, ...]] = {
    "": (),
    "soft": ("dim",),
    "good": ("green",),
    "warn": ("yellow",),
    "limit": ("yellow", "bold"),
}


class Line(NamedTuple):
    """One thing that is said, the words of the notice that it stands on, and what follows from it.

    `mark` stands before it in a list: a number, "!" for a time limit, "?" for a doubt, "-" for advice, "" for none.
    `tone` says how it is meant: "good", "warn", "limit" (of time), "soft" (beside the matter) or "".
    """

    text: str
    mark: str = ""
    quotes: tuple[str, ...] = ()
    after: str = ""
    tone: str = ""


class Section(NamedTuple):
    """A heading and what stands under it; `rows` are names with their values. `id` is stable."""

    id: str
    heading: str
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


class Told(NamedTuple):
    """A notice in plain words: a title, how things stand, and the sections. `alarming`: this is not from Amazon."""

    title: str
    standing: str
    alarming: bool
    sections: tuple[Section, ...]


def told(
    notice: Notice,
    playbook: Playbook | None,
    asks: Mapping[str, AskKind],
    today: date | None = None,
    received: date | None = None,
) -> Told:
    """What a notice says, for any page. `playbook` is that of the likeliest enforcement, or None.

    With `today` deadlines also say how many days are left. `received` is the day on which the notice came, where
    somebody said it; where the notice shows none, a time limit is counted from it.
    """
    sections = [
        _what(notice, playbook),
        *(_asked(notice, asks, branch) for branch in _BRANCHES),
        _by_when(notice, today, None if notice.received else received),
        _concerned(notice),
        *_answer(notice, playbook),
        Section("doubts", "Not certain", tuple(Line(doubt, "?", tone="warn") for doubt in notice.doubts)),
    ]
    return Told(
        playbook.title if playbook else _KINDS[notice.kind],
        _standing(notice),
        notice.kind == "not-amazon",
        tuple(section for section in sections if section.lines or section.rows),
    )


def reading(
    notice: Notice,
    playbook: Playbook | None,
    asks: Mapping[str, AskKind],
    width: int = 80,
    colour: bool = False,
    today: date | None = None,
) -> str:
    """The reading of a notice for the terminal, with the places it stands on quoted, and what to do next."""
    page = _Page(Painter(width, colour))
    found = told(notice, playbook, asks, today)
    page.title(found.title, found.standing, found.alarming)
    for section in found.sections:
        page.section(section.heading)
        for line in section.lines:
            page.told(line)
        if section.rows:
            page.made.append(page.painter.table(section.rows, indent=2))
    _next(page, notice)
    return page.text()


class _Page:
    """Sections with their lines, in the making."""

    def __init__(self, painter: Painter) -> None:
        self.painter = painter
        self.made: list[str] = []

    def title(self, text: str, under: str, alarming: bool) -> None:
        self.made.append(self.painter.wrap(text, "bold", "red" if alarming else "cyan"))
        if under:
            self.made.append(self.painter.wrap(under, "dim"))

    def section(self, heading: str) -> None:
        self.made.append("")
        self.made.append(self.painter.paint(heading, "bold"))

    def line(self, text: str, *styles: Style, indent: int = 2) -> None:
        self.made.append(self.painter.wrap(text, *styles, first=" " * indent))

    def told(self, line: Line) -> None:
        styles: tuple[Style, ...] = _TONES[line.tone]
        if line.mark:
            self.made.append(self.painter.wrap(line.text, *styles, first=f"  {line.mark:<2} "))
        else:
            self.line(line.text, *styles)
        for quote in line.quotes:
            self.made.append(self.painter.wrap(f"“{quote}”", "dim", first="     "))
        if line.after:
            self.line(line.after, indent=5)

    def text(self) -> str:
        return "\n".join(self.made) + "\n"


def _quoted(text: str) -> str:
    return one_line(text, _QUOTE).lstrip(_LIST_MARKS)


def _standing(notice: Notice) -> str:
    found = [f"Amazon {notice.marketplace}" if notice.marketplace else ""]
    found.append(f"about {_LEVELS[notice.level]}" if notice.level else "")
    found.append(_STATUS[notice.status] if notice.status else "")
    found.append(f"received {written(notice.received)}" if notice.received else "")
    return " · ".join(filter(None, found))


def _what(notice: Notice, playbook: Playbook | None) -> Section:
    lines = [Line(f"{_KINDS[notice.kind]}.")]
    if playbook:
        lines.append(Line(playbook.summary))
    if notice.enforcements:
        first = notice.enforcements[0]
        quotes = tuple(_quoted(place.quote) for place in first.because[:3])
        if quotes:
            lines.append(Line(f"{_how_sure(first.confidence)} these words:", quotes=quotes, tone="soft"))
    also = [enforcement.id for enforcement in notice.enforcements[1:]]
    if also:
        lines.append(Line(f"It may also be: {', '.join(also)} (amends playbooks show {also[0]})."))
    return Section("what", "What this is", tuple(lines))


def _how_sure(confidence: float) -> str:
    if confidence >= _SURE:
        return "This shows in"
    return "Likely, from" if confidence >= _LIKELY else "Perhaps, from"


def _asked(notice: Notice, asks: Mapping[str, AskKind], branch: Branch) -> Section:
    wanted = [ask for ask in notice.asks if ask.branch == branch]
    lines = (
        Line(asks[ask.id].title if ask.id in asks else ask.id, f"{number}.", (_quoted(ask.span.quote),))
        for number, ask in enumerate(wanted, 1)
    )
    return Section(branch, _BRANCHES[branch], tuple(lines))


def _by_when(notice: Notice, today: date | None, received: date | None) -> Section:
    lines = []
    for deadline in notice.deadlines:
        otherwise = ""
        if deadline.consequence and one_line(deadline.consequence) not in one_line(deadline.span.quote):
            otherwise = f"Otherwise: {one_line(deadline.consequence, _QUOTE)}"
        lines.append(Line(_until(deadline, today, received), "!", (_quoted(deadline.span.quote),), otherwise, "limit"))
    return Section("by-when", "By when", tuple(lines))


def _until(deadline: Deadline, today: date | None, received: date | None) -> str:
    days = "" if deadline.days is None else f"{deadline.days} {'day' if deadline.days == 1 else 'days'}"
    last = due(deadline, received)
    if last is None:
        return f"{days}, counted from a day that the notice does not show" if days else "The notice sets a time limit"
    left = ""
    if today is not None:
        away = (last - today).days
        left = "; that is today" if away == 0 else f"; {_days(away)} left" if away > 0 else f"; {_days(-away)} ago"
    return f"{written(last)}{f' ({days})' if days else ''}{left}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _concerned(notice: Notice) -> Section:
    by_kind: dict[str, list[Identifier]] = {}
    for identifier in notice.identifiers:
        by_kind.setdefault(identifier.kind, []).append(identifier)
    rows: list[tuple[str, str]] = []
    for kind, found in by_kind.items():
        values = list(dict.fromkeys(one_line(i.value, 60) + (" (masked)" if i.masked else "") for i in found))
        more = f" and {len(values) - _MOST_SHOWN} more" if len(values) > _MOST_SHOWN else ""
        rows.append((_NAMES.get(kind, kind.replace("-", " ").capitalize()), ", ".join(values[:_MOST_SHOWN]) + more))
    return Section("concerned", "What it is about", rows=tuple(rows))


def _answer(notice: Notice, playbook: Playbook | None) -> tuple[Section, ...]:
    if notice.kind == "unknown" and notice.route == "none":
        return ()
    lines = [Line(_ROUTES[notice.route], tone="good" if notice.route != "none" else "warn")]
    rules = playbook.routes if playbook else ()
    because = next((rule.because for rule in rules if rule.route == notice.route), "")
    if because:
        lines.append(Line(because))
    if notice.channel and notice.route != "none":
        lines.append(Line(f"Where it goes: {one_line(notice.channel, _QUOTE)}"))
    advice = tuple(Line(advice, "-") for advice in (playbook.advice if playbook else ()))
    return Section("answer", "The answer that fits", tuple(lines)), Section("advice", "Good to know", advice)


def _next(page: _Page, notice: Notice) -> None:
    page.section("Next")
    if notice.kind == "not-amazon":
        page.line(
            "Do not click, pay or reply. Type the address of Seller Central yourself, sign in, and look for a notice."
        )
    elif notice.kind == "unknown":
        page.line(
            "Give amends the whole message, from the greeting to the last line: save it from your mail program as .eml "
            "or copy it from Performance Notifications in Seller Central into a text file, and run amends read on that."
        )
    elif notice.route == "none":
        page.line("Keep the message. If Amazon writes again, run amends read on the new one.")
    else:
        page.line(f"amends new my-case --notice {_as_typed(notice.file)}")
        page.line("starts a case from this notice and asks for what is still missing.", "dim")


def _as_typed(file: str) -> str:
    name = one_line(file)
    if not name or name == "-":
        return "FILE"
    if name[0] == "-":
        name = f"./{name}"
    if _SIMPLE.issuperset(name):
        return name
    return "'" + name.replace("'", "'\\''") + "'"
