"""Files without pages of their own: their words come in rows and columns, as on a page."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.evidence.formats import Contents, contents
from amends.evidence.page import Page
from amends.evidence.sniff import sniff

TYPES = ("docx", "xlsx", "csv", "txt", "html", "rtf", "eml")


def read(data: bytes, name: str) -> Contents:
    return contents(data, sniff(data, name), name)


def cells(page: Page) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in page.rows]


def column(page: Page, *texts: str) -> set[float]:
    """Where the words of a column begin."""
    return {round(word.box.left) for word in page.words if word.text in texts}


# ------------------------------------------------------------------------------------------ Word


def word(fill: Any) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    fill(document)
    document.save(out)
    return out.getvalue()


def test_a_word_invoice_keeps_its_tables_as_columns() -> None:
    def fill(document: Any) -> None:
        document.add_heading("INVOICE MR-77120", 1)
        parties = document.add_table(1, 2)
        parties.cell(0, 0).text = "Marlow & Reed Wholesale Inc\n118 Tannery Row"
        parties.cell(0, 1).text = "Bill to:\nThistledown Pantry & Table LLC"
        table = document.add_table(3, 3)
        for at, row in enumerate((("Item", "Qty", "Amount"), ("Pepper mill", "100", "819.00"), ("Towel", "2", "9.00"))):
            for place, said in enumerate(row):
                table.cell(at, place).text = said

    page = read(word(fill), "invoice.docx").pages[0]

    rows = cells(page)
    assert rows[0] == ["INVOICE MR-77120"]
    assert ["Marlow & Reed Wholesale Inc", "Bill to:"] in rows
    assert ["118 Tannery Row", "Thistledown Pantry & Table LLC"] in rows
    assert ["Pepper mill", "100", "819.00"] in rows
    assert len(column(page, "Qty", "100", "2")) == 1


def test_page_breaks_and_deletions_of_a_word_file_count() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("first page")
        document.add_page_break()
        paragraph = document.add_paragraph("second page")
        deleted = OxmlElement("w:del")
        deleted.append(paragraph.add_run(" struck out")._r)
        paragraph._p.append(deleted)

    found = read(word(fill), "letter.docx")

    assert [page.text for page in found.pages] == ["first page", "second page"]
    assert "Tracked changes were read as if all were accepted." in found.doubts


def test_a_table_in_a_cell_becomes_lines_of_it() -> None:
    def fill(document: Any) -> None:
        outer = document.add_table(1, 2)
        outer.cell(0, 1).text = "right"
        inner = outer.cell(0, 0).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "one", "two"

    rows = [row.text for row in read(word(fill), "a.docx").pages[0].rows]

    assert any(row.startswith("one two") for row in rows) and any("right" in row for row in rows)


def test_a_word_file_that_is_a_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<a>" + bytes(b" " * 40_000_000) + b"</a>")

    with pytest.raises(Unreadable, match="unpacks to far more"):
        read(out.getvalue(), "letter.docx")


# ------------------------------------------------------------------------------------------ spreadsheets


def workbook(rows: str, *, sheets: int = 1) -> bytes:
    """A workbook as the standard has it (ECMA-376, SpreadsheetML)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, sheets + 1))
    linked = "".join(
        f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{linked}</Relationships>',
        **{
            f"xl/worksheets/s{n}.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
            for n in range(1, sheets + 1)
        },
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def row(number: int, *values: str) -> str:
    made = "".join(
        f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{value}</t></is></c>' for at, value in enumerate(values)
    )
    return f'<row r="{number}">{made}</row>'


def test_a_sheet_is_a_page_and_a_formula_is_the_value_that_the_file_keeps() -> None:
    rows = row(1, "SKU", "Qty", "Total") + (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>TT-8</t></is></c><c r="B2"><v>12</v></c>'
        '<c r="C2"><f>HYPERLINK("http://x.example","y")+B2*4.1</f><v>49.2</v></c></row>'
    )

    found = read(workbook(rows, sheets=2), "order.xlsx")

    assert (found.count, len(found.pages)) == (2, 2)
    assert cells(found.pages[0]) == [["SKU", "Qty", "Total"], ["TT-8", "12", "49.2"]]


def test_formulas_whose_results_the_file_does_not_keep_are_told() -> None:
    rows = row(1, "Total") + '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>2+2</f><v></v></c></row>'

    assert "2 formulas in it keep no result" in read(workbook(rows), "order.xlsx").doubts[0]


def test_cells_spread_over_a_huge_sheet_are_refused_before_room_is_made() -> None:
    rows = row(1, "a") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

    with pytest.raises(Unreadable, match="far too large a sheet"):
        read(workbook(rows), "order.xlsx")


def test_a_spreadsheet_that_is_a_bomb_is_refused() -> None:
    with pytest.raises(Unreadable, match="unpacks to far more"):
        read(workbook(" " * 160_000_000), "order.xlsx")


def test_a_broken_spreadsheet_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"broken spreadsheet|damaged"):
        read(workbook("<row><c"), "order.xlsx")


