"""By which noun a letter speaks of its writer: "Calder Trading Ltd (the "Company")", "the Company requests"."""

from __future__ import annotations

import re

from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft

_NOUNS = "company|seller|firm|business|merchant|undersigned|account holder"
_DEFINED = re.compile(
    rf"\(\s*(?:here(?:in)?after |below )?(?:the |our )?[\"“'‘„]\s*(?:the )?({_NOUNS})\s*[\"”'’“]\s*\)"
    rf"|\bthe ({_NOUNS}) (?:hereby |respectfully |kindly |therefore )?"
    r"(?:requests|asks|submits|apologises|apologizes|undertakes|acknowledges|accepts)\b"
)


def own_nouns(draft: Draft) -> frozenset[str]:
    """The nouns that stand for the writer in this letter."""
    if "own nouns" not in draft.memo:
        found = _DEFINED.finditer(draft.low) if "the " in draft.low else ()
        draft.memo["own nouns"] = frozenset(match[1] or match[2] for match in found)
    return cast("frozenset[str]", draft.memo["own nouns"])


def names_itself(draft: Draft, words: tuple[str, ...]) -> bool:
    """Whether these words begin with the writer: "the company bought", where the letter calls itself so."""
    return len(words) > 1 and words[0] in ("the", "this") and words[1] in own_nouns(draft)
