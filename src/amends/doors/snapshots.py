"""Makes the startup snapshot of `amends.snapshot`, for the cache and for the wheel.

An installed amends comes with one. In a checkout, and under another Python than the one that built the wheel, the
first start makes it, which takes about two seconds; so does the start after one that met a changed source file.
"""

from __future__ import annotations

import marshal
import os
import re
from array import array
from importlib import import_module
from importlib.machinery import SourceFileLoader

from amends import ready, snapshot, together
from amends.cache import cache_folder, keep
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator, Mapping
    from types import CodeType


# What `re.compile` keeps one by: the type of the pattern, the pattern, the flags.
Key = tuple[type, Any, int]


def make() -> None:
    """Put a snapshot into the cache, where that can be written to."""
    if _can_be_kept():
        keep(snapshot.kept_in(), made(), snapshot.PREFIX)


def _can_be_kept() -> bool:
    """Whether the cache folder can be written to."""
    folder = cache_folder()
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def made(shipped: bool = False) -> bytes:
    """A snapshot of the package as it lies there. One that is `shipped` holds no time and no path of this machine.

    To be called before a letter is read: the regular expressions it holds are those that are compiled meanwhile.
    """
    others = set(_known())
    from amends import catalog
    from amends.doors.cli.plain import PART, kept
    from amends.doors.cli.verbs import verbs
    from amends.review.meaning import fields

    modules = {}
    for name, package, file in _sources():
        status = os.stat(file)
        changed = snapshot.ANY_TIME if shipped else status.st_mtime_ns
        modules[name] = (package, status.st_size, changed, marshal.dumps(_code(name, file, shipped)))
    import_module("amends.doors.cli.commands.check")
    import_module("amends.app.review.checking")
    parts = catalog.parts(shipped)
    parts.update(_patterns_of_a_check())
    parts.update(ready.parts())
    parts[fields.PART] = fields.packed()
    parts[snapshot.forms_of("check")] = marshal.dumps(_forms(others))
    parts.update(zip(together.parts_of("check"), _together(modules), strict=True))
    parts[PART] = kept({verb: _parser(verb) for verb in verbs()})
    return packed(modules, parts)


def _sources() -> Iterator[tuple[str, bool, str]]:
    """The modules of the package by name, whether each is a package, and its file."""
    for folder, below, files in os.walk(snapshot.HERE):
        below.sort()
        for file in sorted(files):
            if file.endswith(".py"):
                place = os.path.join(folder, file)
                pieces = os.path.relpath(place, os.path.dirname(snapshot.HERE)).removesuffix(".py").split(os.sep)
                package = pieces[-1] == "__init__"
                yield ".".join(pieces[:-1] if package else pieces), package, place


def _together(modules: Mapping[str, tuple[bool, int, int, bytes]]) -> tuple[bytes, bytes]:
    """The modules that a check always imports, in the order in which importing finishes them, as `together` reads."""
    done: dict[str, None] = {}

    def visit(name: str) -> None:
        above = name.rpartition(".")[0]
        if above:
            visit(above)
        if name in modules and name not in begun:
            begun.add(name)
            for needed in _imported(snapshot.source_of(name, modules[name][0])):
                visit(needed)
            done[name] = None

    begun: set[str] = set()
    rules = sorted(name for name in modules if name.startswith("amends.review.rules.") and "._" not in name)
    for name in ("amends.doors.cli.commands.check", "amends.app.review.checking", *rules):
        visit(name)
    pieces: list[list[str]] = []
    size = together.LARGEST_PIECE
    for name in done:
        size += len(modules[name][3])
        if size > together.LARGEST_PIECE:
            pieces.append([])
            size = len(modules[name][3])
        pieces[-1].append(name)
    codes = [marshal.dumps(tuple(marshal.loads(modules[name][3]) for name in names)) for names in pieces]
    head = tuple((tuple(names), len(code)) for names, code in zip(pieces, codes, strict=True))
    return marshal.dumps(head), b"".join(codes)


