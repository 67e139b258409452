"""Promises, papers, times and idleness are told from what is meant; what only sounds like them is left alone."""

from __future__ import annotations

import pytest

from tests.corpus.score import spoken_of

SAID = [
    ("empty-promise", "measures", "Our people have been urged to be more precise."),
    ("promise-of-perfection", "measures", "Returned goods can no longer be sold as new under any circumstances."),
    ("hollow-commitment", "end", "Fair dealing is the soul of our house."),
    ("future-tense-action", "actions", "The return of 88 units has been booked for 30 June 2026."),
    ("promise-beside-action", "actions", "On 9 June 2026 we pulled 75 units (pull.pdf). Destruction is pending."),
    ("nothing-done", "actions", "We would rather hear from you before the offer is touched."),
    ("vague-time", "cause", "Some years ago a web designer put the wrong wattage on 3 pages."),
    ("attached-without-name", "end", "All papers come together with this letter."),
    ("refused-document", "end", "The quotation of the factory, quote.pdf, proves the origin."),
    ("external-link", "end", "The video lies in our cloud folder."),
    ("placeholder", "actions", "We refunded [number] buyers on 9 June 2026 (refunds.pdf)."),
    ("measure-without-rhythm", "measures", "Now and then Jo Hart (buyer) reads claims since 9 June 2026; claims.csv."),
]
NOT_SAID = [
    ("empty-promise", "cause", "Buyers were assured of new goods, and 9 of them received opened ones."),
    ("promise-of-perfection", "actions", "On 11 June 2026 we checked all 46 jars; none was past its date (jars.pdf)."),
    ("hollow-commitment", "actions", "On 13 July 2026 we met the standard EN 71-3 for 9 toys (reports.pdf)."),
    ("future-tense-action", "actions", "On 9 June 2026 we cancelled PO 77, so the 300 lamps will not come (po.pdf)."),
    ("nothing-done", "actions", "2 buyers had not been paid; both were paid on 9 June 2026, 44.00 EUR (paid.pdf)."),
    ("vague-time", "cause", "The jars were sold until 28 May 2026, although a recent lot had a shorter life."),
    ("attached-without-name", "cause", "The enclosed battery was not declared on the page of B0CNN4J5WD."),
    ("refused-document", "cause", "Our file held a quotation for the 60 lamps of 3 May 2026, but no invoice."),
    ("external-link", "cause", "The word was taken from the website of the maker, on 2 of 9 pages."),
    ("placeholder", "cause", "The card ending **** 4471 paid for the 60 units on 8 May 2026."),
]


@pytest.mark.parametrize(("name", "where", "text"), SAID)
def test_is_told(name: str, where: str, text: str) -> None:
    assert spoken_of({"kind": name, "where": where, "text": text})


@pytest.mark.parametrize(("name", "where", "text"), NOT_SAID)
def test_is_left_alone(name: str, where: str, text: str) -> None:
    assert not spoken_of({"not": name, "where": where, "text": text})
