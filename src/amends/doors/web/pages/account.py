"""Signing in and out, where others than the person at this machine use the app.

Passwords can be guessed only slowly: after ten wrong ones for a name, that name has to wait. What is counted lies in
the memory of the one process that serves, and holds no name.
"""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import path

from amends.doors.web.guard import told
from amends.typed import Any

_WRONG = 10
_WAIT = 300
"""Seconds: so long wrong passwords are counted together, and so long a name waits after the last one that counted."""


class SignIn(views.LoginView):
    """The form to sign in. A name for which too many wrong passwords came is not even tried."""

    template_name = "account/sign_in.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Try a name and a password, unless the name has to wait."""
        if cache.get(_key(request), 0) < _WRONG:
            return super().post(request, *args, **kwargs)
        minutes = _WAIT // 60
        words = f"There were too many wrong passwords for this name. Wait {minutes} minutes, then try again."
        answer = told(request, 429, "Please wait a little", words)
        answer["Retry-After"] = str(_WAIT)
        return answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Count a wrong password."""
        key = _key(self.request)
        if not cache.add(key, 1, _WAIT):
            cache.incr(key)
            cache.touch(key, _WAIT)
        return super().form_invalid(form)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, and forget what was counted."""
        cache.delete(_key(self.request))
        return super().form_valid(form)


def _key(request: HttpRequest) -> str:
    # As Django reads a name, so that another way to write it is not another name here.
    name = normalize("NFKC", request.POST.get("username", "")).strip().casefold()
    return f"wrong-passwords-{sha256(name.encode(errors='replace')).hexdigest()}"


ADDRESSES = [
    path("sign-in/", login_not_required(SignIn.as_view()), name="login"),
    path("sign-out/", views.LogoutView.as_view(), name="logout"),
]
