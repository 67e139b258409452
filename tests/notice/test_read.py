"""The whole reading: places, the contract, deadlines, names, and text that nobody meant well."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amends import catalog, notice
from amends.model import Notice

LETTERS = sorted((Path(__file__).parent / "letters").glob("*.txt"))
FIELDS = [
    "kind", "level", "status", "enforcements", "marketplace", "received", "asins", "orders", "ids", "deadlines", "asks",
    "route", "channel", "language", "places", "doubts",
]  # fmt: skip


def read(text: str, **head: object) -> Notice:
    return notice.read_text(text, catalog.load(), **head)  # type: ignore[arg-type]


def spans(of: Notice) -> list[tuple[int, int, str]]:
    every = [span for one in of.enforcements for span in one.because]
    every += [one.span for one in of.identifiers]
    every += [one.span for one in of.deadlines]
    every += [one.span for one in of.asks]
    return [(span.start, span.end, span.quote) for span in every]


@pytest.mark.parametrize("file", LETTERS, ids=lambda file: file.stem)
def test_every_find_has_its_place_and_json_has_the_contract(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = read(text)
    assert [quote for start, end, quote in spans(found) if text[start:end] != quote] == []
    told = notice.as_json(found)
    assert list(told) == FIELDS
    assert json.loads(json.dumps(told)) == told


def test_text_stands_in_json_only_when_it_was_not_plain() -> None:
    assert "text" in notice.as_json(read("Your account was deactivated.", format="eml"))


def test_deadlines_are_dated_from_the_day_of_receipt() -> None:
    found = read(
        "We removed your listing. Send invoices within 17 days or we may remove your other listings. "
        "Reply within 3 business days. Funds may be held for up to 90 days.",
        received=date(2026, 3, 6),
    )
    assert [(one.days, one.date) for one in found.deadlines] == [
        (17, date(2026, 3, 23)),
        (3, date(2026, 3, 11)),
        (90, date(2026, 6, 4)),
    ]
    assert found.deadlines[0].consequence == "we may remove your other listings"
    assert found.deadlines[2].consequence == "Funds may be held for up to 90 days."


@pytest.mark.parametrize(
    "text",
    [
        "Send invoices issued in the last 365 days.",
        "Please send bills not older than 90 days.",
        "We usually reply within 2 days after you send the plan.",
        "Your rate was 2% over the past 60 days; send a plan.",
    ],
)
def test_windows_and_amazons_own_promises_are_no_deadlines(text: str) -> None:
    assert read(f"Your Amazon account was deactivated. {text}").deadlines == ()


def test_date_without_receipt_stays_open_and_days_are_kept() -> None:
    (deadline,) = read("Your Amazon account is at risk. Reply within 72 hours.").deadlines
    assert (deadline.days, deadline.date) == (3, None)


def test_given_day_of_receipt_outranks_the_text() -> None:
    assert read("May 1, 2026\n\nYour account was deactivated.", received=date(2026, 5, 2)).received == date(2026, 5, 2)


def test_ambiguous_day_is_a_doubt_and_not_a_guess() -> None:
    found = read("7/2/2026\n\nYour Amazon account was deactivated.")
    assert found.received is None
    assert any("two ways" in doubt for doubt in found.doubts)


def test_masked_values_stay_as_written() -> None:
    found = read("We removed your listing.\nASIN: B07TLXXXX\nComplaint ID: 640XCCCCC\nName of Rights Owner: XXXXXXX")
    masked = [(one.kind, one.value, one.masked) for one in found.identifiers]
    assert masked == [("asin", "B07TLXXXX", True), ("complaint", "640XCCCCC", False), ("rights-owner", "XXXXXXX", True)]


def test_branches_of_asks_are_kept_apart() -> None:
    found = read(
        "We removed your listing for a trademark complaint.\n\nHow do I reactivate my listing?\n"
        "-- a letter of authorization\n-- an invoice from the manufacturer\n\n"
        "Has your listing been removed in error?\nTell us why:\n-- proof that you have never sold the product\n"
    )
    assert [(ask.id, ask.branch) for ask in found.asks] == [
        ("loa", "comply"),
        ("invoices", "comply"),
        ("explanation-of-error", "in-error"),
        ("proof-never-sold", "in-error"),
    ]


def test_order_of_a_follow_up_is_kept() -> None:
    found = read(
        "Thank you for your plan. Please provide greater detail on:\n"
        "-- how you will prevent such complaints in future\n"
        "-- the root cause of the complaints\n-- the actions you have taken"
    )
    assert [ask.id for ask in found.asks] == ["preventive-measures", "root-cause", "corrective-actions"]


def test_letter_to_amazon_is_no_notice() -> None:
    found = read("Dear Amazon Seller Performance Team,\nour account was deactivated and we removed the listing.")
    assert (found.kind, found.enforcements) == ("unknown", ())
    assert any("letter to Amazon" in doubt for doubt in found.doubts)


def test_foreign_language_is_told_with_what_to_do() -> None:
    found = read("Guten Tag, wir haben Ihr Verkäuferkonto gesperrt und Ihre Angebote entfernt, bitte melden Sie sich.")
    assert (found.language, found.level, found.status) == ("de", "account", "deactivated")
    assert any("not in English" in doubt for doubt in found.doubts)


def test_subject_alone_can_name_the_reason() -> None:
    found = read("Your Amazon listing has been removed.", subject="Notice: Policy Warning - Inauthentic item complaint")
    assert found.enforcement == "inauthentic"


@given(st.text(max_size=600))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_every_place_holds(text: str) -> None:
    found = read(text)
    assert [quote for start, end, quote in spans(found) if text[start:end] != quote] == []
    assert found == read(text)


@given(
    st.lists(
        st.sampled_from(
            "amazon account Funds ASIN: B0AAAAAAA1 17 days invoices ? : \n -- not error deactivated".split(" ")
        ),
        max_size=80,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shuffled_notice_words_are_read_with_bounded_confidence(words: list[str]) -> None:
    found = read(" ".join(words))
    assert all(0 < one.confidence < 1 for one in found.enforcements)
    assert [one.confidence for one in found.enforcements] == sorted(
        (one.confidence for one in found.enforcements), reverse=True
    )


@pytest.mark.parametrize(
    "unit", ["a", "\n", ". ", "account other ", "ASIN: ", "amazon.", 'related account "', "出品", "9-", "@"]
)
def test_long_repetition_is_read(unit: str) -> None:
    assert read(unit * (200_000 // len(unit))).kind in ("unknown", "information", "enforcement", "warning")


def test_list_points_without_line_breaks_are_asks_of_their_branch() -> None:
    found = read(
        "We removed your listing for a trademark report. Please send: - a retraction from the rights owner - a letter "
        "of authorization. If you think that we have made a mistake, tell us why: -- proof that you have never sold "
        "the product -- an invoice that shows that your product is authentic."
    )
    assert [ask.id for ask in found.asks if ask.branch == "comply"] == ["retraction", "loa"]
    assert {"proof-never-sold", "invoices"} < {ask.id for ask in found.asks if ask.branch == "in-error"}


def test_authentic_products_are_no_question_of_forged_documents() -> None:
    found = read("We removed your listing. Please send an invoice that proves that your product is authentic.")
    assert "evidence-not-forged" not in {ask.id for ask in found.asks}
    found = read("We removed your listing. Please send evidence that the invoices are authentic.")
    assert "evidence-not-forged" in {ask.id for ask in found.asks}


def test_labels_in_one_line_end_each_others_values() -> None:
    found = read(
        "We removed your listing. ASIN: B0AB12CD34 Title: Tin mug Infringement type: Copyright Copyright asserted: VA1 "
        "Complaint ID: 17233445566"
    )
    assert [(one.kind, one.value) for one in found.identifiers] == [
        ("asin", "B0AB12CD34"),
        ("title", "Tin mug"),
        ("infringement-type", "Copyright"),
        ("trademark", "VA1"),
        ("complaint", "17233445566"),
    ]


@pytest.mark.parametrize("block", ["-- Orla Fenn Ltd\n-- ip@orlafenn.example", "Orla Fenn Ltd\nip@orlafenn.example"])
def test_rights_owner_is_the_name_above_the_address(block: str) -> None:
    found = read(f"We removed your listing after a rights owner's report. Contact information:\n{block}\n")
    assert found.of_kind("rights-owner") == ("Orla Fenn Ltd",)


def test_no_name_is_made_of_a_sentence_above_an_address() -> None:
    found = read("We removed your listing after a rights owner's report. Write to them:\nip@orlafenn.example\n")
    assert found.of_kind("rights-owner") == ()


def test_what_is_not_said_stays_open() -> None:
    found = read("We have reviewed the information you sent. Please give greater detail on the root cause(s).")
    assert (found.kind, found.level, found.status) == ("reply", None, None)


def test_a_product_that_may_not_be_sold_is_no_closed_account() -> None:
    found = read("We removed one of your listings on Amazon. You may not sell this item again.")
    assert (found.level, found.status) == ("listing", "removed")


def test_the_notice_outweighs_the_words_around_it() -> None:
    found = read(
        "My account is suspended, what should I do?\n\nHello,\nWe have edited one of your Amazon listings. No action "
        "is required.\n\nI want to send a plan of action, who has a template for my case?"
    )
    assert (found.kind, found.level, found.asks) == ("warning", "listing", ())


def test_how_long_money_is_held_may_stand_in_the_next_sentence() -> None:
    found = read("Your Amazon account was deactivated. Funds will stay in your account. This may take up to 90 days.")
    assert [one.days for one in found.deadlines] == [90]


def test_a_threat_without_a_step_is_a_warning() -> None:
    found = read(
        "You opened a second page for a product on Amazon. If you go on, we may take the listing off the site."
    )
    assert (found.kind, found.status) == ("warning", None)
