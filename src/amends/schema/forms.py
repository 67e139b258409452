"""The forms that the values of knowledge files have: words, numbers, days, lists, mappings with known keys.

Each form takes a file, the path to a value in it, and the value; what is wrong is recorded in the file with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from amends.entries import CONDITION
from amends.formats.yamlfile import Document as File
from amends.formats.yamlfile import Path
from amends.signal import faults

Check = Callable[[File, Path, object], None]
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def text(file: File, path: Path, value: object) -> None:
    """Words, not empty."""
    if not isinstance(value, str) or not value.strip():
        file.fault(path, "must be words")


def number(file: File, path: Path, value: object) -> None:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        file.fault(path, "must be a whole number")


def flag(file: File, path: Path, value: object) -> None:
    """True or false."""
    if not isinstance(value, bool):
        file.fault(path, "must be true or false")


def one_of(file: File, path: Path, value: object, *, options: tuple[str, ...]) -> None:
    """One of some words."""
    if value not in options:
        file.fault(path, f"“{value}” is not one of {', '.join(options)}{nearest(str(value), options)}")


def list_of(file: File, path: Path, value: object, *, of: Check = text) -> None:
    """A list; each entry has the form `of`."""
    if not isinstance(value, list):
        file.fault(path, "must be a list")
        return
    for at, entry in enumerate(value):
        of(file, (*path, at), entry)


def words(file: File, path: Path, value: object) -> None:
    """A mapping from ids to words."""
    if not isinstance(value, dict) or not value:
        file.fault(path, "must map ids to words")
        return
    for key, entry in value.items():
        if not ID.fullmatch(key):
            file.fault((*path, key), "an id has small letters, digits and hyphens")
        text(file, (*path, key), entry)


def signal(file: File, path: Path, value: object) -> None:
    """A signal (`amends.signal`)."""
    if not isinstance(value, dict):
        file.fault(path, "a signal is a mapping with any, near, enforcement or sign")
        return
    for fault in faults(value):
        file.fault(path, fault)


def group(file: File, path: Path, value: object) -> None:
    """Alternatives of words, as in a signal."""
    signal(file, path, {"any": value} if isinstance(value, str) else value)


def told(file: File, path: Path, value: object) -> None:
    """A group of words, or one with the weight that it speaks for or against a kind of document."""
    if isinstance(value, dict):
        keys(file, path, value, spec={"any": (True, text), "weight": (True, weight)})
        value = value.get("any", "")
    group(file, path, value)


def weight(file: File, path: Path, value: object) -> None:
    """A number that is not 0."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not value:
        file.fault(path, "a weight is a number, below 0 when the words speak against")


def condition(file: File, path: Path, value: object) -> None:
    """A condition: `<fact> is <value>`."""
    if not isinstance(value, str) or not CONDITION.fullmatch(value):
        file.fault(path, "a condition is written “<fact> is <value>” or “<fact> is <value>|<value>”")


def keys(file: File, path: Path, value: object, *, spec: Mapping[str, tuple[bool, Check]]) -> None:
    """A mapping with the keys of `spec`, each with whether it must be there and its form."""
    if not isinstance(value, dict):
        file.fault(path, f"must be a mapping with {', '.join(spec)}")
        return
    for key in value:
        if key not in spec:
            file.fault((*path, key), f"is not a key here{nearest(key, tuple(spec))}")
    for key, (required, check) in spec.items():
        if key in value:
            check(file, (*path, key), value[key])
        elif required:
            file.fault(path, f"“{key}” is missing")


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that was likely meant, as the end of a message; "" when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean “{near[0]}”?" if near else ""


def day(file: File, path: Path, value: object) -> None:
    """A day of the calendar."""
    try:
        date.fromisoformat(str(value))
    except ValueError:
        file.fault(path, "must be a day such as 2026-11-21")


SOURCES = partial(
    list_of,
    of=partial(
        keys,
        spec={
            "of": (True, text),
            "says": (True, text),
            "seen": (True, day),
            "basis": (True, partial(one_of, options=("amazon", "law", "practice"))),
        },
    ),
)
