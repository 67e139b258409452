"""A real server and a real browser: `served` starts `amends serve` as a process, `page` is a tab of Chromium."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.doors.web.seeding import Beside

SHOTS = Path(os.environ.get("AMENDS_SHOTS", Path(__file__).parents[3] / "build" / "shots"))
PATIENCE = 180_000
"""Milliseconds until a tab gives up: no test asserts a time, and a machine may be busy."""
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


class Served(NamedTuple):
    """A server that runs: its address without the last slash, its process, its data folder."""

    url: str
    process: subprocess.Popen[str]
    data: Path


def start(data: Path, *words: str, **environment: str) -> Served:
    """Start `amends serve` on a free port and wait until it says its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "amends", "serve", "--no-browser", "--port", "0", *words],
        env={**os.environ, "AMENDS_DATA": str(data), **environment},
        stdout=subprocess.PIPE,
        stderr=None,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"https?://\S+", line)
    if found is None:
        process.kill()
        raise AssertionError(f"amends serve said {line!r} and ended with {process.wait()}")
    return Served(found.group().rstrip("/"), process, data)


def stop(served: Served) -> None:
    served.process.send_signal(signal.SIGTERM)
    try:
        served.process.wait(20)
    except subprocess.TimeoutExpired:
        served.process.kill()
        served.process.wait()
    if served.process.stdout is not None:
        served.process.stdout.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    running = start(tmp_path_factory.mktemp("served"))
    yield running
    stop(running)


@pytest.fixture(scope="session")
def beside(served: Served) -> Iterator[Beside]:
    """Whoever puts cases on the shelf of the server, and looks at them, beside it."""
    from tests.doors.web.seeding import Beside

    running = Beside(served)
    yield running
    running.close()


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by Playwright. Without one the tests fail in CI and are skipped loudly elsewhere."""
    found = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        words = "there is no Chromium on the PATH; install Debian's package chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser, served: Served):
    """A tab at desktop size; what a page writes to the console as an error, or loads from elsewhere, fails the test."""
    context = browser.new_context(base_url=served.url, viewport={"width": 1280, "height": 860}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on(
        "request",
        lambda request: None if request.url.startswith((served.url, "data:", "blob:")) else wrong.append(request.url),
    )
    tab.wrong = wrong
    yield tab
    context.close()
    assert [] == wrong


def shots(browser, served: Served, path: str, name: str) -> None:
    """Pictures of an address at desktop and telephone size, light and dark, in `build/shots`."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    for size, width, height in (("desktop", 1280, 860), ("telephone", 390, 844)):
        for scheme in ("light", "dark"):
            context = browser.new_context(
                base_url=served.url, viewport={"width": width, "height": height}, color_scheme=scheme
            )
            tab = context.new_page()
            tab.goto(path)
            tab.screenshot(path=SHOTS / f"{name}-{size}-{scheme}.png", full_page=True)
            wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            context.close()
            assert wide <= 0, f"{name} is {wide} px too wide at {size}"


def axe(tab) -> list[str]:
    """What axe-core finds serious or critical on the page that a tab shows."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab).response["violations"]
    return [
        f"{each['id']}: {each['help']} ({each['nodes'][0]['target']})"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
