"""From the bytes or the text of a message to a `Notice`: what it is, what is asked, by when, which answer fits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amends import dates
from amends.model import Enforcement, Notice
from amends.notice import asks as asking
from amends.notice import channel as channels
from amends.notice import classify, deadlines, fields, language, parts, phishing, routes, standing, stores
from amends.notice.passage import Passage
from amends.playbook import Catalog
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.formats.pdftext import Sheets

LONGEST = 100_000
"""How many characters are looked at. No notice is near as long; a mailbox saved as one file is."""

_INFORMS = frozenset(("funds", "brand-approval", "account-at-risk"))
_FRAUD = "phishing"
_OPEN = "unspecified"


def read(data: bytes, name: str, catalog: Catalog, digest: str = "", sheets: Sheets | None = None) -> Notice:
    """Read a notice from the bytes of a file; `sheets` takes the text layer out of a PDF, as for `open_message`.

    Raises `Unreadable` when the file holds no text of a message.
    """
    from amends.notice.message import open_message

    message = open_message(data, name, sheets)
    return read_text(
        message.text,
        catalog,
        name=name,
        format=message.format,
        digest=digest,
        subject=message.subject,
        sender=message.sender,
        received=message.received,
        language_hint=message.language_hint,
        links=tuple((link.text, link.target) for link in message.links),
        doubts=message.doubts,
    )


def read_text(
    text: str,
    catalog: Catalog,
    *,
    name: str = "-",
    format: str = "txt",
    digest: str = "",
    subject: str | None = None,
    sender: str | None = None,
    received: date | None = None,
    language_hint: str | None = None,
    links: Iterable[tuple[str, str]] = (),
    doubts: tuple[str, ...] = (),
) -> Notice:
    """Read a notice from its text, with what is known of the message's head. `received` outranks a date in the text."""
    passage = Passage(text[:LONGEST])
    places = parts.places(passage)
    spoken = language.language(passage.text, passage.words, language_hint)
    signs = phishing.signs(passage.text, sender, tuple(links), _domains(catalog))
    ranked = classify.scores(passage, places, catalog.playbooks, signs, subject or "")
    fraud = _fraud(ranked)
    told = tuple(one for one in classify.enforcements(ranked) if one.id not in (_FRAUD, _OPEN))
    asked = asking.asks(passage, places, catalog.asks)
    implied = next((score.level for score in ranked if told and score.id == told[0].id), "")
    stand = standing.standing(passage, places, implied)
    informs = all(one.id in _INFORMS for one in told)
    kind = standing.kind(stand, fraud is not None, bool(told), routes.demands(asked), informs)
    if kind == "enforcement" and stand.status is None and routes.only_edits(asked):
        kind = "warning"
    if fraud is not None:
        told = (fraud, *told[:1])
    elif kind == "unknown":
        told, asked = (), ()
    elif not told and kind in ("enforcement", "reply"):
        told = (_unspecified(ranked, stand),)
    store, _, store_doubt = stores.store(passage, catalog.marketplaces, sender or "", spoken)
    day, day_doubt = (received, None) if received else _received(passage)
    more = _doubts(text, spoken, store_doubt, day_doubt, told, kind, standing.to_amazon(passage))
    silent = ("unknown", "not-amazon") if stand.status else ("unknown", "not-amazon", "information")
    playbook = catalog.playbooks.get(told[0].id) if told else None
    return Notice(
        file=name,
        format=format,
        sha256=digest,
        text=text,
        subject=subject,
        sender=sender,
        kind=kind,
        level=stand.level if kind not in silent else None,
        status=stand.status if kind not in silent else None,
        enforcements=told,
        marketplace=store,
        received=day,
        identifiers=fields.fields(passage),
        deadlines=deadlines.deadlines(passage, day),
        asks=asked if fraud is None else (),
        route=routes.route(playbook, kind, stand.level, stand.status, asked, catalog.asks),
        channel=channels.channel(passage, places) if kind not in ("unknown", "not-amazon") else None,
        language=spoken,
        doubts=(*doubts, *more),
    )


def _domains(catalog: Catalog) -> tuple[str, ...]:
    return tuple(domain for store in catalog.marketplaces.values() for domain in (*store.domains, store.seller_central))


def _fraud(ranked: list[classify.Score]) -> Enforcement | None:
    for score in ranked:
        if score.id == _FRAUD and score.confidence >= 0.75 and score.signals > 1:
            return Enforcement(_FRAUD, score.confidence, score.because)
    return None


def _unspecified(ranked: list[classify.Score], stand: standing.Standing) -> Enforcement:
    """No reason was told: the surer that Amazon acted and the weaker every candidate, the surer this is."""
    rival = max((score.confidence for score in ranked if score.id not in (_OPEN, _FRAUD)), default=0.0)
    own = next((score for score in ranked if score.id == _OPEN), None)
    acted = 0.9 if stand.status is not None else 0.7
    return Enforcement(_OPEN, round(acted * (1 - rival / 2), 2), own.because if own else ())


def _received(passage: Passage) -> tuple[date | None, str | None]:
    """The day in a line of its own at the head of the text, as a mail program or a poster puts it."""
    head = passage.text[:600]
    at = 0
    for line in head.split("\n")[:8]:
        hits = list(dates.find(line))
        rest = len(line) - sum(hit.span.end - hit.span.start for hit in hits)
        label = line.strip().lower().startswith(("date", "sent", "received", "datum", "gesendet", "fecha", "on "))
        if hits and (
            rest <= 26 or (label and len(line) < 80) or (at == 0 and hits[0].span.start < 3 and len(line) > 200)
        ):
            hit = hits[0]
            if hit.date is not None:
                return hit.date, None
            if len(hit.readings) > 1:
                return (
                    None,
                    f"The date “{hit.span.quote}” can be read in two ways; say on which day you received the notice.",
                )
        at += len(line) + 1
    return None, None


def _doubts(
    text: str,
    spoken: str,
    store: str | None,
    day: str | None,
    told: tuple[Enforcement, ...],
    kind: str,
    to_amazon: bool,
) -> tuple[str, ...]:
    found: list[str] = []
    if len(text) > LONGEST:
        found.append(f"Only the first {LONGEST:,} characters were read; save the message alone and read it again.")
    if spoken != "en":
        found.append(
            f"The notice is not in English (language: {spoken}); it was read by fewer words than an English one. "
            "Compare the result with the "
            "notice, or switch Seller Central to English and read it again."
        )
    found.extend(doubt for doubt in (store, day) if doubt)
    if kind == "enforcement" and told and told[0].confidence < 0.7 and told[0].id != _OPEN:
        found.append("The reason was read from few words; compare it with Account Health before you answer.")
    if told and told[0].id == _OPEN:
        found.append(
            "The message gives no reason; look for it on the Account Health page and in earlier messages first."
        )
    if kind == "unknown" and to_amazon:
        found.append("This is a letter to Amazon, not one from Amazon; check it with `amends check`.")
    elif kind == "unknown":
        found.append("This does not read like a message from Amazon to a seller; check that the right text was given.")
    return tuple(dict.fromkeys(found))
