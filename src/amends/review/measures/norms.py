"""Text that tells what everybody must do or what a rule says, where the seller should tell what was done; and words
that a sentence only mentions.

“Sellers must keep invoices”, “used items are not allowed”, “Section 3 says that funds may be held”: a duty or a
permission, said of all, with nobody of the seller's in the sentence and no day.
"""

from __future__ import annotations

from amends.review.language.verbs import ONLY_PAST
from amends.review.letter.pieces import once
from amends.review.meaning.senses import senses
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Statement

_OWN = frozenset("we i our my us me mine ours he she his her him ourselves myself this these".split())
_MODAL = frozenset("must shall may ought should can".split())
_BOUND = frozenset(
    "obliged required allowed permitted forbidden prohibited expected entitled bound supposed banned restricted "
    "mandatory compulsory obligatory illegal unlawful forbids prohibits requires demands states says stipulates "
    "defines provides reads dictates prescribes mandates regulates governs".split()
)
# Whose duty it is when it is everybody's, and what is spoken of in rules.
_ALL = frozenset(
    "sellers seller merchants merchant vendors traders accounts account items item products product goods listings "
    "listing offers parcels parcel orders packages titles images invoices amazon buyers customers everyone everybody "
    "anyone nobody units pages prices reviews claims policy policies rule rules law laws section article guideline "
    "guidelines terms agreement directive regulation regulations toys data information time detail businesses shops "
    "companies brand brands owners who whoever all every each any no".split()
)
_TOLD = frozenset("was were had did been since".split())
# "Should Amazon prefer it".
_INVERTED = frozenset("should had were may can".split())
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’"}
_LONGEST_QUOTE = 160


@once
def normative(statement: Statement) -> bool:
    """Whether a statement gives a rule instead of telling anything that happened here."""
    words = statement.words
    if not _OWN.isdisjoint(words) or not _TOLD.isdisjoint(words) or not ONLY_PAST.isdisjoint(words):
        return False
    if any(len(word) == 4 and word[:2] == "20" and word.isdigit() for word in words):
        return False
    if _ALL.isdisjoint(words[:8]) or words[0] in _INVERTED:
        return False
    return _obliges(words) or (not _BOUND.isdisjoint(words) and not senses(statement).has("person"))


def _obliges(words: tuple[str, ...]) -> bool:
    """Whether a duty or a permission is the verb of the sentence."""
    for at, word in enumerate(words[:-1]):
        after = words[at + 1]
        if word in _MODAL and not after[0].isdigit() and word != "be" and words[at + 1 : at + 3] != ("be", "able"):
            return True
        if word in ("have", "has", "need", "needs") and after == "to":
            return True
        if word in ("is", "are") and (
            after in _BOUND or (after == "not" and words[at + 2 : at + 3] and words[at + 2] in _BOUND)
        ):
            return True
    return False


def mentioned(statement: Statement, place: int) -> bool:
    """Whether a word stands in quotation marks: it is spoken of, not said."""
    text = statement.text
    here = statement.at[place][0] - statement.start
    before = text[max(0, here - _LONGEST_QUOTE) : here]
    for opening, closing in _QUOTES.items():
        at = before.rfind(opening)
        if at < 0:
            continue
        # An apostrophe within or behind a word opens nothing.
        if at and before[at - 1].isalnum():
            continue
        end = _closes(before, at + 1) if closing == "'" else before.find(closing, at + 1)
        if end < 0 and closing in text[here : here + _LONGEST_QUOTE]:
            return opening != closing or opening == "'" or before.count(opening) % 2 == 1
    return False


def _closes(text: str, start: int) -> int:
    """Where a single quotation mark that is no apostrophe closes, or -1."""
    for at in range(start, len(text)):
        if text[at] == "'" and not (at + 1 < len(text) and text[at + 1].isalnum()):
            return at
    return -1
