"""Word lists and rules of the user's own: what may be wrong with them beside the form of their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from amends.errors import Invalid
from amends.model import Problem
from amends.review.rule import Hit, Rule, short
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.formats.yamlfile import Document
    from amends.review.document import Draft

_SHORTEST_STEM = 3
_LEVELS = ("error", "warning", "note")
_SURE = ("high", "medium", "low")


class Origin(NamedTuple):
    """A rule of a pack and where it stands: the file, and the line of its code."""

    code: str
    name: str
    file: str
    line: int | None


def check_words(file: Document) -> None:
    """Record what the schema cannot see in a word list: patterns that find nothing, parts that do not exist."""
    from amends.review.letter.parts import NAMES

    data = file.data
    if not isinstance(data, dict):
        return
    for key in ("find", "unless"):
        for at, written in _texts(data, key):
            fault = pattern_fault(written)
            if fault:
                file.fault((key, at), fault)
    for at, part in _texts(data, "parts"):
        if part not in NAMES:
            file.fault(("parts", at), f"there is no part “{part}”; there are {', '.join(NAMES)}")
    for key in ("find", "bad", "good"):
        if data.get(key) == []:
            file.fault((key,), "must hold at least one entry")


def _texts(data: Mapping[str, object], key: str) -> Iterator[tuple[int, str]]:
    entries = data.get(key)
    for at, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, str):
            yield at, entry


def pattern_fault(written: str) -> str | None:
    """Why a pattern of words can find nothing or everything, or None. `words.py` says how a pattern is written."""
    pieces = written.split()
    if pieces and ".." in (pieces[0], pieces[-1]):
        return "a gap (..) stands between words, not at an end"
    for piece in pieces:
        for choice in [] if piece == ".." else piece.removesuffix("?").split("|"):
            fault = _choice_fault(choice)
            if fault:
                return fault
    if all(piece.endswith("?") or piece == ".." for piece in pieces):
        return "every word of it may be left out; one at least must stand without ?"
    return None


def _choice_fault(choice: str) -> str | None:
    from amends.config import nearest
    from amends.review.language.classes import CLASSES
    from amends.review.language.words import tokens

    if not choice:
        return "an alternative is empty; look for || or | at an end"
    if choice == "#":
        return None
    if choice[0] == "@":
        if choice[1:] in CLASSES:
            return None
        return f"there is no class {choice}{nearest(choice[1:], tuple(CLASSES))}; there are @{', @'.join(CLASSES)}"
    plain = choice.removesuffix("*")
    if plain != choice and len(plain) < _SHORTEST_STEM:
        return f"the stem of {choice} is too short; three letters at least stand before *"
    words = [word for word in plain.split("_") if word]
    for word in words or [plain]:
        read, _ = tokens(word.lower(), 0, len(word))
        if read != (word,):
            better = f" as “{' '.join(read)}”" if read else ""
            return f"“{word}” is never found; words are compared{better}, in small letters, without marks, in full"
    return None


def rule_faults(rule: Rule) -> Iterator[str]:
    """What is wrong with the head of a rule, whoever wrote it."""
    if not re.fullmatch(r"[A-Z]{2}\d\d", rule.code):
        yield f"the code “{short(str(rule.code))}” must be two capitals and two digits"
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name):
        yield f"the name “{short(str(rule.name))}” must be small letters and hyphens"
    if rule.level not in _LEVELS:
        yield f"the level “{short(str(rule.level))}” must be one of {', '.join(_LEVELS)}"
    if rule.confidence not in _SURE:
        yield f"the confidence “{short(str(rule.confidence))}” must be one of {', '.join(_SURE)}"


def hits(rule: Rule, draft: Draft, file: str) -> Iterator[Hit]:
    """What a rule of a pack finds. Raises `Invalid`, with the file, for what is no hit in the letter."""
    for hit in rule.check(draft):
        sound = isinstance(hit, Hit) and hit.level in (*_LEVELS, None) and hit.confidence in (*_SURE, None)
        start, end = getattr(hit.place, "start", -1) if sound else -1, getattr(hit.place, "end", -1) if sound else -1
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(draft.text)):
            raise Invalid([Problem(file, None, rule.code, "yields what is no Hit at a place in the letter")])
        yield hit


def collisions(packed: Sequence[Origin], ours: Iterable[Rule]) -> Iterator[Problem]:
    """Codes and names that a pack takes from us or from another rule of a pack."""
    taken = {word: f"amends’ own {rule.code} {rule.name}" for rule in ours for word in (rule.code, rule.name)}
    for origin in packed:
        for key, word in (("code", origin.code), ("name", origin.name)):
            if word in taken:
                yield Problem(origin.file, origin.line, key, f"{word} is taken by {taken[word]}; choose another")
        for word in (origin.code, origin.name):
            taken.setdefault(word, f"{origin.code} in {origin.file}")


def unknown_yields(rules: Sequence[Rule], origins: Mapping[str, Origin]) -> Iterator[Problem]:
    """Rules of packs that keep silent beside a rule that does not exist."""
    known = {rule.code for rule in rules}
    for rule in rules:
        origin = origins.get(rule.code)
        for code in rule.yields_to if origin else ():
            if origin and code not in known:
                yield Problem(origin.file, origin.line, "yields-to", f"there is no rule {code}")
