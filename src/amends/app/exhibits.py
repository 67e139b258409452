"""Verbs on evidence: take files in, show the checklist."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from amends import evidence, needed
from amends.app import knowledge
from amends.app.cases import Opened, save_case
from amends.app.files import LARGEST_FILE
from amends.errors import Unknown, Unreadable
from amends.evidence import Checked
from amends.model import Exhibit


@dataclass(frozen=True, slots=True)
class Added:
    """A file taken in as an exhibit, or found to be there already."""

    file: str
    exhibit: Exhibit
    known: bool


def add(
    opened: Opened, paths: Iterable[str], now: datetime, about: Mapping[str, Any] | None = None
) -> tuple[Opened, tuple[Added, ...]]:
    """Take files in as evidence: copied untouched under a safe name, with hash, kind and label.

    `about` may give kind, supports, dated and asins, which then hold for every file.
    """
    about = about or {}
    case, added = opened.case, list[Added]()
    likely = tuple(wanted.kind for wanted in needed.documents(case, knowledge()) if wanted.open)
    for path in paths:
        place = Path(path)
        size, sha256, head = _measured(place)
        there = next((e for e in case.exhibits if e.sha256 == sha256), None)
        kind = about.get("kind")
        if kind is not None and kind not in knowledge().documents:
            raise Unknown(f"“{kind}” is not a kind of document. `amends playbooks documents` lists them.")
        exhibit = there or evidence.take(
            place.name,
            head,
            sha256,
            size,
            kind=kind,
            received=now.date(),
            existing=case.exhibits,
            catalog=knowledge(),
            likely=likely,
        )
        exhibit = replace(
            exhibit,
            kind=kind or exhibit.kind,
            dated=day_of(about.get("dated")) or exhibit.dated,
            supports=tuple(dict.fromkeys((*exhibit.supports, *map(str, about.get("supports") or ())))),
            asins=tuple(dict.fromkeys((*exhibit.asins, *map(str, about.get("asins") or ())))),
        )
        if there is None:
            with place.open("rb") as source:
                opened.folder.take_in(f"evidence/{exhibit.name}", source, f"evidence received as {exhibit.label}", now)
            case = replace(case, exhibits=(*case.exhibits, exhibit))
        else:
            case = replace(case, exhibits=tuple(exhibit if e.label == exhibit.label else e for e in case.exhibits))
        added.append(Added(path, exhibit, there is not None))
    return save_case(opened, case, "exhibits listed", now), tuple(added)


def _measured(place: Path) -> tuple[int, str, bytes]:
    """Size, hash and first bytes of a file, read piece by piece."""
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        if place.is_dir():
            raise Unreadable(f"{place} is a folder; name the files in it.")
        with place.open("rb") as source:
            while piece := source.read(1 << 20):
                head = head or piece[:65536]
                digest.update(piece)
                size += len(piece)
                if size > LARGEST_FILE:
                    raise Unreadable(f"{place} is larger than {LARGEST_FILE // 1_000_000} MB; send a smaller file.")
    except FileNotFoundError as error:
        raise Unreadable(f"{place} is not there. Check the name; put it in quotes if it has blanks.") from error
    except OSError as error:
        raise Unreadable(f"{place} cannot be read: {error.strerror}.") from error
    if not size:
        raise Unreadable(f"{place} is empty (0 bytes); find the file with its content.")
    return size, digest.hexdigest(), head


def checklist(opened: Opened) -> tuple[Checked, ...]:
    """Which documents are there, missing, or optional."""
    return evidence.checklist(opened.case, knowledge())


def day_of(value: object) -> date | None:
    """The day that some data writes in ISO form, or None."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
