"""What is known already about a question: from the notice, or from an answer to a question like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from amends import values
from amends.interview.question import Option, Prefill
from amends.interview.start import kind_of, stated
from amends.model import Case, Exhibit, Fact, Notice, Person, Span
from amends.playbook import Catalog, Slot
from amends.text import one_line

_CARRIED = ("asins", "orders", "asin", "order", "party", "person", "name", "id", "ids")
_WIDTH = 300
_AROUND = 120
_MOST_QUOTES = 3


def of_slot(slot: Slot, item: str, case: Case, catalog: Catalog, today: date) -> Prefill | None:
    """What can stand as the answer, or at least be looked at. Days and numbers are never carried over."""
    if not item:
        return _from_notice(slot, case)
    if slot.type not in _CARRIED:
        return None
    name = slot.key.rpartition(".")[2]
    keys = [key for key in case.facts if key.rpartition(".")[2] == name and key != slot.key]
    known = [case.facts[key] for key in reversed(keys) if case.facts[key].type == slot.type]
    if slot.type == "person":
        known += [fact for fact in (case.facts.get("seller.signatory"),) if fact]
    for fact in known:
        if fact.value is None or (isinstance(fact.value, Person) and not fact.value.role):
            continue
        data = values.dump(fact.value)
        if not isinstance(values.load(slot, data, today), values.Fault):
            return Prefill(data, one_line(values.say(fact.value, "full"), _WIDTH), "case")
    return None


def of_fact(fact: Fact, words_of: Mapping[str, str]) -> Prefill | None:
    """The answer that was given before, in the words of its options; None when it was that there is none."""
    value = fact.value
    if value is None:
        return None
    said = tuple(words_of.get(entry, entry) for entry in value) if isinstance(value, tuple) else value
    words = "; ".join(said) if isinstance(said, tuple) else values.say(said, "full", words_of)
    return Prefill(values.dump(value), one_line(words, _WIDTH), "case")


def of_enforcement(case: Case, catalog: Catalog) -> Prefill | None:
    """The likeliest reading of the notice, to be confirmed."""
    if case.notice is None:
        return None
    found = [e for e in case.notice.enforcements if e.id in catalog.playbooks]
    if not found:
        return None
    return Prefill(found[0].id, catalog.playbooks[found[0].id].title, "notice", _quotes(case.notice, found[0].because))


def of_options(offered: tuple[Option, ...]) -> Prefill | None:
    """The suggested ones among the options."""
    fitting = [option for option in offered if option.suggested]
    if not fitting:
        return None
    return Prefill([o.id for o in fitting], one_line("; ".join(o.words for o in fitting), _WIDTH), "suggestion")


def of_files(serving: tuple[Exhibit, ...]) -> Prefill:
    """The files that answer a question about documents already."""
    words = one_line("; ".join(f"{each.label}: {each.name}" for each in serving), _WIDTH)
    return Prefill([each.name for each in serving], words, "case")


def suggested(option: Option) -> Prefill:
    """One option as the suggestion."""
    return Prefill(option.id, option.words, "suggestion")


def _from_notice(slot: Slot, case: Case) -> Prefill | None:
    """The raw words of the notice: masked, ambiguous or partial, so only to be looked at."""
    found = stated(case.notice, kind_of(slot)) if case.notice else ()
    if not found:
        return None
    words = one_line(", ".join(identifier.value for identifier in found), _WIDTH)
    assert case.notice is not None
    return Prefill(None, words, "notice", _quotes(case.notice, [identifier.span for identifier in found]))


def _quotes(notice: Notice, places: Iterable[Span]) -> tuple[str, ...]:
    """The first lines of a notice in which these places stand, each once, the part around the place."""
    found: dict[str, None] = {}
    for place in places:
        start = max(notice.text.rfind("\n", 0, place.start) + 1, place.start - _AROUND)
        end = notice.text.find("\n", place.end)
        words = one_line(notice.text[start : min(len(notice.text) if end < 0 else end, place.end + _AROUND)])
        found.setdefault(words)
        if len(found) == _MOST_QUOTES:
            break
    return tuple(words for words in found if words)
