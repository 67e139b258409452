"""One document: its pages with what was read boxed, the verdict rule by rule, and what a person can say of it.

`…/evidence/A/page/2.png` is a page as a picture; `?box=left,top,right,bottom` (points from its top left) boxes a place
on it, and `&near=1` shows only what lies around that place.
"""

from __future__ import annotations

import math
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from amends import app
from amends.app.board import arrivals
from amends.app.evidence import exhibits, showing, verifying
from amends.app.plan import copying
from amends.app.reading import facsimile
from amends.doors.web import reads, work
from amends.doors.web.cases import now, opened, page, said_by
from amends.doors.web.documents import shown
from amends.doors.web.guard import SANDBOX
from amends.errors import Unknown, Unreadable
from amends.evidence.verify import Judged
from amends.model import Box, Exhibit
from amends.text import one_line
from amends.typed import Any

_LONGEST_TEXT = 20_000
_ASINS = 200
_CHOICES = 300


@require_safe
def exhibit(request: HttpRequest, id: str, label: str) -> HttpResponse:
    """Show a document, one of its pages."""
    return page_of(request, id, label)


def page_of(
    request: HttpRequest,
    id: str,
    label: str,
    fault: str = "",
    typed: dict[str, str] | None = None,
    *,
    said: dict[str, str] | None = None,
    wrong: str = "",
) -> HttpResponse:
    """The page of a document. `fault` says why a form was not taken and `typed` what stood in it.

    `said` is what was typed of values that were read, by their keys, with what is `wrong` in it.
    """
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    number = _number(request.GET.get("page") or request.POST.get("page") or "1")
    verdict = verifying.judged(case)
    judged = verdict.of(found.label)
    assert isinstance(judged, Judged)
    why, drawn = "", None
    try:
        drawn = facsimile.page(case, found, number, _pictures())
    except Unreadable as error:
        why = str(error)
    reading = found.reading
    count = drawn.pages if drawn is not None else (reading.pages if reading is not None else 0)
    texts = reading.text.split("\f") if reading is not None else []
    boxes = reads.boxes(found, said)
    context = {
        "exhibit": found,
        "doc": shown(judged, verdict, case.case),
        "number": number,
        "count": count,
        "before": number - 1 if number > 1 else None,
        "after": number + 1 if number < count else None,
        "drawn": drawn,
        "why": why,
        "view": f"0 0 {drawn.width:.2f} {drawn.height:.2f}" if drawn is not None else "",
        "version": found.sha256[:12],
        "here": [each for each in boxes if each.page == number][: reads.MOST],
        "fields": [each for each in boxes if not each.goods],
        "lines": [each for each in boxes if each.goods],
        "text": texts[number - 1][:_LONGEST_TEXT] if drawn is None and 0 < number <= len(texts) else "",
        "pages_with": sorted({each.page for each in boxes}),
        "kinds": sorted((document.title, kind) for kind, document in app.knowledge().documents.items()),
        "said": typed or {"kind": found.kind, "dated": _day(found), "asins": " ".join(found.asins)},
        "was": _was(found),
        "shows": () if found.held else showing.choices(case, found.label),
        "shown": _supports(found),
        "fault": fault,
        "open": next(iter(said or {}), "") or request.GET.get("say", ""),
        "few": not (case.case.causes or case.case.actions or case.case.measures),
        "wrong": wrong,
        "waits": any(each.exhibit == found.sha256 and each.state in ("waiting", "reading") for each in arrivals.of(id)),
        "copies": copying.choices(case, found),
    }
    return page(request, id, case, "evidence", "evidence/exhibit.html", context, status=422 if fault or wrong else 200)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 and int(text) else 1


def _pictures() -> Path:
    return Path(settings.PLACE.data) / "pictures"


def _day(found: Exhibit) -> str:
    return found.dated.isoformat() if found.dated else ""


def _was(found: Exhibit) -> str:
    """What a form about the document showed, so that it never overwrites what somebody else said meanwhile."""
    return "|".join((found.sha256, found.kind, _day(found), " ".join(found.asins), found.held))


def _supports(found: Exhibit) -> str:
    """What a form about what the document shows stands on."""
    return "|".join((found.sha256, *found.supports))


