"""Signals: described in `amends.signal`. Parsing them, and finding them in a passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from amends.notice.passage import Hit, Passage
from amends.typed import NamedTuple

_VALUE_WORDS = 8


class Signal(NamedTuple):
    """A parsed signal. `groups` must all stand in one sentence; `field` is the label group of a labelled line."""

    groups: tuple[str, ...] = ()
    field: str = ""
    unless: str = ""
    within: int = 0
    weight: float = 2.0
    level: str = ""
    enforcements: tuple[str, ...] = ()
    sign: str = ""
    anywhere: bool = False
    branch: str = ""


def parsed(entry: Mapping[str, object]) -> Signal:
    """A signal from its mapping, which is taken to be sound: `faults` tells whether it is."""
    near = entry.get("near")
    groups = tuple(str(group) for group in near) if isinstance(near, Sequence) else ()
    weight, within = entry.get("weight", 2.0), entry.get("within", 0)
    return Signal(
        groups=groups or ((str(entry["any"]),) if "any" in entry else ()),
        field=str(entry.get("field", "")),
        unless=str(entry.get("not", "")),
        within=int(within) if isinstance(within, (int, float)) else 0,
        weight=float(weight) if isinstance(weight, (int, float)) else 2.0,
        level=str(entry.get("level", "")),
        enforcements=tuple(part.strip() for part in str(entry.get("enforcement", "")).split("|") if part.strip()),
        sign=str(entry.get("sign", "")),
        anywhere=bool(entry.get("anywhere", False)),
        branch=str(entry.get("branch", "")),
    )


@lru_cache(maxsize=512)
def near(groups: tuple[str, ...], unless: str = "", within: int = 0) -> Signal:
    """A signal written in code rather than in a knowledge file."""
    return Signal(groups=groups, unless=unless, within=within)


def found(signal: Signal, passage: Passage) -> Iterator[Hit]:
    """The places of a signal, one a sentence, in the order of the text."""
    if signal.field:
        yield from _fields(signal, passage)
        return
    if not signal.groups:
        return
    lists: list[dict[int, list[Hit]]] = []
    for group in signal.groups:
        hits = passage.hits(group)
        if not hits:
            return
        by_sentence: dict[int, list[Hit]] = {}
        for hit in hits:
            by_sentence.setdefault(hit.sentence, []).append(hit)
        lists.append(by_sentence)
    voided = {hit.sentence for hit in passage.hits(signal.unless)} if signal.unless else frozenset()
    fewest = min(lists, key=lambda by_sentence: len(by_sentence))
    for sentence in sorted(fewest):
        if sentence in voided or not all(sentence in places for places in lists):
            continue
        together = _together([places[sentence] for places in lists], signal.within)
        if together is not None:
            yield together


def _together(places: list[list[Hit]], within: int) -> Hit | None:
    """One hit that spans the first of each group; with `within`, the first cluster that is near enough."""
    for anchor in places[0][:20]:
        chosen = [min(group, key=lambda hit: abs(hit.start - anchor.start)) for group in places]
        start, end = min(hit.start for hit in chosen), max(hit.end for hit in chosen)
        if not within or end - start <= within:
            return Hit(anchor.sentence, start, end)
    return None


def _fields(signal: Signal, passage: Passage) -> Iterator[Hit]:
    values = passage.hits(signal.groups[0])
    if not values:
        return
    for label in passage.hits(signal.field):
        span = value_range(passage, label.end)
        if span is None:
            continue
        for value in values:
            if span[0] <= value.start < span[1]:
                yield Hit(label.sentence, label.start, value.end)
                break


def value_range(passage: Passage, end: int) -> tuple[int, int] | None:
    """The characters of the value behind a label that ends at `end`, or None when no colon follows the label."""
    folded = passage.folded
    at = end
    while at < len(folded) and folded[at] in " \t*_()s":
        at += 1
    if at >= len(folded) or folded[at] not in ":=：":
        return None
    at += 1
    while at < len(folded) and folded[at] in " \t\r\n*_":
        at += 1
    stop = folded.find("\n", at)
    stop = len(folded) if stop < 0 else stop
    words = passage.word_range(at, stop)
    for count, word in enumerate(words):
        after = folded[passage.ends[word] : passage.ends[word] + 1]
        if count and after == ":" and not folded.startswith("://", passage.ends[word]):
            return at, passage.starts[word]
        if count >= _VALUE_WORDS:
            return at, passage.starts[word]
    return at, stop
