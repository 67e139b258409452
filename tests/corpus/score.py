"""How well review finds what is marked in the plans of this folder, and how often it speaks where nothing is wrong.

`python tests/corpus/score.py` prints the score; `--write` also keeps it in `score.txt`, to which the tests hold it.

* `plans/poor`: whole plans with each defect marked, `⟦name-of-the-rule: words⟧` (several names with a slash: any of
  them will do). The first line, `#! type=… on=… name name`, names the enforcement, the day it is sent (where it
  matters) and the defects of the whole letter.
* `plans/good`: plans that a strict reader would accept.
* `planted/*.yaml`: single sentences, each with one defect (`kind`) or with what only looks like one (`not`), put into
  the part `where` of a good plan.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from amends import catalog
from amends.model import Finding
from amends.review import review, rules

HERE = Path(__file__).parent
KEPT = HERE / "score.txt"
STRICTNESS = 2

# One defect can rightly be called by more than one of these names.
ALIKE = (
    "empty-promise hollow-commitment bare-intention measure-without-owner measure-without-rhythm only-generic-measures",
    "future-tense-action promise-beside-action offer-instead-of-action nothing-done",
    "vague-cause loose-cause no-cause-stated uncertain-cause cause-without-particulars human-error-as-cause",
    "blames-amazon blames-buyers blames-carrier blames-supplier blames-staff human-error-as-cause",
    "begging emotion flattery several-requests",
    "justification ignorance-as-cause minimising uncertain-cause",
    "denial-in-plan admits-and-denies admission-in-dispute",
    "needless-admission admits-and-denies admission-in-dispute",
    "action-without-particulars vague-quantity attached-without-name no-evidence investigation-missing",
    "no-evidence attached-without-name",
    "promise-of-perfection empty-promise hollow-commitment",
    "done-in-future future-tense-action impossible-date",
    "contradicting-counts wrong-arithmetic",
    "action-before-notice action-before-event contradicting-dates",
    "business-history flattery filler",
    "template-text filler hollow-commitment",
    "pasted-notice repeated-sentence",
    "thin-section too-thin nothing-done no-cause-stated",
    "mixed-actions promise-beside-action",
    "future-tense-action bare-intention",
    "vague-time action-without-date",
    "hollow-commitment begging emotion flattery",
)
BASE = {
    "cause": (
        "Between 2 and 19 May 2026 we sold 48 units of ASIN B0CHX72LMQ that had gone past their shelf life, because "
        "our stock sheet has no column for the expiry date of a lot."
    ),
    "actions": (
        "1. On 4 June 2026 Ola Brek removed 310 jars from sale (count.pdf).\n"
        "2. Ola Brek refunded 48 buyers on 5 June 2026, USD 911.52 (refunds.pdf)."
    ),
    "measures": (
        "1. Since 8 June 2026 Ola Brek (warehouse lead) enters the expiry date of each lot at receiving in the "
        "lot sheet.\n2. Every Monday she pulls lots with less than 90 days left and files the list."
    ),
    "end": "",
}


class Mark(NamedTuple):
    """Words that are marked as a defect, with the names that the defect may be given."""

    names: frozenset[str]
    start: int
    end: int


class Plan(NamedTuple):
    """A plan without its marks: the text, its enforcement, the day it is sent, the marks, and the "
    "defects of the whole letter."""

    text: str
    enforcement: str | None
    day: date | None
    marks: tuple[Mark, ...]
    whole: tuple[frozenset[str], ...]


def alike(name: str) -> frozenset[str]:
    """The names that a defect of this name may rightly be given."""
    return frozenset({name}.union(*(group.split() for group in ALIKE if name in group.split())))


