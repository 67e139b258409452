"""Review: a letter in, findings out, the way a strict reader at Amazon would mark it.

`review` is pure. A rule is one file in `rules/`, or one word list in `phrases/`; both are found by scanning the
folders.
"""

from __future__ import annotations

from bisect import bisect_right

from amends.model import Finding, Span
from amends.review.document import Draft
from amends.review.position.purpose import fits
from amends.review.registry import explain, find, rules
from amends.review.rule import Example, Hit, Rule
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from amends.model import Case, Fix, Plan
    from amends.playbook import Catalog
    from amends.review.likeness import Earlier

__all__ = ["Draft", "Example", "Hit", "Rule", "explain", "find", "review", "reviewed", "rules"]

_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_SURE = {"high": 0, "medium": 1, "low": 2}


def review(
    text: str,
    file: str,
    *,
    case: Case | None = None,
    catalog: Catalog | None = None,
    enforcement: str | None = None,
    plan: Plan | None = None,
    today: date | None = None,
    applied: Sequence[Rule] | None = None,
    earlier: Sequence[Earlier] = (),
) -> tuple[Finding, ...]:
    """What a strict reader would object to in a letter, by place.

    With a case, the letter is also held against its notice, facts and exhibits; with the `plan` that was drafted
    from it, sentences that stand there word for word need no second proof. `today` is the day of the review, for
    dates that lie ahead of it. `applied` are the rules to hold it against, all of them when left out. `earlier` are
    plans of the seller's own that it may repeat.
    """
    # The rules come first: what they look for is gathered once, before the letter is read.
    chosen = rules() if applied is None else applied
    draft = Draft(
        text, file, case=case, catalog=catalog, enforcement=enforcement, plan=plan, today=today, earlier=earlier
    )
    return reviewed(draft, chosen)


def reviewed(draft: Draft, applied: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """The same for a draft that was read already."""
    text = draft.given
    lines = _line_starts(text)
    speaking = [rule for rule in (rules() if applied is None else applied) if not rule.letters or fits(rule, draft)]
    hits = [(rule, hit) for rule in speaking for hit in rule.check(draft)]
    found = [_finding(draft, lines, rule, hit) for rule, hit in _heard(draft, hits)]
    if draft.written is not None and not draft.written.exact:
        found = [finding._replace(where=draft.written.where(finding.span.start)) for finding in found]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.span.start, _WEIGHT[f.level], f.rule, f.span.end)))


def _heard(draft: Draft, hits: list[tuple[Rule, Hit]]) -> Iterator[tuple[Rule, Hit]]:
    """The hits without those that a weightier one on the same sentence makes needless."""
    spoken: dict[int, set[str]] = {}
    places = [_sentence(draft, hit) for _, hit in hits]
    for place, (rule, _) in zip(places, hits, strict=True):
        spoken.setdefault(place, set()).add(rule.code)
    for place, (rule, hit) in zip(places, hits, strict=True):
        if not rule.yields_to or spoken[place].isdisjoint(rule.yields_to):
            yield rule, hit


def _sentence(draft: Draft, hit: Hit) -> int:
    """Where the sentence of a hit begins; a hit outside all sentences (a heading) stands for itself."""
    statement = draft.statement_at(hit.place.start)
    return statement.start if statement is not None else -1 - hit.place.start


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _finding(draft: Draft, lines: list[int], rule: Rule, hit: Hit) -> Finding:
    text, fix = draft.given, hit.fix
    start, end = max(0, hit.place.start), min(len(text), hit.place.end)
    line = bisect_right(lines, start)
    column = start - lines[line - 1] + 1
    level = hit.level if hit.level and _WEIGHT[hit.level] > _WEIGHT[rule.level] else rule.level
    sure = hit.confidence if hit.confidence and _SURE[hit.confidence] > _SURE[rule.confidence] else rule.confidence
    if fix is not None and text[start:end] != draft.text[start:end]:
        end, fix = _beside_comment(draft, start, end, fix)
    span = Span(start, end, text[start:end])
    return Finding(rule.code, rule.name, level, sure, hit.message, span, line, column, hit.related, fix)


def _beside_comment(draft: Draft, start: int, end: int, fix: Fix) -> tuple[int, Fix | None]:
    """Where a fix ends that would take a comment of the draft with it; none when the comment stands amid the words."""
    comment = draft.given.find("<!--", start, end)
    if comment < 0 or draft.text[comment:end].strip(" ,"):
        return end, None
    return comment, fix
