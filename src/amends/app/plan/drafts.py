"""Draft the plan of a case, and draft it anew when the answers change: edits by hand are kept.

`versions/drafted.md` holds what the rules drafted last. With it, what a person changed since is told from what the
rules change now, and the two are brought together (`plan.merge`). Where both changed the same place, the person
chooses; until then plan.md stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from amends.app.cases import Opened, recorded
from amends.app.plan.plans import plan_of
from amends.app.plan.versions import FOLDER, plain, save_plan
from amends.errors import Conflict
from amends.model import Plan
from amends.store.files import PLAN, stamp
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.plan.merge import Choice, Merged
    from amends.store.files import Files

BASE = f"{FOLDER}drafted.md"
BESIDE = "plan.new.md"
DRAFTED = "plan drafted"
_MERGED = "plan drafted anew, edits kept"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A plan and where its text was written.

    `kept` marks that edits by hand are in it, `beside` that plan.md was left alone since both changed the same
    `clashes` places (0 when it is not known what the rules drafted before).
    """

    plan: Plan
    file: Path
    text: str
    beside: bool
    kept: bool = False
    clashes: int = 0


class Redraft(NamedTuple):
    """What drafting anew would make of plan.md. `base` is None when it is not known what the rules drafted before.

    `edited` marks that the person changed the plan; `merged` is None without a base. `was` is the stamp of plan.md,
    None when there is none; `key` stands for all that a choice between clashes was made on.
    """

    base: str | None
    mine: str
    drafted: str
    edited: bool
    merged: Merged | None
    was: str | None
    key: str

    @property
    def news(self) -> bool:
        """Whether drafting anew would change anything."""
        return self.drafted not in (self.mine, self.base)


def redraft(opened: Opened, made: Plan | None = None) -> Redraft:
    """What drafting anew would make of the plan. `made` is the plan by rule when it is at hand."""
    from amends.plan.merge import merge
    from amends.render import markdown

    text = markdown.to_markdown(markdown.from_plan(made or plan_of(opened.case)))
    there = opened.files.read_text(PLAN)
    mine = plain(there.text) if there else ""
    kept = opened.files.read_text(BASE)
    base = plain(kept.text) if kept else None
    if there is not None and (base is None or base != mine) and _by_rule(opened.files, mine):
        base = mine
    edited = there is not None and mine not in (base, text)
    merged = merge(base, mine, text) if edited and base is not None else None
    key = stamp("\0".join((base or "", mine, text)).encode("utf-8", "replace"))
    return Redraft(base, mine, text, edited, merged, there.stamp if there else None, key)


def draft(
    opened: Opened, now: datetime, force: bool = False, choices: Sequence[Choice] | None = None, key: str = ""
) -> Drafted:
    """Write plan.md; what a person changed in it is kept unless `force`.

    Where the rules and the person changed the same place plan.md is left alone and the new draft goes to plan.new.md,
    unless `choices` says for each of these places what is to stand there; they hold for the `key` of what was shown,
    else `Conflict` is raised. Where no answer fits the notice nothing is written; `plan.gaps` says why.
    """
    made = plan_of(opened.case)
    if made.route == "none":
        return Drafted(made, opened.files.place(PLAN), "", False)
    found = redraft(opened, made)
    text, what, name = found.drafted, DRAFTED, PLAN
    kept, clashes = False, 0
    if found.edited and not force:
        clashes = len(found.merged.clashes) if found.merged else 0
        if found.merged is None or (clashes and choices is None):
            name = BESIDE
        else:
            if choices and (key != found.key or len(choices) != clashes):
                raise Conflict("The plan or your answers changed meanwhile. Look at the new places, and choose again.")
            text, what, kept = found.merged.chosen(choices or ()), _MERGED, True
    if name == PLAN:
        save_plan(opened.files, text, found.was, what if text != found.drafted else DRAFTED, now)
        _save(opened.files, BASE, found.drafted, "drafted by rule", now)
        beside = opened.files.read_text(BESIDE)
        if beside is not None and _by_rule(opened.files, plain(beside.text)):
            opened.files.discard(BESIDE)
    else:
        _save(opened.files, BESIDE, text, DRAFTED, now)
    recorded(opened, now)
    return Drafted(made, opened.files.place(name), text, name != PLAN, kept, clashes)


def keep_mine(opened: Opened, key: str, now: datetime) -> None:
    """Say that the plan stays as the person wrote it: what the rules draft now is no news any more.

    Raises `Conflict` when that is not what was shown under `key`.
    """
    found = redraft(opened)
    if key != found.key:
        raise Conflict("The plan or your answers changed meanwhile. Look again, and choose again.")
    _save(opened.files, BASE, found.drafted, "drafted by rule", now)


def _save(files: Files, name: str, text: str, what: str, now: datetime) -> None:
    was = files.read_text(name)
    files.save_text(name, text, was.stamp if was else None, what, now)


def _by_rule(files: Files, text: str) -> bool:
    """Whether the rules once wrote this very text."""
    return stamp(text.encode("utf-8", "replace")) in {
        entry.get("sha256") for entry in files.log() if entry.get("what") == DRAFTED
    }
