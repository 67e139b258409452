"""SU13: an admission of what was denied before, or a denial of what was admitted."""

from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.position.stance import admissions, denials
from amends.review.rule import Example, Hit, rule, short

_LONGEST = 100_000
_DENIAL = "Our account did not violate the policy. ASIN B0C1234567 was removed in error."
_ADMISSION = "Root cause: we failed to compare the invoice with our legal name. We take full responsibility."


@rule(
    "SU13",
    "stance-changed",
    level="warning",
    confidence="medium",
    source="Contradictions end an appeal: a letter that admits what the one before denied is believed in neither",
    bad=(
        Example("Root cause: we failed to compare the invoice. We take full responsibility.", attempts=(_DENIAL,)),
        Example("We did not violate the policy; ASIN B0C1234567 was removed in error.", attempts=(_ADMISSION,)),
    ),
    good=(
        Example("Root cause: we failed to compare the invoice. We take full responsibility.", attempts=(_ADMISSION,)),
    ),
)
def stance_changed(draft: Draft) -> Iterator[Hit]:
    """Admits what was denied before, or denies what was admitted.

    The reader has the earlier letter at hand. If the facts turned out otherwise, say what you found since and when;
    else keep to what you said.
    """
    attempts = [plan for plan in draft.earlier if plan.attempt]
    if not attempts:
        return
    last = max(attempts, key=lambda plan: plan.attempt)
    before = Draft(last.text[:_LONGEST], last.file, enforcement=draft.enforcement)
    for now, other, then, word in (
        (admissions, denials, denials, "admits"),
        (denials, admissions, admissions, "denies"),
    ):
        opposite = admissions if then is denials else denials
        said, said_now = next(then(before), None), next(now(draft), None)
        if said is None or said_now is None or next(opposite(before), None) or next(other(draft), None):
            continue
        statement, first, end = said_now
        place = Span(*statement.between(first, end), "")
        quote = draft.text[place.start : place.end]
        yield Hit(
            place._replace(quote=quote),
            f"“{short(quote, 50)}” {word} what submission {last.attempt} "
            f"{'denied' if word == 'admits' else 'admitted'}. Say what you found since, or keep to one.",
            (Related(last.file, short(said[0].text, 160), f"Submission {last.attempt}"),),
        )
