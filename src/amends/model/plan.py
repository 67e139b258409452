"""The plan: the written answer, each sentence with what it stands on; and the letter that is submitted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amends.model.notice import Route
from amends.typed import Literal


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it stands on: keys of facts and labels of exhibits.

    `fixed` marks words that state nothing about the case (a salutation, a lead-in) and so need no fact.
    """

    text: str
    facts: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or numbered point: the catalogue id it tells (`of`), its sentences, the causes it answers."""

    of: str
    sentences: tuple[Sentence, ...]
    numbered: bool = False
    answers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentences as they stand in the letter."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan: `id` is opening, root-cause, corrective-actions, preventive-measures, conclusion, …"""

    id: str
    heading: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What the plan still lacks: the fact or exhibit `key`, where it would stand, and what to do about it.

    `stated` marks what the seller said not to have: it is reported, and the letter goes on without it.
    """

    key: str
    section: str
    what: str
    remedy: str
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The written answer, by rule from case and playbook. `effective` and `complete` are computed from its dates."""

    enforcement: str
    route: Route
    sections: tuple[Section, ...]
    gaps: tuple[Gap, ...]
    effective: date | None
    complete: date | None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order of the letter."""
        return tuple(s for section in self.sections for item in section.items for s in item.sentences)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a letter: heading, paragraph, numbered point, bullet or gap (a visible note that something lacks)."""

    kind: Literal["heading", "paragraph", "number", "bullet", "gap"]
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """The text that is submitted, as blocks. `plan.md` and this hold the same content."""

    blocks: tuple[Block, ...]
