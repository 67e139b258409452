"""The main job on a built-in example."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from amends.app.answers import answer_file
from amends.app.cases import Opened, new_case
from amends.app.evidence.exhibits import day_of
from amends.app.evidence.verifying import verified
from amends.app.plan import marking
from amends.app.plan.drafts import draft
from amends.app.plan.plans import bundle
from amends.catalog import DATA
from amends.errors import Invalid, NotSaved, Unknown
from amends.evidence.verify import Verified
from amends.formats import yamlfile
from amends.model import Finding, Plan
from amends.needed import INVOICES

EXAMPLES = Path(DATA) / "examples"


def examples() -> tuple[str, ...]:
    """The enforcements that have a built-in example."""
    return tuple(sorted(entry.name for entry in EXAMPLES.iterdir() if any(entry.glob("notice.*"))))


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made: the case, the plan, its findings, and the bundle (None when nothing is to be sent).

    `verified` is the verdict on the evidence, `marked` a copy of an invoice with the cited places boxed, if it has one.
    """

    opened: Opened
    plan: Plan
    findings: tuple[Finding, ...]
    bundle: Path | None
    verified: Verified | None = None
    marked: Path | None = None


def demo(enforcement: str, root: Path) -> Demo:
    """The main job on a built-in example, from notice to bundle, in a new folder."""
    if enforcement not in examples():
        raise Unknown(f"There is no example for “{enforcement}”. There are: {', '.join(examples())}.")
    source = EXAMPLES / enforcement
    now = datetime.combine(_example_day(source), datetime.min.time())
    notice_file = sorted(source.glob("notice.*"))[0]
    opened = new_case(root, str(notice_file), now)
    if (source / "answers.yaml").is_file():
        opened, problems = answer_file(opened, str(source / "answers.yaml"), now)
        if problems:
            raise Invalid(problems)
    drafted = draft(opened, now)
    if drafted.plan.route == "none":
        return Demo(opened, drafted.plan, (), None)
    packed = bundle(opened, None, now)
    invoices = [
        e.label for e in opened.case.exhibits if e.reading is not None and e.reading.lines and e.kind in INVOICES
    ]
    copies = marking.mark(opened, invoices[:1]) if invoices else ()
    copy = next((made.file for made in copies if made.file), None)
    return Demo(opened, drafted.plan, packed.findings, packed.file, verified(opened, now), copy)


def _example_day(source: Path) -> date:

    try:
        data = yamlfile.read((source / "answers.yaml").read_text(encoding="utf-8"), "answers.yaml").data
    except FileNotFoundError:
        data = None
    return (day_of(data.get("today")) if isinstance(data, dict) else None) or date(2026, 3, 20)


def export_example(enforcement: str, root: Path) -> None:
    """Copy the files of a built-in example (notice, answers, evidence) to a folder, to try the verbs on by hand."""
    if enforcement not in examples():
        raise Unknown(f"There is no example for “{enforcement}”. There are: {', '.join(examples())}.")
    if root.exists():
        raise NotSaved(f"{root} is already there; choose another folder.")
    try:
        shutil.copytree(EXAMPLES / enforcement, root)
    except OSError as error:
        raise NotSaved(f"{root} cannot be written: {error.strerror}.") from error
