"""An answers file given as a person gives it: question after question, by the fields that each page shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

from tests.doors.web.forms import Shown
from tests.doors.web.hands import Hands
from tests.doors.web.visitor import Visitor

_QUESTIONS = re.compile("^Questions")
_NOT_NOW = re.compile("^(Later|Leave it as it is)$")
_ALL = re.compile("all answers$", re.IGNORECASE)


def key_of(path: str) -> str:
    """The question that an address is about, "" for any other page."""
    head, _, tail = path.partition("?")[0].rstrip("/").rpartition("/questions/")
    return unquote(tail) if head else ""


def typed(page: Shown, answer: Any) -> tuple[dict[str, str | list[str]], str]:
    """What is typed and ticked on a page to give an answer, and the button that sends it."""
    if isinstance(answer, dict) and set(answer) == {"missing"}:
        return {"reason": str(answer["missing"] or "")}, "lacking"
    if page.of("answer.name") and isinstance(answer, str):
        answer = {"name": answer}
    if isinstance(answer, dict):
        parts = {each.name: "" for each in page.controls if each.name.startswith("answer.")}
        return parts | {f"answer.{part}": str(value) for part, value in answer.items()}, "save"
    if isinstance(answer, bool):
        answer = "yes" if answer else "no"
    offered = [each.value for each in page.of("answer") if each.kind in ("radio", "checkbox")]
    if isinstance(answer, list) and offered:
        return {"answer": [str(each) for each in answer], "order": ",".join(map(str, answer))}, "save"
    if isinstance(answer, list):
        return {"answer": "\n".join(map(str, answer))}, "save"
    if "other" in offered and str(answer) not in offered:
        return {"answer": "other", "answer.other": str(answer)}, "save"
    return {"answer": str(answer)}, "save"


def by_form(visitor: Visitor, id: str, answers: dict[str, Any]) -> int:
    """Give all answers; what is not among them is left for later. Gives how many pages that took."""
    left = {key: list(value) if key.endswith(".why") and isinstance(value, list) else value
            for key, value in answers.items()}  # fmt: skip
    pages, quiet = 0, False
    visitor.go(f"/cases/{id}/questions/")
    while left:
        pages += 1
        assert pages < 400, sorted(left)
        key = key_of(visitor.path)
        if not key:
            # Past the last one: what is only taken when somebody says it has an address too.
            assert not quiet or pages < 300, sorted(left)
            key = next(iter(left))
            visitor.go(f"/cases/{id}/questions/{quote(key)}/")
            assert visitor.status == 200, (key, visitor.page.words)
            quiet = True
        if key not in left:
            visitor.go(visitor.page.links.get("Later") or visitor.page.links["Leave it as it is"])
            continue
        answer = left[key]
        if key.endswith(".why") and isinstance(answer, list):
            answer = left[key].pop(0)
        if not isinstance(left[key], list) or not left[key] or not key.endswith(".why"):
            del left[key]
        fields, do = typed(visitor.page, answer)
        visitor.change(fields, do)
        assert visitor.status == 200, (key, answer, visitor.status, visitor.page.words[-3000:])
    return pages


def by_browser(hands: Hands, id: str, answers: dict[str, Any], look: Callable[[Any, str], None]) -> None:
    """Give all answers in a tab of a real browser, by what its pages offer. `look` sees each question."""
    tab, left = hands.tab, dict(answers)
    go(hands, tab.get_by_role("navigation", name="Steps of this case").get_by_role("link", name=_QUESTIONS))
    for _ in range(300):
        if not left:
            return
        key = key_of(tab.url)
        if not key:
            # Past the last one: the page of all answers leads to what is only taken when somebody says it.
            key = next(iter(left))
            _look_up(hands, key)
        look(tab, key)
        if key not in left:
            go(hands, tab.get_by_role("link", name=_NOT_NOW))
            continue
        answer = left.pop(key)
        if isinstance(answer, list) and key.endswith(".why"):
            for step in answer:
                if key_of(tab.url) != key:
                    # A step that ends the walk leads on; the next one goes deeper.
                    _look_up(hands, key)
                hands.write(tab.locator("#answer"), step)
                go(hands, tab.get_by_role("button", name="Save this step"))
            continue
        give(hands, answer)
    raise AssertionError(sorted(left))


def go(hands: Hands, target: Any) -> None:
    """Press what leads to another page."""
    with hands.tab.expect_navigation():
        hands.press(target)


def _look_up(hands: Hands, key: str) -> None:
    """Go to a question by the page of all answers."""
    tab = hands.tab
    if "/answers/" not in tab.url:
        go(hands, tab.get_by_role("link", name=_ALL))
    go(hands, tab.locator(f"[id='{key}'] .change a"))


def give(hands: Hands, answer: Any) -> None:
    """Give one answer on the page of its question, and save it."""
    tab = hands.tab
    if isinstance(answer, dict) and set(answer) == {"missing"}:
        hands.press(tab.locator("summary", has_text="I do not have this"))
        hands.write(tab.get_by_label("Why not?"), str(answer["missing"] or ""))
        go(hands, tab.get_by_role("button", name="Save: I do not have this"))
        return
    if isinstance(answer, bool):
        answer = "yes" if answer else "no"
    several = tab.locator("input[name=answer][type=checkbox]").count()
    radios = [each.get_attribute("value") for each in tab.locator("input[type=radio]").all()]
    if isinstance(answer, list) and several:
        for each in answer:
            _tick(hands, tab.locator(f"input[name=answer][value='{each}']"))
    elif isinstance(answer, dict) or tab.locator("[name='answer.name']").count():
        parts = answer if isinstance(answer, dict) else {"name": answer}
        for field in tab.locator("[name^='answer.']").all():
            hands.write(field, str(parts.get((field.get_attribute("name") or "").partition(".")[2], "")))
    elif str(answer) in radios:
        _tick(hands, tab.locator("input[type=radio]").nth(radios.index(str(answer))))
    elif tab.locator("[name='answer.other']").count():
        hands.write(tab.locator("[name='answer.other']"), str(answer))
    else:
        hands.write(tab.locator("#answer"), "\n".join(map(str, answer)) if isinstance(answer, list) else str(answer))
    go(hands, tab.get_by_role("button", name="Save and go on"))


def _tick(hands: Hands, box: Any) -> None:
    if not box.is_visible():
        hands.press(hands.tab.locator("details.rest > summary").first)
    hands.tick(box)
