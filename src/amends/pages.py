"""A dictionary as text, a page for all words that begin alike.

It is read at one go, whatever its size, and only the pages of words that are looked up are ever opened: as a `dict` of
its words it would take the time of a start, and thirty times the memory, to make objects of which a letter asks for one
in a hundred.
"""

from __future__ import annotations

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A page by what its words begin with; on it each word between a line break and a tab, and what is said of it behind.
Pages = dict[str, str]
BEGINNING, STEM = 2, 3


def paged(said: Mapping[str, str], letters: int = BEGINNING) -> Pages:
    """The pages of these words with what is said of each, which is one line."""
    found: dict[str, list[str]] = {}
    for word, line in said.items():
        found.setdefault(word[:letters], ["\n"]).append(f"{word}\t{line}\n")
    return {beginning: "".join(lines) for beginning, lines in found.items()}


def looked_up(pages: Mapping[str, str], word: str) -> str | None:
    """What is said of a word, or None."""
    page = pages.get(word[:BEGINNING])
    if page is None:
        return None
    at = page.find(f"\n{word}\t")
    if at < 0:
        return None
    at += len(word) + 2
    return page[at : page.find("\n", at)]


def begun(pages: Mapping[str, str], word: str) -> Iterator[str]:
    """What is said of the stems with which a word begins, each of which has three letters at least (`STEM`)."""
    page = pages.get(word[:STEM])
    if page is not None:
        for line in page.split("\n"):
            stem, _, said = line.partition("\t")
            if stem and word.startswith(stem):
                yield said
