"""ST13: the same sentence twice."""

from collections.abc import Iterator

from amends.model import Related
from amends.review.document import Draft
from amends.review.letter.pieces import Statement
from amends.review.rule import Hit, rule, short

# Shorter ones may well stand twice: "Responsible: Dana Ruiz."
_LEAST = 6
# As many words at the head of a longer sentence, up to "and", say that it is the same again.
_HEAD = 8


@rule(
    "ST13",
    "repeated-sentence",
    level="warning",
    source="Amazon's guidelines for a plan: clear and concise (help G200370560)",
    bad=(
        (
            "On 3 May 2026 we removed both listings from our catalog.\n\nOn 3 May 2026 we removed both "
            "listings from our catalog."
        ),
    ),
    good=(
        "On 3 May 2026 we removed both listings from our catalog. On 4 May 2026 we refunded nine buyers.",
        (
            "Preventive measures:\n- Each evening Ayla Demir reads the stops. It is written down in stops_may.pdf.\n- Each "
            "Monday she opens 9 bags. It is written down in bags_may.pdf."
        ),
    ),
)
def repeated_sentence(draft: Draft) -> Iterator[Hit]:
    """A sentence that stands twice.

    Repetition costs the reader's time and shows that parts were pasted. Say it once, where it belongs.
    """
    seen: dict[tuple[tuple[str, ...], ...], Statement] = {}
    begun: dict[tuple[str, ...], Statement] = {}
    for statement in draft.statements:
        if len(statement.words) < _LEAST or _refers(statement):
            continue
        # "It is written in scan_stops.pdf" says another thing of another file.
        files = tuple(match.group().lower() for match in draft.files_in(statement))
        first = seen.setdefault((statement.words, files), statement)
        longer = begun.setdefault(statement.words[:_HEAD], statement)
        if first is statement and not files and len(statement.words) >= _HEAD and _begins_with(longer, statement):
            first = longer
        if first is not statement:
            yield Hit(
                statement,
                "This sentence stands above already. Say it once.",
                (Related(draft.file, short(first.text, 100), "First"),),
            )


def _refers(statement: Statement) -> bool:
    """Whether a sentence in brackets only points elsewhere: "(Answers root causes 1 and 2.)"."""
    return statement.text.startswith("(") and statement.text.rstrip(".").endswith(")")


def _begins_with(longer: Statement, statement: Statement) -> bool:
    """Whether a sentence stands word for word at the head of an earlier, longer one: "…, and on 22 April …"."""
    size = len(statement.words)
    return (
        longer is not statement
        and longer.words[:size] == statement.words
        and longer.words[size : size + 1] in (("and",), ("but",), ("then",), ("so",))
    )
