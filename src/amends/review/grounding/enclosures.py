"""Where a letter says that papers come with it, and which papers Amazon takes for no proof of supply.

Both are read from fields: words for joining, for papers and for the letter itself; papers that are no invoice, and
words for proof. A battery that was enclosed, a receipt that a buyer found and a quotation that is not sent are neither.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import once
from amends.review.position.purpose import is_plan
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

_PAPERS = (
    "document|documents|documentation|docs|invoice|invoices|bill|bills|proof|proofs|evidence|evidences|screenshot|"
    "screenshots|screen|screens|photo|photos|photograph|photographs|picture|pictures|pic|pics|image|"
    "images|video|videos|"
    "contract|contracts|agreement|certificate|certificates|letter_of|letters|authorisation|authorization|"
    "licence|license|"
    "report|reports|pdf|pdfs|paper|papers|paperwork|file|files|material|materials|scan|scans|copy|copies|statement|"
    "record|records|protocol|receipt|receipts|confirmation|confirmations|list|log|form|sheet|declaration|annexes|"
    "rechnung|rechnungen|factura|facturas|faktura|faktury|fatura|faturalar|fattura|fatture|zip|folder|correspondence|"
    "emails|e-mails|test_report|certification|attestation|affidavit"
)
_JOINED = Lexicon(
    tagged=[
        (
            (
                "attached|attach|attaching|enclosed|enclose|enclosing|annexed|annex|append|appended|herewith|hereto|"
                "attachment|attachments|enclosure|enclosures|anbei|beigefügt|beiliegend|anhang|adjunto|adjuntos|"
                "adjunta|"
                "adjuntamos|allegato|allegati|allego|ci-joint|anexo|anexos|załączniku|załącznik|załączam|załączeniu|"
                "ekte|"
                "ekteki|bijgevoegd|bifogat|appendix|addendum|annexure|annexures"
            ),
            "join",
        ),
        (
            (
                "send|sent|sending|submit|submitted|uploaded|provide|provided|join|joined|add|added|put|"
                "include|included|forward|forwarded|stuck|stapled|come|comes|came|accompany|accompanies|accompanying|"
                "supply|supplied|deliver|transmitted|present|presented|mailed|emailed|supplementary|supplemental|"
                "supporting|"
                "have|hold|find|see|refer|check|consult|view"
            ),
            "soft",
        ),
        (_PAPERS, "paper"),
        (
            (
                "with|to|in|on|along|into|for|via|behind|under this|the|our|your|my|present|same letter|message|mail|"
                "email|e-mail|appeal|case|form|ticket|submission|request|reply|answer|response|thread|application|text|"
                "upload|writing|notice"
            ),
            "here",
        ),
        ("along|hereby|below|separately|beneath", "here"),
        ("on|at the end|bottom|back of?", "here"),
        (
            (
                "supporting|supplementary|supplemental|relevant|necessary|requested|required "
                "documents|documentation|evidence|material|proof"
            ),
            "bundle",
        ),
        ("see|find|refer_to|as_per|check|consult|view|note|look_at|review", "see"),
        (
            "in|see|as|under|per the|our|an? annex|appendix|addendum|exhibits|attachment|attachments|enclosure",
            "there",
        ),
        (
            "see screenshot|screenshots|invoice|invoices|document|documents|photo|photos|picture|pictures|proof|video",
            "there",
        ),
        ("screenshot|screenshots included|below|uploaded", "there"),
        ("see attached|enclosed|attachment|attachments|enclosure|below", "there"),
        (
            (
                f"{_PAPERS} is|are|was|were|have_been|has_been|can_be? included|provided|"
                f"available|submitted|supplied|uploaded|"
                "on_file|on_request|at_your_disposal|forwarded|presented|added|joined|sent_to_you|found|accompanying"
            ),
            "stated",
        ),
        (f"see|seen|shown|visible .. on|in the|our|this|that {_PAPERS}", "there"),
        (
            (
                f"{_PAPERS} follow|follows|come|comes|in|is_in|are_in .. mail|letter|message|"
                f"email|e-mail|annexe|annexes|supplement|dossier|upload|back|rear"
            ),
            "there",
        ),
        (f"{_PAPERS} .. is|are also|already? with|at you|amazon|your", "there"),
        ("see|in|as the|our|my? annexe|annexes|uploads|dossier|supplement", "there"),
        (
            (
                f"{_PAPERS}|detail|details|rest|everything|all|others .. in|see|as the|our|my? attachment|attachments|"
                "accessory|accessories|attached|appendix|annex|supplement|enclosure"
            ),
            "there",
        ),
        ("accompany|accompanies|accompanied .. letter|appeal|message|plan|submission|mail|email", "there"),
        (
            (
                f"{_PAPERS}|letter .. will|would|shall|can|could|may|might be? furnished|provided|sent|submitted|"
                "produced|supplied|presented|shown|sending|delivered|follow|arrive|come|available|forwarded|shared"
            ),
            "later",
        ),
        (
            (
                "will|would|shall|can|could|may|going_to be? send|sending|provide|providing|furnish|submit|produce|"
                f"forward|share|deliver .. {_PAPERS}"
            ),
            "later",
        ),
        (
            f"{_PAPERS} .. on_request|upon_request|on_demand|if_required|if_needed|when_required|if_you_wish|later_on",
            "later",
        ),
        ("pfa|p.f.a|pls_find|please_find|kindly_find", "join"),
        (
            (
                "no|not_a|without|none|never|not .. attachment|attachments|attached|enclosed|"
                "declaration|document|documents|annex"
            ),
            "no",
        ),
        ("attached|enclosed|attach no|none|nothing|not", "no"),
        (
            (
                "you|notice|amazon|mail|message|letter asked|asks|ask|requested|requests|request|required|requires|"
                "require|want|wants|wanted|need|needs|needed|named|names"
            ),
            "others",
        ),
        ("so that|we|it|i it|we|i? can", "others"),
        ("supplier|factory|manufacturer|buyer|customer|carrier|printer had|has|did|have", "others"),
    ]
)

# Papers that show an order, a price or a payment rather than a completed purchase.
_REFUSED = Lexicon(
    tagged=[
        (
            (
                "receipt|receipts|kassenbon|kassenzettel|quittung|paragon|scontrino|ticket_de_caja|recibo|recibos|fiş|"
                "quotation|quotations|quote|quotes|estimate|proforma|pro-forma|proformas|pro_forma|commercial_offer|"
                "price_offer|price_list|kostenvoranschlag|angebot|presupuesto|order_confirmation|order_confirmations|"
                "order_acknowledgement|order_acknowledgment|order_summary|order_history|auftragsbestätigung|"
                "packing_slip|packing_slips|packing_list|packing_lists|lieferschein|statement_of_account|"
                "account_statement|credit_card_statement|card_statement|paypal|payment_screenshot|shopping_cart|"
                "till_slip|"
                "cash_slip|gift_receipt|business_card|catalogue_page|order_screenshot|sales_slip|memo|voucher"
            ),
            "paper",
        ),
        (
            (
                "screenshot|screen|screens|screenshots|photo|capture|printout .. order|"
                "orders|purchase|basket|cart|checkout|payment|website|shop"
            ),
            "paper",
        ),
        (
            (
                "order|orders|purchase|payment|chat|conversation screenshot|screenshots|"
                "screen|mail|email|e-mail|history|page"
            ),
            "paper",
        ),
        (
            (
                "walmart|costco|target|ebay|alibaba|aliexpress|1688|temu|taobao|tesco|lidl|aldi|ikea|metro|makro|"
                "carrefour|"
                "supermarket|groupon|etsy|shein|wish|mercari|marktkauf|rossmann|migros|biedronka|flea_market|"
                "garage_sale|"
                "discounter|drugstore|outlet|facebook_marketplace|gumtree|kleinanzeigen|olx|boot_sale|cheque|"
                "check_copy|bon"
            ),
            "shop",
        ),
        (
            (
                "husband|wife|friend|cousin|brother|sister|father|private|personal|previous_owner|other_name|"
                "another_name|"
                "different_name|another_company|different_company|other_company|monitor|undated|unsigned|unpaid|draft|"
                "no_date|no_address|without_date|without_address|without_stamp|missing_page|first_page_only|only_page|"
                "dated_after|after_the_sale|after_the_complaint|blurry|blurred|dark|out_of_focus|cut|torn|faded|"
                "stained|"
                "too_old|older|years_old|corrected|amended|adjusted|backdated|reissued_by_us|issued_by_us|made_by_us|"
                "template"
            ),
            "flaw",
        ),
        (
            (
                "invoice|invoices|bill|bills|authorisation|authorization|certificate|letter|passport|licence|license|"
                "document"
            ),
            "good",
        ),
        (
            (
                "testimonial|testimonials|reference_letter|letter_of_reference|letter_of_thanks|thank-you_letter|"
                "character_reference"
            ),
            "weak",
        ),
        (
            (
                "screenshot|screenshots|screen_shot|print|prints|printout|picture|pictures|photo|photos|copy|extract "
                "of|from|with "
                "a|the|our|my? chat|chats|conversation|whatsapp|wechat|messages|texts|text_messages|sms|call|phone|"
                "talk|dms"
            ),
            "weak",
        ),
        (
            (
                "signed|written|wrote|gave|given|issued .. note|paper|letter|declaration|statement|slip that .. "
                "goods|is|are|we|they|real|genuine|original|authentic"
            ),
            "weak",
        ),
        (
            (
                "jotted|scribbled|noted|wrote|typed|written|put|printed|drawn .. our|my own? letterhead|headed_paper|"
                "notepaper|stationery"
            ),
            "weak",
        ),
        (
            "sent|send|gave|wrote|texted .. whatsapp|wechat|text|message|sms|voice_note .. saying|says|that|confirming",
            "weak",
        ),
        ("chat|chats|wechat|whatsapp|messenger|skype|telegram|line_messages|text_messages|voice_message", "talk"),
        (
            (
                "walmart|costco|target|ebay|alibaba|aliexpress|1688|temu|taobao|tesco|lidl|aldi|"
                "ikea receipt*|order*|screenshot*|invoice*|purchase*|bill*"
            ),
            "paper",
        ),
        (
            "handwritten|hand-written|hand_written|written_by_hand bill|invoice|note|paper|receipt|list|slip|statement",
            "paper",
        ),
        ("bill|invoice|note|receipt written|made|filled by|in|out hand|pencil|ourselves|us", "paper"),
        (
            (
                "invoice|invoices|bill|bills|document|documents|letter|certificate|statement|"
                "file|pdf .. blacked|blackened|redacted|"
                "retyped|re-typed|typed|cropped|blurred|edited|recreated|reconstructed|rewritten|pixelated|covered|"
                "tippex|cut_off|"
                "photoshop|photoshopped|whited|masked|retouched|reworked|tidied|redone|shortened|highlighted|"
                "unreadable|illegible"
            ),
            "changed",
        ),
        (
            (
                "blacked|blackened|redacted|retyped|re-typed|cropped|blurred|edited|recreated|reconstructed|pixelated|"
                "photoshopped|retouched|converted|partial|half|unreadable|illegible .. invoice|"
                "invoices|bill|bills|document|copy|scan|picture"
            ),
            "changed",
        ),
        ("password|passcode|protected|encrypted is|file|pdf|for|to|document|with|open", "changed"),
        ("pdf|file|document|zip|invoice .. protected|encrypted|locked|password", "changed"),
        (
            (
                "our|my|own|sales|we_issued|outgoing .. invoice|invoices|bill .. to|for .. "
                "customer|customers|buyer|buyers|client|consumer"
            ),
            "changed",
        ),
        ("library|gym|student|membership|loyalty|club|bonus|fishing|discount|bus card|pass|ticket", "changed"),
        (
            (
                "expired|outdated|lapsed|old passport|licence|license|certificate|identity|id|"
                "authorisation|authorization|bill|document"
            ),
            "changed",
        ),
        (
            (
                "purchase_order|purchase_orders|po|delivery_note|delivery_notes|delivery_slip|dispatch_note|"
                "bill_of_lading|waybill|"
                "airway_bill|air_waybill|tracking_slip|tracking_number|shipping_label|shipping_slip|customs_slip|"
                "bank_statement|"
                "bank_transfer|wire_transfer|transfer_slip|payment_proof|kontoauszug|warranty_card|business_licence_of|"
                "email_thread|e-mail_thread|oral|verbal|phone_call|word_of_mouth|affidavit|own_declaration|"
                "self-declaration|dhl|"
                "inventory_report|stock_list|amazon_order|screenshot|catalogue"
            ),
            "other",
        ),
        (
            (
                "proof|proofs|prove|proves|evidence|origin|authenticity|genuine|real|source|supply|"
                "supplier_documents|bought|"
                "purchased|purchase|sourced|original|issues_no|issue_no|gives_no|instead_of_an_invoice|in_lieu|"
                "instead|as_invoice|is_our_invoice|covers|cover|"
                "an_invoice_was_not|no_invoice|not_an_invoice|for_the_invoice|second_invoice|in_place_of|replaces|"
                "substitute"
            ),
            "proves",
        ),
        (
            (
                "attach*|enclos*|provide|provided|submit|submitted|send|sent|see|included|annex|upload|uploaded|"
                "given|give|"
                "should_do|will_do|may_do|must_do|should_be_enough|should_suffice|will_suffice|here_is|here_are|including|includes|completeness|for_proof|as_proof|there_is_also|is_also|find|"
                "present|add|added|herewith|shows|show|is_in|are_in|serve|serves|popped|stuck|that_in|those_in"
            ),
            "sends",
        ),
        (
            (
                "not|no|never|without|instead_of|rather_than|than the|a|an|any? quotation|"
                "quote|proforma|pro-forma|pro_forma|receipt|"
                "receipts|order_confirmation|packing_slip|purchase_order|screenshot"
            ),
            "no",
        ),
        ("nothing|none|neither .. quotation|quote|proforma|pro-forma|receipt|order_confirmation", "no"),
        ("without|no|not password|passcode|protection", "no"),
        ("acknowledged|acknowledges|confirm|confirms receipt", "no"),
        (
            (
                "stopped|no_longer|refuse|refuses|refused|replaced|returned|accepted|accept|rejected|reject|refunded|"
                "drop|"
                "as_you_allow|you_allow|allowed|permitted|on_receipt|upon_receipt|of_receipt|receipt_of|"
                "confirmed_receipt"
            ),
            "no",
        ),
        (
            (
                "identity|address|customs|destruction|disposal|recycling|pulping|laptop|landlord|refund|delivery|"
                "tracking|settings|setting|pages|"
                "labels|policy|waste|lease|rent"
            ),
            "else",
        ),
        ("instead_of|in_lieu_of|in_place_of|for_want_of an?|the|proper? invoice|invoices|bill", "lieu"),
        ("blacked|blackened|whited|painted|taped|scratched|crossed out|over", "changed"),
        ("excel|spreadsheet|own_list|word_file|self-made|homemade|home-made", "other"),
        ("e-mail|email|mail|letter|word|statement .. serve|serves|evidence|proof|instead", "other"),
        ("retyped|re-typed|photoshopped|pixelated|redacted|retouched", "changed"),
        ("last|latest|newest|most_recent|only|old invoice|invoices that|which|we|i", "changed"),
    ]
)
_PRIVATE = frozenset("addresses buyer's buyers customer's customers".split())
_OURS = frozenset("we i you please kindly hereby our my herewith also can may will".split())
_WAS = frozenset("was were been got had being get gets".split())
_SENT = (parts.CONCLUSION, parts.DOCUMENTS, parts.SIGNATURE, parts.OTHER)


def joined(draft: Draft, statement: Statement) -> tuple[int, int] | None:
    """The words that say that something comes with the letter, or None."""
    return _joined(statement, statement.part, is_plan(draft))


@once
def _joined(statement: Statement, part: str, plan: bool) -> tuple[int, int] | None:
    spots = [spot for spot in _JOINED.matches(statement.words) if not _of_old(statement.words, spot)]
    said = {tag for _, _, tag in spots}
    if "no" in said or ("others" in said and not said & {"there", "stated"}):
        return None
    telling = part in (parts.CAUSE, parts.MEASURES)
    if "there" in said and part != parts.MEASURES:
        wanted = "there"
    elif "stated" in said and not telling:
        wanted = "stated"
    elif "join" in said and ({"paper", "here", "see"} & said or len(statement.words) <= _FEW):
        wanted = "join"
    elif {"soft", "paper", "here"} <= said and not telling:
        wanted = "soft"
    elif "bundle" in said:
        wanted = "bundle"
    elif "later" in said and not telling:
        wanted = "later"
    elif part in _SENT and (
        ({"soft", "paper"} <= said and plan) or ({"soft", "here"} <= said and "everything" in statement.words)
    ):
        wanted = "soft"
    else:
        return None
    return next((first, last) for first, last, tag in spots if tag == wanted)


_FEW = 6


def _of_old(words: tuple[str, ...], spot: tuple[int, int, str]) -> bool:
    """Whether a word for joining tells what somebody else sent, or what was joined to another thing long ago."""
    first, last, tag = spot
    if tag == "join":
        to = words[last : last + 1] == ("to",) and words[last + 1 : last + 2] not in (("this",), ("our",))
        return to or (
            not _WAS.isdisjoint(words[max(0, first - 1) : first]) and words[first] in ("attached", "enclosed")
        )
    if tag == "soft":
        ours = first == 0 or not _OURS.isdisjoint(words[max(0, first - 3) : first])
        return words[last : last + 1] == ("us",) or not ours
    return False


def refused(draft: Draft, statement: Statement) -> tuple[int, int] | None:
    """The words for a paper that is sent as proof and that Amazon does not take, or None."""
    spots = list(_REFUSED.matches(statement.words))
    # The first word of "purchase order" does not say what is proved.
    papers = [(first, last) for first, last, tag in spots if tag not in ("proves", "else")]
    spots = [
        spot
        for spot in spots
        if spot[2] not in ("proves", "else") or not any(a <= spot[0] and spot[1] <= b for a, b in papers)
    ]
    said = {tag for _, _, tag in spots}
    if "no" in said:
        return None
    if not _PRIVATE.isdisjoint(statement.words):
        # What hides a buyer's address changes no proof of supply.
        spots = [(first, last, tag) for first, last, tag in spots if tag != "changed"]
    named = bool(draft.files_in(statement))
    proves = "proves" in said
    closing = statement.part in _SENT or not is_plan(draft)
    file = named and (closing or proves)
    sent = file or "sends" in said
    asked = statement.part in _SENT or "sends" in said
    goods = [first for first, _, tag in spots if tag == "good"]
    for first, last, tag in spots:
        if (
            (tag == "paper" and "else" not in said and sent and (proves or (closing and asked)))
            or (tag == "weak" and statement.part != parts.MEASURES and "else" not in said)
            or (tag in ("shop", "lieu") and named and statement.part in _SENT)
            or (tag == "flaw" and named and statement.part in _SENT and any(abs(at - first) <= _BESIDE for at in goods))
            or (tag == "talk" and sent and (proves or "invoice" in statement.words))
            or (tag == "changed" and ("sends" in said or closing or (named and goods)))
            or (tag == "other" and proves and "else" not in said and sent and closing and not _invoiced(draft))
        ):
            return first, last
    return None


_BESIDE = 6


def _invoiced(draft: Draft) -> bool:
    """Whether the letter sends an invoice too: what shows the delivery or the payment then stands beside it."""
    if "invoiced" not in draft.memo:
        draft.memo["invoiced"] = any(
            not _INVOICES.isdisjoint(other.words)
            or any("invoice" in match.group().lower() for match in draft.files_in(other))
            for other in draft.statements
            if draft.files_in(other)
        )
    return bool(draft.memo["invoiced"])


_INVOICES = frozenset("invoice invoices factura facturas rechnung rechnungen fattura fatture faktura".split())
