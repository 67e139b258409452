"""The verbs: open the store, call the pure stage, save. The only module that the doors import.

Every function takes the day (`today`) or the moment (`now`) from the door; nothing here asks the clock.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from amends import casefile, catalog
from amends.errors import Invalid, NotReady, NotSaved, Unknown, Unreadable
from amends.model import Case, Exhibit, Fact, Finding, Letter, Notice, Plan, Problem, Source
from amends.playbook import Catalog
from amends.store.folder import CASE, PLAN, Folder, put

if TYPE_CHECKING:
    from amends.evidence import Checked
    from amends.interview import Question
    from amends.plan.ground import Grounded

LARGEST_TEXT = 5_000_000
LARGEST_EXHIBIT = 500_000_000
EXAMPLES = Path(__file__).parent / "data" / "examples"


# --------------------------------------------------------------------------- opening


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as it lies in its folder: with the text and stamp of case.yaml, by which a save knows what it read."""

    folder: Folder
    case: Case
    text: str
    stamp: str | None


def knowledge() -> Catalog:
    """The catalog that ships with amends."""
    return catalog.load()


def file_bytes(path: str, stdin: BinaryIO | None = None, largest: int = LARGEST_EXHIBIT) -> tuple[bytes, str]:
    """The bytes of a file and its name; `-` is standard input. Raises `Unreadable` with what to do."""
    if path == "-":
        if stdin is None:
            raise Unreadable("There is no standard input here; name a file.")
        data = stdin.read(largest + 1)
        name = "standard input"
    else:
        place = Path(path)
        name = place.name
        try:
            if place.is_dir():
                raise Unreadable(f"{path} is a folder; name a file in it.")
            if place.stat().st_size > largest:
                raise Unreadable(f"{path} is larger than {largest // 1_000_000} MB; this cannot be the right file.")
            data = place.read_bytes()
        except FileNotFoundError as error:
            raise Unreadable(f"{path} is not there. Check the name; put it in quotes if it has blanks.") from error
        except OSError as error:
            raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > largest:
        raise Unreadable(f"{name} is larger than {largest // 1_000_000} MB; this cannot be the right file.")
    return data, name


def open_case(root: Path) -> Opened:
    """The case in a folder. Raises `Unknown` when there is none, `Invalid` with every mistake in it."""
    folder = Folder(root)
    found = folder.read_case()
    readings = {name: _notice_in(folder, name) for name in casefile.notices_named(found.text)}
    case = casefile.read(found.text, str(root / CASE), readings.get)
    problems = list(_links(case, folder))
    if problems:
        raise Invalid(problems)
    return Opened(folder, case, found.text, found.stamp)


def _notice_in(folder: Folder, name: str) -> Notice | None:
    from amends import notice

    place = (folder.root / name).resolve()
    if not place.is_relative_to(folder.root.resolve()):
        return None
    data = folder.read_bytes(name)
    return None if data is None else replace(notice.read(data, name, knowledge()), file=name)


def _links(case: Case, folder: Folder) -> Iterator[Problem]:
    """Ids in the case that the catalogues do not have."""
    from difflib import get_close_matches

    shelves: dict[str, Mapping[str, object]] = {
        "causes": knowledge().causes,
        "actions": knowledge().actions,
        "measures": knowledge().measures,
    }
    file = str(folder.root / CASE)
    for key, shelf in shelves.items():
        for at, id in enumerate(getattr(case, key), 1):
            base = id.split("#")[0]
            if base not in shelf:
                near = get_close_matches(base, list(shelf), 1)
                hint = f"; did you mean “{near[0]}”?" if near else ""
                yield Problem(file, None, f"{key}[{at}]", f"there is no “{base}” in the catalogue{hint}")
    if case.enforcement and case.enforcement not in knowledge().playbooks:
        near = get_close_matches(case.enforcement, list(knowledge().playbooks), 1)
        hint = f"; did you mean “{near[0]}”?" if near else "; `amends playbooks` lists them"
        yield Problem(file, None, "enforcement", f"there is no playbook “{case.enforcement}”{hint}")


def save_case(opened: Opened, case: Case, what: str, now: datetime) -> Opened:
    """Write a case back, unless the file changed since it was read."""
    text = casefile.write(case, opened.text)
    if text == opened.text:
        return replace(opened, case=case)
    new = opened.folder.save_text(CASE, text, opened.stamp, what, now)
    return Opened(opened.folder, case, text, new)


# --------------------------------------------------------------------------- read, new


