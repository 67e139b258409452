"""All answers at once, how far the interview is, what stands around a question, and what a why walk has so far."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from interview_catalog import BY, CATALOG, GOOD, TODAY, exhibit, found, notice, run, started

from amends import interview
from amends.interview import Said
from amends.model import Case, Span


def states(case: Case) -> dict[str, str]:
    return {entry.question.id: entry.state for entry in interview.overview(case, CATALOG, TODAY)}


def after(case: Case, **answers: object) -> Case:
    for id, raw in answers.items():
        taken = interview.answer(case, CATALOG, id.replace("__", ".").replace("_", "-"), raw, BY, TODAY)
        case = taken if isinstance(taken, Case) else taken[0]
    return case


def finished() -> Case:
    return run(started(), lambda q: GOOD[q.id])[0]


def test_each_question_says_what_became_of_it() -> None:
    case = after(
        started(), seller__name="Larkspur LLC", seller__signatory={"missing": "not decided"}, seller__address=""
    )
    found_ = states(case)
    assert found_["seller.name"] == "given"
    assert found_["seller.signatory"] == "missing"
    assert found_["seller.address"] == "left-out"
    assert found_["seller.store"] == "open"
    assert found_["case.asins"] == "given"
    said = {entry.question.id: entry for entry in interview.overview(case, CATALOG, TODAY)}
    assert said["case.asins"].said == ("B0TESTAB12", "B0TESTAB34")
    assert said["enforcement"].said == (CATALOG.playbooks["inauthentic"].title,)
    assert said["seller.signatory"].fact is not None
    assert said["seller.signatory"].fact.reason == "not decided"


def test_every_answer_of_a_finished_interview_is_shown_and_none_is_open() -> None:
    case = finished()
    shown = {entry.question.id for entry in interview.overview(case, CATALOG, TODAY) if entry.state == "given"}
    assert {key for key, raw in GOOD.items() if key in case.facts and case.facts[key].value is not None} <= shown
    assert "open" not in states(case).values()
    assert interview.progress(case, CATALOG)[1:] == (0, 0, False)


@given(st.integers(0, 31))
@settings(max_examples=20)
def test_progress_counts_what_is_asked_and_says_whether_there_will_be_more(stop: int) -> None:
    case, at = started(), 0
    while at < stop and (open_ := interview.ask(case, CATALOG, TODAY)):
        case, at = after(case, **{open_[0].id: GOOD[open_[0].id]}), at + 1
    open_ = interview.ask(case, CATALOG, TODAY)
    found_ = interview.progress(case, CATALOG)
    assert (found_.open, found_.needed) == (len(open_), sum(not q.optional for q in open_))
    decides = {"enforcement", "case.position", "route", "causes", "actions", "measures"}
    assert found_.more == (not decides.isdisjoint(q.id for q in open_))
    total = found_.given + found_.open
    assert total == sum(state != "unasked" for state in states(case).values())


def test_the_question_before_and_the_next_open_one() -> None:
    case = started()
    order = [question.id for question in interview.ask(case, CATALOG, TODAY)]
    assert interview.around(case, CATALOG, "seller.name") == (None, "seller.address")
    assert interview.around(case, CATALOG, order[-1])[1] is None
    assert interview.around(case, CATALOG, "no.such") == (None, "seller.name")
    answered = after(case, seller__address="9 Mill Lane, Dayton OH 45402")
    assert interview.around(answered, CATALOG, "seller.name") == (None, "seller.store")
    assert interview.around(answered, CATALOG, "seller.store")[0] == "seller.address"


def test_later_from_question_to_question_passes_each_open_one_once() -> None:
    case = after(started(), case__position="at-fault", route="plan", causes="invoice-gap", actions="listings-removed")
    order = [question.id for question in interview.ask(case, CATALOG, TODAY)]
    passed, at = [order[0]], order[0]
    while (following := interview.around(case, CATALOG, at)[1]) is not None:
        passed.append(following)
        at = following
    assert passed == order


def test_an_answer_to_what_is_not_asked_any_more_is_unused_and_named_by_its_question() -> None:
    case = after(finished(), invoice_gap__insured="no")
    assert "invoice-gap.insurer" not in states(case)
    (left,) = interview.unused(case, CATALOG)
    assert left.fact.key == "invoice-gap.insurer"
    assert left.text == "Invoices did not trace the units: By whom?"
    assert left.said


def test_any_question_is_found_by_its_key_with_its_answer() -> None:
    case = after(started(), seller__name="Larkspur LLC")
    asked = interview.question(case, CATALOG, "seller.name", TODAY)
    assert asked is not None
    assert asked.prefill is not None
    assert asked.prefill.value == "Larkspur LLC"
    assert interview.question(case, CATALOG, "no.such", TODAY) is None
    open_ = interview.question(case, CATALOG, "seller.signatory", TODAY)
    assert open_ is not None
    assert open_.prefill is None


def test_a_file_that_serves_answers_the_question_about_it() -> None:
    case = after(started(), case__position="at-fault", route="plan", causes="invoice-gap", actions="listings-removed")
    file = exhibit("Z", "screenshot", "screen.png")
    case = replace(case, exhibits=(replace(file, supports=("listings-removed",)),))
    entry = next(e for e in interview.overview(case, CATALOG, TODAY) if e.question.id == "listings-removed.proof")
    assert (entry.state, entry.fact) == ("given", None)
    assert entry.said == (f"{file.label}: screen.png",)
    assert entry.question.prefill is not None
    assert entry.question.prefill.value == ["screen.png"]


def test_a_why_walk_carries_its_answers() -> None:
    case = after(started(), case__position="at-fault", route="plan", causes="invoice-gap")
    case = after(case, invoice_gap__why="the supplier made a mistake")
    case = after(case, invoice_gap__why="we moved in May")
    asked = interview.question(case, CATALOG, "invoice-gap.why", TODAY)
    assert asked is not None
    assert asked.so_far == (Said("the supplier made a mistake", True), Said("we moved in May"))
    ended = after(case, invoice_gap__why="nobody was named to check it")
    asked = interview.question(ended, CATALOG, "invoice-gap.why", TODAY)
    assert asked is not None
    assert asked.so_far == (Said("we moved in May"), Said("nobody was named to check it"))


def test_a_suggestion_from_the_notice_quotes_its_line() -> None:
    text = "Dear Seller,\nWe removed ASIN: B00XXXXX1 and others, see below.\nRegards"
    start = text.index("B00XXXXX1")
    masked = found("asin", "B00XXXXX1", masked=True)._replace(span=Span(start, start + 9, "B00XXXXX1"))
    case = started(identifiers=(masked,), text=text)
    asked = interview.question(case, CATALOG, "case.asins", TODAY)
    assert asked is not None
    assert asked.prefill is not None
    assert asked.prefill.quotes == ("We removed ASIN: B00XXXXX1 and others, see below.",)


def test_what_must_be_known_says_what_helps() -> None:
    asked = interview.question(started(), CATALOG, "case.position", TODAY)
    assert asked is not None
    assert asked.must
    assert "your records show" in asked.otherwise[0]
    assert not any(q.must for q in interview.ask(started(), CATALOG, TODAY) if q.id.startswith("seller."))


def test_what_nobody_sees_is_taken_out_of_an_answer() -> None:
    case = after(
        started(), seller__name="Lark\0spur\u202e Home", seller__signatory={"name": "Dana\nRuiz", "role": "\x1bowner"}
    )
    assert case.value("seller.name") == "Larkspur Home"
    assert interview.overview(case, CATALOG, TODAY)[5].said == ("Dana Ruiz (owner)",)


def test_a_notice_of_another_kind_has_no_overview_but_what_it_is_about() -> None:
    case = interview.start(notice(status="final"), CATALOG)
    assert "open" not in states(case).values()
