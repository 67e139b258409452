"""Choices as people type them: the number on the screen, the id, or the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amends.text import normal, one_line
from amends.values import Fault

_MOST = 60


def one(raw: object, options: Mapping[str, str]) -> str | Fault:
    """The id of the option that was meant. `options` maps ids to their words, in the order shown."""
    if not isinstance(raw, str):
        return Fault(f"one choice is wanted here: {_named(options)}")
    found = _match(raw, options)
    return found if found is not None else _unknown(raw, options)


def many(raw: object, options: Mapping[str, str]) -> tuple[str, ...] | tuple[Fault, ...]:
    """The ids of the options that were meant, in the order given, or a fault for each that is not known.

    A person types “1, 3” or the words of one option; a file gives a list. “#2” behind an id tells that the same entry
    applies a second time.
    """
    if isinstance(raw, str):
        whole = _match(raw, options)
        pieces: list[object] = [raw] if whole is not None else [*_pieces(raw)]
    elif isinstance(raw, Sequence):
        pieces = list(raw)
    else:
        return (Fault(f"a list of choices is wanted here: {_named(options)}"),)
    if len(pieces) > _MOST:
        return (Fault(f"{len(pieces)} choices are too many; choose those that matter"),)
    found: list[str] = []
    faults: list[Fault] = []
    for piece in pieces:
        text = str(piece).strip() if isinstance(piece, str | int) and not isinstance(piece, bool) else ""
        head, mark, use = text.partition("#")
        if mark and not (use.isascii() and use.isdigit() and 2 <= int(use) <= 99):
            faults.append(Fault(f"“{one_line(text, 60)}”: a second use of an entry is written {head}#2"))
            continue
        id = _match(head, options) if isinstance(piece, str) else None
        if id is None:
            faults.append(_unknown(text or str(piece), options))
        else:
            found.append(f"{id}{mark}{int(use) if mark else ''}")
    if faults:
        return tuple(faults)
    return tuple(dict.fromkeys(found)) or (Fault(f"choose at least one of: {_named(options)}"),)


def _pieces(raw: str) -> list[str]:
    text = raw.replace(";", ",").replace("\n", ",")
    if "," not in text and all(word.strip("#").isdigit() for word in text.split()):
        text = ",".join(text.split())
    return [piece.strip() for piece in text.split(",") if piece.strip()]


def _match(raw: str, options: Mapping[str, str]) -> str | None:
    wanted = normal(raw).strip(" .)(")
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 4:
        at = int(wanted)
        return list(options)[at - 1] if 1 <= at <= len(options) else None
    for id, words in options.items():
        if wanted in (normal(id), normal(words).strip(" .")):
            return id
    if len(wanted) < 4:
        return None
    near = [id for id, words in options.items() if normal(words).startswith(wanted) or normal(id).startswith(wanted)]
    return near[0] if len(near) == 1 else None


def _unknown(raw: str, options: Mapping[str, str]) -> Fault:
    shown = one_line(raw, 60)
    near = nearest(shown, options)
    hint = f"did you mean “{near}”?" if near else f"write its number, 1 to {len(options)}, or: {_named(options)}"
    return Fault(f"“{shown}” is not one of the choices; {hint}")


def nearest(word: str, known: Mapping[str, object] | Sequence[str]) -> str | None:
    """The known word that is closest to a mistyped one, when one is close."""
    from difflib import get_close_matches

    near = get_close_matches(word[:80], list(known), 1)
    return near[0] if near else None


def _named(options: Mapping[str, str]) -> str:
    return ", ".join(options)
