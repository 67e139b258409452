"""How many mutants of the built-in letters the review finds, by kind: `python tools/mutants.py [SEED] [--bare]`.

Each value of each example's letter is changed, one at a time, and the letter is held against its case. A mutant is found
when an error or a warning stands at the changed place; `told` counts those whose message says the value that was there,
`otherwise` those that say another one (`--told` prints these). `--bare` leaves the drafted plan out, as a program does that
only has the case; then nothing but facts, notices and exhibits speak.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from review.held import at, letters  # type: ignore[import-not-found]  # noqa: E402
from review.mutants import mutants  # type: ignore[import-not-found]  # noqa: E402


def main(seed: int, bare: bool, missed: int, show: bool) -> None:
    """Print the table."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as root:
        for letter in letters(Path(root)):
            for mutant in mutants(letter.text, letter.case, seed):
                tried[mutant.kind] += 1
                findings = at(letter, mutant, bare=bare)
                if findings:
                    found[mutant.kind] += 1
                    told = [f.message for f in findings if "the case says" in f.message or "the notice has" in f.message]
                    right[mutant.kind] += any(mutant.was in words for words in told)
                    wrong[mutant.kind] += bool(told) and not any(mutant.was in words for words in told)
                    if show and told and not any(mutant.was in words for words in told):
                        print(f"{mutant.was!r} -> {mutant.now!r}: {told[0]}")
                elif missed:
                    missed -= 1
                    line = mutant.text[max(0, mutant.start - 60) : mutant.end + 60].replace("\n", " ")
                    print(f"missed {letter.id} {mutant.kind}: {mutant.was!r} -> {mutant.now!r} in …{line}…")
    for kind in sorted(tried):
        print(f"{kind:28} {found[kind]:5} of {tried[kind]:5}  {found[kind] / tried[kind]:6.1%}  told {right[kind]:5}  otherwise {wrong[kind]:5}")
    print(f"{'all':28} {found.total():5} of {tried.total():5}  {found.total() / tried.total():6.1%}  told {right.total():5}  otherwise {wrong.total():5}")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else 1, "--bare" in sys.argv, numbers[1] if len(numbers) > 1 else 0, "--told" in sys.argv)