def _imported(file: str) -> Iterator[str]:
    """What a source file imports when it is imported itself; some of it may be no module but stand in one."""
    import ast

    with open(file, "rb") as source:
        tree = ast.parse(source.read())
    for line in tree.body:
        if isinstance(line, ast.Import):
            yield from (alias.name for alias in line.names)
        elif isinstance(line, ast.ImportFrom) and line.module:
            yield line.module
            yield from (f"{line.module}.{alias.name}" for alias in line.names)


def _code(name: str, file: str, shipped: bool) -> CodeType:
    if shipped:
        with open(file, "rb") as source:
            return compile(source.read(), "/".join(name.split(".")), "exec", dont_inherit=True)
    code = SourceFileLoader(name, file).get_code(name)
    assert code is not None
    return code


def _patterns_of_a_check() -> dict[str, bytes]:
    """The patterns that a check searches for, after a check of a letter in which much is found."""
    from amends.render.findings import Report, render
    from amends.review import Draft, reviewed, rules
    from amends.review.language.words import patterns_of_a_start
    from amends.review.verdict import verdict

    found = rules()
    patterns = patterns_of_a_start()
    shown = [example for rule in found for example in (*rule.bad[:1], *rule.good[:1])]
    text = "\n\n".join(example if isinstance(example, str) else example.text for example in shown)
    draft = Draft(text, "letter.txt")
    findings = reviewed(draft)
    render([Report(findings, text, "letter.txt", verdict(draft, findings))], "text", rules=found)
    return patterns


def _parser(verb: str) -> ArgumentParser:
    from amends.doors.cli.verbs import parser_of

    parser: ArgumentParser = parser_of(import_module(f"amends.doors.cli.commands.{verb}"), verb)
    return parser


def _known() -> list[Key]:
    """What `re.compile` has compiled and kept, in that order."""
    return list(vars(re)["_cache"])


def _forms(without: set[Key]) -> dict[tuple[str | bytes, int], bytes]:
    """The regular expressions of this process by pattern and flags, each with what the engine makes it of.

    There is no public way to keep them, so each is tried: one that comes out otherwise is left out.
    """
    from re import _compiler  # type: ignore[attr-defined]

    engine = _compiler._sre
    made: list[tuple[Any, ...]] = []

    class Listening:
        def __getattr__(self, name: str) -> Any:
            return getattr(engine, name)

        def compile(self, *given: Any) -> Any:
            made.append(given)
            return engine.compile(*given)

    forms: dict[tuple[str | bytes, int], bytes] = {}
    for key in [key for key in _known() if key not in without]:
        kind, pattern, flags = key
        made.clear()
        _compiler._sre = Listening()
        try:
            compiled = _compiler.compile(pattern, flags)
        finally:
            _compiler._sre = engine
        if len(made) == 1 and kind in (str, bytes):
            written, known, code, groups, names, order = made[0]
            about = (groups, dict(names), tuple(order))
            if engine.compile(written, int(known), list(map(int, code)), *about) == compiled:
                numbers = array("I", map(int, code)).tobytes()
                forms[pattern, int(flags)] = marshal.dumps((written, int(known), numbers, *about))
    return forms


def packed(modules: Mapping[str, tuple[bool, int, int, bytes]], parts: Mapping[str, bytes]) -> bytes:
    """The bytes of a snapshot. Of a module: whether it is a package, size and time of its source, its bytecode."""
    pieces: list[bytes] = []
    at = 0

    def placed(piece: bytes) -> tuple[int, int]:
        nonlocal at
        pieces.append(piece)
        at += len(piece)
        return at - len(piece), at

    entries = {name: (*about, *placed(code)) for name, (*about, code) in modules.items()}
    head = marshal.dumps((entries, {name: placed(part) for name, part in parts.items()}))
    whole = len(snapshot.TAG) + 2 * snapshot.LENGTH + len(head) + at
    lengths = (number.to_bytes(snapshot.LENGTH, "little") for number in (whole, len(head)))
    return b"".join((snapshot.TAG, *lengths, head, *pieces))
