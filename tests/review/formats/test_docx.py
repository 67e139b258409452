"""Word files read as a person sees them."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from amends.review import formats
from tests.review.formats.word_file import p, point, table, word

STYLES = (
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heavy"><w:name w:val="Heavy"/><w:rPr><w:b/></w:rPr></w:style>'
)


def levels(*forms: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%3"))}'
    f'</w:abstractNum><w:abstractNum w:abstractNumId="1">{levels(("bullet", "•"))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{levels(("upperRoman", "%1."))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


def said(body: str, **parts: str) -> str:
    return formats.read(word(body, **parts), "plan.docx").text.rstrip("\n")


def test_headings_are_known_by_style_by_what_it_is_based_on_and_by_outline_level() -> None:
    body = (
        p("Plan", '<w:pStyle w:val="Titel"/>')
        + p("Root cause", '<w:pStyle w:val="berschrift1"/>')
        + p("Actions", '<w:pStyle w:val="Mine"/>')
        + p("Measures", '<w:outlineLvl w:val="1"/>')
        + p("Text", '<w:outlineLvl w:val="9"/>')
    )
    assert said(body, styles=STYLES) == "# Plan\n\n# Root cause\n\n# Actions\n\n## Measures\n\nText"


def test_list_points_carry_the_mark_that_word_shows() -> None:
    body = (
        point("a", 1) + point("b", 1, 1) + point("c", 1, 1) + point("d", 1, 2) + point("e", 1) + point("f", 1, 1)
        + point("g", 2) + point("h", 3) + point("i", 3) + point("j", 4)
    )  # fmt: skip
    assert said(body, numbering=NUMBERING).split("\n") == [
        "1. a", "   a) b", "   b) c", "      1.1 d", "2. e", "   a) f", "- g", "I. h", "II. i", "1. j",
    ]  # fmt: skip


def test_a_line_that_is_bold_as_a_whole_is_marked_and_one_that_is_so_in_part_is_not() -> None:
    half = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Root</w:t></w:r><w:r><w:t> cause</w:t></w:r></w:p>"
    off = "<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>X.</w:t></w:r></w:p>"
    heavy = p("Measures", '<w:pStyle w:val="Heavy"/>')
    assert said(p("Root cause", bold=True) + half + off + heavy, styles=STYLES) == (
        "**Root cause**\n\nRoot cause\n\nX.\n\n**Measures**"
    )


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    body = (
        "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>will </w:delText><w:t>will </w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>have </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>removed it.</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>sentence.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    read = formats.read(word(body), "plan.docx")
    assert read.text == "We have removed it.\n\nOne sentence.\n"
    assert any("Tracked changes" in doubt for doubt in read.doubts)


def test_a_deleted_paragraph_mark_at_the_end_loses_no_words() -> None:
    assert said("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Kept.</w:t></w:r></w:p>") == "Kept."


def test_how_a_paragraph_was_set_before_a_change_does_not_count() -> None:
    before = '<w:pPrChange><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange>'
    assert said(p("Text", before), styles=STYLES) == "Text"


def test_comments_notes_and_hidden_text_are_left_out_and_told() -> None:
    body = (
        "<w:p><w:r><w:t>Text.</w:t></w:r><w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r></w:p>"
    )
    read = formats.read(word(body), "plan.docx")
    assert read.text == "Text.\n"
    assert read.doubts == ("Not reviewed: 1 comment, 1 footnote, 1 hidden text.",)


def test_links_fields_breaks_tabs_and_symbols() -> None:
    body = (
        "<w:p><w:hyperlink><w:r><w:t>our shop</w:t></w:r></w:hyperlink><w:r><w:tab/><w:instrText>PAGE</w:instrText>"
        "<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:sym w:font='Wingdings' w:char='F0FC'/>"
        "<w:t> done</w:t></w:r></w:p>"
    )
    assert said(body) == "our shop\ta-b\n✓ done"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>"
    )
    read = formats.read(word(body), "plan.docx")
    assert read.text == "Around it.\n\nIn a box.\n"
    assert read.where(read.text.index("In")) == "text box 1"


def test_a_table_headed_by_the_parts_is_read_column_by_column() -> None:
    body = table(("Root cause", "Corrective actions"), ("No owner.", "We shipped all."), ("No list.", "We made one."))
    assert said(body) == (
        "## Root cause\n\nNo owner.\n\nNo list.\n\n## Corrective actions\n\nWe shipped all.\n\nWe made one."
    )


def test_a_table_labelled_by_the_parts_is_read_row_by_row() -> None:
    body = table(("Root cause", "No owner.\nNo list."), ("Corrective actions", "We shipped all."))
    assert said(body) == "## Root cause\n\nNo owner.\n\nNo list.\n\n## Corrective actions\n\nWe shipped all."


def test_the_row_of_any_other_table_is_one_point() -> None:
    body = table(("Action", "Date", "Owner"), ("Closed 4 listings.", "3 May 2026", "Dana"), ("Paid", "4 May", "Jon"))
    assert said(body) == "- Closed 4 listings; 3 May 2026; Dana\n- Paid; 4 May; Jon"


def test_a_part_that_heads_a_table_of_actions_heads_its_points() -> None:
    body = table(("Corrective actions", "Date"), ("Closed 4 listings.", "3 May 2026"))
    assert said(body) == "## Corrective actions\n\nClosed 4 listings.: 3 May 2026".replace(".:", ":")


def test_places_are_named_as_the_user_counts() -> None:
    read = formats.read(word(p("One.") + p("") + p("Two.") + table(("A b.", "c"), ("D e.", "f"))), "plan.docx")
    names = [read.where(read.text.index(word)) for word in ("One", "Two", "A b", "D e")]
    assert names == ["paragraph 1", "paragraph 2", "table 1, row 1", "table 1, row 2"]
    assert not read.exact


def test_another_s_words_in_a_quotation_style_are_marked_as_such() -> None:
    assert said(p("Please submit a plan.", '<w:pStyle w:val="Zitat"/>'), styles=STYLES) == "> Please submit a plan."


def test_a_sentence_that_was_pasted_with_its_line_ends_stays_one() -> None:
    assert said(p("We removed all 12 units of the") + p("listing on 3 May 2026.") + p("Next.")) == (
        "We removed all 12 units of the\nlisting on 3 May 2026.\n\nNext."
    )


def test_a_document_of_another_library() -> None:
    made = python_docx.Document()
    made.add_heading("Root Cause", 1)
    made.add_paragraph("We had no owner.")
    made.add_paragraph("We shipped all.", style="List Number")
    made.add_paragraph("We told all.", style="List Bullet")
    out = io.BytesIO()
    made.save(out)
    assert formats.read(out.getvalue(), "x").text == (
        "# Root Cause\n\nWe had no owner.\n\n1. We shipped all.\n- We told all.\n"
    )


@pytest.mark.parametrize("name", ["plan.docx", "plan.txt", "plan.pdf", "-"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert formats.read(word(p("Text.")), name).format == "docx"
