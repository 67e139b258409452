"""GR01: an ASIN of the notice that the letter leaves out."""

from collections.abc import Iterator

from amends.model import Related
from amends.review import parts
from amends.review.document import Draft
from amends.review.rule import Example, Hit, rule, short


@rule(
    "GR01",
    "asin-unanswered",
    level="error",
    source="Amazon's guidelines for a plan: an explanation and evidence for all ASINs (help G200370560)",
    bad=(Example("Root cause: our listing was live without an invoice on file.", case="plan"),),
    good=(Example("Root cause: ASIN B0C1234567 was live without an invoice on file.", case="plan"),),
)
def asin_unanswered(draft: Draft) -> Iterator[Hit]:
    """An ASIN of the notice without an answer.

    Amazon wants an explanation for every ASIN that it names; one left out is enough for a refusal. Say what
    happened to it and what you did with it.
    """
    notice = draft.notice
    if notice is None or not draft.statements:
        return
    found = draft.of(parts.CAUSE)
    place = found[0].place if found else draft.beginning
    seen: set[str] = set()
    for identifier in notice.identifiers:
        value = identifier.value
        if identifier.kind == "asin" and not identifier.masked and value not in seen and value.lower() not in draft.low:
            seen.add(value)
            line = _line(notice.text, identifier.span.start)
            yield Hit(
                place,
                f"The notice names ASIN {value}; this letter does not.",
                (Related(notice.file, short(line, 120), "Notice"),),
            )


def _line(text: str, at: int) -> str:
    start = max(text.rfind("\n", 0, at) + 1, at - 60)
    end = text.find("\n", at)
    return text[start : min(end if end >= 0 else len(text), at + 60)]
