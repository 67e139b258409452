"""EV12: a file that the letter names and its own list of attachments leaves out."""

import re
from collections import Counter
from collections.abc import Iterator

from amends.model import Related, Span
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.proofs import named_files
from amends.review.rule import Hit, rule, short


@rule(
    "EV12",
    "unlisted-file",
    level="warning",
    source="Guide to the plan of action: give the file names where the evidence supports your case",
    bad=(
        (
            "Corrective actions:\n- On 3 May 2026 we closed 12 listings (Exhibit A) and counted the stock (Exhibit C)."
            "\n\nExhibit A: closed.png\nExhibit B: count.pdf"
        ),
        (
            "Corrective actions:\n- On 3 May 2026 we closed 12 listings (closed.png) and refunded 4 buyers (refunds.pdf)."
            "\n\nAttachments: closed.png, count.pdf"
        ),
    ),
    good=(
        (
            "Corrective actions:\n- On 3 May 2026 we closed 12 listings (closed.png) and refunded 4 buyers (refunds.pdf)."
            "\n\nAttachments: closed.png, refunds.pdf"
        ),
        (
            "Corrective actions:\n- On 3 May 2026 we closed 12 listings (closed.png) and refunded 4 buyers (refunds.pdf).\n\nPreventive measures:\n- Each Monday Dana Ruiz runs the list; the result is saved as monday.pdf.\n\nAttachments: closed.png, refunds.pdf"
        ),
    ),
)
def unlisted_file(draft: Draft) -> Iterator[Hit]:
    """A file that the list of attachments leaves out.

    The letter ends with a list of its files. What a sentence names and the list does not may have been forgotten in
    the upload; what the list names and no sentence does leaves the reader to guess what it shows. Make both agree.
    """
    yield from _labels(draft)
    listed: dict[str, tuple[str, int, int]] = {}
    named: dict[str, tuple[str, int, int]] = {}
    lists = [(part.start, part.end) for part in draft.of(parts.DOCUMENTS)]
    for name, start, end in named_files(draft):
        inside = any(first <= start < last for first, last in lists)
        if not inside and _to_come(draft, start):
            continue
        (listed if inside else named).setdefault(name.lower(), (name, start, end))
    both = len(listed.keys() & named.keys())
    if len(listed) < _FEWEST or not both or len(named.keys() - listed.keys()) > both:
        # A list that holds none or few of the files of the letter was not meant to hold them all.
        return
    place = next(iter(listed.values()))
    above = (Related(draft.file, short(draft.text[place[1] : max(lists)[1]], 120), "The list"),)
    for low, (name, start, end) in named.items():
        if low not in listed:
            message = (
                f"“{short(name, 50)}” is not in the letter's own list of files. Add it there, or correct its name."
            )
            yield Hit(Span(start, end, name), message, above)
    for low, (name, start, end) in listed.items():
        if low not in named:
            message = (
                f"“{short(name, 50)}” stands only in the list. Name it where it proves something, or leave it out."
            )
            yield Hit(Span(start, end, name), message, level="note")


_FEWEST = 2

_LABEL = re.compile(r"\b(exhibit|annex|appendix|attachment|enclosure|anlage|tab)[ -]([A-Z]|\d{1,2})(?![\w.-])", re.I)
_LIST_MARK = re.compile(r"(?:^|\n)[ \t*•-]*$")


def _labels(draft: Draft) -> Iterator[Hit]:
    """ "Exhibit C" in a sentence, where the list at the end has A and B."""
    listed: dict[tuple[str, str], int] = {}
    named: dict[tuple[str, str], re.Match[str]] = {}
    for match in _LABEL.finditer(draft.text):
        key = (match.group(1).lower(), match.group(2).upper())
        heads = _LIST_MARK.search(draft.text, max(0, match.start() - 8), match.start()) is not None
        behind = draft.text[match.end() : match.end() + 2].lstrip(" *")[:1]
        if heads and behind in (":", "-", "–", "=", "("):
            listed.setdefault(key, match.start())
        else:
            named.setdefault(key, match)
    lists = Counter(kind for kind, _ in listed)
    for key, match in named.items():
        if lists[key[0]] >= 2 and key not in listed:
            message = f"“{match.group()}” is not in the letter's own list. Add it there, or correct the label."
            yield Hit(Span(match.start(), match.end(), match.group()), message)


_KEPT = frozenset("saved save saves stored kept filed archived named called written exported goes put".split())
_BACK = 60
_TURNED = re.compile(r"\S{3,80},? (?:printed|exported|saved|converted|scanned) (?:to|as|into|in) ")


def _to_come(draft: Draft, start: int) -> bool:
    """Whether a file is the record of a measure that goes on: "the result is saved as month-check.pdf"."""
    statement = draft.statement_at(start)
    if _TURNED.match(draft.low, start):
        # "families.xlsx printed to families.pdf"
        return True
    if statement is None or statement.part != parts.MEASURES:
        return False
    before = draft.low[max(statement.start, start - _BACK) : start].split()
    return bool(before) and before[-1] in ("as", "in", "under", "into") and not _KEPT.isdisjoint(before)
