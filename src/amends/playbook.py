"""The nouns of the knowledge: what a playbook, ask, cause, action, measure and document kind say.

`docs/knowledge.md` describes the files. This module holds the values; reading and checking them is `catalog.py`.
They are named tuples, since a hundred classes made at every start would cost more than reading a notice does.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from amends.model import Route
from amends.typed import NamedTuple


class Reference(NamedTuple):
    """Where a demand or an advice comes from, and the day it was read."""

    of: str
    says: str
    seen: date
    basis: str


class Condition(NamedTuple):
    """`<fact> is <value>|<value>`: the only condition that knowledge files know."""

    fact: str
    values: tuple[str, ...]


class Slot(NamedTuple):
    """A question with a typed answer. `key` is the fact's key; `event` says on a time line what happened that day."""

    key: str
    type: str
    ask: str
    why: str
    good: str
    bad: str
    optional: bool = False
    when: Condition | None = None
    needs: tuple[str, ...] = ()
    options: Mapping[str, str] = {}
    unit: str = ""
    past: bool = False
    event: str = ""


class Say(NamedTuple):
    """One sentence to be: its variants, when it is said, and which kinds of exhibit stand behind it."""

    variants: tuple[str, ...]
    when: Condition | None = None
    proof: tuple[str, ...] = ()
    optional: bool = False


class RouteRule(NamedTuple):
    """A kind of answer, when it fits, and why."""

    route: Route
    because: str
    when: Condition | None = None


class Needed(NamedTuple):
    """A kind of document that an enforcement calls for: required, recommended or optional, and for which ask."""

    kind: str
    need: str
    ask: str = ""
    when: Condition | None = None


class Playbook(NamedTuple):
    """All that is known of one enforcement. `signals_for` and `signals_against` are read by `notice.classify`.

    `marks` is "never" where no copy of a document may bear any.
    """

    id: str
    title: str
    family: str
    status: str
    severity: str
    summary: str
    signals_for: tuple[dict[str, object], ...]
    signals_against: tuple[dict[str, object], ...]
    asks: tuple[str, ...]
    routes: tuple[RouteRule, ...]
    advice: tuple[str, ...]
    slots: tuple[Slot, ...]
    opening: tuple[Say, ...]
    opening_in_error: tuple[Say, ...]
    facts: tuple[Say, ...]
    documents: tuple[Needed, ...]
    rejected: tuple[str, ...]
    sources: tuple[Reference, ...]
    causes: tuple[str, ...] = ()
    marks: str = ""


class AskKind(NamedTuple):
    """One thing that a notice can demand, the part of the plan that answers it, the documents that satisfy it."""

    id: str
    title: str
    section: str
    documents: tuple[str, ...]
    signals: tuple[dict[str, object], ...]
    sources: tuple[Reference, ...]


class Cause(NamedTuple):
    """A root cause: how a seller recognises it, how the plan tells it, and where the why walk may end."""

    id: str
    title: str
    enforcements: tuple[str, ...]
    ask: str
    slots: tuple[Slot, ...]
    says: tuple[Say, ...]
    why_start: str
    why_ends: dict[str, str]
    rejected: tuple[str, ...]
    sources: tuple[Reference, ...]
    actions: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


class Action(NamedTuple):
    """A corrective action: done, dated, quantified, proven.

    `gives_up` is the slot that holds the ASINs which the answer does not ask back, "" for none.
    """

    id: str
    title: str
    ask: str
    order: int
    answers: tuple[str, ...]
    enforcements: tuple[str, ...]
    slots: tuple[Slot, ...]
    says: tuple[Say, ...]
    proof: tuple[str, ...]
    sources: tuple[Reference, ...]
    gives_up: str = ""


class Measure(NamedTuple):
    """A preventive measure: who does what how often, which threshold triggers what, which record remains."""

    id: str
    title: str
    ask: str
    order: int
    answers: tuple[str, ...]
    enforcements: tuple[str, ...]
    slots: tuple[Slot, ...]
    says: tuple[Say, ...]
    proof: tuple[str, ...]
    sources: tuple[Reference, ...]
    cadence: str = ""


class Tells(NamedTuple):
    """What tells a kind of document on its pages. Groups of words are written as in `amends.signal`.

    `titles` are groups that stand as its title. `words` are groups anywhere in it, each with its weight in natural
    log-odds; a negative weight speaks against the kind. `amounts` says whether it shows sums of money (None: either).
    """

    titles: tuple[str, ...] = ()
    words: tuple[tuple[str, float], ...] = ()
    amounts: bool | None = None


