"""Figures, days, identifiers and answers in many wordings: what is wrong is found, and what is right stays quiet.

Each line of `reckoned/*.txt` is a rule, or several of which any will do, and the words put into a letter; `quiet`
stands before words that no rule of reckoning may warn of. `||` parts the root cause from the corrective action, `@`
begins a whole letter, and `\\n` is a line break.
"""

from pathlib import Path

import pytest

from amends.review import review

FILES = sorted((Path(__file__).parent / "reckoned").glob("*.txt"))
RECKONING = frozenset(
    "contradicting-counts wrong-arithmetic contradicting-dates action-before-event action-before-notice done-in-future "
    "impossible-date wrong-weekday malformed-identifier identifier-slip buyer-data unlisted-file file-type-not-taken "
    "several-requests placeholder follow-up-heading issue-without-cause asin-unanswered ask-unanswered".split()
)


def letter(words: str) -> str:
    """A short letter with these words in it."""
    words = words.replace("\\n", "\n")
    if words.startswith("@"):
        return words[1:]
    cause, _, action = words.partition("||")
    if action:
        return f"Root cause:\n{cause.strip()}\n\nCorrective actions:\n- {action.strip()}\n"
    return f"Root cause:\nThe label table had a wrong line for the blue cups. {cause.strip()}\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_does_not_come_out_is_found_in_any_wording(file: Path) -> None:
    missed = []
    for line in file.read_text(encoding="utf-8").splitlines():
        names, _, words = line.partition(" | ")
        if names != "quiet" and not {f.name for f in review(letter(words), "plan.md")} & set(names.split("/")):
            missed.append(line)
    assert missed == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_comes_out_stays_quiet(file: Path) -> None:
    false = []
    for line in file.read_text(encoding="utf-8").splitlines():
        names, _, words = line.partition(" | ")
        found = review(letter(words), "plan.md") if names == "quiet" else ()
        false += [(line, f.rule, f.span.quote) for f in found if f.name in RECKONING and f.level != "note"]
    assert false == []


def test_the_wordings_are_many() -> None:
    lines = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
    assert sum(not line.startswith("quiet") for line in lines) > 200
    assert sum(line.startswith("quiet") for line in lines) > 100
