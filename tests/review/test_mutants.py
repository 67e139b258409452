"""Letters of the examples with one value changed: the finding stands at the changed place and shows what was there."""

from __future__ import annotations

from collections import defaultdict

import pytest

from amends.model import Finding
from tests.examples import Worked
from tests.review.held import Letter, at, held, letters, told
from tests.review.mutants import Mutant, mutants

_SEED, _A_KIND = 7, 2


@pytest.fixture(scope="module")
def examples(worked: Worked) -> list[Letter]:
    return list(letters(worked))


def sample(letter: Letter) -> list[Mutant]:
    """A few mutants of each kind, spread over the letter."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants(letter.text, letter.case, _SEED):
        kinds[mutant.kind].append(mutant)
    return [mutant for made in kinds.values() for mutant in made[:: max(1, len(made) // _A_KIND)][:_A_KIND]]


@pytest.mark.parametrize("bare", [False, True], ids=["with its plan", "with its facts only"])
def test_a_letter_that_was_drafted_from_its_case_is_clean(examples: list[Letter], bare: bool) -> None:
    assert {letter.id: held(letter, letter.text, bare) for letter in examples} == {letter.id: [] for letter in examples}


@pytest.fixture(scope="module")
def tried(examples: list[Letter]) -> list[tuple[str, Mutant, list[Finding]]]:
    return [(letter.id, mutant, at(letter, mutant)) for letter in examples for mutant in sample(letter)]


def test_a_changed_value_is_found_where_it_stands(tried: list[tuple[str, Mutant, list[Finding]]]) -> None:
    missed = [(id, m.kind, m.was, m.now) for id, m, findings in tried if not findings]
    assert len(tried) > 250
    assert len(missed) <= 0.02 * len(tried), missed


def test_a_finding_says_the_value_that_was_there_or_none(tried: list[tuple[str, Mutant, list[Finding]]]) -> None:
    says = [(mutant, told(findings)) for _, mutant, findings in tried]
    said = [(mutant.was, words) for mutant, words in says if words]
    otherwise = [(was, words) for was, words in said if not any(was in message for message in words)]
    assert len(said) > 0.8 * len(says)
    assert len(otherwise) <= 0.02 * len(said), otherwise


def test_two_people_who_changed_places_are_found(examples: list[Letter]) -> None:
    letter = next(letter for letter in examples if letter.id == "inauthentic")
    one, two = "Mara Oyelaran, or in absence Joon Park", "Joon Park, or in absence Mara Oyelaran"
    assert one in letter.text
    quotes = {f.span.quote for f in held(letter, letter.text.replace(one, two)) if f.rule == "GR18"}
    assert quotes == {"Joon Park", "Mara Oyelaran"}
