"""TOML as amends reads it: plain data with the line of every key, and every fault a `Problem`.

The standard library reads TOML but forgets where a value stood; the lines are found by a second, linear pass over a
text that is known to be valid.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.model import Problem
from amends.typed import Any

LARGEST = 1_000_000
Path = tuple[str | int, ...]
_TOKEN = (
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""(?:"{1,2})?'
    r"|'''(?:[^']|'(?!''))*+'''(?:'{1,2})?"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|#[^\n]*+"
    r"|\n|[\[\]{}=,]"
    r"|[^\s\"'#\[\]{}=,]+"
)


class Document:
    """A TOML file's data, the line (from 1) of each key by its path, and what is wrong with it."""

    __slots__ = ("_lines", "_text", "data", "file", "problems")

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._text = ""
        self._lines: dict[Path, int] | None = None

    def holds(self, text: str, data: dict[str, Any]) -> None:
        """Take in what a sound file says; lines are looked for when the first of them is asked for."""
        self.data, self._text = data, text

    def line(self, path: Path) -> int | None:
        """The line of a key or an element, or of the nearest thing around it."""
        if self._lines is None:
            self._lines = dict(_lines(self._text))
        while path not in self._lines and path:
            path = path[:-1]
        return self._lines.get(path)

    def fault(self, path: Path, message: str) -> None:
        """Record a mistake at a path."""
        from amends.formats.yamlfile import dotted

        self.problems.append(Problem(self.file, self.line(path), dotted(path), message))


def read(data: bytes, file: str) -> Document:
    """The data of a TOML file. `file` is the name to use in problems."""
    document = Document(file)
    if len(data) > LARGEST:
        document.fault((), f"is larger than {LARGEST // 1_000_000} MB; no settings are that long")
        return document
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        document.problems.append(Problem(file, line, "", "is not UTF-8 text here; save the file as UTF-8"))
        return document
    import tomllib

    try:
        document.holds(text, tomllib.loads(text))
    except RecursionError:
        document.fault((), "is nested too deep")
    except ValueError as error:
        reason, _, place = str(error).partition(" (at ")
        words = place.split(",")[0].split()
        at_end = text.count("\n") + 1
        line_at_fault = int(words[1]) if len(words) == 2 and words[1].isdigit() else at_end
        fault = f"is not valid TOML: {reason[:200]}; check quotes, commas and brackets here"
        document.problems.append(Problem(file, line_at_fault, "", fault))
    return document


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    """The path and line of every table, key and array element of a valid TOML text."""
    import re

    table: Path = ()
    arrays: dict[Path, int] = {}
    key: list[str] = []
    depth = element = 0
    value = new = False
    line = 1
    before = "\n"
    for token in re.findall(_TOKEN, text):
        if token == "\n" and not depth:
            if not value and key and before == "]":
                table = _table(key, arrays, array=new)
                yield table, line
            key, value = [], False
        elif token[0] == "#" or token == "\n":
            line += token == "\n"
            continue
        elif not value and token == "[":
            new = before == "["
        elif not value and token == "=":
            value, element = True, 0
            yield (*table, *key), line
        elif not value and token != "]":
            key += _pieces(token)
        elif value:
            if depth == 1 and token not in ",]}" and before in ("[", ",", "\n"):
                yield (*table, *key, element), line
                element += 1
            depth += (token in "[{") - (token in "]}")
        line += token.count("\n")
        before = token
    if not value and key:
        yield _table(key, arrays, array=new), line


def _table(key: list[str], arrays: dict[Path, int], array: bool) -> Path:
    """The path of a table header: within an array of tables it is the last one."""
    path: Path = ()
    for at, piece in enumerate(key, 1):
        path = (*path, piece)
        if array and at == len(key):
            arrays[path] = arrays.get(path, -1) + 1
        if path in arrays:
            path = (*path, arrays[path])
    return path


def _pieces(token: str) -> list[str]:
    """The names in a token of a key: `tool.amends` has two, a quoted one is itself."""
    if token[0] in "\"'":
        return [token[1:-1]]
    return [piece for piece in token.split(".") if piece]
