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
from amends.app.cases import Opened, open_again
from amends.app.files import LONGEST_LETTER
from amends.app.plan.cover import sentences_of
from amends.app.plan.obstacles import LONGEST_PLAN, Hindered, beginning, hindered, hinders
from amends.app.plan.plans import check_text, judged, plan_of, trade_names
from amends.app.review.checking import Checked, Checking
from amends.app.review.settings import Asked, Settings
from amends.errors import Unknown, Unreadable
from amends.model import Case, Finding, Plan
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
    """A text as the plan of a case: the findings, its sentences in order, and what of it stands in the way of a bundle.

    Of a text that is far too long this holds for its beginning; `hindered.over` says so.
    """

    checked: Checked
    sentences: tuple[Sentence, ...]
    hindered: Hindered

    @property
    def words(self) -> int:
        """How many words of their own the seller writes."""
        return self.checked.draft.words

    @property
    def budget(self) -> int:
        """How many words the reader has time for."""
        return self.checked.draft.budget

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that count: those that nobody accepted, and all that stand in the way."""
        ours = self.hindered.errors
        return tuple(each for each in self.checked.findings if each.suppressed is None or each in ours)

    @property
    def unproven(self) -> tuple[Sentence, ...]:
        """The sentences that stand in the way since nothing proves them."""
        return tuple(each for each in self.sentences if hinders(each.grounded, self.hindered.errors))


class Reviewer:
    """Reviews texts as the plan of a case in one state. It remembers the last one: a page shows what was just typed."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.plan: Plan | None
        try:
            self.plan = plan_of(opened.case)
        except Unknown:
            self.plan = None
        self._judged: Case = judged(opened.case)
        self._terms = trade_names()
        self._last: tuple[tuple[str, date, Settings], Checked, tuple[Sentence, ...]] | None = None
        self._known = particulars.known(opened.case)

    def review(self, text: str, today: date) -> Reviewed:
        """Review a text; of one that is far too long for a plan its beginning. Raises `Unreadable` for one that could
        not even be saved.
        """
        if len(text) > LONGEST_LETTER:
            raise Unreadable(f"This text is longer than {LONGEST_LETTER:,} characters; that is no plan.")
        part = beginning(text)
        call = Checking(Asked(today=today))
        now = part, today, call.settings(str(self.opened.files.home))
        last = self._last
        if last is not None and last[0] == now:
            _, checked, sentences = last
        else:
            checked = check_text(self.opened, part, self.plan, self._judged, today, call)
            sentences = self._sentences(part)
            # A configuration may name files beside it, which change by themselves.
            self._last = (now, checked, sentences) if now[2].config is None else None
        over = len(text) - LONGEST_PLAN if part is not text else 0
        traced = [sentence.grounded for sentence in sentences]
        return Reviewed(checked, sentences, hindered(self.opened, checked.findings, traced, over))

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


_kept: OrderedDict[str, Reviewer] = OrderedDict()
_lock = Lock()


def reviewer(files: Files) -> Reviewer:
    """The reviewer of a case as it is now; the one of the request before while nothing of the case changed."""
    opened = open_again(files)
    with _lock:
        found = _kept.get(files.title)
        if found is not None and found.opened.case is opened.case:
            _kept.move_to_end(files.title)
            return found
    made = Reviewer(opened)
    with _lock:
        _kept[files.title] = made
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
