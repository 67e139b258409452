"""All cases: by what is due first, found by name, ASIN or number, put away when they are over, taken in from a file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from amends import app
from amends.app.board import arrivals
from amends.app.board.shelves import STATES, Asked, Order, shelf
from amends.doors.web.cases import Unopened, now, opened, title_of
from amends.doors.web.spoken import spoken
from amends.typed import BinaryIO, cast

_LONGEST_SEARCH = 200
_STATES = {
    "asking": "questions open",
    "drafting": "plan to be written",
    "reviewing": "plan in review",
    "ready": "ready to send",
    "sent": "sent",
    "closed": "nothing to send",
    "broken": "cannot be opened",
}
_ORDERS = {"deadline": "what is due first", "updated": "last changed"}


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """A page of the board. Without any case it is the first page that helps more."""
    search = request.GET.get("q", "")[:_LONGEST_SEARCH]
    states = tuple(state for state in STATES if state in request.GET.getlist("state"))
    archived = request.GET.get("archived") == "1"
    order: Order = "updated" if request.GET.get("order") == "updated" else "deadline"
    asked = Asked(search, states, archived, order, request.GET.get("after", ""))
    found = shelf().board(asked)
    today = now().date()
    rows = [
        {
            "row": row,
            "href": reverse("notice", args=[row.id]),
            "about": _title(row.enforcement),
            "left": None if row.deadline is None else (row.deadline - today).days,
            "state": _STATES[row.state],
        }
        for row in found.rows
    ]
    kept = {"q": search, "state": states, "order": order, **({"archived": "1"} if archived else {})}
    context = {
        "nav": "board",
        "rows": rows,
        "total": found.total,
        "search": search,
        "chosen": states,
        "states": _STATES,
        "archived": archived,
        "order": order,
        "orders": _ORDERS,
        "further": urlencode({**kept, "after": found.next}, doseq=True) if found.next else "",
        "asking": bool(search or states or archived),
    }
    return render(request, "board/board.html", context)


def _title(enforcement: str | None) -> str:
    playbook = app.knowledge().playbooks.get(enforcement or "")
    return playbook.title if playbook else "Not yet clear"


@require_POST
def archive(request: HttpRequest, id: str) -> HttpResponse:
    """Put a case away, or take it out again."""
    away = request.POST.get("away") == "1"
    shelf().archive(id, away)
    messages.success(request, "The case is put away. You find it under “Put away”." if away else "The case is back.")
    return redirect("board")


@require_safe
def handed(request: HttpRequest, id: str) -> FileResponse:
    """The whole case as one file, to keep or to hand to somebody else."""
    from amends.app.board.moving import exported

    file = exported(shelf().files(id))
    try:
        title = title_of(opened(id))
    except Unopened:
        title = "case that cannot be opened"
    name = "".join(c if c.isalnum() else "-" for c in title)[:60].strip("-") or "case"
    response = FileResponse(file, as_attachment=True, filename=f"{name}.amends.zip", content_type="application/zip")
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def taken(request: HttpRequest) -> HttpResponse:
    """Take in a case that somebody handed over as one file."""
    from amends.app.board.moving import import_file

    file = request.FILES.get("file")
    if file is None:
        messages.error(request, "Choose the file first.")
        return redirect("board")
    id, moved = import_file(shelf(), cast("BinaryIO", file), file.name or "the file", now())
    arrivals.taken_over(id, now())
    messages.success(request, f"The case is here, with all of its {moved.files} files.")
    for doubt in moved.doubts:
        messages.warning(request, spoken(doubt))
    return redirect("notice", id)


ADDRESSES = [
    path("cases/", board, name="board"),
    path("cases/taken/", taken, name="take-in"),
    path("cases/<slug:id>/archive/", archive, name="archive"),
    path("cases/<slug:id>/file/", handed, name="hand-over"),
]
