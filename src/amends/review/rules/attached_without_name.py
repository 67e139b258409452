"""EV02: something is attached, but what?"""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.grounding.enclosures import joined
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.letter.proofs import names_proof
from amends.review.rule import Hit, rule, short
from amends.typed import cast


@rule(
    "EV02",
    "attached-without-name",
    level="warning",
    source="Guide to the plan of action: give the file names in each section where they support your case",
    bad=(
        (
            "Corrective actions:\n- On 3 May 2026 we removed 12 listings (closed.png).\n\nEvidence:\n- closed.png: the closed "
            "listings\n- count.pdf: the stock count of 4 May 2026\n- the invoices of the mill"
        ),
        "Corrective actions:\n- On 3 May 2026 we removed 12 listings (screenshot attached).",
        (
            "Corrective actions:\n- On 3 May 2026 we ended the agreement. Termination letter can be furnished as and when required."
        ),
    ),
    good=(
        "Root cause: on 10 July 2026 the certificate was attached to the wrong SKU.",
        (
            "The papers are attached.\n\nCorrective actions:\n- On 3 May 2026 we removed 12 listings (closed.png) and "
            "refunded 4 buyers (refunds.pdf)."
        ),
        "Root cause: on 3 May 2026 we found that the enclosed battery was not declared on the page of B0CNN4J5WD.",
        "Corrective actions:\n- On 3 May 2026 we removed 12 listings, see the attached closed-listings.png.",
    ),
)
def attached_without_name(draft: Draft) -> Iterator[Hit]:
    """An attachment without its file name.

    The reader sees a list of files and a letter. “See attached” makes them search. Write the file name where the
    document supports the sentence.
    """
    proven = _proven(draft)
    yield from _unnamed_in_list(draft)
    listed = any(draft.files_in(part) for part in draft.of(parts.DOCUMENTS))
    for statement in draft.statements:
        if statement.start in proven or statement.text.endswith(":"):
            continue
        hit = joined(draft, statement)
        if hit is None or _named_elsewhere(draft, statement):
            continue
        if statement.part == parts.DOCUMENTS and listed:
            continue
        start, end = statement.between(hit[0], hit[1])
        quote = draft.text[start:end]
        yield Hit(Span(start, end, quote), f"“{short(quote, 40)}”: which file? Write its name here.")


_PAPER = frozenset(
    "invoice bill letter photo picture screenshot certificate contract agreement receipt report statement label record "
    "licence license declaration list log document evidence proof confirmation protocol test payment authorization "
    "authorisation card passport lease register extract order note".split()
)
_LONGEST_POINT, _FEWEST_NAMED = 14, 2


def _named_elsewhere(draft: Draft, statement: Statement) -> bool:
    """Whether the letter names the files of what is joined in another place: an opening only announces them."""
    point = statement.item is not None and statement.item.kind != "paragraph"
    if statement.part == parts.OPENING and not point:
        return len(draft.files) >= _FEWEST_NAMED
    if statement.part in _SAID_WITH_FILE or not draft.files:
        return False
    papers = _PAPER.intersection(word.removesuffix("s") for word in statement.words)
    return not draft.files_in(statement) and not papers.isdisjoint(_papers_with_files(draft))


def _papers_with_files(draft: Draft) -> frozenset[str]:
    """The words for papers in the sentences that name a file."""
    if "papers with files" not in draft.memo:
        draft.memo["papers with files"] = _PAPER.intersection(
            word.removesuffix("s") for other in draft.statements if draft.files_in(other) for word in other.words
        )
    return cast("frozenset[str]", draft.memo["papers with files"])


# What is done, and how it ended, is shown where it is said.
_SAID_WITH_FILE = (parts.DONE, parts.MEASURES, parts.MIXED, parts.CONCLUSION, parts.DOCUMENTS)


def _unnamed_in_list(draft: Draft) -> Iterator[Hit]:
    """Points of a list of evidence that name no file, where the others do: "- invoices"."""
    for part in draft.of(parts.DOCUMENTS):
        points = [item for item in part.items if item.kind != "paragraph"]
        named = [bool(draft.files_in(item)) or any(names_proof(draft, s) for s in item.statements) for item in points]
        if sum(named) < _FEWEST_NAMED or sum(named) * 2 < len(points):
            continue
        for at, (item, has) in enumerate(zip(points, named, strict=True)):
            if named[at + 1 : at + 2] == [True] and "\n\n" in draft.text[item.end : points[at + 1].start]:
                # "3. Label photos" heads the files below it.
                continue
            papers = _PAPER.intersection(word.removesuffix("s") for word in item.words)
            if not has and papers and len(item.words) <= _LONGEST_POINT:
                quote = draft.text[item.start : item.end]
                yield Hit(Span(item.start, item.end, quote), f"“{short(quote, 40)}”: which file? Write its name here.")


_SEVERAL = frozenset("documents files following papers copies certificates invoices exhibits enclosures".split())


def _proven(draft: Draft) -> set[int]:
    """Statements whose proof is named: in their list point, or in a paragraph by them or a sentence beside them."""
    found: set[int] = set()
    for place, item in enumerate(draft.items):
        below = draft.items[place + 1 : place + 3]
        if len(below) > 1 and all(point.kind != "paragraph" and draft.files_in(point) for point in below):
            # "Please find the four documents", and the list below names them one by one.
            found.update(s.start for s in item.statements if _SEVERAL.intersection(s.words))
        named = [names_proof(draft, statement) for statement in item.statements]
        for at, statement in enumerate(item.statements):
            if any(named if item.kind != "paragraph" else named[max(0, at - 1) : at + 2]):
                found.add(statement.start)
    return found