@require_safe
def picture(request: HttpRequest, id: str, label: str, number: int) -> HttpResponse:
    """A page as a picture."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    box = _box(request.GET.get("box", ""))
    if box is None:
        png = facsimile.page(case, found, number, _pictures()).png
    else:
        png = facsimile.place_of(case, found, number, _pictures(), box, near=bool(request.GET.get("near")))
    response = HttpResponse(png, content_type="image/png")
    response["Content-Security-Policy"] = SANDBOX
    if request.GET.get("v") == found.sha256[:12]:
        response["Cache-Control"] = "private, max-age=86400"
    return response


def _box(text: str) -> Box | None:
    """The box that an address names; None for none. Raises `Unknown` for what is no box."""
    if not text:
        return None
    try:
        sides = [float(part) for part in text[:200].split(",")]
    except ValueError:
        sides = []
    if len(sides) != 4 or not all(map(math.isfinite, sides)):
        raise Unknown("A place is told as box=left,top,right,bottom.")
    return Box(*sides)


@require_safe
def original(request: HttpRequest, id: str, label: str) -> FileResponse:
    """The file as it came, to be saved; the browser neither shows nor runs it."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    return _download(case.files.open(f"evidence/{found.name}"), found.name)


def _download(source: Any, name: str) -> FileResponse:
    response = FileResponse(source, as_attachment=True, filename=name, content_type="application/octet-stream")
    response["Content-Security-Policy"] = SANDBOX
    return response


@require_POST
def copy(request: HttpRequest, id: str, label: str, what: str) -> HttpResponseBase:
    """Make a copy with marks or without prices, and give it."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    try:
        made = copying.copy(case, found.label, what)
    except Unreadable as error:
        messages.warning(request, one_line(str(error), 400))
        return redirect("exhibit", id, found.label)
    return _download(BytesIO(made.data), made.name)


@require_POST
def tell(request: HttpRequest, id: str, label: str) -> HttpResponse:
    """Write down what a person says of a document; another kind lets it be read again."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    typed = {key: request.POST.get(key, "").strip() for key in ("kind", "dated", "asins")}
    if request.POST.get("was") != _was(found):
        return page_of(request, id, label, "This was changed in another tab. This is how it is now; change it again.")
    asins = typed["asins"].replace(",", " ").upper().split()[:_ASINS]
    about: dict[str, object] = {"dated": typed["dated"] or None, "asins": asins}
    if typed["kind"] and typed["kind"] != found.kind:
        about["kind"] = typed["kind"]
    try:
        exhibits.tell(case, found.label, about, now())
    except Unknown as error:
        return page_of(request, id, label, str(error), typed)
    if "kind" in about:
        arrivals.read_again(id, found.label, typed["kind"], now(), work.queue)
        messages.success(request, "Saved. It is read again now, as what you said it is.")
    else:
        messages.success(request, "Saved.")
    return redirect("exhibit", id, found.label)


@require_POST
def show(request: HttpRequest, id: str, label: str) -> HttpResponse:
    """Write down what a document shows, by the choices of the case."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    if request.POST.get("shown") != _supports(found):
        return page_of(request, id, label, "This was changed in another tab. This is how it is now; choose once more.")
    try:
        showing.show(case, found.label, request.POST.getlist("shows")[:_CHOICES], said_by(request, case), now())
    except Unknown as error:
        return page_of(request, id, label, str(error))
    messages.success(request, "Saved. The plan names this document where it shows these things.")
    return redirect("exhibit", id, found.label)


@require_POST
def hold(request: HttpRequest, id: str, label: str) -> HttpResponse:
    """Keep a document back, with the reason, or use it again."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    if request.POST.get("was", "").partition("|")[0] != found.sha256:
        return page_of(
            request, id, label, "The documents were changed in another tab. Look again, then do it once more."
        )
    if found.held:
        after = verifying.send(case, found.label, now())
        messages.success(request, "It is used again.")
    else:
        why = one_line(request.POST.get("why", ""), 300)
        if not why:
            return page_of(request, id, label, "Say in a few words why you keep it back.")
        after = verifying.hold(case, found.label, why, now())
        messages.success(request, "It is kept back. It stays in the case and is not sent.")
    listed = (*after.case.exhibits, *after.case.held)
    now_called = next(each.label for each in listed if each.sha256 == found.sha256)
    return redirect("exhibit", id, now_called)


_AT = "cases/<slug:id>/evidence/<slug:label>"
ADDRESSES = [
    path(f"{_AT}/", exhibit, name="exhibit"),
    path(f"{_AT}/page/<int:number>.png", picture, name="exhibit-page"),
    path(f"{_AT}/original/", original, name="exhibit-original"),
    path(f"{_AT}/tell/", tell, name="exhibit-tell"),
    path(f"{_AT}/shows/", show, name="exhibit-shows"),
    path(f"{_AT}/hold/", hold, name="exhibit-hold"),
    path(f"{_AT}/copy/marked/", copy, {"what": "marked"}, name="exhibit-marked"),
    path(f"{_AT}/copy/without-prices/", copy, {"what": "without-prices"}, name="exhibit-without-prices"),
]
