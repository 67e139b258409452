"""What figures should make what: a claim of a reading of sums, and whether it is doubted.

A claim is doubted where the figures nearly make what is told, and where no other figures of the account give just that.
"""

from __future__ import annotations

from amends.review.reckoning.account import Entry, Wrong, added, explained, over, same, shown
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_PLURALS = frozenset("was is has went this its as thus less across does".split())
PEOPLE = frozenset("people men women children feedback stock staff".split())


class Claim(NamedTuple):
    """What is told, the figures that should make it (some added, some taken away), and how far off is a slip."""

    told: Entry
    plus: Sequence[Entry]
    minus: Sequence[Entry]
    slack: float
    whole_list: bool = False

    @property
    def made(self) -> float:
        """What the figures make."""
        return sum(entry.value for entry in self.plus) - sum(entry.value for entry in self.minus)

    @property
    def off(self) -> float:
        """How far that is from what is told."""
        return abs(self.made - self.told.value)


def doubtful(claim: Claim, entries: Sequence[Entry], times: bool) -> bool:
    """Whether the figures should make what is told, nearly do, and nothing explains the difference."""
    told, made = claim.told, claim.made
    entries = [entry for entry in entries if times or entry.unit == told.unit]
    others = [entry.value for entry in entries if entry is not told]
    if any(entry.vague for entry in (told, *claim.plus, *claim.minus)):
        return False
    # "Two buyers, three sellers and one temp, six people".
    ones = told.words.count("one") if not claim.minus else 0
    if (
        made <= 0
        or same(made + ones, told.value)
        or same(made, told.value)
        or abs(made - told.value) > claim.slack
        or (not claim.whole_list and explained(told.value, others, times))
    ):
        return False
    whole = claim.plus[0] if claim.minus else told
    parts = (*claim.plus[1:], *claim.minus, told) if claim.minus else claim.plus
    if max(part.value for part in parts) >= whole.value and (len(claim.plus) == 1 or not claim.minus):
        return False
    if not claim.minus and any(same(made, entry.value) for entry in entries if entry not in claim.plus):
        # "54 of the 61 were brackets, 38 of one and 16 of another."
        return False
    if claim.whole_list:
        return not any(same(sum(part.value for part in claim.plus[:many]), made) for many in range(2, len(claim.plus)))
    others = [entry.value for entry in entries if not same(entry.value, whole.value)]
    return not explained(whole.value, others, times)


def said(claim: Claim) -> Wrong:
    """The mistake in words."""
    made, told = shown(claim.made), shown(claim.told.value)
    found = [claim.told, *claim.plus, *claim.minus]
    if not claim.minus:
        return over(found, f"{added(claim.plus)} makes {made}, not {told}.")
    less = sum(entry.value for entry in claim.minus)
    return over(found, f"{added(claim.plus)} less {shown(less)} leaves {made}, not {told}.")


def others_of(entries: Sequence[Entry], one: Entry) -> list[Entry]:
    """The other figures of the same unit."""
    return [entry for entry in entries if entry.unit == one.unit and entry is not one]


def value_of(entry: Entry) -> float:
    """The value of a figure, to compare by."""
    return entry.value


def plural(behind: tuple[str, ...]) -> bool:
    """Whether words hold a plural noun."""
    return any(
        word in PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS)
        for word in behind
    )
