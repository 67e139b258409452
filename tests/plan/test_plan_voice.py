"""How a letter speaks: the best variant, what drops out, what is named once, where exhibits stand, what is missing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from plan_catalog import (
    ASINS,
    DANA,
    DAY,
    action,
    case,
    catalog,
    cause,
    closed,
    count,
    done,
    fact,
    measure,
    says,
    section,
    slot,
    told,
    when,
)
from tests.cases import exhibit

from amends.model import Case, Gap, Person, Plan
from amends.plan import draft
from amends.playbook import Say

BOTH = ("closed", "counted")


def gaps(plan: Plan) -> list[tuple[str, bool]]:
    return [(gap.key, gap.stated) for gap in plan.gaps]


def test_the_variant_with_the_most_particulars_is_said() -> None:
    knowledge = closed(("Closed {date|on}.", "Closed {date|on} by {who}."), types={"who": "person"})

    assert ["Closed on 11 March 2026."] == done(knowledge)
    assert ["Closed on 11 March 2026 by Dana Ruiz (owner)."] == done(knowledge, fact("closed.who", "person", DANA))


def test_the_case_decides_between_equals_and_always_in_the_same_way() -> None:
    knowledge = closed(("One, {date}.", "Two, {date}.", "Three, {date}."))
    sellers = [fact("seller.name", "name", f"Seller {n}") for n in range(40)]
    said = [done(knowledge, seller)[0].split(",")[0] for seller in sellers]

    assert {"One", "Two", "Three"} == set(said)
    assert said == [done(knowledge, seller)[0].split(",")[0] for seller in sellers]


def test_two_points_in_a_row_begin_differently_where_they_can() -> None:
    variants = ("We did it {date|on}.", "It was done {date|on}.")
    knowledge = catalog(action("closed", 20, variants), action("counted", 21, variants))
    points = [
        done(knowledge, fact("seller.name", "name", f"S{n}"), fact("counted.date", "date", DAY), actions=BOTH)
        for n in range(12)
    ]

    assert all(first.split()[0] != second.split()[0] for first, second in points)


def test_a_clause_drops_out_when_its_fact_is_missing_or_none() -> None:
    knowledge = closed("Refunded {date|on}[, {others} without a complaint].", types={"others": "count"})

    assert ["Refunded on 11 March 2026."] == done(knowledge)
    assert ["Refunded on 11 March 2026."] == done(knowledge, fact("closed.others", "count", count(0)))
    assert ["Refunded on 11 March 2026, 18 units without a complaint."] == done(
        knowledge, fact("closed.others", "count", count(18))
    )


def test_an_optional_sentence_does_not_tell_of_nothing() -> None:
    knowledge = closed("Done {date|on}.", Say(("{failed} failed.",), optional=True), types={"failed": "count"})

    assert ["Done on 11 March 2026."] == done(knowledge, fact("closed.failed", "count", count(0)))
    assert ["Done on 11 March 2026. Three units failed."] == done(knowledge, fact("closed.failed", "count", count(3)))


def test_a_count_that_the_sentence_needs_is_said_even_when_it_is_none() -> None:
    assert ["No listings had it, done 11 March 2026."] == done(
        closed("{found} had it, done {date}.", types={"found": "count"}),
        fact("closed.found", "count", count(0, "listing")),
    )


def test_one_is_singular_many_is_plural_and_small_numbers_are_words() -> None:
    knowledge = closed("{date}: {n} {n?was|were} sold, {n|n} of them.", types={"n": "count"})

    assert ["11 March 2026: one unit was sold, one of them."] == done(knowledge, fact("closed.n", "count", count(1)))
    assert ["11 March 2026: 1,240 units were sold, 1,240 of them."] == done(
        knowledge, fact("closed.n", "count", count(1240))
    )


def test_an_answer_still_open_is_a_gap_that_names_what_it_belongs_to() -> None:
    knowledge = catalog(action("closed", 20, slots=(slot("closed.place", "text", "They are kept in …"),)))
    knowledge = catalog(knowledge.actions["closed"]._replace(says=says("Kept in {place} {date|on}.")))
    plan = draft(case(), knowledge)

    assert (
        Gap(
            "closed.place",
            "corrective-actions",
            "The closed: They are kept in …",
            "Answer this question, or say that you do not have it.",
        )
        in plan.gaps
    )
    assert [] == section(plan, "corrective-actions")


def test_a_fact_that_the_seller_does_not_have_is_a_stated_gap_with_the_reason() -> None:
    knowledge = closed("Kept in {place} {date|on}.", types={"place": "text"})
    plan = draft(case(fact("closed.place", "text", None, reason="the shed burned down")), knowledge)

    assert [("closed.place", True), ("exhibits", False)] == gaps(plan)
    assert "the shed burned down" == plan.gaps[0].remedy
    assert "Kept" not in told(case(fact("closed.place", "text", None)), knowledge)


def test_who_said_to_have_no_proof_is_not_asked_for_a_document_again() -> None:
    knowledge = closed("Kept in {place} {date|on}.", types={"place": "text"})
    plan = draft(case(fact("closed.proof", "exhibits", None, reason="none")), knowledge)

    assert ("exhibits", True) in gaps(plan)


def test_a_condition_decides_whether_a_sentence_is_said() -> None:
    knowledge = closed(
        "Written {date|on}.",
        Say(("No answer has come.",), when=when("result", "silent")),
        Say(("They answered.",), when=when("result", "answered")),
        types={"result": "choice"},
    )

    assert ["Written on 11 March 2026. No answer has come."] == done(
        knowledge, fact("closed.result", "choice", "silent")
    )
    assert ["Written on 11 March 2026. They answered."] == done(knowledge, fact("closed.result", "choice", "answered"))


def test_a_sentence_without_a_value_stands_on_the_answer_or_the_choice_behind_it() -> None:
    entries = ("We hold receipts only.", Say(("It is so.",), when=when("case.position", "at-fault")))
    plan = draft(case(), catalog(cause("invoice-gap", *entries)))
    sentences = {s.text: s.facts for s in plan.sentences}

    assert ("causes",) == sentences["We hold receipts only."]
    assert ("case.position",) == sentences["It is so."]
    assert [] == [s.text for s in plan.sentences if not (s.facts or s.exhibits or s.fixed)]


def test_a_choice_that_is_no_fact_is_replaced_by_an_answer_of_the_same_item() -> None:
    held = case()
    held = replace(held, facts={key: f for key, f in held.facts.items() if key != "causes"})
    plan = draft(held, catalog(cause("invoice-gap", "We hold receipts only.")))

    assert [("invoice-gap.why",)] == [s.facts for s in plan.sentences if s.text == "We hold receipts only."]


def test_a_person_is_introduced_once() -> None:
    knowledge = closed("{who} closed it {date|on}.", types={"who": "person"})
    text = told(case(fact("closed.who", "person", DANA)), knowledge)

    assert "Dana Ruiz (owner) closed it" in text
    assert "Dana Ruiz runs check" in text


def test_a_role_in_capitals_is_written_small_and_still_introduced_once() -> None:
    shouting = Person("Dana Ruiz", "OWNER")
    knowledge = closed("{who} closed it {date|on}.", types={"who": "person"})
    text = told(
        case(fact("closed.who", "person", shouting), fact("check.owner", "person", shouting),
             fact("seller.signatory", "person", shouting)),
        knowledge,
    )  # fmt: skip

    assert 2 == text.count("Dana Ruiz (owner)"), "the introduction and the signature"


def test_an_exhibit_stands_behind_the_sentence_that_its_kind_proves() -> None:
    knowledge = closed(
        "Closed {date|on}.", Say(("It was recalled {date|on}.",), proof=("removal-order",)), "That is all of {date}."
    )
    proofs = (
        exhibit("A", "recall.pdf", "removal-order", supports=("closed",)),
        exhibit("B", "other.pdf", "procedure", supports=("closed",)),
        exhibit("C", "unused.pdf", "procedure"),
    )

    assert (
        "Closed on 11 March 2026. It was recalled on 11 March 2026 (Exhibit A, recall.pdf). "
        "That is all of 11 March 2026 (Exhibit B, other.pdf)."
    ) == done(knowledge, exhibits=proofs)[0]


def test_an_exhibit_for_one_asin_stands_behind_the_sentence_about_it_whatever_the_fact_is_called() -> None:
    knowledge = closed(
        Say(("Sent {date|on}: {covered|named}.",), proof=("supplier-invoice",)),
        Say(("Also {rest|named}.",), proof=("supplier-invoice",)),
        types={"covered": "asins", "rest": "asins"},
    )
    proofs = (
        exhibit("A", "second.pdf", supports=("closed",), asins=("B0TESTAB34",)),
        exhibit("B", "first.pdf", supports=("closed",), asins=("B0TESTAB12",)),
    )

    assert [
        "Sent on 11 March 2026: ASIN B0TESTAB12 (Exhibit B, first.pdf). Also ASIN B0TESTAB34 (Exhibit A, second.pdf)."
    ] == done(
        knowledge, fact("closed.covered", "asins", ASINS[:1]), fact("closed.rest", "asins", ASINS[1:]), exhibits=proofs
    )


def test_an_exhibit_behind_brackets_opens_no_second_pair() -> None:
    knowledge = closed(Say(("Done {date|on} by {who}.",), proof=("procedure",)), types={"who": "person"})
    proof = exhibit("A", "rule.pdf", "procedure", supports=("closed",))

    assert ["Done on 11 March 2026 by Dana Ruiz (owner), see Exhibit A, rule.pdf."] == done(
        knowledge, fact("closed.who", "person", DANA), exhibits=(proof,)
    )


def test_names_lose_their_own_quotation_marks() -> None:
    assert ["The title read “Kills germs” until 11 March 2026."] == done(
        closed("The title read “{words}” until {date}.", types={"words": "name"}),
        fact("closed.words", "name", '"Kills germs"'),
    )


def test_a_second_use_of_an_entry_has_facts_of_its_own() -> None:
    knowledge = closed("We closed {n} {date|on}.", types={"n": "count"})
    points = done(
        knowledge, fact("closed.n", "count", count(2)), fact("closed#2.n", "count", count(5)),
        fact("closed#2.date", "date", case().value("check.start")), actions=("closed", "closed#2"),
    )  # fmt: skip

    assert ["We closed two units on 11 March 2026.", "We closed five units on 12 March 2026."] == points


WORDS = st.text(min_size=3, max_size=60)


@given(WORDS, st.integers(0, 5000), st.permutations(["closed.place", "closed.n", "closed.date"]))
def test_the_same_case_gives_the_same_plan_in_whatever_order_its_facts_stand(
    place: str, number: int, order: list[str]
) -> None:
    knowledge = closed(
        ("Kept in {place}, {n}, {date}.", "{n} kept in {place}, {date}."), types={"place": "text", "n": "count"}
    )
    held = case(fact("closed.place", "text", place), fact("closed.n", "count", count(number)))
    other = replace(held, facts={key: held.facts[key] for key in (*order, *held.facts)})

    assert draft(held, knowledge) == draft(other, knowledge)


@given(WORDS)
def test_whatever_a_seller_writes_stays_one_sentence_of_the_plan(words: str) -> None:
    knowledge = closed("It stays in {place} since {date}.", types={"place": "text"})
    plan = draft(case(fact("closed.place", "text", words)), knowledge)
    sentences = [
        s for part in plan.sections if part.id == "corrective-actions" for item in part.items for s in item.sentences
    ]

    assert len(sentences) < 2
    for sentence in sentences:
        assert sentence.text.endswith(" since 11 March 2026.")
        assert ("closed.place", "closed.date") == sentence.facts


def test_measures_are_said_with_their_owner_and_start() -> None:
    plan = draft(case(), catalog(measure("check")))

    assert ["Dana Ruiz (owner) runs check from 12 March 2026 on."] == section(plan, "preventive-measures")


def test_a_case_of_real_facts_is_not_changed_by_drafting() -> None:
    held: Case = case()
    before = dict(held.facts)
    draft(held, catalog())

    assert before == held.facts
