"""Letters that are written as people write them: points that run on in a line, titles that are sentences, days before
their sentence, and a cause that no word calls one. What is sound in them is left alone.
"""

from __future__ import annotations

import pytest

from amends.review import Draft, review
from amends.review.letter import parts
from amends.review.reckoning.figures import figures

CAUSE = (
    "The shelf label shows product and batch but no date, and our picking list is sorted by shelf, so a picker had no "
    "way of seeing that the batch had run out. That is how eleven packets left us between 1 and 19 May 2026."
)
DONE = "On 20 May 2026 I closed the offer and took 38 packets off the shelf (closed.png)."
MEASURE = (
    "Since 22 May 2026 every delivery is entered with its date by Dana Ruiz (warehouse lead); below 45 days it is sent "
    "back, and the list is filed."
)


def items(text: str, part: str) -> list[str]:
    draft = Draft(text, "plan.txt")
    return [draft.text[item.start : item.end] for found in draft.of(part) for item in found.items]


def names(text: str) -> set[str]:
    return {finding.name for finding in review(text, "plan.txt")}


@pytest.mark.parametrize(
    "line", ["1. {} 2. {} 3. {}", "1) {} 2) {} 3) {}", "a) {} b) {} c) {}", "(1) {} (2) {} (3) {}"]
)
def test_the_points_of_a_list_in_one_line_are_points(line: str) -> None:
    points = ["closed offer B0CX4T8LNW on 3 May 2026.", "wrote to the owner on 4 May 2026.", "paid 12 buyers."]
    assert items(f"we do this: {line.format(*points)}", parts.DONE) == points


@pytest.mark.parametrize(
    "line",
    [
        "On 2. June 2026 we closed lot 1. The other was closed later.",
        "The lot came on 1. Juni and left on 2. Juli 2026 by truck.",
        "We closed lot 3. Lot 4. was sent back.",
    ],
)
def test_a_number_that_counts_no_point_cuts_no_line(line: str) -> None:
    assert items(f"Corrective actions:\n{line}", parts.DONE) == [line]


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("What is different now.", parts.MEASURES),
        ("And here's what's different.", parts.MEASURES),
        ("Here's what we did about it.", parts.DONE),
        ("Where the error came from", parts.CAUSE),
        ("How we keep it from coming back:", parts.MEASURES),
        ("What we changed --", parts.DONE),
        ("From now on (since 28 February 2026):", parts.MEASURES),
        ("What stays", parts.MEASURES),
        ("(A) What has happened", parts.CAUSE),
        ("What is now always", parts.MEASURES),
    ],
)
def test_a_title_of_its_own_words_opens_a_part(title: str, part: str) -> None:
    draft = Draft(f"Dear Amazon,\n\n{title}\n\nOla Brek opens each carton and signs the list.\n", "plan.txt")
    assert [found.id for found in draft.parts if found.heading is not None] == [part]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("What have you done? On 15 June 2026 I set it to zero.", parts.DONE),
        ("What were the greatest factors? Between 1 and 14 June 2026 nobody counted.", parts.CAUSE),
        ("C) What we have done. 9 September 2026: offer closed.", parts.DONE),
        ("Remedial action. The contract was ended on 8 June 2026.", parts.DONE),
        ("ACTION. (1) On 8 June 2026 I stopped the payments.", parts.MIXED),
    ],
)
def test_a_title_before_its_text_on_one_line_opens_a_part(line: str, part: str) -> None:
    draft = Draft(f"Dear Amazon,\n\n{line}\n", "plan.txt")
    assert [found.id for found in draft.parts if found.heading is not None] == [part]


def test_what_went_wrong_with_the_answer_behind_it_is_no_title() -> None:
    assert items("What went wrong: one item was lost in the mail.", parts.CAUSE) == ["one item was lost in the mail."]


def test_without_headings_the_paragraph_that_tells_what_was_lacking_is_the_cause() -> None:
    text = f"Dear Amazon,\n\nYou wrote to us about our biscuits.\n\n{CAUSE}\n\n{DONE}\n\n{MEASURE}\n"
    assert items(text, parts.CAUSE) == [CAUSE]
    assert items(text, parts.DONE) == [DONE]
    assert items(text, parts.MEASURES) == [MEASURE]
    assert not {"missing-root-cause", "denial-in-plan"} & names(text)


def test_a_day_before_its_sentence_dates_it() -> None:
    text = f"{CAUSE}\n\nHere's what we did.\n\nMay 20, 2026. Dana Okafor pulled 63 units off the shelf (pull.pdf).\n"
    assert "action-without-date" not in names(text)
    assert "done-in-future" not in names("Actions\n\n• 1 July 2026. I closed it.\n• 9 July 2026. I paid 9 buyers.\n")


def test_what_follows_a_check_belongs_to_the_measure() -> None:
    more = f"{MEASURE} One packet wrong and the offer's closed till it's right."
    text = f"{CAUSE}\n\n{DONE}\n\n{more}\n"
    assert items(text, parts.MEASURES) == [more]


@pytest.mark.parametrize("written", ["1,080.00", "1.080,00", "1,080", "1080"])
def test_a_figure_with_marks_for_thousands_and_cents_is_one_number(written: str) -> None:
    draft = Draft(f"We paid EUR {written} on 3 May 2026.", "plan.txt")
    assert [figure.value for figure in figures(draft, draft.statements[0])] == [1080.0]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("blames-staff", "On 6 October 2026 my colleague Bryony Tuck traced all eleven dispatches."),
        (
            "blames-supplier",
            "Our buyer took the missing 30 pieces on 11 May 2026 from a liquidation dealer in Leipzig.",
        ),
        (
            "blames-amazon",
            "On 9 June 2026 she ordered back 620 boxes lying in FBA; they were received on 18 June 2026.",
        ),
        ("justification", "Products with cannabidiol are not permitted in your store."),
        ("business-history", "Two-person rule: since 16 February 2026 only Joan can publish."),
        ("denial-in-plan", "We do not dispute the relation and explain it here."),
        ("denial-in-plan", "The image is not ours; our form did not ask where a picture came from."),
        (
            "wrong-arithmetic",
            "Six more used another mark; I reworded two of them and deleted four (list of each ASIN).",
        ),
        ("contradicting-counts", "If one of the three is missing, our system accepts no order."),
        ("vague-time", "In the last 365 days we sold 171 pieces."),
    ],
)
def test_a_fact_of_the_story_is_no_defect(kind: str, sentence: str) -> None:
    assert kind not in names(f"Root cause: {sentence}")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("blames-supplier", "We relied on the word of the dealer."),
        ("blames-buyers", "We reckon the lady stood on it."),
        ("blames-amazon", "The jars were sitting in your warehouse for five months."),
        ("blames-staff", "Our staff Murat made the listings. He didn't listen to us."),
        ("denial-in-plan", "The Drop Shipping Policy was not engaged at all."),
        ("needless-admission", "We opened another account after the suspension."),
        ("threat", "If the account is not open until 20 May, our lawyer goes to court."),
        ("minimising", "Honestly it was nine little orders."),
        ("business-history", "We have been proudly serving Americans since 1961."),
    ],
)
def test_a_defect_is_found_in_other_words(kind: str, sentence: str) -> None:
    assert kind in names(f"Root cause: {sentence}")
