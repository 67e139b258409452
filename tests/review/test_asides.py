"""What stands beside cause, actions and measures: pleas, threats, history and words on others are seen there by their
form, and plain facts are left alone.
"""

from __future__ import annotations

import pytest

from amends.model import Finding
from amends.review import Draft, review
from amends.review.letter import parts
from amends.review.meaning.asides import aside

PLAN = """Root cause
From 3 to 9 May 2026 we sold 41 jars of ASIN B0CHX72LMQ past their date, because our receiving sheet had no column for
the expiry date.

Corrective actions
- On 10 May 2026 Ola Brek removed 310 jars from sale (count.pdf).
- On 11 May 2026 Ola Brek refunded 41 buyers, USD 779.00 (refunds.pdf).

Preventive measures
- Since 12 May 2026 Ola Brek (warehouse lead) enters the expiry date of each lot at receiving; a lot under 90 days is
  sent back. The sheet is kept.
- Every Monday since 18 May 2026 she pulls lots with less than 90 days left and files the list.

{aside}

Conclusion: effective 10 May 2026, complete 18 May 2026. {end}

Ola Brek
"""


def said_of(sentence: str) -> list[Finding]:
    text = PLAN.format(aside=sentence, end="")
    start = text.index(sentence)
    return [f for f in review(text, "plan.md") if f.span.start < start + len(sentence) and start < f.span.end]


SOUND = (
    "The rights owner's lawyer confirmed the retraction.",
    "The law firm of the brand owner can be reached at the address in the notice.",
    "Our trade association checked the label with us.",
    "The laboratory is independent of us.",
    "She is our warehouse lead and answers for both measures.",
    "They are both trained on the new sheet.",
    "The bank letter names our company.",
    "The rent of the storage unit is paid by us.",
    "We sell the same jar on our own website, where it is off sale too.",
    "The notice of 2025 concerned another ASIN and was closed.",
    "Please tell us if anything is missing.",
    "Please review this plan and restore the listing.",
    "We would be grateful for your review.",
    "The warehouse is open on working days.",
    "The importer is registered in Ireland.",
    "All seven steps are in force.",
    "The doctor who signed the certificate is named in it.",
    "The carrier collects at 16:00 on working days.",
    "A second person is trained to stand in for her.",
    "The remaining stock is in quarantine.",
    "The reporter of the infringement has been informed.",
)


@pytest.mark.parametrize("sentence", SOUND)
def test_a_plain_fact_or_request_beside_the_plan_gets_no_warning(sentence: str) -> None:
    assert [(f.name, f.span.quote) for f in said_of(sentence) if f.level != "note"] == []


POOR = (
    ("blames-staff", "The temp had other things on his mind."),
    ("blames-buyers", "This lady sends everything back."),
    ("blames-supplier", "The factory took us for a ride."),
    ("threat", "My cousin is a solicitor and says you will not like the outcome."),
    ("threat", "A journalist has already read the draft of my story."),
    ("begging", "The bank takes our van if nothing comes in."),
    ("begging", "Heaven knows we need this account."),
    ("emotion", "My doctor gave me pills for it."),
    ("business-history", "Our eBay shop is in perfect shape."),
    ("business-history", "In 2021 we had a verification too, and it was solved in a week."),
    ("promise-of-perfection", "This chapter is closed for all eternity."),
    ("blames-supplier", "The mill does as it pleases."),
    ("blames-staff", "She is young and thinks all dates are decoration."),
    ("blames-amazon", "Your delivery promises are pure fiction."),
    ("blames-amazon", "If one reviewer had opened the file, there would have been no case."),
    ("blames-buyers", "Parents should have read the label."),
    ("denial-in-plan", "The complaint is in our view not justified."),
)


@pytest.mark.parametrize(("name", "sentence"), POOR)
def test_what_only_leans_on_the_reader_is_named(name: str, sentence: str) -> None:
    assert name in {f.name for f in said_of(sentence)}


def test_a_sentence_with_a_day_a_file_or_an_identifier_is_no_aside() -> None:
    draft = Draft(PLAN.format(aside="It was so. On 3 May 2026 it was so. See a.pdf. Of B0CHX72LMQ it was so.", end=""))
    found = {s.text: aside(s) for s in draft.statements if s.text.endswith("so.") or "a.pdf" in s.text}
    assert found == {
        "It was so.": True,
        "On 3 May 2026 it was so.": False,
        "See a.pdf.": False,
        "Of B0CHX72LMQ it was so.": False,
    }


def test_a_paragraph_behind_the_last_measures_belongs_to_no_part() -> None:
    draft = Draft(PLAN.format(aside="By the way, the sun shines.", end=""))
    part = next(s.part for s in draft.statements if "sun shines" in s.text)
    assert part == parts.OTHER


def test_a_paragraph_behind_a_list_that_tells_a_rhythm_is_still_a_measure() -> None:
    draft = Draft(PLAN.format(aside="Every quarter Ola Brek counts the whole store and files the sheet.", end=""))
    part = next(s.part for s in draft.statements if "whole store" in s.text)
    assert part == parts.MEASURES


def test_who_signs_below_the_measures_is_no_text_beside_them() -> None:
    text = PLAN.format(aside="", end="").replace("Conclusion: effective 10 May 2026, complete 18 May 2026.", "")
    assert Draft(text).parts[-1].id == parts.SIGNATURE


def test_vacant_words_beside_the_plan_are_said_to_be_left_out() -> None:
    found = [f for f in said_of("Such is life, as one says.") if f.name == "hollow-commitment"]
    assert [f.level for f in found] == ["note"]
    assert "Leave it out" in found[0].message


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("blames-supplier", "The mill ran out of glaze."),
        ("blames-carrier", "The courier never rang."),
        ("blames-amazon", "Your robot merged the two."),
    ],
)
def test_who_alone_acts_beside_the_plan_is_only_hinted_at(name: str, sentence: str) -> None:
    assert {f.level for f in said_of(sentence) if f.name == name} == {"note"}
