"""A letter has the same findings in every process: sets of words, whose order differs, decide nothing."""

from __future__ import annotations

import os
import subprocess
import sys

LETTERS = (
    "I swear, under penalty of perjury, that I have a good faith belief that this was a mistake.",
    "Please show kindness, since our employees' jobs hang on this account and our kids have no other income.",
    "We are thankful to be part of such a great marketplace, and I've got two kids at university.",
)
PROGRAM = "import sys; from amends.review import review; print([review(text, 'a.txt') for text in sys.argv[1:]])"


def findings(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", PROGRAM, *LETTERS]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_a_letter_has_the_same_findings_whatever_the_hash_seed() -> None:
    found = findings("0")

    assert "TO07" in found and "TO06" in found
    assert all(found == findings(seed) for seed in ("1", "2", "3"))
