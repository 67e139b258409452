"""ST07: a paragraph that nobody reads to its end."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter.pieces import Item
from amends.review.rule import Hit, rule

# A screen of a telephone holds about as many.
_MOST = 160


@rule(
    "ST07",
    "wall-of-text",
    level="warning",
    source="Amazon's guidelines for a plan: clear and concise, highlight what matters (help G200370560)",
    bad=(
        "Root cause: "
        + " ".join(f"On day {n} we looked at order {n} again and found that it was late." for n in range(1, 12)),
    ),
    good=(
        (
            "Root cause: 16 orders were late.\n\nCorrective actions:\n- On 2 May 2026 we shipped "
            "them.\n- On 3 May 2026 we refunded six."
        ),
    ),
)
def wall_of_text(draft: Draft) -> Iterator[Hit]:
    """A wall of text.

    A reader who decides in minutes skims. Break a long paragraph into numbered points, one action or measure each,
    its date in front or at the end.
    """
    first, count, end = None, 0, -1
    for item in draft.paragraphs:
        # Labels within a paragraph part it for us, not for the eye.
        if first is None or "\n" in draft.text[end : item.start]:
            yield from _wall(first, count)
            first, count = item, 0
        count += len(item.words)
        end = item.end
    yield from _wall(first, count)


def _wall(first: Item | None, count: int) -> Iterator[Hit]:
    if first is not None and count > _MOST:
        yield Hit(
            first.statements[0],
            f"{count} words in one block. Break it into numbered points, one action or measure each.",
        )
