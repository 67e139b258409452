"""By when something must happen, and what follows otherwise.

Not every span of time is a deadline: "invoices of the last 365 days" is a window, "we reply within two days" is
Amazon's own promise. How long money is held is told as a deadline of its own, with that as its consequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from amends import dates
from amends.model import Deadline, Span
from amends.notice.passage import Passage
from amends.text import one_line, span

_NUMBERS = {
    word: at
    for at, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
_NUMBERS |= {"twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "zwei": 2, "drei": 3, "sieben": 7, "zehn": 10}
_SPAN = re.compile(
    r"(?<![\w.,-])(?P<number>\d{1,3}|[a-z]{3,9})[\s-]{1,2}(?:\(\d{1,3}\)\s)?(?P<business>business |working |calendar )?"
    r"(?P<unit>hours?|days?|weeks?|months?|stunden|tagen|tage|wochen|jours|heures|giorni|ore|días|horas|dagen|dni)"
    r"(?![a-z])"
    r"|(?P<cjk>\d{1,3})\s?(?P<cunit>日間|日以内|日|天|時間|小时|个工作日)",
    re.I,
)
_HOURS = ("hour", "hours", "stunden", "heures", "ore", "horas", "時間", "小时")
_WEEKS = ("week", "weeks", "wochen")
_MONTHS = ("month", "months")
_WINDOW = (
    "last | past | previous | preceding | prior | recent | older | over a | over the | "
    "rolling | dated | issued | letzten | vergangenen | "
    "últimos | derniers | ultimi | ~発行 | ~請求書 | ~過去 | ~直近 | ~最近 | ~过去"
)
_FUNDS = (
    "funds | payment* | payout* | balance* | disburs* | money | reserve* | settlement | "
    "proceeds | paid out | hold ends | guthaben | auszahlung* | "
    "fondos | fonds | fondi | ~資金 | ~资金 | ~残高"
)
_HELD = (
    "held | hold | holds | withh* | keep | kept | reserve* | available | released | "
    "unavailable | retain* | stay | stays | frozen | disburs* | paid | einbehalten | "
    "zurückgehalten | reteni* | retenu* | trattenut* | ~保留 | ~留保 | ~保持 | ~冻结"
)
_OWN = (
    "we will reply | we will respond | we aim | you will receive | you will get | you'll get | "
    "you'll receive | we will send | "
    "we reply | we answer | we will get back | you can expect | we try to | "
    "will receive an email | we usually | we will email | receive a response | "
    "review takes | usually takes | can take | may take | we will notify | we will review"
)
_SENT = "within | in the next | provide | submit | send | plan"
_METRIC = "rate | target | metric | defect* | measured | window"
_LOSS = re.compile(
    r"\b(?:we|you|it|your (?:\w+ ){1,4}|the (?:account|listing|image|stock|funds|offer)s?|selling privileges|funds) ?"
    r"(?:may|might|will|can|could|stays?|remains?)\b[^.;\n]{3,200}",
    re.I,
)
_BY = (
    "by | until | before | no later than | on or before | latest | bis | antes del | avant le | "
    "entro il | ~までに | ~之前"
)
_DUE = (
    "within | in | by | after | deadline | send | provide | submit | reply | respond | must | "
    "expire* | risk* | innerhalb | binnen | dentro | plazo | dans | délai | entro | ~以内 | ~内"
)


def deadlines(passage: Passage, received: date | None) -> tuple[Deadline, ...]:
    """All deadlines in the order of the text; the same days with the same consequence are told once."""
    told: list[Deadline] = []
    for one in sorted((*_spans(passage, received), *_days(passage)), key=lambda one: one.span.start):
        at = next((at for at, known in enumerate(told) if (known.days, known.date) == (one.days, one.date)), None)
        if at is None or (one.consequence and told[at].consequence and one.consequence != told[at].consequence):
            told.append(one)
        elif told[at].consequence is None:
            told[at] = told[at]._replace(consequence=one.consequence)
    return tuple(told)


def _spans(passage: Passage, received: date | None) -> Iterator[Deadline]:
    for match in _SPAN.finditer(passage.folded):
        days, business = _length(match)
        if not days:
            continue
        at = passage.sentence_at(match.start())
        money = (passage.has(_FUNDS, at) and passage.has(_HELD, at) and _money(passage, at, match)) or (
            at > 0
            and passage.folded.startswith(("this ", "that ", "it "), passage.sentences[at].start)
            and passage.has(_FUNDS, at - 1)
            and passage.has(_HELD, at - 1)
            and not passage.has(_SENT, at)
        )
        if _window(passage, match) or (passage.has(_METRIC, at) and not money) or (passage.has(_OWN, at) and not money):
            continue
        if not money and not passage.has(_DUE, at):
            continue
        consequence = _consequence(passage, at, match.end(), money)
        due = None if received is None else _business(received, days) if business else received + timedelta(days=days)
        yield Deadline(_quote(passage, at, match.start(), match.end()), days, due, consequence)


def _length(match: re.Match[str]) -> tuple[int, bool]:
    if match.group("cjk"):
        number, unit = int(match.group("cjk")), match.group("cunit")
    else:
        word = match.group("number").lower()
        number = int(word) if word.isdigit() else _NUMBERS.get(word, 0)
        unit = match.group("unit").lower()
    if unit in _HOURS:
        return -(-number // 24), False
    times = 7 if unit in _WEEKS else 30 if unit in _MONTHS else 1
    return number * times, (match.group("business") or "").strip().lower() in ("business", "working")


def _window(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the words right before say that the time looks back, or a metric follows ("72-hour plan" does not)."""
    start = max(0, match.start() - (12 if match.group("cjk") else 28))
    before = passage.folded[start : match.start()]
    return any(start <= hit.start < match.start() for hit in passage.hits(_WINDOW)) and "." not in before.strip()[-12:]


