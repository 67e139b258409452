"""Findings that somebody accepted, sentence by sentence and always with a reason.

An allowance stands in the configuration (`[[allow]]`, with a quote of the sentence) or in a Markdown draft, as a
comment before the sentence or at its end: `<!-- allow TO04: the supplier's letter is exhibit C -->`. It holds for one
sentence and lapses when that changes.

An allowance that cannot be used, or that nothing needs any more, is a `Problem` and no finding: findings are what
Amazon's reader objects to in the letter, this is a mistake in what is said to amends, and may stand in another file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from amends.model import Finding, Problem, Span, Suppression
from amends.review.rule import Rule, short
from amends.review.selection import names, nearest
from amends.text import normal, one_line
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.config import Allow
    from amends.review.document import Draft

_WORD = "allow"


class Accepted(NamedTuple):
    """The findings, accepted ones marked; what is wrong with the draft's own allowances; which of the configuration's
    were of use.
    """

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    used: frozenset[Allow]


class Sentences:
    """The sentences of a draft by place; where there is none (a heading), the line stands for it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._lines = [0]
        at = draft.text.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = draft.text.find("\n", at + 1)
        self._normal: dict[int, str] = {}

    def line(self, offset: int) -> int:
        """The line of a place, from 1."""
        return bisect_right(self._lines, offset)

    def at(self, offset: int) -> tuple[int, int]:
        """Where the sentence at a place begins and ends."""
        statement = self.draft.statement_at(offset)
        if statement is not None and statement.start <= offset:
            return statement.start, statement.end
        line = self.line(offset)
        end = self._lines[line] if line < len(self._lines) else len(self.draft.text)
        return self._lines[line - 1], end

    def words(self, offset: int) -> str:
        """The sentence at a place in a form for comparing."""
        start, end = self.at(offset)
        if start not in self._normal:
            self._normal[start] = normal(self.draft.text[start:end])
        return self._normal[start]


def accepted(
    draft: Draft, findings: Sequence[Finding], allows: Sequence[Allow], known: Sequence[Rule], applied: Sequence[Rule]
) -> Accepted:
    """Mark the findings that an allowance in the draft or in the configuration accepts.

    `known` are all rules there are, `applied` those that this review went by: an allowance of another is let be.
    """
    sentences = Sentences(draft)
    said: dict[int, Suppression] = {}
    used = set()
    for allow in allows:
        for at in _meant(allow, findings, sentences):
            said.setdefault(at, Suppression(one_line(allow.because), "config", one_line(allow.by), allow.on))
            used.add(allow)
    problems: tuple[Problem, ...] = ()
    if "<!--" in draft.given:
        problems = tuple(_of_draft(findings, sentences, said, known, applied))
    marked = (f._replace(suppressed=said[at]) if at in said else f for at, f in enumerate(findings))
    return Accepted(tuple(marked), problems, frozenset(used))


def _meant(allow: Allow, findings: Sequence[Finding], sentences: Sentences) -> Iterator[int]:
    """The findings of the rule whose sentence, or own words, hold the quote."""
    wanted, rule = normal(allow.quote), allow.rule.strip().lower()
    for at, finding in enumerate(findings):
        if rule in (finding.rule.lower(), finding.name):
            start, end, quote = finding.span
            first, last = sentences.at(start)
            inside = first <= start and end <= last
            if wanted in sentences.words(start) or (not inside and wanted in normal(quote)):
                yield at


def _of_draft(
    findings: Sequence[Finding],
    sentences: Sentences,
    said: dict[int, Suppression],
    known: Sequence[Rule],
    applied: Sequence[Rule],
) -> Iterator[Problem]:
    """Mark what the draft's own comments accept; gives what is wrong with them."""
    from amends.formats.comments import comments, is_markdown

    draft = sentences.draft
    markdown = is_markdown(draft.file)
    found = list(comments(draft.given))
    around = _around(draft.text, found)
    places = _by_place(findings, sentences)
    there, now = names(known, families=False), names(applied, families=False)
    for comment, offsets in zip(found, around, strict=True):
        words = _allowance(comment.quote)
        if words is None:
            continue
        codes, reason = words
        where = sentences.line(comment.start)
        if not markdown:
            fault = "comments are sent with a letter that is no Markdown; write this into amends.toml (see --allow)"
            yield Problem(draft.file, where, "", fault)
            continue
        wrong = [nearest(code, there) for code in codes if code.lower() not in there]
        if not codes:
            wrong.append("no rule is named; write <!-- allow TO04: reason -->")
        if not reason:
            wrong.append("no reason is given, so nothing is accepted; write it behind a colon")
        for fault in wrong:
            yield Problem(draft.file, where, f"allow {', '.join(codes)}".strip(), fault)
        for code in codes if reason else ():
            keys = [(code.lower(), sentences.at(offset)[0]) for offset in offsets]
            key = next((key for key in keys if key in places), None)
            for at in places[key] if key else ():
                said.setdefault(at, Suppression(reason, "draft"))
            if key:
                places[key] = []
            elif code.lower() in now:
                yield Problem(draft.file, where, f"allow {code}", "the rule is silent here by now; leave this out")


def _allowance(comment: str) -> tuple[list[str], str] | None:
    """The rules and the reason of a comment that allows something, None for any other comment."""
    body = comment[4:-3].strip()
    if body[: len(_WORD)].lower() != _WORD or body[len(_WORD) : len(_WORD) + 1].strip(": \t\r\n"):
        return None
    head, _, reason = body[len(_WORD) :].partition(":")
    return [short(code, 40) for code in head.replace(",", " ").split()[:20]], one_line(reason)


def _by_place(findings: Sequence[Finding], sentences: Sentences) -> dict[tuple[str, int], list[int]]:
    """The findings by rule and by where their first and their last sentence begin."""
    places: dict[tuple[str, int], list[int]] = {}
    for at, finding in enumerate(findings):
        span = finding.span
        for start in {sentences.at(span.start)[0], sentences.at(max(span.start, span.end - 1))[0]}:
            for name in (finding.rule.lower(), finding.name):
                places.setdefault((name, start), []).append(at)
    return places


def _around(text: str, comments: Sequence[Span]) -> list[list[int]]:
    """For each comment the nearest character before it on its line, and the nearest behind it, if any.

    `text` has blanks for comments, so that a row of comments is passed over as one; each blank is looked at once.
    """
    before: list[int] = []
    floor, last = 0, -1
    for comment in comments:
        at = comment.start
        while at > floor and text[at - 1] in " \t":
            at -= 1
        if at > floor or not before:
            last = at - 1 if at and text[at - 1] not in "\r\n" else -1
        before.append(last)
        floor = comment.end
        if "\n" in comment.quote:
            last = -1
    behind: list[int] = []
    ceiling, next_at = len(text), -1
    for comment in reversed(comments):
        at = comment.end
        while at < ceiling and text[at].isspace():
            at += 1
        if at < ceiling:
            next_at = at
        behind.append(next_at)
        ceiling = comment.start
    return [[at for at in pair if at >= 0] for pair in zip(before, reversed(behind), strict=True)]
