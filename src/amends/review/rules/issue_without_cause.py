"""RC12: one of several issues or listings has no cause."""

from collections.abc import Iterator

from amends.model import Identifier, Related, Span
from amends.review.coverage import causes
from amends.review.document import Draft
from amends.review.explanation import complained
from amends.review.explanation.faults import remainder
from amends.review.explanation.issues import listed, unexplained
from amends.review.letter import parts
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_SEVERAL, _MOST = 2, 12
_REPORTED = frozenset("complaint complaints notice notices removed reported violation violations report".split())
_SHARED = frozenset("both all each these".split())


@rule(
    "RC12",
    "issue-without-cause",
    level="warning",
    confidence="medium",
    source="Amazon's guidelines for a plan: an explanation for every issue (help G200370560)",
    bad=(
        (
            "Notice of 13 May 2026: 6 negative feedback, 4 A-to-z claims, 2 chargebacks.\n\nRoot cause:\n1. Feedback: from 3 "
            "May 2026 grey and slate mats stood in one bin.\n2. A-to-z: orders under $15 went without tracking.\n\nCorrective "
            "actions:\n- On 14 May 2026 we split the bin."
        ),
        (
            "We answer your notice on B0C1234567 (trademark) and B0C7654321 (photo).\n\nRoot cause:\nThe title of "
            "B0C1234567 named another brand from 3 May 2026, since our template begins with the machine name.\n\n"
            "Corrective actions:\n- On 9 May 2026 we changed the title of B0C1234567 and removed the photo of B0C7654321."
        ),
        (
            "You removed B0C1234567 (steam iron) and B0C7654321 (hair dryer).\n\nRoot cause:\nIrons that came back from 3 May "
            "2026 on were packed again as new, since the bench sheet had no line for the seal.\n\nCorrective actions:\n- On "
            "9 May 2026 we opened 64 irons and 41 dryers."
        ),
    ),
    good=(
        (
            "We answer your notice on B0C1234567 (trademark) and B0C7654321 (photo).\n\nRoot cause:\nThe title of "
            "B0C1234567 named another brand from 3 May 2026, and the photo of B0C7654321 came from another shop.\n\n"
            "Corrective actions:\n- On 9 May 2026 we changed the title of B0C1234567 and removed the photo of B0C7654321."
        ),
    ),
)
def issue_without_cause(draft: Draft) -> Iterator[Hit]:
    """One of several issues without its cause.

    The letter takes up several listings or complaints, and the root cause speaks of some of them only. Amazon wants
    an explanation for every issue; say why the other one happened, or that it is the same cause.
    """
    told = causes(draft)
    if not told or not is_plan(draft):
        return
    for place_there, message in (*unexplained(draft, told), *listed(draft)):
        yield Hit(place_there, message)
    said = [each for item in told for each in item.statements]
    taken = set()
    for row, end in complained.rows(draft):
        for one in complained.forgotten(draft, row, [each for each in said if each.start >= end]):
            taken.add(draft.statement_at(one.place.start))
            quote = short(one.place.quote, 50)
            yield Hit(one.place, f"The root cause says nothing of “{quote}”. Say why this happened too.")
    for thing in complained.unexplained(draft, said):
        if draft.statement_at(thing.start) in taken:
            continue
        quote = short(thing.quote, 50)
        yield Hit(
            thing,
            f"“{quote}” is acted on below, and the root cause says nothing of it. Say why this happened too.",
            level="note",
            confidence="low",
        )
    for item in told:
        for each in item.statements:
            rest = remainder(each)
            if rest is not None:
                start, end = each.between(rest.first, rest.last)
                quote = draft.text[start:end]
                yield Hit(Span(start, end, quote), f"“{short(quote, 50)}”: why? Give the cause of this one too.")
    named: dict[str, Identifier] = {}
    for found in draft.identifiers:
        statement = draft.statement_at(found.span.start)
        if found.kind != "asin" or found.masked or statement is None:
            continue
        if statement.part == parts.OPENING and not _REPORTED.isdisjoint(statement.words):
            named.setdefault(found.value, found)
    explained = {i.value for item in told for i in draft.identifiers_in(item) if i.kind == "asin"}
    if not explained or not _SEVERAL <= len(named) <= _MOST or any(_SHARED & set(item.words) for item in told):
        return
    for value, found in named.items():
        if value not in explained:
            place = draft.of(parts.CAUSE)[0].place
            above = (Related(draft.file, short(draft.text[place.start : place.end]), "The root cause"),)
            yield Hit(found.span, f"The root cause says nothing of {value}. Say why it happened there too.", above)
