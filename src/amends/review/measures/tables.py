"""What a table says of a measure in its row: the head of a column tells that the cell names who does it, or when."""

from __future__ import annotations

import re

from amends.review.letter.inline import is_head, is_row
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item

WHO, WHEN, LIMIT, RECORD = "who", "when", "limit", "record"
_HEADS = {
    WHO: "who whom owner responsible responsibility person name role accountable charge executor doer hands staff",
    WHEN: "when often frequency rhythm interval cycle schedule occasion moment how",
    LIMIT: "limit limits threshold trigger consequence if action escalation tolerance reaction otherwise stop step",
    RECORD: "record records proof evidence log trace trail filed kept documentation file",
}
_KINDS = {word: kind for kind, words in _HEADS.items() for word in words.split()}
_WORD = re.compile(r"[^\W_][\w'’-]*")
# A cell of these says as little as an empty one.
_BLANK = frozenset(
    "n a na tbd tba none nobody someone somebody anyone anybody everyone everybody all staff we us team open".split()
)
_MOST_ROWS = 60


def cells(draft: Draft, item: Item) -> dict[str, tuple[str, ...]]:
    """The words of the cells of a row by what their columns are for; none where the item is no row of a table."""
    if draft.text[item.start : item.start + 1] != "|" and " | " not in draft.text[item.start : item.end]:
        return {}
    known = cast("dict[int, dict[str, tuple[str, ...]]]", draft.memo.setdefault("cells", {}))
    if item.start not in known:
        heads = _cut(_head(draft.text, item.start))
        found: dict[str, tuple[str, ...]] = {}
        for head, cell in zip(heads, _cut(draft.text[item.start : item.end]), strict=False):
            words = tuple(_WORD.findall(cell.lower()))
            kinds = [_KINDS[word] for word in _WORD.findall(head.lower()) if word in _KINDS]
            if kinds and words and not _BLANK.issuperset(words):
                found.setdefault(kinds[0], words)
        known[item.start] = found
    return known[item.start]


def _cut(row: str) -> list[str]:
    return row.strip(" \t\r").removeprefix("|").split("|")


def _head(text: str, start: int) -> str:
    """The line that heads the table in which a row stands, or nothing."""
    above = ""
    end = text.rfind("\n", 0, start)
    for _ in range(_MOST_ROWS):
        begin = text.rfind("\n", 0, max(end, 0)) + 1
        line = text[begin : max(end, 0)].strip()
        if not is_row(line):
            break
        above, end = line, begin - 1
    return above if is_head(above) else ""
