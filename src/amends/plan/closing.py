"""The end of a letter: the time frame computed from the dates in it, the documents, the signature."""

from __future__ import annotations

from datetime import date

from amends import dates, needed, values
from amends.model import Case, Exhibit, Gap, Item, Person, Route, Section, Sentence
from amends.plan.voice import Voice
from amends.plan.wording import unshouted
from amends.playbook import Catalog

Part = tuple[Section | None, list[Gap]]


def time_frame(case: Case) -> tuple[date | None, date | None]:
    """From the first action's day to the last day of any action or measure (the first seed asks for both)."""
    days = _days(case)
    return (min(days.values()), max(days.values())) if days else (None, None)


def _days(case: Case) -> dict[str, date]:
    """The dated steps of the plan: the day of each action and the first day of each measure, by the fact's key."""
    keys = [f"{id}.date" for id in case.actions] + [f"{id}.start" for id in case.measures]
    return {key: value for key in keys if isinstance(value := case.value(key), date)}


def written_on(case: Case) -> date | None:
    """The day the letter speaks from: the latest day on which somebody stated a fact."""
    said = [fact.source.on for fact in case.facts.values() if fact.source.on]
    return max(said) if said else None


def conclusion(case: Case, catalog: Catalog, voice: Voice) -> Part:
    """Effective from the first date, complete by the last."""
    days = _days(case)
    if not days:
        return None, [
            Gap("actions", "conclusion", "The time frame cannot be computed.", "Give the dates of your actions.")
        ]
    first, last = min(days.values()), max(days.values())
    first_key = min(days, key=lambda key: days[key])
    last_key = max(days, key=lambda key: days[key])
    today = written_on(case)
    if first == last:
        text = f"Every step of this plan took effect on {dates.written(first)}."
    elif today is not None and last > today:
        later = [key for key in days if days[key] > today]
        steps = (
            "its last step" if len(later) == 1 else f"its last {values.counted(len(later), 'step').split()[0]} steps"
        )
        follows = "follows" if len(later) == 1 else "follow"
        text = (
            f"This plan has been effective since {dates.written(first)}; {steps} {follows} "
            f"{'on' if len(later) == 1 else 'by'} {dates.written(last)}, when it is complete."
        )
    else:
        since, done = dates.written(first), dates.written(last)
        text = voice.pick(
            (
                f"This plan has been effective since {since}; all of its steps have been in place since {done}.",
                f"Effective from {since}, this plan was complete on {done}.",
            ),
            "conclusion",
        )
    return Section("conclusion", "Conclusion", (Item("conclusion", (Sentence(text, (first_key, last_key)),)),)), []


def documentation(case: Case, catalog: Catalog, route: Route) -> Part:
    """Every exhibit by its file name, in the order of the labels.

    None at all is a gap. It stops a plan until the seller has said what they do not have, and any letter while a
    required document may still be added.
    """
    items = tuple(Item(exhibit.label, (_listed(exhibit, catalog),)) for exhibit in case.exhibits)
    if not items:
        wanted = needed.documents(case, catalog)
        said = any(
            fact.value is None and (key.startswith("document.") or key.endswith(".proof"))
            for key, fact in case.facts.items()
        )
        stated = (said or route not in ("plan", "documents")) and not any(
            one.open and one.need == "required" for one in wanted
        )
        remedy = "Add your files to the case."
        return None, [Gap("exhibits", "documentation", "No document is attached.", remedy, stated)]
    return Section("documentation", "Documentation", items), []


def _listed(exhibit: Exhibit, catalog: Catalog) -> Sentence:
    kind = catalog.documents[exhibit.kind].title if exhibit.kind in catalog.documents else "Document"
    about = f", {dates.written(exhibit.dated)}" if exhibit.dated else ""
    asins = f", for {values.say(exhibit.asins, 'named')}" if exhibit.asins else ""
    return Sentence(f"Exhibit {exhibit.label}: {exhibit.name} ({kind}{about}{asins})", (), (exhibit.label,))


def signature(case: Case) -> Section:
    """Who signs for whom."""
    lines: dict[str, Item] = {}
    for key in ("seller.signatory", "seller.name"):
        value = case.value(key)
        if value is None or values.say(value, "name") in lines:
            continue
        words = values.say(unshouted(value) if isinstance(value, Person) else value)
        lines[values.say(value, "name")] = Item(key, (Sentence(words, (key,)),))
    return Section("signature", None, tuple(lines.values()))
