"""The case that a request is about, and the frame that its pages share."""

from __future__ import annotations

import threading
from datetime import datetime

from django.shortcuts import render
from django.urls import reverse

from amends.app.answers import answered_by
from amends.app.board.shelves import shelf
from amends.app.cases import Opened, open_again, open_case
from amends.app.plan.plans import explained_only
from amends.doors.web.pages import State, Step, steps
from amends.errors import AmendsError
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse


def now() -> datetime:
    """This moment, with the time zone of the machine."""
    return datetime.now().astimezone()


def who(request: HttpRequest) -> str:
    """Who makes a statement: the account's name where there are accounts, else the seller."""
    user = getattr(request, "user", None)
    return str(user) if user is not None and user.is_authenticated else "the seller"


def said_by(request: HttpRequest, case: Opened) -> str:
    """Who gives an answer: the account's name where there are accounts, else the person who signs, else the seller."""
    user = getattr(request, "user", None)
    return str(user) if user is not None and user.is_authenticated else answered_by(case)


class Unopened(Exception):
    """A case is there and cannot be opened: what it cannot be opened for."""

    def __init__(self, id: str, error: AmendsError) -> None:
        super().__init__(str(error))
        self.id, self.error = id, error


def opened(id: str) -> Opened:
    """The case of an address. Raises `Unknown` when there is none, `Unopened` when its files have mistakes."""
    files = shelf().files(id)
    if not files.holds_case:
        return open_case(files)
    try:
        return open_again(files)
    except AmendsError as error:
        raise Unopened(id, error) from error


def page(
    request: HttpRequest, id: str, case: Opened, step: str, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of a case: its own markup in the frame with the steps. `step` is the name of its address."""
    way = [
        {"title": each.title, "href": reverse(each.address, args=[id]), "state": state, "here": each.address == step}
        for each, state in _states(case).items()
    ]
    frame = {"id": id, "opened": case, "case": case.case, "way": way, "title_of_case": title_of(case)}
    frame["explained_only"] = explained_only(case.case)
    return render(request, template, {**frame, **context}, status=status)


class _Last(threading.local):
    case: Opened | None = None
    states: Mapping[Step, State] = {}


_last = _Last()


def _states(case: Opened) -> Mapping[Step, State]:
    """How far each step of a case is, in their order; worked out once for a case that was opened."""
    if _last.case is not case:
        _last.case, _last.states = case, {each: each.state(case) for each in steps()}
    return _last.states


def further(id: str, case: Opened, here: str) -> dict[str, str] | None:
    """Where a person goes on from a step: the next one that is open, else the last open one before it, else the next.

    None where no step is left, and where no answer fits the notice: then nothing is to be sent.
    """
    if case.case.route == "none":
        return None
    way = steps()
    at = next(place for place, each in enumerate(way) if each.address == here)
    states = _states(case)
    ahead = [each for each in way[at + 1 :] if states[each] != "done"]
    behind = [each for each in reversed(way[:at]) if states[each] == "open"]
    found = next((each for each in (*ahead, *behind) if states[each] == "open"), None) or next(iter(ahead), None)
    return {"href": reverse(found.address, args=[id]), "title": found.title} if found else None


def title_of(case: Opened) -> str:
    """A short name of a case for people: whose it is, and what Amazon did."""
    from amends.app import knowledge

    playbook = knowledge().playbooks.get(case.case.enforcement or "")
    name = case.case.value("seller.name") or case.case.value("seller.store")
    return f"{name}: {playbook.title}" if name and playbook else playbook.title if playbook else str(name or "A case")
