"""The schema of the knowledge files (`docs/knowledge.md`): which keys, of which form.

Every mistake of a file is reported at once, with its line. `entries.py` makes nouns of what was checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial

from amends import pattern, values
from amends.entries import CONDITION, texts
from amends.entries import slot as slot_of
from amends.signal import faults
from amends.typed import Any
from amends.yamlfile import Document as File
from amends.yamlfile import Path

Check = Callable[[File, Path, object], None]
FAMILIES = tuple(
    "authenticity intellectual-property condition safety performance conduct identity-money otherwise".split()
)
ROUTES = ("plan", "documents", "dispute", "retraction", "two-step", "none")
SECTIONS = ("root-cause", "corrective-actions", "preventive-measures", "documents", "statement", "confirmation")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

# --------------------------------------------------------------------------- forms


def _text(file: File, path: Path, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        file.fault(path, "must be words")


def _number(file: File, path: Path, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        file.fault(path, "must be a whole number")


def _flag(file: File, path: Path, value: object) -> None:
    if not isinstance(value, bool):
        file.fault(path, "must be true or false")


def _one_of(file: File, path: Path, value: object, *, options: tuple[str, ...]) -> None:
    if value not in options:
        file.fault(path, f"“{value}” is not one of {', '.join(options)}{_nearest(str(value), options)}")


def _list(file: File, path: Path, value: object, *, of: Check = _text) -> None:
    if not isinstance(value, list):
        file.fault(path, "must be a list")
        return
    for at, entry in enumerate(value):
        of(file, (*path, at), entry)


def _words(file: File, path: Path, value: object) -> None:
    """A mapping from ids to words."""
    if not isinstance(value, dict) or not value:
        file.fault(path, "must map ids to words")
        return
    for key, entry in value.items():
        if not _ID.fullmatch(key):
            file.fault((*path, key), "an id has small letters, digits and hyphens")
        _text(file, (*path, key), entry)


def _signal(file: File, path: Path, value: object) -> None:
    if not isinstance(value, dict):
        file.fault(path, "a signal is a mapping with any, near, enforcement or sign")
        return
    for fault in faults(value):
        file.fault(path, fault)


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
        _text(file, (*path, name), words)


def _replacement(file: File, path: Path, value: object) -> None:
    if not isinstance(value, str):
        file.fault(path, "must be the words that replace what was found; empty quotes delete it")


def _condition(file: File, path: Path, value: object) -> None:
    if not isinstance(value, str) or not CONDITION.fullmatch(value):
        file.fault(path, "a condition is written “<fact> is <value>” or “<fact> is <value>|<value>”")


def _keys(file: File, path: Path, value: object, *, spec: Mapping[str, tuple[bool, Check]]) -> None:
    if not isinstance(value, dict):
        file.fault(path, f"must be a mapping with {', '.join(spec)}")
        return
    for key in value:
        if key not in spec:
            file.fault((*path, key), f"is not a key here{_nearest(key, tuple(spec))}")
    for key, (required, check) in spec.items():
        if key in value:
            check(file, (*path, key), value[key])
        elif required:
            file.fault(path, f"“{key}” is missing")


def _nearest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean “{near[0]}”?" if near else ""


def _day(file: File, path: Path, value: object) -> None:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        file.fault(path, "must be a day such as 2026-11-21")


def _group(file: File, path: Path, value: object) -> None:
    """Alternatives of words, as in a signal."""
    _signal(file, path, {"any": value} if isinstance(value, str) else value)


def _told(file: File, path: Path, value: object) -> None:
    """A group of words, or one with the weight that it speaks for or against a kind of document."""
    if isinstance(value, dict):
        _keys(file, path, value, spec={"any": (True, _text), "weight": (True, _weight)})
        value = value.get("any", "")
    _group(file, path, value)


def _weight(file: File, path: Path, value: object) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not value:
        file.fault(path, "a weight is a number, below 0 when the words speak against")


_SOURCES = partial(
    _list,
    of=partial(
        _keys,
        spec={
            "of": (True, _text),
            "says": (True, _text),
            "seen": (True, _day),
            "basis": (True, partial(_one_of, options=("amazon", "law", "practice"))),
        },
    ),
)


def _pattern(file: File, path: Path, value: object) -> None:
    _text(file, path, value)
    if isinstance(value, str):
        try:
            pattern.parse(value)
        except pattern.Fault as fault:
            file.fault(path, str(fault))
        if not value.rstrip().endswith((".", "]", "?", ":")):
            file.fault(path, "a sentence ends with a full stop")


def _variants(file: File, path: Path, value: object) -> None:
    if isinstance(value, list):
        _list(file, path, value, of=_pattern)
    else:
        _pattern(file, path, value)


_SAY: dict[str, tuple[bool, Check]] = {
    "say": (True, _variants),
    "when": (False, _condition),
    "proof": (False, _list),
    "optional": (False, _flag),
}


def _say(file: File, path: Path, value: object) -> None:
    if isinstance(value, dict):
        _keys(file, path, value, spec=_SAY)
    else:
        _variants(file, path, value)


def _slots(file: File, path: Path, value: object) -> None:
    if not isinstance(value, dict):
        file.fault(path, "must map the names of slots to their questions")
        return
    spec: dict[str, tuple[bool, Check]] = {
        "type": (True, partial(_one_of, options=values.TYPES)),
        "ask": (True, _text),
        "why": (True, _text),
        "good": (True, lambda f, p, v: None),
        "bad": (True, lambda f, p, v: None),
        "optional": (False, _flag),
        "when": (False, _condition),
        "needs": (False, _list),
        "options": (False, _words),
        "unit": (False, _text),
        "past": (False, _flag),
        "event": (False, _text),
    }
    for name, slot in value.items():
        if not _ID.fullmatch(name):
            file.fault((*path, name), "an id has small letters, digits and hyphens")
        _keys(file, (*path, name), slot, spec=spec)
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


_SAYS = partial(_list, of=_say)
_ROUTE = partial(
    _keys,
    spec={
        "route": (True, partial(_one_of, options=ROUTES)),
        "because": (True, _text),
        "when": (False, _condition),
    },
)
_NEED = partial(
    _keys,
    spec={
        "kind": (True, _text),
        "need": (True, partial(_one_of, options=("required", "recommended", "optional"))),
        "for": (False, _text),
        "when": (False, _condition),
    },
)
_NOTICE = partial(
    _keys, spec={"for": (True, partial(_list, of=_signal)), "against": (False, partial(_list, of=_signal))}
)
_TELLS = partial(
    _keys,
    spec={
        "titles": (False, partial(_list, of=_group)),
        "words": (False, partial(_list, of=_told)),
        "amounts": (False, _flag),
    },
)
_WHYS = partial(_keys, spec={"start": (True, _text), "ends": (True, _words)})
_ENTRY: dict[str, tuple[bool, Check]] = {
    "title": (True, _text),
    "ask": (True, _text),
    "order": (True, _number),
    "answers": (False, _list),
    "enforcements": (False, _list),
    "slots": (True, _slots),
    "says": (True, _SAYS),
    "proof": (False, _list),
    "sources": (True, _SOURCES),
}

SPEC: dict[str, dict[str, tuple[bool, Check]]] = {
    "playbooks": {
        "title": (True, _text),
        "family": (True, partial(_one_of, options=FAMILIES)),
        "status": (True, partial(_one_of, options=("full", "recognised"))),
        "severity": (True, partial(_one_of, options=("high", "medium", "low"))),
        "summary": (True, _text),
        "notice": (True, _NOTICE),
        "asks": (True, _list),
        "routes": (True, partial(_list, of=_ROUTE)),
        "advice": (True, _list),
        "slots": (False, _slots),
        "opening": (False, _SAYS),
        "opening-in-error": (False, _SAYS),
        "facts": (False, _SAYS),
        "documents": (False, partial(_list, of=_NEED)),
        "rejected": (True, _list),
        "sources": (True, _SOURCES),
        "causes": (False, _list),
        "marks": (False, partial(_one_of, options=("never",))),
    },
    "asks": {
        "title": (True, _text),
        "section": (True, partial(_one_of, options=SECTIONS)),
        "documents": (False, _list),
        "signals": (True, partial(_list, of=_signal)),
        "sources": (True, _SOURCES),
    },
    "causes": {
        "title": (True, _text),
        "enforcements": (True, _list),
        "ask": (True, _text),
        "slots": (True, _slots),
        "says": (True, _SAYS),
        "whys": (True, _WHYS),
        "rejected": (False, _list),
        "actions": (False, _list),
        "measures": (False, _list),
        "sources": (True, _SOURCES),
    },
    "actions": _ENTRY,
    "measures": _ENTRY | {"cadence": (False, _text)},
    "documents": {
        "title": (True, _text),
        "names": (True, _list),
        "shows": (True, _list),
        "formats": (True, _list),
        "window": (False, _number),
        "obtain": (True, _text),
        "refused": (True, _list),
        "instead": (True, _list),
        "marks": (False, partial(_one_of, options=("alone", "never", "wish", "copy"))),
        "removable": (False, partial(_one_of, options=("prices",))),
        "tells": (False, _TELLS),
        "reads-as": (False, _text),
        "wrong": (False, partial(_keys, spec={"for": (True, _list), "because": (True, _text)})),
        "sources": (True, _SOURCES),
    },
    "phrases": {
        "code": (True, _code),
        "name": (True, _text),
        "level": (True, partial(_one_of, options=("error", "warning", "note"))),
        "confidence": (False, partial(_one_of, options=("high", "medium", "low"))),
        "since": (False, _text),
        "source": (True, _text),
        "title": (True, _text),
        "help": (True, _text),
        "find": (True, _list),
        "fields": (False, _fields),
        "signs": (False, _list),
        "weaker-signs": (False, _list),
        "unless": (False, _list),
        "parts": (False, _list),
        "party": (False, partial(_one_of, options=("amazon", "buyers", "carrier", "supplier", "staff"))),
        "yields-to": (False, _list),
        "letters": (False, _list),
        "message": (True, _text),
        "becomes": (False, _replacement),
        "bad": (True, _list),
        "good": (True, _list),
    },
    "marketplaces": {
        "title": (True, _text),
        "domains": (True, _list),
        "seller-central": (True, _text),
        "language": (True, _text),
        "date-order": (True, partial(_one_of, options=("mdy", "dmy", "ymd"))),
        "sources": (True, _SOURCES),
    },
}


def _sentence(file: File, path: Path, value: object) -> None:
    _text(file, path, value)
    if isinstance(value, str):
        try:
            pattern.parse(value)
        except pattern.Fault as fault:
            file.fault(path, str(fault))


def _part(file: File, path: Path, value: object) -> None:
    if isinstance(value, dict):
        spec: dict[str, tuple[bool, Check]] = {
            "say": (False, _sentence),
            "bullets": (False, partial(_list, of=_sentence)),
            "points": (False, _flag),
            "optional": (False, _flag),
        }
        _keys(file, path, value, spec=spec)
    else:
        _sentence(file, path, value)


def _points(file: File, path: Path, value: object) -> None:
    """What each fault is called: a sentence, or words for each field that lacks."""
    if not isinstance(value, dict):
        file.fault(path, "must map the names of checks to sentences")
        return
    for name, words in value.items():
        for key, entry in words.items() if isinstance(words, dict) else (("", words),):
            _sentence(file, (*path, name, key) if key else (*path, name), entry)


def _languages(file: File, path: Path, value: object, *, of: Check) -> None:
    if not isinstance(value, dict) or "en" not in value:
        file.fault(path, "must map languages (en among them) to words")
        return
    for language, entry in value.items():
        if not re.fullmatch(r"[a-z]{2}", language):
            file.fault((*path, language), "a language has two small letters, such as en or zh")
        of(file, (*path, language), entry)


_WORDING = partial(
    _keys,
    spec={"subject": (True, _sentence), "says": (True, partial(_list, of=_part)), "points": (False, _points)},
)


def _blanks(file: File, path: Path, value: object) -> None:
    spec: dict[str, tuple[bool, Check]] = {
        "type": (True, partial(_one_of, options=values.TYPES)),
        "from": (True, _list),
        "gap": (True, partial(_languages, of=_text)),
    }
    if not isinstance(value, dict):
        file.fault(path, "must map the names of slots to where their values come from")
        return
    for name, blank in value.items():
        _keys(file, (*path, name), blank, spec=spec)


def _examples(file: File, path: Path, value: object) -> None:
    spec: dict[str, tuple[bool, Check]] = {
        "given": (True, lambda f, p, v: None),
        "faults": (False, lambda f, p, v: None),
        "says": (True, _list),
        "gaps": (False, _list),
    }
    _list(file, path, value, of=partial(_keys, spec=spec))


SPEC["letters"] = {
    "title": (True, _text),
    "to": (True, _text),
    "order": (True, _number),
    "need": (True, partial(_one_of, options=("missing", "faulty"))),
    "obtains": (True, _list),
    "asks": (False, _list),
    "when": (False, _condition),
    "slots": (True, _blanks),
    "languages": (True, partial(_languages, of=_WORDING)),
    "examples": (True, _examples),
    "sources": (True, _SOURCES),
}


def _check_letter(file: File, data: dict[str, Any]) -> None:
    """Every place in a letter is a slot of its file, in every language, and has words for its gap in each."""
    slots = data.get("slots")
    languages = data.get("languages")
    if not isinstance(slots, dict) or not isinstance(languages, dict):
        return
    if data.get("to") not in slots:
        file.fault(
            ("to",), f"“{data.get('to')}” is not a slot of this file{_nearest(str(data.get('to')), tuple(slots))}"
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
                    near = _nearest(head, tuple(slots))
                    file.fault(("languages", language), f"{{{ref.name}}} is not a slot of this file{near}")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(entry)


SPEC["packs"] = SPEC["phrases"] | {"code": (True, _own_code), "name": (True, _name)}


def check(folder: str, id: str, file: File) -> None:
    """Record every mistake of one file. `packs` are the word lists of a user's own pack."""
    if not _ID.fullmatch(id) and folder != "marketplaces":
        file.fault((), "the file name is the id: small letters, digits and hyphens")
    _keys(file, (), file.data, spec=SPEC[folder])
    data = file.data
    if isinstance(data, dict) and folder not in ("phrases", "packs"):
        if not data.get("sources"):
            file.fault((), "“sources” must name at least one")
        _check_refs(file, data)
        if folder == "letters":
            _check_letter(file, data)


