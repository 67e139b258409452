"""The schema of the knowledge files (`docs/knowledge.md`): which keys, of which form.

Every mistake of a file is reported at once, with its line. `entries.py` makes nouns of what was checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from amends.formats.yamlfile import Document as File
from amends.schema.forms import (
    ID,
    SOURCES,
    Check,
    condition,
    flag,
    group,
    keys,
    list_of,
    number,
    one_of,
    signal,
    text,
    told,
    words,
)
from amends.schema.letters import LETTER, check_letter
from amends.schema.links import check_links
from amends.schema.phrases import PACK, PARTS_OF_PLAN, PHRASES
from amends.schema.sentences import SAYS, check_refs, slots
from amends.typed import Any

__all__ = ["FAMILIES", "PARTS_OF_PLAN", "ROUTES", "SECTIONS", "SPEC", "check", "check_links"]

FAMILIES = tuple(
    "authenticity intellectual-property condition safety performance conduct identity-money otherwise".split()
)
ROUTES = ("plan", "documents", "dispute", "retraction", "two-step", "none")
SECTIONS = ("root-cause", "corrective-actions", "preventive-measures", "documents", "statement", "confirmation")
_ROUTE = partial(
    keys,
    spec={
        "route": (True, partial(one_of, options=ROUTES)),
        "because": (True, text),
        "when": (False, condition),
    },
)
_NEED = partial(
    keys,
    spec={
        "kind": (True, text),
        "need": (True, partial(one_of, options=("required", "recommended", "optional"))),
        "for": (False, text),
        "when": (False, condition),
    },
)
_NOTICE = partial(
    keys, spec={"for": (True, partial(list_of, of=signal)), "against": (False, partial(list_of, of=signal))}
)
_TELLS = partial(
    keys,
    spec={
        "titles": (False, partial(list_of, of=group)),
        "words": (False, partial(list_of, of=told)),
        "amounts": (False, flag),
    },
)
_WHYS = partial(keys, spec={"start": (True, text), "ends": (True, words)})
_ENTRY: dict[str, tuple[bool, Check]] = {
    "title": (True, text),
    "ask": (True, text),
    "order": (True, number),
    "answers": (False, list_of),
    "enforcements": (False, list_of),
    "slots": (True, slots),
    "says": (True, SAYS),
    "proof": (False, list_of),
    "sources": (True, SOURCES),
}
SPEC: dict[str, dict[str, tuple[bool, Check]]] = {
    "playbooks": {
        "title": (True, text),
        "family": (True, partial(one_of, options=FAMILIES)),
        "status": (True, partial(one_of, options=("full", "recognised"))),
        "severity": (True, partial(one_of, options=("high", "medium", "low"))),
        "summary": (True, text),
        "notice": (True, _NOTICE),
        "asks": (True, list_of),
        "routes": (True, partial(list_of, of=_ROUTE)),
        "advice": (True, list_of),
        "slots": (False, slots),
        "opening": (False, SAYS),
        "opening-in-error": (False, SAYS),
        "facts": (False, SAYS),
        "documents": (False, partial(list_of, of=_NEED)),
        "rejected": (True, list_of),
        "sources": (True, SOURCES),
        "causes": (False, list_of),
        "marks": (False, partial(one_of, options=("never",))),
    },
    "asks": {
        "title": (True, text),
        "section": (True, partial(one_of, options=SECTIONS)),
        "documents": (False, list_of),
        "signals": (True, partial(list_of, of=signal)),
        "sources": (True, SOURCES),
    },
    "causes": {
        "title": (True, text),
        "enforcements": (True, list_of),
        "ask": (True, text),
        "slots": (True, slots),
        "says": (True, SAYS),
        "whys": (True, _WHYS),
        "rejected": (False, list_of),
        "actions": (False, list_of),
        "measures": (False, list_of),
        "sources": (True, SOURCES),
    },
    "actions": _ENTRY | {"gives-up": (False, text)},
    "measures": _ENTRY | {"cadence": (False, text)},
    "documents": {
        "title": (True, text),
        "names": (True, list_of),
        "shows": (True, list_of),
        "formats": (True, list_of),
        "window": (False, number),
        "obtain": (True, text),
        "refused": (True, list_of),
        "instead": (True, list_of),
        "marks": (False, partial(one_of, options=("alone", "never", "wish", "copy"))),
        "removable": (False, partial(one_of, options=("prices",))),
        "tells": (False, _TELLS),
        "reads-as": (False, text),
        "wrong": (False, partial(keys, spec={"for": (True, list_of), "because": (True, text)})),
        "sources": (True, SOURCES),
    },
    "phrases": PHRASES,
    "packs": PACK,
    "letters": LETTER,
    "marketplaces": {
        "title": (True, text),
        "domains": (True, list_of),
        "seller-central": (True, text),
        "language": (True, text),
        "date-order": (True, partial(one_of, options=("mdy", "dmy", "ymd"))),
        "sources": (True, SOURCES),
    },
}


def check(folder: str, id: str, file: File) -> None:
    """Record every mistake of one file. `packs` are the word lists of a user's own pack."""
    if not ID.fullmatch(id) and folder != "marketplaces":
        file.fault((), "the file name is the id: small letters, digits and hyphens")
    keys(file, (), file.data, spec=SPEC[folder])
    data = file.data
    if isinstance(data, dict) and folder not in ("phrases", "packs"):
        if not data.get("sources"):
            file.fault((), "“sources” must name at least one")
        check_refs(file, data)
        if "gives-up" in data:
            _check_given_up(file, data)
        if folder == "letters":
            check_letter(file, data)


def _check_given_up(file: File, data: Mapping[str, Any]) -> None:
    """What an action gives up are the ASINs in a slot of its own."""
    named, known = data["gives-up"], data.get("slots")
    slot = known.get(named) if isinstance(known, dict) and isinstance(named, str) else None
    if not isinstance(slot, dict) or slot.get("type") != "asins":
        file.fault(("gives-up",), "must name a slot of this file of the type asins")
