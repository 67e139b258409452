"""What a person says that a paper says: a value confirmed, corrected, or what was said of it taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from amends.app.evidence import correcting
from amends.app.reading import facsimile
from amends.doors.web import reads
from amends.doors.web.cases import now, opened, said_by
from amends.doors.web.pages.exhibit import page_of
from amends.errors import Unknown

_SAYS, _WAS = "says-", "was-"
_MEANWHILE = "This was changed in another tab. This is how it is now; say it once more."
_NOTHING = "Write what the paper says, then save it. If it is right as it is, press “Cancel”."


@require_POST
def say(request: HttpRequest, id: str, label: str) -> HttpResponse:
    """Take what was said of the values of one place."""
    case = opened(id)
    found = facsimile.exhibit_of(case, label)
    parts = {part.key: part for box in reads.boxes(found) for part in box.parts}
    typed = {key.removeprefix(_SAYS): str(words) for key, words in request.POST.items() if key.startswith(_SAYS)}
    sent = {key.removeprefix(_WAS): str(words) for key, words in request.POST.items() if key.startswith(_WAS)}
    if any(key not in parts or parts[key].shown != shown for key, shown in sent.items()):
        return page_of(request, id, label, _MEANWHILE)
    by, moment = said_by(request, case), now()
    try:
        match request.POST.get("do", "save"):
            case "yes":
                correcting.confirm(case, found.label, [*sent], by, moment)
                words = "Thank you. It counts as checked by you."
            case "back":
                correcting.withdraw(case, found.label, request.POST.getlist("key"), moment)
                words = "Taken back. What amends read counts again."
            case _:
                changed = {key: words for key, words in typed.items() if words.strip() != sent.get(key, "").strip()}
                if not changed:
                    return page_of(request, id, label, said=typed, wrong=_NOTHING)
                correcting.correct(case, found.label, changed, by, moment)
                words = "Saved. It counts as your word; your document is as it was."
    except Unknown as error:
        if typed:
            return page_of(request, id, label, said=typed, wrong=str(error))
        return page_of(request, id, label, str(error))
    messages.success(request, words)
    page, number = request.POST.get("page", ""), request.POST.get("number", "")
    rest = f"?page={page}" if page.isascii() and page.isdigit() else ""
    place = f"#field-{number}" if number.isascii() and number.isdigit() else ""
    return redirect(f"{reverse('exhibit', args=[id, found.label])}{rest}{place}")


ADDRESSES = [path("cases/<slug:id>/evidence/<slug:label>/say/", say, name="exhibit-say")]
