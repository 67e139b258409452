"""The review beside the text: marks at the right letters, a list, keys, and fixes that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from editor_answers import finding, review

FIXED = review(("we hope", "warning", "we ask"), ("will remove", "error", None), ("129 units", "note", None))


def lines_of(page: Any) -> dict[str, str]:
    """The marked words, and how the line under them is drawn."""
    found = page.eval_on_selector_all(
        ".cm-lintRange", "marks => marks.map(m => [m.textContent, getComputedStyle(m).textDecorationStyle])"
    )
    return dict(found)


def test_marks_stand_at_the_right_letters_behind_an_emoji_and_differ_without_colour(app, draft) -> None:
    app.review = FIXED
    page = draft().page
    page.wait_for_selector(".cm-lintRange")

    assert {"we hope": "dashed", "129 units": "dotted", "will remove": "wavy"} == lines_of(page)


def test_offsets_hold_behind_many_characters_of_two_units(app, draft) -> None:
    app.text = "# 😀😀\n\n" + "👩🏽‍🔧 ok. " * 30 + "\n\nThe wrong word 🙃, and 𝒎𝒐𝒓𝒆 wrong.\n"
    app.review = review(("wrong word 🙃", "error", None), ("𝒎𝒐𝒓𝒆 wrong", "note", None))
    page = draft().page
    page.wait_for_selector(".cm-lintRange")

    assert {"wrong word 🙃": "wavy", "𝒎𝒐𝒓𝒆 wrong": "dotted"} == lines_of(page)


def test_the_list_says_what_why_and_by_which_source(app, draft) -> None:
    app.review = FIXED
    page = draft().page
    page.wait_for_selector(".finding")

    assert 3 == page.locator(".finding").count()
    first = page.locator(".finding").first
    first.locator("summary").click()
    said = first.inner_text()
    for words in ("Warning", "About “we hope”.", "Because Amazon refuses it.", "A page of Amazon", "what was asked"):
        assert words in said
    assert "1 error, 1 warning, 1 note" == page.text_content("[data-draft-counts]")
    assert "36 words of 900" == page.text_content("[data-draft-length]")


def test_what_stops_is_counted_above_and_says_what_to_do_in_words(app, draft) -> None:
    app.text = "# Plan of Action\n\n> **Missing:** the day.\n"

    def of(text: str) -> dict[str, Any]:
        made = finding(text, "> **Missing:** the day.") | {"rule": "", "name": "unproven", "todo": "Take it out."}
        return {"findings": [made]}

    app.review = of
    page = draft().page
    page.wait_for_selector(".finding")

    assert "1 things" == page.inner_text("[data-draft-stops]")
    said = page.inner_text("[data-finding=unproven]")
    assert "“Missing: the day.”" in said
    assert "Take it out." in said


def test_show_goes_to_the_place_and_fix_changes_it_in_one_step_that_can_be_undone(app, draft) -> None:
    app.review = FIXED
    tab = draft()
    tab.page.wait_for_selector(".finding")
    before = tab.text

    tab.page.locator(".finding-show").first.click()
    assert "we hope" == tab.selected()

    tab.page.locator(".finding-fix").click()
    tab.findings(2)
    assert before.replace("we hope", "we ask") == tab.text
    assert "Now it reads “we ask”" in tab.said() or "1 error, 1 note" == tab.said()

    tab.select(0)
    tab.page.keyboard.press("Control+z")
    tab.findings(3)
    assert before == tab.text


def test_a_fix_after_an_edit_before_it_still_meets_its_words(app, draft) -> None:
    app.review = FIXED
    tab = draft()
    tab.page.wait_for_selector(".finding-fix")
    app.waits = lambda text: 5.0  # no newer answer comes meanwhile
    tab.put("😀 And more. ", at=2)
    tab.page.locator(".finding-fix").click()

    assert "😀 And more. " in tab.text
    assert "and we ask you agree" in tab.text


def test_a_fix_never_touches_words_that_were_changed_since(app, draft) -> None:
    app.review = FIXED
    tab = draft()
    tab.page.wait_for_selector(".finding-fix")
    app.waits = lambda text: 5.0
    tab.put("!!", at=tab.text.index("hope"))
    changed = tab.text
    tab.page.locator(".finding-fix").click()

    assert changed == tab.text
    assert "is reviewed again" in tab.said()


def test_keys_go_from_finding_to_finding_and_fix(app, draft) -> None:
    app.review = FIXED
    tab = draft()
    tab.page.wait_for_selector(".finding")
    tab.select(0)

    seen = []
    for _ in range(4):
        tab.page.keyboard.press("F8")
        seen.append((tab.selected(), tab.said().split(":")[0]))
    tab.page.keyboard.press("Shift+F8")
    assert [
        ("we hope", "Warning 1 of 3"),
        ("129 units", "Note 2 of 3"),
        ("will remove", "Error 3 of 3"),
        ("we hope", "Warning 1 of 3"),
    ] == seen
    assert "will remove" == tab.selected()
    assert "true" == tab.page.locator(".finding").nth(2).get_attribute("aria-current")

    tab.page.keyboard.press("F8")
    tab.page.keyboard.press("Control+.")
    assert "and we ask you agree" in tab.text
    tab.page.keyboard.press("Control+z")
    assert "and we hope you agree" in tab.text


def test_the_focus_stays_in_the_list_when_a_fix_takes_a_finding_away(app, draft) -> None:
    app.review = FIXED
    tab = draft()
    tab.page.wait_for_selector(".finding")
    tab.page.locator(".finding-fix").focus()
    tab.page.keyboard.press("Enter")
    tab.findings(2)

    assert tab.page.evaluate("document.activeElement.closest('[data-draft-findings]') !== null")


def test_only_the_answer_to_the_newest_text_counts(app, draft) -> None:
    slow = "we hope"
    app.review = lambda text: {"findings": [finding(text, slow if slow in text else "we trust")]}
    app.waits = lambda text: 0.8 if slow in text else 0.0
    tab = draft()
    at = tab.text.index("hope")
    tab.select(at, at + 4)
    tab.page.keyboard.insert_text("trust")
    tab.page.wait_for_selector(".cm-lintRange")
    tab.page.wait_for_timeout(1000)  # the late answer would be here by now

    assert ["we trust"] == tab.page.locator(".cm-lintRange").all_inner_texts()


def test_typing_asks_once_when_it_pauses(app, draft) -> None:
    tab = draft()
    tab.reviewed()
    app.asked.clear()
    tab.select(0)
    tab.page.keyboard.type("calm words ", delay=15)
    tab.until("document.querySelector('form').dataset.reviewed >= 2")

    assert len(app.asked) <= 3
    assert app.asked[-1].startswith("calm words ")


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "{{ 7*7 }}"])
def test_what_looks_like_markup_is_shown_as_text(app, draft, words: str) -> None:
    app.text = f"# Plan\n\n{words} is here.\n"
    app.review = lambda text: {
        "findings": [{**finding(text, words, fix=words), "message": words, "why": words, "source": words}],
        "sentences": [
            {
                "start": 8,
                "end": 8 + len(words),
                "facts": [{"label": words, "value": words, "source": words, "href": "javascript:alert(1)"}],
            }
        ],
    }
    tab = draft()
    alerts: list[str] = []
    tab.page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    tab.page.wait_for_selector(".finding")
    tab.select(10)
    tab.page.wait_for_selector(".fact")

    assert f"# Plan\n\n{words} is here.\n" == tab.text
    assert words in tab.page.locator(".finding").inner_text()
    assert 0 == tab.page.locator("aside img, aside script, .fact a, main script").count()
    assert [] == alerts


def test_nothing_is_refused_by_a_strict_policy_and_nothing_fails(app, draft: Callable[[], Any]) -> None:
    app.review = FIXED
    tab = draft()
    tab.page.wait_for_selector(".cm-lintRange")
    tab.select(tab.text.index("we hope") + 1)
    tab.page.hover(".cm-lintRange-warning")
    tab.page.wait_for_selector(".cm-tooltip")
    tab.page.keyboard.press("Control+f")
    tab.page.wait_for_selector(".cm-search")

    assert [] == tab.errors
