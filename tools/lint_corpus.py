"""Print the findings on each plan of a corpus beside what its readers found wrong.

Usage: python tools/lint_corpus.py [FOLDER] [--quiet]

FOLDER holds `poas/*.txt` and `labels.json`; by default it is looked for beside the checkout. Without it there is
nothing to do.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from amends.catalog import load
from amends.review import review
from amends.text import one_line


def main(arguments: list[str]) -> int:
    folders = [argument for argument in arguments if not argument.startswith("-")]
    folder = Path(folders[0]) if folders else Path(__file__).parent.parent.parent / "shared" / "corpus"
    if not (folder / "poas").is_dir():
        print(f"{folder}: no plans here, nothing to check")
        return 0
    labels = _labels(folder / "labels.json")
    counts: Counter[str] = Counter()
    plans = sorted((folder / "poas").glob("*.txt"))
    for file in plans:
        text = file.read_text(encoding="utf-8")
        label = labels.get(f"poas/{file.name}", {})
        findings = review(text, file.name, catalog=load(), enforcement=str(label.get("enforcement") or "") or None)
        counts.update(finding.level for finding in findings)
        print(f"== {file.name}  {label.get('enforcement', '')}  {label.get('verdict', '')}")
        print(f"   readers said: {one_line(str(label.get('critique') or '-'), 200)}")
        if "--quiet" not in arguments:
            for finding in findings:
                quote = one_line(finding.span.quote, 44)
                print(f"   {finding.level:8}{finding.rule} {finding.name:26} {quote}")
    total = ", ".join(f"{counts[level]} {level}s" for level in ("error", "warning", "note"))
    print(f"\n{len(plans)} plans: {total}")
    return 0


def _labels(file: Path) -> dict[str, dict[str, object]]:
    if not file.is_file():
        return {}
    entries = json.loads(file.read_text(encoding="utf-8"))
    return {str(entry["file"]): entry for entry in entries}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
