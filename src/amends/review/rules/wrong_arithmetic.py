"""GR14: a sum, a list or a percentage that does not come out."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.reckoning import products, shares, sums, tables
from amends.review.reckoning.account import Account, Wrong, accounts
from amends.review.reckoning.listed import identifiers
from amends.review.reckoning.rates import rates_told
from amends.review.rule import Hit, rule


@rule(
    "GR14",
    "wrong-arithmetic",
    level="error",
    source="Contradictions end an appeal; a figure that does not come out puts all others in doubt",
    bad=(
        "We closed 3 ASINs (B0C1234567, B0C7654321).",
        "On 3 May 2026 we had 12 defective orders. 7 negative feedback, 4 A-to-z claims, 2 chargebacks.",
        "Of the 340 units, 300 were sold and the remaining 50 were destroyed.",
        "16 of 1,000 orders (2.4 %) were late.",
        "We removed 310 jars (200 in Reno and 100 in Erie).",
        "We asked 82 buyers for a review, 47 by cards and 25 by a service.",
        "Of our cups 3.5 percent (12 of 280) came back.",
        "88 buyers were asked. 61 have answered, 17 have not.",
        "Purchased: 456. Sold: 410. Balance: 36.",
        ("Corrective actions:\n- On 3 May 2026 we paid back 35 buyers, 35 x $28.00 = $1,080.00."),
        (
            "Corrective actions:\n- On 3 May 2026 we refunded the postage of 31 orders, 31 times 4.90 EUR, together 161.90 EUR."
        ),
        "Corrective actions:\n- On 3 May 2026 we accepted the fee of $0.55 for 72 units, this is $36.90.",
        "Corrective actions:\n- On 3 May 2026 we paid 19 buyers the difference of $58.49, in total $1,011.31.",
        "Root cause: each of 23 problems was raised three times, which makes the 61 contacts.",
        "Root cause: until 5 June 2026 we had 11 late orders out of 612, that is 1.83 %.",
        "Corrective actions:\n- On 3 May 2026 we checked 38 claims of the last 18 months; 33 are right and 4 are double.",
        "Corrective actions:\n- On 3 May 2026 we reported the 82 reviews, 47 from the cards and 25 from the service.",
        "Root cause: our order defect rate was 2.1 %: 12 defective orders of 800.",
        "Corrective actions:\n- On 3 May 2026 we counted 900 boxes; 420 went back, 300 were shredded, and 220 stand here.",
        "Corrective actions:\n- Stock on 3 May 2026: 520. Removed: 380. Left: 120.",
        "Corrective actions:\n- On 3 May 2026 we cut the stock by one quarter, from 800 to 650 tents.",
        "Root cause: until 3 May 2026 one in four parcels (40 %) missed the pick.",
    ),
    good=(
        "Corrective actions:\n- On 3 May 2026 we accepted the fee of $0.55 for 72 units, this is $39.60.",
        "Corrective actions:\n- On 3 May 2026 we paid 19 buyers the difference of $58.49, in total $1,111.31.",
        "Corrective actions:\n- On 3 May 2026 we paid 19 buyers the difference, $58.49 on average, in total $1,190.40.",
        "Root cause: each of 23 problems was raised three times, which makes the 69 contacts.",
        "Root cause: until 5 June 2026 we had 11 late orders out of 612, that is 1.80 %.",
        "Corrective actions:\n- On 3 May 2026 we checked 38 claims of the last 18 months; 34 are right and 4 are double.",
        "Corrective actions:\n- On 3 May 2026 we reported the 72 reviews, 47 from the cards and 25 from the service.",
        "Root cause: our order defect rate was 1.5 %: 12 defective orders of 800.",
        "Corrective actions:\n- On 3 May 2026 we counted 940 boxes; 420 went back, 300 were shredded, and 220 stand here.",
        "Corrective actions:\n- Stock on 3 May 2026: 520. Removed: 380. Left: 140.",
        "Corrective actions:\n- On 3 May 2026 we cut the stock by one quarter, from 800 to 600 tents.",
        "Root cause: 81.3 % on time, 61 units late of 327.",
        "We closed 2 ASINs (B0C1234567, B0C7654321).",
        "We asked 72 buyers for a review, 47 by cards and 25 by a service.",
        "Of our cups 4.3 percent (12 of 280) came back.",
        "Of the 340 units, 300 were sold and the remaining 40 were destroyed.",
        "16 of 1,111 orders (1.44 %) were late.",
        "We removed 300 jars (200 in Reno and 100 in Erie) and 40 boxes (2 per jar and 3 g each).",
        ("Corrective actions:\n- On 3 May 2026 we paid back 35 buyers, 35 x $38.00 = $1,330.00."),
    ),
)
def wrong_arithmetic(draft: Draft) -> Iterator[Hit]:
    """A figure that does not come out.

    The parts do not add up to the whole, the list is longer or shorter than its count, or the percentage is
    another. Calculate again.
    """
    for wrong in (*tables.sums(draft.text), *_reckoned(draft), *rates_told(draft), *identifiers(draft)):
        hit = Hit(
            Span(wrong.start, wrong.end, draft.text[wrong.start : wrong.end]), f"{wrong.message} Calculate again."
        )
        yield hit if wrong.sure else hit._replace(level="warning", confidence="medium")


def _reckoned(draft: Draft) -> Iterator[Wrong]:
    """The first mistake of each point."""
    for at, item in enumerate(draft.items):
        found = False
        for account in accounts(draft, item, draft.items[max(0, at - 3) : at]):
            if found and len(account.told) > 1:
                break
            wrong = _judged(account)
            if wrong is not None:
                yield wrong
                found = True


def _judged(account: Account) -> Wrong | None:
    return shares.shares(account) or products.products(account) or sums.sums(account) or products.retold(account)
