"""What a notice demands, each with its branch and its place: to comply, or to show that the step was an error.

The kinds of asks are files of `data/asks/`; their signals count only where the text requests something, so that
"we have received your invoices" asks for nothing. Both branches are kept apart and in the order of the notice.
"""

from __future__ import annotations

from collections.abc import Mapping

from amends.model import Ask, Branch
from amends.notice import signals
from amends.notice.parts import Place
from amends.notice.passage import Passage
from amends.playbook import AskKind

PARTS_OF_A_PLAN = ("root-cause", "corrective-actions", "preventive-measures")


def asks(passage: Passage, places: tuple[Place, ...], kinds: Mapping[str, AskKind]) -> tuple[Ask, ...]:
    """The asks of a notice in its order, each once a branch. A plan asked by its parts is told by its parts."""
    told: dict[tuple[str, Branch], Ask] = {}
    for id, kind in kinds.items():
        for entry in kind.signals:
            signal = signals.parsed(entry)
            for hit in signals.found(signal, passage):
                place = places[hit.sentence]
                if not (place.asks or signal.anywhere) or place.part == "help":
                    continue
                if place.part in ("consequence", "next") and not (
                    signal.anywhere or place.listed or place.part == "next"
                ):
                    continue
                if (
                    signal.branch == "in-error"
                    and place.part not in ("error",)
                    and not _doubts_the_step(passage, hit.sentence)
                ):
                    continue
                branch: Branch = "in-error" if place.part == "error" or signal.branch == "in-error" else "comply"
                known = told.get((id, branch))
                if known is None or hit.start < known.span.start:
                    told[id, branch] = Ask(id, branch, passage.quote(hit.sentence, hit.start, hit.end))
    for branch in ("comply", "in-error"):
        if sum((part, branch) in told for part in PARTS_OF_A_PLAN) > 1:
            told.pop(("plan", branch), None)
    return tuple(sorted(told.values(), key=lambda ask: (ask.span.start, _rank(ask.id), ask.id)))


def _doubts_the_step(passage: Passage, sentence: int) -> bool:
    return passage.has(
        "error | mistake | mistaken* | wrong | incorrect* | disagree | irrtum | ~誤 | ~错误 | ~間違", sentence
    )


def _rank(id: str) -> int:
    return PARTS_OF_A_PLAN.index(id) if id in PARTS_OF_A_PLAN else len(PARTS_OF_A_PLAN)
