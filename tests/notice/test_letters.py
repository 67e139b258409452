"""Letters in varied words, each with what must be read in it. One file a letter: labels, a line of dashes, the text.

`comply`, `in-error` and `ids` name what must be among the finds; the other labels must be met exactly, `comply-all`
and `in-error-all` as sets.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from amends import catalog, notice
from amends.model import Notice

LETTERS = sorted((Path(__file__).parent / "letters").glob("*.txt"))
UNORDERED = ("asins", "orders", "days", "enforcements", "comply-all", "in-error-all")


def parts(file: Path) -> tuple[dict[str, Any], str]:
    head, text = file.read_text(encoding="utf-8").split("---\n", 1)
    labels = yaml.safe_load(head)
    return {key: sorted(value) if key in UNORDERED else value for key, value in labels.items()}, text


def told(read: Notice, labels: dict[str, Any]) -> dict[str, Any]:
    """What was read, in the words of the labels and only as far as they go."""
    likely = [one.id for one in read.enforcements]
    asked = {(ask.id, ask.branch) for ask in read.asks}
    stated = {(one.kind, one.value) for one in read.identifiers}
    every: dict[str, Any] = {
        "kind": read.kind,
        "level": read.level,
        "status": read.status,
        "marketplace": read.marketplace,
        "route": read.route,
        "language": read.language,
        "received": read.received.isoformat() if read.received else None,
        "enforcements": sorted(likely) if len(labels.get("enforcements", ())) > 1 else likely[:1],
        "asins": sorted(read.of_kind("asin")),
        "orders": sorted(read.of_kind("order")),
        "days": sorted({one.days for one in read.deadlines if one.days}),
        "comply": [id for id in labels.get("comply", ()) if (id, "comply") in asked],
        "in-error": [id for id in labels.get("in-error", ()) if (id, "in-error") in asked],
        "comply-all": sorted({id for id, branch in asked if branch == "comply"}),
        "in-error-all": sorted({id for id, branch in asked if branch == "in-error"}),
        "ids": [pair for pair in labels.get("ids", ()) if tuple(pair) in stated],
    }
    return {key: every[key] for key in labels}


@pytest.mark.parametrize("file", LETTERS, ids=lambda file: file.stem)
def test_letter_is_read_as_labelled(file: Path) -> None:
    labels, text = parts(file)
    assert told(notice.read_text(text, catalog.load()), labels) == labels
