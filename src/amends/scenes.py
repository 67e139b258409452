"""The scenes in which things go wrong at a seller's, as they are kept with the compiled knowledge.

A scene is a file of `review/scenes`: which enforcements it `explains:`, and its signs, parted by empty lines. A sign is
one group of words or several, each behind a "&", of which each must be met; `stem*` stands for all words that begin so,
`two_words` for words in a row, `@name` for a group of `words.txt`. `notices.txt` has the words that a notice itself is
called by.
"""

from __future__ import annotations

import os
import re

from amends.typed import Any

_SHARED, _NOTICES = "words.txt", "notices.txt"
_NAMED = re.compile(r"^([@\w-]+):", re.M)


def read(folder: str) -> dict[str, dict[str, Any]]:
    """Of each word, stem and row of words the numbers of the groups that it stands in; of each scene what it explains
    and its signs as numbers of groups; of each notice the group of its own words.
    """
    files = {name: _text(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".txt")}
    shared = _entries(files.pop(_SHARED))
    numbers: dict[str, int] = {}
    words: dict[str, list[int]] = {}
    stems: dict[str, list[int]] = {}

    def number_of(group: str) -> int:
        plain = " ".join(shared.get(word, word) for word in group.split())
        if plain not in numbers:
            numbers[plain] = len(numbers)
            for word in plain.split():
                into = stems if word.endswith("*") else words
                into.setdefault(word.rstrip("*").replace("_", " "), []).append(numbers[plain])
        return numbers[plain]

    own = {id: number_of(group) for id, group in _entries(files.pop(_NOTICES)).items()}
    scenes: dict[str, Any] = {}
    for name, text in files.items():
        head, *signs = (block for block in text.split("\n\n") if block.strip())
        scenes[name.removesuffix(".txt").replace("-", " ")] = [
            _entries(head)["explains"].split(),
            [[number_of(group) for group in sign.split("&")] for sign in signs],
        ]
    return {"words": words, "stems": stems, "scenes": scenes, "own": own}


def _text(file: str) -> str:
    with open(file, encoding="utf-8") as source:
        return "\n".join(line for line in source.read().splitlines() if not line.startswith("#")).strip()


def _entries(text: str) -> dict[str, str]:
    """What stands behind each name with a colon."""
    pieces = _NAMED.split(text)
    return {name: " ".join(words.split()) for name, words in zip(pieces[1::2], pieces[2::2], strict=True)}
