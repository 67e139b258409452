"""Make the invoices: a PDF and its truth for each, ten of each layout, and their scans.

`python bench/invoices/make.py FOLDER [EACH]` makes FOLDER/text, FOLDER/clean and FOLDER/poor.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from invoices.layouts import layouts
from invoices.scans import KINDS, scan

EACH, SEED = 10, 20260314


def make(folder: Path, each: int = EACH) -> list[Path]:
    """The invoices in a folder; what is made again is the same."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, draw in layouts().items():
        for at in range(each):
            path = folder / f"{name}-{at:02d}.pdf"
            truth = draw(Random(f"{SEED}/{name}/{at}"), path).truth()
            path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
            made.append(path)
    return made


def scans(invoices: list[Path], folder: Path, kind: str) -> list[Path]:
    """The scans of one class; the truth of each stands beside its invoice under the same stem."""
    seeds = [Random(f"{SEED}/{kind}/{path.stem}") for path in invoices]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(scan, invoices, repeat(folder), repeat(kind), seeds, chunksize=8))


def main() -> None:
    folder = Path(sys.argv[1])
    invoices = make(folder / "text", int(sys.argv[2]) if len(sys.argv) > 2 else EACH)
    print(len(invoices), "invoices")
    for kind in KINDS:
        print(len(scans(invoices, folder / kind, kind)), kind, "scans")


if __name__ == "__main__":
    main()
