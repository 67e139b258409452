"""Amazon's own words in a letter, told from the seller's by how they address who reads them.

A seller writes to Amazon: “you” is Amazon there, “we” the seller, “our account” the seller's. In a notice it is the
other way round: what is “yours” is what a seller has (account, listings, documents), what “you” must, may or did is
what a seller does (sell, submit, appeal), and “we” remove, evaluate and protect customers. `is_amazons` asks this of a
whole paragraph, which is then no part of the letter; `is_amazons_sentence` of one sentence among the seller's own.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon

_AMAZON = Lexicon(
    "your amazon? seller|selling account",
    "your selling privileges",
    "your listing|listings|account has|have been",
    "you may not|no longer sell",
    "why is|did this happening|happen",
    "how do i reactivate|appeal|send",
    "has your account .. deactivated|removed|suspended",
    "please submit|send|provide the following information",
    "please submit|provide a plan",
    "you must submit|send|provide",
    "hello|dear .. from amazon",
    "we|we've have? removed|deactivated your",
    # Asked of whole paragraphs, where all else is asked of sentences.
    apart=True,
)

# What a seller has, and Amazon calls “your”.
_HAD = (
    "account|accounts|listing|listings|offer|offers|inventory|stock|product|products|item|items|asin|asins|sku|skus|"
    "order_defect|late_shipment|valid_tracking|cancellation_rate|selling|seller_account|funds|balance|disbursement|"
    "disbursements|payments|supplier|suppliers|sourcing|invoice|invoices|documents|document|documentation|"
    "identity|bank_account|credit_card|storefront|sales|orders|shipments|buyers|"
    "explanation|submission|appeal|plan|plan_of_action|verification|application|compliance_documents|images|"
    "variation|variations|detail_page|detail_pages|fba|amazon_account|privilege|privileges|selling_privileges|shop"
)
# What a seller does, in the words of a notice.
_DOES = (
    "sell|sold|selling|list|listed|listing|submit|submitted|provide|provided|appeal|appealed|reactivate|ship|shipped|"
    "source|sourced|comply|complied|violate|violated|upload|uploaded|operate|operated|register|registered|offer|"
    "offered|remove|delete|edit|resubmit|purchase|purchased|dispute|create|created|fulfil|fulfill|engage|engaged"
)
_SAYS = Lexicon(
    tagged=[
        # The seller's things and deeds in the second person.
        (f"your {_HAD}", "yours"),
        (
            (
                "your amazon|seller|selling|active|open|current|other|remaining|pending|existing|affected|new|primary|"
                f"amazon.com|professional|fba|supporting|business|complete|written|first|next|two|three {_HAD}"
            ),
            "yours",
        ),
        (f"you .. must|should|may_not|can_not|need_to|have_to|are_required_to|are_not_allowed_to {_DOES}", "yours"),
        (f"you have|had not? {_DOES}", "yours"),
        (f"you {_DOES}", "yours"),
        (f"you recently|repeatedly|previously|also|currently {_DOES}|cancelled|canceled|failed", "yours"),
        ("our records show|indicate", "acts"),
        (
            (
                "require|requires|encourage|encourages|urge|expect|expects|ask you to respect|comply|"
                "follow|keep|submit|provide|ensure"
            ),
            "yours",
        ),
        ("you may|can contact the|rights_owner|reach_out", "weak"),
        ("rights_owner|complainant|rights_holder .. directly to resolve", "weak"),
        ("is|are strictly? prohibited|forbidden|not_permitted|not_tolerated on|and|by|in", "weak"),
        ("failure to .. .. may|can|will result|lead", "mark"),
        ("may result in", "weak"),
        ("loss of selling? privileges|rights", "weak"),
        ("sold|selling|sell|listed|offered on|through|in amazon|our_store|our_stores|amazon.com", "weak"),
        ("items|products|sellers|listings|product|units|all .. .. must be|comply|match|meet", "weak"),
        ("for more|further information|help|details about|on|see|search|refer", "bids"),
        ("do not send|submit|resend|reply|open|create the_same|same|duplicate|another|to_this|new|more", "bids"),
        ("may|will not respond|reply", "acts"),
        ("not reinstate|reactivate", "weak"),
        ("you must|should always|be|have|not|never|maintain|ensure|keep|accept|identify|also", "yours"),
        (
            "you may no_longer|not|only|appeal|reactivate|submit|resubmit|sell|find_a|find_the|find_more|learn",
            "yours",
        ),
        (
            "you are|were|will_be|would_be responsible|required|expected|obliged|allowed|permitted|eligible|prohibited",
            "yours",
        ),
        ("you will not be|receive", "yours"),
        ("if you have? believe|fail|do_not|can_not|choose|think|disagree", "yours"),
        ("if you have|need question|questions|help|assistance", "weak"),
        ("is|are not? allowed|permitted|possible for you", "yours"),
        ("received|bought|purchased|ordered from you", "yours"),
        ("provided|submitted|sold|supplied|listed|uploaded by you", "yours"),
        ("within # days|hours .. your|you", "weak"),
        ("greater|more the? detail .. you", "yours"),
        ("ensure|make_sure|confirm|verify that? you|your", "weak"),
        ("let|inform|notify|remind|advise you know|that|of|about", "weak"),
        ("contact us", "weak"),
        ("email|mail|write|send|reply to_us|us|to_this .. at|to|with|by|the_following", "weak"),
        # What only a notice tells its reader to do.
        (
            (
                "go|navigate|log|sign|proceed|return|head to|into|in .. account_health|seller_central|performance|page|"
                "dashboard|account|portal|settings"
            ),
            "bids",
        ),
        ("click|press|select|choose|use|hit .. button|link|tab|appeal|submit|next_to|below", "bids"),
        ("learn|read|find|see more about|at|here|in|on", "bids"),
        (
            (
                "visit|consult|search|searching|see|refer|review .. seller_central|help_page|"
                "help_pages|help_content|our_policies|policy_page"
            ),
            "bids",
        ),
        ("seller_central help|help_page|help_pages|university|forums", "weak"),
        (
            (
                "please submit|ship|upload|appeal|remove|delete|cease|refrain|describe|provide|visit|"
                "click|log|sign|resubmit|go|edit|correct"
            ),
            "bids",
        ),
        ("please review|consider|check|update|verify|confirm|ensure your|our|the_following|that_your|that_you", "bids"),
        ("consider|review|check|describe|explain|include|provide|submit your|the_following|how_you|why_you", "bids"),
        ("consider sourcing|listing|packaging|packing", "bids"),
        (
            (
                "submit|upload|send a|the|one|copies|documents|document|invoices|invoice|all that|"
                "which|of|from|showing|issued|must"
            ),
            "weak",
        ),
        ("include|including|provide|send|submit .. the_following", "weak"),
        ("please tell|send|give|show us why|how|the|a|copies|proof", "weak"),
        (
            (
                "what|how|when|why happens|do|can|should|must|if|will i not|do|send|submit|appeal|know|"
                "reactivate|provide|contact|fix"
            ),
            "bids",
        ),
        ("why|how|what did|is|has|do|can|happened this|my|i|to_my happening|happen|account|listing|next", "bids"),
        ("how|where to submit|appeal|reactivate|respond|send|provide", "bids"),
        # What Amazon does and protects.
        (
            (
                "we|amazon have? removed|suspended|deactivated|blocked|cancelled|canceled|restricted|"
                "edited|identified|detected|determined|found|concluded|reviewed|reviewing|taken|took|"
                "limited|withheld|hidden|suppressed"
            ),
            "acts",
        ),
        (
            (
                "we|amazon .. can_not|could_not|were_unable_to|are_unable_to|unable_to|not_able_to|"
                "do_not|did_not|will_not verify|accept|evaluate|process|reinstate|reactivate|approve|"
                "validate|authenticate|tolerate|respond|reply|allow|permit|receive"
            ),
            "acts",
        ),
        (
            (
                "we|amazon received|receive|have_received complaint|complaints|report|reports|"
                "a_complaint|a_report|a_notice|notices|no_response"
            ),
            "acts",
        ),
        ("we take|took|have_taken|are_taking this|these measure|measures|action|step|decision|matter", "acts"),
        ("to protect|protecting our|buyers|customers|the|buyer|customer", "protects"),
        (
            (
                "our|amazon's customers|customer|buyers|store|stores|site|sites|marketplace|platform|"
                "policies|policy|website|programs|teams|shoppers"
            ),
            "protects",
        ),
        ("risk|harm|danger|safety to|of our? customers|buyers", "protects"),
        (
            "on|from|in|through amazon|amazon.com|our_site|our_store|our_stores|our_website|amazon.co.uk|amazon.de",
            "weak",
        ),
        (
            (
                "be|being|is|was|are permanently? deactivated|suspended|removed|disabled|forfeited|"
                "withheld|terminated|destroyed"
            ),
            "weak",
        ),
        ("not in new|the condition", "weak"),
        (
            (
                "we will|may|can|might|shall not? evaluate|review|reinstate|reactivate|remove|"
                "deactivate|withhold|determine|permanently|be_able|contact"
            ),
            "acts",
        ),
        ("better we", "weak"),
        ("we are|'re here|writing to help|let|inform|notify|tell", "acts"),
        (
            (
                "this|the account|seller|listing|product|asin|item .. is|was|has|have|may .. related|"
                "linked|removed|identified|deactivated|sold|used|violation|suspended|materially"
            ),
            "weak",
        ),
        # What stands around a notice and nowhere else.
        ("hello|greetings|notification|email|email_us from amazon|amazon.com|amazon's|the_amazon", "mark"),
        (
            (
                "sincerely|regards|you|best|yours account|seller|amazon|the account|amazon|performance|"
                "support|health|seller? "
                "performance|support|team|services|specialist"
            ),
            "mark",
        ),
        ("account_health|seller_performance|selling_partner specialist|specialists|representative|associate", "weak"),
        ("infringement type", "mark"),
        ("learn more", "mark"),
        ("business_solutions_agreement|solutions_agreement|agreement|policy section|clause # .. your|you", "mark"),
        ("section # .. agreement .. your|you", "mark"),
        ("why did|has|is this happen|happened|happening", "mark"),
        ("amazon services llc|europe|eu", "weak"),
        ("sincerely|regards|thank_you seller|amazon|the", "weak"),
    ]
)
# “Your account health page” is Amazon's, “your order of things” nobody's.
_AMAZONS_OWN = Lexicon(
    "your account|seller|selling|listing|listings|product|products|order|document|invoice|"
    "inventory|orders|appeal|verification|"
    "plan|sales|business|fba|offer|funds|identity|stock|item health|team|teams|department|page|pages|report|reports|"
    "system|systems|tool|tools|policy|policies|specialist|support|centre|center|centres|centers|performance|letter|"
    "message|notice|warehouse|warehouses|request|guide|guides|guideline|guidelines|form|reconciliation|ledger|"
    "dashboard|associate|associates|agent|agents|staff|people|reviewer|reviewers|compliance|safety|"
    "condition|category|detail|desk|rules|rule|file|database|list",
    (
        "your plan|offer|order|appeal|application|submission|explanation|decision|document|"
        "verification to|of|is|for|for_this"
    ),
    "as|that|which|what you provided|offered|listed|submitted|sold|removed|offer",
    "you listed|provided|list|provide the|us|three|two|four|several|five|as|in_your|#|no",
)


def is_amazons(words: tuple[str, ...]) -> bool:
    """Whether a paragraph speaks to the seller as Amazon does."""
    return _AMAZON.found(words)


def is_amazons_sentence(words: tuple[str, ...]) -> bool:
    """Whether a sentence speaks to the seller as Amazon does: a mark of a notice, or two signs of one."""
    said = _SAYS.tags(words)
    if not said:
        return False
    if "mark" in said:
        return True
    own = _AMAZONS_OWN.found(words)
    if "yours" in said and not own:
        return True
    if "weak" in said and sum(tag == "weak" for _, _, tag in _SAYS.matches(words)) > 1:
        return True
    if "bids" in said:
        return len(said) > 1 or words[0] in ("please", "how", "what", "why", "consider", "submit")
    return "acts" in said and not said.isdisjoint(("protects", "weak") if own else ("protects", "weak", "yours"))
