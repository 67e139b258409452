"""The app within the test's own process: Django's client, a case, and the worker's line run off by hand."""

from __future__ import annotations

import re
import threading
from typing import Any

from tests.databases import django_ready

NOTICE = """3 March 2026

Your listing B0TESTAB12 was removed because of inauthentic item complaints.
Please send invoices from your supplier dated within the last 365 days.
Amazon Seller Performance"""


def ready() -> None:
    """Django set up, and the tables of the default database made, once in a process."""
    django_ready()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def client() -> Any:
    """Django's client as a browser on this machine."""
    from django.test import Client

    return Client(SERVER_NAME="localhost")


def started(browser: Any, notice: str = NOTICE) -> str:
    """The id of a new case."""
    answer = browser.post("/", {"text": notice})
    if answer.status_code == 200:  # another test has a case on the same notice
        other = re.search(rb'name="another" value="([^"]+)"', answer.content)
        assert other, answer.content
        answer = browser.post("/", {"another": other[1].decode()})
    assert answer.status_code == 302, answer.content
    return str(answer["Location"].rstrip("/").rpartition("/")[2])


def send(browser: Any, id: str, *files: tuple[str, bytes]) -> Any:
    """Send files as the form without JavaScript does."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = [SimpleUploadedFile("x", data) for _, data in files]
    for each, (name, _) in zip(sent, files, strict=True):
        each._name = name  # type: ignore[attr-defined]  as a browser sends it; a setter would tidy it
    return browser.post(f"/cases/{id}/evidence/", {"files": sent})


def work_off() -> None:
    """Run all tasks that are in the line."""
    from amends.app.board.desk import Desk
    from amends.doors.web import work

    with Desk(lambda: False) as desk:
        work._desk = desk
        try:
            work._Runner(threading.Event()).run()
        finally:
            work._desk = None


def opened(id: str) -> Any:
    """The case."""
    from amends.app.board.shelves import shelf
    from amends.app.cases import open_case

    return open_case(shelf().files(id))