def plan_of(file: Path) -> Plan:
    """A plan of this folder."""
    head, _, body = file.read_text(encoding="utf-8").partition("\n")
    if not head.startswith("#!"):
        raise ValueError(f"{file.name} does not begin with #!")
    said = head.removeprefix("#!").split()
    text, marks, at = "", [], 0
    for match in re.finditer(r"⟦([a-z0-9/-]+): ?(.*?)⟧", body, re.S):
        text += body[at : match.start()]
        marks.append(Mark(frozenset(match[1].split("/")), len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    kind = next((word.removeprefix("type=") for word in said if word.startswith("type=")), None)
    day = next((date.fromisoformat(word.removeprefix("on=")) for word in said if word.startswith("on=")), None)
    whole = tuple(frozenset(word.split("/")) for word in said if "=" not in word)
    return Plan(text + body[at:], kind, day, tuple(marks), whole)


def plans(kind: str) -> Iterator[tuple[str, Plan]]:
    """The plans of `good` or `poor` by name."""
    for file in sorted((HERE / "plans" / kind).iterdir()):
        yield file.stem, plan_of(file)


def findings_on(plan: Plan) -> tuple[Finding, ...]:
    """What review says of a plan."""
    known = catalog.load()
    kind = plan.enforcement if plan.enforcement in known.playbooks else None
    return review(plan.text, "plan.md", catalog=known if kind else None, enforcement=kind, today=plan.day)


def touches(finding: Finding, start: int, end: int, words: str) -> bool:
    """Whether a finding speaks of the words at a place, there or as the other half of a contradiction."""
    return (finding.span.start < end and start < finding.span.end) or any(
        related.quote and related.quote in words for related in finding.related
    )


def planted() -> Iterator[tuple[str, dict[str, str]]]:
    """Every planted sentence with the name of its file."""
    for file in sorted((HERE / "planted").glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield file.stem, entry


def letter_with(entry: dict[str, str]) -> tuple[str, int, int]:
    """The good plan with a sentence planted, and where it stands."""
    text, where = entry["text"].strip(), entry["where"]
    parts = dict(BASE)
    if where in ("actions", "measures"):
        parts[where] += f"\n3. {text}"
    else:
        parts[where] = f"{parts[where]} {text}".strip()
    letter = (
        f"Root cause:\n{parts['cause']}\n\nCorrective actions:\n{parts['actions']}\n\n"
        f"Preventive measures:\n{parts['measures']}\n\n"
        f"Conclusion: effective 4 June 2026, complete 1 July 2026. {parts['end']}\n"
    )
    start = letter.index(text)
    return letter, start, start + len(text)


def spoken_of(entry: dict[str, str]) -> bool:
    """Whether review gives a planted sentence its name, or one that fits as well."""
    text, start, end = letter_with(entry)
    names = {entry["not"]} if "not" in entry else alike(entry["kind"])
    return any(f.name in names and touches(f, start, end, text[start:end]) for f in review(text, "plan.md"))


class Score:
    """Counts by rule, and lines for what was missed and what was said without reason."""

    def __init__(self) -> None:
        self.marked: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.sown: Counter[str] = Counter()
        self.reaped: Counter[str] = Counter()
        self.near: Counter[str] = Counter()
        self.misled: Counter[str] = Counter()
        self.good = self.errors = self.warnings = self.crowded = self.poor = 0
        self.lines: list[str] = []

    def add_poor(self, name: str, plan: Plan) -> None:
        """Hold the findings on a poor plan against its marks."""
        found = findings_on(plan)
        self.poor += 1
        told: set[int] = set()
        said = {f.name for f in found}
        for names in plan.whole:
            first = sorted(names)[0]
            self.marked[first] += 1
            if said & frozenset().union(*map(alike, names)):
                self.found[first] += 1
            else:
                self.lines.append(f"missed  {name}: {first} (whole letter)")
        for mark in plan.marks:
            first, words = sorted(mark.names)[0], plan.text[mark.start : mark.end]
            fits = frozenset().union(*map(alike, mark.names))
            hits = [n for n, f in enumerate(found) if f.name in fits and touches(f, mark.start, mark.end, words)]
            told.update(hits)
            self.marked[first] += 1
            if hits:
                self.found[first] += 1
            else:
                self.lines.append(f"missed  {name}: {first}: {_line(words)}")
        whole = frozenset().union(*plan.whole)
        for number, finding in enumerate(found):
            beside = any(finding.span.start < m.end and m.start < finding.span.end for m in plan.marks)
            if number not in told and finding.level != "note" and not beside and finding.name not in whole:
                self.false[finding.name] += 1

    def add_good(self, name: str, plan: Plan) -> None:
        """Count what is said against a good plan."""
        found = findings_on(plan)
        errors, warnings = ([f for f in found if f.level == level] for level in ("error", "warning"))
        self.good += 1
        self.errors += len(errors)
        self.warnings += len(warnings)
        self.crowded += len(warnings) > 1
        for finding in errors + warnings:
            self.false[finding.name] += 1
            self.lines.append(f"false   {name}: {finding.name} ({finding.level}): {_line(finding.span.quote)}")

    def add_planted(self, file: str, entry: dict[str, str]) -> None:
        """Count whether a planted sentence is found, or a near miss left alone."""
        spoken = spoken_of(entry)
        if "not" in entry:
            self.near[entry["not"]] += 1
            self.misled[entry["not"]] += spoken
        else:
            self.sown[entry["kind"]] += 1
            self.reaped[entry["kind"]] += spoken
        if spoken == ("not" in entry):
            what = f"false   {file}: {entry['not']}" if "not" in entry else f"missed  {file}: {entry['kind']}"
            self.lines.append(f"{what}: {_line(entry['text'])}")

    def __str__(self) -> str:
        true, false = self.found.total(), self.false.total()
        share = true / (true + false) if true else 0.0
        head = [
            f"plans      {self.good} good, {self.poor} poor with {self.marked.total()} defects marked",
            f"found      {true} of {self.marked.total()} ({_percent(true, self.marked.total())})",
            f"precision  {_percent(true, true + false)}",
            f"good plans {self.errors} errors, {self.warnings} warnings, {self.crowded} plans with more than one",
            (
                f"planted    {self.reaped.total()} of {self.sown.total()} found "
                f"({_percent(self.reaped.total(), self.sown.total())}), "
                f"{self.misled.total()} of {self.near.total()} near misses taken for defects"
            ),
            f"lint score {true * share**STRICTNESS:.1f} (found x precision ^ {STRICTNESS})",
            "",
            (
                f"{'rule':30}{'marked':>7}{'found':>7}{'recall':>8}{'false':>7}{'precision':>11}"
                f"{'planted':>9}{'found':>7}{'near':>6}{'false':>7}"
            ),
        ]
        names = sorted({*self.marked, *self.false, *self.sown, *self.near})
        rows = [
            f"{name:30}{self.marked[name]:7}{self.found[name]:7}{_percent(self.found[name], self.marked[name]):>8}"
            f"{self.false[name]:7}{_percent(self.found[name], self.found[name] + self.false[name]):>11}"
            f"{self.sown[name]:9}{self.reaped[name]:7}{self.near[name]:6}{self.misled[name]:7}"
            for name in names
        ]
        return "\n".join([*head, *rows, "", *sorted(self.lines)]) + "\n"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


def _line(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else flat[:89] + "…"


def score() -> Score:
    """The score of all that lies in this folder."""
    made = Score()
    for name, plan in plans("poor"):
        made.add_poor(name, plan)
    for name, plan in plans("good"):
        made.add_good(name, plan)
    for file, entry in planted():
        made.add_planted(file, entry)
    return made


def unknown_names() -> set[str]:
    """Names in marks that no rule bears."""
    known = {rule.name for rule in rules()}
    used = {n for _, plan in plans("poor") for group in (*plan.whole, *(m.names for m in plan.marks)) for n in group}
    return (used | {entry.get("kind") or entry["not"] for _, entry in planted()}) - known


def main(arguments: list[str]) -> int:
    """Print the score; keep it with `--write`."""
    text = str(score())
    print(text)
    if "--write" in arguments:
        KEPT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
