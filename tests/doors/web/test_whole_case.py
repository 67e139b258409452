"""A whole case runs in the browser, and gives the same bytes as the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.doors.web.conftest import Served, axe, start, stop
from tests.doors.web.hands import Keys, Mouse
from tests.doors.web.whole_case import Walk, at_noon, by_command, texts

ZONE = at_noon()
SEEN: set[tuple[str, ...]] = set()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that lives on the day of the command line's, whatever the hour."""
    running = start(tmp_path_factory.mktemp("served"), TZ=ZONE)
    yield running
    stop(running)


def faultless(tab: Any, name: str) -> None:
    """No screen of the way has a serious fault; of those with the same fields one stands for all."""
    fields = tab.evaluate("[...document.querySelectorAll('main input, main textarea, main select')].map(e => e.type)")
    at = (re.sub(r"/cases/\w+/(\w*).*", r"\1", urlsplit(tab.url).path), *sorted(set(fields)))
    if at not in SEEN:
        SEEN.add(at)
        assert [] == axe(tab), name


def test_by_mouse_the_bundle_has_the_bytes_of_the_command_line(page, tmp_path: Path) -> None:
    bundle = Walk(Mouse(page), "inauthentic", faultless).all()

    same(bundle, by_command("inauthentic", tmp_path, ZONE))


def test_a_document_that_shows_a_cause_is_told_by_mouse_and_cited_as_by_the_command_line(page, tmp_path: Path) -> None:
    bundle = Walk(Mouse(page), "restricted-products", faultless).all()

    same(bundle, by_command("restricted-products", tmp_path, ZONE))


def test_by_keyboard_alone_the_bundle_has_the_bytes_of_the_command_line(page, tmp_path: Path) -> None:
    bundle = Walk(Keys(page), "ip-copyright").all()

    same(bundle, by_command("ip-copyright", tmp_path, ZONE))


def same(one: bytes, other: bytes) -> None:
    assert texts(one) == texts(other)
    assert one == other
