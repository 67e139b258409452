"""Nothing that was written is lost: saved by itself, kept until acknowledged, and never written over another text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

KEY = "Object.keys(sessionStorage).filter(key => key.startsWith('amends:unsaved')).length"


def test_what_is_typed_is_saved_by_itself_and_says_so(app, draft) -> None:
    tab = draft()
    tab.put("One more sentence 🙂.")
    assert "pending" == tab.page.get_attribute("[data-draft-saved]", "data-state")
    assert 1 == tab.page.evaluate(KEY)
    tab.saved()

    assert app.text == tab.text
    assert app.text.endswith("One more sentence 🙂.")
    assert 0 == tab.page.evaluate(KEY)
    assert {"a-token"} == app.tokens


def test_without_a_script_it_is_a_plain_form(app, browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(app.url)
    page.fill("textarea", "# Plan\n\nBy hand.\n")
    page.click("button")
    context.close()

    assert ["# Plan\r\n\r\nBy hand.\r\n"] == app.kept


def test_a_first_empty_line_is_kept(app, draft) -> None:
    app.text = "\n\n# Plan\n"

    assert "\n\n# Plan\n" == draft().text


def test_a_server_that_is_away_loses_nothing(app, draft) -> None:
    tab = draft()
    app.down = True
    tab.put("Written while it was away.")
    tab.page.wait_for_selector("[data-draft-saved][data-state=failed]")
    assert "Your text is safe" in tab.page.inner_text("[data-draft-saved]")
    assert 1 == tab.page.evaluate(KEY)

    app.down = False
    tab.saved()
    assert app.text.endswith("Written while it was away.")


def test_who_is_signed_out_writes_on_and_is_asked_once(app, draft) -> None:
    tab = draft()
    tab.page.evaluate(
        "() => { window.told = []; document.addEventListener('signed-out', event => window.told.push(event.detail)); }"
    )
    app.out = True
    for words in ("One. ", "Two. ", "Three."):
        tab.put(words)
        tab.page.wait_for_selector("[data-draft-saved][data-state=out]")
        tab.page.wait_for_timeout(900)
    assert 1 == tab.page.evaluate("told.length")
    assert "Nothing is lost" in tab.page.evaluate("told[0].words")
    assert 1 == tab.page.evaluate(KEY)
    assert [] == app.kept

    app.out = False
    tab.page.evaluate("told[0].again(document.createElement('p'))")
    tab.saved()
    assert app.text.endswith("One. Two. Three.")
    assert 0 == tab.page.evaluate(KEY)


def test_a_tab_that_was_closed_hard_brings_its_text_back(app, draft) -> None:
    tab = draft()
    app.down = True
    tab.put("Never acknowledged.")
    tab.page.wait_for_selector("[data-draft-saved][data-state=failed]")
    tab.page.on("dialog", lambda dialog: dialog.accept())
    app.down = False
    # The text of the parting request is not let through, as with a process that was killed.
    tab.page.route("**/save", lambda route: route.abort())
    tab.page.reload()
    tab.ready()
    assert tab.text.endswith("Never acknowledged.")
    tab.page.unroute("**/save")
    tab.saved()

    assert app.text.endswith("Never acknowledged.")


def test_leaving_asks_only_while_something_is_not_acknowledged(app, draft) -> None:
    tab = draft()
    asked: list[str] = []
    tab.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.put("Saved.")
    tab.saved()
    tab.page.reload()
    tab.ready()
    assert [] == asked

    app.down = True
    tab.put("Not saved.")
    tab.page.wait_for_selector("[data-draft-saved][data-state=failed]")
    tab.page.reload()
    assert ["beforeunload"] == asked


def test_an_acknowledgement_that_is_lost_is_no_conflict(app, draft) -> None:
    tab = draft()
    tab.page.route("**/save", lambda route: (route.fetch(), route.abort()))
    tab.put("Kept, but nobody heard. ")
    tab.page.wait_for_selector("[data-draft-saved][data-state=failed]")
    tab.page.unroute("**/save")
    tab.put("And on.")
    tab.saved()

    assert app.text.endswith("Kept, but nobody heard. And on.")
    assert tab.page.locator("[data-draft-conflict]").is_hidden()


def two_tabs(app: Any, draft: Callable[[], Any]) -> tuple[Any, Any]:
    one, other = draft(), draft()
    one.put("From the first tab.")
    one.saved()
    other.put("From the second tab.")
    other.page.wait_for_selector("[data-draft-conflict] button")
    return one, other


def test_two_tabs_never_overwrite_each_other(app, draft) -> None:
    one, other = two_tabs(app, draft)

    assert app.text == one.text
    assert "From the first tab." in other.page.text_content("[data-draft-conflict] pre")
    other.put(" More.")
    other.page.wait_for_timeout(1500)
    assert app.text == one.text
    assert 1 == other.page.evaluate(KEY)


def test_going_on_with_mine_saves_it_on_top_of_the_other(app, draft) -> None:
    _, other = two_tabs(app, draft)
    other.page.click("text=Go on with my text")
    other.saved()

    assert app.text == other.text
    assert app.text.endswith("From the second tab.")
    assert other.page.locator("[data-draft-conflict]").is_hidden()


def test_taking_the_other_puts_mine_aside_and_can_be_undone(app, draft) -> None:
    one, other = two_tabs(app, draft)
    mine = other.text
    other.page.click("text=Take the other text")
    other.saved()
    assert one.text == other.text
    assert [mine] == app.aside

    other.page.keyboard.press("Control+z")
    other.saved()
    assert mine == app.text


def test_a_text_that_comes_back_to_a_changed_plan_is_a_conflict(app, draft) -> None:
    tab = draft()
    app.down = True
    tab.put("Mine.")
    tab.page.wait_for_selector("[data-draft-saved][data-state=failed]")
    tab.page.on("dialog", lambda dialog: dialog.accept())
    tab.page.route("**/save", lambda route: route.abort())
    app.down, app.text = False, app.text + "Theirs."
    for _ in range(2):  # a second time too: nothing was chosen
        tab.page.reload()
        tab.ready()
        tab.page.wait_for_selector("[data-draft-conflict] button")
        assert tab.text.endswith("Mine.")
    tab.page.unroute("**/save")
    tab.page.click("text=Go on with my text")
    tab.saved()

    assert app.text.endswith("Mine.")
