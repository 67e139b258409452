"""The questions that every case has, whatever its playbook: who you are, what the notice said, where you stand."""

from __future__ import annotations

from collections.abc import Mapping

from amends.playbook import Catalog, Slot

POSITIONS: Mapping[str, str] = {
    "at-fault": "What the notice says happened, at least in part",
    "in-error": "What the notice says did not happen, or does not concern us",
}
POSITION_NOTES: Mapping[str, str] = {
    "at-fault": "Choose this only if your own records show it. The answer will say so in writing.",
    "in-error": "Choose this only if you can show it, by documents or records. The answer will then admit nothing.",
}

_LEGAL_NAME = Slot(
    "seller.name",
    "name",
    "What is the legal name of your business, exactly as in your Amazon account?",
    "Amazon compares it with the buyer's name on your invoices and with your other documents.",
    "Larkspur Home Goods LLC",
    "my shop",
)
_ADDRESS = Slot(
    "seller.address",
    "text",
    "What is the address of your business, exactly as in your Amazon account?",
    "Amazon compares it with the buyer's address on your invoices and with your bills.",
    "9 Mill Lane, Dayton OH 45402",
    "Ohio",
    optional=True,
)
_SIGNATORY = Slot(
    "seller.signatory",
    "person",
    "Who signs the letter, and what is this person's role?",
    "A named person who answers for the business is believed; a team is not.",
    "Dana Ruiz (owner)",
    "the team",
)
_STORE = Slot(
    "seller.store",
    "name",
    "What is the name of your store on Amazon?",
    "It helps the reader to find the right account.",
    "Larkspur Home",
    "the US one",
    optional=True,
)
_SELLER_ID = Slot(
    "seller.id",
    "id",
    "What is your seller ID (merchant token)? You find it under Settings, Account Info.",
    "It names your account without doubt; store names change.",
    "A2EXAMPLE7Q4ZK",
    "my login e-mail",
    optional=True,
)
RECEIVED = Slot(
    "case.received",
    "date",
    "On which day did you receive the notice?",
    "Deadlines and the age of invoices are counted from this day.",
    "2026-03-14",
    "last week",
    past=True,
)
ASINS = Slot(
    "case.asins",
    "asins",
    "Which ASINs does the notice name?",
    "Every ASIN of the notice needs an answer; one left out is a reason to refuse.",
    "B0EXAMPL01, B0EXAMPL02",
    "several products",
)
ORDERS = Slot(
    "case.orders",
    "orders",
    "Which orders does the notice name, or which orders went wrong?",
    "Amazon looks these orders up and compares them with what you write.",
    "123-1234567-1234567, 123-7654321-7654321",
    "some orders in March",
)
POSITION = Slot(
    "case.position",
    "choice",
    "Looking at your own records: did what the notice says happen?",
    "Be exact here, nothing else. To admit what is not true, or to deny what is, is the worst answer there is: Amazon "
    "compares it with its own data, and one letter that does both is refused. If only part of it is true, choose the "
    "first and say later which part.",
    "What your records show",
    "What you think Amazon wants to hear",
    options=dict(POSITIONS),
)
APOLOGY = Slot(
    "case.apology",
    "yesno",
    "Shall the plan carry one sentence of apology?",
    "Advisers disagree: most want one short sentence, some want none. It is your letter.",
    "yes",
    "a whole paragraph",
    optional=True,
)


def seller(catalog: Catalog) -> tuple[Slot, ...]:
    """The questions about the seller, in the order in which they are asked."""
    stores = {store.id: store.title for store in catalog.marketplaces.values()}
    marketplace = Slot(
        "seller.marketplace",
        "choice",
        "Which Amazon store sent the notice?",
        "The store that sent the notice decides, even when your business is in another country.",
        "US",
        "online",
        options=stores,
    )
    return (_LEGAL_NAME, _ADDRESS, _STORE, _SELLER_ID, *((marketplace,) if stores else ()), _SIGNATORY)
