"""The interview: what is still open, and what an answer makes of the case. Pure; a door shows and saves."""

from amends.interview.answer import answer
from amends.interview.apply import apply
from amends.interview.ask import again, ask, question
from amends.interview.overview import Entry, Progress, Unused, around, overview, progress, unused
from amends.interview.question import STEPS, Option, Prefill, Question, Said, as_json
from amends.interview.start import start

__all__ = [
    "STEPS", "Entry", "Option", "Prefill", "Progress", "Question", "Said", "Unused", "again", "answer", "apply",
    "around", "as_json", "ask", "overview", "progress", "question", "start", "unused",
]  # fmt: skip
