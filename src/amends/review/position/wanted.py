"""What sellers ask of Amazon beside what a plan is for: the usual requests, each by its patterns."""

from __future__ import annotations

from amends.review.language.words import Lexicon

REINSTATEMENT = "reinstatement"
# What is asked for, a line a pattern. Only the first is what a plan is for.
_WANTED = {
    REINSTATEMENT: (
        (
            "reinstate|reinstatement|reactivate|reactivation|restore|unblock|unlock|reopen|unsuspend|"
            "give_back|return|review|reconsider .. account|privileges|rights|store|shop|selling|listing|"
            "listings|offer|asin*|plan|decision"
        ),
        "reinstatement|reactivation",
        "let the|our|my account|shop|store|listing work|run|sell|live",
    ),
    "the funds": (
        (
            "release|releasing|disburse|transfer|pay|pay_out|payout|send|unfreeze|free|let|give|hand|wire|"
            "return|payment .. dollars|euros|pounds|usd|eur|gbp|zł|funds|money|balance|disbursement|payment|"
            "payments|proceeds|reserve|deposit|payout"
        ),
        "when .. money|funds|payout|balance|payment|proceeds .. paid|released|come|sent|transferred|back",
        "funds|money|balance|proceeds|reserve|payout .. you hold|keep|withhold|owe|retain|released|paid|transferred",
        "release|disburse .. our|my|the funds|money|balance|payment|payments|disbursement",
        "release|disburse|pay|pay_out|unfreeze|free|wire our|my|the sum|amount|usd|eur|gbp",
        "ask|asks|asking|apply|appeal|plead for the|our|my money|funds|payout|balance|proceeds",
        "like|want|wish|have|see .. reserve|funds|balance|holds lowered|released|freed|lifted|reduced|shortened",
        "shorten|reduce|end|lift|stop|waive .. days|hold|holding|reserve|retention .. funds|money|payments|held|payout",
        "money|funds|payout|balance|dollars|euros|pounds .. you .. hold|holding|keep|keeping|withhold|withholding|owe",
        "deposit method|schedule",
        "payout|disbursement|disbursements|payment to|be daily|weekly|made|effected|ordered|sooner|monthly",
        "when .. get|receive|see|have our|my|the money|funds|payout|balance|dollars|payment",
    ),
    "reimbursement": (
        "reimburse|compensate|indemnify us|our|me|the|for|#",
        "compensation|reimbursement|damages for|of",
    ),
    "a claim": (
        "claim|claims|a-to-z|chargeback|chargebacks|safe-t .. reversed|reverse|overturned|reopened|granted|refunded",
        "close|decide|settle .. claim|claims|a-to-z|chargeback .. our|my favour|favor",
        "reverse|overturn|reopen|grant|reconsider .. claim|claims|a-to-z|chargeback|chargebacks|safe-t",
    ),
    "the catalogue": (
        (
            "merge|split|separate|unmerge|combine|reassign|move .. page|pages|listing|listings|asin|"
            "asins|variation|variations|offers|family"
        ),
        (
            "fix|correct|change|update|repair .. wrong|weight|dimensions|size|title|category|cover|author|colour|color|"
            "material|model|brand_name|picture|image|browse|attribute|attributes"
        ),
        (
            "could|can|would|may .. page|pages|brand_page|listing|storefront|image|title be fixed|"
            "changed|corrected|restored|updated"
        ),
        (
            "tell|explain|say .. why|when .. offer|listing|asin|product|page|ad|ads .. inactive|"
            "suppressed|removed|hidden|stranded|gone|down"
        ),
        (
            "why .. offer|listing|asin|product|ad|ads|badge|buy_box .. inactive|suppressed|hidden|gone|"
            "stranded|lost|missing"
        ),
    ),
    "other sellers": (
        (
            "remove|take|kick|stop|block|ban|investigate|report|suspend|punish|warn|act|look .. "
            "seller|sellers|competitor|"
            "competitors|hijacker|hijackers|copycat|thief|other_account"
        ),
        "seller|sellers|competitor|hijacker .. off|away|from the|our|my page|listing|listings|asin",
    ),
    "an account manager": (
        "account|personal|dedicated|named|single manager|contact|representative|person|agent",
        "contact|person to speak|talk|call|turn",
    ),
    "another account": (
        "second|new|another|additional|extra|separate account|store|shop|marketplace|brand",
        "open|register|create|have|link|merge|transfer .. second|new|another|additional|other account|store|shop",
        "verify us|our|me|my",
    ),
    "an apology": ("written|public|formal? apology|apologise|apologize to|from us|you|amazon",),
    "an approval": (
        (
            "ungate|approve|open|unlock|allow|grant|give|activate|approval .. category|categories|brand|"
            "brands|gated|application|brand_registry|hazmat|toys|topicals|subcategory|approval"
        ),
        "ungate|ungating",
        "hazmat|dangerous_goods review|classification",
    ),
    "the limits": (
        "raise|lift|increase|remove|extend|higher .. limit|limits|cap|quota",
        "limits|limit .. raise|lift|increase|them",
    ),
    "removal of feedback": (
        "remove|removed|delete|take|erase|strike .. negative|bad|unfair feedback|review|reviews|opinion|rating|ratings",
    ),
    "the record": (
        "remove|delete|clear|erase|wipe|cancel|strike .. strike|strikes|warning|warnings|mark|points|defect|defects",
        "defect|defects|strike|strikes|warning|points|mark be? expunged|removed|deleted|cleared|erased|struck|wiped",
    ),
    "the fees": (
        (
            "waive|waiver|refund|return|cancel|credit|give|drop|reverse|reduce .. fee|fees|charge|charges|"
            "subscription|costs|commission|storage"
        ),
        "repay|pay_back .. storage|subscription|monthly fee|fees",
        "explain .. fee|fees|report|charge|charges|invoice|statement|deduction",
    ),
    "the stock": (
        (
            "return|send|sent|ship|shipped|give|forward|release .. back|home|inventory|stock|goods .. units|"
            "stock|inventory|to_us|home|free|goods|spain|warehouse"
        ),
        (
            "look_into|investigate|trace|find|locate|check .. missing|lost|short shipment|shipments|"
            "units|inventory|stock|pallet"
        ),
        (
            "units|stock|inventory|goods|pieces .. warehouse|fba|centre|center|you .. sent|returned|"
            "shipped|released back|home|to_us"
        ),
        "stranded|stuck|lost|missing|held inventory|stock|units|shipment|goods .. home|back|us|sent|returned",
    ),
    "a call": (
        "call|phone|ring us|me|back",
        "schedule|arrange|set|have a? call|meeting|zoom|interview",
    ),
    "another case": (
        (
            "answer|look_into|check|reopen|speed|expedite|solve|resolve|process|escalate .. "
            "case|ticket|cases|tickets|inquiry|verification|application|enquiry"
        ),
        "expedite|speed|accelerate|hurry",
        (
            "another|other|second|german|french|british|uk|us|european|wife's|wife|brother's|sister account|"
            "shop|store|matter|issue|case|asin|suspension .. also|too|as_well|here|back|reinstate*"
        ),
        "appeal .. the? removal|deactivation|decision|also|another|suspension",
    ),
    "an answer": (
        (
            "please|kindly clarify|answer|explain|settle|solve|process|decide .. at_the_same_time|also|"
            "as_well|too|in_parallel"
        ),
        "also|still wait|waiting|waits .. answer|decision|reply|solution|refund",
    ),
    "the account data": (
        "change|update|correct|amend .. name|address|email|e-mail|phone|bank|card|company|details|it_to|contact",
    ),
    "the complainant": (
        (
            "name|address|identity|contact|details|file|files|number of the? person|complainant|complainer|"
            "reporter|buyer|competitor|rights_owner"
        ),
        "know|learn|told|tell_us|hear who|which_seller .. reported|complained|accused|filed|wrote|denounced|is_behind",
        "disclose|disclosure|reveal|tell_us who|complainant|name|the",
    ),
    "more time": (
        "extension|extend|prolong|postpone .. deadline|days|time|weeks",
        "give|grant|allow us|me .. more|extra|additional time|days|weeks",
    ),
    "other programmes": (
        (
            "restore|reinstate|reactivate|return|give|activate|unlock|enable .. fba|prime|badge|ads|ad|"
            "advertising|buy_box|brand_registry|vine|coupons|lightning"
        ),
        "brand_registry|vine|fba|lightning application|enrolment|enrollment|request",
        "credit|refund|repay .. advertising|ads|ad costs|spend|budget",
    ),
    "another listing": ("take down|off your|the|that|this planner|product|listing|ad|own",),
}
# "The funds are not part of this letter."
LEFT_OUT = Lexicon("not|no|nothing part|subject|matter of", "separate|separately|own letter|case|matter|inquiry|ticket")
REQUESTS = Lexicon(tagged=[(pattern, what) for what, patterns in _WANTED.items() for pattern in patterns])
# Never the subject of an enforcement, so that one of them alone is a second request.
FOREIGN = frozenset(_WANTED) - {REINSTATEMENT, "the record", "another listing", "more time"}
