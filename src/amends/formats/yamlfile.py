"""YAML as amends reads and writes it: plain data with the line of every value, and no surprises.

Reading keeps strings as they stand: `no` is a word, `2026-03-14` is text, `012` is text. Only `true`, `false`, `null`
and plain numbers get a meaning of their own. Anchors and aliases are refused, since a small file with them can unfold
to gigabytes; so are deep nesting and large files. Nothing is raised for a broken file: every fault is a `Problem`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from amends.model import Problem

LARGEST = 8_000_000
DEEPEST = 24
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INT = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_FLOAT = re.compile(r"-?(?:0|[1-9]\d{0,17})\.\d{1,17}")

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Document:
    """A YAML file's data, the line (from 1) of each value by its path, and what is wrong with it."""

    file: str
    data: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """The line of a value, or of the nearest thing around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path)

    def fault(self, path: Path, message: str) -> None:
        """Record a mistake at a path."""
        self.problems.append(Problem(self.file, self.line(path), dotted(path), message))


def dotted(path: Path) -> str:
    """A path as people read it: causes[2].title."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read(text: str, file: str) -> Document:
    """The data of a YAML text. `file` is the name to use in problems."""
    document = Document(file)
    if len(text) > LARGEST:
        document.problems.append(
            Problem(file, None, "", f"is larger than {LARGEST // 1_000_000} MB; this is not a file of ours")
        )
        return document
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        document.data = _built(document, yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        document.problems.append(
            Problem(
                file,
                line,
                "",
                f"is not valid YAML: {error.problem or error.context}; check indent, colons and quotes here",
            )
        )
    except yaml.reader.ReaderError as error:
        place = getattr(error, "position", 0)
        line = text.count("\n", 0, place) + 1 if isinstance(place, int) else None
        document.problems.append(
            Problem(file, line, "", "holds control characters that no text file has; write it anew in a text editor")
        )
    except yaml.YAMLError as error:
        document.problems.append(Problem(file, None, "", f"is not valid YAML: {' '.join(str(error).split())}"))
    return document


def _built(document: Document, events: object) -> object:
    """The data from the stream of events, with a stack of our own: depth and aliases stay under control."""
    import yaml

    root: list[object] = []
    stack: list[tuple[dict[str, object] | list[object], Path]] = [(root, ())]
    keys: list[str | None] = [None]
    for event in events:  # type: ignore[attr-defined]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            line = _line(event)
            document.problems.append(
                Problem(
                    document.file,
                    line,
                    "",
                    "anchors and aliases (& and *) are not supported; write the value out, or put it in quotes",
                )
            )
            return None
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            stack.pop()
            keys.pop()
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent):
            if isinstance(event, yaml.DocumentStartEvent) and root:
                document.problems.append(
                    Problem(document.file, _line(event), "", "holds a second document (---); one is expected")
                )
                return root[0]
            continue
        container, path = stack[-1]
        if isinstance(container, dict) and keys[-1] is None:
            if not isinstance(event, yaml.ScalarEvent):
                document.problems.append(Problem(document.file, _line(event), dotted(path), "a key must be a word"))
                return None
            keys[-1] = event.value
            if event.value in container:
                document.lines.setdefault((*path, event.value), _line(event))
                document.problems.append(
                    Problem(
                        document.file,
                        _line(event),
                        dotted((*path, event.value)),
                        "stands twice; keep one of them",
                    )
                )
            continue
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event.value) if event.implicit[0] else event.value
        else:
            value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        here: Path
        if isinstance(container, dict):
            key = keys[-1]
            assert key is not None
            container[key] = value
            here, keys[-1] = (*path, key), None
        else:
            here = () if container is root else (*path, len(container))
            container.append(value)
        document.lines[here] = _line(event)
        if isinstance(value, dict | list):
            if len(stack) > DEEPEST:
                document.problems.append(
                    Problem(document.file, _line(event), "", f"is nested deeper than {DEEPEST} levels")
                )
                return None
            stack.append((value, here))
            keys.append(None)
    return root[0] if root else None


def _line(event: object) -> int:
    mark = getattr(event, "start_mark", None)
    return mark.line + 1 if mark else 1


def _scalar(text: str) -> object:
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def write(data: object) -> str:
    """The YAML text of plain data; keys keep their order. Reading it back gives the same data."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    plain = with_dates(data)
    return str(
        yaml.dump(plain, Dumper=dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
    )


def with_dates(data: object) -> object:
    """The same data with days as dates, so that they are written without quotes; reading gives the text again."""
    if isinstance(data, dict):
        return {key: with_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [with_dates(value) for value in data]
    if isinstance(data, str) and _DAY.fullmatch(data):
        try:
            return date.fromisoformat(data)
        except ValueError:
            return data
    return data
