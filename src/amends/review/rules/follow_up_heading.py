"""ST17: a refusal asked for greater detail on named points, and the letter does not answer under these headings."""

import re
from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon, tokens
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
    "ST17",
    "follow-up-heading",
    level="warning",
    source="Refusals ask for greater detail on the root cause, the actions or the prevention; answer exactly these",
    bad=(
        "Follow-up to our two previous emails\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
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
def follow_up_heading(draft: Draft) -> Iterator[Hit]:
    """A point that Amazon asked about without a part; a letter as a reminder.

    A refusal that asks for greater detail names the points. Answer under exactly these headings, in that order, with
    what the first letter did not say; a letter that answers something else is refused the same way. How many letters went
    before, and that nobody replied, answers nothing: begin with the matter.
    """
    if not draft.statements:
        return
    yield from _reminders(draft)
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


_ORDINAL = "second|third|fourth|fifth|sixth|seventh|tenth|2nd|3rd|4th|5th|6th|7th|final|last|another|#"
_SENT = "appeal|attempt|try|letter|mail|email|e-mail|message|request|reminder|submission|submit|plea"
_REMINDER = Lexicon(
    "follow-up|followup|follow_up to|on|of|: our|my|the|your? ..",
    "reminder",
    f"{_ORDINAL} {_SENT}",
    f"{_SENT} number|no|nr #|two|three|four|five|six",
    f"for|is the {_ORDINAL} time",
    "no|without|still|never|nobody|no_one .. answer|answered|reply|replied|response|responded|reaction",
    "not|never answered|replied|responded|reacted",
    "still|again waiting|wait|writing|write for|to|on your|you|a|an|any reply|answer|response|again",
    "still waiting|wait",
    "further to|following our|my .. mail|email|e-mail|emails|letter|letters|appeal|appeals|message|messages",
    "as already|previously|repeatedly|before|often? written|sent|explained|said|stated|mentioned",
    "already|previously written|wrote|sent|explained .. times|appeals|letters|mails|emails|messages",
    apart=True,
)
_FIRST, _LAST, _SHORT = 4, 10, 24
_ASIDE = frozenset((parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE))


def _reminders(draft: Draft) -> Iterator[Hit]:
    """The heading or first sentences of a letter that only say that others went before it."""
    body = min(
        (part.start for part in draft.parts if part.id in (parts.CAUSE, parts.DONE, parts.MEASURES)),
        default=len(draft.text),
    )
    places = [(s.start, s.end) for s in draft.statements[:_FIRST] if len(s.words) <= _SHORT and s.start < body]
    places += [(s.start, s.end) for s in draft.statements[-_LAST:] if s.part in _ASIDE and len(s.words) <= _SHORT]
    places += [(block.start, block.end) for block in draft.headings[:2] if block.start < body]
    for start, end in sorted(places):
        words, at = tokens(draft.low, start, end)
        hit = next(_REMINDER.matches(words), None)
        if hit is not None:
            first, last = at[hit[0]][0], at[hit[1] - 1][1]
            quote = draft.text[first:last]
            message = f"“{short(quote, 40)}” counts letters instead of answering. Begin with what this letter answers."
            yield Hit(Span(first, last, quote), message, level="note")
            return


def _quoted(draft: Draft, at: int) -> bool:
    """Whether words that ask for detail are Amazon's, told or pasted, rather than a heading of the letter."""
    statement = draft.statement_at(at)
    if statement is None:
        return any(block.start <= at < block.end for block in draft.foreign)
    return not {"you", "amazon", "asked", "requested", "notice", "email", "message"}.isdisjoint(statement.words)
