"""SU06: several requests in one letter."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.rule import Hit, rule, short

_REINSTATEMENT = "reinstatement"
# What is asked for, a line a pattern. Only the first is what a plan is for.
_WANTED = {
    _REINSTATEMENT: (
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
        "release|disburse|pay|pay_out|unfreeze|free|wire our|my|the #",
        "ask|asks|asking|apply|appeal|plead for the|our|my money|funds|payout|balance|proceeds",
        "like|want|wish|have|see .. reserve|funds|balance|holds lowered|released|freed|lifted|reduced|shortened",
        "shorten|reduce|end|lift|stop|waive .. days|hold|holding|reserve|retention .. funds|money|payments|held|payout",
        "money|funds|payout|balance|dollars|euros|pounds .. you .. hold|holding|keep|keeping|withhold|withholding|owe",
        "deposit method|schedule",
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
        "merge|split|separate|unmerge|combine|reassign|move .. page|pages|listing|listings|asin|asins|variation|variations|offers|family",
        "fix|correct|change|update|repair .. wrong|weight|dimensions|size|title|category|brand_name|picture|image|browse|attribute|attributes",
        "could|can|would|may .. page|pages|brand_page|listing|storefront|image|title be fixed|changed|corrected|restored|updated",
        "tell|explain|say .. why|when .. offer|listing|asin|product|page|ad|ads .. inactive|suppressed|removed|hidden|stranded|gone|down",
        "why .. offer|listing|asin|product|ad|ads|badge|buy_box .. inactive|suppressed|hidden|gone|stranded|lost|missing",
    ),
    "other sellers": (
        (
            "remove|take|kick|stop|block|ban|investigate|report|suspend|punish|warn|act|look .. seller|sellers|competitor|"
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
        (
            "remove|delete|clear|erase|wipe|cancel|strike .. entry|strike|strikes|warning|warnings|mark|"
            "violation|violations|points|defect|defects|record"
        ),
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
        "look_into|investigate|trace|find|locate|check .. missing|lost|short shipment|shipments|units|inventory|stock|pallet",
        "units|stock|inventory|goods|pieces .. warehouse|fba|centre|center|you .. sent|returned|shipped|released back|home|to_us",
        "stranded|stuck|lost|missing|held inventory|stock|units|shipment|goods .. home|back|us|sent|returned",
    ),
    "a call": (
        "call|phone|ring us|me|back",
        "schedule|arrange|set|have a? call|meeting|zoom|interview",
    ),
    "another case": (
        (
            "answer|close|look_into|check|reopen|speed|expedite|solve|resolve|process|escalate .. "
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
        "please|kindly clarify|answer|explain|settle|solve|process|decide .. at_the_same_time|also|as_well|too|in_parallel",
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
_REQUESTS = Lexicon(tagged=[(pattern, what) for what, patterns in _WANTED.items() for pattern in patterns])
_ASKS = Lexicon(
    "please|kindly|asks|wishes|hopes|urges|insists|request|requests|requesting|would_you|could_you|can_you|want|wants|need|needs|hope|"
    "appreciate|demand|"
    "demands|look_forward|like_you|expect|urge|beg|seek|seeks|apply|claim|wish|insist|let|give|grant",
    "we|i|also would? also? ask|appeal|apply|raise",
    "it|that|this|also|and reimburse|compensate|release|pay|open|ungate|waive|expedite|restore|refund",
    "change|update|correct it|our|my|the",
    "you may|might|should|must|could|can|will",
    "would be|appreciate|like|love|ask",
    "if you could|can|would",
    "for the",
    "when will|do|does|shall|can|may|am|are",
    "while|when|since you are there|at_it",
    "what|how about our|my|the",
    "tell us|me when",
    "raise here|also|too",
    "request|petition|motion|application",
)
_ALSO = Lexicon(
    "also|too|additionally|moreover|furthermore|besides|further|likewise|nebenbei|además|além|secondly|thirdly|"
    "subsidiarily|alternatively|plus|meanwhile|separately",
    "as well|well_as",
    "in|by addition|passing|parallel",
    "along|together with",
    "next to|step",
    "while|when|since you|we are|re at_it|here|there|on_it|at",
    "one|another|second|two|three|# more|other|further|last? thing|things|request|requests|point|points|matter|favour|"
    "favor|question|wish|wishes",
    "second request",
    "parallel to",
    "at|in the same? time|occasion|moment|answer|breath|letter",
    "while doing|about",
    "on|at|take the|this occasion",
    "by the way",
    "not only",
    "then please",
)
_WE_DID = Lexicon(
    "we|i .. asked|requested|released|refunded|removed|deleted|paid|sent", "asked|requested|released|paid .. on #"
)
_DIRECT = Lexicon(
    "please|kindly|pls",
    "you to",
    "could|can|would|will|may|might|whether you|we|i|somebody|someone",
    "ask|petition|request|urge|like|want|need|demand|wish|hope|expect|beg that? you",
    "has|have|must|should|needs|need|ought to? be",
    "we|i .. ask|request|petition|want|wish|apply|would_like|would_love|claim|raise",
)
_ASIDE = Lexicon(
    "by the way",
    "while|when since? you|we|are|re|doing|at_it|on_it",
    "on|take|at|use the|this same? occasion|opportunity|moment|time",
    "in passing|parallel|addition",
    "additionally|furthermore|moreover|separately|besides|incidentally|apropos|además|außerdem|nebenbei|en_passant",
    "one|another|second|last more? thing|request|matter|point|favour|favor|question|wish",
    "as well",
    "also|too",
)
# What the end of a plan asks for anyway, or says without asking.
_ORDINARY = frozenset(
    "plan review reviewed reconsider appeal information documents document question questions details clarification "
    "anything contact know reinstate reinstatement reactivate reactivation reply answer send sent confirm consider accept "
    "apologise apologize note find see attached enclosed understand bear assure thank read above further need refer "
    "submission evidence exhibit file files letter".split()
)
# Never the subject of an enforcement, so that one of them alone is a second request.
_FOREIGN = frozenset(_WANTED) - {_REINSTATEMENT, "the record", "another listing", "more time"}
_LAST, _REACH = 5, 9
_GUARD = frozenset(("buyer", "buyers", "customer", "customers", "supplier"))
_HERE = (parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.DOCUMENTS, parts.SIGNATURE)


@rule(
    "SU06",
    "several-requests",
    level="warning",
    confidence="medium",
    source="Amazon's guidelines for a plan: no other cases (help G200370560); funds are a separate inquiry",
    bad=(
        "Please reinstate our account.\n\nWe also request that you release our funds and remove the negative feedback.",
    ),
    good=("Please review this plan and reinstate ASIN B0C1234567.",),
)
def several_requests(draft: Draft) -> Iterator[Hit]:
    """Several requests in one letter.

    The team that reads a plan decides on this one enforcement. Funds, fees, feedback and other cases have their own
    channels and only blur the plan. Ask for one thing.
    """
    # A letter about held money asks for nothing else.
    seen: dict[str, None] = {}
    matter = "the funds" if draft.enforcement == "funds" else ""
    last_words = draft.statements[-_LAST].start if len(draft.statements) > _LAST else 0
    for statement in draft.statements:
        words = statement.words
        closing = statement.part in _HERE or not draft.has_parts or statement.start >= last_words
        if _GUARD.intersection(words) or _WE_DID.found(words):
            continue
        aside = _aside(words) if closing else None
        if not _ASKS.found(words) and aside is None:
            continue
        also = _ALSO.found(words)
        found = False
        for first, last, what in _REQUESTS.matches(words):
            if (
                what not in seen
                and what not in (_REINSTATEMENT, matter)
                and (seen or (closing and (also or what in _FOREIGN)))
            ):
                found = True
                start, end = statement.between(first, last)
                quote = draft.text[start:end]
                beside = " and ".join(seen) or "what this letter is about"
                yield Hit(
                    Span(start, end, quote),
                    f"“{short(quote, 40)}” is another request beside {beside}. Send it separately.",
                )
            seen[what] = None
        if aside is not None and not found:
            start, end = statement.between(*aside)
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 40)}” asks for something else on the way. Send it separately.",
                level="note",
            )


def _aside(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The words of a request that comes along with the plan, whatever it is for: "by the way", "…, please, too"."""
    if not _DIRECT.found(words):
        return None
    for first, last, _ in _ASIDE.matches(words):
        tail = words[last : last + _REACH] if last < len(words) - 2 else words
        if _ORDINARY.isdisjoint(tail) and _DIRECT.found((*words[max(0, first - _REACH) : first], *tail)):
            return first, min(len(words), last + _REACH)
    return None
