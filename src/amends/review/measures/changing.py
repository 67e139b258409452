"""Whether what stands among the actions tells of anything that the seller did about it.

Looking, reading, talking, regretting and knowing change nothing for a buyer, how things stand is no deed, and what
Amazon did is Amazon's. A deed is told in the past, by a participle with its day, or by a day that a line begins with.
"""

from __future__ import annotations

from itertools import pairwise

from amends.review.language.verbs import is_past
from amends.review.language.words import MASKED
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.review.letter.pieces import Statement

# Pasts after which nothing has changed yet.
_OF_THE_MIND = frozenset(
    "understood grasped realised realized recognised recognized acknowledged accepted noted learned learnt discussed "
    "talked spoke spoken met regretted apologised apologized looked read reread studied considered thought analysed "
    "analyzed assessed evaluated reflected investigated examined seen saw saw found noticed concluded agreed decided "
    "planned intended promised hoped wished explained emphasised emphasized stressed reminded raised taken took held "
    "heard listened asked received got had was were been been said told wrote written believed knew known felt "
    "identified "
    "established determined committed resolved meant wanted tried began begun started reviewed monitored watched "
    "familiarised familiarized informed involved concerned named called warned urged brought put made given gave kept "
    "observed pondered debated mentioned addressed".split()
)
# With these the same words do change something: "informed 40 buyers", "took 5 irons out of stock".
_CHANGED = frozenset(
    "stock sale shelf offline buyers customers refund refunds money units pieces supplier carrier factory "
    "authority "
    "removal recall password passwords price invoice software printer contract cartons test destroyed".split()
)
_AT_ONCE = frozenset("fixed set reset put cut shut done".split())
_OTHERS = frozenset("you your amazon amazon's".split())


def nothing_changed(statements: Iterable[Statement]) -> bool:
    """Whether none of these sentences, of which there is one at least, tells of a deed of the seller."""
    rows = [statement for statement in statements if len(statement.words) > 2]
    return bool(rows) and not any(map(changes, rows))


def changes(statement: Statement) -> bool:
    """Whether a sentence tells of something that was done about the matter."""
    words = statement.words
    if MASKED in words or words[0][0].isdigit() or words[0] in _AT_ONCE:
        return True
    for clause in statement.clauses:
        first, last = clause.first, clause.last
        if not clause.we and not _OTHERS.isdisjoint(words[first : max(clause.verb, first + 1)]):
            continue
        if clause.maybe or clause.future or (clause.dependent and first):
            continue
        here = words[first:last]
        told = [word for word in here if is_past(word)]
        if clause.negated:
            # "We did not wait and closed 33 offers."
            told = [word for before, word in pairwise(here) if before in ("and", "but") and is_past(word)]
        if any(word not in _OF_THE_MIND for word in told):
            return True
        if told and (any(word[0].isdigit() for word in here) and not _CHANGED.isdisjoint(here)):
            return True
    return False
