"""Where a point of the corrective actions says that nothing was done, or tells no deed at all."""

from __future__ import annotations

import re

from amends.review.language.verbs import is_participle
from amends.review.language.words import Lexicon
from amends.review.meaning.senses import senses
from amends.review.measures.deeds import tells_deed
from amends.review.measures.prospects import BASE, announced
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item
    from amends.review.measures.prospects import Found

_IDLE = Lexicon(
    "no|not_any|any|not_a|no_further|no_single|none .. action|actions|step|steps|measure|measures|decision|work|change|"
    "changes|correction|corrections|reaction|intervention|attempt|effort|move",
    "nothing|not_much|little|not_anything|not_something .. "
    "done|changed|taken|undertaken|happened|removed|needed|necessary|required|possible|correct|fix|report|change|do|"
    "undertake|add|resolve|left_to_do|started|initiated|planned|to_say|wrong|to_do",
    "not|never|neither yet|able|possible|necessary|needed|required|start|started|begin|begun|manage|managed|contact|"
    "contacted|remove|removed|take|taken|do|done|act|acted|react|reacted|change|changed|undertake|undertaken|touch|"
    "touched|lift|lifted|need|see|seen|delete|deleted|refund|refunded|close|closed|stop|stopped|get_round|get_around|"
    "got_round|got_around|come_to|move|moved|respond|responded|implement|implemented|intervene|feel|consider|deem|find|"
    "found|believe|think|want|applicable|bothered|dare",
    "unnecessary|needless|not-applicable|superfluous|redundant|premature|unneeded|inapplicable|nil|nada|keine|ninguna|"
    "sin_acciones|brak|rien|nessuna|yok|n/a|none",
    "not applicable",
    "n a",
    "wait|waits|waiting|waited|await|awaiting|awaits|pending|hold_off|hold_on|hold_back|held_off|stand_by|"
    "standing_by|on_hold|"
    "on_ice|suspended_until|postponed|deferred|put_off|shelved|paused_until|delayed_until|parked",
    (
        "refrain|refrained|abstain|abstained|declined|desisted|hesitated|prefer|"
        "preferred|decided|chose|opted|chosen from|to|not|against"
    ),
    "yet to be?",
    "with our|the supplier|factory|lawyer|lawyers|counsel|agency|brand|manager|board|manufacturer",
    "lift|lifted|move|moved|stir|stirred a finger|hand|muscle",
    "hands .. tied|bound",
    "could not|only",
    "guidance|advice|instructions|opinion|feedback|go-ahead|green_light|approval",
    "no need|reason|point|sense|cause|occasion|call to|for|in",
)
# How things stand says that nothing was done only where no day is given.
_STANDS = Lexicon(
    "leave|left|leaving|keep|kept|keeping .. as it is|was|stands|they",
    "leave|left|leaving|kept|keep|keeping .. things|everything|it|them|stock|listing|listings|offer|offers|online|"
    "active|live|unchanged|untouched|alone|open|as|on_sale|in_place",
    "remain|remains|remained|stays|stay|stayed|lies|lie|sits|sit|is|are|exists|exist|runs|run .. still|where|as|online|"
    "active|live|unchanged|untouched|on|available|same|sale|place",
    "left .. in|at|with|on|for|where|so",
    "for the moment|time_being|present",
    "for now",
    "still .. exists|exist|online|active|live|for_sale|on_sale|available|open|selling|running|with",
    "up to|till|until now|today|date",
    "so far",
    (
        "until|till|before you|amazon|we|i|they|the .. answer|answers|reply|replies|"
        "decide|decides|come|comes|back|hear|get|know|return|returns|respond"
    ),
    "by|of itself|its_own|himself|themselves",
    "solved|resolved|disappeared|fixed|settled itself|by_itself|on_its_own|alone",
    "in|from our|my eyes|view|opinion|side|end",
)
_NONE = frozenset("no none neither".split())
_DENIED = frozenset("no not nothing never none neither without nobody nor until till".split())
_SHORTEST = 5
# "Dov Lindqvist read all 14 contracts": of one person it would be "reads" if it were still going on.
_ALONE = re.compile(
    r"(?:\b[A-Z][\w'’-]+ [A-Z][\w'’-]+|\b[Ss]?[Hh]e) (?:read|put|cut|set|shut|split|let|quit|hit|reset) (?!up to\b)"
)


def idle(draft: Draft, item: Item, *, in_words: bool = False) -> Found | None:
    """The words of a point that say that nothing was done, when nothing else in it was; with `in_words` only where it
    says so, otherwise also where it tells no deed at all.
    """
    for statement in item.statements:
        if tells_deed(statement, False) or _ALONE.search(statement.text):
            return None
    ahead = next(announced(draft, item), None) is not None
    proved = bool(draft.dates_in(item) and draft.files_in(item))
    for statement in item.statements:
        hit = next(_IDLE.matches(statement.words), None)
        if hit is not None and proved and _DENIED.isdisjoint(statement.words):
            # "5 November 2026: both plans on hold (hold.png)" is done.
            continue
        if hit is None and not draft.dates_in(item) and not (ahead and senses(statement).has("intending")):
            # "No jar is on sale now" is what came of a deed.
            hit = None if statement.words[0] in _NONE else next(_STANDS.matches(statement.words), None)
        if hit is not None:
            return statement, hit[0], hit[1]
    if in_words:
        return None
    if any(tells_deed(statement, True) for statement in item.statements):
        return None
    first = item.statements[0]
    if not first.words or _particular(draft, item) or len(item.words) < _SHORTEST or ahead:
        return None
    if first.words[0] in BASE or is_participle(first.words[0]) or {"done", "completed"}.intersection(item.words):
        return None
    return first, 0, len(first.words)


def _particular(draft: Draft, item: Item) -> bool:
    """Whether a point that has no verb of doing may yet record something: "18 June 2026: drop test, 10 of 10 whole"."""
    return bool(draft.dates_in(item) or draft.files_in(item) or draft.identifiers_in(item))
