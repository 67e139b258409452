"""Word classes for patterns: `@supplier` in a word list stands for every word that names a supplier.

Who is blamed, and for what, is worded in a thousand ways that are put together from few words; a class is kept once
for all lists. Plurals in -s and possessives are understood.
"""

from __future__ import annotations

from functools import cache

CLASSES = {
    "amazon": "amazon fba algorithm bot robot marketplace platform hijacker",
    "supplier": (
        "supplier manufacturer maker vendor wholesaler distributor factory factories producer dealer contractor "
        "subcontractor agency agencies importer exporter middleman middlemen mill third-party liquidator trader "
        "reseller printer laboratory lab grower refinery freelancer licensor proveedor proveedores fornecedor "
        "fornecedores lieferant lieferanten hersteller hurtownia dostawca fournisseur fabricant fornitore "
        "tedarikçi toptancı"
    ),
    "carrier": (
        "carrier courier usps ups fedex dhl hermes evri dpd gls yodel tnt ontrac lasership mail post postal postman "
        "postmen driver forwarder logistics correos correios seur mrw inpost delhivery bluedart ecom-express "
        "sf-express yanwen cainiao aramex purolator canpost colissimo chronopost bpost postnl brt kargo haulier "
        "hauler airline spedition spediteur spedizioniere nacex poczta yurtiçi aras mng ptt parcelforce whistl "
        "fastway startrack mondial asendia sagawa yamato trucker shipper deliverer letterbox customs"
    ),
    "buyer": (
        "customer buyer client shopper consumer purchaser complainant recipient kunde kunden käufer cliente "
        "clientes comprador compradores acheteur klient klienci müşteri"
    ),
    "rival": "competitor rival competition",
    "staff": (
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
}


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Each word of a class with the classes that it belongs to, in the form in which a pattern names them."""
    found: dict[str, tuple[str, ...]] = {}
    for name, members in CLASSES.items():
        for word in members.split():
            for form in (word, word + "s"):
                found[form] = (*found.get(form, ()), "@" + name)
    return found


def classes_of(word: str) -> tuple[str, ...]:
    """The classes of a word, each with its @; none for most words."""
    return _classes().get(word, ())
