"""The evidence in a real browser: dropped by mouse, looked at by keyboard alone, sent without scripts."""

from __future__ import annotations

import re
from pathlib import Path

from tests.doors.web.conftest import Served, axe, shots
from tests.doors.web.visitor import Visitor, until

from amends.app.demo import EXAMPLES

SOURCE = EXAMPLES / "inauthentic"
HOSTILE = "<img src=x onerror=alert(1)>.pdf"


def started(served: Served) -> str:
    """The address of the evidence of a new case."""
    notice = (SOURCE / "notice.eml").read_text(encoding="utf-8")
    answer = Visitor(served.url).paste(notice)
    return f"/cases/{answer.url.rstrip('/').rpartition('/')[2]}/evidence/"


def some(*names: str) -> list[dict[str, object]]:
    """Files of the example as a browser is given them; the first bears a name that means harm."""
    read = [(SOURCE / "evidence" / name).read_bytes() for name in names]
    shown = [HOSTILE, *names[1:]]
    return [
        {"name": name, "mimeType": "application/pdf", "buffer": data} for name, data in zip(shown, read, strict=True)
    ]


def test_documents_are_dropped_read_and_shown_with_what_was_read_framed(page, browser, served: Served) -> None:
    at = started(served)
    page.goto(at)
    assert [] == axe(page)

    page.set_input_files("#files-field", some("MR-77120 invoice.pdf", "MR-70218 invoice.pdf", "receiving-check.pdf"))

    page.get_by_text("All 3 are read.").wait_for()
    page.locator(".documents h3").nth(2).wait_for()
    documents = page.get_by_role("region", name="Your documents")
    assert HOSTILE in page.locator("#files").text_content()
    assert 0 == page.locator("img[src=x]").count()
    assert "Amazon would refuse it" in documents.inner_text()
    asked = page.get_by_role("region", name="What Amazon asks for").inner_text()
    assert "Not yet for B0PEPR7MQ9" in asked
    assert [] == axe(page)
    shots(browser, served, at, "evidence")

    invoice = page.locator(".document").filter(has_text="MR-77120").get_by_role("link").first
    invoice.click()
    frame = page.locator("svg a[aria-label^='Invoice number']")
    field = page.locator("li[data-field]").filter(has_text="Invoice number")
    frame.hover()
    assert "on" in field.get_attribute("class")
    page.get_by_role("heading", level=1).hover()
    field.hover()
    assert "on" in frame.get_attribute("class")
    drawn, framed = page.locator(".paper img").bounding_box(), frame.bounding_box()
    assert drawn["x"] < framed["x"] < drawn["x"] + drawn["width"]
    assert page.evaluate("document.querySelector('.paper img').naturalWidth") > 600
    assert [] == axe(page)
    shots(browser, served, page.url, "exhibit")

    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the original").click()
    assert (SOURCE / "evidence" / "MR-77120 invoice.pdf").read_bytes() == Path(saved.value.path()).read_bytes()


def test_by_keyboard_alone_a_document_is_opened_looked_at_and_named(page, served: Served) -> None:
    at = started(served)
    Visitor(served.url).post(
        at, {}, ("receiving-check.pdf", (SOURCE / "evidence" / "receiving-check.pdf").read_bytes())
    )
    visitor = Visitor(served.url)
    until(lambda: "It is read." in visitor.get(f"{at}files/").text)
    page.goto(at)

    def tab_to(wanted: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches({wanted!r})"):
                return
        raise AssertionError(f"{wanted} is not reached")

    tab_to(".documents h3 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/A/")
    tab_to("#kind")
    page.keyboard.type("Written proc")
    tab_to("#dated")
    page.keyboard.type("2026-03-09")
    page.keyboard.press("Enter")
    page.get_by_text("Saved. It is read again now").wait_for()
    page.get_by_text("You said so.").wait_for()
    page.get_by_text("It is being read again.").wait_for(state="detached")

    assert "2026-03-09" == page.input_value("#dated")
    tab_to("#why")
    page.keyboard.type("It names buyers.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/X1/")
    assert "Kept back, not sent: It names buyers." in page.get_by_role("main").inner_text()


def test_the_frames_are_reached_by_keyboard_and_lead_to_the_list(page, served: Served) -> None:
    at = started(served)
    visitor = Visitor(served.url)
    visitor.post(at, {}, ("invoice.pdf", (SOURCE / "evidence" / "MR-78034 invoice.pdf").read_bytes()))
    until(lambda: "It is read." in visitor.get(f"{at}files/").text)
    page.goto(f"{at}A/")

    page.locator("svg a").first.focus()
    number = page.evaluate("document.activeElement.dataset.box")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert "on" in page.locator(f"#field-{number}").get_attribute("class")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/A/#field-{number}")
    assert page.locator(f"#field-{number}:target").count()


def test_without_scripts_files_are_sent_and_the_page_looks_again_by_itself(browser, served: Served) -> None:
    at = started(served)
    context = browser.new_context(base_url=served.url, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(at)
    tab.set_input_files("#files-field", some("MR-77120 invoice.pdf", "receiving-check.pdf"))
    tab.get_by_role("button", name="Add them").click()
    visitor = Visitor(served.url)
    until(lambda: "All 2 are read." in visitor.get(f"{at}files/").text)
    tab.goto(at)

    assert 2 == tab.locator(".document").count()
    assert re.search("Still missing|Nothing that is needed", tab.locator("#brief").inner_text())
    context.close()


def test_a_letter_is_copied_with_one_press(page, served: Served) -> None:
    at = started(served)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(at)
    page.get_by_role("region", name="Letters to send").get_by_role("link").first.click()
    assert [] == axe(page)

    page.get_by_role("button", name="Copy the text").click()

    page.get_by_text("Copied").wait_for()
    assert "Subject: " in page.evaluate("navigator.clipboard.readText()")
