"""Rules of one's own: patterns that find nothing are told, and every rule is held to what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from amends import catalog
from amends.model import Fix, Span
from amends.review import Draft, Hit, Rule, rules
from amends.review.pack import Origin, collisions, pattern_fault
from amends.review.registry import with_packs
from amends.review.selection import at_levels, chosen, names, nearest
from amends.review.trial import faults

HELP = (
    "A title.\n\nWhy it matters to the reader, in some words more than sixty letters long, and what to write instead."
)


@pytest.mark.parametrize("entry", catalog.phrases(), ids=lambda entry: str(entry["id"]))
def test_our_own_patterns_have_no_fault(entry: dict[str, list[str]]) -> None:
    patterns = (*entry["find"], *entry.get("unless", ()))

    assert {} == {written: fault for written in patterns if (fault := pattern_fault(written))}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("we don't know", "as “do not”"),
        ("Our supplier", "as “our”"),
        ("ab* thing", "stem"),
        ("@suplier lied", "did you mean “supplier”"),
        ("we || you", "empty"),
        (".. lied", "not at an end"),
        ("we? very?", "every word"),
        ("wait, what", "as “wait”"),
        ("— so", "never found"),
    ],
)
def test_a_pattern_that_can_find_nothing_says_what_to_write(written: str, said: str) -> None:
    assert said in (pattern_fault(written) or "")


def made(code: str = "MY01", name: str = "my-rule", *, becomes: str | None = None, **more: object) -> Rule:
    def check(draft: Draft) -> Iterator[Hit]:
        at = draft.text.find("bad")
        if at >= 0:
            yield Hit(Span(at, at + 3, "bad"), "m", fix=None if becomes is None else Fix(becomes))

    given: dict[str, object] = {
        "level": "warning",
        "confidence": "high",
        "since": "1",
        "source": "our own house style",
        "bad": ("It is bad.",),
        "good": ("It is good.",),
        "manual": HELP,
    }
    return Rule(code, name, check=check, **(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_our_own_rules_hold_to_what_they_say(rule: Rule) -> None:
    assert [] == list(faults(rule, rules()))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (made(bad=("It is fine.",)), "bad example 1 is not found"),
        (made(good=("So bad.",)), "good example 1 is found"),
        (made(becomes="bad as of 2026"), "adds a figure"),
        (made(becomes="bad"), "does not end the finding"),
        (made(becomes="x" * 40), "adds more than it rewords"),
        (made(manual="A title."), "why it matters"),
        (made(manual="x" * 80 + HELP), "at most 72"),
        (made(source="me"), "the source"),
        (made(good=()), "at least one bad and one good"),
        (made(code="My1"), "two capitals"),
        (made(name="My rule"), "small letters"),
        (made(level="loud"), "the level “loud” must be"),
    ],
)
def test_a_rule_that_does_not_hold_to_what_it_says_is_told(rule: Rule, said: str) -> None:
    assert [fault for fault in faults(rule, [rule]) if said in fault] != []


def test_a_sound_rule_has_no_fault() -> None:
    assert [] == list(faults(made(becomes="good"), [made(becomes="good")]))


def test_a_code_or_name_that_is_taken_is_told_with_its_place() -> None:
    packed = [
        Origin("MY01", "blames-supplier", "a.yaml", 3),
        Origin("MY01", "fresh", "b.yaml", 1),
    ]

    assert [("a.yaml", 3, "name"), ("b.yaml", 1, "code")] == [
        (problem.file, problem.line, problem.path) for problem in collisions(packed, rules())
    ]


def test_lists_of_a_pack_are_searched_beside_ours_and_do_not_stay() -> None:
    entry = {"code": "MY01", "name": "mine", "level": "note", "source": "s", "title": "t", "help": "h"}
    entry |= {"find": ["purple parcels"], "message": "“{quote}”", "bad": [], "good": []}  # type: ignore[dict-item]
    draft = Draft("Root cause: our supplier lied about purple parcels.", "a.txt")

    from amends.review import reviewed

    together = {finding.rule for finding in reviewed(draft, with_packs([entry]))}
    alone = {finding.rule for finding in reviewed(draft)}

    assert together - alone == {"MY01"}
    assert "TO04" in alone
    assert "MY01" not in {rule.code for rule in rules()}


def codes(*layers: tuple[list[str], list[str]], among: str = "TO") -> list[str]:
    return [rule.code for rule in chosen(rules(), layers) if rule.code.startswith(among)]


def test_rules_are_chosen_by_code_name_and_family_and_the_later_layer_wins() -> None:
    assert ["TO04", "TO06"] == codes((["to04", "Begging"], []))
    assert "TO04" not in codes((["TO"], ["blames-supplier"]))
    assert ["TO04"] == codes((["TO04"], ["TO"]))
    assert ["TO04"] == codes(([], ["TO"]), (["TO04"], []))
    assert "TO04" not in codes((["TO04"], []), ([], ["TO"]))
    assert [] == codes((["AC"], []))
    assert len(rules()) == len(chosen(rules(), [([], [])]))


def test_levels_are_given_by_family_and_a_rule_that_is_named_wins() -> None:
    found = {rule.code: rule.level for rule in at_levels(rules(), [("TO", "note"), ("blames-supplier", "error")])}

    assert ("error", "note") == (found["TO04"], found["TO06"])
    assert {rule.code: rule.level for rule in rules()} | {"TO04": "error"} != found
    assert "warning" == next(rule for rule in rules() if rule.code == "TO04").level


def test_a_word_that_names_no_rule_is_told_the_nearest() -> None:
    assert "did you mean TO04" in nearest("T04", names(rules()))
    assert "did you mean blames-supplier" in nearest("blame-supplier", names(rules()))
