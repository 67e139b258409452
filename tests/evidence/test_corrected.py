"""What a person says that a paper says: joined to what was read, never in its place on the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.test_record import READINGS

from amends import catalog
from amends.evidence import corrected, record
from amends.evidence.samples import seen
from amends.evidence.verify import judge, verify
from amends.model import Box, Correction, Exhibit, Field, Place, Reading
from amends.values import Fault

DAY = date(2026, 3, 9)


def sample(**changes: object) -> Exhibit:
    return seen(changes, catalog.load()).exhibit


def said(spot: corrected.Spot, says: str) -> Correction:
    return Correction(spot.name, spot.place, spot.read, says, "Dana Ruiz", DAY)


def named(exhibit: Exhibit, name: str) -> corrected.Spot:
    return next(spot for spot in corrected.spots(exhibit) if spot.name == name)


def with_(exhibit: Exhibit, *corrections: Correction) -> Exhibit:
    return corrected.joined(replace(exhibit, corrections=corrections), exhibit.reading)


def test_what_a_person_says_counts_and_what_was_read_is_kept_beside_it() -> None:
    exhibit = sample(invoice_number=("MW-2O41", 0.3))
    spot = named(exhibit, "invoice_number")
    assert not spot.sure

    after = with_(exhibit, said(spot, "MW-2041"))

    assert after.reading is not None
    field = after.reading.sure("invoice_number")
    assert field is not None
    assert ("MW-2041", "MW-2041", "MW-2O41") == (field.value, field.quote, field.correction and field.correction.read)
    again = named(after, "invoice_number")
    assert (spot.key, spot.read, True) == (again.key, again.read, again.sure)
    assert "MW-2041" not in record.written(exhibit.reading or Reading("", 0, 0))


@pytest.mark.parametrize(
    ("name", "says", "value"),
    [
        ("invoice_date", "May 6, 2025", "2025-05-06"),
        ("invoice_date", "Invoice date: 2025-05-06", "2025-05-06"),
        ("valid_until", "31. Dezember 2026", "2026-12-31"),
        ("total", "1.234,50 EUR", "1234.50"),
        ("line.quantity", "1,200.5", "1200.5"),
        ("currency", "usd", "USD"),
        ("line.asin", "b0exampl01", "B0EXAMPL01"),
        ("supplier_name", "  Marlow\n Wholesale  Inc ", "Marlow Wholesale Inc"),
    ],
)
def test_it_is_taken_into_the_form_of_the_field(name: str, says: str, value: str) -> None:
    assert value == corrected.value_of(name, says)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("invoice_date", "05/06/2025"),
        ("invoice_date", "soon"),
        ("invoice_date", "2025-02-30"),
        ("total", "about ten"),
        ("total", "1.234"),
        ("currency", "dollars"),
        ("invoice_number", "  "),
    ],
)
def test_what_fits_no_form_is_a_fault_that_says_what_to_write(name: str, says: str) -> None:
    found = corrected.value_of(name, says)

    assert isinstance(found, Fault)
    assert "write" in found.message


def test_a_line_is_sure_when_each_of_its_numbers_was_told() -> None:
    exhibit = sample(scanned=(1,))
    reading = exhibit.reading
    assert reading is not None
    line = reading.lines[0]._replace(confidence=0.2, unsure=("asin",))
    exhibit = replace(exhibit, reading=reading._replace(lines=(line,)))

    some = with_(exhibit, said(named(exhibit, "line.quantity"), "210"))
    cells = ("line.quantity", "line.unit_price", "line.amount", "line.asin")
    all_ = with_(exhibit, *(said(spot, spot.read) for name in cells for spot in [named(exhibit, name)]))

    assert some.reading and all_.reading
    assert ("210", False, "asin" in some.reading.lines[0].unsure) == (
        some.reading.lines[0].quantity, some.reading.lines[0].sure, True
    )  # fmt: skip
    assert all_.reading.lines[0].is_sure("asin")


def test_a_quantity_that_was_not_read_can_be_told() -> None:
    exhibit = sample(lines=("B0EXAMPL01 | | 4.10 | 492.00 | Acacia pepper mill",))

    after = with_(exhibit, said(named(exhibit, "line.quantity"), "120"))

    assert after.reading is not None
    assert "120" == after.reading.lines[0].quantity


def test_the_checks_use_it_and_say_whose_word_it_is() -> None:
    known = catalog.load()
    case = seen({"lines": ("B0EXAMPL01 | 12 | 4.10 | 49.20 | Acacia pepper mill",), "scanned": (1,)}, known).case
    assert "fails" == verify(case, known).products[0].verdict

    (exhibit,) = case.exhibits
    after = with_(exhibit, said(named(exhibit, "line.quantity"), "120"))
    found = verify(replace(case, exhibits=(after,)), known)

    assert 120 == found.products[0].invoiced
    (told,) = [each for each in found.exhibits[0].checks if each.name == "told-by-a-person"]
    assert "“120” by the word of Dana Ruiz (9 March 2026); read was “12”" in told.message
    assert "note" == told.level


def test_where_the_text_of_the_file_says_otherwise_a_person_has_to_look_again() -> None:
    known = catalog.load()
    found = seen({"buyer_name": "Another Company LLC", "text": "Bill to Another Company LLC"}, known)
    exhibit = with_(found.exhibit, said(named(found.exhibit, "buyer_name"), "Birch & Fern Trading LLC"))

    after = judge(exhibit, found.case, known)

    assert "unclear" == after.verdict
    assert any("says otherwise" in check.todo for check in after.checks)


def test_it_is_found_again_where_a_newer_reader_puts_it_a_little_aside() -> None:
    exhibit = sample()
    spot = named(exhibit, "invoice_number")
    left, top, right, bottom = spot.place.box
    moved = said(spot._replace(place=Place(1, Box(left + 3, top - 2, right + 9, bottom - 2))), "MW-9")

    after = with_(exhibit, moved)

    assert after.reading is not None
    assert ["MW-9"] == [field.value for field in after.reading.fields if field.name == "invoice_number"]
    assert () == corrected.lost(after)


def test_a_field_that_is_not_read_any_more_stands_by_the_word_of_the_person_and_a_line_is_told_as_lost() -> None:
    exhibit = sample()
    number, quantity = named(exhibit, "invoice_number"), named(exhibit, "line.quantity")
    corrections = (said(number, "MW-9"), said(quantity, "7"))
    bare = (exhibit.reading or Reading("", 0, 0))._replace(fields=(), lines=())

    after = corrected.joined(replace(exhibit, corrections=corrections), bare)

    assert after.reading is not None
    assert [("invoice_number", "MW-9")] == [(field.name, field.value) for field in after.reading.fields]
    assert (corrections[1],) == corrected.lost(after)


def test_a_field_and_a_cell_of_one_name_are_two() -> None:
    exhibit = sample()
    reading = exhibit.reading
    assert reading is not None
    place = reading.lines[0].place
    exhibit = replace(exhibit, reading=reading._replace(fields=(Field("quantity", "5", place, 0.2, "5"),)))

    after = with_(exhibit, said(named(exhibit, "line.quantity"), "121"))

    assert after.reading is not None
    assert ("5", "121") == (after.reading.fields[0].value, after.reading.lines[0].quantity)


def test_mistakes_of_a_hand_are_told_and_change_nothing() -> None:
    exhibit = sample()
    wrong = said(named(exhibit, "invoice_date"), "soon")

    after = with_(exhibit, wrong)

    assert exhibit.reading == after.reading
    assert [0] == [at for at, _ in corrected.faults(after)]


@settings(deadline=None)
@given(READINGS, st.data())
def test_whatever_was_read_can_be_confirmed_and_a_key_is_of_one_value(reading: Reading, data: st.DataObject) -> None:
    exhibit = replace(sample(), reading=reading)
    found = corrected.spots(exhibit)
    places = {(spot.name, spot.place, spot.read, spot.key) for spot in found}
    assert len(places) == len({key for *_, key in places})
    if not found:
        return
    spot = data.draw(st.sampled_from(found))
    if not spot.read:
        return

    after = with_(exhibit, said(spot, spot.read))

    assert [each.value for each in corrected.spots(after)] == [each.value for each in found]
