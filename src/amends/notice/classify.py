"""Which enforcement a notice is about: the signals of all playbooks, weighed by where in the notice they stand.

Each signal counts once, at its best place: full in the part that says why, less in the asks and consequences, little
where the text only points to a policy to read, or says what is asked "for all other complaints". The sum is read as
log-odds, so a confidence near 1 takes several independent signals and one weak word never passes the threshold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from amends.model import Enforcement, Span
from amends.notice import signals
from amends.notice.parts import Place
from amends.notice.passage import Hit, Passage
from amends.playbook import Playbook
from amends.typed import NamedTuple

THRESHOLD = 0.5
_OFFSET = 1.7
_RATIO = 0.45
_HIGHEST = 0.97
_QUOTES = 4
_PART = {
    "why": 1.15,
    "body": 1.0,
    "list": 1.0,
    "comply": 0.85,
    "send": 0.5,
    "error": 0.6,
    "consequence": 0.45,
    "next": 0.8,
    "help": 0.25,
    "own": 0.4,
}

_MENTION = (
    "see | read | refer to | learn more | more information | for details | visit | search for | "
    "help page | you can read | review our | "
    "review the | policy | policies | https | http | familiari* | siehe | "
    "weitere informationen | más información | en savoir plus"
)
_ACCUSES = (
    "violat* | because | complain* | remov* | report* | deactivat* | suspend* | infring* | "
    "not permit* | misus* | manipulat* | found | "
    "listed | broke | breach* | due to | exceed* | as a result"
)
_OTHERS = "all other | any other complaint* | other complaint* | other types | for other"
_HYPOTHETICAL = "if we find | if we determine | if we learn | if we confirm"
_CONDITIONAL = "if this continues | in the future | further violations | future violations | more complaints | repeated"


class Score(NamedTuple):
    """How much speaks for a playbook, and the places that do."""

    id: str
    points: float
    because: tuple[Span, ...]
    level: str
    signals: int

    @property
    def confidence(self) -> float:
        """The points read as log-odds, never certain."""
        return min(_HIGHEST, round(1 / (1 + exp(_OFFSET - self.points)), 2))


def scores(
    passage: Passage,
    places: tuple[Place, ...],
    playbooks: Mapping[str, Playbook],
    signs: Mapping[str, tuple[Span, ...]],
    subject: str,
) -> list[Score]:
    """The scores of all playbooks that anything speaks for, best first. `signs` are finds that are not words."""
    heading = Passage(subject)
    weights = tuple(_weight(passage, place, at) for at, place in enumerate(places))
    first = {id: _score(id, book.signals_for, passage, weights, signs, heading) for id, book in playbooks.items()}
    final = []
    for id, score in first.items():
        against = sum(_against(entry, passage, weights, first) for entry in playbooks[id].signals_against)
        if score.points - against > 0:
            final.append(Score(id, score.points - against, score.because, score.level, score.signals))
    return sorted(final, key=lambda score: (-score.points, score.id))


def enforcements(ranked: Iterable[Score]) -> tuple[Enforcement, ...]:
    """Those that are likely enough to be told, best first; a weak second beside a strong first is left out."""
    told: list[Enforcement] = []
    best = 0.0
    for score in ranked:
        best = max(best, score.points)
        if score.confidence >= THRESHOLD and score.points >= _RATIO * best:
            told.append(Enforcement(score.id, score.confidence, score.because))
    return tuple(told[:4])


def _weight(passage: Passage, place: Place, at: int) -> float:
    weight = _PART.get(place.part, 1.0)
    if passage.has(_OTHERS, at) or passage.has(_HYPOTHETICAL, at):
        return 0.2
    if passage.has(_MENTION, at) and not passage.has(_ACCUSES, at):
        weight = min(weight, 0.35)
    if passage.has(_CONDITIONAL, at):
        weight = min(weight, 0.5)
    return weight


def _score(
    id: str,
    entries: Iterable[Mapping[str, object]],
    passage: Passage,
    weights: tuple[float, ...],
    signs: Mapping[str, tuple[Span, ...]],
    heading: Passage,
) -> Score:
    points, level, count = 0.0, "", 0
    because: list[tuple[float, Span]] = []
    for entry in entries:
        signal = signals.parsed(entry)
        if signal.sign:
            spans = signs.get(signal.sign)
            if spans is not None:
                points += signal.weight
                count += 1
                because.extend((signal.weight, span) for span in spans[:1])
            continue
        best, place = _best(signal, passage, weights)
        in_heading = 0.9 if next(signals.found(signal, heading), None) is not None else 0.0
        points += signal.weight * max(best, in_heading)
        count += max(best, in_heading) > 0
        if place is not None:
            because.append((signal.weight * best, passage.quote(place.sentence, place.start, place.end)))
        if signal.level and max(best, in_heading) > 0.3:
            level = level or signal.level
    return Score(id, points, _quotes(because), level, count)


def _best(signal: signals.Signal, passage: Passage, weights: tuple[float, ...]) -> tuple[float, Hit | None]:
    best, place = 0.0, None
    for hit in signals.found(signal, passage):
        weight = max(1.0, weights[hit.sentence]) if signal.field else weights[hit.sentence]
        if weight > best:
            best, place = weight, hit
    return best, place


def _against(
    entry: Mapping[str, object], passage: Passage, weights: tuple[float, ...], first: Mapping[str, Score]
) -> float:
    signal = signals.parsed(entry)
    if signal.enforcements:
        rivals = [first[id] for id in signal.enforcements if id in first]
        return signal.weight if any(rival.confidence >= THRESHOLD for rival in rivals) else 0.0
    return signal.weight * _best(signal, passage, weights)[0]


def _quotes(because: list[tuple[float, Span]]) -> tuple[Span, ...]:
    """The weightiest places, each once, in the order of the text."""
    chosen: list[Span] = []
    for _, span in sorted(because, key=lambda pair: -pair[0]):
        if span not in chosen:
            chosen.append(span)
    return tuple(sorted(chosen[:_QUOTES], key=lambda span: span.start))
