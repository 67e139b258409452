"""List the rules of review, explain one, or test rules of your own.

Without words it lists the families; with the letters of a family its rules;
with `all` every rule. A pack is a folder with word lists (*.yaml) and rules
(*.py) of your own; `test` holds each of them to its own examples.

Example:
  amends rules
  amends rules TO
  amends rules explain AC03
  amends rules test my-rules
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from amends.review import Rule

_LEVELS = ("error", "warning", "note")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="FAMILY, all, explain CODE, or test DIR")
    parser.add_argument("--pack", metavar="DIR", type=screen.named, action="append", help="rules of your own as well")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(options: argparse.Namespace) -> int:
    """Print families, rules, one page, or what a pack does not hold to."""
    from amends.app.review.packs import rulebook
    from amends.errors import Unknown

    verb, *rest = options.words or [""]
    if verb == "test":
        if not rest:
            raise Unknown("Name the folder of your rules: amends rules test my-rules")
        return _test(rest, options.json)
    found, packed = rulebook(options.pack or ())
    if verb == "explain":
        from amends.review import explain

        if len(rest) != 1:
            raise Unknown("Name the rule: amends rules explain AC03")
        print(explain(rest[0], found))
        return 0
    chosen = found if verb in ("", "all") else tuple(_of_families(found, options.words))
    if options.json:
        keys = ("code", "name", "level", "title")
        screen.print_json([{key: getattr(rule, key) for key in keys} for rule in chosen])
    elif verb:
        print(screen.painter().table([[rule.code, rule.level, rule.name, rule.title] for rule in chosen]))
    else:
        _print_families(chosen, packed)
    return 0


def _of_families(found: Sequence[Rule], words: Sequence[str]) -> Iterator[Rule]:
    from amends.errors import Unknown
    from amends.review.selection import chosen, names, nearest

    for word in words:
        if word.strip().lower() not in names(found):
            raise Unknown(f"{nearest(word, names(found))}.")
    yield from chosen(found, [(words, ())])


def _print_families(found: Sequence[Rule], packed: frozenset[str]) -> None:
    from amends.schema import PARTS_OF_PLAN

    painter = screen.painter()
    rows = []
    for family in dict.fromkeys((*PARTS_OF_PLAN, *(rule.code[:2] for rule in found))):
        rules = [rule for rule in found if rule.code[:2] == family]
        counts = [(sum(rule.level == level for rule in rules), level) for level in _LEVELS]
        about = PARTS_OF_PLAN.get(family, "yours")
        levels = ", ".join(screen.several(number, level) for number, level in counts if number)
        rows.append([family, about, screen.several(len(rules), "rule"), levels])
    print(painter.table(rows))
    print(f"\n{screen.several(len(found), 'rule')}{f', {len(packed)} of them yours' if packed else ''}.")
    print(painter.wrap("amends rules TO lists a family, amends rules explain TO04 says why a rule is there.", "dim"))


def _test(roots: Sequence[str], as_json: bool) -> int:
    from amends.app.review.packs import rulebook

    found, packed = rulebook(roots)
    wrong = {rule.code: list(_faults(rule, found)) for rule in found if rule.code in packed}
    if as_json:
        screen.print_json(wrong)
        return int(any(wrong.values()))
    painter = screen.painter()
    names = {rule.code: rule.name for rule in found}
    for code, faults in wrong.items():
        for fault in faults:
            print(painter.wrap(f"{code} {names[code]}: {fault}", rest="  "))
    failed = sum(bool(faults) for faults in wrong.values())
    tried = screen.several(len(wrong), "rule")
    print(f"{tried} tried, {failed} failed." if failed else f"{tried} tried; all is as their examples say.")
    return int(failed > 0)


def _faults(rule: Rule, known: Sequence[Rule]) -> Iterator[str]:
    """What a rule does not hold to; one that breaks down is told like any other fault."""
    from amends.app.review.packs import culprit
    from amends.review.trial import faults

    try:
        yield from faults(rule, known)
    except Exception as error:
        place = culprit(error)
        if place is None:
            raise
        yield f"breaks down in {place[0]}:{place[1]}: {type(error).__name__}: {error}"
