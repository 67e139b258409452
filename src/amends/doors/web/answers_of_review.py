"""What the review of a draft says, in the form that the editor in the page reads.

Places count Unicode code points of the text that was sent.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from amends import values
from amends.app.plan import reviewing
from amends.app.plan.obstacles import MEND
from amends.dates import written
from amends.doors.web.words import unmarked
from amends.render.exhibits.citations import title_of
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.model import Case, Fact, Finding
    from amends.plan.ground import Grounded
    from amends.render.exhibits.citations import Citation

_MOST = 300
_LONG = 300


def answer_of(id: str, reviewed: reviewing.Reviewed, version: int) -> dict[str, object]:
    """The findings and sentences of a review of the plan of case `id`. What was accepted is left out."""
    why = reviewing.rules_of(reviewed.checked)
    stopping = reviewed.hindered.errors
    findings = [
        *(_finding(each, *why.get(each.rule, ("", "")), each in stopping) for each in reviewed.standing),
        *(_unproven(each.grounded, each.place) for each in reviewed.unproven),
    ]
    # What stands in the way is never among those that are too many to list.
    findings = sorted(sorted(findings, key=lambda each: not each["stops"])[:_MOST], key=lambda each: each["start"])
    keys = {fact.key for sentence in reviewed.sentences for fact in sentence.grounded.facts}
    asks = reviewing.asked_for(keys)
    return {
        "version": version,
        "findings": findings,
        "sentences": [
            _sentence(id, sentence, sentence.place, asks, reviewed.checked.draft.case)
            for sentence in reviewed.sentences
            if sentence.place is not None
        ],
        "words": reviewed.words,
        "limit": reviewed.budget,
    }


def _finding(finding: Finding, why: str, source: str, stops: bool) -> dict[str, Any]:
    start, end = finding.span.start, finding.span.end
    return {
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level,
        "stops": stops,
        "message": unmarked(finding.message),
        "todo": "",
        "start": start,
        "end": end,
        "why": why,
        "source": source,
        "fix": {"text": finding.fix.text, "start": start, "end": end} if finding.fix else None,
        "related": [
            {"file": each.file.rpartition("/")[2], "quote": one_line(each.quote, _LONG), "note": each.note}
            for each in finding.related
        ],
    }


def _unproven(grounded: Grounded, place: tuple[int, int] | None) -> dict[str, Any]:
    """A sentence that nothing proves, as a finding at its place."""
    start, end = place or (0, 0)
    quote = "" if place else f" “{one_line(grounded.text, 160)}”"
    return {
        "rule": "",
        "name": "unproven",
        "level": "error",
        "stops": True,
        "message": f"Nothing proves this sentence yet{quote}: {grounded.unproven}.",
        "todo": MEND,
        "start": start,
        "end": end,
        "why": "",
        "source": "",
        "fix": None,
        "related": [],
    }


def _sentence(
    id: str, sentence: reviewing.Sentence, place: tuple[int, int], asks: reviewing.Asks, case: Case | None
) -> dict[str, object]:
    grounded = sentence.grounded
    facts = [_fact(id, fact, asks.get(fact.key) or _named(fact.key)) for fact in grounded.facts]
    return {
        "start": place[0],
        "end": place[1],
        "unproven": grounded.unproven,
        "facts": [*facts, *(_cited(id, citation, case) for citation in sentence.cited)],
    }


def _fact(id: str, fact: Fact, label: str) -> dict[str, str]:
    source = fact.source
    value = (
        "You said that you do not have this." if fact.value is None else one_line(values.say(fact.value, "full"), _LONG)
    )
    match source.kind:
        case "statement":
            on = f" on {written(source.on)}" if source.on else ""
            said, at = f"Said by {source.ref}{on}", _address("question", id, fact.key) or _address("answers", id)
        case "notice":
            quote = f": “{one_line(source.span.quote, 120)}”" if source.span and source.span.quote.strip() else ""
            said, at = f"In the notice{quote}", _address("notice", id)
        case _:
            page = f", page {source.page}" if source.page else ""
            said, at = f"{source.ref}{page}", _address("evidence", id)
    return {"label": one_line(label, _LONG), "value": value, "source": said, "href": at}


def _named(key: str) -> str:
    """A fact that no question asks for, by the last part of its key."""
    return title_of(key.rpartition(".")[2].replace("-", "_"))


def _cited(id: str, place: Citation, case: Case | None) -> dict[str, str]:
    line = f", line {place.line}" if place.line is not None else ""
    exhibit = _address("exhibit", id, place.label)
    picture = _address("exhibit-page", id, place.label, place.page)
    if picture:
        hashes = [each.sha256[:12] for each in case.exhibits if each.label == place.label] if case else []
        box = ",".join(f"{side:.1f}" for side in place.box)
        picture += "?" + urlencode({"box": box, "near": 1, **({"v": hashes[0]} if hashes else {})}, safe=",")
    return {
        "label": f"Exhibit {place.label}: {place.title}",
        "value": one_line(place.words, _LONG),
        "source": f"{place.name}, page {place.page}{line}{f'; {place.said}' if place.said else ''}",
        "href": f"{exhibit}?page={place.page}" if exhibit else "",
        "picture": picture,
    }


def _address(name: str, *words: str | int) -> str:
    """The address of a page, "" where there is no such page."""
    try:
        return reverse(name, args=words)
    except NoReverseMatch:
        return ""
