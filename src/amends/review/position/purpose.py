"""What a letter is for: a plan, a dispute, documents, or the request that a rights owner withdraw a complaint.

Amazon asks for different letters (help G200370560; notices on related accounts, forged documents, identity, listings),
and a rule for plans that speaks on a dispute does harm. The case's route decides where there is one. Without it many
weak signs are weighed: headings, what the letter asks for, what it denies or admits, the files it lists, prevention,
and the kind of enforcement. A letter that shows no sign of anything else is judged as a plan.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon, tokens
from amends.review.letter import parts
from amends.review.position.signs import DISPUTE, DOCUMENTS, HEADED, NAMES, NEGATED, OTHER, PLAN, RETRACTION, SIGNS
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement
    from amends.review.rule import Rule

__all__ = ["DISPUTE", "DOCUMENTS", "OTHER", "PLAN", "RETRACTION", "fits", "is_plan", "purpose", "refuses"]

_MOST = 6
# A letter of particulars in which nothing speaks of a plan is none, whatever else it is; a few words are a poor plan.
_LEAST, _SHORT = 2, 40
# Of two that weigh the same, the first is meant: to take a plan for something else leaves its defects unsaid.
_KINDS = (PLAN, RETRACTION, DISPUTE, DOCUMENTS, OTHER)
_THREE = (parts.CAUSE, parts.DONE, parts.MEASURES)


def purpose(draft: Draft) -> str:
    """What the letter is for: "plan", "dispute", "documents", "retraction", or another route that its case names."""
    if draft.case and draft.case.route:
        return str(draft.case.route)
    if "purpose" not in draft.memo:
        draft.memo["purpose"] = _read(draft)
    return str(draft.memo["purpose"])


def is_plan(draft: Draft) -> bool:
    """Whether the letter is judged as a Plan of Action: by the case's route, else by what stands in it."""
    # Asked so often that a call less tells.
    known = draft.memo
    return (known["purpose"] if draft.case is None and "purpose" in known else purpose(draft)) == PLAN


def fits(rule: Rule, draft: Draft) -> bool:
    """Whether a rule speaks on this kind of letter."""
    return not rule.letters or purpose(draft) in rule.letters


def _read(draft: Draft) -> str:
    headed = {part.id for part in draft.parts if part.heading is not None}
    if (parts.MEASURES not in headed and _disputes(draft)) or (
        headed.isdisjoint((parts.CAUSE, parts.DONE)) and _says_so(draft)
    ):
        # "I dispute that relation. … Nevertheless, my plan:" is a dispute that spoils itself.
        return DISPUTE
    heads = [tokens(draft.low, block.start, block.end)[0] for block in draft.headings]
    planned = len(headed.intersection((*_THREE, parts.MIXED)))
    if draft.is_follow_up or planned > 2 or (parts.MEASURES in headed and planned > 1) or any(map(NAMES.found, heads)):
        return PLAN
    weight = dict.fromkeys(_KINDS, 0.0)
    for words in heads:
        for _, _, kind in HEADED.matches(words):
            weight[kind] += 3
    signs = _signs(draft)
    for kind, points in signs.items():
        weight[kind] += points
    # "What we did" stands over a dispute too: where no sentence speaks of a plan, a heading alone makes none.
    weight[PLAN] += planned * (3 if PLAN in signs else 1)
    told = {part.id for part in draft.parts}.intersection(_THREE)
    weight[PLAN] += max(0, len(told) - 1) + 2 * ({parts.MEASURES} <= told and PLAN in signs)
    _lists(draft, weight)
    _stances(draft, weight)
    playbook = draft.playbook
    if playbook is not None and playbook.routes and playbook.routes[-1].route in weight:
        weight[playbook.routes[-1].route] += 1 if playbook.routes[-1].route == PLAN else 2
    best = max(weight.values())
    if best < _LEAST and draft.words >= _SHORT and (draft.files or draft.identifiers or draft.dates):
        return OTHER
    return next(kind for kind in _KINDS if weight[kind] == best)


