"""Amazon's own words in a letter, told from the seller's by how they address who reads them."""

from __future__ import annotations

from amends.review.language.words import Lexicon

_AMAZON = Lexicon(
    "your amazon? seller|selling account",
    "your selling privileges",
    "your listing|listings|account has|have been",
    "you may not|no longer sell",
    "why is|did this happening|happen",
    "how do i reactivate|appeal|send",
    "has your account .. deactivated|removed|suspended",
    "please submit|send|provide the following information",
    "please submit|provide a plan",
    "you must submit|send|provide",
    "hello|dear .. from amazon",
    "we|we've have? removed|deactivated your",
    # Asked of whole paragraphs, where all else is asked of sentences.
    apart=True,
)


def is_amazons(words: tuple[str, ...]) -> bool:
    """Whether a paragraph speaks to the seller as Amazon does."""
    return _AMAZON.found(words)
