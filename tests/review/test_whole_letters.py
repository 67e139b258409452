"""Defects that no sentence has alone: what was complained of, asked, caused, done and prevented, held together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from amends import catalog
from amends.review import review
from amends.review.document import Draft
from amends.review.letter import parts

ENTRIES = yaml.safe_load((Path(__file__).parent / "whole-letters.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", ENTRIES)
def test_mini_letters(entry: dict[str, str]) -> None:
    names = set((entry.get("kind") or entry["not"]).split())
    text = entry["letter"]
    found = [
        finding
        for finding in review(text, "plan.md", catalog=catalog.load(), enforcement=entry["enforcement"])
        if finding.name in names
    ]
    if "not" in entry:
        assert [finding.message for finding in found if finding.level != "note"] == []
        return
    start = text.index(entry["at"])
    assert any(f.span.start < start + len(entry["at"]) and start < f.span.end for f in found)


@pytest.mark.parametrize(
    ("done", "runs"),
    [
        (
            "On 5 May 2026 the depot lead scrapped 40 tins (scrap.pdf).",
            "Since 6 May 2026 she reads each date at receipt.",
        ),
        (
            "By 5 May 2026 the depot lead had scrapped 40 tins (scrap.pdf) and paid nine buyers (paid.pdf).",
            "As from 6 May 2026 no pallet is booked until its date has been read.",
        ),
        (
            "Corrections: the depot lead scrapped 40 tins on 5 May 2026.",
            "The guard, since 6 May: each date is read at receipt by her.",
        ),
        (
            "And what has been put right? The depot lead scrapped 40 tins on 5 May 2026 (scrap.pdf).",
            "How is it prevented? The clerk reads each date at receipt.",
        ),
    ],
)
def test_paragraphs_without_headings_are_placed_as_a_whole(done: str, runs: str) -> None:
    story = (
        "Tins of lot 12 ran out on 1 April 2026 and were shipped until 9 April 2026, when a buyer wrote. The rack is "
        "filled from the front."
    )
    draft = Draft(f"{story}\n\n{done}\n\n{runs}\n\nWe ask for the reinstatement of the listing.\n", "plan.md")
    at = {part.id: draft.text[part.start : part.end] for part in draft.parts}
    assert "scrapped 40 tins" in at[parts.DONE]
    assert runs[-20:-1] in at[parts.MEASURES]
    assert "reinstatement" not in at[parts.MEASURES]
    assert "Tins of lot 12" not in at[parts.DONE]


@pytest.mark.parametrize(
    "first",
    [
        "On 3 May 2026 we bought 60 razors from a trader. No step of ours asked for his authorisation.",
        "Between 3 and 9 May 2026 we sent 40 parcels late, because the printer was broken and no spare was there.",
    ],
)
def test_a_cause_with_days_is_no_action(first: str) -> None:
    draft = Draft(f"{first}\n\nOn 10 May 2026 the owner closed the offer (closed.png).\n", "plan.md")
    assert [part.id for part in draft.parts if first[:20] in draft.text[part.start : part.end]] != [parts.DONE]
