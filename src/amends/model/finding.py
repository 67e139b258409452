"""Findings: what review says about one place, what was accepted with a reason, and the verdict on the whole."""

from __future__ import annotations

from amends.model.place import Span
from amends.typed import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]


class Related(NamedTuple):
    """Another place that a finding points to: the notice that asked, the fact that it contradicts."""

    file: str
    quote: str
    note: str


class Fix(NamedTuple):
    """A safe correction: the text that replaces the finding's span. It deletes or rewords, it never adds a fact."""

    text: str


class Suppression(NamedTuple):
    """Why a finding does not count: somebody accepted it with a reason, or it stood there before (`baseline`).

    `kind` says where that is written: beside the sentence in the `draft`, in the `config` file, or in the `baseline`.
    """

    because: str
    kind: Literal["draft", "config", "baseline"]
    by: str = ""
    on: date | None = None


class Finding(NamedTuple):
    """What review says about one place. SARIF calls it a result, LSP a diagnostic.

    `where` names the place as the user sees it where the draft is no plain text: “page 2”, “paragraph 14”.
    """

    rule: str
    name: str
    level: Severity
    confidence: Confidence
    message: str
    span: Span
    line: int
    column: int
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    where: str = ""
    suppressed: Suppression | None = None


class Answer(NamedTuple):
    """One of Amazon's three questions as a letter answers it: what is there, and what is missing.

    `id` is the part of the plan: root-cause, corrective-actions or preventive-measures. Both lists are sentences.
    """

    id: str
    question: str
    there: tuple[str, ...]
    missing: tuple[str, ...]


class Row(NamedTuple):
    """A row of the coverage matrix: one issue (and listing) with what answers it; an empty column is a hole.

    Each column holds short quotes of the letter, or titles of what the case holds.
    """

    issue: str
    asin: str
    causes: tuple[str, ...]
    actions: tuple[str, ...]
    measures: tuple[str, ...]
    exhibits: tuple[str, ...]

    @property
    def holes(self) -> tuple[str, ...]:
        """The names of the empty columns."""
        return tuple(name for name in ("causes", "actions", "measures", "exhibits") if not getattr(self, name))


class Step(NamedTuple):
    """A thing to do next: what, why, the rules whose findings it ends, and how many of these there are."""

    what: str
    why: str
    rules: tuple[str, ...]
    ends: int


class Verdict(NamedTuple):
    """What the findings come to: the three questions, the coverage matrix, and the next best things to do."""

    answers: tuple[Answer, ...]
    matrix: tuple[Row, ...]
    next: tuple[Step, ...]
