"""Word lists of the review: rules that find words, ours and those of a user's pack."""

from __future__ import annotations

import re
from functools import partial

from amends.formats.yamlfile import Document as File
from amends.formats.yamlfile import Path
from amends.schema.forms import Check, list_of, one_of, text

PARTS_OF_PLAN = {
    "RC": "root cause",
    "AC": "corrective actions",
    "PM": "preventive measures",
    "EV": "evidence",
    "GR": "facts and figures",
    "TO": "tone",
    "ST": "structure",
    "SU": "submission",
}
_PARTS = " ".join(PARTS_OF_PLAN)


def _code(file: File, path: Path, value: object) -> None:
    if not isinstance(value, str) or not re.fullmatch(rf"(?:{'|'.join(PARTS_OF_PLAN)})\d\d", value):
        file.fault(path, f"a code is the part of the plan ({_PARTS}) and two digits")


def _own_code(file: File, path: Path, value: object) -> None:
    """The code of a rule in a user's pack: a family of its own, which no later rule of ours can take."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Z]{2}\d\d", value) or value[:2] in PARTS_OF_PLAN:
        file.fault(path, f"a code is two capitals of your own (not {_PARTS}) and two digits, such as MY01")


def _name(file: File, path: Path, value: object) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", value):
        file.fault(path, "a name is the defect in small letters and hyphens, such as blames-supplier")


def _fields(file: File, path: Path, value: object) -> None:
    if not isinstance(value, dict):
        file.fault(path, "must be fields with their words")
        return
    for name, words in value.items():
        text(file, (*path, name), words)


def _replacement(file: File, path: Path, value: object) -> None:
    if not isinstance(value, str):
        file.fault(path, "must be the words that replace what was found; empty quotes delete it")


PHRASES: dict[str, tuple[bool, Check]] = {
    "code": (True, _code),
    "name": (True, text),
    "level": (True, partial(one_of, options=("error", "warning", "note"))),
    "confidence": (False, partial(one_of, options=("high", "medium", "low"))),
    "since": (False, text),
    "source": (True, text),
    "title": (True, text),
    "help": (True, text),
    "find": (True, list_of),
    "fields": (False, _fields),
    "signs": (False, list_of),
    "weaker-signs": (False, list_of),
    "unless": (False, list_of),
    "parts": (False, list_of),
    "party": (False, partial(one_of, options=("amazon", "buyers", "carrier", "supplier", "staff"))),
    "yields-to": (False, list_of),
    "letters": (False, list_of),
    "message": (True, text),
    "becomes": (False, _replacement),
    "bad": (True, list_of),
    "good": (True, list_of),
}
PACK = PHRASES | {"code": (True, _own_code), "name": (True, _name)}
