"""Submit: what still stands in the way, the boxes to copy, the files, and the record of what was sent."""

from __future__ import annotations

import mimetypes
from datetime import date

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from amends.app import answers
from amends.app.cases import Opened
from amends.app.plan import plans, submitting
from amends.app.plan.obstacles import far_too_long
from amends.doors.web import guard
from amends.doors.web.cases import now, opened, page
from amends.doors.web.pages import State, Step
from amends.errors import AmendsError, NotReady, Unknown

_MOST = 12
_LARGEST_LIMIT = 1_000_000
_OFFERED = {
    "START-HERE.pdf": "What to do, on one page",
    "plan.pdf": "The plan as PDF",
    "plan.docx": "The plan for Word",
    "plan.txt": "The plan as text",
    "form-answers.txt": "The boxes as text",
    "evidence-cover-sheet.pdf": "Cover sheet of the evidence",
    "exhibits-index.txt": "List of the evidence",
}


@require_safe
def submit(request: HttpRequest, id: str) -> HttpResponse:
    """Show how far the answer is, and all that the person who submits needs."""
    return _shown(request, id, opened(id))


def _shown(request: HttpRequest, id: str, case: Opened, fault: str = "", status: int = 200) -> HttpResponse:
    context: dict[str, object] = {"fault": fault, "today": now().date(), "nothing": case.case.route == "none"}
    try:
        hindered = submitting.in_the_way(case, now().date())
    except Unknown:
        needed = answers.progress(case).needed
        lacks = {"undrafted": True, "needed": needed}
        return page(request, id, case, "submit", "submit/submit.html", {**context, **lacks}, status)
    limit = _limit(request)
    packed = submitting.packed(case)
    reasons = _reasons(hindered)
    return page(
        request,
        id,
        case,
        "submit",
        "submit/submit.html",
        {
            **context,
            "reasons": reasons[:_MOST],
            "more": max(0, len(reasons) - _MOST),
            "limit": limit,
            "boxes": submitting.boxes(case, limit),
            "sheet": submitting.sheet_of(case, limit),
            "packed": packed,
            "pictured": packed is not None and any(name.startswith("pictures/") for name in packed.files),
            "offered": [(name, words) for name, words in _OFFERED.items() if packed and name in packed.files],
            "exhibits": case.case.exhibits,
            "submissions": tuple(reversed(case.case.submissions)),
        },
        status,
    )


def _reasons(hindered: submitting.Hindered) -> tuple[str, ...]:
    """What stands in the way, each once and without the codes of rules."""
    if hindered.over:
        return (far_too_long(hindered.over),)
    return tuple(
        dict.fromkeys(
            (
                *(error.message for error in hindered.errors),
                *(f"Nothing proves this sentence yet: “{sentence}”: {why}." for sentence, why in hindered.unproven),
                *(f"The file {name} is gone; add it again." for name in hindered.absent),
            )
        )
    )


def _limit(request: HttpRequest) -> int | None:
    """The characters of a box that the person saw in the form, None when no sound number was given."""
    written = request.GET.get("limit", "") or request.POST.get("limit", "")
    sound = written.isascii() and written.isdigit() and len(written) <= len(str(_LARGEST_LIMIT))
    return int(written) if sound and 0 < int(written) <= _LARGEST_LIMIT else None


@require_POST
def pack(request: HttpRequest, id: str) -> HttpResponse:
    """Pack the bundle."""
    case = opened(id)
    try:
        made = plans.bundle(case, None, now(), _limit(request), request.POST.get("pictures") == "1")
    except NotReady:
        return _shown(request, id, case, "It is not ready yet; what is missing stands below.", 422)
    if made.undrawn:
        letters = " ".join(made.undrawn[:20])
        messages.warning(request, f"The PDF has no letters for: {letters}. Use the file for Word, or the text.")
    messages.success(request, "Everything is packed.")
    return redirect("submit", id)


@require_POST
def sent(request: HttpRequest, id: str) -> HttpResponse:
    """Record that a person sent it."""
    case = opened(id)
    try:
        day = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        return _shown(request, id, case, "Give the day on which you sent it.", 422)
    try:
        _, number = plans.submit(case, day, now())
    except AmendsError as error:
        return _shown(request, id, case, str(error), 422)
    messages.success(request, f"Recorded as try {number}. Now wait for Amazon's answer; do not send it twice.")
    return redirect("submit", id)


@require_safe
def bundled(request: HttpRequest, id: str) -> FileResponse:
    """The whole bundle."""
    case = opened(id)
    if submitting.packed(case) is None:
        raise Unknown("Nothing is packed yet.")
    return FileResponse(case.files.open(submitting.BUNDLE), as_attachment=True, filename="bundle.zip")


@require_safe
def file(request: HttpRequest, id: str, name: str) -> HttpResponse:
    """One file of the bundle."""
    data = submitting.packed_file(opened(id), name)
    return guard.download(data, name, mimetypes.guess_type(name)[0] or "application/octet-stream")


@require_safe
def attempt(request: HttpRequest, id: str, number: int) -> FileResponse:
    """The exact bytes of an earlier try."""
    return FileResponse(
        opened(id).files.open(f"submissions/{number:03}/{submitting.BUNDLE}"),
        as_attachment=True,
        filename=f"submission-{number}.zip",
    )


def _state(case: Opened) -> State:
    return "done" if case.case.submissions else "open" if case.files.holds(submitting.BUNDLE) else "later"


ADDRESSES = [
    path("cases/<slug:id>/submit/", submit, name="submit"),
    path("cases/<slug:id>/submit/pack/", pack, name="pack"),
    path("cases/<slug:id>/submit/sent/", sent, name="sent"),
    path("cases/<slug:id>/submit/bundle.zip", bundled, name="bundle"),
    path("cases/<slug:id>/submit/files/<str:name>", file, name="packed-file"),
    path("cases/<slug:id>/submit/tries/<int:number>.zip", attempt, name="try"),
]
STEP = Step(6, "submit", "Submit", _state)
