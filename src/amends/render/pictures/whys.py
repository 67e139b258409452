"""The chain of whys as a fishbone: the complaint at the head, a bone for each root cause, its whys along the bone.

The head is above and the bones go down to the right, so that long answers have room on a narrow page.
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.model import Case
from amends.model.picture import Lacking, Matter, Picture, PictureKind
from amends.model.report import Table
from amends.playbook import Catalog, Cause
from amends.render.charts.canvas import (
    ACCENT,
    DARK,
    GREY,
    LEADING,
    LEFT,
    RIGHT,
    ROOM,
    SMALL,
    TEXT,
    WHITE,
    Canvas,
)  # fmt: skip
from amends.render.charts.measure import wrapped
from amends.render.pictures._moments import source_words
from amends.text import one_line
from amends.typed import NamedTuple

_TITLE = "Chain of whys"
_MOST = 12
_MOST_WHYS = 8
_SPINE = LEFT + 14
_BONE = _SPINE + 24
_WORDS = _BONE + 16
_LINES = ((6, 6), (12, 4), (20, 3))
"""With up to so many whys each has up to so many lines; with more it has two. The table has all words."""
_LONGEST_TITLE = 3
_OPEN = "no root cause is told yet"


class _Chain(NamedTuple):
    """A root cause: its title, the words that the answers finish, the answers, and where they are known from."""

    title: str
    start: str
    whys: tuple[str, ...]
    source: str


def draw(matter: Matter, catalog: Catalog) -> Picture | Lacking:
    """The fishbone of a case. Only chains that ended at something which the seller controls are drawn."""
    chains, open_ = _chains(matter.case, catalog)
    if not chains:
        why = (
            "The answers to “why” have not led to a root cause yet."
            if open_
            else "No root cause with answers to “why” stands in the case."
        )
        return Lacking(KIND.id, _TITLE, why, "`amends ask DIR` asks for them.")
    playbook = catalog.playbooks.get(matter.case.enforcement or "")
    effect = playbook.title if playbook else "What Amazon reported"
    one = len(chains) == 1
    summary = (
        f"Behind “{effect}” stands one root cause: “{chains[0].title}”."
        if one
        else f"Behind “{effect}” stand {len(chains)} root causes."
    )
    rows = []
    for chain in chains:
        for at, why in enumerate(chain.whys):
            step = "root cause" if at == len(chain.whys) - 1 else "why"
            rows.append((chain.title, chain.start if at == 0 else "", step, why, chain.source))
    notes = tuple(f"{title}: {_OPEN}." for title in open_)
    head = ("Cause", "Question", "Step", "Answer", "Known from")
    table = Table(_TITLE, head, tuple(rows), (summary, *notes), "Made from the facts of the case.")
    return Picture(KIND.id, _TITLE, summary, _svg(chains, effect, summary), table)


def _chains(case: Case, catalog: Catalog) -> tuple[list[_Chain], list[str]]:
    """The chains that have ended, and the titles of causes whose chain has not."""
    chains: list[_Chain] = []
    open_: list[str] = []
    for item in case.causes:
        cause: Cause | None = catalog.causes.get(item.partition("#")[0])
        if cause is None:
            continue
        fact = case.facts.get(f"{item}.why")
        if fact is not None and isinstance(fact.value, tuple) and fact.value:
            whys = tuple(map(one_line, fact.value))
            chains.append(_Chain(cause.title, cause.why_start, whys, source_words(case, fact.source)))
        elif cause.why_start:
            open_.append(cause.title)
    return chains, open_


def _svg(chains: Sequence[_Chain], effect: str, summary: str) -> str:
    canvas = Canvas()
    y = canvas.head(_TITLE, summary) + 4
    lines = wrapped(effect, ROOM - 24, TEXT + 1, bold=True, most=_LONGEST_TITLE)
    tall = len(lines) * (TEXT + 1) * LEADING + 14
    canvas.shape(
        [(LEFT, y), (RIGHT, y), (RIGHT, y + tall), (_SPINE + 14, y + tall), (_SPINE, y + tall + 12), (LEFT, y + tall)],
        DARK,
    )
    for at, line in enumerate(lines):
        canvas.text(LEFT + 12, y + 20 + at * (TEXT + 1) * LEADING, line, size=TEXT + 1, colour=WHITE, bold=True)
    top = y + tall + 10
    y = top + 4
    joints: list[float] = []
    whys = sum(len(_shown(chain)) for chain in chains[:_MOST])
    most = next((lines for count, lines in _LINES if whys <= count), 2)
    for chain in chains[:_MOST]:
        joints.append(y + 4)
        y = _bone(canvas, chain, y + 22, most) + 22
    canvas.line([(_SPINE, top), (_SPINE, joints[-1])], DARK, 4)
    y -= 22
    notes = [f"{len(chains) - _MOST} more root causes stand in the table."] if len(chains) > _MOST else []
    left_out = sum(len(chain.whys) - len(_shown(chain)) for chain in chains[:_MOST])
    if left_out:
        notes.append(f"{left_out:,} whys between are left out; they stand in the table.")
    if any(_cut(chain, most) for chain in chains[:_MOST]):
        notes.append("What is cut short here (…) stands in full in the table.")
    words = "; ".join(f"{chain.title}: {chain.start} {', since '.join(chain.whys)}" for chain in chains)
    return canvas.done(_TITLE, f"{summary} {words}", y, " ".join(notes), KIND.id)


def _cut(chain: _Chain, most: int) -> bool:
    """Whether an answer has more lines than are drawn."""
    room = RIGHT - _WORDS
    whys = _shown(chain)
    return any(len(wrapped(why, room, TEXT, bold=why is whys[-1])) > most for why in whys)


def _shown(chain: _Chain) -> tuple[str, ...]:
    """The answers that are drawn: all of a chain as people write it, of a longer one the first and the root cause."""
    if len(chain.whys) <= _MOST_WHYS:
        return chain.whys
    return (*chain.whys[: _MOST_WHYS - 1], chain.whys[-1])


def _bone(canvas: Canvas, chain: _Chain, y: float, most: int) -> float:
    """One root cause with its whys; its joint with the spine lies above `y`, and no text has more than
    `most` lines. Gives the y of its last line.
    """
    knee = (_BONE, y + 6)
    canvas.line([(_SPINE, y - 18), knee], DARK, 2.5)
    room = RIGHT - _WORDS
    y = canvas.lines(_WORDS, y + 10, chain.title, room, size=TEXT + 1, bold=True, most=_LONGEST_TITLE)
    if chain.start:
        y = canvas.lines(_WORDS, y + TEXT * LEADING + 4, chain.start, room, colour=GREY, most=most)
    marks: list[tuple[float, bool]] = []
    whys = _shown(chain)
    for at, why in enumerate(whys):
        last = at == len(whys) - 1
        y += TEXT * LEADING + 8
        marks.append((y - 4, last))
        head, colour = ("Root cause", ACCENT) if last else ("Why", GREY)
        canvas.text(_WORDS, y, head, size=SMALL + 1, colour=colour, bold=True)
        y = canvas.lines(_WORDS, y + TEXT * LEADING, why, room, bold=last, most=most)
    canvas.line([knee, (_BONE, marks[-1][0])], DARK, 2)
    for mark, last in marks:
        if last:
            canvas.shape([(_BONE, mark - 7), (_BONE + 7, mark), (_BONE, mark + 7), (_BONE - 7, mark)], ACCENT, WHITE)
        else:
            canvas.circle(_BONE, mark, 4, WHITE, DARK)
    return y


KIND = PictureKind("chain-of-whys", _TITLE, 20, draw)
