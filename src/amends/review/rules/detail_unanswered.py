"""ST19: a refusal asked for greater detail on named points, and the letter has no part for one of them."""

import re
from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.rule import Example, Hit, rule, short

_DETAIL = re.compile(
    r"(?:greater|more|additional|further)\s+(?:detail|information)s?\s+(?:on|about)[^\n.;]{3,200}", re.I
)
_ASKED = (
    (parts.CAUSE, re.compile(r"root\s+causes?|cause\s+of", re.I)),
    (parts.DONE, re.compile(r"actions?[^.;\n]{0,40}taken|to\s+resolve|corrective", re.I)),
    (parts.MEASURES, re.compile(r"prevent|going\s+forward|future", re.I)),
)


@rule(
    "ST19",
    "detail-unanswered",
    level="warning",
    source="Refusals ask for greater detail on the root cause, the actions or the prevention; answer exactly these",
    bad=(
        Example(
            "You asked for greater detail on the root cause and greater detail on the steps to prevent it.\n\n"
            "Root cause:\nFrom 3 to 9 May 2026 nobody owned the vacation setting.\n\nCorrective actions:\n- On 10 May "
            "2026 Dana Ruiz refunded 12 buyers."
        ),
    ),
    good=(
        Example(
            "You asked for greater detail on the root cause and greater detail on the steps to prevent it.\n\n"
            "Root cause:\nFrom 3 to 9 May 2026 nobody owned the vacation setting.\n\nPreventive measures:\n- Every "
            "Friday Dana Ruiz sets it and signs the calendar."
        ),
    ),
)
def detail_unanswered(draft: Draft) -> Iterator[Hit]:
    """A point on which Amazon asked for detail, without a part.

    A refusal that asks for greater detail names the points. Answer under exactly these headings, in that order, with
    what the first letter did not say; a letter that answers something else is refused the same way.
    """
    if not draft.statements:
        return
    notice = draft.notice
    file, text = (notice.file, notice.text) if notice is not None else (draft.file, draft.text)
    low = text.lower()
    if "detail" not in low and "information" not in low:
        return
    asked = [match for match in _DETAIL.finditer(text) if notice is not None or _quoted(draft, match.start())]
    there = {part.id for part in draft.parts if part.items}
    headed = there | ({parts.DONE, parts.MEASURES} if parts.MIXED in there else set())
    told: set[str] = set()
    for match in asked:
        for part, words in _ASKED:
            if words.search(match.group()) and part not in headed and part not in told:
                told.add(part)
                message = f"Amazon asks for greater detail on this, and no part answers it: {parts.NAMES[part]}."
                yield Hit(draft.beginning, message, (Related(file, short(match.group(), 120), "Amazon asks"),))


def _quoted(draft: Draft, at: int) -> bool:
    """Whether words that ask for detail are Amazon's, told or pasted, rather than a heading of the letter."""
    statement = draft.statement_at(at)
    if statement is None:
        return any(block.start <= at < block.end for block in draft.foreign)
    return not {"you", "amazon", "asked", "requested", "notice", "email", "message"}.isdisjoint(statement.words)
