"""How the documents of a case are shown: each with what it is, the verdict rule by rule, and what it serves."""

from __future__ import annotations

from amends import app
from amends.app.cases import Opened
from amends.app.evidence import showing, verifying
from amends.app.reading.readings import outdated
from amends.evidence.verify import Judged, Verified
from amends.model import Case, Check, Exhibit, Field
from amends.needed import Standing
from amends.render.exhibits.citations import title_of
from amends.typed import NamedTuple

VERDICTS = {
    "meets": ("In order", "good"),
    "unclear": ("Please look at it", "warn"),
    "fails": ("Amazon would refuse it", "stop"),
    "unread": ("Not read yet", ""),
}
LEVELS = {
    "error": ("Amazon would refuse this", "stop"),
    "warning": ("Please look", "warn"),
    "note": ("Good to know", ""),
}
COVERED = {
    "meets": ("Enough", "good"),
    "unclear": ("Please look at it", "warn"),
    "fails": ("Not enough yet", "stop"),
}
"""The verdict on an ask of the notice, and on a product."""

ASKED: dict[Standing, tuple[str, str]] = {
    "needed": ("Missing", "stop"),
    "lacking": ("You do not have it", ""),
    "choice": ("Not there; another may do", ""),
    "words": ("Your words answer it", ""),
    "documents": ("Your words answer it", ""),
}
"""How an ask stands for which no document is there."""

_FIRST = (
    "supplier_name", "issuer", "invoice_number", "number", "invoice_date", "issue_date", "date", "buyer_name", "holder",
    "total",
)  # fmt: skip
_MOST = 4


class Rule(NamedTuple):
    """What one rule says: its words, its level in words and in tone, what to do, its code, where Amazon says so."""

    message: str
    level: str
    tone: str
    todo: str
    code: str
    source: str
    pages: tuple[int, ...]


class Shown(NamedTuple):
    """A document on a page. `sure` says in words how sure its kind is; `facts` are the few by which one knows it again.

    `rules` are Amazon's, `signs` those of the self-test. `asks` and `asins` are what it serves, `shows` what the case
    says that it proves. `known`: its kind is.
    """

    exhibit: Exhibit
    title: str
    sure: str
    verdict: str
    tone: str
    rules: tuple[Rule, ...]
    signs: tuple[Rule, ...]
    facts: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]
    asins: tuple[str, ...]
    doubts: tuple[str, ...]
    known: bool
    shows: tuple[str, ...] = ()

    @property
    def worst(self) -> tuple[Rule, ...]:
        """What to look at before anything else."""
        return tuple(rule for rule in (*self.rules, *self.signs) if rule.tone in ("stop", "warn"))


def documents(opened: Opened, found: Verified) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    """The documents that are sent, and those that are kept back."""
    unread = {each.sha256 for each in outdated(opened)}
    sent, held = (
        tuple(shown(each, found, opened.case, each.exhibit.sha256 in unread) for each in listed)
        for listed in (found.exhibits, found.held)
    )
    return sent, held


def shown(judged: Judged, found: Verified, case: Case, unread: bool = False) -> Shown:
    """A document of the case with what was said of it."""
    exhibit, reading = judged.exhibit, judged.exhibit.reading
    traces = {sign.rule for sign in reading.signs} if reading is not None else set()
    words, tone = VERDICTS["unread" if reading is None else judged.verdict]
    said = {check.message for check in judged.checks}
    doubts = tuple(words for words in reading.doubts if words not in said) if reading is not None else ()
    return Shown(
        exhibit,
        verifying.title(exhibit) if _is_known(exhibit) else "amends does not know what this is",
        "It is read again now." if unread and reading is not None else sure_of(exhibit),
        words,
        tone,
        tuple(map(_rule, (check for check in judged.checks if check.rule not in traces))),
        tuple(map(_rule, (check for check in judged.checks if check.rule in traces))),
        facts_of(exhibit),
        tuple(demand.title for demand in found.demands if exhibit.label in demand.exhibits),
        tuple(product.asin for product in found.products if exhibit.label in product.exhibits),
        doubts,
        _is_known(exhibit),
        () if exhibit.held else showing.titles(case, exhibit),
    )


def _rule(said: Check) -> Rule:
    words, tone = LEVELS[said.level]
    pages = tuple(sorted({field.place.page for field in said.fields}))
    return Rule(said.message, words, tone, said.todo, said.rule, said.source, pages)


def _is_known(exhibit: Exhibit) -> bool:
    known, reading = app.knowledge().documents, exhibit.reading
    return exhibit.kind in known or (reading is not None and reading.kind in known)


def sure_of(exhibit: Exhibit) -> str:
    """How sure it is what a document is, in words."""
    reading = exhibit.reading
    if not _is_known(exhibit):
        return "Please say what it is."
    if reading is None or reading.kind != exhibit.kind:
        return "By its name."
    if reading.kind_confidence >= 1:
        return "You said so."
    if reading.kind_confidence >= 0.8:
        return "By what stands in it: sure."
    return "By what stands in it: not quite sure. Please check."


def facts_of(exhibit: Exhibit) -> tuple[tuple[str, str], ...]:
    """The few values by which a person knows a document again."""
    if exhibit.reading is None:
        return ()
    sure: dict[str, Field] = {field.name: field for field in exhibit.reading.fields if field.sure}
    names = [*(name for name in _FIRST if name in sure), *(name for name in sure if name not in _FIRST)][:_MOST]
    return tuple((title_of(name.removesuffix("_name")), sure[name].quote or sure[name].value) for name in names)
