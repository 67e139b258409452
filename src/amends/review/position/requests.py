"""How a letter asks, and for what else than a plan is for.

`wanted.py` names the usual requests by pattern. Whatever else is asked for is found by its form: an act of Amazon's
(return, lift, tell, correct) beside a thing that no plan is about (fees, limits, other sellers, another account), in a
sentence that asks. The account, its listings, the plan and its documents are what a plan may ask for.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon

ASKS = Lexicon(
    "please|kindly|asks|wishes|hopes|urges|insists|request|requests|requesting|would_you|could_you|"
    "can_you|want|wants|need|needs|hope|"
    "appreciate|demand|"
    "demands|look_forward|like_you|expect|urge|beg|seek|seeks|apply|claim|wish|insist|let|give|grant|solicit|solicits|"
    "pray|prays|prayed|prayer|crave|craves|petition|petitions|move|moves|sought",
    "thankful|grateful|obliged|glad for|if|to",
    "is|are|be asked|prayed|requested|sought|wanted|desired",
    "would|could|can|will|may|might|should amazon|somebody|someone|anybody|anyone|we|seller_support",
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
ALSO = Lexicon(
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
WE_DID = Lexicon(
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
# Whatever it is: an act of Amazon's, joined with a thing that no plan is about.
_ACT = Lexicon(
    "return*|send|sent|ship|shipped|mail|hand|pay|paid|paying|payment|releas*|refund*|reimburs*|"
    "compensat*|credit|credited|"
    "crediting|waiv*|lift|lifted|lifting|rais*|increas*|reduc*|lower*|shorten*|extend*|extension|"
    "prolong*|remove|removed|removes|removing|delet*|"
    "eras*|strike|taken|take|drop|dropped|forgiv*|stop|stopped|stopping|block|blocking|ban|banned|banning|"
    "investigat*|punish*|warn|tell|telling|disclos*|give|given|giving|provid*|forward|forwarding|"
    "explain*|explanation|clarif*|"
    "correct|corrected|correcting|correction|chang*|amend|amending|updat*|edit|merg*|split|"
    "splitting|separat*|move|moved|moving|"
    "transfer*|approv*|ungat*|grant*|activat*|enabl*|assign*|appoint*|call|phone|ring|arrang*|schedul*|expedit*|speed|"
    "accelerat*|adjust*|recalculat*|unlink*|add|added|translat*|solv*|fix|fixed|fixing|help|copies|"
    "copy|disput*|exclu*|look|check|"
    "locat*|trac*|revers*|overturn*|cancel|cancelled|replac*|issue|issued|share|reconsider*|open|"
    "opened|opening|process|processed|answer|"
    "answered|restor*|unblock*|unlock*|bring|settl*|introduc*|reactivat*|reinstat*|disappear*|"
    "finished|complet*|need|demand|dispose|destroy*"
)
_ELSEWHERE = Lexicon(
    # Money, and what it is kept for.
    "reserve|reserves|fee|fees|charge|charges|commission|commissions|subscription|storage|"
    "advertising|ads|ad_spend|budget|coupon|coupons|"
    "payout|payouts|disbursement|disbursements|balance|compensation|damages|interest|losses|"
    "shipping_costs|costs|tax|vat|"
    "w-9|1099|payment_cycle|payment_schedule|deposit|instalment|gift_card|voucher|"
    "credit_card_charge|reimbursement|money",
    # Goods that lie with Amazon, papers that were sent.
    "originals|pallets|warehouse|fulfilment_centre|fulfillment_center|fulfilment|fulfillment|stranded|"
    "lost_units|lost_stock|missing_units|"
    "missing_pallet|pallet|removal_order|removal_fee|disposal|inbound|shipment|by_post|courier_slot|delivery_slot|dock",
    # Others and what is theirs.
    "seller|sellers|competitor|competitors|hijacker|hijackers|copycat|copycats|counterfeiters|"
    "rival|rivals|friend|cousin|brother|"
    "sister|wife|husband|phone_number|telephone|his_address|his_name|"
    "the_name|her_name|their_name|their_address|who_complained|who_reported|complainant_name|"
    "complainants|informer|intruder",
    # Feedback, figures and marks of another matter.
    "feedback|feedbacks|rating|ratings|review_of|reviews|stars|metric|metrics|calculation|score|"
    "health_rating|points|strike|strikes|"
    "policy_warning|warning|warnings|a-to-z|claims|chargeback|chargebacks|safe-t|late_orders|"
    "cancellations|odr|defect_rate",
    # Programmes, permits and limits.
    "limit|limits|cap|quota|category|categories|brand_registry|vine|prime|badge|buy_box|fba|"
    "advertising_account|handmade|transparency|"
    "project_zero|ungating|gating|gated|grocery|topicals|hazmat|dangerous_goods|subcategory|a+|"
    "a_plus|storefront_name|store_name|"
    "lightning|deal|deals|coupons_tool|api|pan-european|marketplaces|second_account|new_account|"
    "another_account|second_store|"
    "other_account|other_store|other_shop|other_listing|other_listings|other_asin|other_asins|french_store|german_store|"
    "uk_store|us_store|italian_store|spanish_store|ticket|tickets|tax_form|brand_registration|credit_of|trademark_application|"
    "old_account|sub-account|user_permission",
    # How pages look.
    (
        "browse_node|title|bullet|bullets|image|images|pictures|weight|dimensions|size_tier|parent|"
        "child|variation_family|brand_name|category_of|description"
    ),
    # How one deals with the seller.
    "account_manager|manager|contact_person|representative|phone_call|call|zoom|meeting|"
    "appointment|apology|compensate|extension|"
    "ten_days|more_time|more_days|deadline|training|webinar|advice|guidance|examples|sample|template|translation|"
    "messages|evidence_against|statistics|list_of|copies|copy|explanation_why|how_to|tutorial",
    # The same again for another matter.
    "another|other|second|also|too|old|previous|last_year|separate",
)
_NOT_ASKED = Lexicon(
    "if|whenever|should you need|needs|want|wish|require|have|prefer",
    "ready|happy|willing|able|prepared|glad to",
    "not needed|necessary|asked|required|wanted",
    "in|this answer|reply|response|answers to? your",
    "please|kindly find|see|note|refer|read|understand|accept",
    "we|i will|have|had|can|shall|do|are|were|did|now|also|already|gladly provide|provided|send|"
    "sent|return|returned|refund|refunded|paid|"
    "pay|removed|deleted|closed|corrected|changed|attach|attached|enclose|enclosed|keep|check|"
    "checked|added|opened|created|placed",
    "you|amazon ask|asks|asked|asking about|for|us|of|on|that|#",
    "questions|clarification|further_information|additional_information|more_information|details|anything",
    (
        "is|are|was|were|been|has|have|had attached|enclosed|listed|above|below|complete|completed|"
        "corrected|paid|refunded|removed"
    ),
    "another|other|further document|documents|evidence|information|proof|invoice|invoices|question|questions|plan",
    "contact|reach our|us|me|the",
    "nothing else|more",
)
# What the end of a plan asks for anyway, or says without asking.
_ORDINARY = frozenset(
    "plan review reviewed reconsider appeal information documents document question questions details clarification "
    "anything contact know reinstate reinstatement reactivate reactivation reply answer send sent "
    "confirm consider accept "
    "apologise apologize note find see attached enclosed understand bear assure thank read above further need refer "
    "submission evidence exhibit file files letter".split()
)
_HOPES = Lexicon(
    (
        "hopefully|demandons|solicitamos|pedimos|bitten|chiediamo|prosimy|prosím|sought|lütfen|"
        "demandamos|rogamos|xin|favor"
    ),
    "would|could be good|nice|kind|helpful|fair|great",
    "hope|hopes you|amazon|that",
    "for|about two|three things|matters|points|reasons",
    "is|are asked|requested|demanded|sought|applied",
)
# Of these none belongs to the listing or the account that the plan is about.
_FAR = Lexicon(
    "credit|fee|fees|refund|reimbursement|payout|disbursement|funds|reserve|balance|compensation|damages|costs|interest|"
    "ticket|tickets|tax_form|brand_registration|brand_registry|a-to-z|chargeback|chargebacks|feedback|rating|ratings|"
    "call|apology|explanation|copies|limit|limits|approval|news|training|originals|pallet|pallets|vine|badge|buy_box",
    "another|other|second|french|german|british|italian|spanish|polish|canadian|us|uk account|store|shop|case|listing",
)
# "Beyond the account we ask for …", "together with a credit".
_WITH = frozenset("and plus also with beyond besides then next third second secondly thirdly plus or moreover".split())
_FIRSTLY = frozenset("second secondly third thirdly fourth finally lastly next also".split())
_JOINS = frozenset("and plus also besides moreover additionally furthermore then".split())
_LEADS = frozenset(
    (
        "please kindly to that you for a an the of also then in at by with could would can us me our "
        "while be is as well pls too"
    ).split()
)
# What a plan may ask for besides its listing, and what it says of its own papers.
_CORE = frozenset(
    "account accounts listing listings offer offers asin asins page pages shop store plan appeal "
    "decision complaint complaints "
    "violation notice suspension deactivation removal restriction block enforcement case matter "
    "record entry privileges rights selling "
    "evidence document documents file "
    "files invoice invoices report reports letter attached enclosed if whether know questions "
    "question submission us me it "
    "them listing's case buyer buyers customer customers supplier measures business trust you reinstated restored "
    "responsibility full action actions steps step cause causes prevention product products item items".split()
)
# With an article before them these are no acts: "a move above 5 %".
_NOUNS = frozenset("move check look change split trace copy help call ring need issue answer drop raise".split())
_OBJECT = frozenset("the our my of us me back to these those all".split())
_REACH = 9


def aside(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The words of a request that comes along with the plan, whatever it is for: "by the way", "…, please, too"."""
    if not _DIRECT.found(words):
        return None
    for first, last, _ in _ASIDE.matches(words):
        tail = words[last : last + _REACH] if last < len(words) - 2 else words
        if _ORDINARY.isdisjoint(tail) and _DIRECT.found((*words[max(0, first - _REACH) : first], *tail)):
            return first, min(len(words), last + _REACH)
    return None