_DISPUTES = Lexicon(
    "we|i|client dispute|contest|reject|deny that|the|this|your finding|relation|link|decision|claim|report|allegation",
    (
        "disputes|contests|rejects|denies the|this|that|your|any|both .. finding|findings|relation|link|decision|"
        "claim|report|allegation|"
        "allegations|suspicion|complaint|enforcement"
    ),
    "this|letter is|as a|our|my|hereby? dispute",
    "this|that|it is not our way|model|practice|business|trade",
    "this|that|it is not how|what we|i do|work|sell|trade|buy|ship|operate",
    "nothing of this|that|it|which is true|correct|right",
    (
        "listing|listings|account|product|products|offer|offers|asin|asins|item|items|it|they was|were "
        "removed|deactivated|suspended|blocked|taken_down|closed|flagged|restricted in error"
    ),
)
_SAYS_DISPUTE = Lexicon(
    "this|letter is a|our|my dispute", "disputes|denies the .. in its|their|full|all entirety|points|respects|every"
)
_OPENING_SENTENCES = 6


def _disputes(draft: Draft) -> bool:
    """Whether the first sentences say in so many words that the finding is disputed."""
    return any(_DISPUTES.found(statement.words) for statement in draft.statements[:_OPENING_SENTENCES])


def _says_so(draft: Draft) -> bool:
    """Whether the letter calls itself a dispute, whatever its headings are taken for."""
    return any(_SAYS_DISPUTE.found(statement.words) for statement in draft.statements[:_OPENING_SENTENCES])


# Said of the seller at the head of a letter, these leave no room for a plan.
_REFUSES = Lexicon(
    "we|i|client contradict|refute|rebut|challenge|object|dispute|contest|reject .. decision|finding|allegation|link",
    (
        "ask|request|demand|urge .. you|amazon to? reverse|overturn|withdraw|rescind|annul|revoke|undo .. "
        "decision|deactivation|suspension|removal|enforcement|warning|finding|link"
    ),
    "no connection|relation|relationship|link|ties|affiliation to|with|between",
    "is|are genuine|authentic|original and we|i",
)


def refuses(draft: Draft) -> bool:
    """Whether a letter says at its head that the finding is wrong, whatever stands below."""
    return any(
        _DISPUTES.found(statement.words) or _REFUSES.found(statement.words)
        for statement in draft.statements[:_OPENING_SENTENCES]
        if statement.part != parts.CAUSE
    )


def _signs(draft: Draft) -> dict[str, float]:
    """What the sentences point to, each sentence once for each kind, and no kind by more than a few sentences."""
    found: dict[str, list[int]] = {}
    for statement in draft.statements:
        here: dict[str, int] = {}
        for first, last, tag in SIGNS.matches(statement.words):
            kind, _, points = tag.partition(":")
            if kind == PLAN and NEGATED.within(statement.words, max(0, first - 4), last):
                continue
            here[kind] = max(here.get(kind, 0), int(points))
        for kind, most in here.items():
            found.setdefault(kind, []).append(most)
    return {kind: sum(sorted(points, reverse=True)[:_MOST]) for kind, points in found.items()}


def _lists(draft: Draft, weight: dict[str, float]) -> None:
    """Points that begin with a file are a list of what is sent."""
    listed = sum(1 for item in draft.items if item.kind != "paragraph" and _file_first(draft, item.statements))
    weight[DOCUMENTS] += min(4, listed * 2)


def _file_first(draft: Draft, statements: list[Statement]) -> bool:
    return bool(statements) and any(f.start() <= statements[0].start + 2 for f in draft.files_in(statements[0]))


def _stances(draft: Draft, weight: dict[str, float]) -> None:
    from amends.review.position.stance import admissions, denials

    weight[DISPUTE] += min(_MOST, 2 * len({s.start for s, _, _ in denials(draft)}))
    weight[PLAN] += min(_MOST, 2 * len({s.start for s, _, _ in admissions(draft)}))
