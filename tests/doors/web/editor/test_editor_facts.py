"""What a sentence stands on: by mouse, by cursor, by key; and the editor for those who use the keyboard alone."""

from __future__ import annotations

from typing import Any

from editor_answers import sentence

SOLD = "We sold 129 units of B0PEPR7MQ9 from 3 March 2026."


def facts(text: str) -> dict[str, Any]:
    return {
        "findings": [],
        "sentences": [
            sentence(text, "Our listing was wrong 🙂 and we hope you agree.", unproven="nothing in the case says this"),
            sentence(
                text, SOLD, ("Units sold", "129", "/cases/x/evidence/A#p1"), ("Elsewhere", "1", "https://example.org/")
            ),
            sentence(text, "1. We will remove the stock."),
        ],
        "matrix": "<table><tr><td>one hole</td></tr></table>",
        "questions": "<p>three questions</p>",
    }


def test_the_sentence_under_the_cursor_shows_its_facts_and_where_they_stand(app, draft) -> None:
    app.review = facts
    tab = draft()
    tab.reviewed()
    tab.select(tab.text.index("129"))
    tab.page.wait_for_selector(".fact")

    said = tab.page.inner_text("[data-draft-facts]")
    assert SOLD in said
    assert "Units sold" in said and "129" in said
    links = tab.page.eval_on_selector_all(".fact a", "all => all.map(a => a.getAttribute('href'))")
    assert ["/cases/x/evidence/A#p1"] == links, "only places of the app are links"
    assert SOLD == tab.page.inner_text(".cm-sentence")

    tab.select(tab.text.index("listing"))
    assert "Nothing stands behind this yet: nothing in the case says this" in tab.page.inner_text("[data-draft-facts]")
    tab.select(tab.text.index("We will"))
    assert "state nothing about the case" in tab.page.inner_text("[data-draft-facts]")
    tab.select(0)
    assert "Put the cursor in a sentence" in tab.page.inner_text("[data-draft-facts]")


def test_facts_move_with_the_text_until_the_next_answer(app, draft) -> None:
    app.review = facts
    tab = draft()
    tab.reviewed()
    app.waits = lambda text: 5.0
    tab.put("More. ", at=0)
    tab.select(tab.text.index("129"))

    assert SOLD in tab.page.inner_text("[data-draft-facts]")


def test_hovering_a_sentence_shows_its_facts(app, draft) -> None:
    app.review = facts
    tab = draft()
    tab.reviewed()
    tab.hover("129 units")
    tab.page.wait_for_selector(".facts-tip")

    assert "Units sold" in tab.page.inner_text(".facts-tip")


def test_a_key_goes_to_the_facts_and_escape_comes_back(app, draft) -> None:
    app.review = facts
    tab = draft()
    tab.reviewed()
    tab.select(tab.text.index("129"))
    tab.page.keyboard.press("Alt+Enter")
    assert tab.page.evaluate("document.activeElement.hasAttribute('data-draft-facts')")
    tab.page.keyboard.press("Tab")
    assert "A" == tab.page.evaluate("document.activeElement.tagName")
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate("document.activeElement.classList.contains('cm-content')")


def test_matrix_and_questions_are_shown(app, draft) -> None:
    app.review = facts
    tab = draft()
    tab.reviewed()

    assert "one hole" == tab.page.inner_text("[data-draft-matrix]").strip()
    assert "three questions" == tab.page.inner_text("[data-draft-questions]")


def test_tab_leaves_the_text_both_ways(app, draft) -> None:
    tab = draft()
    tab.page.focus("#before")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.classList.contains('cm-content')")
    before = tab.text
    tab.page.keyboard.press("Tab")
    assert "BUTTON" == tab.page.evaluate("document.activeElement.tagName")
    tab.page.keyboard.press("Shift+Tab")
    tab.page.keyboard.press("Shift+Tab")
    assert "before" == tab.page.evaluate("document.activeElement.id")
    assert before == tab.text


def test_a_screen_reader_hears_what_the_field_is_and_how_to_use_it(app, draft) -> None:
    page = draft().page
    box = page.get_by_role("textbox", name="Your plan")

    assert 1 == box.count()
    assert "true" == box.get_attribute("aria-multiline")
    assert "F8 goes to the next finding." == page.inner_text(f"#{box.get_attribute('aria-describedby')}")


def test_long_lines_are_wrapped_on_a_telephone(app, context, draft) -> None:
    app.text = "# Plan\n\n" + "many words " * 60 + "\n"
    tab = draft()
    tab.page.set_viewport_size({"width": 390, "height": 800})

    assert tab.page.evaluate("document.querySelector('.cm-content').getBoundingClientRect().height > 200")
    assert tab.page.evaluate(
        "(() => { const s = document.querySelector('.cm-scroller'); return s.scrollWidth <= s.clientWidth; })()"
    )
