"""Whether what was read is what stands there: amounts as amounts, names without regard to blanks and case."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

_AMOUNTS = frozenset("subtotal tax total quantity unit_price amount".split())
_PLAIN = re.compile(r"[\W_]+")
SURE = 0.5


@dataclass
class Tally:
    """How one field did over many files."""

    there: int = 0
    right: int = 0
    given: int = 0
    sure_right: int = 0
    sure_wrong: int = 0

    @property
    def recall(self) -> float:
        """The share of what stands there that was read right."""
        return self.right / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right / self.given if self.given else 1.0


@dataclass
class Score:
    """How each field did, and what kinds of misses there were, by layout."""

    fields: dict[str, Tally] = field(default_factory=dict)
    misses: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def note(self, layout: str, name: str, truth: Any, value: str | None, confidence: float) -> None:
        """Count one value: `truth` is None where nothing stands, `value` where nothing was read."""
        tally = self.fields.setdefault(name, Tally())
        tally.there += truth is not None
        if value is None:
            if truth is not None:
                self.misses[layout, name, "not read"] += 1
            return
        tally.given += 1
        if truth is not None and same(name, truth, value):
            tally.right += 1
            tally.sure_right += confidence >= SURE
            return
        tally.sure_wrong += confidence >= SURE
        self.misses[layout, name, f"{_kind(truth, value)}, {'SURE' if confidence >= SURE else 'unsure'}"] += 1


def same(name: str, truth: Any, value: str) -> bool:
    """Whether a value is (one of) the right ones."""
    if isinstance(truth, list):
        return any(same(name, one, value) for one in truth)
    bare = name.removeprefix("line.")
    if bare in _AMOUNTS:
        try:
            return Decimal(value) == Decimal(truth)
        except InvalidOperation:
            return False
    if bare == "description":
        # A cell may hold more than the name of the goods: their number, where they come from.
        return plain(truth) in plain(value)
    if bare == "supplier_phone":
        return re.sub(r"\D", "", truth) == re.sub(r"\D", "", value)
    if bare == "supplier_website":
        return _site(truth) == _site(value)
    if bare == "supplier_email":
        return bool(truth.casefold() == value.strip().casefold())
    return plain(truth) == plain(value)


def plain(text: str) -> str:
    """Letters and digits alone, in small letters."""
    return _PLAIN.sub("", text.casefold())


def _site(text: str) -> str:
    return re.sub(r"^https?://", "", text.strip().casefold()).removeprefix("www.").rstrip("/")


def _kind(truth: Any, value: str) -> str:
    if truth is None:
        return "read where nothing stands"
    known = [plain(str(one)) for one in (truth if isinstance(truth, list) else [truth])]
    said = plain(value)
    if any(said and said in one for one in known):
        return "too short"
    if any(one in said for one in known):
        return "too long"
    if any(len(one) == len(said) and sum(a != b for a, b in zip(one, said, strict=True)) <= 2 for one in known):
        return "a letter or two off"
    return "another value"


def score_lines(
    score: Score,
    layout: str,
    truth: list[dict[str, Any]],
    lines: list[tuple[dict[str, str | None], dict[str, float]]],
) -> None:
    """Count the lines of goods: each that stands there beside the one read that is most like it.

    A line that was read is its cells and the confidence of each.
    """
    left = list(lines)
    for there in truth:
        codes = [there[name] for name in ("sku", "model") if name in there]
        known: dict[str, Any] = {**there, **{name: codes for name in ("sku", "model") if codes}}
        best = max(left, key=lambda line: _likeness(known, line[0]), default=None)
        if best is None or _likeness(known, best[0]) < 2:
            for name in there:
                score.note(layout, f"line.{name}", there[name], None, 0)
            continue
        left.remove(best)
        cells, sure = best
        read_codes = {cells[name]: sure[name] for name in ("model", "sku") if cells.get(name)}
        for name in ("description", "asin", "gtin", "quantity", "unit_price", "amount"):
            # Where the page has only the beginning of a description, none is held against the reader.
            if name == "description" and name not in there:
                continue
            score.note(layout, f"line.{name}", there.get(name), cells.get(name), sure[name])
        # What one calls its item number another calls the model: either is right for either.
        for name in ("sku", "model"):
            if name in there:
                hit = next((code for code in read_codes if same(name, there[name], code)), None)
                score.note(layout, f"line.{name}", there[name], hit, read_codes.get(hit, 0.0))
        for code, confidence in read_codes.items():
            if not any(same("sku", one, code) for one in codes):
                score.note(layout, "line.sku", None, code, confidence)
    for cells, sure in left:
        said = ", ".join(name for name, value in cells.items() if value)
        score.note(layout, "line (none there)", None, said, sure["quantity"])


def _likeness(truth: dict[str, Any], line: dict[str, str | None]) -> int:
    return sum(
        value is not None and name in truth and same(f"line.{name}", truth[name], value) for name, value in line.items()
    )
