"""What somebody is told whose session ended while they worked: nothing that they typed is lost.

A program of our pages is told by the status 401; it keeps what was typed in the page, lets the person sign in in
another tab and sends it again. Without scripts the form that was sent comes back, with all that was in it and a button
to send it again.
"""

from __future__ import annotations

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_NEVER = ("csrfmiddlewaretoken",)
_WORDS = "You were signed out. Sign in in another tab, then send it again."


class Required(LoginRequiredMiddleware):
    """Lets nobody in without an account, and gives back what was sent by somebody who had one a moment ago."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """The answer to who is not signed in. (Django's types know a redirect only.)"""
        if "HX-Request" in request.headers:
            return HttpResponse(_WORDS, status=401, headers={"HX-Redirect": reverse("login")})
        if _by_program(request):
            return JsonResponse({"signed_out": True, "wrong": [_WORDS], "error": _WORDS}, status=401)
        if request.method == "POST" and not secret(request):
            return given_back(request, 401, signed_out=True)
        return super().handle_no_permission(request, view_func)


def given_back(request: HttpRequest, status: int, signed_out: bool) -> HttpResponse:
    """A page with all that a form of ours brought, and a button to send it again; files have to be chosen again."""
    fields = [(name, value) for name, values in request.POST.lists() if name not in _NEVER for value in values]
    context = {
        "signed_out": signed_out,
        "fields": fields,
        "typed": [value for _, value in fields if value.strip()],
        "files": [file.name for _, files in request.FILES.lists() for file in files],
        "action": request.get_full_path(),
    }
    return render(request, "account/given_back.html", context, status=status)


def secret(request: HttpRequest) -> bool:
    """Whether a form holds a password, which is never given back."""
    return any("password" in name for name in request.POST)


def _by_program(request: HttpRequest) -> bool:
    """Whether a program of a page asks, and not a person who goes to an address."""
    accepted = request.headers.get("Accept", "text/html")
    return (
        request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
        or request.content_type == "application/json"
        or ("text/html" not in accepted and "*/*" not in accepted)
    )
