"""The index of exhibits, to read and to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from amends.model import Exhibit
from amends.render.extra import Extra
from amends.render.letter import flat

_HEADS = ("label", "file", "kind", "supports", "sha256")
_FORMULA = frozenset("=+-@\t\r")


def as_text(exhibits: Sequence[Exhibit], titles: dict[str, str], extras: Sequence[Extra] = ()) -> str:
    """One paragraph an exhibit: label, file, what it is, what it supports, its hash. Extras follow, without a label."""
    pieces: list[str] = []
    for exhibit in exhibits:
        label, file, kind, supports, sha256 = _row(exhibit, titles)
        about = f"   supports: {supports}\n" if supports else ""
        pieces.append(f"Exhibit {label}: {file}\n   {kind}\n{about}   SHA-256 {sha256}\n")
    for _, file, kind, shows, sha256 in map(_extra, extras):
        pieces.append(f"{file}\n   {kind}\n   shows: {shows}\n   SHA-256 {sha256}\n")
    return "\n".join(pieces)


def as_csv(exhibits: Sequence[Exhibit], titles: dict[str, str], extras: Sequence[Extra] = ()) -> str:
    """The same as a table (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe."""
    rows = [_HEADS, *(_row(exhibit, titles) for exhibit in exhibits), *map(_extra, extras)]
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _extra(extra: Extra) -> tuple[str, str, str, str, str]:
    return "", extra.name, flat(extra.title), flat(extra.about), extra.sha256


def _row(exhibit: Exhibit, titles: dict[str, str]) -> tuple[str, str, str, str, str]:
    order = {key: at for at, key in enumerate(titles)}
    # In the order of the knowledge: in which order a person said it makes no other index.
    listed = sorted(exhibit.supports, key=lambda key: (order.get(_base(key), len(order)), key))
    supports = "; ".join(dict.fromkeys(_title(key, titles) for key in listed))
    kind = titles.get(exhibit.kind, exhibit.kind)
    return flat(exhibit.label), exhibit.name, flat(kind), flat(supports), exhibit.sha256


def _title(key: str, titles: dict[str, str]) -> str:
    """The title of an item, also for a key (`item.slot`) and for one of several of a kind (`item#2`)."""
    return titles.get(key) or titles.get(_base(key)) or key


def _base(key: str) -> str:
    return key.split(".")[0].split("#")[0]


def _cell(text: str) -> str:
    safe = f"'{text}" if text[:1] in _FORMULA and text else text
    return '"' + safe.replace('"', '""') + '"' if any(c in safe for c in ',"\n\r;') else safe
