"""Numbers that say how long a list is, and the list: "three checks run before each order:" and two points below, "four
invoices: a.pdf, b.pdf, c.pdf", "3 ASINs (B0…, B0…)", "exhibits 1 to 6", "all seven documents".

Counted is what is listed right behind the number. A number that counts what the list is about, and not its members
("for the 12 orders we did this:"), announces nothing: only words for what is listed one by one do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amends.review.language.words import tokens
from amends.review.reckoning.account import Wrong
from amends.review.reckoning.counts import NOUNS, number_of, singular
from amends.review.reckoning.figures import Figure, figures
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Identifier
    from amends.review.document import Draft
    from amends.review.letter.pieces import Item, Statement

_LISTED = frozenset(
    "check step fault reason cause measure action thing point error mistake change problem rule way control failure "
    "gap issue document file attachment exhibit paper proof annex enclosure safeguard task item factor root correction "
    "improvement finding question answer request weakness detail particular matter stage condition".split()
)
_PAPERS = frozenset(
    "invoice document file screenshot photo attachment letter exhibit certificate report receipt picture pdf paper "
    "note enclosure annex".split()
)
_HELD = frozenset("document file attachment exhibit paper enclosure annex".split())
_KINDS = {"asin": "asin", "order": "order", "listing": "asin", "shipment": "shipment"}
_NOT_ALL = frozenset("including example e.g among such mostly chiefly each per".split())
_MORE = frozenset("each total together pages copies".split())
_BEFORE = frozenset("first last next other more further of than least most page section".split())
_ARE = frozenset("are is were was".split())
_OPEN = re.compile(r"including|such as|e\.g\.|for example|among", re.I)
_PIECE = re.compile(r"^[\w#&.’'()/-]+(?: [\w#&.’'()/-]+){0,3}$")
_RANGE = re.compile(
    r"\b(?:exhibits?|annex(?:es)?|enclosures?|attachments?|appendices)\s+"
    r"(?:1 (?:to|-|–|through) (\d\d?)|a (?:to|-|–|through) ([b-z]))\b"
)
_ENTRIES = re.compile(r"(?<![^\s(,;])(\d\d?|[a-z])\)")
_ONE = frozenset("one a an".split())
_LARGEST, _APART, _LONGEST, _SHORT, _LINE, _GAP, _TAIL, _BESIDE = 20, 4, 40, 5, 40, 8, 300, 90


def lists(draft: Draft) -> Iterator[Wrong]:
    """Announced numbers that the list does not have."""
    yield from _points(draft)
    names = {match.group().lower() for match in draft.files}
    for statement in draft.statements:
        if len(statement.words) > 1 and (statement.text.find(": ") >= 0 or len(names) > 1):
            yield from _members(draft, statement)
            if len(names) > 1:
                yield from _papers(draft, statement, names)
        yield from _exhibits(draft, statement)


def _points(draft: Draft) -> Iterator[Wrong]:
    """Points right below the line that announces them, up to the next heading or paragraph."""
    announcing = [(s.start, s.end) for s in draft.statements if s.text.endswith(":") or len(s.words) <= _SHORT]
    announcing += [(block.start, block.end) for block in draft.headings]
    runs = {run[0].start: run for run in _runs(draft)} if announcing else {}
    starts = sorted(runs)
    at = 0
    for start, end in sorted(announcing) if starts else ():
        while at < len(starts) and starts[at] < end:
            at += 1
        if at == len(starts) or starts[at] - end > _LINE:
            continue
        if draft.text[end : starts[at]].strip(" \t\n:*_-•.()0123456789abi"):
            continue
        number = _announced(draft, start, end)
        run = runs[starts[at]]
        listed = sum(item.kind == run[0].kind for item in run)
        if number is not None and listed > 1 and number[0] != listed and abs(number[0] - listed) <= _APART:
            yield _wrong(number[1], number[2], number[0], listed, "listed")


def _runs(draft: Draft) -> Iterator[list[Item]]:
    """Points that follow each other with no heading and no paragraph between."""
    headings = sorted(block.start for block in draft.headings)
    run: list[Item] = []
    at = 0
    for item in draft.items:
        while at < len(headings) and headings[at] < item.start:
            at += 1
        headed = bool(run) and at > 0 and headings[at - 1] > run[-1].start
        if run and (headed or item.kind == "paragraph"):
            yield run
            run = []
        if item.kind != "paragraph":
            run.append(item)
    if run:
        yield run


def _announced(draft: Draft, start: int, end: int) -> tuple[int, int, int] | None:
    """The one number of points that a line announces, and its place."""
    words, places = tokens(draft.low, start, end)
    if len(words) > _LONGEST or not _NOT_ALL.difference(("each", "per")).isdisjoint(words):
        return None
    found: list[tuple[int, int, int]] = []
    for at, word in enumerate(words):
        value = number_of(word)
        if value is None or not 2 <= value <= _LARGEST or (at and words[at - 1] in _BEFORE):
            continue
        if not at and word.isdigit():
            # "2. Measures" and "2 ACTIONS TAKEN" number the heading.
            continue
        behind = words[at + 1 : at + 4]
        nouns = [place for place, noun in enumerate(behind) if noun.endswith("s") and singular(noun) in _LISTED]
        counts = bool(nouns) and not any(number_of(each) is not None or each == "of" for each in behind[: nouns[0]])
        counts = counts and not {"each", "per"}.intersection(behind[nouns[0] + 1 :][:1])
        said = at > 1 and words[at - 1] in _ARE and singular(words[at - 2]) in _LISTED
        if counts or (said and at + 1 >= len(words)):
            found.append((value, *places[at]))
    return found[0] if len(found) == 1 else None


def _members(draft: Draft, statement: Statement) -> Iterator[Wrong]:
    """A count and the list behind it in one sentence: "four documents: a.pdf, b.pdf, c.pdf"."""
    files = draft.files_in(statement)
    tail = draft.text.rfind(": ", statement.start, statement.end)
    if (len(files) < 2 and tail < 0) or not _NOT_ALL.isdisjoint(statement.words):
        return
    counts = [figure for figure in figures(draft, statement) if figure.counts]
    named = [figure for figure in counts if _noun(statement.words, figure.word)]
    papers = [
        figure
        for figure in named
        if len(files) > 1 and figure.value <= _LARGEST and _noun(statement.words, figure.word) in _PAPERS
    ]
    papers = [figure for figure in papers if figure.end < files[0].start()]
    if papers:
        yield from _filed(statement, papers, files)
        return
    dated = any(day.span.start > tail for day in draft.dates_in(statement))
    if not dated and len(named) == 1 and named[0].value > 1 and named[0].end < tail and named[0] is counts[-1]:
        pieces = len(_pieces(draft.text[tail + 2 : statement.end]))
        if pieces > 1 and 0 < abs(pieces - named[0].value) < _APART:
            yield _wrong(named[0].start, named[0].end, int(named[0].value), pieces, "listed")


def _filed(statement: Statement, papers: list[Figure], files: Sequence[re.Match[str]]) -> Iterator[Wrong]:
    """Numbers of papers, and the files named behind them."""
    words = statement.words
    names = {match.group().lower() for match in files}
    told, listed = int(sum(figure.value for figure in papers)), len(names)
    plurals = {f"{_noun(words, figure.word)}s" for figure in papers}
    # "Four invoices (invoices.pdf, …)": one file holds several; "three invoices and one delivery note": four.
    several = any(plural in name for name in names for plural in plurals) or not _MORE.isdisjoint(words)
    one_more = not _ONE.isdisjoint(words[papers[-1].word + 1 :]) and listed == told + 1
    beside = files[0].start() - papers[-1].end < _BESIDE
    if told > 1 and told != listed and beside and not several and not one_more:
        yield _wrong(papers[0].start, files[-1].end(), told, listed, "named")


def _pieces(tail: str) -> list[str]:
    """The members of a list of short things; none where it is a sentence."""
    body = re.sub(r"\s*\([^()]{0,60}\)", "", tail.strip().rstrip(".;"))
    if len(body) > _TAIL or "; " in body:
        return []
    pieces = [piece.strip() for piece in re.split(r", and |, | and | & ", body) if piece.strip()]
    return pieces if all(_PIECE.match(piece) for piece in pieces) else []


def _papers(draft: Draft, statement: Statement, names: set[str]) -> Iterator[Wrong]:
    """ "All seven documents" in a letter that names five files, or lists another number of points."""
    words = statement.words
    for at, (before, word) in enumerate(pairwise(words), 1):
        number = number_of(word) if before in ("all", "these") else None
        if number is None or number < 2 or _noun(words, at) not in _HELD or words[at + 2 : at + 3] == ("of",):
            continue
        listed = {len([item for item in part.items if item.kind != "paragraph"]) for part in draft.parts}
        listed |= {len(draft.files_in(part)) for part in draft.parts} | {
            len(draft.files_in(item)) for item in draft.items
        }
        listed.add(len(names))
        again = sum(number_of(other) == number for each in draft.statements for other in each.words)
        if number not in listed and again < 2:
            yield _wrong(*statement.between(at, at + 2), number, len(names), "named in the letter")


def _exhibits(draft: Draft, statement: Statement) -> Iterator[Wrong]:
    """ "Exhibits 1 to 6 follow: invoice (1), … photos (5)", "annexes A to D: A) invoice, B) contract, C) photos"."""
    match = _RANGE.search(draft.low, statement.start, statement.end) if "to" in statement.words else None
    if match is None:
        return
    told = int(match[1]) if match[1] else ord(match[2]) - ord("a") + 1
    listed = _ENTRIES.findall(draft.low[match.end() : statement.end])
    right = [str(at) if match[1] else chr(ord("a") + at - 1) for at in range(1, len(listed) + 1)]
    if len(listed) > 1 and listed == right and len(listed) != told:
        yield _wrong(match.start(), match.end(), told, len(listed), "listed")


def identifiers(draft: Draft) -> Iterator[Wrong]:
    """A number of ASINs, orders or shipments, and those behind it: "3 ASINs (B0…, B0…)"."""
    last: Statement | None = None
    for statement in draft.statements:
        if "all" in statement.words:
            yield from _all_of(draft, last if last is not None and last.item is statement.item else None, statement)
        last = statement
        found = [identifier for identifier in draft.identifiers_in(statement) if not identifier.masked]
        if len(found) > 1:
            yield from _identified(draft, statement, found)


def _identified(draft: Draft, statement: Statement, found: list[Identifier]) -> Iterator[Wrong]:
    for place, word in enumerate(statement.words[:-1]):
        number = number_of(word) if word != "both" else 2
        noun = _kind(statement.words, place)
        if number is None or number < 2 or noun is None:
            continue
        start, end = statement.at[place]
        if any(day.span.start <= start < day.span.end for day in draft.dates_in(statement)):
            continue
        listed = [i for i in found if i.kind == _KINDS[noun] and i.span.start > end]
        between = draft.text[end : listed[0].span.start] if listed else ""
        gaps = [draft.text[a.span.end : b.span.start] for a, b in pairwise(listed)]
        run = 1 + next((at for at, gap in enumerate(gaps) if len(gap) > _GAP), len(gaps))
        if not listed or len(between) > _LINE or _OPEN.search(between) or run < 2:
            continue
        values = {identifier.value for identifier in listed[:run]}
        if len(values) != number:
            yield _wrong(start, end, number, len(values), "listed")._replace(sure=True)
        return


def _all_of(draft: Draft, before: Statement | None, statement: Statement) -> Iterator[Wrong]:
    """ "B0…, B0… and B0… were closed, so all four ASINs are offline"; "that is all four of the orders"."""
    words = statement.words
    for at in range(1, len(words)):
        number = number_of(words[at]) if words[at - 1] == "all" else None
        behind = words[at + 3 : at + 4] if words[at + 1 : at + 3] == ("of", "the") else words[at + 1 : at + 2]
        kind = _KINDS.get(singular(behind[0])) if behind else None
        if number is None or number < 2 or kind is None:
            continue
        start, end = statement.at[at]
        near = [*(draft.identifiers_in(before) if before is not None else ()), *draft.identifiers_in(statement)]
        named = {i.value for i in near if i.kind == kind and i.span.end < start}
        if len(named) > 1 and len(named) != number and abs(len(named) - number) < _APART:
            yield _wrong(start, end, number, len(named), "named")


def _kind(words: tuple[str, ...], place: int) -> str | None:
    """What is counted at `place`, with at most two adjectives between: "3 affected ASINs", not "268 units of ASIN"."""
    for at in range(place + 1, min(place + 4, len(words))):
        if singular(words[at]) in _KINDS:
            return singular(words[at])
        if words[at] in ("of", "in", "on", "for", "from", "and", "with") or singular(words[at]) in NOUNS:
            return None
    return None


def _noun(words: tuple[str, ...], at: int) -> str:
    """The plural behind a number, or what one thing is called."""
    for place in range(at + 1, min(at + 4, len(words))):
        word = words[place]
        if (len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word.isalpha()) or word in _PAPERS:
            return singular(word)
        if word in ("of", "and", "on", "in", "were", "was") or number_of(word) is not None:
            return ""
    return ""


def _wrong(start: int, end: int, told: int, listed: int, how: str) -> Wrong:
    return Wrong(start, end, f"{told} are counted, {listed} are {how}. Correct the count or the list.")
