"""ST06: one of the three parts has hardly a sentence."""

from collections.abc import Iterator

from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.rule import Hit, rule


@rule(
    "ST06",
    "thin-section",
    level="warning",
    letters=("plan",),
    source=(
        "Guide: a sentence would do, a paragraph saves Amazon from asking for more detail; "
        "Amazon's follow-up: “greater detail on …”"
    ),
    bad=(
        (
            "Root cause:\nWe listed a wrong brand.\n\nCorrective actions:\n- On 3 May 2026 we closed "
            "both listings and removed 40 units."
        ),
    ),
    good=(
        (
            "Root cause:\nOn 3 March 2026 we listed ASIN B0C1234567 under a brand that we hold no letter "
            "of authorization for, because no step asked for one."
        ),
    ),
)
def thin_section(draft: Draft) -> Iterator[Hit]:
    """A part with hardly a sentence.

    Root cause, actions and measures each need their particulars: who, what, which ASINs or orders, when. Under a
    dozen words there is no room for them.
    """
    three = [
        (part, sum(len(statement.words) for statement in part.statements))
        for part in draft.of(parts.CAUSE, parts.DONE, parts.MEASURES)
    ]
    together: dict[str, int] = {}
    for part, count in three:
        together[part.id] = together.get(part.id, 0) + count
    for part, count in three:
        if part.heading is not None and together[part.id] < 12:
            yield Hit(
                part.place,
                (
                    f"The {parts.NAMES[part.id]} part has {count} words. Give what, which ASINs or "
                    "orders, when, and how many."
                ),
            )
    done = [statement for part in draft.of(parts.DONE) for statement in part.statements]
    if len(done) == 1 and 0 < len(done[0].words) <= _ONE_DEED and not draft.files_in(done[0]):
        yield Hit(
            done[0],
            "One deed, and no file that shows it. Say what was done about the stock, the buyers and whoever else is "
            "concerned, each with its day.",
            level="note",
            confidence="low",
        )


_ONE_DEED = 20
