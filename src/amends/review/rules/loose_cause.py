"""RC10: a cause named only by its kind."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.explanation.causes import statements
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.position.purpose import is_plan
from amends.review.rule import Hit, rule, short

_SAID = Lexicon(
    "technical issue|issues|glitch|glitches|problem|problems|error|errors|difficulties|reasons",
    "system|software|computer|it|server|network glitch|failure|crash|bug|error|outage|problem",
    "lack|lacking|want of communication|attention|oversight|control|resources|staff|time|training|supervision|planning",
    "poor|bad|weak|insufficient|inadequate communication|management|organisation|organization|quality|supervision",
    "poor|bad|weak|insufficient|inadequate planning|training|sourcing|packing|packaging|handling|storage|control",
    "poor|bad|weak|insufficient|inadequate processes|process|procedures|coordination|service|logistics|documentation",
    "unknown|unclear reason|reasons|cause",
    "beyond|outside our|my control",
    "circumstances|situation|reasons we|i could not",
    "busy|holiday|peak|christmas|summer|prime season|period|time|schedule|rush",
    "personal|family|health reasons|problems|issues|emergency",
    "not|less than? optimal|ideal|perfect|adequate|sufficient|satisfactory|good_enough",
    "suboptimal|sub-optimal|unsuitable|unfit",
    "internal reasons|problems|issues|matters|mismanagement",
    "high|unusual|unexpected volume|demand|workload|number|amount",
    "short|shortage|low of|on? .. staff|staffed|personnel|time",
    "not|un suitable|good|sturdy|strong|clear enough?",
)
_UNLESS = Lexicon("not|less .. accept|sell|open")


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
    if not is_plan(draft):
        return
    for statement in statements(draft, (parts.OPENING, parts.CAUSE, parts.OTHER)):
        hit = None if _UNLESS.found(statement.words) else next(_SAID.matches(statement.words), None)
        if hit is not None:
            start, end = statement.between(hit[0], hit[1])
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 48)}” names only the kind of cause. Say what exactly failed, on which day, and why "
                "nobody noticed.",
            )
