"""The Django app of the cases."""

from __future__ import annotations

from django.apps import AppConfig


class Cases(AppConfig):
    """Its tables are named after the label: cases_case, cases_file, …"""

    name = "amends.store.sql"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"
