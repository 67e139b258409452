"""What the findings come to: Amazon's three questions, the coverage matrix, and the next best things to do.

Sources: Amazon's three questions (root cause; actions taken to resolve; steps to prevent), help G200370560.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amends.dates import written
from amends.model import Answer, Step, Verdict
from amends.review.coverage import causes, matrix
from amends.review.letter import parts
from amends.review.measures.owners import owned
from amends.review.measures.points import actions, dated, exhibits_in, measurable, measures
from amends.review.measures.records import recorded
from amends.review.measures.rhythms import RHYTHM
from amends.review.position.purpose import is_plan
from amends.review.registry import rules
from amends.review.rule import short
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding, Row
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item

_QUESTIONS = (
    (parts.CAUSE, "What was the root cause?", ("RC", "ST01")),
    (parts.DONE, "What have you done about it?", ("AC", "ST02", "EV")),
    (parts.MEASURES, "What prevents it from now on?", ("PM", "ST03")),
)
# What moves a reader most comes first: a part that is missing, what contradicts the case, proof, substance, tone.
_WEIGHT = {"SU": 60, "GR": 55, "EV": 50, "RC": 45, "AC": 40, "PM": 35, "TO": 25, "ST": 20}
_FIRST = frozenset(("ST01", "ST02", "ST03", "ST05", "ST08", "ST09", "SU04"))
_LEVEL = {"error": 400, "warning": 100, "note": 5}
_MOST_STEPS, _MOST_MISSING, _QUOTE = 3, 6, 44


def verdict(draft: Draft, findings: Sequence[Finding]) -> Verdict:
    """The verdict on a letter from its findings; those that somebody accepted do not count."""
    counted = [finding for finding in findings if finding.suppressed is None]
    rows = matrix(draft)
    questions = _answers(draft, counted) if is_plan(draft) and draft.statements else ()
    return Verdict(questions, rows, _steps(counted, rows))


def _answers(draft: Draft, findings: list[Finding]) -> tuple[Answer, ...]:
    titles = {rule.code: rule.title.rstrip(".") for rule in rules()}
    found = []
    for id, question, families in _QUESTIONS:
        mine = [f for f in findings if f.level != "note" and f.rule.startswith(families)]
        missing: dict[str, list[Finding]] = {}
        for finding in mine:
            missing.setdefault(finding.rule, []).append(finding)
        lines = [_lack(titles.get(code, those[0].name), those) for code, those in missing.items()]
        found.append(Answer(id, question, tuple(_there(draft, id)), tuple(lines[:_MOST_MISSING])))
    return tuple(found)


def _lack(title: str, findings: list[Finding]) -> str:
    """What is missing, in the words of the rule, with the first place where it is."""
    quote = short(findings[0].span.quote, _QUOTE)
    again = f", and {len(findings) - 1} more" if len(findings) > 1 else ""
    return f"{title}: “{quote}”{again}" if quote.strip() else title


def _there(draft: Draft, id: str) -> Iterable[str]:
    if id == parts.CAUSE:
        return _cause_there(draft)
    if id == parts.DONE:
        return _actions_there(draft)
    return _measures_there(draft)


def _cause_there(draft: Draft) -> Iterable[str]:
    told = causes(draft)
    if not told:
        return
    days = [found for item in told for found in draft.dates_in(item) if found.date is not None]
    asins = list(dict.fromkeys(i.value for item in told for i in draft.identifiers_in(item) if i.kind == "asin"))
    yield f"{_counted(len(told), 'paragraph')} on the cause, “{short(told[0].statements[0].text, _QUOTE)}”"
    if days:
        spoken = sorted({found.date for found in days if found.date is not None})
        span = written(spoken[0]) if len(spoken) == 1 else f"{written(spoken[0])} to {written(spoken[-1])}"
        yield f"dated {span}"
    if asins:
        yield f"names {', '.join(asins[:3])}" + (f" and {len(asins) - 3:,} more" if len(asins) > 3 else "")


def _actions_there(draft: Draft) -> Iterable[str]:
    done = actions(draft)
    if done:
        yield _shares(
            done,
            "action",
            (
                ("dated", [item for item in done if dated(draft, item)]),
                ("with figures or names", [item for item in done if measurable(draft, item)]),
                ("with a file", [item for item in done if exhibits_in(draft, item)]),
            ),
        )


def _measures_there(draft: Draft) -> Iterable[str]:
    runs = measures(draft)
    if runs:
        yield _shares(
            runs,
            "measure",
            (
                ("with an owner", [item for item in runs if owned(draft, item)]),
                ("with a rhythm", [item for item in runs if RHYTHM.found(item.words)]),
                ("with a record", [item for item in runs if recorded(item.words)]),
            ),
        )


def _shares(items: list[Item], noun: str, kinds: tuple[tuple[str, list[Item]], ...]) -> str:
    said = ", ".join(f"{'all' if len(kept) == len(items) > 1 else len(kept)} {words}" for words, kept in kinds)
    return f"{_counted(len(items), noun)}: {said}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _steps(findings: list[Finding], rows: Sequence[Row]) -> tuple[Step, ...]:
    """At most three steps, of different families, by what moves most: level, family, and how many findings end."""
    titles = {rule.code: f"{rule.title.rstrip('.')}." for rule in rules()}
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.level != "note":
            by_rule.setdefault(finding.rule, []).append(finding)
    ranked = sorted(by_rule.items(), key=lambda entry: (-_worth(entry[0], entry[1]), entry[0]))
    steps: list[Step] = []
    taken: set[str] = set()
    for code, those in ranked:
        family = code if code in _FIRST else code[:2]
        if family in taken:
            continue
        taken.add(family)
        kin = (
            [rule for rule in by_rule if rule[:2] == code[:2] and rule not in _FIRST] if code not in _FIRST else [code]
        )
        first = those[0]
        where = f"line {first.line}: " if first.line > 1 else ""
        steps.append(
            Step(f"{where}{first.message}", titles.get(code, first.name), tuple(kin), sum(len(by_rule[k]) for k in kin))
        )
        if len(steps) == _MOST_STEPS:
            return tuple(steps)
    if len(steps) < _MOST_STEPS:
        steps += _holes(rows, _MOST_STEPS - len(steps))
    return tuple(steps)


def _holes(rows: Sequence[Row], most: int) -> list[Step]:
    """Steps that fill a hole of the matrix that no finding speaks of."""
    lacks = {
        "causes": "say why it happened to",
        "actions": "say what you have done with",
        "exhibits": "name a file that proves what you say of",
    }
    found = []
    for row in rows:
        for hole in row.holes:
            if hole in lacks and row.asin:
                what = f"{lacks[hole].capitalize()} {row.asin}."
                found.append(Step(what, "Amazon wants an answer for every listing that it names.", (), 0))
    return found[:most]


def _worth(code: str, findings: list[Finding]) -> float:
    level = max(_LEVEL[finding.level] for finding in findings)
    family = 80 if code in _FIRST else _WEIGHT.get(code[:2], 30)
    return level + family + min(len(findings), 9) * 2
