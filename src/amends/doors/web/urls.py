"""The addresses: those of every page, found by scanning `pages/`."""

from __future__ import annotations

from amends.doors.web.pages import addresses

urlpatterns = addresses()
handler400 = "amends.doors.web.guard.bad_request"
handler403 = "amends.doors.web.guard.forbidden"
handler404 = "amends.doors.web.guard.not_found"
handler500 = "amends.doors.web.guard.broken"
