"""The row of steps says how far a case is, and every page leads on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.doors.web import desk
from tests.doors.web.seeding import DAY, on_shelf

from amends.app.demo import EXAMPLES
from amends.app.evidence import exhibits

PHISHING = """From: Seller Support <amazon-verify@account-check.example>
Subject: Your account will be closed

Dear Seller, your account will be closed within 24 hours. To keep your account, click here and confirm your password and
bank details: http://amazon.account-check.example/login . Pay the fee of USD 200 by gift card. Amazon Team
"""


@pytest.fixture(scope="module")
def browser() -> Any:
    desk.ready()
    return desk.client()


def shown(browser: Any, id: str, page: str) -> str:
    answer = browser.get(f"/cases/{id}/{page}")
    assert 200 == answer.status_code, answer.content
    return str(answer.content.decode())


def states(browser: Any, id: str) -> dict[str, str]:
    found = re.findall(
        r'<li class="(\w+)"><a href="[^"]*"[^>]*><span class="dot"[^>]*></span>(\w+)<', shown(browser, id, "")
    )
    return {title: state for state, title in found}


def test_a_new_case_begins_with_the_questions_and_the_plan_comes_later(browser: Any) -> None:
    assert {
        "Notice": "done",
        "Questions": "open",
        "Evidence": "open",
        "Plan": "later",
        "Pictures": "later",
        "Submit": "later",
    } == states(browser, desk.started(browser))


def test_evidence_is_open_while_its_page_says_that_it_is_not_enough(browser: Any) -> None:
    id = on_shelf("inauthentic", "bare")
    too_old = "MR-70218 invoice.pdf"
    desk.send(browser, id, (too_old, (EXAMPLES / "inauthentic" / "evidence" / too_old).read_bytes()))
    desk.work_off()

    page = shown(browser, id, "evidence/")
    assert "Not enough yet" in page
    assert not any(each.state == "missing" and each.need == "required" for each in exhibits.checklist(desk.opened(id)))
    assert "open" == states(browser, id)["Evidence"]


def test_evidence_is_open_while_it_is_not_known_whether_it_is_enough(browser: Any) -> None:
    id = on_shelf("inauthentic", "bare")
    invoice = "MR-77120 invoice.pdf"
    desk.send(browser, id, (invoice, (EXAMPLES / "inauthentic" / "evidence" / invoice).read_bytes()))
    desk.work_off()

    assert "how many were sold is not known" in shown(browser, id, "evidence/")
    assert "open" == states(browser, id)["Evidence"]


def test_of_several_documents_that_would_serve_one_is_enough(browser: Any) -> None:
    id = on_shelf("ip-copyright", "bare")
    retraction = "retraction-confirmed-18-march.png"
    desk.send(browser, id, (retraction, (EXAMPLES / "ip-copyright" / "evidence" / retraction).read_bytes()))
    desk.work_off()

    page = shown(browser, id, "evidence/")
    assert '<span class="tag good">Enough</span>' in page
    assert '<span class="tag ">Not there; another may do</span>' in page
    assert '<span class="tag stop">' not in page
    assert "done" == states(browser, id)["Evidence"]


@pytest.mark.parametrize(
    ("page", "step", "title"),
    [("", "questions", "Questions"), ("evidence/", "questions", "Questions"), ("pictures/", "evidence", "Evidence")],
)
def test_each_page_leads_on_to_what_is_open(browser: Any, page: str, step: str, title: str) -> None:
    id = desk.started(browser)

    assert f'<a class="button" href="/cases/{id}/{step}/">Go on: {title}</a>' in shown(browser, id, page)


def test_the_page_of_submitting_leads_to_the_questions_while_there_is_no_plan(browser: Any) -> None:
    id = desk.started(browser)

    assert f'<a class="button" href="/cases/{id}/questions/">' in shown(browser, id, "submit/")


def test_where_nothing_is_to_be_sent_no_page_leads_on(browser: Any) -> None:
    id = desk.started(browser, PHISHING)

    for page in ("", "evidence/", "pictures/"):
        assert "Go on:" not in shown(browser, id, page)


USED = """Hello, we removed some of your listings because buyers complained that items sold as new were used.
Please send a plan of action: the root cause of the used sold as new complaints, the actions that you took, and the
steps that you took to prevent such complaints. Amazon Seller Performance"""


def test_what_amends_cannot_answer_is_said_before_anybody_answers_questions(browser: Any) -> None:
    id = desk.started(browser, USED)

    assert "Used sold as new" in shown(browser, id, "")
    for page in ("", "submit/", "questions/?end"):
        words = " ".join(shown(browser, id, page).split())
        assert ("cannot write the answer to this kind of notice yet" in words) == (page != "questions/?end"), page
    assert "cannot write the answer" not in shown(browser, desk.started(browser), "")


def test_answers_that_one_does_not_have_are_not_told_as_all_that_is_needed(browser: Any) -> None:
    from dataclasses import replace

    from amends.app.cases import save_case

    id = on_shelf("ip-copyright", "drafted")
    assert "you said that you do not have it" not in shown(browser, id, "questions/?end")
    case = desk.opened(id)
    facts = dict(case.case.facts)
    key = next(key for key, fact in facts.items() if key.startswith("case.") and fact.type == "text")
    facts[key] = replace(facts[key], value=None, reason="not to be had")
    save_case(case, replace(case.case, facts=facts), "answered", DAY)

    words = " ".join(shown(browser, id, "questions/?end").split())
    assert "Everything that the answer needs" not in words
    assert "To 1 of them you said that you do not have it" in words


def test_without_a_plan_submit_leads_to_what_is_to_do_next(browser: Any) -> None:
    id = desk.started(browser)
    assert f'<a class="button" href="/cases/{id}/questions/">' in shown(browser, id, "submit/")


def test_a_case_that_is_not_packed_is_told_without_a_command(browser: Any) -> None:
    id = on_shelf("ip-copyright", "drafted")

    answer = browser.post(f"/cases/{id}/submit/sent/", {"on": "2026-03-21"})

    assert 422 == answer.status_code
    assert "Nothing is packed yet" in answer.content.decode() and "amends bundle" not in answer.content.decode()
