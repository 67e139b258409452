"""GR17: an order of the notice that the letter leaves out."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.explanation import complained
from amends.review.letter import parts
from amends.review.position.purpose import is_plan
from amends.review.rule import Example, Hit, rule, short

_FEW = 10


@rule(
    "GR17",
    "order-unanswered",
    level="warning",
    source="Amazon's guidelines for a plan: an explanation for every issue (help G200370560); performance notices list orders",
    bad=(
        Example("Root cause: ASIN B0C1234567 was live without an invoice on file.", case="plan"),
        (
            "> Your orders were late, for example 112-8544326-8929888 and 113-1122334-5566778.\n\nRoot cause: order "
            "112-8544326-8929888 left on 4 May 2026, since nobody had the task to pack on Saturday."
        ),
    ),
    good=(
        (
            "> Your orders were late, for example 112-8544326-8929888.\n\nRoot cause: order 112-8544326-8929888 left "
            "on 4 May 2026, since nobody had the task to pack on Saturday."
        ),
        Example("Root cause: ASIN B0C1234567 (order 112-8544326-8929888) was live without an invoice.", case="plan"),
    ),
)
def order_unanswered(draft: Draft) -> Iterator[Hit]:
    """An order of the notice without an answer.

    Where the notice names a few orders as examples, the reader looks each of them up in the plan. Say what happened to
    it. Long lists of orders are answered together, in a document.
    """
    notice = draft.notice
    if notice is None:
        yield from _quoted(draft)
        for there, message in complained.unanswered(draft, "order"):
            yield Hit(there, message, confidence="medium")
        return
    if not draft.statements or not is_plan(draft):
        return
    here = {identifier.value for identifier in draft.identifiers}
    orders = {i.value: i for i in notice.identifiers if i.kind == "order" and not i.masked}
    if not 1 <= len(orders) <= _FEW:
        return
    found = draft.of(parts.CAUSE)
    place = found[0].place if found else draft.beginning
    for value, identifier in orders.items():
        if value not in here:
            start = max(0, identifier.span.start - 50)
            line = notice.text[start : identifier.span.end + 30]
            said = (Related(notice.file, short(line, 120), "Notice"),)
            yield Hit(place, f"The notice names order {value}; this letter does not.", said)


def _quoted(draft: Draft) -> Iterator[Hit]:
    """The same for a notice that the letter quotes above its answer."""
    quoted: dict[str, str] = {}
    own: set[str] = set()
    for identifier in draft.identifiers:
        if identifier.kind != "order":
            continue
        if draft.statement_at(identifier.span.start) is not None:
            own.add(identifier.value)
        elif not identifier.masked:
            block = next((b for b in draft.foreign if b.start <= identifier.span.start < b.end), None)
            if block is not None:
                quoted[identifier.value] = draft.text[block.start : block.end]
    if not 1 <= len(quoted) <= _FEW or not is_plan(draft) or not own:
        return
    place = next(iter(draft.of(parts.CAUSE)), None)
    for value, line in quoted.items():
        if value not in own:
            at = line.find(value)
            said = (Related(draft.file, short(line[max(0, at - 50) : at + 50], 120), "The notice, quoted"),)
            yield Hit(
                place.place if place else draft.beginning,
                f"The notice names order {value}; this letter does not.",
                said,
            )
