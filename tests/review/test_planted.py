"""Defects planted one by one into a good letter, in many voices: each is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from amends.review import review

PARTS = {
    "cause": (
        "Between 2 and 19 May 2026 we sold 48 units of ASIN B0CHX72LMQ that had gone past their shelf life, because "
        "our stock sheet has no column for the expiry date of a lot."
    ),
    "actions": (
        "1. On 4 June 2026 Ola Brek removed 310 jars from sale (count.pdf).\n"
        "2. 48 buyers were refunded on 5 June 2026, USD 911.52 (refunds.pdf)."
    ),
    "measures": (
        "1. Since 8 June 2026 Ola Brek (warehouse lead) enters the expiry date of each lot at receiving in the "
        "lot sheet.\n2. Every Monday she pulls lots with less than 90 days left and files the list."
    ),
    "end": "",
}
PLANTED = yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))


def letter(**changed: str) -> str:
    parts = {
        name: (f"{PARTS[name]}{' ' if value[1:2].isalpha() else ''}{value[1:]}" if value.startswith("+") else value)
        for name, value in {**PARTS, **changed}.items()
    }
    return (
        f"Root cause:\n{parts['cause']}\n\nCorrective actions:\n{parts['actions']}\n\n"
        f"Preventive measures:\n{parts['measures']}\n\n"
        f"Conclusion: effective 4 June 2026, complete 1 July 2026. {parts['end']}\n"
    )


def codes(text: str) -> set[str]:
    return {finding.rule for finding in review(text, "letter.txt")}


def test_the_letter_itself_has_no_error_and_no_warning() -> None:
    assert [f.rule for f in review(letter(), "letter.txt") if f.level != "note"] == []


@pytest.mark.parametrize("defect", PLANTED, ids=[f"{entry['code']}-{at}" for at, entry in enumerate(PLANTED)])
def test_a_planted_defect_is_found(defect: dict[str, str]) -> None:
    code = defect["code"]
    text = letter(**{name: value for name, value in defect.items() if name != "code"})
    assert code in codes(text)
