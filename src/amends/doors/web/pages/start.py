"""The first page: paste the notice, or drop its file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from amends.app.board.shelves import held, shelf, start_another, start_on
from amends.app.files import LARGEST_NOTICE
from amends.doors.web.cases import now
from amends.errors import Unreadable

_SHORTEST = 40
_TAKES = ".eml,.msg,.html,.htm,.txt,.pdf,message/rfc822,text/plain,text/html,application/pdf"


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Show the form; a notice that was sent becomes a case at once, so that nothing is lost.

    One on which there is a case already becomes another only when the person says so.
    """
    if request.method != "POST":
        return _form(request)
    if "another" in request.POST:
        id, _ = start_another(shelf(), request.POST["another"], now())
        return redirect("notice", id)
    text = request.POST.get("text", "").strip()
    file = request.FILES.get("file")
    if file is not None:
        if file.size is None or file.size > LARGEST_NOTICE:
            limit = LARGEST_NOTICE // 1_000_000
            return _form(request, text, f"This file is larger than {limit} MB; it cannot be the notice.")
        data, name = file.read(), file.name or "notice"
    elif len(text) >= _SHORTEST:
        data, name = text.encode(), "pasted.txt"
    else:
        return _form(request, text, "Paste the whole message, from the greeting to the last line, or choose its file.")
    there = held(shelf(), data)
    if there:
        return render(
            request,
            "start/again.html",
            {"nav": "start", "case": there[0], "on": there[0].started.astimezone(), "more": len(there) - 1},
        )
    try:
        id, _ = start_on(shelf(), data, name, now())
    except Unreadable as error:
        return _form(request, text, str(error))
    return redirect("notice", id)


def _form(request: HttpRequest, text: str = "", fault: str = "") -> HttpResponse:
    context = {"nav": "start", "text": text, "fault": fault, "takes": _TAKES}
    return render(request, "start/start.html", context, status=422 if fault else 200)


ADDRESSES = [path("", start, name="start")]
