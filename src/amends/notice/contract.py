"""The stable JSON of a notice, as `amends read --json` prints it and every other door hands it out."""

from __future__ import annotations

from amends.model import Identifier, Notice, Span

_PLACED = ("asin", "order")


def as_json(notice: Notice) -> dict[str, object]:
    """The contract's fields, then `places` (of each identifier), `doubts`, and `text` unless it was plain text.

    Offsets count characters of the text as given; for other formats, of the `text` in the result.
    """
    told: dict[str, object] = {
        "kind": notice.kind,
        "level": notice.level,
        "status": notice.status,
        "enforcements": [
            {"id": one.id, "confidence": one.confidence, "because": [_place(span) for span in one.because]}
            for one in notice.enforcements
        ],
        "marketplace": notice.marketplace,
        "received": notice.received.isoformat() if notice.received else None,
        "asins": list(notice.of_kind("asin")),
        "orders": list(notice.of_kind("order")),
        "ids": [{"kind": kind, "value": value} for kind, value in _others(notice.identifiers)],
        "deadlines": [
            {
                "quote": one.span.quote,
                "days": one.days,
                "date": one.date.isoformat() if one.date else None,
                "consequence": one.consequence,
                "start": one.span.start,
                "end": one.span.end,
            }
            for one in notice.deadlines
        ],
        "asks": [{"id": one.id, "branch": one.branch, **_place(one.span)} for one in notice.asks],
        "route": notice.route,
        "channel": notice.channel,
        "language": notice.language,
        "places": [
            {"kind": one.kind, "value": one.value, "masked": one.masked, **_place(one.span)}
            for one in notice.identifiers
        ],
        "doubts": list(notice.doubts),
    }
    if notice.format != "txt":
        told["text"] = notice.text
    return told


def _others(identifiers: tuple[Identifier, ...]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((one.kind, one.value) for one in identifiers if one.kind not in _PLACED))


def _place(span: Span) -> dict[str, object]:
    return {"quote": span.quote, "start": span.start, "end": span.end}
