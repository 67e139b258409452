"""Made-up letters for timing: about 400 words each, by number, so that any two runs have the same ones.

They are synthetic, put together from frames with names, days, numbers and things drawn for each; real letters say
fewer things twice. About one letter in ten repeats sentences of another.
"""

from __future__ import annotations

from random import Random

_PEOPLE = "Dana Ruiz,Joon Park,Amara Osei,Lena Vogt,Tomás Rey,Ivy Chen,Raj Mehta,Ola Nowak,Emre Kaya,Mia Costa".split(
    ","
)
_THINGS = "candle jars,teak trays,steel bottles,wool scarves,desk lamps,garden hoses,phone stands,tea tins,yoga mats,oak frames".split(
    ","
)
_SHOPS = (
    "Harbor Lane Wholesale LLC,Birch & Fern Trading,Alder Supply GmbH,Northway Goods Ltd,Cedar Point Imports".split(",")
)
_PLACES = "warehouse,receiving bench,packing table,return shelf,office,cold store".split(",")
_RECORDS = "a numbered sheet,the delivery book,a dated photo folder,the stock ledger,the inspection log".split(",")
_PARTS = {
    "Root Cause": (
        "On {day} {shop} delivered {n} {thing} under invoice {n}, and {who} put them on sale without comparing the label with the brand's list.",
        "The buyer line of invoice {n} named a company that we had closed in {year}, which nobody at the {place} noticed.",
        "{who} counted {n} {thing} on the {place} and wrote {n} into {record}.",
        "We did not know that the policy for {thing} had changed on {day}.",
        "Between {day} and {day} the {place} mixed {n} returned {thing} with new ones.",
        "The delivery note of {shop} said {n}, the invoice said {n}, and the difference stayed open for {n} days.",
        "Our listing of ASIN B0{asin} used a photo that {shop} had sent without a licence.",
    ),
    "Corrective Actions": (
        "On {day} {who} closed the listing of B0{asin} and opened removal order RX{n} for {n} units (removal-{n}.pdf).",
        "On {day} we refunded {n} buyers of {thing} in full (refunds-{n}.csv).",
        "{who} asked {shop} for a corrected invoice on {day} and received it {n} days later (invoice-{n}.pdf).",
        "We will remove the remaining {thing} soon.",
        "On {day} {who} searched all {n} offers for {thing} and found {n} more of the same kind.",
        "The {place} was cleared on {day}, and {n} {thing} went into the locked cage (cage-{n}.jpg).",
        "It was decided that {n} {thing} would be destroyed.",
    ),
    "Preventive Measures": (
        "Since {day} {who} compares every invoice of {shop} with the delivery before the {thing} leave the {place}, and keeps the result in {record} for 24 months.",
        "{who} draws {n} of every delivery of {thing} each Monday; more than {n} faults stop the delivery.",
        "Our team checks new offers every week.",
        "From {day} on {who} reads the policy page for {thing} on the first working day of each month and notes it in {record}.",
        "We promise that this will never happen again.",
        "Every return of {thing} goes to the {place} first, where {who} grades it and writes the grade into {record}.",
    ),
}
_EACH = 6


def letter(number: int) -> str:
    """The letter of a number."""
    random = Random(number)
    lender = Random(number // 7) if number % 10 == 9 else None
    said = ["Dear Seller Performance Team,\n"]
    for heading, frames in _PARTS.items():
        said.append(f"{heading}\n")
        for at, frame in enumerate(random.choices(frames, k=_EACH), 1):
            said.append(f"{at}. {_filled(frame, lender or random)}\n")
    return "\n".join(said)


def _filled(frame: str, random: Random) -> str:
    pieces = frame.split("{")
    said = [pieces[0]]
    for piece in pieces[1:]:
        slot, _, rest = piece.partition("}")
        said.append(_value(slot, random) + rest)
    return "".join(said)


def _value(slot: str, random: Random) -> str:
    match slot:
        case "n":
            return str(random.randrange(2, 4000))
        case "day":
            return f"{random.randrange(1, 29)} {random.choice(('March', 'April', 'May', 'June'))} 2026"
        case "year":
            return str(random.randrange(2015, 2025))
        case "asin":
            return "".join(random.choices("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", k=8))
        case _:
            words = {"who": _PEOPLE, "thing": _THINGS, "shop": _SHOPS, "place": _PLACES, "record": _RECORDS}[slot]
            return random.choice(words)
