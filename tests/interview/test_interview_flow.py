"""Sessions: what is asked when, and that leaving, resuming, and answering from a file come to the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_catalog import BY, CATALOG, EXHIBITS, GOOD, TODAY, exhibit, found, notice, run, started

from amends import interview
from amends.interview import STEPS, Question
from amends.model import Ask, Case, Count, Enforcement, Fact, Party, Person, Source, Span


def ids(case: Case) -> list[str]:
    return [question.id for question in interview.ask(case, CATALOG, TODAY)]


def question(case: Case, id: str) -> Question:
    return next(q for q in interview.ask(case, CATALOG, TODAY) if q.id == id)


def given_answers(case: Case, **answers: object) -> Case:
    for id, raw in answers.items():
        taken = interview.answer(case, CATALOG, id.replace("__", ".").replace("_", "-"), raw, BY, TODAY)
        assert isinstance(taken, Case), taken[1]
        case = taken
    return case


def finished() -> Case:
    return run(started(), lambda q: GOOD[q.id])[0]


def test_what_the_notice_says_is_a_fact_with_its_place_and_is_not_asked() -> None:
    case = started()
    assert case.enforcement == "inauthentic"
    assert case.facts["case.asins"] == Fact(
        "case.asins",
        "asins",
        ("B0TESTAB12", "B0TESTAB34"),
        Source("notice", "notice.eml", Span(22, 53, "B0TESTAB12 and ASIN: B0TESTAB34")),
    )
    assert case.value("case.received") == date(2026, 3, 14)
    assert case.value("seller.marketplace") == "US"
    assert case.value("case.complaint-id") == ("16509328131",)
    assert case.value("case.rights-owner") == Party("Quillon Ltd")
    assert {"case.asins", "case.received", "enforcement"}.isdisjoint(ids(case))


def test_a_masked_asin_is_asked_for_with_the_words_of_the_notice_beside_it() -> None:
    case = started(identifiers=(found("asin", "B0TESTAB12"), found("asin", "B00XXXXX1", masked=True)))
    asked = question(case, "case.asins")
    assert "case.asins" not in case.facts
    assert asked.prefill is not None
    assert (asked.prefill.value, asked.prefill.text, asked.prefill.source) == (None, "B0TESTAB12, B00XXXXX1", "notice")
    assert not asked.optional


def test_two_rights_owners_are_not_guessed_between() -> None:
    case = started(identifiers=(found("rights-owner", "Quillon Ltd"), found("rights-owner", "Pell & Sons")))
    assert "case.rights-owner" not in case.facts


@pytest.mark.parametrize(
    "read",
    [
        (),
        (Enforcement("inauthentic", 0.4, ()),),
        (Enforcement("inauthentic", 0.8, ()), Enforcement("related", 0.75, ())),
        (Enforcement("not-a-playbook", 0.99, ()),),
    ],
)
def test_an_unsure_reading_is_asked_and_not_taken(read: tuple[Enforcement, ...]) -> None:
    case = started(enforcements=read)
    assert case.enforcement is None
    assert "enforcement" in ids(case)
    assert {option.id for option in question(case, "enforcement").options} == set(CATALOG.playbooks)


def test_a_message_that_needs_no_answer_asks_nothing() -> None:
    phishing = started(enforcements=(Enforcement("phishing", 0.95, ()),))
    final = started(status="final")
    assert (phishing.route, ids(phishing)) == ("none", [])
    assert (final.route, ids(final)) == ("none", [])


def test_the_session_asks_in_the_order_in_which_a_person_tells_it() -> None:
    case, asked = run(started(), lambda q: GOOD[q.id])
    assert asked == [
        "seller.name", "seller.address", "seller.store", "seller.id", "seller.signatory", "case.position", "route",
        "case.role",
        "case.sold",
        "causes", "invoice-gap.supplier", "invoice-gap.insured", "invoice-gap.insurer", "invoice-gap.since",
        "mixed-stock.warehouse", "invoice-gap.why", "mixed-stock.why", "actions", "listings-removed.date",
        "listings-removed.asins", "listings-removed.units", "investigation.date", "investigation.by", "measures",
        "receiving-check.owner", "receiving-check.start", "receiving-check.cadence", "receiving-check.threshold",
        "listings-removed.proof", "receiving-check.proof", "document.supplier-invoice", "document.bank",
        "document.letter",
    ]  # fmt: skip
    assert ids(case) == []
    assert case.causes == ("invoice-gap", "mixed-stock")
    assert case.value("listings-removed.units") == Count(34, "unit")
    assert case.facts["investigation.by"] == Fact(
        "investigation.by", "person", Person("Dana Ruiz", "owner"), Source("statement", BY, on=TODAY)
    )


def test_steps_come_in_one_order_and_remaining_counts_down() -> None:
    open_ = interview.ask(given_answers(started(), case__position="at-fault", route="plan", causes="1"), CATALOG, TODAY)
    places = [STEPS.index(q.step) for q in open_]
    assert all(a <= b for a, b in pairwise(places))
    assert [q.remaining for q in open_] == list(range(len(open_), 0, -1))


def test_a_condition_opens_its_question_only_when_it_holds() -> None:
    base = given_answers(started(), case__position="at-fault", route="plan", causes="invoice-gap")
    assert "invoice-gap.insurer" not in ids(base)
    assert "invoice-gap.insurer" in ids(given_answers(base, invoice_gap__insured="yes"))
    assert "invoice-gap.insurer" not in ids(given_answers(base, invoice_gap__insured="no"))


def test_the_kind_of_answer_follows_position_and_notice() -> None:
    assert given_answers(started(), case__position="at-fault").route == "plan"
    assert given_answers(started(route="none"), case__position="at-fault").route == "documents"
    assert given_answers(started(), case__position="in-error").route == "dispute"
    assert given_answers(started(route="none"), case__position="at-fault", route="plan").route == "plan"


def test_who_denies_is_offered_no_plan_and_who_admits_no_dispute() -> None:
    denies = question(given_answers(started(), case__position="in-error"), "route")
    admits = question(given_answers(started(), case__position="at-fault"), "route")
    assert "plan" not in {option.id for option in denies.options}
    assert "dispute" not in {option.id for option in admits.options}
    assert admits.prefill is not None
    assert admits.prefill.value == "plan"


def test_a_dispute_asks_for_no_cause_no_action_and_no_measure() -> None:
    case = given_answers(started(), case__position="in-error")
    assert {"causes", "actions", "measures"}.isdisjoint(ids(case))
    taken = interview.answer(case, CATALOG, "causes", ["invoice-gap"], BY, TODAY)
    assert taken == (
        case,
        ("“causes” is not asked for a “dispute” answer; take this answer out, or choose another “route”",),
    )


def test_actions_that_answer_the_causes_stand_first_and_are_suggested() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock")
    offered = question(case, "actions").options
    assert [(option.id, option.suggested) for option in offered] == [
        ("listings-removed", True),
        ("investigation", False),
    ]


def test_choices_are_typed_by_number_id_or_words() -> None:
    case = given_answers(started(), case__position="1")
    for typed in (
        "1, 2",
        "invoice-gap, mixed-stock",
        "2 1",
        ["mixed-stock", "invoice-gap"],
        "Invoices did not trace the units",
    ):
        chosen = given_answers(case, causes=typed).causes
        assert set(chosen) <= {"invoice-gap", "mixed-stock"}
        assert chosen
    assert given_answers(case, causes="2 1").causes == ("mixed-stock", "invoice-gap")
    assert given_answers(case, causes="Invoices did not trace the units").causes == ("invoice-gap",)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("invoice-gpa", "“invoice-gpa” is not one of the choices; did you mean “invoice-gap”?"),
        ("7", "“7” is not one of the choices; write its number, 1 to 2, or: invoice-gap, mixed-stock"),
        ({"a": 1}, "a list of choices is wanted here: invoice-gap, mixed-stock"),
        ("", "nothing was given; write an answer, or “I do not have this”"),
    ],
)
def test_a_choice_that_does_not_exist_says_what_does(typed: object, message: str) -> None:
    case = given_answers(started(), case__position="at-fault")
    assert interview.answer(case, CATALOG, "causes", typed, BY, TODAY) == (case, (message,))


def test_one_entry_may_apply_twice_with_its_own_questions() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock")
    case = given_answers(case, actions=["listings-removed", "listings-removed#2"])
    assert "listings-removed#2.date" in ids(case)
    taken = interview.answer(case, CATALOG, "listings-removed#2.date", "2026-03-16", BY, TODAY)
    assert isinstance(taken, Case)
    assert taken.value("listings-removed#2.date") == date(2026, 3, 16)
    assert "listings-removed.date" in ids(taken)


def test_an_answer_of_the_wrong_type_is_not_taken_and_says_what_to_write() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock", actions="listings-removed")
    taken = interview.answer(case, CATALOG, "listings-removed.date", "2026-03-29", BY, TODAY)
    assert taken == (case, ("29 March 2026 is still to come; give the day on which it was done",))
    assert isinstance(interview.answer(case, CATALOG, "listings-removed.units", "some", BY, TODAY), tuple)


def test_a_question_says_which_action_it_belongs_to() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock")
    case = given_answers(case, actions=["listings-removed", "listings-removed#2"])
    assert question(case, "listings-removed.date").about == "Listings closed"
    assert question(case, "listings-removed#2.date").about == "Listings closed (2)"
    assert question(case, "seller.name").about == ""


def test_a_measure_may_begin_on_a_day_to_come() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock", measures="1")
    assert given_answers(case, receiving_check__start="2026-05-04").value("receiving-check.start") == date(2026, 5, 4)


def test_asins_known_from_the_notice_are_offered_for_an_action() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock", actions="listings-removed")
    asked = question(case, "listings-removed.asins")
    assert asked.prefill is not None
    assert (asked.prefill.value, asked.prefill.source) == (["B0TESTAB12", "B0TESTAB34"], "case")
    assert question(case, "listings-removed.date").prefill is None


@pytest.mark.parametrize(
    "raw", ["none", "I do not have this", "i dont have it", {"missing": None}, {"missing": "the supplier closed"}]
)
def test_not_having_something_is_an_answer(raw: object) -> None:
    case = given_answers(started(), case__position="at-fault")
    taken = interview.answer(case, CATALOG, "document.supplier-invoice", raw, BY, TODAY)
    assert isinstance(taken, Case)
    fact = taken.facts["document.supplier-invoice"]
    assert fact.value is None
    assert fact.reason == ("the supplier closed" if isinstance(raw, dict) and raw["missing"] else "")
    assert "document.supplier-invoice" not in ids(taken)


def test_a_reason_typed_behind_it_is_kept() -> None:
    case = given_answers(started(), case__position="at-fault")
    case = given_answers(case, document__supplier_invoice="I don't have this: the supplier closed in January")
    assert case.facts["document.supplier-invoice"].reason == "the supplier closed in January"


def test_a_missing_document_leads_to_what_would_serve_instead() -> None:
    case = given_answers(started(), case__position="at-fault")
    assert "document.bank" not in ids(case)
    assert question(case, "document.supplier-invoice").otherwise == (
        "Supplier invoice: Ask for the Supplier invoice.",
        "Instead of it would serve: Letter of authorization, Bank statement.",
    )
    case = given_answers(case, document__supplier_invoice="none")
    assert question(case, "document.bank").optional


def test_a_document_of_unknown_kind_gets_its_kind_when_it_is_named() -> None:
    case = given_answers(started(), case__position="at-fault", document__supplier_invoice="B")
    assert case.exhibits[1].kind == "supplier-invoice"
    assert case.value("document.supplier-invoice") == ("bank.pdf",)
    assert "document.supplier-invoice" not in ids(case)


def test_a_kind_that_only_the_notice_asks_for_is_asked_too() -> None:
    comply, error = (Ask("identity", branch, Span(0, 9, "Complaint")) for branch in ("comply", "in-error"))
    assert "document.passport" in ids(given_answers(started(asks=(comply,)), case__position="at-fault"))
    assert "document.passport" not in ids(given_answers(started(asks=(error,)), case__position="at-fault"))
    card = replace(started(asks=(comply,)), exhibits=(exhibit("A", "id-card", "card.pdf"),))
    assert "document.passport" not in ids(given_answers(card, case__position="at-fault"))


def test_any_document_may_be_named_though_it_is_not_asked_for() -> None:
    case = given_answers(started(), case__position="at-fault")
    assert "document.procedure" not in ids(case)
    assert given_answers(case, document__procedure="B").exhibits[1].kind == "procedure"


def test_proof_marks_the_exhibit_and_can_be_taken_back() -> None:
    case = given_answers(started(), case__position="at-fault", causes="1", actions="listings-removed")
    case = given_answers(case, listings_removed__proof="A: screen.png, bank.pdf")
    assert [e.supports for e in case.exhibits] == [("listings-removed",), ("listings-removed",)]
    case = given_answers(case, listings_removed__proof="A")
    assert [e.supports for e in case.exhibits] == [("listings-removed",), ()]
    assert given_answers(case, listings_removed__proof="none").exhibits[0].supports == ()


def test_a_file_that_is_not_in_the_case_is_named_with_those_that_are() -> None:
    case = given_answers(started(), case__position="at-fault", causes="1", actions="listings-removed")
    assert interview.answer(case, CATALOG, "listings-removed.proof", "other.pdf", BY, TODAY) == (
        case,
        ("“other.pdf” is not a file of this case; the files of the case are A (screen.png), B (bank.pdf)",),
    )


def test_an_exhibit_that_was_said_to_support_an_action_needs_no_further_question() -> None:
    marked = (replace(EXHIBITS[0], supports=("listings-removed",)), EXHIBITS[1])
    case = given_answers(replace(started(), exhibits=marked), case__position="at-fault", causes="1")
    assert "listings-removed.proof" not in ids(given_answers(case, actions="listings-removed"))


def test_what_is_optional_may_be_left_out_and_is_asked_when_it_no_longer_is() -> None:
    case = given_answers(replace(started(identifiers=()), facts={}), case__received="2026-03-14")
    assert not question(case, "case.asins").optional
    left = given_answers(case, seller__store="")
    assert left.facts["seller.store"].reason == "left out"
    assert "seller.store" not in ids(left)
    assert interview.answer(case, CATALOG, "seller.name", "  ", BY, TODAY) == (
        case,
        ("nothing was given; write an answer, or “I do not have this”",),
    )


def test_the_position_is_not_left_open() -> None:
    case = started()
    taken = interview.answer(case, CATALOG, "case.position", "I do not know", BY, TODAY)
    assert isinstance(taken, tuple)
    assert taken[0] == case
    assert "what your records show" in taken[1][0]


def test_an_unknown_question_names_the_nearest_one() -> None:
    case = given_answers(started(), case__position="at-fault", causes="invoice-gap")
    for id, words in (
        ("invoice-gap.suplier", "did you mean “invoice-gap.supplier”?"),
        ("seller.nmae", "did you mean “seller.name”?"),
        ("mixed-stock.warehouse", "“mixed-stock” is not among the causes of this case"),
        ("invoice-gap.insurer", "is not asked after what you answered before"),
    ):
        taken = interview.answer(case, CATALOG, id, "x", BY, TODAY)
        assert isinstance(taken, tuple)
        assert words in taken[1][0]


def test_another_enforcement_drops_the_causes_that_do_not_occur_in_it() -> None:
    case = given_answers(replace(finished(), notices=(notice(route="none"),)), enforcement="related")
    assert (case.causes, case.route) == ((), "two-step")
    assert "causes" not in case.facts
    assert case.value("listings-removed.units") == Count(34, "unit")


def test_a_question_as_json_is_plain() -> None:
    case = given_answers(started(), case__position="at-fault", causes="mixed-stock", actions="listings-removed")
    for asked in interview.ask(case, CATALOG, TODAY):
        data = json.loads(json.dumps(interview.as_json(asked)))
        assert data["id"] == asked.id
        assert set(data) == set(interview.as_json(asked))
        assert [option["id"] for option in data["options"]] == [option.id for option in asked.options]


def test_answers_of_a_file_come_to_the_same_as_one_by_one() -> None:
    assert interview.apply(started(), CATALOG, GOOD, BY, TODAY) == (finished(), ())


@given(st.permutations(list(GOOD)))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_keys_in_a_file_does_not_matter(keys: list[str]) -> None:
    case, problems = interview.apply(started(), CATALOG, {key: GOOD[key] for key in keys}, BY, TODAY)
    assert problems == ()
    assert case.facts == finished().facts
    assert case == replace(finished(), facts=case.facts)


def test_applying_a_file_twice_changes_nothing() -> None:
    once, _ = interview.apply(started(), CATALOG, GOOD, BY, TODAY)
    assert interview.apply(once, CATALOG, GOOD, BY, TODAY) == (once, ())


def test_a_file_with_mistakes_reports_all_of_them_and_takes_the_rest() -> None:
    answers = GOOD | {
        "seller.nmae": "Larkspur",
        "listings-removed.date": "31 February 2026",
        "invoice-gap.why": ["the supplier cheated us"],
        "receiving-check.cadence": "regularly",
    }
    case, problems = interview.apply(started(), CATALOG, answers, BY, TODAY)
    assert [problem.path for problem in problems] == [
        "invoice-gap.why", "listings-removed.date", "receiving-check.cadence", "seller.nmae",
    ]  # fmt: skip
    assert "no calendar has the day" in problems[1].message
    assert "did you mean “seller.name”?" in problems[3].message
    assert case.value("seller.name") == "Larkspur Home Goods LLC"
    assert case.value("invoice-gap.why.refused") == ("the supplier cheated us",)
    assert set(ids(case)) == {"invoice-gap.why", "listings-removed.date", "receiving-check.cadence"}


@given(st.integers(0, 31))
@settings(max_examples=20, deadline=None)
def test_left_at_any_question_it_goes_on_there(stop: int) -> None:
    case, asked, at = started(), list[str](), 0
    while at < stop and (open_ := interview.ask(case, CATALOG, TODAY)):
        asked.append(open_[0].id)
        taken = interview.answer(case, CATALOG, open_[0].id, GOOD[open_[0].id], BY, TODAY)
        assert isinstance(taken, Case)
        case, at = taken, at + 1
    again = Case(**{name: getattr(case, name) for name in Case.__dataclass_fields__})
    assert ids(again) == ids(case)
    assert asked + run(again, lambda q: GOOD[q.id])[1] == run(started(), lambda q: GOOD[q.id])[1]


TYPED: dict[str, list[object]] = {
    "name": ["Dock 4", "a" * 50], "id": ["A2EXAMPLE7Q4ZK"], "person": ["Dana Ruiz (owner)"], "date": ["2026-03-01"],
    "asins": ["B0TESTAB12"], "orders": ["123-1234567-1234567"], "count": ["12 units", 3], "yesno": ["yes", False],
    "party": [{"name": "Quillon Ltd", "phone": "+1 973 555 0142"}], "cadence": ["week", "each delivery"],
    "text": ["a line does not name the ASIN"],
    "why": ["the carrier was late", "we moved in May", "it was a mistake", "nobody checked the labels", "1", "no idea"],
}  # fmt: skip


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_answered_the_interview_ends(data: st.DataObject) -> None:
    def reply(asked: Question) -> object:
        choices: list[object] = list(TYPED.get(asked.type, []))
        if asked.type == "why" and "after" not in asked.text and asked.options:
            choices = [option.id for option in asked.options]
        elif asked.type == "choices":
            choices = [[o.id] for o in asked.options] + [[o.id for o in asked.options]]
        elif asked.type == "choice":
            choices = [option.id for option in asked.options]
        elif asked.type in ("exhibit", "exhibits"):
            choices = [[option.id] for option in asked.options]
        if asked.id not in ("enforcement", "route", "case.position"):
            choices = [*choices, {"missing": "never kept"}]
        if asked.optional:
            choices = [*choices, ""]
        return data.draw(st.sampled_from(choices))

    read = data.draw(st.sampled_from([None, "masked", "unsure"]))
    more: dict[str, object] = {}
    if read == "masked":
        more["identifiers"] = (
            found("asin", "B00XXXXX1", masked=True),
            found("order", "112-XXXXXXX-XXXXXXX", masked=True),
        )
    elif read == "unsure":
        more["enforcements"] = ()
    case, asked = run(started(**more), reply, most=120)
    assert ids(case) == []
    assert len(asked) < 120


@given(st.text(max_size=80), st.sampled_from(sorted(GOOD)))
@settings(max_examples=80, deadline=None)
def test_no_typed_text_breaks_an_answer(typed: str, id: str) -> None:
    for case in (started(), finished()):
        taken = interview.answer(case, CATALOG, id, typed, BY, TODAY)
        assert isinstance(taken, Case) or (taken[1] and all(isinstance(message, str) for message in taken[1]))


@pytest.mark.parametrize(
    "raw", [3, 3.5, True, [], {}, [[]], [None], {"missing": 3}, date(2026, 3, 1), ["a"] * 500, object()]
)
def test_no_native_value_breaks_an_answer(raw: object) -> None:
    case = finished()
    for id in (*GOOD, "enforcement"):
        taken = interview.answer(case, CATALOG, id, raw, BY, TODAY)
        assert isinstance(taken, Case) or taken[1]


def test_start_without_a_notice_reading_still_asks_what_every_case_needs() -> None:
    case = Case(notices=(notice(enforcements=(), identifiers=(), received=None, marketplace=None),))
    assert ids(case) == [
        "seller.name",
        "seller.address",
        "seller.store",
        "seller.id",
        "seller.marketplace",
        "seller.signatory",
        "enforcement",
    ]
