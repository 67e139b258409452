"""Verbs on letters that ask for what is missing: which ones a case needs, and writing them as files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from amends import request
from amends.app import knowledge
from amends.app.outcome import Outcome
from amends.errors import Unknown
from amends.evidence.verify import verify
from amends.model import Check
from amends.request import Request
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.app.cases import Opened
    from amends.render.page import Page

FOLDER = "letters"
FORMATS = ("txt", "docx", "pdf")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Written:
    """A letter and the files that it was written to; `missing` are the characters that the PDF could not draw."""

    request: Request
    files: tuple[Path, ...]
    missing: tuple[str, ...] = ()


def letters(opened: Opened, ids: Sequence[str] = (), language: str = "en") -> tuple[Request, ...]:
    """The letters that a case needs; with `ids` those, whether it needs them or not.

    Raises `Unknown` for an id that no letter has, and for a language in which there is none.
    """
    known = knowledge()
    wrong = [id for id in ids if id not in known.letters]
    if wrong:
        near = get_close_matches(wrong[0], list(known.letters), 1)
        hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(known.letters)}."
        raise Unknown(f"No letter is called “{one_line(wrong[0], 40)}”; {hint}")
    languages = {language for kind in known.letters.values() for language in kind.wordings}
    if language not in languages:
        raise Unknown(
            f"No letter is there in “{one_line(language, 10)}”; the languages are {', '.join(sorted(languages))}."
        )
    checks = checks_of(opened)
    if not ids:
        return request.letters(opened.case, known, checks, language)
    return tuple(each for id in dict.fromkeys(ids) for each in request.letter(id, opened.case, known, checks, language))


def checks_of(opened: Opened) -> dict[str, tuple[Check, ...]]:
    """What the checks say of each document of a case that was read, by its hash."""
    from dataclasses import replace

    case = opened.case
    # What is kept back is judged as if it were sent: the letter asks for a document in its place.
    whole = replace(case, exhibits=(*case.exhibits, *case.held))
    return {
        judged.exhibit.sha256: judged.checks
        for judged in verify(whole, knowledge()).exhibits
        if judged.exhibit.reading is not None
    }


def write(
    opened: Opened, requests: Sequence[Request], day: date, folder: Path | None = None, formats: Sequence[str] = FORMATS
) -> tuple[Written, ...]:
    """Write letters as text, Word and PDF files. `day` dates them."""
    where = Outcome(opened.files, FOLDER, folder)
    names: set[str] = set()
    found = []
    for each in requests:
        name = _name(each, names)
        page = _page(opened, each, day)
        files: list[Path] = []
        missing: tuple[str, ...] = ()
        for format in formats:
            data, undrawn = _as(format, each, page)
            missing = undrawn or missing
            files.append(where.put(f"{name}.{format}", data))
        found.append(Written(each, tuple(files), missing))
    return tuple(found)


def named(requests: Sequence[Request]) -> dict[str, Request]:
    """Letters by the names of their files, without ending."""
    taken: set[str] = set()
    return {_name(each, taken): each for each in requests}


def as_file(opened: Opened, each: Request, format: str, day: date) -> bytes:
    """A letter as one of `FORMATS`, dated by `day`."""
    return _as(format, each, _page(opened, each, day))[0]


def as_text(each: Request) -> str:
    """A letter as it is pasted into an e-mail."""
    from amends.render.text import of_blocks

    to = f"{each.to} <{each.email}>" if each.email else each.to
    head = [f"To: {to}"] if to else []
    return "\n".join([*head, f"Subject: {each.subject}", "", of_blocks(each.letter.blocks)]) + "\n"


def as_json(each: Request, files: Sequence[Path] = ()) -> dict[str, Any]:
    """A letter for programs."""
    return {
        "id": each.id,
        "title": each.title,
        "to": each.to or None,
        "email": each.email or None,
        "language": each.language,
        "languages": list(each.languages),
        "why": each.why,
        "exhibits": list(each.exhibits),
        "gaps": [{"slot": gap.slot, "what": gap.what} for gap in each.gaps],
        "subject": each.subject,
        "text": as_text(each),
        "files": [str(file) for file in files],
        "sources": [{"of": source.of, "says": source.says, "basis": source.basis} for source in each.sources],
    }


def _as(format: str, each: Request, page: Page) -> tuple[bytes, tuple[str, ...]]:
    if format == "txt":
        return as_text(each).encode(), ()
    if format == "docx":
        from amends.render.docx import to_docx

        return to_docx(each.letter, page), ()
    from amends.render.pdf import to_pdf

    made = to_pdf(each.letter, page)
    return made.data, made.missing


def _page(opened: Opened, each: Request, day: date) -> Page:
    from amends.dates import written
    from amends.render.page import Page

    case = opened.case
    sender = case.value("seller.name")
    marketplace = case.value("seller.marketplace") or (case.notice.marketplace if case.notice else None)
    when = written(day) if each.language == "en" else day.isoformat()
    reference = " · ".join(part for part in (str(sender) if sender else "", each.to, when) if part)
    return Page(
        each.subject,
        day,
        reference=reference,
        marketplace=marketplace if isinstance(marketplace, str) else None,
        language=each.language,
    )


def _name(each: Request, taken: set[str]) -> str:
    """A file name for a letter: its kind and the party, in plain letters, each once."""
    party = re.sub(r"[^a-z0-9]+", "-", each.to.casefold()).strip("-")
    name = f"{each.id}-{party}"[:_LONGEST_NAME].strip("-")
    name = name if each.language == "en" else f"{name}-{each.language}"
    number, found = 2, name
    while found in taken:
        found = f"{name}-{number}"
        number += 1
    taken.add(found)
    return found
