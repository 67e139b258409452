"""One thing that a notice asks for, and how documents answer it."""

from __future__ import annotations

from dataclasses import dataclass

from amends import needed
from amends.model import Outcome


@dataclass(frozen=True, slots=True)
class Demand:
    """One ask of the notice that documents answer: which exhibits do, and how well.

    `standing` says how it is answered where no exhibit does; it fails only where a document is needed.
    """

    ask: str
    title: str
    quote: str
    exhibits: tuple[str, ...]
    verdict: Outcome
    message: str
    todo: str = ""
    standing: needed.Standing = "documents"
