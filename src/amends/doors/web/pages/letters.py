"""A letter that asks somebody for what the case lacks: to read, to copy, to save. A person sends it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from amends.app.cases import Opened
from amends.app.evidence import requests
from amends.app.evidence.requests import FORMATS
from amends.doors.web.cases import now, opened, page
from amends.doors.web.guard import SANDBOX
from amends.errors import Unknown
from amends.request import Request

_TYPES = {
    "txt": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_FORMATS = {"txt": "Text", "docx": "Word", "pdf": "PDF"}
_LANGUAGES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "zh": "Chinese"}


@require_safe
def letter(request: HttpRequest, id: str, letter: str) -> HttpResponse:
    """Show a letter."""
    case = opened(id)
    language = request.GET.get("language", "en")
    found, name = _found(case, letter, language)
    context = {
        "letter": found,
        "name": name,
        "text": requests.as_text(found),
        "formats": [(format, _FORMATS.get(format, format)) for format in FORMATS],
        "languages": [(each, _LANGUAGES.get(each, each)) for each in found.languages],
    }
    return page(request, id, case, "evidence", "evidence/letter.html", context)


@require_safe
def file(request: HttpRequest, id: str, letter: str, format: str) -> HttpResponse:
    """A letter as a file to be saved."""
    case = opened(id)
    found, name = _found(case, letter, request.GET.get("language", "en"))
    if format not in FORMATS:
        raise Unknown(f"A letter is saved as {', '.join(FORMATS)}.")
    response = HttpResponse(
        requests.as_file(case, found, format, now().date()),
        content_type=_TYPES.get(format, "application/octet-stream"),
        headers={"Content-Disposition": f'attachment; filename="{name}.{format}"'},
    )
    response["Content-Security-Policy"] = SANDBOX
    return response


def _found(case: Opened, name: str, language: str) -> tuple[Request, str]:
    """A letter that the case needs by the name of its file, in another language when that is wished.

    The letters of a case come in the same order in every language. Raises `Unknown` when it is not needed any more.
    """
    english = list(requests.named(requests.letters(case)))
    if name not in english:
        raise Unknown("This letter is not needed any more, or its address is mistyped.")
    wished = requests.named(requests.letters(case, language=language))
    return next((each, called) for at, (called, each) in enumerate(wished.items()) if at == english.index(name))


ADDRESSES = [
    path("cases/<slug:id>/letters/<slug:letter>/", letter, name="letter"),
    path("cases/<slug:id>/letters/<slug:letter>/save.<slug:format>", file, name="letter-file"),
]
