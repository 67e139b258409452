"""Citations, the cover sheet and the one PDF of all exhibits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from tests import cases
from tests.render import exhibit_papers as papers

from amends.model import Box, Case, Count, Exhibit, Party, Period, Sentence, Source, Span
from amends.render.exhibits.citations import Citation, citations
from amends.render.exhibits.combined import Bound, combined
from amends.render.exhibits.cover import Cover, Row, cover, row, to_pdf, to_text
from amends.render.exhibits.original import Original
from amends.render.page import Page

PAGE = Page("Evidence", date(2026, 3, 20), marketplace="US")
DATA = papers.invoice()


def case(*facts: tuple[str, str, object], exhibits: tuple[Exhibit, ...] | None = None) -> Case:
    known = exhibits if exhibits is not None else (papers.read(papers.exhibit(DATA), DATA),)
    return Case(facts=cases.facts(*(cases.fact(key, kind, value) for key, kind, value in facts)), exhibits=known)  # type: ignore[arg-type]


def found(made: Case, *keys: str, exhibits: tuple[str, ...] = ("A",), text: str = "They show it.") -> list[str]:
    sentence = Sentence(text, keys or tuple(made.facts), exhibits)
    return [f"{each.title}: {each.words}" for each in citations([sentence], made)]


def test_a_stated_value_is_found_where_the_exhibit_shows_the_same() -> None:
    made = case(("x.invoices", "ids", ("HL-20871", "HL-99999")), ("x.date", "date", date(2025, 6, 5)))

    assert ["Invoice number: HL-20871", "Invoice date: 2025-06-05"] == found(made)


def test_a_value_that_no_exhibit_shows_is_not_cited() -> None:
    assert [] == found(case(("x.date", "date", date(2025, 6, 6)), ("x.ids", "ids", ("HL-20872",))))


def test_only_the_exhibits_of_the_sentence_are_looked_at() -> None:
    assert [] == found(case(("x.invoices", "ids", ("HL-20871",))), exhibits=())


def test_a_period_is_found_by_its_first_and_last_invoice() -> None:
    made = case(("x.bought", "period", Period(date(2025, 6, 5), date(2025, 9, 1))))

    assert ["Invoice date: 2025-06-05"] == found(made)


@pytest.mark.parametrize(("units", "lines"), [(132, 2), (131, 0), (12, 0)])
def test_a_count_is_cited_when_all_lines_come_to_it(units: int, lines: int) -> None:
    assert lines == len(found(case(("x.units", "count", Count(units, "unit")))))


def test_a_doubtful_value_is_not_cited() -> None:
    exhibit = papers.read(papers.exhibit(DATA), DATA)
    assert exhibit.reading is not None
    doubtful = tuple(field._replace(confidence=0.4) for field in exhibit.reading.fields)
    made = case(
        ("x.invoices", "ids", ("HL-20871",)),
        exhibits=(replace(exhibit, reading=exhibit.reading._replace(fields=doubtful)),),
    )

    assert [] == found(made)


def test_a_doubtful_code_is_cited_when_the_case_has_it_letter_for_letter() -> None:
    exhibit = case().exhibits[0]
    assert exhibit.reading is not None
    read = exhibit.reading.fields[0]._replace(name="asin", value="B0PEPR7MQ9", quote="B0PEPR7MQ9", confidence=0.3)

    def cited(value: str) -> list[str]:
        other = replace(exhibit, reading=exhibit.reading._replace(fields=(read._replace(value=value),), lines=()))  # type: ignore[union-attr]
        made = case(("x.asins", "asins", ("B0PEPR7MQ9",)), exhibits=(other,))
        return found(made, "x.asins")

    assert len(cited("B0PEPR7MQ9")) == 1
    assert cited("B0PEPR7MO9") == []


def test_a_party_is_found_by_its_name_alone_or_its_address() -> None:
    exhibit = papers.read(papers.exhibit(DATA), DATA)
    assert exhibit.reading is not None
    field = exhibit.reading.fields[0]._replace(name="supplier_name", value="Harbor Lane Wholesale, LLC", quote="")
    made = case(
        ("x.supplier", "party", Party("Harbor Lane Wholesale LLC")),
        exhibits=(replace(exhibit, reading=exhibit.reading._replace(fields=(field,))),),
    )

    assert ["Supplier name: Harbor Lane Wholesale, LLC"] == found(made)


def test_a_fact_from_a_document_points_to_its_own_place() -> None:
    source = Source("document", "invoice.pdf", Span(0, 8, "HL-20871"), 1, box=Box(1, 2, 3, 4))
    made = replace(case(), facts=cases.facts(cases.fact("x.number", "id", "HL-20871", source)))
    (citation,) = citations([Sentence("It is so.", ("x.number",), ())], made)

    assert (Box(1, 2, 3, 4), 1, "HL-20871") == (citation.box, citation.page, citation.words)


def test_the_line_is_told_only_when_it_is_one_alone() -> None:
    made = case(("x.invoices", "ids", ("HL-20871",)))
    (citation,) = citations([Sentence("They show it.", ("x.invoices",), ("A",))], made)
    assert 3 == citation.line

    exhibit = made.exhibits[0]
    assert exhibit.reading is not None
    twice = exhibit.reading._replace(text="HL-20871\nHL-20871 again")
    (citation,) = citations(
        [Sentence("They show it.", ("x.invoices",), ("A",))],
        replace(made, exhibits=(replace(exhibit, reading=twice),)),
    )
    assert citation.line is None


def test_a_place_that_two_sentences_cite_has_one_number() -> None:
    made = case(("x.invoices", "ids", ("HL-20871",)))
    one, two = (Sentence(text, ("x.invoices",), ("A",)) for text in ("First.", "Second."))
    (citation,) = citations([one, two, one], made)

    assert (1, ("First.", "Second.")) == (citation.number, citation.sentences)


def sheet() -> Cover:
    citation = Citation(1, "A", "invoice.pdf", 1, 3, "Invoice number", "HL-20871", papers.box_of(DATA, "HL-20871"),
                        ("We received invoice HL-20871.",))  # fmt: skip
    rows = [
        row(papers.read(papers.exhibit(DATA), DATA), {"supplier-invoice": "Supplier invoice"}),
        Row("B", "List", "list.csv", 0),
    ]
    return cover("Birch & Fern · Amazon US", rows, ["Nothing cited.", "We received invoice HL-20871."], [citation])


def test_the_cover_sheet_says_sentence_exhibit_page_line_and_words() -> None:
    for text in (to_text(sheet()), papers.text_of(to_pdf(sheet(), PAGE).data)):
        flat = " ".join(text.split())
        assert "We received invoice HL-20871." in flat
        assert "Exhibit A, page 1, line 3" in flat
        assert "Invoice number" in flat
        assert "Nothing cited." not in flat


def test_hostile_words_on_the_cover_sheet_are_text() -> None:
    made = sheet()
    citation = made.citations[0]._replace(words="#panic() $x$ " + "B" * 300 + "\u202egnp.exe", title="[click](x)")
    text = papers.text_of(to_pdf(replace(made, citations=(citation,)), PAGE).data)

    assert "#panic() $x$" in text
    assert "\u202e" not in text


def bound(marked: bool = False) -> bytes:
    picture = papers.photo(DATA, 1.0, "PNG")
    with Original(papers.invoice(2), "pdf", "a") as one, Original(picture, "png", "b") as two:
        exhibits = [
            Bound(papers.exhibit(papers.invoice(2)), one, "", marked),
            Bound(papers.exhibit(picture, "B", "listing-screenshot", "shot.png"), two),
            Bound(papers.exhibit(b"a,b", "C", "order-list", "list.csv"), None, "A table; it is a file of its own."),
        ]
        return combined(sheet(), exhibits, PAGE).data


def test_one_pdf_has_every_page_stamped_and_every_exhibit_bookmarked() -> None:
    made = bound()

    with pypdfium2.PdfDocument(made) as document:
        marks = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
        assert 5 == len(document)
    assert 1 == marks["Exhibit A: invoice.pdf"]
    assert 3 == marks["Exhibit B: shot.png"]
    assert 4 == marks["Exhibit C: list.csv"]
    stamps = ["Exhibit A, page 1 of 2", "Exhibit A, page 2 of 2", "Exhibit B, page 1 of 1", "it is a file of its own"]
    for at, stamp in enumerate(stamps, 1):
        assert stamp in papers.text_of(made, at)
    assert "Copy with marks" not in papers.text_of(made, 1)


def test_an_exhibit_that_is_too_long_for_one_pdf_stays_a_file_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amends.render.exhibits.combined.MOST_PAGES", 1)
    made = bound()

    assert "too many pages" in " ".join(papers.text_of(made, 1).split())
    assert "Exhibit B, page 1 of 1" not in papers.text_of(made, 2)


def test_one_pdf_can_bear_marks_where_they_are_wished() -> None:
    assert "Copy with marks" in papers.text_of(bound(marked=True), 1)


def test_one_pdf_has_the_same_bytes_each_time() -> None:
    assert bound(marked=True) == bound(marked=True)
