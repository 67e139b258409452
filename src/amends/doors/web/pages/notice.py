"""The notice of a case: what it is, what Amazon wants, by when, which answer fits, and what not to do now."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from amends import app
from amends.app.cases import Opened
from amends.doors.web.cases import further, now, opened, page
from amends.doors.web.pages import State, Step
from amends.render.marked import marked
from amends.render.reading import told


@require_safe
def notice(request: HttpRequest, id: str) -> HttpResponse:
    """Show the notice of a case."""
    case = opened(id)
    latest = case.case.notice
    context: dict[str, object] = {"latest": latest, "next": further(id, case, "notice")}
    if latest is not None:
        known = app.knowledge()
        playbook = known.playbooks.get(case.case.enforcement or latest.enforcement or "")
        asks = {ask.id: known.asks[ask.id] for ask in latest.asks if ask.id in known.asks}
        received = case.case.value("case.received")
        found = told(latest, playbook, asks, now().date(), received if isinstance(received, date) else None)
        context |= {
            "told": found,
            "section": {section.id.replace("-", "_"): section for section in found.sections},
            "pieces": marked(latest, asks, playbook.title if playbook else ""),
            "refused": playbook.rejected if playbook and latest.route != "none" else (),
        }
    return page(request, id, case, "notice", "notice/notice.html", context)


def _state(case: Opened) -> State:
    return "done" if case.case.notice is not None else "open"


ADDRESSES = [path("cases/<slug:id>/", notice, name="notice")]
STEP = Step(1, "notice", "Notice", _state)
