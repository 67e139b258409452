"""What `amends` reads in a folder of labelled notices, beside what their labels say.

    python tools/corpus.py notices [FOLDER]        FOLDER holds labels.json and notices/; default ../shared/corpus

Prints the confusion of enforcements (truth, then what was read), each miss, and the share read right for enforcement,
level, route, store, ASINs and orders. The corpus is no part of the project: without it this says so and ends well.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from amends import catalog, notice
from amends.model import Notice

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus"
ROUTES = {
    "poa": {"plan"},
    "poa_plus_retraction": {"plan", "retraction"},
    "documents": {"documents"},
    "documents_or_retraction": {"documents", "retraction"},
    "documents_or_dispute": {"documents", "dispute"},
    "edit_listing_or_retraction": {"retraction", "dispute"},
    "dispute": {"dispute"},
    "dispute_or_two_step": {"dispute", "two-step"},
    "poa_or_dispute": {"plan", "dispute"},
    "identity_interview": {"documents"},
    "call": {"none"},
    "final": {"none"},
    "none": {"none"},
}
LEVELS = {"warning": {"warning"}, "account_at_risk": {"account"}}


def judged(label: dict[str, Any], read: Notice) -> dict[str, bool]:
    """Which fields were read as labelled; fields without a label are left out."""
    found: dict[str, bool] = {"enforcement": read.enforcement == label["enforcement"]}
    if label.get("level"):
        found["level"] = bool({read.level or "", read.kind} & LEVELS.get(label["level"], {label["level"]}))
    if label.get("expected_response") in ROUTES:
        found["route"] = read.route in ROUTES[label["expected_response"]]
    if label.get("marketplace"):
        found["marketplace"] = (read.marketplace or "unknown") == label["marketplace"]
    found["asins"] = {*label.get("asins", ())} <= {*read.of_kind("asin")} and not _unmasked_extra(label, read)
    found["orders"] = {*label.get("order_ids", ())} == {*read.of_kind("order")}
    return found


def _unmasked_extra(label: dict[str, Any], read: Notice) -> set[str]:
    plain = {one.value for one in read.identifiers if one.kind == "asin" and not one.masked}
    return plain - {*label.get("asins", ())}


def main(arguments: list[str]) -> int:
    """Print the tables. Returns 0, also without a corpus; 2 for wrong use, or a named FOLDER without labels."""
    if arguments[:1] != ["notices"]:
        print("usage: python tools/corpus.py notices [FOLDER]")
        return 2
    folder = Path(arguments[1]) if arguments[1:] else DEFAULT
    if not (folder / "labels.json").is_file():
        print(f"no corpus at {folder}: nothing to compare")
        return 2 if arguments[1:] else 0
    knowledge = catalog.load()
    right: dict[str, list[bool]] = defaultdict(list)
    confusion: Counter[tuple[str, str]] = Counter()
    for label in json.loads((folder / "labels.json").read_text(encoding="utf-8")):
        if not label["file"].startswith("notices/"):
            continue
        file = folder / label["file"]
        read = notice.read(file.read_bytes(), file.name, knowledge)
        result = judged(label, read)
        for field, good in result.items():
            right[field].append(good)
        confusion[label["enforcement"], read.enforcement or "-"] += 1
        missed = [field for field, good in result.items() if not good]
        if missed:
            print(f"{file.name}: {', '.join(missed)}  (read: {_told(read)})")
    print("\ntruth                     read                      notices")
    for (truth, was), count in sorted(confusion.items()):
        print(f"{truth:25} {was:25} {count:3}{'' if truth == was else '   <-'}")
    print()
    for field, results in right.items():
        print(f"{field:12} {sum(results):3} of {len(results):3}")
    return 0


def _told(read: Notice) -> str:
    likely = " ".join(f"{one.id}:{one.confidence}" for one in read.enforcements)
    asins = len(read.of_kind("asin"))
    return f"{read.kind} {read.level} {read.status} {read.route} {read.marketplace} asins={asins} {likely}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
