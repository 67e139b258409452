"""The review of a plan as it is being written: what does not depend on the text is worked out once for each state of
the case, so that an answer comes while the person types.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from datetime import date
from threading import Lock

from amends import particulars
from amends.app import knowledge
from amends.app.cases import Opened, open_case
from amends.app.files import LONGEST_LETTER
from amends.app.plan.cover import sentences_of
from amends.app.plan.plans import check_text, judged, plan_of, trade_names
from amends.app.review.checking import Checked, Checking
from amends.app.review.settings import Asked
from amends.errors import Unknown, Unreadable
from amends.model import Case, Plan
from amends.store.files import CASE, stamp
from amends.typed import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from amends.plan.ground import Grounded
    from amends.plan.placed import Placed
    from amends.render.exhibits.citations import Citation
    from amends.store.files import Files

Asks: TypeAlias = "Mapping[str, str]"
"""Questions by the key of the fact that they ask for."""

_MOST = 64
_NUMBER = re.compile(r"#\d+(?=\.)")


class Sentence(NamedTuple):
    """A sentence of the text: what it stands on, where it stands in the text (None where that cannot be told), and the
    places on the exhibits that it cites.
    """

    grounded: Grounded
    place: Placed | None
    cited: tuple[Citation, ...]


class Reviewed(NamedTuple):
    """A text as the plan of a case: the findings, and its sentences in order."""

    checked: Checked
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        """How many words of their own the seller writes."""
        return self.checked.draft.words

    @property
    def budget(self) -> int:
        """How many words the reader has time for."""
        return self.checked.draft.budget


class Reviewer:
    """Reviews texts as the plan of a case in one state."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.plan: Plan | None
        try:
            self.plan = plan_of(opened.case)
        except Unknown:
            self.plan = None
        self._judged: Case = judged(opened.case)
        self._terms = trade_names()
        self._known = particulars.known(opened.case)

    def review(self, text: str, today: date) -> Reviewed:
        """Review a text. Raises `Unreadable` when it is too long for a plan."""
        if len(text) > LONGEST_LETTER:
            raise Unreadable(f"This text is longer than {LONGEST_LETTER:,} characters; that is no plan.")
        checked = check_text(self.opened, text, self.plan, self._judged, today, Checking(Asked(today=today)))
        return Reviewed(checked, self._sentences(text))

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        if self.plan is None:
            return ()
        from amends.plan import ground
        from amends.plan.placed import placed
        from amends.render import markdown
        from amends.render.exhibits.citations import citations

        traced = ground.ground(markdown.parse(text), self.plan, self.opened.case, self._terms, self._known)
        cited: dict[str, tuple[Citation, ...]] = {}
        for citation in citations(sentences_of(traced), self.opened.case):
            for sentence in citation.sentences:
                cited[sentence] = (*cited.get(sentence, ()), citation)
        places = placed(text, (grounded.text for grounded in traced))
        return tuple(
            Sentence(grounded, place, cited.get(grounded.text, ()))
            for grounded, place in zip(traced, places, strict=True)
        )


_kept: OrderedDict[str, tuple[str, Reviewer]] = OrderedDict()
_lock = Lock()


def reviewer(files: Files) -> Reviewer:
    """The reviewer of a case as it is now; the one of the request before while nothing of the case changed."""
    now = stamp("\0".join((stamp(files.read_bytes(CASE) or b""), *files.names("readings/"))).encode())
    with _lock:
        state, found = _kept.get(files.title, ("", None))
        if found is not None and state == now:
            _kept.move_to_end(files.title)
            return found
    made = Reviewer(open_case(files))
    with _lock:
        _kept[files.title] = now, made
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return made


def rules_of(checked: Checked) -> Mapping[str, tuple[str, str]]:
    """Why the rule of each finding matters, and its source, by code."""
    from amends.review.registry import rules

    codes = {finding.rule for finding in checked.findings}
    return {rule.code: (rule.help, rule.source) for rule in rules() if rule.code in codes}


def asked_for(keys: Iterable[str]) -> Asks:
    """What the interview asks for these facts, as a question; facts that no question is about are left out."""
    known = knowledge()
    shelves = (known.causes, known.actions, known.measures, known.playbooks)
    asks = {slot.key: slot.ask for shelf in shelves for entry in shelf.values() for slot in entry.slots}
    return {key: asks[plain] for key in keys if (plain := _NUMBER.sub("", key)) in asks}
