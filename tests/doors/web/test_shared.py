"""The app as others use it: nobody sees a page without an account, and only over HTTPS."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.doors.web.conftest import Served, start, stop
from tests.doors.web.test_guard import ask

SHARED = {"AMENDS_URL": "https://plans.example.com", "AMENDS_SECRET_KEY": "made-up-for-this-test-" * 3}
OVER = {"Host": "plans.example.com", "X_Forwarded_Proto": "https"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("shared")
    made = subprocess.run(
        [sys.executable, "-m", "amends", "serve", "--new-account", "ana"],
        input="tangerine-lamp-47\n",
        env={**os.environ, "AMENDS_DATA": str(data), **SHARED},
        text=True,
        timeout=120,
    )
    assert 0 == made.returncode
    running = start(data, **SHARED)
    yield running
    stop(running)


def test_every_page_asks_for_an_account(shared: Served) -> None:
    for path in ("/", "/cases/", "/cases/abc/", "/cases/abc/submit/bundle.zip", "/cases/abc/file/"):
        status, headers, _ = ask(shared, path, **OVER)
        assert 302 == status and headers["location"].startswith("/sign-in/"), path


def test_without_https_it_sends_the_browser_there(shared: Served) -> None:
    status, headers, _ = ask(shared, "/", Host="plans.example.com")

    assert 301 == status and headers["location"].startswith("https://plans.example.com/")


def test_the_names_of_this_machine_are_not_its_own_any_more(shared: Served) -> None:
    assert 400 == ask(shared, "/", X_Forwarded_Proto="https")[0]