def read_notice(path: str, stdin: BinaryIO | None = None) -> Notice:
    """What a notice is and wants."""
    from amends import notice
    from amends.notice import message

    data, name = file_bytes(path, stdin, getattr(message, "LARGEST", 25_000_000) + 1)
    return notice.read(data, name, knowledge())


def new_case(root: Path, notice_path: str, now: datetime, stdin: BinaryIO | None = None) -> Opened:
    """Start a case in a folder from a notice. Raises `NotSaved` when the folder holds a case already."""
    from amends import interview, notice

    folder = Folder(root)
    if folder.holds_case:
        raise NotSaved(f"{root} already holds a case. Go on with `amends ask {root}`, or choose another folder.")
    data, name = file_bytes(notice_path, stdin, 25_000_000)
    reading = notice.read(data, name, knowledge())
    kept = f"notice/notice.{reading.format}"
    reading = replace(reading, file=kept)
    case = interview.start(reading, knowledge())
    folder.take_in(kept, io.BytesIO(data), "notice received", now)
    return save_case(Opened(folder, case, "", None), case, "case started", now)


# --------------------------------------------------------------------------- ask


def questions(opened: Opened, today: date) -> tuple[Question, ...]:
    """What is still open, in the order that a person would tell it."""
    from amends import interview

    return interview.ask(opened.case, knowledge(), today)


def answer(opened: Opened, key: str, raw: object, by: str, now: datetime) -> tuple[Opened, tuple[str, ...]]:
    """Take one answer and save it. Gives the case as it is now, and why the answer was not taken, if so."""
    from amends import interview

    taken = interview.answer(opened.case, knowledge(), key, raw, by, now.date())
    if isinstance(taken, Case):
        return save_case(opened, taken, f"answered {key}", now), ()
    case, faults = taken
    return (save_case(opened, case, f"answered {key}", now) if case != opened.case else opened), faults


def answer_file(opened: Opened, path: str, now: datetime, by: str = "") -> tuple[Opened, tuple[Problem, ...]]:
    """Take an answers file: evidence first, then all answers; every problem at once. What is right is saved."""
    from amends import interview, yamlfile

    data, name = file_bytes(path, None, 5_000_000)
    try:
        document = yamlfile.read(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name} is not UTF-8 text; save it as UTF-8 in your editor.") from error
    content = document.data
    if not document.problems and not isinstance(content, dict):
        document.fault((), "must map the ids of questions to answers; `amends ask DIR --json` lists them")
    if document.problems:
        raise Invalid(document.problems)
    assert isinstance(content, dict)
    answers = content.get("answers", {k: v for k, v in content.items() if k not in ("today", "by", "evidence")})
    said_by = by or str(content.get("by") or "the seller")
    today = _day(content.get("today")) or now.date()
    problems: list[Problem] = []
    entries = content.get("evidence") or {}
    if not isinstance(answers, dict) or not isinstance(entries, dict):
        document.fault((), "“answers” and “evidence” must be mappings")
        raise Invalid(document.problems)
    moment = datetime.combine(today, now.timetz())
    for original, about in entries.items():
        place = Path(path).parent / "evidence" / str(original)
        if not place.is_file():
            problems.append(
                Problem(name, document.line(("evidence", original)), f"evidence.{original}", f"{place} is not there")
            )
            continue
        opened, _ = add(opened, [str(place)], moment, about if isinstance(about, dict) else {})
    case, faults = interview.apply(opened.case, knowledge(), answers, said_by, today)
    prefix: yamlfile.Path = ("answers",) if "answers" in content else ()
    for fault in faults:
        line = fault.line or document.line((*prefix, fault.path.removeprefix("answers.")))
        problems.append(Problem(name, line, fault.path, fault.message))
    return save_case(opened, case, "answers taken", moment), tuple(problems)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


# --------------------------------------------------------------------------- add


@dataclass(frozen=True, slots=True)
class Added:
    """A file taken in as an exhibit, or found to be there already."""

    file: str
    exhibit: Exhibit
    known: bool


