"""The interview: what is still open, and what an answer makes of the case. Pure; a door shows and saves."""

from amends.interview.answer import answer
from amends.interview.apply import apply
from amends.interview.ask import again, ask
from amends.interview.question import STEPS, Option, Prefill, Question, as_json
from amends.interview.start import start

__all__ = ["STEPS", "Option", "Prefill", "Question", "again", "answer", "apply", "as_json", "ask", "start"]
