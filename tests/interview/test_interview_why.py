"""What sellers answer to “why”: ends, steps and what is refused; and how the walk goes on."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interview_catalog import BY, CATALOG, TODAY, started

from amends import interview
from amends.catalog import load
from amends.interview import walk
from amends.interview.why import judge
from amends.model import Case, Source

LINES = (Path(__file__).parent / "whys.txt").read_text(encoding="utf-8").splitlines()
LABELLED = [tuple(part.strip() for part in line.split("|", 1)) for line in LINES if line and not line.startswith("#")]
SAID = Source("statement", BY, on=TODAY)
CAUSE = CATALOG.causes["invoice-gap"]


def walked(*answers: str) -> Case:
    made = walk.step(started(), "invoice-gap", CAUSE, answers, SAID)
    assert isinstance(made, Case)
    return made


def asking(*answers: str) -> interview.Question:
    case = started()
    for id, raw in (
        ("case.position", "at-fault"),
        ("causes", "invoice-gap"),
        *(("invoice-gap.why", a) for a in answers),
    ):
        taken = interview.answer(case, CATALOG, id, raw, BY, TODAY)
        case = taken if isinstance(taken, Case) else taken[0]
    return next(q for q in interview.ask(case, CATALOG, TODAY) if q.id == "invoice-gap.why")


@pytest.mark.parametrize(("kind", "answer"), LABELLED)
def test_labelled_answers(kind: str, answer: str) -> None:
    assert judge(answer).verdict == kind


def test_the_labels_cover_every_kind_many_times() -> None:
    kinds = Counter(kind for kind, _ in LABELLED)
    assert sum(kinds.values()) >= 60
    assert all(kinds[kind] >= 5 for kind in ("end", "open", "blame", "human-error", "ignorance", "symptom", "denial"))


@pytest.mark.parametrize(("kind", "answer"), [(k, a) for k, a in LABELLED if k in ("end", "blame")])
def test_case_marks_and_a_leading_because_change_nothing(kind: str, answer: str) -> None:
    assert judge(f"  BECAUSE {answer.upper()}!! ").verdict == kind
    assert judge(answer.replace("'", "’")).verdict == kind


def test_whom_an_answer_blames_is_told() -> None:
    told = {answer: judge(answer).who for kind, answer in LABELLED if kind == "blame"}
    assert told["the carrier was late"] == "carrier"
    assert told["amazon's bot made a wrong decision"] == "amazon"
    assert told["the supplier cheat us"] == "supplier"
    assert told["the software had a bug"] == "program"
    assert told["my VA uploaded the wrong picture"] == "staff"
    assert all(told.values())


def test_the_start_said_again_is_no_answer() -> None:
    assert judge("the units were sold without complete invoice", CAUSE.why_start).verdict in ("restated", "end")
    assert (
        judge("the units were sold", "The units were sold without a complete invoice because …").verdict == "restated"
    )


@pytest.mark.parametrize("answer", ["发票上没有写产品", "потому что", "♥♥♥", "12345", "", "...", "?"])
def test_what_it_cannot_read_is_never_an_end(answer: str) -> None:
    assert judge(answer).refused


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_verdict(answer: str) -> None:
    assert judge(answer, CAUSE.why_start).verdict


def test_a_very_long_answer_costs_little() -> None:
    begun = time.perf_counter()
    judge("we did not check and nobody was responsible because no no no without step " * 20_000)
    assert time.perf_counter() - begun < 2


def test_a_carrier_is_turned_to_what_the_seller_controls() -> None:
    asked = asking("The carrier was late.")
    assert asked.text.startswith(
        "The carrier did what it did. Why could that go unnoticed for so long in your business?"
    )
    assert asked.note == "This says what somebody else did. Amazon can only accept a cause that you control."
    assert asked.options == ()


def test_a_step_is_kept_and_asks_why_again() -> None:
    asked = asking("the invoices were made out to the name of my wife")
    assert asked.note == ""
    assert "why was that possible: the invoices were made out to the name of my wife?" in asked.text


def test_an_end_ends_the_walk_and_only_accepted_answers_are_in_the_chain() -> None:
    case = walked(
        "the supplier cheated us", "our company moved in spring", "nobody compared the buyer name on invoices"
    )
    assert case.value("invoice-gap.why") == (
        "our company moved in spring",
        "nobody compared the buyer name on invoices",
    )
    assert case.value("invoice-gap.why.refused") == ("the supplier cheated us",)
    assert "invoice-gap.why.walk" not in case.facts


def test_while_the_walk_is_under_way_nothing_stands_in_the_plan() -> None:
    case = walked("our company moved in spring")
    assert "invoice-gap.why" not in case.facts
    assert case.value("invoice-gap.why.walk") == ("our company moved in spring",)


def test_two_refusals_in_a_row_offer_the_ends() -> None:
    asked = asking("it was a mistake", "the supplier cheated us")
    assert [option.id for option in asked.options] == ["no-check", "no-owner"]


@pytest.mark.parametrize("typed", ["2", "no-owner", "nobody in our business was in charge of proof of origin."])
def test_an_end_is_chosen_by_number_id_or_words(typed: str) -> None:
    assert walked("it was a mistake", typed).value("invoice-gap.why") == (
        "nobody in our business was in charge of proof of origin",
    )


def test_after_five_steps_only_an_end_is_taken() -> None:
    case = walked(*["our company moved in spring"] * 5)
    told = walk.step(case, "invoice-gap", CAUSE, ("it rained",), SAID)
    assert not isinstance(told, Case)
    assert told.message.endswith("or choose one of: no-check, no-owner")
    ended = walk.step(case, "invoice-gap", CAUSE, ("no-check",), SAID)
    assert isinstance(ended, Case)
    assert ended.value("invoice-gap.why") == (
        "our company moved in spring",
        "we had no step that compared each invoice with the ASIN",
    )


def test_a_finished_walk_can_be_walked_again() -> None:
    case = walk.step(walked("no-check"), "invoice-gap", CAUSE, ("it was a mistake",), SAID)
    assert isinstance(case, Case)
    assert "invoice-gap.why" not in case.facts


def test_who_cannot_say_why_loses_nothing() -> None:
    case = walk.give_up(walked("it was a mistake", "our company moved"), "invoice-gap", "still looking", SAID)
    assert case.facts["invoice-gap.why"].value is None
    assert case.facts["invoice-gap.why"].reason == "still looking"
    assert case.value("invoice-gap.why.refused") == ("it was a mistake", "our company moved")


def test_not_knowing_why_is_followed_up_and_not_taken_for_a_missing_answer() -> None:
    asked = asking("I don't know")
    assert asked.note.startswith("Without a cause there is no plan.")


def test_every_end_of_the_knowledge_ends_its_walk() -> None:
    stuck = []
    for cause in load().causes.values():
        for id in cause.why_ends:
            made = walk.step(Case(), cause.id, cause, (id,), SAID)
            if not isinstance(made, Case) or made.value(f"{cause.id}.why") is None:
                stuck.append(f"{cause.id}: {id}")
    assert stuck == []


def test_the_ends_of_the_knowledge_are_seldom_refused_and_its_rejected_answers_never_end() -> None:
    causes = load().causes.values()
    ends = [judge(end, cause.why_start) for cause in causes for end in cause.why_ends.values()]
    rejected = [(text, judge(text.split(" (")[0])) for cause in causes for text in cause.rejected]
    assert [text for text, judged in rejected if judged.verdict == "end"] == []
    assert sum(judged.refused for judged in ends) * 50 <= len(ends)
    assert sum(judged.verdict == "end" for judged in ends) * 10 >= len(ends) * 9
    assert sum(judged.refused for _, judged in rejected) * 4 >= len(rejected) * 3
