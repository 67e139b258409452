"""Sentences of the plan and the slots in them: patterns, variants, questions with a good answer."""

from __future__ import annotations

from functools import partial

from amends import pattern, values
from amends.entries import slot as slot_of
from amends.entries import texts
from amends.formats.yamlfile import Document as File
from amends.formats.yamlfile import Path
from amends.schema.forms import ID, Check, condition, flag, keys, list_of, nearest, one_of, text, words
from amends.typed import Any


def sentence(file: File, path: Path, value: object) -> None:
    """A sentence with slots, without regard to how it ends."""
    text(file, path, value)
    if isinstance(value, str):
        try:
            pattern.parse(value)
        except pattern.Fault as fault:
            file.fault(path, str(fault))


def _pattern(file: File, path: Path, value: object) -> None:
    text(file, path, value)
    if isinstance(value, str):
        try:
            pattern.parse(value)
        except pattern.Fault as fault:
            file.fault(path, str(fault))
        if not value.rstrip().endswith((".", "]", "?", ":")):
            file.fault(path, "a sentence ends with a full stop")


def _variants(file: File, path: Path, value: object) -> None:
    if isinstance(value, list):
        list_of(file, path, value, of=_pattern)
    else:
        _pattern(file, path, value)


_SAY: dict[str, tuple[bool, Check]] = {
    "say": (True, _variants),
    "when": (False, condition),
    "proof": (False, list_of),
    "optional": (False, flag),
}


def _say(file: File, path: Path, value: object) -> None:
    if isinstance(value, dict):
        keys(file, path, value, spec=_SAY)
    else:
        _variants(file, path, value)


SAYS = partial(list_of, of=_say)


def slots(file: File, path: Path, value: object) -> None:
    """Slots by name, each with its question and a good answer that the interview takes."""
    if not isinstance(value, dict):
        file.fault(path, "must map the names of slots to their questions")
        return
    spec: dict[str, tuple[bool, Check]] = {
        "type": (True, partial(one_of, options=values.TYPES)),
        "ask": (True, text),
        "why": (True, text),
        "good": (True, lambda f, p, v: None),
        "bad": (True, lambda f, p, v: None),
        "optional": (False, flag),
        "when": (False, condition),
        "needs": (False, list_of),
        "options": (False, words),
        "unit": (False, text),
        "past": (False, flag),
        "event": (False, text),
    }
    for name, slot in value.items():
        if not ID.fullmatch(name):
            file.fault((*path, name), "an id has small letters, digits and hyphens")
        keys(file, (*path, name), slot, spec=spec)
        if isinstance(slot, dict):
            _good_answer(file, (*path, name), name, slot)


def _good_answer(file: File, path: Path, name: str, slot: dict[str, Any]) -> None:
    """The good answer is an example: it must be an answer that the interview takes."""
    if slot.get("type") == "choice" and not isinstance(slot.get("options"), dict):
        file.fault(path, "a choice needs options")
        return
    if "event" in slot and slot.get("type") not in ("date", "period"):
        file.fault((*path, "event"), "only a date or a period stands on a time line")
    if slot.get("type") not in values.TYPES or "good" not in slot:
        return
    read = values.load(slot_of(f"x.{name}", slot), slot["good"], None)
    if isinstance(read, values.Fault):
        file.fault((*path, "good"), f"is not taken as an answer: {read.message}")


def check_refs(file: File, data: dict[str, Any]) -> None:
    """Every slot in a pattern exists in the file, or is a fact of the case."""
    own = data.get("slots") if isinstance(data.get("slots"), dict) else {}
    assert isinstance(own, dict)
    for key in ("says", "opening", "opening-in-error", "facts"):
        entries = data.get(key)
        for at, entry in enumerate(entries if isinstance(entries, list) else []):
            for variant in texts(entry):
                try:
                    refs = pattern.refs(variant)
                except pattern.Fault:
                    continue
                for ref in refs:
                    head = ref.name.split(".")[0]
                    if head not in own and head not in pattern.SHARED:
                        file.fault((key, at), f"{{{ref.name}}} is not a slot of this file{nearest(head, tuple(own))}")
