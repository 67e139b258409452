"""Verbs on the plan of a case: draft, trace, attest, review, mend, pack."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from amends import plan
from amends.app import knowledge
from amends.app.cases import Opened, recorded, save_case
from amends.app.files import LONGEST_LETTER
from amends.app.outcome import Outcome
from amends.app.plan.cover import cover_of, sentences_of
from amends.app.plan.obstacles import LONGEST_PLAN, far_too_long, hindered
from amends.app.plan.packed import BUNDLE, MANIFEST, is_bundle
from amends.app.plan.versions import save_plan
from amends.app.review.checking import Checked, Checking
from amends.app.review.settings import Asked
from amends.errors import Conflict, Invalid, NotReady, NotSaved, Unknown, Unreadable
from amends.formats.comments import removed
from amends.model import Case, Fact, Finding, Letter, Plan, Problem, Source, Submission
from amends.store.files import PLAN, stamp
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.plan.ground import Grounded
    from amends.render.extra import Extra

_MOST = 40


def plan_of(case: Case) -> Plan:
    """The plan of a case, by rule."""
    return plan.draft(case, knowledge())


def explained_only(case: Case) -> bool:
    """Whether the notice is of a kind that is explained, and its evidence checked, but no answer is written to it."""
    id = case.enforcement or (case.notice.enforcement if case.notice else None)
    playbook = knowledge().playbooks.get(id or "")
    return playbook is not None and playbook.status != "full" and case.route != "none"


def letter_of(opened: Opened) -> tuple[str, Letter]:
    """The text of plan.md and the letter in it. Raises `Unknown` when nothing was drafted yet."""
    from amends.render import markdown

    found = opened.files.read_text(PLAN)
    if found is None and opened.case.route == "none":
        raise Unknown("No answer fits this notice: there is no plan, and nothing is to be sent.")
    if found is None:
        raise Unknown(f"There is no plan in {opened.files.title} yet. Run `amends draft {opened.files.title}`.")
    if len(found.text) > LONGEST_LETTER:
        raise Unreadable(f"{opened.files.place(PLAN)} is too large to be a plan.")
    return found.text, markdown.parse(found.text)


def trace(opened: Opened) -> tuple[Grounded, ...]:
    """Each sentence of plan.md with what it stands on."""
    from amends.plan import ground

    _, letter = letter_of(opened)
    return ground.ground(letter, plan_of(opened.case), opened.case, trade_names())


def trade_names() -> frozenset[str]:
    """Proper names that the knowledge files themselves use in sentences: Seller Central, FBA, USPTO."""
    known = knowledge()
    says = [
        say for shelf in (known.causes, known.actions, known.measures) for entry in shelf.values() for say in entry.says
    ]
    says += [say for p in known.playbooks.values() for say in (*p.opening, *p.opening_in_error, *p.facts)]
    titles = [entry.title for entry in known.documents.values()]
    words = (word for say in says for variant in say.variants for word in re.findall(r"[A-Z][\w'’&-]*", variant))
    names = {word.casefold() for word in words} | {word.casefold() for title in titles for word in title.split()}
    return frozenset(
        names | set("amazon seller performance team central asin asins id ids exhibit exhibits fba".split())
    )


def attest(opened: Opened, by: str, now: datetime) -> tuple[Opened, int]:
    """Record every unproven sentence of plan.md as a statement by `by`, who answers for it."""
    from amends.plan import ground

    open_ones = [grounded for grounded in trace(opened) if grounded.unproven and grounded.unproven != ground.GAP]
    facts = dict(opened.case.facts)
    number = sum(1 for key in facts if key.startswith("statement."))
    for at, grounded in enumerate(open_ones, number + 1):
        source = Source("statement", by, on=now.date())
        facts[f"statement.{at}"] = Fact(f"statement.{at}", "text", grounded.text, source)
    return save_case(opened, replace(opened.case, facts=facts), f"{len(open_ones)} sentences attested", now), len(
        open_ones
    )


def check_case(opened: Opened, today: date | None = None, checking: Checking | None = None) -> Checked:
    """Review plan.md against its case, by the configuration nearest to the case folder."""
    text, _ = letter_of(opened)
    try:
        made = plan_of(opened.case)
    except Unknown:
        made = None
    return check_text(opened, text, made, judged(opened.case), today, checking)


def check_text(
    opened: Opened,
    text: str,
    made: Plan | None,
    judged: Case,
    today: date | None = None,
    checking: Checking | None = None,
) -> Checked:
    """Review a text as the plan of a case. `made` is the plan by rule; `judged` is the case as `judged` gives it."""
    from amends.review import Draft

    draft = Draft(
        text,
        str(opened.files.place(PLAN)),
        case=judged,
        catalog=knowledge(),
        enforcement=opened.case.enforcement,
        plan=made,
        today=today,
    )
    if opened.case.submissions:
        from amends.app.review.earlier import attempts

        draft.earlier = attempts(opened, text)
    call = checking or Checking(Asked(today=today))
    settings = call.settings(str(opened.files.home))
    call.recall(draft, settings)
    return call.examine(draft, settings)


def judged(case: Case) -> Case:
    """The case with what Amazon's rules say of each exhibit that was read."""
    if all(exhibit.reading is None for exhibit in case.exhibits):
        return case
    from amends.evidence.verify import verify

    said = {each.exhibit.label: each.checks for each in verify(case, knowledge()).exhibits}
    return replace(case, exhibits=tuple(replace(each, checks=said[each.label]) for each in case.exhibits))


