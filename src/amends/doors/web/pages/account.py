"""Signing in and out, one's password and sessions, where others than the person at this machine use the app.

Passwords can be guessed only slowly: after ten wrong ones for a name, that name has to wait. What is counted lies in
the memory of the one process that serves, and holds no name.
"""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, views
from django.contrib.auth.decorators import login_not_required, login_required
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import path, reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

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
        return _waiting(request, _named(request)) or super().post(request, *args, **kwargs)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Count a wrong password."""
        _count(_named(self.request))
        return super().form_invalid(form)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, and forget what was counted."""
        cache.delete(_key(_named(self.request)))
        return super().form_valid(form)


class NewPassword(views.PasswordChangeView):
    """The form to change one's password. Whoever else is signed in by this name is signed out by it."""

    template_name = "account/password.html"
    success_url = reverse_lazy("account")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Try the password that holds now, unless too many were wrong."""
        return _waiting(request, str(request.user)) or super().post(request, *args, **kwargs)

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        """Count a wrong password; somebody else may sit at this screen."""
        if "old_password" in form.errors:
            _count(str(self.request.user))
        return super().form_invalid(form)

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        """Change it."""
        cache.delete(_key(str(self.request.user)))
        messages.success(
            self.request, "Your password is changed. Wherever else you were signed in, you are not any more."
        )
        return super().form_valid(form)


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: at how many other places it is signed in."""
    return render(request, "account/account.html", {"nav": "account", "others": len(_others(request))})


@require_POST
@login_required
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    others = _others(request)
    Session.objects.filter(session_key__in=others).delete()
    messages.success(request, "You are signed in here alone." if others else "You were signed in here alone already.")
    return redirect("account")


def _others(request: HttpRequest) -> list[str]:
    """The sessions of this account but the one that asks. Whose a session is stands within it: all are looked at."""
    if settings.SESSION_ENGINE != "django.contrib.sessions.backends.db":
        return []
    mine = str(request.user.pk)
    live = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=request.session.session_key)
    return [each.session_key for each in live.iterator() if each.get_decoded().get(SESSION_KEY) == mine]


@require_safe
def token(request: HttpRequest) -> HttpResponse:
    """The word that the forms of this person carry now, for a page that was open while they signed in again."""
    return JsonResponse({"token": get_token(request)})


@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """After signing in in a tab of its own: back to the other tab."""
    return render(request, "account/signed_in.html")


def _waiting(request: HttpRequest, name: str) -> HttpResponse | None:
    """The answer to who has to wait after too many wrong passwords, None for all others."""
    if cache.get(_key(name), 0) < _WRONG:
        return None
    minutes = _WAIT // 60
    words = f"There were too many wrong passwords for this name. Wait {minutes} minutes, then try again."
    answer = told(request, 429, "Please wait a little", words)
    answer["Retry-After"] = str(_WAIT)
    return answer


def _count(name: str) -> None:
    key = _key(name)
    if not cache.add(key, 1, _WAIT):
        cache.incr(key)
        cache.touch(key, _WAIT)


def _named(request: HttpRequest) -> str:
    return request.POST.get("username", "")


def _key(name: str) -> str:
    # As Django reads a name, so that another way to write it is not another name here.
    name = normalize("NFKC", name).strip().casefold()
    return f"wrong-passwords-{sha256(name.encode(errors='replace')).hexdigest()}"


ADDRESSES = [
    path("sign-in/", login_not_required(SignIn.as_view()), name="login"),
    path("sign-in/token/", token, name="token"),
    path("sign-in/done/", signed_in, name="signed-in"),
    path("account/", account, name="account"),
    path("account/password/", NewPassword.as_view(), name="password"),
    path("account/others/", end_others, name="end-others"),
    path("sign-out/", views.LogoutView.as_view(), name="logout"),
]