def add(
    opened: Opened, paths: Iterable[str], now: datetime, about: Mapping[str, Any] | None = None
) -> tuple[Opened, tuple[Added, ...]]:
    """Take files in as evidence: copied untouched under a safe name, with hash, kind and label.

    `about` may give kind, supports, dated and asins, which then hold for every file.
    """
    from amends import evidence

    about = about or {}
    case, added = opened.case, []
    for path in paths:
        place = Path(path)
        size, sha256, head = _measured(place)
        there = next((e for e in case.exhibits if e.sha256 == sha256), None)
        kind = about.get("kind")
        if kind is not None and kind not in knowledge().documents:
            raise Unknown(f"“{kind}” is not a kind of document. `amends playbooks documents` lists them.")
        exhibit = there or evidence.take(
            place.name, head, sha256, size, kind=kind, received=now.date(), existing=case.exhibits, catalog=knowledge()
        )
        exhibit = replace(
            exhibit,
            kind=kind or exhibit.kind,
            dated=_day(about.get("dated")) or exhibit.dated,
            supports=tuple(dict.fromkeys((*exhibit.supports, *map(str, about.get("supports") or ())))),
            asins=tuple(dict.fromkeys((*exhibit.asins, *map(str, about.get("asins") or ())))),
        )
        if there is None:
            with place.open("rb") as source:
                opened.folder.take_in(f"evidence/{exhibit.name}", source, f"evidence received as {exhibit.label}", now)
            case = replace(case, exhibits=(*case.exhibits, exhibit))
        else:
            case = replace(case, exhibits=tuple(exhibit if e.label == exhibit.label else e for e in case.exhibits))
        added.append(Added(path, exhibit, there is not None))
    return save_case(opened, case, "exhibits listed", now), tuple(added)


def _measured(place: Path) -> tuple[int, str, bytes]:
    """Size, hash and first bytes of a file, read piece by piece."""
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        if place.is_dir():
            raise Unreadable(f"{place} is a folder; name the files in it.")
        with place.open("rb") as source:
            while piece := source.read(1 << 20):
                head = head or piece[:65536]
                digest.update(piece)
                size += len(piece)
                if size > LARGEST_EXHIBIT:
                    raise Unreadable(f"{place} is larger than {LARGEST_EXHIBIT // 1_000_000} MB; send a smaller file.")
    except FileNotFoundError as error:
        raise Unreadable(f"{place} is not there. Check the name; put it in quotes if it has blanks.") from error
    except OSError as error:
        raise Unreadable(f"{place} cannot be read: {error.strerror}.") from error
    if not size:
        raise Unreadable(f"{place} is empty (0 bytes); find the file with its content.")
    return size, digest.hexdigest(), head


def checklist(opened: Opened) -> tuple[Checked, ...]:
    """Which documents are there, missing, or optional."""
    from amends import evidence

    return evidence.checklist(opened.case, knowledge())


# --------------------------------------------------------------------------- draft, trace, check


@dataclass(frozen=True, slots=True)
class Drafted:
    """A plan and where its text was written; `beside` marks that plan.md was edited by hand and left alone."""

    plan: Plan
    file: Path
    text: str
    beside: bool


def plan_of(case: Case) -> Plan:
    """The plan of a case, by rule."""
    from amends import plan

    return plan.draft(case, knowledge())


def draft(opened: Opened, now: datetime, force: bool = False) -> Drafted:
    """Write plan.md. One that a person edited is left alone: the new draft then goes to plan.new.md."""
    from amends.render import markdown

    made = plan_of(opened.case)
    text = markdown.to_markdown(markdown.from_plan(made))
    there = opened.folder.read_text(PLAN)
    written = {entry.get("sha256") for entry in opened.folder.log() if entry.get("what") == "plan drafted"}
    edited = there is not None and there.stamp not in written and there.text != text
    name = "plan.new.md" if edited and not force else PLAN
    was = opened.folder.read_text(name)
    opened.folder.save_text(name, text, was.stamp if was else None, "plan drafted", now)
    return Drafted(made, opened.folder.root / name, text, name != PLAN)


def letter_of(opened: Opened) -> tuple[str, Letter]:
    """The text of plan.md and the letter in it. Raises `Unknown` when nothing was drafted yet."""
    from amends.render import markdown

    found = opened.folder.read_text(PLAN)
    if found is None:
        raise Unknown(f"There is no plan in {opened.folder.root} yet. Run `amends draft {opened.folder.root}`.")
    if len(found.text) > LARGEST_TEXT:
        raise Unreadable(f"{opened.folder.root / PLAN} is too large to be a plan.")
    return found.text, markdown.parse(found.text)


def trace(opened: Opened) -> tuple[Grounded, ...]:
    """Each sentence of plan.md with what it stands on."""
    from amends.plan import ground

    _, letter = letter_of(opened)
    return ground.ground(letter, plan_of(opened.case), opened.case, _trade_names())


