"""What there is to choose from, in an order that does not change while the question is open."""

from __future__ import annotations

from amends import needed
from amends.interview import routes
from amends.interview.agenda import Topic
from amends.interview.question import Option
from amends.model import Case, Exhibit
from amends.playbook import Action, Catalog, Measure

_GENERAL = 1
_PARTICULAR = 0


def of(kind: str, case: Case, catalog: Catalog) -> tuple[Option, ...]:
    """The options of a choice: enforcement, route, causes, actions or measures."""
    match kind:
        case "enforcement":
            return _enforcements(case, catalog)
        case "route":
            found = routes.fitting(case, catalog)
            return tuple(
                Option(route, routes.WORDS[route], because, at == 0)
                for at, (route, because) in enumerate(found.items())
            )
        case "causes":
            return tuple(Option(c.id, c.title, c.ask) for c in catalog.causes_of(case.enforcement or ""))
        case "actions":
            return _entries(catalog.actions_for(case.enforcement or "", _bases(case.causes)), case, catalog)
        case _:
            return _entries(catalog.measures_for(case.enforcement or "", _bases(case.causes)), case, catalog)


def words(offered: tuple[Option, ...]) -> dict[str, str]:
    """Ids and words of options, as `choose` takes them."""
    return {option.id: option.words for option in offered}


def exhibits(case: Case, catalog: Catalog, kinds: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """The files of the case; those of the wanted kinds come first and are suggested."""
    found = []
    for exhibit in sorted(case.exhibits, key=lambda e: e.kind not in kinds):
        title = catalog.documents[exhibit.kind].title if exhibit.kind in catalog.documents else "kind not known"
        found.append(Option(exhibit.name, f"{exhibit.label}: {exhibit.name}", title, exhibit.kind in kinds))
    return tuple(found)


def serving(topic: Topic, case: Case, catalog: Catalog) -> tuple[Exhibit, ...]:
    """The files that answer a question about documents by what the case says of them, whether it was asked or not."""
    if topic.kind == "proof":
        return tuple(exhibit for exhibit in case.exhibits if topic.item in exhibit.supports)
    if topic.kind != "document":
        return ()
    wanted = next((w for w in needed.documents(case, catalog) if needed.document_key(w.kind) == topic.id), None)
    return wanted.exhibits if wanted else ()


def _bases(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.partition("#")[0] for item in items))


def _entries(found: tuple[Action, ...] | tuple[Measure, ...], case: Case, catalog: Catalog) -> tuple[Option, ...]:
    """Those that answer a chosen cause stand first and are suggested; the general ones follow."""
    causes = _bases(case.causes)
    ranked: list[tuple[int, Option]] = []
    for entry in found:
        answered = [catalog.causes[c].title for c in causes if c in catalog.causes and catalog.answers(entry, c)]
        note = f"{entry.ask} (answers: {'; '.join(answered)})" if answered else entry.ask
        ranked.append((_PARTICULAR if answered else _GENERAL, Option(entry.id, entry.title, note, bool(answered))))
    return tuple(option for _, option in sorted(ranked, key=lambda pair: pair[0]))


def _enforcements(case: Case, catalog: Catalog) -> tuple[Option, ...]:
    """All playbooks, those that the notice speaks for first."""
    read = [found.id for found in case.notice.enforcements] if case.notice else []
    order = [id for id in read if id in catalog.playbooks]
    order += sorted((id for id in catalog.playbooks if id not in order), key=lambda id: catalog.playbooks[id].title)
    return tuple(Option(id, catalog.playbooks[id].title, catalog.playbooks[id].summary, id in read) for id in order)
