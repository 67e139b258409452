"""Fields of meaning: words, stems and words in a row are found at their places, at the same cost in any letter."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from amends.review import Draft
from amends.review.explanation.causes import doubt, excuse, ignorance, slip
from amends.review.explanation.faults import symptom, vague
from amends.review.explanation.subjects import shipped
from amends.review.meaning.missing_step import misses_step
from amends.review.meaning.senses import Senses, Spot, senses
from amends.review.position.denial import admitted, denied

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "..", "src", "amends", "review", "meanings")


def judged(judge: Callable[..., object], text: str) -> object:
    """What a judge says of the last statement of a cause; some ask for the letter too."""
    draft = Draft(f"Root cause:\n{text}")
    letter = (draft,) if judge in (denied, admitted) else ()
    return judge(*letter, draft.statements[-1])


def test_a_word_is_found_by_itself_by_its_stem_and_in_a_row() -> None:
    found = Senses(("we", "took", "for", "granted", "that", "it", "is", "desconocido", "and", "unaware"))

    assert Spot(1, 4) in found.of("believing")
    assert [spot.first for spot in found.of("ignorant")] == [7, 9]


def test_nearness_counts_from_the_field_to_the_other() -> None:
    found = Senses(("no", "step", "of", "ours", "and", "of", "theirs", "looked"))

    assert found.near("lacking", "process", before=0, behind=1) == Spot(0, 2)
    assert found.near("lacking", "diligence", before=0, behind=3) is None


def test_a_million_equal_words_are_kept_at_a_few_places() -> None:
    found = Senses(("never",) * 1_000_000)

    assert len(found.of("lacking")) < 100


@pytest.mark.parametrize("name", sorted(os.listdir(FOLDER)))
def test_a_field_holds_words_in_lower_case_and_says_what_they_mean(name: str) -> None:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        first, *lines = file.read().splitlines()

    assert first.startswith("# ")
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    assert words != []
    assert all(word == word.lower() and not word.startswith("*") for word in words)


@pytest.mark.parametrize(
    ("judge", "text"),
    [
        (ignorance, "Our purchaser believed a price list to be enough as permission."),
        (ignorance, "The prohibition of rewarded reviews had escaped our attention entirely."),
        (slip, "The clerk inadvertently transposed two digits of the code."),
        (slip, "One of the girls in the office ticked the used box instead of new."),
        (doubt, "We can't pin down why those parcels were late."),
        (doubt, "It would appear that the supplier changed the formula."),
        (excuse, "Testing each unit would have ruined a company of our size."),
        (excuse, "My business partner had a stroke in April."),
        (vague, "The quality management did not reach the desired level."),
        (symptom, "The reason for the removal was that the item was flagged as inauthentic."),
        (denied, "Your findings do not correspond to reality."),
        (denied, "No rule was broken when we put the children together."),
        (admitted, "We did swap the label on the boxes and this was our mistake."),
    ],
)
def test_a_meaning_is_read_whatever_its_words(judge: object, text: str) -> None:
    assert callable(judge)
    assert judged(judge, text) is not None


@pytest.mark.parametrize(
    ("judge", "text"),
    [
        (ignorance, "No one had the task of reading policy news, so the change of 1 March 2026 reached nobody."),
        (ignorance, "Our stock tool does not know expiry dates; it has one quantity per SKU."),
        (slip, "Nothing compared the typed EAN with the invoice, so 7 wrong numbers stayed online for 12 days."),
        (doubt, "The old password could still be used after the contract ended on 2 May 2026."),
        (excuse, "I was away from 3 to 9 August 2025, and no one else had access, since I had never named a deputy."),
        (vague, "The fault was in the feed: it wrote 0 for every price above 99.99, which hit 14 SKUs on 3 May 2026."),
        (symptom, "9 buyers returned the lamp because the page showed a black one and our stock was grey."),
        (denied, "We had not compared the invoice with the ASIN before the 260 units went live on 3 March 2026."),
        (denied, "No other ASIN of lot 337 is in stock, see stock_337.pdf."),
        (admitted, "The complainant admits that the report was filed in error."),
    ],
)
def test_a_fact_with_its_particulars_or_an_own_missing_step_is_left_alone(judge: object, text: str) -> None:
    assert callable(judge)
    assert judged(judge, text) is None


def test_what_one_could_not_do_is_no_missing_step() -> None:
    draft = Draft("Root cause:\nNobody can check every parcel. Nobody checked the parcels.")
    able, missing = draft.statements

    assert not misses_step(senses(able), able.words)
    assert misses_step(senses(missing), missing.words)


def test_words_speak_for_the_matter_of_their_playbooks() -> None:
    weights = shipped().weigh("the courier collected the parcels late without tracking".split())

    assert max(weights, key=lambda matter: weights[matter]) == "performance"