# ------------------------------------------------------------------------------------------ tables of text


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_of_text_is_read_whatever_divides_it(divider: str, encoding: str) -> None:
    text = f'sku{divider}name{divider}qty\nTT-8{divider}"Mühle, {divider} groß"{divider}12\nTT-9{divider}b{divider}3\n'

    page = read(text.encode(encoding), "order.csv").pages[0]

    assert cells(page) == [
        ["sku", "name", "qty"],
        ["TT-8", " ".join(f"Mühle, {divider} groß".split()), "12"],
        ["TT-9", "b", "3"],
    ]


def test_what_begins_like_a_formula_is_text() -> None:
    page = read(b"sku,note\nTT-8,=cmd|'/C calc'!A0\nTT-9,@SUM(1+1)\n", "order.csv").pages[0]

    assert [each[-1] for each in cells(page)] == ["note", "=cmd|'/C calc'!A0", "@SUM(1+1)"]


def test_of_a_very_long_table_the_beginning_is_read() -> None:
    found = read(b"sku,qty\n" + b"TT-8,12\n" * 400_000, "order.csv")

    assert "very long; only its beginning was read" in found.doubts[0]
    assert 900 < len(found.pages[0].rows) <= 1_000


# ------------------------------------------------------------------------------------------ text and web pages


def test_plain_text_keeps_its_columns_and_pages() -> None:
    text = "Item            Qty   Amount\nPepper mill     100   819.00\n\x0cpage two\n"

    found = read(text.encode(), "invoice.txt")

    assert [cells(page) for page in found.pages] == [
        [["Item", "Qty", "Amount"], ["Pepper mill", "100", "819.00"]],
        [["page two"]],
    ]


def test_a_web_page_is_what_a_person_sees_of_it() -> None:
    html = (
        "<html><head><title>Order 1</title><script>alert(1)</script></head><body><h1>Invoice</h1>"
        "<table><tr><td>Item</td><td>Qty</td></tr><tr><td>Mill</td><td>100</td></tr></table>"
        "<p style='display:none'>paid twice</p></body></html>"
    )

    found = read(html.encode(), "order.html")

    assert cells(found.pages[0]) == [["Invoice"], ["Item", "Qty"], ["Mill", "100"]]
    assert found.properties == {"title": "Order 1"}


def test_rich_text_is_read() -> None:
    data = rb"{\rtf1\ansi Invoice MR-77120\par Total 819.00 dollars\par}"

    assert read(data, "invoice.rtf").pages[0].text.split("\n")[:2] == ["Invoice MR-77120", "Total 819.00 dollars"]


# ------------------------------------------------------------------------------------------ all of them


def test_a_name_that_says_another_type_is_told() -> None:
    found = read(b"no pdf at all", "invoice.pdf")

    assert found.doubts == (
        "Its name ends in .pdf, but it is plain text; open it and see whether it is the right file.",
    )
    assert read(b"no pdf at all", "invoice.txt").doubts == ()


def test_a_type_that_nobody_reads_is_told() -> None:
    found = contents(b"Rar!\x1a\x07\x00", "rar", "papers.rar")

    assert (found.pages, found.doubts[0][:37]) == ((), "amends does not read a RAR archive; p")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(TYPES), st.binary(max_size=300))
def test_bytes_of_any_sort_are_read_or_refused(kind: str, data: bytes) -> None:
    try:
        found = contents(data, kind, f"x.{kind}")
    except Unreadable as refusal:
        assert f"x.{kind}" in str(refusal)
    else:
        assert all(word.text for page in found.pages for word in page.words)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=300))
def test_text_of_any_sort_keeps_its_words_in_order(text: str) -> None:
    found = read(("x " + text).encode(), "a.txt") if sniff(("x " + text).encode(), "a.txt") == "txt" else None
    if found is None:
        return

    assert all(
        word.box.left < word.box.right and word.box.top < word.box.bottom for page in found.pages for word in page.words
    )
