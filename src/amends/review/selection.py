"""Which rules are applied, and at which level: by code, by name, or by family (the two letters of the code)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amends.review.rule import Rule
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Severity

_FAMILY, _RULE = 1, 2
Layer = tuple[Sequence[str], Sequence[str]]


def chosen(rules: Iterable[Rule], layers: Iterable[Layer]) -> tuple[Rule, ...]:
    """The rules that are applied. A layer is what to select and what to ignore, and wins over the layers before it.

    Within a layer a rule that is named wins over its family: `select = ["TO03"]` beside `ignore = ["TO"]` leaves TO03.
    """
    wanted = [(tuple(map(_folded, select)), tuple(map(_folded, ignore))) for select, ignore in layers]
    return tuple(rule for rule in rules if _applies(rule, wanted))


def _applies(rule: Rule, layers: Iterable[Layer]) -> bool:
    applies = True
    for select, ignore in layers:
        selected, ignored = _weight(rule, select), _weight(rule, ignore)
        if selected > ignored:
            applies = True
        elif ignored or select:
            applies = False
    return applies


def _weight(rule: Rule, words: Sequence[str]) -> int:
    if rule.code.lower() in words or rule.name in words:
        return _RULE
    return _FAMILY if rule.code[:2].lower() in words else 0


def _folded(word: str) -> str:
    return word.strip().lower()


def at_levels(rules: Iterable[Rule], levels: Sequence[tuple[str, Severity]]) -> tuple[Rule, ...]:
    """The rules at the levels that a configuration gives them; a rule that is named wins over its family."""
    wanted = {_folded(word): level for word, level in levels}
    made = []
    for rule in rules:
        names = (rule.code.lower(), rule.name, rule.code[:2].lower())
        level = next((wanted[name] for name in names if name in wanted), rule.level)
        made.append(rule if level == rule.level else rule.at(level))
    return tuple(made)


def names(rules: Iterable[Rule], families: bool = True) -> frozenset[str]:
    """Every word, folded, that names one of these rules, or one of their families."""
    found = {name for rule in rules for name in (rule.code.lower(), rule.name)}
    return frozenset(found | {rule.code[:2].lower() for rule in rules} if families else found)


def nearest(word: str, known: Iterable[str]) -> str:
    """What is wrong with a word that names no rule, with the nearest that does."""
    from difflib import get_close_matches

    near = get_close_matches(_folded(word)[:60], sorted(known), 1, 0.4)
    shown = near[0].upper() if near and len(near[0]) in (2, 4) else "".join(near)
    hint = f"; did you mean {shown}?" if near else ";"
    return f"no rule is called “{word[:60]}”{hint} `amends rules` lists them all"
