"""Write `src/amends/review/templates/`: published templates as fingerprints of their sentences, never their text.

Usage: python tools/fingerprint_templates.py FILE... [--honest FOLDER]...

Each file holds one template; its name without `.txt` says where it was published. What stands in [brackets] is a
blank. Pairs of words that honest plans use too are left out, and so are those that many templates share: stock
phrases are nobody's. Templates that were written before stay. Honest plans are those of this repository's tests and
golden cases, and of each FOLDER.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from amends.review import fingerprints, likeness  # noqa: E402
from amends.review.language.words import tokens  # noqa: E402
from amends.text import folded, sentences  # noqa: E402

HONEST = ("tests/review/letters/good", "tests/review/plans", "tests/golden")
STOCK = 3
"""In so many templates a pair of words counts as a stock phrase."""
_BLANK = re.compile(r"\[[^\]\n]*\]")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--honest", action="append", default=[], type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    common = _common(options.honest)
    templates = {file.name.removesuffix(".txt"): _sentences(file) for file in sorted(options.files)}
    spread = Counter(pair for found in templates.values() for pair in {pair for one in found for pair in one})
    for source, pairs in _known().items():
        if source not in templates:
            spread.update(pairs)
    common |= {pair for pair, number in spread.items() if number >= STOCK}
    folder = Path(fingerprints.FOLDER)
    for source, found in templates.items():
        kept = [sorted(sentence - common) for sentence in found]
        kept = [sentence for sentence in kept if len(sentence) >= likeness.FEWEST]
        text = "".join(fingerprints.line(sentence) + "\n" for sentence in kept)
        (folder / f"{source}{fingerprints.ENDING}").write_text(text, encoding="ascii")
        print(f"{source}: {len(kept)} of {len(found)} sentences")
    return 0


def _sentences(file: Path) -> list[set[int]]:
    return [set(likeness.pairs(found)) for found in _codes(_BLANK.sub(" ", file.read_text(encoding="utf-8")))]


def _known() -> dict[str, set[int]]:
    """The pairs of each source that was written before."""
    found: dict[str, set[int]] = {}
    for sentence in fingerprints.templates().sentences:
        found.setdefault(sentence.source, set()).update(sentence.pairs)
    return found


def _common(folders: list[Path]) -> set[int]:
    common: set[int] = set()
    for folder in (*(ROOT / name for name in HONEST), *folders):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".txt", ".md"):
                for found in _codes(file.read_text(encoding="utf-8")):
                    common |= likeness.loose(found)
    return common


def _codes(text: str) -> Iterator[list[int]]:
    for line in text.splitlines():
        for sentence in sentences(line):
            words, _ = tokens(folded(sentence.quote), 0, len(sentence.quote))
            yield likeness.codes(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
