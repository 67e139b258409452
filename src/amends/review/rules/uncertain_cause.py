"""RC09: a cause that is only guessed."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.explanation.causes import doubt, said
from amends.review.letter import parts
from amends.review.rule import Hit, rule, short


@rule(
    "RC09",
    "uncertain-cause",
    level="warning",
    source="Amazon asks for the root cause (help G200370560); guide: misidentify the problem and the entire plan fails",
    bad=(
        "Root cause: we believe that the complaint was probably caused by the packaging.",
        "Root cause: on one view the count of 3 May 2026 was too high.",
    ),
    good=("Root cause: 11 of the 12 returns opened on 4 May 2026 had a torn inner seal.",),
)
def uncertain_cause(draft: Draft) -> Iterator[Hit]:
    """A cause that is only guessed.

    “Maybe” and “we think” tell the reader that no investigation was finished. Finish it, and state what you
    found and where you found it; if two causes remain possible, say what each rests on.
    """
    for place in said(draft, (parts.CAUSE,) if draft.of(parts.CAUSE) else (parts.OPENING, parts.OTHER), doubt):
        quote = draft.text[place.start : place.end]
        yield Hit(place, f"“{short(quote, 48)}” is a guess. State what your investigation found and where.")
