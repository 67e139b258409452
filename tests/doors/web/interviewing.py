"""An answers file given as a person gives it: question after question, by the fields that each page shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

from tests.doors.web.forms import Shown, Visitor


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
