"""An empty sentence is called so once, whatever it promises."""

from __future__ import annotations

import pytest

from amends.review import review


@pytest.mark.parametrize(
    "measure",
    [
        "We promise this will never happen again.",
        "We will train our staff.",
        "We will be more careful and pay attention to the policies.",
        "Customer satisfaction is our highest priority.",
        "Please give us another chance.",
        "If you wish we can send photos.",
    ],
)
def test_an_empty_sentence_is_called_so_once(measure: str) -> None:
    letter = (
        "Root cause: from 2 to 9 May 2026 nobody compared 41 labels.\n\nCorrective actions:\n- On 11 May 2026 Ola Brek "
        "closed 3 listings (closed.png).\n\nPreventive measures:\n- Since 12 May 2026 Ola Brek compares each "
        "label with "
        f"the list and signs the sheet.\n- {measure}\n\n"
        "Conclusion: in effect from 11 May 2026, complete since 12 May 2026.\n"
    )
    at = letter.index(measure)
    found = {f.rule for f in review(letter, "letter.txt") if at <= f.span.start < at + len(measure)}
    assert len(found) == 1
