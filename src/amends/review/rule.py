"""What a rule is, and how it is written: one file in `rules/` with its reason, its source and its examples.

    @rule("PM02", "measure-without-owner", level="warning", since="0.1.0", source="…", bad=("…",), good=("…",))
    def measure_without_owner(draft):
        '''A preventive measure that nobody owns.

        Why it matters, and what to write instead.
        '''
        for item in measures(draft):
            yield Hit(item, "…")

The docstring is the manual page. The examples are the rule's tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.model import Confidence, Fix, Related, Severity
    from amends.review.document import Draft
    from amends.review.letter.pieces import Place


class Hit(NamedTuple):
    """A place where a rule speaks. `level` and `confidence` may be weaker than the rule's own, never stronger."""

    place: Place
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    level: Severity | None = None
    confidence: Confidence | None = None


class Example(NamedTuple):
    """A draft that shows a rule. `case` is a route where the rule needs a case: that of `samples.py`, sent on this
    route. `earlier` are plans that it may repeat; the `attempts` were sent in this very case.
    """

    text: str
    case: str = ""
    earlier: tuple[str, ...] = ()
    attempts: tuple[str, ...] = ()


Check = Callable[["Draft"], Iterable[Hit]]


class Rule:
    """One thing that a strict reader would object to.

    `code` is two letters for the part of the plan and two digits, never used again for anything else. `manual` is
    the manual page: the first line is the title. `bad` and `good` are drafts that the rule must find and must leave
    alone. `letters` are the kinds of letters that the rule speaks on (see `purpose.py`), all when empty.
    Where a rule of `yields_to` speaks on the same sentence, this one keeps silent: one empty promise is one finding.
    """

    __slots__ = (
        "bad",
        "check",
        "code",
        "confidence",
        "good",
        "letters",
        "level",
        "manual",
        "name",
        "since",
        "source",
        "yields_to",
    )

    def __init__(
        self,
        code: str,
        name: str,
        *,
        level: Severity,
        confidence: Confidence,
        since: str,
        source: str,
        bad: tuple[str | Example, ...],
        good: tuple[str | Example, ...],
        manual: str,
        check: Check,
        yields_to: tuple[str, ...] = (),
        letters: tuple[str, ...] = (),
    ) -> None:
        self.code, self.name, self.level, self.confidence = code, name, level, confidence
        self.since, self.source, self.bad, self.good = since, source, bad, good
        self.manual, self.check, self.yields_to, self.letters = manual, check, yields_to, letters

    @property
    def title(self) -> str:
        """The first line of the manual page."""
        return self.manual.split("\n", 1)[0].strip()

    @property
    def help(self) -> str:
        """The manual page below its title: why it matters and what to do instead."""
        return "\n".join(line.strip() for line in self.manual.strip().split("\n")[1:]).strip()

    def at(self, level: Severity) -> Rule:
        """The same rule at another level."""
        return self._with(level=level)

    def checked_by(self, check: Check) -> Rule:
        """The same rule with another check."""
        return self._with(check=check)

    def _with(self, **changed: Any) -> Rule:
        given = {name: getattr(self, name) for name in self.__slots__}
        return Rule(**(given | changed))


_registered: list[Rule] = []


def rule(
    code: str,
    name: str,
    *,
    level: Severity,
    source: str,
    bad: tuple[str | Example, ...],
    good: tuple[str | Example, ...],
    confidence: Confidence = "high",
    since: str = "0.1.0",
    yields_to: tuple[str, ...] = (),
    letters: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields hits; its docstring becomes the manual page."""

    def made(check: Check) -> Rule:
        manual = (check.__doc__ or "").strip()
        new = Rule(
            code,
            name,
            level=level,
            confidence=confidence,
            since=since,
            source=source,
            bad=bad,
            good=good,
            manual=manual,
            check=check,
            yields_to=yields_to,
            letters=letters,
        )
        _registered.append(new)
        return new

    return made


@contextmanager
def collected() -> Iterator[list[Rule]]:
    """The rules that are made within the block, for a pack: they do not join those of `registered`."""
    before = len(_registered)
    made: list[Rule] = []
    try:
        yield made
    finally:
        made += _registered[before:]
        del _registered[before:]


def registered() -> Iterator[Rule]:
    """The rules whose files have been imported."""
    return iter(_registered)


def short(text: str, width: int = 60) -> str:
    """The seller's words for a message: on one line, without control characters, cut."""
    from amends.text import one_line

    return one_line(text, width)
