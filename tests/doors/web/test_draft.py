"""The page of the plan in a real browser: reviewed as it is typed, saved, drafted anew, its versions."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.doors.web.conftest import Served, axe, shots
from tests.doors.web.seeding import Beside

PROMISE = "Unfortunately, we will do our very best to ensure that this never happens again. 🙂 "


@pytest.fixture(scope="module")
def case(beside: Beside) -> str:
    """A case whose plan is drafted; each test leaves it in a state that the next can work with."""
    return beside.started("inauthentic", "drafted")


@pytest.fixture(scope="module")
def bare(beside: Beside) -> str:
    """A case of which only the notice is there."""
    return beside.started("restricted-products", "bare")


def opened(page: Any, id: str) -> Any:
    page.goto(f"/cases/{id}/draft/")
    page.wait_for_selector("form[data-reviewed]", state="attached")
    return page


def text(page: Any) -> str:
    return str(page.evaluate("document.querySelector('form[data-draft]').editor.state.doc.toString()"))


def cursor(page: Any, words: str) -> None:
    page.evaluate(
        "words => { const view = document.querySelector('form[data-draft]').editor; "
        "const at = view.state.doc.toString().indexOf(words); "
        "view.dispatch({selection: {anchor: at}, scrollIntoView: true}); view.focus(); }",
        words,
    )


def saved(page: Any) -> None:
    page.wait_for_selector("[data-draft-saved][data-state=saved]")


def test_a_plan_is_written_by_one_button_and_reviewed(page, bare: str) -> None:
    page.goto(f"/cases/{bare}/draft/")
    page.get_by_role("button", name="Write the plan").click()
    page.wait_for_selector("form[data-reviewed]", state="attached")

    assert text(page).startswith("# Plan of Action\n")
    assert re.match(r"No findings|\d+ (error|warning|note)", page.inner_text("[data-draft-counts]"))
    assert re.match(r"\d+ words of [\d,]+", page.inner_text("[data-draft-length]"))


def test_typing_is_reviewed_and_saved_and_a_sentence_shows_its_facts(page, case: str) -> None:
    opened(page, case)
    before = text(page)
    number = page.locator(".finding").count()
    cursor(page, "Marlow & Reed Wholesale Inc supplied")
    page.keyboard.insert_text(PROMISE)
    page.wait_for_selector(".finding:has-text('promises perfection')")
    assert page.locator(".finding").count() > number
    marks = page.locator(".cm-lintRange").all_inner_texts()
    assert any(mark.startswith("Unfortunately") for mark in marks)

    cursor(page, "recalled the 74 units")
    panel = page.locator("[data-draft-facts]")
    panel.get_by_text("removal-order-thstl0304.pdf, page 1, line 3").wait_for()
    assert "Said by Mara Oyelaran" in panel.inner_text()
    saved(page)
    page.reload()
    opened(page, case)
    assert text(page) == before.replace(
        "Marlow & Reed Wholesale Inc supplied", f"{PROMISE}Marlow & Reed Wholesale Inc supplied", 1
    )


def test_what_submit_would_refuse_stands_at_its_sentence(page, case: str) -> None:
    opened(page, case)
    before, stopped = text(page), page.inner_text("[data-draft-stops] p strong, [data-draft-stops] .draft-ready")
    invented = "Our cousin Bartholomew Quince inspects 417 parcels. "
    cursor(page, "Marlow & Reed Wholesale Inc supplied")
    page.keyboard.insert_text(invented)
    finding = page.locator("[data-finding=unproven]", has_text="Bartholomew")
    finding.wait_for()
    assert "Nothing proves this sentence yet" in finding.inner_text()
    assert "add the document that shows it" in finding.inner_text()
    assert "must be mended before it can be packed" in page.inner_text("[data-draft-stops]")
    finding.get_by_role("button", name="Show").click()
    assert page.evaluate("getSelection().toString()").endswith(invented.strip())
    saved(page)
    page.goto(f"/cases/{case}/submit/")
    assert "Bartholomew Quince" in page.inner_text("[aria-labelledby=h-way]")

    opened(page, case)
    cursor(page, invented)
    for _ in invented:
        page.keyboard.press("Delete")
    page.locator("[data-draft-stops]").get_by_text(stopped, exact=True).wait_for()
    assert (0, before) == (finding.count(), text(page))
    saved(page)


def test_by_keyboard_alone_a_finding_is_found_and_fixed(page, case: str) -> None:
    opened(page, case)
    cursor(page, "Marlow & Reed Wholesale Inc supplied")
    page.keyboard.insert_text("We closed the listing at once!!! ")
    page.wait_for_selector(".finding-fix")
    cursor(page, "We closed the listing at once")
    for _ in range(12):
        page.keyboard.press("F8")
        if "Control and full stop fixes it" in page.text_content("[data-draft-voice]"):
            break
    page.keyboard.press("Control+.")
    assert "We closed the listing at once. " in text(page)
    page.keyboard.press("Control+z")
    assert "We closed the listing at once!!! " in text(page)
    saved(page)


def test_two_tabs_do_not_overwrite_each_other(page, case: str) -> None:
    opened(page, case)
    other = page.context.new_page()
    opened(other, case)
    cursor(page, "## Conclusion")
    page.keyboard.insert_text("From the first tab.\n\n")
    saved(page)
    cursor(other, "## Conclusion")
    other.keyboard.insert_text("From the second tab.\n\n")
    other.get_by_role("button", name="Go on with my text").click()
    saved(other)
    page.wrong.clear()  # the answer 409 is written to the console

    other.goto(f"/cases/{case}/versions/")
    assert "first" in other.locator("del").all_inner_texts()
    assert "second" in other.locator("ins").all_inner_texts()


def test_going_back_to_a_version_is_undone_by_going_back_again(page, case: str) -> None:
    page.goto(f"/cases/{case}/versions/")
    name = page.locator("button", has_text="Go back to version").inner_text()
    page.get_by_role("button", name=name).click()
    page.wait_for_selector("form[data-reviewed]", state="attached")
    assert "The plan is what it was in version" in page.inner_text("main")
    page.goto(f"/cases/{case}/versions/")

    assert re.search(r"Went back to version \d+", page.inner_text(".draft-versions"))


def test_a_new_answer_comes_in_and_an_edit_by_hand_stays(page, beside: Beside, case: str) -> None:
    id = case
    opened(page, id)
    cursor(page, "## Conclusion")
    page.keyboard.insert_text("We counted the shelf again by hand.\n\n")
    saved(page)
    beside.answer(id, "seller.store", "Thistledown Kitchen")
    opened(page, id)
    page.get_by_role("button", name="Bring it in").click()
    page.get_by_text("What you changed by hand is kept").first.wait_for()
    opened(page, id)
    assert "We counted the shelf again by hand." in text(page)
    assert "store Thistledown Kitchen" in text(page)

    cursor(page, "store Thistledown Kitchen")
    page.keyboard.insert_text("our ")
    saved(page)
    beside.answer(id, "seller.store", "Thistledown Barn")
    opened(page, id)
    page.get_by_role("button", name="Look and choose").click()
    assert [] == axe(page)
    page.get_by_label("The new draft").check()
    page.get_by_role("button", name="Go on").click()
    page.wait_for_selector("form[data-reviewed]", state="attached")
    assert "store Thistledown Barn" in text(page)
    assert "We counted the shelf again by hand." in text(page)


def test_without_a_script_it_is_a_form(browser, served: Served, bare: str) -> None:
    id = bare
    context = browser.new_context(base_url=served.url, java_script_enabled=False)
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(f"/cases/{id}/draft/")
    one.fill("textarea[name=text]", "# Plan of Action\n\nMine <b>&amp;</b>.\n")
    one.get_by_role("button", name="Save and review").click()
    assert "Your plan is saved." in one.inner_text("main")
    assert "# Plan of Action\n\nMine <b>&amp;</b>.\n" == one.input_value("textarea[name=text]")

    other.fill("textarea[name=text]", "Theirs.")
    other.get_by_role("button", name="Save and review").click()
    assert "Nothing is lost" in other.inner_text("main")
    assert "Theirs." == other.input_value("#other")
    other.get_by_role("button", name="Go on with this text").click()
    assert "Theirs." == other.input_value("#text")
    context.close()


def test_the_pages_have_no_serious_fault_and_are_drawn(page, browser, served: Served, case: str) -> None:
    opened(page, case)
    assert [] == axe(page)
    page.goto(f"/cases/{case}/versions/")
    assert [] == axe(page)
    shots(browser, served, f"/cases/{case}/draft/", "draft")
    shots(browser, served, f"/cases/{case}/versions/", "versions")
