"""Readings as JSON: stable, complete, and strict when they are read back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Invalid
from amends.evidence import record
from amends.evidence.asfiled import as_filed
from amends.evidence.formats import Picture
from amends.evidence.page import Page, Word
from amends.evidence.scan import kept
from amends.evidence.scan.reading import Recognised
from amends.evidence.upright import Upright
from amends.model.reading import Box, Check, Field, Goods, Place, Reading

TEXT = st.text(max_size=20)
SHARE = st.floats(0, 1).map(lambda share: round(share, 3))
SIDE = st.floats(-10_000, 10_000).map(lambda side: round(side, 2) + 0.0)
PLACES = st.builds(Place, st.integers(1, 500), st.builds(Box, SIDE, SIDE, SIDE, SIDE))
# What a person says is kept with the case and never in a reading.
FIELDS = st.builds(Field, TEXT, TEXT, PLACES, SHARE, TEXT, st.none())
MAYBE = st.none() | TEXT
GOODS = st.builds(Goods, TEXT, PLACES, SHARE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, corrections=st.just(()))
LEVELS = st.sampled_from(("error", "warning", "note"))
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
CHECKS = st.builds(Check, TEXT, TEXT, LEVELS, TEXT, TEXT, TEXT, st.lists(FIELDS, max_size=2).map(tuple), TEXTS, TEXT)
READINGS = st.builds(
    Reading,
    kind=TEXT,
    kind_confidence=SHARE,
    pages=st.integers(0, 10_000),
    fields=st.lists(FIELDS, max_size=3).map(tuple),
    lines=st.lists(GOODS, max_size=3).map(tuple),
    because=TEXT,
    scanned=st.lists(st.integers(1, 200), max_size=3).map(tuple),
    doubts=TEXTS,
    signs=st.lists(CHECKS, max_size=2).map(tuple),
    text=TEXT,
    reader=TEXT,
)
PLAIN = Reading(
    "supplier-invoice", 0.9, 1,
    (Field("invoice_number", "MR-1", Place(1, Box(1, 2, 3, 4)), 0.95, "MR-1"),),
    (Goods("Mill", Place(1, Box(1, 2, 3, 4)), 0.8, quantity="12"),),
)  # fmt: skip


@settings(deadline=None)
@given(READINGS)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    text = record.written(reading)

    assert record.read(text, "x.json") == reading
    assert record.written(record.read(text, "x.json")) == text


def test_a_field_is_a_line_of_the_file() -> None:
    lines = record.written(PLAIN).splitlines()

    assert sum('"invoice_number"' in line for line in lines) == 1
    assert lines[0] == "{" and lines[-1] == "}"


def test_halves_of_characters_do_not_stop_the_file() -> None:
    reading = PLAIN._replace(text="a\ud800b")

    assert record.read(record.written(reading).encode().decode(), "x").text == "a?b"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"amends": 2}, "amends"),
        ({"kind": 7}, "kind"),
        ({"kind_confidence": 1.5}, "kind_confidence"),
        ({"kind_confidence": True}, "kind_confidence"),
        ({"pages": -1}, "pages"),
        ({"pages": 1.5}, "pages"),
        ({"scanned": [0]}, "scanned[1]"),
        ({"doubts": "one"}, "doubts"),
        ({"doubts": [1]}, "doubts[1]"),
        ({"fields": [[]]}, "fields[1]"),
        (
            {"fields": [{"name": "n", "value": "v", "page": 0, "box": [1, 2, 3, 4], "confidence": 1, "quote": ""}]},
            "fields[1].page",
        ),
        (
            {"fields": [{"name": "n", "value": "v", "page": 1, "box": [1, 2, 3], "confidence": 1, "quote": ""}]},
            "fields[1].box",
        ),
        (
            {"fields": [{"name": "n", "value": "v", "page": 1, "box": [1, 2, 3, 1e99], "confidence": 1, "quote": ""}]},
            "fields[1].box",
        ),
        ({"signs": [{"level": "fatal"}]}, "signs[1].level"),
        ({"surprise": 1}, "surprise"),
        ({"text": None}, "text"),
    ],
)
def test_a_mistake_is_told_with_its_place(change: dict[str, Any], path: str) -> None:
    data = json.loads(record.written(PLAIN)) | change

    with pytest.raises(Invalid) as refused:
        record.read(json.dumps(data), "readings/a.json")

    assert path in [problem.path for problem in refused.value.problems]
    assert all(problem.file == "readings/a.json" for problem in refused.value.problems)
    assert all("`amends add` of the document reads it again" in problem.message for problem in refused.value.problems)


def test_all_mistakes_are_told_at_once() -> None:
    data = json.loads(record.written(PLAIN)) | {"kind": 1, "pages": "x", "lines": 3}

    with pytest.raises(Invalid) as refused:
        record.read(json.dumps(data), "a.json")

    assert [problem.path for problem in refused.value.problems] == ["kind", "pages", "lines"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "[" * 100_000, "NaN", "{}"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        record.read(text, "a.json")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_record_is_read_or_refused(data: st.DataObject) -> None:
    text = record.written(PLAIN)
    at, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 20))

    try:
        record.read(text[:at] + data.draw(st.text(max_size=6)) + text[at + length :], "a.json")
    except Invalid as refused:
        assert refused.problems


# ------------------------------------------------------------------------------------------ recognised pages

UPRIGHT = Upright(612.0, 792.0, 90, 0.01, 0.0001, 0.0)
MADE = Recognised(
    Page(
        3, 792.0, 612.0, (Word("Rechnung", Box(1.5, 2.25, 30.0, 12.0), 0.91), Word("№", Box(31, 2, 40, 12), 0.4)), True
    ),
    Picture(3, 1275, 1650, 150.0, 22.5, 0.8, 0.9, ("left",), UPRIGHT),
)


def test_a_recognised_page_comes_back_as_it_was() -> None:
    back = kept.read(kept.written(MADE), 3)

    assert back is not None
    assert (back.picture, back.page.words) == (MADE.picture, MADE.page.words)
    assert (back.page.number, back.page.width, back.page.height, back.page.scanned) == (3, 792.0, 612.0, True)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"page": 3}', kept.written(MADE)[:-30]])
def test_a_broken_page_is_read_again(text: str) -> None:
    assert kept.read(text, 3) is None


def test_a_page_of_another_number_is_read_again() -> None:
    assert kept.read(kept.written(MADE), 4) is None


def test_places_lead_to_the_page_as_the_file_shows_it() -> None:
    there = Place(3, Box(100, 200, 160, 212))
    field, line = Field("total", "1", there, 0.9), Goods("Mill", there, 0.9)
    sign = Check("S1", "sign", "note", "", "", fields=(field,))
    reading = PLAIN._replace(fields=(field, field._replace(place=Place(1, there.box))), lines=(line,), signs=(sign,))

    filed = as_filed(reading, [MADE.picture, Picture(1, 10, 10)])

    assert filed.fields[0].place == filed.lines[0].place == filed.signs[0].fields[0].place == UPRIGHT.filed(there)
    assert filed.fields[1].place == Place(1, there.box)
