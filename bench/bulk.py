"""Many letters: one worker against two, the memory of the process that leads them, and the index over earlier plans.

`python bench/bulk.py [LETTERS]` (default 4,000; 100,000 is the size of the goals). The letters are made up
(`letters.py`). Both runs of a pair follow each other; each is a process of its own, so that its memory is its own.
Goals: two workers at least 1.85 times one, a leader whose memory does not grow with the letters, a query over the
index well under a second.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from letters import letters

import amends

_PAIRS = 3
_CHECK = """
import json, resource, sys, time
from datetime import date
from amends.app.bulk import folder as bulk
start = time.perf_counter()
checked = bulk.check_folder(sys.argv[1], jobs=int(sys.argv[2]), today=date(2026, 7, 1), resume=False)
own, workers = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"s": time.perf_counter() - start, "letters": checked.letters, "own": own, "worker": workers}))
"""
_INDEX = """
import json, os, resource, sys, time
from amends.app.review import earlier
from amends.review import review
from amends.store.sketches import Index
folder, draft = sys.argv[1:3]
index = Index(folder)
start = time.perf_counter()
built = earlier.refresh([folder])
build = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
text = open(draft, encoding="utf-8").read()
queries = []
for _ in range(5):
    start = time.perf_counter()
    plans = earlier.earlier_plans(text, "draft.txt", [folder])
    queries.append(time.perf_counter() - start)
start = time.perf_counter()
found = [f for f in review(text, "draft.txt", earlier=plans) if f.rule == "SU09"]
print(json.dumps({"built": built, "build": build, "peak": peak, "query": sorted(queries)[2], "plans": len(plans),
    "review": time.perf_counter() - start, "found": len(found), "size": os.path.getsize(index.file) / 1e6}))
"""


def run(program: str, *words: object) -> dict[str, float]:
    """What a program in a process of its own measured."""
    environment = {**os.environ, "PYTHONPATH": str(Path(amends.__file__).parent.parent)}
    command = [sys.executable, "-c", program, *map(str, words)]
    made: dict[str, float] = json.loads(
        subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout
    )
    return made


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    scratch = Path(tempfile.mkdtemp(prefix="amends-bulk-"))
    os.environ["XDG_CACHE_HOME"] = str(scratch / "cache")
    try:
        sizes = [max(200, number // 20), number]
        for size in sizes:
            folder = scratch / str(size)
            folder.mkdir()
            for at, text in enumerate(letters(size)):
                (folder / f"letter-{at:06}.txt").write_text(text, encoding="utf-8")
        _workers(scratch, sizes)
        _index(scratch / str(number), scratch, number)
    finally:
        shutil.rmtree(scratch)


def _workers(scratch: Path, sizes: list[int]) -> None:
    small = run(_CHECK, scratch / str(sizes[0]), 2)
    print(f"{'letters':>9}{'workers':>9}{'s':>9}{'a second':>10}{'leader MB':>11}{'worker MB':>11}")
    _line(small, 2)
    ratios = []
    for _ in range(_PAIRS if sizes[1] <= 20_000 else 1):
        one, two = (run(_CHECK, scratch / str(sizes[1]), jobs) for jobs in (1, 2))
        _line(one, 1)
        _line(two, 2)
        ratios.append(one["s"] / two["s"])
    print(f"two workers are {sorted(ratios)[len(ratios) // 2]:.2f} times one (goal 1.85)")
    more = f"{two['own'] - small['own']:+.1f} MB for {sizes[1] / sizes[0]:.0f} times the letters"
    print(f"the leader takes {more} (goal 0)\n")


def _line(run: dict[str, float], jobs: int) -> None:
    rate = run["letters"] / run["s"]
    print(f"{run['letters']:>9,}{jobs:>9}{run['s']:>9.1f}{rate:>10,.0f}{run['own']:>11.1f}{run['worker']:>11.1f}")


def _index(folder: Path, scratch: Path, number: int) -> None:
    draft = scratch / "draft.txt"
    halves = [(folder / f"letter-{at:06}.txt").read_text(encoding="utf-8") for at in (number // 3, number // 2)]
    draft.write_text(halves[0][: len(halves[0]) // 2] + halves[1][len(halves[1]) // 2 :], encoding="utf-8")
    first, again = (run(_INDEX, folder, draft) for _ in range(2))
    size = f"{first['peak']:.0f} MB peak, {first['size']:.0f} MB on disk"
    print(f"index over {number:,} plans: {first['build']:.1f} s, {size}")
    print(
        f"every file asked again, nothing changed: {again['build'] * 1000:.0f} ms for {again['built']:.0f} plans read"
    )
    print(f"query: {again['query'] * 1000:.0f} ms for {again['plans']:.0f} plans (goal well under 1000)")
    print(f"review against them: {again['review'] * 1000:.0f} ms, {again['found']:.0f} sentences found again")


if __name__ == "__main__":
    main()
