"""Whether a case needs a letter: a document that is called for is missing, or one that is there has faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from amends import needed
from amends.condition import holds
from amends.model import Case, Check, Exhibit
from amends.playbook import Catalog, RequestLetter
from amends.request.faults import named
from amends.text import one_line
from amends.typed import NamedTuple
from amends.values import listed

_MOST_SAID = 4
_STANDING = ("reinstated", "final")


class Need(NamedTuple):
    """Why a letter is needed, and the exhibits that it speaks of."""

    why: str
    exhibits: tuple[Exhibit, ...]


def needs(kind: RequestLetter, case: Case, catalog: Catalog, checks: Mapping[str, Sequence[Check]]) -> Iterator[Need]:
    """Why a case needs a letter of some kind: once for each party whose documents have faults, or once, or not."""
    notice = case.notice
    if not holds(kind.when, case) or case.route == "none" or (notice is not None and notice.status in _STANDING):
        return
    if kind.need == "faulty":
        yield from _faulty(kind, case, catalog, checks)
        return
    why = _missing(kind, case, catalog)
    if why:
        yield Need(why, ())


def _missing(kind: RequestLetter, case: Case, catalog: Catalog) -> str:
    """The first document that is called for and missing, as a sentence; "" when none is."""
    wanted = [each for each in needed.documents(case, catalog) if each.need != "optional" and not each.exhibits]
    for each in wanted:
        if each.kind not in kind.obtains:
            continue
        title = catalog.documents[each.kind].title if each.kind in catalog.documents else each.kind
        if each.lacking is not None:
            said = f": {each.lacking}" if each.lacking else ""
            return f"{title} ({each.need}): you said that you do not have it{said}."
        return f"{title} ({each.need}): none is there yet."
    branch = "in-error" if case.value("case.position") == "in-error" else "comply"
    for ask in case.notice.asks if case.notice else ():
        answers = catalog.asks[ask.id].documents if ask.id in catalog.asks else ()
        if ask.id in kind.asks and ask.branch == branch and not any(e.kind in answers for e in case.exhibits):
            return f"The notice asks: “{one_line(ask.span.quote, 160)}”, and nothing answers it yet."
    return ""


def _faulty(kind: RequestLetter, case: Case, catalog: Catalog, checks: Mapping[str, Sequence[Check]]) -> Iterator[Need]:
    """The documents with faults that the letter knows of, by the party that issued them."""
    known = set(kind.wordings["en"].points)
    parties: dict[str, list[Exhibit]] = {}
    sound = {
        _numbered(exhibit)
        for exhibit in case.exhibits
        if not known & set(named(checks.get(exhibit.sha256, ()))) and _is_about(kind, exhibit, catalog)
    } - {""}
    for exhibit in (*case.exhibits, *case.held):
        # What was issued again already is not asked for once more.
        if exhibit.held and _numbered(exhibit) in sound:
            continue
        if _is_about(kind, exhibit, catalog) and known & set(named(checks.get(exhibit.sha256, ()))):
            parties.setdefault(_issuer(exhibit), []).append(exhibit)
    for exhibits in parties.values():
        said = [
            check.message
            for exhibit in exhibits
            for check in checks.get(exhibit.sha256, ())
            if check.name in known & set(named([check]))
        ]
        names = listed([f"{_called(exhibit)}" for exhibit in exhibits])
        yield Need(f"{names}: {' '.join(dict.fromkeys(said[:_MOST_SAID]))}", tuple(exhibits))


def _is_about(kind: RequestLetter, exhibit: Exhibit, catalog: Catalog) -> bool:
    """Whether an exhibit is of a kind that the letter obtains, or was sent in place of one."""
    kinds = {exhibit.kind} | ({exhibit.reading.kind} if exhibit.reading is not None else set())
    if kinds & set(kind.obtains):
        return True
    mistaken = {wanted for id in kinds if id in catalog.documents for wanted in catalog.documents[id].mistaken_for}
    return bool(mistaken & set(kind.obtains))


def _issuer(exhibit: Exhibit) -> str:
    name = exhibit.reading.value("supplier_name") if exhibit.reading is not None else ""
    return "".join(c for c in name.casefold() if c.isalnum())


def _numbered(exhibit: Exhibit) -> str:
    number = exhibit.reading.value("invoice_number") if exhibit.reading is not None else ""
    return f"{_issuer(exhibit)} {number}" if number else ""


def _called(exhibit: Exhibit) -> str:
    return f"{exhibit.name} (kept back)" if exhibit.held else f"Exhibit {exhibit.label}, {exhibit.name}"
