"""A plain command line is read as its own parser reads it, or left to that parser."""

from __future__ import annotations

import contextlib
import io
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends import snapshot
from amends.doors.cli import plain
from amends.doors.cli.verbs import parser_of, verbs

PARSERS: dict[str, Any] = {
    verb: parser_of(import_module(f"amends.doors.cli.commands.{verb}"), verb) for verb in verbs()
}
KEPT = plain.kept(PARSERS)
OPTIONS = sorted({word for parser in PARSERS.values() for action in parser._actions for word in action.option_strings})
WORDS = st.sampled_from(
    ["letter.txt", "my case", "-", "--", "", " ", "text", "-x", "--format=json", "3", "-3", "@args"]
)


@pytest.fixture(autouse=True, scope="module")
def taken() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "part", lambda name: KEPT if name == plain.PART else None)
        yield


def parsed(verb: str, words: list[str]) -> dict[str, Any] | None:
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            return vars(PARSERS[verb].parse_args(words))
    except SystemExit:
        return None


@settings(max_examples=400)
@given(st.sampled_from(verbs()), st.lists(WORDS | st.sampled_from(OPTIONS), max_size=5))
def test_what_is_read_is_what_the_parser_says(verb: str, words: list[str]) -> None:
    options = plain.read(verb, words)

    assert options is None or vars(options) == parsed(verb, words)


@pytest.mark.parametrize(
    "words",
    [
        ["letter.txt"],
        ["a.txt", "b.txt"],
        ["letter.txt", "--format", "json"],
        ["--type", "inauthentic", "-"],
        ["a", "--fix"],
    ],
)
def test_the_commonest_need_no_parser(words: list[str]) -> None:
    options = plain.read("check", words)

    assert options is not None
    assert vars(options) == parsed("check", words)


def test_without_a_snapshot_the_parser_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "part", lambda name: None)

    assert plain.read("check", ["letter.txt"]) is None
