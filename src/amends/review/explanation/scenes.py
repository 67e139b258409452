"""What goes wrong at a seller's, told as scenes, and which enforcements each scene may explain.

A scene is seen where words of several groups meet in what the letter gives as its cause: a return, a shelf and "new";
a price and a ceiling. One word alone proves nothing, save where it says it all ("repricer"). A cause that shows scenes,
and none that may explain the notice, belongs to another letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from amends.typed import NamedTuple


class Scene(NamedTuple):
    """A scene by its name: the enforcements that it `explains`, and the `signs` by which it is seen.

    Each sign is one or more groups of words, parted by "&", of which each must be met; `stem*` stands for all words
    that begin so, `two_words` for a pair in a row.
    """

    name: str
    explains: str
    signs: tuple[str, ...]


SCENES = (
    Scene(
        "late parcels",
        ("late-shipment on-time-delivery order-defect-rate confirmed-before-shipping cancellation-rate valid-tracking"),
        (
            (
                "late lateness later delay* overdue backlog unshipped behind ship-by belated* tardy slow slower "
                "slowly & order* parcel* package* dispatch* shipment* deliver* ship ships shipped shipping mail post "
                "postage van courier* carrier*"
            ),
            (
                "handling_time transit_time transit_times cut-off cutoff ship-by ship_date dispatch_time "
                "delivery_promise economy_mail pick-up_time collection_time lead_time"
            ),
            (
                "on_time in_time too_late next_day following_day promised_date promised_day & order* parcel* package* "
                "dispatch* shipment* deliver* ship ships shipped shipping mail post postage van courier* carrier*"
            ),
            ("van courier carrier driver lorry truck collection pick-up & missed comes came leaves left gone collects"),
            (
                "packer packers printer packing_table packing_tables shift & holiday sick absent down broken ill "
                "alone short peak weekend backlog & order* parcel* package* dispatch* shipment* deliver* ship ships "
                "shipped shipping mail post postage van courier* carrier*"
            ),
            ("packer packers packing_staff dispatcher & absent holiday ill sick stand_in stand-in deputy alone leave"),
            "vacation_setting holiday_setting orders_stood orders_waited stood_still",
            (
                "orders parcels packages pallet mailbags & stayed waited unprinted unpacked dock overnight over_night "
                "stucklying queue left_over piled not_handed"
            ),
            "transit & days day alaska hawaii zones states template setting automation",
        ),
    ),
    Scene(
        "tracking numbers",
        "valid-tracking order-defect-rate confirmed-before-shipping late-shipment on-time-delivery funds",
        (
            (
                "tracking tracked untracked trackable & number* carrier* courier* parcel* letter* order* mapping "
                "export postal upload* scan* label* service"
            ),
            "carrier_name carrier's_name carrier_code name_of_the & mapping export mapped other template",
        ),
    ),
    Scene(
        "confirmed too early",
        "confirmed-before-shipping late-shipment valid-tracking on-time-delivery",
        (
            (
                "confirm* marked_shipped marked_as & label* printed printing van ship* dispatch* left handed parcel* "
                "picked scan* & before early until premature* yet unsent when still already"
            ),
        ),
    ),
    Scene(
        "orders cancelled",
        "cancellation-rate order-defect-rate late-shipment",
        (
            "cancel*",
            "oversold oversell* overselling out_of_stock sold_out no_stock not_in_stock unavailable",
            (
                "stock inventory quantity quantities & feed sync* count* synchron* shop webshop second_channel "
                "deducted buffer & orders order"
            ),
            "feed feeds sync synchronisation & stopped stood failed froze hung alarm alert",
        ),
    ),
    Scene(
        "the price",
        "fair-pricing",
        (
            "repric* overpric*",
            (
                "price prices priced pricing $ & ceiling maximum cap upper raised raise lifted lift higher doubled "
                "tripled increase* rule floor minimum competitor multipack single per_unit unit unit_price formula "
                "markup mark-up surcharge freight recent average exceed* above too_high list_price reference"
            ),
        ),
    ),
    Scene(
        "goods damaged on their way",
        "product-safety fba-inbound order-defect-rate not-as-described used-sold-as-new",
        (
            (
                "dent* broke broken crush* crack* leak* shatter* breakage damaged damage smash* chipped split burst "
                "bent squash* spill* & mailer mailers packag* packing outer_box carton cartons bubble padding padded "
                "filler drop_test cushion* void envelope envelopes wrap wrapping box boxes transit foam single-wall"
            ),
        ),
    ),
    Scene(
        "faulty or incomplete goods",
        "product-safety compliance-documents order-defect-rate not-as-described used-sold-as-new",
        (
            (
                "lot batch maker factory sample goods-in production & leak* defect* faulty cracked pressure_test "
                "driver too_short too_thin loose solder* welded stitch* dead b-grade"
            ),
            (
                "left_out forgot missing without incomplete & fittings screws parts accessor* lid lids plugs manual "
                "chargercable adapter & packer* pack* bag kit set box"
            ),
        ),
    ),
    Scene(
        "returns sold again",
        "order-defect-rate not-as-described used-sold-as-new inauthentic counterfeit-suspected",
        (
            (
                "returned return returns opened used refurbish* reseal* open-box second-hand worn & new_piece as_new "
                "new_stock stock shelf shelves shelved rack grade graded grading inspect* restock* resold sellable "
                "bench resell* seal seals sealed bin cage back_into & new used resold sellable grade graded grading "
                "seal seals restocked sticker"
            ),
            "used_unit used_item used_units used_items used_goods second-hand",
            "come_back came_back & seal seals new stock shelf bench sold_again graded grading",
        ),
    ),
    Scene(
        "goods past their date",
        "expired-products product-safety order-defect-rate not-as-described inauthentic",
        (
            "expir* shelf-life shelf_life best-before best_before use-by fefo mhd out_of_date past_date",
            (
                "date dates dated & lot lots tray trays tin tins jar jars batch batches carton cartons & older oldest "
                "passed past gone rotat* first"
            ),
            "past_its past_their & date dates",
        ),
    ),
    Scene(
        "a page that says what the goods are not",
        (
            "order-defect-rate not-as-described used-sold-as-new product-safety duplicate-listing variation-misuse "
            "inauthentic"
        ),
        (
            (
                "page pages title titles listing listings bullet bullets description offer detail asin page's photo "
                "photos picture pictures size_chart label image images & material fabric colour color sizesizes ml cm "
                "mm inch inches grams litre pieces piece linen cotton leather wool polyester synthetic waterproof "
                "wooden plastic metal quantity measure*dimension* weight watt lumens voltage accessor* lid & differ* "
                "wrong old different described describe said says shows showed kept printed promised still instead"
            ),
            "wrong & colour color size model item variant unit units & bin pick* pack* sent label* mix*",
        ),
    ),
    Scene(
        "goods that hurt",
        "product-safety compliance-documents restricted-products order-defect-rate not-as-described",
        (
            (
                "overheat* burn* fire melt* shock chok* injur* hazard* unsafe recall* smok* swallow* explod* sharp "
                "pull_test thermostat flammab* toxic safety_test strangul* scald* sparks"
            ),
            "safety & test tests tested sample",
            (
                "magnet magnets seam cord battery charger lead nickel small_parts & test tested tests came opened "
                "sample loose detach* swallowed untested"
            ),
        ),
    ),
    Scene(
        "papers of conformity",
        "compliance-documents product-safety restricted-products",
        (
            (
                "certificate certificates declaration conformity cpc ce_mark ce-mark gpsr epr responsible_person "
                "test_report test_reports weee fcc ukca reach registration_number & page pages title titles listing "
                "listings bullet bullets description offer detail asin product products file sku attached expired "
                "wrong missing older standard toy toys"
            ),
        ),
    ),
    Scene(
        "goods that may not be sold",
        "restricted-products product-safety compliance-documents",
        (
            (
                "ingredient* kava cbd hemp kratom ephedra yohimb* pesticid* germs antibacterial antimicrobial medical "
                "medicinal drug fda epa hazmat steroid weapon knife knives poison* banned_words prohibited restricted "
                "cures heals pharma* disinfect* tobacco nicotine vape melatonin"
            ),
            "amazon's_list banned_list list_of & words roots substances products goods",
            "forbidden prohibited medical health disease & claim claims word words term terms",
        ),
    ),
    Scene(
        "where the goods came from",
        "inauthentic counterfeit-suspected ip-counterfeit forged-documents brand-approval drop-shipping fraud",
        (
            (
                "invoice* receipt* paper papers bill bills & older 365 cover covers covered without no missing lost "
                "quantity fewer less lacked against archive kept keep"
            ),
            (
                "supplier* trader* distributor* wholesal* dealer* importer clearance liquidat* market & authoris* "
                "authoriz*verif* vet* licens* unverified appointed invoice* chain paper papers"
            ),
            (
                "bought purchased purchase sourced & invoice authoris* authoriz* trader retail clearance liquidat* "
                "paper distributor grey gray wholesaler dealer"
            ),
            (
                "liquidation closeout job_lot grey_market flea_market another_source other_source unknown_source & "
                "units stocklot pallet pallets goods bought"
            ),
            "authenticity counterfeit inauthentic genuineness",
        ),
    ),
    Scene(
        "somebody's mark",
        "ip-trademark ip-counterfeit ip-unspecified inauthentic counterfeit-suspected",
        (
            "trademark* trade_mark brand_name logo logos brand_word owner's_word protected_word registered_word",
            (
                "brand brand's mark marks word words term terms logo & title titles keyword keywords bullet bullets "
                "artworkpackaging page & register registers registry search* uspto euipo looked looking look checked "
                "check screened lookup owner owner's copied uploaded live compatible approved permission licen*"
            ),
        ),
    ),
    Scene(
        "somebody's pictures or text",
        "ip-copyright ip-unspecified",
        (
            (
                "picture pictures image images photo photos photograph* illustration* drawing* artwork text texts "
                "font design designs pattern print & copied copy copying taken took web internet found licen* whose "
                "permission credit* freelance* complainant's owner's source google folder inspiration supplier's "
                "downloaded borrowed agency rights"
            ),
        ),
    ),
    Scene(
        "somebody's patent",
        "ip-patent ip-unspecified",
        ("patent* utility_model design_right design_patent freedom_to",),
    ),
    Scene(
        "variations",
        "variation-misuse review-manipulation not-as-described",
        (
            (
                "parent parents parentage parent_sku & child children variation* theme themes sheet sku model models "
                "asin asins family merged joined under"
            ),
            "variation variations & theme merge* family sheet asins joined",
            "flat_file upload parent & wrong_parent parent parentage & file upload live sheet",
        ),
    ),
    Scene(
        "two pages for one thing",
        "duplicate-listing variation-misuse",
        (
            (
                "two_pages second_page duplicate_page second_listing two_listings duplicate_listing "
                "duplicate_listings new_page another_page twin_page duplicate_asin second_asin two_asins "
                "duplicate_pages & ean gtin upc barcode catalog* search* same one_and already exist* looked looks "
                "made created create"
            ),
            "page listing asin & created create made opened & second_time existing already twice again",
        ),
    ),
    Scene(
        "reviews that were asked for",
        "review-manipulation code-of-conduct fraud",
        (
            (
                "review reviews feedback star stars five-star rating ratings & card cards insert* gift* voucher* free "
                "rebate* agency friends family paid pay offer* reward* promis* exchange incentiv* tester* giveaway "
                "coupon* asked ask asking message* refund*"
            ),
            (
                "card cards insert inserts leaflet leaflets flyer flyers & coupon* gift* voucher* reward* cashback "
                "refund paypal free"
            ),
            "insert_card insert_cards box_card box_cards",
        ),
    ),
    Scene(
        "orders of one's own",
        "review-manipulation fraud code-of-conduct",
        ("rank ranking & order orders orders_placed bought staff friends own",),
    ),
    Scene(
        "another account",
        "related-accounts account-compromised identity-verification fraud",
        (
            (
                "account accounts & closed suspended deactivated former previous another second other client's linked "
                "related relative wife husband cousin brother sister partner employee ex-employee agency accountant & "
                "office computer laptop bank card address network logged log signed device devices user rights login "
                "opened owner owned managed wi-fi wifi router browser vpn"
            ),
            (
                "shop store account & brother brother's cousin former wife husband tenant ex-partner friend & office "
                "network linecomputer internet address bank card"
            ),
            (
                "computer laptop browser network router wifi wi-fi internet & client client's visitor visitors "
                "accountant bookkeeper cousin brother neighbour tenant guest co-working coworking & log* sign* "
                "account* access* used"
            ),
        ),
    ),
    Scene(
        "strangers in the account",
        "account-compromised funds phishing fraud related-accounts",
        (
            (
                "password passwords second_factor two-step two-factor 2fa phish* hack* intrud* otp one-time malware "
                "credential* fake_login login_page compromised"
            ),
        ),
    ),
    Scene(
        "too many cases",
        "code-of-conduct",
        (
            (
                "case cases ticket tickets contacts contact & support seller_support same_question same_message "
                "one_questionsame_subject same_issue same_matter & times repeat* desk* opened open again each "
                "duplicate* another's same"
            ),
            (
                "messages message e-mails letters & seller_support support associate associates & lawyer* press "
                "threat* tone rudeinsult* abusive pressure"
            ),
        ),
    ),
    Scene(
        "messages that buyers wrote",
        "code-of-conduct late-shipment order-defect-rate not-as-described used-sold-as-new",
        (
            (
                "messages replies reply answers mailbox inbox & buyer buyers customer customers & unanswered unread "
                "curt answered answer rude late hours agent"
            ),
        ),
    ),
    Scene(
        "who the seller is",
        "identity-verification account-at-risk brand-approval funds forged-documents inauthentic related-accounts",
        (
            (
                "utility_bill passport identity_card id_card bank_statement driving_licence proof_of residence "
                "registry_extract"
            ),
            (
                "address addresses name names & bill registered account register moved move legal & differ* moved "
                "changed mismatch match matched old former different"
            ),
            "iban bank_account deposit_account payout & changed digits typed holder entered name",
        ),
    ),
    Scene(
        "labels and cartons on the way to Amazon",
        "fba-inbound fba-reimbursement not-as-described",
        (
            (
                "carton cartons box boxes shipment shipments fba & label labels labelled unlabelled barcode barcodes "
                "fnsku declared overweight prep polybag* contents packing_sheet manifest & unit units weight declared "
                "roll wrong scan fnsku count label* amazon"
            ),
            "inbound fulfilment_centre fulfillment_center & pallet pallets carton cartons label labels shipment",
        ),
    ),
    Scene(
        "claims for lost units",
        "fba-reimbursement",
        (
            "reimburs*",
            (
                "claim claims claimed & twice lost proof fba warehouse delivery_note carrier's units & filed file "
                "twice submitted paid list clerk"
            ),
        ),
    ),
    Scene(
        "parcels of another shop",
        "drop-shipping",
        (
            (
                "slip slips packing_slip invoice sender label & supplier's another_shop wholesaler* retailer* his "
                "their foreign other_shop supplier store's shop's & buyer buyers parcel parcels box boxes sent order "
                "orders"
            ),
            (
                "straight directly direct & wholesaler supplier retailer manufacturer factory & buyer buyers sent "
                "send shipsshipped"
            ),
            (
                "bought buys ordered purchased buy & retailer retail webshop another_store other_store web_shop "
                "online_shop &orders order buyer buyers address"
            ),
        ),
    ),
    Scene(
        "papers that were altered",
        "forged-documents identity-verification inauthentic counterfeit-suspected compliance-documents",
        (
            (
                "edited altered retyped template changed typed pdf photoshop corrected & invoice invoices bill "
                "certificate certificates document documents & address name quantity date line field upload uploaded "
                "original"
            ),
        ),
    ),
)
# These are told of much, or it is not told of what: no scene is foreign to them.
_OF_ANYTHING = frozenset("account-at-risk unspecified phishing".split())
# What the notice itself is called in a letter that comes back to it.
_OWN_WORDS = {
    "order-defect-rate": "defect defects odr a-to-z chargeback* claim claims feedback negative one-star",
    "cancellation-rate": "cancel* stock inventory sync* oversold oversell* sold_out",
    "late-shipment": "late lsr lateness handling_time cut-off unshipped ship-by ship_date too_late backlog",
    "on-time-delivery": "late on_time otdr transit* deliver*",
    "valid-tracking": "tracking vtr untracked numbers scans",
    "confirmed-before-shipping": "confirm* ship_button marked",
    "fair-pricing": "price* pricing repric* overcharg*",
    "fba-inbound": "fba* inbound carton cartons fulfilment_centre fulfillment_center receiving",
    "fba-reimbursement": "reimburs* claim claims claimed",
    "drop-shipping": (
        "drop dropship* drop-ship* slip slips packing_slip retailer* another_shop another_store online_store"
    ),
    "duplicate-listing": (
        "duplicat* two_pages second_page two_listings existing catalogue catalog ean gtin twin new_page "
        "another_page own_page"
    ),
    "variation-misuse": "variation* parent child family theme merged",
    "review-manipulation": "review* feedback stars rating ratings",
    "related-accounts": "account accounts",
    "account-compromised": "password* login intrud* hack* logged access user users e-mail mailbox",
    "code-of-conduct": "case cases support conduct message messages contact* phone phoned wrote_to",
    "forged-documents": "forged altered edited document documents invoice invoices certificate",
    "identity-verification": (
        "identity passport bill address name id bank_statement statement residence document documents"
    ),
    "brand-approval": "brand brands approval authoris* authoriz* invoice invoices letter",
    "funds": "funds payout bank iban balance payment* tracking proof deliver*",
    "fraud": "fraud* order orders",
    "expired-products": "expir* date dates",
    "used-sold-as-new": "used returned return returns",
    "not-as-described": (
        "page description described picture pictures photo differ* wrong smaller larger missing broken"
    ),
    "product-safety": "safe safety burn* hot heat* test tests hazard* tested certificate* warning* age",
    "compliance-documents": "certificate* compliance declaration document documents test report",
    "restricted-products": "restricted prohibited banned ingredient* list licence permit claim claims",
    "inauthentic": "invoice* supplier* authentic* genuine* source* trader authoris* authoriz*",
    "counterfeit-suspected": "invoice* supplier* authentic* genuine* counterfeit* trader",
    "ip-counterfeit": "counterfeit* genuine* supplier* trader brand logo invoice*",
    "ip-trademark": "trademark* mark brand word logo term name",
    "ip-copyright": "copyright* picture* image* photo* text drawing* artwork pattern font book_cover",
    "ip-patent": "patent* design licence license mechanism invention claim_1",
    "ip-unspecified": "right rights brand image* picture* photo* patent* trademark* copyright* logo word",
}


class _Groups(NamedTuple):
    """All groups of words, turned round: of each word, stem and pair the groups that it stands in."""

    words: dict[str, list[int]]
    stems: dict[str, list[int]]
    signs: tuple[tuple[Scene, frozenset[int]], ...]
    own: dict[str, int]


_SHORTEST_STEM, _LONGEST_STEM = 3, 12


@cache
def _groups() -> _Groups:
    words: dict[str, list[int]] = {}
    stems: dict[str, list[int]] = {}
    numbers: dict[str, int] = {}

    def number_of(group: str) -> int:
        if group not in numbers:
            numbers[group] = len(numbers)
            for word in group.split():
                into = stems if word.endswith("*") else words
                into.setdefault(word.rstrip("*"), []).append(numbers[group])
        return numbers[group]

    signs = tuple((scene, frozenset(map(number_of, sign.split(" & ")))) for scene in SCENES for sign in scene.signs)
    return _Groups(words, stems, signs, {key: number_of(group) for key, group in _OWN_WORDS.items()})


def explained(words: tuple[str, ...], enforcement: str) -> bool:
    """Whether a sentence shows a scene that may explain the enforcement, or comes back to it by name."""
    known = _groups()
    met = frozenset(_met(known, words))
    return known.own.get(enforcement) in met or any(
        groups <= met and enforcement in scene.explains.split() for scene, groups in known.signs
    )


def foreign(sentences: Sequence[tuple[str, ...]], enforcement: str) -> tuple[int, Scene] | None:
    """The scene that these sentences show, and in which of them, if none that they show may explain the enforcement.

    What is foreign must be seen within two sentences, what explains the notice only somewhere.
    """
    if enforcement in _OF_ANYTHING or enforcement not in _OWN_WORDS:
        return None
    known = _groups()
    met = [frozenset(_met(known, words)) for words in sentences]
    everywhere = frozenset[int]().union(*met)
    if known.own[enforcement] in everywhere:
        return None
    shown = [(scene, groups) for scene, groups in known.signs if groups <= everywhere]
    if any(enforcement in scene.explains.split() for scene, _ in shown):
        return None
    for at, here in enumerate(met):
        near = here.union(*met[at + 1 : at + 2])
        for scene, groups in shown:
            if groups <= near and not groups.isdisjoint(here):
                return at, scene
    return None


def _met(known: _Groups, words: tuple[str, ...]) -> Iterator[int]:
    for word in set(words):
        yield from known.words.get(word, ())
        for length in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1):
            yield from known.stems.get(word[:length], ())
    for pair in pairwise(words):
        yield from known.words.get("_".join(pair), ())
