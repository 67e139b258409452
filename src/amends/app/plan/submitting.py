"""What a person needs who submits: what still stands in the way, the boxes of the form, the sheet, the files."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from amends.app import knowledge
from amends.app.cases import Opened
from amends.app.plan.obstacles import Hindered
from amends.app.plan.packed import BUNDLE, packs
from amends.app.plan.plans import letter_of, plan_of
from amends.app.plan.reviewing import reviewer
from amends.app.plan.versions import plain
from amends.errors import Unknown
from amends.model import Plan
from amends.render import form, sheet
from amends.render.form import Answer
from amends.render.packet import of_case
from amends.render.sheet import Sheet
from amends.store.files import stamp
from amends.typed import NamedTuple

__all__ = ["BUNDLE", "Hindered", "Packed", "boxes", "in_the_way", "packed", "packed_file", "sheet_of"]

_LARGEST = 50_000_000
_SHOWN = (".txt", ".pdf", ".docx", ".csv", ".md", ".json")


class Packed(NamedTuple):
    """The bundle that lies in the case: the names of its files, its size, whether it holds the case as it is, and
    whether these very bytes are recorded as sent.
    """

    files: tuple[str, ...]
    size: int
    current: bool
    sent: bool


def in_the_way(opened: Opened, today: date) -> Hindered:
    """What stands in the way of a bundle, as the page of the plan says it. Raises `Unknown` without a draft."""
    text, _ = letter_of(opened)
    return reviewer(opened.files).review(plain(text), today).hindered


def boxes(opened: Opened, limit: int | None = None) -> tuple[Answer, ...]:
    """The answers for the boxes of the appeal form, as plan.md stands."""
    _, letter = letter_of(opened)
    return form.answers(letter, _plan_of(opened).route, limit)


def sheet_of(opened: Opened, limit: int | None = None) -> Sheet:
    """The sheet of what goes where."""
    text, letter = letter_of(opened)
    made = _plan_of(opened)
    packet = of_case(letter, text, made, opened.case, knowledge(), limit)
    answers = form.answers(letter, made.route, limit)
    return sheet.build(packet.about, packet.route, packet.notice, answers, opened.case.exhibits, packet.titles)


def _plan_of(opened: Opened) -> Plan:
    """The plan by rule, as the review of this case has drafted it already."""
    found = reviewer(opened.files)
    same = found.plan is not None and found.opened.stamp == opened.stamp
    return found.plan if same and found.plan is not None else plan_of(opened.case)


def packed(opened: Opened) -> Packed | None:
    """The bundle of a case, None when none was packed or it is broken."""
    data = opened.files.read_bytes(BUNDLE)
    if data is None:
        return None
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = tuple(archive.namelist())
        sent = stamp(data) in {each.sha256 for each in opened.case.submissions}
        return Packed(names, len(data), packs(opened.files, opened.case), sent)
    except BadZipFile:
        return None


def packed_file(opened: Opened, name: str) -> bytes:
    """One file of the bundle. Raises `Unknown` when it is not in it."""
    data = opened.files.read_bytes(BUNDLE)
    try:
        if data is None or not name.endswith(_SHOWN):
            raise KeyError(name)
        with ZipFile(BytesIO(data)) as archive:
            info = archive.getinfo(name)
            if info.file_size > _LARGEST:
                raise KeyError(name)
            return archive.read(info)
    except (KeyError, BadZipFile) as error:
        raise Unknown("This file is not in the bundle. Pack it again.") from error
