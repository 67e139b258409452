"""The coverage matrix: for each issue and listing, the causes, actions, measures and exhibits that answer it.

With a case, issues and ASINs are those of its notice; otherwise those that the letter names. Listings that the letter
treats alike share a row.
"""

from __future__ import annotations

from amends.model import Row
from amends.review.letter import parts
from amends.review.measures.points import actions, measures
from amends.review.position.purpose import is_plan
from amends.review.rule import short
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item

_SHORTEST, _WIDTH, _MOST_ROWS, _MOST_NAMED = 4, 44, 40, 3
_Cells = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def causes(draft: Draft) -> list[Item]:
    """The points or paragraphs of the root cause that say something."""
    return [item for part in draft.of(parts.CAUSE) for item in part.items if len(item.words) >= _SHORTEST]


def matrix(draft: Draft) -> tuple[Row, ...]:
    """The rows of a plan; none for a letter that is no plan."""
    if not is_plan(draft) or not draft.statements:
        return ()
    told, done, runs = causes(draft), actions(draft), measures(draft)
    if not (told or done or runs):
        return ()
    issue = _issue(draft)
    listed = _asins(draft)
    if not listed:
        return (Row(issue, "", *_cells(draft, told, done, runs)),)
    naming = {id(item): _named(draft, item) for item in (*told, *done, *runs)}
    # Listings that the same points name share a row without another look at the words of those points.
    alike: dict[tuple[object, ...], tuple[list[list[Item]], list[str]]] = {}
    everywhere = [[item for item in items if not naming[id(item)]] for items in (told, done, runs)]
    of: dict[str, list[list[Item]]] = {asin: [[], [], []] for asin in listed}
    for column, items in enumerate((told, done, runs)):
        for item in items:
            for asin in naming[id(item)]:
                if asin in of:
                    of[asin][column].append(item)
    for asin in listed:
        own = of[asin]
        kept = [
            [item for item in items if item in own[column] or item in everywhere[column]]
            if len(listed) <= _MOST_ROWS
            else (own[column] or everywhere[column])
            for column, items in enumerate((told, done, runs))
        ]
        alike.setdefault(tuple(tuple(map(id, items)) for items in kept), (kept, []))[1].append(asin)
    grouped: dict[_Cells, list[str]] = {}
    for kept, asins in alike.values():
        grouped.setdefault(_cells(draft, *kept), []).extend(asins)
    order = {asin: at for at, asin in enumerate(listed)}
    for asins in grouped.values():
        asins.sort(key=order.__getitem__)
    return tuple(Row(issue, _names(asins), *cells) for cells, asins in list(grouped.items())[:_MOST_ROWS])


def _issue(draft: Draft) -> str:
    """What the letter answers, in the words of the playbook, or what it says itself."""
    if draft.playbook is not None:
        return draft.playbook.title
    return draft.enforcement or "the notice"


def _asins(draft: Draft) -> list[str]:
    """The ASINs that must be answered: those of the notice, else those that the letter names, each once."""
    identifiers = draft.notice.identifiers if draft.notice is not None else draft.identifiers
    return list(dict.fromkeys(i.value for i in identifiers if i.kind == "asin" and not i.masked))


def _named(draft: Draft, item: Item) -> frozenset[str]:
    return frozenset(i.value for i in draft.identifiers_in(item) if i.kind == "asin")


def _cells(draft: Draft, told: list[Item], done: list[Item], runs: list[Item]) -> _Cells:
    files = dict.fromkeys(
        match.group() for item in (*told, *done, *runs) for match in draft.files_in(item) if len(match.group()) < 80
    )
    return _quoted(draft, told), _quoted(draft, done), _quoted(draft, runs), tuple(files)


def _quoted(draft: Draft, items: list[Item]) -> tuple[str, ...]:
    return tuple(short(draft.text[item.start : item.end], _WIDTH) for item in items)


def _names(asins: list[str]) -> str:
    shown = ", ".join(asins[:_MOST_NAMED])
    return shown if len(asins) <= _MOST_NAMED else f"{shown} and {len(asins) - _MOST_NAMED:,} more"
