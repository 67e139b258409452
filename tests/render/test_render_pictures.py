"""Pictures of a case: nothing in them that is not in it, nothing that lies on something else, text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import SAID, fact, facts, notice
from tests.render.drawn import faults, lying_on_each_other, outside, texts

from amends.app import knowledge
from amends.model import Case, Exhibit, Fact, Period, Source, Submission
from amends.model.picture import Balance, Lacking, Matter, Picture
from amends.model.report import Chart, Table
from amends.render import pictures
from amends.render.charts.course import MONTHS, short
from amends.render.pictures import drawn

KNOWN = knowledge()
CAUSES, ACTIONS, MEASURES = (sorted(shelf) for shelf in (KNOWN.causes, KNOWN.actions, KNOWN.measures))
HOSTILE = (
    "</text><script>alert(1)</script>&amp;<!--",
    "=1+1",
    "لم يقارن أحد الفواتير مع الكميات",
    "没有人在收货时核对发票" * 8,
    "\u202eevil\u2066 \x00 \ud800 \ufffe",
    "👩‍👩‍👧‍👦" * 20,
    "x" * 300,
    "nobody compared the number on the invoice with what came out of the box " * 4,
)
DAYS = st.dates(date(2016, 1, 1), date(2026, 12, 31))
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=80).filter(str.strip))
SHORT_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})$")


def weeks(values: list[float], start: date = date(2026, 1, 5)) -> Table:
    days = tuple((start + timedelta(7 * at)).isoformat() for at in range(len(values)))
    chart = Chart("weeks", "Orders with a claim", "%", days, (("share", tuple(values)),), 1.0, "under 1 % in 60 days")
    rows = tuple((day, f"{value:.2f} %") for day, value in zip(days, values, strict=True))
    return Table("Orders with a claim", ("Week from", "Share"), rows, ("A note.",), "Made from orders.txt.", chart)


@st.composite
def matters(draw: st.DrawFn) -> Matter:
    causes, actions, measures = (
        tuple(draw(st.lists(st.sampled_from(shelf), max_size=9, unique=True))) for shelf in (CAUSES, ACTIONS, MEASURES)
    )
    found: list[Fact] = []
    for cause in causes:
        if whys := draw(st.lists(WORDS, max_size=5)):
            found.append(fact(f"{cause}.why", "text", tuple(whys)))
        for slot in KNOWN.causes[cause].slots:
            if slot.type == "date":
                found.append(fact(slot.key, "date", draw(DAYS)))
            if slot.type == "period":
                days = sorted((draw(DAYS), draw(DAYS)))
                found.append(fact(slot.key, "period", Period(*days)))
    found += [fact(f"{id}.date", "date", draw(DAYS)) for id in actions]
    found += [fact(f"{id}.start", "date", draw(DAYS)) for id in measures]
    case = Case("order-defect-rate", "plan", (notice(),), facts(*found), causes, actions, measures)
    number = st.one_of(st.none(), st.integers(0, 10**7))
    balances = draw(st.lists(st.builds(Balance, WORDS, number, st.one_of(st.none(), st.decimals(0, 10**6, places=1)), st.just(("A",)), st.booleans()), max_size=60))  # fmt: skip  # noqa: E501
    shares = draw(st.lists(st.floats(0, 100), max_size=80))
    return Matter(case, tuple(balances), weeks=weeks(shares) if shares else None)


def of(matter: Matter, id: str) -> Picture:
    return next(each for each in drawn(matter, KNOWN).pictures if each.id == id)


def told(**more: object) -> Matter:
    """A case with one cause, one action and one measure."""
    case = Case(
        "inauthentic",
        "plan",
        (notice(),),
        facts(
            fact("mixed-stock.since", "date", date(2025, 9, 15)),
            fact("mixed-stock.why", "text", ("one bin for all", "our stock program had no field for the lot")),
            fact("listings-removed.date", "date", date(2026, 3, 11)),
            fact("staff-training.start", "date", date(2026, 3, 20)),
        ),
        ("mixed-stock",),
        ("listings-removed",),
        ("staff-training",),
    )
    return Matter(replace(case, **more))


@given(matters())
def test_pictures_stand_for_themselves_and_nothing_lies_on_something_else(matter: Matter) -> None:
    found = drawn(matter, KNOWN)

    assert {kind.id for kind in pictures.kinds()} == {each.id for each in (*found.pictures, *found.lacking)}
    for picture in found.pictures:
        assert [] == faults(picture.svg)
        assert [] == lying_on_each_other(picture.svg)
        assert [] == outside(picture.svg)
    assert found == drawn(matter, KNOWN)


@given(matters())
def test_every_day_of_the_time_line_is_in_the_case_and_in_the_table(matter: Matter) -> None:
    held = {notice().received}
    for each in matter.case.facts.values():
        held |= {each.value.start, each.value.end} if isinstance(each.value, Period) else {each.value}
    for picture in (each for each in drawn(matter, KNOWN).pictures if each.id == "time-line"):
        shown = {match.group() for text in texts(picture.svg) if (match := SHORT_DAY.search(text.words))}
        listed = {day for row in picture.table.rows for day in row[:2] if day}

        assert shown <= {short(day) for day in held if isinstance(day, date)}
        assert {day.isoformat() for day in held if isinstance(day, date)} == listed


@given(matters())
def test_every_figure_of_the_bars_is_in_the_case(matter: Matter) -> None:
    held = {f"{each.sold or 0:,} sold" for each in matter.balances}
    held |= {f"{float(each.invoiced or 0):,.10g} on invoices" for each in matter.balances}
    for picture in (each for each in drawn(matter, KNOWN).pictures if each.id == "sold-and-invoiced"):
        shown = {
            text.words
            for text in texts(picture.svg)
            if re.fullmatch(r"[\d,.e+]+ (?:sold|on invoices)", text.words) and text.left > 16
        }

        assert shown <= held
        assert len(matter.balances) == len(picture.table.rows)


@given(matters())
def test_whys_stand_in_full_in_the_table(matter: Matter) -> None:
    for picture in (each for each in drawn(matter, KNOWN).pictures if each.id == "chain-of-whys"):
        chains = [v for c in matter.case.causes if (v := matter.case.value(f"{c}.why"))]

        assert sum(map(len, chains)) == len(picture.table.rows)
        assert len(chains) == [row[2] for row in picture.table.rows].count("root cause")


def test_a_case_without_facts_has_no_pictures_and_says_why() -> None:
    found = drawn(Matter(Case(), no_weeks="No reports."), KNOWN)

    assert () == found.pictures
    assert all(isinstance(each, Lacking) and each.why for each in found.lacking)
    assert {"No reports."} == {each.why for each in found.lacking if each.id == "defects-by-week"}


def test_a_notice_alone_makes_no_time_line() -> None:
    assert "time-line" in {each.id for each in drawn(Matter(Case(notices=(notice(),))), KNOWN).lacking}


def test_the_time_line_tells_in_order_what_happened_and_what_was_done() -> None:
    picture = of(told(submissions=(Submission(1, date(2026, 3, 25), "0" * 64),)), "time-line")

    assert [
        ("2025-09-15", "Stock mixed from this day", "event"),
        ("2026-03-10", "Notice received", "from Amazon"),
        ("2026-03-11", "Listings closed and stock recalled", "action done"),
        ("2026-03-20", KNOWN.measures["staff-training"].title, "measure starts"),
        ("2026-03-25", "Answer 1 sent to Amazon", "event"),
    ] == [(row[0], *row[2:4]) for row in picture.table.rows]
    assert "stated by Dana Ruiz on 2026-03-20" == picture.table.rows[0][4]
    told_first = "The notice came on 10 March 2026, 1 action was done on 11 March 2026"
    assert f"{told_first} and 1 measure starts on 20 March 2026." == picture.summary


def test_what_was_not_chosen_or_not_accepted_is_not_drawn() -> None:
    matter = told()
    more = facts(
        fact("stock-quarantined.date", "date", date(2026, 3, 12)),
        fact("retail-sourcing.bought", "period", Period(date(2025, 1, 1), date(2025, 2, 1))),
        fact("mixed-stock.why.refused", "text", ("Amazon mixed our units",)),
        fact("staff-training.proof", "exhibits", None),
    )
    matter = matter._replace(case=replace(matter.case, facts=matter.case.facts | more))

    assert drawn(told(), KNOWN) == drawn(matter, KNOWN)


def test_a_chain_under_way_is_told_as_open() -> None:
    matter = told(causes=("mixed-stock", "retail-sourcing"))
    walk = facts(fact("retail-sourcing.why.walk", "text", ("shops were cheaper",)))
    matter = matter._replace(case=replace(matter.case, facts=matter.case.facts | walk))

    picture = of(matter, "chain-of-whys")

    assert "shops were cheaper" not in picture.svg
    assert any("no root cause is told yet" in note for note in picture.table.notes)


def test_a_chain_of_very_many_whys_keeps_its_beginning_and_its_root_cause() -> None:
    whys = (*(f"because of step number {at}, which led to the next" for at in range(400)), "no step compared it")
    matter = told()
    matter = matter._replace(
        case=replace(matter.case, facts=matter.case.facts | facts(fact("mixed-stock.why", "text", whys)))
    )

    picture = of(matter, "chain-of-whys")
    shown = [text.words for text in texts(picture.svg)]

    assert len(shown) < 60
    assert any("step number 0," in words for words in shown)
    assert "no step compared it" in shown
    assert any("393 whys" in words for words in shown)
    assert 401 == len(picture.table.rows)


def test_further_days_of_an_action_follow_it() -> None:
    again = facts(fact("listings-removed.removed-on", "date", date(2026, 3, 11)))
    matter = told()
    matter = matter._replace(case=replace(matter.case, facts=again | matter.case.facts))

    labels = [row[2] for row in of(matter, "time-line").table.rows if row[0] == "2026-03-11"]

    assert ["Listings closed and stock recalled", "Removal order placed"] == labels


def test_what_is_kept_back_is_not_named() -> None:
    held = Exhibit("X1", "order-list", "orders.txt", "orders.txt", "0" * 64, 1, date(2026, 3, 20), held="buyers")
    day = Fact("mixed-stock.since", "date", date(2025, 9, 15), Source("document", "orders.txt"))
    matter = told(held=(held,))
    matter = matter._replace(case=replace(matter.case, facts=matter.case.facts | facts(day)))

    found = drawn(matter, KNOWN)

    assert not any("X1" in cell for each in found.pictures for row in each.table.rows for cell in row)
    assert ["orders.txt"] == [row[4] for row in of(matter, "time-line").table.rows if row[0] == "2025-09-15"]


def test_a_crowded_time_line_keeps_the_notice_and_says_what_it_leaves_out() -> None:
    extra = [fact(f"case.day-{at}", "date", date(2020, 1, 1) + timedelta(at)) for at in range(60)]
    matter = told()
    matter = matter._replace(case=replace(matter.case, facts=matter.case.facts | facts(*extra)))

    picture = of(matter, "time-line")
    shown = [text.words for text in texts(picture.svg)]

    assert "24 more events stand in the table." in shown
    assert {"Notice received", "Listings closed and stock recalled"} < set(shown)
    assert 64 == len(picture.table.rows)


def test_many_products_are_drawn_where_most_is_lacking() -> None:
    balances = tuple(Balance(f"B0TEST{at:04}", at, Decimal(30), ("A",)) for at in range(60))

    picture = of(told()._replace(balances=balances), "sold-and-invoiced")
    shown = [text.words for text in texts(picture.svg) if text.words.startswith("B0TEST")]

    assert [f"B0TEST{at:04}" for at in range(59, 39, -1)] == shown
    assert "31 of 60 products" in picture.summary
    assert 60 == len(picture.table.rows)


@pytest.mark.parametrize(
    ("balance", "words"),
    [
        (Balance("B0TESTAB12", 129, Decimal(180), ("A", "B")), "129 units were sold and 180 stand on invoices: all"),
        (Balance("B0TESTAB12", 1234, None), "1,234 units were sold and 0 stand on invoices: 1,234 have none."),
    ],
)
def test_one_product_is_told_in_one_sentence(balance: Balance, words: str) -> None:
    assert words in of(told()._replace(balances=(balance,)), "sold-and-invoiced").summary


def test_a_product_that_is_given_up_has_no_bar_and_is_named() -> None:
    balances = (Balance("B0TESTAB12", 5, Decimal(5), ("A",)), Balance("B0GIVEN001", 88, None, (), True))

    picture = of(told()._replace(balances=balances), "sold-and-invoiced")

    assert "B0GIVEN001" not in {text.words for text in texts(picture.svg)}
    assert "Given up, so without a bar: B0GIVEN001." in picture.table.notes


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([0.2, 0.4], "In none of 2 weeks the share reached 1 %."),
        ([2.0, 0.4, 0.0], "in 1 of 3 weeks; the last of these began on 5 January 2026, and it lies below in the 2"),
        ([0.2, 1.0], "in 1 of 2 weeks; the last of these began on 12 January 2026."),
    ],
)
def test_weeks_are_told_in_one_sentence(values: list[float], words: str) -> None:
    case = Case("order-defect-rate")

    assert words in of(Matter(case, weeks=weeks(values)), "defects-by-week").summary


def test_signs_differ_without_colour() -> None:
    svg = of(told(), "time-line").svg
    bars = of(told()._replace(balances=(Balance("B0TESTAB12", 5, Decimal(5)),)), "sold-and-invoiced").svg

    assert all(f"<{shape} " in svg for shape in ("circle", "polygon", "rect"))
    assert {"5 sold", "5 on invoices"} < {text.words for text in texts(bars)}


def test_every_kind_is_a_file_of_the_folder() -> None:
    folder = Path(pictures.__file__).parent
    files = [file for file in folder.glob("*.py") if not file.name.startswith("_")]

    assert len(files) == len({kind.id for kind in pictures.kinds()})
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", kind.id) for kind in pictures.kinds())


def test_every_date_of_the_knowledge_has_words_on_a_time_line() -> None:
    shelves = (KNOWN.playbooks, KNOWN.causes, KNOWN.actions, KNOWN.measures)
    dated = [s for shelf in shelves for e in shelf.values() for s in e.slots if s.type in ("date", "period")]

    assert [] == [slot.key for slot in dated if not slot.event and not slot.key.endswith((".date", ".start"))]
    assert SAID.kind == "statement"


def test_the_figure_of_the_first_week_keeps_off_the_axis() -> None:
    picture = of(Matter(Case("order-defect-rate"), weeks=weeks([100.0, *[0.0] * 9])), "defects-by-week")

    assert "100.00 %" in {text.words for text in texts(picture.svg)}
    assert [] == lying_on_each_other(picture.svg)
