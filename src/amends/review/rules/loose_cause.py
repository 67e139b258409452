"""RC10: a cause named only by its kind."""

from collections.abc import Iterator

from amends.review import parts
from amends.review.causes import said
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short
from amends.review.words import Lexicon

_SAID = Lexicon(
    "technical issue|issues|glitch|glitches|problem|problems|error|errors|difficulties",
    "system|software|computer|it glitch|failure|crash|bug",
    "lack|lacking of communication|attention|oversight|control|resources|staff|time|training|supervision",
    "poor|bad|weak|insufficient communication|management|organisation|organization|quality|supervision|planning|training",
    "unknown|unclear reason|reasons|cause",
    "beyond|outside our|my control",
    "circumstances|situation|reasons we|i could not",
    "busy season|period|time|schedule",
    "personal|family|health reasons|problems|issues|emergency",
    "poor|bad|weak|insufficient|inadequate|lacking sourcing|packing|packaging|handling|storage|control|processes|process|procedures|coordination|service|logistics|documentation|records",
    "not|less than? optimal|ideal|perfect|adequate|sufficient|satisfactory|good_enough",
    "suboptimal|sub-optimal",
    "internal reasons|problems|issues|matters|mismanagement",
    "holiday|peak|christmas|summer|prime season|period|rush|time",
    "high|unusual|unexpected volume|demand|workload|number|amount",
    "short|shortage|low of|on? .. staff|staffed|personnel|time",
    "not|un suitable|good|sturdy|strong|clear enough?",
    "unsuitable|unfit",
)
_UNLESS = Lexicon(
    "not|less .. accept|sell|open",
)


@rule(
    "RC10",
    "loose-cause",
    level="warning",
    source="Guide: vague root causes are rejected; practitioners: name the step that failed",
    bad=(
        "Root cause: a technical glitch in our system.",
        "Root cause: lack of communication in the team during the busy season.",
    ),
    good=("Root cause: on 3 May 2026 the stock feed stopped at 14:00, and no alarm told us that it stood still.",),
)
def loose_cause(draft: Draft) -> Iterator[Hit]:
    """A cause named only by its kind.

    “A technical error” or “lack of communication” names a drawer, not what lies in it. Say which system did
    what on which day, who did not hear of what, and why nobody noticed.
    """
    for place, _ in said(draft, (parts.OPENING, parts.CAUSE, parts.OTHER), _SAID, _UNLESS, None):
        quote = draft.text[place.start : place.end]
        yield Hit(
            place,
            f"“{short(quote, 48)}” names only the kind of cause. Say what exactly failed, on which day, and why nobody noticed.",
        )
