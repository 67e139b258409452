"""case.yaml <-> Case.

The file is the seller's own: it may be edited by hand and kept in git. Reading reports every mistake at once with file,
line and what to write instead; writing keeps comments that a person put into the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from amends import values
from amends.errors import Invalid
from amends.formats import yamlfile
from amends.model import Box, Case, Correction, Exhibit, Fact, Notice, Place, Route, Source, Span, Submission, Value
from amends.playbook import Slot
from amends.typed import Any, get_args

FORMAT = 1
NAME = "case.yaml"
_TOP = (
    "amends", "enforcement", "route", "notices", "causes", "actions", "measures", "facts", "exhibits", "held",
    "submissions",
)  # fmt: skip
_FACT = ("type", "value", "missing", "said-by", "on", "notice", "document", "page", "box", "at", "quote")
_EXHIBIT = (
    "label", "kind", "name", "original", "sha256", "size", "received", "dated", "supports", "asins", "why",
    "corrections",
)  # fmt: skip
_CORRECTION = ("field", "page", "box", "read", "says", "said-by", "on")
_SUBMISSION = ("number", "on", "sha256", "files")


def notices_named(text: str) -> tuple[str, ...]:
    """The notice files that a case names, so that they can be read before the case is."""
    data = yamlfile.read(text, NAME).data
    entries = data.get("notices") if isinstance(data, dict) else None
    return tuple(
        entry["file"] for entry in entries or () if isinstance(entry, dict) and isinstance(entry.get("file"), str)
    ) if isinstance(entries, list) else ()  # fmt: skip


def read(text: str, file: str, notice_of: Callable[[str], Notice | None]) -> Case:
    """The case of a text. `notice_of` gives the reading of a notice file, or None when it is not there.

    Raises `Invalid` with every mistake found.
    """
    document = yamlfile.read(text, file)
    reader = _Reader(document)
    case = reader.case(notice_of) if isinstance(document.data, dict) else Case()
    if not isinstance(document.data, dict) and not document.problems:
        document.fault((), "is empty; start a case with `amends new DIR --notice FILE`")
    if document.problems:
        raise Invalid(document.problems)
    return case


class _Reader:
    """Reads one case, recording every mistake in the document."""

    def __init__(self, document: yamlfile.Document) -> None:
        self.document = document
        self.data: dict[str, Any] = document.data if isinstance(document.data, dict) else {}

    def case(self, notice_of: Callable[[str], Notice | None]) -> Case:
        self.known((), self.data, _TOP)
        if self.data.get("amends") != FORMAT:
            self.document.fault(("amends",), f"must be {FORMAT}, the format of the file")
        route = self.data.get("route")
        if route is not None and route not in get_args(Route):
            self.document.fault(("route",), f"“{route}” is not one of {', '.join(get_args(Route))}")
            route = None
        return Case(
            enforcement=self.text((), "enforcement") or None,
            route=route,
            notices=tuple(self.notices(notice_of)),
            facts=self.facts(),
            causes=self.ids("causes"),
            actions=self.ids("actions"),
            measures=self.ids("measures"),
            exhibits=tuple(self.exhibits("exhibits")),
            held=tuple(self.exhibits("held")),
            submissions=tuple(self.submissions()),
        )

    def known(self, path: yamlfile.Path, data: dict[str, Any], keys: tuple[str, ...]) -> None:
        from difflib import get_close_matches

        for key in data:
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                hint = f"did you mean “{near[0]}”?" if near else f"the keys here are {', '.join(keys)}"
                self.document.fault((*path, key), f"is not a key here; {hint}")

    def entries(self, key: str) -> list[tuple[yamlfile.Path, dict[str, Any]]]:
        listed = self.data.get(key) or []
        if not isinstance(listed, list):
            self.document.fault((key,), "must be a list")
            return []
        found: list[tuple[yamlfile.Path, dict[str, Any]]] = []
        for at, entry in enumerate(listed):
            if isinstance(entry, dict):
                found.append(((key, at), entry))
            else:
                self.document.fault((key, at), "must be a mapping")
        return found

    def text(self, path: yamlfile.Path, key: str, data: dict[str, Any] | None = None, needed: bool = False) -> str:
        value = (self.data if data is None else data).get(key)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.document.fault((*path, key) if value is not None else path, f"“{key}” must be words")
            return ""
        return value

    def day(self, path: yamlfile.Path, key: str, data: dict[str, Any], needed: bool = False) -> date | None:
        value = data.get(key)
        if value is None and not needed:
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.document.fault(
                (*path, key) if value is not None else path, f"“{key}” must be a day such as 2026-03-14"
            )
            return None

    def ids(self, key: str, data: dict[str, Any] | None = None, path: yamlfile.Path = ()) -> tuple[str, ...]:
        value = (self.data if data is None else data).get(key) or []
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.document.fault((*path, key), "must be a list of words")
            return ()
        return tuple(value)

    def notices(self, notice_of: Callable[[str], Notice | None]) -> list[Notice]:
        found = []
        for path, entry in self.entries("notices"):
            self.known(path, entry, ("file", "sha256"))
            file = self.text(path, "file", entry, needed=True)
            notice = notice_of(file) if file else None
            if file and notice is None:
                self.document.fault((*path, "file"), f"{file} is not there; put the notice back or remove this entry")
            elif notice is not None and notice.sha256 != entry.get("sha256"):
                self.document.fault((*path, "sha256"), f"{file} is not the file that was read; put the original back")
            elif notice is not None:
                found.append(notice)
        return found

    def facts(self) -> dict[str, Fact]:
        data = self.data.get("facts") or {}
        if not isinstance(data, dict):
            self.document.fault(("facts",), "must map keys to facts")
            return {}
        found = {}
        for key, entry in data.items():
            path: yamlfile.Path = ("facts", key)
            if not isinstance(entry, dict):
                self.document.fault(path, "must be a mapping with type, value and where it comes from")
                continue
            self.known(path, entry, _FACT)
            fact = self.fact(path, key, entry)
            if fact is not None:
                found[key] = fact
        return found

    def fact(self, path: yamlfile.Path, key: str, entry: dict[str, Any]) -> Fact | None:
        source = self.source(path, entry)
        kind = entry.get("type")
        if kind not in values.TYPES:
            self.document.fault(path, f"“type” must be one of {', '.join(values.TYPES)}")
            return None
        value: Value | None = None
        if "missing" not in entry:
            read = _value(key, kind, entry.get("value"))
            if isinstance(read, values.Fault):
                self.document.fault((*path, "value") if "value" in entry else path, read.message)
                return None
            value = read
        if source is None:
            return None
        return Fact(key, kind, value, source, str(entry.get("missing") or ""))

    def source(self, path: yamlfile.Path, entry: dict[str, Any]) -> Source | None:
        given = [name for name in ("notice", "document", "said-by") if entry.get(name)]
        if len(given) != 1:
            self.document.fault(path, "needs one source: “said-by” with “on”, “notice” with “at”, or “document”")
            return None
        ref = str(entry[given[0]])
        if given[0] == "said-by":
            on = self.day(path, "on", entry, needed=True)
            return Source("statement", ref, on=on) if on else None
        at, quote = entry.get("at"), entry.get("quote")
        span = None
        if isinstance(at, list) and len(at) == 2 and all(isinstance(n, int) for n in at):
            span = Span(at[0], at[1], str(quote or ""))
        elif at is not None:
            self.document.fault((*path, "at"), "must be two numbers: where the quote begins and ends")
        page = entry.get("page")
        return Source(
            "notice" if given[0] == "notice" else "document",
            ref,
            span,
            page if isinstance(page, int) else None,
            box=self.box(path, entry.get("box")),
        )

    def box(self, path: yamlfile.Path, given: object) -> Box | None:
        if given is None:
            return None
        if isinstance(given, list) and len(given) == 4 and all(isinstance(n, int | float) for n in given):
            return Box(*map(float, given))
        self.document.fault((*path, "box"), "must be four numbers in points: left, top, right, bottom")
        return None

    def exhibits(self, key: str) -> list[Exhibit]:
        found = []
        for path, entry in self.entries(key):
            self.known(path, entry, _EXHIBIT)
            words = {
                key: self.text(path, key, entry, needed=True) for key in ("label", "kind", "name", "original", "sha256")
            }
            size = entry.get("size")
            received = self.day(path, "received", entry, needed=True)
            if not isinstance(size, int):
                self.document.fault(path, "“size” must be the number of bytes")
            elif received is not None and all(words.values()):
                found.append(
                    Exhibit(
                        words["label"],
                        words["kind"],
                        words["name"],
                        words["original"],
                        words["sha256"],
                        size,
                        received,
                        self.day(path, "dated", entry),
                        self.ids("supports", entry, path),
                        self.ids("asins", entry, path),
                        held=self.text(path, "why", entry, needed=True) if key == "held" else "",
                        corrections=tuple(self.corrections(path, entry.get("corrections"))),
                    )
                )
        return found

    def corrections(self, path: yamlfile.Path, listed: object) -> Iterator[Correction]:
        """What a person says that a document says."""
        path = (*path, "corrections")
        if listed is not None and not isinstance(listed, list):
            self.document.fault(path, "must be a list")
        for at, entry in enumerate(listed if isinstance(listed, list) else ()):
            here = (*path, at)
            if not isinstance(entry, dict):
                self.document.fault(here, "must be a mapping")
                continue
            self.known(here, entry, _CORRECTION)
            name, says, by = (self.text(here, key, entry, needed=True) for key in ("field", "says", "said-by"))
            on, box, page = (
                self.day(here, "on", entry, needed=True),
                self.box(here, entry.get("box")),
                entry.get("page"),
            )
            read = entry.get("read", "")
            if not isinstance(page, int) or page < 1:
                self.document.fault(here, "“page” must be the number of a page")
            elif box is None:
                self.document.fault(here, "“box” must be four numbers in points: left, top, right, bottom")
            elif not isinstance(read, str):
                self.document.fault((*here, "read"), "must be words; put them in quotes")
            elif name and says and by and on is not None:
                yield Correction(name, Place(page, box), read, says, by, on)

    def submissions(self) -> list[Submission]:
        found = []
        for path, entry in self.entries("submissions"):
            self.known(path, entry, _SUBMISSION)
            on = self.day(path, "on", entry, needed=True)
            number = entry.get("number")
            if not isinstance(number, int):
                self.document.fault(path, "“number” must be a whole number")
            elif on is not None:
                found.append(
                    Submission(
                        number, on, self.text(path, "sha256", entry, needed=True), self.ids("files", entry, path)
                    )
                )
        return found


def _value(key: str, kind: str, data: object) -> Value | values.Fault:
    if data is None:
        return values.Fault("“value” is missing; or write “missing: why you do not have it”")
    if kind == "choice":
        return data if isinstance(data, str) else values.Fault("must be one of the choices")
    if kind == "text" and isinstance(data, list):
        return tuple(str(entry) for entry in data)
    return values.load(Slot(key, kind, "", "", "", ""), data, None)


def write(case: Case, previous: str = "") -> str:
    """The text of a case. Comments in `previous`, the text on disk, are kept where their values remain."""
    data = _data(case)
    if any(line.lstrip().startswith("#") or " #" in line for line in previous.splitlines()):
        return _merged(data, previous)
    return yamlfile.write(data)


def _data(case: Case) -> dict[str, Any]:
    data: dict[str, Any] = {"amends": FORMAT}
    if case.enforcement:
        data["enforcement"] = case.enforcement
    if case.route:
        data["route"] = case.route
    data["notices"] = [{"file": notice.file, "sha256": notice.sha256} for notice in case.notices]
    for key in ("causes", "actions", "measures"):
        data[key] = list(getattr(case, key))
    data["facts"] = {key: _fact(fact) for key, fact in case.facts.items()}
    data["exhibits"] = [_exhibit(exhibit) for exhibit in case.exhibits]
    data["held"] = [_exhibit(exhibit) for exhibit in case.held]
    data["submissions"] = [
        {"number": s.number, "on": s.on.isoformat(), "sha256": s.sha256, "files": list(s.files)}
        for s in case.submissions
    ]
    return {key: value for key, value in data.items() if value not in ([], {})}


def _fact(fact: Fact) -> dict[str, Any]:
    data: dict[str, Any] = {"type": fact.type}
    if fact.value is None:
        data["missing"] = fact.reason or "not to be had"
    else:
        data["value"] = values.dump(fact.value)
    source = fact.source
    data[{"statement": "said-by"}.get(source.kind, source.kind)] = source.ref
    if source.on:
        data["on"] = source.on.isoformat()
    if source.page is not None:
        data["page"] = source.page
    if source.box is not None:
        data["box"] = [round(side, 1) for side in source.box]
    if source.span is not None:
        data["at"] = [source.span.start, source.span.end]
        data["quote"] = source.span.quote
    return data


def _exhibit(exhibit: Exhibit) -> dict[str, Any]:
    data: dict[str, Any] = {
        "label": exhibit.label,
        "kind": exhibit.kind,
        "name": exhibit.name,
        "original": exhibit.original,
        "sha256": exhibit.sha256,
        "size": exhibit.size,
        "received": exhibit.received.isoformat(),
    }
    if exhibit.dated:
        data["dated"] = exhibit.dated.isoformat()
    if exhibit.supports:
        data["supports"] = list(exhibit.supports)
    if exhibit.asins:
        data["asins"] = list(exhibit.asins)
    if exhibit.held:
        data["why"] = exhibit.held
    if exhibit.corrections:
        data["corrections"] = [_correction(each) for each in exhibit.corrections]
    return data


def _correction(said: Correction) -> dict[str, Any]:
    return {
        "field": said.field,
        "page": said.place.page,
        "box": [round(side, 2) for side in said.place.box],
        "read": said.read,
        "says": said.says,
        "said-by": said.by,
        "on": said.on.isoformat(),
    }


def _merged(data: dict[str, Any], previous: str) -> str:
    from io import StringIO

    from ruamel.yaml import YAML

    editor = YAML()
    editor.width = 110
    editor.preserve_quotes = True
    kept = editor.load(previous)
    if not isinstance(kept, dict):
        return yamlfile.write(data)
    _update(kept, yamlfile.with_dates(data))
    out = StringIO()
    editor.dump(kept, out)
    return out.getvalue()


def _update(kept: Any, new: Any) -> None:
    """Make `kept` equal to `new`, touching only what differs, so that comments stay beside their values."""
    for key in [key for key in kept if key not in new]:
        del kept[key]
    for key, value in new.items():
        old = kept.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            _update(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            _update_list(old, value)
        elif old != value or type(old) is not type(value):
            kept[key] = value


def _update_list(kept: Any, new: list[Any]) -> None:
    del kept[len(new) :]
    for at, value in enumerate(new):
        if at == len(kept):
            kept.append(value)
        elif isinstance(kept[at], dict) and isinstance(value, dict):
            _update(kept[at], value)
        elif kept[at] != value:
            kept[at] = value