def _trade_names() -> frozenset[str]:
    """Proper names that the knowledge files themselves use in sentences: Seller Central, FBA, USPTO."""
    import re

    known = knowledge()
    says = [
        say for shelf in (known.causes, known.actions, known.measures) for entry in shelf.values() for say in entry.says
    ]
    says += [say for p in known.playbooks.values() for say in (*p.opening, *p.opening_in_error, *p.facts)]
    titles = [entry.title for entry in known.documents.values()]
    words = (word for say in says for variant in say.variants for word in re.findall(r"[A-Z][\w'’&-]*", variant))
    names = {word.casefold() for word in words} | {word.casefold() for title in titles for word in title.split()}
    return frozenset(names | set("amazon seller performance team central asin asins exhibit exhibits fba".split()))


def attest(opened: Opened, by: str, now: datetime) -> tuple[Opened, int]:
    """Record every unproven sentence of plan.md as a statement by `by`, who answers for it."""
    open_ones = [
        grounded for grounded in trace(opened) if grounded.unproven and not grounded.text.startswith("Missing:")
    ]
    facts = dict(opened.case.facts)
    number = sum(1 for key in facts if key.startswith("statement."))
    for at, grounded in enumerate(open_ones, number + 1):
        source = Source("statement", by, on=now.date())
        facts[f"statement.{at}"] = Fact(f"statement.{at}", "text", grounded.text, source)
    return save_case(opened, replace(opened.case, facts=facts), f"{len(open_ones)} sentences attested", now), len(
        open_ones
    )


def check_case(opened: Opened, today: date | None = None) -> tuple[str, str, tuple[Finding, ...]]:
    """Review plan.md against its case: the text, the file's name, the findings."""
    from amends.review import review

    text, _ = letter_of(opened)
    file = str(opened.folder.root / PLAN)
    try:
        plan = plan_of(opened.case)
    except Unknown:
        plan = None
    found = review(
        text,
        file,
        case=opened.case,
        catalog=knowledge(),
        enforcement=opened.case.enforcement,
        plan=plan,
        today=today,
    )
    return text, file, found


def check_file(
    path: str, enforcement: str | None, stdin: BinaryIO | None = None, today: date | None = None
) -> tuple[str, str, tuple[Finding, ...]]:
    """Review any text file: the text, the file's name, the findings."""
    from amends.review import review

    if enforcement is not None and enforcement not in knowledge().playbooks:
        raise Unknown(f"There is no playbook “{enforcement}”. `amends playbooks` lists them.")
    data, name = file_bytes(path, stdin, LARGEST_TEXT)
    text = _text_of(data, name)
    file = name if path == "-" else path
    return text, file, review(text, file, catalog=knowledge(), enforcement=enforcement, today=today)


def _text_of(data: bytes, name: str) -> str:
    from amends.notice.message import open_message

    return open_message(data, name).text


def fix(what: str, enforcement: str | None, now: datetime) -> int:
    """Apply the safe fixes to a text file or to the plan of a case; gives how many places were changed."""
    if what == "-":
        raise Unknown("Standard input cannot be fixed; name a file.")
    place = Path(what)
    if place.is_dir():
        opened = open_case(place)
        text, _, findings = check_case(opened, now.date())
        there = opened.folder.read_text(PLAN)
        mended, number = _mended(text, findings)
        if number:
            opened.folder.save_text(PLAN, mended, there.stamp if there else None, "safe fixes applied", now)
        return number
    text, _, findings = check_file(what, enforcement, today=now.date())
    data, _ = file_bytes(what, None, LARGEST_TEXT)
    if text.encode() != data:
        raise Unreadable(f"{what} is not plain UTF-8 text; fixes are written to text files only.")
    mended, number = _mended(text, findings)
    if number:
        put(place, mended.encode())
    return number


