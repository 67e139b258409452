"""Rule packs of the user's own: a folder with word lists (`*.yaml`) and rules (`*.py`).

A word list is data and is read wherever a pack is named. A rule is a program: it runs only when the person at the
command line names the pack, or the environment does (`AMENDS_PACKS`), never because a configuration file says so that
came with somebody's folder.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from amends.app.review.config import PACKS_VARIABLE
from amends.errors import Invalid, Unreadable
from amends.model import Problem
from amends.review.pack import Origin, check_words, collisions, hits, rule_faults, unknown_yields
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.review.rule import Rule

LARGEST = 8_000_000
MODULE = "amends_pack"
_PREFIX = "pack-"
_SAYS_RULE = re.compile(r"@rule\(\s*[\"']([A-Z]{2}\d\d)[\"']\s*,\s*[\"']([a-z-]{1,80})[\"']")


class Pack(NamedTuple):
    """A pack as read: its word lists, its rules in Python that were run, where each rule stands, and the files that
    were left out, with the codes and names that these seem to hold.
    """

    root: str
    lists: tuple[dict[str, Any], ...] = ()
    rules: tuple[Rule, ...] = ()
    origins: tuple[Origin, ...] = ()
    left_out: tuple[str, ...] = ()
    names_left_out: frozenset[str] = frozenset()


def of_environment() -> tuple[str, ...]:
    """The packs that the environment names."""
    return tuple(place for place in os.environ.get(PACKS_VARIABLE, "").split(os.pathsep) if place)


def load(root: str, run: bool) -> Pack:
    """Read a pack; its Python runs if `run`. Raises `Invalid` with every mistake of its files."""
    try:
        with os.scandir(root) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith((".", "_")))
    except OSError as error:
        raise Unreadable(f"The pack {root} cannot be read: {error.strerror}. Name a folder with word lists.") from error
    lists, origins = _lists(root, [name for name in names if name.endswith(".yaml")])
    programs = [os.path.join(root, name) for name in names if name.endswith(".py")]
    if not lists and not programs:
        raise Unreadable(f"The pack {root} holds no word list (*.yaml) and no rule (*.py).")
    if not run:
        return Pack(root, lists, (), origins, tuple(programs), _names_in(programs))
    written: list[Rule] = []
    for place in programs:
        made = _run(place)
        written += made
        origins += tuple(Origin(rule.code, rule.name, place, _line_of(place, rule.code)) for rule in made)
    return Pack(root, lists, tuple(written), origins)


def joined(packs: Sequence[Pack]) -> tuple[Rule, ...]:
    """Our rules and those of the packs. Raises `Invalid` when codes or names collide."""
    from amends.review.registry import rules, with_packs

    origins = [origin for pack in packs for origin in pack.origins]
    lists = [entry for pack in packs for entry in pack.lists]
    together = with_packs(lists, [rule for pack in packs for rule in pack.rules])
    problems = [*collisions(origins, rules()), *unknown_yields(together, {o.code: o for o in origins})]
    if problems:
        raise Invalid(problems)
    return together


def rulebook(roots: Sequence[str]) -> tuple[tuple[Rule, ...], frozenset[str]]:
    """Our rules and those of the packs that are named here or by the environment, and the codes of the latter."""
    packs = [load(root, run=True) for root in dict.fromkeys((*roots, *of_environment()))]
    return joined(packs), frozenset(origin.code for pack in packs for origin in pack.origins)


def _lists(root: str, names: Sequence[str]) -> tuple[tuple[dict[str, Any], ...], tuple[Origin, ...]]:
    """The word lists of a pack. They are parsed and checked when a file has changed, else taken from the cache."""
    if not names:
        return (), ()
    from amends.cache import cache_folder, keep

    store = os.path.join(cache_folder(), f"{_PREFIX}{_stamp(root, names)}")
    try:
        with open(store, "rb") as source:
            entries, places = json.loads(source.read())
    except (OSError, ValueError):
        entries, places = _parsed(root, names)
        keep(store, json.dumps([entries, places], ensure_ascii=False).encode("utf-8", "replace"), _PREFIX)
    return tuple(entries), tuple(Origin(*place) for place in places)


def _parsed(root: str, names: Sequence[str]) -> tuple[list[dict[str, Any]], list[Origin]]:
    from amends import schema
    from amends.formats import yamlfile

    entries: list[dict[str, Any]] = []
    places: list[Origin] = []
    problems: list[Problem] = []
    for name in names:
        place = os.path.join(root, name)
        document = yamlfile.read(_text(place), place)
        if isinstance(document.data, dict):
            schema.check("packs", name.removesuffix(".yaml"), document)
            check_words(document)
        elif not document.problems:
            document.fault((), "is empty; a word list has code, name, level, source, title, help, find, …")
        problems += document.problems
        if not document.problems and isinstance(document.data, dict):
            entries.append({"id": name.removesuffix(".yaml"), **document.data})
            code, title = document.data["code"], document.data["name"]
            places.append(Origin(code, title, place, document.line(("code",))))
    if problems:
        raise Invalid(problems)
    return entries, places


def _text(place: str) -> str:
    try:
        with open(place, "rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"{place} cannot be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise Unreadable(f"{place} is larger than {LARGEST // 1_000_000} MB; no list of a pack is that long.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Invalid([Problem(place, line, "", "is not UTF-8 text; save it as UTF-8")]) from error


def _stamp(root: str, names: Sequence[str]) -> str:
    """A fingerprint of the lists as they lie there, and of the program that checks them."""
    from hashlib import sha256

    from amends import schema
    from amends.review import pack
    from amends.review.language import words

    seen = [root]
    for place in (*(os.path.join(root, name) for name in names), schema.__file__, pack.__file__, words.__file__):
        try:
            status = os.stat(place)
        except OSError:
            continue
        seen.append(f"{place}\0{status.st_size}\0{status.st_mtime_ns}")
    return sha256("\n".join(seen).encode(errors="surrogateescape")).hexdigest()[:32]


def _run(place: str) -> list[Rule]:
    """The rules that a file makes. What it raises is left to the door, which can tell whose fault it is."""
    from types import ModuleType
    from zlib import crc32

    from amends.review.registry import rules
    from amends.review.rule import collected

    rules()  # ours are made first, so that none of them is taken for one of the pack
    try:
        program = compile(_text(place), place, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        reason = f"is not valid Python: {getattr(error, 'msg', None) or error}"
        raise Invalid([Problem(place, line, "", reason)]) from error
    stem = os.path.basename(place).removesuffix(".py")
    module = ModuleType(f"{MODULE}.{stem}_{crc32(os.path.abspath(place).encode(errors='surrogateescape')):08x}")
    module.__file__ = place
    sys.modules[module.__name__] = module
    with collected() as made:
        exec(program, module.__dict__)
    problems = [Problem(place, _line_of(place, rule.code), "@rule", fault) for rule in made for fault in _faults(rule)]
    if not made:
        problems.append(Problem(place, None, "", "makes no rule; decorate a function with @rule of amends.review.rule"))
    if problems:
        raise Invalid(problems)
    return [rule.checked_by(partial(hits, rule, file=place)) for rule in made]


def _faults(rule: Rule) -> Iterator[str]:
    from amends.schema import PARTS_OF_PLAN

    yield from rule_faults(rule)
    if rule.code[:2] in PARTS_OF_PLAN:
        ours = ", ".join(PARTS_OF_PLAN)
        yield f"{rule.code} is of a family of ours ({ours}); choose two capitals of your own, such as MY01"


def _line_of(place: str, code: str) -> int | None:
    text = _text(place)
    at = text.find(code)
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def _names_in(programs: Sequence[str]) -> frozenset[str]:
    """The codes and names that rules seem to have, read without running them."""
    found = (match for place in programs for match in _SAYS_RULE.findall(_text(place)))
    return frozenset(name.lower() for code, title in found for name in (code, title, code[:2]))


def culprit(error: BaseException) -> tuple[str, int] | None:
    """The file and line of a pack in which an error arose, or None when it is our own."""
    trace, found = error.__traceback__, None
    while trace is not None:
        frame = trace.tb_frame
        if str(frame.f_globals.get("__name__", "")).startswith(f"{MODULE}."):
            found = (str(frame.f_globals.get("__file__", "")), trace.tb_lineno)
        trace = trace.tb_next
    return found
