"""From the notice to its reading, and the board: in a real browser, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from tests.doors.web.conftest import SHOTS, Served, axe, shots

NOTICE = """Hello,

Your selling account has been deactivated. We removed your listings because of concerns that items you sold were not
authentic: B0FIRST001.

Please send us, within 17 days of this message (10 November 2026):
- Invoices from your supplier, issued in the last 365 days, for each ASIN.
- A Plan of Action with the root cause, the actions you have taken, and the steps to prevent this.

If you do not, your funds may be withheld.

Seller Performance Team
Amazon.com
"""


def test_a_pasted_notice_is_read_at_once(page, browser, served: Served) -> None:
    page.goto("/")
    assert [] == axe(page)
    page.get_by_label("The message from Amazon").fill(NOTICE)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/cases/*/")

    assert page.get_by_role("heading", level=1).inner_text()
    asked = page.get_by_role("region", name="What Amazon asks for")
    assert "invoice" in asked.inner_text().lower()
    assert page.locator("mark.ask").count() >= 2
    assert "B0FIRST001" in page.get_by_role("complementary").inner_text()
    assert [] == axe(page)
    shots(browser, served, page.url, "notice")


def test_the_keyboard_alone_leads_to_the_reading_and_the_board(page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert "To the content" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert "text" == page.evaluate("document.activeElement.name")
    page.keyboard.insert_text(NOTICE.replace("B0FIRST001", "B0KEYBRD01"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*/#main")
    first = page.get_by_role("heading", level=1).inner_text()

    page.get_by_role("link", name="Your cases").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/")

    assert first in page.get_by_role("main").inner_text()


def test_a_dropped_file_is_sent_at_once(page, tmp_path: Path) -> None:
    file = tmp_path / "<b>notice<b>.txt"
    file.write_text(NOTICE.replace("B0FIRST001", "B0DROPPED1"))
    page.goto("/")
    page.set_input_files("#file", file)
    page.wait_for_url("**/cases/*/")

    assert "17 days" in page.get_by_role("main").inner_text()


def test_what_is_too_short_is_told_beside_the_field_and_nothing_is_lost(page) -> None:
    page.on("console", lambda message: page.wrong.clear())
    page.goto("/")
    page.get_by_label("The message from Amazon").fill("Dear Seller")
    page.get_by_role("button", name="Read it").click()

    assert "whole message" in page.get_by_role("alert").inner_text()
    assert "Dear Seller" == page.get_by_label("The message from Amazon").input_value()
    assert "text" == page.evaluate("document.activeElement.name")
    page.wrong.clear()


def test_the_same_notice_once_more_is_told_and_both_ways_are_open(page) -> None:
    def paste() -> None:
        page.goto("/")
        page.get_by_label("The message from Amazon").fill(NOTICE.replace("B0FIRST001", "B0TWICE001"))
        page.get_by_role("button", name="Read it").click()

    paste()
    page.wait_for_url("**/cases/*/")
    first = page.url
    paste()
    page.get_by_role("heading", name="You have this notice already").wait_for()
    assert "with this very notice, of " in page.inner_text("main")
    assert [] == axe(page)
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / "again-desktop-light.png")
    page.keyboard.press("Enter")
    page.wait_for_url(first + "**")

    paste()
    page.get_by_role("button", name="Start another case").click()
    page.wait_for_url("**/cases/*/")
    assert page.url != first
    page.goto("/cases/?q=B0TWICE001")
    assert "2 cases" == page.locator("main p[role=status]").inner_text()


def test_the_board_finds_puts_away_and_takes_out_again(page, browser, served: Served) -> None:
    page.goto("/")
    page.get_by_label("The message from Amazon").fill(NOTICE.replace("B0FIRST001", "B0BOARD777"))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/cases/*/")
    page.goto("/cases/?q=b0board777")
    assert [] == axe(page)
    assert "1 case" == page.locator("main p[role=status]").inner_text()
    shots(browser, served, "/cases/", "board")

    page.goto("/cases/")
    page.get_by_label("Find").press_sequentially("b0board7779")
    page.get_by_text("No case fits").wait_for()
    page.get_by_label("Find").press("Backspace")
    page.get_by_text("1 case", exact=True).wait_for()
    assert page.url.endswith("q=b0board777&order=deadline")

    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Put away").click()
    page.goto("/cases/?q=b0board777")
    assert "No case fits" in page.locator("main p[role=status]").inner_text()

    page.goto("/cases/?q=b0board777&archived=1")
    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Take out again").click()
    page.goto("/cases/?q=b0board777")
    assert "1 case" == page.locator("main p[role=status]").inner_text()


def test_on_a_telephone_the_step_that_is_shown_is_in_sight(page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/")
    page.get_by_label("The message from Amazon").fill(NOTICE.replace("B0FIRST001", "B0PHONE001"))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/cases/*/")
    case = urlsplit(page.url).path
    for step in ("submit/", "pictures/", "evidence/", ""):
        page.goto(case + step)
        box = page.locator(".way [aria-current]").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390, step
        assert 0 == page.evaluate("scrollY")
