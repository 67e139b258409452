"""The shape of a letter by its route: which parts it has, in which order, and what it still lacks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_catalog import action, ask, case, catalog, cause, fact, measure, playbook, says, section
from tests.cases import exhibit, notice

from amends.errors import Unknown
from amends.model import Case, Fact, Route
from amends.plan import draft
from amends.playbook import Say

IN_ERROR = fact("case.position", "choice", "in-error")
GENUINE = fact("case.genuine", "text", "Because they come from the maker.")
DAY = date(2026, 3, 11)


def shape(of: Case, **more: object) -> list[str]:
    return [part.id for part in draft(of, catalog(**more)).sections]  # type: ignore[arg-type]


def headings(of: Case) -> list[str | None]:
    return [part.heading for part in draft(of, catalog()).sections]


def disputed(route: Route, *more: Fact, **fields: object) -> Case:
    return case(IN_ERROR, GENUINE, *more, route=route, causes=(), actions=(), measures=(), **fields)


def test_a_plan_has_the_parts_that_amazon_asks_for_in_their_order() -> None:
    assert [
        "title", "opening", "root-cause", "corrective-actions", "preventive-measures", "conclusion", "signature",
    ] == shape(case())  # fmt: skip
    assert "documentation" in shape(case(exhibits=(exhibit("A", "a.pdf", "procedure", supports=("check",)),)))


def test_a_dispute_states_its_facts_and_admits_nothing() -> None:
    plan = draft(disputed("dispute"), catalog())

    assert ["title", "opening", "statement", "signature"] == [part.id for part in plan.sections]
    assert ["Dear Amazon Seller Performance Team,", "We ask you to look again at ASINs B0TESTAB12 and B0TESTAB34."] == (
        section(plan, "opening")
    )
    assert ["The goods are genuine because they come from the maker."] == section(plan, "statement")


def test_a_letter_of_documents_says_which_document_answers_what() -> None:
    knowledge = catalog(
        ask("invoices", documents=("supplier-invoice",), title="Supplier invoices"),
        ask("contact", documents=("supplier-invoice",), title="Contact of the supplier"),
        ask("loa", documents=("letter-of-authorization",), title="Letter of authorization"),
    )
    of = disputed(
        "documents",
        notices=(notice(asks=("invoices", "contact", "loa")),),
        exhibits=(exhibit("A", "inv.pdf", supports=("case",), asins=("B0TESTAB12",)),),
    )
    plan = draft(of, knowledge)

    assert ["Supplier invoices and contact of the supplier: Exhibit A, inv.pdf for ASIN B0TESTAB12."] == section(
        plan, "documents"
    )
    assert ["title", "opening", "statement", "documents", "documentation", "signature"] == [p.id for p in plan.sections]


def test_a_retraction_letter_reports_what_was_done() -> None:
    of = case(GENUINE, route="retraction", causes=(), measures=())
    plan = draft(of, catalog())

    assert ["title", "opening", "statement", "corrective-actions", "signature"] == [part.id for part in plan.sections]
    assert ["What we did"] == [part.heading for part in plan.sections if part.id == "corrective-actions"]


def test_a_retraction_letter_of_who_denies_still_opens_as_a_report() -> None:
    opening = says(Say(("This reports on {case.asins|named}.",)))
    of = case(IN_ERROR, GENUINE, route="retraction", causes=(), measures=())
    plan = draft(of, catalog(playbook(opening=opening)))

    assert "This reports on ASINs B0TESTAB12 and B0TESTAB34." == section(plan, "opening")[1]


def test_a_retraction_letter_without_an_action_has_a_gap_and_a_two_step_letter_has_none() -> None:
    kinds = {
        route: [
            gap.key for gap in draft(case(GENUINE, route=route, causes=(), actions=(), measures=()), catalog()).gaps
        ]
        for route in ("retraction", "two-step")
    }

    assert {"retraction": ["actions", "exhibits"], "two-step": ["exhibits"]} == kinds


def test_where_nothing_should_be_sent_there_is_no_letter() -> None:
    plan = draft(case(route="none"), catalog())

    assert () == plan.sections
    assert ["route"] == [gap.key for gap in plan.gaps]


def test_an_apology_stands_in_a_plan_only_and_not_against_the_sellers_will() -> None:
    def sorry(of: Case) -> bool:
        return any(s.fixed and "Dear" not in s.text for s in draft(of, catalog()).sentences)

    assert [True, False, False] == [
        sorry(case()), sorry(case(fact("case.apology", "yesno", False))), sorry(disputed("dispute")),
    ]  # fmt: skip


def test_a_follow_up_is_answered_in_amazons_order_and_the_rest_comes_after_it() -> None:
    of = case(notices=(notice(kind="reply", asks=("preventive-measures", "root-cause")),))

    assert [
        "Greater detail: Preventive Measures", "Greater detail: Root Cause", "Corrective Actions", "Conclusion",
    ] == [heading for heading in headings(of)[2:] if heading]  # fmt: skip


def test_a_follow_up_about_documents_has_the_ordinary_headings() -> None:
    of = case(notices=(notice(kind="reply", asks=("invoices",)),))

    assert ["Root Cause", "Corrective Actions", "Preventive Measures", "Conclusion"] == [
        heading for heading in headings(of)[2:] if heading
    ]


def test_several_causes_are_numbered_and_each_measure_names_those_it_answers() -> None:
    other = cause("mixed-stock", "Units of {case.asins|named} were mixed.")
    label = measure("label")._replace(answers=("mixed-stock",))
    of = case(
        fact("mixed-stock.why", "text", ("no bin had a label",)),
        fact("label.owner", "person", case().value("check.owner")),
        fact("label.start", "date", DAY),
        causes=("invoice-gap", "mixed-stock"),
        measures=("check", "label"),
    )
    plan = draft(of, catalog(other, label, action("split", 30)._replace(answers=("mixed-stock",))))
    points = section(plan, "preventive-measures")

    assert [True, True] == [item.numbered for part in plan.sections if part.id == "root-cause" for item in part.items]
    assert points[0].endswith("(Answers root cause 1.)")
    assert points[1].endswith("(Answers root cause 2.)")
    assert ["No action answers this cause: The mixed-stock."] == [g.what for g in plan.gaps if g.key == "actions"]


def test_the_walk_to_the_root_ends_each_cause() -> None:
    (text,) = section(draft(case(), catalog()), "root-cause")

    assert "It was sold because nobody read the invoices." in text
    assert text.endswith("we had no check at goods-in.")


def test_a_cause_without_its_root_is_a_gap() -> None:
    of = case(fact("invoice-gap.why", "text", None, reason="not known"))

    assert "invoice-gap.why" in [gap.key for gap in draft(of, catalog()).gaps]


def test_nothing_chosen_is_said_once_for_each_part() -> None:
    plan = draft(case(causes=(), actions=(), measures=()), catalog())
    one_cause = draft(case(actions=(), measures=()), catalog())

    assert ["causes", "actions", "measures", "actions", "exhibits"] == [gap.key for gap in plan.gaps]
    assert ["actions", "measures", "actions", "exhibits"] == [gap.key for gap in one_cause.gaps]


def test_actions_are_told_in_the_order_of_the_trade_and_then_by_date() -> None:
    knowledge = catalog(action("looked", 10), action("closed", 20), action("counted", 20))
    of = case(
        fact("counted.date", "date", DAY - timedelta(3)), fact("looked.date", "date", DAY + timedelta(2)),
        actions=("closed", "counted", "looked"),
    )  # fmt: skip

    assert ["looked", "counted", "closed"] == [
        item.of for part in draft(of, knowledge).sections if part.id == "corrective-actions" for item in part.items
    ]


def conclusion(action_on: date, measure_on: date) -> str:
    of = case(fact("closed.date", "date", action_on), fact("check.start", "date", measure_on))
    return section(draft(of, catalog()), "conclusion")[0]


def test_the_conclusion_is_computed_from_the_first_and_the_last_step() -> None:
    assert "Every step of this plan took effect on 11 March 2026." == conclusion(DAY, DAY)
    assert (
        "This plan has been effective since 11 March 2026; its last step follows on 1 April 2026, when it is complete."
        == conclusion(DAY, date(2026, 4, 1))
    )
    done = conclusion(DAY, date(2026, 3, 15))
    assert "11 March 2026" in done
    assert "15 March 2026" in done
    assert "follow" not in done


@given(st.dates(date(2025, 1, 1), date(2026, 3, 20)), st.integers(0, 90))
def test_a_plan_takes_effect_with_its_first_step_and_is_complete_with_its_last(first: date, later: int) -> None:
    last = first + timedelta(later)
    of = case(fact("closed.date", "date", first), fact("check.start", "date", last))
    plan = draft(of, catalog())

    assert (first, last) == (plan.effective, plan.complete)


def test_a_plan_without_a_date_has_no_conclusion() -> None:
    of = case(fact("closed.date", "date", None), fact("check.start", "date", None))
    plan = draft(of, catalog())

    assert [] == section(plan, "conclusion")
    assert "The time frame cannot be computed." in [gap.what for gap in plan.gaps]


def test_every_exhibit_is_listed_with_its_kind_date_and_asins() -> None:
    of = case(exhibits=(exhibit("A", "inv.pdf", dated=DAY, asins=("B0TESTAB12",)), exhibit("B", "x.bin", "unknown")))

    assert [
        "Exhibit A: inv.pdf (Supplier invoice, 11 March 2026, for ASIN B0TESTAB12)", "Exhibit B: x.bin (Document)",
    ] == section(draft(of, catalog()), "documentation")  # fmt: skip


def test_a_sole_trader_signs_once() -> None:
    of = case(fact("seller.name", "name", "Dana Ruiz"))

    assert ["Dana Ruiz (owner)"] == section(draft(of, catalog()), "signature")


def test_who_signs_is_a_gap_while_it_is_open() -> None:
    of = case()
    facts = {key: f for key, f in of.facts.items() if not key.startswith("seller.")}

    assert {"seller.name", "seller.signatory"} <= {
        gap.key for gap in draft(Case(enforcement="inauthentic", facts=facts), catalog()).gaps
    }


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (Case(), "no enforcement"),
        (case(enforcement="nonsense"), "no playbook"),
        (case(enforcement="funds"), "cannot draft"),
    ],
)
def test_what_cannot_be_drafted_is_said(of: Case, words: str) -> None:
    with pytest.raises(Unknown, match=words):
        draft(of, catalog(playbook(id="funds", status="recognised")))


def test_a_letter_in_which_nothing_could_be_said_has_a_gap_that_stops_it() -> None:
    unsaid = Fact("case.genuine", "text", None, GENUINE.source, "not to be had")
    empty = case(IN_ERROR, unsaid, route="dispute", causes=(), actions=(), measures=())
    shown = case(
        IN_ERROR, unsaid, route="dispute", causes=(), actions=(), measures=(), exhibits=(exhibit("A", "a.pdf"),)
    )

    def stops(of: Case) -> list[str]:
        return [gap.what for gap in draft(of, catalog()).gaps if gap.section == "statement" and not gap.stated]

    assert ["Nothing is stated yet."] == stops(empty)
    assert [] == stops(shown)
    assert [] == stops(disputed("dispute"))
