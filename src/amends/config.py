"""The settings of `amends check`: `amends.toml`, or the table `tool.amends` of a `pyproject.toml`.

    select = ["RC", "AC", "blames-supplier"]    only these rules: codes, names or families
    ignore = ["TO13"]
    level = "warning"                           the least level that is shown and counted
    type = "inauthentic"                        what the letters answer
    format = "text"
    baseline = "baseline.json"
    packs = ["my-rules"]                        folders of word lists
    earlier = ["sent"]                          folders of earlier plans

    [levels]
    TO03 = "note"

    [[allow]]                                   a finding that somebody accepts, with the reason
    rule = "TO04"
    quote = "the sentence, or enough of it"
    because = "The supplier's own letter says so; it is exhibit C."
    by = "Dana Ruiz"
    on = 2026-11-21
    file = "plan.md"

Paths are seen from the folder of the file. Every mistake is recorded with its line; whether a rule exists is for
those to say who know the rules (`rule_words`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from amends.formats.tomlfile import Document, Path
    from amends.model import Severity

OWN = "amends.toml"
SHARED = "pyproject.toml"
LEVELS = ("error", "warning", "note")
SHORTEST_QUOTE = 6
MOST_ALLOWED = 1000

Check = Callable[["Document", "Path", object], None]


class Allow(NamedTuple):
    """A finding that somebody accepts: on the sentence that holds `quote`, in `file` or in any.

    `source` and `line` say where this is written.
    """

    rule: str
    quote: str
    because: str
    by: str = ""
    on: date | None = None
    file: str = ""
    source: str = ""
    line: int | None = None


class Config(NamedTuple):
    """What a configuration file says. `file` is its own path; what it leaves out is empty."""

    file: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity | None = None
    type: str | None = None
    format: str | None = None
    baseline: str | None = None
    packs: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    levels: tuple[tuple[str, Severity], ...] = ()
    allow: tuple[Allow, ...] = ()


def table_of(document: Document) -> Path:
    """Where the settings stand in a file: at its top, or under `tool.amends` in a `pyproject.toml`."""
    return ("tool", "amends") if document.file.replace("\\", "/").rpartition("/")[2] == SHARED else ()


def read(document: Document) -> Config:
    """The settings in a file. Mistakes are recorded in the document; a setting that is wrong is left out."""
    at, data = table_of(document), _table(document)
    sound = _keys(document, at, data, _KEYS)
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in sound.items()}
    given["levels"] = tuple(sound.get("levels", {}).items())
    given["allow"] = tuple(
        Allow(**entry, source=document.file, line=document.line((*at, "allow", number)))
        for number, entry in enumerate(sound.get("allow", ()))
    )
    return Config(document.file, **given)


def _table(document: Document) -> Any:
    data: Any = document.data
    for step in table_of(document):
        data = data.get(step, {}) if isinstance(data, dict) else {}
    return data


def rule_words(document: Document) -> Iterator[tuple[str, Path, bool]]:
    """Each word of a file that must name a rule, its path, and whether a family will do too."""
    at, data = table_of(document), _table(document)
    if not isinstance(data, dict):
        return
    for key in ("select", "ignore", "levels"):
        words = data.get(key)
        for number, word in enumerate(words if isinstance(words, list | dict) else ()):
            if isinstance(word, str):
                yield word, (*at, key, number if isinstance(words, list) else word), True
    allows = data.get("allow")
    for number, entry in enumerate(allows if isinstance(allows, list) else ()):
        word = entry.get("rule") if isinstance(entry, dict) else None
        if isinstance(word, str):
            yield word, (*at, "allow", number, "rule"), False


def _text(document: Document, path: Path, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        document.fault(path, "must be words in quotes")


def _texts(document: Document, path: Path, value: object) -> None:
    if not isinstance(value, list):
        document.fault(path, 'must be a list, such as ["TO03", "TO04"]')
        return
    for at, entry in enumerate(value):
        _text(document, (*path, at), entry)


def _level(document: Document, path: Path, value: object) -> None:
    if value not in LEVELS:
        document.fault(path, "must be “error”, “warning” or “note”; to drop a rule, put it under ignore")


def _levels(document: Document, path: Path, value: object) -> None:
    if not isinstance(value, dict):
        document.fault(path, 'must be a table [levels] with lines such as TO03 = "note"')
        return
    for key, entry in value.items():
        _level(document, (*path, key), entry)


def _day(document: Document, path: Path, value: object) -> None:
    from datetime import date, datetime

    if not isinstance(value, date) or isinstance(value, datetime):
        document.fault(path, "must be a day without quotes, such as 2026-11-21")


def _quote(document: Document, path: Path, value: object) -> None:
    _text(document, path, value)
    if isinstance(value, str) and len(value.strip()) < SHORTEST_QUOTE:
        document.fault(path, "is too short to tell one sentence from another; quote more of it")


def _allow(document: Document, path: Path, value: object) -> None:
    if not isinstance(value, list):
        document.fault(path, "must be written as blocks that begin with [[allow]]")
        return
    if len(value) > MOST_ALLOWED:
        document.fault(
            path, f"holds more than {MOST_ALLOWED:,} entries; record what stands there in a baseline instead"
        )
        return
    for at, entry in enumerate(value):
        _keys(document, (*path, at), entry, _ALLOW)


def _keys(document: Document, path: Path, value: object, spec: dict[str, tuple[bool, Check]]) -> dict[str, Any]:
    """Check a table; gives what is sound in it."""
    if not isinstance(value, dict):
        document.fault(path, f"must be a table with {', '.join(spec)}")
        return {}
    sound: dict[str, Any] = {}
    for key, entry in value.items():
        if key not in spec:
            document.fault((*path, key), f"is no setting{nearest(key, tuple(spec))}; there are {', '.join(spec)}")
            continue
        before = len(document.problems)
        spec[key][1](document, (*path, key), entry)
        if len(document.problems) == before:
            sound[key] = entry
    for key, (required, _) in spec.items():
        if required and key not in value:
            document.fault(path, f"“{key}” is missing: {_WHY[key]}")
    return sound


def nearest(word: str, known: tuple[str, ...], near: float = 0.6) -> str:
    """A hint at the known word that is most like this one, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word[:60], known, 1, near)
    return f"; did you mean “{found[0]}”?" if found else ""


_WHY = {
    "rule": "say which rule is to keep silent, by code or name",
    "quote": "quote the sentence that it is to pass over",
    "because": "say why; nothing is accepted without a reason",
}
_ALLOW: dict[str, tuple[bool, Check]] = {
    "rule": (True, _text),
    "quote": (True, _quote),
    "because": (True, _text),
    "by": (False, _text),
    "on": (False, _day),
    "file": (False, _text),
}
_KEYS: dict[str, tuple[bool, Check]] = {
    "select": (False, _texts),
    "ignore": (False, _texts),
    "level": (False, _level),
    "type": (False, _text),
    "format": (False, _text),
    "baseline": (False, _text),
    "packs": (False, _texts),
    "earlier": (False, _texts),
    "levels": (False, _levels),
    "allow": (False, _allow),
}


def block(entry: Allow, table: Path) -> str:
    """An `[[allow]]` block as it is written into a file."""
    lines = [f"[[{'.'.join(map(str, (*table, 'allow')))}]]"]
    texts = {key: getattr(entry, key) for key in ("rule", "file", "quote", "because", "by")}
    lines += [f"{key} = {_quoted(text)}" for key, text in texts.items() if text]
    if entry.on is not None:
        lines.append(f"on = {entry.on.isoformat()}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string on one line."""
    import json

    plain = text.encode("utf-8", "replace").decode()
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
