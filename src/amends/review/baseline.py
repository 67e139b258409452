"""The baseline: findings that stood in a letter on the day it was taken, and do not count from then on.

A finding is known again by its rule and its sentence, not by its line. They are counted: of two alike, one recorded,
one counts. What is recorded and found no more is told, so that the baseline only shrinks.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from amends.model import Finding, Problem, Suppression
from amends.review.acceptance import Sentences
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft

VERSION = 1
Recorded = Counter[tuple[str, str]]


def taken(draft: Draft, findings: Sequence[Finding]) -> Recorded:
    """What a baseline records of a letter: rule and sentence of every finding that nobody accepted."""
    sentences = Sentences(draft)
    return Counter(
        (finding.rule, sentences.words(finding.span.start))
        for finding in findings
        if finding.suppressed is None or finding.suppressed.kind == "baseline"
    )


def held(
    draft: Draft, findings: Sequence[Finding], recorded: Mapping[tuple[str, str], int]
) -> tuple[tuple[Finding, ...], Recorded]:
    """The findings, those that are recorded marked, and what is recorded and found no more."""
    sentences = Sentences(draft)
    left = Counter(recorded)
    made = []
    for finding in findings:
        key = (finding.rule, sentences.words(finding.span.start))
        if finding.suppressed is None and left[key] > 0:
            left[key] -= 1
            finding = finding._replace(suppressed=Suppression("stood there when the baseline was taken", "baseline"))
        made.append(finding)
    return tuple(made), +left


def written(files: Mapping[str, Recorded]) -> str:
    """The text of a baseline: the same findings give the same text, one entry a line."""
    lines = []
    for file in sorted(files):
        entries = [
            json.dumps({"rule": rule, "sentence": sentence, "count": count}, ensure_ascii=False)
            for (rule, sentence), count in sorted(files[file].items())
            if count > 0
        ]
        if entries:
            body = ",\n      ".join(entries)
            lines.append(f"    {json.dumps(file, ensure_ascii=False)}: [\n      {body}\n    ]")
    body = "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
    return f'{{\n  "amends-baseline": {VERSION},\n  "files": {body}\n}}\n'


def read(text: str, file: str) -> tuple[dict[str, Recorded], list[Problem]]:
    """What a baseline records, by file, and what is wrong with it."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        return {}, [Problem(file, line, "", "is not a baseline; write it anew with --write-baseline")]
    if not isinstance(data, dict) or data.get("amends-baseline") != VERSION or not isinstance(data.get("files"), dict):
        return {}, [Problem(file, None, "", "is not a baseline of this version; write it anew with --write-baseline")]
    found: dict[str, Recorded] = {}
    problems = []
    for name, entries in data["files"].items():
        recorded = found.setdefault(name, Counter())
        for at, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
            match entry:
                case {"rule": str(rule), "sentence": str(sentence), "count": int(count)} if count > 0:
                    recorded[rule, sentence] += count
                case _:
                    problems.append(Problem(file, None, f"{name}[{at}]", "needs rule, sentence and a count above zero"))
    return found, problems
