"""How many mutants of the built-in letters the review finds, by kind: `python tools/mutants.py --seed 1`.

Each value of each example's letter is changed, one at a time, and the letter is held against its case. A mutant is
found when an error or a warning stands at the changed place. `told` counts the findings that say the value that was
there, `otherwise` those that say another one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.review.held import at, letters, told
from tests.review.mutants import mutants

from amends.app import demo


def main(seed: int, bare: bool, missed: bool, otherwise: bool) -> None:
    """Print the table."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as root:
        for letter in letters(lambda id: demo.demo(id, Path(root, id))):
            for mutant in mutants(letter.text, letter.case, seed):
                findings = at(letter, mutant, bare=bare)
                says = told(findings)
                of_it = any(mutant.was in words for words in says)
                tried[mutant.kind] += 1
                found[mutant.kind] += bool(findings)
                right[mutant.kind] += of_it
                wrong[mutant.kind] += bool(says) and not of_it
                if missed and not findings:
                    near = mutant.text[max(0, mutant.start - 60) : mutant.end + 60].replace("\n", " ")
                    print(f"missed {letter.id}, {mutant.kind}: {mutant.was!r} -> {mutant.now!r} in …{near}…")
                if otherwise and says and not of_it:
                    print(f"otherwise {letter.id}: {mutant.was!r} -> {mutant.now!r}: {says[0]}")
    print(f"{'':28} {'tried':>6} {'found':>6} {'':7} {'told':>6} {'otherwise':>9}")
    for kind in sorted(tried):
        print(_line(kind, tried[kind], found[kind], right[kind], wrong[kind]))
    print(_line("all", tried.total(), found.total(), right.total(), wrong.total()))


def _line(kind: str, tried: int, found: int, right: int, wrong: int) -> str:
    return f"{kind:28} {tried:6} {found:6} {found / tried:7.1%} {right:6} {wrong:9}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Mutants of the built-in letters, and how many the review finds.")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same mutants")
    parser.add_argument("--bare", action="store_true", help="without the drafted plan: facts, notices, exhibits only")
    parser.add_argument("--missed", action="store_true", help="print each mutant that was not found")
    parser.add_argument("--otherwise", action="store_true", help="print each finding that says another value")
    asked = parser.parse_args()
    main(asked.seed, asked.bare, asked.missed, asked.otherwise)
