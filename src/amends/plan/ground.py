"""Which sentence of a letter stands on what, down to the place in the source.

A sentence that drafting wrote carries its facts and exhibits. One that a person changed or added is held against the
case: every particular in it must be there, and there must be one. What stands on nothing is unproven.
"""

from __future__ import annotations

from dataclasses import dataclass

from amends import particulars, text
from amends.model import Case, Fact, Letter, Plan, Sentence, Span

ATTESTED = "statement"
GAP = "something is missing here"


@dataclass(frozen=True, slots=True)
class Grounded:
    """A sentence of the letter: where it stands, the facts and exhibits under it, and why not, if it is unproven."""

    text: str
    section: str
    facts: tuple[Fact, ...]
    exhibits: tuple[str, ...]
    fixed: bool
    drafted: bool
    unproven: str = ""


def ground(
    letter: Letter,
    plan: Plan,
    case: Case,
    terms: frozenset[str] = frozenset(),
    known: particulars.Known | None = None,
) -> tuple[Grounded, ...]:
    """Every sentence of a letter with what it stands on, in order.

    `terms` are proper names of the trade itself, `known` what the case holds, where that was found out before.
    """
    drafted: dict[str, Sentence] = {text.normal(sentence.text): sentence for sentence in plan.sentences}
    items = {text.normal(item.text): item.sentences for section in plan.sections for item in section.items}
    headings = {section.heading for section in plan.sections}
    attested = {
        _said(str(fact.value)): fact for key, fact in case.facts.items() if key.split(".")[0] == ATTESTED and fact.value
    }
    known = particulars.known(case) if known is None else known
    found: list[Grounded] = []
    section = ""
    for block in letter.blocks:
        if block.kind == "heading":
            section = block.text
            if block.text not in headings:
                found.extend(_by_hand(Span(0, 0, block.text), section, case, known, attested, terms, heading=True))
            continue
        if block.kind == "gap":
            found.append(Grounded(block.text, section, (), (), False, False, GAP))
            continue
        whole = items.get(text.normal(block.text))
        if whole is not None:
            found.extend(_drafted(sentence, section, case) for sentence in whole)
            continue
        for piece in text.sentences(block.text):
            sentence = drafted.get(text.normal(piece.quote))
            if sentence is not None:
                found.append(_drafted(sentence, section, case))
            else:
                found.extend(_by_hand(piece, section, case, known, attested, terms))
    return tuple(found)


def _drafted(sentence: Sentence, section: str, case: Case) -> Grounded:
    facts = tuple(case.facts[key] for key in sentence.facts if key in case.facts)
    unproven = "" if facts or sentence.exhibits or sentence.fixed else "no fact stands behind it"
    return Grounded(sentence.text, section, facts, sentence.exhibits, sentence.fixed, True, unproven)


def _by_hand(
    piece: Span,
    section: str,
    case: Case,
    known: particulars.Known,
    attested: dict[str, Fact],
    terms: frozenset[str],
    heading: bool = False,
) -> list[Grounded]:
    fact = attested.get(_said(piece.quote))
    if fact is not None:
        return [Grounded(piece.quote, section, (fact,), (), False, False)]
    keys: set[str] = set()
    strange: list[str] = []
    anchors = 0
    for particular in particulars.find(piece.quote):
        if particular.kind == "name" and particular.value in terms:
            continue
        holders = known.keys(particular)
        keys |= holders
        anchors += bool(holders)
        if not holders:
            strange.append(particular.span.quote)
    labels = {exhibit.label for exhibit in case.exhibits}
    facts = tuple(case.facts[key] for key in sorted(keys) if key in case.facts)
    exhibits = tuple(sorted(keys & labels))
    if strange:
        why = f"{', '.join(dict.fromkeys(strange))} {'is' if len(set(strange)) == 1 else 'are'} not in the case"
    elif not anchors and not heading:
        why = "nothing in the case says this"
    else:
        why = ""
    return [Grounded(piece.quote, section, facts, exhibits, heading and not strange, False, why)]


def _said(sentence: str) -> str:
    """The form in which a sentence and its attestation are compared: a value keeps no full stop."""
    return text.normal(sentence).rstrip(" .;,")
