"""The plan: the draft with its review beside it, saved as it is typed, and drafted anew when the answers change."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST

from amends.app import answers
from amends.app.board.shelves import shelf
from amends.app.cases import Opened
from amends.app.plan import drafts, reviewing, versions
from amends.app.plan.obstacles import far_too_long
from amends.doors.web.answers_of_review import answer_of
from amends.doors.web.cases import now, opened, page
from amends.doors.web.pages import State, Step
from amends.doors.web.words import in_words
from amends.errors import AmendsError, Conflict
from amends.plan.merge import Choice
from amends.typed import Any

_CHOICES: tuple[Choice, ...] = ("mine", "drafted", "both")


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, id: str) -> HttpResponse:
    """Show the plan; a plain form that is sent here is saved."""
    case = opened(id)
    if request.method != "POST":
        return _shown(request, id, case)
    text, was = request.POST.get("text", ""), request.POST.get("stamp", "")
    try:
        versions.edit(case, text, was, now(), over="over" in request.POST)
    except Conflict:
        versions.put_aside(case, text, now())
        return _shown(request, id, case, other=versions.plain(text))
    messages.success(request, "Your plan is saved.")
    return redirect("draft", id)


def _shown(request: HttpRequest, id: str, case: Opened, other: str | None = None) -> HttpResponse:
    """The page. `other` is a text that could not be saved since the plan was changed meanwhile."""
    context: dict[str, Any] = {"other": other}
    reviewer = reviewing.reviewer(case.files)
    plan = reviewer.plan
    if plan is None or plan.route == "none":
        gaps = plan.gaps if plan else ()
        nothing = {"gaps": gaps, "closed": plan is not None, "known": case.case.enforcement is not None}
        return page(request, id, case, "draft", "draft/none.html", nothing)
    lacking = [gap for gap in plan.gaps if not gap.stated]
    found = drafts.redraft(case, plan)
    if found.was is None:
        return page(request, id, case, "draft", "draft/first.html", {"lacking": lacking})
    reviewed = reviewer.review(found.mine, now().date())
    context |= {
        "text": found.mine,
        "stamp": found.was,
        "news": found.news,
        "clashes": len(found.merged.clashes) if found.merged else 0,
        "unknown": found.edited and found.merged is None,
        "lacking": lacking,
        "first": answer_of(id, reviewed, 0),
        **_verdict(reviewed),
        **_stops(reviewed),
    }
    return page(request, id, case, "draft", "draft/draft.html", context, 409 if other is not None else 200)


def _verdict(reviewed: reviewing.Reviewed) -> dict[str, object]:
    verdict = reviewed.checked.verdict
    columns = ("causes", "actions", "measures", "exhibits")
    rows = [
        {
            "title": " ".join(filter(None, (row.issue, row.asin))),
            "cells": [(name, getattr(row, name)) for name in columns],
        }
        for row in verdict.matrix
    ]
    return {"questions": verdict.answers, "steps": verdict.next, "rows": rows}


def _stops(reviewed: reviewing.Reviewed) -> dict[str, object]:
    """What stands in the way of a bundle, as the words above the findings say it."""
    hindered = reviewed.hindered
    return {
        "stops": hindered.number,
        "absent": hindered.absent,
        "too_long": far_too_long(hindered.over) if hindered.over else "",
        "remarks": len(reviewed.standing) - len(hindered.errors),
    }


@require_POST
def check(request: HttpRequest, id: str) -> HttpResponse:
    """Review a text as the plan of the case: what the editor shows while a person types."""
    asked = _json(request)
    text = asked.get("text")
    if not isinstance(text, str):
        return JsonResponse({"error": "Send the text of the plan."}, status=400)
    reviewed = reviewing.reviewer(shelf().files(id)).review(text, now().date())
    version = asked.get("version")
    answer = answer_of(id, reviewed, version if isinstance(version, int) else 0)
    verdict = _verdict(reviewed)
    return JsonResponse(
        answer
        | {
            "matrix": render_to_string("draft/matrix.html", verdict),
            "questions": render_to_string("draft/questions.html", verdict),
            "stops": render_to_string("draft/stops.html", _stops(reviewed)),
        }
    )


@require_POST
def save(request: HttpRequest, id: str) -> HttpResponse:
    """Save a text as the plan, unless it was changed since; `aside` keeps it among the versions only."""
    asked = _json(request)
    text, was = asked.get("text"), asked.get("stamp")
    if not isinstance(text, str):
        return JsonResponse({"error": "Send the text of the plan."}, status=400)
    case = opened(id)
    try:
        if asked.get("aside") is True:
            versions.put_aside(case, text, now())
            return JsonResponse({})
        made = versions.edit(case, text, was if isinstance(was, str) else "", now(), over=asked.get("over") is True)
    except Conflict:
        there = case.files.read_text("plan.md")
        newer = versions.plain(there.text) if there else ""
        said = {"text": newer, "words": in_words(newer), "stamp": there.stamp if there else ""}
        return JsonResponse(said, status=409)
    except AmendsError as why:
        return JsonResponse({"error": str(why)}, status=507)
    return JsonResponse({"stamp": made})


@require_POST
def write(request: HttpRequest, id: str) -> HttpResponse:
    """Draft the plan, or draft it anew: edits by hand are kept, and what clashes is for the person to choose."""
    case = opened(id)
    found = drafts.redraft(case)
    if found.edited and (found.merged is None or found.merged.clashes):
        return redirect("choose", id)
    made = drafts.draft(case, now())
    if made.kept:
        messages.success(request, "The new draft is in. What you changed by hand is kept.")
    return redirect("draft", id)


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, id: str) -> HttpResponse:
    """Places that the person and the rules both changed, side by side, each with a choice."""
    case = opened(id)
    found = drafts.redraft(case)
    clashes = found.merged.clashes if found.merged else ()
    names = [f"c{at}" for at in range(len(clashes) or 1)]
    picked = [request.POST.get(name, "") for name in names]
    if request.method == "POST":
        if request.POST.get("key") != found.key:
            messages.warning(request, "The plan or your answers changed meanwhile. Look at the places again.")
        elif any(choice not in _CHOICES for choice in picked):
            messages.warning(request, "Choose at each place, then go on.")
        else:
            _take(case, found, picked)
            messages.success(request, "Done, with what you chose. The other texts are among the versions.")
            return redirect("draft", id)
    if not clashes and found.merged is not None:
        return redirect("draft", id)
    places = [
        {"name": name, "number": at, "clash": clash, "picked": choice}
        for at, (name, clash, choice) in enumerate(zip(names, clashes, picked, strict=False), 1)
    ]
    return page(request, id, case, "draft", "draft/choose.html", {"places": places, "found": found})


def _take(case: Opened, found: drafts.Redraft, picked: list[str]) -> None:
    """Do what was chosen. Without a common text there is one choice: the person's plan as it is, or the new draft."""
    if found.merged is not None:
        drafts.draft(case, now(), choices=[_CHOICES[_CHOICES.index(choice)] for choice in picked], key=found.key)
    elif picked == ["drafted"]:
        drafts.draft(case, now(), force=True)
    else:
        drafts.keep_mine(case, found.key, now())


def _json(request: HttpRequest) -> dict[str, Any]:
    try:
        asked = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return asked if isinstance(asked, dict) else {}


def _state(case: Opened) -> State:
    if not case.files.holds("plan.md"):
        return "later" if answers.progress(case).needed else "open"
    return "done" if case.files.holds("bundle.zip") else "open"


ADDRESSES = [
    path("cases/<slug:id>/draft/", draft, name="draft"),
    path("cases/<slug:id>/draft/check/", check, name="draft-check"),
    path("cases/<slug:id>/draft/save/", save, name="draft-save"),
    path("cases/<slug:id>/draft/write/", write, name="draft-write"),
    path("cases/<slug:id>/draft/choose/", choose, name="choose"),
]
STEP = Step(4, "draft", "Plan", _state)
