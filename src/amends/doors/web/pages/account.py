"""Signing in and out, where others than the person at this machine use the app."""

from __future__ import annotations

from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.urls import path

ADDRESSES = [
    path("sign-in/", login_not_required(views.LoginView.as_view(template_name="account/sign_in.html")), name="login"),
    path("sign-out/", views.LogoutView.as_view(), name="logout"),
]
