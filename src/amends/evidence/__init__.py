"""Exhibits: taking files in, and the checklist of what a case calls for. Pure; `app` reads the files."""

from amends.evidence.checklist import Checked, checklist
from amends.evidence.filename import original
from amends.evidence.kinds import Guess, guess
from amends.evidence.sniff import sniff
from amends.evidence.take import take

__all__ = ["Checked", "Guess", "checklist", "guess", "original", "sniff", "take"]