def other(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The words that ask for something that no plan is about: an act and, within a few words, what it is for."""
    if not _ACT.found(words) or _NOT_ASKED.found(words):
        return None
    acts = [first for first, _, _ in _ACT.matches(words)]
    for first, last, _ in _ELSEWHERE.matches(words):
        near = next((at for at in acts if not first <= at < last and first - _REACH <= at < last + _REACH), None)
        if near is not None:
            return min(first, near), max(last, near + 1)
    return None


def beside(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The words of a thing that no plan is about, named in one breath with what the plan asks for."""
    if _CORE.isdisjoint(words) or _NOT_ASKED.found(words):
        return None
    for first, last, _ in _FAR.matches(words):
        joined = next((at for at in range(max(0, first - _REACH), first) if words[at] in _WITH), -1)
        if joined >= 0 and not (_CORE.isdisjoint(words[:joined]) and words[joined] != "beyond"):
            return joined, last
    return None


def second(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The words of a second act that is asked for in one breath with the first: “…, and lift the storage limit”."""
    if _JOINS.isdisjoint(words) or not _ACT.found(words) or _NOT_ASKED.found(words):
        return None
    acts = {first for first, _, _ in _ACT.matches(words)}
    for at, word in enumerate(words):
        if word not in _JOINS:
            continue
        start = at + 1
        while start < len(words) and words[start] in _LEADS:
            start += 1
        noun = words[start - 1] in ("a", "an") and words[start : start + 1] != () and words[start] in _NOUNS
        if start in acts and not noun and _CORE.isdisjoint(words[start + 1 : start + 5]) and words[start + 1 :] != ():
            return at, min(len(words), start + 5)
    return None


def bids(words: tuple[str, ...]) -> bool:
    """Whether words ask: by a word of asking, or by the bare act at their head."""
    return (
        ASKS.found(words)
        or _HOPES.found(words)
        or (words[1:2] != () and words[1] in _OBJECT and _ACT.within(words, 0, 1))
        or (words[0] in _FIRSTLY and words[1:2] != () and (words[1] in _OBJECT or words[1] in _LEADS))
    )
