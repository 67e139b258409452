"""Workers that are kept for the next question, by one asker or by all threads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from amends.app.reading import standby
from amends.app.reading.standby import Shared, Standby
from amends.app.reading.worker import Died

# A module that makes a worker answer what it is asked to say, in so many steps, after so many seconds.
SPEAKS = """
import os
import sys
import time

def answer(asked, page):
    for number in range(asked.get("steps", 0)):
        page(number + 1, asked["steps"])
    time.sleep(asked.get("sleeps", 0))
    if asked.get("dies"):
        os._exit(3)
    return {"process": os.getpid()}

sys.modules["__main__"]._done = answer
"""


@pytest.fixture
def speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Standby]:
    (tmp_path / "speaks.py").write_text(SPEAKS, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    made = Standby("speaks", silence=20)
    yield made
    made.end()


def test_one_worker_answers_question_after_question(speaker: Standby) -> None:
    seen: list[tuple[int, int]] = []

    first = speaker.ask({"steps": 2}, lambda page, of: seen.append((page, of)))

    assert speaker.ask({}) == first
    assert seen == [(1, 2), (2, 2)]


def test_a_worker_that_died_is_replaced(speaker: Standby) -> None:
    first = speaker.ask({})

    with pytest.raises(Died, match="crash"):
        speaker.ask({"dies": True})

    assert speaker.ask({}) != first


def test_a_worker_that_was_ended_while_it_waited_is_replaced(speaker: Standby) -> None:
    first = speaker.ask({})
    assert speaker._worker is not None
    speaker._worker._process.kill()
    speaker._worker._process.wait()

    assert speaker.ask({}) != first


def test_a_worker_in_the_middle_of_an_answer_is_not_asked_again(speaker: Standby) -> None:
    first = speaker.ask({})

    def stop(page: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        speaker.ask({"steps": 3}, stop)

    assert speaker.ask({}) != first


def test_where_no_worker_comes_up_it_is_said() -> None:
    with pytest.raises(Died, match="unstarted"):
        Standby("no_module_of_that_name").ask({})


def test_who_waits_too_long_for_others_is_told(speaker: Standby, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standby, "_WAIT", 0.2)
    shared = Shared(speaker)
    shared.ask({})
    other = Thread(target=shared.ask, args=({"sleeps": 3},))
    other.start()
    while not shared._lock.locked():
        sleep(0.01)

    with pytest.raises(Died, match="busy"):
        shared.ask({})
    shared.end()
    other.join()

    assert shared.ask({})["done"]


def test_a_worker_ends_when_nobody_asks(speaker: Standby, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standby, "_IDLE", 0.1)
    shared = Shared(speaker)
    shared.ask({})
    until = monotonic() + 60

    while speaker._worker is not None and monotonic() < until:
        sleep(0.02)

    assert speaker._worker is None
    assert shared.ask({})["done"]
