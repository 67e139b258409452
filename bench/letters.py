"""Made-up letters to measure on: 400 words each, all different, the same from one seed.

Nothing in them is real. Each is a Plan of Action put together from sentences, good ones and such as reviewers object
to (about one in four), with names, dates, order numbers, ASINs and file names drawn anew, under headings as sellers
write them. Real prose repeats itself less and holds more kinds of words; absolute speeds shift on it, ratios less so.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

WORDS = 400
_FIRST = "Dana Joon Mira Tomas Aisha Peter Lucia Henrik Noor Felix Grace Omar Ines Victor Hanna Raj".split()
_LAST = "Ruiz Park Novak Becker Larsen Okafor Silva Moreau Haddad Lindqvist Byrne Costa Weber Tanaka".split()
_ROLE = ("operations lead", "warehouse manager", "compliance officer", "listing specialist", "owner", "buyer")
_FIRM = "Harbor Lane|Blue Kiln|Northgate|Copper Fox|Elm Street|Silver Birch|Pine Hollow|Red Anchor".split("|")
_KIND = ("Wholesale LLC", "Trading Ltd", "Imports Inc.", "Supply GmbH", "Goods Co.")
_THING = "jar lamp towel bottle cable blender brush charger puzzle kettle backpack candle mat lens".split()
_MONTH = "January February March April May June July August September October November December".split()
_DAY = "Monday Tuesday Wednesday Thursday Friday".split()
_OPENINGS = (
    "Dear Amazon Seller Performance Team,",
    "Hello,",
    "To whom it may concern,",
    "Dear Seller Performance,",
)
_CAUSE_HEADS = ("Root Cause", "Root cause:", "1. Root cause of the issue", "What went wrong", "**Root cause**", "")
_DONE_HEADS = (
    "Corrective Actions",
    "Actions we have taken to resolve the issue:",
    "2. Immediate corrective actions",
    "What we did",
    "## Corrective actions",
    "",
)
_NEXT_HEADS = (
    "Preventive Measures",
    "How we will prevent this in the future:",
    "3. Steps to prevent recurrence",
    "Long-term measures",
    "PREVENTIVE MEASURES",
    "",
)
_OPEN = (
    "This letter answers your notice of {date} about ASIN {asin}.",
    "We write about the deactivation of our account on {date} and the {n} orders named in it.",
    "Thank you for the chance to explain what happened with {n} units of our {thing}s.",
    "We are very sorry for the trouble and we understand how important customers are to Amazon.",
    "We have been selling on Amazon since {year} and have always had great feedback.",
    "I am begging you to give my family business a second chance.",
)
_CAUSE = (
    "On {date} we listed ASIN {asin} without comparing the invoice of {firm} with our legal name.",
    (
        "Between {date} and {date} {n} orders for the {thing} left our warehouse after the promised date, because the "
        "carrier pick-up was booked for 16:00 and our label printer ran only until 14:30."
    ),
    (
        "The {thing}s of lot {n} were bought from {firm} on {date} with invoice {n}, which showed the name of a "
        "shop that we had closed in {year}."
    ),
    "Nobody compared the {n} returned units with the grading guide before they went back to stock as new.",
    (
        "{name} ({role}) copied the text of another listing on {date}, and the listing said {n} pieces where the box "
        "held {small}."
    ),
    "Order {order} was sent in a box marked for {small} units although the buyer had paid for {n}.",
    "Our stock file counted {n} units on {date}, while {small} were on the shelf, since returns were booked twice.",
    "The root cause was that our intake sheet had no field for the expiry date.",
    "The cause of the complaint is that customers left bad reviews and opened claims.",
    "The supplier lied to us and sent us counterfeit goods that we could not have known about.",
    "We did not know about this policy and it was simply a human error by a new employee.",
    "The courier lost several parcels and USPS was responsible for most of the delays.",
    "We believe that there may have been some kind of system glitch on Amazon's side.",
    "Some orders were late at times, which led to a few unhappy buyers.",
)
_DONE = (
    "On {date} {name} closed the listing {asin} and opened removal order {n} for {n} units ({file}).",
    "On {date} {name} refunded all {small} buyers of order {order} and of the orders in {file}.",
    "We quarantined {n} units of the {thing} on {date}; the count sheet is {file}.",
    "{name} ({role}) audited {n} listings between {date} and {date} and deleted {small} that had no invoice.",
    "On {date} we ended the contract with {firm}; the letter is attached as {file}.",
    "We trained {small} employees on the restricted products policy on {day} {date}, with a test that all passed.",
    "The {n} units at the fulfilment centre were destroyed on {date} under shipment {shipment}.",
    "{firm} confirmed on {date} that invoice {n} covers {n} pieces, and its manager can be called at any time.",
    "We will remove all the affected inventory as soon as possible.",
    "The listings have been reviewed and appropriate actions were taken.",
    "We are going to contact every buyer soon and apologise for the inconvenience.",
    "Several products were deleted and the staff was spoken to.",
    "We have already hired a new manager who is the best in the industry.",
    "Of the {n} orders {small} were refunded, which is 45% of them.",
)
_NEXT = (
    (
        "From {date} {name} compares every invoice with the delivery before the stock is released, and files both in a "
        "register that is kept for 24 months."
    ),
    (
        "Every {day} {name} ({role}) exports the late shipment report; above 2% the listing is paused until the cause "
        "is found."
    ),
    "Before each new listing the {role} checks brand, condition and expiry against the checklist {file}.",
    "{name} counts the {thing}s at receipt; a gap of more than {small} units stops the delivery and is logged.",
    "From {date} no supplier is paid until {name} has a letter of authorisation on file.",
    "Our software blocks a listing when the handling time is above {small} days, since {date}.",
    "Once a month {firm} sends a test report of the {thing}, and {name} signs it.",
    "Returns are graded by {name} on the day of receipt; units below new are booked as used, each with a photo.",
    "We will do our best to never let this happen again.",
    "We promise that we will be more careful and follow all Amazon policies 100% of the time.",
    "Our team will regularly check the listings and quality.",
    "Management will ensure that all staff are properly trained.",
    "We will try to find better suppliers in the near future.",
    "Periodically the inventory is reviewed.",
)
_CLOSE = (
    "The plan has been in effect since {date} and was complete on {date}.",
    "We attach {file} and {file}.",
    "Please reinstate our account as soon as possible, as we are losing money every day.",
    "We look forward to hearing from you.",
    "If you need further information, please contact {name}.",
)


def letters(count: int, seed: int = 7) -> Iterator[str]:
    """`count` letters of at least 400 words, none twice; `seed` decides them."""
    random = Random(seed)
    for _ in range(count):
        yield _letter(random)


def _letter(random: Random) -> str:
    share = (len(_CAUSE), len(_DONE), len(_NEXT))
    picks = [random.sample(range(size), size) for size in share]
    bodies: tuple[list[str], list[str], list[str]] = ([], [], [])
    opening = _filled(random, random.choice(_OPEN))
    closing = " ".join(_filled(random, frame) for frame in random.sample(_CLOSE, 2))
    length = len(opening.split()) + len(closing.split()) + 16
    turn = 0
    while length < WORDS and any(picks):
        part = turn % 3
        if picks[part]:
            sentence = _filled(random, (_CAUSE, _DONE, _NEXT)[part][picks[part].pop()])
            bodies[part].append(sentence)
            length += len(sentence.split())
        turn += 1
    pieces = [random.choice(_OPENINGS), opening]
    for heads, body in zip((_CAUSE_HEADS, _DONE_HEADS, _NEXT_HEADS), bodies, strict=True):
        head = random.choice(heads)
        mark = random.choice(("- ", "1. ", "", "", "* "))
        joint = "\n" if mark else " "
        pieces.append((head + "\n" if head else "") + joint.join(mark + sentence for sentence in body))
    pieces += [closing, f"Kind regards,\n{_name(random)}"]
    return "\n\n".join(pieces) + "\n"


def _filled(random: Random, frame: str) -> str:
    """A frame with each slot drawn anew."""
    pieces = frame.split("{")
    out = [pieces[0]]
    for piece in pieces[1:]:
        slot, _, rest = piece.partition("}")
        out += (_drawn(random, slot), rest)
    return "".join(out)


def _drawn(random: Random, slot: str) -> str:
    if slot == "date":
        return f"{random.randint(1, 28)} {random.choice(_MONTH)} 2026"
    if slot == "name":
        return _name(random)
    if slot == "firm":
        return f"{random.choice(_FIRM)} {random.choice(_KIND)}"
    if slot == "asin":
        return "B0" + "".join(random.choices("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", k=8))
    if slot == "order":
        return f"{random.randint(100, 999)}-{random.randint(10**6, 10**7 - 1)}-{random.randint(10**6, 10**7 - 1)}"
    if slot == "file":
        return f"{random.choice(('invoice', 'report', 'photos', 'removal', 'training'))}-{random.randint(1, 999)}.pdf"
    if slot == "shipment":
        return f"FBA{random.randint(10**8, 10**9 - 1)}"
    if slot == "n":
        return str(random.randint(20, 900))
    if slot == "small":
        return str(random.randint(2, 19))
    if slot == "year":
        return str(random.randint(2012, 2024))
    return random.choice({"role": _ROLE, "thing": _THING, "day": _DAY}[slot])


def _name(random: Random) -> str:
    return f"{random.choice(_FIRST)} {random.choice(_LAST)}"
