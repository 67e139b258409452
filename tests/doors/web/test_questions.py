"""The interview in the browser: as a person answers it, by mouse, by keyboard, without scripts; and hostile text."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.doors.web.conftest import Served, axe, shots
from tests.doors.web.interviewing import by_form, key_of
from tests.doors.web.seeding import Beside, example, from_file
from tests.doors.web.visitor import Visitor

HOSTILE = {
    "markup": "{{ request }}</textarea><script>document.title='taken'</script><img src=x onerror=\"alert(1)\"> & co",
    "direction": "abc\u202egnp.exe\u2066 xyz",
    "nul": "our\0 check\x1b[31m was missing\x07",
    "emoji": "👩‍👩‍👧 the check sheet 𝔘𝔫𝔦 é was missing",
    "long": "our invoices " * 80_000,
    "lines": "\n" * 3_000 + "x" + "\r" * 3_000,
}


@pytest.fixture(scope="module")
def fresh(beside: Beside) -> str:
    """A case of the inauthentic example without an answer; the tests that share it answer different questions."""
    return beside.started("inauthentic")


def address(id: str, key: str) -> str:
    return f"/cases/{id}/questions/{quote(key)}/"


@pytest.mark.parametrize("name", ["ip-copyright", "order-defect-rate", "unspecified"])
def test_answers_given_one_by_one_make_the_case_that_a_file_of_them_makes(
    served: Served, beside: Beside, tmp_path: Path, name: str
) -> None:
    id = beside.started(name)
    by_form(Visitor(served.url), id, example(name)["answers"])

    assert from_file(name, tmp_path) == beside.case_of(id)


def test_the_answers_of_a_whole_case_are_looked_over(
    page, browser, served: Served, beside: Beside, tmp_path: Path
) -> None:
    whole = beside.started("inauthentic")
    by_form(Visitor(served.url), whole, example("inauthentic")["answers"])
    assert from_file("inauthentic", tmp_path) == beside.case_of(whole)
    page.goto(f"/cases/{whole}/questions/")
    assert "All questions are done" == page.get_by_role("heading", level=1).inner_text()
    assert [] == axe(page)
    page.goto(f"/cases/{whole}/answers/")
    assert [] == axe(page)
    said = page.locator("[id='invoice-gap.supplier']").inner_text()
    assert "Marlow & Reed Wholesale Inc" in said
    assert "Said by Mara Oyelaran" in said
    notice = page.locator("[id='case.asins']").inner_text()
    assert "From the notice: “B0PEPR7MQ9" in notice
    assert "it starts on 1 April 2026" in page.locator("[id='supplier-verification.proof']").inner_text()
    for key, name in (
        ("seller.name", "question"),
        ("actions", "question-many"),
        ("invoice-gap.why", "question-why"),
        ("invoice-gap.supplier", "question-party"),
        ("receiving-invoice-match.start", "question-day"),
    ):
        shots(browser, served, address(whole, key), name)
    shots(browser, served, f"/cases/{whole}/answers/", "answers")
    shots(browser, served, f"/cases/{whole}/questions/", "questions-end")


def test_the_keyboard_alone_answers(page, served: Served, beside: Beside) -> None:
    id = beside.started("unspecified")
    page.goto(f"/cases/{id}/questions/")
    assert "seller.name" == key_of(page.url)
    assert "answer" == page.evaluate("document.activeElement.id")
    page.keyboard.type("Quillon Home LLC")
    page.keyboard.press("Enter")
    page.wait_for_url("**/seller.address/")
    page.keyboard.type("1 Mill Lane")
    page.keyboard.press("Enter")
    page.keyboard.type("Dayton OH 45402")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/seller.store/")
    page.get_by_role("button", name="Leave it out").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/seller.id/")
    page.get_by_text("I do not have this").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why not?").focus()
    page.keyboard.type("the account page does not open")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "seller.id" not in url)
    while "case.position" not in page.url:
        page.get_by_role("link", name="Later", exact=True).focus()
        before = page.url
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
    assert "radio" == page.evaluate("document.activeElement.type")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "case.position" not in url)

    facts = beside.case_of(id)["facts"]
    assert "Quillon Home LLC" == facts["seller.name"]["value"]
    assert "1 Mill Lane Dayton OH 45402" == facts["seller.address"]["value"]
    assert "left out" == facts["seller.store"]["missing"]
    assert "the account page does not open" == facts["seller.id"]["missing"]
    assert "in-error" == facts["case.position"]["value"]


def test_a_fault_stands_at_the_field_and_keeps_what_was_typed(page, served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    page.goto(address(id, "seller.signatory"))
    page.get_by_label("Role").fill("owner")
    page.get_by_role("button", name="Save and go on").click()

    assert "name is missing" in page.get_by_role("alert").inner_text()
    assert "answer.name" == page.evaluate("document.activeElement.id")
    assert "true" == page.get_by_label("Name", exact=True).get_attribute("aria-invalid")
    assert "fault" in (page.get_by_label("Name", exact=True).get_attribute("aria-describedby") or "")
    assert "owner" == page.get_by_label("Role").input_value()
    assert page.title().startswith("Please check")
    assert [] == axe(page)
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("Name", exact=True).fill("Dana Ruiz")
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url(lambda url: "seller.signatory" not in url)
    assert {"name": "Dana Ruiz", "role": "owner"} == beside.case_of(id)["facts"]["seller.signatory"]["value"]
    page.wrong[:] = [words for words in page.wrong if "422" not in words]


def test_a_day_with_two_readings_is_asked_back_and_picked(page, served: Served, beside: Beside, fresh: str) -> None:
    page.goto(address(fresh, "case.received"))
    page.locator("#answer").fill("3/4/2026")
    page.get_by_role("button", name="Save and go on").click()
    assert "4 March 2026 or 3 April 2026" in page.get_by_role("alert").inner_text()
    page.get_by_role("button", name="3 April 2026").click()
    page.wait_for_url(lambda url: "case.received" not in url)

    assert "2026-04-03" == str(beside.case_of(fresh)["facts"]["case.received"]["value"])
    page.wrong[:] = [words for words in page.wrong if "422" not in words]


def test_the_calendar_writes_the_month_as_a_word(page, fresh: str) -> None:
    page.goto(address(fresh, "case.received"))
    assert page.get_by_role("button", name="Calendar").is_visible()
    page.locator("input[type=date]").evaluate(
        "(picker) => { picker.value = '2026-03-04'; picker.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    assert "4 March 2026" == page.locator("#answer").input_value()


def test_what_was_typed_and_not_sent_is_there_again(page, served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    page.goto(address(id, "seller.name"))
    page.locator("#answer").fill("Half a na")
    page.get_by_role("link", name="Later", exact=True).click()
    page.wait_for_url("**/seller.address/")
    page.go_back()
    page.wait_for_url("**/seller.name/")
    page.reload()
    assert "Half a na" == page.locator("#answer").input_value()

    # Somebody answers meanwhile: what is saved is shown, what was typed is only offered.
    visitor = Visitor(served.url)
    visitor.go(address(id, "seller.name"))
    visitor.change({"answer": "Thistledown Pantry & Table LLC"})
    page.reload()
    assert "Thistledown Pantry & Table LLC" == page.locator("#answer").input_value()
    page.get_by_role("button", name="Show what I typed").click()
    assert "Half a na" == page.locator("#answer").input_value()

    # Once it is sent it does not come back.
    page.locator("#answer").fill("Thistledown Pantry LLC")
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url(lambda url: "seller.name" not in url)
    page.goto(address(id, "seller.name"))
    assert "Thistledown Pantry LLC" == page.locator("#answer").input_value()
    assert 0 == page.get_by_role("button", name="Show what I typed").count()
    assert [] == page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('seller.name'))")


def test_two_tabs_do_not_overwrite_each_other(served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    one, other = Visitor(served.url), Visitor(served.url)
    for tab in (one, other):
        tab.go(address(id, "seller.name"))
    one.change({"answer": "Thistledown Pantry & Table LLC"})
    other.change({"answer": "Somebody Else <Ltd>"})

    assert 409 == other.status
    assert "Thistledown Pantry & Table LLC" in other.page.words
    assert "Somebody Else <Ltd>" in other.page.words
    assert "Thistledown Pantry & Table LLC" == beside.case_of(id)["facts"]["seller.name"]["value"]
    other.change({}, do=None)
    assert 200 == other.status
    assert "Somebody Else <Ltd>" == beside.case_of(id)["facts"]["seller.name"]["value"]


def test_another_question_or_the_same_answer_is_no_conflict(served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    one, other, third = Visitor(served.url), Visitor(served.url), Visitor(served.url)
    one.go(address(id, "seller.name"))
    other.go(address(id, "seller.store"))
    third.go(address(id, "seller.name"))
    one.change({"answer": "Quillon Ltd"})
    other.change({"answer": "Quillon"})
    third.change({"answer": "Quillon Ltd"})

    assert (200, 200, 200) == (one.status, other.status, third.status)
    facts = beside.case_of(id)["facts"]
    assert ("Quillon Ltd", "Quillon") == (facts["seller.name"]["value"], facts["seller.store"]["value"])


def test_a_why_walk_shows_its_steps_and_each_can_be_changed(served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    visitor = Visitor(served.url)
    for key, value in (("case.position", "at-fault"), ("causes", "invoice-gap")):
        visitor.go(address(id, key))
        visitor.change({"answer": value})
    why = address(id, "invoice-gap.why")
    visitor.go(why)
    visitor.change({"answer": "the supplier made a mistake on its invoices"})
    assert "invoice-gap.why" == key_of(visitor.path)
    assert "what somebody else did" in visitor.page.words
    assert "not used in the plan" in visitor.page.words
    visitor.change({"answer": "we have bought from this supplier since 2019"})
    assert "And why was that possible: we have bought from this supplier since 2019?" in visitor.page.words
    visitor.go("?kept=0")
    assert "the supplier made a mistake on its invoices" == visitor.page.of("answer")[-1].value
    visitor.change({"answer": "invoices went straight to bookkeeping"})
    visitor.go(why)
    visitor.change({"answer": "nobody was named to compare an invoice with our legal name"})

    chain = beside.case_of(id)["facts"]["invoice-gap.why"]["value"]
    assert chain[-1] == "nobody was named to compare an invoice with our legal name"
    assert "the supplier made a mistake on its invoices" not in chain
    visitor.go(why)
    assert "ends at something that you control" in visitor.page.words


def test_a_stuck_why_walk_offers_its_ends(page, served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    visitor = Visitor(served.url)
    for key, value in (("case.position", "at-fault"), ("causes", "invoice-gap")):
        visitor.go(address(id, key))
        visitor.change({"answer": value})
    visitor.go(address(id, "invoice-gap.why"))
    for words in ("the supplier cheated us", "it was a human error"):
        visitor.change({"answer": words})
    page.goto(address(id, "invoice-gap.why"))
    assert [] == axe(page)
    page.get_by_role("button", name="nobody in our business was in charge of proof of origin").click()
    page.wait_for_url(lambda url: "invoice-gap.why" not in url)

    end = "nobody in our business was in charge of proof of origin"
    assert [end] == beside.case_of(id)["facts"]["invoice-gap.why"]["value"]


def test_what_is_missing_is_said_and_taken_back(served: Served, beside: Beside) -> None:
    id = beside.started("inauthentic")
    visitor = Visitor(served.url)
    visitor.go(f"{address(id, 'seller.signatory')}?to=answers")
    visitor.change({"reason": "we are still deciding who signs"}, "lacking")
    assert visitor.path.startswith(f"/cases/{id}/answers/#")
    assert "we are still deciding who signs" in visitor.page.words
    visitor.go("?show=missing")
    assert "You do not have: 1" in visitor.page.words
    visitor.go(address(id, "seller.signatory"))
    assert "You said that you do not have this" in visitor.page.words
    visitor.change({"answer.name": "Dana Ruiz", "answer.role": "owner"})
    visitor.go(f"/cases/{id}/answers/?show=missing")
    assert "You do not have: 0" in visitor.page.words


def test_what_decides_the_letter_cannot_be_missing(served: Served, beside: Beside, fresh: str) -> None:
    visitor = Visitor(served.url)
    visitor.go(address(fresh, "case.position"))
    assert "I do not have this" not in visitor.page.words
    visitor.change({})
    assert (422, True) == (visitor.status, "Nothing is written yet" in visitor.page.words)
    visitor.change({"reason": "x"}, "lacking")
    assert (422, True) == (visitor.status, "choose what your records show" in visitor.page.words)
    visitor.change({"answer": "both"})
    assert 422 == visitor.status
    assert "case.position" not in beside.case_of(fresh)["facts"]


def test_later_leads_through_all_open_questions_and_to_the_end(served: Served, fresh: str) -> None:
    visitor = Visitor(served.url)
    visitor.go(f"/cases/{fresh}/questions/")
    passed = []
    while key_of(visitor.path):
        passed.append(key_of(visitor.path))
        assert len(passed) < 50
        visitor.go(visitor.page.links["Later"])

    assert len(set(passed)) == len(passed) > 3
    assert "still need an answer" in visitor.page.words
    visitor.go(address(fresh, passed[1]))
    visitor.go(visitor.page.links["Back"])
    assert passed[0] == key_of(visitor.path)


def test_a_question_that_is_not_asked_says_so_and_shows_what_was_typed(served: Served, fresh: str) -> None:
    visitor = Visitor(served.url)
    visitor.go(address(fresh, "seller.name"))
    word = visitor.page.of("csrfmiddlewaretoken")[0].value
    visitor.send(
        [("csrfmiddlewaretoken", word), ("answer", "I <b>typed</b> this")], address(fresh, "invoice-gap.units")
    )

    assert 404 == visitor.status
    assert "I <b>typed</b> this" in visitor.page.words
    for key in ("a" * 5000, "%00", "seller.name#2", "‮"):
        visitor.go(address(fresh, key))
        assert visitor.status in (400, 404)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_are_text_and_bounded(served: Served, beside: Beside, fresh: str, name: str) -> None:
    words = HOSTILE[name]
    visitor = Visitor(served.url)
    for key, field in (
        ("seller.name", "answer"),
        ("seller.store", "answer"),
        ("seller.address", "answer"),
        ("seller.signatory", "answer.name"),
        ("seller.marketplace", "answer"),
        ("case.received", "answer"),
        ("case.asins", "answer"),
    ):
        visitor.go(address(fresh, key))
        assert 200 == visitor.status
        visitor.change({field: words} | ({"answer.role": words} if field != "answer" else {}))
        assert visitor.status in (200, 422), key
        assert "<script>document" not in visitor.text
        assert 'onerror="document' not in visitor.text
    visitor.go(f"/cases/{fresh}/answers/")
    assert 200 == visitor.status
    assert "<script>document" not in visitor.text
    data = beside.case_of(fresh)
    assert len(str(data)) < 60_000
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", "".join(_strings(data["facts"])))


def _strings(data: object) -> list[str]:
    if isinstance(data, dict):
        return [words for value in data.values() for words in _strings(value)]
    if isinstance(data, list):
        return [words for value in data for words in _strings(value)]
    return [data] if isinstance(data, str) else []


def test_nothing_is_asked_where_no_answer_fits(served: Served) -> None:
    visitor = Visitor(served.url)
    visitor.go("/")
    visitor.change({"text": PHISHING}, None)
    visitor.go(f"{visitor.path}questions/")

    assert "nothing is to be sent" in visitor.page.words


PHISHING = """From: Seller Support <amazon-verify@account-check.example>
Subject: Your account will be closed

Dear Seller, your account will be closed within 24 hours. To keep your account, click here and confirm your password and
bank details: http://amazon.account-check.example/login . Pay the fee of USD 200 by gift card. Amazon Team
"""
