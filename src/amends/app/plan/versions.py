"""The versions of a plan: each text that plan.md ever held for longer than a run of saves, beside it as a file.

```
plan.md            the newest
versions/0001.md   what it was before, oldest first; also what was put aside when two people wrote at once
```
A version is written when the text that it holds is about to go: what is saved again and again within some minutes is
one version and one line of the log, whatever else happens to it (a draft by rule, safe fixes, another program's edit)
is kept by itself.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from amends.app.cases import Opened, recorded
from amends.app.files import LONGEST_LETTER
from amends.errors import Conflict, NotSaved, Unknown, Unreadable
from amends.store.files import PLAN, stamp
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amends.plan.difference import Change
    from amends.store.files import Files

FOLDER = "versions/"
EDITED = "plan edited"
ANEW = "plan edited, over what somebody else wrote"
ASIDE = "plan put aside"
RUN = timedelta(minutes=10)
_KEPT = "version kept"
_NAME = re.compile(rf"{FOLDER}(\d{{4,9}})\.md")
_HALF = re.compile("[\ud800-\udfff]")
_TRIES = 5


class Version(NamedTuple):
    """A version of the plan: its number (0 for plan.md as it is), when it was written, what was done then."""

    number: int
    at: datetime | None
    what: str
    stamp: str


def save_plan(files: Files, text: str, was: str | None, what: str, now: datetime) -> str:
    """Write plan.md; gives its new stamp. What it held goes among the versions, unless this save goes on with a run.

    Raises `Conflict` when it is not what `was` says any more.
    """
    before = files.read_text(PLAN)
    goes_on = False
    if before is not None and before.stamp == was and plain(before.text) != text:
        goes_on = what == EDITED and _goes_on(files.log(), before.stamp, now)
        if not goes_on:
            _keep(files, before.text, _KEPT, now)
    return files.save_text(PLAN, text, was, what, now, goes_on)


def edit(opened: Opened, text: str, was: str, now: datetime, over: bool = False) -> str:
    """Save what a person wrote; gives the new stamp. `over` says that it takes the place of another's text.

    Raises `Conflict` when plan.md is not what `was` says any more, `NotSaved` when the text is too long for a plan.
    """
    text = plain(text)
    if len(text) > LONGEST_LETTER:
        raise NotSaved(f"A plan may have {LONGEST_LETTER:,} characters; this text is longer and was not saved.")
    made = save_plan(opened.files, text, was, ANEW if over else EDITED, now)
    recorded(opened, now)
    return made


def put_aside(opened: Opened, text: str, now: datetime) -> None:
    """Keep a text among the versions that does not become the plan."""
    text = plain(text)
    if len(text) > LONGEST_LETTER:
        raise NotSaved(f"A plan may have {LONGEST_LETTER:,} characters; this text is longer and was not kept.")
    _keep(opened.files, text, ASIDE, now)


def go_back(opened: Opened, number: int, was: str, now: datetime) -> str:
    """Make a version the plan again, which is a new version; gives the new stamp. Raises as `edit`, and `Unknown`."""
    made = save_plan(opened.files, text_of(opened.files, number), was, f"went back to version {number}", now)
    recorded(opened, now)
    return made


def versions(files: Files) -> tuple[Version, ...]:
    """All versions, the newest first: plan.md as it is, then the others."""
    log = files.log()
    written: dict[str, tuple[str, str]] = {}
    own: dict[str, tuple[str, str]] = {}
    for entry in log:
        at, what, name = entry.get("at", ""), entry.get("what", ""), entry.get("file", "")
        if name == PLAN:
            written[entry.get("sha256", "")] = at, what
        elif name.startswith(FOLDER):
            own[name] = at, what
    found = []
    for number, name in sorted(_numbered(files), reverse=True):
        data = files.read_bytes(name) or b""
        at, what = own.get(name, ("", ""))
        if what != ASIDE:
            at, what = written.get(stamp(data), (at, what))
        found.append(Version(number, _moment(at), what, stamp(data)))
    now = files.read_bytes(PLAN)
    if now is not None:
        at, what = written.get(stamp(now), ("", "changed outside of amends"))
        found.insert(0, Version(0, _moment(at), what, stamp(now)))
    return tuple(found)


def text_of(files: Files, number: int) -> str:
    """The text of a version; 0 is plan.md as it is. Raises `Unknown` when there is none of this number."""
    name = PLAN if number == 0 else dict(_numbered(files)).get(number)
    found = files.read_text(name) if name else None
    if found is None:
        raise Unknown(f"There is no version {number} of this plan.")
    if len(found.text) > LONGEST_LETTER:
        raise Unreadable(f"Version {number} is too large to be a plan.")
    return plain(found.text)


def difference(files: Files, before: int, after: int) -> tuple[Change, ...]:
    """What differs between what two versions say, by words. Raises `Unknown` when there is none of a number."""
    from amends.plan.difference import difference as differing
    from amends.render import markdown
    from amends.render.text import to_text

    said = (to_text(markdown.parse(text_of(files, number))) for number in (before, after))
    return differing(*said)


def plain(text: str) -> str:
    """A text as it is kept: lines end with a line feed, and what cannot be encoded is marked as such."""
    return _HALF.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _goes_on(log: list[dict[str, str]], before: str, now: datetime) -> bool:
    """Whether plan.md holds what a run of saves left there that began some minutes ago at most."""
    began: datetime | None = None
    for entry in reversed(log):
        name = entry.get("file", "")
        if name.startswith(FOLDER) and began is not None:
            break
        if name != PLAN:
            continue
        at = _moment(entry.get("since", entry.get("at", "")))
        if entry.get("what") not in (EDITED, ANEW) or at is None:
            break
        if began is None and entry.get("sha256") != before:
            return False
        if not timedelta(0) <= now - at <= RUN:
            return False
        began = at
        if entry.get("what") == ANEW:
            break
    return began is not None


def _keep(files: Files, text: str, what: str, now: datetime) -> None:
    """Write a version, unless the newest one says the same."""
    for left in reversed(range(_TRIES)):
        number, name = max(_numbered(files), default=(0, ""))
        newest = files.read_text(name) if name else None
        if newest is not None and newest.text == text:
            return
        try:
            files.save_text(f"{FOLDER}{number + 1:04}.md", text, None, what, now)
            return
        except Conflict:  # another process took this number
            if not left:
                raise


def _numbered(files: Files) -> list[tuple[int, str]]:
    return [(int(found[1]), name) for name in files.names(FOLDER) if (found := _NAME.fullmatch(name))]


def _moment(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.astimezone()
