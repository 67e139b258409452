"""What stands in the plans of sellers beside cause, actions and measures, told by its idea rather than by its words."""

from __future__ import annotations

import pytest

from amends.review import Draft, review

PLAN = (
    "Root cause\nFrom 2 to 6 March 2026 we shipped 14 of 300 orders late, because no second packer was named.\n\n"
    "Corrective actions\n- On 8 March 2026 we refunded 6 buyers, $24.00.\n{done}\n\n"
    "Preventive measures\n- Since 9 March 2026 Ruth Ames (owner) counts open orders each day; over 25 a second packer "
    "starts. She logs it.\n\n{aside}\n"
)


def codes(done: str = "", aside: str = "") -> set[str]:
    return {finding.rule for finding in review(PLAN.format(done=done, aside=aside), "plan.md")}


@pytest.mark.parametrize(
    "aside",
    [
        "My sister's account sells the same mugs and was never asked.",
        "This is already our fourth attempt to explain it.",
        "The hotline said we should wait, and the ticket was transferred twice.",
        "Our vendor account is approved and running.",
        "All earlier parcels went through without a murmur, by way of context.",
    ],
)
def test_other_accounts_and_the_way_through_support_are_history(aside: str) -> None:
    assert "TO10" in codes(aside=aside)


@pytest.mark.parametrize(
    "aside",
    [
        "We wonder how 40 mugs got past your controls.",
        "The scanners of Amazon ought to read such a label.",
        "If the tool in Seller Central had worked, no page would be double.",
        "Your login check is far too lax.",
        "Why a system of that size cannot read a date baffles us.",
    ],
)
def test_what_amazon_should_have_seen_blames_amazon(aside: str) -> None:
    assert "TO01" in codes(aside=aside)


@pytest.mark.parametrize(
    "aside",
    [
        "Earlier I also wrote a false weight on the boxes and nobody noticed.",
        "We also lent the account to a friend over the summer.",
    ],
)
def test_what_nobody_asked_about_is_admitted_without_need(aside: str) -> None:
    assert "SU07" in codes(aside=aside)


@pytest.mark.parametrize(
    ("done", "aside"),
    [
        ("- In the next delivery the cups come wrapped one by one.", ""),
        ("- In the coming weeks the boxes get a second label.", ""),
        ("We are planning to hire another packer.", ""),
    ],
)
def test_what_comes_with_the_next_delivery_is_not_done(done: str, aside: str) -> None:
    assert "AC03" in codes(done, aside)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("On 10 March 2026, three days before the audit of 16 March 2026, we closed the offer.", True),
        ("On 10 March 2026, three days before the audit of 13 March 2026, we closed the offer.", False),
        ("On 20 March 2026, one week after the audit of 13 March 2026, we closed the offer.", False),
        ("On 20 March 2026, two weeks after the audit of 13 March 2026, we closed the offer.", True),
        ("We asked on 10 March 2026 and two days later, on 12 March 2026, they sent the list.", False),
        ("We asked on 10 March 2026 and two days later, on 14 March 2026, they sent the list.", True),
        ("On 10 March 2026, at least two days before the audit of 16 March 2026, we closed the offer.", False),
        ("On 10 March 2026, two working days before the audit of 16 March 2026, we closed the offer.", False),
    ],
)
def test_the_days_between_two_days_are_counted_over(sentence: str, wrong: bool) -> None:
    assert ("GR12" in codes(f"- {sentence}")) is wrong


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("14 March 2026", True),
        ("4 April 2026", True),
        ("4 March 2026", False),
        ("26 March 2026", False),
    ],
)
def test_a_day_taken_up_with_a_slip_is_found(day: str, wrong: bool) -> None:
    told = "- On 10 March 2026 we read the contract of 4 March 2026 with the carrier (contract.pdf)."
    found = codes(told, f"As the contract of {day} shows, the carrier comes at 17:00.")
    assert ("GR12" in found) is wrong


def test_a_day_of_another_thing_of_its_kind_is_no_slip() -> None:
    told = "- On 10 March 2026 we read the contract of 4 March 2026 with the carrier (contract.pdf)."
    assert "GR12" not in codes(told, "The second contract of 14 March 2026 names another carrier.")


def test_an_action_is_held_against_a_message_told_in_the_present() -> None:
    letter = "6 march 2026 your mail comes to us.\n\nActions:\n1. 3 march 2026 I changed the code.\n"
    assert "GR11" in {finding.rule for finding in review(letter, "plan.md")}


def test_sentences_of_a_hasty_letter_are_parted_though_names_have_capitals() -> None:
    told = "we sent Ola Brek to the shop. she saw the boxes. they had no label. my list (LIST-A, LIST-B) is old."
    assert len(Draft(f"To Amazon, about ASIN B0C1234567 and Nora Quill.\n\n{told}\n").statements) == 5


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("1) Root cause?", "root-cause"),
        ("2) Actions?", "actions"),
        ("Prevention?", "preventive-measures"),
        ("What was corrected:", "corrective-actions"),
    ],
)
def test_a_form_s_short_questions_open_their_part(heading: str, part: str) -> None:
    draft = Draft(f"Notice of 2 March 2026.\n\n{heading}\n\nOn 7 March 2026 we shipped the 14 orders.\n")
    assert part in [each.id for each in draft.parts if each.heading]


@pytest.mark.parametrize(
    "aside",
    [
        "Your message of 2 March 2026 asked why the check missed it; our answer stands above.",
        "This is the second plan; it answers your message of 9 March 2026.",
        "The warehouse of our carrier should be told from list.pdf.",
        "The stock is shared with our eBay shop, where 40 offers are live.",
        "We hold the ticket of 9 March 2026 (ticket.pdf).",
        "If Amazon needs the sheet of March, we send it the same day.",
    ],
)
def test_sound_closings_are_let_be(aside: str) -> None:
    found = review(PLAN.format(done="", aside=aside), "plan.md")
    assert not {f.rule for f in found if f.level != "note"} & {"TO10", "TO01", "SU07", "AC03", "GR12"}
