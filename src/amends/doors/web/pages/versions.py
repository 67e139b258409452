"""The versions of a plan: each that was kept, what differs between two, and the way back to one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from amends.app.plan import versions as kept
from amends.doors.web.cases import now, opened, page
from amends.errors import Conflict, Unknown
from amends.plan.difference import Change
from amends.text import one_line
from amends.typed import NamedTuple

_SAYS = {
    "plan drafted": "Drafted from your answers",
    "plan drafted anew, edits kept": "Drafted anew; your edits kept",
    kept.EDITED: "Edited",
    kept.ANEW: "Edited, over what was written in another tab",
    kept.ASIDE: "Put aside: it did not become the plan",
    "safe fixes applied": "Safe fixes made",
}
_AROUND = 140


class Piece(NamedTuple):
    """A stretch of a difference as it is shown; `more` marks that words in its middle were left out."""

    kind: str
    text: str
    rest: str = ""
    more: bool = False


@require_safe
def versions(request: HttpRequest, id: str) -> HttpResponse:
    """List the versions, and show what differs between two: the newest and the one before when none is named."""
    case = opened(id)
    all = kept.versions(case.files)
    if not all:
        return redirect("draft", id)
    rows = [
        {
            "number": each.number,
            "name": _name(each.number),
            "at": each.at,
            "what": _SAYS.get(each.what, each.what[:1].upper() + each.what[1:]),
        }
        for each in all
    ]
    numbers = [each.number for each in all]
    before = _number(request.GET.get("before"), numbers, numbers[1] if len(numbers) > 1 else numbers[0])
    after = _number(request.GET.get("after"), numbers, numbers[0])
    pieces = shown(kept.difference(case.files, before, after)) if before != after else []
    context = {
        "rows": rows,
        "before": before,
        "after": after,
        "before_name": _name(before),
        "after_name": _name(after),
        "pieces": pieces,
        "changed": any(piece.kind != "same" for piece in pieces),
        "stamp": all[0].stamp if all[0].number == 0 else "",
    }
    return page(request, id, case, "draft", "draft/versions.html", context)


@require_POST
def back(request: HttpRequest, id: str) -> HttpResponse:
    """Make a version the plan again."""
    case = opened(id)
    number = _number(request.POST.get("number", ""), [each.number for each in kept.versions(case.files)], 0)
    try:
        kept.go_back(case, number, request.POST.get("stamp", ""), now())
    except Conflict:
        messages.warning(request, "The plan was changed meanwhile, so nothing was done. Look at it again.")
        return redirect("versions", id)
    messages.success(request, f"The plan is what it was in version {number}. What it was before is kept too.")
    return redirect("draft", id)


def shown(changes: tuple[Change, ...]) -> list[Piece]:
    """The stretches of a difference; the middle of a long stretch that is the same is left out."""
    made = []
    for change in changes:
        if change.kind == "same" and len(change.text) > 3 * _AROUND:
            head, tail = change.text[:_AROUND].rpartition(" "), change.text[-_AROUND:].partition(" ")
            made.append(Piece("same", head[0] or head[2], tail[2] or tail[0], True))
        else:
            made.append(Piece(change.kind, change.text))
    return made


def _name(number: int) -> str:
    return "The plan now" if number == 0 else f"Version {number}"


def _number(given: str | None, known: list[int], otherwise: int) -> int:
    if given is None:
        return otherwise
    if not given.isascii() or not given.isdigit() or len(given) > 9 or int(given) not in known:
        raise Unknown(f"There is no version {one_line(given, 20)} of this plan.")
    return int(given)


ADDRESSES = [
    path("cases/<slug:id>/versions/", versions, name="versions"),
    path("cases/<slug:id>/versions/back/", back, name="versions-back"),
]
