"""The pictures of a case, each with its table, to look at, to print and to put into the bundle."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from amends.app.cases import Opened
from amends.app.plan import pictures as drawing
from amends.doors.web import guard
from amends.doors.web.cases import further, opened, page
from amends.doors.web.pages import State, Step
from amends.errors import Unknown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


@require_safe
def pictures(request: HttpRequest, id: str) -> HttpResponse:
    """Show the pictures. Those that need Amazon's reports read anew are drawn when somebody asks for them."""
    case = opened(id)
    whole = request.GET.get("reports") == "1"
    made = drawing.draw(case, () if whole else [kind for kind in drawing.names() if kind != drawing.WEEKS])
    context = {
        "pictures": made.pictures,
        "lacking": made.lacking,
        "reports": not whole and drawing.has_reports(case),
        "whole": whole,
        "next": further(id, case, "pictures"),
    }
    return page(request, id, case, "pictures", "pictures/pictures.html", context)


@require_safe
def picture(request: HttpRequest, id: str, name: str, form: str) -> HttpResponse:
    """One picture as SVG or PNG, or its table as CSV."""
    if name not in drawing.names():
        raise Unknown("There is no such picture.")
    made = drawing.draw(opened(id), (name,))
    if not made.pictures:
        raise Unknown("This picture cannot be drawn from the case.")
    data, kind = drawing.as_file(made.pictures[0], form)
    if request.GET.get("save") or form == "csv":
        return guard.download(data, f"{name}.{form}", kind)
    response = HttpResponse(data, content_type=kind)
    response["Content-Security-Policy"] = _POLICY
    return response


def _state(case: Opened) -> State:
    # They are drawn from the answers and leave nothing to do.
    return "done" if case.files.holds("plan.md") else "later"


ADDRESSES = [
    path("cases/<slug:id>/pictures/", pictures, name="pictures"),
    path("cases/<slug:id>/pictures/<slug:name>.<str:form>", picture, name="picture"),
]
STEP = Step(5, "pictures", "Pictures", _state)
