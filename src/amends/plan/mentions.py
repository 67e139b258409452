"""Lists that a letter has named already: fourteen ASINs are written once and then referred to, as a person would."""

from __future__ import annotations

from amends import identifiers, values
from amends.model import Case

_LONG = 3
_EVERY = {2: "both"}


class Mentions:
    """Remembers which lists of ASINs and orders were named in the letter, in this section, and in this point."""

    def __init__(self, case: Case) -> None:
        whole = (case.value("case.asins"), case.value("case.orders"))
        self._whole = {_key(ids) for ids in whole if isinstance(ids, tuple)}
        self._letter: set[tuple[str, ...]] = set()
        self._section: set[tuple[str, ...]] = set()
        self._item: set[tuple[str, ...]] = set()

    def section(self) -> None:
        """Begin a section."""
        self._section = set()

    def item(self) -> None:
        """Begin a paragraph or point."""
        self._item = set()

    def add(self, ids: tuple[str, ...]) -> None:
        """Note that a list was written out."""
        for told in (self._letter, self._section, self._item):
            told.add(_key(ids))

    def named(self, ids: tuple[str, ...]) -> str:
        """The list with its noun; a list that the reader has in mind is referred to, if that is plain and shorter."""
        key, many = _key(ids), len(ids)
        written = values.say(ids, "named")
        if many == 1 or key not in self._letter:
            return written
        noun = "orders" if identifiers.order_fault(ids[0]) is None else "ASINs"
        number = values.counted(many, "").split()[0]
        if key in self._item:
            return f"both {noun}" if many == 2 else f"these {number} {noun}"
        if key in self._whole:
            near = key in self._section or many > _LONG
            return f"{_EVERY.get(many, f'all {number}')} {noun}" if near else written
        rivals = [told for told in self._letter if len(told) == many and told != key]
        return f"the {number} {noun} named above" if many > _LONG and not rivals else written


def _key(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(ids))
