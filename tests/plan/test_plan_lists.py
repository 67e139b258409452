"""Lists of ASINs and orders: written once, then referred to where that is plain."""

from __future__ import annotations

import pytest
from plan_catalog import DAY, action, case, catalog, cause, closed, done, fact, slot, told

BOTH = ("closed", "counted")
ORDERS = ("112-4839201-5520417", "113-7720914-1183650")


@pytest.mark.parametrize("many", [4, 14])
def test_a_long_list_is_written_once_and_referred_to_later(many: int) -> None:
    asins = tuple(f"B0TESTA{n:03}" for n in range(many))
    text = told(case(fact("case.asins", "asins", asins)), closed("We closed {case.asins|named} {date|on}."))

    assert [1] * many == [text.count(asin) for asin in asins]
    assert f"We closed all {'four' if many == 4 else 14} ASINs on 11 March 2026." in text


def test_a_short_list_is_named_again_in_each_section_and_once_within_it() -> None:
    knowledge = catalog(
        action("closed", 20, "We closed {case.asins|named} {date|on}."),
        action("counted", 21, "We counted {case.asins|named} {date|on}."),
    )
    points = done(knowledge, fact("counted.date", "date", DAY), actions=BOTH)

    assert [
        "We closed ASINs B0TESTAB12 and B0TESTAB34 on 11 March 2026.",
        "We counted both ASINs on 11 March 2026.",
    ] == points


def test_a_part_of_the_list_is_never_called_all_of_it() -> None:
    nine, six = (tuple(f"B0TESTA{n:03}" for n in range(many)) for many in (9, 6))
    knowledge = catalog(
        cause(
            "invoice-gap",
            "We bought {asins|named}.",
            "Of {asins|named} all came late.",
            slots=(slot("invoice-gap.asins", "asins"),),
        ),
        action("closed", 20, "We closed {asins|named} {date|on}.", slots=(slot("closed.asins", "asins"),)),
    )
    text = told(
        case(
            fact("case.asins", "asins", nine),
            fact("invoice-gap.asins", "asins", six),
            fact("closed.asins", "asins", six),
        ),
        knowledge,
    )

    assert "Of these six ASINs all came late." in text
    assert "We closed the six ASINs named above on 11 March 2026." in text


def test_two_lists_of_one_length_are_written_out_each_time() -> None:
    first, second = (tuple(f"B0TESTA{n:03}" for n in range(at, at + 5)) for at in (0, 5))
    knowledge = catalog(
        cause("invoice-gap", "We bought {asins|named}, then {others|named}.",
              slots=(slot("invoice-gap.asins", "asins"), slot("invoice-gap.others", "asins"))),
        action("closed", 20, "We closed {asins|named} {date|on}.", slots=(slot("closed.asins", "asins"),)),
    )  # fmt: skip
    text = told(
        case(fact("invoice-gap.asins", "asins", first), fact("invoice-gap.others", "asins", second),
             fact("closed.asins", "asins", first)),
        knowledge,
    )  # fmt: skip

    assert "We closed ASINs B0TESTA000, B0TESTA001, B0TESTA002, B0TESTA003 and B0TESTA004 on" in text


def test_lists_of_orders_and_other_numbers_are_not_called_asins() -> None:
    knowledge = closed(
        "Late were {orders|named}; {orders|named} are refunded, invoices {ids|list} and {ids|list}, {date}.",
        types={"orders": "orders", "ids": "ids"},
    )
    said = done(knowledge, fact("closed.orders", "orders", ORDERS), fact("closed.ids", "ids", ("A-1", "B-2")))

    assert (
        "Late were orders 112-4839201-5520417 and 113-7720914-1183650; orders 112-4839201-5520417 and "
        "113-7720914-1183650 are refunded, invoices A-1 and B-2 and A-1 and B-2, 11 March 2026."
    ) == said[0]
