"""What readers share: fields by their labels, names cut from addresses, the company of a letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from amends.evidence.days import days
from amends.evidence.invoice.lexicon import lexicon
from amends.evidence.invoice.lexicon import plain as word_of
from amends.evidence.page import Page
from amends.evidence.paper import LOOSE, OPEN, Labels, Paper, Piece
from amends.identifiers import find
from amends.model.reading import Field
from amends.typed import Literal, NamedTuple

Type = Literal["day", "id", "name", "text", "address"]
_ID = re.compile(r"[A-Za-z0-9*][\w*./&,-]*")
_CUT = re.compile(
    r"\s*(?:,\s*(?=\d|unit\b|suite\b|p\.?o\.? box|with\b|located|having|a company|an? \w+ (?:company|corporation)"
    r"|of \d)|[(（]|;|\s[-–—|]\s|\bat \d|, of \d|\blocated\b|\bwhose\b|\bwith (?:its )?(?:address|offices)).*",
    re.IGNORECASE | re.DOTALL,
)
_TITLES = re.compile(
    r"^(?:messrs\.?|m/s|the company|die firma|firma|la societe|la société|la empresa|the)\s+", re.IGNORECASE
)
_MARKS = " ,;:\"“”„'«»"
_TITLE = re.compile(r"certificate|letter\b|authori[sz]ation|statement|report\b|agreement|invoice", re.IGNORECASE)
_NO_NAME = re.compile(r"(?i:\b(?:is|are|made|between|by|with|this|that|which)\b)|\d\d|:|[^\W\d_]\.\s[A-Z]\w+\s[a-z]")
_SENTENCE = re.compile(r"(?<=[a-z0-9)]{2})\.\s+(?=[A-Z])")
_FROM = re.compile(r"[A-ZÄÖÜ][\w .-]{1,30},(?: den| le| the| on)?|(?i:dated?|datum|fecha|le|on):?")
_PHONE = re.compile(r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{2,5}){1,4}")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


class Wanted(NamedTuple):
    """A field that stands behind a label: the type of its value, and the words of the label."""

    type: Type
    labels: str


def fields(paper: Paper, wanted: Mapping[str, Wanted]) -> Iterator[Field]:
    """The fields of a form, each from the likeliest value of its label; days and numbers only where they are such."""
    found = paper.labelled(_labels(tuple((name, want.labels) for name, want in wanted.items())))
    for name, pieces in found.items():
        for piece in pieces:
            field = _typed(paper, name, wanted[name].type, piece)
            if field is not None:
                yield field
                break


@cache
def _labels(groups: tuple[tuple[str, str], ...]) -> Labels:
    return Labels(dict(groups))


def _typed(paper: Paper, name: str, type_: Type, piece: Piece) -> Field | None:
    if type_ == "day":
        return paper.day(name, piece)
    if type_ == "id":
        return number(paper, name, piece)
    if piece.sure == OPEN and (type_ == "name" or not piece.text[:1].isupper()):
        return None
    text = piece.text.strip(_MARKS)
    if type_ == "name":
        text = name_in(text)
    else:
        text = _SENTENCE.split(text, maxsplit=1)[0]
        text = text[:-1] if text.endswith(".") and text.count(".") == 1 else text
    return paper.field(name, text, piece) if any(map(str.isalnum, text)) else None


def number(paper: Paper, name: str, piece: Piece) -> Field | None:
    """The first word that can be a number of a document: it has a digit in it."""
    for word in piece.words[:4]:
        match = _ID.search(word.text)
        if match and any(map(str.isdigit, match.group())):
            return paper.field(name, match.group().strip(".,;:/-"), piece._replace(words=(word,)))
    return None


def name_in(text: str) -> str:
    """A name without the address, the form of address and the marks around it."""
    name = _TITLES.sub("", _CUT.sub("", text).strip(_MARKS)).strip(_MARKS)
    head, comma, rest = name.partition(",")
    if comma and _is_company(head) and word_of(rest.split()[0] if rest.split() else "") not in lexicon().legal_forms:
        name = head
    last = name.rpartition(" ")[2]
    short = word_of(last) in lexicon().legal_forms and not last.rstrip(".").isupper() and not last.endswith("bH.")
    return name if short else name.rstrip(".")


def _is_company(text: str) -> bool:
    return lexicon().has_legal_form([word_of(word) for word in text.split()])


def matched(paper: Paper, name: str, patterns: Sequence[re.Pattern[str]]) -> Field | None:
    """The name that the first fitting sentence says; patterns have a group `name`."""
    for pattern in patterns:
        for match in pattern.finditer(paper.text):
            value = name_in(match["name"])
            start = match.start("name")
            piece = paper.piece(start, start + len(match["name"].rstrip()))
            if piece is not None and 1 < len(value) <= 90 and any(map(str.isalpha, value)):
                at = match["name"].find(value)
                exact = paper.piece(start + max(at, 0), start + max(at, 0) + len(value)) or piece
                return paper.field(name, value, exact)
    return None


def letterhead(paper: Paper, name: str = "issuer_name", rows: int = 6) -> Field | None:
    """The company at the head of the first page: the first cell with the legal form of one, near the top."""
    return company(paper, name, paper.rows[:rows], LOOSE + 0.15)


def company(paper: Paper, name: str, rows: Sequence[Sequence[Piece]], sure: float = LOOSE) -> Field | None:
    """The first cell of some rows that is the name of a company by its legal form, and nothing else."""
    for row in rows:
        for piece in row:
            found = name_in(piece.text)
            before, comma, last = found.rpartition(", ")
            if comma and not _is_company(before) and len(last.split()) > 1 and _is_company(last):
                # "Paula Dale, Corvane Supply Co.": the person, then the company.
                found = last
            whole = len(found) >= 0.35 * len(piece.text) and len(found.split()) <= 8 and len(found) <= 60
            if whole and not _NO_NAME.search(found) and not _TITLE.search(found) and _is_company(found):
                return paper.field(name, found, piece, sure)
    return None


def first_day(paper: Paper, name: str = "issue_date") -> Field | None:
    """A day that stands alone, or behind a place, near the top or the foot of a letter: the day that it was written."""
    for row in (*paper.rows[:12], *reversed(paper.rows[-6:])):
        for piece in row:
            found = days(piece.text)
            if len(found) == 1:
                rest = piece.text[: found[0].start] + piece.text[found[0].end :]
                field = paper.day(name, piece) if not rest.strip(" .,") or _FROM.fullmatch(rest.strip()) else None
                if field is not None:
                    return field._replace(confidence=min(field.confidence, 0.75))
    return None


def identifiers(paper: Paper, kind: str, name: str) -> Iterator[Field]:
    """Every identifier of a kind that shows by its form (asin, order, shipment), once each."""
    seen: set[str] = set()
    for found in find(paper.text):
        if found.kind == kind and not found.masked and found.value not in seen:
            seen.add(found.value)
            piece = paper.piece(found.span.start, found.span.end)
            if piece is not None:
                yield paper.field(name, found.value, piece)


def contact(paper: Paper, party: str = "issuer") -> Iterator[Field]:
    """The first e-mail address and telephone number."""
    mail = _EMAIL.search(paper.text)
    if mail and (piece := paper.piece(mail.start(), mail.end())):
        yield paper.field(f"{party}_email", mail.group().lower(), piece, LOOSE + 0.1)
    for match in _PHONE.finditer(paper.text):
        digits = sum(map(str.isdigit, match.group()))
        if 9 <= digits <= 15 and not any(day.start < match.end() and match.start() < day.end for day in paper.days):
            before = paper.text[max(0, match.start() - 12) : match.start()].lower()
            if match.group().startswith("+") or any(sign in before for sign in ("tel", "phone", "fon", "mobile")):
                piece = paper.piece(match.start(), match.end())
                if piece is not None:
                    yield paper.field(f"{party}_phone", match.group().strip(), piece, LOOSE + 0.1)
                    return


def paper_of(pages: Sequence[Page]) -> Paper:
    """The pages as a paper."""
    return Paper(pages)


def best(found: Sequence[Field | None]) -> tuple[Field, ...]:
    """The fields that were found; of those with one name and one value only the surest."""
    kept: dict[tuple[str, str], Field] = {}
    for field in found:
        if field is not None:
            key = (field.name, field.value)
            if key not in kept or kept[key].confidence < field.confidence:
                kept[key] = field
    return tuple(kept.values())