def _check_refs(file: File, data: dict[str, Any]) -> None:
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
                        file.fault((key, at), f"{{{ref.name}}} is not a slot of this file{_nearest(head, tuple(own))}")


_LINKS = {
    "playbooks": {"asks": "asks", "causes": "causes"},
    "asks": {"documents": "documents"},
    "causes": {"enforcements": "playbooks", "actions": "actions", "measures": "measures"},
    "actions": {"answers": "causes", "enforcements": "playbooks", "proof": "documents"},
    "measures": {"answers": "causes", "enforcements": "playbooks", "proof": "documents"},
    "letters": {"obtains": "documents", "asks": "asks"},
    "documents": {"instead": "documents"},
}


def check_links(raw: Mapping[str, Mapping[str, Any]], files: Mapping[tuple[str, str], File]) -> None:
    """Record every link that leads nowhere, and playbooks that say they are full and are not."""
    for folder, links in _LINKS.items():
        for id, data in raw.get(folder, {}).items():
            file = files[folder, id]
            for key, target in links.items():
                entries = data.get(key)
                for at, entry in enumerate(entries if isinstance(entries, list) else []):
                    if isinstance(entry, str) and entry != "any" and entry not in raw.get(target, {}):
                        file.fault(
                            (key, at), f"there is no {target}/{entry}.yaml{_nearest(entry, tuple(raw.get(target, {})))}"
                        )
            if folder == "documents":
                _check_kinds(file, data, raw.get("documents", {}))
            for at, need in enumerate(data.get("documents") or [] if folder == "playbooks" else []):
                if isinstance(need, dict) and need.get("kind") not in raw.get("documents", {}):
                    file.fault(("documents", at), f"there is no documents/{need.get('kind')}.yaml")
            if folder in ("actions", "measures") and not data.get("answers") and not data.get("enforcements"):
                file.fault((), "“answers” or “enforcements” must say what it answers")


def _check_kinds(file: File, data: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """The kinds of documents that a kind names exist."""
    wrong = data.get("wrong")
    named: list[tuple[Path, object]] = [(("reads-as",), data["reads-as"])] if "reads-as" in data else []
    listed = wrong.get("for") if isinstance(wrong, dict) else None
    named += [(("wrong", "for", at), kind) for at, kind in enumerate(listed if isinstance(listed, list) else [])]
    for path, kind in named:
        if isinstance(kind, str) and kind not in known:
            file.fault(path, f"there is no documents/{kind}.yaml{_nearest(kind, tuple(known))}")
