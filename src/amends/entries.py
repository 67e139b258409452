"""Checked data of the knowledge files becomes nouns: one function a folder.

Nothing is checked here; `schema.py` does that when the files are compiled, so that a start costs little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from amends.playbook import (
    Action,
    AskKind,
    Blank,
    Cause,
    Condition,
    Document,
    Marketplace,
    Measure,
    Needed,
    Part,
    Playbook,
    Reference,
    RequestLetter,
    RouteRule,
    Say,
    Slot,
    Tells,
    Wording,
)
from amends.typed import Any

CONDITION = re.compile(r"([a-z][\w.-]*) is ([\w|:.-]+)")


def texts(entry: object) -> list[str]:
    """The variants of a sentence, however the file writes them."""
    if isinstance(entry, dict):
        entry = entry.get("say", [])
    return (
        [entry]
        if isinstance(entry, str)
        else [text for text in entry if isinstance(text, str)]
        if isinstance(entry, list)
        else []
    )


def condition(text: str | None) -> Condition | None:
    """The condition that a file wrote."""
    match = CONDITION.fullmatch(text or "")
    return Condition(match.group(1), tuple(match.group(2).split("|"))) if match else None


def slot(key: str, data: Mapping[str, Any]) -> Slot:
    """A question with its typed answer, under its key."""
    return Slot(
        key, data.get("type", "text"), data.get("ask", ""), data.get("why", ""), _example(data.get("good", "")),
        _example(data.get("bad", "")), bool(data.get("optional", False)), condition(data.get("when")),
        tuple(data.get("needs", ())), dict(data.get("options", {})), data.get("unit", ""),
        bool(data.get("past", False)), data.get("event", ""),
    )  # fmt: skip


def _example(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(entry) for entry in value)
    return ", ".join(str(entry) for entry in value.values()) if isinstance(value, dict) else str(value)


def _slots_of(prefix: str, data: Mapping[str, Any]) -> tuple[Slot, ...]:
    return tuple(slot(f"{prefix}.{name}", about) for name, about in (data.get("slots") or {}).items())


def _says(entries: list[Any] | None) -> tuple[Say, ...]:
    found = []
    for entry in entries or []:
        meta = entry if isinstance(entry, dict) else {}
        found.append(
            Say(
                tuple(texts(entry)),
                condition(meta.get("when")),
                tuple(meta.get("proof", ())),
                bool(meta.get("optional", False)),
            )
        )
    return tuple(found)


def _sources(data: Mapping[str, Any]) -> tuple[Reference, ...]:
    return tuple(Reference(s["of"], s["says"], date.fromisoformat(str(s["seen"])), s["basis"]) for s in data["sources"])


def _signals(entries: list[Any] | None) -> tuple[dict[str, object], ...]:
    return tuple(entries or ())


def _playbook(id: str, data: dict[str, Any]) -> Playbook:
    return Playbook(
        id=id,
        title=data["title"],
        family=data["family"],
        status=data["status"],
        severity=data["severity"],
        summary=data["summary"],
        signals_for=_signals(data["notice"]["for"]),
        signals_against=_signals(data["notice"].get("against")),
        asks=tuple(data["asks"]),
        routes=tuple(RouteRule(r["route"], r["because"], condition(r.get("when"))) for r in data["routes"]),
        advice=tuple(data["advice"]),
        slots=_slots_of("case", data),
        opening=_says(data.get("opening")),
        opening_in_error=_says(data.get("opening-in-error")),
        facts=_says(data.get("facts")),
        documents=tuple(
            Needed(n["kind"], n["need"], n.get("for", ""), condition(n.get("when")))
            for n in data.get("documents") or []
        ),
        rejected=tuple(data["rejected"]),
        sources=_sources(data),
        causes=tuple(data.get("causes", ())),
        marks=data.get("marks", ""),
    )


def _ask(id: str, data: dict[str, Any]) -> AskKind:
    return AskKind(
        id, data["title"], data["section"], tuple(data.get("documents", ())), _signals(data["signals"]), _sources(data)
    )


def _cause(id: str, data: dict[str, Any]) -> Cause:
    return Cause(
        id, data["title"], tuple(data["enforcements"]), data["ask"], _slots_of(id, data), _says(data["says"]),
        data["whys"]["start"], dict(data["whys"]["ends"]), tuple(data.get("rejected", ())), _sources(data),
        tuple(data.get("actions", ())), tuple(data.get("measures", ())),
    )  # fmt: skip


def _action(id: str, data: dict[str, Any]) -> Action:
    return Action(
        id, data["title"], data["ask"], data["order"], tuple(data.get("answers", ())),
        tuple(data.get("enforcements", ())),
        _slots_of(id, data), _says(data["says"]), tuple(data.get("proof", ())), _sources(data),
        data.get("gives-up", ""),
    )  # fmt: skip


def _measure(id: str, data: dict[str, Any]) -> Measure:
    return Measure(
        id, data["title"], data["ask"], data["order"], tuple(data.get("answers", ())),
        tuple(data.get("enforcements", ())),
        _slots_of(id, data), _says(data["says"]), tuple(data.get("proof", ())), _sources(data), data.get("cadence", ""),
    )  # fmt: skip


def _document(id: str, data: dict[str, Any]) -> Document:
    return Document(
        id, data["title"], tuple(data["names"]), tuple(data["shows"]), tuple(data["formats"]), data["obtain"],
        tuple(data["refused"]), tuple(data["instead"]), _sources(data), data.get("window"), data.get("marks", "copy"),
        _tells(data.get("tells") or {}), data.get("reads-as", ""),
        tuple((data.get("wrong") or {}).get("for", ())), (data.get("wrong") or {}).get("because", ""),
        data.get("removable", ""),
    )  # fmt: skip


def _tells(data: Mapping[str, Any]) -> Tells:
    words = [entry if isinstance(entry, dict) else {"any": entry} for entry in data.get("words", ())]
    return Tells(
        tuple(data.get("titles", ())),
        tuple((entry["any"], float(entry.get("weight", 1))) for entry in words),
        data.get("amounts"),
    )


def _marketplace(id: str, data: dict[str, Any]) -> Marketplace:
    return Marketplace(
        id, data["title"], tuple(data["domains"]), data["seller-central"], data["language"], data["date-order"]
    )


def _letter(id: str, data: dict[str, Any]) -> RequestLetter:
    blanks = tuple(
        Blank(name, about["type"], tuple(about["from"]), dict(about["gap"])) for name, about in data["slots"].items()
    )
    wordings = {language: _wording(about) for language, about in data["languages"].items()}
    return RequestLetter(
        id, data["title"], data["to"], data["order"], data["need"], tuple(data["obtains"]), tuple(data.get("asks", ())),
        condition(data.get("when")), blanks, wordings, _sources(data),
    )  # fmt: skip


def _wording(data: dict[str, Any]) -> Wording:
    parts = []
    for entry in data["says"]:
        about = entry if isinstance(entry, dict) else {"say": entry}
        parts.append(
            Part(
                about.get("say", ""),
                tuple(about.get("bullets", ())),
                bool(about.get("points", False)),
                bool(about.get("optional", False)),
            )
        )
    return Wording(data["subject"], tuple(parts), dict(data.get("points", {})))


BUILD: dict[str, Callable[[str, dict[str, Any]], object]] = {
    "playbooks": _playbook,
    "asks": _ask,
    "causes": _cause,
    "actions": _action,
    "measures": _measure,
    "documents": _document,
    "marketplaces": _marketplace,
    "letters": _letter,
}
