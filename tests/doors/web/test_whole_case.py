"""A whole case runs in the browser, and gives the same bytes as the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.doors.web.conftest import Served, start, stop
from tests.doors.web.hands import Keys, Mouse
from tests.doors.web.whole_case import Walk, at_noon, by_command, texts

ZONE = at_noon()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that lives on the day of the command line's, whatever the hour."""
    running = start(tmp_path_factory.mktemp("served"), TZ=ZONE)
    yield running
    stop(running)


def test_by_mouse_the_bundle_has_the_bytes_of_the_command_line(page, tmp_path: Path) -> None:
    bundle = Walk(Mouse(page), "inauthentic").all()

    same(bundle, by_command("inauthentic", tmp_path, ZONE))


def test_by_keyboard_alone_the_bundle_has_the_bytes_of_the_command_line(page, tmp_path: Path) -> None:
    bundle = Walk(Keys(page), "ip-copyright").all()

    same(bundle, by_command("ip-copyright", tmp_path, ZONE))


def same(one: bytes, other: bytes) -> None:
    assert texts(one) == texts(other)
    assert one == other
