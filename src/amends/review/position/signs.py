"""Signs of what a letter is for, in its sentences and headings: each pattern with the kind of letter it points to."""

from __future__ import annotations

from amends.review.language.words import Lexicon

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
SIGNS = Lexicon(
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
NEGATED = Lexicon("no|not|without|never|instead_of|rather_than a|any? plan|root|retract|need|needed|wanted|asked")
# A heading is what its writer says the part is; one word of it weighs as much as two sentences.
HEADED = Lexicon(
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
NAMES = Lexicon(
    "root cause*",
    "corrective|preventive|preventative|remedial action|actions|measure|measures|steps",
    "plan_of_action|action_plan|prevention|corrections|measures",
    "how|so it|this|that .. again",
)
