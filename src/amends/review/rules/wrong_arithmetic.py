"""GR14: a sum, a list or a percentage that does not come out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from amends.model import Span
from amends.review.document import Draft
from amends.review.letter.pieces import Statement
from amends.review.reckoning.counts import NOUNS, number_of, singular
from amends.review.reckoning.figures import Wrong, figures, values_of, wrong
from amends.review.reckoning.ledger import accounts
from amends.review.reckoning.parted import contrary, held, parallel
from amends.review.reckoning.ratios import rates_told, ratios
from amends.review.reckoning.reckoned import reckoned
from amends.review.reckoning.shares import shares
from amends.review.reckoning.tables import sums
from amends.review.rule import Hit, rule

_SHARE = (
    r"(\d[\d,]*) (?:out )?of (?:the |our |all |these )?(\d[\d,]*) [^.;%]{0,60}?"
    r"\(?(?:=|or|is|a rate of|about)?\s*(\d{1,3}(?:\.\d{1,3})?) ?%"
)
_APART = r"(?<![\w.,-])(\d[\d,]*) [a-z-]+(?: [a-z-]+)? \(([^()]{5,120}? and [^()]{3,60})\)"
_AFTER_COLON = r"(?<![\w.,-])(\d[\d,]*) [a-z-]+(?: [a-z-]+)?(?: \([^()]{3,60}\))?: ([^.;:]{5,160})"
_SHARE_OF = r"(?<![\w.,-])(\d[\d,]*) (?:in|at|from|on|to|with|for|of them|units?|sold|left|kept|[a-z]+ed)\b"
_KINDS = {"asin": "asin", "order": "order", "listing": "asin", "shipment": "shipment"}
_OPEN = r"including|such as|e\.g\.|for example|among"
_PERCENT = frozenset(("%", "percent", "pct", "cent"))
_FEWEST = 3
_REST = frozenset("remaining rest remainder other others".split())


@rule(
    "GR14",
    "wrong-arithmetic",
    level="error",
    source="Contradictions end an appeal; a figure that does not come out puts all others in doubt",
    bad=(
        "We closed 3 ASINs (B0C1234567, B0C7654321).",
        "Of the 340 units, 300 were sold and the remaining 50 were destroyed.",
        "16 of 1,000 orders (2.4 %) were late.",
        "We removed 310 jars (200 in Reno and 100 in Erie).",
        "We asked 82 buyers for a review, 47 by cards and 25 by a service.",
        "Of our cups 3.5 percent (12 of 280) came back.",
        "88 buyers were asked. 61 have answered, 17 have not.",
        "Purchased: 456. Sold: 410. Balance: 36.",
        ("Corrective actions:\n- On 3 May 2026 we paid back 35 buyers, 35 x $28.00 = $1,080.00."),
        (
            "Corrective actions:\n- On 3 May 2026 we refunded the postage of 31 orders, 31 times 4.90 EUR, together 161.90 EUR."
        ),
        "Corrective actions:\n- On 3 May 2026 we accepted the fee of $0.55 for 72 units, this is $36.90.",
        "Corrective actions:\n- On 3 May 2026 we paid 19 buyers the difference of $58.49, in total $1,011.31.",
        "Root cause: each of 23 problems was raised three times, which makes the 61 contacts.",
        "Root cause: until 5 June 2026 we had 11 late orders out of 612, that is 1.83 %.",
        "Corrective actions:\n- On 3 May 2026 we checked 38 claims of the last 18 months; 33 are right and 4 are double.",
        "Corrective actions:\n- On 3 May 2026 we reported the 82 reviews, 47 from the cards and 25 from the service.",
        "Root cause: our order defect rate was 2.1 %: 12 defective orders of 800.",
        "Corrective actions:\n- On 3 May 2026 we counted 900 boxes; 420 went back, 300 were shredded, and 220 stand here.",
        "Corrective actions:\n- Stock on 3 May 2026: 520. Removed: 380. Left: 120.",
        "Corrective actions:\n- On 3 May 2026 we cut the stock by one quarter, from 800 to 650 tents.",
        "Root cause: until 3 May 2026 one in four parcels (40 %) missed the pick.",
    ),
    good=(
        "Corrective actions:\n- On 3 May 2026 we accepted the fee of $0.55 for 72 units, this is $39.60.",
        "Corrective actions:\n- On 3 May 2026 we paid 19 buyers the difference of $58.49, in total $1,111.31.",
        "Corrective actions:\n- On 3 May 2026 we paid 19 buyers the difference, $58.49 on average, in total $1,190.40.",
        "Root cause: each of 23 problems was raised three times, which makes the 69 contacts.",
        "Root cause: until 5 June 2026 we had 11 late orders out of 612, that is 1.80 %.",
        "Corrective actions:\n- On 3 May 2026 we checked 38 claims of the last 18 months; 34 are right and 4 are double.",
        "Corrective actions:\n- On 3 May 2026 we reported the 72 reviews, 47 from the cards and 25 from the service.",
        "Root cause: our order defect rate was 1.5 %: 12 defective orders of 800.",
        "Corrective actions:\n- On 3 May 2026 we counted 940 boxes; 420 went back, 300 were shredded, and 220 stand here.",
        "Corrective actions:\n- Stock on 3 May 2026: 520. Removed: 380. Left: 140.",
        "Corrective actions:\n- On 3 May 2026 we cut the stock by one quarter, from 800 to 600 tents.",
        "Root cause: 81.3 % on time, 61 units late of 327.",
        "We closed 2 ASINs (B0C1234567, B0C7654321).",
        "We asked 72 buyers for a review, 47 by cards and 25 by a service.",
        "Of our cups 4.3 percent (12 of 280) came back.",
        "Of the 340 units, 300 were sold and the remaining 40 were destroyed.",
        "16 of 1,111 orders (1.44 %) were late.",
        "We removed 300 jars (200 in Reno and 100 in Erie) and 40 boxes (2 per jar and 3 g each).",
        ("Corrective actions:\n- On 3 May 2026 we paid back 35 buyers, 35 x $38.00 = $1,330.00."),
    ),
)
def wrong_arithmetic(draft: Draft) -> Iterator[Hit]:
    """A figure that does not come out.

    The parts do not add up to the whole, the list is longer or shorter than its count, or the percentage is
    another. Calculate again.
    """
    yield from _not_made(draft, sums(draft.text))
    marked: list[Hit] = []
    for hit in _in_sentences(draft):
        marked.append(hit)
        yield hit
    starts = sorted(hit.place.start for hit in marked)
    for item in draft.items:
        at = bisect_left(starts, item.start)
        if at == len(starts) or starts[at] >= item.end:
            found = list(ratios(draft, item)) or list(accounts(draft, item))
            if found:
                yield from _not_made(draft, found)
    yield from _not_made(draft, rates_told(draft))


def _in_sentences(draft: Draft) -> Iterator[Hit]:
    for item in draft.items:
        if sum(len(values_of(statement)) for statement in item.statements) >= _FEWEST:
            yield from _not_made(draft, contrary(draft, item))
    for statement in draft.statements:
        yield from _list(draft, statement)
        many = len(values_of(statement))
        if many:
            yield from _figured(draft, statement, many > 1)
        if "(" in statement.text or _lists(statement.text):
            yield from _split(draft, statement)


def _figured(draft: Draft, statement: Statement, several: bool) -> Iterator[Hit]:
    """What a statement with a figure, or with several of them, has that does not come out."""
    if several:
        yield from _rest(draft, statement)
    exact = list(_shares(statement)) if several and "%" in statement.words else []
    yield from exact
    if not exact and not _PERCENT.isdisjoint(statement.words):
        yield from _not_made(draft, shares(draft, statement))
    beyond = list(_over(draft, statement)) if several else []
    if beyond:
        yield from beyond
        return
    mistakes = list(wrong(draft, statement))
    if not mistakes and several:
        apart = parallel(draft, statement) or held(draft, statement)
        mistakes = [apart] if apart is not None else [Wrong(*mistake) for mistake in reckoned(draft, statement)]
    if mistakes:
        yield from _not_made(draft, mistakes)


def _not_made(draft: Draft, mistakes: Iterable[Wrong]) -> Iterator[Hit]:
    for start, end, message in mistakes:
        yield Hit(
            Span(start, end, draft.text[start:end]), f"{message} Calculate again.", level="warning", confidence="medium"
        )


def _list(draft: Draft, statement: Statement) -> Iterator[Hit]:
    found = draft.identifiers_in(statement)
    if len(found) < 2:
        return
    found = [identifier for identifier in found if not identifier.masked]
    if len(found) < 2:
        return
    for place, word in enumerate(statement.words[:-1]):
        number = number_of(word) if word != "both" else 2
        noun = _noun(statement.words, place)
        if number is None or number < 2 or noun is None:
            continue
        start, end = statement.at[place]
        if any(day.span.start <= start < day.span.end for day in draft.dates_in(statement)):
            continue
        listed = [i for i in found if i.kind == _KINDS[noun] and i.span.start > end]
        between = draft.text[end : listed[0].span.start] if listed else "." * 99
        gaps = [draft.text[a.span.end : b.span.start] for a, b in pairwise(listed)]
        run = 1 + next((at for at, gap in enumerate(gaps) if len(gap) > 8), len(gaps))
        if len(between) > 40 or re.search(_OPEN, between, re.I) or run < 2:
            continue
        values = {identifier.value for identifier in listed[:run]}
        if len(values) != number:
            yield Hit(
                Span(start, end, draft.text[start:end]),
                f"{number} are counted, {len(values)} are listed. Correct the count or the list.",
            )
        return


def _lists(text: str) -> bool:
    """Whether a number follows a colon: "118 units: 70 from Reno, 48 from Erie"."""
    at = text.find(": ")
    return at >= 0 and text[at + 2 : at + 3].isdigit()


def _split(draft: Draft, statement: Statement) -> Iterator[Hit]:
    """Units told apart in brackets: "310 jars (200 in Reno and 100 in Erie)"."""
    apart = re.finditer(_APART, statement.text) if "(" in statement.text else ()
    listed = re.finditer(_AFTER_COLON, statement.text) if _lists(statement.text) else ()
    for match in (*apart, *listed):
        whole = int(match.group(1).replace(",", ""))
        shares = [int(share.replace(",", "")) for share in re.findall(_SHARE_OF, match.group(2))]
        if (
            len(shares) < 2
            or len(shares) != len(re.findall(r"(?<!\w)\d[\d,]*", match.group(2)))
            or sum(shares) == whole
        ):
            continue
        start = statement.start + match.start(1)
        if any(day.span.start <= start < day.span.end for day in draft.dates_in(statement)):
            continue
        said = " + ".join(str(share) for share in shares)
        message = f"{said} makes {sum(shares)}, not {whole}. Calculate again."
        yield Hit(Span(start, start + len(match.group(1)), match.group(1)), message)


def _noun(words: tuple[str, ...], place: int) -> str | None:
    """What is counted at `place`, with at most two adjectives between: "3 affected ASINs", not "268 units of ASIN"."""
    for at in range(place + 1, min(place + 4, len(words))):
        if singular(words[at]) in _KINDS:
            return singular(words[at])
        if words[at] in ("of", "in", "on", "for", "from", "and", "with") or singular(words[at]) in NOUNS:
            return None
    return None


def _rest(draft: Draft, statement: Statement) -> Iterator[Hit]:
    words = statement.words
    if _REST.isdisjoint(words) or "of" not in words or draft.dates_in(statement):
        return
    numbers = [(place, n) for place, word in enumerate(words) if (n := number_of(word)) is not None]
    if len(numbers) < 3:
        return
    (whole_at, whole), shares = numbers[0], numbers[1:]
    if not any(word in ("of", "total") for word in words[max(0, whole_at - 3) : whole_at]):
        return
    if not any(word in _REST for place, _ in shares[-1:] for word in words[max(0, place - 3) : place]):
        return
    total = sum(share for _, share in shares)
    if total != whole:
        start, end = statement.at[whole_at]
        said = " + ".join(str(share) for _, share in shares)
        yield Hit(Span(start, end, draft.text[start:end]), f"{said} makes {total}, not {whole}. Calculate again.")


def _over(draft: Draft, statement: Statement) -> Iterator[Hit]:
    """More told of the parts than there is in all: "of the 140 orders we refunded 90, replaced 40 and cancelled 30"."""
    words = statement.words
    if words[0] != "of" or draft.dates_in(statement) or draft.identifiers_in(statement):
        return
    counts = [f for f in figures(draft, statement) if not f.money]
    # "40 were answered, 30 of them on the same day": a part of a part.
    counts = [
        f for f in counts if words[f.word + 1 : f.word + 3] not in (("of", "them"), ("of", "these"), ("of", "those"))
    ]
    numbers = [(f.word, int(f.value)) for f in counts]
    if len(numbers) < 4 or numbers[0][0] > 3 or "%" in words:
        return
    (place, whole), shares = numbers[0], [n for _, n in numbers[1:]]
    if sum(shares) > whole and max(shares) < whole:
        start, end = statement.at[place]
        said = " + ".join(str(share) for share in shares)
        message = f"{said} makes {sum(shares)}, more than {whole}. Calculate again, or say which overlap."
        yield Hit(Span(start, end, draft.text[start:end]), message, level="warning")


def _shares(statement: Statement) -> Iterator[Hit]:
    for match in re.finditer(_SHARE, statement.text):
        part, whole = (int(match.group(at).replace(",", "")) for at in (1, 2))
        said = match.group(3)
        if not whole or part > whole:
            continue
        right = part * 100 / whole
        step = 10.0 ** -len(said.partition(".")[2])
        if abs(right - float(said)) > step:
            start = statement.start + match.start(3)
            message = f"{part} of {whole} is {right:.2f} %, not {said} %. Calculate again."
            yield Hit(Span(start, start + len(said), said), message)
