"""Word classes for patterns: `@supplier` in a word list stands for every word that names a supplier.

Who is blamed, and for what, is worded in a thousand ways that are put together from few words; a class is kept once
for all lists. Plurals in -s and possessives are understood.
"""

from __future__ import annotations

from functools import cache

from amends.pages import Pages, looked_up, paged
from amends.ready import ready

_MOST_WORDS = 30_000
CLASSES = {
    "amazon": "amazon fba algorithm bot robot marketplace platform hijacker",
    "supplier": (
        "designer developer programmer consultant accountant photographer translator broker provider subsupplier "
        "co-packer copacker outsourcer assembler refurbisher bottler "
        "supplier manufacturer maker vendor wholesaler distributor factory factories producer dealer contractor "
        "subcontractor agency agencies importer exporter middleman middlemen mill third-party liquidator trader "
        "reseller laboratory lab grower refinery "
        "cannery brewery winery roastery creamery freelancer licensor proveedor proveedores fornecedor "
        "fornecedores lieferant lieferanten hersteller hurtownia dostawca fournisseur fabricant fornitore "
        "tedarikçi toptancı"
    ),
    "carrier": (
        "transporter shipping-company "
        "carrier courier usps ups fedex dhl hermes evri dpd gls yodel tnt ontrac lasership mail post postal postman "
        "postmen driver forwarder logistics correos correios seur mrw inpost delhivery bluedart ecom-express "
        "sf-express yanwen cainiao aramex purolator canpost colissimo chronopost bpost postnl brt kargo haulier "
        "hauler airline spedition spediteur spedizioniere nacex poczta yurtiçi aras mng ptt parcelforce whistl "
        "transportista transporteur livreur facteur cartero kurier paketdienst paketbote kargocu transportadora "
        "haulage fastway startrack mondial asendia sagawa yamato trucker shipper deliverer letterbox customs"
    ),
    "buyer": (
        "parents woman lady gentleman troll accuser nitpicker claimant refunder returner freeloader "
        "customer buyer client shopper consumer purchaser complainant recipient kunde kunden käufer cliente "
        "clientes comprador compradores acheteur klient klienci müşteri"
    ),
    "rival": ("competitor rival competition co-seller cosellers counterfeiter copycat pirate imitator opponent enemy"),
    "staff": (
        "storeman storemen warehouseman warehousemen culprit underling newcomer youngster personnel workforce loader "
        "packager labeller labeler lagerist lagermitarbeiter praktikant almacenero becario magasinier stagiaire "
        "ex-husband ex-wife ex-partner supervisor foreman stockman salesman saleswoman "
        "employee worker assistant intern freelancer va packer colleague staff staffs girl guy son wife "
        "husband daughter nephew cousin brother trainee apprentice helper "
        "co-worker coworker lad temp bookkeeper clerk subordinate junior student mitarbeiter mitarbeiterin boy "
        "brother-in-law sister-in-law sister-law picker storekeeper secretary specialist employé empleado "
        "funcionário pracownik chico"
    ),
    "deceit": (
        "lied lie lying liar cheated cheat cheating deceived deceive deceiving misled mislead misleading scam "
        "scammed scammer tricked fooled swindled betrayed betray dishonest dishonestly abuse abused abusive abusing "
        "fraudulent fraudster malicious maliciously sabotage sabotaged stole bully bullying bullied harass harassing"
    ),
    "neglect": (
        "forgot forgotten ignored ignore neglected careless carelessly carelessness negligent negligence incompetent "
        "irresponsible unreliable lazy overlooked messed mishandled misplaced sloppy unprofessional inexperienced"
    ),
    "failing": "fault mistake error blame guilty failure failed fail",
    "bad": (
        "bad wrong wrongly broken malfunctioning down incorrect incorrectly faulty defective damaged fake "
        "counterfeit poor inferior outdated "
        "expired used confusing confusingly unclear old different low-quality"
    ),
    "check": (
        "check checked checks checking verify verified ask asked compare compared inspect inspected inspection test "
        "tested look looked notice noticed count counted open opened review reviewed monitor watch measured"
    ),
    "self": "we i our my us me mine myself ourselves",
    "we": "we i me us",
    "you": "you your yours yourselves yourself amazon amazon.com marketplace platform",
    # Words of the case itself: a sentence with next to none of them says nothing of what happened.
    "trade": (
        "order unit item asin sku upc ean fnsku listing offer stock inventory label sticker barcode invoice receipt "
        "supplier lot batch "
        "carton box pallet parcel package packaging packing shipment delivery tracking carrier courier warehouse shelf "
        "bin cage bench scale "
        "scan scanned scans scanner count counted counts sheet column field row log register record records file files "
        "report certificate document page photo image title bullet keyword template insert "
        "message setting feed tool software script sync repricer handling cut-off refund refunded return returned "
        "returns replacement removal removed removes closed deleted disposed destroyed quarantined quarantine "
        "checked checks check compare compared compares inspect inspected inspection measured weigh weighs "
        "sample sampled expiry expired shelf-life seal sealed model serial hologram size colour color weight "
        "material fabric sensor charger battery lamp kettle toy jar bottle shirt shoe helmet cable "
        "licence license authorisation authorization trademark registered upload uploaded uploads download printed "
        "prints packed packs shipped ships dispatched picked picks received receiving receives booked books entered "
        "enters "
        "signed signs trained monday tuesday wednesday thursday friday daily weekly monthly quarterly "
        "january february march april june july august september october november december "
        "threshold percent cause caused notice complaint claim"
    ),
    "glad": (
        "respected respectful courteous courtesy polite competent competence capable skilled skilful safe trusted "
        "trustworthy reliable fair "
        "wise wisdom smart clever brilliant genius talented great greatest good best better perfect "
        "ideal wonderful amazing amaze amazed amazes marvel marvels impressive impress impresses impressed "
        "inspiring inspire "
        "inspired beautiful lovely nice pleasant delight delights delighted delightful enjoy enjoyed enjoys "
        "joy joyful happy glad proud "
        "pride honour honor honoured honored privilege privileged bless blessed thankful grateful gratitude gift "
        "generous generosity noble heroes hero heroic champion stars star shining shine bright brilliance glory "
        "admire admiration praise applaud salute celebrate cheers bravo congratulations flourish prosper prosperity "
        "blossom bloom thrive strong strength mighty powerful efficient efficiency effective outstanding excellent "
        "excellence exceptional unique leading leader leaders pioneer pioneers giant giants kindness caring "
        "warm warmth friendly helpful patient patience tireless diligent dedicated devoted love loved beloved adore "
        "cherish treasure treasured esteem stage opportunity opportunities dream dreams miracle paradise heaven "
        "heavenly god's god blessing blessings long-live vision visionary progress success successful successes top "
        "finest superior supreme famous magnificent superb splendid fantastic incredible awesome terrific"
    ),
    "body": (
        "heart stomach gut jaw face tear eye breath throat chest spine skin bone blood vein nerve knee leg soul mind "
        "head shoulder lip fist belly"
    ),
    "kin": (
        "family families wife husband spouse partner kid kids child children son daughter baby babies newborn toddler "
        "mother father mom mum mommy dad daddy parent grandmother grandfather grandma grandpa grandparent grandkids "
        "granddad granny brother sister uncle aunt in-laws widow orphan familia familie hijo hija mujer esposa filho "
        "filha kinder dzieci rodzina aile"
    ),
    "crew": "worker employee staff team colleague people person packer seamstress household villager student",
    "ahead": (
        "will shall going gonna would might otherwise soon next tomorrow ready prepared preparing about intend intends "
        "threaten consider considering considered plan planning forced compelled obliged must unless else want wish "
        "decided determined already drafted drafting hereby shortly"
    ),
}


@ready()
def _classes() -> Pages:
    """Each word of a class with the classes that it belongs to, in the form in which a pattern names them."""
    found: dict[str, list[str]] = {}
    for name in CLASSES:
        for form in _forms(name):
            found.setdefault(form, []).append("@" + name)
    return paged({form: " ".join(names) for form, names in found.items()})


def _forms(name: str) -> list[str]:
    return [form for word in CLASSES[name].split() for form in (word, word + "s")]


@cache
def members(name: str) -> frozenset[str]:
    """All words of a class, which is written with its @."""
    return frozenset(_forms(name[1:]))


class _Known(dict[str, tuple[str, ...]]):
    """The classes of the words that were asked about."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        classes = self[word] = tuple((looked_up(_classes(), word) or "").split())
        return classes


_KNOWN = _Known()


def classes_of(word: str) -> tuple[str, ...]:
    """The classes of a word, each with its @; none for most words."""
    return _KNOWN[word]