@dataclass(frozen=True, slots=True)
class Bundled:
    """The bundle that was written, the warnings and notes that stand, letters that the PDF could not draw, and the
    errors that somebody accepted with a reason. `unshown` are letters that its pictures could not draw, `pictures` how
    many of these there are.
    """

    file: Path
    findings: tuple[Finding, ...]
    undrawn: tuple[str, ...] = ()
    accepted: tuple[Finding, ...] = ()
    unshown: tuple[str, ...] = ()
    pictures: int = 0


def bundle(
    opened: Opened, target: Path | None, now: datetime, limit: int | None = None, pictures: bool = False
) -> Bundled:
    """Pack what is submitted, with its `pictures` when the seller asks for them.

    Raises `NotReady` while an error-level finding or an unproven sentence stands.
    """
    from amends.render import bundle as packing

    text, letter = letter_of(opened)
    made = plan_of(opened.case)
    if made.route == "none":
        raise NotReady("No answer fits this notice; nothing is packed.\n" + "\n".join(gap.remedy for gap in made.gaps))
    if len(text) > LONGEST_PLAN:
        raise NotReady(far_too_long(len(text) - LONGEST_PLAN))
    checked = check_case(opened, now.date())
    traced = trace(opened)
    found = hindered(opened, checked.findings, traced)
    if found.reasons:
        lines = [f"The plan is not ready: {checked.file}", *(f"  {reason}" for reason in found.reasons[:_MOST])]
        if len(found.reasons) > _MOST:
            lines.append(f"  and {len(found.reasons) - _MOST:,} more; `amends check` and `amends trace` list them")
        lines.append("Mend these, then run `amends bundle` again; `amends trace` shows what each sentence stands on.")
        raise NotReady("\n".join(lines))
    exhibits = [(e, partial(opened.files.open, f"evidence/{e.name}")) for e in opened.case.exhibits]
    where = Outcome(opened.files, "", target.parent if target else None)
    name = target.name if target else BUNDLE
    if not where.may_hold(name, is_bundle):
        raise NotSaved(
            f"{where.place(name)} is already there and is not a bundle; nothing was overwritten. Choose another name."
        )
    extras: tuple[Extra, ...] = ()
    unshown: tuple[str, ...] = ()
    if pictures:
        from amends.app.plan import pictures as drawing

        made_pictures = drawing.draw(opened)
        extras, unshown = drawing.extras(made_pictures), drawing.undrawn(made_pictures)
    with where.writing(name) as out:
        undrawn = packing.bundle(
            out,
            letter=letter,
            text=removed(text),
            plan=made,
            case=opened.case,
            catalog=knowledge(),
            exhibits=exhibits,
            limit=limit,
            cover=cover_of(opened.case, sentences_of(traced)),
            extras=extras,
        )
    standing = tuple(finding for finding in checked.findings if finding.suppressed is None)
    recorded(opened, now)
    shown = sum(1 for extra in extras if extra.name.endswith(".png"))
    return Bundled(where.place(name), standing, undrawn, found.accepted, unshown, shown)


def fix_plan(opened: Opened, now: datetime, checking: Checking | None = None) -> int:
    """Apply the safe fixes to plan.md; gives how many places were changed. Accepted findings are left as they are."""
    from amends.review.mending import mended

    checked = check_case(opened, now.date(), checking)
    there = opened.files.read_text(PLAN)
    better, number = mended(checked.text, checked.findings)
    if number:
        save_plan(opened.files, better, there.stamp if there else None, "safe fixes applied", now)
        recorded(opened, now)
    return number


def submit(opened: Opened, on: date, now: datetime) -> tuple[Opened, int]:
    """Record that the bundle was sent on a day: its bytes are kept under the number of the attempt.

    Raises `Unknown` when there is no bundle or the day lies ahead, `Conflict` when this bundle is recorded already,
    `Invalid` when its files are not those of its manifest.
    """
    data = opened.files.read_bytes(BUNDLE)
    if data is None:
        raise Unknown(f"There is no bundle in {opened.files.title}. Run `amends bundle {opened.files.title}` first.")
    if on > now.date():
        raise Unknown(f"{on} is still to come; record a submission when it was sent.")
    received = opened.case.value("case.received")
    if isinstance(received, date) and on < received:
        raise Unknown(f"{on} lies before the notice of {received}; give the day on which you sent the answer.")
    sha256 = stamp(data)
    sent = next((s for s in opened.case.submissions if s.sha256 == sha256), None)
    if sent is not None:
        raise Conflict(f"This bundle is recorded already: submission {sent.number} of {sent.on}.")
    from amends.render.verify import verify

    problems = verify(BytesIO(data), str(opened.files.place(BUNDLE)))
    if problems:
        raise Invalid(
            (*problems, Problem(BUNDLE, None, "", "is not a whole bundle; pack it again with `amends bundle`"))
        )
    with ZipFile(BytesIO(data)) as archive:
        files = tuple(archive.namelist())
        manifest = archive.read(MANIFEST)
    number = max((s.number for s in opened.case.submissions), default=0) + 1
    while opened.files.differs(f"submissions/{number:03}/{BUNDLE}", sha256):
        number += 1
    folder = f"submissions/{number:03}"
    opened.files.take_in(f"{folder}/{BUNDLE}", BytesIO(data), f"submission {number} recorded", now)
    opened.files.take_in(f"{folder}/{MANIFEST}", BytesIO(manifest), f"submission {number} recorded", now)
    submission = Submission(number, on, sha256, files)
    case = replace(opened.case, submissions=(*opened.case.submissions, submission))
    return save_case(opened, case, f"submission {number} recorded", now), number
