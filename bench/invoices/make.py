"""Make the invoices: a PDF and its truth for each, ten of each layout.

`python bench/invoices/make.py FOLDER [EACH]`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))

from invoices.layouts import layouts

EACH, SEED = 10, 20260314


def make(folder: Path, each: int = EACH) -> list[Path]:
    """The invoices in a folder; what is there already is made again and is the same."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, draw in layouts().items():
        for at in range(each):
            path = folder / f"{name}-{at:02d}.pdf"
            truth = draw(Random(f"{SEED}/{name}/{at}"), path).truth()
            path.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
            made.append(path)
    return made


if __name__ == "__main__":
    print(len(make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else EACH)), "invoices")
