"""The row of steps says how far a case is, and every page leads on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.doors.web import desk
from tests.doors.web.seeding import on_shelf

from amends.app import exhibits
from amends.app.demo import EXAMPLES

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
    assert '<span class="tag ">Nothing yet</span>' in page
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
