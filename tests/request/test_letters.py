"""Letters that ask for what is missing: needed where the case says so, filled from it, with visible gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from amends import catalog, values
from amends.formats import yamlfile
from amends.model import Case, Check, Field, Goods, Letter, Party, Place, Reading, Value
from amends.model.reading import Box
from amends.playbook import Slot
from amends.request import letter, letters
from amends.request.slots import Filling
from amends.request.writing import written
from tests import cases

KNOWN = catalog.load()
PLACE = Place(1, Box(0, 0, 10, 10))
LANGUAGES = [(id, language) for id, kind in KNOWN.letters.items() for language in kind.wordings]


def examples() -> list[tuple[str, int, dict[str, Any]]]:
    import os

    found = []
    for id in KNOWN.letters:
        file = os.path.join(catalog.DATA, "letters", f"{id}.yaml")
        with open(file, encoding="utf-8") as source:
            data = yamlfile.read(source.read(), file).data
        found += [(id, at, example) for at, example in enumerate(data["examples"])]
    return found


def said(made: Letter) -> str:
    return "\n".join(block.text for block in made.blocks)


def filled(id: str, given: dict[str, Any]) -> Filling:
    blanks = {blank.name: blank for blank in KNOWN.letters[id].blanks}
    found: dict[str, Value] = {}
    for name, data in given.items():
        assert name in blanks, f"{name} is no slot of {id}"
        value = values.load(Slot(f"x.{name}", blanks[name].type, "", "", "", ""), data, None)
        assert not isinstance(value, values.Fault), value.message
        found[name] = value
    return Filling(found, {})


@pytest.mark.parametrize(("id", "at", "example"), examples())
def test_each_example_is_written_as_its_file_says(id: str, at: int, example: dict[str, Any]) -> None:
    points = {name: tuple(fields) for name, fields in (example.get("faults") or {}).items()}
    subject, made, gaps = written(KNOWN.letters[id], filled(id, example["given"]), points, "en")
    text = f"{subject}\n{said(made)}"

    for words in example["says"]:
        assert words in text, words
    assert set(example.get("gaps") or ()) == {gap.slot for gap in gaps}
    assert all(f"{gap.what}]" in text for gap in gaps), "each gap is visible"
    assert "{" not in text
    assert ("[" in text) == bool(gaps)


@pytest.mark.parametrize(("id", "language"), LANGUAGES)
def test_each_language_says_every_value_that_the_english_says(id: str, language: str) -> None:
    first = next(example for name, _, example in examples() if name == id)
    points = {name: tuple(fields) for name, fields in (first.get("faults") or {}).items()}
    filling = filled(id, first["given"])
    english, text = (_text(id, filling, points, each) for each in ("en", language))

    for name, value in filling.values.items():
        for words in value if isinstance(value, tuple) else (getattr(value, "name", value),):
            if isinstance(words, str) and words in english and name != "supplier":
                assert words in text, name


def _text(id: str, filling: Filling, points: dict[str, tuple[str, ...]], language: str) -> str:
    subject, made, gaps = written(KNOWN.letters[id], filling, points, language)
    assert () == gaps
    return f"{subject}\n{said(made)}"


@pytest.mark.parametrize(("id", "language"), LANGUAGES)
def test_each_language_has_words_for_the_same_faults(id: str, language: str) -> None:
    kind = KNOWN.letters[id]
    for name, words in kind.wordings["en"].points.items():
        other = kind.wordings[language].points[name]
        assert type(words) is type(other)
        if not isinstance(words, str) and not isinstance(other, str):
            assert list(words) == list(other)


def test_every_fault_that_a_letter_names_is_that_of_a_check() -> None:
    from amends.evidence.check import checks

    known = {rule.name for rule in checks()}
    named = {name for kind in KNOWN.letters.values() for name in kind.wordings["en"].points}

    assert set() == named - known


def read(**fields: str) -> Reading:
    found = tuple(Field(name, value, PLACE, 0.9) for name, value in fields.items())
    return Reading("supplier-invoice", 0.9, 1, found, (Goods("Mill", PLACE, 0.9, asin="B0EXAMPL01"),))


def case(*facts: Any, **more: Any) -> Case:
    notice = cases.notice(asks=("invoices",), **more.pop("notice", {}))
    return Case(enforcement="inauthentic", route="plan", notices=(notice,), facts=cases.facts(*facts), **more)


SUPPLIER = cases.fact("invoice-gap.supplier", "party", Party("Harbor Lane LLC", email="billing@harborlane.example"))


def test_a_missing_invoice_is_asked_of_the_supplier_of_the_case() -> None:
    asked = {each.id: each for each in letters(case(SUPPLIER), KNOWN)}

    made = asked["supplier-invoice-missing"]
    assert ("Harbor Lane LLC", "billing@harborlane.example") == (made.to, made.email)
    assert "none is there yet" in made.why
    assert "between 10 March 2025 and 10 March 2026" in said(made.letter), "the window before the notice"


def test_an_invoice_that_is_there_is_not_asked_for() -> None:
    exhibits = (cases.exhibit("A", "invoice.pdf"),)

    assert "supplier-invoice-missing" not in {each.id for each in letters(case(exhibits=exhibits), KNOWN)}


def test_two_suppliers_get_a_letter_each() -> None:
    other = cases.fact("mixed-stock.supplier", "party", Party("Oldfield Supply Inc"))
    asked = [each.to for each in letters(case(SUPPLIER, other), KNOWN) if each.id == "supplier-invoice-missing"]

    assert ["Harbor Lane LLC", "Oldfield Supply Inc"] == asked


def faulty(held: bool = False) -> tuple[Case, dict[str, tuple[Check, ...]]]:
    one = cases.exhibit("A", "one.pdf", sha256="1" * 64)
    two = cases.exhibit("B", "two.pdf", sha256="2" * 64)
    three = cases.exhibit("C", "three.pdf", sha256="3" * 64)
    lane = read(supplier_name="Harbor Lane LLC", invoice_number="HL-1", supplier_address="12 Dock St")
    exhibits = (
        replace(one, reading=lane),
        replace(two, reading=read(supplier_name="HARBOR LANE, LLC", invoice_number="HL-2")),
        replace(
            three, reading=read(supplier_name="Oldfield Inc", invoice_number="OF-9"), held="too old" if held else ""
        ),
    )
    checks = {
        "1" * 64: (Check("DC03", "supplier-incomplete", "error", "The supplier's phone was not found.", "x"),),
        "2" * 64: (Check("DC06", "buyer-name-differs", "error", "It is made out to another name.", "x"),),
        "3" * 64: (Check("DC12", "line-sum", "warning", "2 x 4.10 is not 9.20.", "x"),),
    }
    made = case(cases.fact("seller.name", "name", "Birch & Fern LLC"), exhibits=exhibits[: 2 if held else 3])
    return replace(made, held=exhibits[2:] if held else ()), checks


@pytest.mark.parametrize("held", [False, True])
def test_each_supplier_is_told_just_what_is_wrong_with_its_invoices(held: bool) -> None:
    made, checks = faulty(held)
    found = [each for each in letters(made, KNOWN, checks) if each.id == "supplier-invoice-corrected"]

    assert [("A", "B"), ("C",)] == [each.exhibits for each in found]
    first, second = (said(each.letter) for each in found)
    assert "HL-1 and HL-2" in first
    assert "Your phone number" in first
    assert "The buyer: our legal name, Birch & Fern LLC" in first
    assert "quantity times price" not in first
    assert "quantity times price" in second
    assert "phone number" not in second
    assert "OF-9" in second


def test_an_invoice_that_was_issued_again_already_is_not_asked_for_once_more() -> None:
    made, checks = faulty(held=True)
    again = replace(
        cases.exhibit("D", "again.pdf", sha256="4" * 64),
        reading=read(supplier_name="OLDFIELD, Inc", invoice_number="OF-9"),
    )
    found = letters(replace(made, exhibits=(*made.exhibits, again)), KNOWN, checks)

    assert [("A", "B")] == [each.exhibits for each in found if each.id == "supplier-invoice-corrected"]


def test_what_a_person_only_should_look_at_is_not_held_against_the_supplier() -> None:
    made, checks = faulty()
    noted = {key: tuple(check._replace(level="note") for check in listed) for key, listed in checks.items()}

    assert "supplier-invoice-corrected" not in {each.id for each in letters(made, KNOWN, noted)}


def test_a_field_that_the_reader_may_have_missed_is_not_asked_for() -> None:
    made, checks = faulty()
    doubted = {key: tuple(check._replace(level="warning") for check in listed) for key, listed in checks.items()}
    found = [each for each in letters(made, KNOWN, doubted) if each.id == "supplier-invoice-corrected"]

    assert all("Your phone number" not in said(each.letter) for each in found)
    assert [("B",), ("C",)] == [each.exhibits for each in found]


def test_a_sound_invoice_needs_no_letter() -> None:
    made, _ = faulty()

    assert "supplier-invoice-corrected" not in {each.id for each in letters(made, KNOWN, {})}


def test_a_letter_can_be_asked_for_though_the_case_does_not_need_it() -> None:
    (made,) = letter("laboratory-report", case(), KNOWN)

    assert "You asked for it." == made.why
    assert "[name of the laboratory]" in said(made.letter)
    assert {"laboratory", "product", "standard"} <= {gap.slot for gap in made.gaps}


def test_where_nothing_is_to_be_sent_nothing_is_asked_for() -> None:
    assert () == letters(replace(case(SUPPLIER), route="none"), KNOWN)


def test_an_ask_of_the_notice_that_no_playbook_document_covers_calls_for_its_letter() -> None:
    notice = cases.notice(asks=("tracking-proof",))
    made = Case(enforcement="drop-shipping", route="plan", notices=(notice,))

    assert "carrier-delivery-proof" in {each.id for each in letters(made, KNOWN)}


def test_the_retraction_letter_has_the_number_the_words_and_where_to_send_it() -> None:
    made = Case(
        enforcement="ip-trademark",
        route="retraction",
        notices=(cases.notice(asks=("retraction",)),),
        facts=cases.facts(
            cases.fact("case.rights-owner", "party", Party("Brellwood Brands Inc")),
            cases.fact("case.complaint-id", "ids", ("16509000001",)),
            cases.fact("case.asins", "asins", ("B0EXAMPL01",)),
            cases.fact("case.received", "date", date(2026, 3, 3)),
        ),
    )
    (found,) = (each for each in letters(made, KNOWN) if each.id == "rights-owner-retraction")
    text = said(found.letter)

    for words in ("16509000001", "B0EXAMPL01", "notice-retraction@amazon.com", "Brand Registry", "made in error"):
        assert words in text
    assert "16509000001" in found.subject


def test_hostile_values_stay_words() -> None:
    supplier = cases.fact("invoice-gap.supplier", "party", Party("{company} [x] *b*\u202e", email="a@b.example"))
    (made,) = (each for each in letters(case(supplier), KNOWN) if each.id == "supplier-invoice-missing")

    assert "{company} [x] *b*" in said(made.letter)
