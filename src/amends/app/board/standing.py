"""Where a case stands, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amends.app.answers import questions
from amends.app.cases import Opened
from amends.app.plan.obstacles import errors_of
from amends.app.plan.packed import BUNDLE, packs
from amends.app.plan.plans import check_case, letter_of
from amends.model import Case
from amends.store.files import PLAN


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: what is open, what was found, and the next thing to do.

    `stale`: the bundle was packed from another plan or other exhibits than lie in the folder now.
    """

    root: str
    case: Case
    open_questions: int
    gaps: int
    errors: int | None
    drafted: bool
    bundled: bool
    stale: bool
    next: str


def status(opened: Opened, today: date) -> Standing:
    """Where things stand and what to do next."""
    root = opened.files.title
    remaining = questions(opened, today)
    needed = [q for q in remaining if not q.optional]
    drafted = opened.files.holds(PLAN)
    bundled = opened.files.holds(BUNDLE)
    stale = bundled and not packs(opened.files, opened.case)
    errors, gaps = None, 0
    route = opened.case.route or (opened.case.notice.route if opened.case.notice else None)
    if drafted:
        errors = len(errors_of(check_case(opened, today).findings))
        gaps = sum(1 for block in letter_of(opened)[1].blocks if block.kind == "gap")
    if needed:
        step = f"amends ask {root}"
    elif route == "none":
        step = "nothing is to be sent"
    elif not drafted:
        step = f"amends draft {root}"
    elif errors:
        step = f"amends check {root}"
    elif opened.case.submissions and bundled:
        sent = opened.case.submissions[-1]
        step = f"wait for Amazon's answer to submission {sent.number} of {sent.on}"
    elif not bundled or stale:
        step = f"amends bundle {root}"
    else:
        step = f"submit what lies in {opened.files.place(BUNDLE)} yourself; START-HERE says where"
    return Standing(root, opened.case, len(needed), gaps, errors, drafted, bundled, stale, step)
