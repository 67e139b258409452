"""EV02: something is attached, but what?"""

from collections.abc import Iterator

from amends.model import Span
from amends.review import parts
from amends.review.document import Draft
from amends.review.proofs import ATTACHED, names_proof
from amends.review.rule import Hit, rule, short


@rule(
    "EV02",
    "attached-without-name",
    level="warning",
    source="Guide to the plan of action: give the file names in each section where they support your case",
    bad=("Corrective actions:\n- On 3 May 2026 we removed 12 listings (screenshot attached).",),
    good=("Corrective actions:\n- On 3 May 2026 we removed 12 listings, see the attached closed-listings.png.",),
)
def attached_without_name(draft: Draft) -> Iterator[Hit]:
    """An attachment without its file name.

    The reader sees a list of files and a letter. “See attached” makes them search. Write the file name where the
    document supports the sentence.
    """
    proven = {id(s.item) for s in draft.statements if names_proof(draft, s)}
    listed = any(draft.files_in(part) for part in draft.of(parts.DOCUMENTS))
    for statement in draft.statements:
        hit = next(ATTACHED.matches(statement.words), None)
        if hit is None or id(statement.item) in proven or statement.text.endswith(":"):
            continue
        if statement.part == parts.DOCUMENTS and listed:
            continue
        start, end = statement.between(hit[0], hit[1])
        quote = draft.text[start:end]
        yield Hit(Span(start, end, quote), f"“{short(quote, 40)}”: which file? Write its name here.")
