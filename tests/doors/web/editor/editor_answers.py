"""Answers of the review for tests: findings at the words that they are about, counted as the server counts."""

from __future__ import annotations

from typing import Any


def finding(text: str, words: str, level: str = "error", fix: str | None = None, rule: str = "XX01") -> dict[str, Any]:
    start = text.index(words)
    end = start + len(words)
    return {
        "rule": rule,
        "name": "made-up",
        "level": level,
        "message": f"About “{words}”.",
        "start": start,
        "end": end,
        "why": "Because Amazon refuses it.",
        "source": "A page of Amazon",
        "fix": None if fix is None else {"text": fix, "start": start, "end": end},
        "related": [{"file": "notice.eml", "quote": "what was asked", "note": "The notice asks"}],
    }


def sentence(text: str, words: str, *facts: tuple[str, str, str], unproven: str = "") -> dict[str, Any]:
    start = text.index(words)
    return {
        "start": start,
        "end": start + len(words),
        "unproven": unproven,
        "facts": [
            {"label": label, "value": value, "source": "Exhibit A, page 1", "href": at, "picture": f"{at}.png"}
            for label, value, at in facts
        ],
    }


def review(*wanted: tuple[str, str, str | None]) -> Any:
    """A review that finds these words wherever they stand: words, level, fix."""

    def of(text: str) -> dict[str, Any]:
        return {"findings": [finding(text, words, level, fix) for words, level, fix in wanted if words in text]}

    return of
