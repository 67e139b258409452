"""What a letter is for: a plan, a dispute, documents, or the request that a rights owner withdraw a complaint.

Amazon asks for different letters (help G200370560; notices on related accounts, forged documents, identity, listings),
and a rule for plans that speaks on a dispute does harm. The case's route decides where there is one. Without it many
weak signs are weighed: headings, what the letter asks for, what it denies or admits, the files it lists, prevention,
and the kind of enforcement. A letter that shows no sign of anything else is judged as a plan.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon, tokens
from amends.review.letter import parts
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement
    from amends.review.rule import Rule

PLAN, DISPUTE, DOCUMENTS, RETRACTION, OTHER = "plan", "dispute", "documents", "retraction", "other"

_NOUN = "decision|deactivation|suspension|removal|enforcement|block|closure|complaint|claim|notice|report|allegation"
_PAPER = (
    "document|documents|documentation|invoice|invoices|certificate|certificates|authorization|authorisation|bill|bills|"
    "passport|statement|statements|licence|license|copy|copies|scan|scans|papers|proof|evidence|report|reports|letter|"
    "information|sheet|sheets|declaration"
)
_TAKEN = (
    "removed|deactivated|suspended|closed|enforced|blocked|flagged|accused|linked|issued|made|sent|rejected|related"
)
# Each sign with the kind of letter it points to; how much it weighs stands behind the colon.
_SIGNS = Lexicon(
    tagged=[
        *(
            (pattern, "dispute:2")
            for pattern in (
                "dispute|contest|challenge|refute|rebut this|the|your|it|that|both|these",
                "we|i dispute|contest|refute|rebut",
                f"{_TAKEN} .. in error|by_mistake",
                f"{_TAKEN} wrongly|mistakenly|erroneously|incorrectly|unjustly",
                f"wrongly|mistakenly|erroneously|incorrectly|wrongfully {_TAKEN}",
                f"mistaken|erroneous|unfounded|incorrect|inaccurate|baseless|false|wrong .. {_NOUN}|finding|link",
                (
                    f"{_NOUN}|finding|suspicion|link|classification is|was|are|were mistaken|"
                    f"wrong|incorrect|unfounded|false"
                ),
                f"reverse|overturn|lift|undo|rescind|revoke this|the|your|our|its {_NOUN}",
                "withdraw|cancel|annul the|this|your deactivation|suspension|removal|decision|enforcement|warning",
                "no|any connection|relation|relationship|link|affiliation|association|ties with|to|between",
                (
                    "not|never|neither|nor .. own|control|share|infringe|infringed|"
                    "manipulated|altered|forged|related|linked"
                ),
                "not|neither|nor connected|affiliated|associated|identical|counterfeit|confusing|confusingly",
                "is|are genuine|authentic|original|unaltered|unedited|unchanged|licensed|authorised|authorized",
                "was|were not altered|edited|manipulated|forged|changed|opened|used",
                "no character|figure|line|word .. was|were altered|edited|changed",
                "counter notice|notification",
                "counter-notice|counternotice|counter-notification|misidentification",
                "penalty of perjury",
                "good faith belief|that",
                "first|prior sale|use|rights|publication doctrine|exhaustion",
                "fair use|dealing",
                (
                    "does|do|did not occur|match|apply|contain|fall|appear|correspond|"
                    "concern|show|use|make|claim|need|bear"
                ),
                "review|re-examine|reconsider|examine|check the? evidence|link|finding|match",
                "contains|contain|carries|carry|makes|uses|has no|none|neither",
                "neither|nor .. claims|claim|owns|shares|related|is|are|of|the",
                (
                    "is|are no|not_a|not_an .. product|pesticide|device|drug|copy|variation|"
                    "duplicate|brand|violation|medicine"
                ),
                "automatic|automated|algorithm|bot .. check|reacted|flagged|triggered|picked|mistook|confused",
                "look|looking at|into .. documents|evidence|proof|proofs|link|page|photos",
                "does|do not apply|need|require|fall|claim|belong|come",
                "lawfully|rightfully|legally .. sold|bought|acquired|sourced|licensed|imported",
                "licensed|authorised|authorized|permitted to us|by|under",
                "accept .. original invoice|documents|evidence|document",
                (
                    "taken|take|took|remove|removed|delete|deleted|strike|clear off|from? "
                    "the|our|my? account health|record"
                ),
                "correct the|our|this|its|your rate|figure|metric|record|finding|entry|count|classification|listing",
                "link|finding|entry|flag|warning|strike be? removed|lifted|deleted|corrected|withdrawn|cancelled",
                "count|counted|calculate|calculated|recalculate|compute .. anew|again|afresh|without",
                (
                    "notice|report|finding|complaint|claim|decision|removal rests|relies|rely|based|overlooks|confuses|"
                    "mistakes|mixes|assumes|ignores|speaks_of_another"
                ),
                "made|written|issued|registered|signed on|for|about|by|in another|a_different|somebody_else",
                "unknown|strangers|stranger to us|me",
                "none of_them? speaks|says|mentions|names|concerns|shows|claims|alleges",
                "ours has|is|bears|carries|shows|was|are|have|bear|carry|show",
                "no user|access|rights|part|share|role|authority in|of|over|to",
                "confirm|confirms|confirmed .. invoice|purchase|sale|authenticity|origin|in_writing|that_we_may",
                "were|was|are|is delivered|handed_over|scanned|accepted within|before|on|by .. date|deadline|time|day",
                "belongs|belong|belonged to another|a_different|someone|somebody",
                "figure|rate|notice|metric|count counts|includes|contains|counted|included",
                "was|were handed|delivered|collected|shipped .. before the|its|their ship-by|deadline|cut-off|due",
                "shows|concerns|is|was .. another|different|other product|item|seller|company|person|brand|entity",
            )
        ),
        *(
            (pattern, "documents:2")
            for pattern in (
                f"you .. asked|requested|require|required|want|wanted|need|ask|request .. {_PAPER}",
                f"requested|required {_PAPER}",
                f"{_PAPER} .. you .. asked|requested|require|required|want|wanted|need",
                f"as|what|which|that you? .. requested|asked|required {_PAPER}?",
                f"please|kindly find .. {_PAPER}|attached|enclosed",
                f"herewith|hereby .. send|submit|provide .. {_PAPER}",
                f"we|i send|submit|provide|upload|present|supply you? .. {_PAPER}",
                f"{_PAPER} attached|enclosed|below|follow",
                "to|for verify|verification|identification|validation",
                f"in|with reply|answer|response|reference to your request|email|e-mail|message .. {_PAPER}",
            )
        ),
        *(
            (pattern, "documents:1")
            for pattern in (
                "identity card",
                "passport|bill|statement|extract|licence|license|certificate of|for|dated",
                "can be reached|contacted|called at|on|under",
                "covers|cover|names us|the|our|both|all",
                "valid until|to|through",
            )
        ),
        *(
            (pattern, "retraction:4")
            for pattern in (
                "retract|retraction|retracting",
                "withdraw|withdrawal|withdrawing|revoke|take_back .. your|the|this|of complaint|notice|report|claim",
                "notice@amazon",
                "amazon's notice team|department",
                "complaint|report|claim is|be|was|as withdrawn|retracted|resolved",
                "complaint|report|notice|claim .. was made|sent|filed in error",
            )
        ),
        *(
            (pattern, "retraction:2")
            for pattern in (
                "you|your .. reported|complained|filed|lodged .. to_amazon|listing|asin|complaint|page|offer|product",
                "your complaint|report|notice|claim to|with|at|against .. amazon|listing|asin|us|our",
                "write|confirm|email|e-mail|send|tell|inform|notify to? amazon",
                (
                    "your|you .. trademark|trade_mark|patent|copyright|photograph|picture|"
                    "image|design|pattern|artwork|brand"
                ),
                "settle|settled|resolve|agree|agreement .. with you|your|both",
                "tell|let|inform|write|notify|email to? amazon .. know|that|closed|settled|resolved|mistake|error|you",
            )
        ),
        *(
            (pattern, "other:3")
            for pattern in (
                "you|amazon asked|told|advised|instructed us|me to .. first|before",
                "other|second|related account .. belongs|belonged|appealed|reinstated|reactivated|closed|settled",
                "extension|extend .. deadline|time",
                "more|additional|further time to",
                "which|what asin|asins|orders|account|listing|document|documents|item do|does|did|is|are you",
                "status of our|my|the appeal|case|plan|submission",
                "we|i ask|request you? for|to a? clarification|clarify|specify|name|explain",
                "release|disburse|pay .. funds|balance|payout|disbursement",
            )
        ),
        *(
            (pattern, "plan:3")
            for pattern in ("plan of action|actions", "action plan", "our|my|this plan is|of|for|to", "poa")
        ),
        *(
            (pattern, "plan:2")
            for pattern in (
                "root cause*",
                "corrective|preventive|preventative actions|action|measures|measure|steps",
                "prevent*|avoid .. recurrence|recur|recurring|again|repeat|repetition|future|happening",
                "from now|today|here on|onwards|out",
                "since # .. every|each|before|only|opens|checks|compares|reads|counts|signs|reviews|inspects|keeps",
                "going|moving forward",
                "never|not .. happen|occur|repeat|recur again",
                (
                    "we|i|our|my|team|staff will|shall|promise|must be? .. careful|better|"
                    "attention|strictly|improve|check|train"
                ),
            )
        ),
        *(
            (pattern, "plan:1")
            for pattern in (
                "sorry|apologise|apologize|apologies|apology|regret|mistake|fault",
                "in the? future",
                "every|each day|week|month|quarter|morning|evening|year|monday|tuesday|wednesday|thursday|friday",
                "daily|weekly|monthly|quarterly",
                (
                    "we|i .. removed|deleted|closed|refunded|trained|blocked|destroyed|"
                    "cancelled|canceled|quarantined|deactivated"
                ),
                ("we|i changed|switched|counted|pulled|stopped|threw|rewrote|corrected|took|put"),
                "was|were deleted|removed|closed|destroyed|refunded|stopped|returned|sent by us|me",
                "no|without .. step|check|rule|procedure|routine|checklist|field|column|list|register|alarm|stand-in",
                "we|i did not|never .. know|check|notice|read|compare|see|ask|verify|search",
            )
        ),
    ]
)
_NEGATED = Lexicon("no|not|without|never|instead_of|rather_than a|any? plan|root|retract|need|needed|wanted|asked")
_MOST = 6
# A letter of particulars in which nothing speaks of a plan is none, whatever else it is; a few words are a poor plan.
_LEAST, _SHORT = 2, 40
# A heading is what its writer says the part is; one word of it weighs as much as two sentences.
_HEADED = Lexicon(
    tagged=[
        ("evidence", DISPUTE),
        ("proof|proofs", DISPUTE),
        ("facts|fact", DISPUTE),
        ("why .. wrong|error|mistake|not|incorrect", DISPUTE),
        ("third part*|parties", DISPUTE),
        ("what .. confirm|confirms|shows|show|prove|proves", DISPUTE),
        ("grounds for|of dispute|appeal|objection", DISPUTE),
        ("our|my position", DISPUTE),
        ("supply|origin|source|sources|provenance|traceability|goods_come|bought_from|chain_of", DISPUTE),
        ("request|relief|what_we_ask|we_ask", DISPUTE),
        ("misunderstanding|misreading|mix-up", DISPUTE),
        ("retract*", RETRACTION),
        ("withdraw*", RETRACTION),
        ("documents requested|asked", DOCUMENTS),
        ("requested documents|information|documentation", DOCUMENTS),
    ]
)
# Headings that only a plan has. "What we did", "Steps" and "Cause of the notice" stand over a dispute as well.
_NAMES = Lexicon(
    "root cause*",
    "corrective|preventive|preventative|remedial action|actions|measure|measures|steps",
    "plan_of_action|action_plan|prevention|corrections|measures",
    "how|so it|this|that .. again",
)
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
    if draft.is_follow_up or planned > 2 or (parts.MEASURES in headed and planned > 1) or any(map(_NAMES.found, heads)):
        return PLAN
    weight = dict.fromkeys(_KINDS, 0.0)
    for words in heads:
        for _, _, kind in _HEADED.matches(words):
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
        for first, last, tag in _SIGNS.matches(statement.words):
            kind, _, points = tag.partition(":")
            if kind == PLAN and _NEGATED.within(statement.words, max(0, first - 4), last):
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