def _money(passage: Passage, at: int, match: re.Match[str]) -> bool:
    """Whether the time belongs to the funds and not to an answer that stands in the same sentence."""
    near_money = min((abs(hit.start - match.start()) for hit in passage.hits(_HELD) if hit.sentence == at), default=999)
    within = min(
        (abs(match.start() - hit.end) for hit in passage.hits(_SENT) if hit.sentence == at),
        default=999,
    )
    return near_money < within


def _consequence(passage: Passage, at: int, end: int, money: bool) -> str | None:
    sentence = passage.sentences[at]
    if money:
        return one_line(sentence.quote, 240)
    for place in (at, at + 1):
        if place < len(passage.sentences):
            text = passage.sentences[place].quote
            risk = passage.has(
                "lose | cancel* | hold | destroy* | deactivat* | suspend* | remain* | stay* | remov* | "
                "withh* | terminat* | close* | denied",
                place,
            )
            conditional = place == at or text.lower().startswith(
                ("if", "otherwise", "without", "failure", "after that", "else")
            )
            match = _LOSS.search(text) if risk and conditional else None
            if match is not None:
                return one_line(match.group().strip(" ,"), 240)
    return None


def _days(passage: Passage) -> Iterator[Deadline]:
    for found in dates.find(passage.text):
        if found.date is None:
            continue
        at = passage.sentence_at(found.span.start)
        by = [hit for hit in passage.hits(_BY) if hit.sentence == at and 0 <= found.span.start - hit.end < 24]
        if by and passage.has(
            "send | provide | submit | reply | respond | deadline | must | need* | complete | upload | "
            "expire* | please | appeal | before",
            at,
        ):
            yield Deadline(
                passage.quote(at, by[0].start, found.span.end),
                None,
                found.date,
                _consequence(passage, at, found.span.end, False),
            )


def _quote(passage: Passage, at: int, start: int, end: int) -> Span:
    whole = passage.sentences[at]
    if whole.end - whole.start <= 320:
        return whole
    return span(passage.text, max(whole.start, start - 80), min(whole.end, end + 80))


def _business(start: date, days: int) -> date:
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day
