"""Sound letters are let be, whatever their shape, and the places where a rule once spoke for no reason.

Every file of `quiet/` is a letter in which nothing is wrong; its first line says which enforcement it answers.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from amends import catalog
from amends.review import Draft, review

LETTERS = sorted((Path(__file__).parent / "quiet").glob("*.txt"))
PLAN = (
    "Root cause\n{cause}\n\nCorrective actions\n{done}\n\nPreventive measures\n{measures}\n\nRuth Ames, 11 March 2026\n"
)
CAUSE = (
    "From 2 to 6 March 2026 we shipped 14 of 300 orders of ASIN B0C1234567 late, because no second packer was named."
)
DONE = "- On 7 March 2026 we shipped the 14 orders (scan.pdf).\n- On 8 March 2026 we refunded 6 buyers, $24.00."
MEASURES = (
    "- Since 9 March 2026 Ruth Ames (owner) counts open orders each day; over 25 a second packer starts. She logs it."
)


def codes(text: str) -> set[str]:
    return {finding.rule for finding in review(text, "plan.md") if finding.level != "note"}


def plan(cause: str = CAUSE, done: str = DONE, measures: str = MEASURES) -> str:
    return PLAN.format(cause=cause, done=done, measures=measures)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.stem)
def test_a_sound_letter_gets_no_error_and_no_warning(letter: Path) -> None:
    head, _, text = letter.read_text(encoding="utf-8").partition("\n")
    enforcement = head.removeprefix("#! type=").split()[0]
    found = review(text, "plan.md", catalog=catalog.load(), enforcement=enforcement)
    assert [(f.rule, f.span.quote) for f in found if f.level != "note"] == []


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        ("The lamp has another driver and 12 W instead of 8 W.", "TO03"),
        ("The parcels left with the packing slip of another shop.", "RC03"),
        ("The picker took the wrong one on 3 March 2026. There was no scan at packing.", "TO05"),
        ("One packer, no stand-in named.", "TO05"),
        ("A laboratory tested the older batch 25-18 and passed it, so 40 units stayed.", "TO04"),
        ("There was no person responsible for the key.", "TO02"),
        ("Invoice 7731 names no maker and no lot.", "TO04"),
        ("The card promised a $10 gift card for a review.", "PM07"),
        ("Going through the records of March 2026, we found 3 more.", "TO07"),
        ("Nobody checked the lot before the goods went on sale.", "AC06"),
        ("Invoices had gone through no second check.", "TO07"),
        (
            "Our rules asked for a second signature for goods only, so nobody read the offer of the policy agency.",
            "RC01",
        ),
        (
            "The formula was made by me on 2 March 2026 for 6 vases, and by mistake I applied it to all 31 vases.",
            "RC03",
        ),
        ("I looked at the upload report only for red error lines.", "SU03"),
        ("The link is the accountant: Studio Berga kept the books of both firms until 30 November 2025.", "TO04"),
        ("Invoice A-1 names 240 units. Invoice A-2 names 180 units. The invoices cover 420 units.", "GR13"),
        ("The buyers got one of two boxes. We sent the 7 missing boxes.", "GR13"),
    ],
)
def test_what_is_only_told_blames_nobody_and_excuses_nothing(cause: str, code: str) -> None:
    assert code not in codes(plan(cause=f"{CAUSE} {cause}"))


@pytest.mark.parametrize(
    ("done", "code"),
    [
        ("- On 9 March 2026 we refunded 8 buyers: 6 x 42.00 EUR and 2 x 36.50 EUR, in total 325.00 EUR.", "GR14"),
        ("- March 9: packing with the card stopped, 40 cards burnt.", "AC02"),
        ("- 9 March 2026: cut-off set to 14:00 (cutoff.png).", "AC03"),
        ("- 9 March 2026: removal order for 212 units that hold the card (ro.pdf).", "AC01"),
        ("- On 9 March 2026 31 offers had stock, 7 had none. The 7 offers were closed on 9 March 2026.", "GR13"),
        ("- On 9 March 2026 we kept 204 jars under quarantine (list.pdf).", "RC11"),
        ("- On 9 March 2026 we read all mails (mails.pdf), addresses of buyers blacked out.", "EV08"),
        ("- On 9 March 2026 Derya Aslan, customer service, wrote to 6 of them.", "SU08"),
        ("- 9 March 2026: Derya Aslan read all 14 contracts; none speaks of reviews (contracts.xlsx).", "AC01"),
    ],
)
def test_what_comes_out_or_is_dated_in_its_own_way_is_no_fault(done: str, code: str) -> None:
    assert code not in codes(plan(done=f"{DONE}\n{done}"))


@pytest.mark.parametrize(
    ("measures", "code"),
    [
        ("- Ruth Ames compares each new lot with the invoices on file before it is listed.", "EV02"),
        (
            "(Answers root causes 1 and 2.)\n- Ruth Ames reads the list each day.\n(Answers root causes 1 and 2.)",
            "ST13",
        ),
    ],
)
def test_what_a_measure_works_with_and_where_it_points_is_no_fault(measures: str, code: str) -> None:
    assert code not in codes(plan(measures=f"{MEASURES}\n{measures}"))


@pytest.mark.parametrize(
    ("measure", "code"),
    [
        (
            "On the 1st of each month Ruth Ames reads the returns. Two or more of a kind in a month stop the SKU.",
            "TO14",
        ),
        ("Ruth Ames reads the claims each day. One unit or more leads to a new count.", "TO14"),
        ("Joanna reads messages at 9 am and 4 pm seven days a week.", "PM03"),
        ("Joanna reads messages at 9 am.", "PM03"),
        ("On working days Ruth Ames reads messages.", "PM03"),
        ("We shipped 93 orders from 8 to 10 March 2026. I report the figure, not a promise.", "PM07"),
    ],
)
def test_limits_times_and_disclaimers_in_a_measure_are_what_they_say(measure: str, code: str) -> None:
    assert code not in codes(plan(measures=f"{MEASURES}\n- {measure}"))


def test_a_limit_is_no_count_of_what_happened() -> None:
    assert "TO14" in codes(plan(cause=f"{CAUSE} Two or more buyers complained."))


def test_measures_that_run_behind_dated_actions_are_taken_to_run_since_then() -> None:
    runs = "- Ruth Ames (owner) counts open orders each day; over 25 a second packer starts. She logs it."
    assert "PM09" not in codes(plan(measures=runs))
    assert "PM09" in codes(plan(measures=f"{runs}\n- From next month on Ruth Ames will count twice a day."))
    assert "PM09" in codes(plan(done="- We refunded 6 buyers.", cause="No second packer was named.", measures=runs))


def test_how_a_step_of_the_sellers_ran_is_a_cause() -> None:
    told = "On 15 April 2026 9 buyers bought units that were sold on eBay."
    assert "RC08" in codes(plan(cause=told))
    assert "RC08" not in codes(plan(cause=f"The sync ran every six hours. {told}"))


def test_an_answer_that_says_what_was_asked_needs_no_other_part() -> None:
    answer = plan().partition("Corrective actions")[0] + "Preventive measures\n" + MEASURES
    assert "ST02" in codes(answer)
    assert "ST02" not in codes(f"Your message of 9 March 2026 asked for greater detail on prevention only.\n\n{answer}")


def test_a_measure_about_what_the_notice_is_about_answers_it() -> None:
    measures = f"{MEASURES}\n- Every Friday Ruth Ames reads the review section and notes each new one."
    found = {
        kind: {f.rule for f in review(plan(measures=measures), "plan.md", catalog=catalog.load(), enforcement=kind)}
        for kind in ("late-shipment", "review-manipulation")
    }
    assert "PM13" not in found["review-manipulation"]


def test_a_role_beside_a_name_in_a_table_leaves_it_a_name() -> None:
    rows = "| What | Who | When |\n|---|---|---|\n| 5 cartons opened | Mark Dill, shipping | each Friday |\n"
    assert "PM02" not in codes(plan(measures=f"{MEASURES}\n\n{rows}"))


def test_a_sum_of_products_that_does_not_come_out_is_one() -> None:
    done = "- On 9 March 2026 we refunded 8 buyers: 6 x 42.00 EUR and 2 x 36.50 EUR, in total 335.00 EUR."
    assert "GR14" in codes(plan(done=f"{DONE}\n{done}"))


def test_an_owner_in_the_column_of_a_table_owns_the_measure() -> None:
    rows = "| What | Who | When |\n|---|---|---|\n| 5 cartons opened | Mark Dill | each Friday |\n"
    assert not codes(plan(measures=f"{MEASURES}\n\n{rows}")) & {"PM02", "PM03"}
    assert "PM02" in codes(plan(measures=f"{MEASURES}\n\n{rows.replace('Mark Dill', 'we all')}"))


def test_the_head_of_a_table_says_nothing_and_each_row_is_a_point() -> None:
    draft = Draft(plan(done="| Cause | Action | Day |\n|---|---|---|\n| 1 | Offer closed | 7 March 2026 |"))
    assert [draft.text[i.start : i.end] for part in draft.of("corrective-actions") for i in part.items] == [
        "| 1 | Offer closed | 7 March 2026 |"
    ]


def test_a_line_that_signs_the_letter_is_no_measure() -> None:
    assert Draft(plan()).parts[-1].id == "signature"


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("What caused the late shipments?", "root-cause"),
        ("III. Measures in force since August 7, 2026", "preventive-measures"),
        ("3 PREVENTION, IN FORCE SINCE OCTOBER 9, 2026", "preventive-measures"),
        ("3. Preventive measures, in work from 2 November 2026", "preventive-measures"),
        ("PREVENTIVE MEASURES (working since 30.03.2026)", "preventive-measures"),
        ("How it will not come back", "preventive-measures"),
        ("What did you do about it?", "corrective-actions"),
        ("Did:", "corrective-actions"),
        ("Now:", "preventive-measures"),
    ],
)
def test_headings_open_their_part(heading: str, part: str) -> None:
    draft = Draft(f"Notice of 2 March 2026.\n\n{heading}\n\nOn 7 March 2026 we shipped the 14 orders.\n")
    assert [each.id for each in draft.parts if each.heading] == [part]


def test_a_part_named_in_brackets_is_no_blank() -> None:
    told = "Between 3 and 9 May 2026 no step of ours compared the labels of 41 jars with the order."
    assert "ST08" not in codes(
        f"[Reason]\n{told}\n\n[What we did]\nOn 11 May 2026 Ruth Ames destroyed 41 jars (jars.pdf)."
    )
    assert "ST08" in codes("Root cause: [Reason]\n\nCorrective actions:\n- On 11 May 2026 we destroyed 41 jars.")
    assert "ST08" in codes(f"[Describe the root cause here]\n{told}")


def test_a_day_without_its_year_is_of_the_time_that_the_letter_tells() -> None:
    text = (
        "Notice of 3 November 2026. Since 2 April 2026 no step checked it.\n\n"
        "Corrective actions:\n- On 4 November we closed it."
    )
    assert not codes(text) & {"GR10", "GR11", "GR16"}


def test_points_of_a_list_that_blank_lines_part_are_no_titles() -> None:
    done = "\n\n".join(
        f"{n}. {deed}" for n, deed in enumerate(("Closed the offer", "Refunded 6 buyers", "Took stock"), 1)
    )
    draft = Draft(f"Corrective actions\n\n{done}\n\nOn 9 March 2026 Ruth Ames wrote to all 14 buyers (letter.pdf).\n")
    assert [s.text for s in draft.statements[:2]] == ["Closed the offer", "Refunded 6 buyers"]


def test_the_day_in_the_heading_above_a_list_dates_its_points() -> None:
    done = "**9 March 2026**\n- 40 offers closed (closed.png)\n- 6 buyers refunded (refunds.pdf)"
    assert "AC02" not in codes(plan(done=done))


def test_a_review_is_the_same_whatever_order_sets_have() -> None:
    text = "Please have mercy, 20 families in our factory live from this store. We beg you, dear good Amazon."
    call = f"from amends.review import review; print([(f.rule, f.span) for f in review({text!r}, 'plan.md')])"
    said = {
        subprocess.run(
            [sys.executable, "-c", call], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


SOUND = [
    (
        "GR14 AC06",
        plan(
            cause="From 2 to 6 March 2026 14 of 300 orders were late. 11 orders: paid between 3 p.m. and 5 p.m. "
            "Our cut-off stood at 5 p.m. Those parcels left the next day."
        ),
    ),
    ("RC02", plan(cause="Cause 1, tripod ASIN B0C1234567, 14 defects. Our incoming check had no load test.")),
    ("RC03 TO05", plan(cause="We used one SKU for US and UK plugs, so the picker could not see the difference.")),
    ("TO05", plan(cause="Our program had only a field for quantity, so our receiving clerk could not enter the date.")),
    ("TO04", plan(done=DONE + "\n- On 9 March 2026 our developer set the sync at every 10 minutes (sync.png).")),
    ("RC11", plan(done=DONE + "\n- On 9 March 2026 Ruth Ames hung 2 kg on 32 pieces for 24 hours (load.pdf).")),
    (
        "GR14",
        plan(
            done=DONE
            + "\n- On 9 March 2026 Ruth Ames checked all 412 jars in 9 lots by hand: 17 jars were expired, the "
            "other 395 jars had more than 180 days (lots.pdf)."
        ),
    ),
    ("PM02 PM03", "Plan of Action: late shipments, notice of 6 March 2026, ASIN B0C1234567\n\n" + plan()),
    ("RC11 AC06", "Seller: Tallow Creek Hobby\nPlan of action about fair pricing, notice of 6 March 2026\n\n" + plan()),
    (
        "TO04",
        plan(
            cause='Calder Ltd (the "Company") sold B0C1234567. On 11 February 2026 the Company bought 180 units from '
            "Dunmere Clearance Ltd, as our procedure did not require the letter of the maker."
        ),
    ),
]


@pytest.mark.parametrize(("silent", "letter"), SOUND)
def test_what_only_looks_like_a_defect_is_let_be(silent: str, letter: str) -> None:
    found = [(f.rule, f.span.quote) for f in review(letter, "plan.md") if f.level != "note"]
    assert [each for each in found if each[0] in silent.split()] == []


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("On [date] Ruth Ames closed 12 offers (closed.png).", "error"),
        ("On 9 March 2026 Ruth Ames closed 12 offers (which?) for a week (closed.png).", "warning"),
        ("On 9 March 2026 I/we closed 12 offers (closed.png).", "warning"),
        ("On 9 March 2026 Ruth Ames closed 12 offers () for a week (closed.png).", "warning"),
    ],
)
def test_what_may_be_a_slip_of_the_pen_is_only_a_warning(words: str, level: str) -> None:
    found = review(plan(done=f"{DONE}\n- {words}"), "plan.md")
    assert {f.level for f in found if f.name == "placeholder"} == {level}
