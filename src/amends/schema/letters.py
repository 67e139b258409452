"""Letters that ask others for documents: their wording in several languages, and the slots filled from the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from amends import pattern, values
from amends.formats.yamlfile import Document as File
from amends.formats.yamlfile import Path
from amends.schema.forms import SOURCES, Check, condition, flag, keys, list_of, nearest, number, one_of, text
from amends.schema.sentences import sentence
from amends.typed import Any


def _part(file: File, path: Path, value: object) -> None:
    if isinstance(value, dict):
        spec: dict[str, tuple[bool, Check]] = {
            "say": (False, sentence),
            "bullets": (False, partial(list_of, of=sentence)),
            "points": (False, flag),
            "optional": (False, flag),
        }
        keys(file, path, value, spec=spec)
    else:
        sentence(file, path, value)


def _points(file: File, path: Path, value: object) -> None:
    """What each fault is called: a sentence, or words for each field that lacks."""
    if not isinstance(value, dict):
        file.fault(path, "must map the names of checks to sentences")
        return
    for name, words in value.items():
        for key, entry in words.items() if isinstance(words, dict) else (("", words),):
            sentence(file, (*path, name, key) if key else (*path, name), entry)


def _languages(file: File, path: Path, value: object, *, of: Check) -> None:
    if not isinstance(value, dict) or "en" not in value:
        file.fault(path, "must map languages (en among them) to words")
        return
    for language, entry in value.items():
        if not re.fullmatch(r"[a-z]{2}", language):
            file.fault((*path, language), "a language has two small letters, such as en or zh")
        of(file, (*path, language), entry)


_WORDING = partial(
    keys,
    spec={"subject": (True, sentence), "says": (True, partial(list_of, of=_part)), "points": (False, _points)},
)


def _blanks(file: File, path: Path, value: object) -> None:
    spec: dict[str, tuple[bool, Check]] = {
        "type": (True, partial(one_of, options=values.TYPES)),
        "from": (True, list_of),
        "gap": (True, partial(_languages, of=text)),
    }
    if not isinstance(value, dict):
        file.fault(path, "must map the names of slots to where their values come from")
        return
    for name, blank in value.items():
        keys(file, (*path, name), blank, spec=spec)


def _examples(file: File, path: Path, value: object) -> None:
    spec: dict[str, tuple[bool, Check]] = {
        "given": (True, lambda f, p, v: None),
        "faults": (False, lambda f, p, v: None),
        "says": (True, list_of),
        "gaps": (False, list_of),
    }
    list_of(file, path, value, of=partial(keys, spec=spec))


LETTER: dict[str, tuple[bool, Check]] = {
    "title": (True, text),
    "to": (True, text),
    "order": (True, number),
    "need": (True, partial(one_of, options=("missing", "faulty"))),
    "obtains": (True, list_of),
    "asks": (False, list_of),
    "when": (False, condition),
    "slots": (True, _blanks),
    "languages": (True, partial(_languages, of=_WORDING)),
    "examples": (True, _examples),
    "sources": (True, SOURCES),
}


def check_letter(file: File, data: dict[str, Any]) -> None:
    """Every place in a letter is a slot of its file, in every language, and has words for its gap in each."""
    slots = data.get("slots")
    languages = data.get("languages")
    if not isinstance(slots, dict) or not isinstance(languages, dict):
        return
    if data.get("to") not in slots:
        file.fault(
            ("to",), f"“{data.get('to')}” is not a slot of this file{nearest(str(data.get('to')), tuple(slots))}"
        )
    for language, wording in languages.items():
        for name, blank in slots.items():
            if isinstance(blank, dict) and language not in (blank.get("gap") or {}):
                file.fault(("slots", name), f"“gap” has no words in {language}")
        for words in _strings(wording):
            try:
                refs = pattern.refs(words)
            except pattern.Fault:
                continue
            for ref in refs:
                head = ref.name.split(".")[0]
                if head not in slots:
                    near = nearest(head, tuple(slots))
                    file.fault(("languages", language), f"{{{ref.name}}} is not a slot of this file{near}")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(entry)