class Document(NamedTuple):
    """A kind of document: what it must show, how to get it, what Amazon refuses, what would serve instead.

    A kind that sellers send in place of another has `mistaken_for` (the kinds that it is sent for) and `wrong`: what it
    is, and what Amazon wants. `reads_as` is the kind that it has the form of: no page tells the two apart.

    `marks` says whether a copy may bear marks: "alone" (never, and it is sent as a file of its own with nothing added),
    "never", "wish" (only where the seller names it), "copy". `removable` is what may be covered on a copy ("prices").
    """

    id: str
    title: str
    names: tuple[str, ...]
    shows: tuple[str, ...]
    formats: tuple[str, ...]
    obtain: str
    refused: tuple[str, ...]
    instead: tuple[str, ...]
    sources: tuple[Reference, ...]
    window: int | None = None
    marks: str = "copy"
    tells: Tells = Tells()
    reads_as: str = ""
    mistaken_for: tuple[str, ...] = ()
    wrong: str = ""
    removable: str = ""


class Marketplace(NamedTuple):
    """One Amazon store: its country code, web domains, Seller Central host, language and the words it uses."""

    id: str
    title: str
    domains: tuple[str, ...]
    seller_central: str
    language: str
    date_order: str


class Blank(NamedTuple):
    """A place in a request letter for a value of the case.

    `sources` are tried in order: the key of a fact, `*.slot` for any fact of that slot, `reading.field` for what the
    exhibits concerned say, `notice.kind` for identifiers of the notice, `window` for the time that the notice asks for.
    `gap` says what to write there when the case does not know it.
    """

    name: str
    type: str
    sources: tuple[str, ...]
    gap: Mapping[str, str]


class Part(NamedTuple):
    """A part of a request letter: a paragraph (`say`), then bullets, patterns of its own or, when `points`, one for
    each fault that was found. An `optional` part is left out when a value in it is not known.
    """

    say: str
    bullets: tuple[str, ...] = ()
    points: bool = False
    optional: bool = False


class Wording(NamedTuple):
    """A request letter in one language. `points` says each fault: a sentence, or a word for each field that lacks."""

    subject: str
    parts: tuple[Part, ...]
    points: Mapping[str, str | Mapping[str, str]]


class RequestLetter(NamedTuple):
    """A letter that asks somebody for a document.

    `to` is the slot of the party that it goes to. It is needed when a document of the kinds `obtains` is called for and
    `missing`, or there and `faulty`. `asks` are demands of a notice that such documents answer.
    """

    id: str
    title: str
    to: str
    order: int
    need: str
    obtains: tuple[str, ...]
    asks: tuple[str, ...]
    when: Condition | None
    blanks: tuple[Blank, ...]
    wordings: Mapping[str, Wording]
    sources: tuple[Reference, ...]


class Catalog(NamedTuple):
    """All knowledge, by id."""

    playbooks: Mapping[str, Playbook]
    asks: Mapping[str, AskKind]
    causes: Mapping[str, Cause]
    actions: Mapping[str, Action]
    measures: Mapping[str, Measure]
    documents: Mapping[str, Document]
    marketplaces: Mapping[str, Marketplace]
    letters: Mapping[str, RequestLetter] = {}

    def causes_of(self, enforcement: str) -> tuple[Cause, ...]:
        """Causes that occur in an enforcement, whichever end the link is written at."""
        listed = self.playbooks[enforcement].causes if enforcement in self.playbooks else ()
        return tuple(c for c in self.causes.values() if enforcement in c.enforcements or c.id in listed)

    def actions_for(self, enforcement: str, causes: tuple[str, ...]) -> tuple[Action, ...]:
        """Actions that answer any of these causes or fit the enforcement, in the order of the telling."""
        return tuple(
            sorted(
                (a for a in self.actions.values() if self._fits(a, enforcement, causes)), key=lambda a: (a.order, a.id)
            )
        )

    def measures_for(self, enforcement: str, causes: tuple[str, ...]) -> tuple[Measure, ...]:
        """Measures that answer any of these causes or fit the enforcement, in the order of the telling."""
        return tuple(
            sorted(
                (m for m in self.measures.values() if self._fits(m, enforcement, causes)), key=lambda m: (m.order, m.id)
            )
        )

    def answers(self, entry: Action | Measure, cause: str) -> bool:
        """Whether an action or measure answers this cause, written at either end."""
        known = self.causes.get(cause)
        listed = () if known is None else known.actions if isinstance(entry, Action) else known.measures
        return cause in entry.answers or entry.id in listed

    def _fits(self, entry: Action | Measure, enforcement: str, causes: tuple[str, ...]) -> bool:
        if "any" in entry.enforcements or enforcement in entry.enforcements:
            return True
        return any(self.answers(entry, cause) for cause in causes)
