"""SU08: a buyer's name, address, telephone number or other personal data."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.meaning.personal import personal
from amends.review.rule import Hit, rule, short


@rule(
    "SU08",
    "buyer-data",
    level="warning",
    confidence="medium",
    source="Amazon's policies on customer information: buyers are named by order number",
    bad=(
        "Two late orders in the week of 4 May 2026: P. Szymborek (5 May), R. Dunne (6 May).",
        "Order 113-4920716-5583042 (Loretta Quimby, 88 Sandpiper Ln, phone 555-0142) left late.",
        "We refunded the buyer Jo Field, jo.field@gmail.com, on 4 May 2026.",
        "On 2 May 2026 we called the customer at +1 202 555 0143 and refunded order 112-8544326-8929888.",
        "On 4 May 2026 the service lead refunded Marlene Oberhuber, order 028-5563719-2240183 (refund.pdf).",
        "On 4 May 2026 we refunded Mrs. Ada Kern, 14 Mill Lane, Otley LS21 3AB, USD 19.90 (refund.pdf).",
    ),
    good=(
        "On 4 May 2026 the complaint was handed to Sofia Reyes, who refunded the buyer (refund.pdf).",
        "12 buyers were refunded by Mr. Okafor on 4 May 2026; Yusuf from accounts called each of them (refunds.pdf).",
        "Users: Halina Wrzos and her son Adam.",
        (
            "On 27 May 2026 Ada Kern replaced the old return address with that of Unit 11. We sent our lease of Unit 11, "
            "Mint Court (lease.pdf)."
        ),
        "We refunded the buyer of order 112-8544326-8929888 on 4 May 2026. Contact: dana@birchfern.example",
        "Files: count.pdf, refunds.pdf\n\nMina Torvik, owner\nTorvik Lamps, orders@torvik.example",
        "Buyer on all three invoices is Torvik Lamps LLC, 7 Mill Lane, Akron, OH, as in our account.",
        "On 4 May 2026 Dana Ruiz refunded 12 buyers. Dr. Uwe Stein of TestLab, Markt 3, signed the lab report.",
        (
            "Our content editor, Ms. Tereza Havlová, chose the picture.\n\nCorrective actions:\n- 20 August 2026, image 3 deleted by Ms. Havlová; 4 returned orders were refunded."
        ),
    ),
)
def buyer_data(draft: Draft) -> Iterator[Hit]:
    """A buyer's personal data.

    Amazon knows the buyer by the order number. A name, an address, a telephone or account number, a mail address in
    the letter is a needless disclosure.
    """
    for item in draft.items:
        for datum in personal(draft, item):
            quote = draft.text[datum.start : datum.end]
            place = Span(datum.start, datum.end, quote)
            yield Hit(place, f"“{short(quote, 40)}” is a buyer's data. Name the order number instead.")
