"""EV04: an exhibit that the letter never mentions."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.rule import Example, Hit, rule, short

_MOST, _SHOWN = 10, 3


@rule(
    "EV04",
    "attached-but-unnamed",
    level="error",
    source="Guide to the plan of action: give the file names where the evidence supports your case",
    bad=(Example("Corrective actions: on 4 May 2026 we asked the supplier for its invoice.", case="plan"),),
    good=(
        Example(
            "Corrective actions: on 4 May 2026 the supplier sent its invoice (Exhibit A, invoice-hl-2231.pdf).",
            case="plan",
        ),
    ),
)
def attached_but_unnamed(draft: Draft) -> Iterator[Hit]:
    """An exhibit that nothing refers to.

    A document without a sentence makes the reader guess what it is for. Name the file where it supports a sentence,
    or leave it out of the bundle.
    """
    if draft.case is None or not draft.statements:
        return
    found = draft.of(parts.DOCUMENTS)
    place = found[0].place if found else draft.ending
    here = {match.group().lower() for match in draft.files}
    unnamed = [
        exhibit
        for exhibit in draft.case.exhibits
        if exhibit.name.lower() not in here
        and exhibit.name.lower() not in draft.low
        and exhibit.original.lower() not in draft.low
    ]
    if len(unnamed) > _MOST:
        named = ", ".join(short(exhibit.name, 40) for exhibit in unnamed[:_SHOWN])
        yield Hit(
            place, f"{len(unnamed):,} files are attached but never named: {named} and others. Say what they show."
        )
        return
    for exhibit in unnamed:
        note = Related(exhibit.name, "", f"Exhibit {exhibit.label}, never named")
        yield Hit(
            place,
            f"{short(exhibit.name, 60)} (exhibit {exhibit.label}) is attached but never named. Say what it shows.",
            (note,),
        )