def _mended(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    """The text with every fix applied once, from the end to the start; overlapping ones wait for the next time."""
    floor, number = len(text), 0
    for finding in sorted(findings, key=lambda f: f.span.start, reverse=True):
        if finding.fix is not None and finding.span.end <= floor:
            text = text[: finding.span.start] + finding.fix.text + text[finding.span.end :]
            floor, number = finding.span.start, number + 1
    return text, number


# --------------------------------------------------------------------------- bundle


@dataclass(frozen=True, slots=True)
class Bundled:
    """The bundle that was written, and the findings that stand beside it (warnings and notes)."""

    file: Path
    findings: tuple[Finding, ...]


def bundle(opened: Opened, target: Path | None, now: datetime, limit: int | None = None) -> Bundled:
    """Pack what is submitted. Raises `NotReady` while an error-level finding or an unproven sentence stands."""
    from amends.render import bundle as packing

    text, letter = letter_of(opened)
    made = plan_of(opened.case)
    if made.route == "none":
        raise NotReady("No answer fits this notice; nothing is packed.\n" + "\n".join(gap.remedy for gap in made.gaps))
    _, file, findings = check_case(opened, now.date())
    reasons = [f"{f.line}:{f.column} {f.rule} {f.message}" for f in findings if f.level == "error"]
    unproven = [f"“{g.text}”: {g.unproven}" for g in trace(opened) if g.unproven]
    absent = [e.name for e in opened.case.exhibits if not (opened.folder.root / "evidence" / e.name).is_file()]
    changed = [e.name for e in opened.case.exhibits if e.name not in absent and _changed(opened.folder, e)]
    if reasons or unproven or absent or changed:
        lines = [f"The plan is not ready: {file}"]
        lines += [f"  {reason}" for reason in reasons]
        lines += [f"  unproven: {sentence}" for sentence in unproven]
        lines += [f"  the file evidence/{name} is not there any more; put it back" for name in absent]
        lines += [
            f"  the file evidence/{name} was changed after it was taken in; put the original back" for name in changed
        ]
        lines.append("Mend these, then run `amends bundle` again; `amends trace` shows what each sentence stands on.")
        raise NotReady("\n".join(lines))
    exhibits = [(e, partial(opened.folder.open, f"evidence/{e.name}")) for e in opened.case.exhibits]
    out = io.BytesIO()
    packing.bundle(
        out, letter=letter, text=text, plan=made, case=opened.case, catalog=knowledge(), exhibits=exhibits, limit=limit
    )
    where = target or opened.folder.root / "bundle.zip"
    put(where, out.getvalue())
    return Bundled(where, findings)


def _changed(folder: Folder, exhibit: Exhibit) -> bool:
    with folder.open(f"evidence/{exhibit.name}") as source:
        return hashlib.file_digest(source, "sha256").hexdigest() != exhibit.sha256


# --------------------------------------------------------------------------- status, demo


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: what is open, what was found, and the next thing to do."""

    root: Path
    case: Case
    open_questions: int
    gaps: int
    errors: int | None
    drafted: bool
    bundled: bool
    next: str


def status(opened: Opened, today: date) -> Standing:
    """Where things stand and what to do next."""
    root = opened.folder.root
    remaining = questions(opened, today)
    needed = [q for q in remaining if not q.optional]
    drafted = opened.folder.read_text(PLAN) is not None
    bundled = (root / "bundle.zip").is_file()
    errors, gaps = None, 0
    route = opened.case.route or (opened.case.notice.route if opened.case.notice else None)
    if drafted:
        _, _, findings = check_case(opened, today)
        errors = sum(1 for finding in findings if finding.level == "error")
        gaps = sum(1 for block in letter_of(opened)[1].blocks if block.kind == "gap")
    if needed:
        step = f"amends ask {root}"
    elif route == "none":
        step = "nothing is to be sent"
    elif not drafted:
        step = f"amends draft {root}"
    elif errors:
        step = f"amends check {root}"
    elif not bundled:
        step = f"amends bundle {root}"
    else:
        step = f"submit what lies in {root / 'bundle.zip'} yourself; START-HERE says where"
    return Standing(root, opened.case, len(needed), gaps, errors, drafted, bundled, step)


def cases_under(root: Path) -> tuple[Path, ...]:
    """The case folders in a folder: itself, or those directly in it."""
    if Folder(root).holds_case:
        return (root,)
    try:
        return tuple(sorted(entry for entry in root.iterdir() if entry.is_dir() and Folder(entry).holds_case))
    except OSError as error:
        raise Unknown(f"{root} is not a folder that can be read.") from error


def examples() -> tuple[str, ...]:
    """The enforcements that have a built-in example."""
    return tuple(sorted(entry.name for entry in EXAMPLES.iterdir() if any(entry.glob("notice.*"))))


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made: the case, the plan, its findings, and the bundle (None when nothing is to be sent)."""

    opened: Opened
    plan: Plan
    findings: tuple[Finding, ...]
    bundle: Path | None


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
    return Demo(opened, drafted.plan, packed.findings, packed.file)


def _example_day(source: Path) -> date:
    from amends import yamlfile

    try:
        data = yamlfile.read((source / "answers.yaml").read_text(encoding="utf-8"), "answers.yaml").data
    except FileNotFoundError:
        data = None
    return (_day(data.get("today")) if isinstance(data, dict) else None) or date(2026, 3, 20)


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
