"""What every request and answer goes through: who may ask, what a page may load, how mistakes are told.

The app holds what a business would not show anybody, and any page that a browser has open could send requests to this
machine. So a request must name a host that is ours (Django's ALLOWED_HOSTS), and unless it is a link that a person
followed it must come from our own pages. A page may load only what the app itself serves; scripts and styles within a
page need the word of the hour (`nonce`) that text from outside cannot know.
"""

from __future__ import annotations

import logging
import secrets

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from amends import errors
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Answer = Callable[[HttpRequest], HttpResponse]

LOG = logging.getLogger("amends.web")
_SAFE = ("GET", "HEAD", "OPTIONS")
_OURS = ("same-origin", "none", None)
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'; frame-src 'self'; manifest-src 'self'"
)
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"
"""The policy of what a seller uploaded: it may load nothing, run nothing and is no part of the app."""


class Guard:
    """Refuses what other sites ask in the name of the person, and says in each answer what a page may load."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let a request through, or refuse it."""
        request.nonce = secrets.token_urlsafe(16)  # type: ignore[attr-defined]
        response = _refused(request) or self.answer(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", _POLICY.format(nonce=request.nonce))  # type: ignore[attr-defined]
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            headers.setdefault("Cache-Control", "no-store")
        return response


def _refused(request: HttpRequest) -> HttpResponse | None:
    """An answer to a request that another site made in the person's name, None for our own.

    Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`); programs say nothing and are let through,
    since they hold no session of the person. A link that a person follows from elsewhere may open a page.
    """
    site = request.headers.get("Sec-Fetch-Site")
    followed = request.method in _SAFE and request.headers.get("Sec-Fetch-Mode") == "navigate"
    if site not in _OURS and not followed:
        return _plain(403, "This request comes from another site. Open amends in a tab of its own.")
    origin = request.headers.get("Origin")
    if origin is not None and request.method not in _SAFE and not _is_ours(request, origin):
        return _plain(403, "This request comes from another site. Open amends in a tab of its own.")
    return None


def _is_ours(request: HttpRequest, origin: str) -> bool:
    from django.conf import settings

    return origin == f"{request.scheme}://{request.headers.get('Host', '')}" or origin in settings.CSRF_TRUSTED_ORIGINS


def _plain(status: int, words: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


_STATUS = {errors.Unknown: 404, errors.Conflict: 409, errors.NotSaved: 507, errors.Unreadable: 422}


class Mistakes:
    """Tells a mistake of the user as a page (or as text, to a program of the page), and a bug without its insides."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to a request whose verb failed with a mistake of the user's; None leaves a bug to Django."""
        from amends.doors.web.cases import Unopened

        if isinstance(error, Unopened):
            return _unopened(request, error.id, error.error)
        if isinstance(error, errors.Invalid):
            return told(
                request, 422, "The case has mistakes", "Mend them in the file, or ask for help.", error.problems
            )
        if isinstance(error, errors.AmendsError):
            status = next((s for kind, s in _STATUS.items() if isinstance(error, kind)), 400)
            return told(request, status, _TITLES.get(status, "This did not work"), str(error))
        return None


def _unopened(request: HttpRequest, id: str, error: errors.AmendsError) -> HttpResponse:
    """What is wrong with a case that cannot be opened, where, and what a person can do with it all the same."""
    problems = error.problems if isinstance(error, errors.Invalid) else ()
    if not _takes_pages(request):
        return _plain(422, f"This case cannot be opened. {error}")
    words = "" if problems else str(error)
    return render(request, "broken.html", {"id": id, "words": words, "problems": problems}, status=422)


_TITLES = {404: "This is not here", 409: "Somebody else saved first", 507: "Nothing was saved"}


def told(request: HttpRequest, status: int, title: str, words: str, problems: object = ()) -> HttpResponse:
    """A page that says what went wrong and what to do; a line of text for the programs of our pages."""
    if not _takes_pages(request):
        return _plain(status, words)
    return render(request, "told.html", {"title": title, "words": words, "problems": problems}, status=status)


def _takes_pages(request: HttpRequest) -> bool:
    """Whether a browser asks for a page, and not a program of one of our pages."""
    accepted = request.headers.get("Accept", "text/html")
    return "text/html" in accepted or "*/*" in accepted


def shown(request: HttpRequest) -> dict[str, object]:
    """What every template may use: the nonce of this answer, and whether others use the app too."""
    from django.conf import settings

    return {"nonce": getattr(request, "nonce", ""), "shared": settings.PLACE.shared, "board": reverse("board")}


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form without the word that our own forms carry; one that our own page sent comes back whole."""
    origin = request.headers.get("Origin")
    form = request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data")
    from amends.doors.web.signed_out import given_back, secret

    if form and origin is not None and _is_ours(request, origin) and not secret(request):
        return given_back(request, 403, signed_out=False)
    return told(request, 403, "Send this again", "The page was open for long. Go back, reload it, and send it again.")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to what is no sound request; a host that is not ours is not even shown a page."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _plain(413, "This is more than amends takes at once. Go back, and send it in smaller parts.")
    return _plain(400, "This request cannot be answered. Open amends by the address that it printed at its start.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to what this person may not do."""
    return told(request, 403, "This is not yours to open", "Ask the person who keeps the app for an account.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to an address that leads nowhere."""
    return told(request, 404, "This page is not here", "Check the address, or go to your cases.")


def broken(request: HttpRequest) -> HttpResponse:
    """The answer to a bug. What failed is logged by the kind of error and its place in our code alone."""
    import sys
    import traceback
    from pathlib import Path

    import amends

    kind, _, trace = sys.exc_info()
    ours = Path(amends.__file__).parent
    frames = [frame for frame in traceback.extract_tb(trace) if ours in Path(frame.filename).parents]
    place = f"{Path(frames[-1].filename).relative_to(ours)}:{frames[-1].lineno}" if frames else "?"
    LOG.error("a bug: %s at %s", kind.__name__ if kind else "?", place)
    return told(request, 500, "Something broke", "This is a mistake in amends, not yours. What you saved is safe.")


def download(data: bytes, name: str, kind: str) -> HttpResponse:
    """A file that the browser keeps and does not open as a page of the app."""
    response = HttpResponse(data, content_type=kind)
    response["Content-Security-Policy"] = SANDBOX
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
