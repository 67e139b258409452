"""All answers of a case on one page: each with where it comes from, to look over and to change."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from amends.app import answers
from amends.doors.web.cases import now, opened, page
from amends.interview import Entry
from amends.render.sources import from_where
from amends.typed import Any

_SHOWN = {"missing": ("missing",), "open": ("open",)}


@require_safe
def answers_page(request: HttpRequest, id: str) -> HttpResponse:
    """Show every question and what became of it."""
    case = opened(id)
    entries = answers.overview(case, now().date())
    asked = request.GET.get("show", "")
    only = _SHOWN.get(asked, ())
    chosen = [entry for entry in entries if not only or entry.state in only]
    count = {state: sum(entry.state == state for entry in entries) for state in ("given", "missing", "open")}
    context: dict[str, Any] = {
        "groups": [(step, _parts(list(group))) for step, group in groupby(chosen, lambda entry: entry.question.step)],
        "count": count,
        "show": asked if only else "",
        "unused": [{"answer": each, "where": from_where(each.fact, case.case)} for each in answers.unused(case)],
    }
    for _, parts in context["groups"]:
        for part in parts:
            part["rows"] = [
                {"entry": entry, "where": from_where(entry.fact, case.case) if entry.fact else None}
                for entry in part["entries"]
            ]
    return page(request, id, case, "questions", "answers/answers.html", context)


def _parts(entries: list[Entry]) -> list[dict[str, Any]]:
    """The entries of a step, those about one cause, action or measure together."""
    parts: dict[str, list[Entry]] = {}
    for entry in entries:
        parts.setdefault(entry.question.about, []).append(entry)
    return [{"about": about, "entries": found} for about, found in parts.items()]


ADDRESSES = [path("cases/<slug:id>/answers/", answers_page, name="answers")]
