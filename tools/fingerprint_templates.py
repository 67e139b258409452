"""Write `src/amends/review/fingerprints.py` from published templates: hashes only, never their text.

Usage: python tools/fingerprint_templates.py FILE...

Each file holds one template; its name without `.txt` says where it was published. What stands in [brackets] is a blank.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from amends.review.likeness import prints  # noqa: E402
from amends.review.words import tokens  # noqa: E402
from amends.text import folded, sentences  # noqa: E402

HEAD = '''"""Published templates as hashes of their four-word runs (see `likeness.py`), by where they were published.

Written by `tools/fingerprint_templates.py`; the texts are not kept.
"""

'''


def main(files: list[str]) -> int:
    if not files:
        print(__doc__)
        return 2
    written = [HEAD, "TEMPLATES = {\n"]
    for name in sorted(files):
        found = _prints(Path(name).read_text(encoding="utf-8"))
        written.append(f'    "{Path(name).name.removesuffix(".txt")}": (\n')
        rows = (found[at : at + 12] for at in range(0, len(found), 12))
        written.extend(f'        "{" ".join(f"{number:08x}" for number in row)} "\n' for row in rows)
        written.append("    ),\n")
    written.append("}\n")
    target = ROOT / "src" / "amends" / "review" / "fingerprints.py"
    target.write_text("".join(written), encoding="utf-8")
    print(f"{target}: {len(files)} templates")
    return 0


def _prints(text: str) -> list[int]:
    found: dict[int, None] = {}
    for sentence in sentences(text):
        for piece in re.split(r"\[[^\]]*\]|\([^)]*\[[^)]*\)", sentence.quote):
            words, _ = tokens(folded(piece), 0, len(piece))
            found.update(dict.fromkeys(prints(words)))
    return list(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
