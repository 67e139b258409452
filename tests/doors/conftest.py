"""The command line as its tests run it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amends.doors import cli


@pytest.fixture
def amends(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command line: its status, what it printed, what it complained of."""

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = cli.run([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
