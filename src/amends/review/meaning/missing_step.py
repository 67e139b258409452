"""Whether a statement names a step, check or task of the seller's own that was missing or set wrong."""

from __future__ import annotations

from amends.review.meaning.senses import Senses

SELF = frozenset("we i us me our my ours mine ourselves myself".split())
_RULES = frozenset(
    "rule rules standard permission permissions list test limit reference plan role file files access".split()
)
_ABLE = frozenset(("can", "could", "cannot"))
_OF_RIGHTS = frozenset("rights brand trademark patent copyright account".split())
# "A test is not possible for us" names no step that was left out by mistake.
_UNABLE = frozenset("possible affordable feasible worth realistic practicable economical sustainable".split())
_OUR = frozenset(("our", "my"))
_DETERMINERS = frozenset("no without lack lacked lacking missing absent only never nobody none no-one sin ohne".split())


def misses_step(found: Senses, words: tuple[str, ...], *, strict: bool = False) -> bool:
    """Whether a step, check or task of the seller's own is named that was missing or set wrong.

    `strict` wants the lack right before the step, for statements in which "not" and "rules" stand for themselves.
    """
    if strict:
        steps = [start for start, _ in found.of("process") if words[start] not in _RULES]
        return any(
            words[first] in _DETERMINERS and 0 <= start - last <= 2
            for first, last in found.of("lacking")
            for start in steps
        ) or any(_OUR.intersection(words[max(0, start - 2) : start]) for start in steps)
    for first, last in found.of("lacking"):
        if not _UNABLE.isdisjoint(words[last : last + 2]):
            continue
        for start, _ in found.of("process"):
            if words[start] == "owner" and not _OF_RIGHTS.isdisjoint(words[max(0, start - 1) : start]):
                continue
            if first - 6 <= start < last + 6 and _ABLE.isdisjoint(
                words[max(0, min(first, start) - 1) : max(first, start)]
            ):
                return True
    for first, last in found.of("lacking"):
        near = next((s for s in found.of("diligence") if last <= s.first < last + 4), None)
        if near is not None and _ABLE.isdisjoint(words[max(0, first - 1) : near.first]):
            return True
    return any(
        SELF.intersection(words[max(0, first - 3) : first]) and any(word[0].isdigit() for word in words)
        for first, _ in found.of("process")
    )
