"""GR21: the complaint that the notice is about, left out of the answer."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.rule import Example, Hit, rule, short

_FEW = 5
_MASKS = frozenset("*xX.…")


@rule(
    "GR21",
    "complaint-unnamed",
    level="note",
    source="A retraction names complaint number, ASIN and seller (revisionlegal.com); a reader files by that number",
    bad=(Example("ASIN B0C1234567 was removed in error; invoice-hl-2231.pdf shows the purchase.", case="retraction"),),
    good=(
        Example(
            "ASIN B0C1234567 (complaint 16509328131) was removed in error; invoice-hl-2231.pdf shows it.",
            case="retraction",
        ),
    ),
)
def complaint_unnamed(draft: Draft) -> Iterator[Hit]:
    """The complaint number of the notice is not named.

    Rights complaints have a number, and one seller may have several of them. Name it once, so that the answer and the
    retraction are filed to the right one.
    """
    notice = draft.notice
    if notice is None or not draft.statements:
        return
    found = {i.value: i for i in notice.identifiers if i.kind == "complaint" and _MASKS.isdisjoint(i.value)}
    if not 1 <= len(found) <= _FEW:
        return
    from amends.review.grounding.citing import words_around

    causes = draft.of(parts.CAUSE)
    place = causes[0].place if causes else draft.statements[0]
    for value, identifier in found.items():
        if value.lower() not in draft.low:
            line = words_around(notice.text, identifier.span.start, identifier.span.end)
            said = (Related(notice.file, line, "Notice"),)
            yield Hit(place, f"The notice is about complaint {short(value, 30)}; this letter does not name it.", said)
