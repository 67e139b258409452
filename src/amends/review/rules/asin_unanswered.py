"""GR01: an ASIN of the notice that the letter leaves out."""

import re
from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.explanation import complained
from amends.review.letter import parts, restated
from amends.review.rule import Example, Hit, rule, short

_WORD = re.compile(r"[a-z0-9]{10,}")
_MOST, _SHOWN = 10, 5


@rule(
    "GR01",
    "asin-unanswered",
    level="error",
    source="Amazon's guidelines for a plan: an explanation and evidence for all ASINs (help G200370560)",
    bad=(
        (
            "Your notice names ASINs B0C1234567 and B0C7654321.\n\nRoot cause:\nThe photo of B0C1234567 came from another "
            "shop on 3 May 2026.\n\nCorrective actions:\n- On 9 May 2026 we removed the photo of B0C1234567."
        ),
        Example("Root cause: our listing was live without an invoice on file.", case="plan"),
    ),
    good=(
        (
            "Your notice names ASINs B0C1234567 and B0C7654321.\n\nRoot cause:\nThe photo of B0C1234567 came from another "
            "shop on 3 May 2026.\n\nCorrective actions:\n- On 9 May 2026 we removed the photo of both listings."
        ),
        Example("Root cause: ASIN B0C1234567 was live without an invoice on file.", case="plan"),
    ),
)
def asin_unanswered(draft: Draft) -> Iterator[Hit]:
    """An ASIN of the notice without an answer.

    Amazon wants an explanation for every ASIN that it names; one left out is enough for a refusal. Say what
    happened to it and what you did with it. Where the notice names hundreds, a list in a file answers them; name the
    file and how many there are.
    """
    notice = draft.notice
    if not draft.statements:
        return
    if notice is None:
        said: set[str] = set()
        for place_there, message in (*restated.asins(draft), *complained.unanswered(draft, "asin", "isbn")):
            if message.removeprefix("ASIN ") not in said:
                said.add(message.removeprefix("ASIN "))
                yield Hit(place_there, message, level="warning", confidence="medium")
        return
    found = draft.of(parts.CAUSE)
    place = found[0].place if found else draft.beginning
    here = set(_WORD.findall(draft.low))
    missing: dict[str, int] = {}
    for identifier in notice.identifiers:
        if identifier.kind == "asin" and not identifier.masked and identifier.value.lower() not in here:
            missing.setdefault(identifier.value, identifier.span.start)
    if len(missing) > _MOST:
        named = ", ".join(list(missing)[:_SHOWN])
        line = _line(notice.text, next(iter(missing.values())))
        yield Hit(
            place,
            f"The notice names {len(missing):,} ASINs that this letter does not: {named} and others.",
            (Related(notice.file, short(line, 120), "Notice"),),
        )
        return
    for value, start in missing.items():
        line = _line(notice.text, start)
        yield Hit(
            place,
            f"The notice names ASIN {value}; this letter does not.",
            (Related(notice.file, short(line, 120), "Notice"),),
        )


def _line(text: str, at: int) -> str:
    start = max(text.rfind("\n", 0, at) + 1, at - 60)
    end = text.find("\n", at)
    return text[start : min(end if end >= 0 else len(text), at + 60)]
